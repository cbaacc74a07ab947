//! A file for a translator to fill in: every key as a comment, beneath its words in Chinese and
//! English. What a file has already stays as it is, to the letter.

use std::fmt::Write as _;

use anyhow::{Result, bail};
use corpus::bilingual;
use search_index::seeds::Folder;

use super::sections::{self, Section};
use super::{FOLDER, language};

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file, below the seeds.
    pub path: String,
    /// How many keys were added to it.
    pub added: usize,
    /// How many keys there are.
    pub all: usize,
}

/// The file of a language with what is missing in it added, and what it is to be.
///
/// # Errors
/// Where nothing is known of the language, or the file can't be read.
pub fn write(folder: &Folder, tag: &str) -> Result<(Written, String)> {
    let own = match language(tag) {
        Ok(language) => language,
        Err(problem) => {
            let (zh, en) = (problem.message_zh, problem.message);
            bail!(corpus::Bilingual { zh, en }.error());
        }
    };
    let path = format!("{FOLDER}/{}.toml", own.tag.0);
    let text = if folder.has(&path) {
        // What can't be read is told before anything is added to it.
        folder.toml::<toml::Table>(&path, &mut Vec::new())?;
        folder.text(&path)?
    } else {
        head(&own.zh, &own.en)
    };
    let (text, added) = filled(text);
    let all = sections::all().iter().map(|section| section.words.len()).sum();
    Ok((Written { path, added, all }, text))
}

fn head(zh: &str, en: &str) -> String {
    let told = bilingual!(
        "界面文字：{zh}。每个词语上面是中文和英文；译好后去掉行首的“# ”。",
        "Words of the interface: {en}. Above each stand its Chinese and English words; remove the \
         “# ” before a line that you have translated."
    );
    let places = bilingual!(
        "有 {{}} 的地方，网页会填入数字或名称，个数要与中文一样。没有译的显示中文；要显示英文，写 \
         fallback = \"en\"。",
        "Pages put numbers or names where {{}} stands; keep as many of them. What is not translated \
         is Chinese; to have it in English, write fallback = \"en\"."
    );
    format!("# {}\n# {}\n# {}\n# {}\n# fallback = \"zh\"\n", told.zh, told.en, places.zh, places.en)
}

/// The text with what is missing in each section at its end, and how many keys that is.
fn filled(mut text: String) -> (String, usize) {
    let mut added = 0;
    for section in sections::all() {
        let place = place(&text, section.name);
        let body = place.map_or("", |(start, end)| &text[start..end]);
        let (lines, count) = missing(section, body);
        added += count;
        if let Some((_, end)) = place {
            text.insert_str(end, &lines);
        } else {
            let [zh, en] = sections::about(section.name);
            let _ = write!(text, "\n[{}]\n# {zh}\n# {en}\n{lines}", section.name);
        }
    }
    (text, added)
}

/// Where the body of a section stands: behind its line, up to the last line of it that is not empty.
fn place(text: &str, name: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    let mut found = None;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let line = line.trim();
        match &mut found {
            None if header(line) == Some(name) => found = Some((end, end)),
            Some(found) if header(line).is_some() => return Some(*found),
            Some(found) if !line.is_empty() => found.1 = end,
            _ => {}
        }
        at = end;
    }
    found
}

/// The name of the section that a line begins.
fn header(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix('[')?.split_once(']')?;
    let rest = rest.trim_start();
    (rest.is_empty() || rest.starts_with('#')).then_some(name.trim())
}

/// The lines of all keys that the body of a section lacks, and how many they are.
fn missing(section: &Section, body: &str) -> (String, usize) {
    let has = |key: &str| {
        body.lines().any(|line| {
            let line = line.trim_start_matches(['#', ' ', '\t']);
            line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
        })
    };
    // A last line without its end must not run into the first one that is added.
    let mut lines =
        if body.is_empty() || body.ends_with('\n') { String::new() } else { "\n".to_owned() };
    let lacking: Vec<_> = section.words.iter().filter(|entry| !has(entry.key)).collect();
    for entry in &lacking {
        let _ = write!(lines, "\n# {}\n# {}\n# {} = \"\"\n", entry.zh, entry.en, entry.key);
    }
    if lacking.is_empty() { (String::new(), 0) } else { (lines, lacking.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_has_every_key_as_a_comment_and_is_valid() {
        let (text, added) = filled(head("维吾尔文", "Uyghur"));
        let all: usize = sections::all().iter().map(|section| section.words.len()).sum();
        assert_eq!(added, all);
        let table: toml::Table = toml::from_str(&text).expect("TOML");
        assert_eq!(table.len(), sections::all().len());
        assert!(text.contains("\n# 跳到正文\n# Skip to the text\n# skip = \"\"\n"), "{text}");
        assert_eq!(filled(text.clone()), (text.clone(), 0), "nothing is added twice");
        let begun = text.replace("# skip = \"\"", "skip = \"甲\"");
        assert_eq!(filled(begun.clone()), (begun, 0));
    }

    #[test]
    fn what_a_file_has_stays_and_what_it_lacks_is_added_to_its_section() {
        let old = "# my own\n[saved] # mine\nown = \"甲 {}\"\n\n[page]\nskip = \"乙\"";
        let (text, _) = filled(old.to_owned());
        assert!(text.starts_with("# my own\n[saved] # mine\nown = \"甲 {}\"\n\n# "), "{text}");
        let table: toml::Table = toml::from_str(&text).expect("TOML");
        assert_eq!(table["page"]["skip"].as_str(), Some("乙"));
        let (saved, page) =
            (text.find("# see_own").expect("a key"), text.find("[page]").expect("it"));
        assert!(saved < page, "{text}");
        assert_eq!(text.matches("[page]").count(), 1);
        assert!(!text.contains("# skip = "), "{text}");
    }
}
