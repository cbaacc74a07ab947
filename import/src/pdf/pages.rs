//! The pages of a file, read within bounded time: a few bytes can ask a reader for hours of work.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};

use super::collector::{Collector, Drawn};
use crate::limits::{ImportError, LONGEST_READING, MOST_CHARACTERS, MOST_PAGES};

/// The stack of the thread that reads: forms within forms are read by recursion.
const STACK: usize = 256 * 1024 * 1024;

/// Reads what is drawn on every page.
pub fn read(bytes: &[u8]) -> Result<Vec<Drawn>, ImportError> {
    let (sender, receiver) = mpsc::channel();
    let bytes = bytes.to_vec();
    let run = move || {
        // Nobody listens any more when the time is over.
        let _ = sender.send(pages(bytes));
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run);
    let Ok(thread) = thread else {
        return Err(ImportError::Refused(
            "the computer has no memory to read the PDF; close other programs and try again"
                .to_owned(),
        ));
    };
    match receiver.recv_timeout(LONGEST_READING) {
        Ok(read) => read,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(too_long()),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            drop(thread.join());
            Err(damaged("its reader stopped"))
        }
    }
}

fn too_long() -> ImportError {
    ImportError::bound("reading the PDF takes", LONGEST_READING.as_secs(), "seconds")
}

fn damaged(reason: impl std::fmt::Display) -> ImportError {
    ImportError::Refused(format!(
        "the PDF is damaged ({reason}); download it again, open it in the program that made it and \
         save it again, or ask for the document as .docx"
    ))
}

fn pages(bytes: Vec<u8>) -> Result<Vec<Drawn>, ImportError> {
    let start = Instant::now();
    let whole = bytes[bytes.len().saturating_sub(2048)..].windows(5).any(|end| end == b"%%EOF");
    let pdf = Pdf::new(bytes).map_err(refusal)?;
    let count = pdf.pages().len();
    if count > MOST_PAGES {
        return Err(ImportError::bound("the PDF has", MOST_PAGES as u64, "pages"));
    }
    if count == 0 {
        return Err(damaged("it has no pages"));
    }
    if !whole {
        return Err(damaged("its end is missing"));
    }
    let cache = InterpreterCache::new();
    let mut drawn = Vec::with_capacity(count);
    let mut characters = 0;
    for (page, number) in pdf.pages().iter().zip(1..) {
        if start.elapsed() > LONGEST_READING.saturating_sub(Duration::from_millis(500)) {
            return Err(too_long());
        }
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform: Affine = page.initial_transform(true).to_kurbo();
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings);
        let mut collector = Collector::new(number, area, MOST_CHARACTERS - characters);
        if page.page_stream().is_none() && page.raw().contains_key(&b"Contents"[..]) {
            return Err(damaged(format!("page {number} can't be unpacked")));
        }
        interpret_page(page, &mut context, &mut collector);
        let page = collector.finish();
        if page.overfull {
            return Err(ImportError::bound("the text has", MOST_CHARACTERS as u64, "characters"));
        }
        characters += page.page.glyphs.len();
        drawn.push(page);
    }
    Ok(drawn)
}

fn refusal(error: LoadPdfError) -> ImportError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ImportError::Refused(
            "the PDF is locked by a password; open it, remove the password and save it again, or \
             ask for the document as .docx"
                .to_owned(),
        ),
        LoadPdfError::Decryption(_) => ImportError::Refused(
            "the PDF is encrypted in a way that can't be read; ask for it without protection, or \
             as .docx"
                .to_owned(),
        ),
        LoadPdfError::Invalid => damaged("it has no readable contents"),
    }
}
