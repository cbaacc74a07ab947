//! A query in the writing of the texts: pinyin in characters, a mistyped character as the one that
//! sounds alike, a quantity as it is printed. Only what no text has as it was typed is rewritten.

mod change;
mod mending;

use std::cell::RefCell;
use std::collections::BTreeSet;

use corpus::text::is_han;

pub use self::change::{Change, Writing};
use super::forms::{Form, STEPS};
use super::manifest::Piece;
use super::sounds::{Slot, Spelled, spell};
use super::terms::word as term;
use crate::fallback::RelatedWords;
use crate::lexicon::syllables::cuts;
use crate::lexicon::variants::Lookup;
use crate::text::quantities;
use crate::text::stem::stem;
use crate::text::{fold, stop_words};

/// What pinyin stands for is less sure than an everyday word below this.
const LEAST_SPELLED: f32 = 3.0 * STEPS;
/// Letters among more characters than these are no pinyin.
const LONGEST_MIXED: usize = 16;
/// Capitals alone are an abbreviation (GPS) up to so many.
const LONGEST_ABBREVIATION: usize = 4;
/// At most so many ways of cutting a word are looked up: each costs pieces.
const MOST_CUTS: usize = 3;

/// What is known of the texts; an error is the piece that is not there yet.
pub trait Known {
    /// Whether some provision has the term.
    fn stands(&self, term: &str) -> Result<bool, Piece>;
    /// What texts write for a key.
    fn forms(&self, key: &str) -> Result<&[Form], Piece>;
    /// How characters are read.
    fn lookup(&self) -> Result<&Lookup, Piece>;
}

/// Rewrites a run of plain words; the run as the texts write it, and what was changed.
///
/// # Errors
/// The pieces that are still lacking.
pub fn rewrite(
    known: &impl Known,
    related: Option<&RelatedWords>,
    run: &str,
) -> Result<(String, Vec<Change>), Vec<Piece>> {
    let chunks = run.split_whitespace().count();
    let (lacking, changes) = (RefCell::default(), Vec::new());
    let mut rewriter = Rewriter { known, related, lacking, changes, chunks };
    let run = rewriter.run(run);
    let lacking = rewriter.lacking.into_inner();
    if lacking.is_empty() {
        Ok((run, rewriter.changes))
    } else {
        Err(lacking.into_iter().collect())
    }
}

struct Rewriter<'k, K> {
    known: &'k K,
    related: Option<&'k RelatedWords>,
    lacking: RefCell<BTreeSet<Piece>>,
    changes: Vec<Change>,
    /// How many stretches without white space there are.
    chunks: usize,
}

impl<'k, K: Known> Rewriter<'k, K> {
    /// What is there; what is lacking is noted.
    fn there<T>(&self, found: Result<T, Piece>) -> Option<T> {
        found.map_err(|piece| self.lacking.borrow_mut().insert(piece)).ok()
    }

    /// Whether no text has the term, for certain.
    fn is_absent(&self, term: &str) -> bool {
        self.there(self.known.stands(term)) == Some(false)
    }

