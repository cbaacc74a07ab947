//! What stands around the text: rows of tables, the close (list of annexes, signature, date, note
//! on publication) and the headings of annexes.

use super::blocks::{Block, Gap};
use super::close::{LONGEST_SIGNATURE, is_imprint, is_note, is_to_be_signed};
use crate::numbering::number;
use crate::text;

/// What a paragraph is beside the text itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The text.
    #[default]
    Text,
    /// A row of a table: its cells with `|` between them.
    Row,
    /// The first row of a table, which names the columns.
    ColumnNames,
    /// A part of the head: red head, document number, fields of the portal.
    Head,
    /// A line of the list of contents.
    Contents,
    /// A part of the close: list of annexes, signature, date, note on publication.
    Close,
    /// The heading of an annex: `附件1`.
    Annex,
    /// The title line of an annex.
    AnnexTitle,
    /// A title line of the text that a notice issues.
    IssuedTitle,
}

/// Says of each line what it is. The close is read from its end: what stands above a date is a
/// signature only because of the date.
pub fn mark(lines: &mut [Block]) {
    let text = |line: &Block| !line.heading && line.role != Role::Head;
    let Some(first) = lines.iter().position(text) else { return };
    mark_issued_title(lines);
    for at in (first + 1..lines.len()).rev() {
        if lines[at].role == Role::Text {
            let role = around_the_text(lines, at);
            give(&mut lines[at], role);
        }
    }
    mark_entries(lines, first + 1);
    mark_annex_titles(lines, first + 1);
}

/// With what words a paragraph publishes what it names.
const PUBLISHING: [&str; 4] = ["现予公布", "现予发布", "予以公布", "现印发给你们"];

/// Behind the date of a notice that issues a text, the title of that text, which the notice's own
/// title names (关于印发《某某办法》的通知), or a paragraph of it: 《某某条例》…现予公布.
fn mark_issued_title(lines: &mut [Block]) {
    let packed =
        |chars: &[char]| -> String { chars.iter().filter(|c| !c.is_whitespace()).collect() };
    let titled = lines.iter().filter(|line| line.role != Role::Head);
    let own: String =
        titled.take_while(|line| line.heading).map(|line| packed(&line.chars)).collect();
    let named = own.split_once('《').and_then(|(_, rest)| rest.rsplit_once('》'));
    let named = named.map(|(inner, _)| inner.to_owned()).unwrap_or_default();
    // 转发市教育局关于…的通知
    let forwarded = own.split_once("转发").map(|(_, title)| title.to_owned()).unwrap_or_default();
    let mut issued = Vec::new();
    for at in 1..lines.len() {
        let (before, line) = (&lines[at - 1], &lines[at]);
        let begins = before.role == Role::IssuedTitle
            || !before.heading && (is_date(&before.chars) || is_note(&before.chars));
        let words = packed(&line.chars);
        let title = line.chars.len() > 2
            && (named.contains(&words) || forwarded.contains(&words) || issued.contains(&words));
        if begins && title && line.role == Role::Text && line.label().is_none() {
            lines[at].role = Role::IssuedTitle;
            lines[at].heading = true;
        } else if PUBLISHING.iter().any(|said| words.contains(said))
            && let Some((_, rest)) = words.split_once('《')
            && let Some((name, _)) = rest.split_once('》')
        {
            issued.push(name.to_owned());
        }
    }
}

fn give(line: &mut Block, role: Role) {
    line.role = role;
    line.heading &= role == Role::Text;
}

/// What the line is when all lines below it are known.
fn around_the_text(lines: &[Block], at: usize) -> Role {
    let line = &lines[at];
    let next = lines.get(at + 1);
    let outer = [Role::Close, Role::Annex, Role::IssuedTitle];
    let ends = next.is_none_or(|next| outer.contains(&next.role));
    match annex(&line.chars) {
        Some(Annex::List) => Role::Close,
        Some(Annex::Announced) if entries_follow(&lines[at + 1..]) => Role::Close,
        Some(Annex::Titled) if ends && next.is_some() => Role::Close,
        Some(_) => Role::Annex,
        None if ends && is_date(&line.chars) || is_note(&line.chars) => Role::Close,
        None if ends && (is_imprint(&line.chars) || is_to_be_signed(&line.chars)) => Role::Close,
        None if signs(lines, at) => Role::Close,
        None if next.is_some() && ends && line.gap == Gap::Blank && tells_validity(line) => {
            Role::Close
        }
        None => Role::Text,
    }
}

