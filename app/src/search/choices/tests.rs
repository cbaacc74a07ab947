//! What is offered to narrow a list, and what is not.

use std::sync::Arc;

use super::*;
use crate::page_context::LibraryIndex;
use crate::route::{Page, Route, UiLocale};

fn page_context() -> PageContext {
    let library = crate::search::tests::library("一、修牧场\n\n建设牧场。\n");
    PageContext::new(&Arc::new(LibraryIndex::new(library)), Route::new(UiLocale::Zh, Page::Search))
}

fn at(text: &str) -> Address {
    text.parse().expect("an address")
}

#[test]
fn a_group_with_one_choice_is_offered_only_where_it_is_set() {
    let counts = Facets {
        documents: vec![(DocumentId::from("a"), 3)],
        topics: vec![("herders".into(), 2), ("water".into(), 1)],
        ..Facets::default()
    };
    let kinds = |asked: &Asked| -> Vec<&str> {
        groups(&page_context(), asked, &counts).iter().map(|group| group.kind).collect()
    };
    assert_eq!(kinds(&Asked::default()), ["sort", "topic"]);
    let mut asked = Asked::default();
    asked.toggle("document", "a");
    assert_eq!(kinds(&asked), ["sort", "document", "topic"], "or it could not be taken away");
}

#[test]
fn choices_carry_name_count_and_whether_they_are_set() {
    let counts = Facets {
        documents: vec![(DocumentId::from("a"), 3), (DocumentId::from("gone"), 1)],
        parts: vec![(at("a/part-1"), 3), (at("gone/part-2"), 1)],
        ..Facets::default()
    };
    let mut asked = Asked::default();
    asked.toggle("document", "a");
    asked.toggle("sort", "document");
    let all = groups(&page_context(), &asked, &counts);
    let show = |kind: &str| -> Vec<(String, Option<u32>, bool)> {
        let group = all.iter().find(|group| group.kind == kind).expect("a group");
        group.choices.iter().map(|one| (one.name.clone(), one.count, one.chosen)).collect()
    };
    assert_eq!(
        show("document"),
        [("实施意见".into(), Some(3), true), ("gone".into(), Some(1), false)],
        "what has no name is told by its id"
    );
    assert_eq!(show("sort").iter().map(|one| one.2).collect::<Vec<_>>(), [false, true]);
    assert!(show("sort").iter().all(|(_, count, _)| count.is_none()));
    let parts = all.iter().find(|group| group.kind == "part").expect("parts");
    assert_eq!(parts.choices[1].value, "gone/part-2");
}

#[test]
fn filters_that_are_set_are_named_in_their_order() {
    let mut asked = Asked::default();
    asked.toggle("topic", "herders");
    asked.toggle("document", "a");
    let all = chosen(&page_context(), &asked);
    let show: Vec<(&str, &str, &str)> =
        all.iter().map(|one| (one.kind, &*one.value, &*one.name)).collect();
    assert_eq!(show, [("document", "a", "实施意见"), ("topic", "herders", "herders")]);
}
