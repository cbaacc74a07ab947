//! What the pop-ups on terms show: a script of data for each language, because a script can be
//! loaded from a disk as well (`public/js/tools/term.js`).

use std::sync::Arc;

use anyhow::Result;
use app::page_context::{LibraryIndex, PageContext};
use app::route::{Page, Route, UiLocale};
use app::views::{glossary, quoted};
use corpus::glossary::Term;
use corpus::text::by_script;
use serde::Serialize;

/// Id, Chinese and English headword, explanation, label, name and path of what it rests on.
#[derive(Debug, Serialize)]
struct Entry<'a>(&'a str, &'a str, &'a str, Vec<&'a str>, &'static str, String, String);

/// `policyTerms.zh=[[id, …], …]`; nothing where the library has no terms.
///
/// # Errors
/// Where it can't be written.
pub fn data(library_index: &Arc<LibraryIndex>, locale: UiLocale) -> Result<Option<String>> {
    let page_context = PageContext::new(library_index, Route::new(locale, Page::Overview));
    let terms = &library_index.library.terms;
    if terms.is_empty() {
        return Ok(None);
    }
    // A tag may have a hyphen, which names in scripts have not.
    let language = match locale {
        UiLocale::Further(interface) => format!("[\"{}\"]", interface.tag),
        _ => format!(".{}", locale.short()),
    };
    let lines = terms
        .iter()
        .map(|term| script_text(&entry(&page_context, term)))
        .collect::<Result<Vec<_>>>()?;
    Ok(Some(format!(
        "(self.policyTerms=self.policyTerms||{{}}){language}=[\n{}\n];\n",
        lines.join(",\n")
    )))
}

fn entry<'a>(page_context: &PageContext, term: &'a Term) -> Entry<'a> {
    let headword = |forms: &'a [String]| forms.first().map_or("", String::as_str);
    let (label, at) = glossary::origin(page_context, term);
    let (name, path) = at.map_or_else(Default::default, |at| {
        let fragment = at.sentence.map_or(String::new(), |number| format!("#s{number}"));
        let path = format!("{}{fragment}", Route::of(page_context.route.locale, &at).path());
        (quoted::short_name(page_context, &at), path)
    });
    let text = match page_context.route.locale {
        // On a page in a further language all of it is Chinese.
        UiLocale::Further(_) => vec!["", term.explain_zh.as_str()],
        locale => pieces(locale.english(), term),
    };
    Entry(&term.id, headword(&term.zh), headword(&term.en), text, label, name, path)
}

/// The explanation in the page's language; on an English page every other piece is Chinese.
fn pieces(english: bool, term: &Term) -> Vec<&str> {
    if !english {
        return vec![&term.explain_zh];
    }
    if term.explain_en.is_empty() {
        return vec!["", &term.explain_zh];
    }
    let mut pieces = Vec::new();
    for (piece, chinese) in by_script(&term.explain_en) {
        if (pieces.len() % 2 == 1) != chinese {
            pieces.push("");
        }
        pieces.push(piece);
    }
    pieces
}

/// JSON that is a script as well: before 2019 two of its characters ended a line there.
///
/// # Errors
/// Where it can't be written.
pub fn script_text<T: Serialize>(value: &T) -> Result<String> {
    let json = serde_json::to_string(value)?;
    Ok(json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(english: &str) -> Term {
        Term {
            id: "mu".into(),
            zh: vec!["亩".into()],
            explain_zh: "约667平方米。".into(),
            explain_en: english.into(),
            ..Term::default()
        }
    }

    #[test]
    fn every_other_piece_is_chinese() {
        assert_eq!(pieces(true, &term("A 亩 is 1/15 ha")), ["A ", "亩", " is 1/15 ha"]);
        assert_eq!(pieces(true, &term("亩, a measure")), ["", "亩", ", a measure"]);
        assert_eq!(pieces(true, &term("")), ["", "约667平方米。"]);
        assert_eq!(pieces(false, &term("A 亩")), ["约667平方米。"]);
    }

    #[test]
    fn line_ends_of_old_scripts_are_escaped() {
        let text = script_text(&"a\u{2028}b</script>\u{2029}").expect("text");
        assert_eq!(text, "\"a\\u2028b</script>\\u2029\"");
    }
}
