//! Everything the site is made from, in one value: what the builder computes, the pages show and
//! the browser loads.

use serde::{Deserialize, Serialize};

use crate::address::{Address, DocumentId};
use crate::changes::Changes;
use crate::errata::Erratum;
use crate::facts::Fact;
use crate::glossary::{Body, Place, Term, Topic};
use crate::links::Link;
use crate::metadata::Metadata;
use crate::model::{Document, Sentence};
use crate::publication::Publication;
use crate::references::Reference;
use crate::translation::Translation;

/// A document with all that lies over it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// What is known about it.
    pub metadata: Metadata,
    /// The text.
    pub document: Document,
    /// Its translations, aligned by ordinal.
    pub translations: Vec<Translation>,
    /// Marked corrections.
    pub errata: Vec<Erratum>,
    /// Its figures and deadlines, in reading order.
    pub facts: Vec<Fact>,
}

impl Edition {
    /// The translation into English, the second language of the user interface.
    pub fn english(&self) -> Option<&Translation> {
        self.translations.iter().find(|translation| translation.locale.is_english())
    }

    /// The translations into other languages, in the order in which they are shown.
    pub fn further(&self) -> impl Iterator<Item = &Translation> {
        self.translations.iter().filter(|translation| !translation.locale.is_english())
    }
}

/// A topic with the sentences that its quotes were found in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LocatedTopic {
    /// The topic as its seed states it.
    pub topic: Topic,
    /// For each of its measures, the sentence that holds the quote.
    pub sentences: Vec<Address>,
}

/// All texts of a site and what is known about them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// What the site says about itself.
    pub publication: Publication,
    /// The documents in the order of the site's configuration.
    pub editions: Vec<Edition>,
    /// What explains what.
    pub links: Vec<Link>,
    /// Which words of the texts name another text, or another place of the same.
    pub references: Vec<Reference>,
    /// What changed, for each document that replaces or follows another.
    pub changes: Vec<Changes>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// Topics by livelihood and concern.
    pub topics: Vec<LocatedTopic>,
    /// Places named.
    pub places: Vec<Place>,
    /// Bodies named.
    pub bodies: Vec<Body>,
    /// Which pages there are beside the texts.
    pub contents: SiteContents,
}

/// What a site has beside its texts: the browser's library is [cut down](crate::library_codec) to what
/// reading needs, but its navigation must still know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteContents {
    /// Topics.
    pub topics: bool,
    /// Figures and deadlines.
    pub facts: bool,
    /// Places or bodies.
    pub places: bool,
}

impl Library {
    /// The edition of the document with this id.
    pub fn edition(&self, id: &DocumentId) -> Option<&Edition> {
        self.editions.iter().find(|edition| &edition.document.id == id)
    }

    /// What changed from the document before to the one with this id.
    pub fn changes(&self, id: &DocumentId) -> Option<&Changes> {
        self.changes.iter().find(|changes| &changes.new == id)
    }

    /// The sentence at this address.
    pub fn sentence(&self, address: &Address) -> Option<&Sentence> {
        self.edition(&address.document)?.document.sentence(address)
    }

    /// What the library has beside its texts.
    pub fn contents(&self) -> SiteContents {
        SiteContents {
            topics: !self.topics.is_empty(),
            facts: self.editions.iter().any(|edition| !edition.facts.is_empty()),
            places: !self.places.is_empty() || !self.bodies.is_empty(),
        }
    }

    /// All documents, for functions that look at texts alone.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.editions.iter().map(|edition| &edition.document)
    }
}
