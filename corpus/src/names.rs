//! How things in a site's seeds may be named. Names become folders and addresses, on hosts of any
//! kind, so there is one grammar for all of them, and it is checked here alone.

use crate::bilingual;
use crate::locale::Bilingual;

/// No address needs more, and some hosts cut off long paths.
const LONGEST_ID: usize = 64;

/// First steps of addresses that are the site's own. A document with such an id would lie over
/// them.
pub const RESERVED: [&str; 20] = [
    "404",
    "about",
    "assets",
    "audio",
    "coverage",
    "data",
    "documents",
    "en",
    "facts",
    "glossary",
    "hosting",
    "icons",
    "index",
    "interface",
    "places",
    "probe",
    "saved",
    "search",
    "topics",
    "zh",
];

/// Names that Windows keeps for devices: no folder can be called so there.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Why a name will not do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.wording().en)]
pub enum NameError {
    /// The id would not do as an address.
    Id(String),
    /// The site has a page or folder of this name.
    Reserved(String),
    /// Windows has a device of this name.
    Device(String),
    /// The path leads elsewhere, or has characters that some systems refuse.
    File(String),
}

impl NameError {
    /// Why the name will not do, and what to do.
    pub fn wording(&self) -> Bilingual {
        match self {
            Self::Id(id) => bilingual!(
                "“{id}”不能作代号；请用小写字母 a–z、数字和单个连字符，以字母或数字开头和结尾，\
                 不超过 64 个字符，例如 roads-2026",
                "“{id}” can't be an id; use lower-case letters a–z, digits and single hyphens, \
                 beginning and ending with a letter or digit, at most 64 characters, such as \
                 roads-2026"
            ),
            Self::Reserved(id) => bilingual!(
                "“{id}”不能作文件的代号，网站自己的页面或文件用了这个名称；请换一个，例如 {id}-2026",
                "“{id}” can't be the id of a document, because the site has pages or files of its \
                 own there; use another id, such as {id}-2026"
            ),
            Self::Device(name) => bilingual!(
                "不能使用“{name}”，Windows 把这个名称留给了设备；请换一个",
                "“{name}” can't be used, because Windows keeps this name for a device; use another"
            ),
            Self::File(path) => bilingual!(
                "“{path}”不能作文件的路径；请写 seeds 文件夹里的文件，文件夹之间用 /，不要有“..”，\
                 不要以点或斜杠开头，也不要有 \\ : * ? \" < > | 这些字符",
                "“{path}” can't be the path of a file; name a file below the seeds folder with / \
                 between folders, without “..”, without a leading dot or slash, and without any \
                 of \\ : * ? \" < > |"
            ),
        }
    }
}

/// Checks an id of a topic, term, place or body: lower-case ASCII letters and digits, with single
/// hyphens between them.
///
/// # Errors
/// Says what an id looks like.
pub fn check_id(id: &str) -> Result<(), NameError> {
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if id.len() > LONGEST_ID || !id.split('-').all(word) {
        return Err(NameError::Id(id.to_owned()));
    }
    if DEVICES.contains(&id) {
        return Err(NameError::Device(id.to_owned()));
    }
    Ok(())
}

/// Checks an id of a document: an id that is none of the site's own addresses.
///
/// # Errors
/// Says what an id looks like, or that it is taken.
pub fn check_document_id(id: &str) -> Result<(), NameError> {
    check_id(id)?;
    if RESERVED.contains(&id) { Err(NameError::Reserved(id.to_owned())) } else { Ok(()) }
}

/// Checks a path of a file, relative to the folder of seeds. Letters of any script are allowed.
///
/// # Errors
/// Says what a path looks like.
pub fn check_file(path: &str) -> Result<(), NameError> {
    let refused = |c: char| c.is_control() || "\\:*?\"<>|".contains(c) || is_invisible(c);
    let fine = |step: &str| {
        !step.is_empty()
            && !step.starts_with('.')
            && !step.ends_with(['.', ' '])
            && !step.starts_with(' ')
            && !step.contains(refused)
    };
    if !path.split('/').all(fine) {
        return Err(NameError::File(path.to_owned()));
    }
    let device = |step: &str| {
        let stem = step.split('.').next().unwrap_or_default().to_ascii_lowercase();
        DEVICES.contains(&stem.as_str())
    };
    match path.split('/').find(|step| device(step)) {
        Some(step) => Err(NameError::Device(step.to_owned())),
        None => Ok(()),
    }
}

/// Characters that take no room, or turn the direction of what follows: in a name they only
/// deceive, and in a text they are told (see [`crate::chars`]).
pub fn is_invisible(c: char) -> bool {
    is_direction(c)
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Marks that set the direction of writing (Unicode Standard Annex #9).
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_of_ascii_with_single_hyphens() {
        for fine in ["a", "roads-2026", "8-parts", &"a".repeat(64)] {
            assert_eq!(check_id(fine), Ok(()), "{fine}");
        }
        let long = "a".repeat(65);
        for wrong in [
            "",
            "-a",
            "a-",
            "a--b",
            "Roads",
            "../out",
            "a/b",
            "a.b",
            "a b",
            "路",
            "a\u{200b}",
            &long,
        ] {
            assert_eq!(check_id(wrong), Err(NameError::Id(wrong.to_owned())), "{wrong}");
        }
        assert_eq!(check_id("nul"), Err(NameError::Device("nul".into())));
    }

    #[test]
    fn documents_keep_off_the_sites_own_addresses() {
        for taken in RESERVED {
            assert_eq!(check_document_id(taken), Err(NameError::Reserved(taken.to_owned())));
            assert_eq!(check_id(taken), Ok(()), "a topic lies below topics/");
        }
        assert_eq!(check_document_id("facts-2026"), Ok(()));
    }

    #[test]
    fn files_stay_below_the_folder() {
        for fine in ["source.txt", "roads-2026/正文.txt", "a/b c/d.md"] {
            assert_eq!(check_file(fine), Ok(()), "{fine}");
        }
        for wrong in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "./a",
            "a//b",
            "a\\b",
            "C:/a",
            ".hidden",
            "a/.b",
            "a\u{202e}txt.exe",
            "a\n",
            "a/",
            "a.",
        ] {
            assert!(check_file(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(check_file("a/CON.txt"), Err(NameError::Device("CON.txt".into())));
    }
}
