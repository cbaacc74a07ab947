//! A further language of the interface, beside Chinese and English, which are typed into the program.
//! Its words come with the site's texts (`interface/<tag>.toml`); what is missing there is filled in
//! by whoever reads the file, so that here every word is there.

#[cfg(feature = "ssr")]
use corpus::languages::{Direction, Language};

use std::hash::{Hash, Hasher};

use crate::ui;
#[cfg(feature = "ssr")]
use crate::ui::Word;
#[cfg(feature = "ssr")]
use crate::words;

/// All tables in the order in which [`Tables::in_order`] takes their words: what a section is called
/// in files, and its keys with their words in Chinese and English.
#[cfg(feature = "ssr")]
pub const SECTIONS: [(&str, &[Word]); 13] = [
    ("page", ui::ALL),
    ("search", ui::search::ALL),
    ("found", ui::found::ALL),
    ("lists", words::ALL),
    ("about", words::about::ALL),
    ("changes", words::changes::ALL),
    ("errata", words::errata::ALL),
    ("kinds", words::kinds::ALL),
    ("translations", words::languages::ALL),
    ("library", words::library::ALL),
    ("saved", words::saved::ALL),
    ("document", words::document::ALL),
    ("punctuation", words::punctuation::ALL),
];

/// As many of the sections, the first ones, the browser's program has.
#[cfg(feature = "ssr")]
const IN_THE_BROWSER: usize = 3;

/// The words of a further language.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) page: ui::Texts,
    pub(crate) search: ui::search::Texts,
    pub(crate) found: ui::found::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) lists: words::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) about: words::about::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) changes: words::changes::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) errata: words::errata::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) kinds: words::kinds::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) translations: words::languages::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) library: words::library::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) saved: words::saved::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) document: words::document::Texts,
    #[cfg(feature = "ssr")]
    pub(crate) punctuation: words::punctuation::Texts,
}

impl Tables {
    /// The tables of these words, which stand in the order of the tables and their keys.
    fn in_order(next: &mut dyn FnMut() -> &'static str) -> Self {
        Self {
            page: ui::Texts::in_order(next),
            search: ui::search::Texts::in_order(next),
            found: ui::found::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            lists: words::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            about: words::about::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            changes: words::changes::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            errata: words::errata::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            kinds: words::kinds::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            translations: words::languages::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            library: words::library::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            saved: words::saved::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            document: words::document::Texts::in_order(next),
            #[cfg(feature = "ssr")]
            punctuation: words::punctuation::Texts::in_order(next),
        }
    }
}

/// A further language of the interface. It is there for as long as the program.
pub struct Interface {
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// The first step of its pages' addresses: the tag with a `/`.
    pub(crate) path: &'static str,
    /// How it is written, and what it is called.
    #[cfg(feature = "ssr")]
    pub language: &'static Language,
    pub(crate) tables: Tables,
    /// The words that the browser's program takes, see [`Interface::in_the_browser`].
    #[cfg(feature = "ssr")]
    for_browser: String,
}

#[cfg(feature = "ssr")]
impl Interface {
    /// A language with its words: `word` gives that of a section and key, which is there for as long
    /// as the program, or `None` where the Chinese (or, `english`, the English) word stands instead.
    /// In place of missing punctuation stands the English one in any case.
    pub fn new(
        language: &'static Language,
        english: bool,
        word: &dyn Fn(&str, &str) -> Option<&'static str>,
    ) -> &'static Self {
        let words_of = |(section, all): &(&'static str, &'static [Word])| {
            let section = *section;
            let chosen = |(key, zh, en): &Word| {
                let other = if english || is_punctuation(zh) { en } else { zh };
                word(section, key).unwrap_or(other)
            };
            all.iter().map(chosen).collect::<Vec<_>>()
        };
        let sections: Vec<Vec<&'static str>> = SECTIONS.iter().map(words_of).collect();
        let for_browser = sections[..IN_THE_BROWSER].concat().join("\n");
        let mut words = sections.into_iter().flatten();
        Box::leak(Box::new(Self {
            tag: &language.tag.0,
            path: [&language.tag.0, "/"].concat().leak(),
            language,
            tables: Tables::in_order(&mut || words.next().unwrap_or_default()),
            for_browser,
        }))
    }

    /// The words of the first sections for [`Interface::read`], one on a line.
    pub fn in_the_browser(&self) -> &str {
        &self.for_browser
    }

    /// Whether its lines begin on the right.
    pub fn is_rtl(&self) -> bool {
        self.language.direction == Direction::Rtl
    }
}

/// Whether a word of the interface has neither letters nor digits: `、`, `《{}》`.
#[cfg(feature = "ssr")]
pub fn is_punctuation(word: &str) -> bool {
    !word.contains(char::is_alphanumeric)
}

