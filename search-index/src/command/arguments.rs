//! What can be asked on the command line.

use std::path::PathBuf;

use lexopt::prelude::*;

use crate::command::export::Engine;

/// What `--help` prints.
pub const HELP: &str = "\
search-index: the search and what is computed from the texts, without a browser

  search-index build  --seeds DIR --out DIR
      make the index of a folder of seeds
  search-index search --index DIR [--limit N] [--json] QUERY
      ask it; the query language is that of the site
  search-index search --index DIR --queries FILE.tsv [--limit N] [--json]
      ask it all queries of a file with lines `id<TAB>query`
  search-index export --seeds DIR --out DIR --engine elasticsearch|quickwit
      the texts for a search engine on a server, and how its index is made
  search-index links  --seeds DIR [--json]
      what explains what, sentence by sentence
  search-index facts  --seeds DIR [--json]
      figures, bounds and deadlines
  search-index check  --seeds DIR
      every problem of the seeds; the exit status is 1 if one of them is an error

  --limit N   at most N hits for each query (10)
  --json      one JSON object a line; the fields are told in docs/command-line.md
";

/// How many hits are shown where nothing is said.
pub const LIMIT: u32 = 10;

/// What was asked.
#[derive(Debug, PartialEq, Eq)]
pub enum Arguments {
    /// Make the index.
    Build { seeds: PathBuf, out: PathBuf },
    /// Write the texts for an engine on a server.
    Export { seeds: PathBuf, out: PathBuf, engine: Engine },
    /// Ask it.
    Search(SearchArguments),
    /// List the links.
    Links { seeds: PathBuf, json: bool },
    /// List the facts.
    Facts { seeds: PathBuf, json: bool },
    /// List the problems.
    Check { seeds: PathBuf },
}

/// A search.
#[derive(Debug, PartialEq, Eq)]
pub struct SearchArguments {
    /// The folder that `build` wrote.
    pub index: PathBuf,
    /// What to ask.
    pub queries: Queries,
    /// At most this many hits for each query.
    pub limit: u32,
    /// Whether to print JSON.
    pub json: bool,
}

/// Where the queries come from.
#[derive(Debug, PartialEq, Eq)]
pub enum Queries {
    /// From the command line.
    One(String),
    /// From a file.
    File(PathBuf),
}

#[derive(Default)]
struct Options {
    seeds: Option<PathBuf>,
    out: Option<PathBuf>,
    index: Option<PathBuf>,
    queries: Option<PathBuf>,
    engine: Option<String>,
    limit: Option<u32>,
    json: bool,
    words: Vec<String>,
}

impl Arguments {
    /// Reads the command line; `None` asks for help.
    ///
    /// # Errors
    /// What is missing, unknown or too much.
    pub fn read(mut parser: lexopt::Parser) -> Result<Option<Self>, lexopt::Error> {
        let mut options = Options::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Long("seeds") => options.seeds = Some(parser.value()?.into()),
                Long("out") => options.out = Some(parser.value()?.into()),
                Long("index") => options.index = Some(parser.value()?.into()),
                Long("queries") => options.queries = Some(parser.value()?.into()),
                Long("engine") => options.engine = Some(parser.value()?.string()?),
                Long("limit") => options.limit = Some(parser.value()?.parse()?),
                Long("json") => options.json = true,
                Value(word) => options.words.push(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        if options.words.is_empty() {
            return Ok(None);
        }
        let command = options.words.remove(0);
        options.command(&command).map(Some)
    }
}

impl Options {
    fn command(mut self, command: &str) -> Result<Arguments, lexopt::Error> {
        let json = std::mem::take(&mut self.json);
        let arguments = match command {
            "build" => Arguments::Build {
                seeds: needed(self.seeds.take(), "build", "--seeds DIR")?,
                out: needed(self.out.take(), "build", "--out DIR")?,
            },
            "export" => Arguments::Export {
                seeds: needed(self.seeds.take(), "export", "--seeds DIR")?,
                out: needed(self.out.take(), "export", "--out DIR")?,
                engine: self.engine()?,
            },
            "search" => Arguments::Search(self.search(json)?),
            "links" => {
                Arguments::Links { seeds: needed(self.seeds.take(), "links", "--seeds DIR")?, json }
            }
            "facts" => {
                Arguments::Facts { seeds: needed(self.seeds.take(), "facts", "--seeds DIR")?, json }
            }
            "check" => {
                Arguments::Check { seeds: needed(self.seeds.take(), "check", "--seeds DIR")? }
            }
            other => return Err(format!("there is no command “{other}”").into()),
        };
        self.nothing_left(command, json)?;
        Ok(arguments)
    }

