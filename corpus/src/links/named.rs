//! What an interpretation names by its number: 《若干措施》第五条, 第十条至第十二条, 第（三）项措施.
//!
//! **Never another text's number**: a number counts where it stands behind a name of the explained
//! document, or behind no name while none of another document was the last one in its paragraph.

mod listed;
mod measures;
mod own;

use std::collections::HashSet;
use std::ops::Range;

use super::passage::PreparedSentence;
use crate::address::Unit;
use crate::citing::boundary::{begins_number, counts_on, ends_with, only_noted};
use crate::citing::kinds::GENERIC;
use crate::citing::tokens::{self, Token, What, quoted};
use crate::model::{Document, Provision};
use crate::numbering::{LabelKind, label};
use listed::{Counted, Listed, listed};
use measures::Measures;
use own::OwnNames;

/// Words before a number that begin a statement on it.
const BEGINNING: [&str; 14] = [
    "其中", "例如", "比如", "如", "见", "详见", "明确", "同时", "此外", "而", "也", "即", "讲",
    "说",
];

/// Words by which a clause tells how numbers changed: they may be those of an earlier edition.
const RENUMBERED: [&str; 10] =
    ["修改为", "调整为", "改为", "作为", "增加", "删除", "删去", "合并", "并入", "拆分"];

/// Words before （二） that count something else.
const COUNTED: [&str; 8] = ["附件", "附表", "表", "图", "解读", "问答", "之", "系列"];

/// Words before a name that make what stands there a ground and not the subject.
const GROUNDS: [&str; 18] = [
    "根据", "依据", "依照", "按照", "遵照", "参照", "对照", "落实", "贯彻", "执行", "结合", "符合",
    "违反", "按", "依", "与", "和", "在",
];

/// What a sentence names.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// The units of the explained document.
    pub units: Vec<Unit>,
    /// Where it names them, by characters.
    pub numbers: Vec<Range<usize>>,
    /// Whether its subject is an article of another document.
    pub other: bool,
    /// Where it has names of other documents, by characters, with their 《》.
    pub others: Vec<Range<usize>>,
}

/// What each sentence of the interpretation names of the policy, in their order.
pub fn named(
    policy: &Document,
    interpretation: &Document,
    sentences: &[PreparedSentence],
) -> Vec<Named> {
    let article = |text: &str| {
        let own = label(&chars(text));
        own.is_some_and(|own| own.kind == LabelKind::Article)
    };
    let reader = Reader {
        names: OwnNames::new(policy, interpretation),
        measures: Measures::new(policy),
        // 第十条 of a text that has articles is one of its own.
        counts_alone: !interpretation.provisions.iter().any(|p| article(&p.label)),
    };
    let mut last = Last::This;
    let begins = beginnings(interpretation);
    let mut found = Vec::with_capacity(sentences.len());
    for (sentence, (_, printed)) in sentences.iter().zip(interpretation.sentences()) {
        // Each paragraph begins afresh.
        let inside = matches!(sentence.at.unit, Unit::Provision(_));
        if !inside || begins.contains(&(sentence.at.unit.clone(), printed.number)) {
            last = Last::This;
        }
        let mut walk = Walk::new(&reader, sentence.text.all(), last);
        if sentence.at.unit != Unit::Title {
            walk.read();
        }
        // A law that is only a ground of a sentence is not what the next one is about.
        last = if walk.last == Last::Ground { Last::This } else { walk.last };
        let other = walk.other && !walk.own;
        let (units, numbers, others) = (walk.units, walk.named, walk.others);
        found.push(Named { units, numbers, other, others });
    }
    found
}

/// The first sentence of each paragraph, wherever its lines were broken.
fn beginnings(document: &Document) -> HashSet<(Unit, u16)> {
    let of = |provision: &Provision| {
        let unit = Unit::Provision(provision.number.clone());
        let firsts = provision.paragraphs.iter().filter_map(|p| p.sentences.first());
        firsts.map(move |first| (unit.clone(), first.number)).collect::<Vec<_>>()
    };
    document.provisions.iter().flat_map(of).collect()
}

/// What is the same for all sentences.
struct Reader<'a> {
    names: OwnNames,
    measures: Measures<'a>,
    /// Whether a number without a name may be one of the explained document.
    counts_alone: bool,
}

/// Which document was named last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    /// The explained one, or none.
    This,
    /// Another one, as a ground of what is said.
    Ground,
    /// Another one.
    Other,
}

/// What has been read of a sentence so far.
struct Walk<'a> {
    reader: &'a Reader<'a>,
    chars: &'a [char],
    /// Open quotation marks before each character: what stands in them was said elsewhere.
    quoted: Vec<u32>,
    last: Last,
    /// Whether the explained document was named.
    own: bool,
    /// Whether the sentence begins with an article of another document.
    other: bool,
    /// Where the last name ends.
    name: Option<usize>,
    /// Where the last numbers end, and whether they were those of the explained document.
    numbers: Option<(usize, bool)>,
    units: Vec<Unit>,
    named: Vec<Range<usize>>,
    others: Vec<Range<usize>>,
}

