//! Cuts Chinese that the texts don't have as a whole into segments that they have: the cut with
//! the highest worth, by dynamic programming. Longer segments are worth more than their parts.

use crate::engine::Engine;
use crate::pattern::Element;
use crate::pinyin;
use crate::store::{Side, at_distance};

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
    /// Where they stand.
    pub starts: Vec<u32>,
    /// Whether the wrong character sounds like the right one.
    pub alike: bool,
}

/// Words that ask, and words that every text has. They say nothing about what is looked for.
const FILLERS: &str = "吗 呢 吧 啊 呀 嘛 么 的 了 着 是 有 在 和 与 及 或 被 把 给 让 对 就 都 也 还 又 再 很 \
    我 你 他 她 我们 你们 他们 咱 咱们 俺 怎么 怎样 怎么办 怎么样 咋 咋办 咋整 咋弄 咋样 如何 是否 \
    什么 啥 哪 哪里 哪儿 哪些 哪个 谁 几 多少 为什么 为啥 能否 可否 能不能 可不可以 可以 能 要 会 想 \
    请问 应该 应当 需要 有没有 是不是 要不要 给不给 管不管 一下 这 那 这个 那个 这些 那些 以后 时候 \
    的话 如果 但是 因为 所以 怎么弄 多久 何时 多大 多长 不 没 没有 吗";

/// Worth of a known segment: more than linear in its length.
fn worth(length: usize) -> f32 {
    (length as f32).powf(1.5)
}

/// Longest stretch that is looked up as one.
const LONGEST: usize = 24;

/// Cuts the characters.
pub fn segments(engine: &Engine, chars: &[char]) -> Vec<Segment> {
    let known = known_lengths(engine, chars);
    // For each start: all segments that may begin there, with their worth.
    let mut options: Vec<Vec<(f32, Segment)>> = vec![Vec::new(); chars.len()];
    for (start, longest) in known.iter().copied().enumerate() {
        let mut add = |length: usize, worth: f32, kind: SegmentKind| {
            options[start].push((worth, Segment { start, length, kind }));
        };
        add(1, if longest > 0 { 0.8 } else { 0.2 }, SegmentKind::Known);
        for length in 2..=longest {
            add(length, worth(length), SegmentKind::Known);
        }
        for (word, length) in engine.everyday(&chars[start..]) {
            // What stands in a gap is worth nothing.
            add(length, worth(word.own()) + 0.3, SegmentKind::Known);
        }
        for filler in FILLERS.split_whitespace() {
            let mut length = 0;
            let fits = filler.chars().all(|c| {
                length += 1;
                chars.get(start + length - 1) == Some(&c)
            });
            if fits {
                add(length, 0.1 + length as f32 * 1.45, SegmentKind::Filler);
            }
        }
    }
    for (start, length, found) in errors(engine, chars, &known) {
        let alike = found.iter().any(|mended| mended.alike);
        let doubt = if !alike {
            3.4
        } else if length > 3 {
            1.6
        } else {
            0.9
        };
        let worth = worth(length) - doubt;
        options[start].push((worth, Segment { start, length, kind: SegmentKind::Mended(found) }));
    }
    best_cut(options)
}

/// For each start, the length of the longest stretch from there that the texts have.
fn known_lengths(engine: &Engine, chars: &[char]) -> Vec<usize> {
    let place = |c: char| engine.store.places(Side::Source, c.encode_utf8(&mut [0; 4]));
    let longest = |start: usize| {
        let mut places = place(chars[start]).to_vec();
        let (mut length, mut distance) = (0, 0);
        while !places.is_empty() {
            length += 1;
            distance += 1;
            match chars.get(start + length) {
                Some(c) if length < LONGEST => {
                    places = at_distance(&places, &place(*c), distance);
                }
                _ => break,
            }
        }
        length
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
                // The characters around the wrong one must be known stretches themselves.
                let before = start == wrong || start + known[start] >= wrong;
                let after = wrong + 1 == end || wrong + 1 + known[wrong + 1] >= end;
                // Two characters are little to go by in a long question.
                let enough = length > 2 || chars.len() <= 4;
                if before && after && enough {
                    // Any character may be meant inside a stretch; at its end only if it is all.
                    let inside = start < wrong && wrong + 1 < end;
                    let anything = length >= 4 && (inside || length == chars.len());
                    let mended = mend(engine, &chars[start..end], wrong - start, anything);
                    if !mended.is_empty() {
                        found.push((start, length, mended));
                    }
                }
            }
        }
    }
    found
}

/// Characters that sound alike, or `anything`, in the place of one that does not fit.
fn mend(engine: &Engine, window: &[char], wrong: usize, anything: bool) -> Vec<Mended> {
    let with = |element: Element, alike: bool| -> Vec<Mended> {
        let mut pattern: Vec<Element> = window.iter().copied().map(Element::from).collect();
        pattern[wrong] = element;
        let readings = pinyin::readings(engine, &pattern, 2).into_iter();
        // What punctuation cuts in two was hardly meant.
        let whole = readings.filter(|reading| reading.joined);
        whole.map(|r| Mended { text: r.text, starts: r.starts, alike }).collect()
    };
    let alike = engine.lookup.homophones(window[wrong]);
    let found = if alike.is_empty() { Vec::new() } else { with(Element::Of(alike), true) };
    if found.is_empty() && anything { with(Element::Anything, false) } else { found }
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
