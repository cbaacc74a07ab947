//! A question with its filters and order, as the address carries it:
//! `?q=羊圈&document=opinions-2026&part=opinions-2026/part-3&topic=herders&sort=document`.

use corpus::{Address, DocumentId};
use search_index::protocol::{Filters, Order, SearchRequest};

/// How many hits are asked for at a time.
pub const PAGE: u32 = 20;

/// What a reader asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The query as typed.
    pub query: String,
    /// Which hits to keep.
    pub filters: Filters,
    /// In which order.
    pub order: Order,
}

impl Asked {
    /// Reads the part of an address from `?` to `#`. What is unknown or wrong is left out.
    pub fn read(search: &str) -> Self {
        let mut asked = Self::default();
        for pair in search.trim_start_matches('?').split('&') {
            let Some((name, value)) = pair.split_once('=') else { continue };
            let value = decoded(value);
            match name {
                "q" => asked.query = value,
                "sort" if value == "document" => asked.order = Order::Document,
                name => asked.toggle(name, &value),
            }
        }
        asked
    }

    /// The part of an address from `?` on; empty where nothing is asked.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut add = |name: &str, value: &str| {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.push_str(name);
            text.push('=');
            encode(value, &mut text);
        };
        if !self.query.is_empty() {
            add("q", &self.query);
        }
        for id in &self.filters.documents {
            add("document", &id.0);
        }
        for part in &self.filters.parts {
            add("part", &part.text());
        }
        for topic in &self.filters.topics {
            add("topic", topic);
        }
        if self.order == Order::Document {
            add("sort", "document");
        }
        text
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty()
    }

    /// Whether the reader narrowed the list.
    pub fn is_filtered(&self) -> bool {
        self.filters != Filters::default()
    }

    /// Adds a filter, or takes it away where it is set. `name` is that of the address.
    pub fn toggle(&mut self, name: &str, value: &str) {
        let Filters { documents, parts, topics } = &mut self.filters;
        match name {
            "document" => toggle(documents, DocumentId::from(value)),
            "part" => {
                if let Ok(part) = value.parse::<Address>() {
                    toggle(parts, part);
                }
            }
            "topic" => toggle(topics, value.to_owned()),
            "sort" => {
                self.order = if value == "document" { Order::Document } else { Order::Relevance };
            }
            _ => {}
        }
    }

    /// The request for hits from `offset` on.
    pub fn request(&self, id: u32, offset: u32, limit: u32, english: bool) -> SearchRequest {
        SearchRequest {
            id,
            query: self.query.clone(),
            filters: self.filters.clone(),
            order: self.order,
            offset,
            limit,
            english,
        }
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|other| *other == value) {
        Some(index) => drop(list.remove(index)),
        None => list.push(value),
    }
}

/// A query as it is said back in a line of the page: what is pasted can be longer than any line.
pub fn echo(query: &str) -> String {
    const LONGEST: usize = 40;
    let mut chars = query.trim().chars();
    let mut text: String = chars.by_ref().take(LONGEST).collect();
    if chars.next().is_some() {
        text.push('…');
    }
    text
}

/// `?q=…` for links to pages where the query is to be marked.
pub fn carry(query: &str) -> String {
    Asked { query: query.to_owned(), ..Asked::default() }.write()
}

/// Percent-encodes as `encodeURIComponent` does, but for `/`, which may stand in a query, and `'`,
/// which browsers encode as well: an address reads as it was written.
fn encode(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*()/".contains(&byte) {
            into.push(byte as char);
        } else {
            into.push('%');
            into.push(HEX[usize::from(byte >> 4)] as char);
            into.push(HEX[usize::from(byte & 15)] as char);
        }
    }
}

/// Undoes percent-encoding; a plus is a space, as forms write it.
fn decoded(text: &str) -> String {
    let digit = |byte: Option<&u8>| (*byte? as char).to_digit(16);
    let bytes = text.as_bytes();
    let mut plain = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = match byte {
            b'%' => digit(bytes.get(at + 1)).zip(digit(bytes.get(at + 2))),
            _ => None,
        };
        at += if code.is_some() { 3 } else { 1 };
        plain.push(match (code, byte) {
            (Some((high, low)), _) => (high * 16 + low) as u8,
            (None, b'+') => b' ',
            (None, byte) => *byte,
        });
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        for query in ["羊圈 补贴", "\"高标准农田\" -奶业", "100% & more?#=+", "a/b", ""]
        {
            let mut asked = Asked { query: query.to_owned(), ..Asked::default() };
            asked.toggle("document", "opinions-2026");
            asked.toggle("part", "opinions-2026/part-3");
            asked.toggle("topic", "herders");
            asked.toggle("sort", "document");
            assert_eq!(Asked::read(&asked.write()), asked, "{query}");
        }
        assert_eq!(Asked::default().write(), "");
    }

    #[test]
    fn damaged_addresses_are_read_as_far_as_they_go() {
        let asked = Asked::read("?q=a%2&part=x&nothing&sort=up&q=%E7%BE%8A+%FF");
        assert_eq!(asked.query, "羊 \u{FFFD}");
        assert!(!asked.is_filtered());
        assert_eq!(asked.order, Order::Relevance);
    }

    #[test]
    fn a_long_query_is_said_back_cut_between_characters() {
        assert_eq!(echo(" 羊圈 补贴 "), "羊圈 补贴");
        let long = "羊圈".repeat(30);
        assert_eq!(echo(&long), format!("{}…", "羊圈".repeat(20)));
        assert_eq!(echo(&long[..120]), "羊圈".repeat(20));
    }

    #[test]
    fn a_filter_set_twice_is_taken_away() {
        let mut asked = Asked::read("?q=a&document=b");
        assert!(asked.is_filtered());
        asked.toggle("document", "b");
        assert_eq!(asked.write(), "?q=a");
        assert_eq!(carry("a b"), "?q=a%20b");
    }
}
