//! The texts of the laws: Markdown files of an archive, with the force that their folder and title
//! tell, parsed into a library.

use std::path::Path;
use std::process::Command;

use corpus::{Bilingual, DocumentId, DocumentKind, Edition, Force, Library, Metadata, parse};

/// A law.
#[derive(Clone)]
pub struct Text {
    /// The lines of its title.
    pub title: Vec<String>,
    /// Its force in law.
    pub force: Force,
    /// What stands below the title.
    pub body: String,
}

/// The texts of `NAME.tar.xz`, unpacked into the temporary folder of the machine.
pub fn read(corpora: &Path, name: &str) -> Vec<Text> {
    let folder = std::env::temp_dir().join(format!("policy-explorer-{name}"));
    let archive = corpora.join(format!("{name}.tar.xz"));
    let done = std::fs::create_dir_all(&folder).is_ok()
        && Command::new("tar")
            .args(["xf".as_ref(), archive.as_os_str(), "-C".as_ref()])
            .arg(&folder)
            .status()
            .is_ok_and(|status| status.success());
    if !done {
        println!("{} can't be unpacked (is `tar` with xz installed?)", archive.display());
    }
    let mut files = Vec::new();
    let mut open = vec![folder];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                files.push(path);
            }
        }
    }
    files.sort();
    let text = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        // What stands before this mark is the history of the law, not its text.
        let (head, body) = text.split_once("<!-- INFO END -->").unwrap_or(("", &text));
        let title = head.lines().filter(|line| line.starts_with('#'));
        let title = title.map(|line| line.trim_start_matches('#').trim().to_owned());
        let title: Vec<String> = title.collect();
        let group = path.parent().and_then(Path::file_name).unwrap_or_default();
        let name = title.first().map_or("", String::as_str);
        Text { force: force(&group.to_string_lossy(), name), title, body: body.to_owned() }
    };
    files.iter().map(text).collect()
}

/// What the group of a text, or its title where the group holds all kinds, tells of its force.
fn force(group: &str, title: &str) -> Force {
    match group {
        _ if title.starts_with("最高人民") => Force::Judicial,
        "司法解释" => Force::Judicial,
        "宪法" => Force::Constitution,
        "行政法规" => Force::Regulation,
        "部门规章" => Force::Rule,
        "地方性法规" => Force::Local,
        "其他" => {
            let national = title.starts_with("中华人民共和国");
            let law = national && (title.ends_with('法') || title.ends_with("法典"));
            if law { Force::Law } else { Force::Local }
        }
        _ => Force::Law,
    }
}

/// The texts as a library.
pub fn library(texts: &[Text]) -> Library {
    let edition = |(text, number): (&Text, u32)| {
        let id = DocumentId(format!("law-{number:04}"));
        let heads = text.title.iter().map(|line| format!("# {line}\n"));
        let source = heads.collect::<String>() + &text.body;
        let (document, _) = parse(&id, DocumentKind::Law, &source, 1);
        let metadata = Metadata {
            title: Bilingual { zh: text.title.join(" "), en: String::new() },
            force: text.force,
            id,
            kind: DocumentKind::Law,
            ..Metadata::default()
        };
        let (translations, errata, facts) = (Vec::new(), Vec::new(), Vec::new());
        Edition { metadata, document, translations, errata, facts }
    };
    Library { editions: texts.iter().zip(0..).map(edition).collect(), ..Library::default() }
}
