//! What is drawn on a page: characters, rules, pictures. Nothing is painted.

use corpus::bilingual;
use hayro_interpret::font::{Glyph as FontGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, Name, String as PdfString};
use hayro_interpret::kurbo::{BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use crate::layout::{Glyph, Page, Rule};
use crate::radicals;

/// A rule is at most this thick, in points.
const THICK: f64 = 3.0;
/// Shorter lines are parts of drawings.
const SHORT: f64 = 6.0;
/// As many rules as are kept.
const MOST_RULES: usize = 20_000;

/// A page and what it was drawn with.
#[derive(Debug, Default)]
pub struct Drawn {
    pub page: Page,
    /// Characters that are seen, and that aren't (the text layer of a scan).
    pub visible: usize,
    pub invisible: usize,
    /// Characters without a meaning.
    pub unreadable: usize,
    /// Characters that the file names by their radicals.
    pub radicals: usize,
    pub pictures: usize,
    /// The share of the page that the largest picture covers.
    pub covered: f64,
    pub shapes: usize,
    /// More characters than allowed.
    pub overfull: bool,
}

/// Words that the file gives for what is drawn.
#[derive(Default)]
struct Marked {
    pagination: bool,
    words: Option<String>,
}

pub struct Collector {
    drawn: Drawn,
    area: Rect,
    most: usize,
    marked: Vec<Marked>,
    /// Text that runs in other directions, such as watermarks.
    slanted: String,
}

impl Collector {
    pub fn new(number: u32, area: Rect, most: usize) -> Self {
        let page = Page { number, width: area.width(), height: area.height(), ..Page::default() };
        let drawn = Drawn { page, ..Drawn::default() };
        Self { drawn, area, most, marked: Vec::new(), slanted: String::new() }
    }

    pub fn finish(mut self) -> Drawn {
        let slanted = self.slanted.trim();
        if !slanted.is_empty() {
            let what = bilingual!(
                "转了方向的文字（例如水印或页边的注）",
                "rotated text, such as a watermark or a note in the margin"
            );
            self.drawn.page.aside.push((what, slanted.to_owned()));
        }
        self.drawn
    }

    /// What the glyph says; the file's own words for several glyphs come with the first.
    fn words(&mut self, glyph: &FontGlyph<'_>) -> String {
        if let Some(words) = self.marked.iter_mut().rev().find_map(|mark| mark.words.as_mut()) {
            return std::mem::take(words);
        }
        let words = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(words)) => words,
            None => String::new(),
        };
        if words.is_empty() || words.contains(['\0', '\u{fffd}']) {
            self.drawn.unreadable += 1;
            return "\u{fffd}".to_owned();
        }
        words.chars().map(|c| self.ordinary(c)).collect()
    }

    /// Fonts have one picture for a radical and for the character that looks the same; programs
    /// that make PDFs pick either. In a text the character is meant.
    fn ordinary(&mut self, c: char) -> char {
        match radicals::character(c) {
            Some(character) => {
                self.drawn.radicals += 1;
                character
            }
            None => c,
        }
    }

    fn rule(&mut self, from: Point, to: Point) {
        if self.drawn.page.rules.len() >= MOST_RULES {
            return;
        }
        let (width, height) = ((to.x - from.x).abs(), (to.y - from.y).abs());
        let rule = if height <= THICK && width >= SHORT {
            let at = f64::midpoint(from.y, to.y);
            Rule { horizontal: true, at, from: from.x.min(to.x), to: from.x.max(to.x) }
        } else if width <= THICK && height >= SHORT {
            let at = f64::midpoint(from.x, to.x);
            Rule { horizontal: false, at, from: from.y.min(to.y), to: from.y.max(to.y) }
        } else {
            return;
        };
        self.drawn.page.rules.push(rule);
    }

    fn outline(&mut self, rect: Rect) {
        let corners = [
            Point::new(rect.x0, rect.y0),
            Point::new(rect.x1, rect.y0),
            Point::new(rect.x1, rect.y1),
            Point::new(rect.x0, rect.y1),
        ];
        for (at, corner) in corners.into_iter().enumerate() {
            self.rule(corner, corners[(at + 1) % 4]);
        }
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        for placed in run.glyphs() {
            if self.drawn.page.glyphs.len() >= self.most {
                self.drawn.overfull = true;
                return;
            }
            let advance = match &**placed {
                FontGlyph::Outline(glyph) => glyph.advance_width(),
                FontGlyph::Type3(glyph) => glyph.advance_width(),
            };
            let transform = props.transform * placed.transform();
            let from = transform * Point::ZERO;
            let to = transform * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
            let up = transform * Point::new(0.0, 1000.0);
            let size = (up - from).hypot();
            let place = [from.x, from.y, to.x, size];
            if place.iter().any(|number| !number.is_finite()) {
                self.drawn.unreadable += 1;
                continue;
            }
            let text = self.words(placed);
            let outside = !self.area.inflate(2.0, 2.0).contains(from);
            if matches!(mode, DrawMode::Invisible) {
                self.drawn.invisible += usize::from(!text.trim().is_empty());
                continue;
            }
            if text.is_empty() || outside && text.trim().is_empty() {
                continue;
            }
            let lies = (to.y - from.y).abs() <= 0.1 * (to.x - from.x).abs() && to.x >= from.x;
            if !lies || run.writing_mode() == WritingMode::Vertical {
                self.slanted.push_str(&text);
                continue;
            }
            self.drawn.visible += usize::from(!text.trim().is_empty());
            self.drawn.page.glyphs.push(Glyph {
                text,
                left: from.x,
                right: to.x,
                baseline: from.y,
                size: size.max(0.1),
                pagination: self.marked.iter().any(|mark| mark.pagination),
            });
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.drawn.shapes += 1;
        let path = props.transform * path.clone();
        if let DrawMode::Stroke(_) = mode {
            let mut last = Point::ZERO;
            for element in path.elements() {
                match element {
                    PathEl::MoveTo(to) => last = *to,
                    PathEl::LineTo(to) => {
                        self.rule(last, *to);
                        last = *to;
                    }
                    _ => {}
                }
            }
        } else {
            let around = path.bounding_box();
            self.rule(Point::new(around.x0, around.y0), Point::new(around.x1, around.y1));
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.drawn.shapes += 1;
        let around = props.transform.transform_rect_bbox(*rect);
        let thin = around.width() <= THICK || around.height() <= THICK;
        if thin {
            self.rule(Point::new(around.x0, around.y0), Point::new(around.x1, around.y1));
        } else if let DrawMode::Stroke(_) = mode {
            self.outline(around);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let whole = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let place = props.transform.transform_rect_bbox(whole).intersect(self.area);
        let share = place.area() / self.area.area().max(1.0);
        if share.is_finite() {
            self.drawn.pictures += 1;
            self.drawn.covered = self.drawn.covered.max(share);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let named = |key: &[u8]| properties.and_then(|dict| dict.get::<Name<'_>>(key));
        let pagination =
            tag == b"Artifact" && named(b"Type").is_some_and(|kind| kind.as_ref() == b"Pagination");
        let words = properties
            .and_then(|dict| dict.get::<PdfString<'_>>(&b"ActualText"[..]))
            .and_then(|words| text_string(words.as_bytes()));
        self.marked.push(Marked { pagination, words });
    }

    fn end_marked_content(&mut self) {
        // Words for which nothing was drawn, such as a soft hyphen, are none.
        self.marked.pop();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A text string of PDF: UTF-16 or UTF-8 with its mark, otherwise plain ASCII.
fn text_string(bytes: &[u8]) -> Option<String> {
    let decoded = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        ascii if ascii.is_ascii() => String::from_utf8_lossy(ascii),
        _ => return None,
    };
    Some(decoded.into_owned())
}
