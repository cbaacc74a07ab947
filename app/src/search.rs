//! What the search page does with questions and answers, as plain functions: tested natively,
//! without a browser.
//!
//! | module | what lives there |
//! |---|---|
//! | [`asked`] | the question with its filters, as the address carries it |
//! | [`list`] | the hits on the page, and how later answers join them |
//! | [`export`] | the hits as CSV, JSON and Markdown, with citations |
//! | [`complete`] | completions while typing, before the engine is there |
//! | [`pieces`] | which marked elements begin a match |
//! | [`choices`] | filters and orders with their counts |
//! | [`told`] | what is told about an answer, in words |
//! | [`state`] | what is shown and waited for, what a reader does |
//! | [`context`] | all of it as signals, which the components read |

pub mod asked;
pub mod choices;
pub mod complete;
#[cfg(any(feature = "search", feature = "ssr"))]
pub mod context;
pub mod export;
pub mod list;
pub mod pieces;
#[cfg(any(feature = "search", feature = "ssr"))]
pub mod state;
#[cfg(any(feature = "search", feature = "ssr"))]
pub mod told;

#[cfg(test)]
pub(crate) mod tests {
    use corpus::{Bilingual, DocumentId, DocumentKind, Edition, Library, Metadata};

    /// A library of one policy.
    pub(crate) fn library(source: &str) -> Library {
        let (document, _) = corpus::parse(&DocumentId::from("a"), DocumentKind::Policy, source, 1);
        let metadata = Metadata {
            title: Bilingual { zh: "实施意见".into(), en: String::new() },
            ..Metadata::default()
        };
        let edition =
            Edition { metadata, document, translations: vec![], errata: vec![], facts: vec![] };
        Library { editions: vec![edition], ..Library::default() }
    }
}
