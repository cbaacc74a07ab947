//! Search in translations into further languages, over the sample with five.

use std::path::Path;

use corpus::languages::Language;
use corpus::{Address, Library};
use search_index::protocol::{Filters, Fit, Notice, Order, Results, SearchRequest};
use search_index::translated::{TranslatedTexts, Translations};

/// The sample with five languages, as the browser has it: the texts, and beside them what
/// [`Translations`] carries.
fn sample() -> (Library, Vec<Language>) {
    let folder = "../site/tests/fixtures/five-languages";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (whole, _) = search_index::seeds::read(&folder).expect("the sample");
    let carried = Translations::of(&whole).expect("translations");
    let bytes = search_index::protocol::encode(&carried);
    let carried: Translations = search_index::protocol::decode(&bytes).expect("what was written");
    let encoded = corpus::library_codec::write(&whole);
    let mut library = corpus::library_codec::read(&encoded).expect("the texts");
    let languages = carried.join(&mut library);
    (library, languages)
}

fn asked(query: &str) -> SearchRequest {
    SearchRequest {
        id: 1,
        query: query.to_owned(),
        filters: Filters::default(),
        order: Order::Relevance,
        offset: 0,
        limit: 20,
        english: false,
    }
}

fn search(query: &str) -> Results {
    let (library, languages) = sample();
    TranslatedTexts::new(&library, languages).search(&asked(query))
}

/// All marked words of the answer, as printed.
fn marked(results: &Results) -> Vec<String> {
    let snippets = results.hits.iter().flat_map(|hit| &hit.snippets);
    snippets.flat_map(|own| own.marks.iter().map(|m| m.of(&own.text).to_owned())).collect()
}

#[test]
fn words_of_every_script_are_found_and_shown_beside_the_source() {
    for (query, tag) in [("ᠡᠷᠬᠡ", "mn-Mong"), ("эрх", "mn"), ("ཐོབ་ཐང", "bo"), ("ھوقۇق", "ug")]
    {
        let results = search(query);
        assert!(results.exact > 0, "{query}: {results:?}");
        for hit in results.hits.iter().filter(|hit| hit.fit == Fit::Exact) {
            let [first, source, ..] = &hit.snippets[..] else { panic!("{query}: {hit:?}") };
            assert_eq!(first.locale.0, tag);
            assert_eq!(source.locale, corpus::Locale::zh());
            assert_eq!(first.at, source.at);
        }
        let (library, languages) = sample();
        assert!(TranslatedTexts::new(&library, languages).has_letters_of(query));
    }
}

/// Whole words in the lines of a language, counted without the search: each is parted from its
/// neighbours by what is no letter.
fn counted(tag: &str, word: &str, letters: fn(char) -> bool) -> u32 {
    let (library, _) = sample();
    let lines = library.editions[0].further().find(|own| own.locale.0 == tag).expect("a language");
    let words = |line: &String| line.split(|c| !letters(c)).filter(|own| *own == word).count();
    lines.sentences.iter().map(words).sum::<usize>() as u32
}

#[test]
fn places_are_those_of_a_plain_count() {
    let arabic = |c: char| c.is_alphabetic();
    for word in ["ھەممە", "ئادەم", "ۋە", "ئىگە", "زېمىن"] {
        assert_eq!(search(word).places, counted("ug", word, arabic), "{word}");
    }
    for word in ["эрх", "эрхийн", "хүн", "бүр"] {
        let lower = |c: char| c.is_alphabetic();
        let (library, _) = sample();
        let lines = library.editions[0].further().find(|own| own.locale.0 == "mn").expect("mn");
        let text = lines.sentences.join("\n").to_lowercase();
        let count = text.split(|c| !lower(c)).filter(|own| *own == word).count();
        assert_eq!(search(word).places as usize, count, "{word}");
    }
}

#[test]
fn letters_that_look_alike_and_what_cannot_be_seen_make_no_difference() {
    let printed = search("ᠴᠢᠯᠥᠭᠡ");
    assert!(printed.places > 0);
    for typed in ["ᠴᠢᠯᠦᠭᠡ", "ᠴᠢᠯᠥᠭ\u{180b}ᠡ", "ᠴᠢᠯᠥᠭ\u{180e}ᠡ"]
    {
        let own = search(typed);
        assert_eq!((own.places, own.exact), (printed.places, printed.exact), "{typed}");
        assert_eq!(marked(&own), marked(&printed));
    }
}

