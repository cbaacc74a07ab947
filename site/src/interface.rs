//! Further languages of the interface: what `interface/<tag>.toml` says, and what is wrong in it.
//!
//! | module | what it does |
//! |---|---|
//! | `sections` | all sections, keys and words that a file can have |
//! | `words` | the words of a file, checked |
//! | `script` | the words for the tools and the search, which the browser loads |
//! | `template` | a file to fill in, or to go on with |

mod script;
mod sections;
mod template;
mod words;

use anyhow::Result;
use app::interface::Interface;
use app::route::UiLocale;
use corpus::languages::{self, Language};
use corpus::{Bilingual, Library, Locale, Position, Problem, ProblemKind, Severity, bilingual};
use search_index::seeds::{Folder, unknown_language};

pub use script::script;
pub use template::{Written, write};

/// The folder of the files, in that of the seeds.
pub const FOLDER: &str = "interface";

/// A further language of the interface.
#[derive(Clone, Copy, Debug)]
pub struct FurtherLanguage {
    /// The language with its words, as pages know it.
    pub interface: &'static Interface,
    /// The words of the tools: key and word.
    tools: &'static [(String, &'static str)],
}

impl FurtherLanguage {
    /// The language of the interface.
    pub fn locale(self) -> UiLocale {
        UiLocale::Further(self.interface)
    }

    /// Its tag.
    pub fn tag(self) -> &'static Locale {
        &self.interface.language.tag
    }
}

/// All further languages in the order of [`languages::all`], with what is wrong in their files.
///
/// # Errors
/// Where a file can't be read, or is not valid TOML.
pub fn read(
    folder: &Folder,
    library: &Library,
    problems: &mut Vec<Problem>,
) -> Result<Vec<FurtherLanguage>> {
    let mut found = Vec::new();
    for (name, is_folder) in folder.entries(FOLDER) {
        // Systems and editors leave files of their own.
        if name.starts_with(['.', '~']) || name.ends_with('~') || name == "README.md" {
            continue;
        }
        let path = format!("{FOLDER}/{name}");
        let Some(tag) = name.strip_suffix(".toml").filter(|_| !is_folder) else {
            problems.push(stray().in_file(&path));
            continue;
        };
        let language = match language(tag) {
            Ok(language) => language,
            Err(problem) => {
                problems.push(problem.in_file(&path));
                continue;
            }
        };
        problems.extend(collision(tag, library).map(|problem| problem.in_file(&path)));
        found.push((language, words::read(folder, &path, language, problems)?));
    }
    found.sort_by_key(|(language, _)| languages::order(&language.tag));
    Ok(found.into_iter().map(|(_, further)| further).collect())
}

/// What is known of the language of a file.
fn language(tag: &str) -> Result<&'static Language, Problem> {
    let own = ["zh", "zh-hans", "zh-cn", "en"].iter().any(|own| tag.eq_ignore_ascii_case(own));
    if own {
        return Err(error(
            FIRST,
            bilingual!(
                "“{tag}”的界面文字在程序里，不能用文件改；请删去这个文件",
                "the words of “{tag}” are in the program and are not changed by a file; remove it"
            ),
        ));
    }
    let known = languages::language(&Locale(tag.to_owned()));
    known
        .filter(|language| !language.is_converted())
        .ok_or_else(|| unknown_language(tag, |meant| format!("{meant}.toml")))
}

/// A document whose address is that of the language.
fn collision(tag: &str, library: &Library) -> Option<Problem> {
    let same = |id: &&corpus::DocumentId| id.0.eq_ignore_ascii_case(tag);
    let id = library.publication.documents.iter().find(same)?;
    Some(error(
        FIRST,
        bilingual!(
            "界面语言“{tag}”的网页放在 {tag}/，而文件“{id}”也在那里；请给这份文件换一个代号",
            "pages in “{tag}” lie in {tag}/, where the document “{id}” lies as well; give the \
             document another id"
        ),
    ))
}

const FIRST: Position = Position { line: 1, column: 1 };

fn stray() -> Problem {
    let message = bilingual!(
        "这个文件不会被读取；界面文字的文件名是语言标签加 .toml，例如 mn.toml",
        "nothing reads this; a file with words of the interface is named by its language, such as \
         mn.toml"
    );
    Problem::new(ProblemKind::Metadata, Severity::Warning, FIRST, message)
}

fn error(at: Position, message: Bilingual) -> Problem {
    Problem::new(ProblemKind::Metadata, Severity::Error, at, message)
}
