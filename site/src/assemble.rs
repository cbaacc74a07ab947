//! The whole folder of a site, from what its seeds say and a kit.

mod by_language;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use app::page_context::LibraryIndex;
use app::route::Page;
use corpus::glossary::ThesaurusEntry;
use search_index::cores::both;
use search_index::translated::Translations;
use sha2::{Digest, Sha256};

use crate::assets::{Asset, Assets};
use crate::files::Files;
use crate::head::{Checked, Frame, Inline, RELEASE};
use crate::kit::{self, Kit};
use crate::pages::Pages;
use crate::progress::{Step, Tell};
use crate::release::hex;
use crate::seeds::Seeds;
use crate::style::Needs;
use crate::{by_need, languages, logo, not_found, offline, pages, probe, publish, style};

/// How a site is made.
pub struct Manner<'a> {
    /// Packs texts, index and pages as small as can be, which takes seconds.
    pub thorough: bool,
    /// A library with more provisions than this comes in pieces, see [`by_need`].
    pub largest_whole: usize,
    /// What further stands in the head of every page, where the site is not to be published.
    pub head: &'a str,
    /// Is told each step.
    pub tell: Tell<'a>,
}

impl Manner<'_> {
    /// As small as can be, for a host.
    pub const PUBLISHED: Self =
        Self { thorough: true, largest_whole: by_need::LARGEST_WHOLE, head: "", tell: &|_| {} };
    /// Packed less well.
    pub const QUICK: Self = Self { thorough: false, ..Self::PUBLISHED };
}

/// A whole site.
#[derive(Debug)]
pub struct Site {
    /// All of its files.
    pub files: Files,
    /// Its release's id, which all pages name.
    pub release: String,
    /// What to tell the user.
    pub report: String,
}

/// Makes the site of `seeds` from a kit, into `files`, which has none yet.
///
/// # Errors
/// Where a part is missing, a file can't be written, or two have one path.
pub fn assemble(seeds: &Seeds, kit: &Kit, manner: &Manner<'_>, files: Files) -> Result<Site> {
    let tell = manner.tell;
    tell(Step::Pages);
    let mut library = seeds.library.clone();
    let pictures = logo::take(&mut library.publication, &seeds.root);
    let locales = seeds.interface.iter().map(|further| further.locale()).collect();
    let library_index = Arc::new(LibraryIndex::new(library).with_locales(locales));
    let library = library_index.library;
    let mut assets = Assets::default();
    for (name, picture) in pictures {
        assets.add(name, picture);
    }
    let further = languages::further(library);
    let written = by_language::written(&further, &seeds.interface);
    let fonts = languages::add_fonts(&mut assets, &written, kit)?;
    // Pages name the files that they load, in their heads alone.
    let spool = files.spool()?;
    let (pages, built) = both(
        || Pages::of(&library_index, spool),
        || build_assets(&mut assets, &library_index, seeds, kit, manner),
    );
    let (pages, pieces) = (pages?, built?);
    let many = library_index.is_collection();
    let needs = Needs { further: &further, many, interface: &seeds.interface, mirrored: false };
    let (style, mirrored) = by_language::styles(&mut assets, &library.publication.theme, needs)?;
    let script = |name: &str| Checked::of(&assets.0[name]);
    let mut frame = Frame {
        style,
        mirrored,
        early: Inline::new(early(kit, !written.is_empty())?),
        fonts,
        boot: script("boot"),
        plain: [script("plain"), script("plain-data")],
        release: RELEASE.to_owned(),
        further: manner.head.to_owned(),
    };
    frame.release = release(&assets, &pages, &frame)?;
    tell(Step::Downloads);
    let (data, kept) = both(
        || publish::data(&library_index, &frame.release, &files),
        || keep_offline(&files, &library_index, &frame, &assets, &pages, kit, manner.thorough),
    );
    data.and(kept)?;
    let report = report(&assets, pages.all().len(), &frame.release, kit.lowered);
    // Its file on the disk goes with it.
    drop(pages);
    for (path, svg) in pages::pictures(&library_index) {
        files.add(path, svg)?;
    }
    for (path, bytes) in &kit.files {
        files.add(path, bytes)?;
    }
    files.add("manifest.webmanifest", offline::manifest(library)?)?;
    files.add(
        "404.html",
        not_found::page(&library_index, &frame.style.inline.text, &squeeze(kit.script("lost")?)),
    )?;
    files.add("probe.html", probe::page(&kit.probe, &frame, &assets)?)?;
    for asset in assets.0.into_values() {
        files.add(asset.path, asset.bytes)?;
    }
    for (path, bytes) in pieces {
        files.add(path, bytes)?;
    }
    for (path, bytes) in publish::well_known(&library_index, &seeds.releases)? {
        files.add(path, bytes)?;
    }
    tell(Step::Checksums);
    publish::close_release(&files, library)?;
    Ok(Site { files, release: frame.release, report })
}

