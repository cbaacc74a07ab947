//! What the folder carries beside pages and assets: data files, what portals and search engines
//! expect, hosting samples, and the checksums that close the release.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use app::page_context::LibraryIndex;
use app::route::{Route, UiLocale};
use corpus::Library;
use search_index::cores::on_all_cores;

use crate::files::Files;
use crate::portal::{self, Releases, SitemapEntry};
use crate::{exports, release};

/// The version of the product, which the release file names.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A file's path from the root, and its bytes.
pub type Content = (String, Vec<u8>);

/// Every document in every format, and the files that describe them, as parts of a site. `release`
/// is named in citations.
///
/// # Errors
/// Where a document can't be written in one of the formats, or a file can't be added.
pub fn data(library_index: &Arc<LibraryIndex>, release: &str, files: &Files) -> Result<()> {
    let library = library_index.library;
    let cited = exports::Cited::new(library_index, release);
    let add = |of_document: Vec<exports::ExportFile>| -> Result<()> {
        of_document.into_iter().try_for_each(|file| files.add(file.path, file.bytes))
    };
    add(descriptions(library)?)?;
    let added =
        on_all_cores(&library.editions, |edition| add(exports::files(library, edition, &cited)?));
    added.into_iter().collect()
}

/// The same of a library that is not part of a site, and has no release.
///
/// # Errors
/// Where a document can't be written in one of the formats.
pub fn data_alone(library: Library) -> Result<Vec<Content>> {
    let library_index = Arc::new(LibraryIndex::new(library));
    let library = library_index.library;
    let cited = exports::Cited::new(&library_index, "");
    let mut files = descriptions(library)?;
    for of_document in
        on_all_cores(&library.editions, |edition| exports::files(library, edition, &cited))
    {
        files.extend(of_document?);
    }
    Ok(files.into_iter().map(|file| (file.path, file.bytes)).collect())
}

/// What describes the files of documents.
fn descriptions(library: &Library) -> Result<Vec<exports::ExportFile>> {
    let mut files = exports::schemas();
    files.push(exports::catalogue(library)?);
    Ok(files)
}

/// Files that search engines, feed readers and security researchers look for.
///
/// # Errors
/// Where the sitemap can't be written.
pub fn well_known(library_index: &LibraryIndex, releases: &Releases) -> Result<Vec<Content>> {
    let library = library_index.library;
    let publication = &library.publication;
    let mut files = vec![("robots.txt".to_owned(), portal::robots(publication))];
    let sitemap = portal::sitemap(publication, &entries(library_index));
    files.extend(portal::security_txt(publication).map(|t| (".well-known/security.txt".into(), t)));
    for (english, prefix) in [(false, ""), (true, "en/")] {
        let search = format!("{prefix}search/");
        let open_search = portal::open_search(publication, english, &search);
        files.extend(open_search.map(|text| (format!("{prefix}opensearch.xml"), text)));
        let own = format!("{prefix}feed.xml");
        let feed = portal::feed(publication, releases, english, &own);
        files.extend(feed.map(|text| (own, text)));
    }
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes()));
    Ok(files.chain(sitemap.into_iter().map(|file| (file.path, file.bytes))).collect())
}

fn entries(library_index: &LibraryIndex) -> Vec<SitemapEntry> {
    let in_all = |route: Route| -> Arc<[(&'static str, String)]> {
        let path = |locale| (locale, route.translated(locale).path());
        library_index.locales().map(path).map(|(locale, path)| (locale.tag(), path)).collect()
    };
    let pages: Vec<_> =
        Route::all(UiLocale::Zh, library_index.library).into_iter().map(in_all).collect();
    let of = |number: usize| {
        pages.iter().map(move |page| SitemapEntry {
            path: page[number].1.clone(),
            alternates: Arc::clone(page),
        })
    };
    (0..library_index.locales().count()).flat_map(of).collect()
}

/// The sample configurations for hosts, and the licences and parts of the programs.
///
/// # Errors
/// Where a sample can't be read, or cargo can't tell what the programs consist of.
pub fn accompanying(public: &Path, workspace: &Path) -> Result<Vec<Content>> {
    let mut files = Vec::new();
    let mut samples: Vec<_> =
        fs::read_dir(public.join("hosting"))?.collect::<std::io::Result<Vec<_>>>()?;
    samples.sort_by_key(fs::DirEntry::file_name);
    for sample in samples {
        let name = sample.file_name().to_string_lossy().into_owned();
        files.push((format!("hosting/{name}"), fs::read(sample.path())?));
    }
    let components = release::shipped(workspace)?;
    files.push(("licences.txt".into(), release::third_party(&components).into_bytes()));
    let bill = release::bill_of_materials(&components, VERSION)?;
    files.push(("sbom.cdx.json".into(), bill.into_bytes()));
    Ok(files)
}

/// Closes the release: `release.json` and `SHA256SUMS` over all files.
///
/// # Errors
/// Where they are there already.
pub fn close_release(files: &Files, library: &Library) -> Result<()> {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|time| time.parse().ok());
    release::close(files, library, VERSION, epoch)
}
