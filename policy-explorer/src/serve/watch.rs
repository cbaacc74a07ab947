//! Notices when a file of the seeds is saved, or the programs for the browser are made anew.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// How often the seeds are looked at. Asking for times and sizes of a few files costs nothing, and
/// works on network drives, where systems don't tell of changes.
const LOOK: Duration = Duration::from_millis(200);

/// Folders and files of which it is known how they were.
pub struct Watched {
    paths: Vec<PathBuf>,
    seen: BTreeSet<Print>,
}

/// Path, time of change and size of a file.
type Print = (PathBuf, Option<SystemTime>, u64);

impl Watched {
    /// Folders and files as they are now.
    pub fn new(paths: Vec<PathBuf>) -> Self {
        let seen = prints(&paths);
        Self { paths, seen }
    }

    /// Waits until something is other than at the last look, and then not for a moment, as several
    /// files may be saved together; gives the files that came, went or changed.
    pub fn wait(&mut self) -> BTreeSet<PathBuf> {
        let mut changed = BTreeSet::new();
        loop {
            std::thread::sleep(LOOK);
            let now = prints(&self.paths);
            if now == self.seen && !changed.is_empty() {
                return changed;
            }
            changed.extend(now.symmetric_difference(&self.seen).map(|(path, ..)| path.clone()));
            self.seen = now;
        }
    }
}

fn prints(paths: &[PathBuf]) -> BTreeSet<Print> {
    let mut found = BTreeSet::new();
    for path in paths {
        // What is named is looked at wherever it lies; a file that is not there may come.
        if let Ok(about) = std::fs::metadata(path) {
            collect(path.clone(), &about, &mut found);
        }
    }
    found
}

fn collect(path: PathBuf, about: &Metadata, found: &mut BTreeSet<Print>) {
    if !about.is_dir() {
        found.insert((path, about.modified().ok(), about.len()));
        return;
    }
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        // Links are not followed: seeds have none, and a circle of them has no end.
        if let Ok(about) = entry.metadata() {
            collect(entry.path(), &about, found);
        }
    }
}
