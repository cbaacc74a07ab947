//! Lines to paragraphs. A paragraph ends where the next line is indented, where its last line is
//! shorter than it had to be, where type or distance change.

use std::collections::HashMap;

use corpus::{Bilingual, Severity};

use super::footnotes::Footnote;
use super::joining::join;
use super::line::{Line, is_wide};
use super::{Item, Margins, Sheet};
use crate::flow::{Block, Flow};
use crate::table;

/// Where the lines of the pages of each size begin and end.
pub fn usual_margins(sheets: &[Sheet]) -> HashMap<(i64, i64), Margins> {
    let mut lines: HashMap<(i64, i64), Vec<&Line>> = HashMap::new();
    for sheet in sheets {
        lines.entry(sheet.form()).or_default().extend(&sheet.lines);
    }
    let pitches = |form: &(i64, i64)| {
        let own = sheets.iter().filter(|sheet| sheet.form() == *form);
        own.flat_map(|sheet| pitches(&sheet.lines)).collect::<Vec<f64>>()
    };
    lines.into_iter().map(|(form, lines)| (form, margins(&lines, pitches(&form)))).collect()
}

/// Where these lines begin and end.
pub fn margins_of(lines: &[Line]) -> Margins {
    margins(&lines.iter().collect::<Vec<_>>(), pitches(lines))
}

fn pitches(lines: &[Line]) -> Vec<f64> {
    lines.windows(2).map(|pair| pair[1].baseline - pair[0].baseline).collect()
}

fn margins(lines: &[&Line], mut pitches: Vec<f64>) -> Margins {
    let sorted = |place: fn(&Line) -> f64| {
        let mut places: Vec<f64> = lines.iter().map(|line| place(line)).collect();
        places.sort_by(f64::total_cmp);
        places
    };
    let (lefts, rights) = (sorted(Line::left), sorted(Line::right));
    let at = |places: &[f64], hundredth: usize| {
        let last = places.len().saturating_sub(1);
        places.get((last * hundredth + 50) / 100).copied().unwrap_or_default()
    };
    pitches.sort_by(f64::total_cmp);
    Margins { left: at(&lefts, 5), right: at(&rights, 90), pitch: at(&pitches, 50), region: 0 }
}

/// The text of a cell: its paragraphs, one a line.
pub fn cell_text(lines: &[Line], margins: Margins) -> String {
    let mut text = String::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let ends = before.is_some_and(|before| {
            let stops = before.text().ends_with(['。', '；', ';', '.']);
            line.baseline - before.baseline > 1.5 * margins.pitch
                || stops && (indented(line, margins) || starts_with_label(&line.text()))
        });
        if ends {
            text.push('\n');
            text.push_str(&line.text());
        } else {
            join(&mut text, &line.text());
        }
        before = Some(line);
    }
    text
}

/// Writes what follows each other as blocks.
pub fn write(items: Vec<Item>, flow: &mut Flow) {
    let mut open = Open::default();
    for item in items {
        match item {
            Item::Line(line, margins) => open.line(line, margins, flow),
            Item::Table(table) => {
                open.end(flow);
                let cell = |text: String| {
                    text.lines().map(|line| Block::Paragraph(line.to_owned())).collect()
                };
                let rows = table.rows.into_iter().map(|row| row.into_iter().map(cell).collect());
                for block in table::blocks(rows.collect()) {
                    flow.push(block);
                }
            }
            Item::Note(note) => open.notes.push(note),
            Item::Finding(severity, message) => open.findings.push((severity, message)),
            Item::LeftOut(what, words) => flow.leave_out(Severity::Notice, what, &words, None),
        }
    }
    open.end(flow);
}

/// The paragraph that is open.
#[derive(Default)]
struct Open {
    text: String,
    last: Option<(Line, Margins)>,
    /// Where the lines after a list's mark begin.
    hanging: Option<f64>,
    findings: Vec<(Severity, Bilingual)>,
    /// The notes that stand below it.
    notes: Vec<Footnote>,
}

impl Open {
    fn line(&mut self, line: Line, margins: Margins, flow: &mut Flow) {
        let continues = self.last.as_ref().is_some_and(|(before, its)| {
            let hangs = self.hanging.filter(|_| its.region == margins.region);
            !ends(before, *its, &line, margins, hangs)
        });
        let text = line.text();
        if continues {
            let told = join(&mut self.text, &text);
            self.findings.extend(told.map(|told| (Severity::Warning, told)));
        } else {
            self.end(flow);
            self.hanging = hanging(&line, &text);
            self.text = text;
        }
        self.last = Some((line, margins));
    }

