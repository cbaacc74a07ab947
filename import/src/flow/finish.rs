//! What was read becomes text with problems, each at its line, and the list of what was left out.

use std::collections::HashMap;

use corpus::{Bilingual, Position, Severity, bilingual};

use super::{Block, Flow, Imported, LeftOut, problem, shortened};
use crate::limits::ImportError;
use crate::table;

/// As many findings of one kind as are told one by one.
const MOST_OF_A_KIND: usize = 50;

impl Flow {
    /// The text with all findings. `by_paragraph`: the file has no lines of its own, so problems
    /// name the paragraph and its first words.
    pub fn finish(mut self, by_paragraph: bool) -> Result<Imported, ImportError> {
        self.within()?;
        self.unfold_red_head();
        self.place_notes();
        let mut text = String::new();
        let mut starts = Vec::with_capacity(self.blocks.len() + 1);
        let mut line = 1u32;
        for block in &self.blocks {
            if !text.is_empty() {
                text.push('\n');
                line += 1;
            }
            starts.push(line);
            let from = text.len();
            match block {
                Block::Paragraph(words) => text.push_str(words),
                Block::Heading(words) => {
                    text.push_str("## ");
                    text.push_str(words);
                }
                Block::Table(rows) => table::markdown(rows, &mut text),
            }
            text.push('\n');
            line += text[from..].matches('\n').count() as u32;
        }
        let mut imported = Imported { text, ..Imported::default() };
        let mut told: HashMap<(&str, &str), usize> = HashMap::new();
        for finding in &self.findings {
            let block = finding.block.min(self.blocks.len().saturating_sub(1));
            let line = starts.get(block).copied().unwrap_or(1) + finding.line;
            if let Some((what, words)) = &finding.left_out {
                let left_out = LeftOut { what: what.en.clone(), words: words.clone(), line };
                imported.left_out.push(left_out);
            }
            let kind = match &finding.left_out {
                Some((what, _)) => what,
                None => &finding.message,
            };
            let count = told.entry((&kind.en, &kind.zh)).or_default();
            *count += 1;
            if *count > MOST_OF_A_KIND {
                continue;
            }
            let mut message = finding.message.clone();
            if by_paragraph && finding.block >= self.blocks.len() && !self.blocks.is_empty() {
                message = bilingual!("正文之后：{message}", "below the text: {message}"; message);
            } else if let Some(block_there) = self.blocks.get(block).filter(|_| by_paragraph) {
                let (number, words) = (block + 1, shortened(&block_there.words(), 16));
                message = bilingual!(
                    "第 {number} 段“{words}”：{message}",
                    "paragraph {number} “{words}”: {message}"; message
                );
            }
            let at = Position { line, column: finding.column };
            imported.problems.push(problem(finding.severity, at, message));
        }
        let mut more: Vec<_> =
            told.into_iter().filter(|(_, count)| *count > MOST_OF_A_KIND).collect();
        more.sort_unstable();
        for ((en, zh), count) in more {
            let kind = Bilingual { zh: zh.to_owned(), en: en.to_owned() };
            let more = count - MOST_OF_A_KIND;
            let message =
                bilingual!("这样的还有 {more} 处：{kind}", "and {more} more of this: {kind}"; kind);
            let at = Position { line: 1, column: 1 };
            imported.problems.push(problem(Severity::Warning, at, message));
        }
        Ok(imported)
    }
}
