//! What is known of the languages that texts are translated into: how they are written, and how
//! their numbers read. All of it is data (`corpus/data/languages.toml`): another language is another
//! entry there and no change of code.

use std::collections::BTreeMap;
#[cfg(feature = "analysis")]
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::locale::{Bilingual, Locale};

/// The table, as TOML.
#[cfg(feature = "analysis")]
const TABLE: &str = include_str!("../data/languages.toml");

#[cfg(feature = "analysis")]
static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    // A test holds the table to be valid.
    let mut all = toml::from_str::<File>(TABLE).map(|file| file.language).unwrap_or_default();
    for language in &mut all {
        if script_is_rtl(&language.tag.0) {
            language.direction = Direction::Rtl;
        }
    }
    all
});

/// Scripts whose lines begin on the right, as subtags of languages name them (ISO 15924).
#[cfg(feature = "analysis")]
const RTL_SCRIPTS: [&str; 8] = ["Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// Whether a tag names a script whose lines begin on the right: `kk-Arab`.
#[cfg(feature = "analysis")]
fn script_is_rtl(tag: &str) -> bool {
    // Behind a single letter stand extensions, which may name the script of another text.
    let own = tag.split('-').skip(1).take_while(|part| part.len() > 1);
    let script = own.into_iter().find(|part| part.len() == 4);
    script.is_some_and(|script| RTL_SCRIPTS.iter().any(|rtl| rtl.eq_ignore_ascii_case(script)))
}

#[cfg(feature = "analysis")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: Vec<Language>,
}

/// Where a line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// On the left.
    #[default]
    Ltr,
    /// On the right.
    Rtl,
}

/// How words are parted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Parted {
    /// By spaces, which stand between sentences and lines as well.
    #[default]
    Spaces,
    /// By marks of the script, without a space.
    Marks,
    /// Not at all.
    Nothing,
}

/// A language that a text can be translated into. The browser gets those of the site's translations.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: Locale,
    /// What it calls itself.
    pub name: String,
    /// What it is called in Chinese.
    pub zh: String,
    /// What it is called in English.
    pub en: String,
    /// Where a line begins.
    #[serde(default)]
    pub direction: Direction,
    /// Whether lines are columns, from top to bottom, the first one on the left.
    #[serde(default)]
    pub vertical: bool,
    /// First and last of each run of its letters.
    letters: Vec<String>,
    /// Whether Chinese characters are letters of it.
    #[serde(default)]
    pub han: bool,
    /// How words are parted.
    #[serde(default)]
    parted: Parted,
    /// The zero of its own digits.
    #[serde(default)]
    zero: Option<char>,
    /// Characters that can't be seen and belong to its spelling.
    #[serde(default)]
    joiners: String,
    /// Words for powers of ten that stand behind digits: how each begins. Empty where they are not
    /// known.
    #[serde(default)]
    pub magnitudes: BTreeMap<String, f64>,
    /// What the search takes a letter for, so that letters that look alike are one.
    #[serde(default)]
    pub alike: BTreeMap<char, char>,
    /// How the search reads its letters, and typed Latin and Cyrillic ones, in Latin letters.
    #[serde(default)]
    pub latin: BTreeMap<String, String>,
}

/// All languages in the order in which their translations are shown.
#[cfg(feature = "analysis")]
pub fn all() -> &'static [Language] {
    &LANGUAGES
}

/// What is known of this language; `None` where nothing is.
#[cfg(feature = "analysis")]
pub fn language(locale: &Locale) -> Option<&'static Language> {
    all().iter().find(|language| language.tag == *locale)
}

/// Where lines of a language begin: as is known of it, or, of one without an entry, as its script says.
#[cfg(feature = "analysis")]
pub fn direction(tag: &str) -> Direction {
    match all().iter().find(|language| language.tag.0 == tag) {
        Some(language) => language.direction,
        None if script_is_rtl(tag) => Direction::Rtl,
        None => Direction::Ltr,
    }
}

/// The place of a language among all, by which translations are ordered.
#[cfg(feature = "analysis")]
pub fn order(locale: &Locale) -> usize {
    all().iter().position(|language| language.tag == *locale).unwrap_or(usize::MAX)
}

impl Language {
    /// Whether no one translates into it: the source is converted, see [`crate::traditional`]. Its tag
    /// says so with `-t-` (RFC 6497).
    pub fn is_converted(&self) -> bool {
        self.tag.0.contains("-t-")
    }

