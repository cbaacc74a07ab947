//! The plain lines of topics: every figure, place, mood and condition of the quote stands in them,
//! and no other.

use super::exceptions::{Exceptions, line_of};
use super::table::{RenderingKind, Table};
use super::{Files, names, words};
use crate::bilingual;
use crate::glossary::{Place, TopicMeasure};
use crate::library::Library;
use crate::locale::Bilingual;
use crate::problem::Problem;
use crate::quantities::{english, numeral, spelled};

/// The file of topics.
const FILE: &str = "topics.toml";

pub fn check(
    library: &Library,
    table: &Table,
    files: &Files<'_>,
    exceptions: &mut Exceptions<'_>,
) -> Vec<Problem> {
    let file = files(FILE).unwrap_or_default();
    let mut problems = Vec::new();
    let mut line = 0;
    for located in &library.topics {
        for measure in &located.topic.measures {
            line = line_of(&file, &measure.quote, line);
            let at = format!("{} {}", located.topic.id, measure.at);
            for (word, language) in lost(measure, table, &library.places) {
                let message = bilingual!(
                    "话题 {at}：引文里有“{word}”，{language}的“编者的话”没有；请补上，或者少引一些，\
                     或者在 editorial.toml 里写一条例外",
                    "topic {at}: the quote says “{word}”, the {language} line does not; say it \
                     there, quote less, or name an exception in editorial.toml"; language
                );
                problems.extend(exceptions.unless(FILE, &at, &word, line, message));
            }
            for (word, language) in added(measure, table, &library.places) {
                let message = bilingual!(
                    "话题 {at}：{language}的“编者的话”里有“{word}”，引文没有；请去掉，或者多引一些，\
                     或者在 editorial.toml 里写一条例外",
                    "topic {at}: the {language} line says “{word}”, the quote does not; take it \
                     out, quote more, or name an exception in editorial.toml"; language
                );
                problems.extend(exceptions.unless(FILE, &at, &word, line, message));
            }
        }
    }
    problems
}

fn chinese_line() -> Bilingual {
    bilingual!("中文", "Chinese")
}

fn english_line() -> Bilingual {
    bilingual!("英文", "English")
}

/// What the quote has and a plain line lacks: the word, and the language of the line.
fn lost(measure: &TopicMeasure, table: &Table, places: &[Place]) -> Vec<(String, Bilingual)> {
    let (zh, en) = (measure.plain_zh.as_str(), measure.plain_en.as_str());
    let mut lost = Vec::new();
    let mut tell = |word: &str, chinese: bool, english: bool| {
        if !chinese && !zh.is_empty() {
            lost.push((word.to_owned(), chinese_line()));
        }
        if !english && !en.is_empty() {
            lost.push((word.to_owned(), english_line()));
        }
    };
    for (word, rendering) in words::chinese(&measure.quote, &table.renderings) {
        if rendering.plain.is_empty() && rendering.kind == RenderingKind::Mood {
            continue;
        }
        let chinese = rendering.plain.iter().any(|form| zh.contains(form.as_str()));
        tell(word, chinese, words::english(en, &rendering.en));
    }
    let (chinese, english) = (figures(zh), english::numbers(en));
    for (printed, value) in figures(&measure.quote).into_iter().filter(|f| arabic(&f.0)) {
        let in_english = english.iter().any(|number| same(number.value, value));
        tell(&printed, chinese.iter().any(|(_, other)| same(*other, value)), in_english);
    }
    for place in names::places_in(&measure.quote, places) {
        let chinese = place.zh.iter().any(|form| zh.contains(form.as_str()));
        tell(&place.zh[0], chinese, en.contains(&names::own_name(&place.en)));
    }
    lost
}

/// What a plain line has and the quote lacks: figures, places, and moods that are kept for their
/// own words.
fn added(measure: &TopicMeasure, table: &Table, places: &[Place]) -> Vec<(String, Bilingual)> {
    let (zh, en) = (measure.plain_zh.as_str(), measure.plain_en.as_str());
    let mut added = Vec::new();
    let quoted = figures(&measure.quote);
    let known = |value: f64| quoted.iter().any(|(_, other)| same(*other, value));
    for (printed, _) in figures(zh).into_iter().filter(|f| arabic(&f.0) && !known(f.1)) {
        added.push((printed, chinese_line()));
    }
    for number in english::numbers(en).into_iter().filter(|n| !n.spelled && !known(n.value)) {
        added.push((number.words, english_line()));
    }
    let named = names::places_in(&measure.quote, places);
    for place in names::places_in(zh, places) {
        if !named.iter().any(|other| other.id == place.id) {
            added.push((place.zh[0].clone(), chinese_line()));
        }
    }
    for rendering in table.renderings.iter().filter(|rendering| rendering.reserved) {
        if rendering.zh.iter().any(|word| measure.quote.contains(word.as_str())) {
            continue;
        }
        let chinese = rendering.plain.iter().find(|form| zh.contains(form.as_str()));
        added.extend(chinese.map(|word| (word.clone(), chinese_line())));
        if words::english(en, &rendering.en) {
            added.push((rendering.en[0].trim_end_matches('-').to_owned(), english_line()));
        }
    }
    added
}

/// The figures of a Chinese text as printed, with their values.
fn figures(text: &str) -> Vec<(String, f64)> {
    let text = spelled(text);
    let mut figures = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match numeral(&text, at) {
            Some(numeral) if !numeral.range.is_empty() => {
                at = numeral.range.end;
                let printed = text.text(numeral.range.clone());
                let ends = [Some(numeral.value), numeral.upper];
                let clear = ends.into_iter().flatten().filter(|_| numeral.clear);
                figures.extend(clear.map(|value| (printed.clone(), value)));
            }
            _ => at += 1,
        }
    }
    figures
}

/// Whether a figure is written in digits: other numerals are often parts of words.
fn arabic(printed: &str) -> bool {
    printed.contains(|c: char| c.is_ascii_digit())
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
}
