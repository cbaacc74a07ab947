//! The files of a built site, and the table of assets that its `boot.js` carries.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use search_index::pieces::FOLDER;
use search_index::protocol::decode;
use serde::Deserialize;

use crate::assets::integrity;
use crate::by_need;
use crate::release::sha256;

/// Files by path from the root, with `/`.
#[derive(Debug)]
pub struct Folder {
    /// Every file with its bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The assets by the name that scripts use for them.
    pub assets: BTreeMap<String, Listed>,
    /// The path of `boot.js`.
    pub boot: String,
}

/// An asset as `boot.js` lists it.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    /// Its path from the root.
    pub path: String,
    /// Its digest, as in the `integrity` attribute.
    pub integrity: String,
}

impl Folder {
    /// Reads all of it.
    ///
    /// # Errors
    /// Where a file can't be read or there is no `boot.js` with a table of assets.
    pub fn read(root: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        collect(root, root, &mut files)?;
        let boots: Vec<&String> =
            files.keys().filter(|path| path.starts_with("assets/boot.")).collect();
        let [boot] = boots.as_slice() else {
            bail!(
                "{} has {} files assets/boot.*.js, not one; build it with `cargo xtask build`",
                root.display(),
                boots.len()
            );
        };
        let boot = (*boot).clone();
        let assets = table(&String::from_utf8_lossy(&files[&boot]))
            .with_context(|| format!("{boot} has no table of assets"))?;
        Ok(Self { files, assets, boot })
    }

    /// The pages: all HTML that readers open on the site. Documents to download in one file and
    /// what the service worker says by itself are none.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let stored = |path: &str| path.starts_with("data/") || path.starts_with("assets/");
        self.html().filter(move |(path, _)| !stored(path))
    }

    /// All HTML, the single-file documents for download included.
    pub fn html(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts(&[".html"])
    }

    /// The files whose names end so, as text.
    pub fn texts(&self, ends: &'static [&'static str]) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter(|(path, _)| ends.iter().any(|end| path.ends_with(end)))
            .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
    }

    /// The bytes of an asset as they are served, and as the browser uses them.
    ///
    /// # Errors
    /// Where the asset is not there or can't be unpacked.
    pub fn asset(&self, name: &str) -> Result<(&[u8], Vec<u8>)> {
        let listed =
            self.assets.get(name).with_context(|| format!("there is no asset “{name}”"))?;
        let served =
            self.files.get(&listed.path).with_context(|| format!("{} is missing", listed.path))?;
        Ok((served, unpacked(served)?))
    }

    /// Assets that are missing, not what their names and digests say, or listed nowhere.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for (name, Listed { path, integrity: listed }) in &self.assets {
            let Some(bytes) = self.files.get(path) else {
                problems.push(format!("{path} ({name}) is missing"));
                continue;
            };
            if *listed != integrity(bytes) {
                problems.push(format!("{path} is not what its integrity in {} says", self.boot));
            }
        }
        problems.extend(self.problems_of_pieces());
        let assets = self.files.iter().filter(|(path, _)| path.starts_with("assets/"));
        for (path, bytes) in assets.filter(|(path, _)| !is_piece(path)) {
            let named =
                path.split('.').any(|part| part.len() >= 8 && sha256(bytes).starts_with(part));
            if !named {
                problems.push(format!(
                    "{path} is not named by its content; hosts may cache it for ever"
                ));
            }
            let named = |(other, text): (&str, &str)| other != path && text.contains(path.as_str());
            if !self.texts(&[".js", ".html", ".json"]).any(named) {
                problems.push(format!("{path} is used by nothing"));
            }
        }
        problems
    }

    /// What is wrong with the pieces of a large library, if it is one.
    fn problems_of_pieces(&self) -> Vec<String> {
        if !self.assets.contains_key("pieces") {
            let count = self.files.keys().filter(|path| is_piece(path)).count();
            let spare = (count > 0).then(|| format!("{count} pieces are used by nothing"));
            return spare.into_iter().collect();
        }
        let manifest = self.asset("pieces").ok().and_then(|(_, bytes)| decode(&bytes));
        let Some(manifest) = manifest else {
            return vec!["the manifest of the pieces can't be read".to_owned()];
        };
        let unpacked = |path: &str| unpacked(self.files.get(path)?).ok();
        by_need::problems(&manifest, unpacked)
    }
}

