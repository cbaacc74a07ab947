//! The numerals of labels: Chinese and Arabic, below 10,000.

/// Whether the character is an Arabic digit of either width.
pub(super) fn is_arabic(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// How many leading characters are digits of one script, Chinese or Arabic.
pub(crate) fn numeral_length(chars: &[char]) -> usize {
    let arabic = chars.first().is_some_and(|c| is_arabic(*c));
    chars
        .iter()
        .take_while(|c| if arabic { is_arabic(**c) } else { chinese_digit(**c).is_some() })
        .count()
}

/// The value of a Chinese digit or of a power of ten (`十` = 10, `百` = 100, `千` = 1000).
fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '\u{2f00}' => 1,
        '二' | '\u{2f06}' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' | '\u{2f0b}' => 8,
        '九' => 9,
        '十' | '\u{2f17}' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// The value of a whole number below 10,000 in Chinese (`二十一`, `一百零三`, `一〇三`) or Arabic
/// digits (either width). `None` for anything else.
pub fn number(chars: &[char]) -> Option<u32> {
    if chars.is_empty() || chars.len() > 9 {
        return None;
    }
    if is_arabic(chars[0]) {
        return chars.iter().try_fold(0u32, |value, c| {
            let digit = c
                .to_digit(10)
                .or_else(|| ('０'..='９').contains(c).then(|| *c as u32 - '０' as u32))?;
            value.checked_mul(10)?.checked_add(digit)
        });
    }
    let digits: Vec<u32> = chars.iter().map(|c| chinese_digit(*c)).collect::<Option<_>>()?;
    if digits.len() > 1 && digits.iter().all(|digit| *digit < 10) {
        return digits.iter().try_fold(0u32, |value, d| value.checked_mul(10)?.checked_add(*d));
    }
    let (mut total, mut pending) = (0, None);
    for digit in digits {
        if digit < 10 {
            pending = Some(digit);
        } else {
            total += pending.take().unwrap_or(1) * digit;
        }
    }
    Some(total + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let value = |text: &str| number(&text.chars().collect::<Vec<_>>());
        assert_eq!(value("十"), Some(10));
        assert_eq!(value("二十一"), Some(21));
        assert_eq!(value("一百零三"), Some(103));
        assert_eq!(value("一千二百六十"), Some(1260));
        assert_eq!(value("一〇三"), Some(103));
        assert_eq!(value("３１"), Some(31));
        assert_eq!(value("万"), None);
    }
}
