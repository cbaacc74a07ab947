//! What a page says of its document beside the text: in its head, for those who collect pages, and in
//! lines and tables around the text. It is taken over where the page says one thing only.

use corpus::calendar::{is_day, is_minute};
use corpus::{Bilingual, Position, Severity, bilingual};
use scraper::{Html, Node};

use crate::flow::{Details, Flow, Imported, problem};

/// How a page calls the day on which it was published.
const PUBLISHED: [&str; 4] = ["发布时间", "发布日期", "公开日期", "公布日期"];

/// The same in its head.
const PUBLISHED_IN_HEAD: [&str; 5] =
    ["pubdate", "publishdate", "article:published_time", "datepublished", "firstpublishedtime"];

/// What the head of a page tells.
#[derive(Default)]
pub struct Told {
    days: Vec<String>,
    sources: Vec<String>,
}

impl Told {
    /// Reads the head.
    pub fn of(html: &Html) -> Self {
        let mut told = Self::default();
        for node in html.tree.root().descendants() {
            let Node::Element(element) = node.value() else { continue };
            let named = element.attr("name").or_else(|| element.attr("property"));
            let (Some(name), Some(content)) = (named, element.attr("content")) else { continue };
            let name = name.to_ascii_lowercase();
            if element.name() == "meta" && PUBLISHED_IN_HEAD.contains(&name.as_str()) {
                told.days.extend(day(content));
            } else if element.name() == "meta" && name == "contentsource" {
                told.sources.push(content.trim().to_owned());
            }
        }
        told
    }

    /// Names the source, for which the metadata have no field.
    pub fn leave_out(&self, flow: &mut Flow) {
        for source in self.sources.iter().filter(|source| !source.is_empty()) {
            flow.leave_out(Severity::Notice, head_of_page(), source, None);
        }
    }

    /// Takes over what the head and all that was left out say.
    pub fn take_over(self, imported: &mut Imported) {
        let mut days = self.days;
        let mut numbers: Vec<String> = Vec::new();
        for left in &imported.left_out {
            for name in PUBLISHED {
                days.extend(values(&left.words, name).filter_map(day));
            }
            numbers.extend(values(&left.words, "索引号").filter_map(index_number));
        }
        let details =
            Details { published: only_day(days), index_number: only(numbers).unwrap_or_default() };
        let told = [
            ("发布日期", "date of publication", "published", &details.published),
            ("索引号", "index number", "index_number", &details.index_number),
        ];
        for (zh, en, key, value) in told.into_iter().filter(|told| !told.3.is_empty()) {
            let name = Bilingual { zh: zh.to_owned(), en: en.to_owned() };
            let message = bilingual!(
                "网页写明的{name}是 {value}；新建文件时写进 document.toml 的 {key}，请核对",
                "the page says that the {name} is {value}; a new document gets it as {key} in \
                 document.toml, check it"; name
            );
            let at = Position { line: 1, column: 1 };
            imported.problems.push(problem(Severity::Notice, at, message));
        }
        imported.details = details;
    }
}

fn head_of_page() -> Bilingual {
    bilingual!("网页头部写的来源", "the source that the head of the page names")
}

/// What stands behind a name and its colon, wherever the words have it: 索 引 号：000014349/2026-1.
fn values<'w>(words: &'w str, name: &'static str) -> impl Iterator<Item = &'w str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        loop {
            let first = name.chars().next()?;
            let at = rest.find(first)?;
            rest = &rest[at..];
            if let Some(behind) = strip_spaced(rest, name) {
                let value =
                    behind.trim_start_matches(|c: char| c.is_whitespace() || ":：|".contains(c));
                rest = behind;
                return Some(value);
            }
            rest = &rest[first.len_utf8()..];
        }
    })
}

/// What stands behind a name whose characters may be spaced out.
fn strip_spaced<'w>(mut words: &'w str, name: &str) -> Option<&'w str> {
    for c in name.chars() {
        words = words.trim_start().strip_prefix(c)?;
    }
    Some(words)
}

/// The day or minute at the beginning of a value: 2026-03-25 10:12:33, 2026年3月25日.
fn day(value: &str) -> Option<String> {
    let value = value.trim_start();
    let end = value
        .find(|c: char| !c.is_ascii_digit() && !"-/.年月日".contains(c))
        .unwrap_or(value.len());
    let (date, behind) = value.split_at(end);
    let mut parts = date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (year, month, of_month) = (parts.next()?, parts.next()?, parts.next()?);
    let day = format!("{year}-{month:0>2}-{of_month:0>2}");
    if !is_day(&day) || parts.next().is_some() {
        return None;
    }
    let time: String = behind.trim_start_matches([' ', 'T', '\u{3000}']).chars().take(5).collect();
    let minute = format!("{day} {time}");
    Some(if is_minute(&minute) { minute } else { day })
}

/// An index number: letters, digits and strokes up to a gap.
fn index_number(value: &str) -> Option<String> {
    let of_number = |c: char| c.is_alphanumeric() || "-/_.〔〕[]()（）".contains(c);
    let end = value.find(|c: char| !of_number(c)).unwrap_or(value.len());
    let number = &value[..end];
    (number.bytes().filter(u8::is_ascii_digit).count() >= 4).then(|| number.to_owned())
}

/// The day on which all agree, to the minute where one tells it.
fn only_day(mut days: Vec<String>) -> String {
    days.sort_by_key(String::len);
    let Some(exact) = days.pop() else { return String::new() };
    if days.iter().all(|day| exact.starts_with(day.as_str())) { exact } else { String::new() }
}

fn only(mut values: Vec<String>) -> Option<String> {
    values.dedup();
    if values.len() == 1 { values.pop() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_are_read_as_pages_print_them() {
        for (value, expected) in [
            ("2026-03-25 10:12:33 来源：某局", Some("2026-03-25 10:12")),
            ("2026-03-25", Some("2026-03-25")),
            ("2026年3月5日　浏览", Some("2026-03-05")),
            ("2026-03-25T10:12:00+08:00", Some("2026-03-25 10:12")),
            ("2026-13-25", None),
            ("近日", None),
        ] {
            assert_eq!(day(value).as_deref(), expected, "{value}");
        }
        let found: Vec<&str> =
            values("索 引 号： 11150/2026-00012 主题 索引号 没有", "索引号").collect();
        let numbers: Vec<String> = found.into_iter().filter_map(index_number).collect();
        assert_eq!(numbers, ["11150/2026-00012"]);
    }

    #[test]
    fn what_is_told_in_two_ways_is_not_taken_over() {
        let days = |days: &[&str]| only_day(days.iter().map(|day| (*day).to_owned()).collect());
        assert_eq!(days(&["2026-03-25", "2026-03-25 10:12"]), "2026-03-25 10:12");
        assert_eq!(days(&["2026-03-25", "2026-03-26"]), "");
        assert_eq!(days(&["2026-03-25 10:12", "2026-03-25 10:13"]), "");
    }
}
