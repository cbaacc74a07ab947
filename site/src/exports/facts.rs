//! Figures and deadlines: `data/<id>.facts.json` (see `schema/facts-1.json`) and `.facts.csv`.

use corpus::{Bound, Edition, Fact, FactKind};
use serde::Serialize;

use super::cited::Cited;
use super::csv::Table;
use super::json::{FORMAT, SpanData, pretty, stated};

#[derive(Serialize)]
struct FactsFile<'a> {
    format: &'static str,
    content: &'static str,
    id: &'a corpus::DocumentId,
    facts: Vec<FactData<'a>>,
}

#[derive(Serialize)]
struct FactData<'a> {
    address: String,
    kind: FactKind,
    span: SpanData<'a>,
    value: Option<serde_json::Number>,
    upper: Option<serde_json::Number>,
    unit: Option<&'a str>,
    bound: Bound,
    aimed: bool,
    stable: bool,
    about: Option<SpanData<'a>>,
    date: Option<&'a str>,
    due: Option<&'a str>,
    due_at: Option<SpanData<'a>>,
    place: Option<SpanData<'a>>,
    sentence: &'a str,
    row: Option<String>,
    column: Option<String>,
}

/// The facts of an edition as JSON.
pub fn json(edition: &Edition) -> serde_json::Result<String> {
    let file = FactsFile {
        format: FORMAT,
        content: "facts",
        id: &edition.document.id,
        facts: edition.facts.iter().filter_map(|fact| data(edition, fact)).collect(),
    };
    pretty(&file)
}

/// The facts of an edition as a table.
pub fn csv(edition: &Edition, cited: &Cited) -> String {
    let mut table = Table::new(&[
        "address", "kind", "figure", "value", "upper", "unit", "bound", "aimed", "stable", "about",
        "date", "due", "due_at", "place", "sentence", "row", "column", "citation",
    ]);
    for fact in &edition.facts {
        let Some(sentence) = edition.document.sentence(&fact.at) else { continue };
        let names = edition.document.cell_names(&fact.at, fact.span).unwrap_or_default();
        table.row(&[
            &fact.at.to_string(),
            &name(fact.kind),
            fact.span.of(&sentence.text),
            &if fact.has_value() { fact.value.to_string() } else { String::new() },
            &fact.upper.map(|upper| upper.to_string()).unwrap_or_default(),
            if fact.has_value() { &fact.unit } else { "" },
            &name(fact.bound),
            yes(fact.aimed),
            yes(fact.stable),
            fact.about.of(&sentence.text),
            &fact.date,
            &fact.due,
            fact.due_at.map_or("", |span| span.of(&sentence.text)),
            fact.place.map_or("", |span| span.of(&sentence.text)),
            &sentence.text,
            &names.row,
            &names.column,
            &cited.of(&fact.at, false),
        ]);
    }
    table.finish()
}

fn data<'a>(edition: &'a Edition, fact: &'a Fact) -> Option<FactData<'a>> {
    let sentence = edition.document.sentence(&fact.at)?.text.as_str();
    let names = edition.document.cell_names(&fact.at, fact.span).unwrap_or_default();
    Some(FactData {
        address: fact.at.to_string(),
        kind: fact.kind,
        span: SpanData::of(sentence, fact.span),
        value: Some(fact.value).filter(|_| fact.has_value()).and_then(number),
        upper: fact.upper.and_then(number),
        unit: Some(fact.unit.as_str()).filter(|_| fact.has_value()),
        bound: fact.bound,
        aimed: fact.aimed,
        stable: fact.stable,
        about: Some(SpanData::of(sentence, fact.about))
            .filter(|_| fact.about.start < fact.about.end),
        date: stated(&fact.date),
        due: stated(&fact.due),
        due_at: fact.due_at.map(|span| SpanData::of(sentence, span)),
        place: fact.place.map(|span| SpanData::of(sentence, span)),
        sentence,
        row: Some(names.row).filter(|name| !name.is_empty()),
        column: Some(names.column).filter(|name| !name.is_empty()),
    })
}

/// A whole number without a decimal point; `None` for what is no number.
pub fn number(value: f64) -> Option<serde_json::Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        return value.to_string().parse::<i64>().ok().map(serde_json::Number::from);
    }
    serde_json::Number::from_f64(value)
}

/// The name of a case as data writes it.
fn name(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn yes(value: bool) -> &'static str {
    if value { "yes" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_fact_keeps_its_words_and_its_place() {
        let library = sample::library();
        let json = json(&library.editions[0]).expect("serializes");
        assert!(json.contains("\"value\": 500,"), "{json}");
        assert!(json.contains("\"text\": \"500公里以上\""), "{json}");
        let csv = csv(&library.editions[0], &sample::cited(&library));
        assert!(
            csv.contains(
                "\"roads/1#s1\",\"target\",\"500公里以上\",\"500\",\"\",\"公里\",\"at_least\""
            ),
            "{csv}"
        );
    }

    #[test]
    fn whole_numbers_have_no_point() {
        assert_eq!(number(10_000_000.0).map(|n| n.to_string()).as_deref(), Some("10000000"));
        assert_eq!(number(1.5).map(|n| n.to_string()).as_deref(), Some("1.5"));
        assert_eq!(number(f64::NAN), None);
    }
}
