//! Figures in units that readers elsewhere know: 亩 in hectares and football pitches, 斤 in
//! tonnes, 350亿元 as “35 billion yuan”.
//!
//! Available without the `analysis` feature, because pages show it, and therefore in integer
//! arithmetic: the browser need not carry the formatting of floating-point numbers for it.
//!
//! Factors: 1 亩 = 1/15 hectare and 1 斤 = 0.5 kg (State Council order on measures, 25 June 1959,
//! and GB 3100-93 for the metric units). A football pitch is 105 m × 68 m = 7,140 m², the size that
//! FIFA recommends for international matches (*Stadium Guidelines*, “Pitch dimensions”).

/// What a conversion does for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConversionKind {
    /// The same number in English words: `35 billion yuan`. Has no Chinese text.
    Words,
    /// The amount in a metric unit.
    Metric,
    /// The amount as something that everybody has seen.
    Picture,
}

/// A figure put in other terms, to stand beside the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// What it does.
    pub kind: ConversionKind,
    /// For Chinese readers; empty for [`ConversionKind::Words`].
    pub zh: String,
    /// For English readers.
    pub en: String,
}

/// Square metres of a football pitch.
const PITCH: u64 = 7140;

/// Conversions keep this many digits and say “about” where they drop any.
const DIGITS: u32 = 3;

/// Thousandths: what amounts are counted in here.
const MILLI: u64 = 1000;

/// English names of units, singular and plural.
const ENGLISH: [(&str, &str, &str); 22] = [
    ("亩", "mu", "mu"),
    ("公顷", "hectare", "hectares"),
    ("平方米", "square metre", "square metres"),
    ("平方公里", "square kilometre", "square kilometres"),
    ("立方米", "cubic metre", "cubic metres"),
    ("公里", "kilometre", "kilometres"),
    ("米", "metre", "metres"),
    ("吨", "tonne", "tonnes"),
    ("公斤", "kilogram", "kilograms"),
    ("斤", "jin", "jin"),
    ("元", "yuan", "yuan"),
    ("美元", "US dollar", "US dollars"),
    ("千瓦", "kilowatt", "kilowatts"),
    ("千瓦时", "kilowatt-hour", "kilowatt-hours"),
    ("标箱", "TEU", "TEU"),
    ("头", "head", "head"),
    ("只", "head", "head"),
    ("人", "person", "people"),
    ("人次", "visit", "visits"),
    ("户", "household", "households"),
    ("家", "establishment", "establishments"),
    ("%", "per cent", "per cent"),
];

/// The amount in other terms; empty where there is nothing to add. `value` is in whole units,
/// `unit` as in [`super::Fact`].
pub fn convert(value: f64, unit: &str) -> Vec<Conversion> {
    if !(value > 0.0 && value < 1e15) {
        return Vec::new();
    }
    #[expect(clippy::cast_sign_loss, reason = "positive by the line above")]
    let milli = (value * MILLI as f64 + 0.5) as u64;
    let mut conversions = Vec::new();
    if milli >= 10_000 * MILLI
        && let Some((_, _, plural)) = ENGLISH.iter().find(|(zh, ..)| *zh == unit)
    {
        let en = [&english(milli), " ", plural].concat();
        conversions.push(Conversion { kind: ConversionKind::Words, zh: String::new(), en });
    }
    match unit {
        "亩" => {
            conversions.push(metric(milli, 15, "公顷", ["hectare", "hectares"]));
            conversions.extend(pitches(u128::from(milli) * 2000 / 3));
        }
        "公顷" => conversions.extend(pitches(u128::from(milli) * 10_000)),
        "平方公里" => conversions.extend(pitches(u128::from(milli) * 1_000_000)),
        "平方米" => {
            if milli >= 10_000 * MILLI {
                conversions.push(metric(milli, 10_000, "公顷", ["hectare", "hectares"]));
            }
            conversions.extend(pitches(u128::from(milli)));
        }
        "斤" if milli >= 2000 * MILLI => {
            conversions.push(metric(milli, 2000, "吨", ["tonne", "tonnes"]));
        }
        "斤" => conversions.push(metric(milli, 2, "公斤", ["kilogram", "kilograms"])),
        _ => {}
    }
    conversions
}

