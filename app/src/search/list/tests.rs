//! Lists that grow, are kept, and are replaced.

use super::*;

fn answer(units: &[(&str, Fit)], total: u32) -> Results {
    let hit = |(unit, fit): &(&str, Fit)| Hit {
        at: format!("a/{unit}").parse().expect("an address"),
        fit: *fit,
        score: 1.0,
        places: 1,
        reasons: vec![],
        snippets: vec![],
    };
    let exact = units.iter().filter(|(_, fit)| *fit == Fit::Exact).count() as u32;
    Results { total, exact, hits: units.iter().map(hit).collect(), ..Results::default() }
}

fn units(list: &List) -> Vec<String> {
    list.shown.iter().map(|shown| shown.hit.at.unit.to_string()).collect()
}

#[test]
fn a_list_in_use_keeps_its_order_and_new_hits_come_below() {
    let mut list = List::default();
    list.replace(answer(&[("1", Fit::Exact), ("2#s3", Fit::Exact)], 2), false);
    list.keep(answer(&[("3", Fit::Exact), ("2", Fit::Exact), ("4", Fit::Related)], 5));
    assert_eq!(units(&list), ["1", "2", "3", "4"]);
    assert_eq!(list.taken, 3);
    let groups: Vec<_> =
        list.groups().into_iter().map(|(group, indexes, _)| (group, indexes)).collect();
    assert_eq!(groups, [(Group::Exact, vec![0, 1]), (Group::Added, vec![2, 3])]);
    list.extend(answer(&[("1", Fit::Partial), ("5", Fit::Partial)], 5));
    assert_eq!(units(&list), ["1", "2", "3", "4", "5"]);
    assert!(!list.has_more());
}

#[test]
fn a_hit_that_looks_as_before_keeps_its_key_and_no_other_does() {
    let keys = |list: &List| -> Vec<HitKey> {
        list.sections(Order::Relevance).into_iter().flat_map(|s| s.runs.concat()).collect()
    };
    let mut list = List::default();
    list.replace(answer(&[("1", Fit::Exact), ("2", Fit::Exact)], 2), false);
    let first = keys(&list);
    let before = list.clone();
    let mut better = answer(&[("2", Fit::Exact), ("1", Fit::Related)], 2);
    better.hits[0].score = 7.0;
    list.replace(better.clone(), true);
    let second = keys(&list);
    assert_eq!(second[0], first[1], "another score is not seen");
    assert_ne!(second[1], first[0], "another fit is");
    assert!(!list.shows_the_same(&before));
    list.replace(better, false);
    assert!(keys(&list).iter().all(|key| !second.contains(key)), "links carry another query");
    list.extend(answer(&[("3", Fit::Related)], 3));
    assert_eq!(list.hit(keys(&list)[2]).expect("a hit").at.unit.to_string(), "3");
}

#[test]
fn in_the_order_of_the_documents_each_document_has_its_run() {
    let mut list = List::default();
    let mut found = answer(&[("1", Fit::Exact), ("2", Fit::Exact), ("3", Fit::Related)], 3);
    found.hits[1].at.document = "b".into();
    list.replace(found, false);
    let runs = |order| -> Vec<Vec<usize>> {
        let sections = list.sections(order).into_iter();
        sections.map(|section| section.runs.iter().map(Vec::len).collect()).collect()
    };
    assert_eq!(runs(Order::Relevance), [vec![2], vec![1]]);
    assert_eq!(runs(Order::Document), [vec![1, 1], vec![1]]);
}

#[test]
fn the_translation_of_a_sentence_goes_before_it_and_nothing_else_moves() {
    let snippet = |at: &str, locale: Locale| search_index::protocol::Snippet {
        at: at.parse().expect("an address"),
        text: locale.0.clone(),
        locale,
        marks: vec![],
        corrected: false,
    };
    let english = || Locale("en".into());
    let mut hits = answer(&[("1", Fit::Exact)], 1).hits;
    hits[0].snippets = vec![
        snippet("a/1#s1", Locale::zh()),
        snippet("a/1#s1", english()),
        snippet("a/1#s2", Locale::zh()),
        snippet("a/1#s3", english()),
    ];
    lead_with_english(&mut hits);
    let order: Vec<_> = hits[0].snippets.iter().map(|one| one.locale.clone()).collect();
    assert_eq!(order, [english(), Locale::zh(), Locale::zh(), english()]);
}

#[test]
fn counts_are_shown_only_where_they_are_certain() {
    let mut list = List::default();
    list.replace(answer(&[("1", Fit::Exact), ("2", Fit::Related)], 9), false);
    let counts: Vec<_> = list.groups().into_iter().map(|(.., count)| count).collect();
    assert_eq!(counts, [Some(1), None]);
    list.replace(answer(&[("7", Fit::Partial)], 1), false);
    assert_eq!(list.groups(), [(Group::Partial, vec![0], Some(1))]);
    list.replace(
        answer(&[("7", Fit::Partial), ("8", Fit::Related), ("9", Fit::Partial)], 3),
        false,
    );
    assert_eq!(list.groups(), [(Group::Near, vec![0, 1, 2], Some(3))]);
}

#[test]
fn what_has_a_part_is_folded_below_exact_hits_alone() {
    let sections = |list: &List| -> Vec<(Group, usize, bool)> {
        let sections = list.sections(Order::Relevance).into_iter();
        sections.map(|own| (own.group, own.runs.concat().len(), own.folded)).collect()
    };
    let near = [("2", Fit::Partial), ("3", Fit::Related), ("4", Fit::Partial)];
    let mut list = List::default();
    list.replace(answer(&near, 3), false);
    assert_eq!(sections(&list), [(Group::Near, 3, false)]);
    list.replace(answer(&[&[("1", Fit::Exact)], &near[..]].concat(), 5), false);
    let folded = [(Group::Exact, 1, false), (Group::Related, 1, false), (Group::Partial, 2, true)];
    assert_eq!(sections(&list), folded);
    assert_eq!(list.place(1), Some(2), "it stands below the related one");
    list.extend(answer(&[("5", Fit::Related)], 5));
    assert_eq!(list.place(4), Some(2), "and this one above both");
    list.replace(answer(&near[..1], 1), false);
    list.keep(answer(&[("1", Fit::Exact), ("2", Fit::Partial)], 2));
    let kept = [(Group::Partial, 1, false), (Group::Added, 1, false)];
    assert_eq!(sections(&list), kept, "a list in use stays as it is");
}

#[test]
fn what_is_found_in_another_writing_is_not_called_exactly_as_typed() {
    let mut typed = answer(&[("1", Fit::Exact), ("2", Fit::Exact)], 2);
    typed.hits[0].reasons = vec![Reason::Number { found: "1.2亿元".to_owned() }, Reason::Words];
    typed.hits[1].reasons = vec![Reason::Number { found: "1.2亿元".to_owned() }];
    let mut list = List::default();
    list.replace(typed, false);
    assert!(!list.is_as_typed());
    let groups: Vec<_> =
        list.groups().into_iter().map(|(group, indexes, _)| (group, indexes)).collect();
    assert_eq!(groups, [(Group::Exact, vec![0]), (Group::Related, vec![1])]);
}