impl<'a> Walk<'a> {
    fn new(reader: &'a Reader<'a>, chars: &'a [char], last: Last) -> Self {
        Self {
            reader,
            chars,
            quoted: quoted(chars, 0),
            last,
            own: false,
            other: false,
            name: None,
            numbers: None,
            units: Vec::new(),
            named: Vec::new(),
            others: Vec::new(),
        }
    }

    fn read(&mut self) {
        let mut at = 0;
        while at < self.chars.len() {
            at = match self.chars[at] {
                '《' => tokens::name(self.chars, at).map(|token| self.name(at, token)),
                '第' | '（' | '(' => listed(self.chars, at).map(|list| self.numbers(&list)),
                _ => None,
            }
            .unwrap_or(at + 1);
        }
    }

    fn name(&mut self, start: usize, token: Token) -> usize {
        if let What::Name(name) = token.what {
            let before = &self.chars[..start];
            let own = self.reader.names.is_own(&name, before);
            self.last = match (own, self.last) {
                (true, _) => Last::This,
                (false, Last::This | Last::Ground) if is_ground(before) => Last::Ground,
                (false, _) => Last::Other,
            };
            self.own |= own;
            self.others.extend((!own).then_some(token.start..token.end));
        }
        self.name = Some(token.end);
        self.numbers = None;
        token.end
    }

    fn numbers(&mut self, list: &Listed) -> usize {
        let own = self.are_own(list);
        self.numbers = Some((list.range.end, own));
        if own && list.counted != Counted::Inner {
            let measures = &self.reader.measures;
            let units = list.numbers.iter().filter_map(|n| measures.unit(list.counted, *n));
            self.units.extend(units);
            self.named.push(list.range.clone());
            self.own = true;
        } else if !own && list.counted == Counted::Article {
            self.last = Last::Other;
            self.other |= self.is_subject(list);
        }
        list.range.end
    }

    /// Whether the numbers are those of the explained document.
    fn are_own(&self, list: &Listed) -> bool {
        let before = &self.chars[..list.range.start];
        if let Some((end, own)) = self.numbers {
            let between = &before[end..];
            // 第十条（三） is an item of the article.
            if between.is_empty() || counts_on(between) {
                return own && !(between.is_empty() && list.counted == Counted::Bare);
            }
        }
        if self.tells_change(list) {
            return false;
        }
        if let Some(end) = self.name
            && is_of(&before[end..])
        {
            return self.last == Last::This;
        }
        if self.quoted[list.range.start] > 0 {
            return false;
        }
        self.reader.names.called(before, self.last == Last::This) || self.stand_alone(list)
    }

    /// Whether numbers without a name are those of the explained document.
    fn stand_alone(&self, list: &Listed) -> bool {
        let before = &self.chars[..list.range.start];
        let behind = &self.chars[list.range.end..];
        let clause = behind.iter().take_while(|c| !"，；。：".contains(**c)).collect::<String>();
        let begins = begins_number(before) || BEGINNING.iter().any(|w| ends_with(before, w));
        let alone = match list.counted {
            // （三） before words is the label of what follows; behind words it cites.
            Counted::Bare if self.chars[list.range.start] != '第' => {
                let ends = clause.is_empty() || behind.first() == Some(&'）');
                let cited = before.last().is_some_and(|c| c.is_alphanumeric());
                ends && cited
            }
            _ => begins,
        };
        let counted = COUNTED.iter().any(|word| ends_with(before, word));
        alone && !counted && self.reader.counts_alone && self.last == Last::This
    }

    /// Whether the clause behind the numbers tells how numbers changed.
    fn tells_change(&self, list: &Listed) -> bool {
        let behind = &self.chars[list.range.end..];
        let clause = behind.iter().take_while(|c| !"，；。：".contains(**c)).collect::<String>();
        RENUMBERED.iter().any(|word| clause.contains(word))
    }

    /// Whether the sentence begins with these numbers of another document: 《某法》第十条规定, but not
    /// 根据《某法》第十条, which is a ground of what follows.
    fn is_subject(&self, list: &Listed) -> bool {
        let before = &self.chars[..list.range.start];
        let first = !before.iter().any(|c| "，；。：！？".contains(*c));
        let open = before.iter().position(|c| *c == '《').filter(|_| self.name.is_some());
        // 旧办法第十条, 民法典第二十条
        let kind = || GENERIC.iter().chain(&["法", "法典"]).any(|kind| ends_with(before, kind));
        let ground = || GROUNDS.iter().any(|word| before.starts_with(&chars(word)));
        first && open.map_or_else(|| kind() && !ground(), |at| !is_ground(&before[..at]))
    }
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// Whether a name behind these words is a ground of what is said.
fn is_ground(before: &[char]) -> bool {
    GROUNDS.iter().any(|word| ends_with(before, word))
}

/// Whether nothing, a note in brackets, or a word of belonging stands between a name and a number.
fn is_of(between: &[char]) -> bool {
    const OF: [&str; 5] = ["的", "中", "中的", "里", "里的"];
    let words: String = between.iter().collect();
    // 《…》（以下简称《…》）第五条
    let words = words.trim_start_matches(['）', ')', '”']);
    only_noted(between) || words.is_empty() || OF.contains(&words)
}

#[cfg(test)]
mod tests;
