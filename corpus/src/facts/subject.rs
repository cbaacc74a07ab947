//! What a figure is about: words of its own sentence, whole and balanced.

use std::ops::Range;

use super::context::Context;
use super::figure::Figure;
use super::{Bound, FactKind};
use crate::chars::ends_clause;
use crate::quantities::units::Measure;

/// Verbs of change and aims, which say nothing about what changes.
const LEADING: &[&str] = &[
    "力争", "力求", "争取", "努力", "要", "将", "开展", "建设", "推动", "推进", "实现", "完成",
    "启动", "加快", "继续", "持续", "深入", "实施", "完善", "支持", "强化", "等", "的", "建成",
    "一是", "二是", "三是", "四是", "五是", "六是",
];
/// The same at the end.
const TRAILING: &[&str] = &[
    "力争",
    "达到",
    "达",
    "实现",
    "完成",
    "突破",
    "不超过",
    "超过",
    "稳定在",
    "保持在",
    "控制在",
    "不得低于",
    "不得少于",
    "不低于",
    "不少于",
    "不高于",
    "不足",
    "低于",
    "高于",
    "大约",
    "约",
    "接近",
    "增长",
    "提高到",
    "提高至",
    "增加到",
    "扩大到",
    "压缩至",
    "压缩到",
    "分别",
    "双双",
    "均稳居",
    "稳居",
    "位居",
    "居",
    "列",
    "为",
    "等",
    "至",
    "到",
    "的",
    "均",
    "都",
    "了",
    "最高",
    "最低",
    "最多",
    "最少",
    "至少",
    "不得高于",
    "不得超过",
    "不得大于",
    "不得小于",
    "不大于",
    "不小于",
    "不得",
    "年满",
    "另有",
    "应当在",
    "应当",
    "对",
    "在",
    "补",
];

/// Marks that come in pairs.
const PAIRS: [(char, char); 7] =
    [('“', '”'), ('‘', '’'), ('《', '》'), ('〈', '〉'), ('(', ')'), ('（', '）'), ('「', '」')];

/// So many characters may stand between the word that leads to where a change starts and its figure.
const LONGEST_LEAD: usize = 10;

