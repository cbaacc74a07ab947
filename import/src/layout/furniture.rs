//! What is printed on every page: headers, footers, page numbers. It belongs to the paper.

use std::collections::HashMap;

use corpus::{Bilingual, Severity, bilingual};

use super::Sheet;
use super::line::Line;
use crate::flow::Flow;

/// As many lines at the top and bottom of a page may be furniture.
const DEEPEST: usize = 3;
/// Furniture stands within this share of the page's height from its edge.
const MARGIN: f64 = 0.14;

/// Takes furniture out of the pages and tells of it.
pub fn take_out(sheets: &mut [Sheet], flow: &mut Flow) {
    let mut taken: Vec<(Kind, Vec<String>)> = Vec::new();
    let mut note =
        |what: Kind, words: String| match taken.iter_mut().find(|(kind, _)| *kind == what) {
            Some((_, all)) => all.push(words),
            None => taken.push((what, vec![words])),
        };
    for sheet in sheets.iter_mut() {
        let (marked, kept) = std::mem::take(&mut sheet.lines).into_iter().partition(marked);
        sheet.lines = kept;
        for line in marked {
            note(
                if line.baseline < sheet.height / 2.0 { Kind::Header } else { Kind::Footer },
                line.text(),
            );
        }
    }
    let repeated = repeated(sheets);
    let numbered = numbered(sheets);
    for (index, sheet) in sheets.iter_mut().enumerate() {
        for (at, what) in furniture(sheet, index, &repeated, &numbered) {
            note(what, sheet.lines.remove(at).text());
        }
    }
    for (what, words) in taken {
        flow.leave_out(Severity::Notice, what.name(), &words.join("　"), None);
    }
}

/// What is printed on the pages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Header,
    Footer,
    Number,
}

impl Kind {
    fn name(self) -> Bilingual {
        match self {
            Self::Header => {
                bilingual!("每页上方印的内容", "what is printed at the top of the pages")
            }
            Self::Footer => {
                bilingual!("每页下方印的内容", "what is printed at the bottom of the pages")
            }
            Self::Number => bilingual!("页码", "the numbers of the pages"),
        }
    }
}

/// Whether the file itself says that a line belongs to the page.
fn marked(line: &Line) -> bool {
    let mut all = line.glyphs.iter().filter(|glyph| !super::line::blank(&glyph.text)).peekable();
    all.peek().is_some() && all.all(|glyph| glyph.pagination)
}

/// The outermost lines in the margins, from the edge inwards, with whether they are at the top.
fn outer(sheet: &Sheet) -> Vec<(usize, bool)> {
    let top = (0..sheet.lines.len().min(DEEPEST))
        .take_while(|at| sheet.lines[*at].baseline < sheet.height * MARGIN)
        .map(|at| (at, true));
    let bottom = (0..sheet.lines.len())
        .rev()
        .take(DEEPEST)
        .take_while(|at| sheet.lines[*at].baseline > sheet.height * (1.0 - MARGIN))
        .map(|at| (at, false));
    top.chain(bottom).collect()
}

/// A line's words with every number as one sign, and where it stands.
fn key(line: &Line, top: bool) -> (bool, i64, String) {
    let mut words = String::new();
    for c in line.text().chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_ascii_digit() || c.is_numeric() { '#' } else { c };
        if c != '#' || !words.ends_with('#') {
            words.push(c);
        }
    }
    (top, (line.baseline / 6.0).round() as i64, words)
}

type Counted = HashMap<(bool, i64, String), usize>;

/// The lines in the margins that are on several pages, at the same height.
fn repeated(sheets: &[Sheet]) -> Counted {
    let mut counted = Counted::new();
    for sheet in sheets {
        for (at, top) in outer(sheet) {
            *counted.entry(key(&sheet.lines[at], top)).or_default() += 1;
        }
    }
    // Heights differ by less than a step between pages, yet may fall on two sides of a step.
    let all = counted.clone();
    for ((top, height, words), count) in &mut counted {
        for beside in [*height - 1, *height + 1] {
            *count += all.get(&(*top, beside, words.clone())).copied().unwrap_or(0);
        }
    }
    counted
}

/// The numbers that a line in the form of a page number has: `— 3 —`, `第3页 共9页`, `3/9`, `Page 3`.
fn page_number(line: &Line) -> Option<u32> {
    let text: String = line.text().chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.to_lowercase();
    let mut numbers = Vec::new();
    let mut digits = String::new();
    for c in text.chars().chain(['\n']) {
        let c = match c {
            '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
            c => c,
        };
        if c.is_ascii_digit() {
            digits.push(c);
        } else if !digits.is_empty() {
            numbers.push(std::mem::take(&mut digits));
        }
    }
    let words: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let known = matches!(
        words.as_str(),
        "" | "第页" | "第页共页" | "页" | "共页第页" | "page" | "pageof" | "p" | "pg" | "of"
    );
    let marks =
        text.chars().all(|c| c.is_alphanumeric() || "-—–－―─·•|/／,，.()（）[]".contains(c));
    let place = if words == "共页第页" { numbers.last() } else { numbers.first() };
    place.filter(|number| known && marks && numbers.len() <= 2 && number.len() <= 4)?.parse().ok()
}

/// How far a printed number is from the page's own.
fn step(number: u32, index: usize) -> i64 {
    i64::from(number) - i64::try_from(index).unwrap_or(i64::MAX)
}

/// The distance of printed page numbers from the file's own, where most pages agree on it.
fn numbered(sheets: &[Sheet]) -> Vec<i64> {
    let mut steps: HashMap<i64, usize> = HashMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        for (at, _) in outer(sheet) {
            if let Some(number) = page_number(&sheet.lines[at]) {
                *steps.entry(step(number, index)).or_default() += 1;
            }
        }
    }
    let enough = |count: usize| count >= 2 || sheets.len() == 1;
    let mut steps: Vec<i64> =
        steps.into_iter().filter(|(_, count)| enough(*count)).map(|(step, _)| step).collect();
    steps.sort_unstable();
    steps
}

/// The lines of a page that are furniture, the last first.
fn furniture(
    sheet: &Sheet,
    index: usize,
    repeated: &Counted,
    numbered: &[i64],
) -> Vec<(usize, Kind)> {
    let mut found: Vec<(usize, Kind)> = Vec::new();
    for (at, top) in outer(sheet) {
        let line = &sheet.lines[at];
        let step = page_number(line).map(|number| step(number, index));
        let what = if step.is_some_and(|step| numbered.contains(&step)) {
            Kind::Number
        } else if repeated.get(&key(line, top)).is_some_and(|count| *count >= 2)
            && !key(line, top).2.is_empty()
        {
            if top { Kind::Header } else { Kind::Footer }
        } else {
            continue;
        };
        if found.iter().all(|(known, _)| *known != at) {
            found.push((at, what));
        }
    }
    found.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    found
}
