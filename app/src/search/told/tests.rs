//! What is said about answers: one question at a time, and nothing that is not known yet.

use std::sync::Arc;

use search_index::protocol::{Fit, Hit};

use super::*;
use crate::page_context::LibraryIndex;
use crate::route::{Route, UiLocale};

fn page_context(locale: UiLocale) -> PageContext {
    let library = crate::search::tests::library("一、修牧场\n\n建设牧场。\n");
    PageContext::new(&Arc::new(LibraryIndex::new(library)), Route::new(locale, Page::Search))
}

fn asked(query: &str) -> Asked {
    Asked { query: query.to_owned(), ..Asked::default() }
}

fn answer(total: u32, places: u32, notices: &[Notice]) -> Results {
    let hit = |number: u32| Hit {
        at: format!("a/{number}").parse().expect("an address"),
        fit: Fit::Exact,
        score: 1.0,
        places: 1,
        reasons: vec![],
        snippets: vec![],
    };
    let hits = (1..=total).map(hit).collect();
    Results { total, exact: total, places, hits, notices: notices.to_vec(), ..Results::default() }
}

fn state(query: &str, state: State, answer: Results) -> ResultsState {
    let mut found = ResultsState { asked: asked(query), state, ..ResultsState::default() };
    found.list.replace(answer, false);
    found
}

fn status_in(locale: UiLocale, found: &ResultsState) -> String {
    Told::new(&page_context(locale), found, None).status
}

#[test]
fn the_status_counts_what_was_found_and_waits_for_what_was_not() {
    let ready = |total, places| state("牧场", State::Ready, answer(total, places, &[]));
    assert_eq!(status_in(UiLocale::Zh, &ready(1, 1)), "找到 1 条。");
    assert_eq!(status_in(UiLocale::Zh, &ready(2, 5)), "找到 2 条，原词出现 5 次。");
    assert_eq!(status_in(UiLocale::En, &ready(1, 1)), "1 result.");
    assert_eq!(status_in(UiLocale::Zh, &ready(0, 0)), "没有找到“牧场”。");
    let waiting = |total| state("牧场", State::Waiting, answer(total, total, &[]));
    assert_eq!(status_in(UiLocale::Zh, &waiting(0)), "正在搜索…", "nothing is not known yet");
    assert!(status_in(UiLocale::Zh, &waiting(1)).starts_with("找到 1 条（"));
}

#[test]
fn of_an_awaited_question_no_count_of_another_is_told() {
    let mut found = state("牧场", State::Ready, answer(2, 5, &[]));
    found.awaited = Some(asked("贷款"));
    assert_eq!(status_in(UiLocale::Zh, &found), "正在搜索…");
    found.awaited = Some(asked(""));
    let told = Told::new(&page_context(UiLocale::Zh), &found, None);
    assert_eq!(told.status, page_context(UiLocale::Zh).texts().search_lead);
    assert!(!told.asks);
}

#[test]
fn a_failure_is_told_where_something_was_asked() {
    for failed in [State::Unreachable, State::Damaged, State::OtherRelease, State::Crashed] {
        let of = |query| {
            Told::new(&page_context(UiLocale::Zh), &state(query, failed, answer(0, 0, &[])), None)
        };
        assert!(!of("牧场").failed.is_empty(), "{failed:?}");
        assert!(of("").failed.is_empty(), "{failed:?}");
    }
}

#[test]
fn related_words_share_a_line_and_what_was_meant_is_offered_once() {
    let also = |asked: &str, related: &str| Notice::AlsoSearched {
        asked: asked.into(),
        related: vec![related.into()],
    };
    let meant = Notice::DidYouMean { query: "牧场".into() };
    let above = |notices: &[Notice]| {
        let found = state("木场", State::Ready, answer(1, 1, notices));
        Told::new(&page_context(UiLocale::Zh), &found, None).above
    };
    let related = above(&[also("草场", "草原"), also("钱", "资金")]);
    let lines: Vec<&str> = related.iter().map(|reading| &*reading.text).collect();
    assert_eq!(lines, ["也搜索了相关的说法：草场 → 草原；钱 → 资金"]);
    let offered = above(std::slice::from_ref(&meant));
    let (query, href) = offered[0].meant.as_ref().expect("an offer");
    assert_eq!(
        (query.as_str(), Asked::read(&href[href.find('?').unwrap()..])),
        ("牧场", asked("牧场"))
    );
    let corrected = Notice::Corrected { asked: "木场".into(), found: "牧场".into() };
    let told = above(&[corrected, meant]);
    assert_eq!(told.len(), 1, "what was searched instead is not offered as well");
    assert_eq!(told[0].text, "没有“木场”，已改为搜索“牧场”。");
}

#[test]
fn a_list_in_use_is_not_moved_by_what_is_told_later() {
    let page_context = page_context(UiLocale::Zh);
    let mut found = state("牧场", State::Waiting, answer(1, 1, &[]));
    let before = Told::new(&page_context, &found, None);
    found.state = State::Ready;
    found.kept = true;
    found.list.keep(answer(2, 2, &[Notice::Shortened]));
    let after = Told::new(&page_context, &found, Some(&before));
    assert_eq!(after.above, before.above);
    assert_eq!(after.between.len(), 1);
    let fresh = Told::new(&page_context, &found, None);
    assert_eq!((fresh.above.len(), fresh.between.len()), (1, 0));
}

#[test]
fn filters_that_were_left_out_are_told_first() {
    let mut found = state("牧场", State::Ready, answer(1, 1, &[Notice::Shortened]));
    found.unfiltered = true;
    let above = Told::new(&page_context(UiLocale::Zh), &found, None).above;
    assert_eq!(above.len(), 2);
    assert_eq!(above[0].text, words(UiLocale::Zh).without_filters);
}
