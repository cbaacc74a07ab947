//! What is printed: one row for each hit, link and fact. Offsets count Unicode code points from 0,
//! the end exclusive, as in the published data (docs/data-formats.md).

use std::fmt;
use std::io::Write;

use crate::protocol::{Fit, Hit, Reason, Snippet};
use corpus::{Address, Bound, Fact, FactKind, Library, Link, LinkKind, Span};
use serde::Serialize;
use serde_json::Number;

/// A snippet shows this many characters on either side of what was found.
const AROUND: usize = 30;

/// Writes a row as one line of JSON.
///
/// # Errors
/// Where nobody takes the output.
pub fn write_row(out: &mut impl Write, row: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, row).map_err(|error| {
        if error.is_io() { std::io::Error::from(error).into() } else { anyhow::Error::from(error) }
    })?;
    Ok(out.write_all(b"\n")?)
}

/// A hit: a unit of a document with the sentence that shows it best.
#[derive(Serialize)]
pub struct HitRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<&'a str>,
    document: &'a str,
    provision: String,
    sentence: Option<u16>,
    score: f32,
    snippet: String,
    text: &'a str,
    locale: &'a str,
    marks: Vec<SpanRow<'a>>,
    fit: Fit,
    places: u32,
    sentences: Vec<u16>,
    reasons: &'a [Reason],
}

impl<'a> HitRow<'a> {
    /// The row of a hit with all that the query `matched` in its unit; `id` is that of the query
    /// where there are several.
    pub fn of(id: Option<&'a str>, hit: &'a Hit, matched: &[Snippet]) -> Self {
        let shown = hit.snippets.first();
        let text = shown.map_or("", |snippet| snippet.text.as_str());
        let marks = shown.map_or(&[][..], |snippet| &snippet.marks);
        let mut sentences: Vec<u16> =
            matched.iter().filter_map(|snippet| snippet.at.sentence).collect();
        sentences.sort_unstable();
        sentences.dedup();
        Self {
            query: id,
            document: &hit.at.document.0,
            provision: hit.at.unit.to_string(),
            sentence: hit.at.sentence,
            score: hit.score,
            snippet: shown.map(excerpt).unwrap_or_default(),
            text,
            locale: shown.map_or("", |snippet| &snippet.locale.0),
            marks: marks.iter().map(|span| SpanRow::of(text, *span)).collect(),
            fit: hit.fit,
            places: hit.places,
            sentences,
            reasons: &hit.reasons,
        }
    }
}

/// The part of the sentence that was found, with some words around; cut between characters only.
fn excerpt(snippet: &Snippet) -> String {
    let text = snippet.text.as_str();
    let (Some(first), Some(last)) = (snippet.marks.first(), snippet.marks.last()) else {
        return text.to_owned();
    };
    let before = text.get(..first.start as usize).unwrap_or_default();
    let behind = text.get(last.end as usize..).unwrap_or_default();
    let start = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    let length: usize = behind.chars().take(AROUND).map(char::len_utf8).sum();
    text.get(start..last.end as usize + length).unwrap_or(text).to_owned()
}

/// A stretch of a text with its words.
#[derive(Serialize)]
pub struct SpanRow<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> SpanRow<'a> {
    fn of(text: &'a str, span: Span) -> Self {
        let (start, end) = span.in_characters(text);
        Self { start, end, text: span.of(text) }
    }
}

/// A sentence, or a part's heading, at an end of a link.
#[derive(Serialize)]
struct EndRow<'a> {
    document: &'a str,
    provision: String,
    sentence: Option<u16>,
}

impl<'a> EndRow<'a> {
    fn of(at: &'a Address) -> Self {
        Self { document: &at.document.0, provision: at.unit.to_string(), sentence: at.sentence }
    }
}

#[derive(Serialize)]
struct SharedRow<'a> {
    from: SpanRow<'a>,
    to: SpanRow<'a>,
}

/// A link.
#[derive(Serialize)]
pub struct LinkRow<'a> {
    from: EndRow<'a>,
    to: EndRow<'a>,
    kind: LinkKind,
    score: u8,
    evidence: Vec<SharedRow<'a>>,
}

impl<'a> LinkRow<'a> {
    /// The row of a link of this library.
    pub fn of(library: &'a Library, link: &'a Link) -> Self {
        let text = |at| library.sentence(at).map_or("", |sentence| sentence.text.as_str());
        let (from, to) = (text(&link.from), text(&link.to));
        let evidence = link.evidence.iter().map(|shared| SharedRow {
            from: SpanRow::of(from, shared.from),
            to: SpanRow::of(to, shared.to),
        });
        Self {
            from: EndRow::of(&link.from),
            to: EndRow::of(&link.to),
            kind: link.kind,
            score: link.score,
            evidence: evidence.collect(),
        }
    }

    /// The words that both ends share, as the explained text has them.
    pub fn shared(&self) -> impl Iterator<Item = &str> {
        self.evidence.iter().map(|shared| shared.to.text)
    }

    /// The name of its kind.
    pub fn kind(&self) -> &'static str {
        match self.kind {
            LinkKind::Quote => "quote",
            LinkKind::Paraphrase => "paraphrase",
            LinkKind::Mention => "mention",
        }
    }
}

/// A fact; what the text does not state is `null`.
#[derive(Serialize)]
pub struct FactRow<'a> {
    document: &'a str,
    provision: String,
    sentence: Option<u16>,
    span: &'a str,
    start: usize,
    end: usize,
    kind: FactKind,
    value: Option<Number>,
    upper: Option<Number>,
    unit: Option<&'a str>,
    bound: Bound,
    aimed: bool,
    stable: bool,
    about: Option<&'a str>,
    date: Option<&'a str>,
    due: Option<&'a str>,
    place: Option<&'a str>,
    text: &'a str,
}

impl<'a> FactRow<'a> {
    /// The row of a fact of this library; `None` where its address names no sentence.
    pub fn of(library: &'a Library, fact: &'a Fact) -> Option<Self> {
        let text = library.sentence(&fact.at)?.text.as_str();
        let (start, end) = fact.span.in_characters(text);
        Some(Self {
            document: &fact.at.document.0,
            provision: fact.at.unit.to_string(),
            sentence: fact.at.sentence,
            span: fact.span.of(text),
            start,
            end,
            kind: fact.kind,
            value: Some(fact.value).filter(|_| fact.has_value()).and_then(number),
            upper: fact.upper.and_then(number),
            unit: Some(fact.unit.as_str()).filter(|_| fact.has_value()),
            bound: fact.bound,
            aimed: fact.aimed,
            stable: fact.stable,
            about: stated(fact.about.of(text)),
            date: stated(&fact.date),
            due: stated(&fact.due),
            place: fact.place.and_then(|place| stated(place.of(text))),
            text,
        })
    }
}

impl fmt::Display for FactRow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.document, self.provision)?;
        if let Some(sentence) = self.sentence {
            write!(f, "#s{sentence}")?;
        }
        write!(f, "  {}", self.span)?;
        for (name, words) in [("about", self.about), ("due", self.due), ("place", self.place)] {
            if let Some(words) = words {
                write!(f, "  {name}: {words}")?;
            }
        }
        Ok(())
    }
}

/// Whole numbers are printed without a decimal point.
fn number(value: f64) -> Option<Number> {
    let whole = format!("{value}").parse::<i64>().ok().map(Number::from);
    whole.or_else(|| Number::from_f64(value))
}

fn stated(words: &str) -> Option<&str> {
    Some(words).filter(|words| !words.is_empty())
}
