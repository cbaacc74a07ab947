//! How a text was understood, for the eyes of the person who brought it.

use std::fmt::Write;

use corpus::{Bilingual, Document, Problem, Severity, Unit, UnitRef, bilingual, is_annex_number};

use super::kinds;
use crate::exports::{gap, unit_name};

/// As many first characters of a provision as the preview shows.
const FIRST_WORDS: usize = 24;

/// As many notices of one kind as are listed one by one.
const MOST_NOTICES: usize = 3;

/// Whom a tree is told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Readers of Chinese.
    Chinese,
    /// Readers of English.
    English,
    /// Developers: counts in both languages, problems in English.
    Developers,
}

impl Audience {
    /// What is told of these words.
    fn pick(self, words: Bilingual) -> String {
        match self {
            Self::Chinese => words.zh,
            Self::English => words.en,
            Self::Developers => format!("{} / {}", words.zh, words.en),
        }
    }
}

/// The tree of parts and provisions with counts and first words, and the problems beneath it.
pub fn tree(document: &Document, problems: &[Problem], audience: Audience) -> String {
    let mut out = String::new();
    let kind = kinds::name(document.kind);
    let kind = match audience {
        Audience::Developers => format!("{} {}", kind.zh, kind.en),
        one => one.pick(kind),
    };
    let _ = writeln!(out, "{} · {kind}", document.id);
    for line in &document.title {
        let _ = writeln!(out, "  {}", line.text);
    }
    let measures =
        document.provisions.iter().filter(|p| p.is_numbered() && !is_annex_number(&p.number));
    let numbered = measures.count();
    let sentences = document.sentences().count();
    let characters = document.characters().chars().count();
    let parts = document.count_parts();
    let annexes = match document.count_annexes() {
        0 => Bilingual::default(),
        count => bilingual!("附件 {count} 个，", "annexes: {count}, "),
    };
    let counts = bilingual!(
        "{parts} 个部分，{numbered} 条，{annexes}{sentences} 句，{characters} 字",
        "parts: {parts}, measures: {numbered}, {annexes}sentences: {sentences}, characters: {characters}";
        annexes
    );
    let _ = writeln!(out, "  {}\n", audience.pick(counts));
    let mut depth = 0;
    for unit in document.units() {
        match unit {
            UnitRef::Title(_) => {}
            UnitRef::Division(division) => {
                depth = usize::from(division.depth) + 1;
                let count = division.provisions.end - division.provisions.start;
                let count = match audience {
                    Audience::English => format!("({count})"),
                    _ => format!("（{count}）"),
                };
                let _ = writeln!(out, "{}{}  {count}", "  ".repeat(depth), unit_name(&unit));
            }
            UnitRef::Provision(provision) => provision_line(provision, depth, audience, &mut out),
        }
    }
    list(problems, audience, &mut out);
    out
}

fn provision_line(
    provision: &corpus::Provision,
    depth: usize,
    audience: Audience,
    out: &mut String,
) {
    let address = Unit::Provision(provision.number.clone()).to_string();
    let body = provision.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    let count = body.clone().count();
    let words: String = match &provision.title {
        Some(title) => title.text.clone(),
        None => body.map(|sentence| sentence.text.as_str()).collect(),
    };
    let more = if words.chars().count() > FIRST_WORDS { "…" } else { "" };
    let words: String = words.chars().take(FIRST_WORDS).collect();
    let paragraphs = provision.paragraphs.len();
    let counts = match audience {
        Audience::English => format!("(paragraphs: {paragraphs}, sentences: {count})"),
        _ => format!("（{paragraphs} 段 {count} 句）"),
    };
    let _ = writeln!(
        out,
        "{}{address:<6} {}{}{words}{more}  {counts}",
        "  ".repeat(depth + 1),
        provision.label,
        gap(&provision.label),
    );
}

/// Errors and warnings one by one, the many notices in short.
fn list(problems: &[Problem], audience: Audience, out: &mut String) {
    if problems.is_empty() {
        let _ = writeln!(out, "\n{}", audience.pick(bilingual!("没有发现问题。", "No problems.")));
        return;
    }
    out.push('\n');
    let mut shown: Vec<(corpus::ProblemKind, usize)> = Vec::new();
    for problem in problems {
        // What an import left out is told each time: it is in no other place.
        let notice =
            problem.severity == Severity::Notice && problem.kind != corpus::ProblemKind::Import;
        let seen = if let Some((_, seen)) = shown.iter_mut().find(|(kind, _)| *kind == problem.kind)
        {
            seen
        } else {
            shown.push((problem.kind, 0));
            let last = shown.len() - 1;
            &mut shown[last].1
        };
        *seen += usize::from(notice);
        if !notice || *seen <= MOST_NOTICES {
            let _ = writeln!(out, "{}", problem.line(audience != Audience::Chinese));
        }
    }
    let hidden: usize = shown.iter().map(|(_, seen)| seen.saturating_sub(MOST_NOTICES)).sum();
    if hidden > 0 {
        let more =
            bilingual!("另有 {hidden} 条同类提示", "and {hidden} more notices of these kinds");
        let _ = writeln!(out, "… {}", audience.pick(more));
    }
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let notices = count(Severity::Notice);
    let counts = bilingual!(
        "{errors} 个错误，{warnings} 个警告，{notices} 个提示",
        "errors: {errors}, warnings: {warnings}, notices: {notices}"
    );
    let _ = writeln!(out, "\n{}", audience.pick(counts));
}

#[cfg(test)]
mod tests {
    use corpus::{DocumentKind, parse};

    use super::*;

    #[test]
    fn the_tree_and_the_problems() {
        let text = "关于修路的意见\n\n现提出如下意见。\n\n一、道路\n\n（一）修好村路。新建公路,改建公路。\n\n\
            （三）管好 and 村路。落实责任。\n";
        let (document, problems) = parse(&"roads".into(), DocumentKind::Policy, text, 1);
        let problems: Vec<Problem> =
            problems.into_iter().map(|problem| problem.in_file("roads/source.txt")).collect();
        insta::assert_snapshot!(tree(&document, &problems, Audience::Developers));
        let (zh, en) = (
            tree(&document, &problems, Audience::Chinese),
            tree(&document, &problems, Audience::English),
        );
        assert!(zh.contains("个警告") && !zh.contains("warning"), "{zh}");
        assert!(en.contains("warnings") && !en.contains("个警告"), "{en}");
    }
    #[test]
    fn parts_and_measures_are_counted_as_people_do_and_annexes_apart() {
        let text = "关于印发修路办法的通知\n\n现印发给你们。\n\n某某县人民政府\n\n2026年3月1日\n\n\
            （此件公开发布）\n\n修路办法\n\n一、道路\n\n（一）修路。新建公路。\n\n二、管护\n\n\
            （二）管路。落实责任。\n\n附件：分工表\n\n附件\n\n分工表\n\n1.修路由县里负责。\n";
        let (document, problems) = parse(&"roads".into(), DocumentKind::Policy, text, 1);
        let told = tree(&document, &problems, Audience::Chinese);
        assert!(told.contains("2 个部分，2 条，附件 1 个，"), "{told}");
        let told = tree(&document, &problems, Audience::English);
        assert!(told.contains("parts: 2, measures: 2, annexes: 1, "), "{told}");
    }
}
