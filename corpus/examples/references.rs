//! Precision and recall of references, against lists made by hand in `tests/gold/references`:
//! `cargo run -p corpus --features analysis --example references -- FOLDER…`.
//! The folders hold laws as Markdown files, which are not a part of this repository; each list names
//! its texts by the ends of their paths. With `--all` every reference found is told.

mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use corpus::numbering::label;
use corpus::{
    Address, Bilingual, DocumentKind, Edition, Library, Metadata, Provision, Reference, Unit,
};

use files::collect;

/// What a list says: by text and provision, what it refers to.
type Gold = BTreeMap<(usize, String), BTreeSet<String>>;

fn main() -> Result<(), String> {
    let (options, folders): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let mut files = Vec::new();
    for folder in &folders {
        collect(Path::new(folder), &mut files)?;
    }
    files.sort();
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/references");
    let mut names = Vec::new();
    collect(&lists, &mut names)?;
    names.sort();
    let mut library = Library::default();
    for path in &files {
        library.editions.push(edition(path, library.editions.len())?);
    }
    let mut golds = Vec::new();
    for path in &names {
        golds.push((path, gold(path, &files, &mut library)?));
    }
    let began = std::time::Instant::now();
    library.references = corpus::references::references(&library);
    let provisions: usize = library.documents().map(|document| document.provisions.len()).sum();
    println!(
        "{} texts, {provisions} provisions: {} references in {} ms",
        library.editions.len(),
        library.references.len(),
        began.elapsed().as_millis()
    );
    for (path, gold) in golds {
        report(&path.file_stem().unwrap_or_default().to_string_lossy(), &gold, &library);
    }
    if options.iter().any(|option| option == "--all") {
        for reference in &library.references {
            tell(&library, reference);
        }
    }
    Ok(())
}

/// A text with the date that its file's name ends with.
fn edition(path: &Path, index: usize) -> Result<Edition, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (_, body) = text.split_once("<!-- INFO END -->").unwrap_or(("", &text));
    let title = text.lines().next().unwrap_or_default().trim_start_matches('#').trim();
    let text = format!("# {title}\n\n{}", body.trim_start());
    let id = format!("t{index}").as_str().into();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let date = stem.rsplit_once('(').map_or("", |(_, rest)| rest.trim_end_matches(')'));
    let dated = date.len() == 10 && date.starts_with(|c: char| c.is_ascii_digit());
    Ok(Edition {
        document: corpus::parse(&id, DocumentKind::Law, &text, 1).0,
        metadata: Metadata {
            id,
            kind: DocumentKind::Law,
            title: Bilingual { zh: title.to_owned(), en: String::new() },
            issued: if dated { date.to_owned() } else { String::new() },
            ..Metadata::default()
        },
        ..Edition::default()
    })
}

fn gold(path: &Path, files: &[PathBuf], library: &mut Library) -> Result<Gold, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut gold = Gold::new();
    let mut at = 0;
    for line in text.lines() {
        if let Some(file) = line.strip_prefix("# file: ") {
            let (file, date) = file.split_once(".md ").unwrap_or((file, ""));
            let file = file.trim_end_matches(".md");
            let named = |path: &PathBuf| path.with_extension("").to_string_lossy().ends_with(file);
            at = files.iter().position(named).ok_or_else(|| format!("no file {file}"))?;
            if !date.is_empty() {
                date.clone_into(&mut library.editions[at].metadata.issued);
            }
        }
        let Some((number, to)) = line.split_once('\t').filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let to = to.split(' ').filter(|to| *to != "-").map(str::to_owned).collect();
        gold.insert((at, number.to_owned()), to);
    }
    Ok(gold)
}

fn report(name: &str, gold: &Gold, library: &Library) {
    let (mut right, mut found, mut asked) = (0, 0, 0);
    let mut wrong = Vec::new();
    for ((index, number), to) in gold {
        let document = &library.editions[*index].document;
        let here =
            |at: &Address| at.document == document.id && at.unit == Unit::Provision(number.clone());
        let own = library.references.iter().filter(|reference| here(&reference.from));
        let own: BTreeSet<String> =
            own.map(|reference| target(library, *index, &reference.to)).collect();
        right += own.intersection(to).count();
        found += own.len();
        asked += to.len();
        if own != *to {
            let lost: Vec<_> = to.difference(&own).collect();
            let more: Vec<_> = own.difference(to).collect();
            let title = &library.editions[*index].metadata.title.zh;
            wrong.push(format!("  {title} {number}: missed {lost:?}, wrong {more:?}"));
        }
    }
    println!(
        "{name}: {} provisions, {asked} references; precision {:.3}, recall {:.3}",
        gold.len(),
        f64::from(right as u32) / f64::from(found.max(1) as u32),
        f64::from(right as u32) / f64::from(asked.max(1) as u32)
    );
    for line in wrong {
        println!("{line}");
    }
}

/// A target as the lists write it.
fn target(library: &Library, from: usize, to: &Address) -> String {
    let Some(index) = library.editions.iter().position(|e| e.document.id == to.document) else {
        return to.to_string();
    };
    let edition = &library.editions[index];
    let title = edition.metadata.title.zh.trim_start_matches("中华人民共和国");
    let same = |other: &&Edition| other.metadata.title.zh == edition.metadata.title.zh;
    let year = edition.metadata.issued.get(..4).unwrap_or_default();
    let several = library.editions.iter().filter(same).count() > 1;
    let title = if several { format!("{title}@{year}") } else { title.to_owned() };
    let place = match &to.unit {
        Unit::Title => return title,
        Unit::Division(number) => format!("part-{number}"),
        Unit::Provision(number) => {
            let provision = edition.document.provision(number);
            format!("{number}{}", provision.map_or_else(String::new, |p| within(p, to.sentence)))
        }
    };
    if index == from { place } else { format!("{title}:{place}") }
}

/// `.2.3` for the third item of the second paragraph.
fn within(provision: &Provision, sentence: Option<u16>) -> String {
    let Some(sentence) = sentence else { return String::new() };
    let (mut paragraph, mut item) = (0, None);
    for (index, own) in provision.paragraphs.iter().enumerate() {
        if index == 0 || own.label.is_empty() {
            (paragraph, item) = (paragraph + 1, None);
        }
        if !own.label.is_empty() {
            item = label(&own.label.chars().collect::<Vec<_>>()).map(|label| label.ordinal);
        }
        if own.sentences.iter().any(|own| own.number == sentence) {
            break;
        }
    }
    item.map_or_else(|| format!(".{paragraph}"), |item| format!(".{paragraph}.{item}"))
}

fn tell(library: &Library, reference: &Reference) {
    let Some(sentence) = library.sentence(&reference.from) else { return };
    let from = library.editions.iter().position(|e| e.document.id == reference.from.document);
    let from = from.unwrap_or_default();
    let start = reference.span.start as usize;
    let before: String = sentence.text[..start].chars().rev().take(12).collect();
    println!(
        "{} {}\t{}[{}]\t{}",
        library.editions[from].metadata.title.zh,
        reference.from.unit,
        before.chars().rev().collect::<String>(),
        reference.span.of(&sentence.text),
        target(library, from, &reference.to)
    );
}
