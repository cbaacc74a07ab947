//! The whole folder: Trunk's staging directory, emptied of what Trunk made and filled with the
//! site.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use app::reader::Shelf;
use corpus::Library;
use corpus::glossary::ThesaurusEntry;

use crate::assets::{Asset, Assets, optimise};
use crate::head::Frame;
use crate::{pages, style};

/// Makes the site in `staging`, where Trunk left the two programs. Returns what to tell the user.
///
/// # Errors
/// Where a file is missing or can't be written.
pub fn assemble(
    library: &Library,
    thesaurus: &[ThesaurusEntry],
    public: &Path,
    staging: &Path,
) -> Result<String> {
    let release_build = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let assets = build_assets(library, thesaurus, public, staging, release_build)?;
    let boot = &assets.0["boot"];
    let frame = Frame {
        style: style::sheet()?,
        early: squeeze(&read(&public.join("js/early.js"))?),
        boot: boot.path.clone(),
        release: assets.release(),
    };
    let shelf = Arc::new(Shelf::new(library.clone()));
    let pages = pages::pages(&shelf, &frame);

    empty(staging)?;
    for asset in assets.0.values() {
        write(staging, &asset.path, &asset.bytes)?;
    }
    for (path, html) in &pages {
        write(staging, path, html.as_bytes())?;
    }
    for (path, svg) in pages::pictures(&shelf) {
        write(staging, &path, svg.as_bytes())?;
    }
    write(staging, "icon.svg", read(&public.join("icon.svg"))?.as_bytes())?;
    Ok(report(&assets, pages.len()))
}

fn build_assets(
    library: &Library,
    thesaurus: &[ThesaurusEntry],
    public: &Path,
    staging: &Path,
    thorough: bool,
) -> Result<Assets> {
    let mut assets = Assets::default();
    let program = |name: &str| optimise(&staging.join(format!("{name}_bg.wasm")));
    let glue = |name: &str| read(&staging.join(format!("{name}.js")));
    let texts = corpus::tape::write(library);
    assets.add("app", Asset::plain("app", "js", glue("app")?.into_bytes()));
    assets.add("program", Asset::packed("program", program("app")?, thorough)?);
    assets.add("library", Asset::packed("library", texts, thorough)?);
    assets.add("engine-program", Asset::packed("engine", program("worker")?, thorough)?);
    let index = search_index::writer::build(library, thesaurus)?;
    assets.add("index", Asset::packed("index", index, thorough)?);
    let inflate = read(&public.join("vendor/tiny-inflate.js"))?;
    assets.add("inflate", Asset::plain("inflate", "js", inflate.into_bytes()));
    let enhance = read(&public.join("js/enhance.js"))?;
    assets.add("enhance", Asset::plain("enhance", "js", enhance.into_bytes()));

    let load = read(&public.join("js/load.js"))?;
    let engine = format!("{load}\n{}\n{}", glue("worker")?, read(&public.join("js/engine.js"))?);
    assets.add("engine", Asset::plain("engine", "js", engine.into_bytes()));
    let load = load.replace("/*FILES*/", &assets.table());
    let boot = format!("{load}\n{}", read(&public.join("js/boot.js"))?);
    assets.add("boot", Asset::plain("boot", "js", boot.into_bytes()));
    Ok(assets)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))
}

/// A short script without comments and line breaks. Only for scripts of ours that end every
/// statement with a semicolon.
fn squeeze(script: &str) -> String {
    let code = script.split_once("*/").map_or(script, |(_, code)| code);
    code.lines().map(str::trim).collect()
}

fn empty(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(())
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let file = folder.join(path);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&file, bytes).with_context(|| format!("{} can't be written", file.display()))
}

fn report(assets: &Assets, pages: usize) -> String {
    let mut text = format!("{pages} pages, release {}\n", assets.release());
    for asset in assets.0.values() {
        let _ = writeln!(text, "{:>9} bytes  {}", asset.bytes.len(), asset.path);
    }
    text
}
