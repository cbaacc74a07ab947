//! Exact is exact: whatever occurs in a text is found, and the count of places is true, compared
//! with a plain scan of the texts. Natively here; `tests/exact.test.mjs` asks the same engine there.

#[path = "exact/scan.rs"]
mod scan;
mod support;

use std::sync::OnceLock;

use corpus::Library;
use proptest::prelude::*;
use search_index::fallback::{self, RelatedWords, Texts};
use search_index::lexicon::thesaurus::Thesaurus;
use search_index::protocol::{Fit, Order, SearchRequest};
use search_index::{Searcher, index::writer};

use scan::{plain, scan, scan_english, texts};

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

fn related() -> &'static RelatedWords {
    static RELATED: OnceLock<RelatedWords> = OnceLock::new();
    RELATED.get_or_init(|| RelatedWords::open(&Thesaurus::new(&support::thesaurus())))
}

/// What the engine counts, after its parts were compared with each other and with the fallback.
#[track_caller]
fn counted(query: &str) -> usize {
    with_searcher(|searcher| {
        let request = SearchRequest { query: query.to_owned(), limit: 1000, ..Default::default() };
        let results = searcher.search(&request);
        let places = results.places as usize;
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
        let texts = Texts::new(searcher.library());
        let plain = fallback::search(&texts, Some(related()), &request);
        assert_eq!(plain.places as usize, places, "the fallback on {query}");
        let exact = plain.hits.iter().filter(|hit| hit.fit == Fit::Exact).count();
        assert_eq!(exact, plain.exact as usize, "what the fallback calls exact on {query}");
        places
    })
}

/// Compares with a plain scan of the sources. `whole`: as in [`scan`].
#[track_caller]
fn check(needle: &str, query: &str, whole: bool) {
    let (least, most) = scan(needle, whole);
    let places = counted(query);
    assert!(least > 0, "{needle} is in no text");
    assert!((least..=most).contains(&places), "{query}: {places} places, not {least}..={most}");
}

/// The stretch of a unit's text, cut so that it begins and ends with what is searched.
fn stretch(text: &str, start: usize, length: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let start = start % chars.len();
    let stretch: String = chars[start..].iter().take(length).collect();
    let sign = |c: char| !(c.is_alphanumeric() || c == '%');
    stretch.trim_matches(sign).to_owned()
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
        broken in 0usize..30,
    ) {
        let own = &texts()[unit % texts().len()];
        let text = if reading { &own.corrected } else { &own.printed };
        let needle = stretch(text, start, length);
        if !needle.is_empty() {
            // A line break is no part of the words, wherever it was pasted.
            let at = broken % needle.chars().count();
            let mut pasted: Vec<char> = needle.chars().collect();
            pasted.insert(at, '\n');
            check(&needle, &format!("\"{needle}\""), false);
            check(&needle, &format!("\"{}\"", pasted.iter().collect::<String>()), false);
        }
    }

    #[test]
    fn any_stretch_of_chinese_is_found_without_quotation_marks(
        unit in 0usize..1000,
        start in 0usize..10_000,
        length in 2usize..20,
        broken in 1usize..20,
    ) {
        let printed: Vec<char> = texts()[unit % texts().len()].printed.chars().collect();
        let start = start % printed.len();
        let han = |c: &&char| corpus::text::is_han(**c);
        let needle: Vec<char> = printed[start..].iter().take_while(han).take(length).copied().collect();
        // 十三 may name a provision as well, which adds a hit but no place; a figure may be written
        // in other ways.
        if needle.len() > 1 && !search_index::text::quantities::in_chars(&needle).iter().any(|q| q.start == 0) {
            let text = |chars: &[char]| chars.iter().collect::<String>();
            check(&text(&needle), &text(&needle), true);
            let (one, two) = needle.split_at(broken % needle.len());
            check(&text(&needle), &[text(one), text(two)].join("\n"), true);
        }
    }

    #[test]
    fn any_figure_is_counted_where_it_stands_whole(unit in 0usize..1000, start in 0usize..10_000, length in 1usize..4) {
        let printed: Vec<char> = texts()[unit % texts().len()].printed.chars().collect();
        let digit = |at: usize| printed.get(at).is_some_and(char::is_ascii_digit);
        let first = (start % printed.len()..printed.len()).find(|at| digit(*at) && (*at == 0 || !digit(at - 1) && printed[at - 1] != '.'));
        if let Some(first) = first {
            let figure = |c: &&char| c.is_ascii_digit() || **c == '.';
            let digits = printed[first..].iter().take_while(figure).count();
            let wide = |c: &&char| corpus::text::is_han(**c) || **c == '%';
            let words = printed[first + digits..].iter().take_while(wide).take(length).count();
            let needle: String = printed[first..first + digits + words].iter().collect();
            check(&needle, &needle, true);
        }
    }

    #[test]
    fn any_english_words_are_counted_where_they_stand_together(
        unit in 0usize..1000,
        start in 0usize..10_000,
        length in 1usize..7,
        quoted in any::<bool>(),
    ) {
        let text = &texts()[unit % texts().len()].translation;
        let words: Vec<&str> = text.split(' ').collect();
        let start = start % words.len();
        let needle = words[start..].iter().take(length).copied().collect::<Vec<_>>().join(" ");
        let needle = needle.trim_matches(|c: char| !c.is_alphanumeric());
        let syntax = |c: char| "\"“”()|:-".contains(c);
        let letters = needle.chars().any(|c| c.is_ascii_alphabetic());
        // What the source has as well is counted there.
        if letters && !needle.contains(syntax) && scan(&plain(needle), true).0 == 0 {
            let query = if quoted { format!("\"{needle}\"") } else { needle.to_owned() };
            assert_eq!(counted(&query), scan_english(needle), "{query}");
        }
    }

    #[test]
    fn no_query_panics(query in "\\PC{0,60}|[()\"OR\\- :|“”a-z第条十万0-9]{0,80}") {
        with_searcher(|searcher| support::search(searcher, &query, 10));
    }
}

