//! What of a sentence may be a reference: names in 《》, and numbers of units; what stands in
//! quotation marks and in brackets beside them.

use crate::numbering::{number, numeral_length};

/// A stretch of a sentence, by characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its first character.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// What it is.
    pub what: What,
}

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A name in 《》, without these.
    Name(String),
    /// 第十七条之一: level, number, and the number behind 之.
    Number(Level, u32, Option<u32>),
}

/// What is numbered, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// 章
    Chapter,
    /// 节
    Section,
    /// 条
    Article,
    /// 款
    Paragraph,
    /// 项
    Item,
}

/// All of them, in the order of the sentence.
pub(crate) fn tokens(chars: &[char]) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let token = match chars[at] {
            '《' => name(chars, at),
            '第' => numbered(chars, at),
            _ => None,
        };
        at = token.as_ref().map_or(at + 1, |token| token.end);
        found.extend(token);
    }
    found
}

/// 《…》 with its closing bracket; names within names, 《关于适用〈…〉的解释》, are a part of it.
pub(crate) fn name(chars: &[char], start: usize) -> Option<Token> {
    let mut depth = 0;
    for (at, c) in chars.iter().enumerate().skip(start) {
        match c {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let name = chars[start + 1..at].iter().collect();
            return Some(Token { start, end: at + 1, what: What::Name(name) });
        }
    }
    None
}

/// 第十条, 第十七条之一, 第二款, 第（三）项, 第三章.
fn numbered(chars: &[char], start: usize) -> Option<Token> {
    let open = chars.get(start + 1).is_some_and(|c| matches!(c, '（' | '('));
    let first = start + 1 + usize::from(open);
    let digits = first + numeral_length(chars.get(first..)?);
    let value = number(&chars[first..digits])?;
    let closed = chars.get(digits).is_some_and(|c| matches!(c, '）' | ')'));
    let at = digits + usize::from(open && closed);
    let level = match chars.get(at)? {
        '章' => Level::Chapter,
        '节' => Level::Section,
        '条' => Level::Article,
        '款' => Level::Paragraph,
        '项' => Level::Item,
        _ => return None,
    };
    let mut end = at + 1;
    let mut suffix = None;
    if level == Level::Article && chars.get(end) == Some(&'之') {
        let more = numeral_length(&chars[end + 1..]);
        suffix = number(&chars[end + 1..end + 1 + more]);
        end += if suffix.is_some() { 1 + more } else { 0 };
    }
    (open == closed || level == Level::Item).then_some(())?;
    Some(Token { start, end, what: What::Number(level, value, suffix) })
}

/// How many quotation marks are open before each character, and behind the last.
pub(crate) fn quoted(chars: &[char], mut depth: u32) -> Vec<u32> {
    let mut open = Vec::with_capacity(chars.len() + 1);
    for c in chars {
        open.push(depth);
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    open.push(depth);
    open
}

/// The brackets that follow directly: （2018年修正）.
pub(crate) fn note(rest: &[char]) -> String {
    let open = rest.first().is_some_and(|c| matches!(c, '（' | '('));
    let end = rest.iter().position(|c| matches!(c, '）' | ')')).filter(|_| open);
    end.map_or_else(String::new, |end| rest[..=end].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let words = |token: Token| chars[token.start..token.end].iter().collect();
        tokens(&chars).into_iter().map(words).collect()
    }

    #[test]
    fn names_and_numbers_are_found_with_all_that_belongs_to_them() {
        assert_eq!(
            told("依照《刑法》第一百二十条之一第二款第（三）项、第13条"),
            ["《刑法》", "第一百二十条之一", "第二款", "第（三）项", "第13条"]
        );
        assert_eq!(told("《关于适用〈担保法〉的解释》"), ["《关于适用〈担保法〉的解释》"]);
        assert_eq!(told("《关于《担保法》的解释》的"), ["《关于《担保法》的解释》"]);
    }

    #[test]
    fn other_numbers_and_broken_names_are_none() {
        assert!(told("第三次会议、第一产业、第二十届、第条，《未完").is_empty());
        assert!(told("第").is_empty());
        assert!(told("《").is_empty());
    }
}