    /// Its name in both languages.
    pub fn names(&self) -> Bilingual {
        Bilingual { zh: self.zh.clone(), en: self.en.clone() }
    }

    /// Its name for a reader of English (`true`) or Chinese.
    pub fn named(&self, english: bool) -> &str {
        if english { &self.en } else { &self.zh }
    }

    /// Whether the character is a letter of it.
    pub fn has_letter(&self, c: char) -> bool {
        let within = |run: &String| {
            let mut ends = run.chars();
            let first = ends.next();
            first.is_some_and(|first| first <= c) && ends.next().is_some_and(|last| c <= last)
        };
        self.letters.iter().any(within) || self.han && crate::text::is_han(c)
    }

    /// Whether sentences and lines follow each other without a space.
    pub fn is_unspaced(&self) -> bool {
        self.parted != Parted::Spaces
    }

    /// Whether words follow each other without any mark between them.
    pub fn is_unbounded(&self) -> bool {
        self.parted == Parted::Nothing
    }

    /// Whether it is written in Latin letters, as English is.
    pub fn is_latin(&self) -> bool {
        self.has_letter('a')
    }

    /// Whether the character can't be seen and belongs to its spelling.
    pub fn joins(&self, c: char) -> bool {
        self.joiners.contains(c)
    }

    /// The value of a digit, in ASCII, full width or its own digits.
    pub fn digit(&self, c: char) -> Option<u32> {
        let zeros = ['0', '０'].into_iter().chain(self.zero);
        let value = |zero: char| u32::from(c).checked_sub(u32::from(zero));
        zeros.filter_map(value).find(|value| *value < 10)
    }
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;

    fn known(tag: &str) -> &'static Language {
        language(&Locale(tag.to_owned())).expect("a known language")
    }

    #[test]
    fn the_table_is_valid_and_no_tag_stands_twice() {
        let file: File = toml::from_str(TABLE).expect("a valid table");
        assert_eq!(file.language.len(), all().len());
        for language in &file.language {
            let tag = &language.tag.0;
            assert_eq!(file.language.iter().filter(|other| other.tag == language.tag).count(), 1);
            assert!(tag.split('-').all(|part| part.chars().all(|c| c.is_ascii_alphanumeric())));
            for run in &language.letters {
                let ends: Vec<char> = run.chars().collect();
                assert!(ends.len() == 2 && ends[0] < ends[1], "{tag}: {run}");
            }
            for word in language.magnitudes.keys() {
                assert!(word.chars().any(|c| language.has_letter(c)), "{tag}: {word}");
                assert_eq!(word.to_lowercase(), *word, "{tag}: words are looked up in lower case");
            }
            for (letter, other) in &language.alike {
                assert!(language.has_letter(*letter) && language.has_letter(*other), "{tag}");
                assert!(!language.alike.contains_key(other), "{tag}: {other} is taken once");
            }
            for (from, to) in &language.latin {
                assert_eq!(from.to_lowercase(), *from, "{tag}: letters are read in lower case");
                assert!(to.chars().all(|c| c.is_ascii_lowercase()), "{tag}: {from}");
            }
        }
    }

    #[test]
    fn a_script_says_where_lines_begin() {
        for tag in ["ug", "ar", "kk-Arab", "ug-Arab", "uz-arab-AF", "he-Hebr"] {
            assert_eq!(direction(tag), Direction::Rtl, "{tag}");
        }
        for tag in ["kk", "mn-Mong", "en", "zh-Hans", "zh-Hant-t-zh-hans", "ug-Latn", "x"] {
            assert_eq!(direction(tag), Direction::Ltr, "{tag}");
        }
        assert_eq!(known("kk-Arab").direction, Direction::Rtl);
    }

    #[test]
    fn a_language_knows_its_name_letters_and_digits() {
        for language in all() {
            let name = &language.name;
            assert!(name.chars().any(|c| language.has_letter(c)), "{name}");
        }
        assert_eq!(known("mn-Mong").digit('᠓'), Some(3));
        assert_eq!(known("bo").digit('༩'), Some(9));
        assert_eq!(known("bo").digit('9'), Some(9));
        assert_eq!(known("mn").digit('᠓'), None, "no digit of the Cyrillic script");
        assert!(known("mn-Mong").vertical && known("ug").direction == Direction::Rtl);
        assert!(known("mn-Mong").joins('\u{202f}') && !known("mn").joins('\u{202f}'));
    }
}
