//! Numbering of Chinese official texts.
//!
//! Policies follow GB/T 9704-2012, 7.3.3: `一、` → `（一）` → `1.` → `（1）`, with full- or half-width
//! brackets. Laws follow 编/分编/章/节/条 (Legislation Law, article 65). Interpretations number
//! their paragraphs `一是`, `二是` ….

mod numerals;
mod question;
mod statute;

pub use numerals::number;
pub use statute::glued_article;

use numerals::is_arabic;
pub(crate) use numerals::numeral_length;
use question::question;
use statute::statute_label;

/// The kinds of label, outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// `第一编`, `第一部分`, `第一篇`, `第一类`
    Book,
    /// `第一分编`
    Subbook,
    /// `第一章`
    Chapter,
    /// `第一节`
    Section,
    /// `第一条`
    Article,
    /// `问：`, `问题2：`, `Q3：`
    Question,
    /// `一、`
    Part,
    /// `（一）`
    Bracketed,
    /// `1.`
    Arabic,
    /// `（1）`
    BracketedArabic,
    /// `①`
    Circled,
    /// `一是`
    Enumerated,
}

impl LabelKind {
    /// Whether the label heads a division of a law.
    pub fn heads_division(self) -> bool {
        self < Self::Article
    }
}

/// A label at the start of a paragraph or heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Which series it belongs to.
    pub kind: LabelKind,
    /// Its number in the series.
    pub ordinal: u32,
    /// `之一` after an article number: `第十七条之一` is 17 with suffix 1.
    pub suffix: Option<u32>,
    /// How many characters it takes.
    pub length: usize,
}

/// Reads the label at the start of the text, if there is one.
pub fn label(chars: &[char]) -> Option<Label> {
    statute_label(chars)
        .or_else(|| question(chars))
        .or_else(|| bracketed_label(chars))
        .or_else(|| single_label(chars))
        .or_else(|| plain_label(chars))
}

/// How many characters of white space stand here: typesetting inside a label, `（ 一 ）`.
fn spaces(chars: &[char]) -> usize {
    chars.iter().take_while(|c| c.is_whitespace()).count()
}

/// A label in one character: `㈠`, `⒈`, `⑴`, `①`.
fn single_label(chars: &[char]) -> Option<Label> {
    let c = *chars.first()?;
    let (kind, first) = match c {
        '\u{3220}'..='\u{3229}' => (LabelKind::Bracketed, '\u{3220}'),
        '\u{2488}'..='\u{249b}' => (LabelKind::Arabic, '\u{2488}'),
        '\u{2474}'..='\u{2487}' => (LabelKind::BracketedArabic, '\u{2474}'),
        '\u{2460}'..='\u{2473}' => (LabelKind::Circled, '\u{2460}'),
        _ => return None,
    };
    Some(Label { kind, ordinal: c as u32 - first as u32 + 1, suffix: None, length: 1 })
}

fn bracketed_label(chars: &[char]) -> Option<Label> {
    let closing: &[char] = match chars.first()? {
        '（' | '(' => &['）', ')'],
        '〈' => &['〉'],
        '【' => &['】'],
        '[' => &[']'],
        _ => return None,
    };
    let start = 1 + spaces(&chars[1..]);
    let digits = numeral_length(&chars[start..]);
    let ordinal = number(&chars[start..start + digits])?;
    let end = start + digits + spaces(&chars[start + digits..]);
    closing.contains(chars.get(end)?).then_some(())?;
    let arabic = is_arabic(chars[start]);
    // `[1]` is the mark of a footnote or of a source.
    if arabic && !matches!(chars[0], '（' | '(') {
        return None;
    }
    if refers_on(&chars[end + 1..]) {
        return None;
    }
    let kind = if arabic { LabelKind::BracketedArabic } else { LabelKind::Bracketed };
    Some(Label { kind, ordinal, suffix: None, length: end + 1 })
}

/// Whether another number in brackets is joined on: `（六）至（八）项任务` speaks of items.
fn refers_on(chars: &[char]) -> bool {
    let joined =
        matches!(chars.first(), Some('至' | '到' | '、' | '和' | '与' | '及' | '或' | '—'));
    let brackets = matches!(chars.get(1), Some('（' | '('));
    let digits = numeral_length(chars.get(2..).unwrap_or_default());
    joined && brackets && digits > 0 && matches!(chars.get(2 + digits), Some('）' | ')'))
}

