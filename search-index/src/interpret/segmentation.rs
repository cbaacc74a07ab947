//! Cuts Chinese that the texts don't have as a whole into segments that they have, see
//! [`crate::lexicon::segmentation`]: which stretches the index has, and which are typing errors.

use crate::index::engine::Engine;
use crate::index::phrases::Element;
use crate::index::postings::{IndexedText, at_distance};
use crate::interpret::readings;
use crate::lexicon::segmentation::{LONGEST, Mended, Segment, SegmentKind, cut, known_worth};
use crate::text::stop_words;

/// Cuts the characters.
pub fn segments(engine: &Engine, chars: &[char]) -> Vec<Segment> {
    let known = known_lengths(engine, chars);
    let weights = &engine.weights.segmentation;
    let corrected = errors(engine, chars, &known).into_iter().map(|(start, length, found)| {
        let alike = found.iter().any(|corrected| corrected.alike);
        let doubt = if !alike {
            weights.other_error_doubt
        } else if length > 3 {
            weights.long_homophone_doubt
        } else {
            weights.short_homophone_doubt
        };
        (known_worth(length) - doubt, Segment { start, length, kind: SegmentKind::Mended(found) })
    });
    cut(chars, &known, &engine.synonyms.everyday, stop_words::SUBJECTS, weights, corrected)
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
        length.max(engine.plain_language.longest(&chars[start..]))
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
                let corrected = mend(engine, &window, surrounded(known, wrong, start..end));
                if !corrected.is_empty() {
                    found.push((start, length, corrected));
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
        let everyday = engine
            .synonyms
            .everyday
            .sounding_alike(&engine.lookup, chars, wrong)
            .into_iter()
            .take(2);
        found.extend(everyday.map(|text| Mended { text, starts: Vec::new(), alike: true }));
    }
    // Any character may be meant inside a stretch; at its end only if it is all. One that says
    // something beside any word (不能开 for 不能跑) is no slip.
    let inside = wrong > 0 && wrong + 1 < chars.len();
    let slip = inside && !stop_words::is_common_character(chars[wrong]) || whole;
    if found.is_empty() && surrounded && chars.len() >= 4 && slip {
        found = with(Element::Anything, false);
    }
    found
}
