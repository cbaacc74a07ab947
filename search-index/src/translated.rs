//! Search in translations into further languages: a plain scan of their lines, which are few and
//! short. A question goes here when it is written in the letters of such a language, or when what is
//! typed in other letters stands in no source and no English and a translation has it.
//!
//! Letters that look alike are one, and what can't be seen (variation selectors, the narrow space
//! before a suffix) is no difference: see `folded`. Whole words are exact; a word that a longer one
//! begins with is found as another way of writing it, as these languages add endings.

mod answer;
mod evaluation;
mod folded;
mod texts;

use corpus::languages::Language;
use corpus::{Edition, Library, Translation};
use serde::{Deserialize, Serialize};

pub use self::texts::TranslatedTexts;

/// What the browser gets of the translations into further languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Translations {
    /// The languages.
    pub languages: Vec<Language>,
    /// The translations into them, of all documents.
    pub translations: Vec<Translation>,
}

impl Translations {
    /// The library's translations into further languages; what a program converted is the source
    /// itself, which is searched as such. `None` where there are none.
    #[cfg(feature = "seeds")]
    pub fn of(library: &Library) -> Option<Self> {
        let further = library.editions.iter().flat_map(Edition::further);
        let mut own = Self::default();
        for translation in further {
            let language = corpus::languages::language(&translation.locale);
            let Some(language) = language.filter(|language| !language.is_converted()) else {
                continue;
            };
            if own.languages.iter().all(|known| known.tag != language.tag) {
                own.languages.push(language.clone());
            }
            own.translations.push(translation.clone());
        }
        (!own.translations.is_empty()).then_some(own)
    }

    /// Puts the translations into a library that came without them; the languages are left.
    pub fn join(self, library: &mut Library) -> Vec<Language> {
        for translation in self.translations {
            let own = |edition: &&mut Edition| edition.document.id == translation.document;
            if let Some(edition) = library.editions.iter_mut().find(own) {
                edition.translations.push(translation);
            }
        }
        self.languages
    }
}
