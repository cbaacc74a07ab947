//! The commands `new` and `import`, from their words to what they tell.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use corpus::{DocumentId, DocumentKind, Severity, parse};

use super::{NewDocument, preview};

/// What `new` understands.
pub const NEW_HELP: &str = "\
cargo xtask new ID [--from FILE] [--kind policy|interpretation|law] [--explains ID] [--translation]

  Starts a new document in seeds/ID/ and lists it in seeds/site.toml. Nothing is overwritten.
  在 seeds/ID/ 中新建一份文件，并登记到 seeds/site.toml；不会覆盖任何已有文件。

  ID             lower-case letters, digits, hyphens: roads-2026. It becomes part of addresses.
  --from FILE    take the text from a .txt, .md or .docx file
  --kind KIND    what it is; without it the text decides
  --explains ID  this document interprets that one
  --translation  also prepare translation.en.md for a translator";

/// What `import` understands.
pub const IMPORT_HELP: &str = "\
cargo xtask import FILE [--kind policy|interpretation|law] [--text]

  Shows how a .txt, .md or .docx file would be understood, and writes nothing.
  预览一份文件会被怎样理解，不写入任何文件。

  --text         print the text itself instead, with automatic numbering written out";

/// Runs `new` and returns what to print.
///
/// # Errors
/// Says what is wrong and what to do.
pub fn new(arguments: &[String], seeds: &Path) -> Result<String> {
    if asks_for_help(arguments) {
        return Ok(NEW_HELP.to_owned());
    }
    let mut words = Words::new(arguments, &["--from", "--kind", "--explains"], &["--translation"])?;
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
        translation: words.switch("--translation"),
    };
    let created = super::new(seeds, &wanted)?;
    let mut out = String::new();
    if let Some(document) = &created.document {
        out.push_str(&preview(document, &created.problems));
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

/// Runs `import` and returns what to print.
///
/// # Errors
/// Says what is wrong and what to do.
pub fn import(arguments: &[String]) -> Result<String> {
    if asks_for_help(arguments) {
        return Ok(IMPORT_HELP.to_owned());
    }
    let mut words = Words::new(arguments, &["--kind"], &["--text"])?;
    let path = words.only("a file (.txt, .md or .docx)")?;
    let (text, mut problems) = super::document(&read(&path)?, &file_name(&path));
    if let Some(error) = problems.iter().find(|problem| problem.severity == Severity::Error) {
        bail!("{error}");
    }
    if words.switch("--text") {
        return Ok(text);
    }
    let kind = words.option("--kind").map(|kind| read_kind(&kind)).transpose()?;
    let kind = kind.unwrap_or_else(|| super::scaffold::guess(&text, false));
    let (document, found) = parse(&DocumentId::from("preview"), kind, &text, 1);
    problems.extend(found.into_iter().map(|problem| problem.in_file(&path)));
    Ok(preview(&document, &problems))
}

fn asks_for_help(arguments: &[String]) -> bool {
    arguments.is_empty() || arguments.iter().any(|word| word == "--help" || word == "-h")
}

fn read(path: &str) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{path} can't be read; check its name and place"))
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

/// The words of a command: options with a value, switches, and the rest.
struct Words {
    options: Vec<(String, String)>,
    switches: Vec<String>,
    rest: Vec<String>,
}

impl Words {
    fn new(arguments: &[String], options: &[&str], switches: &[&str]) -> Result<Self> {
        let mut words = Self { options: Vec::new(), switches: Vec::new(), rest: Vec::new() };
        let mut arguments = arguments.iter();
        while let Some(word) = arguments.next() {
            if options.contains(&word.as_str()) {
                let value = arguments.next().with_context(|| format!("{word} needs a value"))?;
                words.options.push((word.clone(), value.clone()));
            } else if switches.contains(&word.as_str()) {
                words.switches.push(word.clone());
            } else if word.starts_with("--") {
                bail!("{word} is not known; --help lists what is");
            } else {
                words.rest.push(word.clone());
            }
        }
        Ok(words)
    }

    fn option(&mut self, name: &str) -> Option<String> {
        let at = self.options.iter().position(|(option, _)| option == name)?;
        Some(self.options.remove(at).1)
    }

    fn switch(&self, name: &str) -> bool {
        self.switches.iter().any(|switch| switch == name)
    }

    fn only(&self, what: &str) -> Result<String> {
        match &self.rest[..] {
            [one] => Ok(one.clone()),
            [] => bail!("name {what}"),
            [_, more, ..] => bail!("“{more}” is one word too many; quote names with spaces"),
        }
    }
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
        assert_eq!(import(&words("--help")).ok().as_deref(), Some(IMPORT_HELP));
        let told = |text: &str| new(&words(text), seeds).expect_err("refused").to_string();
        assert!(told("a --kind poem").contains("policy, interpretation or law"));
        assert!(told("a --frm x").contains("--frm is not known"));
        assert!(told("a --from").contains("needs a value"));
        assert!(told("a b").contains("too many"));
        assert!(told("a --from nothing.txt").contains("nothing.txt can't be read"));
    }
}
