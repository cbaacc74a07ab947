//! Reads a folder of seeds into a [`Library`], natively: the one place where texts come in. Every
//! problem names its file and line, and nothing in the folder is passed over in silence.
//!
//! | module | what it does |
//! |---|---|
//! | `folder` | files: only those that lie in the folder |
//! | `parsed` | TOML with the place of every value, and keys that nothing reads |
//! | `additions` | what editors add: glossary, topics, places, bodies |
//! | `analysis` | what is computed from the texts |
//! | `values` | dates and addresses that can't be |
//! | `translations` | the translations of a document, each in a file of its own |
//! | `checks` | names, dates, addresses, what stands there twice |
//! | `lists` | lists that editors add: ids, forms, what is only begun |
//! | `series` | what documents say of each other |
//! | `errors` | errors in both languages |
//! | `stray` | files that nothing reads |

/// A file that is a list of tables.
macro_rules! list {
    ($name:ident, $key:literal, $entry:ty) => {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name {
            #[serde(default, rename = $key)]
            list: Vec<$entry>,
        }
    };
}

mod additions;
mod analysis;
mod checks;
mod errors;
mod folder;
mod lists;
mod parsed;
mod series;
mod stray;
mod translations;
mod values;

use std::path::Path;

use anyhow::{Context, Result, bail};
use corpus::editorial;
use corpus::errata::ErratumSeed;
use corpus::glossary::ThesaurusEntry;
use corpus::{
    Bilingual, Document, DocumentId, Edition, Library, Metadata, Problem, Publication, Severity,
    bilingual, parse,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};

pub use errors::{BilingualContext, system, wording};
pub use folder::Folder;
use parsed::problem;
pub use parsed::{Parsed, nearest, not_toml};
pub use translations::unknown_language;

list!(Thesaurus, "entry", ThesaurusEntry);
list!(Errata, "erratum", ErratumSeed);

/// Everything in the folder `seeds` with links and facts, and what is wrong with it. Problems name
/// their files relative to the folder ([`Folder::told`] names them for people).
///
/// # Errors
/// Where files that the site needs can't be read, or are not valid TOML: for each of them file,
/// line, what to do.
pub fn read(seeds: &Path) -> Result<(Library, Vec<Problem>)> {
    let (mut library, mut problems) = texts(seeds)?;
    let folder = Folder::new(seeds);
    analysis::analyse(&mut library, &folder, &mut problems)?;
    let files = |path: &str| folder.text(path).ok();
    let table = editorial_table(&folder, &mut problems)?;
    let thesaurus = thesaurus_of(&folder, &mut problems)?;
    problems.extend(editorial::check(&library, &thesaurus, &table, &files));
    stray::check(&folder, &library, &mut problems);
    library.contents = library.contents();
    Ok((library, problems))
}

/// What the folder says, without what is computed from it: no links, no facts.
///
/// # Errors
/// As [`read`].
pub fn texts(seeds: &Path) -> Result<(Library, Vec<Problem>)> {
    let folder = Folder::new(seeds);
    let mut problems = Vec::new();
    let mut site = folder.toml::<Publication>("site.toml", &mut problems)?;
    checks::site(&mut site, &mut problems);
    let mut library = Library { publication: site.value, ..Library::default() };
    // All files that can't be read are told at once.
    let mut unreadable: Vec<Bilingual> = Vec::new();
    for id in &library.publication.documents {
        match edition(&folder, &id.0, &library.publication, &mut problems) {
            Ok(edition) => library.editions.push(edition),
            Err(error) => unreadable.push(wording(&error)),
        }
    }
    let described =
        |id: &DocumentId| folder.toml(&format!("{id}/document.toml"), &mut Vec::new()).ok();
    problems.extend(series::check(&library, &described));
    series::settle(&mut library);
    if let Err(error) = additions::add(&folder, &mut library, &mut problems) {
        unreadable.push(wording(&error));
    }
    if !unreadable.is_empty() {
        let lines = |pick: fn(&Bilingual) -> &str| {
            unreadable.iter().map(pick).collect::<Vec<_>>().join("\n")
        };
        bail!(Bilingual { zh: lines(|told| &told.zh), en: lines(|told| &told.en) }.error());
    }
    Ok((library, problems))
}

/// The thesaurus for the search, its rarer words last; empty where there is none.
///
/// # Errors
/// Where a file is not valid.
pub fn thesaurus(seeds: &Path) -> Result<Vec<ThesaurusEntry>> {
    thesaurus_of(&Folder::new(seeds), &mut Vec::new())
}

fn thesaurus_of(folder: &Folder, problems: &mut Vec<Problem>) -> Result<Vec<ThesaurusEntry>> {
    let mut entries = folder.optional::<Thesaurus>("thesaurus.toml", problems)?.value.list;
    let rare = folder.optional::<Thesaurus>("thesaurus-rare.toml", problems)?.value.list;
    entries.extend(rare.into_iter().map(|entry| ThesaurusEntry { rare: true, ..entry }));
    Ok(entries)
}

/// The SHA-256 of bytes in hexadecimal, as `document.toml` states it.
pub fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn in_file(found: Vec<Problem>, path: &str) -> impl Iterator<Item = Problem> {
    found.into_iter().map(move |problem| problem.in_file(path))
}

