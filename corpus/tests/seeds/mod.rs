//! Reads the project's seeds for tests.
#![expect(clippy::unwrap_used, reason = "a test stops where a seed can't be read")]

use std::path::Path;

use corpus::{Document, Metadata, Problem, parse};

/// The text of a file in `seeds/`.
pub fn read(path: &str) -> String {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds").join(path);
    std::fs::read_to_string(&seeds).unwrap_or_else(|error| panic!("{}: {error}", seeds.display()))
}

/// The two documents at hand, the policy first.
pub fn documents() -> Vec<(Metadata, Document, Vec<Problem>)> {
    ["opinions-2026", "interpretation-2026"]
        .map(|id| {
            let metadata: Metadata = toml::from_str(&read(&format!("{id}/document.toml"))).unwrap();
            let source = read(&metadata.source);
            let [first, last] = metadata.lines.unwrap();
            let lines: Vec<&str> =
                source.lines().skip(first as usize - 1).take((last - first + 1) as usize).collect();
            let (document, problems) = parse(&metadata.id, metadata.kind, &lines.join("\n"), first);
            let problems =
                problems.into_iter().map(|problem| problem.in_file(&metadata.source)).collect();
            (metadata, document, problems)
        })
        .into()
}
