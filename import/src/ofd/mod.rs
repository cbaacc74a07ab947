//! OFD files (GB/T 33190): pages of text objects, packed as zip. As in PDF, characters have places
//! and nothing says what a paragraph is.
//!
//! | module | what it does |
//! |---|---|
//! | `document` | finds the pages and what they are laid over |
//! | `objects` | what is on a page: text, lines, pictures |

mod document;
mod objects;

use corpus::{Severity, bilingual};

use crate::flow::Imported;
use crate::layout;
use crate::limits::ImportError;
use crate::package::Package;

/// Reads an OFD file.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut package = Package::open(bytes)?;
    let drawn = document::pages(&mut package)?;
    let pictures: Vec<u32> = drawn
        .iter()
        .filter(|page| page.page.glyphs.is_empty() && page.pictures > 0)
        .map(|page| page.page.number)
        .collect();
    if let Some(first) = pictures.first() {
        return Err(ImportError::Refused(bilingual!(
            "OFD 文件的第 {first} 页是图片（例如扫描件），没有文字；请索取 .docx，\
             或者把文字打进 .txt 文件，与原件逐页核对",
            "page {first} of the OFD file is a picture, such as a scan, and has no text; ask for \
             the document as .docx, or type it into a .txt file and compare it with the original \
             page by page"
        )));
    }
    let left: Vec<(u32, usize)> = drawn
        .iter()
        .filter(|page| page.pictures > 0)
        .map(|page| (page.page.number, page.pictures))
        .collect();
    let mut flow = layout::read(drawn.into_iter().map(|page| page.page).collect());
    for (number, pictures) in left {
        let message = bilingual!(
            "第 {number} 页：有 {pictures} 张图片没有带进来；如果正文需要其中的文字，请打在原来的位置",
            "page {number}: {pictures} picture(s) are left out; type their words where they \
             belong, if the text needs them"
        );
        flow.tell_at(Severity::Notice, 0, 0, 1, message);
    }
    for part in package.unread() {
        let name = part.rsplit('/').next().unwrap_or_default().to_owned();
        if name.starts_with("annot") && name.ends_with(".xml") {
            let words = package.xml(&part)?.map(|root| objects::words(&root)).unwrap_or_default();
            if !words.is_empty() {
                flow.leave_out(
                    Severity::Notice,
                    bilingual!("页面上的批注或印章", "a note or stamp on a page"),
                    &words,
                    None,
                );
            }
        }
    }
    flow.finish(true)
}
