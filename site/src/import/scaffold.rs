//! A new document: the files to fill in, with what can be known from the text already in them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use corpus::names::{NameError, check_document_id};
use corpus::{
    Bilingual, Document, DocumentId, DocumentKind, Locale, Problem, Severity, bilingual,
    translation,
};
use import::Details;
use search_index::seeds::{not_toml, system};
use toml_edit::{DocumentMut, Item, Value};

use super::kinds;
use crate::release::sha256;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// Its id, also the name of its folder.
    pub id: String,
    /// What it is; guessed from the text if not given.
    pub kind: Option<DocumentKind>,
    /// The file to take the text from: its name and content.
    pub source: Option<(String, Vec<u8>)>,
    /// The encoding of that file, where it is in doubt.
    pub encoding: Option<String>,
    /// The document that it explains.
    pub explains: Option<String>,
    /// Whether to prepare a file for an English translation.
    pub translation: bool,
}

/// What was made.
#[derive(Debug)]
pub struct Created {
    /// The files written, relative to `seeds/`.
    pub files: Vec<String>,
    /// How the text was understood, if there was one.
    pub document: Option<Document>,
    /// What should be looked at.
    pub problems: Vec<Problem>,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.wording().en)]
pub enum NewError {
    /// The id would not do as an address.
    Id(NameError),
    /// Something is there already.
    Exists(String),
    /// The explained document is not there: its id, and those that are.
    Unknown(String, Vec<String>),
    /// The site's configuration can't be read.
    Configuration {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it, and what to do.
        message: Bilingual,
    },
    /// The text can't be read.
    Source(Problem),
    /// A file can't be read or written.
    File {
        /// The file.
        path: String,
        /// What the system says.
        reason: std::io::Error,
    },
}

impl NewError {
    /// What stands in the way, and what to do.
    pub fn wording(&self) -> Bilingual {
        match self {
            Self::Id(error) => error.wording(),
            Self::Exists(path) => bilingual!(
                "已经有 seeds/{path}，程序不会覆盖任何文件；请换一个代号，或者直接修改那个文件",
                "seeds/{path} is there already, and nothing is ever overwritten; choose another \
                 id, or edit that file"
            ),
            Self::Unknown(id, known) => {
                let known = Bilingual { zh: known.join("、"), en: known.join(", ") };
                bilingual!(
                    "没有要解读的文件“{id}”；请先建立它，或者改正 --explains（已有：{known}）",
                    "there is no document “{id}” to explain; create it first, or correct \
                     --explains (known: {known})"; known
                )
            }
            Self::Configuration { line, message } => {
                message.after(format_args!("seeds/site.toml:{line}"))
            }
            Self::Source(problem) => Bilingual { zh: problem.line(false), en: problem.line(true) },
            Self::File { path, reason } => {
                let reason = system(reason);
                bilingual!(
                    "无法读写 {path}：{reason}；请检查文件夹在不在，能不能写",
                    "{path} can't be read or written: {reason}; check that the folder exists and \
                     may be written"; reason
                )
            }
        }
    }
}

impl From<NameError> for NewError {
    fn from(error: NameError) -> Self {
        Self::Id(error)
    }
}

/// Makes the files of a new document in `seeds/<id>/` and lists it in `seeds/site.toml`. Nothing
/// is written unless everything can be, and nothing is ever overwritten.
///
/// # Errors
/// Says what stands in the way and what to do.
pub fn new(seeds: &Path, wanted: &NewDocument) -> Result<Created, NewError> {
    let id = &wanted.id;
    check_document_id(id)?;
    let folder = seeds.join(id);
    if folder.exists() {
        return Err(NewError::Exists(format!("{id}/")));
    }
    let configuration = configuration(&seeds.join("site.toml"), id, wanted.explains.as_deref())?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let (mut document, mut problems) = (None, Vec::new());
    let mut details = Details::default();
    let mut kind = wanted.kind.unwrap_or(DocumentKind::Policy);
    let mut digest = String::new();
    let source = format!("{id}/source.txt");
    if let Some((name, bytes)) = &wanted.source {
        let options = ::import::Options { encoding: wanted.encoding.clone() };
        let imported = ::import::read(bytes, name, &options);
        let (text, mut found) = (imported.text, imported.problems);
        if let Some(error) = found.iter().find(|problem| problem.severity == Severity::Error) {
            return Err(NewError::Source(error.clone()));
        }
        let explains = wanted.explains.as_ref().map(|_| DocumentKind::Interpretation);
        let said = wanted.kind.or(explains);
        let (parsed, mut more) = kinds::parse_as(&DocumentId::from(id.as_str()), said, &text);
        kind = parsed.kind;
        more.extend(kinds::doubts(&parsed, said));
        more.extend(kinds::explains_nothing(&parsed, wanted.explains.as_deref()));
        found.extend(more.into_iter().map(|problem| problem.in_file(&source)));
        problems = found;
        details = imported.details;
        digest = sha256(text.as_bytes());
        if text.as_bytes() != bytes.as_slice() {
            let extension = name.rsplit_once('.').map_or("txt", |(_, extension)| extension);
            files.push((format!("{id}/original.{}", extension.to_lowercase()), bytes.clone()));
        }
        files.push((source.clone(), text.into_bytes()));
        if wanted.translation {
            let skeleton = translation::skeleton(&parsed, &Locale::en());
            files.push((format!("{id}/translation.en.md"), skeleton.into_bytes()));
        }
        document = Some(parsed);
    } else {
        let hint =
            "<!-- 把正文粘贴在这里，并删去本行。 Paste the text here and remove this line. -->\n";
        files.push((source.clone(), hint.into()));
    }
    let title: String = document
        .iter()
        .flat_map(|document| &document.title)
        .map(|line| line.text.as_str())
        .collect();
    let description = description(wanted, kind, (&source, &digest), &title, &details);
    files.push((format!("{id}/document.toml"), description.into_bytes()));
    write_all(seeds, &folder, &files, &configuration)?;
    let mut names: Vec<String> = files.into_iter().map(|(name, _)| name).collect();
    names.sort();
    names.push("site.toml".to_owned());
    Ok(Created { files: names, document, problems })
}

