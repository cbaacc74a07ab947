//! Moods, bounds and conditions in translations, sentence by sentence.

use super::exceptions::Exceptions;
use super::table::{Rendering, Table};
use super::{Files, bounds, names, sentences, words};
use crate::bilingual;
use crate::library::Library;
use crate::locale::Bilingual;
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
) -> (Vec<(String, Bilingual)>, Vec<&'t Rendering>) {
    let here = words::chinese(chinese, &table.renderings);
    let (mut findings, mut missing) = (Vec::new(), Vec::new());
    let own = words::matched(english, &here);
    for ((word, rendering), own) in here.iter().zip(own) {
        if !own {
            let (zh, en) = (rendering.en.join("”“"), rendering.en.join("”, “"));
            let forms = Bilingual { zh, en };
            let message = bilingual!(
                "“{word}”没有译成“{forms}”中的任何一个，或者那个词译的是别的词；请改正英文，\
                 或者在 editorial.toml 里写一条例外",
                "“{word}” is rendered by none of “{forms}”, or only by a word that renders \
                 another; correct the English, or name an exception in editorial.toml"; forms
            );
            findings.push(((*word).to_owned(), message));
            missing.push(*rendering);
        }
    }
    for rendering in table.renderings.iter().filter(|rendering| rendering.reserved) {
        let meant = rendering.zh.iter().any(|word| chinese.contains(word.as_str()));
        if !meant && words::english(english, &rendering.en) {
            let word = rendering.en[0].trim_end_matches('-').to_owned();
            let (zh, en) = (rendering.zh.join("”“"), rendering.zh.join("”, “"));
            let meant = Bilingual { zh, en };
            let message = bilingual!(
                "“{word}”专门用来译“{meant}”，而中文里没有这样的词；请换一个词",
                "“{word}” is kept for “{meant}”, which the Chinese does not say; use another word";
                meant
            );
            findings.push((word, message));
        }
    }
    (findings, missing)
}
