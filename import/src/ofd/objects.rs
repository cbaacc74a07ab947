//! What is on a page: text objects with the place of every character, paths, pictures.

use super::document::{POINTS, numbers};
use crate::layout::{Glyph, Page, Rule};
use crate::xml::{Element, Node};
use corpus::bilingual;

/// A rule is at most this thick, in points.
const THICK: f64 = 3.0;
/// Shorter lines are parts of drawings.
const SHORT: f64 = 6.0;
/// As many rules as are kept.
const MOST_RULES: usize = 20_000;
/// As many steps as a run of equal ones may stand for.
const MOST_STEPS: usize = 100_000;

/// A page and how many pictures it has.
#[derive(Debug)]
pub struct Drawn {
    pub page: Page,
    pub pictures: usize,
}

/// Where an object lies and how it is turned: `[a b c d e f]` as in PDF, then its box.
#[derive(Clone, Copy)]
struct Place {
    matrix: [f64; 6],
    left: f64,
    top: f64,
}

impl Place {
    fn of(object: &Element) -> Self {
        let boundary = numbers(object.attribute("Boundary").unwrap_or_default());
        let matrix = numbers(object.attribute("CTM").unwrap_or_default());
        let matrix = matrix.try_into().unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        let at = |index: usize| boundary.get(index).copied().unwrap_or(0.0);
        Self { matrix, left: at(0), top: at(1) }
    }

    /// A point of the object on the page, in points.
    fn point(&self, x: f64, y: f64) -> (f64, f64) {
        let m = self.matrix;
        let right = m[0] * x + m[2] * y + m[4] + self.left;
        let down = m[1] * x + m[3] * y + m[5] + self.top;
        (right * POINTS, down * POINTS)
    }
}

pub struct PageReader {
    drawn: Drawn,
    turned: String,
}

impl PageReader {
    pub fn new(number: u32, (width, height): (f64, f64)) -> Self {
        let page =
            Page { number, width: width * POINTS, height: height * POINTS, ..Page::default() };
        Self { drawn: Drawn { page, pictures: 0 }, turned: String::new() }
    }

    /// Adds what is on a page, or on one that it is laid over.
    pub fn read(&mut self, page: &Element, template: bool) {
        for object in page.descendants() {
            match &*object.name {
                "TextObject" => self.text(object, template),
                "PathObject" => self.path(object),
                "ImageObject" => self.drawn.pictures += usize::from(!template),
                _ => {}
            }
        }
    }

    pub fn finish(mut self) -> Drawn {
        let turned = self.turned.trim().to_owned();
        if !turned.is_empty() {
            let what = bilingual!(
                "转了方向的文字（例如水印或页边的注）",
                "rotated text, such as a watermark or a note in the margin"
            );
            self.drawn.page.aside.push((what, turned));
        }
        self.drawn
    }

    fn text(&mut self, object: &Element, template: bool) {
        let place = Place::of(object);
        let size: f64 =
            object.attribute("Size").and_then(|size| size.trim().parse().ok()).unwrap_or(4.0);
        let scale: f64 =
            object.attribute("HScale").and_then(|scale| scale.trim().parse().ok()).unwrap_or(1.0);
        let (mut x, mut y) = (0.0, 0.0);
        for code in object.elements().filter(|element| &*element.name == "TextCode") {
            let start = |name| code.attribute(name).and_then(|at| at.trim().parse::<f64>().ok());
            x = start("X").unwrap_or(x);
            y = start("Y").unwrap_or(y);
            let across = steps(code.attribute("DeltaX").unwrap_or_default());
            let down = steps(code.attribute("DeltaY").unwrap_or_default());
            let text: Vec<char> =
                code.text().chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
            for (index, c) in text.into_iter().enumerate() {
                let wide = if c.is_ascii() { 0.5 } else { 1.0 };
                let step = across.get(index).copied();
                let sinks = down.get(index).copied().unwrap_or(0.0);
                let advance = step.unwrap_or(if sinks == 0.0 { size * wide * scale } else { 0.0 });
                // The last character has no step; its own width is near enough.
                let width = if advance > 0.0 { advance.min(size * 1.1) } else { size * wide };
                self.glyph(place, c, [x, y, width, size], template, sinks != 0.0);
                x += advance;
                y += sinks;
            }
        }
    }

    fn glyph(&mut self, place: Place, c: char, at: [f64; 4], template: bool, sinks: bool) {
        let [x, y, width, size] = at;
        let (from, to, up) =
            (place.point(x, y), place.point(x + width, y), place.point(x, y - size));
        let size = (up.0 - from.0).hypot(up.1 - from.1);
        let lies = (to.1 - from.1).abs() <= 0.1 * (to.0 - from.0).abs() && to.0 >= from.0;
        if !(lies && size.is_finite() && from.0.is_finite() && from.1.is_finite()) || sinks {
            self.turned.push(c);
            return;
        }
        self.drawn.page.glyphs.push(Glyph {
            text: c.to_string(),
            left: from.0,
            right: to.0,
            baseline: from.1,
            size: size.max(0.1),
            pagination: template,
        });
    }

    /// Straight lines of a path: `M 0 0 L 100 0`.
    fn path(&mut self, object: &Element) {
        let place = Place::of(object);
        let data = object.child("AbbreviatedData").map(Element::text).unwrap_or_default();
        let words: Vec<&str> = data.split_whitespace().collect();
        let mut last = (0.0, 0.0);
        for three in words.windows(3) {
            let [command, x, y] = three else { continue };
            let (Ok(x), Ok(y)) = (x.parse::<f64>(), y.parse::<f64>()) else { continue };
            let to = place.point(x, y);
            if *command == "L" {
                self.rule(last, to);
            }
            if matches!(*command, "M" | "L" | "S") {
                last = to;
            }
        }
    }

    fn rule(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let horizontal = height <= THICK && width >= SHORT;
        let standing = width <= THICK && height >= SHORT;
        if self.drawn.page.rules.len() >= MOST_RULES || !(horizontal || standing) {
            return;
        }
        let (at, a, b) = if horizontal {
            (f64::midpoint(from.1, to.1), from.0, to.0)
        } else {
            (f64::midpoint(from.0, to.0), from.1, to.1)
        };
        self.drawn.page.rules.push(Rule { horizontal, at, from: a.min(b), to: a.max(b) });
    }
}

/// Steps between characters: numbers, and `g 3 5.2` for three equal ones.
fn steps(text: &str) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if word != "g" {
            steps.push(word.parse().unwrap_or(0.0));
            continue;
        }
        let count = words.next().and_then(|count| count.parse::<usize>().ok()).unwrap_or(0);
        let step = words.next().and_then(|step| step.parse::<f64>().ok()).unwrap_or(0.0);
        let room = MOST_STEPS.saturating_sub(steps.len());
        steps.extend(std::iter::repeat_n(step, count.min(room)));
    }
    steps
}

/// All words of text objects, in the order in which they are written.
pub fn words(root: &Element) -> String {
    let codes = root.descendants().into_iter().filter(|element| &*element.name == "TextCode");
    let text = |code: &Element| {
        let pieces = code.children.iter().filter_map(|child| match child {
            Node::Text(text) => Some(&**text),
            Node::Element(_) => None,
        });
        pieces.collect::<String>().trim().to_owned()
    };
    codes.map(text).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_steps_may_be_written_as_one() {
        assert_eq!(steps("g 3 5.2 1 g 2 4"), [5.2, 5.2, 5.2, 1.0, 4.0, 4.0]);
        assert!(steps("g 99999999999 1").len() <= 100_000);
        assert_eq!(steps("g"), Vec::<f64>::new());
    }
}
