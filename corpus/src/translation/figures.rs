//! Whether an English sentence has the figures of the Chinese one, and no others.
//!
//! Every number is compared after magnitudes are applied (`1000万亩` is “10 million mu”). Amounts,
//! dates and ranks must be there. Small counts may be put in other words (两级 as “township and
//! village levels”), and idioms may bring a number into English, so those are only doubtful.

use super::{Translation, equivalents, place::Places};
use crate::address::Address;
use crate::bilingual;
use crate::chars::Chars;
use crate::facts::{self, Fact, FactKind};
use crate::locale::Bilingual;
use crate::model::{Document, Sentence};
use crate::problem::{Problem, ProblemKind, Severity};
use crate::quantities::english::{self, EnglishNumber};
use crate::quantities::{is_numeric, numeral, spelled};

/// English months.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Spelled numbers up to this one are often no figures: “one of the …”, “both”.
const IDIOMATIC: f64 = 2.0;

/// Compares the figures of a document with those of its English translation. `file` is the
/// translation's file, for the places of problems.
pub(super) fn check(document: &Document, translation: &Translation, file: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut places = Places::new(file);
    for ((unit, sentence), english) in document.sentences().zip(&translation.sentences) {
        let position = places.of(&sentence.text);
        if english.is_empty() {
            continue;
        }
        let at = Address { document: document.id.clone(), unit, sentence: Some(sentence.number) };
        for (severity, message) in findings(&at, sentence, english) {
            let message = message.after(&at);
            problems.push(Problem::new(
                ProblemKind::TranslationFigure,
                severity,
                position,
                message,
            ));
        }
    }
    problems
}

fn findings(at: &Address, sentence: &Sentence, english: &str) -> Vec<(Severity, Bilingual)> {
    let facts = facts::of_sentence(at, sentence, &[]);
    let numbers = english::numbers(english);
    let mut findings = Vec::new();
    for fact in &facts {
        let printed = fact.span.of(&sentence.text);
        if let Some(missing) = missing(fact, printed, english, &numbers) {
            let message = bilingual!(
                "译文里缺少“{printed}”：没有找到 {missing}",
                "“{printed}” is missing in the translation: {missing} not found"
            );
            findings.push((severity(fact), message));
        }
    }
    let allowed = allowed(&facts, &sentence.text);
    for number in &numbers {
        let known = allowed.iter().any(|value| same(*value, number.value));
        let idiom = number.spelled && number.value <= IDIOMATIC;
        if !known && !idiom {
            let severity = if number.spelled { Severity::Warning } else { Severity::Error };
            let words = &number.words;
            let message = bilingual!(
                "译文里的“{words}”在中文原句里没有对应的数字",
                "“{words}” has no figure in the Chinese sentence"
            );
            findings.push((severity, message));
        }
    }
    findings
}

pub(super) fn severity(fact: &Fact) -> Severity {
    match fact.kind {
        FactKind::Target
        | FactKind::Standard
        | FactKind::Result
        | FactKind::Threshold
        | FactKind::Rank => Severity::Error,
        FactKind::Date if !fact.date.is_empty() => Severity::Error,
        _ => Severity::Warning,
    }
}

/// What of the fact the English lacks, for the message.
fn missing(fact: &Fact, printed: &str, english: &str, numbers: &[EnglishNumber]) -> Option<String> {
    let has = |value: f64| numbers.iter().any(|number| same(value, number.value));
    if fact.kind == FactKind::Name {
        // Slogans are put in words; only their Arabic digits must stay.
        return arabic(printed).into_iter().find(|value| !has(*value)).map(|v| v.to_string());
    }
    if !fact.date.is_empty() {
        // 中旬 is “the middle of”, whose days English need not name.
        let ten_days = printed.contains('旬');
        let date = if ten_days { fact.date.get(..fact.date.len() / 2 - 3) } else { None };
        return missing_date(date.unwrap_or(&fact.date), english, has);
    }
    let word = match fact.value {
        1.0 => ["one", "first", "top", "each", " a "].iter().any(|word| english.contains(word)),
        2.0 => ["two", "both", "second", "half"].iter().any(|word| english.contains(word)),
        _ => false,
    };
    let told = |value: f64| {
        equivalents::of(value, fact).into_iter().any(has)
            || equivalents::in_words(value, fact, english)
    };
    let lower = (!told(fact.value) && !word).then_some(fact.value);
    let upper = fact.upper.filter(|upper| !told(*upper));
    lower.or(upper).map(|value| value.to_string())
}

