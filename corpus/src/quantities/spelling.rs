//! One spelling of numerals and signs for the grammar: full width, capitals (`壹佰`), traditional
//! characters (`萬`), the many dashes, zeros and spaces become what the grammar is written in.
//!
//! The text itself is not touched: every character keeps its place in it.

use super::traditional::simplified;
use crate::chars::{Chars, fold};

/// Formal numerals and what they stand for. Most of them mean something else alone (`大陆`,
/// `收拾`), so they count only beside each other or beside a power of ten.
const CAPITALS: &str = "壹贰叁肆伍陆柒捌玖拾佰仟";
const CAPITALS_PLAIN: &str = "一二三四五六七八九十百千";

/// The text without the white space that only spaces it out, and in the grammar's spelling.
/// [`Chars::gap`] tells where something was left out.
pub fn spelled(text: &str) -> Chars {
    let all: Vec<(usize, char)> = text.char_indices().collect();
    let plain: Vec<char> = simplified(text).into_iter().map(character).collect();
    let kept = (0..all.len()).filter(|at| !is_space(plain[*at]));
    Chars::respelled(text, kept.map(|at| (all[at].0, among(&plain, at))))
}

/// Spaces and characters without width. A tab parts the cells of a table: it stays.
fn is_space(c: char) -> bool {
    c == ' '
        || matches!(c, '\u{a0}' | '\u{ad}' | '\u{202f}' | '\u{205f}' | '\u{feff}')
        || ('\u{2000}'..='\u{200d}').contains(&c)
}

/// A character by itself. The full-width comma stays: it ends clauses, and only sometimes groups
/// digits.
fn character(c: char) -> char {
    match c {
        '，' => c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' | '\u{2500}' => '-',
        '〜' | '∼' | '˜' | '∽' | '～' => '~',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        '〇' | '○' | '◯' => '零',
        '℅' | '﹪' => '%',
        '﹥' => '>',
        '﹤' => '<',
        '﹢' => '+',
        '\u{2f00}' => '一',
        '\u{2f06}' => '二',
        '\u{2f0b}' => '八',
        '\u{2f17}' => '十',
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// A character by its neighbours.
fn among(plain: &[char], at: usize) -> char {
    let neighbour = |step: isize| {
        let beside = |at: usize| at.checked_add_signed(step).filter(|at| *at < plain.len());
        let mut found = beside(at);
        while let Some(space) = found.filter(|at| is_space(plain[*at])) {
            found = beside(space);
        }
        found.map_or(' ', |at| plain[at])
    };
    let (before, after) = (neighbour(-1), neighbour(1));
    let either = |test: fn(char) -> bool| test(before) || test(after);
    let c = plain[at];
    if let Some(index) = CAPITALS.chars().position(|capital| capital == c) {
        let formal = |c: char| CAPITALS.contains(c) || "万亿元零".contains(c);
        return if either(formal) { CAPITALS_PLAIN.chars().nth(index).unwrap_or(c) } else { c };
    }
    let digit = |c: char| "零一二三四五六七八九".contains(c);
    match c {
        'O' | 'o' | 'О' | 'о' | 'Ο' if either(digit) && !either(|c| c.is_ascii_alphanumeric()) => {
            '零'
        }
        // 2025一2027年: a dash that the writer did not find on the keyboard.
        '一' if before.is_ascii_digit() && after.is_ascii_digit() => '-',
        _ => fold_letter(c),
    }
}

/// Greek and micro signs that mean the same; letters keep their case (`MW` is not `mW`).
fn fold_letter(c: char) -> char {
    if c == 'µ' {
        'μ'
    } else if c.is_ascii() {
        c
    } else {
        fold(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let chars = spelled(text);
        assert_eq!(chars.text(0..chars.len()), expected, "{text}");
        assert_eq!(chars.span(0..chars.len()).of(text), text.trim(), "{text}");
    }

    #[test]
    fn one_spelling_for_many() {
        check("１０００ 万亩", "1000万亩");
        check("壹佰贰拾万元", "一百二十万元");
        check("大陆、收拾", "大陆、收拾");
        check("二О二六年", "二零二六年");
        check("2025一2027年", "2025-2027年");
        check("5\u{2011}8％", "5-8%");
        check("一千萬畝", "一千万亩");
    }
}
