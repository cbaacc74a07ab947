//! Findings about a seed file: what is odd, where, and what to do about it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::locale::Bilingual;

/// A place in a seed file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// An oddity of the source, kept as it is and told for the record.
    Notice,
    /// Probably a mistake; the build goes on.
    Warning,
    /// The build stops.
    Error,
}

impl Severity {
    /// Its name for readers of English or Chinese.
    pub fn name(self, english: bool) -> &'static str {
        let [zh, en] = match self {
            Self::Notice => ["提示", "notice"],
            Self::Warning => ["警告", "warning"],
            Self::Error => ["错误", "error"],
        };
        if english { en } else { zh }
    }
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each name says what it is; the message says the rest")]
pub enum ProblemKind {
    BrokenParagraph,
    RunTogether,
    UnfinishedParagraph,
    HalfWidthPunctuation,
    LatinWord,
    DoubledCharacter,
    UnmatchedMark,
    UnclearFigure,
    DanglingConjunction,
    LookAlike,
    FootnoteMark,
    Numbering,
    Markup,
    EmptyDocument,
    Annex,
    Import,
    Metadata,
    Erratum,
    TranslationMissing,
    TranslationStale,
    TranslationExtra,
    TranslationChinese,
    TranslationFigure,
    TranslationScript,
    TranslationTerm,
    Glossary,
    Topic,
    Editorial,
    Link,
    Portal,
}

/// A finding about a seed, with its place and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What was found.
    pub kind: ProblemKind,
    /// How much it matters.
    pub severity: Severity,
    /// The seed file, relative to `seeds/`; filled in by whoever read it.
    pub file: String,
    /// Where in the file.
    pub at: Position,
    /// What is wrong, and what to do: one or two plain sentences, in English.
    pub message: String,
    /// The same in Chinese.
    pub message_zh: String,
}

impl Problem {
    /// A problem whose file is not known yet; [`bilingual!`](crate::bilingual) makes its message.
    pub fn new(kind: ProblemKind, severity: Severity, at: Position, message: Bilingual) -> Self {
        let Bilingual { zh, en } = message;
        Self { kind, severity, file: String::new(), at, message: en, message_zh: zh }
    }

    /// The same problem in this file.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        file.clone_into(&mut self.file);
        self
    }

    /// What is wrong, and what to do, for readers of English or Chinese.
    pub fn words(&self, english: bool) -> &str {
        if english { &self.message } else { &self.message_zh }
    }

    /// The problem on one line, `file:line:column: severity: message`, for readers of English or
    /// Chinese.
    pub fn line(&self, english: bool) -> String {
        let Self { file, at: Position { line, column }, .. } = self;
        let severity = self.severity.name(english);
        let colon = if english { ": " } else { "：" };
        format!("{file}:{line}:{column}: {severity}{colon}{}", self.words(english))
    }
}

/// The line in English, as developers' commands print it.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(true))
    }
}
