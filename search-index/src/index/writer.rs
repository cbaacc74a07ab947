//! Builds the bundle from the library, natively.

use corpus::Library;
use corpus::glossary::ThesaurusEntry;
use tantivy::directory::RamDirectory;
use tantivy::schema::{Field, OwnedValue};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Directory, Index, TantivyDocument};

use crate::index::bundle::{BundleContents, BundleFile, Doc};
use crate::index::postings::texts_checksum;
use crate::index::schema::{Fields, SEGMENT, schema};
use crate::lexicon::plain_language::PlainLanguageWords;
use crate::lexicon::thesaurus::Thesaurus;
use crate::text::occurrences::{Needle, UnitStreams};
use crate::text::stop_words::is_indexed;
use crate::text::stream::Stream;
use crate::text::units::{Piece, UnitInfo, units};
use crate::text::{fold, quantities, stem};
use crate::weights::Weights;

pub(crate) use document_weights::document_weights;

mod document_weights;
pub(crate) mod variants;

/// tantivy's smallest budget in bytes is 15 MB; one segment must hold everything.
const MEMORY: usize = 256 << 20;

/// Builds the bundle.
///
/// # Errors
/// Where tantivy fails, which it does only when out of memory.
pub fn build(library: &Library, thesaurus: &[ThesaurusEntry]) -> tantivy::Result<Vec<u8>> {
    Ok(contents(library, thesaurus)?.pack())
}

/// What the bundle holds.
///
/// # Errors
/// As [`build`].
pub fn contents(
    library: &Library,
    thesaurus: &[ThesaurusEntry],
) -> tantivy::Result<BundleContents> {
    let schema = schema();
    let fields = Fields::of(&schema)?;
    let directory = RamDirectory::create();
    let mut writer =
        Index::builder().schema(schema).single_segment_index_writer(directory.clone(), MEMORY)?;
    let units = units(library);
    let mut docs = Vec::new();
    let mut characters: Vec<char> = Vec::new();
    for unit in &units {
        let (document, doc, chars) = document(library, unit, fields);
        writer.add_document(document)?;
        docs.push(doc);
        characters.extend(chars);
    }
    for (unit, number) in units.iter().zip(0..) {
        if let Some(stream) = unit.corrected_stream(library) {
            let mut document = TantivyDocument::new();
            add(&mut document, fields.source, source_tokens(&stream));
            characters.extend(&stream.chars);
            writer.add_document(document)?;
            let heading = docs[number as usize].source_heading;
            docs.push(Doc {
                corrects: Some(number),
                source: stream.chars.len() as u32,
                source_heading: heading,
                ..Doc::default()
            });
        }
    }
    let index = writer.finalize()?;
    let thesaurus = said(library, &units, thesaurus);
    let (rare, common): (Vec<_>, Vec<_>) = thesaurus.iter().cloned().partition(|entry| entry.rare);
    Ok(BundleContents {
        texts: texts_checksum(library, &units),
        docs,
        document_weights: document_weights(library, &Weights::default().ranking),
        variants: variants::variants(
            characters.into_iter(),
            thesaurus.iter().flat_map(|entry| &entry.zh).flat_map(|word| word.chars()),
        ),
        thesaurus: Thesaurus::new(&common),
        rare: Thesaurus::rare(&common, &rare),
        plain_language: PlainLanguageWords::new(library, &units),
        files: files(&directory, &index)?,
    })
}

/// The thesaurus of a library with its rarer words, for a library without an engine.
pub fn thesaurus(library: &Library, entries: &[ThesaurusEntry]) -> Thesaurus {
    Thesaurus::new(&said(library, &units(library), entries))
}

/// The entries whose terms the texts have, in either language: the others find nothing yet.
fn said(library: &Library, units: &[UnitInfo], entries: &[ThesaurusEntry]) -> Vec<ThesaurusEntry> {
    if entries.is_empty() {
        return Vec::new();
    }
    let streams: Vec<UnitStreams> =
        units.iter().map(|unit| UnitStreams::new(library, unit)).collect();
    let has = |text: &str| {
        let needle = Needle::new(text);
        !needle.is_empty() && streams.iter().any(|unit| !unit.places(&needle, 0).is_empty())
    };
    entries.iter().filter(|entry| has(&entry.term) || has(&entry.en_term)).cloned().collect()
}

fn document(
    library: &Library,
    unit: &UnitInfo,
    fields: Fields,
) -> (TantivyDocument, Doc, Vec<char>) {
    let mut document = TantivyDocument::new();
    let source = unit.source(library);
    let stream = unit.printed_stream(library);
    let translation = unit.translation(library);
    let words: Vec<fold::Word> =
        translation.iter().flat_map(|piece| fold::words(piece.text)).collect();
    let heading = |pieces: &[Piece<'_>], length: fn(&str) -> usize| {
        pieces.iter().take_while(|p| p.heading).map(|p| length(p.text) as u32).sum()
    };
    let doc = Doc {
        corrects: None,
        source: stream.chars.len() as u32,
        source_heading: heading(&source, |text| fold::glyphs(text).len()),
        translation: words.len() as u32,
        translation_heading: heading(&translation, |text| fold::words(text).len()),
    };
    add(&mut document, fields.source, source_tokens(&stream));
    let words = words.iter().enumerate().filter(|(_, word)| is_indexed(&word.text));
    let tokens = words.map(|(position, word)| token(stem::stem(&word.text), position));
    add(&mut document, fields.translation, tokens.collect());
    (document, doc, stream.chars)
}

/// Each character at its position, and each quantity at that of its first character.
fn source_tokens(stream: &Stream) -> Vec<Token> {
    let chars = &stream.chars;
    let mut tokens: Vec<Token> =
        chars.iter().enumerate().map(|(at, c)| token(c.to_string(), at)).collect();
    let piece = |at: usize| stream.origins.get(at).map(|origin| origin.piece);
    let parted = |at: usize| {
        stream.breaks.binary_search_by_key(&(at as u32), |(at, _)| *at).is_ok()
            || piece(at) != piece(at - 1)
    };
    for quantity in quantities::in_parts(chars, &parted) {
        if !quantity.unit.is_empty() {
            tokens.push(token(quantity.term(), quantity.start));
        }
        tokens.push(token(quantity.value_term(), quantity.start));
    }
    tokens.sort_by_key(|token| token.position);
    tokens
}

fn token(text: String, position: usize) -> Token {
    Token { text, position, ..Token::default() }
}

fn add(document: &mut TantivyDocument, field: Field, tokens: Vec<Token>) {
    let text = PreTokenizedString { text: String::new(), tokens };
    document.add_field_value(field, &OwnedValue::PreTokStr(text));
}

/// The index's files, sorted, with the random segment id replaced in their names. They are read past
/// tantivy's managed directory, which would leave out their footers.
fn files(directory: &RamDirectory, index: &Index) -> tantivy::Result<Vec<BundleFile>> {
    let meta = index.load_metas()?;
    let mut files = Vec::new();
    for path in meta.list_segment_files() {
        // Deleted documents have a file in principle; here nothing is ever deleted.
        let Ok(bytes) = directory.open_read(&path) else { continue };
        let bytes = bytes.read_bytes()?.to_vec();
        files.push(BundleFile { name: path.to_string_lossy().into_owned(), bytes });
    }
    for segment in &meta.segments {
        let id = segment.id().uuid_string();
        for file in &mut files {
            file.name = file.name.replace(&id, SEGMENT);
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}
