//! Blocks in reading order, and findings about them: what every reader makes, and what becomes
//! text, problems and the list of what was left out.

mod finish;
mod red_head;

use corpus::{Bilingual, Position, Problem, ProblemKind, Severity, bilingual};

use crate::limits::{ImportError, LONGEST_PARAGRAPH, MOST_CHARACTERS, MOST_PARAGRAPHS};
use crate::{notes, table};

/// What a file was understood to say.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The text: paragraphs parted by blank lines, headings with `##`, tables with `|`, `\n` ends.
    pub text: String,
    /// What needs a look. A file that can't be read has an error here, and no text.
    pub problems: Vec<Problem>,
    /// Everything of the file that is not in the text.
    pub left_out: Vec<LeftOut>,
    /// What the file says of the document beside the text.
    pub details: Details,
}

/// What a file says of its document beside the text, where it says one thing only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// 发布日期, `2026-03-25` or `2026-03-25 10:12`; empty where it is not known.
    pub published: String,
    /// 索引号; empty where it is not known.
    pub index_number: String,
}

/// Something of the file that is not in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is: `page header`.
    pub what: String,
    /// Its words; empty for pictures without a description.
    pub words: String,
    /// Line of the text where it would have stood, from 1.
    pub line: u32,
}

/// One block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; `\n` in it are line breaks within.
    Paragraph(String),
    /// A heading or title.
    Heading(String),
    /// Rows of cells; the first row names the columns.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// Its words, cells apart by spaces.
    pub fn words(&self) -> String {
        match self {
            Self::Paragraph(text) | Self::Heading(text) => text.clone(),
            Self::Table(rows) => table::words(rows),
        }
    }
}

#[derive(Debug)]
struct Finding {
    severity: Severity,
    /// The index of the block at which it was made.
    block: usize,
    /// The line within that block, from 0.
    line: u32,
    /// The column, from 1.
    column: u32,
    message: Bilingual,
    left_out: Option<(Bilingual, String)>,
}

/// As many characters of left-out words as a message repeats; the list has all of them.
const MOST_WORDS: usize = 120;

/// What was read so far.
#[derive(Debug, Default)]
pub struct Flow {
    blocks: Vec<Block>,
    findings: Vec<Finding>,
    characters: usize,
    rows: usize,
    longest: usize,
}

impl Flow {
    /// Adds a block; empty ones are passed over.
    pub fn push(&mut self, block: Block) {
        let length = |text: &String| text.chars().count();
        let (characters, longest, rows) = match &block {
            Block::Paragraph(text) | Block::Heading(text) if text.trim().is_empty() => return,
            Block::Paragraph(text) | Block::Heading(text) => (length(text), length(text), 1),
            Block::Table(rows) => {
                let lengths = || rows.iter().flatten().map(length);
                (lengths().sum(), lengths().max().unwrap_or(0), rows.len())
            }
        };
        self.characters += characters;
        self.longest = self.longest.max(longest);
        self.rows += rows;
        if self.within().is_ok() {
            self.blocks.push(block);
        }
    }

    /// Whether the bounds are kept.
    pub fn within(&self) -> Result<(), ImportError> {
        let check = |count: usize, bound: usize, what: Bilingual, unit| {
            if count > bound { Err(ImportError::bound(what, bound as u64, unit)) } else { Ok(()) }
        };
        check(
            self.longest,
            LONGEST_PARAGRAPH,
            bilingual!("一段文字", "a paragraph has"),
            bilingual!("个字符", "characters"),
        )?;
        check(
            self.characters,
            MOST_CHARACTERS,
            bilingual!("正文", "the text has"),
            bilingual!("个字符", "characters"),
        )?;
        check(
            self.rows,
            MOST_PARAGRAPHS,
            bilingual!("正文", "the text has"),
            bilingual!("段", "paragraphs"),
        )
    }

