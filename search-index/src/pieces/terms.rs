//! The terms by which provisions are found: pairs of neighbouring characters of which one is Han,
//! single Han characters, words in Latin letters and digits, stems of the translation. Pairs go over
//! punctuation: what a query asks exactly is looked up in the texts.

use std::collections::BTreeSet;

use corpus::text::is_han;

use crate::fallback::RelatedWords;
use crate::query::{self, Ast};
use crate::text::stem::stem;
use crate::text::{fold, stop_words};

/// Words that stand in the text itself begin so, stems of the translation alike: a reader who types
/// Latin letters may mean either.
const WORD: char = '=';

/// At most so many terms of a query are looked up: each may cost a piece.
const MOST: usize = 24;

/// A term of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The term.
    pub term: String,
    /// How much it counts against one that was typed.
    pub weight: f32,
    /// Whether the reader typed it, all of it.
    pub typed: bool,
}

/// The terms of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryTerms {
    /// The terms, each once.
    pub terms: Vec<Asked>,
    /// Whether every provision that has what is asked, as typed, has all typed terms. Letters and
    /// digits may be parts of words, of which the terms know nothing.
    pub countable: bool,
}

/// The terms of folded characters, as often as they stand there.
#[cfg(any(feature = "writer", test))]
pub fn of_characters(chars: &[char]) -> impl Iterator<Item = String> + '_ {
    let pairs = chars.windows(2).filter(|two| two.iter().any(|c| is_han(*c)));
    let singles = chars.iter().filter(|c| is_han(**c)).map(char::to_string);
    pairs.map(|two| two.iter().collect()).chain(singles).chain(words(chars))
}

/// Rows of letters and digits, each as a word.
fn words(chars: &[char]) -> impl Iterator<Item = String> + '_ {
    let rows = chars.split(|c| !c.is_ascii_alphanumeric()).filter(|row| !row.is_empty());
    rows.map(|row| word(&row.iter().collect::<String>()))
}

/// The terms of a translated text, as often as they stand there.
#[cfg(feature = "writer")]
pub fn of_translation(text: &str) -> Vec<String> {
    let words = fold::words(text);
    let words = words.iter().filter(|word| stop_words::is_indexed(&word.text));
    words.map(|own| word(&stem(&own.text))).collect()
}

/// The term of a word in Latin letters or digits, or of a stem.
pub fn word(text: &str) -> String {
    let mut term = String::from(WORD);
    term.push_str(text);
    term
}

/// The terms of a query. With the thesaurus, the terms that everyday words stand for are among them,
/// at `synonym` of the weight.
pub fn of_query(text: &str, related: Option<&RelatedWords>, synonym: f32) -> QueryTerms {
    let query = query::parse(text).ast;
    let mut runs = Vec::new();
    positive(&query, &mut runs);
    let mut known = BTreeSet::new();
    let mut asked = Vec::new();
    let mut add = |term: String, weight: f32, typed: bool| {
        if asked.len() < MOST && known.insert(term.clone()) {
            asked.push(Asked { term, weight, typed });
        }
    };
    for run in &runs {
        let chars = fold::folded(run);
        let pairs: Vec<String> = pairs_asked(&chars);
        if pairs.is_empty() {
            for c in chars.iter().filter(|c| is_han(**c)) {
                add(c.to_string(), 1.0, true);
            }
        }
        for pair in pairs {
            add(pair, 1.0, true);
        }
        for own in fold::words(run) {
            let letters = own.text.chars().all(|c| c.is_ascii_alphabetic());
            if letters && !stop_words::is_english(&own.text) {
                add(word(&stem(&own.text)), 1.0, true);
            }
        }
        for row in words(&chars) {
            let typed = row.contains(|c: char| c.is_ascii_digit());
            add(row, 1.0, typed);
        }
        for term in related.into_iter().flat_map(|words| words.meant_in(&chars)) {
            for pair in pairs_asked(&fold::folded(term)) {
                add(pair, synonym, false);
            }
        }
    }
    let latin = |asked: &Asked| asked.term.starts_with(WORD);
    let countable = asked.iter().any(|asked| asked.typed)
        && !asked.iter().any(latin)
        && !has_alternatives(&query);
    QueryTerms { terms: asked, countable }
}

fn has_alternatives(ast: &Ast) -> bool {
    match ast {
        Ast::Or(_) => true,
        Ast::And(items) => items.iter().any(has_alternatives),
        Ast::Title(inner) => has_alternatives(inner),
        _ => false,
    }
}

/// Which characters belong to words that only ask (怎么, 如何).
pub fn is_asking(chars: &[char]) -> Vec<bool> {
    let mut asks = vec![false; chars.len()];
    for word in stop_words::CHINESE.split_whitespace() {
        let word: Vec<char> = word.chars().collect();
        for at in 0..chars.len().saturating_sub(word.len() - 1) {
            if word.len() > 1 && chars[at..].starts_with(&word) {
                asks[at..at + word.len()].fill(true);
            }
        }
    }
    // A query that consists of such words is about them.
    if asks.iter().all(|own| *own) {
        asks.fill(false);
    }
    asks
}

/// The pairs of a run without those that only ask.
fn pairs_asked(chars: &[char]) -> Vec<String> {
    let asks = is_asking(chars);
    let windows = chars.windows(2).zip(asks.windows(2));
    let kept =
        windows.filter(|(two, asks)| two.iter().any(|c| is_han(*c)) && !asks.contains(&true));
    kept.map(|(two, _)| two.iter().collect()).collect()
}

/// The runs of words and quotations that a hit may have.
fn positive<'a>(ast: &'a Ast, runs: &mut Vec<&'a str>) {
    match ast {
        Ast::Words(run) => runs.extend(run.split_whitespace()),
        Ast::Exact(text) => runs.push(text),
        Ast::Title(inner) => positive(inner, runs),
        Ast::And(items) | Ast::Or(items) => items.iter().for_each(|item| positive(item, runs)),
        Ast::Not(_) | Ast::Part(_) | Ast::Document(_) | Ast::Language(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Vec<String> {
        of_query(query, None, 0.5).terms.into_iter().map(|asked| asked.term).collect()
    }

    #[test]
    fn queries_are_cut_into_terms_that_texts_have() {
        assert_eq!(asked("草原防火"), ["草原", "原防", "防火"]);
        assert_eq!(asked("羊"), ["羊"]);
        assert_eq!(asked("酒驾怎么处罚"), ["酒驾", "处罚"]);
        assert_eq!(asked("怎么"), ["怎么"]);
        assert_eq!(asked("草原 -火灾"), ["草原"]);
        assert_eq!(asked("grasslands"), ["=grassland", "=grasslands"]);
        let countable = |query: &str| of_query(query, None, 0.5).countable;
        assert!(countable("草原 \"防火\"") && !countable("草原 OR 火灾") && !countable("5G网络"));
        let text: Vec<String> = of_characters(&fold::folded("到2026年，推广5G")).collect();
        for term in ["到2", "6年", "年推", "=2026", "=5g", "推"] {
            assert!(text.iter().any(|own| own == term), "{term} in {text:?}");
        }
        assert!(!text.iter().any(|own| own == "02"));
    }
}
