//! What is found by need, from pieces, is what a search of the whole library finds.

mod support;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use corpus::{Document, Library};
use search_index::fallback::{self, RelatedWords, Texts};
use search_index::lexicon::thesaurus::Thesaurus;
use search_index::pieces::blocks::{part, together};
use search_index::pieces::writer::{PieceSet, pieces};
use search_index::pieces::{Piece, PieceReader};
use search_index::protocol::{Fit, Notice, Reason, Results, SearchRequest, encode};

struct Pair {
    library: Library,
    set: PieceSet,
    related: RelatedWords,
}

fn pair() -> &'static Pair {
    static PAIR: OnceLock<Pair> = OnceLock::new();
    PAIR.get_or_init(|| {
        let library = support::library();
        let related = RelatedWords::open(&Thesaurus::new(&support::thesaurus()));
        Pair { set: pieces(&library), library, related }
    })
}

impl Pair {
    fn reader(&self) -> PieceReader {
        let base = Library { editions: Vec::new(), ..self.library.clone() };
        PieceReader::open(&encode(&self.set.manifest), base).unwrap()
    }

    fn give(&self, reader: &mut PieceReader, lacking: Vec<Piece>) {
        assert!(!lacking.is_empty());
        for piece in lacking {
            let contents = self.set.contents(piece).expect("a piece of the set");
            assert!(reader.give(piece, &self.set.manifest.seal(contents)), "{piece:?}");
        }
    }

    /// Searches by need; of a query as the texts write it two rounds of pieces are wanted, of others up to five.
    fn search(&self, reader: &mut PieceReader, request: &SearchRequest) -> (Results, Library) {
        for _ in 0..6 {
            match reader.search(request, Some(&self.related)) {
                Ok(found) => return found,
                Err(lacking) => self.give(reader, lacking),
            }
        }
        panic!("{} wants pieces again and again", request.query)
    }
}

fn request(query: &str, limit: u32) -> SearchRequest {
    SearchRequest { query: query.to_owned(), limit, ..SearchRequest::default() }
}

/// The units that have all that was asked as typed, with how often.
fn exact(results: &Results) -> BTreeSet<(String, u32)> {
    let hits = results.hits.iter().filter(|hit| hit.fit == Fit::Exact);
    hits.map(|hit| (format!("{}/{}", hit.at.document, hit.at.unit), hit.places)).collect()
}

#[test]
fn exact_hits_and_counts_are_those_of_the_whole_library() {
    let pair = pair();
    let texts = Texts::new(&pair.library);
    let mut reader = pair.reader();
    let (mut counted, mut bounded) = (0, 0);
    for document in pair.library.documents() {
        for (at, (_, sentence)) in document.sentences().enumerate() {
            let chars: Vec<char> = sentence.text.chars().collect();
            let length = 2 + at % 5;
            let start = (at * 7) % chars.len().max(1);
            let query: String = chars.iter().skip(start).take(length).collect();
            if !query.chars().all(corpus::text::is_han) || query.chars().count() < 2 {
                continue;
            }
            let whole = fallback::search(&texts, Some(&pair.related), &request(&query, 1000));
            let (ours, _) =
                pair.search(&mut reader, &request(&query, if at % 2 == 0 { 20 } else { 4 }));
            let (all, own) = (exact(&whole), exact(&ours));
            assert!(own.is_subset(&all), "{query}: {own:?} of {all:?}");
            if ours.at_least {
                bounded += 1;
                assert!(ours.exact <= whole.exact && ours.places <= whole.places, "{query}");
            } else {
                counted += 1;
                assert_eq!((ours.exact, ours.places), (whole.exact, whole.places), "{query}");
            }
        }
    }
    assert!(counted > 50 && bounded > 3, "{counted} were counted, {bounded} are at least");
}

#[test]
fn questions_find_what_the_whole_search_finds() {
    let pair = pair();
    let texts = Texts::new(&pair.library);
    let mut reader = pair.reader();
    let (mut both, mut ours, mut whole) = (0, 0, 0);
    let questions = support::questions();
    let asked = |question: &&support::Question| {
        !question.gold.is_empty() && matches!(question.kind.as_str(), "official" | "everyday")
    };
    for question in questions.iter().filter(asked) {
        let first = |results: &Results| {
            let found = support::units(results);
            found.iter().take(10).any(|unit| question.gold.contains(unit))
        };
        let request = request(&question.text, 20);
        let by_need = first(&pair.search(&mut reader, &request).0);
        let at_large = first(&fallback::search(&texts, Some(&pair.related), &request));
        both += usize::from(by_need && at_large);
        ours += usize::from(by_need);
        whole += usize::from(at_large);
    }
    println!("among ten: {ours} by need, {whole} in the whole library, {both} in both");
    assert!(whole > 100, "the questions are there");
    assert!(ours * 100 >= whole * 95, "{ours} by need, {whole} in the whole library");
}

