//! Word files (`.docx`): paragraphs as lines, automatic numbering as text, headings marked.
//!
//! Automatic numbers are no text in Word: they exist only when Word counts. Here they are counted
//! as Word does and written out, since they are what people cite.

mod body;
mod numbering;
mod ordinals;
mod styles;
pub mod tree;

use std::io::{Cursor, Read};

use corpus::{Problem, Severity};

use super::problem;
use body::Body;
use numbering::Numbering;
use styles::Styles;
use tree::Element;

/// No part of a document is larger; a file that unpacks to more is refused.
const LARGEST_PART: u64 = 64 * 1024 * 1024;

/// Why a Word file can't be read.
#[derive(Debug, thiserror::Error)]
enum DocxError {
    #[error("this is not a Word file (.docx); open it in Word or WPS and save it as .docx")]
    NotZip(#[from] zip::result::ZipError),
    #[error("{0} in the Word file is damaged ({1}); open it in Word or WPS and save it again")]
    Damaged(&'static str, String),
    #[error("{0} in the Word file is too large to be a document; check that it is the right file")]
    TooLarge(&'static str),
}

/// The text of a Word file, and what in it needs a look.
pub fn text(bytes: &[u8]) -> (String, Vec<Problem>) {
    match read(bytes) {
        Ok((text, mut problems)) => {
            if text.trim().is_empty() {
                let message =
                    "the Word file has no text; if its pages are pictures, type or scan the text";
                problems.push(problem(Severity::Error, 1, 1, message));
            }
            (text, problems)
        }
        Err(error) => (String::new(), vec![problem(Severity::Error, 1, 1, error.to_string())]),
    }
}

fn read(bytes: &[u8]) -> Result<(String, Vec<Problem>), DocxError> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))?;
    let document = part(&mut zip, "word/document.xml")?
        .ok_or(DocxError::Damaged("word/document.xml", "it is missing".to_owned()))?;
    let styles = part(&mut zip, "word/styles.xml")?.map(|part| Styles::new(&part));
    let numbering = part(&mut zip, "word/numbering.xml")?.map(|part| Numbering::new(&part));
    let mut body = Body::new(styles.unwrap_or_default(), numbering.unwrap_or_default());
    if let Some(content) = document.child("body") {
        body.read(content);
    }
    Ok(body.finish())
}

fn part(
    zip: &mut zip::ZipArchive<Cursor<&[u8]>>,
    name: &'static str,
) -> Result<Option<Element>, DocxError> {
    let file = match zip.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut text = String::new();
    let read = file.take(LARGEST_PART + 1).read_to_string(&mut text);
    read.map_err(|error| DocxError::Damaged(name, error.to_string()))?;
    if text.len() as u64 > LARGEST_PART {
        return Err(DocxError::TooLarge(name));
    }
    tree::parse(&text).map(Some).map_err(|reason| DocxError::Damaged(name, reason))
}

#[cfg(test)]
mod tests;
