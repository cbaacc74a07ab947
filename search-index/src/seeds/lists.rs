//! Lists that editors add, held against what can be: ids, forms, what explanations rest on, entries
//! that are only begun.

use std::collections::HashMap;

use corpus::glossary::Term;
use corpus::{Address, Document, Position, Problem, ProblemKind, Severity, bilingual, names};

use super::parsed::{Parsed, listed, problem};

/// Checks the ids of a list, the same in all files: the grammar, and that none stands there twice.
pub(super) fn ids<'a, T>(
    file: &Parsed<T>,
    table: &str,
    ids: impl Iterator<Item = &'a str>,
    problems: &mut Vec<Problem>,
) {
    let mut first: HashMap<&str, Position> = HashMap::new();
    for (index, id) in ids.enumerate() {
        let at = file.at(&format!("{table}.{index}.id"));
        if let Err(error) = names::check_id(id) {
            problems.push(problem(Severity::Error, at, error.wording()));
        }
        if let Some(before) = first.insert(id, at) {
            let line = before.line;
            let message = bilingual!(
                "第 {line} 行已经用了代号“{id}”；请换一个",
                "the id “{id}” is that of line {line} already"
            );
            problems.push(problem(Severity::Error, at, message));
        }
    }
}

/// Checks that a list of forms is not empty, and that no form belongs to two entries.
pub(super) fn forms<'a, T>(
    file: &Parsed<T>,
    table: &str,
    entries: impl Iterator<Item = &'a [String]>,
    problems: &mut Vec<Problem>,
) {
    let mut first: HashMap<&str, Position> = HashMap::new();
    for (index, forms) in entries.enumerate() {
        if forms.iter().all(|form| form.trim().is_empty()) {
            let at = file.at(&format!("{table}.{index}.zh"));
            let message = bilingual!(
                "`zh` 是空的；请写正文里的叫法，词条本身写在第一个",
                "`zh` is empty; write how the texts name it, the headword first"
            );
            problems.push(problem(Severity::Error, at, message));
        }
        for (number, form) in forms.iter().enumerate() {
            let at = file.at(&format!("{table}.{index}.zh.{number}"));
            if let Some(before) = first.insert(form, at) {
                let line = before.line;
                let message = bilingual!(
                    "第 {line} 行已经有“{form}”；读者只会看到其中一个",
                    "“{form}” stands in line {line} already; readers are shown one of the two"
                );
                problems.push(Problem::new(ProblemKind::Glossary, Severity::Warning, at, message));
            }
        }
    }
}

/// Checks what the explanations of terms rest on.
pub(super) fn bases(
    file: &Parsed<impl Sized>,
    terms: &[Term],
    documents: &[Document],
    problems: &mut Vec<Problem>,
) {
    let there = |basis: &str| {
        let address: Option<Address> = basis.parse().ok();
        address.is_some_and(|address| {
            let document = documents.iter().find(|document| document.id == address.document);
            document.is_some_and(|document| document.sentence(&address).is_some())
        })
    };
    for (index, term) in terms.iter().enumerate() {
        if !["editors", ""].contains(&term.basis.as_str()) && !there(&term.basis) {
            let at = file.at(&format!("term.{index}.basis"));
            let basis = &term.basis;
            let message = bilingual!(
                "basis“{basis}”既不是“editors”，也不是一句话的地址（例如 roads-2026/13#s2）；\
                 读者点不到出处",
                "basis “{basis}” is neither “editors” nor the address of a sentence, such as \
                 roads-2026/13#s2; readers can't be led to it"
            );
            problems.push(Problem::new(ProblemKind::Glossary, Severity::Warning, at, message));
        }
    }
}

/// One warning for all entries of a list that are only begun: they are published as far as they go.
pub(super) fn halves<'a, T>(
    file: &Parsed<T>,
    table: &str,
    entries: impl ExactSizeIterator<Item = Vec<(&'a str, bool)>>,
    problems: &mut Vec<Problem>,
) {
    let total = entries.len();
    let mut first = None;
    let mut half = 0;
    for (index, fields) in entries.enumerate() {
        let missing: Vec<&str> =
            fields.into_iter().filter(|(_, there)| !there).map(|(field, _)| field).collect();
        if !missing.is_empty() {
            half += 1;
            first.get_or_insert((index, missing));
        }
    }
    let Some((index, missing)) = first else { return };
    let (whole, missing) = (total - half, listed(&missing));
    let message = bilingual!(
        "{total} 个 [[{table}]] 中有 {whole} 个填写完整；已填写的会发布；这里的 {missing} 是空的",
        "{whole} of {total} [[{table}]] are filled in; what is there is published; here {missing} \
         is empty"; missing
    );
    let at = file.at(&format!("{table}.{index}"));
    problems.push(Problem::new(ProblemKind::Glossary, Severity::Warning, at, message));
}
