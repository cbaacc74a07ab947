//! TOML with places: every value knows its line, and a key that nothing reads is told with the
//! name that was probably meant.

use std::ops::Range;

use corpus::{Bilingual, Position, Problem, ProblemKind, Severity, bilingual};
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a TOML file says, with the file, for the places of what is wrong in it.
#[derive(Clone, Debug, Default)]
pub struct Parsed<T> {
    /// What it says.
    pub value: T,
    text: String,
}

impl<T> Parsed<T> {
    /// Where a value stands, by its keys and numbers (`term.3.zh.0`); the nearest that there is
    /// where it is not.
    pub fn at(&self, path: &str) -> Position {
        let Ok(table) = DeTable::parse(&self.text) else { return position(&self.text, 0) };
        let mut at = 0;
        let mut inside: Option<&DeValue<'_>> = None;
        for step in path.split('.') {
            let (start, value) = match inside {
                None => match entry(table.get_ref(), step) {
                    Some(found) => found,
                    None => break,
                },
                Some(DeValue::Table(inner)) => match entry(inner, step) {
                    Some(found) => found,
                    None => break,
                },
                Some(DeValue::Array(items)) => {
                    let item = step.parse::<usize>().ok().and_then(|index| items.get(index));
                    let Some(item) = item else { break };
                    (item.span().start, item)
                }
                Some(_) => break,
            };
            at = start;
            inside = Some(value.get_ref());
        }
        position(&self.text, at)
    }
}

type Entry<'a, 'i> = (usize, &'a Spanned<DeValue<'i>>);

fn entry<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Option<Entry<'a, 'i>> {
    let (key, value) = table.iter().find(|(known, _)| known.get_ref().as_ref() == key)?;
    Some((key.span().start, value))
}

/// Why a file can't be read as what it must be.
#[derive(Debug)]
pub(super) struct Wrong {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong, and what to do.
    pub message: Bilingual,
}

/// Reads a TOML file, with a problem for every key that nothing reads.
pub(super) fn parse<T: DeserializeOwned>(text: String) -> Result<(Parsed<T>, Vec<Problem>), Wrong> {
    let (value, problems) = deserialize(&text).map_err(|error| Wrong {
        line: position(&text, error.span().map_or(0, |span| span.start)).line,
        message: error
            .span()
            .and_then(|span| chinese_signs(&text, span.start))
            .unwrap_or_else(|| not_toml(error.message().trim_end_matches('.'))),
    })?;
    Ok((Parsed { value, text }, problems))
}

fn deserialize<T: DeserializeOwned>(text: &str) -> Result<(T, Vec<Problem>), toml::de::Error> {
    let mut table = DeTable::parse(text)?;
    let mut problems = Vec::new();
    loop {
        let error = match T::deserialize(toml::de::Deserializer::from(table.clone())) {
            Ok(value) => return Ok((value, problems)),
            Err(error) => error,
        };
        // What else is wrong in the file is worth telling too: read it without this key.
        let unknown = Unknown::of(error.message()).zip(error.span());
        let Some((unknown, span)) = unknown.filter(|(_, span)| remove(table.get_mut(), span))
        else {
            return Err(error);
        };
        problems.push(problem(Severity::Error, position(text, span.start), unknown.message()));
    }
}

/// A key that nothing reads, as serde tells it: “unknown field `a`, expected one of `b`, `c`”.
struct Unknown<'a> {
    key: &'a str,
    known: Vec<&'a str>,
}

impl<'a> Unknown<'a> {
    fn of(message: &'a str) -> Option<Self> {
        let rest = message.strip_prefix("unknown field `")?;
        let (key, rest) = rest.split_once('`')?;
        let known = rest.split('`').skip(1).step_by(2).collect();
        Some(Self { key, known })
    }

    fn message(&self) -> Bilingual {
        let Self { key, known } = self;
        match nearest(key, known.iter().copied()) {
            Some(meant) => bilingual!(
                "“{key}”不会被读取；是不是要写“{meant}”？",
                "nothing reads “{key}”; did you mean “{meant}”?"
            ),
            None if known.is_empty() => {
                bilingual!("“{key}”不会被读取；请删去", "nothing reads “{key}”; remove it")
            }
            None => {
                let known = listed(known);
                bilingual!(
                    "“{key}”不会被读取；请删去，或者改成其中一个：{known}",
                    "nothing reads “{key}”; remove it, or use one of: {known}"; known
                )
            }
        }
    }
}

/// Names in a row, as each language parts them.
pub(super) fn listed(names: &[&str]) -> Bilingual {
    Bilingual { zh: names.join("、"), en: names.join(", ") }
}

