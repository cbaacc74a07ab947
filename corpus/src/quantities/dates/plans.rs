//! The last year of a five-year plan: `到“十五五”末`, `十四五期末`.

use super::super::numerals::digit;
use crate::chars::Chars;

/// What says that a plan's last year is meant, behind its name.
const ENDS: [&str; 7] = ["规划期末", "规划末", "时期末", "末期", "期末", "期满", "末"];

/// The sixth plan ran to 1985, and each that followed takes five years.
const SIXTH_PLAN_ENDS: u32 = 1985;

/// The last year of the plan whose end is named here, and one past the words.
pub(super) fn end_of_plan(text: &Chars, at: usize) -> Option<(u32, usize)> {
    let quoted = text.has(at, "“");
    if !quoted && at > 0 && text.get(at - 1).is_some_and(|c| c == '“' || digit(c).is_some()) {
        return None;
    }
    let name = at + usize::from(quoted);
    let plan =
        digit(text.get(name + 1)?).filter(|_| text.has(name, "十") && text.has(name + 2, "五"));
    let plan = plan.filter(|plan| (1.0..=9.0).contains(plan))?;
    let closed = name + 3 + usize::from(quoted);
    if quoted && !text.has(name + 3, "”") {
        return None;
    }
    let (_, length) = text.any_at(closed, &ENDS)?;
    #[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "one digit")]
    let number = 10 + plan as u32;
    Some((SIXTH_PLAN_ENDS + 5 * (number - 6), closed + length))
}
