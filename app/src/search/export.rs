//! The hits as files that can be cited: text, number, document, absolute address, release.

use crate::citation::Access;
use crate::page_context::PageContext;
use crate::ui::fill;
use crate::ui::found::words;

mod rows;

pub use rows::Matched;
use rows::{COLUMNS, Row, is_number, rows};

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values for spreadsheets.
    Csv,
    /// JSON.
    Json,
    /// Markdown.
    Markdown,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Markdown];

    /// The ending of file names.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }
}

/// What is being written out.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// The query as typed.
    pub query: &'a str,
    /// The absolute address of the search.
    pub address: &'a str,
    /// What citations say of the site and the day.
    pub access: Access<'a>,
}

/// The matching sentences of these hits in this form.
pub fn export(
    form: Form,
    page_context: &PageContext,
    search: &Search<'_>,
    hits: &[Matched],
) -> String {
    let rows = hits.iter().flat_map(|matched| rows(page_context, search, matched));
    match form {
        Form::Csv => csv(rows, search),
        Form::Json => json(rows, search),
        Form::Markdown => markdown(rows, search, page_context),
    }
}

/// The name of the file: what was searched and when, without what file systems refuse.
pub fn file_name(form: Form, page_context: &PageContext, search: &Search<'_>) -> String {
    /// Characters of the query; a name of 255 bytes must hold it.
    const LONGEST: usize = 40;
    let refused = |c: char| c.is_control() || "\\/:*?\"<>|.".contains(c);
    let harmless = |c: char| if refused(c) { ' ' } else { c };
    let query: String = search.query.chars().take(LONGEST).map(harmless).collect();
    let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = fill(words(page_context.route.locale).export_file, &query);
    [&name, " ", search.access.day, ".", form.ending()].concat()
}

/// With a byte order mark, without which spreadsheets take UTF-8 for something else.
fn csv(rows: impl Iterator<Item = Row>, search: &Search<'_>) -> String {
    let mut text = "\u{FEFF}".to_owned();
    for column in COLUMNS {
        text.push_str(column);
        text.push(',');
    }
    text.push_str("release\r\n");
    for row in rows {
        for (column, value) in COLUMNS.iter().zip(&row) {
            if is_number(column) {
                text.push_str(value);
            } else {
                text.push_str(&corpus::csv::field(value));
            }
            text.push(',');
        }
        text.push_str(search.access.release);
        text.push_str("\r\n");
    }
    text
}

fn json(rows: impl Iterator<Item = Row>, search: &Search<'_>) -> String {
    let mut text = "{\n".to_owned();
    for (name, value) in [
        ("query", search.query),
        ("address", search.address),
        ("release", search.access.release),
        ("accessed", search.access.day),
    ] {
        member(&mut text, "  ", name, value);
        text.push_str(",\n");
    }
    text.push_str("  \"sentences\": [");
    for (index, row) in rows.enumerate() {
        text.push_str(if index > 0 { ",\n    {" } else { "\n    {" });
        for (index, (column, value)) in COLUMNS.iter().zip(&row).enumerate() {
            text.push_str(if index > 0 { ",\n" } else { "\n" });
            if is_number(column) {
                let value = if value.is_empty() { "null" } else { value.as_str() };
                for part in ["      \"", column, "\": ", value] {
                    text.push_str(part);
                }
            } else {
                member(&mut text, "      ", column, value);
            }
        }
        text.push_str("\n    }");
    }
    text.push_str("\n  ]\n}\n");
    text
}

fn member(text: &mut String, indent: &str, name: &str, value: &str) {
    text.push_str(indent);
    text.push('"');
    text.push_str(name);
    text.push_str("\": \"");
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            // Control characters have no place in the texts; a query may hold them.
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text.push('"');
}

