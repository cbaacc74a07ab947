//! `SHA256SUMS` (for `sha256sum --check`) and `release.json` (for the about page and programs).

use anyhow::Result;
use corpus::{DocumentId, Library};
use serde::Serialize;

use crate::exports::FORMAT;
use crate::files::Files;

/// The two files that speak of the others; neither speaks of itself.
const SUMS: &str = "SHA256SUMS";
const RELEASE: &str = "release.json";

#[derive(Serialize)]
struct Release<'a> {
    format: &'static str,
    content: &'static str,
    version: &'a str,
    built: Option<String>,
    documents: Vec<SourceOf<'a>>,
    files: &'a [Summed],
}

#[derive(Serialize)]
struct SourceOf<'a> {
    id: &'a DocumentId,
    source: &'a str,
    lines: Option<[u32; 2]>,
    sha256: &'a str,
}

/// A file with its checksum.
#[derive(Debug, Serialize)]
struct Summed {
    path: String,
    bytes: u64,
    sha256: String,
}

/// Adds `release.json` and then `SHA256SUMS` to the files of a site that has all others. `epoch` is
/// `SOURCE_DATE_EPOCH`, if it is set.
///
/// # Errors
/// Where one of them is there already, or can't be written down.
pub fn close(files: &Files, library: &Library, version: &str, epoch: Option<u64>) -> Result<()> {
    let known = files.known().into_iter();
    let summed: Vec<Summed> = known
        .map(|(path, file)| Summed { path, bytes: file.length, sha256: file.sha256 })
        .collect();
    let release = release_file(&summed, library, version, epoch)?;
    files.add(RELEASE, release)?;
    let mut sums = String::new();
    for (path, file) in files.known() {
        sums.extend([&file.sha256, "  ", &path, "\n"]);
    }
    files.add(SUMS, sums)
}

/// What the release consists of: version, sources and files with checksums.
fn release_file(
    files: &[Summed],
    library: &Library,
    version: &str,
    epoch: Option<u64>,
) -> serde_json::Result<String> {
    let source = |metadata: &'_ corpus::Metadata| metadata.sha256.is_empty();
    let release = Release {
        format: FORMAT,
        content: "release",
        version,
        built: epoch.map(moment),
        documents: library
            .editions
            .iter()
            .map(|edition| &edition.metadata)
            .filter(|metadata| !source(metadata))
            .map(|metadata| SourceOf {
                id: &metadata.id,
                source: &metadata.source,
                lines: metadata.lines,
                sha256: &metadata.sha256,
            })
            .collect(),
        files,
    };
    serde_json::to_string_pretty(&release).map(|json| json + "\n")
}

/// Seconds since 1970 as `2026-02-10T01:30:00Z`.
fn moment(epoch: u64) -> String {
    let (days, seconds) = (epoch / 86_400, epoch % 86_400);
    // Years counted from March 0000, so that the leap day is the last of the year.
    let days = days + 719_468;
    let era_day = days % 146_097;
    let year_of_era = (era_day - era_day / 1460 + era_day / 36_524 - era_day / 146_096) / 365;
    let day_of_year = era_day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + days / 146_097 * 400 + u64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn sums_are_those_of_sha256sum_and_name_every_file() {
        let files = Files::default();
        files.add("en/a/index.html", *b"abc").expect("added");
        files.add("index.html", *b"").expect("added");
        let mut library = sample::library();
        library.editions[0].metadata.sha256 = "00".repeat(32);
        close(&files, &library, "1.0", Some(1_770_687_000)).expect("closed");
        let text = |name: &str| String::from_utf8(files.get(name).expect("a file")).expect("text");
        let sums = text(SUMS);
        let lines: Vec<&str> = sums.lines().collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(
            lines[0],
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  en/a/index.html"
        );
        assert!(lines[2].ends_with("  release.json"));
        insta::assert_snapshot!(text(RELEASE));
        assert!(close(&files, &library, "1.0", None).is_err(), "a release is closed once");
    }

    #[test]
    fn moments() {
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
        assert_eq!(moment(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(moment(1_770_687_000), "2026-02-10T01:30:00Z");
    }
}
