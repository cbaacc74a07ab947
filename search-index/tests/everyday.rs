//! Everyday words without the engine: what is shown before the engine is there is what the engine
//! finds as well, in nearly its order, and says truly why it is shown.

mod support;

use search_index::Searcher;
use search_index::fallback::{self, QueryMatcher, RelatedWords, Texts};
use search_index::index::writer;
use search_index::protocol::{Fit, Notice, Reason, Results, SearchRequest, decode};
use search_index::text::fold::folded;

/// The engine, and the thesaurus as the page gets it.
fn opened() -> (Searcher, RelatedWords) {
    let library = support::library();
    let contents = writer::contents(&library, &support::thesaurus()).unwrap();
    let apart = contents.apart();
    let related = RelatedWords::open(&decode(&apart.thesaurus).unwrap());
    let rare = apart.rare.unwrap_or_default();
    (Searcher::open_apart(&apart.bundle, &apart.thesaurus, &rare, library).unwrap(), related)
}

fn request(query: &str) -> SearchRequest {
    SearchRequest { query: query.to_owned(), limit: 1000, ..SearchRequest::default() }
}

fn early(searcher: &Searcher, related: &RelatedWords, query: &str) -> Results {
    fallback::search(&Texts::new(searcher.library()), Some(related), &request(query))
}

/// Questions that are written in Chinese characters alone.
fn chinese() -> Vec<support::Question> {
    let mut questions = support::questions();
    questions.retain(|question| question.text.chars().all(corpus::text::is_han));
    assert!(questions.len() > 100, "only {} questions", questions.len());
    questions
}

#[test]
fn a_thesaurus_that_comes_apart_changes_nothing() {
    let (searcher, _) = opened();
    let whole = support::searcher();
    for question in chinese().iter().take(40) {
        let request = request(&question.text);
        assert_eq!(searcher.search(&request), whole.search(&request), "{}", question.text);
    }
}

#[test]
fn what_is_shown_early_is_found_by_the_engine_too() {
    let (searcher, related) = opened();
    let (mut shown, mut first) = (0, 0);
    for question in chinese() {
        let early = early(&searcher, &related, &question.text);
        let later = searcher.search(&request(&question.text));
        let (own, all) = (support::units(&early), support::units(&later));
        if own.is_empty() {
            continue;
        }
        shown += 1;
        first += usize::from(all.iter().take(3).any(|unit| *unit == own[0]));
    }
    println!(
        "{shown} questions have early hits; in {first} the first is one of the engine's three"
    );
    assert!(shown > 60, "only {shown} questions have early hits");
    assert!(first * 10 >= shown * 9, "{first} of {shown}");
}

#[test]
fn every_early_hit_says_truly_why_it_is_shown() {
    let (searcher, related) = opened();
    for question in chinese().iter().step_by(4) {
        let results = early(&searcher, &related, &question.text);
        assert_eq!(results.total as usize, results.hits.len(), "{}", question.text);
        let exact = results.hits.iter().filter(|hit| hit.fit == Fit::Exact).count();
        assert_eq!(results.exact as usize, exact, "{}", question.text);
        for hit in results.hits.iter().take(3) {
            let text: String = hit.snippets.iter().map(|snippet| snippet.text.as_str()).collect();
            assert!(!hit.reasons.is_empty(), "{}: {}", question.text, hit.at);
            assert!(
                hit.snippets.iter().any(|snippet| !snippet.marks.is_empty()),
                "{}: {text}",
                question.text
            );
            let texts = Texts::new(searcher.library());
            let marked = QueryMatcher::new(&texts, Some(&related), &question.text).marks(&hit.at);
            let marked: Vec<char> = marked
                .iter()
                .flat_map(|snippet| snippet.marks.iter().map(|mark| (&snippet.text, mark)))
                .flat_map(|(text, mark)| folded(&text[mark.start as usize..mark.end as usize]))
                .collect();
            for reason in &hit.reasons {
                if let Reason::Related { found, .. } = reason {
                    let found = folded(found);
                    let has = marked.windows(found.len()).any(|own| own == found);
                    assert!(has, "{}: {found:?} in {marked:?}", question.text);
                }
            }
        }
    }
}

#[test]
fn a_question_in_everyday_words_has_its_answer_before_the_engine_is_there() {
    let (searcher, related) = opened();
    let results = early(&searcher, &related, "羊圈补贴");
    assert_eq!(support::units(&results)[0], "opinions-2026/2");
    assert_eq!(results.hits[0].fit, Fit::Related);
    assert!(
        results
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::AlsoSearched { asked, .. } if asked == "羊圈"))
    );
    // Without the thesaurus there is nothing, and nothing is claimed.
    let plain = fallback::search(&Texts::new(searcher.library()), None, &request("羊圈补贴"));
    assert_eq!((plain.total, plain.notices), (0, vec![Notice::NothingFound]));
    // What no text speaks of brings nothing up.
    for query in ["宇航员训练", "量子纠缠", "第十三条", "羊圈 500"] {
        assert_eq!(early(&searcher, &related, query).total, 0, "{query}");
    }
}
