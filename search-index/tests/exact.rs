//! Exact is exact: whatever occurs in a text is found, and the count of places is true, compared
//! with a plain scan of the texts. Natively here; `tests/exact.test.mjs` asks the same engine there.

mod support;

use std::sync::OnceLock;

use corpus::{Library, errata};
use proptest::prelude::*;
use search_index::protocol::{Order, SearchRequest};
use search_index::{Searcher, fallback, index::writer, text::fold};

/// The searcher is not `Sync`; each test thread opens its own over the same bundle.
fn with_searcher<T>(look: impl FnOnce(&Searcher) -> T) -> T {
    static BUNDLE: OnceLock<(Vec<u8>, Library)> = OnceLock::new();
    thread_local!(static SEARCHER: OnceLock<Searcher> = const { OnceLock::new() });
    let (bundle, library) = BUNDLE.get_or_init(|| {
        let library = support::library();
        (writer::build(&library, &support::thesaurus()).unwrap(), library)
    });
    SEARCHER.with(|searcher| {
        look(searcher.get_or_init(|| Searcher::open(bundle, library.clone()).unwrap()))
    })
}

/// Every unit's source, folded: as printed, and in its corrected reading.
fn texts() -> &'static Vec<(String, String)> {
    static TEXTS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let library = support::library();
        let mut texts = Vec::new();
        for edition in &library.editions {
            for unit in edition.document.units() {
                // Labels belong to the text: they come with the document's own characters.
                let (mut printed, mut corrected) = (String::new(), String::new());
                let mut add = |text: &str, reading: Option<String>| {
                    let fold = |text: &str| fold::folded(text).into_iter().collect::<String>();
                    printed += &fold(text);
                    corrected += &reading.map_or_else(|| fold(text), |reading| fold(&reading));
                };
                match unit {
                    corpus::UnitRef::Title(_) => {}
                    corpus::UnitRef::Division(division) => add(&division.label, None),
                    corpus::UnitRef::Provision(provision) => add(&provision.label, None),
                }
                for sentence in unit.sentences() {
                    let errata = &edition.errata;
                    let reading =
                        errata::corrected(&sentence.text, &unit.unit(), sentence.number, errata);
                    add(&sentence.text, reading);
                }
                texts.push((printed, corrected));
            }
        }
        texts
    })
}

/// How many places a plain scan finds in the print, and in the reading that has more of them.
fn scan(needle: &str) -> (usize, usize) {
    let count = |text: &str| text.matches(needle).count();
    texts().iter().fold((0, 0), |(least, most), (printed, corrected)| {
        let (printed, corrected) = (count(printed), count(corrected));
        (least + printed.max(corrected), most + printed + corrected)
    })
}

#[track_caller]
fn check(needle: &str, query: &str) {
    let (least, most) = scan(needle);
    with_searcher(|searcher| {
        let request = SearchRequest { query: query.to_owned(), limit: 1000, ..Default::default() };
        let results = searcher.search(&request);
        let places = results.places as usize;
        assert!(least > 0, "{needle} is in no text");
        assert!((least..=most).contains(&places), "{query}: {places} places, not {least}..={most}");
        let changed =
            texts().iter().any(|(a, b)| a != b && (a.contains(needle) || b.contains(needle)));
        assert!(changed || places == least, "{query}: {places} places, not {least}");
        let sum: u32 = results.hits.iter().map(|hit| hit.places).sum();
        assert_eq!(sum as usize, places, "{query}");
        for hit in results.hits.iter().filter(|hit| hit.places > 0) {
            assert!(hit.snippets.iter().any(|s| !s.marks.is_empty()), "{query}: {}", hit.at);
            for snippet in &hit.snippets {
                for mark in &snippet.marks {
                    assert!(!mark.of(&snippet.text).is_empty(), "{query}: a mark off the text");
                }
            }
        }
        let plain = fallback::search(searcher.library(), &request);
        assert_eq!(plain.places as usize, places, "the fallback on {query}");
    });
}