fn plain_label(chars: &[char]) -> Option<Label> {
    let digits = numeral_length(chars);
    let ordinal = number(&chars[..digits])?;
    let arabic = is_arabic(chars[0]);
    let gap = spaces(&chars[digits..]);
    let end = digits + if chars.get(digits + gap) == Some(&'、') { gap } else { 0 };
    let kind = match (chars.get(end)?, arabic) {
        ('、', false) if !counts_on(&chars[end + 1..], ordinal) => LabelKind::Part,
        // `三．强化政策保障`; in half width only a short heading: `一.` begins what else is said.
        ('．', false) if begins_words(&chars[end + 1..]) => LabelKind::Part,
        ('.', false) if is_short_heading(&chars[end + 1..]) => LabelKind::Part,
        ('是', false) => LabelKind::Enumerated,
        ('.' | '．', true) if !chars.get(end + 1).is_some_and(|c| is_arabic(*c)) => {
            LabelKind::Arabic
        }
        ('、', true) if !counts_on(&chars[end + 1..], ordinal) => LabelKind::Arabic,
        ('）' | ')', true) => LabelKind::BracketedArabic,
        _ => return None,
    };
    Some(Label { kind, ordinal, suffix: None, length: end + 1 })
}

/// Whether words stand here, and no other number: `三．五公顷` is an amount.
fn begins_words(chars: &[char]) -> bool {
    chars.first().is_some_and(|c| !c.is_whitespace()) && numeral_length(chars) == 0
}

/// Whether a few words stand here and no sentence.
fn is_short_heading(chars: &[char]) -> bool {
    const LONGEST: usize = 16;
    let ends = |c: &char| "，。；：！？,.;:!?".contains(*c);
    begins_words(chars) && chars.len() <= LONGEST && !chars.iter().any(ends)
}

/// Whether the number goes on in a list of numbers and is no label: `一、二、三产业`, and `二、三月份` and
/// `三、四季度`, where the next number and a unit follow.
fn counts_on(chars: &[char], before: u32) -> bool {
    let digits = numeral_length(chars);
    if digits == 0 {
        return false;
    }
    let unit: String = chars[digits..].iter().take(2).collect();
    let next = number(&chars[..digits]) == Some(before + 1);
    let units = ["月", "季度", "级", "线", "年级", "产业", "期", "类"];
    let counted = next && units.iter().any(|known| unit.starts_with(known));
    chars.get(digits) == Some(&'、') || counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(LabelKind, u32, usize)>) {
        let chars: Vec<char> = text.chars().collect();
        let found = label(&chars).map(|label| (label.kind, label.ordinal, label.length));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn labels_of_every_series() {
        check("一、总体要求", Some((LabelKind::Part, 1, 2)));
        check("（十三）加强", Some((LabelKind::Bracketed, 13, 4)));
        check("(三十一)持续", Some((LabelKind::Bracketed, 31, 5)));
        check("1.加快", Some((LabelKind::Arabic, 1, 2)));
        check("１２．加快", Some((LabelKind::Arabic, 12, 3)));
        check("（3）加快", Some((LabelKind::BracketedArabic, 3, 3)));
        check("二是稳步", Some((LabelKind::Enumerated, 2, 2)));
        check("第十三条　国家", Some((LabelKind::Article, 13, 4)));
        check("第一百二十条之一 资助", Some((LabelKind::Article, 120, 8)));
        check("第二分编 所有权", Some((LabelKind::Subbook, 2, 4)));
        check("第一条：为了", Some((LabelKind::Article, 1, 3)));
        check("第一条（目的）为了", Some((LabelKind::Article, 1, 3)));
        check("（ 一 ）加强", Some((LabelKind::Bracketed, 1, 5)));
        check("一.总体要求", Some((LabelKind::Part, 1, 2)));
        check("一 、加强", Some((LabelKind::Part, 1, 3)));
        check("【一】加强", Some((LabelKind::Bracketed, 1, 3)));
        check("㈡加强", Some((LabelKind::Bracketed, 2, 1)));
        check("⒊加强", Some((LabelKind::Arabic, 3, 1)));
        check("⑴加强", Some((LabelKind::BracketedArabic, 1, 1)));
        check("②加强", Some((LabelKind::Circled, 2, 1)));
        check("1）加强", Some((LabelKind::BracketedArabic, 1, 2)));
        check("⼆、加强", Some((LabelKind::Part, 2, 2)));
        check("第三章 乡村", Some((LabelKind::Chapter, 3, 3)));
        check("第 十 一 条　国家", Some((LabelKind::Article, 11, 7)));
        check("第二部分　缴费", Some((LabelKind::Book, 2, 4)));
        check("二、三项制度改革", Some((LabelKind::Part, 2, 2)));
    }

    #[test]
    fn what_only_looks_like_a_label() {
        check("第十三条规定的情形", None);
        check("第三条（二）项规定", None);
        check("一、二、三产业融合", None);
        check("（六）至（八）项任务", None);
        check("二、三月份是关键时期", None);
        check("三、四季度各办一次", None);
        check("（一）、（二）项", None);
        check("[1]公里", None);
        check("1.5万吨", None);
        check("一体化", None);
        check("一.加强管理，抓好落实。", None);
        check("2026年是", None);
        check("（以下简称）", None);
        check("", None);
    }
}
