//! Measures the search: `evaluate [CORPORA]` prints a table for our own questions on the two
//! documents of 2026, and for lay people's questions one on 353 laws and one for each size of a
//! growing library, beside plain BM25 in the same run. `--most N` (25000) is the largest part of the
//! library, in articles; `evaluate --details` also lists what failed on the tuning half;
//! `evaluate --emit FOLDER` writes the index of the pair and each of its parts, to be weighed apart.
#![expect(clippy::print_stdout, reason = "printing the tables is what it is for")]

mod baseline;
mod laws;
mod measures;
mod own;
mod pieces;
#[path = "../../../tests/support/mod.rs"]
mod support;
mod texts;

use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1).peekable();
    let details = arguments.next_if_eq("--details").is_some();
    if arguments.next_if_eq("--emit").is_some() {
        return emit(&PathBuf::from(arguments.next().unwrap_or_default()));
    }
    let by_need = arguments.next_if_eq("--by-need").is_some();
    let mut most = 25_000;
    if arguments.next_if_eq("--most").is_some() {
        most = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(most);
    }
    let corpora = arguments.next().map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora"),
        PathBuf::from,
    );
    if by_need {
        return pieces::evaluate(&corpora, most);
    }
    own::evaluate(details);
    laws::evaluate(&corpora, most);
}

/// Writes the bundle and the library of the pair, and the parts of the bundle.
fn emit(folder: &std::path::Path) {
    use search_index::index::bundle::BundleContents;
    use search_index::protocol::encode;

    let library = support::library();
    let bundle =
        search_index::index::writer::build(&library, &support::thesaurus()).unwrap_or_default();
    let contents = BundleContents::unpack(&bundle).unwrap_or_default();
    let mut files = vec![
        ("index.bin".to_owned(), bundle),
        ("library.bin".to_owned(), corpus::library_codec::write(&library)),
        ("part-docs".to_owned(), encode(&contents.docs)),
        (
            "part-pinyin".to_owned(),
            encode(&(&contents.variants.syllables, &contents.variants.readings)),
        ),
        (
            "part-traditional".to_owned(),
            encode(&(&contents.variants.traditional, &contents.variants.simplified)),
        ),
        ("part-characters".to_owned(), encode(&contents.variants.characters)),
        ("part-thesaurus".to_owned(), encode(&contents.thesaurus)),
    ];
    files
        .extend(contents.files.into_iter().map(|file| (format!("part-{}", file.name), file.bytes)));
    for (name, bytes) in files {
        match std::fs::write(folder.join(&name), &bytes) {
            Ok(()) => println!("{name}: {} bytes", bytes.len()),
            Err(error) => println!("{name} can't be written: {error}"),
        }
    }
}
