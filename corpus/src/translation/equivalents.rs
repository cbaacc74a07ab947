//! What a figure may be called in English: 八成 is “80 percent”, 半年 “six months”, 五折 “half price”
//! or “50 percent off”, 一年半 “18 months”.

use crate::facts::Fact;

/// The values that English may state for this value of a fact: its own first.
pub fn of(value: f64, fact: &Fact) -> Vec<f64> {
    let mut values = vec![value];
    match fact.unit.as_str() {
        // A share of a whole: 三分之二 as two-thirds or 66.7 percent.
        "" => values.extend([value * 100.0, (value * 1000.0).round() / 10.0]),
        "成" => values.extend([value * 10.0, value / 10.0]),
        // What is to be paid, or what is let off.
        "折" => values.extend([value * 10.0, 100.0 - value * 10.0, value / 10.0]),
        "‰" => values.push(value / 10.0),
        "‱" => values.push(value / 100.0),
        "番" => values.push(2f64.powf(value)),
        "倍" => values.push(value * 100.0),
        "年" => values.push(value * 12.0),
        "个月" => values.push(value / 12.0),
        "周" | "个星期" => values.push(value * 7.0),
        "日" => values.extend([value / 7.0, value * 24.0]),
        "小时" | "个小时" => values.extend([value * 60.0, value / 24.0]),
        _ => {}
    }
    if value < 0.0 {
        values.push(-value);
    }
    values
}

/// Whether words without a number state the value: “doubles”, “a majority”, “a year”.
pub fn in_words(value: f64, fact: &Fact, english: &str) -> bool {
    let lower = english.to_ascii_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let is = |other: f64| (value - other).abs() < f64::EPSILON;
    match fact.unit.as_str() {
        "番" | "倍" if is(1.0) => any(&["doubl", "twofold", "two-fold", "twice"]),
        "番" if is(2.0) => any(&["quadrupl", "fourfold", "four-fold"]),
        "倍" if is(2.0) => any(&["tripl", "threefold", "three-fold", "doubl", "twice"]),
        "" if is(0.5) => any(&["majority", "half"]),
        "年" if is(1.0) => any(&["a year", "annual", "per year", "yearly"]),
        "个月" if is(12.0) => any(&["a year", "one year"]),
        _ => false,
    }
}
