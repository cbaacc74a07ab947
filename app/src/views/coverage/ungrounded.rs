//! Statements of the interpretation without ground in the policy, sentence by sentence, with the
//! statement marked. Background (what has been achieved) stands apart.

use corpus::coverage::{Ungrounded, UngroundedKind};
use corpus::{Address, Coverage, Span};
use maud::{Markup, html};

use crate::marks::Mark;
use crate::reader::Reader;
use crate::views::quoted;
use crate::words::words;

/// Both lists.
pub fn ungrounded(reader: &Reader, covered: &Coverage) -> Markup {
    let words = words(reader.route.locale);
    let told = |past: bool| -> Vec<&Ungrounded> {
        covered.ungrounded.iter().filter(|statement| statement.past == past).collect()
    };
    let (ahead, past) = (told(false), told(true));
    html! {
        h3 { (words.ungrounded) " " span.muted { (ahead.len()) } }
        p.muted { (words.ungrounded_lead) }
        @if ahead.is_empty() { p { (words.ungrounded_none) } }
        (list(reader, &ahead))
        @if !past.is_empty() {
            h3 { (words.ungrounded_past) " " span.muted { (past.len()) } }
            (list(reader, &past))
        }
    }
}

fn list(reader: &Reader, statements: &[&Ungrounded]) -> Markup {
    html! {
        @if !statements.is_empty() {
            ul.statements {
                @for group in by_sentence(statements) { li { (one(reader, &group)) } }
            }
        }
    }
}

fn by_sentence<'a>(found: &[&'a Ungrounded]) -> Vec<Vec<&'a Ungrounded>> {
    let mut groups: Vec<Vec<&Ungrounded>> = Vec::new();
    for statement in found {
        match groups.last_mut() {
            Some(group) if group[0].at == statement.at => group.push(statement),
            _ => groups.push(vec![statement]),
        }
    }
    groups
}

fn one(reader: &Reader, group: &[&Ungrounded]) -> Markup {
    let at: &Address = &group[0].at;
    // A figure inside a statement that is marked as a whole needs no mark of its own.
    let inside = |span: Span, other: Span| {
        other.start <= span.start && span.end <= other.end && other != span
    };
    let marks: Vec<(Span, Mark)> = group
        .iter()
        .filter(|statement| !group.iter().any(|other| inside(statement.span, other.span)))
        .map(|statement| (statement.span, Mark::Changed))
        .collect();
    let mut kinds: Vec<&'static str> = Vec::new();
    for statement in group {
        let name = kind(reader, statement.kind);
        if !kinds.contains(&name) {
            kinds.push(name);
        }
    }
    html! {
        (quoted::sentence(reader, at, &marks))
        p.source {
            @for name in kinds { span.tag { (name) } " " }
            (quoted::source(reader, at))
        }
    }
}

fn kind(reader: &Reader, kind: UngroundedKind) -> &'static str {
    let words = words(reader.route.locale);
    match kind {
        UngroundedKind::Sentence => words.kind_sentence,
        UngroundedKind::Clause => words.kind_clause,
        UngroundedKind::Member => words.kind_member,
        UngroundedKind::Figure => words.kind_figure,
    }
}