#[test]
fn a_second_question_needs_less_and_the_same_one_nothing() {
    let pair = pair();
    let mut reader = pair.reader();
    let question = request("高标准农田", 20);
    assert!(reader.search(&question, None).is_err());
    let (first, _) = pair.search(&mut reader, &question);
    assert!(first.exact > 0);
    let (again, _) = reader.search(&question, Some(&pair.related)).expect("all pieces are there");
    assert_eq!(first, again);
}

#[test]
fn traditional_characters_find_what_simplified_ones_find_and_are_told() {
    let pair = pair();
    let mut reader = pair.reader();
    for (typed, simplified) in
        [("高標準農田", "高标准农田"), ("貸款", "贷款"), ("\"養老保險\"", "\"养老保险\"")]
    {
        let (ours, _) = pair.search(&mut reader, &request(typed, 20));
        let (own, _) = pair.search(&mut reader, &request(simplified, 20));
        let units = |results: &Results| -> Vec<_> {
            results.hits.iter().map(|hit| hit.at.clone()).collect()
        };
        assert!(!own.hits.is_empty(), "{simplified}");
        assert_eq!(units(&ours), units(&own), "{typed}");
        // The words as they were typed stand nowhere.
        assert_eq!((ours.exact, ours.places), (0, 0), "{typed}");
        let told = |reason: &Reason| matches!(reason, Reason::Traditional { asked, found } if asked == typed && found == simplified);
        assert!(ours.hits[0].reasons.iter().any(told), "{:?}", ours.hits[0].reasons);
        let marks = reader.marks(typed, &ours.hits[0].at, None).expect("its block is there").0;
        assert!(marks.iter().any(|snippet| !snippet.marks.is_empty()), "{typed}");
    }
}

#[test]
fn the_marks_of_a_page_come_with_its_text() {
    let pair = pair();
    for edition in &pair.library.editions {
        let document = &edition.document;
        for provision in &document.provisions {
            let unit = corpus::Unit::Provision(provision.number.clone());
            let at = corpus::Address { document: document.id.clone(), unit, sentence: None };
            let mut reader = pair.reader();
            let (marks, library) = loop {
                match reader.marks("农", &at, None) {
                    Ok(found) => break found,
                    Err(lacking) => pair.give(&mut reader, lacking),
                }
            };
            let own =
                library.edition(&document.id).and_then(|e| e.document.provision(&at_number(&at)));
            assert_eq!(own, Some(provision), "{at}");
            let stands = provision.sentences().any(|s| s.text.contains('农'));
            let marked = marks.iter().any(|snippet| snippet.locale == corpus::Locale::zh());
            assert_eq!(stands, marked, "{at}");
        }
    }
}

fn at_number(at: &corpus::Address) -> String {
    match &at.unit {
        corpus::Unit::Provision(number) => number.clone(),
        other => panic!("{other} is no provision"),
    }
}

#[test]
fn parts_put_together_are_the_documents() {
    for edition in &pair().library.editions {
        let count = edition.document.provisions.len() as u32;
        for size in [1, 5, 16, count] {
            let starts = (0..count).step_by(size as usize);
            let parts: Vec<Library> = starts
                .map(|start| Library {
                    editions: vec![part(edition, &(start..(start + size).min(count)))],
                    ..Library::default()
                })
                .collect();
            let [back] = &together(parts.iter())[..] else { panic!("one document") };
            let plain =
                |document: &Document| Document { divisions: Vec::new(), ..document.clone() };
            assert_eq!(plain(&back.document), plain(&edition.document), "in parts of {size}");
            let named = |document: &Document| -> Vec<_> {
                let divisions = document.divisions.iter().filter(|d| !d.provisions.is_empty());
                divisions.cloned().collect()
            };
            assert_eq!(named(&back.document), named(&edition.document), "in parts of {size}");
            assert_eq!(back.english(), edition.english(), "in parts of {size}");
            assert_eq!(back.errata, edition.errata, "in parts of {size}");
        }
    }
}

