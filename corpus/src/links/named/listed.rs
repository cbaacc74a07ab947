//! Numbers of measures as a sentence lists them: 第十条, 第十至十二条, 第（三）、（四）条, 第5项措施.

use std::ops::Range;

use crate::numbering::{number, numeral_length};

/// A measure's number: what its label says, and the number behind 之.
pub(super) type Number = (u32, Option<u32>);

/// A range of numbers longer than this is a misreading.
const LONGEST_RANGE: u32 = 100;

/// What is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// 第十条: an article, or a measure.
    Article,
    /// 第三项措施: a measure.
    Measure,
    /// （十二） without a word behind it.
    Bare,
    /// 第二章, 第三部分: a part.
    Part,
    /// 第二款, 第（三）项, 第三节: a place within what was named before, or none of a measure.
    Inner,
}

/// Numbers that a sentence names together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// The characters that they take.
    pub range: Range<usize>,
    /// What they count.
    pub counted: Counted,
    /// All of them, those within a range too.
    pub numbers: Vec<Number>,
}

/// One number of a list, and how it is joined to the one before.
struct Entry {
    number: Number,
    /// Whether 第 or brackets show that it is a number of something.
    marked: bool,
    /// Whether it stands in brackets.
    bracket: bool,
    counted: Option<Counted>,
    end: usize,
    /// Whether all numbers from the one before to this are meant.
    through: bool,
}

/// The list that begins at this character, with 第 or a bracket.
pub(super) fn listed(chars: &[char], start: usize) -> Option<Listed> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut at = start;
    let mut through = false;
    while let Some(mut next) = entry(chars, at) {
        next.through = through;
        if !belongs(entries.last(), &next) {
            break;
        }
        let end = next.end;
        entries.push(next);
        let Some((length, goes_through)) = joined(chars.get(end..).unwrap_or_default()) else {
            break;
        };
        (at, through) = (end + length, goes_through);
    }
    let last = entries.last()?;
    let counted = last.counted.unwrap_or(Counted::Bare);
    if last.counted.is_none() && !entries.iter().all(|entry| entry.bracket) {
        return None;
    }
    Some(Listed { range: start..last.end, counted, numbers: numbers(&entries)? })
}

/// Whether a number goes on with a list: 十二条 behind 第十至, but not 十二个 behind 第十条、.
fn belongs(before: Option<&Entry>, next: &Entry) -> bool {
    match before {
        None => next.marked,
        Some(before) => match (before.counted, next.counted) {
            (None, _) => next.marked || next.counted.is_some() || !before.bracket,
            (Some(_), None) => false,
            (Some(one), Some(other)) => next.marked && one == other,
        },
    }
}

/// 第十条, 第（三）, 十二条, （四）.
fn entry(chars: &[char], start: usize) -> Option<Entry> {
    let is = |at: usize, any: &str| chars.get(at).is_some_and(|c| any.contains(*c));
    let ordinal = is(start, "第");
    let open = start + usize::from(ordinal);
    let bracket = is(open, "（(");
    let first = open + usize::from(bracket);
    let digits = first + numeral_length(chars.get(first..)?);
    let value = number(&chars[first..digits])?;
    if bracket && !is(digits, "）)") {
        return None;
    }
    let mut end = digits + usize::from(bracket);
    let unit = unit(chars.get(end..).unwrap_or_default());
    end += unit.map_or(0, |(_, length)| length);
    let mut suffix = None;
    if unit.is_some() && is(end, "之") {
        let more = numeral_length(&chars[end + 1..]);
        suffix = number(&chars[end + 1..end + 1 + more]);
        end += if suffix.is_some() { 1 + more } else { 0 };
    }
    let (counted, marked) = (unit.map(|(counted, _)| counted), ordinal || bracket);
    Some(Entry { number: (value, suffix), marked, bracket, counted, end, through: false })
}

/// The word behind a number, and how long it is.
fn unit(rest: &[char]) -> Option<(Counted, usize)> {
    const UNITS: [(&str, Counted); 14] = [
        ("条措施", Counted::Article),
        ("条举措", Counted::Article),
        ("条", Counted::Article),
        ("项措施", Counted::Measure),
        ("项举措", Counted::Measure),
        ("项任务", Counted::Measure),
        ("项政策", Counted::Measure),
        ("部分", Counted::Part),
        ("章", Counted::Part),
        ("节", Counted::Inner),
        ("款", Counted::Inner),
        ("项", Counted::Inner),
        ("目", Counted::Inner),
        ("编", Counted::Inner),
    ];
    let found = UNITS.iter().find(|(word, _)| {
        let mut own = rest.iter();
        word.chars().all(|c| own.next() == Some(&c))
    });
    found.map(|(word, counted)| (*counted, word.chars().count()))
}

