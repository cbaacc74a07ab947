//! The whole folder: Trunk's staging directory, emptied of what Trunk made and filled with the
//! site.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use app::reader::Shelf;
use app::route::UiLocale;
use corpus::Library;
use corpus::glossary::ThesaurusEntry;

use crate::assets::{Asset, Assets, lower, optimise, with_fresh_views};
use crate::folder::write;
use crate::head::Frame;
use crate::seeds::Seeds;
use crate::{logo, not_found, offline, pages, probe, publish, style, terms};

/// The reader's tools, in the order in which they are put together.
const TOOLS: [&str; 11] = [
    "words", "panel", "head", "settings", "checksum", "share", "card", "read", "offline", "term",
    "start",
];

/// Makes the site of `seeds` in `staging`, where Trunk left the programs. Returns what to tell the
/// user.
///
/// # Errors
/// Where a file is missing or can't be written.
pub fn assemble(seeds: &Seeds, public: &Path, staging: &Path) -> Result<String> {
    let release_build = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let mut library = seeds.library.clone();
    let logo = logo::take(&mut library.publication, &seeds.root);
    let shelf = Arc::new(Shelf::new(library));
    let library = shelf.library;
    let mut assets = Assets::default();
    if let Some(logo) = logo {
        assets.add("logo", logo);
    }
    build_assets(&mut assets, &shelf, &seeds.thesaurus, public, staging, release_build)?;
    let boot = &assets.0["boot"];
    let frame = Frame {
        style: style::sheet(&library.publication.theme)?,
        early: squeeze(&lower(read(&public.join("js/early.js"))?)?),
        boot: boot.path.clone(),
        release: assets.release(),
    };
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
    let icon = read(&public.join("icon.svg"))?;
    write(staging, "icon.svg", icon.as_bytes())?;
    for name in ["icon-192", "icon-512", "icon-maskable-512", "apple-touch-icon"] {
        let name = format!("icons/{name}.png");
        write(staging, &name, &fs::read(public.join(&name)).with_context(|| name.clone())?)?;
    }
    write(staging, "manifest.webmanifest", &offline::manifest(library)?)?;
    let frames = offline::frames(&shelf, &frame);
    let list = offline::list(library, &assets, &frames, &pages, icon.as_bytes())?;
    let worker = offline::worker(&read(&public.join("js/sw.js"))?, &list)?;
    write(staging, "sw.js", lower(worker)?.as_bytes())?;
    for asset in frames.iter().map(|(_, asset)| asset).chain([&list]) {
        write(staging, &asset.path, &asset.bytes)?;
    }
    let finder = squeeze(&lower(read(&public.join("js/lost.js"))?)?);
    let unknown = not_found::page(library, &frame.style, &finder);
    write(staging, "404.html", unknown.as_bytes())?;
    let probe = probe::page(&read(&public.join("probe.html"))?, &frame, &assets)?;
    write(staging, "probe.html", probe.as_bytes())?;
    let workspace = public.parent().unwrap_or(public);
    let beside = publish::data(library)?
        .into_iter()
        .chain(publish::well_known(library, &seeds.releases)?)
        .chain(publish::accompanying(public, workspace)?);
    for (path, bytes) in beside {
        write(staging, &path, &bytes)?;
    }
    publish::seal(staging, library)?;
    Ok(report(&assets, pages.len()))
}

