//! What the search answers: results, hits, snippets, notices, suggestions.

use corpus::{Address, DocumentId, Locale, Span};
use serde::{Deserialize, Serialize};

/// What the search answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// To [`super::Request::Search`].
    Results(Results),
    /// To [`super::Request::Suggest`].
    Suggestions {
        /// The request's number.
        id: u32,
        /// The best first.
        suggestions: Vec<Suggestion>,
    },
    /// To [`super::Request::Marks`]: every sentence of the unit with a match, source before translation,
    /// in reading order.
    Marks {
        /// The request's number.
        id: u32,
        /// The sentences.
        snippets: Vec<Snippet>,
    },
    /// The search could not answer.
    Failed {
        /// The request's number, if it could be read.
        id: Option<u32>,
        /// Why.
        failure: Failure,
    },
}

impl Response {
    /// The number of the request that this answers.
    pub fn id(&self) -> Option<u32> {
        match self {
            Self::Results(results) => Some(results.id),
            Self::Suggestions { id, .. } | Self::Marks { id, .. } => Some(*id),
            Self::Failed { id, .. } => *id,
        }
    }
}

/// Why the search could not answer. [`Failure::key`] names the sentence to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The index did not arrive whole.
    Damaged,
    /// The index was made for another release of the engine.
    WrongVersion,
    /// The index was made from other texts than the page has.
    OtherTexts,
    /// The request could not be read.
    BadRequest,
    /// The engine failed.
    Internal,
}

impl Failure {
    /// The key of the translated sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Self::Damaged => "search-damaged",
            Self::WrongVersion => "search-wrong-version",
            Self::OtherTexts => "search-other-texts",
            Self::BadRequest => "search-bad-request",
            Self::Internal => "search-internal",
        }
    }
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The request's number.
    pub id: u32,
    /// How many units (provisions, headings, titles) are in the list, all pages together.
    pub total: u32,
    /// How many of them have the words exactly as asked; these come first.
    pub exact: u32,
    /// In how many places of the texts the words stand exactly as asked: the true count.
    pub places: u32,
    /// The hits from `offset` on.
    pub hits: Vec<Hit>,
    /// Counts by document, part and topic, before [`super::Filters`] are applied.
    pub facets: Facets,
    /// What the reader should know about how the query was read.
    pub notices: Vec<Notice>,
    /// Whether these hits come from [`crate::fallback`] and not from the engine.
    pub fallback: bool,
    /// Whether the library may have more than was counted: only a part of it was looked at.
    pub at_least: bool,
}

/// How well a hit fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fit {
    /// Has everything exactly as asked.
    Exact,
    /// Has everything, in another way of writing or by a related word.
    Related,
    /// Has a part of it.
    Partial,
}

/// A unit that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The unit; its sentence is that of the best snippet.
    pub at: Address,
    /// How well it fits.
    pub fit: Fit,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// In how many places the unit has the words exactly as asked.
    pub places: u32,
    /// Why it was found.
    pub reasons: Vec<Reason>,
    /// Sentences that show it, the best first.
    pub snippets: Vec<Snippet>,
}

/// Why something was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The words stand there as asked.
    Words,
    /// They stand in its title.
    Title,
    /// They stand in the translation.
    Translation,
    /// They stand in the corrected reading, where the source has a misprint.
    CorrectedReading,
    /// By a related word of the thesaurus.
    Related {
        /// What was asked.
        asked: String,
        /// What the text says.
        found: String,
    },
    /// Read as pinyin or initials.
    Pinyin {
        /// What was asked.
        asked: String,
        /// What the text says.
        found: String,
    },
    /// Traditional characters.
    Traditional {
        /// What was asked.
        asked: String,
        /// What the text says.
        found: String,
    },
    /// A typing error was allowed for.
    Spelling {
        /// What was asked.
        asked: String,
        /// What the text says.
        found: String,
    },
    /// The same number or quantity, perhaps written in another way.
    Number {
        /// What the text says.
        found: String,
    },
    /// The unit with the number that was asked for.
    Numbered,
    /// A plain-language line of the topics says it so; the text says the same in official words.
    Plain {
        /// What was asked.
        asked: String,
    },
}

/// A sentence with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The sentence; without a sentence number where a label such as `（十三）` was found.
    pub at: Address,
    /// The language of `text`.
    pub locale: Locale,
    /// The sentence exactly as printed.
    pub text: String,
    /// What was found, as bytes of `text`, in order, not overlapping; may be empty for the
    /// counterpart of a sentence in the other language.
    pub marks: Vec<Span>,
    /// Whether something was found only through the corrected reading.
    pub corrected: bool,
}

/// Counts for narrowing the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// By document, in the library's order; documents without hits are left out.
    pub documents: Vec<(DocumentId, u32)>,
    /// By outermost division (`Unit::Division` addresses), in reading order.
    pub parts: Vec<(Address, u32)>,
    /// By topic id, in the library's order.
    pub topics: Vec<(String, u32)>,
}

/// How the query was read, where that is not obvious.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// A slip in the syntax (such as an open bracket); it was read as plain words.
    ReadAsWords,
    /// The query was too long; only its beginning was searched.
    Shortened,
    /// Nothing has all the words; hits with a part of them are shown.
    Relaxed,
    /// Nothing answers the query; what is shown, if anything, only comes near.
    NothingFound,
    /// The texts have the subject, but the first hits don't state what is asked of it.
    NotStated {
        /// What is asked.
        detail: Detail,
    },
    /// Nothing was found where the query looked (`part:`, `document:`, `lang:`), so everything was
    /// searched.
    SearchedEverywhere,
    /// Searched with this instead of what was typed.
    Corrected {
        /// What was typed.
        asked: String,
        /// What was searched.
        found: String,
    },
    /// Perhaps this was meant: a query to try.
    DidYouMean {
        /// The whole query, corrected.
        query: String,
    },
    /// These words were read as pinyin, initials or Traditional characters.
    ReadAs {
        /// What was typed.
        asked: String,
        /// How it was read; several where it is ambiguous.
        readings: Vec<String>,
    },
    /// A related word of the thesaurus was searched as well.
    AlsoSearched {
        /// What was asked.
        asked: String,
        /// The related words.
        related: Vec<String>,
    },
}

/// What a question asks of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// How much, how many.
    Amount,
    /// When, how long.
    Time,
    /// How or where to go about it.
    Way,
}

/// A completion of what is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The text to put into the box.
    pub text: String,
    /// What it is.
    pub kind: SuggestionKind,
    /// Where to go directly, if it names a place.
    pub at: Option<Address>,
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SuggestionKind {
    /// A heading of a provision or division.
    Title,
    /// A term of the glossary or thesaurus.
    Term,
    /// A provision by its number.
    Number,
}