/// What the editorial checks know: the program's own table and the portal's additions.
fn editorial_table(folder: &Folder, problems: &mut Vec<Problem>) -> Result<editorial::Table> {
    let own: editorial::Table =
        toml::from_str(editorial::BUILT_IN).context("the program's own table is not valid")?;
    Ok(own.with(folder.optional("editorial.toml", problems)?.value))
}

fn edition(
    folder: &Folder,
    id: &str,
    site: &Publication,
    problems: &mut Vec<Problem>,
) -> Result<Edition> {
    let path = format!("{id}/document.toml");
    let mut described = folder.toml::<Metadata>(&path, problems)?;
    if described.value.id.0 != id {
        let (file, line) = (folder.shown(&path), described.at("id").line);
        let own = &described.value.id;
        bail!(
            bilingual!(
                "{file}:{line}：id 是“{own}”，而文件夹是“{id}”；请改成一样",
                "{file}:{line}: id is “{own}”, but the folder is “{id}”; make them the same"
            )
            .error()
        );
    }
    problems.extend(in_file(checks::document(&mut described, site), &path));
    let document = document(folder, &described, problems)?;
    let stated = corpus::stated::stated(&document);
    let mut metadata = described.value.clone();
    let found = corpus::stated::take_over(&mut metadata, &stated, |key| described.at(key));
    problems.extend(in_file(found, &path));
    if metadata.title.zh.trim().is_empty() {
        metadata.title.zh = document.title.iter().map(|line| line.text.as_str()).collect();
    }
    problems.extend(checks::untitled(&metadata, described.at("title")).map(|p| p.in_file(&path)));
    problems.extend(checks::open_fields(&metadata, described.at("id")).map(|p| p.in_file(&path)));
    let translations = translations::read(folder, id, &document, problems)?;
    let errata = errata(folder, id, &document, problems)?;
    Ok(Edition { metadata, document, translations, errata, facts: Vec::new() })
}

fn document(
    folder: &Folder,
    described: &Parsed<Metadata>,
    problems: &mut Vec<Problem>,
) -> Result<Document> {
    let metadata = &described.value;
    let file = format!("{}/document.toml", metadata.id);
    let source = folder.text(&metadata.source).with_wording(|| {
        let (file, line) = (folder.shown(&file), described.at("source").line);
        bilingual!("{file}:{line}：source 写的正文文件", "{file}:{line}: source")
    })?;
    problems.extend(in_file(checks::unseen(&source, |_| false), &metadata.source));
    let mut found = Vec::new();
    let digest = sha256(source.as_bytes());
    if !metadata.sha256.is_empty() && metadata.sha256 != digest {
        let stated = &metadata.sha256;
        let message = bilingual!(
            "正文文件的 SHA-256 是 {digest}，而 sha256 写的是 {stated}；如果正文是有意改动的，\
             请核对，再写上新的值",
            "the source's SHA-256 is {digest}, but sha256 says {stated}; if the source was changed \
             on purpose, review it and write the new digest"
        );
        found.push(problem(Severity::Error, described.at("sha256"), message));
    }
    let [first, last] = metadata.lines.unwrap_or([1, u32::MAX]);
    let total = source.lines().count();
    if metadata.lines.is_some() && (first == 0 || first > last || last as usize > total) {
        let message = bilingual!(
            "lines [{first}, {last}] 超出了正文文件，它只有 {total} 行；请写这份文件的第一行和最后一行",
            "lines [{first}, {last}] are not in the source, which has {total}; write the first and \
             the last line of the document"
        );
        found.push(problem(Severity::Error, described.at("lines"), message));
    }
    problems.extend(in_file(found, &file));
    let count = last.saturating_sub(first).saturating_add(1) as usize;
    let lines: Vec<&str> =
        source.lines().skip(first.saturating_sub(1) as usize).take(count).collect();
    let (document, found) = parse(&metadata.id, metadata.kind, &lines.join("\n"), first);
    problems.extend(in_file(found, &metadata.source));
    Ok(document)
}

fn errata(
    folder: &Folder,
    id: &str,
    document: &Document,
    problems: &mut Vec<Problem>,
) -> Result<Vec<corpus::Erratum>> {
    let path = format!("{id}/errata.toml");
    let file = folder.optional::<Errata>(&path, problems)?;
    let mut errata: Vec<corpus::Erratum> = Vec::new();
    for (index, seed) in file.value.list.iter().enumerate() {
        let at = file.at(&format!("erratum.{index}.at"));
        let (placed, found) = corpus::errata::place(document, vec![seed.clone()]);
        problems.extend(in_file(found, &path).map(|problem| Problem { at, ..problem }));
        for erratum in placed {
            if errata.iter().any(|known| known.at == erratum.at && known.span == erratum.span) {
                let message = bilingual!(
                    "这一句的这几个字已经有一条勘误；请删去一条",
                    "these words of this sentence have an erratum already; remove one"
                );
                problems.push(problem(Severity::Error, at, message).in_file(&path));
            } else {
                errata.push(erratum);
            }
        }
    }
    Ok(errata)
}
