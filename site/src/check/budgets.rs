//! Sizes against budgets. What counts is what a good host sends: each file as the browser uses it,
//! compressed with brotli 11. Beside it stands what any host sends: the file as it lies there.

use std::fmt;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;

use super::folder::Folder;

/// One thing with a budget, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub what: String,
    /// The most it may have; 0 where it is only told.
    pub must: usize,
    /// What we would like.
    pub aim: usize,
    /// What it has.
    pub brotli: usize,
    /// What it has as it lies in the folder.
    pub served: usize,
}

impl Row {
    /// Whether the budget is exceeded.
    pub fn is_over(&self) -> bool {
        self.must > 0 && self.brotli > self.must
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} has {} kB of {} kB", self.what, kilobytes(self.brotli), kilobytes(self.must))
    }
}

/// The budgets for programs and data: what, the assets that make it up, must, aim. What the
/// first intent to search loads counts together: the search on the page, and the engine. Reading
/// loads no program (docs/decisions/0010).
const ASSETS: [(&str, &[&str], usize, usize); 4] = [
    ("reading: loader and tools", &["boot", "tools", "tools-style"], 15_000, 12_000),
    (
        "search: wasm + glue, page and engine",
        &["search-program", "search", "engine-program", "engine"],
        291_000,
        230_000,
    ),
    ("index + texts", &["index", "thesaurus", "library"], 120_000, 80_000),
    ("rarer everyday words, with the engine", &["rare-words"], 50_000, 30_000),
];
const PAGE_MUST: usize = 30_000;
const PAGE_AIM: usize = 15_000;

/// Measures everything that has a budget.
///
/// # Errors
/// Where an asset is missing or damaged.
pub fn measure(folder: &Folder) -> Result<Vec<Row>> {
    let mut rows = pages(folder);
    // Only a site that has rarer words has a file for them.
    let there =
        |assets: &[&str]| assets != ["rare-words"] || folder.assets.contains_key("rare-words");
    for (what, assets, must, aim) in ASSETS.into_iter().filter(|row| there(row.1)) {
        let mut row = Row { what: what.to_owned(), must, aim, brotli: 0, served: 0 };
        let mut parts = Vec::new();
        // Where texts come in pieces, nothing loads the engine.
        let large = folder.assets.contains_key("pieces");
        for name in assets.iter().filter(|name| !(large && name.starts_with("engine"))) {
            let (served, content) = if *name == "boot" {
                let boot = &folder.files[&folder.boot];
                (boot.as_slice(), boot.clone())
            } else {
                folder.asset(name)?
            };
            let part = Row {
                what: format!("  {name}"),
                must: 0,
                aim: 0,
                brotli: size(&content, 11),
                served: served.len(),
            };
            row.brotli += part.brotli;
            row.served += part.served;
            parts.push(part);
        }
        rows.push(row);
        rows.append(&mut parts);
    }
    Ok(rows)
}

/// The largest page and the one in the middle. Brotli 11 is slow, so that a fast setting, which is
/// never smaller, chooses which pages are worth it.
fn pages(folder: &Folder) -> Vec<Row> {
    const WORTH_IT: usize = 6;
    let mut quick: Vec<(usize, &str, &str)> =
        folder.pages().map(|(path, html)| (size(html.as_bytes(), 5), path, html)).collect();
    quick.sort_unstable();
    let exact = |(_, path, html): &(usize, &str, &str), role: &str, must| Row {
        what: format!("{role}: /{}", path.trim_end_matches("index.html")),
        must,
        aim: PAGE_AIM,
        brotli: size(html.as_bytes(), 11) + linked_styles(folder, html),
        served: html.len(),
    };
    let Some(middle) = quick.get(quick.len() / 2) else { return Vec::new() };
    let mut largest: Vec<Row> = quick
        .iter()
        .rev()
        .enumerate()
        .take_while(|(index, (bytes, ..))| *index < WORTH_IT || *bytes > PAGE_MUST)
        .map(|(_, page)| exact(page, "page", PAGE_MUST))
        .collect();
    largest.sort_by_key(|row| std::cmp::Reverse(row.brotli));
    let over = largest.iter().filter(|row| row.is_over()).count();
    largest.truncate(over.max(2));
    largest.push(exact(middle, "page in the middle", PAGE_MUST));
    largest
}

/// Style sheets in files of their own belong to the page as well.
fn linked_styles(folder: &Folder, html: &str) -> usize {
    let styles = super::markup::tags(html).into_iter().filter(|tag| {
        tag.name == "link" && tag.attribute("rel").is_some_and(|rel| rel.contains("stylesheet"))
    });
    styles
        .filter_map(|tag| {
            let name = tag.attribute("href")?.trim_start_matches("../").trim_start_matches("./");
            folder.files.get(name).map(|bytes| size(bytes, 11))
        })
        .sum()
}

/// The size under brotli.
fn size(bytes: &[u8], quality: i32) -> usize {
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    // Writing into memory can't fail.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters);
    compressed.len()
}

/// The sizes as a table.
pub fn table(rows: &[Row]) -> String {
    let longest = rows.iter().map(|row| row.what.chars().count()).max().unwrap_or(0);
    let mut lines = vec![format!(
        "  {:longest$}  {:>7}  {:>7}  {:>8}  {:>8}",
        "kB", "must", "aim", "brotli", "as it is"
    )];
    for row in rows {
        let budget = |bytes| if row.must == 0 { String::new() } else { kilobytes(bytes) };
        let mark = match row {
            row if row.is_over() => "✗",
            row if row.must == 0 => " ",
            row if row.brotli <= row.aim => "✓",
            _ => "·",
        };
        lines.push(format!(
            "{mark} {:longest$}  {:>7}  {:>7}  {:>8}  {:>8}",
            row.what,
            budget(row.must),
            budget(row.aim),
            kilobytes(row.brotli),
            kilobytes(row.served)
        ));
    }
    lines.push("✓ reaches the aim   · within the budget   ✗ over the budget".to_owned());
    lines.join("\n")
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_kept_up_to_its_last_byte() {
        let row = |brotli| Row { what: "x".into(), must: 10, aim: 5, brotli, served: 0 };
        assert!(!row(10).is_over());
        assert!(row(11).is_over());
        let told = Row { must: 0, ..row(11) };
        assert!(!told.is_over());
    }

    #[test]
    fn brotli_is_at_work() {
        assert!(size(&[b'a'; 10_000], 11) < 50);
        assert!(size(b"", 11) > 0);
    }
}
