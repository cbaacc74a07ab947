//! Breaks copies of the project's own texts in every way that the editorial checks promise to see,
//! at every sentence where that can be done, and expects a finding there.

use std::sync::LazyLock;

use corpus::editorial::{self, BUILT_IN, Table};
use corpus::glossary::{Body, Place, Term, ThesaurusEntry, Topic};
use corpus::library::LocatedTopic;
use corpus::{Edition, Library, Locale, Problem, translation};
use serde::Deserialize;

use crate::seeds;

/// Everything that editors wrote.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Lists {
    term: Vec<Term>,
    place: Vec<Place>,
    body: Vec<Body>,
    topic: Vec<Topic>,
    entry: Vec<ThesaurusEntry>,
}

fn lists(path: &str) -> Lists {
    toml::from_str(&seeds::read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The project's texts with everything beside them.
static WHOLE: LazyLock<Library> = LazyLock::new(|| {
    let editions = seeds::documents().into_iter().map(|(metadata, document, _)| {
        let file = seeds::read(&format!("{}/translation.en.md", document.id));
        let (translation, problems) = translation::align(&document, Locale::en(), &file);
        assert_eq!(problems, []);
        Edition { metadata, document, translations: vec![translation], ..Edition::default() }
    });
    let located = |topic| LocatedTopic { topic, sentences: Vec::new() };
    Library {
        editions: editions.collect(),
        terms: lists("glossary.toml").term,
        places: lists("places.toml").place,
        bodies: lists("bodies.toml").body,
        topics: lists("topics.toml").topic.into_iter().map(located).collect(),
        ..Library::default()
    }
});

/// What the checks know, with the project's exceptions.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let own: Table = toml::from_str(BUILT_IN).expect("the program's table");
    own.with(toml::from_str(&seeds::read("editorial.toml")).expect("additions"))
});

/// What is found, exceptions that a part of the texts does not need aside.
fn check(library: &Library, thesaurus: &[ThesaurusEntry]) -> Vec<Problem> {
    // Without terms there is nothing to say of the glossary.
    let glossary = |path: &str| path == "glossary.toml" && !library.terms.is_empty();
    let files = |path: &str| glossary(path).then(String::new);
    let found = editorial::check(library, thesaurus, &TABLE, &files);
    found.into_iter().filter(|problem| !problem.message.contains("is not needed")).collect()
}

/// The whole words `from` replaced in a text, letter case aside.
fn replaced(text: &str, from: &str, to: &str) -> String {
    let lower = text.to_lowercase();
    assert_eq!(lower.len(), text.len(), "{text}");
    let (mut result, mut last) = (String::new(), 0);
    for (start, found) in lower.match_indices(from) {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let inside = letter(lower[..start].chars().next_back())
            || letter(lower[start + found.len()..].chars().next());
        if !inside && start >= last {
            result.push_str(&text[last..start]);
            result.push_str(to);
            last = start + found.len();
        }
    }
    result + &text[last..]
}

/// Replaces words in every translated sentence whose Chinese has `chinese`, one sentence at a time.
/// Returns how many were broken, and those for which no finding names `word`.
fn broken_sentences(chinese: &str, from: &str, to: &str, word: &str) -> (usize, Vec<String>) {
    let (mut broken, mut untold) = (0, Vec::new());
    for edition in &WHOLE.editions {
        for (ordinal, (unit, sentence)) in edition.document.sentences().enumerate() {
            let english = &edition.translations[0].sentences[ordinal];
            let mutated = replaced(english, from, to);
            if !sentence.text.contains(chinese) || mutated == *english {
                continue;
            }
            broken += 1;
            // The other sentences stay out of the way.
            let mut alone = edition.clone();
            alone.translations[0].sentences.fill(String::new());
            alone.translations[0].sentences[ordinal].clone_from(&mutated);
            let (places, bodies) = (WHOLE.places.clone(), WHOLE.bodies.clone());
            let one = Library { editions: vec![alone], places, bodies, ..Library::default() };
            let at = format!("{}/{unit}#s{}", edition.document.id, sentence.number);
            let told = |problem: &Problem| {
                problem.message.starts_with(&format!("{at}:"))
                    && problem.message.contains(&format!("“{word}"))
            };
            if !check(&one, &[]).iter().any(told) {
                untold.push(at);
            }
        }
    }
    (broken, untold)
}

