//! Whether a passage tells what has been achieved or says what is to be done.
//!
//! A passage turns to the past with a word of past time (过去一年, 去年, 截至) and back with one of
//! obligation or future (要, 将, 力争, 到2028年); in between, sentences carry on as they began. Below
//! a heading such as 发展基础 or 面临挑战 a passage begins in the past.

use std::collections::HashSet;

use crate::address::Unit;
use crate::chars::Chars;
use crate::model::{Division, Document, Provision};

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

/// With what headings end below which is told how things are and have become.
const HEADINGS_OF_PAST: [&str; 25] = [
    "发展基础",
    "工作基础",
    "现实基础",
    "基本情况",
    "现状",
    "发展成效",
    "主要成效",
    "工作成效",
    "取得成效",
    "取得的成效",
    "成就",
    "回顾",
    "发展形势",
    "面临形势",
    "面临的形势",
    "形势分析",
    "存在问题",
    "存在的问题",
    "主要问题",
    "面临挑战",
    "面临的挑战",
    "挑战",
    "困难",
    "规划背景",
    "发展背景",
];

/// With what such words begin where they are what is to be done: 应对风险挑战.
const TO_BE_DONE: [&str; 14] = [
    "解决", "化解", "应对", "破解", "迎接", "战胜", "克服", "巩固", "夯实", "筑牢", "提升", "扩大",
    "展现", "创造",
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
        return if grants(text) { Tense::Ahead } else { Tense::Past };
    }
    if before == Tense::Past && looks_ahead(text) {
        return Tense::Ahead;
    }
    before
}

/// Whether a sentence says who gets something: 对产值同比增长10%以上的企业，按增量给予奖励. What it says of the past
/// is what they must have done.
fn grants(text: &Chars) -> bool {
    let gives = ["给予", "予以", "奖励", "补助", "补贴", "减免", "返还"];
    (text.has(0, "对") || text.has(0, "凡"))
        && (0..text.len()).any(|at| text.any_at(at, &gives).is_some())
}

fn looks_ahead(text: &Chars) -> bool {
    let must = |at: usize| {
        text.has(at, "要")
            && !at.checked_sub(1).and_then(|i| text.get(i)).is_some_and(|c| NOT_MUST.contains(c))
    };
    // 由1.7万元增长到2025年的2.4万元 is what has become of it.
    let grown = |at: usize| {
        let verb = ["增长", "增加", "提高", "提升", "上升", "扩大", "下降", "减少", "降低", "发展"];
        text.has(at, "到20") && text.any_before(at, &verb).is_some()
    };
    (0..text.len()).any(|at| must(at) || text.any_at(at, &AHEAD).is_some() && !grown(at))
}

/// The tense of every sentence of a document, by ordinal. Each paragraph begins afresh.
pub fn tenses(document: &Document) -> Vec<Tense> {
    let mut now = Tense::Ahead;
    let mut before = None;
    let of_past = passages_of_past(document);
    document
        .sentences()
        .map(|(unit, sentence)| {
            // A paragraph that was broken in the source begins afresh as well: that can only
            // make a past statement a present one, never the other way round.
            let past = of_past.contains(&unit);
            let place = Some((unit, sentence.line));
            if place != before {
                now = if past { Tense::Past } else { Tense::Ahead };
            }
            before = place;
            now = tense(&Chars::new(&sentence.text), now);
            now
        })
        .collect()
}

/// The provisions below headings which say that how things are is told there.
fn passages_of_past(document: &Document) -> HashSet<Unit> {
    let past: Vec<&Division> =
        document.divisions.iter().filter(|own| tells_of_past(&own.title.text)).collect();
    let below = |index: usize| past.iter().any(|own| own.provisions.contains(&(index as u32)));
    let titled = |provision: &Provision| {
        provision.title.as_ref().is_some_and(|title| tells_of_past(&title.text))
    };
    let units = document.provisions.iter().enumerate();
    units
        .filter(|(index, provision)| below(*index) || titled(provision))
        .map(|(_, provision)| Unit::Provision(provision.number.clone()))
        .collect()
}

/// Whether a heading says that how things are is told below it.
fn tells_of_past(heading: &str) -> bool {
    let heading = heading.trim_end_matches(['。', '：', '.', ':']);
    HEADINGS_OF_PAST.iter().any(|end| heading.ends_with(end))
        && !TO_BE_DONE.iter().any(|verb| heading.contains(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tell_of_how_things_are() {
        for heading in ["发展基础", "“十四五”工作回顾", "存在的问题", "规划背景。", "面临挑战"]
        {
            assert!(tells_of_past(heading), "{heading}");
        }
        for heading in ["夯实饲草基础", "应对风险挑战", "解决突出困难", "巩固发展成效", "主要目标"]
        {
            assert!(!tells_of_past(heading), "{heading}");
        }
    }
}
