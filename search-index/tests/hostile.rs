//! Hostile queries never panic and never hang, and what is answered holds together.
//! `QUERIES=1000000 cargo test --release -p search-index --test hostile` asks as many as that; by
//! default a few thousand.

mod support;

use std::time::{Duration, Instant};

use corpus::Locale;
use search_index::Searcher;
use search_index::protocol::{Request, Response, Results, SearchRequest, Snippet, decode, encode};

/// Pieces that queries are put together from.
const PIECES: [&str; 40] = [
    "(",
    ")",
    "（",
    "）",
    "\"",
    "“",
    "”",
    "「",
    "-",
    " - ",
    " OR ",
    "|",
    "title:",
    "part:",
    "lang:en",
    "document:",
    ":",
    "\u{0}",
    "\u{fffd}",
    "\u{202e}",
    "\u{301}",
    "<script>",
    "&amp;",
    "第",
    "条",
    "十",
    "万亿",
    "1000",
    "99999999999999999999",
    "亩",
    "高标准",
    "農田",
    "羊圈",
    "gaobiao",
    "gbznt",
    "zhuang",
    "farmlnad",
    "the",
    "\n",
    "😀",
];

/// Pieces of queries, at random but the same in every run.
struct Random {
    /// Of Steele and Vigna's `SplitMix64`.
    state: u64,
    /// Every character of the texts.
    written: Vec<char>,
}

impl Random {
    fn below(&mut self, below: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as usize
    }

    /// A piece of the list, some characters as they stand in the texts, or any character there is.
    fn piece(&mut self) -> String {
        match self.below(8) {
            0 => {
                let start = self.below(self.written.len());
                let length = 1 + self.below(12);
                self.written[start..].iter().take(length).collect()
            }
            1 => char::from_u32(self.below(0x0011_0000) as u32).into_iter().collect(),
            _ => PIECES[self.below(PIECES.len())].to_owned(),
        }
    }

    fn query(&mut self) -> String {
        (0..self.below(12)).map(|_| self.piece()).collect()
    }
}

/// Asks as the worker does, bytes in and bytes out.
fn ask(searcher: &Searcher, request: &Request) -> Response {
    decode(&searcher.answer(&encode(request))).expect("an answer")
}

fn search(searcher: &Searcher, query: &str) -> Results {
    let request = SearchRequest { query: query.to_owned(), limit: 5, ..SearchRequest::default() };
    match ask(searcher, &Request::Search(request)) {
        Response::Results(results) => results,
        other => panic!("{query:?}: {other:?}"),
    }
}

/// What is marked stands in the text, in order, between characters; what is shown is the text.
fn assert_sound(searcher: &Searcher, query: &str, snippets: &[Snippet]) {
    for snippet in snippets {
        let mut end = 0;
        for mark in &snippet.marks {
            assert!(mark.start >= end, "{query:?}: {snippet:?}");
            assert!(!mark.of(&snippet.text).is_empty(), "{query:?}: {snippet:?}");
            end = mark.end;
        }
        let printed = searcher.library().sentence(&snippet.at);
        if let Some(printed) = printed.filter(|_| snippet.locale == Locale::zh()) {
            assert_eq!(printed.text, snippet.text, "{query:?}");
        }
    }
}

fn try_query(searcher: &Searcher, query: &str) {
    let results = search(searcher, query);
    assert!(results.exact <= results.total && results.hits.len() <= 5, "{query:?}: {results:?}");
    for hit in &results.hits {
        assert_sound(searcher, query, &hit.snippets);
    }
    if let Some(hit) = results.hits.first() {
        let request = Request::Marks { id: 0, query: query.to_owned(), at: hit.at.clone() };
        let Response::Marks { snippets, .. } = ask(searcher, &request) else {
            panic!("{query:?}: no marks");
        };
        assert_sound(searcher, query, &snippets);
    }
    let request = Request::Suggest {
        id: 0,
        prefix: query.to_owned(),
        english: query.len().is_multiple_of(2),
        limit: 8,
    };
    let Response::Suggestions { suggestions, .. } = ask(searcher, &request) else {
        panic!("{query:?}: no suggestions");
    };
    assert!(suggestions.len() <= 8, "{query:?}: {suggestions:?}");
}

#[test]
fn hostile_queries_are_answered_in_time() {
    let searcher = support::searcher();
    let queries = std::env::var("QUERIES").ok().and_then(|n| n.parse().ok()).unwrap_or(3000u64);
    // Debug builds are an order of magnitude slower.
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 5000 } else { 500 });
    let editions = searcher.library().editions.iter();
    let units = editions.flat_map(|edition| edition.document.units());
    let sentences = units.flat_map(|unit| unit.sentences());
    let written = sentences.flat_map(|sentence| sentence.text.chars()).collect();
    let mut random = Random { state: 2026, written };
    let mut slowest = (Duration::ZERO, String::new());
    for _ in 0..queries {
        let query = random.query();
        let start = Instant::now();
        try_query(&searcher, &query);
        let mut took = start.elapsed();
        // A busy machine may be to blame once, but not three times.
        for _ in 0..if took > limit / 4 { 2 } else { 0 } {
            let start = Instant::now();
            search(&searcher, &query);
            took = took.min(start.elapsed());
        }
        slowest = slowest.max((took, query));
    }
    for query in [
        "(".repeat(1 << 20),
        "高标准农田".repeat(200_000),
        "zhuang".repeat(200_000),
        "a b ".repeat(99_999),
        "10 million ".repeat(9999),
        "\"".repeat(1 << 20),
        "-".repeat(1 << 20),
        "x OR ".repeat(99_999),
        "第一条 ".repeat(99_999),
        "\u{1f600}".repeat(1 << 18),
        "-(\"高标准 OR ".repeat(99_999),
    ] {
        let start = Instant::now();
        search(&searcher, &query);
        let head: String = query.chars().take(12).collect();
        slowest = slowest.max((start.elapsed(), head));
    }
    assert!(slowest.0 < limit, "{:?} for {}", slowest.0, slowest.1);
}
