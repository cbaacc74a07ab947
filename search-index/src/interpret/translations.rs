//! Words exactly as they are printed in the translations, of which the index has only the stems.

use crate::index::engine::Engine;
use crate::index::postings::IndexedText;
use crate::interpret::clause::counts;
use crate::text::count::Count;
use crate::text::occurrences::Needle;
use crate::text::stem::stem;
use crate::text::stop_words::is_indexed;

/// How often each unit's translation has the needle, looked up in the texts themselves.
pub fn translated(engine: &Engine, needle: &Needle) -> Vec<Count> {
    let docs = engine.store.docs().len();
    let empty = engine.store.base(IndexedText::Translation, docs) as usize == docs;
    if !needle.is_latin() || empty {
        return Vec::new();
    }
    let text: String = needle.translation.chars.iter().collect();
    let words: Vec<&str> = text.split(' ').collect();
    let inner = usize::from(needle.parts);
    let known = words.get(inner..words.len().saturating_sub(inner)).unwrap_or_default();
    let mut units: Option<Vec<u32>> = None;
    for word in known.iter().filter(|word| is_indexed(word)) {
        let starts = engine.store.places(IndexedText::Translation, &stem(word));
        let own = counts(engine, IndexedText::Translation, &starts, 1);
        let own: Vec<u32> = own.iter().map(|count| count.unit).collect();
        units = Some(match units {
            Some(units) => units.into_iter().filter(|u| own.binary_search(u).is_ok()).collect(),
            None => own,
        });
    }
    let units = units.unwrap_or_else(|| (0..engine.units.len() as u32).collect());
    let count = |unit: u32| {
        let info = &engine.units[unit as usize];
        let streams = engine.streams(unit as usize);
        let starts = needle.in_translation(&streams.translation);
        let pieces = info.translation(&engine.library);
        let in_heading = |start: &&usize| {
            let piece = streams.translation.origins.get(**start).map(|o| usize::from(o.piece));
            piece.and_then(|at| pieces.get(at)).is_some_and(|piece| piece.heading)
        };
        let heading = starts.iter().filter(in_heading).count() as u32;
        let body = starts.len() as u32 - heading;
        (!starts.is_empty()).then_some(Count { unit, heading, body, plain_language: 0 })
    };
    units.into_iter().filter_map(count).collect()
}
