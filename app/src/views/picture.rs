//! 图解: the targets, as a picture on one page. Drawn as SVG from facts alone, for any number
//! of them; once for wide pages and paper, once for phones.
//!
//! Colours and fonts come from the style sheet's tokens. They are written as presentation
//! attributes, so that the file is complete by itself (no inline style, which a strict content
//! security policy would refuse); on pages, classes put the tokens' dark values over them.

mod card;
pub mod excerpt;
mod figure;
mod svg;
mod wrap;

use corpus::{DocumentKind, Edition, Fact, FactKind};

use crate::page_context::PageContext;
use crate::route::{Page, UiLocale};
use crate::ui::fill;
use crate::words::{punctuation, words};
use card::{Card, Place};
pub use card::{Told, due};
use svg::{Ink, Svg};

/// The picture's file, in the folder of the facts page of each language.
pub const FILE: &str = "targets.svg";

/// What the picture is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Wide pages and paper: three columns or more.
    Wide,
    /// Phones: one column.
    Narrow,
}

/// Sizes that follow from shape and number of cards.
#[derive(Clone, Copy, Debug)]
struct Frame {
    columns: usize,
    card: f64,
    gap: f64,
    margin: f64,
    title: f64,
}

impl Frame {
    fn new(shape: Shape, count: usize) -> Self {
        match shape {
            Shape::Narrow => Self { columns: 1, card: 308.0, gap: 12.0, margin: 16.0, title: 22.0 },
            Shape::Wide => {
                // Near the proportions of a sheet of paper, whatever the number.
                let columns = match count {
                    0..=2 => 2,
                    3..=15 => 3,
                    16..=32 => 4,
                    _ => 5,
                };
                Self { columns, card: 316.0, gap: 20.0, margin: 40.0, title: 34.0 }
            }
        }
    }

    fn width(&self) -> f64 {
        self.columns as f64 * (self.card + self.gap) - self.gap + 2.0 * self.margin
    }
}

/// The picture as a file of its own; `None` where there is no target in figures.
pub fn svg(page_context: &PageContext) -> Option<String> {
    draw(page_context, Shape::Wide, false)
}

/// The picture as a part of the page, its cards linked to their sentences.
pub fn inline(page_context: &PageContext, shape: Shape) -> Option<String> {
    draw(page_context, shape, true)
}

/// The targets as they are told, in the order of the texts.
pub fn told(page_context: &PageContext) -> Vec<Told> {
    targets(page_context)
        .into_iter()
        .filter_map(|(edition, fact)| Told::new(page_context, edition, fact))
        .collect()
}

/// The targets of the policies; of interpretations only where there is no policy. Laws
/// demand and allow, they set no targets.
fn targets(page_context: &PageContext) -> Vec<(&Edition, &Fact)> {
    let own = match &page_context.route.page {
        Page::Document(id) | Page::DocumentFacts(id, _) => Some(id),
        _ => None,
    };
    let of = |kind: fn(DocumentKind) -> bool| -> Vec<(&Edition, &Fact)> {
        let editions = page_context.library().editions.iter().filter(|edition| {
            kind(edition.metadata.kind) && own.is_none_or(|id| edition.document.id == *id)
        });
        editions
            .flat_map(|edition| edition.facts.iter().map(move |fact| (edition, fact)))
            .filter(|(_, fact)| fact.kind == FactKind::Target)
            .collect()
    };
    let found = of(|kind| kind == DocumentKind::Policy);
    if found.is_empty() { of(|kind| kind == DocumentKind::Interpretation) } else { found }
}

fn draw(page_context: &PageContext, shape: Shape, inline: bool) -> Option<String> {
    let targets = targets(page_context);
    if targets.is_empty() {
        return None;
    }
    let words = words(page_context.route.locale);
    let frame = Frame::new(shape, targets.len());
    let cards: Vec<Card> = targets
        .iter()
        .filter_map(|(edition, fact)| Card::new(page_context, edition, fact, frame.card))
        .collect();
    let mut svg = Svg::new(frame.margin, frame.width() - 2.0 * frame.margin);
    if !inline {
        // On the page the heading says it.
        svg.block(words.picture, frame.title, Ink::Title);
        svg.skip(6.0);
    }
    svg.block(&subtitle(page_context, &targets), frame.title.min(19.0) * 0.9, Ink::Soft);
    svg.skip(14.0);
    for row in cards.chunks(frame.columns) {
        let tagged = row.iter().any(Card::tagged);
        let height = row.iter().map(|card| card.height(tagged)).fold(0.0, f64::max);
        let place = Place { tagged, linked: inline };
        for (column, card) in row.iter().enumerate() {
            let x = frame.margin + column as f64 * (frame.card + frame.gap);
            card.draw(&mut svg, x, (frame.card, height), place);
        }
        svg.skip(height + frame.gap);
    }
    svg.block(words.picture_source, 14.0, Ink::Soft);
    svg.skip(frame.margin * 0.6);
    let told: Vec<&str> = cards.iter().map(Card::told).collect();
    let name = if shape == Shape::Wide { "targets-wide" } else { "targets-narrow" };
    let lang = page_context.route.locale.tag();
    Some(svg.finish(name, lang, frame.width(), words.picture, &told.join("\n"), inline))
}

fn subtitle(page_context: &PageContext, targets: &[(&Edition, &Fact)]) -> String {
    let words = words(page_context.route.locale);
    let mut names: Vec<&str> = Vec::new();
    for (edition, _) in targets {
        let name = edition.metadata.name(page_context.english());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let locale = page_context.route.locale;
    let source = fill(words.picture_of, &names.join(punctuation::words(locale).semicolon));
    let count = fill(words.picture_count, &targets.len().to_string());
    let gap = if locale == UiLocale::Zh { "　" } else { " · " };
    [&*source, gap, &*count].concat()
}
