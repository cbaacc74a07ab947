//! The hits as files that can be cited: text, number, document, absolute address, release.

use corpus::{Address, Unit};
use search_index::protocol::{Fit, Hit};

use crate::reader::Reader;
use crate::route::{Route, UiLocale};
use crate::ui::fill;
use crate::ui::found::words;

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
    /// The absolute address of the site's root.
    pub root: &'a str,
    /// The release of the site.
    pub release: &'a str,
}

/// The columns, in their order.
const COLUMNS: [&str; 8] =
    ["number", "title", "document", "text", "translation", "fit", "places", "address"];

/// Whether a column holds counts, which are written as numbers and not as text.
fn is_count(column: &str) -> bool {
    column == "places"
}

/// The hits in this form.
pub fn export(form: Form, reader: &Reader, search: &Search<'_>, hits: &[Hit]) -> String {
    let rows = hits.iter().map(|hit| row(reader, search, hit));
    match form {
        Form::Csv => csv(rows, search),
        Form::Json => json(rows, search),
        Form::Markdown => markdown(rows, search, reader),
    }
}

type Row = [String; COLUMNS.len()];

fn row(reader: &Reader, search: &Search<'_>, hit: &Hit) -> Row {
    let locale = reader.route.locale;
    let first = || hit.snippets.iter().find_map(|snippet| snippet.at.sentence);
    let at = Address { sentence: hit.at.sentence.or_else(first), ..hit.at.clone() };
    let text = reader.library().sentence(&at).map_or("", |sentence| sentence.text.as_str());
    let translation = reader.shelf.translated(&at).unwrap_or_default();
    let edition = reader.edition(&at.document);
    let title = edition
        .map(|edition| reader.unit_name(&edition.document, &at.unit, locale))
        .unwrap_or_default();
    let number = match &at.unit {
        Unit::Title => String::new(),
        Unit::Division(number) | Unit::Provision(number) => number.clone(),
    };
    let document = edition.map_or("", |edition| edition.metadata.title.pick(locale.english()));
    let fit = match hit.fit {
        Fit::Exact => "exact",
        Fit::Related => "related",
        Fit::Partial => "partial",
    };
    [
        number,
        title,
        document.to_owned(),
        text.to_owned(),
        translation.to_owned(),
        fit.to_owned(),
        hit.places.to_string(),
        absolute(search.root, locale, &at),
    ]
}

/// The absolute address of a place.
fn absolute(root: &str, locale: UiLocale, at: &Address) -> String {
    let mut address = [root, &Route::of(locale, at).path()].concat();
    if let Some(number) = at.sentence {
        address.push_str("#s");
        address.push_str(&number.to_string());
    }
    address
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
            if is_count(column) {
                text.push_str(value);
            } else {
                text.push_str(&corpus::csv::field(value));
            }
            text.push(',');
        }
        text.push_str(search.release);
        text.push_str("\r\n");
    }
    text
}

fn json(rows: impl Iterator<Item = Row>, search: &Search<'_>) -> String {
    let mut text = "{\n".to_owned();
    for (name, value) in
        [("query", search.query), ("address", search.address), ("release", search.release)]
    {
        member(&mut text, "  ", name, value);
        text.push_str(",\n");
    }
    text.push_str("  \"hits\": [");
    for (index, row) in rows.enumerate() {
        text.push_str(if index > 0 { ",\n    {" } else { "\n    {" });
        for (index, (column, value)) in COLUMNS.iter().zip(&row).enumerate() {
            text.push_str(if index > 0 { ",\n" } else { "\n" });
            if is_count(column) {
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

fn markdown(rows: impl Iterator<Item = Row>, search: &Search<'_>, reader: &Reader) -> String {
    let words = words(reader.route.locale);
    let mut text = "# ".to_owned();
    text.push_str(&fill(words.export_title, search.query).replace('\n', " "));
    for line in [search.address, &fill(words.export_release, search.release)] {
        text.push_str("\n\n");
        text.push_str(line);
    }
    for [_, title, document, sentence, translation, _, _, address] in rows {
        text.push_str("\n\n## ");
        text.push_str(&title);
        for quoted in [sentence, translation].iter().filter(|quoted| !quoted.is_empty()) {
            text.push_str("\n\n> ");
            text.push_str(quoted);
        }
        text.push_str("\n\n— ");
        for part in [document.as_str(), ", ", &title, ", <", &address, ">"] {
            text.push_str(part);
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::reader::Shelf;
    use crate::route::Page;

    fn exported(form: Form) -> String {
        let source = "一、奶业振兴\n（一）发展奶业。建设“牧场”,加工鲜奶。\n";
        let shelf = Arc::new(Shelf::new(crate::search::tests::library(source)));
        let reader = Reader::new(&shelf, Route::new(UiLocale::Zh, Page::Search));
        let request = crate::search::asked::Asked::read("?q=牧场").request(1, 0, 9, false);
        let found = search_index::fallback::search(shelf.library, &request);
        let search = Search {
            query: "牧场 \"a\"",
            address: "https://example.org/search/?q=x",
            root: "https://example.org/",
            release: "abc",
        };
        export(form, &reader, &search, &found.hits)
    }

    #[test]
    fn csv_quotes_every_field() {
        assert_eq!(
            exported(Form::Csv),
            "\u{FEFF}number,title,document,text,translation,fit,places,address,release\r\n\
             \"1\",\"（一）发展奶业\",\"实施意见\",\"建设“牧场”,加工鲜奶。\",\"\",\"exact\",1,\
             \"https://example.org/a/1/#s1\",abc\r\n"
        );
    }

    #[test]
    fn json_is_json() {
        let text = exported(Form::Json);
        assert!(text.contains("\"query\": \"牧场 \\\"a\\\"\",\n"), "{text}");
        assert!(text.contains("      \"places\": 1,\n"), "{text}");
        assert!(
            text.contains("\"address\": \"https://example.org/a/1/#s1\"\n    }\n  ]\n}\n"),
            "{text}"
        );
    }

    #[test]
    fn markdown_cites_each_hit() {
        let text = exported(Form::Markdown);
        let cited = "> 建设“牧场”,加工鲜奶。\n\n\
                     — 实施意见, （一）发展奶业, <https://example.org/a/1/#s1>\n";
        assert!(text.ends_with(cited), "{text}");
    }
}
