//! Exceptions that editors name, each with its reason.

use super::Files;
use super::table::Exception;
use crate::bilingual;
use crate::locale::Bilingual;
use crate::problem::{Position, Problem, ProblemKind, Severity};

/// The file that exceptions stand in.
const FILE: &str = "editorial.toml";

/// The exceptions, and which of them were needed.
pub struct Exceptions<'a> {
    all: &'a [Exception],
    used: Vec<bool>,
}

impl<'a> Exceptions<'a> {
    pub fn new(all: &'a [Exception]) -> Self {
        Self { all, used: vec![false; all.len()] }
    }

    /// The finding, unless an exception names it.
    pub fn unless(
        &mut self,
        file: &str,
        at: &str,
        word: &str,
        line: u32,
        message: Bilingual,
    ) -> Option<Problem> {
        let named =
            |e: &Exception| e.file == file && e.at == at && e.word == word && !e.reason.is_empty();
        if let Some(index) = self.all.iter().position(named) {
            self.used[index] = true;
            return None;
        }
        Some(problem(file, line, message))
    }

    /// Exceptions that nothing needs any more.
    pub fn unused(&self, files: &Files<'_>) -> Vec<Problem> {
        let text = files(FILE).unwrap_or_default();
        let spare = self.all.iter().zip(&self.used).filter(|(_, used)| !**used);
        spare
            .map(|(exception, _)| {
                let Exception { word, at, file, .. } = exception;
                let message = bilingual!(
                    "{file} 中 {at} 处“{word}”的例外用不着，或者没有写理由；请删去，或者写上理由",
                    "the exception for “{word}” at {at} in {file} is not needed or gives no reason; \
                     remove it or write the reason"
                );
                problem(FILE, line_of(&text, &exception.at, 0), message)
            })
            .collect()
    }
}

fn problem(file: &str, line: u32, message: Bilingual) -> Problem {
    let at = Position { line, column: 1 };
    Problem::new(ProblemKind::Editorial, Severity::Warning, at, message).in_file(file)
}

/// The line, from 1, of the first quoted occurrence of these words behind line `after`; line 1
/// where there is none.
pub fn line_of(text: &str, words: &str, after: u32) -> u32 {
    let quoted = format!("\"{words}\"");
    let found = text.lines().skip(after as usize).position(|line| line.contains(&quoted));
    found.map_or(1, |index| index as u32 + 1 + after)
}