    fn forms(&self, key: &str) -> &'k [Form] {
        self.there(self.known.forms(key)).unwrap_or_default()
    }

    fn run(&mut self, run: &str) -> String {
        let chunks: Vec<&str> = run.split_whitespace().collect();
        let mut written: Vec<String> = Vec::new();
        let mut at = 0;
        while let Some(chunk) = chunks.get(at) {
            let taken = self.pinyin(&chunks[at..], &mut written);
            if taken == 0 {
                written.push(self.chunk(chunk));
            }
            at += taken.max(1);
        }
        if self.changes.is_empty() { run.to_owned() } else { written.join(" ") }
    }

    fn change(&mut self, asked: &str, found: &str, how: Writing) {
        self.changes.push(Change { asked: asked.to_owned(), found: found.to_owned(), how });
    }

    /// Reads pinyin over as many words as possible: `gao biaozhun nongtian`; how many it took.
    fn pinyin(&mut self, chunks: &[&str], written: &mut Vec<String>) -> usize {
        let words: Vec<String> = chunks.iter().map_while(|chunk| letters(chunk)).collect();
        let whole = |chunk: &str| fold::folded(chunk).into_iter().collect::<String>();
        let unknown: Vec<bool> = words
            .iter()
            .zip(chunks)
            .map(|(word, chunk)| self.is_unknown(word) && self.is_absent(&term(&whole(chunk))))
            .collect();
        if !unknown.contains(&true) {
            return 0;
        }
        let Some(lookup) = self.there(self.known.lookup()) else { return 0 };
        let cuts: Vec<Vec<Vec<&str>>> = words
            .iter()
            .map(|word| cuts(lookup, word, false))
            .take_while(|cuts| !cuts.is_empty())
            .collect();
        for taken in (1..=cuts.len()).rev().filter(|taken| unknown[..*taken].contains(&true)) {
            let mut patterns = combined(&cuts[..taken]);
            // One syllable beside other words may be anything.
            patterns.retain(|pattern| pattern.len() > 1 || self.chunks == 1);
            let asked = chunks[..taken].join(" ");
            if let Some(found) = self.spelled(lookup, &patterns, &words[..taken].concat()) {
                self.change(&asked, &found, Writing::Pinyin);
                written.push(found);
                return taken;
            }
        }
        0
    }

    /// Whether no text and no translation has a word.
    fn is_unknown(&self, text: &str) -> bool {
        !stop_words::is_english(text)
            && self.is_absent(&term(text))
            && self.is_absent(&term(&stem(text)))
    }

    /// The likeliest characters for one of the patterns, or an everyday word that is read so.
    fn spelled(&self, lookup: &Lookup, patterns: &[Vec<Slot>], typed: &str) -> Option<String> {
        let read = |pattern: &Vec<Slot>| spell(pattern, lookup, &|key| self.forms(key));
        let mut found: Vec<Spelled> = patterns.iter().filter_map(read).collect();
        found.sort_by(|a, b| a.parts.cmp(&b.parts).then(b.worth.total_cmp(&a.worth)));
        let best = found.into_iter().next();
        if best.as_ref().is_none_or(|best| best.parts > 1 || best.worth < LEAST_SPELLED) {
            let typed: Vec<char> = typed.chars().collect();
            let everyday = self.related.and_then(|related| related.read_as(lookup, &typed));
            if everyday.is_some() {
                return everyday;
            }
        }
        best.map(|best| best.text)
    }

    /// A stretch with characters.
    fn chunk(&mut self, chunk: &str) -> String {
        let chars = fold::folded(chunk);
        if !chars.iter().any(|c| is_han(*c)) {
            return chunk.to_owned();
        }
        let before = self.changes.len();
        let chars = self.with_quantities(chunk, &chars);
        // Capitals alone are no pinyin: AI生成.
        let small = chunk.chars().any(|c| c.is_ascii_lowercase());
        let chars = if small { self.with_pinyin(&chars) } else { chars };
        let chars = self.mended(chars);
        if self.changes.len() == before { chunk.to_owned() } else { chars.into_iter().collect() }
    }

    /// The quantities as printed, where the texts have them in another writing only.
    fn with_quantities(&mut self, chunk: &str, chars: &[char]) -> Vec<char> {
        let mut written = Vec::new();
        let mut at = 0;
        for quantity in quantities::in_chinese(&fold::glyphs(chunk)) {
            let Some(typed) = chars.get(quantity.start..quantity.end) else { continue };
            let forms = self.forms(&quantity.term());
            let same = |form: &Form| form.text.chars().eq(typed.iter().copied());
            if let Some(best) = forms.first().filter(|_| !forms.iter().any(same)) {
                written.extend(chars.get(at..quantity.start).unwrap_or_default());
                written.extend(best.text.chars());
                at = quantity.end;
                let asked: String = typed.iter().collect();
                self.change(&asked, &best.text, Writing::Quantity);
            }
        }
        written.extend(chars.get(at..).unwrap_or_default());
        written
    }

    /// The stretch with its Latin letters read as pinyin: `meng字标`.
    fn with_pinyin(&mut self, chars: &[char]) -> Vec<char> {
        let latin = |c: &char| c.is_ascii_lowercase();
        // 5g网络: letters beside a digit are no pinyin.
        if !chars.iter().any(latin)
            || chars.iter().any(char::is_ascii_digit)
            || chars.len() > LONGEST_MIXED
        {
            return chars.to_vec();
        }
        let parts: Vec<&[char]> = chars.chunk_by(|a, b| latin(a) == latin(b)).collect();
        let words: Vec<String> =
            parts.iter().filter(|part| latin(&part[0])).map(|part| part.iter().collect()).collect();
        if !words.iter().any(|word| self.is_unknown(word)) {
            return chars.to_vec();
        }
        let Some(lookup) = self.there(self.known.lookup()) else { return chars.to_vec() };
        let mut patterns: Vec<Vec<Slot>> = vec![Vec::new()];
        let mut words = words.iter();
        for part in parts {
            let more: Vec<Vec<Slot>> = if latin(&part[0]) {
                let word = words.next().map(String::as_str).unwrap_or_default();
                cuts(lookup, word, false).iter().take(MOST_CUTS).map(|cut| sounds(cut)).collect()
            } else {
                vec![part.iter().map(|c| Slot::Character(*c)).collect()]
            };
            patterns = product(&patterns, &more);
        }
        let typed: String = chars.iter().collect();
        match self.spelled(lookup, &patterns, &typed) {
            Some(found) => {
                self.change(&typed, &found, Writing::Pinyin);
                found.chars().collect()
            }
            None => chars.to_vec(),
        }
    }
}

/// A word of Latin letters, folded, without the marks between syllables (`xi'an`) and the digits of
/// tones behind them (`xi1an1`).
fn letters(chunk: &str) -> Option<String> {
    let capitals = chunk.chars().all(|c| c.is_ascii_uppercase());
    if capitals && chunk.len() <= LONGEST_ABBREVIATION {
        return None;
    }
    let mut chars = fold::folded(&chunk.replace(['\'', '’'], ""));
    if chars.first().is_some_and(char::is_ascii_lowercase) {
        chars.retain(|c| !('1'..='5').contains(c));
    }
    let latin = !chars.is_empty() && chars.iter().all(char::is_ascii_lowercase);
    latin.then(|| chars.into_iter().collect())
}

fn sounds(cut: &[&str]) -> Vec<Slot> {
    cut.iter().map(|syllable| Slot::Syllable((*syllable).to_owned())).collect()
}

/// The ways to cut a row of words, the likelier first.
fn combined(cuts: &[Vec<Vec<&str>>]) -> Vec<Vec<Slot>> {
    cuts.iter().fold(vec![Vec::new()], |patterns, own| {
        let more: Vec<Vec<Slot>> = own.iter().take(MOST_CUTS).map(|cut| sounds(cut)).collect();
        product(&patterns, &more)
    })
}

fn product(patterns: &[Vec<Slot>], more: &[Vec<Slot>]) -> Vec<Vec<Slot>> {
    let joined = |before: &Vec<Slot>| {
        more.iter().map(|more| [&before[..], more].concat()).collect::<Vec<_>>()
    };
    patterns.iter().flat_map(joined).take(MOST_CUTS).collect()
}