    /// The blocks so far.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Puts a block before all others. What was left out above the text stays above it.
    pub fn insert_first(&mut self, block: Block) {
        self.blocks.insert(0, block);
        let above = |finding: &Finding| finding.block == 0 && finding.left_out.is_some();
        for finding in self.findings.iter_mut().filter(|finding| !above(finding)) {
            finding.block += 1;
        }
    }

    /// Takes these blocks out and tells of them; `what` says what each is.
    pub fn take_out(&mut self, what: impl Fn(usize, &Block) -> Option<Bilingual>) {
        let blocks = std::mem::take(&mut self.blocks);
        let findings = std::mem::take(&mut self.findings);
        let mut kept_before = Vec::with_capacity(blocks.len() + 1);
        for (index, block) in blocks.into_iter().enumerate() {
            kept_before.push(self.blocks.len());
            match what(index, &block) {
                Some(what) => self.leave_out(Severity::Notice, what, &block.words(), None),
                None => self.blocks.push(block),
            }
        }
        for mut finding in findings {
            finding.block = kept_before.get(finding.block).copied().unwrap_or(self.blocks.len());
            self.findings.push(finding);
        }
    }

    /// Puts notes below the blocks that refer to them.
    fn place_notes(&mut self) {
        let order = notes::order(&self.blocks);
        if order.is_sorted() {
            return;
        }
        let mut places = vec![self.blocks.len(); self.blocks.len() + 1];
        let mut blocks: Vec<Option<Block>> = self.blocks.drain(..).map(Some).collect();
        for (place, at) in order.into_iter().enumerate() {
            places[at] = place;
            self.blocks.extend(blocks[at].take());
        }
        for finding in &mut self.findings {
            finding.block = places.get(finding.block).copied().unwrap_or(self.blocks.len());
        }
    }

    /// Takes the last block back if it is a paragraph with these words.
    pub fn take_back(&mut self, is: impl Fn(&str) -> bool) -> Option<String> {
        match self.blocks.last() {
            Some(Block::Paragraph(text) | Block::Heading(text)) if is(text) => {
                self.blocks.pop().map(|block| block.words())
            }
            _ => None,
        }
    }

    /// Something to look at in the block that comes next.
    pub fn tell(&mut self, severity: Severity, message: Bilingual) {
        self.tell_at(severity, self.blocks.len(), 0, 1, message);
    }

    /// Something to look at, at this place of this block.
    pub fn tell_at(
        &mut self,
        severity: Severity,
        block: usize,
        line: u32,
        column: u32,
        message: Bilingual,
    ) {
        self.findings.push(Finding { severity, block, line, column, message, left_out: None });
    }

    /// Something that the text has no room for; `advice` says what to do.
    pub fn leave_out(
        &mut self,
        severity: Severity,
        what: Bilingual,
        words: &str,
        advice: Option<Bilingual>,
    ) {
        let words = words.trim();
        let mut message = what.clone();
        if !words.is_empty() {
            let words = shortened(words, MOST_WORDS);
            message = Bilingual {
                zh: format!("{}“{words}”", message.zh),
                en: format!("{} “{words}”", message.en),
            };
        }
        message = bilingual!("{message}没有带进来", "{message} is left out"; message);
        if let Some(advice) = advice {
            message = Bilingual {
                zh: format!("{}；{}", message.zh, advice.zh),
                en: format!("{}; {}", message.en, advice.en),
            };
        }
        self.findings.push(Finding {
            severity,
            block: self.blocks.len(),
            line: 0,
            column: 1,
            message,
            left_out: Some((what, words.to_owned())),
        });
    }
}

/// A problem of the import.
pub fn problem(severity: Severity, at: Position, message: Bilingual) -> Problem {
    Problem::new(ProblemKind::Import, severity, at, message)
}

/// The first characters of the words on one line, with `…` where there were more.
pub fn shortened(words: &str, most: usize) -> String {
    let mut short: String =
        words.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if words.chars().nth(most).is_some() {
        short.push('…');
    }
    short
}
