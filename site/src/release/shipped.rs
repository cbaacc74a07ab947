//! Which crates are in the programs that a browser loads: asked of cargo, offline, for the very
//! packages, features and target that are built. Build tools, tests and proc macros are not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use cargo_metadata::{CargoOpt, Metadata, MetadataCommand, Package};
use serde::Deserialize;

/// The programs that are shipped: package and features.
pub const WORKSPACE_PROGRAMS: [(&str, &str); 2] = [("app", "search"), ("search-index", "worker")];

const TARGET: &str = "wasm32-unknown-unknown";

/// A part of what is shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, an SPDX expression; empty where the package states none.
    pub licence: String,
    /// Where its source is developed; may be empty.
    pub repository: String,
    /// Who wrote it, where the package says so.
    pub authors: Vec<String>,
    /// Its package URL, such as `pkg:cargo/serde@1.0.0`; empty for our own crates.
    pub purl: String,
    /// SHA-256 of the package in the registry; empty for our own crates.
    pub checksum: String,
    /// Whether it is one of our own crates.
    pub own: bool,
    /// Its licence files, by name.
    pub texts: Vec<(String, String)>,
    /// What it needs of the other components, as `name@version`.
    pub needs: BTreeSet<String>,
}

impl Component {
    /// `name@version`, unique among the components.
    pub fn id(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }
}

/// Why the components can't be told.
#[derive(Debug, thiserror::Error)]
pub enum ShippedError {
    /// Cargo could not be started or failed.
    #[error("cargo {command} failed: {reason}; run `cargo fetch` and try again")]
    Cargo {
        /// Its command.
        command: &'static str,
        /// What it said.
        reason: String,
    },
    /// Cargo's answer is not what it used to be.
    #[error("cargo's answer can't be understood: {0}")]
    Answer(String),
}

/// The components of the shipped programs, by name and version. `workspace` is the folder of
/// `Cargo.lock`. Asks cargo, which needs no network for it.
///
/// # Errors
/// Where cargo fails or can't be understood.
pub fn shipped(workspace: &Path) -> Result<Vec<Component>, ShippedError> {
    let mut needs = BTreeMap::new();
    for (package, features) in WORKSPACE_PROGRAMS {
        let tree = cargo(
            workspace,
            "tree",
            &[
                "--package",
                package,
                "--features",
                features,
                "--target",
                TARGET,
                "--edges",
                "normal,no-proc-macro",
                "--prefix",
                "depth",
                "--format",
                "{p}",
            ],
        )?;
        graph(&tree, &mut needs);
    }
    let features = WORKSPACE_PROGRAMS.map(|(package, feature)| format!("{package}/{feature}"));
    let platform = ["--offline", "--locked", "--filter-platform", TARGET];
    let metadata = MetadataCommand::new()
        .current_dir(workspace)
        .other_options(platform.map(str::to_owned))
        .features(CargoOpt::SomeFeatures(features.to_vec()))
        .exec()
        .map_err(|error| ShippedError::Cargo { command: "metadata", reason: error.to_string() })?;
    let lock = std::fs::read_to_string(workspace.join("Cargo.lock"))
        .map_err(|error| ShippedError::Answer(format!("Cargo.lock: {error}")))?;
    components(&needs, &metadata, &lock)
}

