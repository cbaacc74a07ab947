//! The folder that a site is written to: made beside the old one and put in its place when it is
//! whole, and never in the place of a folder that is not ours.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, ensure};
use corpus::bilingual;
use search_index::seeds::BilingualContext;

use crate::exports::FORMAT;
use crate::files::ensure_below;

/// Every site of ours has it at its root, and it names us.
const MARK: &str = "release.json";

/// Writes a folder with `fill`, which gets an empty folder beside it, and puts it in the place of
/// `out` once `fill` has succeeded. Until then `out` stays as it was.
///
/// # Errors
/// Where `out` is a folder that no site of ours is in, or can't be written, or `fill` fails.
pub fn replace<T>(out: &Path, fill: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    ensure_ours(out)?;
    let name = out.file_name().ok_or_else(|| {
        let out = out.display();
        bilingual!(
            "无法替换 {out}；请写另一个文件夹",
            "{out} can't be replaced; name another folder"
        )
        .error()
    })?;
    let beside = |what: &str| -> PathBuf {
        let name = format!(".{}.{what}-{}", name.to_string_lossy(), std::process::id());
        out.with_file_name(name)
    };
    let (fresh, old) = (beside("new"), beside("old"));
    remove(&fresh)?;
    for left in interrupted(out) {
        remove(&left)?;
    }
    fs::create_dir_all(&fresh).with_wording(|| {
        let fresh = fresh.display();
        bilingual!(
            "无法建立 {fresh}；请写一个能写入的文件夹",
            "{fresh} can't be made; name a folder that can be written"
        )
    })?;
    let filled = fill(&fresh).and_then(|result| {
        let swapped = (|| {
            if out.exists() {
                fs::rename(out, &old)?;
            }
            fs::rename(&fresh, out)
        })();
        swapped.with_wording(|| {
            let out = out.display();
            bilingual!("无法替换 {out}", "{out} can't be replaced")
        })?;
        Ok(result)
    });
    if filled.is_err() && old.exists() && !out.exists() {
        fs::rename(&old, out)?;
    }
    remove(&fresh)?;
    remove(&old)?;
    filled
}

/// The folders beside `out` that builds of it left there which were broken off: `.NAME.new-` with the
/// number of a process that no longer runs. What was moved aside (`.NAME.old-`) may be the only whole
/// site, and stays.
fn interrupted(out: &Path) -> Vec<PathBuf> {
    let (Some(name), Some(parent)) = (out.file_name(), out.parent()) else { return Vec::new() };
    let begins = format!(".{}.new-", name.to_string_lossy());
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    let Ok(beside) = fs::read_dir(parent) else { return Vec::new() };
    let left = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let process = name.as_deref().and_then(|name| name.strip_prefix(&begins));
        process.and_then(|number| number.parse().ok()).is_some_and(|number| !may_run(number, path))
    };
    beside.flatten().map(|entry| entry.path()).filter(left).collect()
}

/// Whether a process may still be writing to a folder: where the system lists its processes, whether
/// it is among them, otherwise whether the folder is younger than a day.
fn may_run(process: u32, folder: &Path) -> bool {
    const DAY: std::time::Duration = std::time::Duration::from_hours(24);
    let listed = Path::new("/proc");
    if listed.join("self").exists() {
        return listed.join(process.to_string()).exists();
    }
    let changed = folder.metadata().and_then(|found| found.modified()).ok();
    changed.and_then(|time| time.elapsed().ok()).is_none_or(|age| age < DAY)
}

/// A folder that may be replaced: none, an empty one, or a site of ours.
///
/// # Errors
/// Where it is anything else.
pub fn ensure_ours(out: &Path) -> Result<()> {
    let Ok(found) = out.symlink_metadata() else { return Ok(()) };
    let shown = out.display();
    ensure!(
        found.is_dir(),
        bilingual!(
            "{shown} 不是文件夹；请写一个新的文件夹，或者把它移走",
            "{shown} exists and is not a folder; name a new folder, or move it away"
        )
        .error()
    );
    let empty = fs::read_dir(out)?.next().is_none();
    let ours = fs::read(out.join(MARK)).ok().and_then(|text| {
        let release: serde_json::Value = serde_json::from_slice(&text).ok()?;
        Some(release.get("format")? == FORMAT && release.get("content")? == "release")
    });
    ensure!(
        empty || ours == Some(true),
        bilingual!(
            "{shown} 里有不是本程序生成的文件，生成网站会把里面的内容全部删去；\
             请写一个新的或者空的文件夹",
            "{shown} has files that this program did not make, and everything in it would be \
             removed; name a new or an empty folder"
        )
        .error()
    );
    Ok(())
}

/// Writes a file of a site.
///
/// # Errors
/// Where the path is not below the folder, or can't be written.
pub fn write(folder: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    ensure_below(path)?;
    let file = folder.join(path);
    let unwritten = || {
        let file = file.display();
        bilingual!("无法写入 {file}", "{file} can't be written")
    };
    let parent = file.parent().ok_or_else(|| anyhow!("{path} has no folder"))?;
    fs::create_dir_all(parent).with_wording(unwritten)?;
    fs::write(&file, bytes).with_wording(unwritten)
}

