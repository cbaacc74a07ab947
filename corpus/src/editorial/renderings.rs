//! Moods, bounds and conditions in translations, sentence by sentence.

use super::exceptions::Exceptions;
use super::table::{Rendering, Table};
use super::{Files, bounds, names, sentences, words};
use crate::library::Library;
use crate::problem::Problem;

pub fn check(
    library: &Library,
    table: &Table,
    files: &Files<'_>,
    exceptions: &mut Exceptions<'_>,
) -> Vec<Problem> {
    let mood = |name: &str| !words::chinese(name, &table.renderings).is_empty();
    sentences::check(library, files, exceptions, |address, sentence, english| {
        let bare = names::without_names(&sentence.text, english, library, mood);
        let (mut found, missing) = findings(&sentence.text, &bare, table);
        found.extend(bounds::findings(address, sentence, english, table, &missing));
        found
    })
}

/// What the English says otherwise than the Chinese, as the word and what to do; and what of the
/// table it lacks.
fn findings<'t>(
    chinese: &str,
    english: &str,
    table: &'t Table,
) -> (Vec<(String, String)>, Vec<&'t Rendering>) {
    let here = words::chinese(chinese, &table.renderings);
    let (mut findings, mut missing) = (Vec::new(), Vec::new());
    let own = words::matched(english, &here);
    for ((word, rendering), own) in here.iter().zip(own) {
        if !own {
            let message = format!(
                "“{word}” is rendered by none of “{}”, or only by a word that renders another; \
                 correct the English, or name an exception in editorial.toml",
                rendering.en.join("”, “")
            );
            findings.push(((*word).to_owned(), message));
            missing.push(*rendering);
        }
    }
    for rendering in table.renderings.iter().filter(|rendering| rendering.reserved) {
        let meant = rendering.zh.iter().any(|word| chinese.contains(word.as_str()));
        if !meant && words::english(english, &rendering.en) {
            let word = rendering.en[0].trim_end_matches('-').to_owned();
            let message = format!(
                "“{word}” is kept for “{}”, which the Chinese does not say; use another word",
                rendering.zh.join("”, “")
            );
            findings.push((word, message));
        }
    }
    (findings, missing)
}
