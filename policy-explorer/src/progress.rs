//! What is being done, while it is being done: a bar on a terminal, and elsewhere a line a step.

use std::io::IsTerminal as _;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use site::progress::Step;

use crate::language::Language;

/// Tells the steps of one build.
pub struct Progress {
    language: Language,
    start: Instant,
    /// There is one on a terminal only.
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins with nothing done.
    pub fn new(language: Language) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(Step::ALL.len() as u64);
            let style = ProgressStyle::with_template("[{bar:24}] {pos}/{len} {msg}");
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self { language, start: Instant::now(), bar }
    }

    /// Says that a step begins.
    pub fn tell(&self, step: Step) {
        let [zh, en] = step.words();
        let words = self.language.pick(zh, en);
        if let Some(bar) = &self.bar {
            bar.set_position(step.number() as u64 - 1);
            bar.set_message(format!("{words} …"));
        } else {
            let seconds = self.start.elapsed().as_secs_f32();
            eprintln!("[{}/{}] {words} … ({seconds:.1} s)", step.number(), Step::ALL.len());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