#[test]
fn a_word_with_an_ending_is_another_way_of_writing() {
    let results = search("ھوقۇ");
    assert_eq!((results.exact, results.places), (0, 0));
    assert!(results.total > 0 && results.hits.iter().all(|hit| hit.fit == Fit::Related));
    assert!(search("وقۇق").total == 0, "words are found from their beginning");
}

#[test]
fn a_quotation_does_not_go_over_punctuation() {
    assert!(search("\"ھەممە ئادەم\"").places > 0);
    // A comma stands between the two.
    assert!(search("ئەركىن ئىززەت").total > 0);
    assert_eq!(search("\"ئەركىن ئىززەت\"").total, 0);
    assert!(search("\"ئەركىن، ئىززەت\"").places == 1);
}

#[test]
fn what_has_a_part_of_the_words_is_told_as_such() {
    let results = search("ھەممە قارا");
    assert!(results.notices.contains(&Notice::Relaxed));
    assert!(results.hits.iter().all(|hit| hit.fit == Fit::Partial));
    let nothing = search("قارا");
    assert_eq!((nothing.total, &nothing.notices[..]), (0, &[Notice::NothingFound][..]));
}

#[test]
fn what_is_typed_in_latin_or_cyrillic_letters_is_read_where_it_is_certain() {
    let (library, languages) = sample();
    let texts = TranslatedTexts::new(&library, languages);
    for typed in ["erhe", "erkhe", "chilöge", "chilüge"] {
        assert!(!texts.has_letters_of(typed));
        assert!(texts.finds(typed), "{typed}");
        let results = texts.search(&asked(typed));
        assert_eq!((results.exact, results.places), (0, 0), "no letter stands as typed");
        assert!(results.notices.iter().any(|notice| matches!(notice, Notice::ReadAs { .. })));
    }
    let cyrillic = texts.search(&asked("эрхэ"));
    assert!(cyrillic.hits.iter().any(|hit| hit.snippets[0].locale.0 == "mn-Mong"));
    for other in ["erh", "right", "2026", "权利", "xyz", "２０２６"] {
        assert!(!texts.has_letters_of(other) && !texts.finds(other), "{other}");
    }
}

#[test]
fn a_page_gets_the_marks_of_its_own_lines() {
    let (library, languages) = sample();
    let texts = TranslatedTexts::new(&library, languages);
    let hit = texts.search(&asked("ھوقۇق")).hits.remove(0);
    let at = Address { sentence: None, ..hit.at };
    let marks = texts.marks("ھوقۇق", &at);
    assert!(!marks.is_empty() && marks.iter().all(|own| own.locale.0 == "ug"));
    assert!(texts.marks("ھوقۇق", &"udhr/99".parse().expect("an address")).is_empty());
}

#[test]
fn fields_signs_and_digits_alone_are_not_asked_here() {
    let (library, languages) = sample();
    let texts = TranslatedTexts::new(&library, languages);
    for other in ["part:1", "document:udhr", "-草原", "+", "1", "12", "\"\"", "\u{202f}", "、"] {
        assert!(!texts.has_letters_of(other) && !texts.finds(other), "{other}");
        assert_eq!(texts.search(&asked(other)).total, 0, "{other}");
    }
}

#[test]
fn the_query_language_means_what_it_means_elsewhere() {
    let all = search("ھوقۇق");
    let [one, ..] = &all.hits[..] else { panic!("hits") };
    // A longer word that begins so is not the word.
    assert_eq!(search("ھوقۇق -ھو").exact, all.exact);
    assert_eq!(search("ھوقۇق -ھوقۇق").total, search("ھوقۇق -ھوقۇق").hits.len() as u32);
    assert_eq!(search("ھوقۇق -ھوقۇق").exact, 0);
    // What has one of the words whole has what was asked.
    assert_eq!(search("ھوقۇق OR ئاد").exact, all.exact);
    assert_eq!(search("\"ھوقۇق\" + \"ئادەم\"").exact, search("ھوقۇق ئادەم").exact);
    let number = one.at.to_string();
    assert!(number.starts_with("udhr"), "{number}");
    assert_eq!(search("document:udhr ھوقۇق").total, all.total);
    assert_eq!(search("document:other ھوقۇق").total, 0);
    let title = search("title:ھوقۇقى");
    assert!(title.exact > 0 && title.hits.iter().all(|hit| hit.at.sentence.is_some()));
}

#[test]
fn what_is_written_on_letters_and_mostly_left_out_makes_no_difference() {
    assert_eq!(search("ھو\u{64f}قۇق").places, search("ھوقۇق").places);
    assert_eq!(search("ھوقـۇق").exact, search("ھوقۇق").exact);
}
