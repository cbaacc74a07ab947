//! What a document states of itself: its number, date, issuers and addressee. It is taken over
//! where `document.toml` says nothing, and compared where it says something.

mod days;

use crate::bilingual;
use crate::citing::kinds::GENERIC;
use crate::locale::Bilingual;
use crate::metadata::{Field, Metadata};
use crate::model::{Document, Sentence};
use crate::parse::{fields, line_number, names_body, order_number};
use crate::problem::{Position, Problem, ProblemKind, Severity};
use days::{day, is_same_day, minute, whole_day};

/// Words of a document, and where they stand in its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words; a date in ISO 8601.
    pub text: String,
    /// Where their line begins.
    pub at: Position,
}

/// What a document states of itself; nothing that can be read in two ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// 发文字号: `某政发〔2026〕12号`.
    pub document_number: Option<Words>,
    /// 索引号.
    pub index_number: Option<Words>,
    /// 成文日期.
    pub issued: Option<Words>,
    /// 发布日期, to the minute where that is stated.
    pub published: Option<Words>,
    /// The bodies that sign it.
    pub issuers: Vec<Words>,
    /// 主送机关, without its colon.
    pub addressee: Option<Words>,
    /// From which day on it is in force: 本办法自2026年5月1日起施行.
    pub effective: Option<Words>,
}

/// An addressee has at most this many characters.
const LONGEST_ADDRESSEE: usize = 160;

/// Reads what the document states of itself.
pub fn stated(document: &Document) -> Stated {
    let mut found = Stated::default();
    let mut numbers = Vec::new();
    for provision in &document.provisions {
        let number = provision.number.as_str();
        if number == "head" || number.starts_with("head-") {
            let lines: Vec<&Sentence> = provision.sentences().collect();
            for sentence in &lines {
                head(sentence, &mut numbers, &mut found);
            }
            under_the_title(document, number, &lines, &mut found);
        } else if number == "close" {
            close(document, &provision.sentences().collect::<Vec<_>>(), &mut found);
        }
    }
    if let [only] = &numbers[..] {
        found.document_number = Some(only.clone());
    }
    found.addressee = addressee(document);
    let days: Vec<Words> =
        document.sentences().filter_map(|(_, sentence)| comes_into_force(sentence)).collect();
    if let [only] = &days[..] {
        found.effective = Some(only.clone());
    }
    found
}

/// A word for what a document is has at most so many characters: 实施细则.
const LONGEST_KIND: usize = 4;

/// The day from which the document says that it is in force.
fn comes_into_force(sentence: &Sentence) -> Option<Words> {
    let (subject, rest) = sentence.text.trim_start().split_once('自')?;
    let (date, rest) = rest.split_once('起')?;
    let kinds = GENERIC.iter().chain(&["通知", "决定", "公告", "法"]);
    let named = subject.strip_prefix('本').filter(|name| name.chars().count() <= LONGEST_KIND);
    let own = named.is_some_and(|name| kinds.into_iter().any(|kind| name.ends_with(kind)));
    let begins = ["施行", "实施", "执行", "生效"].iter().any(|word| rest.starts_with(word));
    if own && begins { words(&day(date)?, sentence) } else { None }
}

fn words(text: &str, sentence: &Sentence) -> Option<Words> {
    let at = Position { line: sentence.line, column: sentence.column };
    (!text.is_empty()).then(|| Words { text: text.to_owned(), at })
}

fn head(sentence: &Sentence, numbers: &mut Vec<Words>, found: &mut Stated) {
    if let Some(number) = line_number(&sentence.text).or_else(|| order_number(&sentence.text)) {
        numbers.extend(words(number, sentence));
        return;
    }
    for (name, value) in fields(&sentence.text) {
        match name {
            "发文字号" | "文号" | "文件编号" => {
                let same = |other: &Words| tidy(&other.text) == tidy(value);
                if !numbers.iter().any(same) {
                    numbers.extend(words(value, sentence));
                }
            }
            "索引号" | "信息索引号" => found.index_number = words(value, sentence),
            "成文日期" => found.issued = day(value).and_then(|d| words(&d, sentence)),
            "发布日期" | "发布时间" => {
                found.published = minute(value).and_then(|m| words(&m, sentence));
            }
            "发文机关" => found.issuers.extend(words(value, sentence)),
            _ => {}
        }
    }
}

