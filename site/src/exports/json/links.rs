//! Links in JSON, with the words that both ends share.

use corpus::compare::DifferenceKind;
use corpus::{Library, Link, LinkKind};
use serde::Serialize;

use super::span::SpanData;

/// A link.
#[derive(Serialize)]
pub struct LinkData<'a> {
    from: String,
    to: String,
    kind: LinkKind,
    score: u8,
    evidence: Vec<EvidenceData<'a>>,
    differences: Vec<DifferenceData<'a>>,
}

#[derive(Serialize)]
struct EvidenceData<'a> {
    from: SpanData<'a>,
    to: SpanData<'a>,
}

#[derive(Serialize)]
struct DifferenceData<'a> {
    kind: DifferenceKind,
    from: SpanData<'a>,
    to: SpanData<'a>,
}

/// A link with the words at its ends.
pub fn link_data<'a>(library: &'a Library, link: &Link) -> LinkData<'a> {
    let text = |address| library.sentence(address).map_or("", |sentence| sentence.text.as_str());
    let (from, to) = (text(&link.from), text(&link.to));
    LinkData {
        from: link.from.to_string(),
        to: link.to.to_string(),
        kind: link.kind,
        score: link.score,
        evidence: link
            .evidence
            .iter()
            .map(|shared| EvidenceData {
                from: SpanData::of(from, shared.from),
                to: SpanData::of(to, shared.to),
            })
            .collect(),
        differences: link
            .differences
            .iter()
            .map(|difference| DifferenceData {
                kind: difference.kind,
                from: SpanData::of(from, difference.from),
                to: SpanData::of(to, difference.to),
            })
            .collect(),
    }
}
