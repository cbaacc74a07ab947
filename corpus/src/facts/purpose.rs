//! What a figure is there for: a promise, a result, a condition, a limit, a penalty, what a change
//! starts from.

use std::ops::Range;

use super::context::Context;
use super::figure::Figure;
use super::tense::Tense;
use super::{Bound, FactKind};
use crate::quantities::units::{Measure, is_streak};
use crate::text::is_han;

/// What a breach costs.
const PENALTIES: [&str; 12] = [
    "罚款",
    "罚金",
    "徒刑",
    "拘留",
    "拘役",
    "滞纳金",
    "违约金",
    "没收",
    "管制",
    "处罚",
    "吊销",
    "记过",
];

/// Verbs between what a change starts from and where it goes.
const CHANGES: [&str; 62] = [
    "提高",
    "提升",
    "增加",
    "增长",
    "增至",
    "扩大",
    "扩展",
    "上升",
    "上调",
    "调整",
    "调为",
    "延长",
    "降低",
    "降至",
    "下降",
    "下调",
    "减少",
    "减至",
    "压减",
    "压缩",
    "缩短",
    "缩减",
    "回落",
    "升至",
    "提至",
    "精简",
    "缩小",
    "减到",
    "减为",
    "降到",
    "降为",
    "升到",
    "升为",
    "增到",
    "增为",
    "提到",
    "压降",
    "压至",
    "压到",
    "缩至",
    "扩至",
    "放宽",
    "调高",
    "调低",
    "上浮",
    "下浮",
    "提前到",
    "提前至",
    "合并为",
    "整合为",
    "归并为",
    "优化为",
    "改为",
    "变为",
    "恢复到",
    "恢复至",
    "回升",
    "回到",
    "涨到",
    "涨至",
    "跌到",
    "跌至",
];

