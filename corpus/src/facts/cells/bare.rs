//! Numbers of a cell without their unit: `840`, `2.4万`, `3～5`, `≥60`, `60以上`, `65→60`, `8/360`.

use super::units::measures;
use crate::model::Span;

/// What stands between the numbers of a cell of which the second follows upon the first.
const ARROWS: [&str; 6] = ["-->", "—>", "->", "→", "⇒", "➔"];

/// What stands between the ends of a range.
const RANGE_MARKS: [char; 11] = ['～', '~', '-', '—', '–', '－', '〜', '∼', '﹣', '至', '到'];

/// Words of bounds before a bare number.
const BEFORE: [&str; 22] = [
    "≥",
    "≤",
    ">=",
    "<=",
    ">",
    "<",
    "＞",
    "＜",
    "≧",
    "≦",
    "不低于",
    "不少于",
    "不小于",
    "不高于",
    "不超过",
    "不大于",
    "大于",
    "小于",
    "低于",
    "高于",
    "超过",
    "约",
];

/// The same behind it.
const BEHIND: [&str; 10] = [
    "及以上",
    "及以下",
    "（含）以上",
    "（含）以下",
    "以上",
    "以下",
    "以内",
    "左右",
    "（含）",
    "(含)",
];

/// The numbers of a cell that holds nothing else.
#[derive(Debug, PartialEq, Eq)]
pub struct Bare<'a> {
    /// One number or range each.
    pub parts: Vec<Part<'a>>,
    /// Whether an arrow leads from one to the next.
    pub changes: bool,
}

/// A number or a range with its bounds.
#[derive(Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// All of it.
    text: &'a str,
    /// Where it stands in the cell, in bytes.
    start: usize,
    /// Where the number ends in it and its unit belongs, in bytes.
    end: usize,
}

/// The numbers of this cell, if it holds nothing else.
pub fn numbers(cell: &str) -> Option<Bare<'_>> {
    let arrow = ARROWS.iter().find(|arrow| cell.contains(**arrow));
    // 3/4/5 may be anything.
    let mark = arrow.copied().or(Some("/").filter(|_| cell.matches('/').count() == 1));
    let texts = match mark {
        Some(mark) => cell.split(mark).collect(),
        None => vec![cell],
    };
    let parts = texts.into_iter().map(|text| part(cell, text)).collect::<Option<Vec<_>>>()?;
    Some(Bare { parts, changes: arrow.is_some() })
}

fn part<'a>(cell: &str, text: &'a str) -> Option<Part<'a>> {
    let text = text.trim();
    // Both are stretches of one string.
    let start = text.as_ptr() as usize - cell.as_ptr() as usize;
    let number = BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let number = BEHIND.iter().find_map(|word| number.strip_suffix(word)).unwrap_or(number);
    let end = number.as_ptr() as usize - text.as_ptr() as usize + number.trim_end().len();
    let signed = number.trim().trim_start_matches(['-', '−', '－', '+']);
    let ends: Vec<&str> = signed.split(RANGE_MARKS).map(str::trim).collect();
    // 2026-2028 is a time.
    let years = ends.len() == 2 && ends.iter().all(|end| is_year(end));
    let plain = ends.len() <= 2 && !years && ends.iter().all(|end| is_number(end));
    plain.then_some(Part { text, start, end })
}

/// Whether this is one number in digits, perhaps with a magnitude.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_suffix(MAGNITUDES).unwrap_or(text);
    match text.split_once('.') {
        Some((whole, part)) => is_grouped(whole) && digits(part),
        None => is_grouped(text),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year))
}

/// Powers of ten behind digits.
const MAGNITUDES: [char; 4] = ['百', '千', '万', '亿'];

/// `840`, `12,345,678`.
fn is_grouped(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = text.split([',', '，']).collect();
    let grouped = |(at, part): (usize, &&str)| part.len() == 3 || at == 0 && part.len() < 3;
    groups.iter().all(|part| digits(part))
        && (groups.len() == 1 || groups.iter().enumerate().all(grouped))
}

