//! The last year of a five-year plan: `到“十五五”末`, `十四五期末`.

use super::super::numerals::digit;
use crate::chars::Chars;

/// What says that a plan's last year is meant, behind its name.
const ENDS: [&str; 7] = ["规划期末", "规划末", "时期末", "末期", "期末", "期满", "末"];

/// The sixth plan ran to 1985, and each that followed takes five years.
const SIXTH_PLAN_ENDS: u32 = 1985;

/// What says that all its years are meant.
const PERIODS: [&str; 3] = ["规划期间", "时期", "期间"];

/// The last year of the plan whose end is named here, and one past the words.
pub(super) fn end_of_plan(text: &Chars, at: usize) -> Option<(u32, usize)> {
    plan(text, at, &ENDS)
}

/// The last year of the plan whose years are named here, and one past the words.
pub(super) fn period_of_plan(text: &Chars, at: usize) -> Option<(u32, usize)> {
    plan(text, at, &PERIODS).filter(|(_, end)| !text.has(*end, "末"))
}

/// The last year of the plan that is named here with one of these words behind it.
fn plan(text: &Chars, at: usize, words: &[&str]) -> Option<(u32, usize)> {
    let quoted = text.has(at, "“");
    if !quoted && at > 0 && text.get(at - 1).is_some_and(|c| c == '“' || digit(c).is_some()) {
        return None;
    }
    let name = at + usize::from(quoted);
    let last = last_year(text, name)?;
    let closed = name + 3 + usize::from(quoted);
    if quoted && !text.has(name + 3, "”") {
        return None;
    }
    let (_, length) = text.any_at(closed, words)?;
    Some((last, closed + length))
}

/// The last year of the plan whose bare name stands here: 十五五.
pub fn last_year(text: &Chars, name: usize) -> Option<u32> {
    let plan =
        digit(text.get(name + 1)?).filter(|_| text.has(name, "十") && text.has(name + 2, "五"));
    let plan = plan.filter(|plan| (1.0..=9.0).contains(plan))?;
    #[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "one digit")]
    let number = 10 + plan as u32;
    Some(SIXTH_PLAN_ENDS + 5 * (number - 6))
}

/// What a level does that is to be kept.
const KEEPS: [&str; 3] = ["保持", "控制在", "稳定在"];

/// What says that something is meant.
const MEANT: [&str; 5] = ["要", "将", "力争", "确保", "争取"];

/// “十五五”末，合格率保持100%: whether what is said of that year, in the clause behind it, is to be
/// reached. Without a word that says so it may have been reached (“十三五”末，覆盖率达到38%).
pub(super) fn sets_aim(text: &Chars, at: usize, end: usize) -> bool {
    let told = text.clause((end + 1).min(text.len()));
    let begins = text.clause(at).start == at && text.any_at(end, &["，", ","]).is_some();
    let any = |words: &[&str]| told.clone().any(|at| text.any_at(at, words).is_some());
    begins && (any(&KEEPS) || any(&MEANT)) && !any(&["已", "比", "了"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_kept_is_due_at_the_end() {
        let text = Chars::new("“十五五”末，合格率保持98%。");
        let (_, end) = end_of_plan(&text, 0).expect("the end of a plan");
        assert!(sets_aim(&text, 0, end), "{end} {:?} {:?}", text.clause(0), text.clause(end + 1));
        let text = Chars::new("“十三五”末，合格率比五年前提高3个百分点。");
        assert!(!sets_aim(&text, 0, 6));
    }
}
