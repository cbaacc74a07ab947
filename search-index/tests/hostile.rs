//! Hostile queries never panic and never hang. `QUERIES=1000000 cargo test --release --test hostile`
//! runs as many as that; by default a few thousand.

mod support;

use std::time::{Duration, Instant};

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

#[test]
fn hostile_queries_are_answered_in_time() {
    let searcher = support::searcher();
    let queries = std::env::var("QUERIES").ok().and_then(|n| n.parse().ok()).unwrap_or(3000u64);
    // Debug builds are an order of magnitude slower.
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 5000 } else { 500 });
    // Steele and Vigna's SplitMix64: the same queries in every run.
    let mut state = 2026u64;
    let mut random = move |below: usize| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as usize
    };
    let mut slowest = (Duration::ZERO, String::new());
    for _ in 0..queries {
        let pieces = random(12);
        let query: String = (0..pieces).map(|_| PIECES[random(PIECES.len())]).collect();
        let start = Instant::now();
        support::search(&searcher, &query, 5);
        let mut took = start.elapsed();
        // A busy machine may be to blame once, but not three times.
        for _ in 0..if took > limit / 4 { 2 } else { 0 } {
            let start = Instant::now();
            support::search(&searcher, &query, 5);
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
    ] {
        let start = Instant::now();
        support::search(&searcher, &query, 5);
        let head: String = query.chars().take(12).collect();
        slowest = slowest.max((start.elapsed(), head));
    }
    assert!(slowest.0 < limit, "{:?} for {}", slowest.0, slowest.1);
}
