//! Cuts Chinese that the texts don't have as a whole into segments that they have: the cut with
//! the highest worth, by dynamic programming. Longer segments are worth more than their parts.

use crate::index::engine::Engine;
use crate::index::phrases::Element;
use crate::index::postings::{IndexedText, at_distance};
use crate::interpret::readings;
use crate::text::stop_words;

/// A segment of the typed characters.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Index of its first character.
    pub start: usize,
    /// How many characters.
    pub length: usize,
    /// What it is.
    pub kind: SegmentKind,
}

/// What a segment is.
#[derive(Clone, Debug, PartialEq)]
pub enum SegmentKind {
    /// The texts or the thesaurus have it (or it is one character).
    Known,
    /// Question and filler words: 吗, 怎么办.
    Filler,
    /// A typing error, with what may be meant and where that stands.
    Mended(Vec<Mended>),
}

/// What a stretch with a typing error may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended {
    /// The characters of the texts.
    pub text: Vec<char>,
    /// Where they stand; nowhere for an everyday word that only the thesaurus has.
    pub starts: Vec<u32>,
    /// Whether the wrong character sounds like the right one.
    pub alike: bool,
}

/// Longest stretch that is looked up as one.
const LONGEST: usize = 24;

/// Cuts the characters.
pub fn segments(engine: &Engine, chars: &[char]) -> Vec<Segment> {
    let known = known_lengths(engine, chars);
    let weights = &engine.weights.segmentation;
    let worth = |length: usize| (length as f32).powf(weights.known_exponent);
    let filler_worth = |length: usize| weights.filler + length as f32 * weights.filler_character;
    let asking = words_of_asking(chars);
    // For each start: all segments that may begin there, with their worth.
    let mut options: Vec<Vec<(f32, Segment)>> = vec![Vec::new(); chars.len()];
    for (start, longest) in known.iter().copied().enumerate() {
        let mut add = |length: usize, worth: f32, kind: SegmentKind| {
            options[start].push((worth, Segment { start, length, kind }));
        };
        add(
            1,
            if longest > 0 { weights.single } else { weights.unknown_single },
            SegmentKind::Known,
        );
        for length in (2..=longest).filter(|length| !is_cut(&chars[start..start + length])) {
            add(length, worth(length), SegmentKind::Known);
        }
        // What lies in a longer word of asking (报名 in 去哪报名) is no word of its own.
        let asked = |length: usize| {
            asking.iter().any(|(from, size)| {
                *from <= start && start + length <= from + size && (*size >= 3 || *size == length)
            })
        };
        let everyday = engine.synonyms.beginning(&chars[start..]);
        for (word, length) in everyday.filter(|(_, length)| !asked(*length)) {
            let gaps = length - word.own();
            add(
                length,
                worth(word.own()) + weights.synonym + gaps as f32 * weights.gap_character,
                SegmentKind::Known,
            );
        }
        for (_, length) in asking.iter().filter(|(from, _)| *from == start) {
            add(*length, filler_worth(*length), SegmentKind::Filler);
        }
        // 涨不涨 asks what 涨吗 asks, 合不合格 what 合格吗 asks.
        if matches!(chars.get(start + 1), Some('不' | '没'))
            && chars.get(start + 2) == Some(&chars[start])
        {
            add(2, filler_worth(2), SegmentKind::Filler);
        }
    }
    for (start, length, found) in errors(engine, chars, &known) {
        let alike = found.iter().any(|mended| mended.alike);
        let doubt = if !alike {
            weights.other_error_doubt
        } else if length > 3 {
            weights.long_homophone_doubt
        } else {
            weights.short_homophone_doubt
        };
        let worth = worth(length) - doubt;
        options[start].push((worth, Segment { start, length, kind: SegmentKind::Mended(found) }));
    }
    best_cut(options)
}

/// The words of asking, as first character and length.
fn words_of_asking(chars: &[char]) -> Vec<(usize, usize)> {
    let words = || stop_words::CHINESE.split_whitespace();
    let at = |start: usize| {
        let fits = move |word: &&str| {
            let mut rest = chars[start..].iter();
            word.chars().all(|c| rest.next() == Some(&c))
        };
        words().filter(fits).map(move |word| (start, word.chars().count()))
    };
    (0..chars.len()).flat_map(at).collect()
}

/// Whether the stretch begins or ends with a particle: 村里的, 的地方 are no words.
fn is_cut(stretch: &[char]) -> bool {
    let particle = |c: Option<&char>| c.is_some_and(|c| "的了着吗呢吧呀嘛".contains(*c));
    particle(stretch.first()) || particle(stretch.last())
}