fn missing_date(iso: &str, english: &str, has: impl Fn(f64) -> bool) -> Option<String> {
    let parts = iso.split('/').flat_map(|date| {
        let date = date.strip_prefix("--").map_or(date.to_owned(), |rest| format!("0-{rest}"));
        let parts: Vec<u32> = date.split('-').filter_map(|part| part.parse().ok()).collect();
        parts.into_iter().enumerate().collect::<Vec<_>>()
    });
    for (index, value) in parts {
        let month = MONTHS.get((value as usize).wrapping_sub(1));
        let found = match index {
            0 => value == 0 || has(f64::from(value)),
            // 2026-03-01
            1 if english.contains(&format!("-{value:02}-")) => true,
            1 => month.is_some_and(|month| english.contains(&month[..3])),
            _ => has(f64::from(value)),
        };
        if !found {
            return Some(if index == 1 {
                month.map_or(String::new(), ToString::to_string)
            } else {
                value.to_string()
            });
        }
    }
    None
}

fn arabic(text: &str) -> Vec<f64> {
    english::numbers(&text.replace(|c: char| !c.is_ascii(), " "))
        .into_iter()
        .map(|number| number.value)
        .collect()
}

/// Every number that the Chinese sentence may stand behind: its facts, the parts of its dates and
/// every numeral in it, in names and idioms as well.
pub(super) fn allowed(facts: &[Fact], text: &str) -> Vec<f64> {
    let stated = facts.iter().flat_map(|f| [Some((f.value, f)), f.upper.map(|upper| (upper, f))]);
    let mut values: Vec<f64> =
        stated.flatten().flat_map(|(value, fact)| equivalents::of(value, fact)).collect();
    for fact in facts {
        values.extend(last_day(fact, text));
        values.extend(fact.date.split(['-', '/']).filter_map(|part| part.parse::<f64>().ok()));
    }
    let text = spelled(text);
    let mut at = 0;
    while at < text.len() {
        if text.get(at).is_some_and(|c| matches!(c, '双' | '副' | '俩')) {
            values.push(2.0);
        }
        // 首位, 头等: first.
        if text.get(at).is_some_and(|c| matches!(c, '首' | '头' | '单' | '初')) {
            values.push(1.0);
        }
        if text.get(at).is_some_and(is_numeric) {
            let whole = numeral(&text, at);
            values.extend(
                whole.iter().flat_map(|number| [Some(number.value), number.upper]).flatten(),
            );
            // 十四五: the fourteenth five-year plan; 千万工程: a thousand and ten thousand.
            for end in at + 1..=text.len().min(at + 4) {
                let part = Chars::new(&text.text(at..end));
                let number = numeral(&part, 0);
                values.extend(number.iter().map(|number| number.value));
            }
        }
        at += 1;
    }
    values
}

/// 6月底: its last day, which English may name; “June 30”.
fn last_day(fact: &Fact, text: &str) -> Option<f64> {
    let ends = fact.span.of(text).contains(['底', '末']);
    let month = fact.date.rsplit('-').next()?.parse::<u32>().ok()?;
    let stated = fact.date.len() == 7 || fact.date.starts_with("--") && fact.date.len() == 4;
    let last = match month {
        2 => 28.0,
        4 | 6 | 9 | 11 => 30.0,
        _ => 31.0,
    };
    (ends && stated).then_some(last)
}

pub(super) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
}