proptest! {
    // `PROPTEST_CASES` sets how many; 256 otherwise.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_quoted_stretch_of_the_texts_is_found_with_its_true_count(
        unit in 0usize..1000,
        start in 0usize..10_000,
        length in 1usize..30,
        reading in any::<bool>(),
    ) {
        let (printed, corrected) = &texts()[unit % texts().len()];
        let text = if reading { corrected } else { printed };
        let chars: Vec<char> = text.chars().collect();
        let start = start % chars.len();
        let needle: String = chars[start..].iter().take(length).collect();
        check(&needle, &format!("\"{needle}\""));
    }

    #[test]
    fn any_stretch_of_chinese_is_found_without_quotation_marks(
        unit in 0usize..1000,
        start in 0usize..10_000,
        length in 2usize..20,
    ) {
        let (printed, _) = &texts()[unit % texts().len()];
        let chars: Vec<char> = printed.chars().collect();
        let start = start % chars.len();
        let han = |c: &&char| corpus::text::is_han(**c);
        let needle: String = chars[start..].iter().take_while(han).take(length).collect();
        // 十三 may name a provision as well, which adds a hit but no place.
        if needle.chars().count() > 1 && !search_index::text::quantities::in_chars(&needle.chars().collect::<Vec<_>>()).iter().any(|q| q.start == 0) {
            check(&needle, &needle);
        }
    }

    #[test]
    fn no_query_panics(query in "\\PC{0,60}|[()\"OR\\- :|“”a-z第条十万0-9]{0,80}") {
        with_searcher(|searcher| support::search(searcher, &query, 10));
    }
}

#[test]
fn a_match_goes_across_punctuation_sentences_and_the_label() {
    check("十四加大品牌培育力度推动蒙字标", "“（十四）加大品牌培育力度。推动“蒙”字标”");
    check("农机装备研究", "\"农机，装备研究\"");
}

#[test]
fn both_readings_of_a_misprint_are_found_and_its_printed_words_are_marked() {
    let library = support::library();
    for edition in &library.editions {
        for erratum in &edition.errata {
            let Some(corrected) = &erratum.corrected else { continue };
            let sentence = edition.document.sentence(&erratum.at).unwrap();
            let printed = erratum.span.of(&sentence.text);
            for reading in [printed, corrected.as_str()] {
                let query = format!("\"{reading}\"");
                let results = with_searcher(|searcher| support::search(searcher, &query, 1000));
                let hit = results.hits.iter().find(|hit| {
                    hit.at.document == erratum.at.document && hit.at.unit == erratum.at.unit
                });
                assert!(hit.is_some(), "{reading} is not found in {}", erratum.at);
            }
        }
    }
}

#[test]
fn an_english_quotation_is_found_word_by_word() {
    with_searcher(|searcher| {
        let results = support::search(searcher, "\"high-standard farmland\"", 100);
        assert!(results.exact > 1 && results.places >= results.exact);
        let none = support::search(searcher, "\"standard high farmland\"", 100);
        assert_eq!((none.exact, none.places), (0, 0));
    });
}

#[test]
fn the_same_texts_give_the_same_bytes() {
    let library = support::library();
    let build = || writer::build(&library, &support::thesaurus()).unwrap();
    assert!(build() == build());
}

#[test]
fn a_bundle_over_other_texts_is_refused() {
    let library = support::library();
    let bundle = writer::build(&library, &[]).unwrap();
    let mut other = library.clone();
    other.editions[0].document.provisions[3].paragraphs[0].sentences[0].text.push('。');
    let error = Searcher::open(&bundle, other).err().unwrap();
    assert_eq!(error.failure(), search_index::protocol::Failure::OtherTexts);
    let mut damaged = bundle;
    damaged[5000] ^= 1;
    let error = Searcher::open(&damaged, library).err().unwrap();
    assert_eq!(error.failure(), search_index::protocol::Failure::Damaged);
}

#[test]
fn hits_in_document_order_stand_in_document_order() {
    with_searcher(|searcher| {
        let query = "\"建设\"".to_owned();
        let request = SearchRequest { query, order: Order::Document, ..Default::default() };
        let results = searcher.search(&request);
        let numbers: Vec<u32> = results
            .hits
            .iter()
            .filter(|hit| hit.at.document.0 == "opinions-2026")
            .filter_map(|hit| hit.at.unit.to_string().parse().ok())
            .collect();
        assert!(numbers.len() > 2 && numbers.is_sorted(), "{numbers:?}");
    });
}
