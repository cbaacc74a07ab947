//! Numbers inside names and slogans: “五个100”, “1571”, 十四五, 二十大, 第一书记.
//!
//! Most are known by their form: a short quotation with a number that does not count anything.
//! A few standing names are written without quotation marks; they are listed, as a dictionary
//! would list them.

use std::ops::Range;

mod words;

use self::words::{NAMES, WORDS};
use super::amounts::{self, Reading};
use super::numerals::{Script, is_numeric, numeral};
use super::{codes, units};
use crate::chars::Chars;
use crate::text::is_han;

/// At most this many characters between quotation marks are a name or slogan.
const LONGEST_NAME: usize = 12;

/// The name with a number that begins at this index, without its quotation marks.
pub fn name(text: &Chars, at: usize) -> Option<Range<usize>> {
    if matches!(text.get(at), Some('“' | '‘' | '"' | '「')) {
        return quoted(text, at + 1);
    }
    let named = NAMES.iter().filter(|name| text.has(at, name)).map(|name| name.chars().count());
    named
        .max()
        .map(|length| at..at + length)
        .or_else(|| plan_or_congress(text, at))
        .or_else(|| codes::code(text, at))
        .or_else(|| codes::place(text, at))
        .or_else(|| numbered(text, at))
        .or_else(|| with_letters(text, at))
        .or_else(|| person(text, at))
}

/// 八斤同志, 七十三（女）: people named by a number.
fn person(text: &Chars, at: usize) -> Option<Range<usize>> {
    let number = numeral(text, at).filter(|number| number.script != Script::Arabic)?;
    let unit = units::unit_at(text, number.range.end).map_or(0, |unit| unit.length);
    let end = number.range.end + unit;
    text.any_at(end, &["同志", "(男", "(女"]).is_some().then_some(at..end)
}

/// Whether an ordinary word that looks like a figure covers this index; then how far it goes.
pub fn word(text: &Chars, at: usize) -> Option<usize> {
    WORDS
        .iter()
        .flat_map(|word| (0..word.chars().count()).map(move |offset| (word, offset)))
        .find(|(word, offset)| {
            // 十分之一 is a tenth.
            at >= *offset
                && text.has(at - offset, word)
                && !(*word == &"十分" && text.has(at - offset, "十分之"))
                && !(*word == &"四周" && is_four_weeks(text, at - offset))
        })
        .map(|(word, offset)| at - offset + word.chars().count())
}

/// 间隔四周, 四周后, 不少于四周: a time and not what is around.
fn is_four_weeks(text: &Chars, at: usize) -> bool {
    let before = ["间隔", "为期", "满", "每", "前", "后", "连续", "于", "超过", "近", "约"];
    text.any_before(at, &before).is_some()
        || text.any_at(at + 2, &["内", "以", "后", "前", "时间"]).is_some()
}

fn quoted(text: &Chars, start: usize) -> Option<Range<usize>> {
    let stop = |c: char| matches!(c, '”' | '’' | '"' | '」' | '“' | '，' | ',' | '。' | '；');
    let end = (start..text.len().min(start + LONGEST_NAME + 1))
        .find(|i| text.get(*i).is_some_and(stop))?;
    let closed = matches!(text.get(end), Some('”' | '’' | '"' | '」'));
    (closed && start < end && holds_name(text, start..end)).then_some(start..end)
}

/// Whether the words hold a number that is not simply an amount of something.
fn holds_name(text: &Chars, range: Range<usize>) -> bool {
    let mut at = range.start;
    while at < range.end {
        if let Some(end) = word(text, at) {
            at = end;
        } else if text.get(at).is_some_and(is_numeric) {
            return at != range.start || !only_amounts(text, range);
        } else {
            at += 1;
        }
    }
    false
}

/// Whether the words are amounts and nothing else: 五百元以上二千元以下, as a law that is changed
/// quotes them.
fn only_amounts(text: &Chars, range: Range<usize>) -> bool {
    let mut at = range.start;
    while at < range.end {
        let Some(Reading::Amount(amount)) = amounts::amount(text, at) else { return false };
        // “三个一批” is a slogan.
        let whole = amount.range == range || amount.bound.is_some();
        if amount.range.end > range.end || amount.unit.length == 0 || !whole {
            return false;
        }
        at = amount.range.end;
    }
    true
}

/// 十四五 (a five-year plan) and 二十大 (a congress), in quotation marks or not.
fn plan_or_congress(text: &Chars, at: usize) -> Option<Range<usize>> {
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    let length = text.all()[at..].iter().take_while(|c| chinese(**c)).count();
    let digits = text.text(at..at + length);
    let plan = length >= 3 && digits.starts_with('十') && digits.ends_with('五');
    let congress = length >= 2 && digits.contains('十') && text.has(at + length, "大");
    let counted = text.get(at + length + 1).is_some_and(|c| "类项工行举措".contains(c));
    // 十四五个村 are fourteen or fifteen villages, 十四五 is a plan.
    let neighbours = numeral(text, at).is_some_and(|number| {
        units::unit_at(text, number.range.end).is_some_and(|unit| unit.form != "年")
    });
    if plan && !neighbours {
        Some(at..at + length)
    } else {
        (congress && !counted).then(|| at..at + length + 1)
    }
}

/// 一号文件, 布隆一号: numbers that name instead of counting.
fn numbered(text: &Chars, at: usize) -> Option<Range<usize>> {
    let after = numeral(text, at)?.range.end;
    if !text.has(after, "号") {
        return None;
    }
    if let Some((_, length)) = text.any_at(after + 1, &["文件", "线", "楼", "院", "公路", "令"])
    {
        return Some(at..after + 1 + length);
    }
    let proper = text.all()[..at].iter().rev().take(4).take_while(|c| is_han(**c)).count();
    (proper > 0).then(|| at - proper..after + 1)
}

/// 5G, A4, IPv6.
fn with_letters(text: &Chars, at: usize) -> Option<Range<usize>> {
    let letter = |c: char| c.is_ascii_alphabetic();
    if !text.get(at).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let digits = text.all()[at..].iter().take_while(|c| c.is_ascii_digit()).count();
    if digits > 0 && units::unit_at(text, at + digits).is_some() {
        return None;
    }
    let length = text.all()[at..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
    let word = &text.all()[at..at + length];
    let mixed = word.iter().any(|c| letter(*c)) && word.iter().any(char::is_ascii_digit);
    let unit = units::unit_at(text, at + length);
    (mixed && unit.is_none()).then_some(at..at + length)
}
