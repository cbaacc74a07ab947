//! What is paid or charged for each: 每人每月100元, 年利率2.1%, 按租金的50%补贴. It states a rate that
//! holds, and no goal that is to be reached.

use std::ops::Range;

use super::Bound;
use super::context::Context;
use super::figure::Figure;
use crate::quantities::units::Measure;

/// What is paid, charged or borne, by the words for it.
const PAID: [&str; 26] = [
    "补助",
    "补贴",
    "津贴",
    "奖补",
    "奖励",
    "补偿",
    "给予",
    "发放",
    "补",
    "奖",
    "每人",
    "每户",
    "每车",
    "每台",
    "每张",
    "每亩",
    "每小时",
    "每月",
    "每餐",
    "每次",
    "收费",
    "租金",
    "押金",
    "起付",
    "定额为",
    "标准为",
];

/// Shares that hold by themselves.
const RATES: [&str; 12] = [
    "利率",
    "费率",
    "税率",
    "利息",
    "罚息",
    "支付比例",
    "报销比例",
    "补助比例",
    "补贴比例",
    "缴存比例",
    "承担",
    "负担",
];

/// Verbs right before a share of what is paid: 部分支付60%, 退还20%.
const SHARED: [&str; 9] = ["支付", "报销", "补助", "补贴", "补偿", "退还", "返还", "减免", "承担"];

/// Names of what is paid or charged for each, as heads of tables have them.
const NAMES: [&str; 17] = [
    "标准",
    "补助",
    "补贴",
    "津贴",
    "奖补",
    "奖励",
    "补偿",
    "定额",
    "起付",
    "单价",
    "价格",
    "收费",
    "租金",
    "押金",
    "缴费比例",
    "负担比例",
    "分担比例",
];

/// Whether something with this name is paid, charged or borne by rate.
pub(super) fn names_standard(name: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    // 高标准农田, 标准化养殖 are no standards of payment.
    let plain = ["高标准", "标准化", "标准地", "标准厂房"]
        .iter()
        .fold(name.to_owned(), |name, other| name.replace(other, ""));
    let counted = ["占比", "比重", "幅", "进度", "增速", "增长", "达标"];
    has(&RATES) && !has(&counted) || NAMES.iter().any(|word| plain.contains(word)) && !has(&counted)
}

/// Words of what is to be reached or made available as a whole.
const WHOLE: [&str; 18] = [
    "达到",
    "达",
    "提高到",
    "提高至",
    "突破",
    "增长",
    "实现",
    "增加",
    "累计",
    "安排",
    "投入",
    "总投资",
    "总额",
    "筹集",
    "争取",
    "降至",
    "完成",
    "收入",
];

impl Context<'_> {
    /// Whether the figure states what is paid or charged, or by which share.
    pub(super) fn is_standard(&self, figure: &Figure, clause: &Range<usize>) -> bool {
        let Some(unit) = &figure.unit else { return false };
        let before = clause.start..figure.range.start;
        let has = |range: Range<usize>, words: &[&str]| {
            range.clone().any(|at| {
                self.text.any_at(at, words).is_some_and(|(_, length)| at + length <= range.end)
            })
        };
        let whole = has(before.clone(), &WHOLE) || self.aimed(figure);
        if whole || Self::bound(figure) != Bound::Exact {
            return false;
        }
        if unit.measure == Measure::Share || unit.name.is_empty() || unit.form == "倍" {
            let by = has(before.clone(), &["按照", "按"])
                && has(figure.range.end..clause.end, &["补助", "补贴", "补偿", "奖励", "给予"]);
            // 资金支付75% tells how much is spent by now.
            let part = has(before.clone(), &["部分", "按", "由", "基金", "统筹"]);
            let paid = self.text.any_before(figure.range.start, &SHARED);
            let paid = paid.is_some_and(|(word, _)| word != "支付" || part);
            return by || paid || has(before, &RATES);
        }
        let money = unit.name == "元" || unit.name.starts_with("元/");
        money && (unit.name.contains('/') || has(before, &PAID))
    }
}
