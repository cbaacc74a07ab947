//! A library that is too large to be loaded whole goes into the browser in pieces (ADR 0017).

use anyhow::Result;
use corpus::Library;
use search_index::cores::both;
use search_index::pieces::writer::pieces;
use search_index::pieces::{Manifest, Piece};
use search_index::protocol::encode;
use sha2::{Digest, Sha256};

use crate::assets::{Asset, gzip};

/// A library with more provisions than this comes in pieces: up to here its texts and index are
/// loaded whole, and all that the engine knows is there.
pub const LARGEST_WHOLE: usize = 5_000;

/// What takes the place of the texts and the index.
pub struct ByNeed {
    /// The library without its texts.
    pub base: Library,
    /// The manifest of the pieces.
    pub manifest: Asset,
    /// The pieces, by path.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Cuts a library in pieces; `None` where it has no more than `largest_whole` provisions.
///
/// # Errors
/// Where compressing fails.
pub fn cut(library: &Library, largest_whole: usize) -> Result<Option<ByNeed>> {
    let provisions = library.documents().map(|document| document.provisions.len()).sum::<usize>();
    if provisions <= largest_whole {
        return Ok(None);
    }
    let mut set = pieces(library);
    let all: Vec<Piece> = set.manifest.all().collect();
    let contents = |piece: &Piece| set.contents(*piece).unwrap_or_default();
    let digest = id(all.iter().map(contents));
    set.manifest.id = digest;
    let pack = |pieces: &[Piece]| {
        let file = |piece: &Piece| {
            let contents = set.contents(*piece).unwrap_or_default();
            // A little less small than other assets: there are thousands of them.
            Ok((set.manifest.path(*piece), gzip(&set.manifest.seal(contents), false)?))
        };
        pieces.iter().map(file).collect::<Result<Vec<_>>>()
    };
    let (first, second) = all.split_at(all.len() / 2);
    let (first, second) = both(|| pack(first), || pack(second));
    let mut files = first?;
    files.extend(second?);
    let base = Library { editions: Vec::new(), links: Vec::new(), ..library.clone() };
    let manifest = Asset::packed("pieces", &encode(&set.manifest), false)?;
    Ok(Some(ByNeed { base, manifest, files }))
}

/// The id of a set: the beginning of the SHA-256 of all that its pieces hold, in their order.
fn id<'c>(contents: impl Iterator<Item = &'c [u8]>) -> [u8; 8] {
    let mut digest = Sha256::new();
    for one in contents {
        digest.update((one.len() as u64).to_le_bytes());
        digest.update(one);
    }
    let mut id = [0; 8];
    id.copy_from_slice(&digest.finalize()[..8]);
    id
}

/// What is wrong with the pieces of a built site. `unpacked` gives the piece with this path, as far as
/// it is there.
pub fn problems(manifest: &Manifest, unpacked: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<String> {
    let (mut problems, mut contents) = (Vec::new(), Vec::new());
    for piece in manifest.all() {
        let path = manifest.path(piece);
        let bytes = unpacked(&path);
        match bytes.as_deref().and_then(|bytes| manifest.open(bytes)) {
            Some(own) => contents.push(own.to_vec()),
            None => problems.push(format!("{path} is missing, damaged or of another set")),
        }
    }
    if problems.is_empty() && id(contents.iter().map(Vec::as_slice)) != manifest.id {
        problems.push("the pieces are not named by what they hold".to_owned());
    }
    problems
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Read as _;

    use corpus::{Document, Edition, Paragraph, Provision, Sentence};
    use search_index::pieces::PieceReader;
    use search_index::protocol::{SearchRequest, decode};

    use super::*;

    const MANY: u32 = 2_050;

    fn library(provisions: u32) -> Library {
        let sentence = |text: String, line| Sentence { number: 1, text, line, column: 1 };
        let provision = |number: u32| {
            let text = format!("第{number}种牲畜由牧民登记。");
            let sentences = vec![sentence(text, number + 1)];
            let paragraphs = vec![Paragraph { label: String::new(), sentences }];
            let label = format!("第{number}条");
            Provision { number: number.to_string(), label, title: None, paragraphs }
        };
        let document = Document {
            id: "law".into(),
            title: vec![sentence("某法".to_owned(), 1)],
            provisions: (1..=provisions).map(provision).collect(),
            ..Document::default()
        };
        let edition = Edition { document, ..Edition::default() };
        Library { editions: vec![edition], ..Library::default() }
    }

    fn unpacked(bytes: &[u8]) -> Vec<u8> {
        let mut contents = Vec::new();
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut contents).unwrap();
        contents
    }

    #[test]
    fn a_library_of_some_documents_stays_whole() {
        assert!(cut(&library(50), 60).unwrap().is_none());
    }

    #[test]
    fn a_large_library_is_found_in_its_pieces() {
        let library = library(MANY);
        let by_need = cut(&library, 1000).unwrap().expect("pieces");
        assert!(by_need.base.editions.is_empty());
        let again = cut(&library, 1000).unwrap().expect("pieces");
        assert_eq!(
            (&by_need.files, &by_need.manifest.bytes),
            (&again.files, &again.manifest.bytes)
        );
        let files: BTreeMap<_, _> = by_need.files.into_iter().collect();
        let manifest = unpacked(&by_need.manifest.bytes);
        let mut reader = PieceReader::open(&manifest, by_need.base).expect("a manifest");
        let query = "2033种牲畜".to_owned();
        let request = SearchRequest { query, limit: 5, ..SearchRequest::default() };
        let mut read = 0;
        let (results, excerpt) = loop {
            match reader.search(&request, None) {
                Ok(found) => break found,
                Err(lacking) => {
                    for piece in lacking {
                        let bytes = &files[&reader.manifest().path(piece)];
                        read += bytes.len();
                        assert!(reader.give(piece, &unpacked(bytes)));
                    }
                }
            }
        };
        assert_eq!(results.hits[0].at.unit.to_string(), "2033");
        assert!(excerpt.documents().all(|document| document.provisions.len() < 500));
        let all: usize = files.values().map(Vec::len).sum();
        assert!(read * 2 < all, "{read} of {all} bytes");
    }

    #[test]
    fn a_piece_that_is_lost_or_altered_is_told() {
        let by_need = cut(&library(MANY), 1000).unwrap().expect("pieces");
        let manifest: Manifest = decode(&unpacked(&by_need.manifest.bytes)).expect("a manifest");
        let mut files: BTreeMap<String, Vec<u8>> =
            by_need.files.iter().map(|(path, bytes)| (path.clone(), unpacked(bytes))).collect();
        let told = |files: &BTreeMap<String, Vec<u8>>| {
            problems(&manifest, |path| files.get(path).cloned())
        };
        assert_eq!(told(&files), Vec::<String>::new());
        let path = manifest.path(Piece::Block(3));
        let mut other = manifest.clone();
        other.id = *b"not this";
        files.insert(path.clone(), other.seal(b""));
        assert_eq!(told(&files).len(), 1);
        files.insert(path.clone(), manifest.seal(b""));
        assert_eq!(told(&files), ["the pieces are not named by what they hold"]);
        files.remove(&path);
        assert!(told(&files)[0].starts_with(&path));
    }
}
