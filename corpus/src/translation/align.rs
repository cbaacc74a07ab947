//! Reading the file of a translation, and laying it beside the sentences of its source.

use std::fmt::Write;

use super::Translation;
use crate::address::Unit;
use crate::bilingual;
use crate::languages;
use crate::locale::{Bilingual, Locale};
use crate::model::Document;
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::table;
use crate::text::is_han;

/// One quoted sentence with what stands beneath it.
#[derive(Debug)]
struct Entry {
    unit: String,
    source: String,
    text: String,
    line: u32,
}

/// Reads a translation and aligns it with the document. What is stale, left over or left in Chinese
/// is an error; what is missing is told once, as so many of so many sentences, and one by one as
/// notices: half a translation is a beginning. The sentences that fit are kept.
pub fn align(document: &Document, locale: Locale, file: &str) -> (Translation, Vec<Problem>) {
    let mut problems = Vec::new();
    let language = languages::language(&locale);
    let space = if language.is_some_and(languages::Language::is_unspaced) { "" } else { " " };
    let han = language.is_some_and(|language| language.han);
    let mut entries = entries(file, space, &mut problems).into_iter().peekable();
    let mut sentences = Vec::new();
    let mut last_line = 1;
    let texts: Vec<(Unit, u16, String)> = document
        .sentences()
        .map(|(unit, sentence)| (unit, sentence.number, table::quoted(&sentence.text)))
        .collect();
    for (ordinal, (unit, number, text)) in texts.iter().enumerate() {
        let name = unit.to_string();
        // An entry of a later sentence of this unit: the ones before it are not translated yet.
        let later = |source: &str| {
            let rest = texts[ordinal + 1..].iter().take_while(|(other, ..)| other == unit);
            source != text && rest.into_iter().any(|(_, _, other)| other == source)
        };
        // Skip entries of units that the document does not have, or that stand elsewhere.
        let fits = |entry: &Entry| entry.unit == name && !later(&entry.source);
        let Some(entry) = entries.next_if(fits) else {
            let message = bilingual!(
                "缺少 {name}#s{number} 的译文；请在“## {name}”下面加上“> {text}”，再写它的译文",
                "the translation of {name}#s{number} is missing; add “> {text}” and its \
                 translation under “## {name}”"
            );
            problems.push(missing(last_line, message));
            sentences.push(String::new());
            while entries.peek().is_some_and(|entry| document_lacks(document, &entry.unit)) {
                entries.next().iter().for_each(|entry| extra(entry, &mut problems));
            }
            continue;
        };
        last_line = entry.line;
        check(&entry, text, han, &mut problems);
        // Whether it is a row is looked up only where it matters: the document is searched for it.
        let breaks = entry.text.contains(table::BREAK) && document.is_row(unit, *number);
        sentences.push(if breaks { table::with_breaks(&entry.text) } else { entry.text });
    }
    entries.for_each(|entry| extra(&entry, &mut problems));
    let translation = Translation { document: document.id.clone(), locale, sentences };
    tell_progress(&translation, &mut problems);
    (translation, problems)
}

/// One warning for all that is missing.
fn tell_progress(translation: &Translation, problems: &mut Vec<Problem>) {
    let progress = translation.progress();
    let first = problems.iter().find(|problem| problem.kind == ProblemKind::TranslationMissing);
    let Some(at) = first.map(|problem| problem.at).filter(|_| !progress.is_whole()) else { return };
    let (translated, total) = (progress.translated, progress.total);
    let message = bilingual!(
        "{total} 句中已译 {translated} 句；已译的会发布，每个页面都写明还缺什么",
        "{translated} of {total} sentences are translated; what is there is published, and each \
         page says what is missing"
    );
    let warning = Problem::new(ProblemKind::TranslationMissing, Severity::Warning, at, message);
    problems.push(warning);
}

fn missing(line: u32, message: Bilingual) -> Problem {
    let at = Position { line, column: 1 };
    Problem::new(ProblemKind::TranslationMissing, Severity::Notice, at, message)
}

fn document_lacks(document: &Document, unit: &str) -> bool {
    unit.parse::<Unit>().map_or(true, |unit| document.unit(&unit).is_none())
}

fn problem(kind: ProblemKind, line: u32, message: Bilingual) -> Problem {
    Problem::new(kind, Severity::Error, Position { line, column: 1 }, message)
}

fn extra(entry: &Entry, problems: &mut Vec<Problem>) {
    let Entry { unit, source, .. } = entry;
    let message = bilingual!(
        "文件的“## {unit}”下面没有这一句：“{source}”；请删去，或者改正标题",
        "the document has no such sentence under “## {unit}”: “{source}”; remove it or correct the \
         heading"
    );
    problems.push(problem(ProblemKind::TranslationExtra, entry.line, message));
}

fn check(entry: &Entry, source: &str, han: bool, problems: &mut Vec<Problem>) {
    if entry.source != source {
        let message = bilingual!(
            "引用的原句与正文不同；请核对译文，再把引用改成：> {source}",
            "the quoted source differs from the text; review the translation, then quote: > {source}"
        );
        problems.push(problem(ProblemKind::TranslationStale, entry.line, message));
    }
    if entry.text.is_empty() {
        let message = bilingual!(
            "“{source}”还没有译文；请写在它的下面",
            "“{source}” is not translated; write its translation beneath it"
        );
        problems.push(missing(entry.line, message));
    }
    if let Some(left) = entry.text.chars().find(|c| !han && is_han(*c)) {
        let message = bilingual!(
            "译文里还有汉字“{left}”；请译出",
            "the translation still has the Chinese character “{left}”; translate it"
        );
        problems.push(problem(ProblemKind::TranslationChinese, entry.line, message));
    }
}

/// The quoted sentences with what stands beneath them. `space` stands between two lines of one
/// translation.
fn entries(file: &str, space: &str, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut unit = String::new();
    for (line, number) in file.lines().map(trimmed).zip(1..) {
        if let Some(heading) = line.strip_prefix("## ") {
            heading.trim().clone_into(&mut unit);
        } else if let Some(source) = line.strip_prefix("> ") {
            entries.push(Entry {
                unit: unit.clone(),
                source: source.to_owned(),
                text: String::new(),
                line: number,
            });
        } else if !line.is_empty() && !line.starts_with('#') && !line.starts_with("<!--") {
            match entries.last_mut() {
                Some(entry) if entry.unit == unit => {
                    let space = if entry.text.is_empty() { "" } else { space };
                    entry.text = format!("{}{space}{line}", entry.text);
                }
                _ => problems.push(problem(
                    ProblemKind::TranslationExtra,
                    number,
                    bilingual!(
                        "这段文字上面没有引用的原句；请用“> ”引用原句",
                        "text without a quoted sentence above it; quote the sentence with “> ”"
                    ),
                )),
            }
        }
    }
    entries
}

/// A line without the blanks around it. U+202F is none of them: in Mongolian it begins a suffix.
pub(super) fn trimmed(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() && c != '\u{202f}')
}

/// An empty translation file for a document: what a translator starts from.
pub fn skeleton(document: &Document, locale: &Locale) -> String {
    let mut file = format!("# {} · {}\n", document.id, locale.0);
    for unit in document.units() {
        // A String takes every write.
        let _ = write!(file, "\n## {}\n", unit.unit());
        for sentence in unit.sentences() {
            let _ = write!(file, "\n> {}\n\n", table::quoted(&sentence.text));
        }
    }
    file
}
