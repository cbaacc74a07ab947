//! What is known of words beside the texts: pinyin and Traditional characters, synonyms, the words
//! of the translations, the editors' plain-language lines.

pub mod everyday;
pub mod plain_language;
pub mod segmentation;
pub mod syllables;
pub mod synonyms;
pub mod thesaurus;
pub mod variants;
pub mod vocabulary;
