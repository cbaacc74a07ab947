//! Plain-language lines: what the editors' topics say of a provision in readers' own words. They
//! are searched beside the texts: a line says where in the provision the same stands in official
//! words, and a hit by one says that it came so.
//!
//! Only words are carried that the provision itself does not have; the rest is found in its text.

use corpus::{Library, Span};
use serde::{Deserialize, Serialize};

use crate::text::count::Count;
use crate::text::fold;
use crate::text::stem::stem;
use crate::text::stop_words;
use crate::text::stream::Origin;
use crate::text::units::{UnitInfo, unit_at};

/// The lines as the bundle carries them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlainLanguageWords {
    /// For each line its quote.
    pub quotes: Vec<Quote>,
    /// Its Chinese words: runs of characters parted by spaces, one line each.
    pub chinese: String,
    /// Its English words as stems, likewise.
    pub english: String,
}

/// Where a line's provision says the same in official words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quote {
    /// The unit.
    pub unit: u32,
    /// The sentence.
    pub sentence: u16,
    /// First byte of the sentence's text.
    pub start: u32,
    /// How many bytes.
    pub length: u32,
}

impl PlainLanguageWords {
    /// Gathers the lines of the topics.
    pub fn new(library: &Library, units: &[UnitInfo]) -> Self {
        let mut lines: Vec<(Quote, String, String)> = Vec::new();
        for located in &library.topics {
            for (measure, at) in located.topic.measures.iter().zip(&located.sentences) {
                let unit = unit_at(library, units, at);
                let (Some(unit), Some(sentence)) = (unit, at.sentence) else { continue };
                let text = library.sentence(at).map_or("", |sentence| &sentence.text);
                let Some(start) = text.find(&measure.quote) else { continue };
                let length = measure.quote.len() as u32;
                let quote = Quote { unit: unit as u32, sentence, start: start as u32, length };
                let own = &units[unit];
                let chinese = new_runs(library, own, &measure.plain_zh);
                let english = new_stems(library, own, &measure.plain_en);
                if !chinese.is_empty() || !english.is_empty() {
                    lines.push((quote, chinese, english));
                }
            }
        }
        lines.sort();
        let column = |of: fn(&(Quote, String, String)) -> &String| {
            lines.iter().map(|line| of(line).as_str()).collect::<Vec<_>>().join("\n")
        };
        Self {
            chinese: column(|line| &line.1),
            english: column(|line| &line.2),
            quotes: lines.iter().map(|line| line.0).collect(),
        }
    }
}

/// The runs of characters with pairs that the unit does not have.
fn new_runs(library: &Library, unit: &UnitInfo, line: &str) -> String {
    let printed = unit.printed_stream(library);
    let streams = [Some(printed), unit.corrected_stream(library)];
    let known = |pair: &[char]| streams.iter().flatten().any(|s| !s.find_across(pair).is_empty());
    let mut runs = String::new();
    // Pairs go over no punctuation here: what stands on both sides of it is no word.
    for part in line.split(|c| !corpus::text::is_han(fold::fold(c))) {
        let chars = fold::folded(part);
        let new: Vec<bool> = chars.windows(2).map(|pair| !known(pair)).collect();
        for (at, c) in chars.iter().enumerate() {
            let before = at > 0 && new[at - 1];
            if before || new.get(at) == Some(&true) {
                if !before && !runs.is_empty() {
                    runs.push(' ');
                }
                runs.push(*c);
            }
        }
    }
    runs
}

/// The stems that the unit's translation does not have.
fn new_stems(library: &Library, unit: &UnitInfo, line: &str) -> String {
    let stems = |text: &str| -> Vec<String> {
        let words = fold::words(text);
        let words = words.iter().filter(|word| !stop_words::is_english(&word.text));
        words.map(|word| stem(&word.text)).collect()
    };
    let known: Vec<String> =
        unit.translation(library).iter().flat_map(|piece| stems(piece.text)).collect();
    let mut new: Vec<String> = stems(line).into_iter().filter(|s| !known.contains(s)).collect();
    new.sort();
    new.dedup();
    new.join(" ")
}

/// The lines, opened.
#[derive(Clone, Debug, Default)]
pub struct PlainLanguage(Vec<Line>);

#[derive(Clone, Debug)]
struct Line {
    unit: u32,
    quote: Origin,
    chinese: Vec<char>,
    english: Vec<String>,
}

impl PlainLanguage {
    /// Opens what the bundle carries.
    pub fn open(words: &PlainLanguageWords, library: &Library, units: &[UnitInfo]) -> Self {
        let (mut chinese, mut english) = (words.chinese.split('\n'), words.english.split('\n'));
        let lines = words.quotes.iter().filter_map(|quote| {
            let (chinese, english) = (chinese.next()?, english.next()?);
            let pieces = units.get(quote.unit as usize)?.source(library);
            let piece = pieces.iter().position(|piece| piece.sentence == Some(quote.sentence))?;
            let span = Span { start: quote.start, end: quote.start + quote.length };
            Some(Line {
                unit: quote.unit,
                quote: Origin { piece: piece as u16, span },
                chinese: chinese.chars().collect(),
                english: english.split(' ').map(str::to_owned).collect(),
            })
        });
        Self(lines.collect())
    }

    /// How often which units' lines have these characters.
    pub fn characters(&self, chars: &[char]) -> Vec<Count> {
        self.counts(|line| places(line, chars))
    }

    /// How often which units' lines have this stem.
    pub fn stem(&self, stem: &str) -> Vec<Count> {
        self.counts(|line| usize::from(has(line, stem)))
    }

    fn counts(&self, in_line: impl Fn(&Line) -> usize) -> Vec<Count> {
        let mut counts: Vec<Count> = Vec::new();
        for line in &self.0 {
            let places = in_line(line) as u32;
            match counts.last_mut() {
                _ if places == 0 => {}
                Some(last) if last.unit == line.unit => last.plain_language += places,
                _ => counts.push(Count {
                    unit: line.unit,
                    plain_language: places,
                    ..Count::default()
                }),
            }
        }
        counts
    }

    /// The length of the longest beginning of the characters that a line has.
    pub fn longest(&self, chars: &[char]) -> usize {
        let Some(first) = chars.first() else { return 0 };
        let same = |rest: &[char]| rest.iter().zip(chars).take_while(|(a, b)| a == b).count();
        let starts =
            self.0.iter().flat_map(|line| (0..line.chinese.len()).map(move |at| (line, at)));
        let starts = starts.filter(|(line, at)| line.chinese[*at] == *first);
        starts.map(|(line, at)| same(&line.chinese[at..])).max().unwrap_or_default()
    }

    /// Where a unit says in official words what its lines say with these characters, or this stem.
    pub fn quotes(&self, unit: usize, words: &PlainPattern) -> Vec<Origin> {
        let fits = |line: &&Line| {
            line.unit as usize == unit
                && match words {
                    PlainPattern::Characters(chars) => places(line, chars) > 0,
                    PlainPattern::Stem(stem) => has(line, stem),
                }
        };
        self.0.iter().filter(fits).map(|line| line.quote).collect()
    }
}

/// What a plain-language line was found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlainPattern {
    /// Folded Chinese characters.
    Characters(Vec<char>),
    /// An English stem.
    Stem(String),
}

fn places(line: &Line, chars: &[char]) -> usize {
    line.chinese.windows(chars.len().max(1)).filter(|window| *window == chars).count()
}

fn has(line: &Line, stem: &str) -> bool {
    line.english.iter().any(|own| own == stem)
}
