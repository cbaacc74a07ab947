//! `new`, `import`, `preview`: from a file to the files of a document.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::ArgMatches;
use corpus::DocumentKind;
use site::import::{Audience, NewDocument, tree};
use site::output;

use crate::language::Language;

/// `new`: the files of a new document, with a text or without.
pub fn new(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let file = options.get_one::<String>("from").map(PathBuf::from);
    create(options, file.as_deref(), language)
}

/// `import`: a document from a file.
pub fn import(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let file = PathBuf::from(text(options, "file"));
    create(options, Some(&file), language)
}

/// `preview`: how a file would be understood.
pub fn preview(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let mut words = vec![text(options, "file")];
    for name in ["kind", "encoding"] {
        if let Some(value) = options.get_one::<String>(name) {
            words.extend([format!("--{name}"), value.clone()]);
        }
    }
    if options.get_flag("text") {
        words.push("--text".into());
    }
    let page = options.get_one::<String>("page");
    words.extend(page.into_iter().flat_map(|page| ["--preview".to_owned(), page.clone()]));
    output::print(site::import::command::import(&words, audience(language))?)?;
    if let Some(page) = page {
        output::line(language.pick(
            format!("预览网页：{page}，用浏览器打开。"),
            format!("The preview is in {page}: open it in a browser."),
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn create(options: &ArgMatches, file: Option<&Path>, language: Language) -> Result<ExitCode> {
    let option = |name: &str| options.get_one::<String>(name).cloned();
    let seeds = PathBuf::from(text(options, "seeds"));
    let source = file.map(read).transpose()?;
    let wanted = NewDocument {
        id: text(options, "id"),
        kind: option("kind").map(|kind| match kind.as_str() {
            "interpretation" => DocumentKind::Interpretation,
            "law" => DocumentKind::Law,
            _ => DocumentKind::Policy,
        }),
        source,
        encoding: option("encoding"),
        explains: option("explains"),
        translation: options.get_flag("translation"),
    };
    let created = site::import::new(&seeds, &wanted).map_err(|error| error.wording().error())?;
    if let Some(document) = &created.document {
        output::line(tree(document, &created.problems, audience(language)))?;
    }
    for name in &created.files {
        output::line(format_args!("{}/{name}", seeds.display()))?;
    }
    let id = &wanted.id;
    let next = language.pick(
        format!(
            "下一步：核对上面的结构，填写 {}/{id}/document.toml，然后运行 policy-explorer serve。",
            seeds.display()
        ),
        format!(
            "Next: compare the tree above with the original, fill in {}/{id}/document.toml, then \
             run policy-explorer serve.",
            seeds.display()
        ),
    );
    output::line(format_args!("\n{next}"))?;
    Ok(ExitCode::SUCCESS)
}

/// The name and the bytes of a file.
fn read(path: &Path) -> Result<(String, Vec<u8>)> {
    let bytes = site::import::command::read(&path.to_string_lossy())?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok((name, bytes))
}

fn audience(language: Language) -> Audience {
    language.pick(Audience::Chinese, Audience::English)
}

fn text(options: &ArgMatches, name: &str) -> String {
    options.get_one::<String>(name).cloned().unwrap_or_default()
}
