//! The words of a file, checked: known keys, as many `{}` as in Chinese, nothing empty; and how many
//! of all words there are.

use std::collections::BTreeMap;

use anyhow::Result;
use app::interface::{Interface, is_punctuation};
use corpus::languages::Language;
use corpus::{Bilingual, Problem, ProblemKind, Severity, bilingual};
use search_index::seeds::{Folder, Parsed, nearest};
use serde_json::Value;

use super::sections::{self, Entry, Section, TOOLS};
use super::{FIRST, FurtherLanguage, error};

/// The key for the language of words that are missing: `zh`, or `en`.
const FALLBACK: &str = "fallback";
/// So many missing words are named.
const NAMED: usize = 5;

/// What a file says, as it is written.
type File = BTreeMap<String, Value>;
/// Words by section and key; they are there for as long as the program.
type Words = BTreeMap<(&'static str, &'static str), &'static str>;

/// Reads a file.
pub(super) fn read(
    folder: &Folder,
    path: &str,
    language: &'static Language,
    problems: &mut Vec<Problem>,
) -> Result<FurtherLanguage> {
    let file = folder.toml::<File>(path, problems)?;
    let mut found = Vec::new();
    let english = fallback(&file, &mut found);
    let words = words(&file, &mut found);
    found.push(progress(&words, english));
    problems.extend(found.into_iter().map(|problem| problem.in_file(path)));
    let word = |section: &str, key: &str| words.get(&(section, key)).copied();
    let interface = Interface::new(language, english, &word);
    let tools = sections::section(TOOLS).map_or(&[][..], |section| &section.words);
    let tools: Vec<(String, &'static str)> = tools
        .iter()
        .filter_map(|entry| {
            let latin = english || is_punctuation(entry.zh);
            let own = word(TOOLS, entry.key).or(latin.then_some(entry.en))?;
            Some((entry.key.to_owned(), own))
        })
        .collect();
    Ok(FurtherLanguage { interface, tools: tools.leak() })
}

/// Whether what is missing is English.
fn fallback(file: &Parsed<File>, found: &mut Vec<Problem>) -> bool {
    match file.value.get(FALLBACK) {
        None => false,
        Some(Value::String(own)) if own == "zh" => false,
        Some(Value::String(own)) if own == "en" => true,
        Some(_) => {
            let message = bilingual!(
                "fallback 只能写 \"zh\" 或 \"en\"：没有译的文字显示中文还是英文",
                "fallback must be \"zh\" or \"en\": the language of words that are not translated"
            );
            found.push(error(file.at(FALLBACK), message));
            false
        }
    }
}

fn words(file: &Parsed<File>, found: &mut Vec<Problem>) -> Words {
    let mut words = Words::new();
    for (name, value) in file.value.iter().filter(|(name, _)| *name != FALLBACK) {
        let Some(section) = sections::section(name) else {
            let known = sections::all().iter().map(|section| section.name);
            found.push(error(file.at(name), unknown(name, known.chain([FALLBACK]))));
            continue;
        };
        let Value::Object(entries) = value else {
            let message = bilingual!(
                "“{name}”是一个部分；请写成 [{name}]，词语写在它下面",
                "“{name}” is a section; write [{name}], and the words beneath it"
            );
            found.push(error(file.at(name), message));
            continue;
        };
        for (key, value) in entries {
            let at = file.at(&format!("{name}.{key}"));
            match word(section, key, value) {
                Ok((key, word)) => {
                    words.insert((section.name, key), word);
                }
                Err(message) => found.push(error(at, message)),
            }
        }
    }
    words
}

/// A word that may stand on a page, or what is wrong with it.
fn word(
    section: &Section,
    key: &str,
    value: &Value,
) -> Result<(&'static str, &'static str), Bilingual> {
    let Some(entry) = section.words.iter().find(|entry| entry.key == key) else {
        return Err(unknown(key, section.words.iter().map(|entry| entry.key)));
    };
    let Entry { key, zh, .. } = *entry;
    let Value::String(word) = value else {
        return Err(bilingual!(
            "“{key}”的值要写在英文引号里，例如 {key} = \"……\"",
            "the value of “{key}” must stand in quotation marks, such as {key} = \"…\""
        ));
    };
    if word.trim().is_empty() {
        return Err(bilingual!(
            "“{key}”是空的；请译出来，或者删去这一行（不写就显示原来的文字）",
            "“{key}” is empty; translate it, or remove the line (without it the original stands)"
        ));
    }
    if word.contains(char::is_control) {
        return Err(bilingual!(
            "“{key}”里有换行或看不见的控制字符；请写成一行",
            "“{key}” has a line break or another control character; write it on one line"
        ));
    }
    let (own, places) = (word.matches("{}").count(), zh.matches("{}").count());
    if own != places {
        return Err(bilingual!(
            "“{key}”里有 {own} 个 {{}}，应有 {places} 个：网页在那里填入数字或名称（中文是“{zh}”）",
            "“{key}” has {own} of {{}}, and {places} are needed: pages put a number or a name there \
             (in Chinese “{zh}”)"
        ));
    }
    Ok((key, word.clone().leak()))
}

fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Bilingual {
    if let Some(meant) = nearest(name, known) {
        bilingual!(
            "没有“{name}”；是不是要写“{meant}”？",
            "there is no “{name}”; did you mean “{meant}”?"
        )
    } else {
        bilingual!(
            "没有“{name}”；请删去（policy-explorer interface 会写出全部可用的名称）",
            "there is no “{name}”; remove it (policy-explorer interface writes all names)"
        )
    }
}

/// How many words there are, and which are missing.
fn progress(words: &Words, english: bool) -> Problem {
    let of =
        |section: &'static Section| section.words.iter().map(move |entry| (section.name, entry));
    let all: Vec<_> = sections::all().iter().flat_map(of).collect();
    let lacking: Vec<_> =
        all.iter().filter(|(section, entry)| !words.contains_key(&(section, entry.key))).collect();
    let missing: Vec<String> =
        lacking.iter().map(|(section, entry)| format!("{section}.{}", entry.key)).collect();
    let (total, there) = (all.len(), all.len() - missing.len());
    let message = if missing.is_empty() {
        bilingual!("界面文字 {total} 条，全部已译", "all {total} words of the interface are there")
    } else {
        let named = missing[..missing.len().min(NAMED)].join(", ");
        let more = if missing.len() > NAMED { ", …" } else { "" };
        let marks = lacking.iter().any(|(_, entry)| is_punctuation(entry.zh));
        let shown = match (english, marks) {
            (true, _) => bilingual!("英文", "English"),
            (false, false) => bilingual!("中文", "Chinese"),
            (false, true) => {
                bilingual!("中文（标点为拉丁文标点）", "Chinese (punctuation is Latin)")
            }
        };
        bilingual!(
            "界面文字 {total} 条，已译 {there} 条；其余显示{shown}：{named}{more}",
            "of {total} words of the interface {there} are there; the others are {shown}: \
             {named}{more}"; shown
        )
    };
    Problem::new(ProblemKind::Metadata, Severity::Notice, FIRST, message)
}
