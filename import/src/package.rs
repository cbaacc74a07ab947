//! Zip containers with parts and relationships (Open Packaging Conventions), within bounds.

use corpus::{Bilingual, bilingual};
use std::collections::{BTreeSet, HashMap};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::limits::{ImportError, LARGEST_PACKAGE, LARGEST_PART, MOST_PARTS};
use crate::xml::{self, Element};

/// An open container.
pub struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The index of each part by its name in lower case, without a slash in front.
    parts: HashMap<String, usize>,
    read: BTreeSet<String>,
    unpacked: u64,
}

/// What a part points to.
#[derive(Clone, Debug)]
pub struct Relationship {
    /// The last word of its type: `header`, `aFChunk`.
    pub kind: String,
    /// The part's name within the container, or an address outside.
    pub target: String,
    /// Whether the target is outside.
    pub external: bool,
}

impl<'a> Package<'a> {
    /// Opens a container.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let damaged = |error: zip::result::ZipError| {
            ImportError::Refused(bilingual!(
                "文件打不开，压缩包已损坏；请用原来的程序打开，另存为 .docx",
                "the file can't be opened as the zip container that it should be ({error}); open \
                 it where it was made and save it again, as .docx"
            ))
        };
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if zip.len() > MOST_PARTS {
            return Err(ImportError::bound(
                bilingual!("压缩包里的内容", "the container has"),
                MOST_PARTS as u64,
                bilingual!("个部分", "parts"),
            ));
        }
        let parts = (0..zip.len())
            .filter_map(|index| Some((normal(&zip.name_for_index(index)?.ok()?), index)))
            .collect();
        Ok(Self { zip, parts, read: BTreeSet::new(), unpacked: 0 })
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&normal(name))
    }

    /// All names, in lower case and sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.parts.keys().cloned().collect();
        names.sort();
        names
    }

    /// The names that nobody asked for yet, sorted.
    pub fn unread(&self) -> Vec<String> {
        self.names().into_iter().filter(|name| !self.read.contains(name)).collect()
    }

    /// A part's bytes; `None` where there is none.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let key = normal(name);
        let Some(index) = self.parts.get(&key).copied() else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(reason) => ImportError::Refused(bilingual!(
                "文件里的 {name} 解不开；请去掉密码，重新保存",
                "{name} in the file can't be unpacked ({reason}); remove the password, and save \
                 the file again"
            )),
            other => ImportError::damaged(name, unpacked(&other)),
        })?;
        let bound = LARGEST_PART.min(LARGEST_PACKAGE.saturating_sub(self.unpacked));
        let mut bytes = Vec::new();
        let read = file.take(bound + 1).read_to_end(&mut bytes);
        read.map_err(|error| ImportError::damaged(name, unpacked(&error)))?;
        if bytes.len() as u64 > bound {
            return Err(if bound == LARGEST_PART {
                ImportError::bound(
                    bilingual!("{name} 解开后", "{name} unpacks to"),
                    bound,
                    bilingual!("字节", "bytes"),
                )
            } else {
                ImportError::bound(
                    bilingual!("压缩包解开后", "the container unpacks to"),
                    LARGEST_PACKAGE,
                    bilingual!("字节", "bytes"),
                )
            });
        }
        self.unpacked += bytes.len() as u64;
        self.read.insert(key);
        Ok(Some(bytes))
    }

    /// A part of XML as a tree; `None` where there is none.
    pub fn xml(&mut self, name: &str) -> Result<Option<Element>, ImportError> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        xml::parse(&bytes).map(Some).map_err(|reason| ImportError::damaged(name, reason))
    }

    /// What a part points to, by id; `""` stands for the container itself.
    pub fn relationships(
        &mut self,
        part: &str,
    ) -> Result<HashMap<String, Relationship>, ImportError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let file = format!("{folder}/_rels/{name}.rels");
        let Some(root) = self.xml(&file)? else { return Ok(HashMap::new()) };
        let relationship = |element: &Element| {
            let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
            let external = element.attribute("TargetMode") == Some("External");
            let target = element.attribute("Target")?;
            let target = if external { target.to_owned() } else { resolved(folder, target) };
            Some((element.attribute("Id")?.to_owned(), Relationship { kind, target, external }))
        };
        Ok(root.elements().filter_map(relationship).collect())
    }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The name of a part that another in `folder` calls `target`.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

/// Why a part can't be unpacked, as its reader says.
fn unpacked(reason: &dyn std::fmt::Display) -> Bilingual {
    bilingual!("解不开", "{reason}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_the_part_that_names_them() {
        assert_eq!(resolved("word", "header1.xml"), "word/header1.xml");
        assert_eq!(resolved("word", "/word/header1.xml"), "word/header1.xml");
        assert_eq!(resolved("word/sub", "../../x.xml"), "x.xml");
        assert_eq!(resolved("", "../../../x.xml"), "x.xml");
    }
}
