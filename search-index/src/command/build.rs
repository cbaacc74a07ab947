//! Making the index, with progress and timing.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use corpus::{Library, Problem, Severity};

/// The index, as the browser gets it under another name.
pub const INDEX: &str = "index.bin";
/// The texts that it was made from.
pub const LIBRARY: &str = "library.bin";

/// Reads the seeds and writes index and texts.
///
/// # Errors
/// Where the seeds can't be read or have errors, or the folder can't be written.
pub fn build(seeds: &Path, out: &Path) -> Result<()> {
    let start = Instant::now();
    eprintln!("reading {} …", seeds.display());
    let (library, problems) = crate::seeds::read(seeds)?;
    tell(seeds, &problems)?;
    let thesaurus = crate::seeds::thesaurus(seeds)?;
    eprintln!("  {}", counts(&library));
    let read = start.elapsed();

    eprintln!("indexing …");
    let bundle = crate::index::writer::build(&library, &thesaurus)?;
    let texts = corpus::library_codec::write(&library);
    std::fs::create_dir_all(out).with_context(|| {
        format!("{} can't be made; name a folder that can be written", out.display())
    })?;
    for (name, bytes) in [(INDEX, &bundle), (LIBRARY, &texts)] {
        let path = out.join(name);
        std::fs::write(&path, bytes)
            .with_context(|| format!("{} can't be written", path.display()))?;
        eprintln!("  {} ({} bytes)", path.display(), bytes.len());
    }
    let total = start.elapsed();
    eprintln!(
        "done in {} ms: reading and linking {} ms, indexing {} ms",
        total.as_millis(),
        read.as_millis(),
        total.saturating_sub(read).as_millis()
    );
    Ok(())
}

fn counts(library: &Library) -> String {
    let provisions: usize = library.documents().map(|d| d.provisions.len()).sum();
    let sentences: usize = library.documents().map(|d| d.sentences().count()).sum();
    let facts: usize = library.editions.iter().map(|edition| edition.facts.len()).sum();
    format!(
        "{} documents, {provisions} provisions, {sentences} sentences, {} links, {facts} facts",
        library.editions.len(),
        library.links.len(),
    )
}

/// Prints what is worth a look; errors stop everything.
fn tell(seeds: &Path, problems: &[Problem]) -> Result<()> {
    for problem in problems.iter().filter(|problem| problem.severity > Severity::Notice) {
        eprintln!("{}/{problem}", seeds.display());
    }
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    if errors > 0 {
        bail!("{errors} error(s) in {}; correct them and build again", seeds.display());
    }
    Ok(())
}
