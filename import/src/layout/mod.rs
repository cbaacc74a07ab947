//! From characters at places on pages to text in reading order: what PDF and OFD have in common.
//!
//! Such files know where each character stands and nothing of lines, paragraphs or tables. What
//! is concluded here from places is told wherever it isn't certain.
//!
//! | module | what it does |
//! |---|---|
//! | `line` | characters to lines, raised and lowered ones with them |
//! | `furniture` | headers, footers and page numbers: what is printed on every page |
//! | `footnotes` | notes at the foot of pages, and what refers to them |
//! | `columns` | two columns side by side |
//! | `tables` | tables with rules |
//! | `aligned` | tables without rules |
//! | `continued` | tables that go on over the page |
//! | `paragraphs` | lines to paragraphs |
//! | `joining` | how two lines of a paragraph are joined |

mod aligned;
mod columns;
mod continued;
mod footnotes;
mod furniture;
mod joining;
mod line;
mod paragraphs;
mod tables;

use corpus::{Bilingual, Severity, bilingual};

use crate::flow::Flow;
use line::Line;

/// A character or a few (a ligature) at a place. Lengths are in points, from the top left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// What it says.
    pub text: String,
    /// Where it begins.
    pub left: f64,
    /// Where the next one may begin.
    pub right: f64,
    /// The line that it stands on.
    pub baseline: f64,
    /// The size of its type.
    pub size: f64,
    /// The file says that it belongs to the page and not to the text: headers, page numbers.
    pub pagination: bool,
}

/// A straight line of a table or under a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Whether it lies; otherwise it stands.
    pub horizontal: bool,
    /// Its place across: how far down it lies, or how far right it stands.
    pub at: f64,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its characters, as they were drawn.
    pub glyphs: Vec<Glyph>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// What is on the page and can't be text in lines: what it is, and its words.
    pub aside: Vec<(Bilingual, String)>,
}

/// What follows each other in reading order.
#[derive(Debug)]
enum Item {
    Line(Line, Margins),
    Table(tables::Table),
    /// A note of the page, to stand below the paragraph that is open.
    Note(footnotes::Footnote),
    /// Something to look at here.
    Finding(Severity, Bilingual),
    /// Words that are no text: what they are, and the words.
    LeftOut(Bilingual, String),
}

/// Where the lines of a page or column begin and end.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Margins {
    left: f64,
    right: f64,
    /// The distance between two lines, here or as a rule.
    pitch: f64,
    /// Counts pages and columns: lines of another one can't be compared by height.
    region: u32,
}

/// The text of the pages.
pub fn read(pages: Vec<Page>) -> Flow {
    let mut flow = Flow::default();
    let mut sheets: Vec<Sheet> = pages.into_iter().map(Sheet::of).collect();
    furniture::take_out(&mut sheets, &mut flow);
    footnotes::take_out(&mut sheets);
    let margins = paragraphs::usual_margins(&sheets);
    let mut items = Vec::new();
    let mut region = 0;
    for mut sheet in sheets {
        let notes = std::mem::take(&mut sheet.notes);
        for (what, words) in &sheet.aside {
            let words = format!("{words} (page {})", sheet.number);
            let message =
                bilingual!("{what}“{words}”没有带进来", "{what} “{words}” is left out"; what);
            items.push(Item::Finding(Severity::Notice, message));
            flow.leave_out(Severity::Notice, what.clone(), &words, None);
        }
        let usual = margins.get(&sheet.form()).copied();
        columns::in_order(sheet, usual, &mut region, &mut items);
        items.extend(notes.into_iter().map(Item::Note));
    }
    paragraphs::write(continued::join(items), &mut flow);
    flow
}

/// A page as lines and tables.
#[derive(Debug)]
struct Sheet {
    number: u32,
    width: f64,
    height: f64,
    lines: Vec<Line>,
    tables: Vec<tables::Table>,
    notes: Vec<footnotes::Footnote>,
    aside: Vec<(Bilingual, String)>,
}

impl Sheet {
    fn of(page: Page) -> Self {
        let Page { number, width, height, mut glyphs, rules, aside } = page;
        line::drop_doubles(&mut glyphs);
        let tables = tables::take_out(&mut glyphs, &rules, number);
        Self { number, width, height, lines: line::lines(glyphs), tables, notes: Vec::new(), aside }
    }

    /// Pages of one size share their margins.
    fn form(&self) -> (i64, i64) {
        (self.width.round() as i64, self.height.round() as i64)
    }
}
