//! Figures in one measure, so that 七成 and 70%, 三年 and 36个月 can be told to be the same.

/// What units can be reckoned into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    /// Per cent, tenths, fractions, multiples.
    Share,
    /// Years, quarters and months, in months.
    Months,
    /// Weeks, days and hours, in days; working days too.
    Days,
    /// Areas in square metres.
    Area,
    /// Lengths in metres.
    Length,
    /// Masses in kilograms.
    Mass,
    /// Things counted one by one, by whatever measure word.
    Count,
    /// A number that says of itself not what it counts, in a name or without a unit.
    Unsaid,
    /// Any other unit, which equals only itself.
    Other,
}

/// Units that are sizes of another: its name, what it measures, and how much of that.
const UNITS: &[(&str, Dimension, f64)] = &[
    ("%", Dimension::Share, 0.01),
    ("‰", Dimension::Share, 0.001),
    ("‱", Dimension::Share, 0.0001),
    ("成", Dimension::Share, 0.1),
    ("折", Dimension::Share, 0.1),
    ("倍", Dimension::Share, 1.0),
    ("个百分点", Dimension::Share, 0.01),
    ("百分点", Dimension::Share, 0.01),
    ("年", Dimension::Months, 12.0),
    ("年度", Dimension::Months, 12.0),
    ("周年", Dimension::Months, 12.0),
    ("个季度", Dimension::Months, 3.0),
    ("季度", Dimension::Months, 3.0),
    ("个月", Dimension::Months, 1.0),
    ("月", Dimension::Months, 1.0),
    ("周", Dimension::Days, 7.0),
    ("个周", Dimension::Days, 7.0),
    ("星期", Dimension::Days, 7.0),
    ("个星期", Dimension::Days, 7.0),
    ("日", Dimension::Days, 1.0),
    ("自然日", Dimension::Days, 1.0),
    ("个自然日", Dimension::Days, 1.0),
    ("工作日", Dimension::Days, 1.0),
    ("个工作日", Dimension::Days, 1.0),
    ("小时", Dimension::Days, 1.0 / 24.0),
    ("个小时", Dimension::Days, 1.0 / 24.0),
    ("分钟", Dimension::Days, 1.0 / 1440.0),
    ("亩", Dimension::Area, 10_000.0 / 15.0),
    ("公顷", Dimension::Area, 10_000.0),
    ("平方公里", Dimension::Area, 1_000_000.0),
    ("平方米", Dimension::Area, 1.0),
    ("公里", Dimension::Length, 1000.0),
    ("里", Dimension::Length, 500.0),
    ("米", Dimension::Length, 1.0),
    ("厘米", Dimension::Length, 0.01),
    ("毫米", Dimension::Length, 0.001),
    ("吨", Dimension::Mass, 1000.0),
    ("公斤", Dimension::Mass, 1.0),
    ("斤", Dimension::Mass, 0.5),
    ("克", Dimension::Mass, 0.001),
];

/// Units of the tables that count no single things and equal only themselves.
const AMOUNTS: &[&str] = &["元", "美元", "欧元", "日元", "港元", "岁", "度", "摄氏度"];

/// A number as a size of its dimension.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    pub(super) value: f64,
    /// The number in the unit that is printed.
    printed: f64,
    pub(super) dimension: Dimension,
    /// The unit, without what it is counted per.
    pub(super) unit: String,
}

impl Measured {
    /// The number with its unit as a fact has it; `counted` tells that the unit counts things.
    pub(super) fn of(value: f64, unit: &str, counted: bool) -> Self {
        let own = unit.split(['/', '(']).next().unwrap_or(unit);
        let known = UNITS.iter().find(|(name, ..)| *name == own);
        let (dimension, factor) = match known {
            Some((_, dimension, factor)) => (*dimension, *factor),
            None if own.is_empty() => (Dimension::Unsaid, 1.0),
            None if counted && !AMOUNTS.contains(&own) => (Dimension::Count, 1.0),
            None => (Dimension::Other, 1.0),
        };
        Self { value: value * factor, printed: value, dimension, unit: own.to_owned() }
    }

    /// Whether both may be the same number, in whatever unit and writing.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        if [self, other].iter().any(|measured| measured.dimension == Dimension::Unsaid) {
            return close(self.printed, other.printed);
        }
        let alike = self.dimension == other.dimension
            && (self.dimension != Dimension::Other || self.unit == other.unit);
        alike && close(self.value, other.value)
    }
}

/// Whether two numbers differ by no more than reckoning them does.
pub(super) fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: f64, unit: &str) -> Measured {
        Measured::of(value, unit, true)
    }

    #[test]
    fn one_size_in_two_units_may_be_the_same() {
        for (a, b) in [
            (of(3.0, "成"), of(30.0, "%")),
            (of(2.0, "年"), of(24.0, "个月")),
            (of(15.0, "亩"), of(1.0, "公顷")),
            (of(4.0, "桌"), of(4.0, "张")),
            (of(6.0, ""), of(6.0, "岁")),
        ] {
            assert!(a.may_be(&b), "{a:?} {b:?}");
        }
        for (a, b) in [
            (of(3.0, "成"), of(3.0, "%")),
            (of(4.0, "元"), of(4.0, "岁")),
            (of(5.0, "元"), of(6.0, "元")),
        ] {
            assert!(!a.may_be(&b), "{a:?} {b:?}");
        }
    }
}