fn markdown(
    rows: impl Iterator<Item = Row>,
    search: &Search<'_>,
    page_context: &PageContext,
) -> String {
    let words = words(page_context.route.locale);
    let mut text = "# ".to_owned();
    text.push_str(&fill(words.export_title, search.query).replace('\n', " "));
    for line in [search.address, &fill(words.export_release, search.access.release)] {
        text.push_str("\n\n");
        text.push_str(line);
    }
    for [_, title, _, _, _, sentence, translation, .., citation] in rows {
        text.push_str("\n\n## ");
        text.push_str(&title);
        for quoted in [sentence, translation].iter().filter(|quoted| !quoted.is_empty()) {
            text.push_str("\n\n> ");
            text.push_str(quoted);
        }
        text.push_str("\n\n— ");
        text.push_str(&citation);
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use search_index::fallback::{QueryMatcher, Texts};

    use super::*;
    use crate::page_context::LibraryIndex;
    use crate::route::{Page, Route, UiLocale};

    const SEARCH: Search<'_> = Search {
        query: "牧场 \"a\"",
        address: "https://example.org/search/?q=x",
        access: Access { root: "https://example.org/", release: "abc", day: "2026-11-25" },
    };

    fn page_context() -> PageContext {
        let source = "一、奶业振兴\n（一）发展奶业。建设“牧场”,加工鲜奶。扶持农机。保护牧场草场，管好牧场。\n";
        let library_index = Arc::new(LibraryIndex::new(crate::search::tests::library(source)));
        PageContext::new(&library_index, Route::new(UiLocale::Zh, Page::Search))
    }

    fn exported(form: Form) -> String {
        let page_context = page_context();
        let texts = Texts::new(page_context.library());
        let request = crate::search::asked::Asked::read("?q=牧场").request(1, 0, 9, false);
        let found = search_index::fallback::search(&texts, None, &request);
        let reading = QueryMatcher::new(&texts, None, "牧场");
        let matched = found.hits.into_iter().map(|hit| {
            let sentences = reading.marks(&hit.at);
            Matched { hit, sentences }
        });
        export(form, &page_context, &SEARCH, &matched.collect::<Vec<_>>())
    }

    #[test]
    fn each_matching_sentence_has_a_row_and_numbers_are_numbers() {
        let row = |number: u16, text: &str| {
            format!(
                "\"1\",\"（一）发展奶业\",\"实施意见\",\"\",{number},\"{text}\",\"\",\"牧场\",\"exact\",\
                 \"https://example.org/a/1/#s{number}\",\"《实施意见》，（一）发展奶业，第{number}句，\
                 https://example.org/a/1/#s{number}，网站版本：abc，2026-11-25查阅\",abc\r\n"
            )
        };
        let head = "\u{FEFF}number,title,document,issuer,sentence,text,translation,found,fit,\
                    address,citation,release\r\n";
        let rows = [row(1, "建设“牧场”,加工鲜奶。"), row(3, "保护牧场草场，管好牧场。")];
        assert_eq!(exported(Form::Csv), [head, &rows.concat()].concat());
    }

    #[test]
    fn json_is_json() {
        let text = exported(Form::Json);
        assert!(text.contains("\"query\": \"牧场 \\\"a\\\"\",\n"), "{text}");
        assert!(text.contains("      \"sentence\": 3,\n"), "{text}");
        assert!(text.ends_with("查阅\"\n    }\n  ]\n}\n"), "{text}");
    }

    #[test]
    fn markdown_cites_each_sentence() {
        let text = exported(Form::Markdown);
        let cited = "> 保护牧场草场，管好牧场。\n\n\
                     — 《实施意见》，（一）发展奶业，第3句，https://example.org/a/1/#s3，\
                     网站版本：abc，2026-11-25查阅\n";
        assert!(text.ends_with(cited), "{text}");
    }

    #[test]
    fn a_file_is_named_by_what_was_searched_and_when() {
        let named = |query| file_name(Form::Csv, &page_context(), &Search { query, ..SEARCH });
        assert_eq!(named("\"肉羊\" a/b"), "搜索 肉羊 a b 2026-11-25.csv");
        let long = ["搜索 ", &"奶".repeat(40), " 2026-11-25.csv"].concat();
        assert_eq!(named(&"奶".repeat(400)), long);
    }
}