#[test]
fn a_match_goes_across_punctuation_only_where_it_was_typed() {
    let words = "十四)加大品牌培育力度。推动“蒙”字标";
    check(words, "“（十四）加大品牌培育力度。推动“蒙”字标”", false);
    check("农机装备研究", "\"农机，装备研究\"", false);
    let across: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
    assert_eq!(counted(&format!("\"{across}\"")), 0);
}

#[test]
fn brackets_around_words_are_counted_where_they_are_printed() {
    let printed = texts().iter().map(|text| text.printed.as_str());
    let mut other = 0;
    for name in printed.flat_map(|text| text.split('《').skip(1)) {
        let Some((name, _)) = name.split_once('》') else { continue };
        let enclosed = format!("《{name}》");
        check(&enclosed, &enclosed, false);
        check(&enclosed, &format!("\"{enclosed}\""), false);
        other += usize::from(scan(name, false).0 > scan(&enclosed, false).1);
    }
    println!("{other} names stand without brackets as well");
}

#[test]
fn words_that_only_meet_at_a_sign_are_not_one_word() {
    let mut met = 0;
    for text in texts() {
        let chars: Vec<char> = text.printed.chars().collect();
        for three in chars.windows(3) {
            let han = |at: usize| corpus::text::is_han(three[at]);
            if !(han(0) && han(2)) || three[1].is_alphanumeric() {
                continue;
            }
            let pair = String::from_iter([three[0], three[2]]);
            if scan(&pair, false).1 == 0 {
                met += 1;
                assert_eq!(counted(&format!("\"{pair}\"")), 0, "{pair}");
            }
        }
    }
    assert!(met > 100, "{met} pairs");
}

#[test]
fn what_is_asked_for_in_titles_stands_in_titles() {
    with_searcher(|searcher| {
        for word in ["奶业", "农机", "草原", "保险", "厕所", "沙尘暴", "slaughter"] {
            let query = format!("title:{word}");
            let request = SearchRequest { query, limit: 1000, ..Default::default() };
            let texts = Texts::new(searcher.library());
            let (engine, plain) =
                (searcher.search(&request), fallback::search(&texts, None, &request));
            for hit in engine.hits.iter().chain(&plain.hits) {
                let editions = &searcher.library().editions;
                let edition = editions.iter().find(|e| e.document.id == hit.at.document).unwrap();
                let unit = edition.document.unit(&hit.at.unit).unwrap();
                let mut titles = unit.sentences().filter(|s| s.number == 0);
                let division = !matches!(unit, corpus::UnitRef::Provision(_));
                let english = word.is_ascii();
                assert!(
                    english || division || titles.any(|t| t.text.contains(word)),
                    "{word}: {}",
                    hit.at
                );
            }
        }
    });
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

/// Where a correction begins or ends, its punctuation parts the words as the corrected text has it.
#[test]
fn stretches_across_the_edges_of_corrections_are_counted_truly() {
    let mut needles = std::collections::BTreeSet::new();
    for own in texts().iter().filter(|own| own.printed != own.corrected) {
        let same = own.printed.chars().zip(own.corrected.chars()).take_while(|(a, b)| a == b);
        let edge = same.count();
        for text in [&own.printed, &own.corrected] {
            for start in edge.saturating_sub(5)..edge + 8 {
                needles.extend([1, 2, 3, 4, 9].map(|length| stretch(text, start, length)));
            }
        }
    }
    assert!(needles.len() > 100, "only {} stretches", needles.len());
    for needle in needles.iter().filter(|needle| !needle.is_empty()) {
        check(needle, &format!("\"{needle}\""), false);
    }
}
