//! The translations of a document: `translation.<language>.md`, as many as there are languages.

use anyhow::Result;
use corpus::languages::{self, Language};
use corpus::{
    Document, Locale, Position, Problem, ProblemKind, Severity, Translation, bilingual, translation,
};

use super::folder::Folder;
use super::parsed::{listed, nearest};
use super::{checks, in_file};

/// The tag of the language in the name of a translation's file.
pub(super) fn tag(name: &str) -> Option<&str> {
    name.strip_prefix("translation.")?.strip_suffix(".md").filter(|tag| !tag.is_empty())
}

/// The file of a document's translation.
pub(super) fn path(id: &str, locale: &Locale) -> String {
    format!("{id}/translation.{}.md", locale.0)
}

/// All translations of a document in the order of [`languages::all`]. One with nothing translated
/// yet is none to speak of.
pub(super) fn read(
    folder: &Folder,
    id: &str,
    document: &Document,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Translation>> {
    let mut found: Vec<Translation> = Vec::new();
    for (name, _) in folder.entries(id) {
        let Some(tag) = tag(&name) else { continue };
        let path = format!("{id}/{name}");
        let locale = Locale(tag.to_owned());
        let known = languages::language(&locale).filter(|language| !language.is_converted());
        let Some(language) = known else {
            problems.push(unknown_language(tag, named).in_file(&path));
            continue;
        };
        let text = folder.text(&path)?;
        problems.extend(in_file(checks::unseen(&text, |c| language.joins(c)), &path));
        let (translation, told) = translation::align(document, locale, &text);
        problems.extend(in_file(told, &path));
        if translation.progress().translated > 0 {
            found.push(translation);
        }
    }
    found.sort_by_key(|translation| languages::order(&translation.locale));
    Ok(found)
}

fn named(tag: &str) -> String {
    ["translation.", tag, ".md"].concat()
}

/// That nothing is known of a language, with the one that was probably meant; `named` is how a file of
/// a language is called.
pub fn unknown_language(tag: &str, named: impl Fn(&str) -> String) -> Problem {
    let translated = || languages::all().iter().filter(|language| !language.is_converted());
    let tags = || translated().map(|language| language.tag.0.as_str());
    // Somebody who doesn't know the tag writes the language's name.
    let is_name = |language: &&Language| {
        [&language.name, &language.zh, &language.en].into_iter().any(|name| name == tag)
    };
    let same = |known: &&str| known.eq_ignore_ascii_case(tag);
    let by_name = translated().find(is_name).map(|language| language.tag.0.as_str());
    let meant = by_name.or_else(|| tags().find(same)).or_else(|| nearest(tag, tags()));
    let message = if let Some(meant) = meant.map(named) {
        bilingual!(
            "不认得语言“{tag}”；文件名是不是要写 {meant}？",
            "“{tag}” is not a language known here; did you mean {meant}?"
        )
    } else {
        let known = listed(&tags().collect::<Vec<_>>());
        bilingual!(
            "不认得语言“{tag}”；文件名里请写其中一个：{known}",
            "“{tag}” is not a language known here; use one of these in the file name: {known}";
            known
        )
    };
    let at = Position { line: 1, column: 1 };
    Problem::new(ProblemKind::Metadata, Severity::Error, at, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(tag: &str) -> Problem {
        unknown_language(tag, named)
    }

    #[test]
    fn an_unknown_language_is_told_with_the_one_that_was_meant() {
        for (tag, meant) in [
            ("mn-mong", "translation.mn-Mong.md"),
            ("EN", "translation.en.md"),
            ("蒙古文", "translation.mn-Mong.md"),
            ("mn-Mon", "translation.mn-Mong.md"),
        ] {
            assert!(unknown(tag).message.contains(meant), "{tag}: {}", unknown(tag).message);
        }
        assert!(unknown("klingon").message.contains("bo, ug"), "{}", unknown("klingon").message);
        assert_eq!(unknown("klingon").severity, Severity::Error);
    }

    #[test]
    fn only_names_of_translations_have_a_tag() {
        assert_eq!(tag("translation.mn-Mong.md"), Some("mn-Mong"));
        for other in ["translation.md", "translation..md", "translations.en.md", "errata.toml"] {
            assert_eq!(tag(other), None, "{other}");
        }
    }
}
