//! Figures of sentences that nobody here wrote the rules for: every field, by kind of difficulty.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::gold;
use corpus::facts::of_sentence;
use corpus::{Address, Bound, Fact, FactKind, Sentence};

/// What a row of a gold file asks for.
#[derive(Debug)]
enum Wanted {
    Figure {
        words: String,
        value: f64,
        upper: Option<f64>,
        unit: String,
        bounds: Vec<String>,
        kind: Option<String>,
    },
    Date {
        words: String,
        iso: Option<String>,
        due: bool,
    },
    Nothing {
        words: String,
    },
}

fn wanted(cell: &str) -> Vec<Wanted> {
    cell.split("; ").filter(|part| *part != "-").map(one).collect()
}

fn one(part: &str) -> Wanted {
    if let Some(words) = part.strip_prefix("none: ") {
        return Wanted::Nothing { words: words.to_owned() };
    }
    let (words, rest) = part.split_once(" = ").expect("words = figure");
    let words = words.to_owned();
    if rest == "date" {
        return Wanted::Date { words, iso: None, due: true };
    }
    if let Some(iso) = rest.strip_prefix("on ") {
        return Wanted::Date { words, iso: Some(iso.to_owned()), due: false };
    }
    if let Some(iso) = rest.strip_prefix("by ") {
        return Wanted::Date { words, iso: Some(iso.to_owned()), due: true };
    }
    let (rest, kind) = match rest.split_once(':') {
        Some((rest, kind)) => (rest, Some(kind.to_owned())),
        None => (rest, None),
    };
    let mut cells = rest.split(' ');
    let value = cells.next().expect("a value");
    let (value, upper) = value.split_once("..").map_or((value, None), |(a, b)| (a, Some(b)));
    let number = |text: &str| text.parse::<f64>().expect("a number");
    let unit = cells.next().expect("a unit").replace('-', "");
    let bounds = cells.next().expect("a bound").split('|').map(str::to_owned).collect();
    Wanted::Figure { words, value: number(value), upper: upper.map(number), unit, bounds, kind }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

/// Shares are one unit: 七成 is 70 %.
fn share(unit: &str) -> Option<f64> {
    [("", 1.0), ("%", 0.01), ("‰", 0.001), ("‱", 0.0001), ("成", 0.1)]
        .into_iter()
        .find_map(|(name, factor)| (name == unit).then_some(factor))
}

fn same(value: f64, unit: &str, other: f64, other_unit: &str) -> bool {
    match (share(unit), share(other_unit)) {
        (Some(a), Some(b)) => close(value * a, other * b),
        _ => close(value, other) && unit == other_unit.split('(').next().unwrap_or_default(),
    }
}

/// A value as a test writes it.
fn name(value: impl serde::Serialize) -> String {
    toml::Value::try_from(value)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// What is wrong with what was read; nothing where all is right.
fn faults(text: &str, wanted: &Wanted, facts: &[Fact]) -> Option<String> {
    let place = |fact: &Fact| (fact.span.start as usize, fact.span.end as usize);
    let overlaps = |fact: &&Fact, words: &str| {
        let at = text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
        let (from, to) = place(fact);
        let (start, end) = (from.max(at), to.min(at + words.len()));
        let shorter = (to - from).min(words.len());
        end > start && 2 * (end - start) >= shorter
    };
    match wanted {
        Wanted::Nothing { words } => {
            let invented = facts.iter().find(|fact| {
                text.match_indices(words.as_str())
                    .any(|(at, _)| at <= place(fact).0 && place(fact).1 <= at + words.len())
                    && !matches!(fact.kind, FactKind::Name | FactKind::Ordinal)
            })?;
            Some(format!("invented {}", invented.span.of(text)))
        }
        Wanted::Figure { words, value, upper, unit, bounds, kind } => {
            let read = facts.iter().filter(|fact| overlaps(fact, words));
            let right = |fact: &Fact| {
                let alike = same(*value, unit, fact.value, &fact.unit)
                    && upper
                        .is_none_or(|u| fact.upper.is_some_and(|f| same(u, unit, f, &fact.unit)))
                    && (upper.is_some() || bounds == &["~"] || fact.upper.is_none());
                let bound = bounds.iter().any(|b| b == "~" || *b == name(fact.bound));
                alike && bound && kind.as_ref().is_none_or(|kind| *kind == name(fact.kind))
            };
            (!read.clone().any(right)).then(|| format!("{words}: {}", told(text, read)))
        }
        Wanted::Date { words, iso, due } => {
            let read = facts.iter().filter(|fact| overlaps(fact, words));
            let right = |fact: &Fact| {
                fact.kind == FactKind::Date
                    && iso
                        .as_ref()
                        .is_none_or(|iso| fact.date == *iso && (!due || fact.due == *iso))
                    && (!due || fact.due_at.is_some())
            };
            (!read.clone().any(right)).then(|| format!("{words}: {}", told(text, read)))
        }
    }
}

fn told<'f>(text: &str, facts: impl Iterator<Item = &'f Fact>) -> String {
    let mut line = String::new();
    for fact in facts {
        let Fact { value, upper, unit, bound, kind, date, due, .. } = fact;
        let words = fact.span.of(text);
        write!(line, "[{words} {value} {upper:?} {unit} {bound:?} {kind:?} {date} {due}]").unwrap();
    }
    if line.is_empty() { "nothing".to_owned() } else { line }
}

/// The share of right sentences of a file, told by kind; `least` must be right.
fn check(file: &str, least: f64) {
    let mut kinds: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut report = String::new();
    for row in gold::rows(file) {
        let [kind, text, cell] = row.as_slice() else { panic!("{row:?}: three columns") };
        let at: Address = "x/1#s1".parse().expect("an address");
        let sentence = Sentence { number: 1, text: text.clone(), line: 1, column: 1 };
        let facts = of_sentence(&at, &sentence, &[]);
        let mut wrong: Vec<String> =
            wanted(cell).iter().filter_map(|wanted| faults(text, wanted, &facts)).collect();
        if cell == "-"
            && facts.iter().any(|f| !matches!(f.kind, FactKind::Name | FactKind::Ordinal))
        {
            wrong.push(format!("invented {}", told(text, facts.iter())));
        }
        let count = kinds.entry(kind.clone()).or_default();
        count.1 += 1;
        count.0 += u32::from(wrong.is_empty());
        if !wrong.is_empty() {
            writeln!(report, "{kind}: {text} – {}", wrong.join("; ")).unwrap();
        }
    }
    let (right, all) = kinds.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    eprint!("{report}");
    for (kind, (right, all)) in &kinds {
        eprintln!("{kind}: {right} of {all}");
    }
    gold::tell(&format!("{file}: {right} of {all} sentences right"));
    assert!(f64::from(right) >= least * f64::from(all), "{right} of {all}\n{report}");
}

#[test]
fn figures_of_held_out_sentences() {
    check("quantities/held-out.tsv", 0.95);
}

#[test]
fn figures_of_sentences_that_once_failed() {
    check("quantities/known.tsv", 0.95);
}

#[test]
fn figures_of_sentences_of_policies() {
    check("quantities/policies.tsv", 0.95);
}

#[test]
fn figures_of_sentences_of_several_ministries() {
    check("quantities/ministries.tsv", 0.95);
}

#[test]
fn figures_of_sentences_of_nine_sectors() {
    check("quantities/sectors.tsv", 0.95);
    check("quantities/sectors-held-out.tsv", 0.95);
}

#[test]
fn a_reversed_bound_is_never_read() {
    let at: Address = "x/1#s1".parse().expect("an address");
    for negation in [
        "不",
        "不得",
        "不应",
        "不应当",
        "不能",
        "不可",
        "不准",
        "不许",
        "不宜",
        "严禁",
        "未",
        "没有",
    ] {
        for (word, bound) in [
            ("超过", Bound::AtMost),
            ("高于", Bound::AtMost),
            ("大于", Bound::AtMost),
            ("多于", Bound::AtMost),
            ("突破", Bound::AtMost),
            ("低于", Bound::AtLeast),
            ("少于", Bound::AtLeast),
            ("小于", Bound::AtLeast),
        ] {
            for particle in ["", "了", "总额的"] {
                let text = format!("比例{negation}{word}{particle}15%。");
                let sentence = Sentence { number: 1, text, line: 1, column: 1 };
                let facts = of_sentence(&at, &sentence, &[]);
                assert_eq!(facts.last().map(|fact| fact.bound), Some(bound), "{}", sentence.text);
            }
        }
    }
}
