//! Texts that are needed again later in a build, in the order in which they are asked for: in
//! memory, or, where a site is written to a folder, in a file there that has no name and is gone
//! with the build.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use corpus::bilingual;
use search_index::seeds::BilingualContext;

/// Where texts are kept; several threads may do so at once.
#[derive(Debug)]
pub struct Spool(Option<Mutex<File>>);

/// A text that is kept.
#[derive(Debug)]
pub enum Kept {
    /// In memory.
    Here(Box<str>),
    /// In the spool's file.
    There {
        /// Where it begins.
        at: u64,
        /// How many bytes it has.
        length: usize,
    },
}

impl Spool {
    /// Keeps texts in memory.
    pub fn in_memory() -> Self {
        Self(None)
    }

    /// Keeps texts on the disk on which a folder is.
    ///
    /// # Errors
    /// Where the folder can't be written.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        let file = tempfile::tempfile_in(folder).with_wording(|| {
            let folder = folder.display();
            bilingual!("无法写入 {folder}", "{folder} can't be written")
        })?;
        Ok(Self(Some(Mutex::new(file))))
    }

    /// Keeps a text.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn keep(&self, text: String) -> Result<Kept> {
        let Some(file) = &self.0 else { return Ok(Kept::Here(text.into_boxed_str())) };
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let written = file.seek(SeekFrom::End(0)).and_then(|at| {
            file.write_all(text.as_bytes())?;
            Ok(Kept::There { at, length: text.len() })
        });
        written.with_wording(|| {
            bilingual!(
                "无法写入临时文件，磁盘可能已满",
                "a temporary file can't be written; the disk may be full"
            )
        })
    }

    /// A text that this spool keeps.
    ///
    /// # Errors
    /// Where it can't be read.
    pub fn text<'k>(&self, kept: &'k Kept) -> Result<Cow<'k, str>> {
        let (file, at, length) = match (kept, &self.0) {
            (Kept::Here(text), _) => return Ok(Cow::Borrowed(text)),
            (Kept::There { at, length }, Some(file)) => (file, *at, *length),
            (Kept::There { .. }, None) => anyhow::bail!("the text is kept in another spool"),
        };
        let mut bytes = vec![0; length];
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let read = file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(&mut bytes));
        drop(file);
        read.with_wording(|| bilingual!("无法读取临时文件", "a temporary file can't be read"))?;
        Ok(Cow::Owned(String::from_utf8(bytes)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use search_index::cores::on_all_cores;

    #[test]
    fn texts_come_back_in_any_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let numbers: Vec<usize> = (0..200).collect();
        let text = |number: usize| format!("第{number}条").repeat(number);
        for spool in [Spool::in_memory(), Spool::in_folder(folder.path()).expect("a spool")] {
            let kept = on_all_cores(&numbers, |number| spool.keep(text(*number)).expect("kept"));
            for number in numbers.iter().rev() {
                assert_eq!(spool.text(&kept[*number]).expect("read"), text(*number));
            }
        }
        let left = std::fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, 0, "the file is gone with its spool");
    }

    #[test]
    fn a_text_is_not_looked_for_in_another_spool() {
        let kept = Kept::There { at: 0, length: 1 };
        assert!(Spool::in_memory().text(&kept).is_err());
    }
}