/// The pages, and the service worker with all that it keeps beside the assets.
fn keep_offline(
    files: &Files,
    library_index: &Arc<LibraryIndex>,
    frame: &Frame,
    assets: &Assets,
    pages: &Pages,
    kit: &Kit,
    thorough: bool,
) -> Result<()> {
    let not_kept = offline::not_kept(library_index, frame);
    let further = library_index.further_locales();
    let finished = |body: &pages::Body| -> Result<String> {
        let html = pages.html(frame, body)?;
        files.add(body.path(), &html)?;
        Ok(html)
    };
    let (first, others): (Vec<_>, Vec<_>) =
        pages.all().iter().partition(|body| body.route.page == Page::Overview);
    let manner = offline::Packing { by_document: library_index.is_kept_by_document(), thorough };
    let archives = offline::Archives::of(&others, &finished, manner)?;
    let documents = offline::lists(&archives)?;
    let lists = documents.iter().map(|(_, list)| list);
    for asset in not_kept.iter().map(|(_, asset)| asset).chain(archives.files()).chain(lists) {
        files.add(&asset.path, &asset.bytes)?;
    }
    let icon = kit.files.get("icon.svg").context("the kit has no icon.svg")?;
    let first = first.into_iter().map(|body| Ok((body.path(), finished(body)?.into_bytes())));
    let icon = std::iter::once(Ok(("icon.svg".to_owned(), icon.clone())));
    let first = icon.chain(first).collect::<Result<Vec<_>>>()?;
    let list = offline::list(assets, &not_kept, archives, &documents, &first, &frame.release)?;
    files
        .add("sw.js", offline::worker(kit.script("sw")?, &list, &assets.0["inflate"], further)?)?;
    files.add(list.path, list.bytes)
}