#[cfg(all(feature = "full-search", not(feature = "ssr")))]
impl Interface {
    /// A language by its tag, with the words that the page gives: one on a line, in the order of the
    /// tables. They are of this release, as this program is.
    pub fn read(tag: String, words: String) -> &'static Self {
        let words: &'static str = words.leak();
        let mut words = words.split('\n');
        Box::leak(Box::new(Self {
            path: [&tag, "/"].concat().leak(),
            tag: tag.leak(),
            tables: Tables::in_order(&mut || words.next().unwrap_or_default()),
        }))
    }
}

impl PartialEq for Interface {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Interface {}

impl Hash for Interface {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag.hash(state);
    }
}

impl std::fmt::Debug for Interface {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag)
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use corpus::{Locale, languages};

    use super::*;
    use crate::route::UiLocale;

    fn uyghur(word: &dyn Fn(&str, &str) -> Option<&'static str>, english: bool) -> UiLocale {
        let language = languages::language(&Locale("ug".to_owned())).expect("a known language");
        UiLocale::Further(Interface::new(language, english, word))
    }

    #[test]
    fn every_word_stands_in_the_table_and_under_the_key_that_it_was_given_for() {
        let word = |section: &str, key: &str| Some(&*[section, ".", key].concat().leak());
        let locale = uyghur(&word, false);
        assert_eq!(ui::texts(locale).skip, "page.skip");
        assert_eq!(ui::search::words(locale).elsewhere, "search.elsewhere");
        assert_eq!(ui::found::words(locale).kind_number, "found.kind_number");
        assert_eq!(words::words(locale).outside, "lists.outside");
        assert_eq!(words::about::words(locale).lead, "about.lead");
        assert_eq!(words::changes::words(locale).data, "changes.data");
        assert_eq!(words::errata::words(locale).title, "errata.title");
        assert_eq!(words::kinds::words(locale).place_city, "kinds.place_city");
        assert_eq!(words::languages::words(locale).part, "translations.part");
        assert_eq!(words::library::words(locale).laws, "library.laws");
        assert_eq!(words::saved::words(locale).own, "saved.own");
        assert_eq!(words::document::words(locale).html, "document.html");
        assert_eq!(words::punctuation::words(locale).colon, "punctuation.colon");
    }

    #[test]
    fn what_is_missing_is_chinese_or_english() {
        let none = |_: &str, _: &str| None;
        assert_eq!(ui::texts(uyghur(&none, false)).menu_button, "菜单");
        assert_eq!(ui::texts(uyghur(&none, true)).menu_button, "Menu");
        let one = |_: &str, key: &str| (key == "menu").then_some("甲");
        assert_eq!(ui::texts(uyghur(&one, false)).menu, "甲");
    }

    #[test]
    fn missing_punctuation_is_latin_and_never_chinese() {
        for english in [false, true] {
            let locale = uyghur(&|_, _| None, english);
            let own = words::punctuation::words(locale);
            let marks = [own.between, own.comma, own.semicolon, own.colon, own.stop, own.bracketed];
            assert_eq!(marks, [", ", ", ", "; ", ": ", ". ", " ({})"]);
            let found = ui::found::words(locale);
            assert_eq!([found.stop, found.semicolon, found.cited_title], [".", "; ", "“{}”"]);
        }
        let arabic = |_: &str, key: &str| (key == "between").then_some("، ");
        assert_eq!(words::punctuation::words(uyghur(&arabic, false)).between, "، ");
        for (word, expected) in [("、", true), ("《{}》", true), ("{} 处", false), ("?", true)]
        {
            assert_eq!(is_punctuation(word), expected, "{word}");
        }
    }

    #[test]
    fn words_are_parted_as_the_language_parts_them() {
        let of = |tag: &str| {
            let language = languages::language(&Locale(tag.to_owned())).expect("a known language");
            UiLocale::Further(Interface::new(language, false, &|_, _| None))
        };
        let spaces = [UiLocale::Zh, UiLocale::En, of("ug"), of("bo"), of("th")];
        assert_eq!(spaces.map(words::punctuation::space), ["", " ", " ", "", ""]);
    }

    #[test]
    fn the_browser_takes_the_words_of_its_tables_and_no_others() {
        let UiLocale::Further(interface) = uyghur(&|_, _| None, false) else { unreachable!() };
        let words: Vec<&str> = interface.in_the_browser().split('\n').collect();
        let expected = ui::ALL.len() + ui::search::ALL.len() + ui::found::ALL.len();
        assert_eq!((words.len(), words[0]), (expected, "跳到正文"));
        let (_, last, _) = ui::found::ALL[ui::found::ALL.len() - 1];
        assert_eq!(words[expected - 1], last);
    }
}