    fn search(&mut self, json: bool) -> Result<SearchArguments, lexopt::Error> {
        let words = std::mem::take(&mut self.words);
        let queries = match (self.queries.take(), words.is_empty()) {
            (Some(file), true) => Queries::File(file),
            (None, false) => Queries::One(words.join(" ")),
            (None, true) => return Err("`search` needs a QUERY, or --queries FILE.tsv".into()),
            (Some(_), false) => return Err("`search` takes a QUERY or --queries, not both".into()),
        };
        let index = needed(self.index.take(), "search", "--index DIR")?;
        Ok(SearchArguments { index, queries, limit: self.limit.take().unwrap_or(LIMIT), json })
    }

    fn engine(&mut self) -> Result<Engine, lexopt::Error> {
        let name = self.engine.take().unwrap_or_default();
        Engine::named(&name).ok_or_else(|| {
            let message = "`export` needs --engine elasticsearch or --engine quickwit";
            lexopt::Error::from(message)
        })
    }

    /// Every option that a command does not know is refused, so that none is ignored in silence.
    fn nothing_left(&self, command: &str, json: bool) -> Result<(), lexopt::Error> {
        let left = [
            ("--seeds", self.seeds.is_some()),
            ("--out", self.out.is_some()),
            ("--index", self.index.is_some()),
            ("--queries", self.queries.is_some()),
            ("--engine", self.engine.is_some()),
            ("--limit", self.limit.is_some()),
            ("--json", json && matches!(command, "build" | "check" | "export")),
        ];
        if let Some((option, _)) = left.iter().find(|(_, left)| *left) {
            return Err(format!("`{command}` does not take {option}").into());
        }
        match self.words.first() {
            Some(word) => Err(format!("`{command}` does not take “{word}”").into()),
            None => Ok(()),
        }
    }
}

fn needed(value: Option<PathBuf>, command: &str, option: &str) -> Result<PathBuf, lexopt::Error> {
    value.ok_or_else(|| format!("`{command}` needs {option}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &[&str]) -> Result<Option<Arguments>, String> {
        Arguments::read(lexopt::Parser::from_args(line)).map_err(|error| error.to_string())
    }

    #[test]
    fn options_may_stand_anywhere_and_a_query_may_begin_with_a_minus() {
        let asked = SearchArguments {
            index: "x".into(),
            queries: Queries::One("草原 -补贴".into()),
            limit: 3,
            json: true,
        };
        let expected = Ok(Some(Arguments::Search(asked)));
        assert_eq!(
            read(&["search", "--limit", "3", "草原 -补贴", "--index", "x", "--json"]),
            expected
        );
        assert_eq!(
            read(&["search", "--json", "--limit=3", "--index=x", "--", "草原", "-补贴"]),
            expected
        );
    }

    #[test]
    fn what_is_missing_or_too_much_is_told() {
        assert_eq!(read(&["build", "--seeds", "s"]), Err("`build` needs --out DIR".into()));
        assert_eq!(
            read(&["check", "--seeds", "s", "--limit", "1"]),
            Err("`check` does not take --limit".into())
        );
        assert_eq!(
            read(&["links", "--seeds", "s", "more"]),
            Err("`links` does not take “more”".into())
        );
        assert_eq!(
            read(&["export", "--seeds", "s", "--out", "o", "--engine", "other"]),
            Err("`export` needs --engine elasticsearch or --engine quickwit".into())
        );
        assert_eq!(read(&["grep"]), Err("there is no command “grep”".into()));
        assert_eq!(read(&[]), Ok(None));
    }
}