fn cargo(
    workspace: &Path,
    command: &'static str,
    arguments: &[&str],
) -> Result<String, ShippedError> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let failed = |reason: String| ShippedError::Cargo { command, reason };
    let output = Command::new(program)
        .current_dir(workspace)
        .arg(command)
        .args(["--offline", "--locked"])
        .args(arguments)
        .output()
        .map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(failed(said.trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Reads the output of `cargo tree --prefix depth`: what needs what, as `name@version`.
fn graph(tree: &str, needs: &mut BTreeMap<String, BTreeSet<String>>) {
    let mut open: Vec<String> = Vec::new();
    for line in tree.lines() {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let (depth, rest) = line.split_at(digits);
        let Ok(depth) = depth.parse::<usize>() else { continue };
        let mut words = rest.split(' ');
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        let id = format!("{name}@{}", version.trim_start_matches('v'));
        open.truncate(depth);
        if let Some(parent) = open.last() {
            needs.entry(parent.clone()).or_default().insert(id.clone());
        }
        needs.entry(id.clone()).or_default();
        open.push(id);
    }
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

fn components(
    needs: &BTreeMap<String, BTreeSet<String>>,
    metadata: &Metadata,
    lock: &str,
) -> Result<Vec<Component>, ShippedError> {
    let answer = |error: String| ShippedError::Answer(error);
    let lock: Lock = toml::from_str(lock).map_err(|error| answer(error.to_string()))?;
    let packages: BTreeMap<String, &Package> = metadata
        .packages
        .iter()
        .map(|package| (format!("{}@{}", package.name, package.version), package))
        .collect();
    needs
        .iter()
        .map(|(id, needs)| {
            let package = packages
                .get(id)
                .ok_or_else(|| answer(format!("{id} is in the tree, but not in the metadata")))?;
            let locked = lock
                .package
                .iter()
                .find(|locked| *id == format!("{}@{}", locked.name, locked.version));
            Ok(Component {
                name: package.name.to_string(),
                version: package.version.to_string(),
                licence: package.license.clone().unwrap_or_default().replace('/', " OR "),
                repository: package.repository.clone().unwrap_or_default(),
                authors: package.authors.clone(),
                purl: package.source.as_ref().map_or(String::new(), |_| format!("pkg:cargo/{id}")),
                checksum: locked.and_then(|locked| locked.checksum.clone()).unwrap_or_default(),
                own: package.source.is_none(),
                texts: if package.source.is_none() { Vec::new() } else { texts(package) },
                needs: needs.clone(),
            })
        })
        .collect()
}

/// The licence files that a package brings.
fn texts(package: &Package) -> Vec<(String, String)> {
    const NAMES: [&str; 6] = ["license", "licence", "copying", "notice", "unlicense", "copyright"];
    let Some(folder) = package.manifest_path.parent() else { return Vec::new() };
    let named = |name: &str| {
        let lower_case = name.to_lowercase();
        NAMES.iter().any(|start| lower_case.starts_with(start))
            || package.license_file.as_ref().is_some_and(|file| file == name)
    };
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| named(name))
        .collect();
    found.sort();
    found
        .into_iter()
        .filter_map(|name| {
            let text = std::fs::read_to_string(folder.join(&name)).ok()?;
            Some((name, text.replace("\r\n", "\n").trim().to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "0app v0.1.0 (/work/app)\n1corpus v0.1.0 (/work/corpus)\n2serde v1.0.0\n\
        1leptos v0.8.0\n2serde v1.0.0 (*)\n";

    #[test]
    fn the_tree_is_read_as_a_graph() {
        let mut needs = BTreeMap::new();
        graph(TREE, &mut needs);
        let names: Vec<&str> = needs.keys().map(String::as_str).collect();
        assert_eq!(names, ["app@0.1.0", "corpus@0.1.0", "leptos@0.8.0", "serde@1.0.0"]);
        assert!(needs["leptos@0.8.0"].contains("serde@1.0.0"));
        assert!(needs["corpus@0.1.0"].contains("serde@1.0.0"));
    }

    #[test]
    fn metadata_and_lock_file_complete_it() {
        let mut needs = BTreeMap::new();
        graph("0serde v1.0.0\n", &mut needs);
        let metadata = r#"{"packages":[{"name":"serde","version":"1.0.0","id":"serde 1.0.0",
            "license":"MIT/Apache-2.0","license_file":null,
            "repository":"https://example.org/serde","source":"registry",
            "dependencies":[],"targets":[],"features":{},
            "manifest_path":"/nowhere/Cargo.toml"}],"workspace_members":[],"resolve":null,
            "workspace_root":"/nowhere","target_directory":"/nowhere","version":1}"#;
        let metadata = MetadataCommand::parse(metadata).expect("metadata");
        let lock = "[[package]]\nname = \"serde\"\nversion = \"1.0.0\"\nchecksum = \"abc\"\n";
        let components = components(&needs, &metadata, lock).expect("components");
        assert_eq!(components[0].licence, "MIT OR Apache-2.0");
        assert_eq!(components[0].checksum, "abc");
        assert!(!components[0].own);
        needs.insert("other@1.0.0".into(), BTreeSet::new());
        assert!(super::components(&needs, &metadata, lock).is_err());
    }
}