/// The site's configuration with the document added to its list.
fn configuration(file: &Path, id: &str, explains: Option<&str>) -> Result<String, NewError> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => SITE.to_owned(),
        Err(reason) => return Err(NewError::File { path: file.display().to_string(), reason }),
    };
    let wrong = |line: usize, message: Bilingual| NewError::Configuration { line, message };
    let mut parsed: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let start = error.span().map_or(0, |span| span.start);
        wrong(
            text.get(..start).map_or(1, |before| before.matches('\n').count() + 1),
            not_toml(error.message().trim_end_matches('.')),
        )
    })?;
    let documents = parsed
        .entry("documents")
        .or_insert_with(|| Item::Value(Value::Array(toml_edit::Array::new())));
    let Some(list) = documents.as_array_mut() else {
        let line = text.lines().position(|line| line.trim_start().starts_with("documents"));
        return Err(wrong(
            line.map_or(1, |at| at + 1),
            bilingual!(
                "`documents` 必须是代号的列表；请改正这一行",
                "`documents` must be a list of ids; correct this line"
            ),
        ));
    };
    let known: Vec<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    if let Some(missing) = explains.filter(|wanted| !known.iter().any(|id| id == wanted)) {
        return Err(NewError::Unknown(missing.to_owned(), known));
    }
    if !known.iter().any(|listed| listed == id) {
        list.push(id);
    }
    Ok(parsed.to_string())
}

fn write_all(
    seeds: &Path,
    folder: &Path,
    files: &[(String, Vec<u8>)],
    configuration: &str,
) -> Result<(), NewError> {
    let failed =
        |path: PathBuf| move |reason| NewError::File { path: path.display().to_string(), reason };
    fs::create_dir_all(folder).map_err(failed(folder.to_owned()))?;
    for (name, bytes) in files {
        let path = seeds.join(name);
        fs::File::create_new(&path)
            .and_then(|mut file| file.write_all(bytes))
            .map_err(failed(path.clone()))?;
    }
    let path = seeds.join("site.toml");
    fs::write(&path, configuration).map_err(failed(path.clone()))
}

/// `document.toml`, with a word on every field.
fn description(
    wanted: &NewDocument,
    kind: DocumentKind,
    (source, digest): (&str, &str),
    title: &str,
    details: &Details,
) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let kind = match kind {
        DocumentKind::Policy => "policy",
        DocumentKind::Interpretation => "interpretation",
        DocumentKind::Law => "law",
    };
    let explains = match &wanted.explains {
        Some(id) => format!("explains = {}\n", quoted(id)),
        None => String::new(),
    };
    DESCRIPTION
        .replace("{id}", &quoted(&wanted.id))
        .replace("{kind}", &quoted(kind))
        .replace("{source}", &quoted(source))
        .replace("{digest}", &quoted(digest))
        .replace("{explains}", &explains)
        .replace("{published}", &quoted(&details.published))
        .replace("{index_number}", &quoted(&details.index_number))
        .replace("{title}", &quoted(title))
}

const DESCRIPTION: &str = include_str!("document.toml.template");
const SITE: &str = include_str!("site.toml.template");

#[cfg(test)]
mod tests;
