//! Cuts Chinese into segments that the texts or the thesaurus have: the cut with the highest
//! worth, by dynamic programming. Longer segments are worth more than their parts.

use crate::lexicon::everyday::EverydayWords;
use crate::text::stop_words;
use crate::weights::Segmentation;

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
    /// The texts or the thesaurus have it, or it is one character, or a word of another subject.
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
pub const LONGEST: usize = 24;

/// Cuts the characters. `known` says, for each start, how long the longest stretch from there is
/// that the texts have; `subjects` are words that are none of theirs, parted by white space; and
/// `corrected` are stretches with a typing error, with their worth.
pub fn cut(
    chars: &[char],
    known: &[usize],
    everyday: &EverydayWords,
    subjects: &str,
    weights: &Segmentation,
    corrected: impl Iterator<Item = (f32, Segment)>,
) -> Vec<Segment> {
    // 是不是 asks, also where a text happens to have it.
    let filler_worth = |length: usize| {
        let own = length as f32 * weights.filler_character;
        weights.filler + own.max(known_worth(length))
    };
    let asking = places(chars, stop_words::CHINESE);
    let foreign = places(chars, subjects);
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
            add(length, known_worth(length), SegmentKind::Known);
        }
        // What lies in a longer word of asking (报名 in 去哪报名) is no word of its own.
        let asked = |length: usize| {
            asking.iter().any(|(from, size)| {
                *from <= start && start + length <= from + size && (*size >= 3 || *size == length)
            })
        };
        let begun = everyday.beginning(&chars[start..]);
        for (word, length) in begun.filter(|(_, length)| !asked(*length)) {
            let gaps = length - word.own();
            add(
                length,
                known_worth(word.own()) + weights.synonym + gaps as f32 * weights.gap_character,
                SegmentKind::Known,
            );
        }
        let own = foreign.iter().filter(|(from, length)| *from == start && *length > longest);
        for (_, length) in own {
            add(*length, known_worth(*length) + weights.synonym, SegmentKind::Known);
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
    for (worth, segment) in corrected {
        options[segment.start].push((worth, segment));
    }
    best_cut(options)
}

/// Where the words, parted by white space, stand: first character and length.
fn places(chars: &[char], words: &str) -> Vec<(usize, usize)> {
    let at = |start: usize| {
        let fits = move |word: &&str| {
            let mut rest = chars[start..].iter();
            word.chars().all(|c| rest.next() == Some(&c))
        };
        let found = words.split_whitespace().filter(fits);
        found.map(move |word| (start, word.chars().count()))
    };
    (0..chars.len()).flat_map(at).collect()
}

/// Whether the stretch begins or ends with a particle: 村里的, 的地方 are no words.
fn is_cut(stretch: &[char]) -> bool {
    let particle = |c: Option<&char>| c.is_some_and(|c| "的了着吗呢吧呀嘛".contains(*c));
    particle(stretch.first()) || particle(stretch.last())
}

/// What a segment that the texts or the thesaurus have is worth: its length to the power of 1.5, so
/// that longer ones win against their parts.
pub fn known_worth(length: usize) -> f32 {
    length as f32 * (length as f32).sqrt()
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
