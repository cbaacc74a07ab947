//! The files that a site offers for each document: one list, so that the pages that link them,
//! the builder that writes them and the guide that describes them cannot disagree.

use crate::address::DocumentId;
use crate::locale::Locale;

/// The folder of all files for download, below the site's root.
pub const FOLDER: &str = "data";

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One page with everything, to keep and read without a network.
    Html,
    /// For reading devices.
    Epub,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// The whole document as data.
    Json,
    /// Akoma Ntoso (`LegalDocML` 1.0).
    AkomaNtoso,
    /// A table of provisions.
    Provisions,
    /// A table of sentences with their translations.
    Sentences,
    /// Figures and deadlines as data.
    FactsJson,
    /// Figures and deadlines as a table.
    FactsCsv,
    /// What changed since the document before, as data.
    ChangesJson,
    /// What changed since the document before, as a table.
    ChangesCsv,
}

impl Format {
    /// The formats of every document, those for readers first.
    pub const ALL: [Self; 10] = [
        Self::Html,
        Self::Epub,
        Self::Text,
        Self::Markdown,
        Self::Json,
        Self::AkomaNtoso,
        Self::Provisions,
        Self::Sentences,
        Self::FactsJson,
        Self::FactsCsv,
    ];

    /// The formats of a document that replaces or follows another.
    pub const CHANGES: [Self; 2] = [Self::ChangesJson, Self::ChangesCsv];

    /// The end of the file's name.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Epub => "epub",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::AkomaNtoso => "akn.xml",
            Self::Provisions => "provisions.csv",
            Self::Sentences => "sentences.csv",
            Self::FactsJson => "facts.json",
            Self::FactsCsv => "facts.csv",
            Self::ChangesJson => "changes.json",
            Self::ChangesCsv => "changes.csv",
        }
    }

    /// The media type that a host should send.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Epub => "application/epub+zip",
            Self::Text => "text/plain; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Json | Self::FactsJson | Self::ChangesJson => "application/json",
            Self::AkomaNtoso => "application/xml",
            Self::Provisions | Self::Sentences | Self::FactsCsv | Self::ChangesCsv => {
                "text/csv; charset=utf-8"
            }
        }
    }

    /// Whether there is one such file for each translation besides that of the source text.
    pub fn per_language(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::AkomaNtoso)
    }

    /// The file's address below the site's root: `data/opinions-2026.akn.xml`, that of a
    /// translation `data/opinions-2026.en.akn.xml`.
    pub fn path(self, id: &DocumentId, translation: Option<&Locale>) -> String {
        match translation {
            Some(locale) => [FOLDER, "/", &id.0, ".", &locale.0, ".", self.suffix()].concat(),
            None => [FOLDER, "/", &id.0, ".", self.suffix()].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_name_document_language_and_format() {
        let id = DocumentId::from("opinions-2026");
        assert_eq!(Format::Json.path(&id, None), "data/opinions-2026.json");
        assert_eq!(
            Format::AkomaNtoso.path(&id, Some(&Locale::en())),
            "data/opinions-2026.en.akn.xml"
        );
    }
}
