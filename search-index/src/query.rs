//! The query language. Parsing never fails: what can't be read as syntax is read as plain words,
//! and says so.
//!
//! | written | means |
//! |---|---|
//! | `草原 火灾` | words, combined for ranking |
//! | `"永久基本农田"`, `“…”`, `「…」` | exactly this |
//! | `-保险` | without |
//! | `厕所 OR 水厕` | one or the other |
//! | `(…)` | grouping |
//! | `title:`, `标题：` | in headings |
//! | `part:3`, `部分：3` | in part 3 |
//! | `document:`, `文件：` | in the document with this in its id or name |
//! | `lang:en`, `lang:zh` | in this language |

mod signs;

use signs::{FIELDS, Field, closes_group, closes_quote, opens_group, opens_quote};

/// A query as a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ast {
    /// Plain words, white space between them.
    Words(String),
    /// Exactly these characters.
    Exact(String),
    /// Only where the heading has it.
    Title(Box<Ast>),
    /// Only in the part with this number.
    Part(String),
    /// Only in documents with this in their id or name.
    Document(String),
    /// Only in English (`true`) or Chinese.
    Language(bool),
    /// Only where this is not.
    Not(Box<Ast>),
    /// All of them.
    And(Vec<Ast>),
    /// Any of them.
    Or(Vec<Ast>),
}

/// A parsed query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// What it says.
    pub ast: Ast,
    /// Whether a slip in its syntax was read as plain words.
    pub has_syntax_error: bool,
    /// Whether only its beginning was read.
    pub shortened: bool,
}

/// At most this many characters are read: longer than any sentence of the texts at hand, short
/// enough that the work for one query stays bounded.
pub const LONGEST: usize = 400;

/// Brackets nest this deep at most.
const DEEPEST: usize = 12;

/// Reads a query.
pub fn parse(text: &str) -> Query {
    // Control characters and lone halves of surrogates (as U+FFFD) are white space.
    let clean = |c: char| if c.is_control() || c == '\u{fffd}' { ' ' } else { c };
    let mut chars: Vec<char> = text.chars().take(LONGEST + 1).map(clean).collect();
    let shortened = chars.len() > LONGEST;
    chars.truncate(LONGEST);
    let mut parser = Parser { chars, at: 0, has_syntax_error: false };
    let mut ast = parser.alternatives(0);
    while parser.at < parser.chars.len() {
        // A closing bracket too many.
        parser.has_syntax_error = true;
        parser.at += 1;
        let more = parser.alternatives(0);
        ast = and(vec![ast, more]);
    }
    Query { ast, has_syntax_error: parser.has_syntax_error, shortened }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    has_syntax_error: bool,
}

impl Parser {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    /// Items up to a closing bracket or the end, with `OR` between groups of them.
    fn alternatives(&mut self, depth: usize) -> Ast {
        let mut groups = vec![Vec::new()];
        let mut pending_or = false;
        while let Some(c) = self.peek(0) {
            if closes_group(c) {
                break;
            } else if c.is_whitespace() {
                self.at += 1;
            } else if let Some(length) = self.or_operator() {
                self.at += length;
                if groups.last().is_some_and(Vec::is_empty) {
                    self.has_syntax_error = true;
                } else {
                    groups.push(Vec::new());
                    pending_or = true;
                }
            } else if let (Some(item), Some(group)) = (self.item(depth), groups.last_mut()) {
                pending_or = false;
                group.push(item);
            }
        }
        self.has_syntax_error |= pending_or;
        groups.retain(|group| !group.is_empty());
        let mut groups: Vec<Ast> = groups.into_iter().map(and).collect();
        match groups.len() {
            0 => Ast::And(Vec::new()),
            1 => groups.remove(0),
            _ => Ast::Or(groups),
        }
    }

