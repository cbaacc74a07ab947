//! A file for a translator to fill in: every key as a comment, beneath its words in Chinese and
//! English. What a file has already stays as it is, to the letter.

use std::fmt::Write as _;

use anyhow::{Result, bail};
use corpus::{Bilingual, bilingual};
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
    let (text, added) = filled(text)?;
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
///
/// # Errors
/// Where a section is written so that nothing can be added to it.
fn filled(mut text: String) -> Result<(String, usize)> {
    let mut added = 0;
    for section in sections::all() {
        let place = Place::of(&text, section.name)?;
        let (lines, count) = missing(section, &text, &place);
        added += count;
        match place {
            Place::Table { end, .. } | Place::Dotted { end } => text.insert_str(end, &lines),
            Place::Nowhere => {
                let [zh, en] = sections::about(section.name);
                let _ = write!(text, "\n[{}]\n# {zh}\n# {en}\n{lines}", section.name);
            }
        }
    }
    Ok((text, added))
}

/// Where the words of a section stand.
enum Place {
    /// Beneath `[page]`, from behind that line up to the last line that is not empty.
    Table { start: usize, end: usize },
    /// As `page.skip = …` above all tables, of which the last line ends here. TOML then allows no
    /// `[page]`.
    Dotted { end: usize },
    /// Not in the file yet.
    Nowhere,
}

impl Place {
    fn of(text: &str, name: &str) -> Result<Self> {
        let (mut at, mut above, mut dotted) = (0, 0, false);
        let mut table: Option<(usize, usize)> = None;
        let mut in_table = false;
        for line in text.split_inclusive('\n') {
            let end = at + line.len();
            let about_next = is_about_next(&text[at..]);
            let line = line.trim();
            match (header(line), &mut table) {
                (Some(_), Some(_)) => break,
                (Some(own), None) => {
                    in_table = true;
                    table = (own == name).then_some((end, end));
                }
                (None, Some((_, last))) if !line.is_empty() && !about_next => *last = end,
                (None, None) if !in_table && !line.is_empty() && !about_next => {
                    above = end;
                    let keys = keys(line).unwrap_or_default();
                    dotted |= keys.len() > 1 && keys[0] == name;
                    if keys == [name] {
                        bail!(in_braces(name).error());
                    }
                }
                _ => {}
            }
            at = end;
        }
        Ok(match table {
            Some((start, end)) => Self::Table { start, end },
            None if dotted => Self::Dotted { end: above },
            None => Self::Nowhere,
        })
    }

    /// What stands below the place where words are added.
    fn below<'t>(&self, text: &'t str) -> &'t str {
        match self {
            Self::Table { end, .. } | Self::Dotted { end } => &text[*end..],
            Self::Nowhere => "",
        }
    }
}

/// A section on one line, `page = { … }`, to which no line can be added.
fn in_braces(name: &str) -> Bilingual {
    bilingual!(
        "“{name}”写在一行的花括号里，无法补写；请写成 [{name}]，词语一行一条写在它下面",
        "“{name}” stands in braces on one line, to which nothing can be added; write [{name}], and \
         its words beneath it, one on a line"
    )
}

/// The name of the section that a line begins: `[page]`, `["page"]`.
fn header(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix('[')?.split_once(']')?;
    let rest = rest.trim_start();
    (rest.is_empty() || rest.starts_with('#')).then_some(unquoted(name))
}

/// Whether the text begins with a remark about the section below it, right above its line.
fn is_about_next(text: &str) -> bool {
    let is_remark = |line: &&str| line.starts_with('#') && keys(line).is_none();
    let mut below = text.lines().map(str::trim).skip_while(is_remark);
    text.trim_start_matches([' ', '\t']).starts_with('#')
        && below.next().is_some_and(|line| header(line).is_some())
}

/// The keys that a line gives a value: `skip`, or `page` and `skip` of `page.skip = …`.
fn keys(line: &str) -> Option<Vec<&str>> {
    let (keys, _) = line.split_once('=')?;
    Some(keys.split('.').map(unquoted).collect())
}

/// A name without the quotation marks that TOML allows around it.
fn unquoted(name: &str) -> &str {
    name.trim().trim_matches(['"', '\''])
}

