//! What is translated of the texts.

use corpus::{Address, Edition};

use super::LibraryIndex;

impl LibraryIndex {
    /// The unofficial English translation of the sentence at this address.
    pub fn translated(&self, address: &Address) -> Option<&'static str> {
        let edition = self.edition(&address.document)?;
        let text = edition.english()?.sentences.get(*self.ordinals.get(address)?)?;
        Some(text.as_str()).filter(|text| !text.is_empty())
    }

    /// The translations of the sentence at this address into further languages.
    #[cfg(any(feature = "ssr", feature = "full-search"))]
    pub fn further(
        &self,
        address: &Address,
    ) -> impl Iterator<Item = (&'static corpus::Translation, &'static str)> + use<> {
        let ordinal = self.ordinals.get(address).copied().unwrap_or(usize::MAX);
        let edition = self.edition(&address.document);
        edition.into_iter().flat_map(Edition::further).filter_map(move |translation| {
            let text = translation.sentences.get(ordinal).filter(|text| !text.is_empty())?;
            Some((translation, text.as_str()))
        })
    }

    /// Whether the document of this address has an English translation, perhaps not of this sentence.
    pub fn is_begun(&self, address: &Address) -> bool {
        self.edition(&address.document).is_some_and(|e| e.english().is_some())
    }

    /// Whether any document is translated into English.
    #[cfg(not(feature = "ssr"))]
    pub fn translated_at_all(&self) -> bool {
        self.library.editions.iter().any(|edition| edition.english().is_some())
    }

    /// The document with this id.
    #[cfg(not(feature = "ssr"))]
    pub fn edition(&self, id: &corpus::DocumentId) -> Option<&'static Edition> {
        self.library.edition(id)
    }
}