/// Whether the line says of the whole text from when on it holds: 本措施自2026年6月1日起施行，有效期3年.
fn tells_validity(line: &Block) -> bool {
    let text: String = line.chars.iter().take(16).collect();
    let own = text.strip_prefix('本').and_then(|rest| rest.split_once('自'));
    let named = own.is_some_and(|(name, _)| {
        ["措施", "意见", "办法", "通知", "方案", "细则", "政策", "规定", "公告"]
            .iter()
            .any(|kind| name.ends_with(kind))
    });
    let words = ["施行", "实施", "执行"];
    let whole: String = line.chars.iter().collect();
    named && line.label().is_none() && words.iter().any(|word| whole.contains(word))
}

/// Whether the next lines are entries of a list of annexes, up to the signature, an annex or the end.
fn entries_follow(lines: &[Block]) -> bool {
    let entries = lines.iter().take_while(|line| line.label().is_some() && !line.finished());
    let count = entries.count();
    let ends = |next: &Block| [Role::Close, Role::Annex, Role::IssuedTitle].contains(&next.role);
    count > 0 && lines.get(count).is_none_or(ends)
}

/// Entries that follow the list of annexes in the close, one a line.
fn mark_entries(lines: &mut [Block], from: usize) {
    let mut listing = false;
    for line in &mut lines[from..] {
        let lists = matches!(annex(&line.chars), Some(Annex::List | Annex::Announced));
        let entry = listing && line.label().is_some() && !line.finished();
        listing = lists && line.role == Role::Close || entry;
        if entry {
            give(line, Role::Close);
        }
    }
}

/// The line directly under an annex's heading.
fn mark_annex_titles(lines: &mut [Block], from: usize) {
    for at in from..lines.len() {
        let line = &lines[at];
        let titles = lines[at - 1].role == Role::Annex
            && line.role == Role::Text
            && line.label().is_none()
            && !line.finished()
            && line.chars.len() <= LONGEST_SIGNATURE;
        if titles {
            give(&mut lines[at], Role::AnnexTitle);
        }
    }
}

/// Whether the line is a signature: it reads like a body and stands above the date or another
/// signature, or stands above the date with which the document ends (a person signs).
fn signs(lines: &[Block], at: usize) -> bool {
    let (line, Some(next)) = (&lines[at], lines.get(at + 1)) else {
        return ends_unsigned(lines, at);
    };
    if next.role != Role::Close || !is_signature(line) {
        return false;
    }
    let dated = is_date(&next.chars);
    let last = at + 2 == lines.len() && !line.chars.starts_with(&['特', '此']);
    names_body(&line.chars) && (dated || signed(lines, at + 1)) || dated && last
}

/// Whether the body that issued the text stands below its last sentence without a date.
fn ends_unsigned(lines: &[Block], at: usize) -> bool {
    const ISSUERS: [&str; 5] = ["政府", "办公室", "厅", "局", "委员会"];
    let (line, above) = (&lines[at], at.checked_sub(1).map(|above| &lines[above]));
    let name: String = line.chars.iter().filter(|c| !c.is_whitespace()).collect();
    let issues = name.chars().count() > 5 && ISSUERS.iter().any(|end| name.ends_with(end));
    // 由以下单位组成：, 由下列部门承担； lead to what follows.
    let ended = above.is_some_and(|above| above.chars.ends_with(&['。']));
    issues && is_signature(line) && line.gap == Gap::Blank && ended
}

