//! Files that pages load: compressed by ourselves, and named by their content, so that a name
//! never means two things and hosts may cache it for ever.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::release::sha256;

/// A file in `assets/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asset {
    /// Its path from the site's root.
    pub path: String,
    /// Its bytes as served.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// A script or other file that is served as it is.
    pub fn uncompressed(name: &str, extension: &str, bytes: Vec<u8>) -> Self {
        let path = format!("assets/{name}.{}.{extension}", &sha256(&bytes)[..10]);
        Self { path, bytes }
    }

    /// A file that is served compressed, whatever the host does. `.bin` is a type that hosts know
    /// and neither unpack nor refuse.
    ///
    /// # Errors
    /// Where compressing fails.
    pub fn packed(name: &str, unpacked: &[u8], thorough: bool) -> Result<Self> {
        let bytes = gzip(unpacked, thorough)?;
        let path = format!("assets/{name}.{}.bin", &sha256(&bytes)[..10]);
        Ok(Self { path, bytes })
    }

    /// Its digest as the `integrity` of a request.
    pub fn integrity(&self) -> String {
        integrity(&self.bytes)
    }
}

/// The digest of a file as the `integrity` of a request.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// gzip with the plain header of 10 bytes that `load.js` relies on. `thorough` takes seconds per
/// megabyte and saves about 4 %.
///
/// # Errors
/// Where compressing fails.
pub fn gzip(bytes: &[u8], thorough: bool) -> Result<Vec<u8>> {
    if !thorough {
        let mut encoder = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes)?;
        return Ok(encoder.finish()?);
    }
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

/// Base64 with padding (RFC 4648, section 4).
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// All assets by the name that scripts use for them.
#[derive(Debug, Default)]
pub struct Assets(pub BTreeMap<&'static str, Asset>);

impl Assets {
    /// Adds an asset.
    pub fn add(&mut self, name: &'static str, asset: Asset) {
        self.0.insert(name, asset);
    }

    /// The table that `load.js` carries: name, path, integrity.
    pub fn table(&self) -> String {
        let mut table = String::new();
        for (name, asset) in &self.0 {
            let comma = if table.is_empty() { "" } else { "," };
            let _ = write!(
                table,
                "{comma}\"{name}\":{{\"path\":\"{}\",\"integrity\":\"{}\"}}",
                asset.path,
                asset.integrity()
            );
        }
        table
    }
}

/// Lowers a script for old WebViews and shrinks it, with the `esbuild` that the set-up found;
/// without one (a plain `trunk build`) the script stays as it is. Names at the top level stay.
///
/// # Errors
/// Where esbuild fails.
pub fn lower(script: String) -> Result<String> {
    let Ok(line) = std::env::var("POLICY_ESBUILD") else { return Ok(script) };
    let mut words = line.split_whitespace();
    let mut child = Command::new(words.next().unwrap_or("esbuild"))
        .args(words)
        .args(["--target=chrome61,safari11", "--minify", "--charset=utf8", "--log-level=warning"])
        // Safari 11 has it; esbuild minds a bug in default values, which the glue doesn't use.
        .arg("--supported:destructuring=true")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{line} can't be run"))?;
    // esbuild reads all before it writes anything, so this can't block.
    child.stdin.take().context("esbuild has no input")?.write_all(script.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("{line} failed on a script that begins with {:?}", script.lines().next());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The glue of a program with views of its memory that stay right in every browser.
///
/// wasm-bindgen looks a view up anew where its length is 0, since growing the memory detaches the
/// buffer that the view is of. Chromium before 69 leaves the old buffer as it was: there only a
/// comparison with the memory's present buffer tells that the view is stale.
pub fn with_fresh_views(glue: &str) -> String {
    const BY_LENGTH: &str = ".byteLength === 0";
    glue.replace(BY_LENGTH, ".buffer !== wasm.memory.buffer")
}

/// What the compiler uses where it was not told to keep to the first edition of WebAssembly. Named
/// one by one: what else wasm-opt knows, no browser understands yet.
const COMPILER_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The passes of wasm-opt. Control flow that is taken apart and built anew, and a second round,
/// save 2 % (brotli). Not `--traps-never-happen`: a program that fails has to stop.
const PASSES: [&str; 6] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"];

/// Shrinks a wasm program with the wasm-opt that the set-up found; without one (a plain
/// `trunk build`) the program stays as it is.
///
/// # Errors
/// Where wasm-opt fails.
pub fn optimise(wasm: &Path) -> Result<Vec<u8>> {
    let Ok(line) = std::env::var("POLICY_WASM_OPT") else {
        return std::fs::read(wasm).with_context(|| wasm.display().to_string());
    };
    let mvp = std::env::var("POLICY_WASM_FEATURES").is_ok_and(|features| features == "mvp");
    let features: &[&str] =
        if mvp { &["--mvp-features", "--enable-mutable-globals"] } else { &COMPILER_FEATURES };
    let output = wasm.with_extension("opt.wasm");
    let mut words = line.split_whitespace();
    let status = Command::new(words.next().unwrap_or("wasm-opt"))
        .args(words)
        .args(PASSES)
        .args(["--strip-debug", "--strip-producers"])
        .args(features)
        .arg(wasm)
        .arg("-o")
        .arg(&output)
        .status()
        .with_context(|| format!("{line} can't be run"))?;
    if !status.success() {
        bail!("{line} failed on {}", wasm.display());
    }
    let bytes = std::fs::read(&output)?;
    std::fs::remove_file(&output)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_of_the_memory_as_it_is_now() {
        let glue = "if (view === null || view.byteLength === 0) { view = new Uint8Array(wasm.memory.buffer); }";
        let fresh = with_fresh_views(glue);
        assert!(fresh.contains("view === null || view.buffer !== wasm.memory.buffer)"), "{fresh}");
    }

    #[test]
    fn packed_files_have_the_header_that_the_browser_skips() {
        for thorough in [false, true] {
            let asset = Asset::packed("x", b"text text text", thorough).unwrap();
            assert_eq!(asset.bytes[..4], [0x1f, 0x8b, 8, 0]);
            assert_eq!(asset.bytes[asset.bytes.len() - 4..], 14u32.to_le_bytes());
        }
    }
}
