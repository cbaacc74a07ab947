//! What a site has that does not depend on its texts: the programs of the browser, the scripts,
//! icons, hosting samples, licences. Made once, with a tool chain, and then enough to build any
//! number of sites without one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use corpus::bilingual;
use serde::{Deserialize, Serialize};

use crate::assets::{Asset, lower, optimise, with_fresh_views};
use crate::publish;

/// Places in scripts that are filled in with what depends on the texts. They are names of nothing,
/// so that lowering leaves them as they are.
pub const FILES: &str = "POLICY_FILES";
/// The documents that can be downloaded as one file each.
pub const DOCUMENTS: &str = "POLICY_DOCUMENTS";
/// The site's accent colour.
pub const ACCENT: &str = "POLICY_ACCENT";
/// The languages whose lines begin on the right.
pub const RTL: &str = "POLICY_RTL";

/// The loader, in the order in which its parts are put together.
pub const BOOT: [&str; 5] = ["page", "engine", "search", "ahead", "start"];

/// The service worker, in the order in which its parts are put together.
pub const SERVICE_WORKER: [&str; 5] = ["store", "keep", "release", "archive", "answer"];

/// The reader's tools, in the order in which they are put together.
pub const TOOLS: [&str; 11] = [
    "words", "panel", "head", "settings", "share", "saved", "read", "offline", "term", "cited",
    "start",
];

/// What makes pictures to pass on, in the order in which it is put together.
pub const PICTURES: [&str; 4] = ["checksum", "sheet", "card", "targets"];

/// The first bytes of a kit's file; the number changes with what a kit holds.
const MARK: &[u8] = b"policy-explorer kit 5\n";

/// The parts of a site that are the same for all texts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Kit {
    scripts: BTreeMap<String, String>,
    programs: BTreeMap<String, Asset>,
    /// Fonts for scripts that few devices have, by the name of their file, with their licences:
    /// only sites in which such a script occurs have them.
    pub fonts: BTreeMap<String, Vec<u8>>,
    /// Files that are copied as they are, by their path from the site's root.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The page that tests a host, with places to fill in.
    pub probe: String,
    /// Whether scripts are lowered for old browsers.
    pub lowered: bool,
}

impl Kit {
    /// Collects the parts: `public` in the project's folder, and `programs`, where the compiled
    /// programs and their glue are. Without them pages are whole and their search is the plain one.
    /// `thorough` packs programs as small as can be, which takes long.
    ///
    /// # Errors
    /// Where a part is missing, or a tool fails on it.
    pub fn collect(public: &Path, programs: Option<&Path>, thorough: bool) -> Result<Self> {
        let workspace = public.parent().unwrap_or(public);
        let mut kit = Self {
            lowered: std::env::var_os("POLICY_ESBUILD").is_some(),
            probe: read(&public.join("probe.html"))?,
            ..Self::default()
        };
        for (name, file, asset) in [
            ("search-program", "search", "search"),
            ("full-search-program", "full-search", "search"),
            ("engine-program", "worker", "engine"),
        ] {
            let file = programs.map(|programs| programs.join(format!("{file}_bg.wasm")));
            let bytes = file.map(|file| optimise(&file)).transpose()?.unwrap_or_default();
            kit.programs.insert(name.to_owned(), Asset::packed(asset, &bytes, thorough)?);
        }
        for (name, text) in scripts(public, programs)? {
            kit.scripts.insert(name.to_owned(), lower(text)?);
        }
        for name in [
            "icon.svg",
            "icons/icon-192.png",
            "icons/icon-512.png",
            "icons/icon-maskable-512.png",
            "icons/apple-touch-icon.png",
        ] {
            let file = public.join(name);
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            kit.files.insert(name.to_owned(), bytes);
        }
        for name in fs::read_dir(public.join("fonts"))? {
            let file = name?.path();
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            kit.fonts.insert(name, bytes);
        }
        kit.files.extend(publish::accompanying(public, workspace)?);
        Ok(kit)
    }

