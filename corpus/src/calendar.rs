//! Days of the Gregorian calendar, as seeds write them.

/// Whether the text is a day that exists, as `YYYY-MM-DD`.
pub fn is_day(text: &str) -> bool {
    let Some([year, month, day]) = numbers(text, [4, 2, 2], "--") else { return false };
    (1..=days_in(year, month)).contains(&day)
}

/// Whether the text is a minute of a day that exists, as `YYYY-MM-DD HH:MM`.
pub fn is_minute(text: &str) -> bool {
    let Some((day, time)) = text.split_once(' ') else { return false };
    let Some([hour, minute]) = numbers(time, [2, 2], ":") else { return false };
    is_day(day) && hour < 24 && minute < 60
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Numbers with exactly so many digits each, with these characters between them.
fn numbers<const N: usize>(text: &str, digits: [usize; N], between: &str) -> Option<[u16; N]> {
    let mut found = [0; N];
    let mut between = between.chars();
    let mut rest = text;
    for (place, count) in found.iter_mut().zip(digits) {
        let number = rest.get(..count)?;
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *place = number.parse().ok()?;
        rest = &rest[count..];
        if let Some(sign) = between.next() {
            rest = rest.strip_prefix(sign)?;
        }
    }
    rest.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_that_exist() {
        for fine in ["2026-02-10", "2024-02-29", "2000-02-29"] {
            assert!(is_day(fine), "{fine}");
        }
        for wrong in [
            "2026-13-01",
            "2026-02-29",
            "1900-02-29",
            "2026-00-10",
            "2026-04-31",
            "2026-2-1",
            "二〇二六",
        ] {
            assert!(!is_day(wrong), "{wrong}");
        }
        assert!(is_minute("2026-02-10 09:30"));
        assert!(!is_minute("2026-02-10 24:00") && !is_minute("2026-02-10T09:30"));
    }
}
