//! What is a condition: of who or what is meant (1000人以上行政村), of when something happens
//! (水位达到38.5米以上时), and what is listed under 有下列情形之一的，…： or 符合以下条件：.

use super::Bound;
use super::context::Context;
use super::figure::Figure;
use super::lists::joined;
use super::tense::Tense;
use crate::chars::Chars;
use crate::model::Document;
use crate::quantities::units::Measure;

/// What is listed behind these words has to be the case.
const LISTS: [&str; 8] = [
    "下列情况",
    "下列情形",
    "下列条件",
    "下列之一",
    "以下情况",
    "以下情形",
    "以下条件",
    "以下之一",
];

/// Verbs whose object, where it is counted, is promised and no condition: 建成10个以上园区. Of what
/// is measured, 10亿元以上企业, they promise the thing and not its size.
const MAKES: [&str; 26] = [
    "建成", "新建", "建设", "培育", "打造", "引进", "培养", "选派", "选聘", "完成", "新增", "创建",
    "培训", "改造", "实施", "开展", "组织", "遴选", "认定", "配备", "配置", "设置", "设立", "布局",
    "扶持", "招聘",
];

/// Verbs whose object is promised, whatever it is.
const GIVES: [&str; 10] =
    ["给予", "享受", "提高到", "提高至", "达到", "延长到", "延长至", "安排", "奖励", "补助"];

/// For every sentence of a document whether it is an item of such a list: the sentences of the same
/// provision behind one that ends in a colon, up to the first that ends the list.
pub(super) fn listed(document: &Document) -> Vec<bool> {
    let mut open = None;
    document
        .sentences()
        .map(|(unit, sentence)| {
            let here = open.as_ref() == Some(&unit);
            let text = Chars::new(sentence.text.trim_end());
            let last = text.len().checked_sub(1).and_then(|at| text.get(at));
            let begins = matches!(last, Some('：' | ':'))
                && (0..text.len()).any(|at| text.any_at(at, &LISTS).is_some());
            if begins {
                open = Some(unit);
                return false;
            }
            if !here || last == Some('。') {
                open = None;
            }
            here
        })
        .collect()
}

