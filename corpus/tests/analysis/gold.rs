//! Lists made by hand, and how results are measured against them.

use std::fmt;
use std::io::Write;
use std::path::Path;

/// Says a measured figure in the test run, past the test harness, which swallows what passing tests
/// print.
pub fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// The text of a file in `tests/gold/`.
pub fn read(path: &str) -> String {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(path);
    std::fs::read_to_string(&gold).unwrap_or_else(|error| panic!("{}: {error}", gold.display()))
}

/// The rows of a tab-separated file; lines that begin with `# ` are comments.
pub fn rows(path: &str) -> Vec<Vec<String>> {
    read(path)
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

/// How many of the list were found, missed, and found wrongly.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Found and right.
    pub hit: usize,
    /// In the list, not found.
    pub missed: usize,
    /// Found, not in the list.
    pub wrong: usize,
}

impl Score {
    /// Of what was found, how much is right.
    pub fn precision(&self) -> f64 {
        self.hit as f64 / (self.hit + self.wrong).max(1) as f64
    }

    /// Of what is right, how much was found.
    pub fn recall(&self) -> f64 {
        self.hit as f64 / (self.hit + self.missed).max(1) as f64
    }

    /// Their harmonic mean.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    /// Fails the test when F1 is under the floor.
    #[track_caller]
    pub fn at_least(&self, floor: f64) {
        assert!(self.f1() >= floor, "F1 under the floor of {floor}: {self}");
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "precision {:.3} recall {:.3} F1 {:.3} (hit {} missed {} wrong {})",
            self.precision(),
            self.recall(),
            self.f1(),
            self.hit,
            self.missed,
            self.wrong
        )
    }
}
