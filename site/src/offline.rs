//! What a phone keeps: the service worker with the list of the release's files, the archives of the
//! pages, the pages that say that another is not kept, the web manifest, and the data of the plain
//! search.
//!
//! Reading without a network is reading the pages: all of a language come in archives (see
//! [`Archives`]) which the worker unpacks page by page, in every browser that has one, with or
//! without WebAssembly.

mod archive;
mod by_document;

pub use archive::{Archives, Packing};
pub use by_document::lists;

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use app::page_context::{LibraryIndex, PageContext};
use app::route::{Page, Route, UiLocale};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use corpus::downloads::Format;
use corpus::{Address, DocumentId, Library, Unit};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::sync::Arc;

use crate::assets::{Asset, Assets};
use crate::head::Frame;
use crate::languages;
use archive::Packed;

/// Assets that only a search needs.
const SEARCH: [&str; 6] =
    ["engine", "engine-program", "index", "thesaurus", "rare-words", "translations"];
/// Assets that reading without a network does not need: `plain` is for browsers in which
/// programs do not run.
const LEFT_OUT: [&str; 3] = ["plain", "plain-data", "probe"];

/// Path, the first 18 bytes of its SHA-256 in Base64, size.
type Listed = (String, String, usize);

/// Up to so many bytes, all archives of a language together, the first visit keeps them unasked.
const UNASKED: usize = 300_000;

/// The list that the service worker and the settings read.
#[derive(Debug, Serialize)]
struct List {
    /// The release's id, as its pages name it.
    release: String,
    /// Kept by the first visit.
    core: Vec<Listed>,
    /// Kept once the reader searched.
    search: Vec<Listed>,
    /// The archives of the pages, by language.
    archives: BTreeMap<&'static str, Vec<Listed>>,
    /// Whether a visit keeps the archives of the language that is read; else the reader's wish.
    unasked: BTreeMap<&'static str, bool>,
    /// Digest and size of all pages but the first, to check those that the reader opens; and which
    /// archive of its language a page is in. They lie in it in this order.
    visited: BTreeMap<String, (String, usize, usize)>,
    /// The pages that say that another is not on this device, by language.
    not_kept: BTreeMap<&'static str, String>,
    /// In a large collection: the list of each document, whose pages are in none of the above.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    documents: BTreeMap<DocumentId, Listed>,
}

fn digest(bytes: &[u8]) -> String {
    STANDARD.encode(&Sha256::digest(bytes)[..18])
}

fn listed(path: &str, bytes: &[u8]) -> Listed {
    (path.to_owned(), digest(bytes), bytes.len())
}

fn all_listed(files: &[Asset]) -> Vec<Listed> {
    files.iter().map(|asset| listed(&asset.path, &asset.bytes)).collect()
}

/// The pages that stand for one that is not on the device, which the service worker leads to the
/// site's root (see [`app::route::ROOT`]).
pub fn not_kept(library_index: &Arc<LibraryIndex>, frame: &Frame) -> Vec<(UiLocale, Asset)> {
    library_index
        .locales()
        .map(|locale| {
            let page_context = PageContext::new(library_index, Route::new(locale, Page::NotKept));
            let page = frame.page(&page_context, &app::prerender::body(&page_context));
            let name = format!("not-kept-{}", locale.short());
            (locale, Asset::uncompressed(&name, "html", page.into()))
        })
        .collect()
}

/// The list of files for `assets/`; `documents` are the lists of documents that are kept by
/// themselves.
///
/// # Errors
/// Where the list can't be written.
pub fn list(
    assets: &Assets,
    not_kept: &[(UiLocale, Asset)],
    archives: Archives,
    documents: &[(DocumentId, Asset)],
    first: &[(String, Vec<u8>)],
    release: &str,
) -> Result<Asset> {
    let Packed { files, visited } = archives.shared;
    let mut list = List {
        release: release.to_owned(),
        core: first.iter().map(|(path, bytes)| listed(path, bytes)).collect(),
        search: Vec::new(),
        archives: not_kept.iter().map(|(locale, _)| (locale.short(), Vec::new())).collect(),
        unasked: BTreeMap::new(),
        visited,
        not_kept: BTreeMap::new(),
        documents: documents
            .iter()
            .map(|(id, asset)| (id.clone(), listed(&asset.path, &asset.bytes)))
            .collect(),
    };
    for (name, asset) in &assets.0 {
        let file = listed(&asset.path, &asset.bytes);
        if SEARCH.contains(name) {
            list.search.push(file);
        } else if !LEFT_OUT.contains(name) {
            list.core.push(file);
        }
    }
    for (locale, asset) in not_kept {
        list.core.push(listed(&asset.path, &asset.bytes));
        list.not_kept.insert(locale.short(), asset.path.clone());
    }
    for (language, files) in &files {
        let files = all_listed(files);
        list.unasked.insert(language, files.iter().map(|file| file.2).sum::<usize>() <= UNASKED);
        list.archives.insert(language, files);
    }
    Ok(Asset::uncompressed("offline", "json", serde_json::to_vec(&list)?))
}

