//! Counts by document, part and topic, and the filters that go with them.

use corpus::Library;

use crate::protocol::{Facets, Filters};
use crate::text::units::UnitInfo;

/// Counts the units by document, part and topic.
pub fn count(library: &Library, units: &[UnitInfo], found: impl Iterator<Item = usize>) -> Facets {
    let mut facets = Facets::default();
    let mut found: Vec<usize> = found.collect();
    found.sort_unstable();
    for index in found {
        let unit = &units[index];
        let document = &library.editions[unit.edition].document.id;
        match facets.documents.last_mut().filter(|(id, _)| id == document) {
            Some((_, count)) => *count += 1,
            None => facets.documents.push((document.clone(), 1)),
        }
        if let Some(part) = unit.part_address(library) {
            match facets.parts.last_mut().filter(|(address, _)| *address == part) {
                Some((_, count)) => *count += 1,
                None => facets.parts.push((part, 1)),
            }
        }
        for topic in &library.topics {
            if in_topic(library, unit, &topic.topic.id) {
                let id = &topic.topic.id;
                match facets.topics.iter_mut().find(|(known, _)| known == id) {
                    Some((_, count)) => *count += 1,
                    None => facets.topics.push((id.clone(), 1)),
                }
            }
        }
    }
    let place = |id: &String| library.topics.iter().position(|topic| &topic.topic.id == id);
    facets.topics.sort_by_key(|(id, _)| place(id));
    facets
}

/// Whether the filters keep the unit.
pub fn keeps(filters: &Filters, library: &Library, unit: &UnitInfo) -> bool {
    let Filters { documents, parts, topics } = filters;
    let document = &library.editions[unit.edition].document.id;
    (documents.is_empty() || documents.contains(document))
        && (parts.is_empty()
            || unit.part_address(library).is_some_and(|part| parts.contains(&part)))
        && (topics.is_empty() || topics.iter().any(|topic| in_topic(library, unit, topic)))
}

fn in_topic(library: &Library, unit: &UnitInfo, topic: &str) -> bool {
    let Some(topic) = library.topics.iter().find(|known| known.topic.id == topic) else {
        return false;
    };
    let address = unit.address(library, None);
    topic.sentences.iter().any(|at| at.document == address.document && at.unit == address.unit)
}
