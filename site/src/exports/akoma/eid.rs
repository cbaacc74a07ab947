//! eIds: our addresses in the form that Akoma Ntoso asks for.

use corpus::{DocumentKind, Unit};

/// The eId of a unit.
pub fn unit(kind: DocumentKind, unit: &Unit) -> String {
    match unit {
        Unit::Title => "title".to_owned(),
        Unit::Division(number) => format!("part_{number}"),
        Unit::Provision(number) => format!("{}_{number}", provision_prefix(kind)),
    }
}

/// The eId of a sentence.
pub fn sentence(kind: DocumentKind, of: &Unit, number: u16) -> String {
    format!("{}__s_{number}", unit(kind, of))
}

/// The element that holds a provision.
pub fn provision_element(kind: DocumentKind) -> &'static str {
    if kind == DocumentKind::Law { "article" } else { "paragraph" }
}

fn provision_prefix(kind: DocumentKind) -> &'static str {
    if kind == DocumentKind::Law { "art" } else { "para" }
}

/// The unit and sentence that an eId names: the way back.
#[cfg(test)]
pub fn address(eid: &str) -> Option<(Unit, Option<u16>)> {
    let (head, sentence) = match eid.split_once("__s_") {
        Some((head, number)) => (head, Some(number.parse().ok()?)),
        None => (eid, None),
    };
    let unit = match head.split_once('_') {
        None if head == "title" => Unit::Title,
        Some(("part", number)) => Unit::Division(number.to_owned()),
        Some(("art" | "para", number)) => Unit::Provision(number.to_owned()),
        _ => return None,
    };
    Some((unit, sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eids_lead_back_to_addresses() {
        for kind in [DocumentKind::Policy, DocumentKind::Law] {
            for text in ["title", "part-3", "part-3.2", "13", "2.1", "17-1", "0"] {
                let of: Unit = text.parse().expect("a unit");
                assert_eq!(address(&unit(kind, &of)), Some((of.clone(), None)));
                assert_eq!(address(&sentence(kind, &of, 2)), Some((of, Some(2))));
            }
        }
    }
}
