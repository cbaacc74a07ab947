//! All sections, keys and words that a file with words of the interface can have: those of pages and
//! of the search, which `app` has, and those of the reader's tools, which are a script.

use std::sync::LazyLock;

use app::interface::SECTIONS;

/// The section of the words of the tools.
pub const TOOLS: &str = "tools";

/// The words of the tools, one on a line: `key: ["Chinese", "English"],`.
const SCRIPT: &str = include_str!("../../../public/js/tools/words.js");

/// A section with what translators are told about it.
#[derive(Debug)]
pub struct Section {
    /// Its name.
    pub name: &'static str,
    /// Its words.
    pub words: Vec<Entry>,
}

/// A key with its words in Chinese and English.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key.
    pub key: &'static str,
    /// Its Chinese word.
    pub zh: &'static str,
    /// Its English word.
    pub en: &'static str,
}

static ALL: LazyLock<Vec<Section>> = LazyLock::new(|| {
    let entry = |(key, zh, en): &(&'static str, &'static str, &'static str)| Entry { key, zh, en };
    let pages = SECTIONS
        .iter()
        .map(|(name, words)| Section { name, words: words.iter().map(entry).collect() });
    let tools = Section { name: TOOLS, words: SCRIPT.lines().filter_map(tool).collect() };
    pages.chain([tools]).collect()
});

/// All sections, in the order of a file.
pub fn all() -> &'static [Section] {
    &ALL
}

/// The section of this name.
pub fn section(name: &str) -> Option<&'static Section> {
    all().iter().find(|section| section.name == name)
}

/// What a section is for, in Chinese and English.
pub fn about(name: &str) -> [&'static str; 2] {
    match name {
        "page" => ["每个网页和正文周围的文字", "on every page, and around the text"],
        "search" => ["搜索页本身", "the search page itself"],
        "found" => ["搜索结果和提示", "what a search finds and says"],
        "lists" => [
            "首页、话题、数字、解读情况、词语、地名",
            "first page, topics, figures, coverage, glossary, places",
        ],
        "about" => ["“关于”页", "the page about the site"],
        "changes" => ["“有哪些变化”页", "the page about what changed"],
        "errata" => ["原文勘误", "errors in the source"],
        "kinds" => ["种类的名称", "names of kinds"],
        "translations" => ["其他译文", "further translations"],
        "library" => ["多份文件的网站", "sites of many documents"],
        "saved" => ["收藏页", "the page of saved measures"],
        "document" => ["文件信息和下载", "the box about a document, and its files"],
        "punctuation" => [
            "词语之间、前后的标点；没有写的，用拉丁文字的标点",
            "what stands between and around words; without it that of the Latin script",
        ],
        _ => ["阅读工具：设置、转发、朗读、离线", "reading tools: settings, sharing, offline"],
    }
}

/// A line of the script.
fn tool(line: &'static str) -> Option<Entry> {
    let (key, words) = line.trim().strip_suffix("],")?.split_once(": [\"")?;
    let (zh, en) = words.strip_suffix('"')?.split_once("\", \"")?;
    Some(Entry { key, zh, en })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_of_the_tools_are_known() {
        let lines = SCRIPT.lines().filter(|line| line.starts_with("  ")).count();
        let words = &section(TOOLS).expect("a section").words;
        assert_eq!(words.len(), lines);
        for Entry { key, zh, en } in words {
            assert!(!zh.contains(['"', '\\']) && !en.contains(['"', '\\']), "{key}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{key}");
        }
    }

    #[test]
    fn every_section_is_told_apart_and_no_key_stands_twice() {
        for section in all() {
            let own = about(section.name);
            assert_eq!(all().iter().filter(|other| about(other.name) == own).count(), 1);
            for Entry { key, .. } in &section.words {
                assert_eq!(section.words.iter().filter(|other| other.key == *key).count(), 1);
            }
        }
    }
}
