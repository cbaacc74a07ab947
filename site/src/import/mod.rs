//! From what a clerk has (text, Markdown, a Word file) to what the site reads, with a preview of
//! how it was understood.
//!
//! | module | what it does |
//! |---|---|
//! | `decode` | bytes to text, whatever the encoding |
//! | `docx` | Word files: paragraphs, and automatic numbering as text |
//! | `scaffold` | the files to fill in for a new document |
//! | `preview` | what was understood, as a tree |
//! | `command` | the commands `new` and `import` |

pub mod command;
mod decode;
pub(crate) mod docx;
mod preview;
mod scaffold;

use corpus::{Position, Problem, ProblemKind, Severity};

pub use preview::preview;
pub use scaffold::{Created, NewDocument, NewError, new};

/// The text of a file, whatever its format, with what should be looked at. The text has one
/// paragraph a line and `\n` line ends. Never fails: what can't be read is an error among the
/// problems, with what to do.
pub fn document(bytes: &[u8], filename: &str) -> (String, Vec<Problem>) {
    let extension = filename.rsplit_once('.').map_or("", |(_, extension)| extension);
    let (text, problems) = match extension.to_ascii_lowercase().as_str() {
        "docx" => docx::text(bytes),
        "txt" | "md" | "markdown" | "text" | "" => decode::text(bytes),
        "doc" | "wps" | "rtf" | "odt" => {
            refused("this format can't be read; open the file in Word or WPS and save it as .docx")
        }
        "pdf" => refused(
            "PDF can't be read reliably; copy its text into a .txt file (or save it as .docx), \
             and compare it with the PDF page by page",
        ),
        _ => refused("this kind of file is not known; bring the text as .txt, .md or .docx"),
    };
    (text, problems.into_iter().map(|problem| problem.in_file(filename)).collect())
}

fn refused(message: &str) -> (String, Vec<Problem>) {
    (String::new(), vec![problem(Severity::Error, 1, 1, message)])
}

fn problem(severity: Severity, line: u32, column: u32, message: impl Into<String>) -> Problem {
    Problem::new(ProblemKind::Markup, severity, Position { line, column }, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_what_to_do() {
        for (name, words) in [("a.pdf", ".txt"), ("a.doc", ".docx"), ("a.exe", ".docx")] {
            let (text, problems) = document(b"x", name);
            assert_eq!(text, "");
            assert_eq!(problems[0].severity, Severity::Error);
            assert!(problems[0].message.contains(words), "{}", problems[0]);
            assert_eq!(problems[0].file, name);
        }
    }
}
