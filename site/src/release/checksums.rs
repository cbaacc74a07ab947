//! `SHA256SUMS` (for `sha256sum --check`) and `release.json` (for the about page and programs).

use std::fs;
use std::io;
use std::path::Path;

use corpus::{DocumentId, Library};
use serde::Serialize;

use super::hex::sha256;
use crate::exports::FORMAT;

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
    files: Vec<Summed>,
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

/// Writes `release.json` and then `SHA256SUMS` into a finished folder.
///
/// # Errors
/// Where a file can't be read or written.
pub fn write(
    folder: &Path,
    library: &Library,
    version: &str,
    epoch: Option<u64>,
) -> io::Result<()> {
    fs::write(folder.join(RELEASE), release_file(folder, library, version, epoch)?)?;
    fs::write(folder.join(SUMS), sha256sums(folder)?)
}

/// The checksums of all files in a folder, as `sha256sum` writes them, by path.
///
/// # Errors
/// Where a file can't be read.
pub fn sha256sums(folder: &Path) -> io::Result<String> {
    let lines = summed(folder)?
        .into_iter()
        .filter(|file| file.path != SUMS)
        .map(|file| format!("{}  {}\n", file.sha256, file.path));
    Ok(lines.collect())
}

/// What the release consists of: version, sources and files with checksums. `epoch` is
/// `SOURCE_DATE_EPOCH`, if it is set.
///
/// # Errors
/// Where a file can't be read.
pub fn release_file(
    folder: &Path,
    library: &Library,
    version: &str,
    epoch: Option<u64>,
) -> io::Result<String> {
    let mut files = summed(folder)?;
    files.retain(|file| file.path != SUMS && file.path != RELEASE);
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
    serde_json::to_string_pretty(&release).map(|json| json + "\n").map_err(io::Error::other)
}

fn summed(folder: &Path) -> io::Result<Vec<Summed>> {
    let mut files = Vec::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push((entry.path(), format!("{path}/")));
            } else {
                let bytes = fs::read(entry.path())?;
                let sum = sha256(&bytes);
                files.push(Summed { path, bytes: bytes.len() as u64, sha256: sum });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
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
        let folder = std::env::temp_dir().join(format!("policy-sums-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("en/a")).expect("a folder");
        fs::write(folder.join("en/a/index.html"), "abc").expect("written");
        fs::write(folder.join("index.html"), "").expect("written");
        let mut library = sample::library();
        library.editions[0].metadata.sha256 = "00".repeat(32);
        write(&folder, &library, "1.0", Some(1_770_687_000)).expect("written");
        let sums = fs::read_to_string(folder.join(SUMS)).expect("sums");
        let lines: Vec<&str> = sums.lines().collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(
            lines[0],
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  en/a/index.html"
        );
        assert!(lines[2].ends_with("  release.json"));
        let release = fs::read_to_string(folder.join(RELEASE)).expect("release");
        insta::assert_snapshot!(release);
        // Writing again changes nothing: neither file speaks of itself.
        write(&folder, &library, "1.0", Some(1_770_687_000)).expect("written");
        assert_eq!(fs::read_to_string(folder.join(SUMS)).expect("sums"), sums);
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn moments() {
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
        assert_eq!(moment(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(moment(1_770_687_000), "2026-02-10T01:30:00Z");
    }
}
