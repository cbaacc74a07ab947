//! Footnotes: at the foot of a page, in smaller type than the text, each begun by its mark. They
//! never go into the middle of a sentence that goes on over the page.
//!
//! A note is one for certain where a raised mark on the same page, and only one, refers to it: then
//! both become `[^1]`. Any other stands below the paragraph at the page's end, and is told.

use corpus::{Bilingual, bilingual};
use std::collections::HashSet;

use super::Sheet;
use super::joining::join;
use super::line::{Line, blank};

/// Notes are set smaller than this share of the text.
const SMALLER: f64 = 0.88;
/// A longer mark is a word.
const LONGEST_MARK: usize = 4;

/// A note at the foot of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote {
    /// Its label in the text, if something refers to it.
    pub label: Option<String>,
    /// Its words, with the mark as printed where it has no label.
    pub text: String,
    /// The page at whose foot it stands.
    pub page: u32,
}

impl Footnote {
    /// The paragraph that it becomes.
    pub fn paragraph(&self) -> String {
        match &self.label {
            Some(label) => format!("[^{label}]: {}", self.text),
            None => self.text.clone(),
        }
    }

    /// What is to be told of it; nothing where it is certain.
    pub fn finding(&self) -> Option<Bilingual> {
        let page = self.page;
        let begins: String = self.text.chars().take(16).collect();
        self.label.is_none().then(|| {
            bilingual!(
                "“{begins}…”用小字印在第 {page} 页下方，好像是脚注，但页面上没有能确定指向它的标记，\
                 所以放在那里的段落下面；请移到它该在的位置",
                "“{begins}…” stands at the foot of page {page} in smaller type and seems to be a \
                 footnote; no mark on the page refers to it for certain, so it stands below the \
                 paragraph there; put it where it belongs"
            )
        })
    }
}

/// Takes the notes out of the lines of each page, and marks what refers to them.
pub fn take_out(sheets: &mut [Sheet]) {
    let Some(usual) = usual_size(sheets) else { return };
    let mut taken = HashSet::new();
    for sheet in sheets {
        let Some(from) = first_line(sheet, usual) else { continue };
        let lines = sheet.lines.split_off(from);
        for note in apart(&lines) {
            let (mark, words) = note;
            let label = refer(&mut sheet.lines, &mark, &mut taken);
            let text = if label.is_some() { words } else { format!("{mark} {words}") };
            sheet.notes.push(Footnote { label, text, page: sheet.number });
        }
    }
}

/// The size of most characters.
fn usual_size(sheets: &[Sheet]) -> Option<f64> {
    let lines = sheets.iter().flat_map(|sheet| &sheet.lines);
    let mut sizes: Vec<f64> = lines.flat_map(|line| &line.glyphs).map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied()
}

/// The first line of the notes of a page: from there on all lines are small, the first begins with
/// a mark, and text stands above.
fn first_line(sheet: &Sheet, usual: f64) -> Option<usize> {
    let small = |line: &&Line| line.size < usual * SMALLER;
    let count = sheet.lines.iter().rev().take_while(small).count();
    let from = sheet.lines.len() - count;
    let foot =
        sheet.lines.get(from..)?.iter().position(|line| split_mark(&line.text()).is_some())?;
    let from = from + foot;
    let low = sheet.lines[from].baseline > sheet.height / 2.0;
    (from > 0 && low && foot == 0).then_some(from)
}

/// The notes as mark and words.
fn apart(lines: &[Line]) -> Vec<(String, String)> {
    let mut notes: Vec<(String, String)> = Vec::new();
    for line in lines {
        let text = line.text();
        match split_mark(&text) {
            Some((mark, words)) => notes.push((mark.to_owned(), words.to_owned())),
            None => {
                if let Some((_, open)) = notes.last_mut() {
                    // What is doubtful about the seam is of no weight in a note.
                    let _ = join(open, &text);
                }
            }
        }
    }
    notes
}

/// The mark at the beginning of a note: `¹`, `①`, `[1]`, `*`, or a number with a space behind it.
fn split_mark(text: &str) -> Option<(&str, &str)> {
    let end = text.char_indices().find(|(_, c)| !is_mark(*c)).map_or(text.len(), |(at, _)| at);
    let (mark, rest) = text.split_at(end);
    let length = mark.chars().count();
    let counts = mark.chars().any(|c| c.is_numeric() || matches!(c, '*' | '†'));
    let plain = mark.chars().all(|c| c.is_ascii_digit());
    let parted = rest.starts_with([' ', '\u{3000}']) || !plain;
    let words = rest.trim_start();
    (counts && (1..=LONGEST_MARK).contains(&length) && parted && !words.is_empty())
        .then_some((mark, words))
}

fn is_mark(c: char) -> bool {
    c.is_ascii_digit() || "⁰¹²³⁴⁵⁶⁷⁸⁹*†[]［］〔〕".contains(c) || matches!(c, '①'..='⑳')
}

/// What a mark says, without its brackets and wherever it stands.
fn key(mark: &str) -> String {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let plain = |c: char| match RAISED.chars().position(|raised| raised == c) {
        Some(digit) => char::from_digit(digit as u32, 10).unwrap_or(c),
        None => c,
    };
    mark.chars().map(plain).filter(|c| !"[]［］〔〕".contains(*c)).collect()
}

/// Marks the one place in the text that refers to the note: its label, if there is one place only.
fn refer(lines: &mut [Line], mark: &str, taken: &mut HashSet<String>) -> Option<String> {
    let wanted = key(mark);
    let places: Vec<(usize, usize, usize)> = lines
        .iter()
        .enumerate()
        .flat_map(|(at, line)| references(line).map(move |(from, to)| (at, from, to)))
        .filter(|(at, from, to)| key(&written(&lines[*at], *from, *to)) == wanted)
        .collect();
    let [(at, from, to)] = places.as_slice() else { return None };
    let digits: String = wanted.chars().filter(char::is_ascii_digit).collect();
    let label = std::iter::once(digits)
        .filter(|own| !own.is_empty())
        .chain((1..=taken.len() + 1).map(|number| number.to_string()))
        .find(|label| !taken.contains(label))?;
    taken.insert(label.clone());
    let line = &mut lines[*at];
    let (baseline, size) = (line.baseline, line.size);
    let right = line.glyphs[*to - 1].right;
    let glyph = &mut line.glyphs[*from];
    glyph.text = format!("[^{label}]");
    (glyph.baseline, glyph.size, glyph.right) = (baseline, size, right);
    line.glyphs.drain(from + 1..*to);
    Some(label)
}

/// The raised runs of a line that may refer to a note: behind a Chinese character or a mark, where
/// no power stands (m²).
fn references(line: &Line) -> impl Iterator<Item = (usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, glyph) in line.glyphs.iter().enumerate() {
        if !line.raises(glyph) || blank(&glyph.text) {
            continue;
        }
        match runs.last_mut() {
            Some((_, to)) if *to == at => *to += 1,
            _ => runs.push((at, at + 1)),
        }
    }
    let free = |(from, _): &(usize, usize)| {
        let before = from.checked_sub(1).and_then(|at| line.glyphs.get(at));
        before.is_some_and(|glyph| !glyph.text.ends_with(|c: char| c.is_ascii_alphanumeric()))
    };
    runs.into_iter().filter(free).collect::<Vec<_>>().into_iter()
}

fn written(line: &Line, from: usize, to: usize) -> String {
    line.glyphs[from..to].iter().map(|glyph| glyph.text.as_str()).collect()
}
