//! Languages, as data: a locale is a BCP 47 tag, not a case in an enum, so that another language
//! is another file in `seeds/` and not a change of code.

use serde::{Deserialize, Serialize};

/// A BCP 47 language tag such as `zh-Hans`, `en` or `mn-Mong`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Locale(pub String);

impl Locale {
    /// Simplified Chinese, the language of the sources at hand.
    pub fn zh() -> Self {
        Self("zh-Hans".to_owned())
    }

    /// English, the second language of the user interface.
    pub fn en() -> Self {
        Self("en".to_owned())
    }

    /// Whether it is [English](Self::en).
    pub fn is_english(&self) -> bool {
        self.0 == "en"
    }
}

/// One editorial text of ours in the two languages of the user interface.
///
/// An empty `en` falls back to `zh`, so that a site may be published without English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// The Chinese text.
    #[serde(default)]
    pub zh: String,
    /// The English text; may be empty.
    #[serde(default)]
    pub en: String,
}

impl Bilingual {
    /// The text for an English (`true`) or Chinese (`false`) reader, falling back to the other
    /// language where one is empty.
    pub fn pick(&self, english: bool) -> &str {
        match (english, self.zh.is_empty(), self.en.is_empty()) {
            (true, _, false) | (false, true, _) => &self.en,
            _ => &self.zh,
        }
    }

    /// Whether nothing was stated in either language.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}
