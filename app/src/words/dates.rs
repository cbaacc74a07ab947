//! Dates as people write them, from the ISO 8601 that data have.

use crate::route::UiLocale;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date or period as far as it is stated: `2026-06` is June 2026, `--12-10` is 10 December,
/// `2026-H1` the first half of 2026; two of them with a slash between are a period. Languages
/// whose months we don't know have the digits.
pub fn date(iso: &str, locale: UiLocale) -> String {
    let between = if locale == UiLocale::Zh { "至" } else { " – " };
    iso.split('/').map(|date| one(date, locale)).collect::<Vec<_>>().join(between)
}

fn one(iso: &str, locale: UiLocale) -> String {
    let (year, rest) = match iso.strip_prefix("--") {
        Some(rest) => ("", rest),
        None => iso.split_once('-').unwrap_or((iso, "")),
    };
    let written = match locale {
        UiLocale::Zh => chinese(year, rest),
        UiLocale::En => english(year, rest),
        #[cfg(any(feature = "ssr", feature = "full-search"))]
        UiLocale::Further(_) => in_digits(year, rest),
    };
    written.unwrap_or_else(|| iso.trim_start_matches('-').to_owned())
}

/// Halves and quarters by their months: 2026-H1 is a code that nobody reads.
#[cfg(any(feature = "ssr", feature = "full-search"))]
fn in_digits(year: &str, rest: &str) -> Option<String> {
    let (first, last) = match rest {
        "H1" => ("01", "06"),
        "H2" => ("07", "12"),
        "Q1" => ("01", "03"),
        "Q2" => ("04", "06"),
        "Q3" => ("07", "09"),
        "Q4" => ("10", "12"),
        _ => return None,
    };
    let year = if year.is_empty() { String::new() } else { [year, "-"].concat() };
    Some([&year, first, " – ", &year, last].concat())
}

/// Month and day of what stands behind a year; `None` for halves, quarters and nothing at all.
fn month_and_day(rest: &str) -> Option<(usize, Option<u8>)> {
    let (month, day) = match rest.split_once('-') {
        Some((month, day)) => (month, Some(day.parse().ok()?)),
        None => (rest, None),
    };
    Some((month.parse().ok()?, day))
}

fn chinese(year: &str, rest: &str) -> Option<String> {
    let year = if year.is_empty() { String::new() } else { format!("{year}年") };
    Some(match (rest, month_and_day(rest)) {
        ("", _) => year,
        ("H1", _) => format!("{year}上半年"),
        ("H2", _) => format!("{year}下半年"),
        (_, Some((month, None))) => format!("{year}{month}月"),
        (_, Some((month, Some(day)))) => format!("{year}{month}月{day}日"),
        (quarter, None) => format!("{year}第{}季度", ordinal(quarter, ["一", "二", "三", "四"])?),
    })
}

fn english(year: &str, rest: &str) -> Option<String> {
    let month = |month: usize| MONTHS.get(month.checked_sub(1)?);
    let in_year = if year.is_empty() { String::new() } else { format!(" {year}") };
    Some(match (rest, month_and_day(rest)) {
        ("", _) => year.to_owned(),
        ("H1", _) => format!("first half of{in_year}"),
        ("H2", _) => format!("second half of{in_year}"),
        (_, Some((number, None))) => format!("{}{in_year}", month(number)?),
        (_, Some((number, Some(day)))) => format!("{day} {}{in_year}", month(number)?),
        (quarter, None) => {
            let nth = ordinal(quarter, ["first", "second", "third", "fourth"])?;
            format!("{nth} quarter of{in_year}")
        }
    })
}

/// Which quarter `Q3` is, in these words.
fn ordinal(quarter: &str, words: [&'static str; 4]) -> Option<&'static str> {
    let number: usize = quarter.strip_prefix('Q')?.parse().ok()?;
    words.get(number.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        for (iso, zh, en) in [
            ("2026", "2026年", "2026"),
            ("2026-06", "2026年6月", "June 2026"),
            ("2026-06-30", "2026年6月30日", "30 June 2026"),
            ("--12-10", "12月10日", "10 December"),
            ("--03", "3月", "March"),
            ("2026-H1", "2026年上半年", "first half of 2026"),
            ("2027-Q3", "2027年第三季度", "third quarter of 2027"),
            ("--07-01/--07-03", "7月1日至7月3日", "1 July – 3 July"),
        ] {
            assert_eq!(date(iso, UiLocale::Zh), zh);
            assert_eq!(date(iso, UiLocale::En), en);
        }
        assert_eq!(date("2026-13", UiLocale::En), "2026-13", "no such month");
    }

    #[test]
    #[cfg(feature = "ssr")]
    fn halves_and_quarters_are_no_codes_in_other_languages() {
        assert_eq!(in_digits("2026", "H1").as_deref(), Some("2026-01 – 2026-06"));
        assert_eq!(in_digits("", "Q3").as_deref(), Some("07 – 09"));
        assert_eq!(in_digits("2026", "06-30"), None, "digits as they are");
    }
}