/// For each start, the length of the longest stretch from there that the texts have.
fn known_lengths(engine: &Engine, chars: &[char]) -> Vec<usize> {
    let place = |c: char| engine.store.places(IndexedText::Source, c.encode_utf8(&mut [0; 4]));
    let longest = |start: usize| {
        let mut places = place(chars[start]).to_vec();
        let (mut length, mut distance) = (0, 0);
        while !places.is_empty() {
            length += 1;
            distance += 1;
            match chars.get(start + length) {
                Some(c) if length < LONGEST => {
                    places = at_distance(&places, &place(*c), distance);
                    // What punctuation cuts in two is no word.
                    places.retain(|start| !engine.is_parted(start + length as u32));
                }
                _ => break,
            }
        }
        length.max(engine.plain.longest(&chars[start..]))
    };
    (0..chars.len()).map(longest).collect()
}

/// Stretches with one wrong character: one that makes no pair with either neighbour.
fn errors(engine: &Engine, chars: &[char], known: &[usize]) -> Vec<(usize, usize, Vec<Mended>)> {
    let pair = |at: usize| known.get(at).is_some_and(|length| *length >= 2);
    let mut found = Vec::new();
    for wrong in 0..chars.len() {
        if pair(wrong) || wrong > 0 && pair(wrong - 1) {
            continue;
        }
        for start in wrong.saturating_sub(5)..=wrong {
            for length in 2..=8 {
                let end = start + length;
                if end <= wrong || end > chars.len() {
                    continue;
                }
                // Two characters are little to go by in a long question.
                if length == 2 && chars.len() > 4 {
                    continue;
                }
                let whole = length == chars.len();
                let window = Window { chars: &chars[start..end], wrong: wrong - start, whole };
                let mended = mend(engine, &window, surrounded(known, wrong, start..end));
                if !mended.is_empty() {
                    found.push((start, length, mended));
                }
            }
        }
    }
    found
}

/// Whether the characters around the wrong one are known stretches themselves.
fn surrounded(known: &[usize], wrong: usize, range: std::ops::Range<usize>) -> bool {
    let before = range.start == wrong || range.start + known[range.start] >= wrong;
    before && (wrong + 1 == range.end || wrong + 1 + known[wrong + 1] >= range.end)
}

/// A stretch with a wrong character.
struct Window<'c> {
    chars: &'c [char],
    /// Index of the wrong character.
    wrong: usize,
    /// Whether it is all that was typed.
    whole: bool,
}

/// What the stretch may mean: characters of the texts that sound alike, then an everyday word that
/// does, then any character in the place of the wrong one. For those of the texts, what stands
/// around the wrong one must be `surrounded` by known stretches.
fn mend(engine: &Engine, window: &Window<'_>, surrounded: bool) -> Vec<Mended> {
    let Window { chars, wrong, whole } = *window;
    let with = |element: Element, alike: bool| -> Vec<Mended> {
        let mut pattern: Vec<Element> = chars.iter().copied().map(Element::from).collect();
        pattern[wrong] = element;
        let readings = readings::readings(engine, &pattern, 2).into_iter();
        // What punctuation cuts in two was hardly meant.
        let joined = readings.filter(|reading| reading.joined);
        joined.map(|r| Mended { text: r.text, starts: r.starts, alike }).collect()
    };
    let alike = if surrounded { engine.lookup.homophones(chars[wrong]) } else { Vec::new() };
    let mut found = if alike.is_empty() { Vec::new() } else { with(Element::Of(alike), true) };
    // A character that the texts have may well be right beside words that they don't have.
    if found.is_empty() && (whole || !engine.lookup.occurs(chars[wrong])) {
        let everyday =
            engine.synonyms.sounding_alike(&engine.lookup, chars, wrong).into_iter().take(2);
        found.extend(everyday.map(|text| Mended { text, starts: Vec::new(), alike: true }));
    }
    // Any character may be meant inside a stretch; at its end only if it is all.
    let inside = wrong > 0 && wrong + 1 < chars.len();
    if found.is_empty() && surrounded && chars.len() >= 4 && (inside || whole) {
        found = with(Element::Anything, false);
    }
    found
}

fn best_cut(options: Vec<Vec<(f32, Segment)>>) -> Vec<Segment> {
    let mut best: Vec<(f32, Option<Segment>)> = vec![(0.0, None); options.len() + 1];
    for (start, options) in options.into_iter().enumerate().rev() {
        for (worth, segment) in options {
            let total = worth + best[start + segment.length].0;
            if best[start].1.is_none() || total > best[start].0 {
                best[start] = (total, Some(segment));
            }
        }
    }
    let mut cut = Vec::new();
    let mut at = 0;
    while let Some((_, Some(segment))) = best.get(at) {
        at += segment.length;
        cut.push(segment.clone());
    }
    cut
}