impl Context<'_> {
    /// The kind of the figure.
    pub(super) fn kind(&self, figure: &Figure, clause: &Range<usize>) -> FactKind {
        if let Some(kind) = figure.kind {
            return kind;
        }
        let Some(unit) = &figure.unit else { return FactKind::Count };
        if self.is_baseline(figure) {
            return FactKind::Baseline;
        }
        if self.is_penalty(figure) {
            return FactKind::Penalty;
        }
        let bound = Self::bound(figure);
        match unit.measure {
            _ if self.is_condition(figure) || self.is_condition_in_list(figure) => {
                FactKind::Threshold
            }
            Measure::Count if self.counts_parts(figure) => FactKind::Count,
            Measure::Time if bound == Bound::Exact => FactKind::Date,
            _ if figure.limit => FactKind::Limit,
            Measure::Time if bound == Bound::AtMost => FactKind::Date,
            _ if is_streak(unit) => FactKind::Result,
            Measure::Group => FactKind::Count,
            _ => self.promised(figure, clause),
        }
    }

    /// A result, a promise or a plain count, by what is counted and by the tense.
    fn promised(&self, figure: &Figure, clause: &Range<usize>) -> FactKind {
        if self.is_lacking(figure, clause) {
            return FactKind::Count;
        }
        let measured = figure
            .unit
            .as_ref()
            .is_some_and(|unit| matches!(unit.measure, Measure::Amount | Measure::Share));
        match self.tense {
            Tense::Past if measured => FactKind::Result,
            Tense::Ahead if self.is_standard(figure, clause) => FactKind::Standard,
            Tense::Ahead if measured => FactKind::Target,
            // 泊位4个 promises four berths; 4个泊位 only counts them. A large round number does
            // not count things one by one.
            Tense::Ahead if Self::bound(figure) != Bound::Exact || self.aimed(figure) => {
                FactKind::Target
            }
            _ if self.before_noun(figure) && figure.value < 1e4
                || figure.range.start == clause.start =>
            {
                FactKind::Count
            }
            Tense::Past => FactKind::Result,
            Tense::Ahead => FactKind::Target,
        }
    }

    /// Whether the figure is how much there is too little of: 优质饲草缺口近5000万吨.
    fn is_lacking(&self, figure: &Figure, clause: &Range<usize>) -> bool {
        const LACKING: [&str; 5] = ["缺口", "短缺", "尚缺", "仍缺", "欠账"];
        // 弥补缺口5000万吨 is what is to be done.
        let mends = ["弥补", "填补", "补齐", "补上", "消除", "缩小"];
        let has = |words: &[&str]| {
            (clause.start..figure.range.start).any(|at| self.text.any_at(at, words).is_some())
        };
        has(&LACKING) && !has(&mends)
    }

    /// 共六个部分24条: how many parts a text has.
    fn counts_parts(&self, figure: &Figure) -> bool {
        let part = figure.unit.as_ref().is_some_and(|unit| {
            matches!(unit.form, "条" | "款" | "章" | "节" | "编" | "个部分" | "部分")
        });
        let mut start = figure.range.start;
        while let Some(before) = self.figures.iter().find(|other| {
            let gap = start.checked_sub(other.range.end);
            other.range.start < start && gap.is_some_and(|gap| gap <= 1)
        }) {
            start = before.range.start;
        }
        part && self.text.any_before(start, &["共", "共计", "共有", "分为"]).is_some()
    }

    /// Whether the figure is a fine or a term of imprisonment.
    fn is_penalty(&self, figure: &Figure) -> bool {
        let stretch = self.stretch(figure);
        stretch.clone().any(|at| self.text.any_at(at, &PENALTIES).is_some())
            && stretch.clone().any(|at| {
                at < figure.range.start
                    && self.text.any_at(at, &["处", "罚", "没收", "缴纳", "加收"]).is_some()
            })
    }

    /// The figure's clause, with what is joined to it by enumeration.
    fn stretch(&self, figure: &Figure) -> Range<usize> {
        self.text.clause(figure.range.start)
    }

    /// Whether the sentence says from what something changes, and this is it.
    pub(super) fn is_baseline(&self, figure: &Figure) -> bool {
        let clause = self.text.clause(figure.range.start);
        let from = (clause.start.max(figure.range.start.saturating_sub(10))..figure.range.start)
            .rev()
            .find(|at| self.text.any_at(*at, &["从", "由", "自"]).is_some());
        let Some(from) = from else { return self.is_basis(figure) || self.goes_to_next(figure) };
        let between = self.figures.iter().any(|other| {
            other.date.is_none()
                && from < other.range.start
                && other.range.end <= figure.range.start
                && !self.listed_with(other, figure)
        });
        let end = self.text.len().min(figure.range.end + 24);
        let changes = (figure.range.end..end)
            .take_while(|at| self.text.any_at(*at, &["。", "；", ";"]).is_none())
            .any(|at| self.text.any_at(at, &CHANGES).is_some());
        let goes_on = || self.goes_to_next(figure);
        !between && (changes || goes_on()) || self.is_basis(figure)
    }

    /// Whether a verb of change leads from this figure to the next one of its kind, in one clause:
    /// 15个事项压减至8个, 50mg/m³收严至30mg/m³.
    fn goes_to_next(&self, figure: &Figure) -> bool {
        let next = self.figures.iter().find(|other| other.range.start >= figure.range.end);
        let name = |figure: &Figure| figure.unit.as_ref().map(|unit| unit.name.clone());
        let Some(next) = next.filter(|next| name(next) == name(figure)) else { return false };
        let between = figure.range.end..next.range.start;
        let to = self.text.any_before(between.end, &["至", "到", "为"]).is_some();
        let (begins, ends) = (self.text.clause(figure.range.start), self.text.clause(between.end));
        let led = self.text.any_before(figure.range.start, &["由", "从"]).is_some();
        let verb = || between.clone().any(|at| self.text.any_at(at, &CHANGES).is_some());
        begins == ends && to && between.len() <= 12 && (verb() || led && between.len() <= 4)
    }

    fn listed_with(&self, first: &Figure, second: &Figure) -> bool {
        (first.range.end..second.range.start).all(|at| {
            self.text.get(at).is_some_and(|c| "、和及".contains(c))
                || self.figures.iter().any(|figure| figure.range.contains(&at))
        })
    }

    /// 在每人300元的基础上.
    pub(super) fn is_basis(&self, figure: &Figure) -> bool {
        let end = figure.range.end;
        ["的基础上", "基础上", "的水平上"].iter().any(|words| self.text.has(end, words))
    }

    /// Whether a noun follows that the figure belongs to: 3处中型灌区, 1000人以上行政村.
    pub(super) fn before_noun(&self, figure: &Figure) -> bool {
        self.text.get(figure.range.end).is_some_and(is_han)
    }
}
