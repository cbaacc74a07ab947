//! Rooms of the crate import only from rooms below them, and no two files of a room import each
//! other in a circle: the order is that of the table in `src/lib.rs`.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, the lowest first.
const ROOMS: [&str; 16] = [
    "weights",
    "protocol",
    "text",
    "query",
    "lexicon",
    "index",
    "interpret",
    "rank",
    "results",
    "fallback",
    "translated",
    "pieces",
    "searcher",
    "cores",
    "seeds",
    "command",
];

/// A file as its module path below the crate, with what it imports.
struct Module {
    path: Vec<String>,
    imports: Vec<Vec<String>>,
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "bin") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every `crate::a::b` of the file's code, without comments.
fn imports(text: &str) -> Vec<Vec<String>> {
    let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    let code = code.collect::<Vec<_>>().join("\n");
    let name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    let paths = code.split("crate::").skip(1).map(|rest| rest.split(|c| !name(c)).next());
    paths.map(|path| path.unwrap_or_default().split("::").map(str::to_owned).collect()).collect()
}

fn modules() -> Vec<Module> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let module = |file: PathBuf| {
        let path = file.strip_prefix(&root).expect("below the root").with_extension("");
        let path = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        Module { path, imports: imports(&fs::read_to_string(&file).expect("a source")) }
    };
    files.into_iter().map(module).filter(|module| module.path != ["lib"]).collect()
}

#[test]
fn no_room_imports_one_above_it() {
    let level = |room: &str| {
        ROOMS.iter().position(|own| *own == room).unwrap_or_else(|| panic!("{room} is no room"))
    };
    let modules = modules();
    assert!(modules.len() > 40, "only {} sources were found", modules.len());
    for module in &modules {
        for import in &module.imports {
            let (own, other) = (&module.path[0], &import[0]);
            assert!(
                level(other) <= level(own),
                "{} imports {}",
                module.path.join("/"),
                import.join("::")
            );
        }
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let modules = modules();
    // The file that a path leads to: the longest module path that it begins with.
    let file = |import: &[String]| {
        let fits = modules.iter().enumerate().filter(|(_, m)| import.starts_with(&m.path));
        fits.max_by_key(|(_, m)| m.path.len()).map(|(at, _)| at)
    };
    let edges: Vec<Vec<usize>> = modules
        .iter()
        .enumerate()
        .map(|(own, m)| m.imports.iter().filter_map(|i| file(i)).filter(|at| *at != own).collect())
        .collect();
    // What imports only what is done already is done; a circle is never done.
    let mut done = vec![false; modules.len()];
    loop {
        let ready =
            (0..modules.len()).find(|at| !done[*at] && edges[*at].iter().all(|to| done[*to]));
        let Some(ready) = ready else { break };
        done[ready] = true;
    }
    let circle: Vec<String> = modules
        .iter()
        .zip(&done)
        .filter(|(_, done)| !**done)
        .map(|(m, _)| m.path.join("/"))
        .collect();
    assert!(circle.is_empty(), "in a circle, or above one: {}", circle.join(", "));
}
