//! The texts for a search engine that runs on a server, where a collection is too large for a static
//! host: how its index is made, and every unit as a document of it.
//!
//! | module | what it does |
//! |---|---|
//! | `units` | a unit of a text as a document |
//! | `elasticsearch` | index and bulk requests of Elasticsearch and OpenSearch |
//! | `quickwit` | index configuration and documents of Quickwit |

mod elasticsearch;
mod quickwit;
mod units;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};

use units::units;

/// The engines that texts can be exported for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Elasticsearch, and OpenSearch, which has the same interface.
    Elasticsearch,
    /// Quickwit.
    Quickwit,
}

impl Engine {
    /// The engine with this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "elasticsearch" => Some(Self::Elasticsearch),
            "quickwit" => Some(Self::Quickwit),
            _ => None,
        }
    }
}

/// The file that says how the index is made.
const INDEX: &str = "index.json";
/// The file of documents, one a line, or one behind each line that says what to do with it.
const DOCUMENTS: &str = "documents.ndjson";

/// Writes both files into a folder.
///
/// # Errors
/// Where the seeds can't be read, or the folder can't be written.
pub fn export(seeds: &Path, out: &Path, engine: Engine) -> Result<()> {
    let (library, _) = crate::seeds::read(seeds)?;
    std::fs::create_dir_all(out).with_context(|| {
        format!("{} can't be made; name a folder that can be written", out.display())
    })?;
    let index = match engine {
        Engine::Elasticsearch => elasticsearch::index(),
        Engine::Quickwit => quickwit::index(),
    };
    let path = out.join(INDEX);
    std::fs::write(&path, format!("{index:#}\n"))
        .with_context(|| format!("{} can't be written", path.display()))?;
    let path = out.join(DOCUMENTS);
    let file =
        File::create(&path).with_context(|| format!("{} can't be written", path.display()))?;
    let mut file = BufWriter::new(file);
    let mut count = 0;
    for unit in units(&library) {
        if engine == Engine::Elasticsearch {
            writeln!(file, "{}", elasticsearch::action(&unit))?;
        }
        serde_json::to_writer(&mut file, &unit)?;
        writeln!(file)?;
        count += 1;
    }
    file.flush()?;
    eprintln!("{count} documents in {}", out.display());
    Ok(())
}