/// How the names of bodies that issue documents end, and words that end so and name none.
const BODIES: [&str; 24] = [
    "政府",
    "厅",
    "室",
    "局",
    "调查队",
    "总队",
    "支队",
    "大队",
    "部",
    "院",
    "委",
    "会",
    "署",
    "处",
    "所",
    "站",
    "中心",
    "公司",
    "银行",
    "学校",
    "大学",
    "小组",
    "指挥部",
    "合作社",
];
const NO_BODIES: [&str; 5] = ["全部", "内部", "干部", "社会", "机会"];

/// Whether the words end like the name of a body, a seal's `（盖章）` or `（章）` left aside.
pub(crate) fn names_body(chars: &[char]) -> bool {
    let name: String = chars.iter().filter(|c| !c.is_whitespace()).collect();
    let name = name.trim_end_matches("（盖章）").trim_end_matches("（章）");
    BODIES.iter().any(|end| name.ends_with(end)) && !NO_BODIES.iter().any(|end| name.ends_with(end))
}

/// Whether this line of the close is a signature that belongs to a date below it.
fn signed(lines: &[Block], at: usize) -> bool {
    !is_note(&lines[at].chars) && annex(&lines[at].chars).is_none()
}

fn is_signature(line: &Block) -> bool {
    !line.heading
        && line.chars.len() <= LONGEST_SIGNATURE
        && line.label().is_none()
        && !line.finished()
        && !line.chars.iter().any(|c| matches!(c, '，' | '；' | '：' | '—' | '●'))
        && line
            .chars
            .iter()
            .all(|c| text::is_han(*c) || c.is_whitespace() || matches!(c, '（' | '）'))
}

/// Whether the line is a date and nothing else: `2026年3月1日`, `二〇二六年三月一日`.
pub fn is_date(chars: &[char]) -> bool {
    let mut rest: Vec<char> = chars.iter().copied().filter(|c| !c.is_whitespace()).collect();
    for unit in ['年', '月', '日'] {
        let Some(at) = rest.iter().position(|c| *c == unit) else { return false };
        let digit = |c: &char| {
            c.is_ascii_digit()
                || ('０'..='９').contains(c)
                || "〇○零Ｏ一二三四五六七八九十".contains(*c)
        };
        if at == 0 || at > 4 || !rest[..at].iter().all(digit) {
            return false;
        }
        rest.drain(..=at);
    }
    rest.is_empty()
}

/// How a line speaks of an annex.
enum Annex {
    /// `附件1` alone.
    Alone,
    /// `附件：` alone, above a list of annexes or an annex.
    Announced,
    /// `附件1：重点任务分工表`, a heading or an entry of a list.
    Titled,
    /// `附件：1.重点任务分工表`, the list in the close.
    List,
}

fn annex(chars: &[char]) -> Option<Annex> {
    let (rest, lettered) = match chars {
        ['附', '件' | '表', rest @ ..] => (rest, false),
        // Annexes of rules and standards: 附录A.
        ['附', '录', rest @ ..] => (rest, true),
        // 附：1.岗位表
        ['附', '：' | ':', ..] => (&chars[1..], false),
        _ => return None,
    };
    let packed: Vec<char> = rest.iter().copied().filter(|c| !c.is_whitespace()).collect();
    let is_numeral = |c: &&char| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c);
    let letter = lettered && packed.first().is_some_and(char::is_ascii_uppercase);
    let digits = if letter { 1 } else { packed.iter().take_while(is_numeral).count() };
    if lettered && !letter || digits > 0 && !letter && number(&packed[..digits]).is_none() {
        return None;
    }
    let colon = matches!(packed.get(digits), Some('：' | ':'));
    let spaced = rest.get(digits).is_some_and(|c| c.is_whitespace());
    let words = packed.len() - digits - usize::from(colon);
    let last = *packed.last().unwrap_or(&'件');
    match (words, digits) {
        (0, 0) if colon => Some(Annex::Announced),
        (0, _) => Some(Annex::Alone),
        _ if text::ends_sentence(last) || words > LONGEST_SIGNATURE => None,
        (_, 0) if colon => Some(Annex::List),
        (_, 1..) if colon || spaced => Some(Annex::Titled),
        _ => None,
    }
}
