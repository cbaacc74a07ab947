//! The fields of the index, shared by the writer and the searcher.
//!
//! Terms come from [`crate::text::fold`], [`crate::text::stem`] and [`crate::text::quantities`], already cut and with
//! positions of our own: tantivy's `NgramTokenizer` sets every position to 0, which silently turns
//! phrases into AND. Field lengths live in the bundle, not in tantivy's field norms, because a
//! heading's length is wanted as well.

use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// The id of the one segment, in the place of tantivy's random one: the same texts give the same
/// bytes.
pub const SEGMENT: &str = "00000000000000000000000000000001";

/// The source: single folded characters, and `#…` terms for quantities at their first character.
pub const SOURCE: &str = "source";
/// The translation: stems of words.
pub const TRANSLATION: &str = "translation";

/// The schema with its two fields, in the order of [`Fields`].
pub fn schema() -> Schema {
    let mut builder = Schema::builder();
    for name in [SOURCE, TRANSLATION] {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        builder.add_text_field(name, TextOptions::default().set_indexing_options(indexing));
    }
    builder.build()
}

/// The fields of an opened index.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// [`SOURCE`]
    pub source: Field,
    /// [`TRANSLATION`]
    pub translation: Field,
}

impl Fields {
    /// Looks the fields up.
    ///
    /// # Errors
    /// Where the index has other fields.
    pub fn of(schema: &Schema) -> tantivy::Result<Self> {
        Ok(Self { source: schema.get_field(SOURCE)?, translation: schema.get_field(TRANSLATION)? })
    }
}
