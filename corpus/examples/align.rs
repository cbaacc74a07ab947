//! Precision and recall of the alignment of editions, against lists made by hand in
//! `tests/gold/changes`: `cargo run -p corpus --features analysis --example align -- FOLDER`.
//! The folder holds laws as Markdown files, which are not a part of this repository; each list names
//! its two by the ends of their names.

mod files;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use corpus::changes::align::align;
use corpus::{Document, DocumentKind};

use files::collect;

type Pairs = BTreeSet<(String, String)>;

/// A list made by hand.
struct Gold {
    name: String,
    files: [String; 2],
    pairs: Pairs,
    /// Pairs on which two readers may differ: neither asked for nor wrong.
    open: Pairs,
    /// Earlier provisions in the list.
    read: usize,
}

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder has the laws?")?;
    let only = arguments.next();
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files)?;
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/changes");
    let mut names: Vec<PathBuf> = Vec::new();
    collect(&lists, &mut names)?;
    names.sort();
    for path in names {
        let gold = gold(&path)?;
        if only.as_ref().is_some_and(|only| !gold.name.contains(only)) {
            continue;
        }
        let [old, new] = [0, 1].map(|side| document(&files, &gold.files[side]));
        report(&gold, &old?, &new?, only.is_some());
    }
    Ok(())
}

fn gold(path: &Path) -> Result<Gold, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut gold = Gold {
        name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        files: [String::new(), String::new()],
        pairs: Pairs::new(),
        open: Pairs::new(),
        read: 0,
    };
    for line in text.lines() {
        if let Some(files) = line.strip_prefix("# files: ") {
            let (old, new) = files.split_once(" -> ").ok_or("files: OLD -> NEW")?;
            gold.files = [old.to_owned(), new.to_owned()];
        }
        let Some((old, new)) = line.split_once('\t').filter(|_| !line.starts_with('#')) else {
            continue;
        };
        gold.read += 1;
        for number in new.split_whitespace().filter(|number| *number != "-") {
            let open = number.strip_prefix('?');
            let pair = (old.to_owned(), open.unwrap_or(number).to_owned());
            if open.is_some() {
                gold.open.insert(pair)
            } else {
                gold.pairs.insert(pair)
            };
        }
    }
    Ok(gold)
}

fn document(files: &[PathBuf], name: &str) -> Result<Document, String> {
    let named = |path: &&PathBuf| path.to_string_lossy().ends_with(name);
    let path = files.iter().find(named).ok_or_else(|| format!("no file {name}"))?;
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (_, body) = text.split_once("<!-- INFO END -->").unwrap_or(("", &text));
    let title = text.lines().next().unwrap_or_default();
    let text = format!("{title}\n\n{}", body.trim_start());
    Ok(corpus::parse(&"law".into(), DocumentKind::Law, &text, 1).0)
}

fn report(gold: &Gold, old: &Document, new: &Document, verbose: bool) {
    let number = |document: &Document, index: usize| document.provisions[index].number.clone();
    let listed: BTreeSet<&String> = gold.pairs.iter().chain(&gold.open).map(|p| &p.0).collect();
    let found: Pairs = align(old, new)
        .into_iter()
        .map(|(i, j)| (number(old, i), number(new, j)))
        .filter(|pair| !gold.open.contains(pair))
        .collect();
    let right = found.intersection(&gold.pairs).count();
    println!(
        "{}: {} provisions, {} pairs; precision {:.3}, recall {:.3}",
        gold.name,
        gold.read,
        gold.pairs.len(),
        right as f64 / found.len().max(1) as f64,
        right as f64 / gold.pairs.len().max(1) as f64,
    );
    if verbose {
        println!(
            "  listed {}, parsed {} and {}",
            listed.len(),
            old.provisions.len(),
            new.provisions.len()
        );
        println!("  missed {:?}", gold.pairs.difference(&found).collect::<Vec<_>>());
        println!("  wrong {:?}", found.difference(&gold.pairs).collect::<Vec<_>>());
    }
}
