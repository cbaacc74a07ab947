//! What the program tells people, in Chinese and English side by side: [`bilingual!`](crate::bilingual)
//! makes both wordings of the same arguments, so that neither can be forgotten.

use std::error::Error;
use std::fmt;

use crate::locale::Bilingual;

/// A message in both languages: the Chinese wording, the English wording, both templates of
/// `format!` that capture the same variables; behind `;` the names of variables that are themselves
/// [`Bilingual`] and stand in each wording in its own language.
///
/// It does not compile where a wording is missing, where the Chinese has no Chinese, or where the
/// English has Chinese outside of quotation marks.
///
/// ```
/// let (id, what) = ("roads", corpus::bilingual!("代号", "the id"));
/// let told = corpus::bilingual!("{what}“{id}”重复", "{what} “{id}” stands there twice"; what);
/// assert_eq!(told.zh, "代号“roads”重复");
/// assert_eq!(told.en, "the id “roads” stands there twice");
/// ```
///
/// ```compile_fail
/// let told = corpus::bilingual!("correct this line", "correct this line");
/// ```
///
/// ```compile_fail
/// let told = corpus::bilingual!("改正这一行", "改正这一行");
/// ```
#[macro_export]
macro_rules! bilingual {
    ($zh:literal, $en:literal $(, $name:ident = $value:expr)* $(; $($inner:ident),+)? $(,)?) => {{
        const {
            assert!($crate::wording::has_han($zh), "the Chinese wording has no Chinese");
            assert!(!$crate::wording::has_han($en), "the English wording has Chinese");
        }
        $crate::Bilingual {
            zh: {
                $($(let $inner = &$inner.zh;)+)?
                ::std::format!($zh $(, $name = $value)*)
            },
            en: {
                $($(let $inner = &$inner.en;)+)?
                ::std::format!($en $(, $name = $value)*)
            },
        }
    }};
}

/// Whether a wording has a Chinese character (U+4000–U+9FFF) outside of “quotation marks”.
#[doc(hidden)]
pub const fn has_han(wording: &str) -> bool {
    let bytes = wording.as_bytes();
    let (mut at, mut quoted) = (0, false);
    while at < bytes.len() {
        match bytes[at] {
            // “ and ” are E2 80 9C and E2 80 9D.
            0xe2 if at + 2 < bytes.len() && bytes[at + 1] == 0x80 => match bytes[at + 2] {
                0x9c => quoted = true,
                0x9d => quoted = false,
                _ => {}
            },
            0xe4..=0xe9 if !quoted => return true,
            _ => {}
        }
        at += 1;
    }
    false
}

impl Bilingual {
    /// The same words behind the place that they speak of: an address, a file.
    #[must_use]
    pub fn after(&self, place: impl fmt::Display) -> Self {
        Self { zh: format!("{place}：{}", self.zh), en: format!("{place}: {}", self.en) }
    }

    /// Names, figures and other words that are the same in both languages.
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Self { zh: words.clone(), en: words }
    }

    /// An error that says this.
    pub fn error(self) -> BilingualError {
        BilingualError { wording: self, source: None }
    }
}

/// An error that people are told in their language. Its `Display` is English, as that of all errors.
#[derive(Debug)]
pub struct BilingualError {
    /// What went wrong, and what to do.
    pub wording: Bilingual,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl BilingualError {
    /// The same error with what lies beneath it.
    #[must_use]
    pub fn caused_by(self, source: Box<dyn Error + Send + Sync>) -> Self {
        Self { source: Some(source), ..self }
    }
}

impl fmt::Display for BilingualError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.wording.en)
    }
}

impl Error for BilingualError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_wordings_have_the_same_arguments_each_in_its_language() {
        let kind = bilingual!("警告", "warning");
        let told = bilingual!("{kind} {count} 个", "{count} of kind {kind}", count = 3; kind);
        assert_eq!((told.zh.as_str(), told.en.as_str()), ("警告 3 个", "3 of kind warning"));
        assert_eq!(told.after("a/1").zh, "a/1：警告 3 个");
    }

    #[test]
    fn chinese_is_seen_outside_of_quotation_marks_alone() {
        assert!(has_han("改正") && has_han("“a”改正") && has_han("鿿"));
        assert!(!has_han("as “中文” says") && !has_han("“”：、 ×…"));
    }

    #[test]
    fn an_error_tells_what_lies_beneath_it() {
        let error = bilingual!("无法读取", "can't be read").error();
        let error = error.caused_by(Box::new(std::io::Error::other("disk")));
        assert_eq!(error.to_string(), "can't be read");
        assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("disk"));
    }
}