impl Context<'_> {
    /// 1000人以上行政村, 年满60周岁, 未满3年的, 3000吨级.
    pub(super) fn is_condition(&self, figure: &Figure) -> bool {
        let Some(unit) = &figure.unit else { return false };
        let bounded = !matches!(Self::bound(figure), Bound::Exact | Bound::About);
        let of = self.text.get(figure.range.end) == Some('的') && bounded;
        let lacking = unit.measure == Measure::Time && Self::bound(figure) == Bound::LessThan;
        let promised = self.is_object(figure) || self.is_what_holds(figure);
        self.is_occasion(figure)
            || self.lasts(figure) && !promised
            || self.before_noun(figure)
                && !self.is_charged(figure)
                && !self.is_joined_by_and(figure)
                && bounded
                && !Self::limits_time(figure)
                && !promised
            || unit.form == "吨级"
            || unit.form.ends_with('岁') && !promised
            || of && !promised
            || self.is_full_term(figure) && !promised
            || self.is_case(figure) && !promised
            || lacking
    }

    /// 按照每小时不超过五元计收: a verb of charging follows, and no noun that is so large.
    fn is_charged(&self, figure: &Figure) -> bool {
        const CHARGES: [&str; 6] = ["计收", "收取", "计费", "计价", "收费", "征收"];
        let clause = self.text.clause(figure.range.start);
        let follows = (clause.start..figure.range.start).any(|at| self.text.has(at, "按"));
        figure.limit && follows && self.text.any_at(figure.range.end, &CHARGES).is_some()
    }

    /// 20元以上和30元以上: two amounts of which no noun follows the first.
    fn is_joined_by_and(&self, figure: &Figure) -> bool {
        let next = self.figures.iter().find(|other| other.range.start >= figure.range.end);
        self.text.any_at(figure.range.end, &["和", "及", "与"]).is_some()
            && next.is_some_and(|next| joined(self.text, figure, next))
    }

    /// 水位达到38.5米以上时启动: what happens then, and not what is to be reached.
    fn is_occasion(&self, figure: &Figure) -> bool {
        let end = figure.range.end;
        let ends = self.text.get(end + 1).is_none_or(|c| !c.is_alphanumeric());
        self.text.has(end, "时")
            && (ends || Self::bound(figure) != Bound::Exact)
            && !self.text.get(end + 1).is_some_and(|c| "间段速期代效刻候差限长".contains(c))
    }

    /// 户籍在本区满1年: a time that has to have passed.
    fn is_full_term(&self, figure: &Figure) -> bool {
        figure.unit.as_ref().is_some_and(|unit| unit.measure == Measure::Time)
            && Self::bound(figure) == Bound::AtLeast
            && self.tense == Tense::Ahead
            && self.text.any_before(figure.range.start, &["满"]).is_some()
    }

    /// 连续停放超过七十二小时的，…: a clause that ends in 的 is the case for which the rest holds.
    fn is_case(&self, figure: &Figure) -> bool {
        let clause = self.text.clause(figure.range.start);
        let more = self.text.get(clause.end).is_some_and(|c| matches!(c, '，' | ','));
        let bounded = !matches!(Self::bound(figure), Bound::Exact | Bound::About);
        let lasting = (clause.start..figure.range.start).any(|at| self.text.has(at, "连续"))
            && Self::bound(figure) == Bound::MoreThan;
        let goes_on = || {
            let next = self.text.clause((clause.end + 1).min(self.text.len()));
            self.text.ends(next.end, "的")
        };
        self.tense == Tense::Ahead
            && bounded
            && more
            && (self.text.ends(clause.end, "的") || lasting && goes_on())
    }

    /// 连续缴存6个月以上: how long something must have lasted.
    fn lasts(&self, figure: &Figure) -> bool {
        let clause = self.text.clause(figure.range.start);
        figure.unit.as_ref().is_some_and(|unit| unit.measure == Measure::Time)
            && Self::bound(figure) == Bound::AtLeast
            && (clause.start..figure.range.start).any(|at| self.text.has(at, "连续"))
    }

    /// 按每户不少于5平方米的标准, 为不少于2000户家庭改造: what is to be kept to and whom it serves,
    /// which say of nothing that it is meant.
    fn is_what_holds(&self, figure: &Figure) -> bool {
        const KEPT: [&str; 6] = ["的标准", "的比例", "的要求", "的规模", "的额度", "的速度"];
        const SERVED: [&str; 6] = ["为", "向", "惠及", "覆盖", "服务", "带动"];
        let bounds = ["不少于", "不低于", "不得少于", "不得低于", "至少"];
        let from = figure.range.start
            - self.text.any_before(figure.range.start, &bounds).map_or(0, |(_, length)| length);
        let served = from < figure.range.start
            && figure.unit.as_ref().is_some_and(|unit| unit.measure == Measure::Count)
            && self.text.any_before(from, &SERVED).is_some();
        let clause = self.text.clause(figure.range.start);
        let follows = (clause.start..figure.range.start).any(|at| self.text.has(at, "按"));
        let kept = self.text.any_at(figure.range.end, &KEPT).is_some_and(|(_, length)| {
            // 的规模养殖场 is a noun of its own.
            let next = self.text.get(figure.range.end + length);
            follows || next.is_none_or(|c| !c.is_alphanumeric() || "给补予奖执安发拨".contains(c))
        });
        kept || served
    }

    /// 10亿元、50亿元的企业, 50%以上100%以下的: what is listed or paired with a condition is one.
    pub(super) fn is_condition_in_list(&self, figure: &Figure) -> bool {
        let own = |other: &&Figure| other.range.start >= figure.range.end;
        let next = self.figures.iter().find(own);
        let pair = |next: &Figure| {
            let (lower, upper) = (Self::bound(figure), Self::bound(next));
            let adjacent = next.range.start == figure.range.end || joined(self.text, figure, next);
            adjacent && lower == Bound::AtLeast && matches!(upper, Bound::AtMost | Bound::LessThan)
        };
        let listed = |next: &Figure| {
            joined(self.text, figure, next)
                && figure.shared.is_some()
                && Self::bound(figure) == Self::bound(next)
        };
        next.is_some_and(|next| {
            next.unit.is_some()
                && (pair(next) || listed(next))
                && !self.is_object(figure)
                && (self.is_condition(next) || listed(next) && self.is_condition_in_list(next))
        })
    }

    /// Whether a verb of giving or making governs the figure: 建成10个以上园区, 至少配备1名教师,
    /// 提高到80岁.
    fn is_object(&self, figure: &Figure) -> bool {
        let bound = figure.shared.map_or(0, |_| {
            self.text
                .any_before(
                    figure.range.start,
                    &["不少于", "不低于", "不得少于", "不得低于", "至少", "达到"],
                )
                .map_or(0, |(_, length)| length)
        });
        let counted = figure.unit.as_ref().is_some_and(|unit| unit.measure == Measure::Count);
        let from = figure.range.start - bound;
        self.text.any_before(from, &GIVES).is_some()
            || (counted || bound > 0) && self.text.any_before(from, &MAKES).is_some()
    }

    /// 7个工作日内办结: a verb follows a limit of time, no noun that it belongs to.
    fn limits_time(figure: &Figure) -> bool {
        figure.unit.as_ref().is_some_and(|unit| unit.measure == Measure::Time)
            && Self::bound(figure) == Bound::AtMost
    }
}
