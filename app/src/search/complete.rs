//! Completions from the texts at hand: headings, terms and numbers that plainly contain what was
//! typed. The engine knows more (pinyin, everyday words), but it may not be there yet.

use corpus::{Address, Library, UnitRef};
use search_index::protocol::{Suggestion, SuggestionKind};

/// The completions of what is being typed, those that begin with it first.
pub fn complete(library: &Library, typed: &str, limit: usize) -> Vec<Suggestion> {
    let typed = typed.trim().to_ascii_lowercase();
    let mut found: Vec<Suggestion> = Vec::new();
    if typed.is_empty() {
        return found;
    }
    let mut begins = 0;
    let place = |text: &str| text.to_ascii_lowercase().find(&typed);
    let mut add = |place: Option<usize>, text: &str, kind, at: Option<Address>| {
        let Some(place) = place else { return };
        if found.iter().any(|other| other.text == text) {
            return;
        }
        let suggestion = Suggestion { text: text.to_owned(), kind, at };
        if place == 0 {
            found.insert(begins, suggestion);
            begins += 1;
        } else {
            found.push(suggestion);
        }
    };
    for edition in &library.editions {
        let document = &edition.document;
        let translation = edition.english();
        let mut ordinal = 0;
        for unit in document.units() {
            let at = || {
                let document = document.id.clone();
                Some(Address { document, unit: unit.unit(), sentence: None })
            };
            let first = ordinal;
            ordinal += unit.sentences().count();
            let heading = match unit {
                UnitRef::Title(_) => continue,
                UnitRef::Division(division) => division.title.text.as_str(),
                UnitRef::Provision(provision) => {
                    if provision.number == typed && !provision.label.is_empty() {
                        let name = [&provision.label, provision.heading()].concat();
                        add(Some(0), &name, SuggestionKind::Number, at());
                    }
                    if provision.title.is_none() {
                        continue;
                    }
                    provision.heading()
                }
            };
            add(place(heading), heading, SuggestionKind::Title, at());
            if let Some(text) = translation.and_then(|t| t.sentences.get(first)) {
                let text = text.trim_end_matches('.');
                add(place(text), text, SuggestionKind::Title, at());
            }
        }
    }
    for form in library.terms.iter().filter_map(|term| term.zh.first()) {
        add(place(form), form, SuggestionKind::Term, None);
    }
    found.truncate(limit);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_begin_so_come_first_and_numbers_lead_to_their_provision() {
        let source = "一、奶业振兴\n（一）发展奶业。建设牧场。\n（二）奶业升级。加工鲜奶。\n";
        let library = crate::search::tests::library(source);
        let texts = |typed: &str| -> Vec<String> {
            complete(&library, typed, 9).into_iter().map(|found| found.text).collect()
        };
        assert_eq!(texts("奶业"), ["奶业振兴", "奶业升级", "发展奶业"]);
        assert_eq!(texts("2"), ["（二）奶业升级"]);
        assert!(texts(" ").is_empty());
    }
}
