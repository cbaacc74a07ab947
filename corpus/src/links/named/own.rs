//! By which names an interpretation calls the document that it explains: its title, what a notice
//! issues, what the interpretation says that it calls it (以下简称《若干措施》), and what it is (《办法》).

use std::collections::HashMap;

use crate::citing::boundary::{begins_number, ends_with};
use crate::citing::kinds::GENERIC;
use crate::citing::tokens::{What, note, tokens};
use crate::model::Document;
use crate::text::is_han;

/// Longer words for what a document is, of which no title consists.
const LONGER_KINDS: [&str; 6] =
    ["管理办法", "管理条例", "管理规定", "行动方案", "工作意见", "工作规划"];

/// Words that call a document what it is without saying what it is called.
const ANY_KIND: [&str; 3] = ["文件", "新政", "新规"];

/// Before 《办法》: that it is the one from before.
const EARLIER: [&str; 13] = [
    "原",
    "旧",
    "老",
    "现行",
    "现行的",
    "此前",
    "此前的",
    "修订前",
    "修订前的",
    "修改前",
    "修改前的",
    "以往的",
    "原来的",
];

/// How those who issue documents are called, at the end.
const BODIES: [&str; 17] = [
    "国务院",
    "国家",
    "中央",
    "全国",
    "省",
    "自治区",
    "部",
    "委",
    "厅",
    "局",
    "政府",
    "级",
    "会",
    "院",
    "办公室",
    "党委",
    "行署",
];

/// The government whose document is explained, as its own people call it.
const LOCAL: [&str; 12] = [
    "市政府",
    "县政府",
    "区政府",
    "旗政府",
    "州政府",
    "盟行署",
    "市人民政府",
    "县人民政府",
    "区人民政府",
    "旗人民政府",
    "州人民政府",
    "市委",
];

/// Between a body and the name of what it issued.
const ISSUED: [&str; 11] = [
    "印发的",
    "发布的",
    "出台的",
    "制定的",
    "公布的",
    "下发的",
    "印发",
    "发布",
    "出台",
    "制定",
    "的",
];

/// So many characters before a name tell a body from another.
const BODY: usize = 4;

/// Words before 办法第十条 by which the document at hand is meant.
const THIS: [&str; 11] =
    ["本", "新", "此次", "本次", "这次", "这个", "这部", "这份", "我市", "我省", "我区"];

/// The names of the explained document.
pub(super) struct OwnNames {
    full: Vec<String>,
    kinds: Vec<&'static str>,
    /// What the interpretation says that it calls documents, and whether that is this one.
    aliases: HashMap<String, bool>,
}

