//! The commands `new` and `import`, from their words to what they tell.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Result, bail};
use corpus::{Bilingual, DocumentId, DocumentKind, Severity, bilingual};
use search_index::seeds::BilingualContext;

use super::words::Words;
use super::{Audience, NewDocument, kinds, tree};

/// What `new` understands.
pub const NEW_HELP: &str = "\
cargo xtask new ID [--from FILE [--encoding NAME]] [--kind policy|interpretation|law] [--explains ID] [--translation]

  Starts a new document in seeds/ID/ and lists it in seeds/site.toml. Nothing is overwritten.
  在 seeds/ID/ 中新建一份文件，并登记到 seeds/site.toml；不会覆盖任何已有文件。

  ID             lower-case letters, digits, hyphens: roads-2026. It becomes part of addresses.
  --from FILE    take the text from a .docx, .pdf, .ofd, .html, .txt or .md file
  --encoding NAME  its encoding, where it is in doubt (see import --help)
  --kind KIND    what it is; without it the text decides
  --explains ID  this document interprets that one
  --translation  also prepare translation.en.md for a translator";

/// What `import` understands.
pub const IMPORT_HELP: &str = "\
cargo xtask import FILE [--kind policy|interpretation|law] [--encoding NAME] [--text] [--preview PAGE]

  Shows how a .docx, .pdf, .ofd, .html, .txt or .md file would be understood, and changes nothing.
  预览一份文件会被怎样理解，不改动任何文件。

  --kind KIND      what it is; without it the text decides
  --encoding NAME  the encoding of a text or page, where it is in doubt:
                   utf-8, gb18030, big5, utf-16le, utf-16be, hz
  --preview PAGE   write one web page that shows the document as it was understood: measures,
                   tables, figures, and each problem where it is
                   把识别结果写成一个网页：条目、表格、数字，问题标在原处
  --text           print the text itself instead, with automatic numbering written out";

/// Runs `new` and returns what to print.
///
/// # Errors
/// Says what is wrong and what to do.
pub fn new(arguments: &[String], seeds: &Path) -> Result<String> {
    if asks_for_help(arguments) {
        return Ok(NEW_HELP.to_owned());
    }
    let mut words = Words::new(
        arguments,
        &["--from", "--kind", "--explains", "--encoding"],
        &["--translation"],
    )?;
    let file = words.option("--from");
    let source = match &file {
        Some(path) => Some((file_name(path), read(path)?)),
        None => None,
    };
    let wanted = NewDocument {
        id: words.only("an id, such as roads-2026")?,
        kind: words.option("--kind").map(|kind| read_kind(&kind)).transpose()?,
        source,
        explains: words.option("--explains"),
        encoding: words.option("--encoding"),
        translation: words.switch("--translation"),
    };
    let created = super::new(seeds, &wanted)?;
    let mut out = String::new();
    if let Some(document) = &created.document {
        out.push_str(&tree(document, &created.problems, Audience::Developers));
        out.push('\n');
    }
    for name in &created.files {
        let _ = writeln!(out, "seeds/{name}");
    }
    let _ = write!(
        out,
        "\n下一步：核对上面的结构，填写 seeds/{0}/document.toml，然后运行 cargo xtask check。\n\
         Next: compare the tree above with the original, fill in seeds/{0}/document.toml, then run \
         cargo xtask check.\n",
        wanted.id
    );
    Ok(out)
}

/// Runs `import` and returns what to print to these readers.
///
/// # Errors
/// Says what is wrong and what to do.
pub fn import(arguments: &[String], audience: Audience) -> Result<String> {
    if asks_for_help(arguments) {
        return Ok(IMPORT_HELP.to_owned());
    }
    let options = ["--kind", "--encoding", "--preview"];
    let mut words = Words::new(arguments, &options, &["--text"])?;
    let path = words.only(&format!("a file ({})", ::import::EXTENSIONS))?;
    let options = ::import::Options { encoding: words.option("--encoding") };
    let imported = ::import::read(&read(&path)?, &file_name(&path), &options);
    let failed = imported.problems.iter().any(|problem| problem.severity == Severity::Error);
    let mut problems: Vec<corpus::Problem> =
        imported.problems.into_iter().map(|problem| problem.in_file(&path)).collect();
    if failed {
        bail!(errors(&problems).error());
    }
    if words.switch("--text") {
        return Ok(imported.text);
    }
    let wanted = words.option("--kind").map(|kind| read_kind(&kind)).transpose()?;
    let (document, mut found) =
        kinds::parse_as(&DocumentId::from("preview"), wanted, &imported.text);
    found.extend(corpus::facts::check_unclear(&document));
    found.extend(kinds::doubts(&document, wanted));
    problems.extend(found.into_iter().map(|problem| problem.in_file(&path)));
    if let Some(page) = words.option("--preview") {
        problems.sort_by_key(|problem| problem.at);
        let markup = super::preview::preview(&document, &problems, &file_name(&path));
        super::preview::write(&markup, Path::new(&page))?;
    }
    Ok(tree(&document, &problems, audience))
}

fn asks_for_help(arguments: &[String]) -> bool {
    arguments.is_empty() || arguments.iter().any(|word| word == "--help" || word == "-h")
}

/// All errors, one a line.
fn errors(problems: &[corpus::Problem]) -> Bilingual {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    let (zh, en): (Vec<String>, Vec<String>) =
        errors.map(|problem| (problem.line(false), problem.line(true))).unzip();
    Bilingual { zh: zh.join("\n"), en: en.join("\n") }
}

/// The bytes of a file, no more than can be imported: a device or a pipe has no end.
///
/// # Errors
/// Where it can't be read.
pub fn read(path: &str) -> Result<Vec<u8>> {
    let unread = || {
        bilingual!(
            "无法读取 {path}；请检查文件名和位置",
            "{path} can't be read; check its name and place"
        )
    };
    let file = std::fs::File::open(path).with_wording(unread)?;
    let mut bytes = Vec::new();
    file.take(::import::LARGEST_FILE + 1).read_to_end(&mut bytes).with_wording(unread)?;
    Ok(bytes)
}

fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name();
    name.map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

fn read_kind(word: &str) -> Result<DocumentKind> {
    Ok(match word {
        "policy" => DocumentKind::Policy,
        "interpretation" => DocumentKind::Interpretation,
        "law" => DocumentKind::Law,
        other => bail!("--kind can't be “{other}”; it is policy, interpretation or law"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn help_and_errors() {
        let seeds = Path::new("/nowhere");
        assert_eq!(new(&[], seeds).ok().as_deref(), Some(NEW_HELP));
        assert_eq!(
            import(&words("--help"), Audience::Developers).ok().as_deref(),
            Some(IMPORT_HELP)
        );
        let told = |text: &str| new(&words(text), seeds).expect_err("refused").to_string();
        assert!(told("a --kind poem").contains("policy, interpretation or law"));
        assert!(told("a --frm x").contains("--frm is not known"));
        assert!(told("a --from").contains("needs a value"));
        assert!(told("a b").contains("too many"));
        assert!(told("a --from nothing.txt").contains("nothing.txt can't be read"));
    }
}
