//! How two lines of a paragraph are joined: Chinese without a space, Latin with one, and what can't
//! be known is told.

use super::line::is_wide;
use corpus::{Bilingual, bilingual};

/// Adds the next line of a paragraph; says what to look at, if anything.
pub fn join(text: &mut String, next: &str) -> Option<Bilingual> {
    let (Some(last), Some(first)) = (text.chars().next_back(), next.chars().next()) else {
        text.push_str(next);
        return None;
    };
    if last == '\u{ad}' {
        // The program that broke the word says so.
        text.pop();
        text.push_str(next);
        return None;
    }
    if last == '-' && first.is_lowercase() {
        let from = text.rfind(|c: char| !c.is_alphanumeric() && c != '-');
        let word = text[from.map_or(0, |at| at + 1)..].trim_start().to_owned();
        text.push_str(next);
        let rest: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
        return Some(bilingual!(
            "“{word}{rest}”在行末断开；如果这个词没有连字符，请删去连字符",
            "“{word}{rest}” was parted at the end of a line; remove the hyphen if the word has none"
        ));
    }
    let chinese = is_wide(last) || is_wide(first) || mostly_wide(text);
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '．');
    let in_figure =
        figure(last) && first.is_ascii_digit() || last.is_ascii_digit() && figure(first);
    if chinese && (in_figure || is_wide(last) || is_wide(first)) {
        text.push_str(next);
        return in_figure.then(|| {
            let before: String = tail(text, next.len());
            let after: String = next.chars().take(8).collect();
            bilingual!(
                "有一个数字在行末断开：“{before}|{after}”；请核对",
                "a figure runs over the end of a line, “{before}|{after}”; compare it"
            )
        });
    }
    text.push(' ');
    text.push_str(next);
    None
}

fn tail(text: &str, after: usize) -> String {
    let before: Vec<char> = text[..text.len() - after].chars().collect();
    before[before.len().saturating_sub(8)..].iter().collect()
}

fn mostly_wide(text: &str) -> bool {
    let wide = text.chars().filter(|c| is_wide(*c)).count();
    wide * 2 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::join;

    fn joined(a: &str, b: &str) -> (String, bool) {
        let mut text = a.to_owned();
        let told = join(&mut text, b).is_some();
        (text, told)
    }

    #[test]
    fn chinese_needs_no_space_and_latin_needs_one() {
        for (a, b, expected, told) in [
            ("新建公路100公", "里。", "新建公路100公里。", false),
            ("roads in the", "north", "roads in the north", false),
            ("high-", "quality", "high-quality", true),
            ("develop\u{ad}", "ment", "development", false),
            ("全区粮食产量达到8", "50万吨", "全区粮食产量达到850万吨", true),
            ("加入RCEP", "成员国", "加入RCEP成员国", false),
            ("grow by 5.", "In 2026", "grow by 5. In 2026", false),
        ] {
            assert_eq!(joined(a, b), (expected.to_owned(), told));
        }
    }
}