/// As [`broken_sentences`], where each has to be told.
#[track_caller]
fn break_sentences(chinese: &str, from: &str, to: &str, word: &str) -> usize {
    let (broken, untold) = broken_sentences(chinese, from, to, word);
    assert!(untold.is_empty(), "{chinese}: {untold:?}");
    broken
}

#[test]
fn the_texts_as_they_are_have_no_findings() {
    assert_eq!(check(&WHOLE, &lists("thesaurus.toml").entry), []);
}

#[test]
fn swapped_moods_are_told() {
    assert!(break_sentences("鼓励", "encourage", "require", "鼓励") >= 7);
    assert!(break_sentences("支持", "support", "consider", "支持") >= 15);
    assert!(break_sentences("推动", "promote", "require", "推") >= 15);
    // “Press ahead” stands there for 深入 and is taken for 推进.
    let (broken, untold) = broken_sentences("推进", "advance", "consider", "推");
    assert!(broken >= 30, "{broken}");
    assert_eq!(untold, ["interpretation-2026/2.2#s2", "interpretation-2026/2.3#s2"]);
    assert!(break_sentences("探索", "explore", "complete", "探索") >= 2);
    assert!(break_sentences("试点", "pilot", "program", "试点") >= 3);
    assert!(break_sentences("严禁", "strictly prohibit", "avoid", "严禁") >= 3);
    assert!(break_sentences("力争", "strive", "manage", "力争") >= 2);
    assert!(break_sentences("引导", "guide", "order", "引导") >= 2);
    assert!(break_sentences("优先", "priority", "attention", "优先") >= 2);
    assert!(break_sentences("确保", "ensure", "hope for", "确保") >= 3);
    // Words that are kept for a mood may not turn up elsewhere.
    assert!(break_sentences("加强", "strengthen", "encourage", "encourag") >= 30);
}

#[test]
fn dropped_moved_and_invented_bounds_are_told() {
    assert_eq!(break_sentences("以上", "at least", "", "以上"), 3);
    assert_eq!(break_sentences("1000人以上", "or more", "", "以上"), 1);
    assert_eq!(break_sentences("10%以下", "at or below", "below", "以下"), 1);
    assert_eq!(break_sentences("突破100亿元", "more than", "", "突破"), 1);
    assert_eq!(break_sentences("1000万亩", "10 million", "at least 10 million", "1000万亩"), 1);
    assert_eq!(break_sentences("350亿元", "35 billion", "more than 35 billion", "350亿元"), 1);
}

#[test]
fn dropped_conditions_and_closed_lists_are_told() {
    assert_eq!(break_sentences("前提下", "provided", "while", "在…前提下"), 1);
    assert_eq!(break_sentences("符合退出条件", "meet the exit conditions", "wish", "符合…条件"), 2);
    assert_eq!(break_sentences("有条件的", "where conditions permit", "", "有条件的"), 2);
    assert_eq!(break_sentences("按照标准", "in accordance with standards", "", "按照标准"), 1);
    assert_eq!(break_sentences("依法", "in accordance with the law", "", "依法"), 2);
    assert_eq!(break_sentences("自愿", "voluntary", "swift", "自愿"), 1);
    assert!(break_sentences("设施农业与装备等", "such as", "in", "等") >= 1);
}

#[test]
fn changed_places_and_bodies_are_told() {
    assert_eq!(break_sentences("包头", "baotou", "Wuhai", "包头"), 1);
    assert_eq!(break_sentences("包头", "baotou", "Beijing", "Beijing"), 1);
    assert_eq!(break_sentences("哈素海", "hasuhai", "Daihai", "哈素海"), 1);
    assert_eq!(break_sentences("扎赉特旗", "jalaid", "Horqin", "扎赉特旗"), 1);
    assert_eq!(break_sentences("金融机构", "financial institutions", "insurers", "金融机构"), 1);
}