    fn or_operator(&self) -> Option<usize> {
        let border = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || opens_group(c));
        match (self.peek(0)?, self.peek(1)) {
            ('|' | '｜', _) => Some(1),
            ('O', Some('R')) if border(self.peek(2)) => Some(2),
            _ => None,
        }
    }

    fn item(&mut self, depth: usize) -> Option<Ast> {
        let c = self.peek(0)?;
        let next = self.peek(1);
        if matches!(c, '-' | '－' | '−') && next.is_some_and(|n| !n.is_whitespace() && n != '-')
        {
            self.at += 1;
            return Some(Ast::Not(Box::new(self.item(depth)?)));
        }
        if opens_group(c) && self.bracketed_number().is_none() {
            return self.group(depth);
        }
        if opens_quote(c)
            && let Some(exact) = self.quoted()
        {
            return Some(exact);
        }
        match self.field() {
            Some(field) => self.field_value(field, depth),
            None => self.word(),
        }
    }

    fn group(&mut self, depth: usize) -> Option<Ast> {
        self.at += 1;
        if depth >= DEEPEST {
            self.has_syntax_error = true;
            return None;
        }
        let inside = self.alternatives(depth + 1);
        if self.peek(0).is_some_and(closes_group) {
            self.at += 1;
        } else {
            self.has_syntax_error = true;
        }
        (inside != Ast::And(Vec::new())).then_some(inside)
    }

    /// How long the number in brackets is that begins here: （八）, as texts print it, is no group.
    fn bracketed_number(&self) -> Option<usize> {
        let rest = self.chars.get(self.at + 1..)?;
        let digits = rest.iter().take_while(|c| "一二三四五六七八九十百0123456789".contains(**c));
        let digits = digits.count();
        let closed = rest.get(digits).is_some_and(|c| closes_group(*c));
        (opens_group(self.peek(0)?) && digits > 0 && closed).then_some(digits + 2)
    }

    /// A quotation, if its closing mark ends a word: in `“蒙”字标` the marks are only printed.
    fn quoted(&mut self) -> Option<Ast> {
        let start = self.at + 1;
        let straight = matches!(self.chars[self.at], '"' | '＂');
        let mut depth = 1;
        let length = self.chars[start..].iter().position(|c| {
            // Quotations in quotations: “推动“蒙”字标”, "推动“蒙”字标".
            if straight {
                depth -= usize::from(matches!(c, '"' | '＂'));
            } else if matches!(c, '“' | '「' | '『' | '«') {
                depth += 1;
            } else if closes_quote(*c) {
                depth -= 1;
            }
            depth == 0
        });
        let end = length.map_or(self.chars.len(), |length| start + length);
        let after = self.chars.get(end + 1);
        if length.is_some()
            && after.is_some_and(|c| !c.is_whitespace() && !closes_group(*c) && *c != '|')
        {
            return None;
        }
        // A quotation that is still open is being typed: everything after it is quoted.
        self.has_syntax_error |= length.is_none();
        self.at = (end + 1).min(self.chars.len());
        let text: String = self.chars[start..end].iter().collect();
        if text.trim().is_empty() {
            self.has_syntax_error = true;
            return Some(Ast::And(Vec::new()));
        }
        Some(Ast::Exact(text))
    }

    /// Reads over `title:` and its like.
    fn field(&mut self) -> Option<Field> {
        let rest = &self.chars[self.at..];
        let (length, field) = FIELDS.iter().find_map(|(name, field)| {
            let length = name.chars().count();
            let same = rest.len() > length
                && name.chars().zip(rest).all(|(a, b)| a == b.to_ascii_lowercase())
                && matches!(rest[length], ':' | '：');
            same.then_some((length + 1, *field))
        })?;
        if rest.get(length).is_none_or(|c| c.is_whitespace()) {
            self.has_syntax_error = true;
            return None;
        }
        self.at += length;
        Some(field)
    }

    fn field_value(&mut self, field: Field, depth: usize) -> Option<Ast> {
        if matches!(field, Field::Title) {
            return Some(Ast::Title(Box::new(self.item(depth)?)));
        }
        // Part (3) is part 3.
        let bracket = usize::from(self.bracketed_number().is_some());
        self.at += bracket;
        let value = match self.item(DEEPEST)? {
            Ast::Words(text) | Ast::Exact(text) => {
                self.at += bracket;
                text
            }
            other => {
                self.has_syntax_error = true;
                return Some(other);
            }
        };
        let folded: String = value.chars().map(crate::text::fold::fold).collect();
        match (field, folded.as_str()) {
            (Field::Part, _) => Some(Ast::Part(folded)),
            (Field::Document, _) => Some(Ast::Document(folded)),
            (_, "en" | "english" | "英文" | "英语") => Some(Ast::Language(true)),
            (_, "zh" | "cn" | "chinese" | "中文" | "汉语") => Some(Ast::Language(false)),
            _ => {
                self.has_syntax_error = true;
                Some(Ast::Words(value))
            }
        }
    }

    /// A word: up to white space or a bracket.
    fn word(&mut self) -> Option<Ast> {
        let start = self.at;
        while let Some(c) = self.peek(0) {
            if let Some(length) = self.bracketed_number() {
                self.at += length;
                continue;
            }
            let ends = c.is_whitespace() || closes_group(c) || opens_group(c) && self.at > start;
            if ends || matches!(c, '|' | '｜') {
                break;
            }
            self.at += 1;
        }
        if self.at == start {
            self.at += 1;
            return None;
        }
        let text: String = self.chars[start..self.at].iter().collect();
        (text != "AND" && text != "&").then_some(Ast::Words(text))
    }
}

/// All of the items; plain words that follow each other become one run.
fn and(items: Vec<Ast>) -> Ast {
    let mut joined: Vec<Ast> = Vec::new();
    for item in items {
        match (joined.last_mut(), item) {
            (Some(Ast::Words(open)), Ast::Words(more)) => {
                open.push(' ');
                open.push_str(&more);
            }
            (_, Ast::And(inner)) if inner.is_empty() => {}
            (_, item) => joined.push(item),
        }
    }
    if joined.len() == 1 { joined.remove(0) } else { Ast::And(joined) }
}

#[cfg(test)]
mod tests;
