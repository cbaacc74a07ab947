//! All that a site is made from, with all that is wrong in it: texts and what editors add are read
//! by `search_index::seeds`; colours, logo and releases are the site's own.

use std::path::{Path, PathBuf};

use anyhow::Result;
use corpus::glossary::ThesaurusEntry;
use corpus::{Library, Problem, Severity};
use search_index::seeds::Folder;

use crate::interface::{self, FurtherLanguage};
use crate::portal::Releases;
use crate::{logo, portal, style};

/// What a folder of seeds says.
#[derive(Debug)]
pub struct Seeds {
    /// The folder itself: a logo is copied from it.
    pub root: PathBuf,
    /// Texts, what editors add, links and facts.
    pub library: Library,
    /// Everyday words, for the search.
    pub thesaurus: Vec<ThesaurusEntry>,
    /// What was published when.
    pub releases: Releases,
    /// Languages of the interface beside Chinese and English.
    pub interface: Vec<FurtherLanguage>,
    /// What is wrong, the files named relative to the folder.
    pub problems: Vec<Problem>,
}

/// Reads the folder.
///
/// # Errors
/// Where files that the site needs can't be read, or are not valid TOML.
pub fn read(seeds: &Path) -> Result<Seeds> {
    let (library, mut problems) = search_index::seeds::read(seeds)?;
    problems.extend(style::theme::problems(&library.publication.theme));
    problems.extend(logo::problems(&library.publication, seeds));
    let folder = Folder::new(seeds);
    let interface = interface::read(&folder, &library, &mut problems)?;
    let file = folder.optional::<Releases>(portal::RELEASES_FILE, &mut problems)?;
    problems.extend(portal::undated(&file));
    let thesaurus = search_index::seeds::thesaurus(seeds)?;
    let releases = file.value;
    Ok(Seeds { root: seeds.to_owned(), library, thesaurus, releases, interface, problems })
}

impl Seeds {
    /// The problems with their files as people would name them, from where they are.
    pub fn told(&self) -> Vec<Problem> {
        let folder = Folder::new(&self.root);
        self.problems.iter().map(|problem| folder.told(problem)).collect()
    }

    /// How many errors there are; with one, no site is made.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.severity == Severity::Error).count()
    }
}