#[test]
fn other_writings_find_what_the_texts_write_and_are_told() {
    let pair = pair();
    let mut reader = pair.reader();
    for (typed, written) in [
        ("gaobiaozhun nongtian", "高标准农田"),
        ("Xiangcun Zhenxing", "乡村振兴"),
        ("乡村zhenxing", "乡村振兴"),
        ("六百万亩", "600万亩"),
        ("三百五十亿元", "350亿元"),
    ] {
        let (ours, _) = pair.search(&mut reader, &request(typed, 20));
        let (own, _) = pair.search(&mut reader, &request(written, 20));
        let units = |results: &Results| -> Vec<_> {
            results.hits.iter().map(|hit| hit.at.clone()).collect()
        };
        assert!(own.exact > 0, "{written}");
        assert_eq!(units(&ours), units(&own), "{typed}: {:?}", ours.notices);
        let marks = reader.marks(typed, &ours.hits[0].at, Some(&pair.related)).expect("there").0;
        assert!(marks.iter().any(|snippet| !snippet.marks.is_empty()), "{typed}");
    }
}

/// A law in which some words are as common as words of laws are.
fn law() -> Library {
    let text = |number: u32| format!("第{number}种劳动合同由双方签订，赔偿二万元。");
    let sentence = |text: String| corpus::Sentence { number: 1, text, line: 1, column: 1 };
    let provision = |number: u32| corpus::Provision {
        number: number.to_string(),
        label: format!("第{number}条"),
        title: None,
        paragraphs: vec![corpus::Paragraph {
            label: String::new(),
            sentences: vec![sentence(text(number))],
        }],
    };
    let document = Document {
        id: "law".into(),
        title: vec![sentence("某法".to_owned())],
        provisions: (1..=200).map(provision).collect(),
        ..Document::default()
    };
    let edition = corpus::Edition { document, ..corpus::Edition::default() };
    Library { editions: vec![edition], ..Library::default() }
}

#[test]
fn a_mistyped_character_is_mended_and_what_is_merely_unknown_is_not() {
    let library = law();
    let set = pieces(&library);
    let pair = Pair { set, library, related: RelatedWords::default() };
    let mut reader = pair.reader();
    for typed in ["劳动合痛", "劳懂合同", "laodong hetong"] {
        let (results, _) = pair.search(&mut reader, &request(typed, 5));
        assert_eq!((results.hits.len(), results.exact, results.places), (5, 0, 0), "{typed}");
        let told =
            |reason: &Reason| matches!(reason, Reason::Spelling { .. } | Reason::Pinyin { .. });
        assert!(results.hits[0].reasons.iter().any(told), "{typed}: {:?}", results.hits[0].reasons);
        assert!(!results.notices.is_empty(), "{typed}");
    }
    let (results, _) = pair.search(&mut reader, &request("20000元", 5));
    let told = |reason: &Reason| matches!(reason, Reason::Number { found } if found == "二万元");
    assert!(results.hits[0].reasons.iter().any(told), "{:?}", results.hits[0].reasons);
    for typed in ["彩礼", "离婚", "赔偿三万元", "\"劳动合痛\""] {
        let (results, _) = pair.search(&mut reader, &request(typed, 5));
        let changed =
            |notice: &Notice| matches!(notice, Notice::Corrected { .. } | Notice::ReadAs { .. });
        assert!(!results.notices.iter().any(changed), "{typed}: {:?}", results.notices);
    }
}

#[test]
fn a_row_of_syllables_without_end_is_read_at_once() {
    let library = law();
    let set = pieces(&library);
    let pair = Pair { set, library, related: RelatedWords::default() };
    let mut reader = pair.reader();
    for typed in ["dong ".repeat(80), "anan".repeat(60), "tong".repeat(23)] {
        let (results, _) = pair.search(&mut reader, &request(typed.trim(), 5));
        assert_eq!(results.exact, 0);
    }
    // A range is no number of its own, and a part that is there as typed is told so.
    let (results, _) = pair.search(&mut reader, &request("赔偿2-万元", 5));
    assert!(!results.notices.iter().any(|notice| matches!(notice, Notice::ReadAs { .. })));
}