    fn end(&mut self, flow: &mut Flow) {
        for (severity, message) in self.findings.drain(..) {
            flow.tell(severity, message);
        }
        self.last = None;
        self.hanging = None;
        flow.push(Block::Paragraph(std::mem::take(&mut self.text)));
        for note in self.notes.drain(..) {
            if let Some(message) = note.finding() {
                flow.tell(Severity::Warning, message);
            }
            flow.push(Block::Paragraph(note.paragraph()));
        }
    }
}

/// Where the second line of a list's point begins, if the first has a mark such as `1.`
fn hanging(line: &Line, text: &str) -> Option<f64> {
    let mark = text.split([' ', '\u{3000}']).next().unwrap_or_default();
    let rest: &str = mark.trim_start_matches(['(', '（']);
    let inner = rest.trim_end_matches(['.', ')', '、', '）', '．']);
    let numbered = inner.len() < rest.len()
        && inner.chars().count() <= 3
        && inner.chars().all(|c| c.is_ascii_alphanumeric());
    if !(numbered || matches!(mark, "•" | "·" | "-" | "–" | "▪" | "●" | "■" | "◆" | "\u{f0b7}"))
    {
        return None;
    }
    let length = mark.chars().count();
    let inked = line.glyphs.iter().filter(|glyph| !super::line::blank(&glyph.text));
    inked.clone().nth(length).map(|glyph| glyph.left)
}

/// Whether a paragraph ends between two lines.
fn ends(before: &Line, its: Margins, line: &Line, margins: Margins, hanging: Option<f64>) -> bool {
    let ratio = line.size / before.size;
    if !(0.87..=1.15).contains(&ratio) {
        return true;
    }
    let step = line.baseline - before.baseline;
    let same = its.region == margins.region;
    if same && (step > 1.3 * margins.pitch.max(line.size) || step <= 0.0) {
        return true;
    }
    let text = before.text();
    let next = line.text();
    let stops = text.ends_with(['。', '；', '：', '？', '！', '.', ';', ':', '”', '）']);
    stops && (starts_with_label(&next))
        || leads_to_a_page(&text)
        || centred(before, its)
        || centred(line, margins)
        || hanging.is_none_or(|at| (line.left() - at).abs() > 0.4 * line.size)
            && indented(line, margins)
        || !is_full(before, its, line)
}

fn indented(line: &Line, margins: Margins) -> bool {
    line.left() - margins.left > 0.7 * line.size
}

fn centred(line: &Line, margins: Margins) -> bool {
    let (left, right) = (line.left() - margins.left, margins.right - line.right());
    left > 2.5 * line.size && right > 1.5 * line.size && (left - right).abs() < 1.5 * line.size
}

/// Whether the first word of the next line had no room on this one.
fn is_full(line: &Line, margins: Margins, next: &Line) -> bool {
    margins.right - line.right() < first_word(next) + 1.2 * line.size
}

/// How wide what can't be parted is at the beginning of a line: a Latin word or a Chinese
/// character, with the marks that may begin or end no line and what they hold on to.
fn first_word(line: &Line) -> f64 {
    const CLOSING: &str = "，。、；：？！）》」』】〉,.;:?!)%";
    const HOLDING: &str = "“”‘’（《「『【〈(";
    let mut width = 0.0;
    let mut held = true;
    let mut latin = false;
    for glyph in &line.glyphs {
        let c = glyph.text.chars().next().unwrap_or(' ');
        let goes_on = held || CLOSING.contains(c) || HOLDING.contains(c) || latin && !is_wide(c);
        if c.is_whitespace() && width > 0.0 || !goes_on {
            break;
        }
        width += glyph.right - glyph.left;
        held = HOLDING.contains(c);
        latin = !is_wide(c) && c.is_alphanumeric();
    }
    width
}

/// Whether words begin with the label of a provision, an article or a point of a list.
fn starts_with_label(text: &str) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十百零〇";
    let bare = text.trim_start_matches(['（', '(', '第', ' ', '〔']);
    let digits = |c: char| NUMERALS.contains(c) || c.is_ascii_digit();
    let rest = bare.trim_start_matches(digits);
    let numbered = rest.len() < bare.len()
        && rest.starts_with(['、', '.', '．', '）', ')', '条', '章', '节', '编']);
    numbered || text.starts_with(|c: char| matches!(c, '①'..='⑳' | '㈠'..='㈩' | '•' | '●'))
}

/// Whether a line is one of a list of contents: `第一章　总则……3`.
fn leads_to_a_page(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    words.len() < text.len()
        && (words.ends_with("...") || words.ends_with("……") || words.ends_with("···"))
}
