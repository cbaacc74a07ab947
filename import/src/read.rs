//! Looks at the bytes, chooses the reader, and turns what it can't read into an error.

use corpus::{Position, Severity, bilingual};

use crate::flow::{Imported, problem};
use crate::format::{self, Format};
use crate::limits::{ImportError, LARGEST_FILE};
use crate::{docx, html, ofd, pdf, text};

/// The extensions of the files that can be read, for messages and pickers.
pub const EXTENSIONS: &str = ".docx, .pdf, .ofd, .html, .txt or .md";

/// What the person who brings a file may say about it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The encoding of a text or web page, by its usual name; otherwise it is told by the bytes.
    pub encoding: Option<String>,
}

/// The text of a file, whatever its format, with what should be looked at.
///
/// Never fails: what can't be read is an error among the problems, with what to do, and no text.
/// The text has one paragraph a line, blank lines between, and `\n` line ends.
///
/// ```
/// let imported = import::read("关于修路的意见\n".as_bytes(), "a.txt", &import::Options::default());
/// assert_eq!(imported.text, "关于修路的意见\n");
/// ```
pub fn read(bytes: &[u8], filename: &str, options: &Options) -> Imported {
    let mut imported = match dispatch(bytes, filename, options) {
        Ok(imported) => imported,
        Err(error) => {
            let at = Position { line: 1, column: 1 };
            let problems = vec![problem(Severity::Error, at, error.wording())];
            Imported { problems, ..Imported::default() }
        }
    };
    let failed = imported.problems.iter().any(|problem| problem.severity == Severity::Error);
    if imported.text.trim().is_empty() && !failed {
        let at = Position { line: 1, column: 1 };
        let message = bilingual!(
            "文件里没有文字；请检查是不是拿错了文件；如果每页都是图片，请索取 .docx",
            "the file has no text; check that it is the right one, and if its pages are pictures, \
             ask for the document as .docx"
        );
        imported.problems.push(problem(Severity::Error, at, message));
    }
    for problem in &mut imported.problems {
        filename.clone_into(&mut problem.file);
    }
    imported
}

fn dispatch(bytes: &[u8], filename: &str, options: &Options) -> Result<Imported, ImportError> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ImportError::bound(
            bilingual!("文件", "the file has"),
            LARGEST_FILE,
            bilingual!("字节", "bytes"),
        ));
    }
    match format::of(bytes, filename) {
        Format::Text => text::plain::read(bytes, options),
        Format::Html => html::read(bytes, options),
        Format::Docx => docx::read(bytes),
        Format::Pdf => pdf::read(bytes),
        Format::Ofd => ofd::read(bytes),
        Format::Other(refusal) => Err(ImportError::Refused(refusal.advice())),
    }
}
