//! One target as a card: how it binds, the figure, what it is about, what it comes to, and where
//! it stands.

use corpus::facts::convert;
use corpus::facts::convert::ConversionKind;
use corpus::{DocumentKind, Edition, Fact, Unit};

use super::excerpt;
use super::figure::{english, parts};
use super::svg::{Ink, Svg};
use super::wrap::{lines, width};
use crate::page_context::PageContext;
use crate::route::UiLocale;
use crate::ui::fill;
use crate::views::quoted;
use crate::words::kinds::bound;
use crate::words::{dates, punctuation, words};

const PADDING: f64 = 18.0;
const TAG: f64 = 14.0;
const FIGURE: f64 = 46.0;
/// Bold letters are wider, in some fonts by this much.
const BOLD: f64 = 1.2;
const ABOUT: f64 = 18.0;
const SMALL: f64 = 14.0;

/// What a card has in common with its neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Whether a card of its row has a tag.
    pub tagged: bool,
    /// Whether cards link to their sentences.
    pub linked: bool,
}

/// What is told of a target, for a card of any kind.
#[derive(Clone, Debug)]
pub struct Told {
    /// Bound and aim, where there are any.
    pub tag: String,
    /// The number, and what is set smaller behind it.
    pub figure: (String, String),
    /// What it is about.
    pub about: String,
    /// What it comes to in other units; for English readers first the figure as printed.
    pub small: Vec<String>,
    /// Where it stands, and by when.
    pub place: String,
    /// The link to its sentence.
    pub href: String,
}

impl Told {
    /// What is told of a fact; `None` where its sentence is not there.
    pub fn new(page_context: &PageContext, edition: &Edition, fact: &Fact) -> Option<Self> {
        let sentence = &edition.document.sentence(&fact.at)?.text;
        let printed = fact.span.of(sentence);
        let is_english = page_context.english();
        let translated = is_english
            .then(|| page_context.library_index.translated(&fact.at))
            .flatten()
            .and_then(|text| excerpt::around(text, fact));
        let counted = translated.is_some();
        let about = translated.unwrap_or_else(|| fact.about.of(sentence).to_owned());
        let mut small: Vec<String> = convert(fact.value, &fact.unit)
            .into_iter()
            .filter(|conversion| conversion.kind != ConversionKind::Words)
            .map(|conversion| if is_english { conversion.en } else { conversion.zh })
            .collect();
        if is_english {
            small.insert(0, printed.to_owned());
        }
        Some(Self {
            tag: tag(page_context, fact),
            figure: if is_english { english(fact, printed, counted) } else { parts(printed) },
            about,
            small,
            place: place(page_context, edition, fact, sentence),
            href: page_context.link_to(&fact.at),
        })
    }

    /// All of it but the conversions in one line: `145万吨（力争）：干鲜果品产量 · 措施（十八）`.
    fn in_one_line(&self, locale: UiLocale) -> String {
        let Self { tag, figure: (number, rest), about, place, .. } = self;
        let punctuation::Texts { colon, bracketed, .. } = punctuation::words(locale);
        let tag = if tag.is_empty() { String::new() } else { fill(bracketed, tag) };
        if about.is_empty() {
            return format!("{number}{rest}{tag}{colon}{place}");
        }
        format!("{number}{rest}{tag}{colon}{about} · {place}")
    }
}

/// The words of a card, in lines that fit.
pub struct Card {
    tag: String,
    /// The number, and what is set smaller behind it.
    figure: (String, String),
    scale: f64,
    about: Vec<String>,
    small: Vec<String>,
    place: String,
    href: String,
    /// All of it in one line.
    said: String,
}