impl OwnNames {
    /// Those that both texts tell.
    pub fn new(policy: &Document, interpretation: &Document) -> Self {
        let title: String = policy.title.iter().map(|line| line.text.as_str()).collect();
        let mut full = names_in(&key(&title));
        let unlabelled = policy.divisions.iter().filter(|d| d.depth == 0 && d.label.is_empty());
        let headings = unlabelled.map(|division| key(&division.title.text));
        full.extend(headings.filter(|heading| GENERIC.iter().any(|kind| heading.ends_with(kind))));
        let of = |word: &&&'static str| full.iter().any(|name| name.ends_with(**word));
        let mut kinds: Vec<&'static str> =
            GENERIC.iter().chain(&LONGER_KINDS).filter(of).copied().collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.len()));
        let mut names = Self { full, kinds, aliases: HashMap::new() };
        names.read_title(interpretation);
        names.read_aliases(interpretation);
        names
    }

    /// 《…》解读: what the title of an interpretation names, where it is the end of a name.
    fn read_title(&mut self, interpretation: &Document) {
        let title: String = interpretation.title.iter().map(|line| line.text.as_str()).collect();
        let chars: Vec<char> = title.chars().collect();
        for token in tokens(&chars) {
            let What::Name(name) = token.what else { continue };
            let name = key(&name);
            if self.full.iter().any(|own| own.ends_with(&name)) && !self.is_kind(&name) {
                self.full.push(name);
            }
        }
    }

    /// 《…》（以下简称《若干措施》）.
    fn read_aliases(&mut self, interpretation: &Document) {
        for (_, sentence) in interpretation.sentences() {
            if !sentence.text.contains("简称") && !sentence.text.contains("下称") {
                continue;
            }
            let chars: Vec<char> = sentence.text.chars().collect();
            for token in tokens(&chars) {
                let What::Name(name) = &token.what else { continue };
                let note = note(&chars[token.end..]);
                let alias = note.split_once("简称").or_else(|| note.split_once("下称"));
                let Some((_, alias)) = alias else { continue };
                let alias = key(alias.trim_matches(['“', '”', '）', ')', '：', '为']));
                let own = self.is_own(name, &chars[..token.start]);
                if alias.chars().count() > 1 {
                    self.aliases.insert(alias, own);
                }
            }
        }
    }

    fn is_kind(&self, name: &str) -> bool {
        self.kinds.contains(&name)
    }

    /// Whether a name in 《》 is one of this document; `before` is what stands before it.
    pub fn is_own(&self, name: &str, before: &[char]) -> bool {
        let name = key(name);
        let others = self.of_others(before);
        if let Some(own) = self.aliases.get(&name) {
            return *own && !others;
        }
        if self.full.contains(&name) {
            return true;
        }
        let about = name.starts_with("关于") && self.full.iter().any(|own| own.ends_with(&name));
        !others && (about || self.is_kind(&name))
    }

    /// Whether the words before a name that many documents have say that it is another one's.
    fn of_others(&self, before: &[char]) -> bool {
        if EARLIER.iter().any(|other| ends_with(before, other)) {
            return true;
        }
        let start = before.iter().rposition(|c| !is_han(*c)).map_or(0, |at| at + 1);
        let words: String = before[start..].iter().collect();
        let words = ISSUED.iter().find_map(|end| words.strip_suffix(end)).unwrap_or(&words);
        if !BODIES.iter().any(|body| words.ends_with(body)) {
            return false;
        }
        let region = words.ends_with("自治区政府") || words.ends_with("自治区人民政府");
        let skipped = words.chars().count().saturating_sub(BODY);
        let body: String = words.chars().skip(skipped).collect();
        let own = self.full.iter().any(|name| name.contains(&body));
        !own && (region || !LOCAL.iter().any(|local| words.ends_with(local)))
    }

    /// Whether the end of these words says, without 《》, that this document is meant: 若干措施 before
    /// 第五条, 本办法. `same` is whether 该办法 would be this one, because no other was named since.
    pub fn called(&self, before: &[char], same: bool) -> bool {
        let kind = self.kinds.iter().chain(&ANY_KIND).find(|kind| ends_with(before, kind));
        let Some(kind) = kind else { return false };
        let other = |(alias, own): (&String, &bool)| !own && ends_with(before, alias);
        if self.aliases.iter().any(other) {
            return false;
        }
        let rest = &before[..before.len() - kind.chars().count()];
        let this = THIS.iter().find(|word| ends_with(rest, word)).is_some_and(|word| {
            let before = &rest[..rest.len() - word.chars().count()];
            match word.strip_prefix('我') {
                // 我省条例 in a city's interpretation is the province's.
                Some(level) => same && self.full.iter().any(|name| name.contains(level)),
                None => (same || *word != "本") && !self.of_others(before),
            }
        });
        this || same && (begins_number(rest) || ends_with(rest, "该"))
    }
}

/// The name that tells a title from others: without white space and punctuation.
fn key(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace() && !"、，《》〈〉".contains(*c)).collect()
}

/// A title, and what it issues: …关于印发某办法的通知.
fn names_in(title: &str) -> Vec<String> {
    let mut names = vec![title.to_owned()];
    for issues in ["印发", "发布", "公布"] {
        let Some((_, issued)) = title.split_once(issues) else { continue };
        let end =
            ["的通知", "的公告", "的决定", "通知"].iter().find_map(|e| issued.strip_suffix(e));
        names.extend(end.map(str::to_owned));
    }
    names.retain(|name| !name.is_empty());
    names
}
