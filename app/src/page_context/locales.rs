//! The languages of the interface that a site has.

use super::LibraryIndex;
use crate::route::UiLocale;

impl LibraryIndex {
    /// The same with further languages of the interface.
    #[must_use]
    pub fn with_locales(self, further_locales: Vec<UiLocale>) -> Self {
        Self { further_locales, ..self }
    }

    /// The languages of the interface beside Chinese and English.
    pub fn further_locales(&self) -> &[UiLocale] {
        &self.further_locales
    }

    /// All languages of the interface.
    pub fn locales(&self) -> impl Iterator<Item = UiLocale> + use<'_> {
        [UiLocale::Zh, UiLocale::En].into_iter().chain(self.further_locales.iter().copied())
    }
}
