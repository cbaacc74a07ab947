//! The plain lines of topics: every figure, place, mood and condition of the quote stands in them.

use super::exceptions::{Exceptions, line_of};
use super::table::{RenderingKind, Table};
use super::{Files, words};
use crate::glossary::{Place, TopicMeasure};
use crate::library::Library;
use crate::problem::Problem;
use crate::quantities::english;

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
                let message = format!(
                    "topic {at}: the quote says “{word}”, the {language} line does not; say it \
                     there, quote less, or name an exception in editorial.toml"
                );
                problems.extend(exceptions.unless(FILE, &at, &word, line, message));
            }
        }
    }
    problems
}

/// Words that say what kind of place it is; a plain line may leave them out.
const KINDS_OF_PLACES: [&str; 12] = [
    "autonomous",
    "region",
    "province",
    "league",
    "prefecture",
    "city",
    "county",
    "banner",
    "district",
    "zone",
    "river",
    "town",
];

/// What the quote has and a plain line lacks: the word, and the language of the line.
pub fn lost(
    measure: &TopicMeasure,
    table: &Table,
    places: &[Place],
) -> Vec<(String, &'static str)> {
    let (zh, en) = (measure.plain_zh.as_str(), measure.plain_en.as_str());
    let mut lost = Vec::new();
    let mut tell = |word: &str, chinese: bool, english: bool| {
        if !chinese && !zh.is_empty() {
            lost.push((word.to_owned(), "Chinese"));
        }
        if !english && !en.is_empty() {
            lost.push((word.to_owned(), "English"));
        }
    };
    for (word, rendering) in words::chinese(&measure.quote, &table.renderings) {
        if rendering.plain.is_empty() && rendering.kind == RenderingKind::Mood {
            continue;
        }
        let chinese = rendering.plain.iter().any(|form| zh.contains(form.as_str()));
        tell(word, chinese, words::english(en, &rendering.en));
    }
    let numbers = english::numbers(en);
    for (printed, value) in figures(&measure.quote) {
        let english = numbers.iter().any(|n| (n.value - value).abs() <= 1e-6 * value.abs());
        tell(&printed, figures(zh).iter().any(|(_, other)| same(*other, value)), english);
    }
    for place in named(&measure.quote, places) {
        let chinese = place.zh.iter().any(|form| zh.contains(form.as_str()));
        tell(&place.zh[0], chinese, en.contains(&own_name(&place.en)));
    }
    lost
}

/// The Arabic figures of a Chinese text, with what follows of 万 and 亿 applied.
fn figures(text: &str) -> Vec<(String, f64)> {
    let mut figures = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[start..];
        let number = |c: char| c.is_ascii_digit() || c == '.';
        let end = from.find(|c| !number(c)).unwrap_or(from.len());
        let magnitude = from[end..].chars().take_while(|c| matches!(c, '百' | '千' | '万' | '亿'));
        let (mut factor, mut length) = (1.0, end);
        for c in magnitude {
            length += c.len_utf8();
            factor *= match c {
                '百' => 1e2,
                '千' => 1e3,
                '万' => 1e4,
                _ => 1e8,
            };
        }
        if let Ok(value) = from[..end].trim_end_matches('.').parse::<f64>() {
            figures.push((from[..length].to_owned(), value * factor));
        }
        rest = &from[length..];
    }
    figures
}

/// The name without the kind of place behind it: “Hinggan” of “Hinggan League”.
fn own_name(english: &str) -> String {
    let kind = |word: &&str| KINDS_OF_PLACES.contains(&word.to_lowercase().as_str());
    let own: Vec<&str> = english.split(' ').take_while(|word| !kind(word)).collect();
    if own.is_empty() { english.to_owned() } else { own.join(" ") }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
}

/// The places that the text names; a place within the name of another does not count.
fn named<'p>(text: &str, places: &'p [Place]) -> Vec<&'p Place> {
    let mut forms: Vec<(&str, &Place)> =
        places.iter().flat_map(|p| p.zh.iter().map(move |form| (form.as_str(), p))).collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let mut text = text.to_owned();
    let mut found: Vec<&Place> = Vec::new();
    for (form, place) in forms {
        if !form.is_empty() && text.contains(form) {
            text = text.replace(form, "\n");
            if !found.iter().any(|other| other.id == place.id) {
                found.push(place);
            }
        }
    }
    found
}
