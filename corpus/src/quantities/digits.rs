//! Numbers in Arabic digits: `1000`, `1,571`, `1，250，000`, `12 500`, `3.5`, `10⁸`, `3.2×10⁶`.

use crate::chars::Chars;
use crate::text::is_han;

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Atom {
    /// Its value.
    pub value: f64,
    /// One past its last character.
    pub end: usize,
    /// How many digits it has before the point; 0 where it has decimals.
    pub digits: usize,
    /// Whether it can be read in one way only.
    pub clear: bool,
}

fn is_digit(text: &Chars, at: usize) -> bool {
    text.get(at).is_some_and(|c| c.is_ascii_digit())
}

fn run(text: &Chars, at: usize) -> usize {
    let mut end = at;
    while is_digit(text, end) && (end == at || !text.gap(end)) {
        end += 1;
    }
    end
}

/// The number whose first digit stands here.
pub(super) fn atom(text: &Chars, at: usize) -> Atom {
    let spaced = letter_spaced(text, at);
    let mut end = spaced.unwrap_or_else(|| run(text, at));
    let mut plain = text.text(at..end);
    let mut clear = true;
    let (mut groups, mut separator) = (0, None);
    while let Some((from, mark)) = separated(text, end).filter(|_| spaced.is_none()) {
        let next = run(text, from);
        let grouped = next - from == 3 && ((1..=3).contains(&plain.len()) || groups > 0);
        let same = separator.is_none_or(|before| before == mark);
        if !grouped || !same || groups == 0 && plain.len() > 3 {
            if mark == '，' || mark == ',' && next - from != 3 && text.gap(from) {
                break;
            }
            clear = false;
        }
        plain.push_str(&text.text(from..next));
        (groups, separator, end) = (groups + 1, Some(mark), next);
        if !clear {
            break;
        }
    }
    let magnitude = matches!(text.get(end), Some('万' | '亿'));
    // 100，200，300万元 is a list of three.
    let listed = matches!(separator, Some(',' | '，'))
        && magnitude
        && (groups > 1 || separator == Some('，'));
    clear &= !listed;
    let mut digits = plain.len();
    if clear && names_year(text, at, end) {
        return Atom { value: plain.parse().unwrap_or(f64::NAN), end, digits, clear };
    }
    if clear && text.get(end) == Some('.') && is_digit(text, end + 1) {
        clear = !text.gap(end) && (!text.gap(end + 1) || goes_on(text, at));
        let after = run(text, end + 1);
        plain.push('.');
        plain.push_str(&text.text(end + 1..after));
        (end, digits) = (after, 0);
    }
    let mut value = plain.parse().unwrap_or(f64::NAN);
    if let Some((exponent, after)) = superscript(text, end) {
        clear &= plain == "10";
        value = 10f64.powi(exponent);
        (end, digits) = (after, 0);
    }
    if let Some((exponent, after)) = times_power(text, end) {
        value = super::values::round(value * 10f64.powi(exponent));
        (end, digits) = (after, 0);
    }
    let (after, runs_on) = runs_on(text, end);
    Atom { value, end: after, digits, clear: clear && !runs_on && value.is_finite() }
}

/// 附件：1.2026年计划表: the number of a list, and the year after its point.
fn names_year(text: &Chars, at: usize, end: usize) -> bool {
    let year = run(text, end + 1);
    let century = text.any_at(end, &[".19", ".20"]).is_some();
    century && end - at <= 2 && year - end == 5 && text.has(year, "年")
}

/// Whether a number that begins here goes on behind a point and a space: 面积186. 4万亩. What stands
/// behind other signs or words that are numbered themselves (附件1. 2亿元) may be a number of a list.
fn goes_on(text: &Chars, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    before.is_some_and(|c| is_han(c) && !"第件表图项条注款章节一二三四五六七八九十".contains(c))
}

/// One past a number that is set with space between all its digits, `补助1 5 0 0 0元`: at least
/// three, the first directly behind other text. Behind a space they may be cells of a table.
fn letter_spaced(text: &Chars, at: usize) -> Option<usize> {
    let mut end = at + 1;
    while is_digit(text, end) && text.gap(end) {
        end += 1;
    }
    let set_in_text = at > 0 && !text.gap(at) && !is_digit(text, end);
    (set_in_text && end - at >= 3).then_some(end)
}

/// Where a separator or a gap stands between digits: the next digit, and the separator.
fn separated(text: &Chars, at: usize) -> Option<(usize, char)> {
    match text.get(at)? {
        mark @ (',' | '，') if is_digit(text, at + 1) => Some((at + 1, mark)),
        c if c.is_ascii_digit() && text.gap(at) => Some((at, ' ')),
        _ => None,
    }
}

/// A number that goes on as no number does: `12·5`, `2026.3.1`, `192.168.0.1`.
fn runs_on(text: &Chars, at: usize) -> (usize, bool) {
    let mut end = at;
    while matches!(text.get(end), Some('.' | '·' | '•' | '‧')) && is_digit(text, end + 1) {
        end = run(text, end + 1);
    }
    (end, end > at)
}

/// `×10⁶` behind a number: the exponent, and one past it.
pub(super) fn times_power(text: &Chars, at: usize) -> Option<(i32, usize)> {
    let times = matches!(text.get(at), Some('×' | '*' | 'x'));
    (times && text.has(at + 1, "10")).then(|| superscript(text, at + 3)).flatten()
}

fn superscript(text: &Chars, at: usize) -> Option<(i32, usize)> {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let value = |c: &char| DIGITS.chars().position(|digit| digit == *c);
    let digits: Vec<usize> = text.all()[at..].iter().map_while(value).collect();
    let digit = |digit: usize| i32::try_from(digit).unwrap_or_default();
    let exponent = digits.iter().take(2).fold(0, |exponent, next| exponent * 10 + digit(*next));
    (!digits.is_empty() && digits.len() < 3).then_some((exponent, at + digits.len()))
}
