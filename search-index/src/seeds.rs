//! Reads a folder of seeds into a [`Library`], natively: the one place where texts come in. Every
//! problem names its file and line.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use corpus::editorial;
use corpus::errata::ErratumSeed;
use corpus::glossary::{self, Body, Place, Term, ThesaurusEntry, Topic};
use corpus::library::LocatedTopic;
use corpus::{
    Document, Edition, Library, Locale, Metadata, Position, Problem, ProblemKind, Publication,
    Severity, parse, translation,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// Everything in the folder `seeds` with links and facts, and what is wrong with it. Problems name
/// their files relative to the folder.
///
/// # Errors
/// Where a file that the site needs can't be read, or is not valid TOML: file, line, what to do.
pub fn read(seeds: &Path) -> Result<(Library, Vec<Problem>)> {
    let (mut library, mut problems) = texts(seeds)?;
    let root = Seeds { root: seeds.to_owned() };
    analyse(&mut library, &root, &mut problems)?;
    let files = |path: &str| root.text(path).ok();
    let table = root.editorial_table()?;
    let thesaurus = thesaurus(seeds)?;
    problems.extend(editorial::check(&library, &thesaurus, &table, &files));
    library.contents = library.contents();
    Ok((library, problems))
}

/// What the folder says, without what is computed from it: no links, no facts.
///
/// # Errors
/// As [`read`].
pub fn texts(seeds: &Path) -> Result<(Library, Vec<Problem>)> {
    let seeds = Seeds { root: seeds.to_owned() };
    let mut problems = Vec::new();
    let publication: Publication = seeds.toml("site.toml")?;
    let mut library = Library { publication, ..Library::default() };
    for id in library.publication.documents.clone() {
        library.editions.push(seeds.edition(&id.0, &mut problems)?);
    }
    seeds.editorial(&mut library, &mut problems)?;
    Ok((library, problems))
}

/// What is computed from the texts: links, facts, and the checks of translations against both.
fn analyse(library: &mut Library, seeds: &Seeds, problems: &mut Vec<Problem>) -> Result<()> {
    let places: Vec<String> =
        library.places.iter().flat_map(|place| place.zh.iter().cloned()).collect();
    for edition in &mut library.editions {
        edition.facts = corpus::facts::facts(&edition.document, &places);
        for translation in &edition.translations {
            let path = format!("{}/translation.en.md", edition.document.id);
            let file = seeds.text(&path)?;
            let document = &edition.document;
            let figures = translation::check_figures(document, translation, &file);
            let terms = translation::check_terms(document, translation, &library.terms, &file);
            problems.extend(in_file(figures, &path).chain(in_file(terms, &path)));
        }
    }
    let mut links = Vec::new();
    for edition in &library.editions {
        let Some(explained) = edition.metadata.explains.as_ref() else { continue };
        if let Some(policy) = library.edition(explained) {
            links.extend(corpus::links::link(&policy.document, &edition.document));
            continue;
        }
        let message = format!(
            "it explains “{explained}”, which is not among the documents in site.toml; add it \
             there or correct `explains`"
        );
        let at = Position { line: 1, column: 1 };
        let problem = Problem::new(ProblemKind::Metadata, Severity::Error, at, message);
        problems.push(problem.in_file(&format!("{}/document.toml", edition.document.id)));
    }
    library.links = links;
    Ok(())
}

/// The thesaurus for the search, empty where there is none.
///
/// # Errors
/// Where the file is not valid.
pub fn thesaurus(seeds: &Path) -> Result<Vec<ThesaurusEntry>> {
    #[derive(Default, Deserialize)]
    struct File {
        #[serde(default)]
        entry: Vec<ThesaurusEntry>,
    }
    let seeds = Seeds { root: seeds.to_owned() };
    Ok(seeds.optional::<File>("thesaurus.toml")?.entry)
}

/// The SHA-256 of bytes in hexadecimal, as `document.toml` states it.
pub fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn in_file(found: Vec<Problem>, path: &str) -> impl Iterator<Item = Problem> {
    found.into_iter().map(move |problem| problem.in_file(path))
}

struct Seeds {
    root: PathBuf,
}

impl Seeds {
    /// A file as people would name it: from where they are.
    fn shown(&self, path: &str) -> String {
        let file = self.root.join(path);
        let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
        let root = std::fs::canonicalize(&self.root);
        match root.as_deref().map(|root| root.strip_prefix(&here)) {
            Ok(Ok(root)) => root.join(path).display().to_string(),
            _ => file.display().to_string(),
        }
    }

    fn text(&self, path: &str) -> Result<String> {
        std::fs::read_to_string(self.root.join(path)).with_context(|| {
            format!("{} can't be read; it must exist and be UTF-8", self.shown(path))
        })
    }

    fn toml<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        let text = self.text(path)?;
        toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
            anyhow::anyhow!("{}:{line}: {}; correct this line", self.shown(path), error.message())
        })
    }

    fn optional<T: DeserializeOwned + Default>(&self, path: &str) -> Result<T> {
        if self.root.join(path).exists() { self.toml(path) } else { Ok(T::default()) }
    }

    /// What the editorial checks know: the program's own table and the portal's additions.
    fn editorial_table(&self) -> Result<editorial::Table> {
        let own: editorial::Table =
            toml::from_str(editorial::BUILT_IN).context("the program's own table is not valid")?;
        Ok(own.with(self.optional("editorial.toml")?))
    }

    fn edition(&self, id: &str, problems: &mut Vec<Problem>) -> Result<Edition> {
        let metadata: Metadata = self.toml(&format!("{id}/document.toml"))?;
        if metadata.id.0 != id {
            let file = self.shown(&format!("{id}/document.toml"));
            bail!("{file}: id is “{}”, but the folder is “{id}”", metadata.id);
        }
        let document = self.document(&metadata, problems)?;
        let translations = self.translation(id, &document, problems)?;
        let errata = self.errata(id, &document, problems)?;
        Ok(Edition { metadata, document, translations, errata, facts: Vec::new() })
    }

    fn document(&self, metadata: &Metadata, problems: &mut Vec<Problem>) -> Result<Document> {
        let source = self.text(&metadata.source)?;
        let digest = sha256(source.as_bytes());
        if !metadata.sha256.is_empty() && metadata.sha256 != digest {
            let message = format!(
                "the source's SHA-256 is {digest}, but sha256 says {}; if the source was changed \
                 on purpose, review it and write the new digest",
                metadata.sha256
            );
            let problem = Problem::new(
                ProblemKind::Metadata,
                Severity::Error,
                Position { line: 1, column: 1 },
                message,
            );
            problems.push(problem.in_file(&format!("{}/document.toml", metadata.id)));
        }
        let [first, last] = metadata.lines.unwrap_or([1, u32::MAX]);
        let count = last.saturating_sub(first).saturating_add(1) as usize;
        let lines: Vec<&str> =
            source.lines().skip(first.saturating_sub(1) as usize).take(count).collect();
        let (document, found) = parse(&metadata.id, metadata.kind, &lines.join("\n"), first);
        problems.extend(in_file(found, &metadata.source));
        Ok(document)
    }

    fn translation(
        &self,
        id: &str,
        document: &Document,
        problems: &mut Vec<Problem>,
    ) -> Result<Vec<corpus::Translation>> {
        let path = format!("{id}/translation.en.md");
        if !self.root.join(&path).exists() {
            return Ok(Vec::new());
        }
        let (translation, found) = translation::align(document, Locale::en(), &self.text(&path)?);
        problems.extend(in_file(found, &path));
        Ok(vec![translation])
    }

    fn errata(
        &self,
        id: &str,
        document: &Document,
        problems: &mut Vec<Problem>,
    ) -> Result<Vec<corpus::Erratum>> {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            #[serde(default)]
            erratum: Vec<ErratumSeed>,
        }
        let path = format!("{id}/errata.toml");
        let file: File = self.optional(&path)?;
        let (errata, found) = corpus::errata::place(document, file.erratum);
        problems.extend(in_file(found, &path));
        Ok(errata)
    }

    /// Glossary, topics, places, bodies: optional files, each a list of tables.
    fn editorial(&self, library: &mut Library, problems: &mut Vec<Problem>) -> Result<()> {
        let documents: Vec<Document> = library.documents().cloned().collect();
        library.terms = self.list::<Term>("glossary.toml", "term")?;
        library.places = self.list::<Place>("places.toml", "place")?;
        library.bodies = self.list::<Body>("bodies.toml", "body")?;
        let mut check = |file: &str, what: &str, forms: &[String]| {
            let mut found = Vec::new();
            glossary::check_forms(what, forms, &documents, &mut found);
            problems.extend(in_file(found, file));
        };
        library.terms.iter().for_each(|term| check("glossary.toml", &term.id, &term.zh));
        library.places.iter().for_each(|place| check("places.toml", &place.id, &place.zh));
        library.bodies.iter().for_each(|body| check("bodies.toml", &body.id, &body.zh));
        for topic in self.list::<Topic>("topics.toml", "topic")? {
            let mut found = Vec::new();
            let sentences = glossary::locate(&topic, &documents, &mut found);
            problems.extend(in_file(found, "topics.toml"));
            let sentences = sentences.into_iter().flatten().collect();
            library.topics.push(LocatedTopic { topic, sentences });
        }
        Ok(())
    }

    fn list<T: DeserializeOwned>(&self, path: &str, key: &str) -> Result<Vec<T>> {
        let mut file: HashMap<String, Vec<T>> = self.optional(path)?;
        Ok(file.remove(key).unwrap_or_default())
    }
}