impl Bare<'_> {
    /// Whether it has two numbers beside each other, of which none is the whole of the other.
    pub fn is_pair(&self) -> bool {
        self.parts.len() == 2 && !self.changes
    }

    /// The unit of each number, where this one is stated for the cell: `班/人` gives two numbers
    /// one each. `None` where it can't be theirs.
    pub fn with_units<'u>(&self, unit: &'u str) -> Option<Vec<&'u str>> {
        if self.parts.len() == 1 || self.changes {
            // 2.4万 under 万元 may be 24,000 or 240,000,000.
            let twice = unit.starts_with(MAGNITUDES)
                && self.parts.iter().any(|part| part.text[..part.end].ends_with(MAGNITUDES));
            return (!twice).then(|| vec![unit; self.parts.len()]);
        }
        let units: Vec<&str> = unit.split('/').collect();
        // 元/亩 is one unit, 班/人 are two.
        let rate = unit.contains('元') || units.first().is_some_and(|first| measures(first));
        (units.len() == self.parts.len() && !rate).then_some(units)
    }
}

impl Part<'_> {
    /// The number with its unit behind it and its bounds around both.
    pub fn spelled_with(&self, unit: &str) -> String {
        let (number, behind) = self.text.split_at(self.end);
        [number, unit, behind].concat()
    }

    /// A stretch of [`Self::spelled_with`] as one of the cell: the unit is not printed there.
    pub fn printed(&self, span: Span, unit: &str) -> Span {
        let place = |at: u32| {
            let at = at as usize;
            self.start + at.min(self.end.max(at.saturating_sub(unit.len())))
        };
        Span::new(place(span.start), place(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_bare_numbers_holds_nothing_else() {
        let bare = [
            "840",
            "3.5",
            "1,200",
            "12,345,678",
            "2.4万",
            "3～5",
            "30-50",
            "≥60",
            "60以上",
            "65→60",
            "8/360",
            "-3.5",
            "1,200.5",
        ];
        for cell in bare {
            assert!(numbers(cell).is_some(), "{cell}");
        }
        for cell in [
            "2026-2028",
            "2026至2028",
            "",
            "840 2",
            "3.",
            "1,20",
            "1,200,",
            "840亩",
            "—",
            "一",
            "3/4/5",
            "1-2-3",
        ] {
            assert_eq!(numbers(cell), None, "{cell}");
        }
    }

    #[test]
    fn units_stand_behind_the_number_and_are_not_printed() {
        let spelled = |cell: &str, unit: &str| {
            let bare = numbers(cell)?;
            let units = bare.with_units(unit)?;
            Some(bare.parts.iter().zip(units).map(|(part, unit)| part.spelled_with(unit)).collect())
        };
        let some = |texts: &[&str]| Some(texts.iter().map(|text| (*text).to_owned()).collect());
        assert_eq!(spelled("60以上", "%"), some(&["60%以上"]));
        assert_eq!(spelled("≥ 60", "%"), some(&["≥ 60%"]));
        assert_eq!(spelled("8/360", "班/人"), some(&["8班", "360人"]));
        assert_eq!(spelled("65→60", "%"), some(&["65%", "60%"]));
        assert_eq!(spelled("2.4万", "元/人"), some(&["2.4万元/人"]));
        assert_eq!(spelled("2.4万", "万元"), None::<Vec<String>>);
        assert_eq!(spelled("8/360", "人"), None);
        assert_eq!(spelled("800/1000", "元/亩"), None, "two rates");
        let bare = numbers("65→60以上").unwrap_or_else(|| panic!("two numbers"));
        let all = |index: usize, end| bare.parts[index].printed(Span::new(0, end), "%");
        assert_eq!((all(0, 3), all(1, 9)), (Span::new(0, 2), Span::new(5, 13)));
    }
}
