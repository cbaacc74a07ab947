//! PDF files with text (ISO 32000): the characters by their places, in reading order.
//!
//! `hayro` reads the format and knows the encodings; where lines, paragraphs, tables and columns
//! are is concluded in `layout`. Scans, files whose letters mean nothing, and locked ones are
//! refused with advice.
//!
//! | module | what it does |
//! |---|---|
//! | `bounds` | refuses what unpacks to too much, before it is unpacked |
//! | `pages` | the pages' characters, within bounded time |
//! | `collector` | what is drawn on a page |

mod bounds;
mod collector;
mod pages;

use corpus::Severity;

use crate::flow::Imported;
use crate::layout;
use crate::limits::ImportError;
use collector::Drawn;

/// A page is a picture where one covers this share of it.
const COVERED: f64 = 0.3;
/// So many shapes and no text are text that was turned into shapes.
const MANY_SHAPES: usize = 200;
/// As many pages as a message names.
const MOST_NAMED: usize = 8;

const ASK: &str = "ask for the document as .docx, or type it into a .txt file and compare it with \
                   the original page by page";

/// Reads a PDF file.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    bounds::check(bytes)?;
    let drawn = pages::read(bytes)?;
    refuse_pictures(&drawn)?;
    let unread: usize = drawn.iter().map(|page| page.unreadable).sum();
    let all: usize = drawn.iter().map(|page| page.page.glyphs.len()).sum();
    if unread * 5 > all {
        return Err(ImportError::Refused(format!(
            "the letters of this PDF carry no meaning ({unread} of {all} can't be told), as if it \
             had been made to be printed only; {ASK}"
        )));
    }
    let mut findings = Vec::new();
    for page in &drawn {
        let number = page.page.number;
        if page.unreadable > 0 {
            let message = format!(
                "page {number}: {} character(s) have no meaning in the file and stand as “\u{fffd}”; \
                 {ASK}",
                page.unreadable
            );
            findings.push((Severity::Error, message));
        }
        if page.pictures > 0 {
            let message = format!(
                "page {number}: {} picture(s) are left out; type their words where they belong, if \
                 the text needs them",
                page.pictures
            );
            findings.push((Severity::Notice, message));
        }
    }
    let radicals: usize = drawn.iter().map(|page| page.radicals).sum();
    if radicals > 0 {
        let message = format!(
            "{radicals} character(s) are radicals in the file, as some programs write them, and \
             the ordinary characters that look the same in the text"
        );
        findings.push((Severity::Notice, message));
    }
    let mut flow = layout::read(drawn.into_iter().map(|page| page.page).collect());
    for (severity, message) in findings {
        flow.tell_at(severity, 0, 0, 1, message);
    }
    flow.finish(true)
}

/// Refuses files in which pages are pictures: half a document is a wrong one.
fn refuse_pictures(drawn: &[Drawn]) -> Result<(), ImportError> {
    let pages_where = |is: fn(&Drawn) -> bool| {
        let pages = drawn.iter().filter(|page| is(page)).map(|page| page.page.number);
        pages.collect::<Vec<u32>>()
    };
    let guessed = pages_where(|page| page.invisible > 0 && page.invisible * 2 > page.visible);
    let scanned = pages_where(|page| page.visible == 0 && page.covered > COVERED);
    let shapes = pages_where(|page| page.visible == 0 && page.shapes > MANY_SHAPES);
    for (pages, what) in [
        (guessed, "a scan, and its text was guessed by a machine, figures as well"),
        (scanned, "a picture, such as a scan, and has no text"),
        (shapes, "drawn as shapes and has no text"),
    ] {
        if !pages.is_empty() {
            let message = format!("{} of the PDF is {what}; {ASK}", named(&pages, drawn.len()));
            return Err(ImportError::Refused(message));
        }
    }
    Ok(())
}

fn named(pages: &[u32], all: usize) -> String {
    if pages.len() == all {
        return "each page".to_owned();
    }
    let mut names: Vec<String> = pages.iter().take(MOST_NAMED).map(u32::to_string).collect();
    if pages.len() > MOST_NAMED {
        names.push("…".to_owned());
    }
    let word = if pages.len() == 1 { "page" } else { "each of the pages" };
    format!("{word} {}", names.join(", "))
}
