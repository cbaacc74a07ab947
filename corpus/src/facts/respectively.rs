//! Figures that are shared out with 分别: 顺产、剖宫产分别按1500元、2800元支付 is 1500 for the first and
//! 2800 for the second.

use std::ops::Range;

use super::context::Context;
use super::figure::Figure;
use crate::text::ends_word;

impl Context<'_> {
    /// The one of the things listed before 分别 that the figure is said of, where as many are listed
    /// there as figures are behind it; `None` where it isn't certain.
    pub(super) fn shared_out(
        &self,
        figure: &Figure,
        clause: &Range<usize>,
    ) -> Option<Range<usize>> {
        let own = self.figures.iter().position(|other| other.range == figure.range)?;
        let listed = self.list_of(own);
        let first = self.figures.get(listed.start)?;
        let respectively =
            (clause.start..first.range.start).rev().find(|at| self.text.has(*at, "分别"))?;
        let between =
            |other: &Figure| (respectively..first.range.start).contains(&other.range.start);
        if self.figures.iter().any(between) {
            return None;
        }
        // A、B、C类最高分别为: the bound belongs to the figures.
        let bound = self.text.any_before(respectively, &["最高", "最低", "最多", "至少", "均"]);
        let end = respectively - bound.map_or(0, |(_, length)| length);
        let items = self.items(clause.start..end);
        let letter = |item: &Range<usize>| {
            item.len() == 1 && self.text.get(item.start).is_some_and(|c| c.is_ascii_uppercase())
        };
        let told = items.iter().all(|item| item.len() >= 2 || letter(item));
        (items.len() > 1 && items.len() == listed.len() && told)
            .then(|| items[own - listed.start].clone())
    }

    /// What is listed in this stretch, parted by enumeration marks outside brackets and quotation
    /// marks, and by the last 和 there.
    fn items(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let (mut items, mut start, mut depth) = (Vec::new(), range.start, 0_i32);
        let mut joint = None;
        for at in range.clone() {
            match self.text.get(at) {
                Some('（' | '(' | '“' | '《' | '「') => depth += 1,
                Some('）' | ')' | '”' | '》' | '」') => depth -= 1,
                Some('、') if depth == 0 => {
                    items.push(start..at);
                    (start, joint) = (at + 1, None);
                }
                _ if depth == 0 && joint.is_none() && at >= start + 2 => joint = self.joint(at),
                _ => {}
            }
        }
        match joint {
            // 和 may stand in a name where marks part the rest.
            Some(joint) => items.extend([start..joint.start, joint.end..range.end]),
            None => items.push(start..range.end),
        }
        items
    }

    /// The word that joins two things here: 和, 以及; not the 与 of 参与.
    fn joint(&self, at: usize) -> Option<Range<usize>> {
        let (word, length) = self.text.any_at(at, &["以及", "和", "及", "与"])?;
        let last = word.chars().next()?;
        let before = at.checked_sub(1).and_then(|at| self.text.get(at))?;
        (!ends_word(before, last)).then(|| at..at + length)
    }
}
