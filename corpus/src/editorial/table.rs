//! The words that the checks know, as data.

use serde::Deserialize;

use crate::facts::Bound;

/// The table that comes with the program, as TOML: it fits any policy.
pub const BUILT_IN: &str = include_str!("../../data/editorial.toml");

/// What a rendering is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RenderingKind {
    /// How strongly something is said: encourage, must, explore.
    Mood,
    /// A bound of a figure, looked for behind figures only.
    Bound,
    /// What has to be given first.
    Condition,
}

/// Chinese words, and the words that may render them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rendering {
    /// What it is about.
    pub kind: RenderingKind,
    /// The words as texts have them; `…` stands for anything within a clause.
    pub zh: Vec<String>,
    /// English words; a final hyphen stands for any ending.
    pub en: Vec<String>,
    /// Words of a plain Chinese line; empty where plain lines may leave it out.
    #[serde(default)]
    pub plain: Vec<String>,
    /// Whether the English words may render nothing else, and plain lines say none of this where
    /// the quote does not.
    #[serde(default)]
    pub reserved: bool,
    /// Longer words in which these mean something else: 等级 is no 等.
    #[serde(default)]
    pub not_in: Vec<String>,
    /// The bound of a figure that the English words state, looked for at the figure itself.
    #[serde(default)]
    pub bound: Option<Bound>,
}

/// A list of words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordList {
    /// The words.
    #[serde(default)]
    pub words: Vec<String>,
}

/// A place where a check is known to be wrong.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The file, relative to `seeds/`.
    pub file: String,
    /// The sentence (`opinions-2026/5#s2`), the topic's measure (`herders opinions-2026/5`), the
    /// term.
    pub at: String,
    /// The word that the message names.
    pub word: String,
    /// Why it is right as it is.
    pub reason: String,
}

/// Everything that the checks know.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Moods, bounds and conditions.
    #[serde(default, rename = "rendering")]
    pub renderings: Vec<Rendering>,
    /// Words of official texts that readers may not know.
    #[serde(default)]
    pub officialese: WordList,
    /// Words that a portal can't print.
    #[serde(default)]
    pub unprintable: WordList,
    /// Places where a check is known to be wrong.
    #[serde(default, rename = "exception")]
    pub exceptions: Vec<Exception>,
}

impl Table {
    /// This table with a portal's additions.
    #[must_use]
    pub fn with(mut self, more: Self) -> Self {
        self.renderings.extend(more.renderings);
        self.officialese.words.extend(more.officialese.words);
        self.unprintable.words.extend(more.unprintable.words);
        self.exceptions.extend(more.exceptions);
        self
    }
}
