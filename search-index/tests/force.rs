//! The force of a text in law: where two texts say the same, that of the greater force comes first,
//! whatever their order in the library.
#![allow(clippy::unwrap_used, reason = "a test stops where its texts can't be read")]

use corpus::{DocumentKind, Edition, Force, Library, Metadata, Validity, parse};
use search_index::protocol::SearchRequest;
use search_index::{Searcher, index::writer};

fn edition(id: &str, force: Force) -> Edition {
    let text = "# 草原条例\n\n第一条 禁止开垦草原。\n\n第二条 草原实行承包经营。";
    let (document, _) = parse(&id.into(), DocumentKind::Law, text, 1);
    let metadata =
        Metadata { id: id.into(), kind: DocumentKind::Law, force, ..Metadata::default() };
    let (translations, errata, facts) = (Vec::new(), Vec::new(), Vec::new());
    Edition { metadata, document, translations, errata, facts }
}

fn first(forces: [Force; 2]) -> String {
    all(vec![edition("one", forces[0]), edition("two", forces[1])]).remove(0)
}

/// The documents of the hits for words that all of them have, in their order.
fn all(editions: Vec<Edition>) -> Vec<String> {
    let library = Library { editions, ..Library::default() };
    let library = corpus::library_codec::read(&corpus::library_codec::write(&library)).unwrap();
    let bundle = writer::build(&library, &[]).unwrap();
    let searcher = Searcher::open(&bundle, library).unwrap();
    let query = "禁止开垦草原".to_owned();
    let results = searcher.search(&SearchRequest { query, limit: 4, ..SearchRequest::default() });
    results.hits.iter().map(|hit| hit.at.document.to_string()).collect()
}

#[test]
fn what_is_in_force_comes_first_and_the_rest_is_there() {
    let expired = |id: &str| {
        let mut edition = edition(id, Force::Law);
        edition.metadata.validity = Some(Validity::Expired);
        edition
    };
    let in_force = |id: &str| {
        let mut edition = edition(id, Force::Law);
        edition.metadata.validity = Some(Validity::InForce);
        edition
    };
    assert_eq!(all(vec![expired("old"), in_force("new")]), ["new", "old"]);
    assert_eq!(all(vec![in_force("new"), expired("old")]), ["new", "old"]);
    // Of what nobody knows nothing is claimed.
    assert_eq!(all(vec![edition("open", Force::Law), in_force("new")]), ["open", "new"]);
}

#[test]
fn what_others_name_comes_first() {
    let titled = |id: &str, title: &str, body: &str| {
        let (document, _) =
            parse(&id.into(), DocumentKind::Law, &format!("# {title}\n\n{body}"), 1);
        let title = corpus::Bilingual { zh: title.to_owned(), en: String::new() };
        let kind = DocumentKind::Law;
        let metadata = Metadata { id: id.into(), title, kind, ..Metadata::default() };
        Edition { metadata, document, ..Edition::default() }
    };
    let same = "第一条 禁止开垦草原。";
    let citing = "第一条 依照《畜牧法》处理。";
    let texts = vec![
        titled("unnamed", "牧场法", same),
        titled("named", "畜牧法", same),
        titled("citing", "防沙治沙法", citing),
    ];
    assert_eq!(all(texts.clone()), ["named", "unnamed"]);
    let mut explaining = texts;
    explaining[2].metadata.explains = Some("named".into());
    assert_eq!(all(explaining), ["unnamed", "named"], "an interpretation says nothing of standing");
}

#[test]
fn the_text_of_greater_force_comes_first() {
    assert_eq!(first([Force::Local, Force::Law]), "two");
    assert_eq!(first([Force::Law, Force::Local]), "one");
    assert_eq!(first([Force::Local, Force::Regulation]), "two");
    // Without a difference the order of the library holds.
    assert_eq!(first([Force::Unstated, Force::Unstated]), "one");
}
