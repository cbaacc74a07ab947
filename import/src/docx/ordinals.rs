//! Numbers as Word's automatic numbering prints them.

/// The number in this format (`ST_NumberFormat` of ECMA-376); `None` for bullets and formats that
/// print nothing.
pub fn print(format: &str, number: u32) -> Option<String> {
    Some(match format {
        "none" | "bullet" => return None,
        "decimalZero" => format!("{number:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, '①', 20),
        "decimalEnclosedParen" => enclosed(number, '⑴', 20),
        "decimalEnclosedFullstop" => enclosed(number, '⒈', 20),
        "ideographEnclosedCircle" => enclosed(number, '㊀', 10),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting"
        | "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital" => chinese(
            number,
            &['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
            &['十', '百', '千'],
        ),
        "chineseLegalSimplified" => chinese(
            number,
            &['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
            &['拾', '佰', '仟'],
        ),
        "ideographTraditional" => cycle(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => cycle(number, "子丑寅卯辰巳午未申酉戌亥"),
        "lowerLetter" => letters(number, b'a'),
        "upperLetter" => letters(number, b'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    })
}

/// `十`, `十三`, `二十`, `一百零三`; from 10000 on in Arabic digits, which no list reaches.
fn chinese(number: u32, digits: &[char; 10], units: &[char; 3]) -> String {
    if number == 0 || number >= 10_000 {
        return number.to_string();
    }
    let mut out = String::new();
    let mut gap = false;
    for place in (0..4u32).rev() {
        let digit = (number / 10u32.pow(place) % 10) as usize;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(digits[0]);
            gap = false;
        }
        // 十三 and not 一十三 at the beginning.
        if !(place == 1 && digit == 1 && out.is_empty()) {
            out.push(digits[digit]);
        }
        if place > 0 {
            out.push(units[place as usize - 1]);
        }
    }
    out
}

fn full_width(number: u32) -> String {
    number
        .to_string()
        .chars()
        .map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c))
        .collect()
}

fn enclosed(number: u32, first: char, last: u32) -> String {
    if (1..=last).contains(&number) {
        char::from_u32(first as u32 + number - 1).map_or_else(String::new, String::from)
    } else {
        number.to_string()
    }
}

fn cycle(number: u32, names: &str) -> String {
    let count = names.chars().count() as u32;
    let index = number.saturating_sub(1) % count;
    names.chars().nth(index as usize).map_or_else(String::new, String::from)
}

/// `a` … `z`, `aa`, `bb`, as Word counts on.
fn letters(number: u32, first: u8) -> String {
    let index = number.saturating_sub(1);
    let letter = char::from(first + (index % 26) as u8);
    String::from(letter).repeat((index / 26 + 1).min(30) as usize)
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(4000);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_does() {
        let check = |format: &str, number: u32, expected: &str| {
            assert_eq!(print(format, number).as_deref(), Some(expected), "{format} {number}");
        };
        for (number, expected) in [
            (1, "一"),
            (10, "十"),
            (13, "十三"),
            (20, "二十"),
            (31, "三十一"),
            (100, "一百"),
            (103, "一百零三"),
            (110, "一百一十"),
            (1002, "一千零二"),
            (1260, "一千二百六十"),
        ] {
            check("chineseCountingThousand", number, expected);
        }
        check("chineseLegalSimplified", 12, "拾贰");
        check("decimalFullWidth", 12, "１２");
        check("decimalEnclosedCircle", 3, "③");
        check("ideographTraditional", 2, "乙");
        check("lowerLetter", 28, "bb");
        check("upperRoman", 14, "XIV");
        check("decimal", 7, "7");
        assert_eq!(print("bullet", 1), None);
    }
}
