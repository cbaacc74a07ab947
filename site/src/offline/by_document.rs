//! A large collection is kept on a device by document: the list of all its pages would be longer than
//! what a reader wants of it (135 bytes a page, which is 1.35 MB at 5,000 provisions).

use std::collections::BTreeMap;

use anyhow::Result;
use corpus::DocumentId;
use serde::Serialize;

use super::archive::Archives;
use super::{Listed, all_listed};
use crate::assets::Asset;

/// The list of a document, which the service worker reads when the document is to be kept.
#[derive(Debug, Serialize)]
struct DocumentList<'a> {
    /// The archives of its pages, by language.
    archives: BTreeMap<&'static str, Vec<Listed>>,
    /// Size of each page, and in which archive of its language it is, in this order. An archive has
    /// a digest; that of each page is left out.
    visited: BTreeMap<&'a str, ((), usize, usize)>,
}

/// The lists of all documents that are kept by themselves.
///
/// # Errors
/// Where one can't be written.
pub fn lists(archives: &Archives) -> Result<Vec<(DocumentId, Asset)>> {
    let list = |(id, packed): (&DocumentId, &super::Packed)| {
        let files = packed.files.iter();
        let list = DocumentList {
            archives: files.map(|(language, files)| (*language, all_listed(files))).collect(),
            visited: packed
                .visited
                .iter()
                .map(|(path, (_, size, archive))| (path.as_str(), ((), *size, *archive)))
                .collect(),
        };
        let name = format!("offline-{}", id.0);
        Ok((id.clone(), Asset::uncompressed(&name, "json", serde_json::to_vec(&list)?)))
    };
    archives.documents.iter().map(list).collect()
}