fn metric(milli: u64, divisor: u64, zh: &str, [one, many]: [&str; 2]) -> Conversion {
    let exact = milli.is_multiple_of(divisor);
    let (rounded, same) = round((milli + divisor / 2) / divisor);
    let en = if rounded == MILLI { one } else { many };
    terms(ConversionKind::Metric, rounded, exact && same, zh, en)
}

fn pitches(square_milli: u128) -> Option<Conversion> {
    let whole = (square_milli / (u128::from(PITCH) * u128::from(MILLI))) as u64;
    if whole < 2 {
        return None;
    }
    let (rounded, _) = round(whole * MILLI);
    Some(terms(ConversionKind::Picture, rounded, false, "个足球场", "football pitches"))
}

fn terms(kind: ConversionKind, milli: u64, exact: bool, zh: &str, en: &str) -> Conversion {
    let (about_zh, about_en) = if exact { ("", "") } else { ("约", "about ") };
    Conversion {
        kind,
        zh: [about_zh, &chinese(milli), zh].concat(),
        en: [about_en, &english(milli), " ", en].concat(),
    }
}

/// Rounds to the digits that we show; says whether nothing was lost.
fn round(milli: u64) -> (u64, bool) {
    let mut step = 1;
    while milli / step >= 10_u64.pow(DIGITS) {
        step *= 10;
    }
    let rounded = (milli + step / 2) / step * step;
    (rounded, rounded == milli)
}

/// `35 billion`, `1.45 million`, `667,000`, `12.5`.
fn english(milli: u64) -> String {
    for (factor, word) in
        [(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")]
    {
        if milli >= factor * MILLI {
            return [&decimal(milli / factor), word].concat();
        }
    }
    let (whole, rest) = (milli / MILLI, milli % MILLI);
    if whole < 1000 {
        return decimal(milli);
    }
    let below = (whole % 1000).to_string();
    let zeros = &"000"[below.len()..];
    let tail = if rest == 0 { String::new() } else { decimal(rest)[1..].to_owned() };
    [&(whole / 1000).to_string(), ",", zeros, &below, &tail].concat()
}

/// `66.7万`, `350亿`, `500`.
fn chinese(milli: u64) -> String {
    for (factor, word) in [(100_000_000, "亿"), (10_000, "万")] {
        if milli >= factor * MILLI {
            return [&decimal(milli / factor), word].concat();
        }
    }
    decimal(milli)
}

/// Thousandths as a decimal number without trailing zeros.
fn decimal(milli: u64) -> String {
    let mut text = (milli / MILLI).to_string();
    let rest = milli % MILLI;
    if rest > 0 {
        let digits = (MILLI + rest).to_string();
        text.push('.');
        text.push_str(digits[1..].trim_end_matches('0'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, unit: &str, expected: &[(&str, &str)]) {
        let found = convert(value, unit);
        let found: Vec<(&str, &str)> =
            found.iter().map(|c| (c.zh.as_str(), c.en.as_str())).collect();
        assert_eq!(found, expected, "{value} {unit}");
    }

    #[test]
    fn areas() {
        check(
            1e7,
            "亩",
            &[
                ("", "10 million mu"),
                ("约66.7万公顷", "about 667,000 hectares"),
                ("约93.4万个足球场", "about 934,000 football pitches"),
            ],
        );
        check(15.0, "亩", &[("1公顷", "1 hectare")]);
        check(
            5e6,
            "平方米",
            &[
                ("", "5 million square metres"),
                ("500公顷", "500 hectares"),
                ("约700个足球场", "about 700 football pitches"),
            ],
        );
    }

    #[test]
    fn masses_and_money() {
        check(8.4e10, "斤", &[("", "84 billion jin"), ("4200万吨", "42 million tonnes")]);
        check(3.0, "斤", &[("1.5公斤", "1.5 kilograms")]);
        check(3.5e10, "元", &[("", "35 billion yuan")]);
        check(1.45e6, "吨", &[("", "1.45 million tonnes")]);
        check(200.0, "元", &[]);
        check(0.0, "亩", &[]);
        check(f64::NAN, "亩", &[]);
    }
}
