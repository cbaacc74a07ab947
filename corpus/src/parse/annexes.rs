//! Annexes that a text lists and annexes that are there: what is missing on either side is told.

use super::blocks::Block;
use super::roles::Role;
use crate::bilingual;
use crate::numbering::{LabelKind, label};
use crate::problem::{Position, Problem, ProblemKind, Severity};

/// A name with fewer characters says too little to be looked for.
const SHORTEST_NAME: usize = 2;

/// Words by which a list says that an annex comes on another way.
const ELSEWHERE: [&str; 6] = ["略", "另发", "另附", "另行", "见附表", "不公开"];

/// An annex that the list names.
struct Entry {
    name: String,
    at: Position,
    block: usize,
}

/// Tells of annexes that are listed and not there, and of those that are there and not listed.
pub fn report(blocks: &[Block], problems: &mut Vec<Problem>) {
    let entries = entries(blocks);
    let annexes: Vec<usize> = (0..blocks.len()).filter(|at| is_annex(&blocks[*at])).collect();
    if annexes.len() < entries.len() {
        for entry in entries.iter().filter(|entry| !is_there(blocks, entry)) {
            let name = &entry.name;
            let message = bilingual!(
                "正文列出了附件“{name}”，文件里却没有；如果有它的文字，请加在正文后面",
                "the text lists the annex “{name}”, which is not in the file; if you have its \
                 text, add it below"
            );
            tell(entry.at, message, problems);
        }
    }
    let Some(first) = annexes.first() else { return };
    let speaks = blocks[..*first].iter().any(|block| squeezed(&block.chars).contains("附件"));
    let unlisted = if entries.is_empty() {
        if speaks { &[][..] } else { &annexes[..] }
    } else {
        annexes.get(entries.len()..).unwrap_or_default()
    };
    for at in unlisted {
        let name: String = blocks[*at].chars.iter().collect();
        let message = bilingual!(
            "文件里有“{name}”，正文却没有列出这个附件；请核对是不是漏了文字",
            "“{name}” is in the file, but the text lists no such annex; check whether text is missing"
        );
        tell(blocks[*at].places.first().copied().unwrap_or_default(), message, problems);
    }
}

fn tell(at: Position, message: crate::locale::Bilingual, problems: &mut Vec<Problem>) {
    problems.push(Problem::new(ProblemKind::Annex, Severity::Notice, at, message));
}

fn is_annex(block: &Block) -> bool {
    block.role == Role::Annex && block.chars.starts_with(&['附', '件'])
}

fn squeezed(chars: &[char]) -> String {
    chars.iter().filter(|c| !c.is_whitespace()).collect()
}

/// The entries of the list in the close before the first annex.
fn entries(blocks: &[Block]) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut listing = false;
    let main = blocks.iter().take_while(|block| block.role != Role::Annex);
    for (at, block) in main.enumerate().filter(|(_, block)| block.role == Role::Close) {
        let chars = &block.chars;
        let rest = behind_annex(chars);
        let own = label(chars).filter(|own| own.kind == LabelKind::Arabic);
        let start = match (rest, own) {
            (Some(start), _) => start,
            (None, Some(_)) if listing => 0,
            _ => {
                listing = false;
                continue;
            }
        };
        listing = true;
        for name in names(&chars[start..]) {
            let place = block.places.first().copied().unwrap_or_default();
            found.push(Entry { name, at: place, block: at });
        }
    }
    found
}

/// Where the names begin behind 附件：, 附件1：.
fn behind_annex(chars: &[char]) -> Option<usize> {
    let rest = chars.strip_prefix(&['附'])?;
    let rest = rest.strip_prefix(&['件']).unwrap_or(rest);
    let colon = rest.iter().take(6).position(|c| matches!(c, '：' | ':'))?;
    Some(chars.len() - rest.len() + colon + 1)
}

/// The names in a list that stands in one line or has a line for each: 1.甲表　2.乙表.
fn names(chars: &[char]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = chars;
    loop {
        let start = rest.iter().take_while(|c| c.is_whitespace()).count();
        let own = label(&rest[start..]).filter(|own| own.kind == LabelKind::Arabic);
        let from = start + own.as_ref().map_or(0, |own| own.length);
        let next = |at: &usize| {
            let own = own.as_ref().map_or(0, |own| own.ordinal);
            label(&rest[*at..]).is_some_and(|l| l.kind == LabelKind::Arabic && l.ordinal == own + 1)
        };
        let end = (from + 1..rest.len()).find(|at| own.is_some() && next(at));
        let name = squeezed(&rest[from.min(rest.len())..end.unwrap_or(rest.len())]);
        let name = name.trim_end_matches(['。', '；', '，', ';']).to_owned();
        let elsewhere = ELSEWHERE.iter().any(|word| name.contains(word));
        if name.chars().count() >= SHORTEST_NAME && !elsewhere {
            found.push(name);
        }
        match end {
            Some(end) => rest = &rest[end..],
            None => return found,
        }
    }
}

/// Whether what the list names stands below it as a title.
fn is_there(blocks: &[Block], entry: &Entry) -> bool {
    let bare =
        |text: &str| -> String { text.chars().filter(|c| !"《》“”".contains(*c)).collect() };
    let name = bare(&entry.name);
    blocks[entry.block + 1..].iter().any(|block| {
        let titles = block.heading
            || matches!(block.role, Role::Annex | Role::AnnexTitle | Role::IssuedTitle);
        let words = bare(&squeezed(&block.chars));
        titles && (words.ends_with(&name) || words.len() > 12 && name.ends_with(&words))
    })
}

#[cfg(test)]
mod tests {
    use crate::metadata::DocumentKind;
    use crate::parse;
    use crate::problem::ProblemKind;

    /// What is told of annexes in a notice with this below its text.
    fn told(below: &str) -> Vec<String> {
        let text = format!("关于种树的通知\n\n各乡镇：\n\n请按要求种树。\n\n{below}");
        let (_, problems) = parse(&"x".into(), DocumentKind::Policy, &text, 1);
        let own = problems.into_iter().filter(|problem| problem.kind == ProblemKind::Annex);
        own.map(|problem| problem.message).collect()
    }

    #[test]
    fn listed_annexes_that_are_missing_are_told() {
        let signed = "某某县人民政府\n\n2026年3月1日\n";
        let listed = format!("附件：1.树种表\n\n2.分工表\n\n{signed}");
        let missing = told(&format!("{listed}\n附件1\n\n树种表\n\n杨树三十株。\n"));
        assert!(missing.len() == 1 && missing[0].contains("分工表"), "{missing:?}");
        assert_eq!(told(&listed).len(), 2);
        let both = format!("{listed}\n附件1\n\n树种表\n\n杨树。\n\n附件2\n\n分工表\n\n县里。\n");
        assert_eq!(told(&both), [""; 0]);
        assert_eq!(told(&format!("附件：树种表（另发）\n\n{signed}")), [""; 0]);
        assert_eq!(told(signed), [""; 0]);
    }

    #[test]
    fn annexes_that_nothing_names_are_told() {
        let signed = "某某县人民政府\n\n2026年3月1日\n";
        let own = told(&format!("{signed}\n附件1\n\n树种表\n\n杨树三十株。\n"));
        assert!(own.len() == 1 && own[0].contains("lists no such annex"), "{own:?}");
        let listed = format!("附件：树种表\n\n{signed}\n附件\n\n树种表\n\n杨树三十株。\n");
        assert_eq!(told(&listed), [""; 0]);
    }
}
