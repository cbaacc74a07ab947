//! What the page and the search say to each other. No tantivy here: the app compiles this module
//! and nothing else of the engine.
//!
//! Messages travel as [postcard](https://docs.rs/postcard) bytes. Every request carries an id that
//! the page counts up; the answer repeats it, so that an answer to an older request is dropped.
//!
//! ```
//! use search_index::protocol::{Request, SearchRequest, decode, encode};
//!
//! let request = Request::Search(SearchRequest { id: 1, query: "高标准农田".into(), ..Default::default() });
//! assert_eq!(decode::<Request>(&encode(&request)), Some(request));
//! ```

use corpus::{Address, DocumentId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

mod answer;

pub use answer::{
    Detail, Facets, Failure, Fit, Hit, Notice, Reason, Response, Results, Snippet, Suggestion,
    SuggestionKind,
};

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Search; answered by [`Response::Results`].
    Search(SearchRequest),
    /// Complete what is being typed; answered by [`Response::Suggestions`].
    Suggest {
        /// The request's number.
        id: u32,
        /// What stands in the box.
        prefix: String,
        /// Whether the reader's interface is English.
        english: bool,
        /// At most this many suggestions.
        limit: u32,
    },
    /// Mark what a query finds inside one unit, for the reading page; answered by
    /// [`Response::Marks`].
    Marks {
        /// The request's number.
        id: u32,
        /// The query as typed.
        query: String,
        /// The unit (its sentence is ignored).
        at: Address,
    },
}

impl Request {
    /// The request's number.
    pub fn id(&self) -> u32 {
        match self {
            Self::Search(request) => request.id,
            Self::Suggest { id, .. } | Self::Marks { id, .. } => *id,
        }
    }
}

/// A search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchRequest {
    /// The request's number.
    pub id: u32,
    /// The query as typed.
    pub query: String,
    /// Which hits to keep.
    pub filters: Filters,
    /// In which order.
    pub order: Order,
    /// How many hits to leave out at the start.
    pub offset: u32,
    /// How many hits to return at most.
    pub limit: u32,
    /// Whether the reader's interface is English (decides which language a snippet starts with).
    pub english: bool,
}

impl Default for SearchRequest {
    fn default() -> Self {
        Self {
            id: 0,
            query: String::new(),
            filters: Filters::default(),
            order: Order::Relevance,
            offset: 0,
            limit: 50,
            english: false,
        }
    }
}

/// Facets that the reader has chosen; an empty list restricts nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filters {
    /// Only these documents.
    pub documents: Vec<DocumentId>,
    /// Only these divisions (`Unit::Division` addresses), with all that is in them.
    pub parts: Vec<Address>,
    /// Only what these topics (by id) point at.
    pub topics: Vec<String>,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// The best first.
    #[default]
    Relevance,
    /// As they stand in the documents; exact hits still before those that only come near.
    Document,
}

/// The message as bytes. Never fails: the messages hold nothing that postcard can't write.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Reads a message; `None` where the bytes are not one.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
