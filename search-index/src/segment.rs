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
    /// Where they stand; nowhere for an everyday word that only the thesaurus has.
    pub starts: Vec<u32>,
    /// Whether the wrong character sounds like the right one.
    pub alike: bool,
}

/// Words that ask, and words that every text has. They say nothing about what is looked for.
const FILLERS: &str = "吗 呢 吧 啊 呀 嘛 么 呗 哇 的 了 着 是 有 在 和 与 及 或 被 把 给 让 对 就 都 也 还 又 再 很 \
    才 只 最 更 挺 那么 这么 弄 搞 办 去 来 拿 说 看 找 到 从 往 跟 做 得 过 点 些 我 你 他 她 咱 俺 我们 你们 他们 咱们 俺们 我家 俺家 我们家 我们村 我们这 \
    我们这儿 我们这里 我们这边 我们这地方 这地方 这边 那边 自己 别人 人家 老百姓 怎么 怎样 怎么办 怎么样 怎么弄 怎么搞 \
    怎么回事 怎么说 怎么算 怎么领 怎么办理 怎么处理 怎么申请 咋 咋办 咋整 咋弄 咋样 咋搞 咋回事 咋说 咋算 咋领 咋处理 \
    如何 是否 什么 啥 有啥 有什么 干啥 干什么 为什么 为啥 什么时候 啥时候 哪 哪里 哪儿 哪些 哪个 去哪 去哪里 去哪儿 \
    到哪 到哪里 上哪 上哪儿 在哪 在哪里 在哪儿 哪里有 哪有 谁 谁来 找谁 问谁 几 几个 多少 有多少 多少钱 给多少 多久 何时 多大 \
    多长 多长时间 能否 可否 能不能 可不可以 可以 能 要 会 会不会 想 想要 请问 请教 应该 应当 需要 有没有 是不是 \
    要不要 给不给 管不管 行不行 好不好 让不让 一下 一个月 每个月 一年 每年 这 那 这个 那个 这些 那些 现在 目前 最近 以前 以后 今后 当年 当时 后来 从前 今年 明年 \
    将来 时候 到底 究竟 真的 的话 如果 要是 但是 因为 所以 不 没 没有 还能 还给 还会 还要 还有 国家管 政府管 \
    国家有 政府有 有人管 谁管 国家能 政府能 国家给 政府给 国家补 政府补 国家支持 政府支持 \
    啦 哩 咧 哈 哦 嘞 多会 多会儿 几时 啥样 什么样 往后 一块 一块儿 咋知道 怎么知道 怎么才能 咋才能 有没 该 叫 这儿 那儿 \
    村里 村上 屯里 东西 事情 办法 越来越 特别 非常 一直 老是 总是 快要 已经 告诉";

/// Worth of a known segment: more than linear in its length.
fn worth(length: usize) -> f32 {
    (length as f32).powf(1.5)
}

/// Worth of a filler: a little more than of a known segment of one or two characters.
fn idle(length: usize) -> f32 {
    0.1 + length as f32 * 1.45
}

/// Worth of a character in the gap of an everyday word: less than a filler's.
const IN_GAP: f32 = 1.3;

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
            let gaps = length - word.own();
            add(length, worth(word.own()) + 0.3 + gaps as f32 * IN_GAP, SegmentKind::Known);
        }
        for filler in FILLERS.split_whitespace() {
            let mut length = 0;
            let fits = filler.chars().all(|c| {
                length += 1;
                chars.get(start + length - 1) == Some(&c)
            });
            if fits {
                add(length, idle(length), SegmentKind::Filler);
            }
        }
        // 涨不涨 asks what 涨吗 asks, 合不合格 what 合格吗 asks.
        if matches!(chars.get(start + 1), Some('不' | '没'))
            && chars.get(start + 2) == Some(&chars[start])
        {
            add(2, idle(2), SegmentKind::Filler);
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
        let readings = pinyin::readings(engine, &pattern, 2).into_iter();
        // What punctuation cuts in two was hardly meant.
        let joined = readings.filter(|reading| reading.joined);
        joined.map(|r| Mended { text: r.text, starts: r.starts, alike }).collect()
    };
    let alike = if surrounded { engine.lookup.homophones(chars[wrong]) } else { Vec::new() };
    let mut found = if alike.is_empty() { Vec::new() } else { with(Element::Of(alike), true) };
    // A character that the texts have may well be right beside words that they don't have.
    if found.is_empty() && (whole || !engine.lookup.occurs(chars[wrong])) {
        let everyday = engine.everyday_alike(chars, wrong).into_iter().take(2);
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
