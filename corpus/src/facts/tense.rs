//! Whether a passage tells what has been achieved or says what is to be done.
//!
//! A passage turns to the past with a word of past time (过去一年, 去年, 截至) and back with one of
//! obligation or future (要, 将, 力争, 到2028年); in between, sentences carry on as they began.

use crate::chars::Chars;
use crate::model::Document;

const PAST: [&str; 18] = [
    "过去",
    "去年",
    "上年",
    "近年来",
    "年来",
    "截至",
    "已经",
    "已有",
    "已完成",
    "已达",
    "目前",
    "同比",
    "以来",
    "成效",
    "收官",
    "取得了",
    "迈出",
    "展现",
];

const AHEAD: [&str; 13] = [
    "力争", "力求", "争取", "今后", "未来", "明年", "应当", "到20", "不得", "严禁", "鼓励", "支持",
    "将",
];

/// Words that only contain 要.
const NOT_MUST: &str = "重主需必首摘纪";

/// What a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// What has been achieved or has happened.
    Past,
    /// What is to be done.
    Ahead,
}

/// The tense of a sentence that follows one with this tense in the same paragraph.
///
/// A word of past time opens the past only at the head of a sentence (in its first clause):
/// further on it dates what is spoken of (`党的十八大以来`).
pub fn tense(text: &Chars, before: Tense) -> Tense {
    let first = text.clauses().into_iter().next().unwrap_or(0..0);
    let mut head = text.text(first);
    // 比上年增加 compares, 从目前的40%提高 begins: both may be a plan.
    for time in ["上年", "去年", "目前"] {
        for compared in ["比", "较", "从", "由", "高于", "低于", "多于", "少于", "超过"]
        {
            head = head.replace(&[compared, time].concat(), "");
        }
    }
    if PAST.iter().any(|word| head.contains(word)) {
        return Tense::Past;
    }
    if before == Tense::Past && looks_ahead(text) {
        return Tense::Ahead;
    }
    before
}

fn looks_ahead(text: &Chars) -> bool {
    let must = |at: usize| {
        text.has(at, "要")
            && !at.checked_sub(1).and_then(|i| text.get(i)).is_some_and(|c| NOT_MUST.contains(c))
    };
    (0..text.len()).any(|at| must(at) || text.any_at(at, &AHEAD).is_some())
}

/// The tense of every sentence of a document, by ordinal. Each paragraph begins afresh.
pub fn tenses(document: &Document) -> Vec<Tense> {
    let mut now = Tense::Ahead;
    let mut before = None;
    document
        .sentences()
        .map(|(unit, sentence)| {
            // A paragraph that was broken in the source begins afresh as well: that can only
            // make a past statement a present one, never the other way round.
            let place = Some((unit, sentence.line));
            if place != before {
                now = Tense::Ahead;
            }
            before = place;
            now = tense(&Chars::new(&sentence.text), now);
            now
        })
        .collect()
}
