//! What explains what: beneath a sentence its counterparts, beside a provision the passages, with
//! shared wording marked, in both directions.

use corpus::compare::DifferenceKind;
use corpus::{Address, Bilingual, Edition, Link, LinkKind, Sentence, Span, Unit};
use maud::{Markup, html};

use super::sentence;
use crate::marks::Mark;
use crate::reader::Reader;
use crate::route::Route;
use crate::ui::fill;

/// One end of a link as the reader of the other end sees it.
struct Counterpart<'a> {
    link: &'a Link,
    /// The sentence at the other end.
    address: &'a Address,
    /// Whether that is the explaining end.
    explains: bool,
}

impl Counterpart<'_> {
    /// What to mark in the other end's sentence: what both share, and what only it has.
    fn marks(&self) -> Vec<(Span, Mark)> {
        let here = |from: Span, to: Span| if self.explains { from } else { to };
        let shared = self.link.evidence.iter().map(|e| (here(e.from, e.to), Mark::Shared));
        let different = self.link.differences.iter().filter_map(|difference| {
            let mark = match (difference.kind, self.explains) {
                (DifferenceKind::Changed, _) => Mark::Changed,
                (DifferenceKind::Added, true) => Mark::Added,
                (DifferenceKind::Dropped, false) => Mark::Dropped,
                _ => return None,
            };
            Some((here(difference.from, difference.to), mark))
        });
        shared.chain(different).collect()
    }
}

/// The counterparts of a sentence, in either direction.
fn counterparts<'a>(reader: &'a Reader, address: &Address) -> Vec<Counterpart<'a>> {
    let explaining = |link: &&'a Link| Counterpart { link, address: &link.from, explains: true };
    let explained = |link: &&'a Link| Counterpart { link, address: &link.to, explains: false };
    let shelf = &reader.shelf;
    let found = shelf.links_to(address).iter().map(explaining);
    found.chain(shelf.links_from(address).iter().map(explained)).collect()
}

/// Beneath a sentence: a quiet mark that opens its counterparts.
pub fn beneath(reader: &Reader, address: &Address) -> Markup {
    let texts = reader.texts();
    let found = counterparts(reader, address);
    html! {
        @if let Some(first) = found.first() {
            details.beneath {
                summary {
                    (if first.explains { texts.explained } else { texts.explains })
                    " " span.count { (found.len()) }
                }
                ul { @for counterpart in &found { (one(reader, counterpart)) } }
            }
        }
    }
}

fn one(reader: &Reader, found: &Counterpart<'_>) -> Markup {
    let texts = reader.texts();
    let (class, kind) = match found.link.kind {
        LinkKind::Quote => ("quote", texts.quote),
        LinkKind::Paraphrase => ("paraphrase", texts.paraphrase),
        LinkKind::Mention => ("mention", texts.mention),
    };
    html! {
        @if let Some(sentence) = reader.library().sentence(found.address) {
            li class=(class) {
                (counterpart_lines(reader, found, sentence))
                p.source {
                    span.kind { (kind) }
                    " "
                    a href=(reader.link_to(found.address)) { (source_name(reader, found.address)) }
                }
            }
        }
    }
}

fn counterpart_lines(reader: &Reader, found: &Counterpart<'_>, sentence: &Sentence) -> Markup {
    let zh = html! {
        p.zh-line {
            span.zh lang=(sentence::SOURCE) {
                (sentence::marked(reader, &sentence.text, &found.marks()))
            }
        }
    };
    let en = html! {
        @if let Some(english) = reader.shelf.translated(found.address) {
            p.en-line { span.en lang="en" { (english) } }
        }
    };
    let (first, second) = sentence::in_order(reader, zh, en);
    html! { (first) (second) }
}

fn source_name(reader: &Reader, address: &Address) -> String {
    let Some(edition) = reader.edition(&address.document) else { return String::new() };
    reader.unit_name(&edition.document, &address.unit, reader.route.locale)
}

/// A unit of the other document with its linked sentences and what to mark in them.
struct Passage {
    unit: Address,
    linked: Vec<(u16, Vec<(Span, Mark)>)>,
}

impl Passage {
    fn links(&self, sentence: &Sentence) -> bool {
        self.linked.iter().any(|(number, _)| *number == sentence.number)
    }

    /// What to mark in a sentence of the passage.
    fn marks(&self, sentence: &Sentence) -> &[(Span, Mark)] {
        let found = self.linked.iter().find(|(number, _)| *number == sentence.number);
        found.map_or(&[], |(_, marks)| marks)
    }
}