/// Why a file is not what it must be, as the reader of TOML and serde tell it in English, and what
/// to do.
pub fn not_toml(message: &str) -> Bilingual {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let why = match (message.split(' ').next().unwrap_or_default(), &quoted[..]) {
        ("missing", [field]) => bilingual!("缺少 {field}", "{message}"),
        ("duplicate", [key, ..]) => bilingual!("{key} 写了两次", "{message}"),
        ("duplicate", []) => bilingual!("同一个键写了两次", "{message}"),
        ("unknown", [value, known @ ..]) => {
            let known = listed(known).zh;
            bilingual!("不能填“{value}”，可以填：{known}", "{message}")
        }
        ("invalid", _) if message.starts_with("invalid type") => {
            bilingual!("值的类型不对（例如该加引号的没有加，该写列表的没有写 [ ]）", "{message}")
        }
        _ => bilingual!("不符合 TOML 的写法（例如少了引号、等号或括号）", "{message}"),
    };
    bilingual!("{why}；请改正这一行", "{why}; correct this line"; why)
}

/// What to do where the line of an error has signs of a Chinese keyboard outside quotation marks, which
/// TOML can't read.
fn chinese_signs(text: &str, at: usize) -> Option<Bilingual> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?;
    let outside = line.split('"').step_by(2).flat_map(str::chars);
    let sign = outside.take_while(|c| *c != '#').find(|c| "“”‘’＝，【】｛｝".contains(*c))?;
    let own = match sign {
        '“' | '”' | '‘' | '’' => '"',
        '＝' => '=',
        '，' => ',',
        '【' => '[',
        '】' => ']',
        '｛' => '{',
        _ => '}',
    };
    Some(bilingual!(
        "这一行用了中文符号 {sign}；请在英文输入状态下写成 {own}",
        "this line has the Chinese sign {sign}; type {own} instead"
    ))
}

/// Takes out the key that stands in this range; whether there was one.
fn remove(table: &mut DeTable<'_>, span: &Range<usize>) -> bool {
    let key = table.keys().find(|key| key.span() == *span).map(|key| key.get_ref().to_string());
    match key {
        Some(key) => table.remove(key.as_str()).is_some(),
        None => table.iter_mut().any(|(_, value)| remove_within(value, span)),
    }
}

fn remove_within(value: &mut Spanned<DeValue<'_>>, span: &Range<usize>) -> bool {
    match value.get_mut() {
        DeValue::Table(table) => remove(table, span),
        DeValue::Array(items) => items.iter_mut().any(|item| remove_within(item, span)),
        _ => false,
    }
}

/// The known name that a misspelt one was probably meant to be.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    /// Below it two words have little in common.
    const ALIKE: f64 = 0.5;
    known
        .map(|known| (strsim::normalized_damerau_levenshtein(name, known), known))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

/// Line and column of a byte.
fn position(text: &str, at: usize) -> Position {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Position { line: line as u32, column: column as u32 }
}

/// A problem of what seeds say about the site or a document.
pub(super) fn problem(severity: Severity, at: Position, message: Bilingual) -> Problem {
    Problem::new(ProblemKind::Metadata, severity, at, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        #[serde(default)]
        topic: Vec<Item>,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Item {
        id: String,
        title_zh: String,
        words: Vec<String>,
    }

    fn read(text: &str) -> (Parsed<File>, Vec<String>) {
        let (parsed, problems) = parse(text.to_owned()).expect("a readable file");
        let told = problems
            .iter()
            .map(|problem| format!("{}:{} {}", problem.at.line, problem.at.column, problem.message))
            .collect();
        (parsed, told)
    }

    #[test]
    fn every_unknown_key_is_told_with_its_line_and_the_rest_is_read() {
        let text = "[[topic]]\nid = \"a\"\ntitle_hz = \"甲\"\n\n[[topics]]\nid = \"b\"\n\n\
                    [[topic]]\n  colour = 1\nid = \"c\"\n";
        let (parsed, mut told) = read(text);
        told.sort();
        assert_eq!(
            told,
            [
                "3:1 nothing reads “title_hz”; did you mean “title_zh”?",
                "5:3 nothing reads “topics”; did you mean “topic”?",
                "9:3 nothing reads “colour”; remove it, or use one of: id, title_zh, words",
            ]
        );
        let ids: Vec<&str> = parsed.value.topic.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids, ["a", "c"]);
    }

    #[test]
    fn values_know_their_place() {
        let text = "# words\n[[topic]]\nid = \"a\"\n\n[[topic]]\nid = \"b\"\nwords = [\n  \"甲\",\n  \"乙\",\n]\n";
        let (parsed, _) = read(text);
        let at = |path: &str| (parsed.at(path).line, parsed.at(path).column);
        assert_eq!(at("topic.1.id"), (6, 1));
        assert_eq!(at("topic.1.words.1"), (9, 3));
        assert_eq!(at("topic.0").0, 2);
        assert_eq!(at("topic.0.words.7").0, 2, "the nearest there is");
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_line() {
        let error = parse::<File>("[[topic]]\nid = \"a\"\nwords = [1\n".to_owned()).unwrap_err();
        assert!(error.line >= 3 && error.message.en.contains("correct this line"), "{error:?}");
        let error = parse::<File>("[[topic]]\nid = 5\n".to_owned()).unwrap_err();
        assert_eq!(error.line, 2, "{error:?}");
        assert!(error.message.zh.starts_with("值的类型不对"), "{error:?}");
    }
}
