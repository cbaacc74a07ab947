//! The pages of a file, read within bounded time: a few bytes can ask a reader for hours of work.

use corpus::{Bilingual, bilingual};
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
    within(bytes, LONGEST_READING)
}

fn within(bytes: &[u8], time: Duration) -> Result<Vec<Drawn>, ImportError> {
    let (sender, receiver) = mpsc::channel();
    let bytes = bytes.to_vec();
    let run = move || {
        // Nobody listens any more when the time is over.
        let _ = sender.send(pages(bytes, time));
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run);
    let Ok(thread) = thread else {
        return Err(ImportError::Refused(bilingual!(
            "电脑内存不够，读不了这份 PDF；请关掉别的程序再试",
            "the computer has no memory to read the PDF; close other programs and try again"
        )));
    };
    match receiver.recv_timeout(time) {
        Ok(read) => read,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(too_long(time)),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            drop(thread.join());
            Err(damaged(&bilingual!("读取中断", "its reader stopped")))
        }
    }
}

fn too_long(time: Duration) -> ImportError {
    ImportError::bound(
        bilingual!("读取这份 PDF 的时间", "reading the PDF takes"),
        time.as_secs(),
        bilingual!("秒", "seconds"),
    )
}

fn damaged(reason: &Bilingual) -> ImportError {
    ImportError::Refused(bilingual!(
        "PDF 已损坏（{reason}）；请重新下载，或者用原来的程序打开，重新保存，或者索取 .docx",
        "the PDF is damaged ({reason}); download it again, open it in the program that made it and \
         save it again, or ask for the document as .docx"; reason
    ))
}

fn pages(bytes: Vec<u8>, time: Duration) -> Result<Vec<Drawn>, ImportError> {
    let start = Instant::now();
    let whole = bytes[bytes.len().saturating_sub(2048)..].windows(5).any(|end| end == b"%%EOF");
    let pdf = Pdf::new(bytes).map_err(refusal)?;
    let count = pdf.pages().len();
    if count > MOST_PAGES {
        return Err(ImportError::bound(
            bilingual!("这份 PDF", "the PDF has"),
            MOST_PAGES as u64,
            bilingual!("页", "pages"),
        ));
    }
    if count == 0 {
        return Err(damaged(&bilingual!("里面没有页", "it has no pages")));
    }
    if !whole {
        return Err(damaged(&bilingual!("缺少结尾", "its end is missing")));
    }
    let cache = InterpreterCache::new();
    let mut drawn = Vec::with_capacity(count);
    let mut characters = 0;
    for (page, number) in pdf.pages().iter().zip(1..) {
        if start.elapsed() > time {
            return Err(too_long(time));
        }
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform: Affine = page.initial_transform(true).to_kurbo();
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings);
        let mut collector = Collector::new(number, area, MOST_CHARACTERS - characters);
        if page.page_stream().is_none() && page.raw().contains_key(&b"Contents"[..]) {
            return Err(damaged(&bilingual!(
                "第 {number} 页解不开",
                "page {number} can't be unpacked"
            )));
        }
        interpret_page(page, &mut context, &mut collector);
        let page = collector.finish();
        if page.overfull {
            return Err(ImportError::bound(
                bilingual!("正文", "the text has"),
                MOST_CHARACTERS as u64,
                bilingual!("个字符", "characters"),
            ));
        }
        characters += page.page.glyphs.len();
        drawn.push(page);
    }
    Ok(drawn)
}

fn refusal(error: LoadPdfError) -> ImportError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            ImportError::Refused(bilingual!(
                "PDF 有密码；请打开它，去掉密码，重新保存，或者索取 .docx",
                "the PDF is locked by a password; open it, remove the password and save it again, or \
             ask for the document as .docx"
            ))
        }
        LoadPdfError::Decryption(_) => ImportError::Refused(bilingual!(
            "PDF 的加密方式读不了；请索取没有保护的 PDF，或者 .docx",
            "the PDF is encrypted in a way that can't be read; ask for it without protection, or \
             as .docx"
        )),
        LoadPdfError::Invalid => {
            damaged(&bilingual!("里面没有能读的内容", "it has no readable contents"))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    #[test]
    fn a_page_that_draws_itself_in_itself_ends() {
        let mut objects = String::new();
        for at in 0..40 {
            let next = (at + 1) % 40;
            let content = format!("/F{next} Do ").repeat(40);
            let _ = write!(
                objects,
                "{} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<<\
                 /F{next} {} 0 R>>>>/Length {}>>\nstream\n{content}\nendstream\nendobj\n",
                10 + at,
                10 + next,
                content.len()
            );
        }
        let file = format!(
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids\
             [3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]\
             /Resources<</XObject<</F0 10 0 R>>>>/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length 7>>\n\
             stream\n/F0 Do \nendstream\nendobj\n{objects}trailer\n<</Root 1 0 R>>\n%%EOF"
        );
        let error = within(file.as_bytes(), Duration::from_secs(1)).expect_err("a bound");
        assert!(error.to_string().contains("1 seconds"), "{error}");
    }
}