impl Card {
    /// The card of a fact; `None` where its sentence is not there.
    pub fn new(
        page_context: &PageContext,
        edition: &Edition,
        fact: &Fact,
        card: f64,
    ) -> Option<Self> {
        let told = Told::new(page_context, edition, fact)?;
        let room = card - 2.0 * PADDING;
        let natural = BOLD * (width(&told.figure.0, FIGURE) + width(&told.figure.1, FIGURE * 0.5));
        let joined = told.small.join(" · ");
        let said = told.in_one_line(page_context.route.locale);
        Some(Self {
            tag: told.tag,
            scale: (room / natural).min(1.0),
            figure: told.figure,
            about: lines(&told.about, ABOUT, room),
            small: if joined.is_empty() { Vec::new() } else { lines(&joined, SMALL, room) },
            place: told.place,
            href: told.href,
            said,
        })
    }

    /// Whether it has a line above its figure.
    pub fn tagged(&self) -> bool {
        !self.tag.is_empty()
    }

    /// Its height by itself; cards of a row share the greatest, and the room of a tag.
    pub fn height(&self, tagged: bool) -> f64 {
        let about = self.about.len() as f64 * ABOUT * 1.5;
        let small = self.small.len() as f64 * SMALL * 1.5;
        let tag = if tagged { TAG * 1.4 } else { 0.0 };
        2.0 * PADDING + tag + FIGURE * 1.25 + about + small + 14.0 + SMALL * 1.5
    }

    /// Draws it at the pen's height.
    pub fn draw(&self, svg: &mut Svg, x: f64, (card, height): (f64, f64), place: Place) {
        let top = svg.y();
        if place.linked {
            svg.open_link(&self.href);
        }
        svg.card(x, top, card, height);
        let left = x + PADDING;
        let mut y = top + PADDING;
        if self.tagged() {
            svg.line(left, y + TAG, &self.tag, TAG, Ink::Soft);
        }
        y += FIGURE + if place.tagged { TAG * 1.4 } else { 0.0 };
        svg.figure(left, y, &self.figure, FIGURE * self.scale);
        y += FIGURE * 0.25;
        for text in &self.about {
            y += ABOUT * 1.5;
            svg.line(left, y, text, ABOUT, Ink::Text);
        }
        y += 4.0;
        for text in &self.small {
            y += SMALL * 1.5;
            svg.line(left, y, text, SMALL, Ink::Soft);
        }
        svg.line(left, top + height - PADDING, &self.place, SMALL, Ink::Accent);
        if place.linked {
            svg.close_link();
        }
    }

    /// The card in one line, for those who don't see it.
    pub fn told(&self) -> &str {
        &self.said
    }
}

/// Bound and aim. In Chinese the bound is part of the printed figure.
fn tag(page_context: &PageContext, fact: &Fact) -> String {
    let words = words(page_context.route.locale);
    let english = page_context.english();
    let said: Vec<&str> = english
        .then(|| bound(fact.bound, page_context.route.locale))
        .flatten()
        .into_iter()
        .chain(fact.aimed.then_some(words.aimed))
        .chain(fact.stable.then_some(words.stable))
        .collect();
    said.join(punctuation::words(page_context.route.locale).comma)
}

/// The measure, and by when. Only what a policy numbers is called a measure; what else there is
/// has names of its own.
fn place(page_context: &PageContext, edition: &Edition, fact: &Fact, sentence: &str) -> String {
    let name = quoted::short_name(page_context, &fact.at);
    let numbered = edition.metadata.kind == DocumentKind::Policy
        && matches!(fact.at.unit, Unit::Provision(_))
        && !page_context.names(&edition.document, &fact.at.unit);
    let space = punctuation::space(page_context.route.locale);
    let unit = if numbered { [page_context.texts().measure, space, &name].concat() } else { name };
    [unit].into_iter().chain(due(page_context, fact, sentence)).collect::<Vec<_>>().join(" · ")
}

/// By when, where that is told.
pub fn due(page_context: &PageContext, fact: &Fact, sentence: &str) -> Option<String> {
    let printed = fact.due_at.map_or("", |span| span.of(sentence));
    let due = if page_context.english() {
        dates::date(&fact.due, page_context.route.locale)
    } else {
        printed.to_owned()
    };
    (!due.is_empty()).then(|| format!("{} {due}", words(page_context.route.locale).due))
}