/// Writes a file that may be there already and that somebody works on: whole beside it, then in its
/// place, so that a full disk takes nothing of the old one away.
///
/// # Errors
/// Where the path is not below the folder, or can't be written; then the old file stays.
pub fn replace_file(folder: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let start = path.rfind('/').map_or(0, |slash| slash + 1);
    let (parent, name) = path.split_at(start);
    let beside = format!("{parent}.{name}.new-{}", std::process::id());
    let (fresh, file) = (folder.join(&beside), folder.join(path));
    let written = write(folder, &beside, bytes).and_then(|()| {
        fs::rename(&fresh, &file).with_wording(|| {
            let file = file.display();
            bilingual!("无法替换 {file}", "{file} can't be replaced")
        })
    });
    if written.is_err() && fresh.exists() {
        // The first error says what went wrong; that its remains can't be removed follows from it.
        drop(fs::remove_file(&fresh));
    }
    written
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_wording(|| {
            let folder = folder.display();
            bilingual!("无法删除 {folder}", "{folder} can't be removed")
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A folder that goes away with the test.
    struct Place(TempDir);

    impl Place {
        fn new() -> Self {
            Self(tempfile::tempdir().expect("a folder"))
        }

        fn join(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).expect("a folder").flatten();
            let mut names: Vec<String> =
                entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names
        }
    }

    fn release(folder: &Path, page: &str) -> Result<()> {
        write(folder, page, b"page")?;
        let text = format!("{{\"format\":\"{FORMAT}\",\"content\":\"release\"}}");
        write(folder, MARK, text.as_bytes())
    }

    #[test]
    fn a_site_takes_the_place_of_the_one_before_when_it_is_whole() {
        let place = Place::new();
        let out = place.join("dist");
        replace(&out, |folder| release(folder, "one.html")).expect("a first site");
        replace(&out, |folder| release(folder, "a/two.html")).expect("a second site");
        assert!(out.join("a/two.html").exists() && !out.join("one.html").exists());
        let failed: Result<()> = replace(&out, |folder| {
            release(folder, "half.html")?;
            Err(anyhow!("the middle"))
        });
        assert_eq!(failed.expect_err("no site").to_string(), "the middle");
        assert!(out.join("a/two.html").exists() && !out.join("half.html").exists());
        assert_eq!(place.names(), ["dist"], "nothing is left beside");
    }

    #[test]
    fn what_a_build_left_that_was_broken_off_goes_with_the_next() {
        let place = Place::new();
        // No process has this number: the largest that systems give is smaller.
        let running = format!(".dist.new-{}x", std::process::id());
        for name in [".dist.new-4294967295", ".other.new-4294967295", &running, ".dist.new-"] {
            fs::create_dir(place.join(name)).expect("a folder");
        }
        fs::create_dir(place.join(".dist.old-4294967295")).expect("a folder");
        replace(&place.join("dist"), |folder| release(folder, "one.html")).expect("a site");
        let others = [".dist.new-", &*running, ".dist.old-4294967295", ".other.new-4294967295"];
        let mut expected = [&others[..], &["dist"]].concat();
        expected.sort_unstable();
        assert_eq!(place.names(), expected);
    }

    #[test]
    fn folders_of_others_are_left_alone() {
        let place = Place::new();
        let out = place.join("documents");
        fs::create_dir_all(&out).expect("a folder");
        assert!(ensure_ours(&out).is_ok(), "an empty folder");
        fs::write(out.join("letter.txt"), "dear").expect("written");
        fs::write(out.join(MARK), "{\"content\":\"release\"}").expect("written");
        let refused = replace(&out, |_| Ok(())).expect_err("not ours").to_string();
        assert!(refused.contains("did not make"), "{refused}");
        assert!(out.join("letter.txt").exists());
        let file = out.join("letter.txt");
        assert!(ensure_ours(&file).is_err(), "a file is no folder");
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let place = Place::new();
        for text in ["one", "two"] {
            replace_file(place.0.path(), "interface/ug.toml", text.as_bytes()).expect("written");
            assert_eq!(fs::read_to_string(place.join("interface/ug.toml")).expect("it"), text);
        }
        fs::create_dir(place.join("interface/mn.toml")).expect("a folder in its place");
        fs::write(place.join("interface/mn.toml/kept"), "kept").expect("written");
        assert!(replace_file(place.0.path(), "interface/mn.toml", b"x").is_err());
        assert!(replace_file(place.0.path(), "../mn.toml", b"x").is_err());
        let entries = fs::read_dir(place.join("interface")).expect("a folder").flatten();
        assert_eq!(entries.count(), 2, "nothing is left beside");
    }

    #[test]
    fn no_file_is_written_outside() {
        let place = Place::new();
        for path in ["../a", "/tmp/a", "a/../../b", "", "a\\b"] {
            assert!(write(place.0.path(), path, b"x").is_err(), "{path}");
        }
        assert_eq!(place.names(), Vec::<String>::new());
        write(place.0.path(), "a/b.html", b"x").expect("inside");
    }
}
