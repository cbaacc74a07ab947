//! Short names for what a program imports. wasm-bindgen's end in a hash
//! (`__wbg_setTimeout_ef24d2fc3ad97385`), which no compression makes smaller, once in the program and
//! once in its JavaScript; and the name of that JavaScript stands before each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walrus::Module;

/// The name of the JavaScript, in the program.
const MODULE: &str = "a";

/// Shortens the names in a program and its JavaScript.
///
/// # Errors
/// Where one of them can't be read or written, or a name is not in both.
pub fn shorten(script: &Path, program: &Path) -> Result<()> {
    let mut module = Module::from_file(program)?;
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for import in module.imports.iter_mut() {
        if names.is_empty() {
            names.insert(import.module.clone(), MODULE.to_owned());
        }
        ensure!(names.contains_key(&import.module), "there are imports of two scripts");
        let short = format!("{MODULE}{}", names.len());
        let short = names.entry(import.name.clone()).or_insert(short).clone();
        MODULE.clone_into(&mut import.module);
        import.name = short;
    }
    let text = fs::read_to_string(script)?;
    fs::write(script, renamed(&text, &names)?)?;
    module.emit_wasm_file(program)
}

/// The JavaScript with its keys renamed, each of which stands there once: `__wbg_now_…: function`, and
/// the name of the script in quotation marks.
fn renamed(text: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut renamed = text.to_owned();
    for (name, short) in names {
        let key = if name.contains('/') { format!("\"{name}\":") } else { format!(" {name}:") };
        let (before, after) = renamed.split_once(&key).with_context(|| format!("no key {name}"))?;
        ensure!(!after.contains(&key), "two keys {name}");
        let start = if name.contains('/') { "" } else { " " };
        renamed = format!("{before}{start}{short}:{after}");
    }
    Ok(renamed)
}