/// The lines of all keys that a section lacks, and how many they are.
fn missing(section: &Section, text: &str, place: &Place) -> (String, usize) {
    let (body, before) = match place {
        Place::Table { start, end } => (&text[*start..*end], String::new()),
        Place::Dotted { end } => (&text[..*end], [section.name, "."].concat()),
        Place::Nowhere => ("", String::new()),
    };
    let has = |key: &str| {
        let own = [&before, key].concat();
        body.lines().any(|line| {
            let line = line.trim_start_matches(['#', ' ', '\t']);
            keys(line).is_some_and(|keys| keys.join(".") == own)
        })
    };
    // A last line without its end must not run into the first one that is added.
    let mut lines =
        if body.is_empty() || body.ends_with('\n') { String::new() } else { "\n".to_owned() };
    let lacking: Vec<_> = section.words.iter().filter(|entry| !has(entry.key)).collect();
    for entry in &lacking {
        let _ = write!(lines, "\n# {}\n# {}\n# {before}{} = \"\"\n", entry.zh, entry.en, entry.key);
    }
    if place.below(text).starts_with(['#', '[']) {
        lines.push('\n');
    }
    if lacking.is_empty() { (String::new(), 0) } else { (lines, lacking.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> (String, usize) {
        filled(text.to_owned()).expect("a file")
    }

    #[test]
    fn a_new_file_has_every_key_as_a_comment_and_is_valid() {
        let (text, added) = filled(head("维吾尔文", "Uyghur")).expect("a file");
        let all: usize = sections::all().iter().map(|section| section.words.len()).sum();
        assert_eq!(added, all);
        let table: toml::Table = toml::from_str(&text).expect("TOML");
        assert_eq!(table.len(), sections::all().len());
        assert!(text.contains("\n# 跳到正文\n# Skip to the text\n# skip = \"\"\n"), "{text}");
        assert_eq!(again(&text), (text.clone(), 0), "nothing is added twice");
        let begun = text.replace("# skip = \"\"", "skip = \"甲\"");
        assert_eq!(again(&begun), (begun, 0));
    }

    #[test]
    fn what_a_file_has_stays_and_what_it_lacks_is_added_to_its_section() {
        let old = "# my own\n[saved] # mine\nown = \"甲 {}\"\n\n[page]\nskip = \"乙\"";
        let (text, _) = again(old);
        assert!(text.starts_with("# my own\n[saved] # mine\nown = \"甲 {}\"\n\n# "), "{text}");
        let table: toml::Table = toml::from_str(&text).expect("TOML");
        assert_eq!(table["page"]["skip"].as_str(), Some("乙"));
        let (saved, page) =
            (text.find("# see_own").expect("a key"), text.find("[page]").expect("it"));
        assert!(saved < page, "{text}");
        assert_eq!(text.matches("[page]").count(), 1);
        assert!(!text.contains("# skip = "), "{text}");
    }

    #[test]
    fn a_remark_stays_with_the_section_below_it() {
        for (old, kept) in [
            (
                "[saved]\nown = \"甲 {}\"\n# mine\n# of pages\n[page]\n",
                "\n\n# mine\n# of pages\n[page]\n",
            ),
            ("saved.own = \"甲 {}\"\n# of pages\n[page]\n", "\n\n# of pages\n[page]\n"),
            ("[saved]\n# of the saved\n\n[page]\n", "[saved]\n# of the saved\n"),
        ] {
            let (text, added) = again(old);
            assert!(added > 0 && text.contains(kept), "{text}");
            assert_eq!(again(&text), (text.clone(), 0), "nothing is added twice");
        }
    }

    #[test]
    fn every_way_of_writing_a_section_is_one() {
        for name in ["[page]", "[ page ]", "[\"page\"]", "['page'] # mine"] {
            let (text, _) = again(&format!("{name}\n\"skip\" = \"乙\"\n"));
            let table: toml::Table = toml::from_str(&text).expect("TOML");
            assert_eq!(table["page"]["skip"].as_str(), Some("乙"));
            assert!(!text.contains("# skip = ") && text.contains("# contents = "), "{text}");
            assert_eq!(again(&text).1, 0);
        }
    }

    #[test]
    fn keys_with_their_section_get_others_like_them() {
        let old =
            "fallback = \"en\"\npage.skip = \"乙\"\n\"page\" . contents = \"丙\"\n\n[saved]\n";
        let (text, _) = again(old);
        let (start, rest) = text.split_once("\n[saved]\n").expect("a section");
        assert!(start.contains("\n# page.topics = \"\"\n"), "{start}");
        assert!(
            !start.contains("# page.skip = ") && !start.contains("# page.contents = "),
            "{start}"
        );
        assert!(!rest.contains("[page]") && rest.contains("# own = "), "{rest}");
        let uncommented = text.replace("# page.topics = \"\"", "page.topics = \"丁\"");
        let table: toml::Table = toml::from_str(&uncommented).expect("TOML");
        assert_eq!(table["page"].as_table().map(toml::Table::len), Some(3));
        assert_eq!(again(&text).1, 0);
    }

    #[test]
    fn to_a_section_in_braces_nothing_is_added() {
        let error = filled("page = { skip = \"乙\" }\n".to_owned()).expect_err("refused");
        assert!(error.to_string().contains("[page]"), "{error}");
    }
}