    /// The kit as one file.
    ///
    /// # Errors
    /// Where it can't be written down.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = MARK.to_vec();
        bytes.extend(postcard::to_allocvec(self)?);
        Ok(bytes)
    }

    /// Reads what [`Kit::to_bytes`] wrote.
    ///
    /// # Errors
    /// Where it is no kit, or one of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let rest = bytes.strip_prefix(MARK).ok_or_else(|| {
            bilingual!(
                "它不是这个版本的浏览器程序；请用 `cargo xtask package` 重新制作",
                "it is not a kit of this version; make it again with `cargo xtask package`"
            )
            .error()
        })?;
        postcard::from_bytes(rest).map_err(|error| {
            bilingual!("浏览器程序的文件已损坏", "the kit is damaged: {error}").error().into()
        })
    }

    /// A script that needs nothing filled in.
    ///
    /// # Errors
    /// Where the kit has none of this name.
    pub fn script(&self, name: &str) -> Result<&str> {
        let script = self.scripts.get(name).map(String::as_str);
        script.with_context(|| format!("the kit has no script “{name}”"))
    }

    /// A script with its one place filled in.
    ///
    /// # Errors
    /// Where the kit has none of this name, or the place is not there once.
    pub fn filled(&self, name: &str, places: &[(&str, &str)]) -> Result<String> {
        let mut script = self.script(name)?.to_owned();
        for (place, value) in places {
            let count = script.matches(place).count();
            ensure!(count == 1, "{name} has {place} {count} times, not once");
            script = script.replace(place, value);
        }
        Ok(script)
    }

    /// A font or its licence.
    ///
    /// # Errors
    /// Where the kit has none of this name.
    pub fn font(&self, name: &str) -> Result<Vec<u8>> {
        self.fonts.get(name).cloned().with_context(|| format!("the kit has no “{name}”"))
    }

    /// A packed program.
    ///
    /// # Errors
    /// Where the kit has none of this name.
    pub fn program(&self, name: &str) -> Result<Asset> {
        self.programs.get(name).cloned().with_context(|| format!("the kit has no “{name}”"))
    }
}

/// All scripts by the names of their assets, as they are written.
fn scripts(public: &Path, programs: Option<&Path>) -> Result<Vec<(&'static str, String)>> {
    let ours = |name: &str| read(&public.join(format!("js/{name}.js")));
    let glue = |name: &str| match programs {
        Some(programs) => {
            read(&programs.join(format!("{name}.js"))).map(|glue| with_fresh_views(&glue))
        }
        // Whoever starts a program is told so, and goes on without it.
        None => {
            Ok(r#"var wasm_bindgen = () => Promise.reject(new Error("not compiled"));"#.to_owned())
        }
    };
    let gunzip = ours("gunzip")?;
    let load = format!("{gunzip}\n{}", ours("load")?);
    ensure!(load.contains("{/*FILES*/}"), "load.js has no place for the table of files");
    // In a function of its own: on a page without workers the table of files is that of boot.js.
    let files = load.replace("{/*FILES*/}", "self.policy ? self.policy.files : {}");
    let engine =
        format!("(function () {{\n{files}\n{}\n{}\n}})();", glue("worker")?, ours("engine")?);
    // In a function of its own: the engine's glue has the same name.
    let search = |name: &str| -> Result<String> {
        let glue = glue(name)?;
        Ok(format!("(function () {{\n{glue}\nself.policySearch = wasm_bindgen;\n}})();"))
    };
    let load = load.replace("{/*FILES*/}", FILES);
    Ok(vec![
        ("search", search("search")?),
        ("full-search", search("full-search")?),
        ("inflate", read(&public.join("vendor/tiny-inflate.js"))?),
        ("enhance", format!("{}\n{}", ours("enhance")?, ours("verify")?)),
        ("plain", ours("plain")?),
        ("tools", tools(public)?),
        ("pictures", pictures(public)?),
        ("engine", engine),
        ("boot", format!("{load}\n(function () {{\n{}}})();\n", joined(public, "boot", &BOOT)?)),
        ("probe", format!("{load}\n{}", ours("probe")?)),
        ("early", ours("early")?),
        ("languages", ours("languages")?),
        ("told", ours("told")?),
        ("lost", ours("lost")?),
        ("sw", format!("{gunzip}\n{}", joined(public, "sw", &SERVICE_WORKER)?)),
    ])
}

/// The parts of a script, which lie in a folder of their own, one after the other.
fn joined(public: &Path, folder: &str, parts: &[&str]) -> Result<String> {
    let read = |name: &&str| read(&public.join(format!("js/{folder}/{name}.js")));
    parts.iter().map(read).collect()
}

/// All tools as one script, with a place for the documents.
fn tools(public: &Path) -> Result<String> {
    let mut text = format!(
        "(function () {{\n\"use strict\";\nvar root = document.documentElement;\n\
         var DOCUMENTS = {DOCUMENTS};\n"
    );
    text.push_str(&joined(public, "tools", &TOOLS)?);
    text.push_str("})();\n");
    Ok(text)
}

/// What makes pictures as one script, with a place for the accent colour.
fn pictures(public: &Path) -> Result<String> {
    let parts = joined(public, "pictures", &PICTURES)?;
    Ok(format!("(function () {{\n\"use strict\";\nvar ACCENT = {ACCENT};\n{parts}}})();\n"))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))
}

#[cfg(test)]
mod tests;