/// How many characters join the next number, and whether those between are meant too.
fn joined(rest: &[char]) -> Option<(usize, bool)> {
    const WORDS: [(&str, bool); 15] = [
        ("以及", false),
        ("和", false),
        ("及", false),
        ("与", false),
        ("、", false),
        ("至", true),
        ("到", true),
        ("——", true),
        ("—", true),
        ("–", true),
        ("－", true),
        ("-", true),
        ("～", true),
        ("~", true),
        ("", false),
    ];
    let found = WORDS.iter().find(|(word, _)| {
        let mut own = rest.iter();
        word.chars().all(|c| own.next() == Some(&c))
    })?;
    let more = |c: &char| *c == '第' || matches!(c, '（' | '(') || numeral_length(&[*c]) > 0;
    // （三）（四）: nothing need stand between brackets.
    let bracket = !found.0.is_empty() || rest.first().is_some_and(|c| matches!(c, '（' | '('));
    let length = found.0.chars().count();
    rest.get(length).filter(|c| bracket && more(c)).map(|_| (length, found.1))
}

/// All numbers of a list; `None` where they don't grow as those of a list do: nobody can tell
/// whether 第十五、六条 is the sixth or the sixteenth.
fn numbers(entries: &[Entry]) -> Option<Vec<Number>> {
    let mut all: Vec<Number> = Vec::new();
    for entry in entries {
        let (value, _) = entry.number;
        if let Some((before, _)) = all.last().copied() {
            if value < before && !entry.marked || entry.through && value <= before {
                return None;
            }
            if entry.through {
                let between = before + 1..value;
                (between.end.saturating_sub(between.start) <= LONGEST_RANGE).then_some(())?;
                all.extend(between.map(|number| (number, None)));
            }
        }
        all.push(entry.number);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, counted: Counted, numbers: &[u32], words: &str) {
        let chars: Vec<char> = text.chars().collect();
        let found = listed(&chars, 0).unwrap_or_else(|| panic!("{text}"));
        let told: Vec<u32> = found.numbers.iter().map(|(number, _)| *number).collect();
        let taken: String = chars[found.range].iter().collect();
        assert_eq!((found.counted, &*told, &*taken), (counted, numbers, words));
    }

    #[test]
    fn lists_and_ranges_of_numbers() {
        check("第二条讲的是", Counted::Article, &[2], "第二条");
        check("第4条、第６条和第九条", Counted::Article, &[4, 6, 9], "第4条、第６条和第九条");
        check("第三条至第六条", Counted::Article, &[3, 4, 5, 6], "第三条至第六条");
        check("第三至五条", Counted::Article, &[3, 4, 5], "第三至五条");
        check("第7-9条", Counted::Article, &[7, 8, 9], "第7-9条");
        check("第一、三、四条", Counted::Article, &[1, 3, 4], "第一、三、四条");
        check("第（七）条", Counted::Article, &[7], "第（七）条");
        check("（三）（四）都是", Counted::Bare, &[3, 4], "（三）（四）");
        check("第六项措施", Counted::Measure, &[6], "第六项措施");
        check("第二章", Counted::Part, &[2], "第二章");
        check("第一款、第二款", Counted::Inner, &[1, 2], "第一款、第二款");
    }

    #[test]
    fn a_list_ends_where_something_else_is_counted() {
        check("第二条、三个月", Counted::Article, &[2], "第二条");
        check("第二条第一款", Counted::Article, &[2], "第二条");
        for text in ["第二次", "第十五、六条", "第九条至第三条", "（以下", "第一批"]
        {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(listed(&chars, 0), None, "{text}");
        }
    }

    #[test]
    fn an_article_between_two_numbers_keeps_both() {
        let chars: Vec<char> = "第八条之二".chars().collect();
        assert_eq!(listed(&chars, 0).map(|found| found.numbers), Some(vec![(8, Some(2))]));
    }
}
