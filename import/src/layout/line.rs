//! Characters to lines: what stands on one baseline, from left to right, with the raised and
//! lowered characters beside it.

use corpus::text::is_han;

use super::Glyph;
use crate::script::Script;

/// Characters on one baseline, from left to right.
#[derive(Clone, Debug)]
pub struct Line {
    pub glyphs: Vec<Glyph>,
    pub baseline: f64,
    /// The size of most of its type.
    pub size: f64,
}

/// A smaller step in height than this share of the type's size is no other line.
const SAME_LINE: f64 = 0.25;
/// Raised and lowered characters are smaller than this share of those on the line.
const SMALL: f64 = 0.85;

impl Line {
    fn of(mut glyphs: Vec<Glyph>) -> Self {
        glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut by_size: Vec<(f64, f64)> =
            glyphs.iter().map(|glyph| (glyph.size, glyph.baseline)).collect();
        by_size.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (size, baseline) = by_size.get(by_size.len() / 2).copied().unwrap_or_default();
        Self { glyphs, baseline, size }
    }

    /// What is printed, without the spaces at both ends.
    fn inked(&self) -> impl DoubleEndedIterator<Item = &Glyph> {
        self.glyphs.iter().filter(|glyph| !blank(&glyph.text))
    }

    pub fn left(&self) -> f64 {
        self.inked().next().map_or(0.0, |glyph| glyph.left)
    }

    pub fn right(&self) -> f64 {
        self.inked().next_back().map_or(0.0, |glyph| glyph.right)
    }

    pub fn top(&self) -> f64 {
        self.baseline - self.size
    }

    /// Whether nothing is printed.
    pub fn is_blank(&self) -> bool {
        self.inked().next().is_none()
    }

    /// The words, with spaces where the characters leave them.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut last: Option<&Glyph> = None;
        let mut moved = (Script::Plain, String::new());
        for glyph in &self.glyphs {
            let space = last.and_then(|last| space_between(last, glyph));
            let script = self.script(glyph);
            if script != moved.0 || space.is_some() {
                finish(&mut moved, &mut out);
                moved.0 = script;
            }
            out.extend(space);
            moved.1.push_str(&glyph.text);
            last = Some(glyph);
        }
        finish(&mut moved, &mut out);
        collapsed(&out)
    }

    /// Whether a character of the line is raised.
    pub fn raises(&self, glyph: &Glyph) -> bool {
        self.script(glyph) == Script::Raised
    }

    fn script(&self, glyph: &Glyph) -> Script {
        let lift = self.baseline - glyph.baseline;
        if glyph.size > self.size * SMALL || blank(&glyph.text) {
            Script::Plain
        } else if lift > self.size * 0.15 {
            Script::Raised
        } else if lift < -self.size * 0.08 {
            Script::Lowered
        } else {
            Script::Plain
        }
    }

    /// Parts with wide gaps between them, by their first and last glyph.
    pub fn segments(&self, gap: f64) -> Vec<Self> {
        let mut parts: Vec<Vec<Glyph>> = Vec::new();
        let mut right = f64::NEG_INFINITY;
        for glyph in self.inked() {
            if glyph.left - right > gap * self.size {
                parts.push(Vec::new());
            }
            right = right.max(glyph.right);
            if let Some(part) = parts.last_mut() {
                part.push(glyph.clone());
            }
        }
        // Spaces within a part belong to it.
        for glyph in self.glyphs.iter().filter(|glyph| blank(&glyph.text)) {
            let part = parts.iter_mut().find(|part| {
                part.first().is_some_and(|first| first.left <= glyph.left)
                    && part.last().is_some_and(|last| glyph.right <= last.right)
            });
            if let Some(part) = part {
                part.push(glyph.clone());
            }
        }
        let line = |glyphs| Self { baseline: self.baseline, size: self.size, ..Self::of(glyphs) };
        parts.into_iter().map(line).collect()
    }

    /// What stands left and right of a place.
    pub fn split(self, at: f64) -> (Self, Self) {
        let middle = |glyph: &Glyph| f64::midpoint(glyph.left, glyph.right);
        let (left, right) = self.glyphs.into_iter().partition(|glyph| middle(glyph) < at);
        let line = |glyphs| Self { glyphs, baseline: self.baseline, size: self.size };
        (line(left), line(right))
    }
}

