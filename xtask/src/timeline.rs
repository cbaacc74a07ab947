//! Progress: what is being done and why it takes as long as it does, and a table of where the
//! time went at the end.

use anyhow::Result;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// The steps taken so far.
#[derive(Debug)]
pub struct Timeline {
    start: Instant,
    steps: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    took: Duration,
    failure: Option<String>,
}

impl Timeline {
    /// Starts the clock.
    pub fn start() -> Self {
        Self { start: Instant::now(), steps: Vec::new() }
    }

    /// Announces a step and its reason, runs it, and passes its result on.
    pub fn step<T>(
        &mut self,
        name: &str,
        why: &str,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        println!("\n[{}] {name}: {why}", clock(self.start.elapsed()));
        let begin = Instant::now();
        let result = work();
        let failure = result.as_ref().err().map(|error| format!("{error:#}"));
        self.steps.push(Step { name: name.to_owned(), took: begin.elapsed(), failure });
        result
    }

    /// Like [`Timeline::step`], but a failure is shown and remembered instead of ending the run.
    pub fn attempt(&mut self, name: &str, why: &str, work: impl FnOnce() -> Result<()>) -> bool {
        let result = self.step(name, why, work);
        if let Err(error) = &result {
            eprintln!("\n{name} failed: {error:#}");
        }
        result.is_ok()
    }

    /// The names of the steps that failed.
    pub fn failures(&self) -> Vec<&str> {
        let failed = self.steps.iter().filter(|step| step.failure.is_some());
        failed.map(|step| step.name.as_str()).collect()
    }

    /// A table of steps and times.
    pub fn table(&self) -> String {
        let width = self.steps.iter().map(|step| step.name.chars().count()).max().unwrap_or(0);
        let width = width.max("total".len());
        let mut table = String::new();
        for Step { name, took, failure } in &self.steps {
            let outcome = if failure.is_none() { "done" } else { "FAILED" };
            // Writing to a String cannot fail.
            let _ = writeln!(table, "  {name:width$}  {:>6}  {outcome}", clock(*took));
        }
        let _ = write!(table, "  {:width$}  {:>6}", "total", clock(self.start.elapsed()));
        table
    }
}

/// Minutes and seconds.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn the_table_names_what_failed() {
        let mut timeline = Timeline::start();
        assert!(timeline.attempt("format", "why not", || Ok(())));
        assert!(!timeline.attempt("lints", "why not", || bail!("no")));
        assert_eq!(timeline.failures(), ["lints"]);
        let table = timeline.table();
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(
            lines,
            ["  format    0:00  done", "  lints     0:00  FAILED", "  total     0:00"]
        );
    }

    #[test]
    fn clocks_read_as_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_secs(605)), "10:05");
    }
}
