//! Files in the folder that nothing reads: a misspelt name must not lose its content unnoticed.

use std::collections::BTreeSet;

use corpus::{Bilingual, Library, Position, Problem, Severity, bilingual};

use super::folder::Folder;
use super::parsed::{listed, nearest, problem};
use super::translations;

/// Files that any site may have.
const OF_THE_SITE: [&str; 10] = [
    "site.toml",
    "releases.toml",
    "glossary.toml",
    "topics.toml",
    "places.toml",
    "bodies.toml",
    "thesaurus.toml",
    "thesaurus-rare.toml",
    "editorial.toml",
    "README.md",
];

/// The folder with words of further languages of the interface.
const INTERFACE: &str = "interface";

/// Files that any document may have.
const OF_A_DOCUMENT: [&str; 4] = ["document.toml", "errata.toml", "translation.en.md", "README.md"];

/// A warning for every file that no part of the site is made from.
pub(super) fn check(folder: &Folder, library: &Library, problems: &mut Vec<Problem>) {
    let publication = &library.publication;
    let named = [&publication.theme.logo, &publication.portal.party_government_sign];
    let sources = library.editions.iter().map(|edition| &edition.metadata.source);
    let read: BTreeSet<&str> = named
        .into_iter()
        .chain(sources)
        .map(String::as_str)
        .filter(|path| !path.is_empty())
        .collect();
    let documents: Vec<&str> = publication.documents.iter().map(|id| id.0.as_str()).collect();
    for (name, is_folder) in entries(folder, "") {
        if !is_folder {
            file(&name, "", &OF_THE_SITE, &read, problems);
        } else if documents.contains(&name.as_str()) {
            for (inner, _) in entries(folder, &name) {
                file(&inner, &name, &OF_A_DOCUMENT, &read, problems);
            }
        } else if name == INTERFACE {
            // The words of the interface are the site's, which tells what is wrong with them.
        } else if !read.iter().any(|path| path.starts_with(&format!("{name}/"))) {
            let message = if let Some(meant) = nearest(&name, documents.iter().copied()) {
                bilingual!(
                    "这个文件夹不会被读取；是不是要写“{meant}”？",
                    "nothing reads this folder; did you mean “{meant}”?"
                )
            } else {
                bilingual!(
                    "这个文件夹不会被读取；请把“{name}”加进 site.toml 的 `documents`，或者删去",
                    "nothing reads this folder; add “{name}” to `documents` in site.toml, or \
                     remove it"
                )
            };
            problems.push(stray(&name, message));
        }
    }
}

/// What people put there; systems and editors leave files of their own beside.
fn entries(folder: &Folder, path: &str) -> impl Iterator<Item = (String, bool)> {
    folder.entries(path).into_iter().filter(|(name, _)| {
        !name.starts_with(['.', '~']) && !name.ends_with('~') && name != "Thumbs.db"
    })
}

fn file(
    name: &str,
    within: &str,
    known: &[&str],
    read: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) {
    let path = if within.is_empty() { name.to_owned() } else { format!("{within}/{name}") };
    // `new` keeps the file that a text was taken from as `original.docx`.
    let original = !within.is_empty() && name.starts_with("original.");
    // Translations tell themselves what is wrong with their names.
    let translation = !within.is_empty() && translations::tag(name).is_some();
    if known.contains(&name) || read.contains(path.as_str()) || original || translation {
        return;
    }
    let elsewhere: &[&str] = if within.is_empty() { &OF_A_DOCUMENT } else { &[] };
    let message = if let Some(meant) = nearest(name, known.iter().chain(elsewhere).copied()) {
        if known.contains(&meant) {
            bilingual!(
                "这个文件不会被读取；是不是要写“{meant}”？",
                "nothing reads this file; did you mean “{meant}”?"
            )
        } else {
            bilingual!(
                "这个文件不会被读取；是不是要写“{meant}”？它要放在所属文件的文件夹里",
                "nothing reads this file; did you mean “{meant}”? It belongs in the folder of its \
                 document"
            )
        }
    } else {
        let known = listed(known);
        bilingual!(
            "这个文件不会被读取；请删去，或者改成其中一个名称：{known}",
            "nothing reads this file; remove it, or name it as one of: {known}"; known
        )
    };
    problems.push(stray(&path, message));
}

fn stray(path: &str, message: Bilingual) -> Problem {
    problem(Severity::Warning, Position { line: 1, column: 1 }, message).in_file(path)
}