fn finish(moved: &mut (Script, String), out: &mut String) {
    let text = std::mem::take(&mut moved.1);
    match moved.0.write(&text) {
        Some(written) => out.push_str(&written),
        None => out.push_str(&text),
    }
}

/// Whether a character leaves the paper white.
pub fn blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{200b}')
}

/// Whether a character is as wide as it is high, and stands without spaces.
pub fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3000}'..='\u{30ff}' | '\u{ff00}'..='\u{ff60}' | '\u{2e80}'..='\u{2fdf}')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// The space that two neighbours leave, if it is one. Between Chinese and Latin characters some
/// programs put a quarter of a character, which is none.
fn space_between(a: &Glyph, b: &Glyph) -> Option<char> {
    if blank(&a.text) || blank(&b.text) {
        return None;
    }
    let size = a.size.max(b.size);
    let gap = b.left - a.right;
    let wide = |c: Option<char>| c.is_some_and(is_wide);
    match (wide(a.text.chars().next_back()), wide(b.text.chars().next())) {
        (false, false) => (gap > 0.18 * size).then_some(' '),
        (true, true) => (gap > 0.8 * size).then_some('\u{3000}'),
        _ => (gap > 0.6 * size).then_some(' '),
    }
}

/// Several spaces in a row are one.
fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        let c = if matches!(c, '\t' | '\u{a0}' | '\n' | '\r') { ' ' } else { c };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// Takes characters away that are drawn twice at one place, as programs do for bold type.
pub fn drop_doubles(glyphs: &mut Vec<Glyph>) {
    let mut seen: std::collections::HashMap<(i64, i64, String), Vec<(f64, f64)>> =
        std::collections::HashMap::new();
    glyphs.retain(|glyph| {
        if blank(&glyph.text) {
            return true;
        }
        let near = 0.12 * glyph.size.max(1.0);
        let cell = |at: f64, step: i64| (at / 4.0).floor() as i64 + step;
        let there = (-1..=1).any(|x| {
            (-1..=1).any(|y| {
                let key = (cell(glyph.left, x), cell(glyph.baseline, y), glyph.text.clone());
                seen.get(&key).is_some_and(|places| {
                    places.iter().any(|(left, baseline)| {
                        (left - glyph.left).abs() < near && (baseline - glyph.baseline).abs() < near
                    })
                })
            })
        });
        if !there {
            let key = (cell(glyph.left, 0), cell(glyph.baseline, 0), glyph.text.clone());
            seen.entry(key).or_default().push((glyph.left, glyph.baseline));
        }
        !there
    });
}

/// The lines of these characters, from top to bottom.
pub fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let fits = groups.last().and_then(|group| group.last()).is_some_and(|last| {
            (glyph.baseline - last.baseline).abs() <= SAME_LINE * glyph.size.min(last.size).max(1.0)
        });
        match groups.last_mut().filter(|_| fits) {
            Some(group) => group.push(glyph),
            None => groups.push(vec![glyph]),
        }
    }
    let mut lines: Vec<Line> =
        groups.into_iter().map(Line::of).filter(|line| !line.is_blank()).collect();
    attach_small(&mut lines);
    lines
}

/// Puts raised and lowered characters into the line that they stand beside.
fn attach_small(lines: &mut Vec<Line>) {
    let mut at = 0;
    while at < lines.len() {
        let near = [at.checked_sub(1), Some(at + 1)];
        let host = near
            .into_iter()
            .flatten()
            .find(|host| lines.get(*host).is_some_and(|host| belongs(&lines[at], host)));
        if let Some(host) = host {
            let small = lines.remove(at);
            let host = if host > at { host - 1 } else { host };
            let (baseline, size) = (lines[host].baseline, lines[host].size);
            let mut glyphs = std::mem::take(&mut lines[host].glyphs);
            glyphs.extend(small.glyphs);
            lines[host] = Line { baseline, size, ..Line::of(glyphs) };
        } else {
            at += 1;
        }
    }
}

/// Whether all of a line is smaller than another, overlaps it in height, and touches it.
fn belongs(small: &Line, host: &Line) -> bool {
    let overlaps = small.baseline > host.baseline - host.size * 0.9
        && small.baseline - small.size * 0.7 < host.baseline + host.size * 0.1;
    overlaps
        && small.glyphs.iter().all(|glyph| glyph.size < host.size * SMALL)
        && small.inked().next().is_some_and(|glyph| {
            host.inked().any(|beside| (glyph.left - beside.right).abs() < 0.6 * host.size)
        })
}