fn build_assets(
    assets: &mut Assets,
    shelf: &Arc<Shelf>,
    thesaurus: &[ThesaurusEntry],
    public: &Path,
    staging: &Path,
    thorough: bool,
) -> Result<()> {
    let library = shelf.library;
    let script = |name: &str, text: String| {
        Ok::<_, anyhow::Error>(Asset::plain(name, "js", lower(text)?.into()))
    };
    let ours = |name: &str| read(&public.join(format!("js/{name}.js")));
    let program = |name: &str| optimise(&staging.join(format!("{name}_bg.wasm")));
    let glue =
        |name: &str| read(&staging.join(format!("{name}.js"))).map(|glue| with_fresh_views(&glue));
    let texts = corpus::tape::write(library);
    assets.add("app", script("app", glue("app")?)?);
    assets.add("program", Asset::packed("program", program("app")?, thorough)?);
    // In a function of its own: the app's glue has the same name.
    let search =
        format!("(function () {{\n{}\nself.policySearch = wasm_bindgen;\n}})();", glue("search")?);
    assets.add("search", script("search", search)?);
    assets.add("search-program", Asset::packed("search", program("search")?, thorough)?);
    assets.add("library", Asset::packed("library", texts, thorough)?);
    assets.add("engine-program", Asset::packed("engine", program("worker")?, thorough)?);
    let index = search_index::index::writer::build(library, thesaurus)?;
    assets.add("index", Asset::packed("index", index, thorough)?);
    assets.add("inflate", script("inflate", read(&public.join("vendor/tiny-inflate.js"))?)?);
    assets.add("enhance", script("enhance", format!("{}\n{}", ours("enhance")?, ours("verify")?))?);
    assets.add("plain", script("plain", ours("plain")?)?);
    let plain = offline::plain_data(shelf)?;
    assets.add("plain-data", Asset::plain("plain-data", "js", plain.into_bytes()));
    for (name, locale) in [("terms-zh", UiLocale::Zh), ("terms-en", UiLocale::En)] {
        if let Some(terms) = terms::data(shelf, locale)? {
            assets.add(name, Asset::plain(name, "js", terms.into_bytes()));
        }
    }
    assets.add("tools", script("tools", tools(library, public)?)?);
    assets.add("tools-style", Asset::plain("tools", "css", style::panel()?.into_bytes()));

    let load = ours("load")?;
    // In a function of its own: on a page without workers it meets the app's glue, and there the
    // table of files is that of boot.js.
    let files = load.replace("{/*FILES*/}", "self.policy ? self.policy.files : {}");
    let engine =
        format!("(function () {{\n{files}\n{}\n{}\n}})();", glue("worker")?, ours("engine")?);
    assets.add("engine", script("engine", engine)?);
    let load = load.replace("/*FILES*/", &assets.table());
    assets.add("boot", script("boot", format!("{load}\n{}", ours("boot")?))?);
    assets.add("probe", script("probe", format!("{load}\n{}", ours("probe")?))?);
    Ok(())
}

/// All tools as one script, with the documents that can be downloaded as one file each.
fn tools(library: &Library, public: &Path) -> Result<String> {
    let mut text =
        "(function () {\n\"use strict\";\nvar root = document.documentElement;\n".to_owned();
    let _ = writeln!(text, "var DOCUMENTS = {};", offline::documents(library)?);
    let accent = style::theme::accent(&library.publication.theme);
    let _ = writeln!(text, "var ACCENT = \"{accent}\";");
    for name in TOOLS {
        text.push_str(&read(&public.join(format!("js/tools/{name}.js")))?);
    }
    text.push_str("})();\n");
    Ok(text)
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

fn report(assets: &Assets, pages: usize) -> String {
    let mut text = format!("{pages} pages, release {}\n", assets.release());
    if std::env::var_os("POLICY_ESBUILD").is_none() {
        text.push_str(
            "scripts are as written: without esbuild, browsers before Chrome 85 can't run them\n",
        );
    }
    for asset in assets.0.values() {
        let _ = writeln!(text, "{:>9} bytes  {}", asset.bytes.len(), asset.path);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/js/tools");
        read(&folder.join(format!("{name}.js"))).expect("a part of the tools")
    }

    #[test]
    fn every_word_of_the_tools_is_there_in_both_languages() {
        let words = source("words");
        let mut keys = Vec::new();
        for line in words.lines().filter(|line| line.starts_with("  ")) {
            let (key, pair) = line.trim().split_once(": ").expect("a key");
            let pair: Vec<String> =
                serde_json::from_str(pair.trim_end_matches(',')).expect("a pair of texts");
            let [zh, en] = &pair[..] else { panic!("{key} has not two texts") };
            assert!(!zh.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{key}");
            assert!(words.matches(&format!("\n  {key}: ")).count() == 1, "{key} twice");
            keys.push(key.to_owned());
        }
        for name in TOOLS {
            let text = source(name);
            for opening in ["word(\"", "button(\""] {
                for call in text.split(opening).skip(1) {
                    let key = call.split('"').next().unwrap_or_default();
                    assert!(keys.iter().any(|known| known == key), "{name}.js asks for {key}");
                }
            }
        }
    }

    #[test]
    fn parts_of_the_tools_are_short_and_made_for_old_browsers() {
        for name in TOOLS {
            let text = source(name);
            assert!(text.lines().count() < 300, "{name}.js");
            for late in ["?.", "??", ".replaceAll(", "innerHTML", "eval("] {
                let found = text.lines().find(|line| line.contains(late));
                assert_eq!(found, None, "{name}.js has {late}");
            }
        }
    }
}