/// Builds all assets, and the pieces of a large library, by path.
fn build_assets(
    assets: &mut Assets,
    library_index: &Arc<LibraryIndex>,
    seeds: &Seeds,
    kit: &Kit,
    manner: &Manner<'_>,
) -> Result<Vec<(String, Vec<u8>)>> {
    let thorough = manner.thorough;
    let thesaurus: &[ThesaurusEntry] = &seeds.thesaurus;
    let library = library_index.library;
    let script = |name: &str, text: &str| Asset::uncompressed(name, "js", text.as_bytes().to_vec());
    let by_need = by_need::cut(library, manner.largest_whole)?;
    let translations = Translations::of(library).filter(|_| by_need.is_none());
    let full = by_need.is_some() || translations.is_some() || !seeds.interface.is_empty();
    let [program, glue] =
        if full { ["full-search-program", "full-search"] } else { ["search-program", "search"] };
    assets.add("search-program", kit.program(program)?);
    assets.add("search", script("search", kit.script(glue)?));
    assets.add("engine-program", kit.program("engine-program")?);
    for name in ["inflate", "enhance", "plain", "engine"] {
        assets.add(name, script(name, kit.script(name)?));
    }
    let whole = by_need.as_ref().map_or(library, |by_need| &by_need.base);
    assets
        .add("library", Asset::packed("library", &corpus::library_codec::write(whole), thorough)?);
    let mut contents = search_index::index::writer::contents(whole, thesaurus)?;
    let mut pieces = Vec::new();
    if let Some(by_need) = by_need {
        contents.thesaurus = search_index::index::writer::thesaurus(library, thesaurus);
        assets.add("pieces", by_need.manifest);
        pieces = by_need.files;
    }
    let apart = contents.apart();
    assets.add("index", Asset::packed("index", &apart.bundle, thorough)?);
    if let Some(rare) = &apart.rare {
        assets.add("rare-words", Asset::packed("rare-words", rare, thorough)?);
    }
    if let Some(translations) = translations {
        let bytes = search_index::protocol::encode(&translations);
        assets.add("translations", Asset::packed("translations", &bytes, thorough)?);
    }
    assets.add("thesaurus", Asset::packed("thesaurus", &apart.thesaurus, thorough)?);
    let plain = offline::plain_data(library_index)?;
    assets.add("plain-data", Asset::uncompressed("plain-data", "js", plain.into_bytes()));
    by_language::words(assets, library_index, &seeds.interface, kit)?;
    let documents = offline::documents(library)?;
    let accent = format!("\"{}\"", style::theme::accent(&library.publication.theme));
    let filled = |name, place, value: &str| {
        Ok::<_, anyhow::Error>(script(name, &kit.filled(name, &[(place, value)])?))
    };
    assets.add("tools", filled("tools", kit::DOCUMENTS, &documents)?);
    assets.add("pictures", filled("pictures", kit::ACCENT, &accent)?);
    assets.add("tools-style", Asset::uncompressed("tools", "css", style::panel()?.into_bytes()));
    // Last, as it names all others; `probe` names the same.
    let table = format!("{{{}}}", assets.table());
    assets.add("boot", script("boot", &kit.filled("boot", &[(kit::FILES, &table)])?));
    let table = format!("{{{}}}", assets.table());
    assets.add("probe", script("probe", &kit.filled("probe", &[(kit::FILES, &table)])?));
    Ok(pieces)
}

/// What runs before anything is painted: with further languages also the choice of them.
fn early(kit: &Kit, further: bool) -> Result<String> {
    let mut script = squeeze(kit.script("early")?);
    if further {
        script.push_str(&squeeze(kit.script("languages")?));
    }
    Ok(script)
}

/// A short script without comments and line breaks. Only for scripts of ours that end every
/// statement with a semicolon.
fn squeeze(script: &str) -> String {
    let code = script.split_once("*/").map_or(script, |(_, code)| code);
    code.lines().map(str::trim).collect()
}

/// Empties a folder: Trunk's staging directory, of what Trunk made.
///
/// # Errors
/// Where something can't be removed.
pub fn empty(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(())
}

/// The release's id: the digest of all assets' paths, which name their content, and of all pages.
/// `frame` has [`RELEASE`] in its place.
fn release(assets: &Assets, pages: &Pages, frame: &Frame) -> Result<String> {
    let mut digest = Sha256::new();
    let mut first = true;
    let mut add = |text: &str| {
        if !std::mem::take(&mut first) {
            digest.update(b"\n");
        }
        digest.update(text.as_bytes());
    };
    assets.0.values().for_each(|asset| add(&asset.path));
    pages.each(frame, |path, html| {
        add(path);
        add(html);
    })?;
    Ok(hex(&digest.finalize())[..12].to_owned())
}

fn report(assets: &Assets, pages: usize, release: &str, lowered: bool) -> String {
    let mut text = format!("{pages} pages, release {release}\n");
    if !lowered {
        text.push_str(
            "scripts are as written: without esbuild, browsers before Chrome 85 can't run them\n",
        );
    }
    for asset in assets.0.values() {
        let _ = writeln!(text, "{:>9} bytes  {}", asset.bytes.len(), asset.path);
    }
    text
}