/// Whether a file is a piece of a large library.
fn is_piece(path: &str) -> bool {
    path.starts_with(FOLDER) && path.matches('/').count() > 1
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} can't be listed", folder.display()))?;
    for entry in entries {
        let path: PathBuf = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).with_context(|| path.display().to_string())?);
        }
    }
    Ok(())
}

/// Reads the table `FILES = {name: {path: "…", integrity: "…"}, …}` from `boot.js`, whether or not
/// it was minified: keys may stand with or without quotes.
fn table(boot: &str) -> Result<BTreeMap<String, Listed>> {
    let at = boot.find("FILES").context("no `FILES`")?;
    let start = at + boot[at..].find('{').context("no table behind `FILES`")?;
    let length = boot[start..].find("}}").context("the table does not end")? + 2;
    let quoted = quote_keys(&boot[start..start + length]);
    let assets: BTreeMap<String, Listed> = serde_json::from_str(&quoted)?;
    ensure!(!assets.is_empty(), "the table is empty");
    Ok(assets)
}

/// An object literal as JSON: quotes the keys that have none. Its texts hold no escaped quotes.
fn quote_keys(object: &str) -> String {
    let mut json = String::new();
    for (index, part) in object.split('"').enumerate() {
        let inside = index % 2 == 1;
        if index > 0 {
            json.push('"');
        }
        let mut word = String::new();
        for c in part.chars() {
            if !inside && c.is_ascii_alphanumeric() {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                json.extend(["\"", &std::mem::take(&mut word), "\""]);
            }
            json.push(c);
        }
        json.push_str(&word);
    }
    json
}

/// The content of a file that may be packed by ourselves.
fn unpacked(bytes: &[u8]) -> Result<Vec<u8>> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes.to_vec());
    }
    let mut content = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut content).context("not whole gzip")?;
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(path: &str, bytes: &[u8]) -> Listed {
        Listed { path: path.to_owned(), integrity: integrity(bytes) }
    }

    #[test]
    fn the_table_is_read_from_a_script() {
        let script =
            "var FILES = {\"a\":{\"path\":\"assets/a.js\",\"integrity\":\"sha256-x\"}};\nf();";
        let table = table(script).unwrap();
        assert_eq!(table["a"].path, "assets/a.js");
        let small = super::table(
            "var FILES={a:{path:\"x\",integrity:\"sha256-a1\"},\"b-c\":{path:\"y\",integrity:\"z\"}};",
        );
        assert_eq!(small.unwrap()["b-c"].path, "y");
        assert!(super::table("var FILES = {};").is_err());
        assert!(super::table("nothing").is_err());
    }

    #[test]
    fn files_that_are_not_what_they_are_said_to_be_are_told() {
        let name = format!("assets/a.{}.js", &sha256(b"good")[..10]);
        let mut folder = Folder {
            files: BTreeMap::from([
                (name.clone(), b"good".to_vec()),
                ("index.html".to_owned(), name.clone().into_bytes()),
            ]),
            assets: BTreeMap::from([("a".to_owned(), asset(&name, b"good"))]),
            boot: String::new(),
        };
        assert_eq!(folder.problems(), Vec::<String>::new());
        folder.files.insert(name.clone(), b"evil".to_vec());
        assert_eq!(folder.problems().len(), 2, "its integrity and its name");
        folder.files.clear();
        assert_eq!(folder.problems().len(), 1, "it is missing");
    }
}
