//! What builds the site is compiled once, for itself and for the tests: cargo compiles a crate again
//! for every set of features, and with it all that stands on it, which here is tantivy, Leptos and
//! `app`: minutes, and a gigabyte.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What cargo would compile, each with all that it stands on, as texts that are alike where cargo
/// would take the one for the other; and a name for people.
fn compiled(words: &[&str]) -> BTreeMap<String, String> {
    let output = Command::new(env!("CARGO"))
        .args(words)
        .args(["--offline", "--unit-graph", "-Zunstable-options"])
        .env("RUSTC_BOOTSTRAP", "1")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let graph: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let units = graph["units"].as_array().expect("units");
    let mut known = vec![None; units.len()];
    (0..units.len())
        .map(|index| {
            let unit = &units[index];
            let name = format!("{} {}", unit["target"]["name"], unit["features"]);
            (identity(units, index, &mut known), name)
        })
        .collect()
}

/// A digest of a unit and all that it stands on.
fn identity(units: &[Value], index: usize, known: &mut Vec<Option<String>>) -> String {
    if let Some(known) = &known[index] {
        return known.clone();
    }
    let unit = &units[index];
    let needs = unit["dependencies"].as_array().expect("dependencies");
    let needs: BTreeSet<String> = needs
        .iter()
        .filter_map(|need| need["index"].as_u64())
        .map(|need| identity(units, need as usize, known))
        .collect();
    let mut profile = unit["profile"].clone();
    // Its name alone changes nothing.
    profile["name"] = Value::Null;
    let own = ["pkg_id", "target", "mode", "features", "platform"].map(|key| unit[key].to_string());
    let all = format!("{own:?} {profile} {needs:?}");
    let digest = site::release::sha256(all.as_bytes());
    known[index] = Some(digest.clone());
    digest
}

#[test]
fn programs_stand_on_what_the_tests_stand_on() {
    let tests = compiled(&["test", "--workspace", "--no-run"]);
    for package in ["site", "policy-explorer"] {
        let again: Vec<String> = compiled(&["build", "--package", package])
            .into_iter()
            .filter(|(identity, _)| !tests.contains_key(identity))
            .map(|(_, name)| name)
            .collect();
        assert!(
            again.is_empty(),
            "{package} compiles again what the tests have with other features; name these in \
             site/Cargo.toml: {again:#?}"
        );
    }
}