/// Takes over the day among these lines of a unit, if there is one only; which line it is.
fn only_day(
    document: &Document,
    unit: &str,
    lines: &[&Sentence],
    found: &mut Stated,
) -> Option<usize> {
    let day = |line: &Sentence| whole_day(document, unit, line);
    let days = lines.iter().enumerate().filter_map(|(at, line)| Some((at, day(line)?)));
    let [(at, day)] = &days.collect::<Vec<_>>()[..] else { return None };
    if found.issued.is_none() {
        found.issued = words(day, lines[*at]);
    }
    Some(*at)
}

/// Who issued it, above the day: both lines stand under the title of bulletins.
fn under_the_title(document: &Document, unit: &str, lines: &[&Sentence], found: &mut Stated) {
    let Some(at) = only_day(document, unit, lines, found) else { return };
    let Some(above) = at.checked_sub(1).map(|at| lines[at]) else { return };
    if found.issuers.is_empty() {
        found
            .issuers
            .extend(bodies(&above.text).into_iter().filter_map(|body| words(&body, above)));
    }
}

/// Signatures stand above the date of issue.
fn close(document: &Document, lines: &[&Sentence], found: &mut Stated) {
    let Some(at) = only_day(document, "close", lines, found) else { return };
    if !found.issuers.is_empty() {
        return;
    }
    let mut signatures: Vec<Words> = lines[..at]
        .iter()
        .rev()
        .map_while(|line| {
            let bodies = bodies(&line.text);
            (!bodies.is_empty()).then(|| bodies.into_iter().rev().filter_map(|b| words(&b, line)))
        })
        .flatten()
        .collect();
    signatures.reverse();
    found.issuers = signatures;
}

/// The bodies that a line of signatures names: one, or several with wide spaces between.
fn bodies(line: &str) -> Vec<String> {
    let is_body = |name: &str| names_body(&name.chars().collect::<Vec<char>>());
    let name = |part: &str| {
        let name: String = part.chars().filter(|c| !c.is_whitespace()).collect();
        name.trim_end_matches("（盖章）").trim_end_matches("（章）").to_owned()
    };
    let parts: Vec<&str> = line.split_whitespace().collect();
    if parts.len() > 1 && parts.iter().all(|part| is_body(part)) {
        return parts.into_iter().map(name).collect();
    }
    if is_body(line) { vec![name(line)] } else { Vec::new() }
}

/// The first paragraph of the text, if it addresses someone: `各县（区）人民政府，市直各单位：`.
fn addressee(document: &Document) -> Option<Words> {
    let text = document.provisions.iter().find(|p| !p.number.starts_with("head"))?;
    let paragraph = text.paragraphs.first().filter(|_| text.label.is_empty())?;
    let [only] = &paragraph.sentences[..] else { return None };
    let name = only.text.trim_end().strip_suffix(['：', ':'])?;
    let addresses = name.starts_with('各')
        || names_body(&name.chars().collect::<Vec<char>>())
        || name.ends_with("单位")
        || name.ends_with("企业");
    let short = name.chars().count() <= LONGEST_ADDRESSEE;
    (addresses && short && !name.contains("如下") && !name.contains('。'))
        .then(|| words(name, only))
        .flatten()
}

