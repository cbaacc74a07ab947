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

use corpus::{Bilingual, Severity, bilingual};

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

/// What to do where a file has no text that can be trusted.
fn ask() -> Bilingual {
    bilingual!(
        "请索取 .docx，或者把文字打进 .txt 文件，与原件逐页核对",
        "ask for the document as .docx, or type it into a .txt file and compare it with the \
         original page by page"
    )
}

/// Reads a PDF file.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    bounds::check(bytes)?;
    let drawn = pages::read(bytes)?;
    refuse_pictures(&drawn)?;
    let unread: usize = drawn.iter().map(|page| page.unreadable).sum();
    let all: usize = drawn.iter().map(|page| page.page.glyphs.len()).sum();
    if unread * 5 > all {
        let ask = ask();
        return Err(ImportError::Refused(bilingual!(
            "这份 PDF 里的字没有编码（{all} 个字里有 {unread} 个认不出），好像只供打印；{ask}",
            "the characters in this PDF have no codes ({unread} of {all} can't be read), as if it \
             had been made for printing only; {ask}"; ask
        )));
    }
    let mut findings = Vec::new();
    for page in &drawn {
        let number = page.page.number;
        if page.unreadable > 0 {
            let (unreadable, ask) = (page.unreadable, ask());
            let message = bilingual!(
                "第 {number} 页：有 {unreadable} 个字在文件里没有编码，写成了“\u{fffd}”；{ask}",
                "page {number}: {unreadable} character(s) have no code in the file and are written \
                 as “\u{fffd}”; {ask}"; ask
            );
            findings.push((Severity::Error, message));
        }
        if page.pictures > 0 {
            let pictures = page.pictures;
            let message = bilingual!(
                "第 {number} 页：有 {pictures} 张图片没有带进来；如果正文需要其中的文字，请打在原来的位置",
                "page {number}: {pictures} picture(s) are left out; type their words where they \
                 belong, if the text needs them"
            );
            findings.push((Severity::Notice, message));
        }
    }
    let radicals: usize = drawn.iter().map(|page| page.radicals).sum();
    if radicals > 0 {
        let message = bilingual!(
            "文件里有 {radicals} 个字写成了部首（有的程序会这样），已经换成看上去一样的普通汉字",
            "{radicals} character(s) were written as radicals in the file, as some programs do; \
             they are now the ordinary characters that look the same"
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
        (
            guessed,
            bilingual!(
                "扫描件，文字和数字是机器识别的",
                "a scan, and its text was guessed by a machine, figures as well"
            ),
        ),
        (
            scanned,
            bilingual!(
                "图片（例如扫描件），没有文字",
                "a picture, such as a scan, and has no text"
            ),
        ),
        (shapes, bilingual!("画出来的图形，没有文字", "drawn as shapes and has no text")),
    ] {
        if !pages.is_empty() {
            let (pages, ask) = (named(&pages, drawn.len()), ask());
            let message = bilingual!(
                "这份 PDF 的{pages}是{what}；{ask}",
                "{pages} of the PDF is {what}; {ask}"; pages, what, ask
            );
            return Err(ImportError::Refused(message));
        }
    }
    Ok(())
}

fn named(pages: &[u32], all: usize) -> Bilingual {
    if pages.len() == all {
        return bilingual!("每一页", "each page");
    }
    let mut names: Vec<String> = pages.iter().take(MOST_NAMED).map(u32::to_string).collect();
    if pages.len() > MOST_NAMED {
        names.push("…".to_owned());
    }
    let names = Bilingual { zh: names.join("、"), en: names.join(", ") };
    if pages.len() == 1 {
        bilingual!("第 {names} 页", "page {names}"; names)
    } else {
        bilingual!("第 {names} 页", "each of the pages {names}"; names)
    }
}