/// Each document as one file, for browsers that can't keep the site: path, name in Chinese and in
/// English; as JSON.
///
/// # Errors
/// Where it can't be written.
pub fn documents(library: &Library) -> Result<String> {
    let documents: Vec<(String, &str, &str)> = library
        .editions
        .iter()
        .map(|edition| {
            let path = Format::Html.path(&edition.document.id, None);
            (path, edition.metadata.name(false), edition.metadata.name(true))
        })
        .collect();
    Ok(serde_json::to_string(&documents)?)
}

/// The service worker for a list of files: its name for the release follows from the list.
/// `inflate` is the script that unpacks where a browser can't; `further` are the languages of the
/// interface beside Chinese and English.
///
/// # Errors
/// Where the script lacks a place that is filled in here.
pub fn worker(script: &str, list: &Asset, inflate: &Asset, further: &[UiLocale]) -> Result<String> {
    let digest = digest(&list.bytes);
    let release: String = crate::release::sha256(&list.bytes).chars().take(12).collect();
    let tags: String = further.iter().map(|locale| ["|", locale.tag()].concat()).collect();
    let mut script = script.to_owned();
    for (place, value) in [
        ("/*RELEASE*/", &release),
        ("/*LIST*/", &list.path),
        ("/*LIST-DIGEST*/", &digest),
        ("/*INFLATE*/", &inflate.path),
        ("/*LANGUAGES*/", &tags),
    ] {
        ensure!(script.contains(place), "sw.js has no {place}");
        script = script.replace(place, value);
    }
    Ok(script)
}

/// `manifest.webmanifest`.
///
/// # Errors
/// Where it can't be written.
pub fn manifest(library: &Library) -> Result<Vec<u8>> {
    let icon = |name: &str, size: &str, purpose: &str| json!({ "src": format!("icons/{name}.png"), "sizes": size, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": library.publication.title.pick(false),
        "short_name": library.publication.title.pick(false),
        "description": library.publication.description.pick(false),
        "lang": "zh-Hans",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": crate::head::LIGHT,
        "theme_color": crate::head::LIGHT,
        "icons": [
            icon("icon-192", "192x192", "any"),
            icon("icon-512", "512x512", "any"),
            icon("icon-maskable-512", "512x512", "maskable"),
        ],
    });
    Ok(serde_json::to_vec_pretty(&manifest)?)
}

/// The data of the plain search: `policyLanguages`, the tags of all languages, and
/// `policyPlain=[[path, Chinese title, English title, [[sentence, its text in each language, …], …]],
/// …]`, one line per provision.
///
/// # Errors
/// Where it can't be written.
pub fn plain_data(library_index: &Arc<LibraryIndex>) -> Result<String> {
    let mut pages = Vec::new();
    let mut further = languages::further(library_index.library);
    // What a program converted is the source.
    further.retain(|own| corpus::languages::language(own).is_some_and(|l| !l.is_converted()));
    let languages: Vec<&str> =
        ["zh-Hans", "en"].into_iter().chain(further.iter().map(|own| own.0.as_str())).collect();
    for edition in &library_index.library.editions {
        let document = &edition.document;
        for provision in &document.provisions {
            let unit = Unit::Provision(provision.number.clone());
            let page = Page::Provision(document.id.clone(), provision.number.clone());
            let route = Route::new(UiLocale::Zh, page);
            let page_context = PageContext::new(library_index, route.clone());
            let sentences: Vec<Vec<serde_json::Value>> = provision
                .paragraphs
                .iter()
                .flat_map(|paragraph| &paragraph.sentences)
                .map(|sentence| {
                    let number = Some(sentence.number);
                    let at = Address {
                        document: document.id.clone(),
                        unit: unit.clone(),
                        sentence: number,
                    };
                    let english = library_index.translated(&at).unwrap_or_default();
                    let mut texts = vec![sentence.text.as_str(), english];
                    let further: Vec<_> = library_index.further(&at).collect();
                    texts.extend(languages.iter().skip(2).map(|locale| {
                        let own = further.iter().find(|(one, _)| one.locale.0 == *locale);
                        own.map_or("", |(_, text)| text)
                    }));
                    std::iter::once(sentence.number.into())
                        .chain(texts.into_iter().map(Into::into))
                        .collect()
                })
                .collect();
            pages.push(serde_json::to_string(&(
                route.path(),
                page_context.unit_name(document, &unit, UiLocale::Zh),
                page_context.unit_name(document, &unit, UiLocale::En),
                sentences,
            ))?);
        }
    }
    let languages = serde_json::to_string(&languages)?;
    let pages = pages.join(",\n");
    Ok(format!("self.policyLanguages={languages};\nself.policyPlain=[\n{pages}\n];\n"))
}