/// Beside a provision: the paragraphs of the other document, the sentences that are linked in view
/// and the others folded in their place.
/// Nothing where the document neither explains nor is explained by another. Tells as well whether
/// there is any passage, which wants a column of its own; that there is none is one line.
pub fn beside(reader: &Reader, address: &Address) -> (Markup, bool) {
    let Some(own) = reader.library().edition(&address.document) else {
        return (html! {}, false);
    };
    let others = others(reader, own);
    if others.is_empty() {
        return (html! {}, false);
    }
    let texts = reader.texts();
    let incomplete: Vec<&Bilingual> =
        others.iter().map(|e| &e.metadata.incomplete).filter(|reason| !reason.is_empty()).collect();
    let passages = passages(reader, address, &own.document);
    let explains = own.metadata.explains.is_some();
    let (title, nothing) = match (explains, incomplete.is_empty()) {
        (true, true) => (texts.explains, texts.no_ground),
        (true, false) => (texts.explains, texts.no_ground_at_hand),
        (false, true) => (texts.passages, texts.no_passages),
        (false, false) => (texts.passages, texts.none_at_hand),
    };
    let aside = html! {
        aside.beside aria-labelledby="passages" {
            h2 #passages { (title) }
            @if passages.is_empty() {
                p.nothing { (nothing) }
                @for reason in incomplete { p.nothing { (reason.pick(reader.english())) } }
            } @else {
                @for passage in &passages { (show(reader, passage)) }
                p.hint { (texts.shared_note) }
            }
        }
    };
    (aside, !passages.is_empty())
}

/// The document that this one explains, and those that explain it.
fn others<'a>(reader: &'a Reader, own: &'a Edition) -> Vec<&'a Edition> {
    let library = reader.library();
    let explaining =
        library.editions.iter().filter(|e| e.metadata.explains.as_ref() == Some(&own.document.id));
    let explained = own.metadata.explains.as_ref().and_then(|id| library.edition(id));
    explained.into_iter().chain(explaining).collect()
}

fn passages(reader: &Reader, address: &Address, document: &corpus::Document) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let Some(unit) = document.unit(&address.unit) else { return passages };
    for sentence in unit.sentences() {
        let at = Address { sentence: Some(sentence.number), ..address.clone() };
        for found in counterparts(reader, &at) {
            let unit = Address { sentence: None, ..found.address.clone() };
            let number = found.address.sentence.unwrap_or_default();
            let known = passages.iter().position(|passage| passage.unit == unit);
            let at = known.unwrap_or(passages.len());
            if known.is_none() {
                passages.push(Passage { unit, linked: Vec::new() });
            }
            let passage = &mut passages[at];
            match passage.linked.iter_mut().find(|(n, _)| *n == number) {
                Some((_, marks)) => marks.extend(found.marks()),
                None => passage.linked.push((number, found.marks())),
            }
        }
    }
    passages
}

fn show(reader: &Reader, passage: &Passage) -> Markup {
    let unit = &passage.unit;
    let content = reader.edition(&unit.document).and_then(|e| e.document.unit(&unit.unit));
    let text = matches!(unit.unit, Unit::Provision(_));
    html! {
        section.passage {
            h3 {
                a href=(reader.route.link(&Route::of(reader.route.locale, unit))) {
                    (source_name(reader, unit))
                }
            }
            @if let (true, Some(content)) = (text, content) {
                @let sentences: Vec<&Sentence> = content.sentences().filter(|s| s.number > 0).collect();
                @for run in sentences.chunk_by(|a, b| passage.links(a) == passage.links(b)) {
                    (show_run(reader, passage, run))
                }
            }
        }
    }
}

/// Sentences that follow each other, all linked or none. Those that are not are folded in their
/// place: what was looked for is in view, and the order of the text stays.
fn show_run(reader: &Reader, passage: &Passage, run: &[&Sentence]) -> Markup {
    html! {
        @if run.first().is_some_and(|first| passage.links(first)) {
            (run_lines(reader, passage, run))
        } @else {
            details.context {
                summary { (fill(reader.texts().more_sentences, &run.len().to_string())) }
                (run_lines(reader, passage, run))
            }
        }
    }
}

fn run_lines(reader: &Reader, passage: &Passage, run: &[&Sentence]) -> Markup {
    let english = |one: &Sentence| {
        let at = Address { sentence: Some(one.number), ..passage.unit.clone() };
        html! { (reader.shelf.translated(&at).unwrap_or_default()) " " }
    };
    html! {
        @if reader.english() && reader.shelf.translated_at_all() {
            p.en.pair lang="en" { @for one in run { (english(one)) } }
        }
        p.zh lang=(sentence::SOURCE) {
            @for one in run { (sentence::marked(reader, &one.text, passage.marks(one))) }
        }
    }
}