/// Takes over what `document.toml` leaves open, and tells where the two contradict each other.
/// `place` says where in `document.toml` a key stands.
pub fn take_over(
    metadata: &mut Metadata,
    stated: &Stated,
    place: impl Fn(&str) -> Position,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut taken = Vec::new();
    let mut one = |value: &mut String, field: Field, words: &Option<Words>| {
        let Some(words) = words else { return };
        if value.trim().is_empty() {
            value.clone_from(&words.text);
            taken.push((field, words.clone()));
        } else if tidy(value) != tidy(&words.text) && !is_same_day(value, &words.text) {
            problems.push(contradiction(place(field.key()), field.key(), value, words));
        }
    };
    one(&mut metadata.document_number, Field::DocumentNumber, &stated.document_number);
    one(&mut metadata.index_number, Field::IndexNumber, &stated.index_number);
    one(&mut metadata.issued, Field::Issued, &stated.issued);
    one(&mut metadata.published, Field::Published, &stated.published);
    one(&mut metadata.addressee, Field::Addressee, &stated.addressee);
    if let Some(first) = stated.issuers.first().filter(|_| metadata.issuers.is_empty()) {
        let name = |words: &Words| Bilingual { zh: words.text.clone(), en: String::new() };
        metadata.issuers = stated.issuers.iter().map(name).collect();
        taken.push((Field::Issuers, first.clone()));
    } else {
        problems.extend(unnamed_issuers(metadata, stated, &place));
    }
    // It is not taken over: what a text says of its first day may have been put off since.
    if let Some(words) = &stated.effective
        && !metadata.effective.is_empty()
        && metadata.effective != words.text
    {
        let told = contradiction(place("effective"), "effective", &metadata.effective, words);
        problems.push(told);
    }
    for (field, words) in taken {
        metadata.from_text.push(field);
        if metadata.not_stated.contains(&field) {
            problems.push(stated_after_all(place("not_stated"), field, &words));
        }
    }
    problems
}

/// Who signs the text, and is none of the issuers that `document.toml` names.
fn unnamed_issuers(
    metadata: &Metadata,
    stated: &Stated,
    place: &impl Fn(&str) -> Position,
) -> Vec<Problem> {
    let known: Vec<String> = metadata.issuers.iter().map(|issuer| tidy(&issuer.zh)).collect();
    let unnamed = |words: &&Words| {
        let name = tidy(&words.text);
        !known.iter().any(|known| known.contains(&name) || name.contains(known.as_str()))
    };
    let listed: Vec<&str> = metadata.issuers.iter().map(|i| i.zh.as_str()).collect();
    let listed = listed.join("、");
    let told = |words| contradiction(place("issuers"), "issuers", &listed, words);
    stated.issuers.iter().filter(unnamed).map(told).collect()
}

fn stated_after_all(at: Position, field: Field, words: &Words) -> Problem {
    let (key, text, line) = (field.key(), &words.text, words.at.line);
    let message = bilingual!(
        "not_stated 里写了 {key}，但正文第 {line} 行有“{text}”，页面会显示它；\
         请从 not_stated 里去掉 {key}",
        "not_stated has {key}, but the text says “{text}” in line {line}, which is shown; take \
         {key} out of not_stated"
    );
    Problem::new(ProblemKind::Metadata, Severity::Warning, at, message)
}

fn contradiction(at: Position, key: &str, given: &str, words: &Words) -> Problem {
    let (text, line) = (&words.text, words.at.line);
    let message = bilingual!(
        "这里的 {key} 是“{given}”，而正文第 {line} 行是“{text}”；请改正错的那一个",
        "{key} is “{given}” here, but the text says “{text}” in line {line}; correct the one that \
         is wrong"
    );
    Problem::new(ProblemKind::Metadata, Severity::Warning, at, message)
}

/// The words for comparing: no white space, one kind of bracket.
fn tidy(text: &str) -> String {
    let plain = |c: char| match c {
        '［' | '[' | '【' | '﹝' | '（' | '(' => '〔',
        '］' | ']' | '】' | '﹞' | '）' | ')' => '〕',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(plain).collect()
}
