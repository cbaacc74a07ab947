//! Whole folders for tests: assembled natively, with empty programs in place of the compiled ones.
#![allow(dead_code, reason = "each test takes what it needs of this")]

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use site::assemble::{Manner, assemble};
use site::files::Files;
use site::kit::Kit;

/// The bytes of a WebAssembly program that does nothing.
const EMPTY_PROGRAM: &[u8] = b"\0asm\x01\0\0\0";

/// The project's folder.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder of seeds among the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Writes programs that do nothing, with their glue, into a folder.
pub fn write_empty_programs(folder: &Path) {
    for program in ["search", "full-search", "worker"] {
        fs::write(folder.join(format!("{program}.js")), "").expect("glue");
        fs::write(folder.join(format!("{program}_bg.wasm")), EMPTY_PROGRAM).expect("a program");
    }
}

/// Assembles the site of a seeds folder in memory and returns its files.
pub fn assembled(seeds: &Path, name: &str) -> BTreeMap<String, Vec<u8>> {
    assembled_into(Files::default(), seeds, name)
}

/// Assembles the site of a seeds folder and returns its files; `name` names a folder for programs.
pub fn assembled_into(files: Files, seeds: &Path, name: &str) -> BTreeMap<String, Vec<u8>> {
    let staging = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&staging);
    fs::create_dir_all(&staging).expect("a folder");
    write_empty_programs(&staging);
    let seeds = site::seeds::read(seeds).expect("seeds");
    let kit = Kit::collect(&workspace().join("public"), Some(&staging), false).expect("a kit");
    let site = assemble(&seeds, &kit, &Manner::QUICK, files).expect("a site");
    let known = site.files.known().into_keys();
    known.map(|path| (path.clone(), site.files.get(&path).expect("a file"))).collect()
}

/// The pages of a folder by path.
pub fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

/// The values of an attribute, as they stand in the markup.
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The path from the root that a relative link on a page leads to.
pub fn target(page: &str, link: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in link.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                folders.pop();
            }
            name => folders.push(name),
        }
    }
    let path = folders.join("/");
    match (path.is_empty(), link.ends_with('/') || link.ends_with("..")) {
        (true, _) => "index.html".to_owned(),
        (false, true) => format!("{path}/index.html"),
        (false, false) => path,
    }
}

/// Every relative link leads to a file, every fragment to an id, and no id stands twice.
pub fn check_links(files: &BTreeMap<String, Vec<u8>>) {
    let mut wrong = Vec::new();
    let ids: BTreeMap<&str, HashSet<&str>> =
        pages(files).map(|(path, html)| (path, values(html, "id").into_iter().collect())).collect();
    for (path, html) in
        pages(files).filter(|(path, _)| *path != "404.html" && !path.starts_with("assets/"))
    {
        let all = values(html, "id");
        if all.len() != ids[path].len() {
            wrong.push(format!("{path}: an id stands twice"));
        }
        for link in values(html, "href").into_iter().chain(values(html, "src")) {
            let (link, fragment) = link.split_once('#').unwrap_or((link, ""));
            let link = link.split('?').next().unwrap_or_default();
            if link.contains(':') {
                continue;
            }
            let target = if link.is_empty() { path.to_owned() } else { target(path, link) };
            let fits = files.contains_key(&target)
                && (fragment.is_empty()
                    || ids.get(target.as_str()).is_none_or(|ids| ids.contains(fragment)));
            if !fits {
                wrong.push(format!("{path}: {link}#{fragment} leads nowhere"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong links, the first: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(10)]
    );
}