impl Context<'_> {
    /// What the figure is about: the words before it in its clause, or those after it where it
    /// stands before its noun, or those of a neighbouring clause; nothing where none says it.
    pub(super) fn about(&self, figure: &Figure, clause: &Range<usize>) -> Range<usize> {
        let whole = |range: Range<usize>| self.whole(range, &figure.range);
        let shared_out = self.shared_out(figure, clause).map(|item| whole(self.trim(item)));
        let told = |item: &Range<usize>| {
            item.len() >= 2 || self.text.get(item.start).is_some_and(|c| c.is_ascii_uppercase())
        };
        if let Some(item) = shared_out.filter(|item| !item.is_empty() && told(item)) {
            return item;
        }
        let before = whole(self.behind_last(clause, figure));
        let after = whole(self.after(figure, clause));
        let choices =
            if self.speaks_of_what_follows(figure) { [after, before] } else { [before, after] };
        // A single word such as 行动 says less than the words on the other side.
        let told = |range: &&Range<usize>| range.len() > 2;
        let choice = choices.iter().find(told).or(choices.iter().find(|range| range.len() == 2));
        if let Some(choice) = choice {
            return choice.clone();
        }
        if figure.date.is_some() || figure.kind == Some(FactKind::Ordinal) || is_time(figure) {
            let following = self.text.clause((clause.end + 1).min(self.text.len()));
            // What stands behind another date is said of that one.
            let dated = self
                .figures
                .iter()
                .any(|other| other.date.is_some() && following.contains(&other.range.start));
            let next = whole(self.trim(following));
            if next.len() >= 2 && !(dated && figure.date.is_some()) {
                return next;
            }
        }
        let noun = Self::own_noun(figure);
        let earlier =
            || self.earlier_subject(clause.start).map(whole).filter(|range| range.len() > 1);
        noun.or_else(earlier).unwrap_or(figure.range.start..figure.range.start)
    }

    /// The words before the figure in its clause. Behind another figure that is listed there a new
    /// thing is named (单位6218家、职工41.3万人), or the one before goes on.
    fn behind_last(&self, clause: &Range<usize>, figure: &Figure) -> Range<usize> {
        let listed = |other: &&Figure| {
            clause.start <= other.range.start
                && other.range.end <= figure.range.start
                && other.date.is_none()
                && other.unit.is_some()
                && self.text.any_at(other.range.end, &["、"]).is_some()
        };
        let changed = self.before_change(clause, figure);
        let all = self.trim(clause.start..changed);
        let Some(last) = self.figures.iter().rfind(listed) else { return all };
        let own = self.trim(last.range.end..figure.range.start);
        if own.len() >= 2 {
            return own;
        }
        let first = self.figures.iter().find(listed).map_or(all.end, |first| first.range.start);
        self.trim(clause.start..first)
    }

    /// Where the words for what changes end: 限额由150元提高至200元 says of both figures what they are.
    fn before_change(&self, clause: &Range<usize>, figure: &Figure) -> usize {
        let before = self.figures.iter().rfind(|other| other.range.end <= figure.range.start);
        let from = before.filter(|other| clause.contains(&other.range.start));
        let unit = |figure: &Figure| figure.unit.as_ref().map(|unit| unit.name.clone());
        if from.is_some_and(|other| self.is_basis(other)) {
            return figure.range.start;
        }
        let start = match from.filter(|other| self.is_baseline(other)) {
            Some(from) if unit(from) == unit(figure) => from.range.start,
            None if figure.unit.is_some() && self.is_baseline(figure) => figure.range.start,
            _ => return figure.range.start,
        };
        // 由2025年的, 从目前每人每月: what stands between is of the change.
        let led = clause.start.max(start.saturating_sub(LONGEST_LEAD))..start;
        let led = led.rev().find(|at| self.text.any_at(*at, &["由", "从"]).is_some());
        led.unwrap_or(start)
    }

    /// The words behind a figure in its clause. Behind an enumeration mark another thing begins.
    fn after(&self, figure: &Figure, clause: &Range<usize>) -> Range<usize> {
        let end = figure.range.end;
        let listed = figure.kind.is_none() && self.text.any_at(end, &["、"]).is_some();
        if listed { end..end } else { self.trim(end..clause.end.max(end)) }
    }

    /// The 主粮 of 三大主粮.
    fn own_noun(figure: &Figure) -> Option<Range<usize>> {
        let large = figure.unit.as_ref().is_some_and(|unit| unit.form == "大");
        let noun = figure.range.end.saturating_sub(2)..figure.range.end;
        (large && figure.range.len() > 3).then_some(noun)
    }

    /// The stretch with both halves of its quotation marks and brackets; empty where they would
    /// take in the figure itself or the other half is nowhere.
    fn whole(&self, range: Range<usize>, figure: &Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = range;
        let all = self.text.all();
        loop {
            let mut open = Vec::new();
            let lone = (start..end).find_map(|at| {
                let pair =
                    PAIRS.iter().find(|(left, right)| all[at] == *left || all[at] == *right)?;
                if all[at] == pair.0 {
                    open.push(pair);
                    return None;
                }
                if open.last() == Some(&pair) {
                    open.pop();
                    return None;
                }
                Some(pair)
            });
            if let Some((left, _)) = lone {
                let Some(before) = all[..start].iter().rposition(|c| c == left) else {
                    return 0..0;
                };
                start = before;
            } else if let Some((_, right)) = open.last() {
                let Some(after) = all[end..].iter().position(|c| c == right) else { return 0..0 };
                end += after + 1;
            } else {
                break;
            }
        }
        let clear = end <= figure.start || start >= figure.end;
        if clear { start..end } else { 0..0 }
    }

    fn speaks_of_what_follows(&self, figure: &Figure) -> bool {
        match (figure.kind, figure.unit.as_ref().map(|unit| unit.measure)) {
            (Some(FactKind::Date | FactKind::Ordinal | FactKind::Name), _)
            | (None, Some(Measure::Group)) => true,
            (None, Some(Measure::Count)) => {
                self.before_noun(figure) && Self::bound(figure) == Bound::Exact
            }
            _ => false,
        }
    }

    /// “粮食总产量达到840亿斤，居全国第五位”: the subject stands clauses before.
    fn earlier_subject(&self, mut start: usize) -> Option<Range<usize>> {
        while start > 1 {
            let clause = self.text.clause(start - 1);
            let figure = self
                .figures
                .iter()
                .find(|figure| clause.contains(&figure.range.start) && figure.date.is_none());
            let end = figure.map_or(clause.end, |figure| figure.range.start);
            let subject = self.trim(clause.start..end);
            if subject.len() >= 2 {
                return Some(subject);
            }
            start = clause.start;
        }
        None
    }

    /// The stretch without verbs of change, aims and dates at its ends, and without punctuation.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let mut range = range;
        loop {
            let before = range.clone();
            let edge = |c: Option<char>| {
                c.is_some_and(|c| ends_clause(c) || "、“”‘’（）() \u{3000}".contains(c))
            };
            if let Some(date) = self.figures.iter().find(|f| {
                f.range.start == range.start && f.range.end <= range.end && f.date.is_some()
            }) {
                range.start = date.range.end;
            }
            if edge(self.text.get(range.start)) && !range.is_empty() {
                range.start += 1;
            }
            if edge(range.end.checked_sub(1).and_then(|i| self.text.get(i))) && !range.is_empty() {
                range.end -= 1;
            }
            if let Some((_, length)) = self.text.any_at(range.start, LEADING)
                && range.len() > length + 1
            {
                range.start += length;
            }
            if let Some((_, length)) = self.text.any_before(range.end, TRAILING)
                && range.len() >= length
            {
                range.end -= length;
            }
            if range == before || range.is_empty() {
                return range;
            }
        }
    }
}

fn is_time(figure: &Figure) -> bool {
    figure.unit.as_ref().is_some_and(|unit| unit.measure == Measure::Time)
}
