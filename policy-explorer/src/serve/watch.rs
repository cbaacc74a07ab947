//! Notices when a file of the seeds is saved.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How often the seeds are looked at. Asking for times and sizes of a few files costs nothing, and
/// works on network drives, where systems don't tell of changes.
const LOOK: Duration = Duration::from_millis(200);

/// A folder of which it is known how it was.
pub struct Watched {
    folder: PathBuf,
    seen: Vec<Print>,
}

/// Path, time of change and size of a file.
type Print = (PathBuf, Option<SystemTime>, u64);

impl Watched {
    /// The folder as it is now.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), seen: prints(folder) }
    }

    /// Waits until the folder is another than at the last look, and then not for a moment, as
    /// several files may be saved together.
    pub fn wait(&mut self) {
        let mut changed = false;
        loop {
            std::thread::sleep(LOOK);
            let now = prints(&self.folder);
            if now == self.seen && changed {
                return;
            }
            changed |= now != self.seen;
            self.seen = now;
        }
    }
}

fn prints(folder: &Path) -> Vec<Print> {
    let mut found = Vec::new();
    collect(folder, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<Print>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        // Links are not followed: seeds have none, and a circle of them has no end.
        let Ok(about) = entry.metadata() else { continue };
        if about.is_dir() {
            collect(&entry.path(), found);
        } else {
            found.push((entry.path(), about.modified().ok(), about.len()));
        }
    }
}