/// Breaks the plain lines of every measure whose quote has `quote`, and expects `word` to be told.
#[track_caller]
fn break_plain_lines(quote: &str, change: impl Fn(&str) -> String, word: &str) -> usize {
    let mut broken = 0;
    for located in &WHOLE.topics {
        for measure in &located.topic.measures {
            let (zh, en) = (change(&measure.plain_zh), change(&measure.plain_en));
            let changed = zh != measure.plain_zh || en != measure.plain_en;
            if !measure.quote.contains(quote) || !changed {
                continue;
            }
            let mut alone = located.clone();
            alone.topic.measures = vec![measure.clone()];
            alone.topic.measures[0].plain_zh = zh;
            alone.topic.measures[0].plain_en = en;
            let (topics, places) = (vec![alone], WHOLE.places.clone());
            let one = Library { topics, places, ..Library::default() };
            let found = check(&one, &[]);
            let told = |problem: &Problem| {
                problem.file == "topics.toml" && problem.message.contains(&format!("“{word}"))
            };
            assert!(found.iter().any(told), "{measure:?}\n{found:#?}");
            broken += 1;
        }
    }
    broken
}

#[test]
fn plain_lines_that_say_less_or_more_are_told() {
    let without = |word: &'static str| move |line: &str| line.replace(word, "");
    let with = |from: &'static str, to: &'static str| move |line: &str| line.replace(from, to);
    assert!(break_plain_lines("鼓励", without("鼓励"), "鼓励") >= 8);
    assert!(break_plain_lines("支持", with("支持", "要"), "支持") >= 10);
    assert!(break_plain_lines("推动", with("推动", "要"), "推动") >= 10);
    assert!(break_plain_lines("严禁", with("不许", "少"), "严禁") >= 3);
    assert!(break_plain_lines("前提下", without("前提下"), "在…前提下") == 1);
    assert!(break_plain_lines("有条件的", without("有条件的"), "有条件的") >= 3);
    assert!(break_plain_lines("以上", without("以上"), "以上") >= 3);
    assert!(break_plain_lines("以上", without("at least "), "以上") >= 1);
    assert!(break_plain_lines("600万", with("600", "500"), "500万") == 1);
    assert!(break_plain_lines("350亿元", with("35 billion", "53 billion"), "53 billion") == 1);
    assert!(break_plain_lines("哈素海", with("Hasuhai", "the lake"), "哈素海") == 1);
    assert!(break_plain_lines("扎赉特旗", with("通辽市", "包头"), "包头") == 1);
    assert!(break_plain_lines("加强", with("要加强", "鼓励加强"), "鼓励") >= 8);
}

#[test]
fn related_words_in_other_words_are_told() {
    let mut entries = lists("thesaurus.toml").entry;
    for entry in &mut entries {
        entry.en_term.push_str(" elsewhere");
    }
    let found = check(&WHOLE, &entries);
    let mut told = 0;
    for entry in &entries {
        let said = WHOLE.editions.iter().any(|edition| {
            edition.document.sentences().any(|(_, s)| s.text.contains(entry.term.as_str()))
        });
        let this = format!("“{}”: the English term “{}”", entry.term, entry.en_term);
        let here = found.iter().any(|problem| problem.message.starts_with(&this));
        assert!(here || !said, "{}", entry.term);
        told += usize::from(here);
    }
    assert!(told > 400, "{told}");
}

#[test]
fn unexplained_officialese_is_told() {
    let mut bare = WHOLE.clone();
    for term in &mut bare.terms {
        term.explain_zh.clear();
        term.explain_en.clear();
    }
    let found = check(&bare, &[]);
    let told = found.iter().filter(|problem| problem.message.contains("readers may not know it"));
    assert!(told.count() > 40, "{found:?}");
}

#[test]
fn forms_that_no_translation_has_are_told() {
    let mut other = WHOLE.clone();
    for term in &mut other.terms {
        term.en.push("words of nobody".to_owned());
    }
    let found = check(&other, &[]);
    for term in &WHOLE.terms {
        let this = format!("{}: no translation has “words of nobody”", term.id);
        assert!(found.iter().any(|problem| problem.message.starts_with(&this)), "{}", term.id);
    }
}
