//! What stands around the title: the red head (`某某市人民政府文件`), the document number
//! (`某政发〔2026〕12号`, of minutes `〔2026〕第9期`), who issued it when, and the fields that portals
//! print there (`索引号：…`).

use super::blocks::{Block, in_brackets};
use super::roles::{self, Role};
use super::title::{names_document, tells_key};
use crate::numbering;
use crate::text;

/// The head is looked for in this many first lines.
const LONGEST_HEAD: usize = 16;

/// A document number has at most this many characters before its year.
const LONGEST_PREFIX: usize = 16;

/// The series of a document number within its year, 综 or 字第, has at most so many characters.
const LONGEST_SERIES: usize = 2;

/// The fields that portals print above a document.
const FIELDS: [&str; 38] = [
    "索引号",
    "信息索引号",
    "发文字号",
    "文号",
    "文件编号",
    "成文日期",
    "发布日期",
    "发布时间",
    "发文机关",
    "发布机构",
    "主题分类",
    "公文时效",
    "签发人",
    "密级",
    "紧急程度",
    "保密期限",
    "信息分类",
    "生成日期",
    "有效性",
    "名称",
    "标题",
    "公开日期",
    "公开类别",
    "公开形式",
    "公开范围",
    "组配分类",
    "体裁分类",
    "发文日期",
    "统一编号",
    "登记号",
    "类别",
    "公开属性",
    "公开方式",
    "合同编号",
    "项目编号",
    "采购编号",
    "备案号",
    "编号",
];

/// The document number that the text begins with, and what follows it.
fn leading_number(text: &str) -> Option<(&str, &str)> {
    let open = text.find(['〔', '［', '[', '【', '﹝', '（', '('])?;
    let prefix = &text[..open];
    let named = |c: char| text::is_han(c) || c.is_ascii_alphanumeric();
    if prefix.chars().count() > LONGEST_PREFIX || !prefix.chars().all(named) {
        return None;
    }
    let inner = text[open..].char_indices().nth(1)?.0 + open;
    let year = &text[inner..];
    let year = &year[..year.bytes().take_while(u8::is_ascii_digit).count()];
    // 〔85〕 until the nineties.
    matches!(year.len(), 2 | 4).then_some(())?;
    let rest = text[inner + year.len()..].strip_prefix(['〕', '］', ']', '】', '﹞', '）', ')'])?;
    // 闽政〔2003〕综77号, 国办〔2011〕字第3号: a series within the year.
    let series = rest.find(|c: char| !text::is_han(c)).unwrap_or(rest.len());
    let named = rest[..series].chars().count() <= LONGEST_SERIES;
    let rest = if named { &rest[series..] } else { rest };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let units: &[char] = if prefix.is_empty() { &['期', '号'] } else { &['号'] };
    let after = rest[digits..].trim_start().strip_prefix(units);
    let after = after.filter(|_| (1..=5).contains(&digits))?;
    Some((&text[..text.len() - after.len()], after))
}

/// The document number that a line consists of, in brackets or not, with or without `签发人：…`.
pub fn line_number(line: &str) -> Option<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('（').and_then(|rest| rest.strip_suffix('）')).unwrap_or(line);
    if is_order_number(inner) {
        return Some(inner);
    }
    if is_number_of_the_fifties(line) {
        return Some(line);
    }
    let (number, after) = leading_number(inner)?;
    let after = after.trim();
    let kept = after.split_once(['：', ':']).is_some_and(|(name, _)| name.chars().count() <= 6);
    let ends = after.is_empty() || URGENCY.contains(&after) || kept;
    ends.then_some(number)
}

/// Whether a line is a document number and nothing else: `某政发〔2026〕12号`.
pub fn is_document_number(line: &str) -> bool {
    leading_number(line.trim()).is_some_and(|(_, after)| after.is_empty())
}

/// （五六）松农字第二十二号, (56)松农字第22号: the year first, as document numbers were until the sixties.
fn is_number_of_the_fifties(line: &str) -> bool {
    let Some((year, rest)) =
        line.strip_prefix(['（', '(', '〔']).and_then(|rest| rest.split_once(['）', ')', '〕']))
    else {
        return false;
    };
    let digit = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九".contains(c);
    let number = rest.split_once("字第").and_then(|(body, number)| {
        let named = (1..=LONGEST_PREFIX).contains(&body.chars().count());
        number.strip_suffix('号').filter(|_| named && body.chars().all(text::is_han))
    });
    matches!(year.chars().count(), 2 | 4)
        && year.chars().all(digit)
        && number.is_some_and(|own| numbering::number(&own.chars().collect::<Vec<_>>()).is_some())
}

/// What may stand beside a document number: how urgent or secret the document is.
const URGENCY: [&str; 8] = ["特急", "加急", "急件", "平急", "特提", "秘密", "机密", "绝密"];

/// 第18号, 2026年第7期, 2026年第3号公告: the number of an order, of an announcement, of minutes.
fn is_order_number(text: &str) -> bool {
    let kind = ["公告", "通告", "令"].iter().find_map(|kind| text.strip_suffix(kind));
    let text = kind.filter(|number| number.ends_with('号')).unwrap_or(text);
    let number = text.find('第').filter(|at| {
        let year = text[..*at].strip_suffix('年');
        *at == 0 || year.is_some_and(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()))
    });
    let rest = number.map_or("", |at| &text[at + '第'.len_utf8()..]);
    let counted = rest.strip_suffix(['号', '期']).map(|digits| digits.chars().collect::<Vec<_>>());
    counted.is_some_and(|digits| numbering::number(&digits).is_some())
}

/// The line as the number of an order or announcement, 云岭市人民政府令第95号 or 某某局公告2026年第3号,
/// if it is one.
pub fn order_number(line: &str) -> Option<&str> {
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let whole = ["令", "公告", "通告"].iter().any(|kind| {
        packed.split_once(kind).is_some_and(|(issuer, number)| {
            let named = issuer.chars().count() >= 2 && issuer.chars().all(text::is_han);
            named && is_order_number(number)
        })
    });
    whole.then(|| line.trim())
}

/// The fields of a line as names and values: `成文日期：2026年3月1日`, several beside each other with
/// gaps between, or a row of the table that portals print above a document (`索引号 | 0140 | 文号 | …`).
pub fn fields(line: &str) -> Vec<(&'static str, &str)> {
    if line.contains('|') {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let pairs = cells.chunks_exact(2);
        let pairs = pairs.filter_map(|pair| Some((known(pair[0])?, pair[1])));
        let alone = cells.iter().filter_map(|cell| {
            let (name, value) = cell.split_once(['：', ':'])?;
            Some((known(name)?, value.trim()))
        });
        return pairs.chain(alone.filter(|(_, value)| !value.is_empty())).collect();
    }
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((name, value)) = rest.split_once(['：', ':']) {
        let Some(name) = known(name) else { break };
        let next = next_field(value);
        found.push((name, value[..next].trim()));
        rest = value[next..].trim_start();
    }
    found
}

/// The name of a field has at most this many characters, spaces included.
const LONGEST_FIELD: usize = 24;

/// Where in the value of a field the next one begins behind a gap; its end where none does.
fn next_field(value: &str) -> usize {
    let gaps = value.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let begins = |at: &usize| {
        let rest = value[*at..].trim_start();
        let name = rest.chars().take(LONGEST_FIELD).take_while(|c| !matches!(c, '：' | ':'));
        let name: String = name.collect();
        rest[name.len()..].starts_with(['：', ':']) && known(&name).is_some()
    };
    gaps.into_iter().find(begins).unwrap_or(value.len())
}

fn known(name: &str) -> Option<&'static str> {
    let name: String = name.chars().filter(|c| !c.is_whitespace() && *c != '：').collect();
    FIELDS.iter().find(|known| **known == name).copied()
}

/// Marks the lines of the head. It ends where the text begins: with a label or a whole sentence.
pub fn mark(lines: &mut [Block]) {
    let (mut numbered, mut last_number) = (None, 0);
    mark_other_scripts(lines);
    mark_facts_above(lines);
    for (at, line) in lines.iter_mut().take(LONGEST_HEAD).enumerate() {
        let words: String = line.chars.iter().collect();
        let imprint = numbered.is_some() && is_issuer_with_date(&line.chars);
        let told = !fields(&words).is_empty();
        if line_number(&words).is_some() || told || imprint {
            numbered.get_or_insert(at);
            if line_number(&words).is_some() {
                last_number = at;
            }
            line.role = Role::Head;
            line.heading = false;
        } else if line.role != Role::Head
            && (line.role != Role::Text || line.label().is_some() || line.finished())
        {
            break;
        }
    }
    let last = numbered.unwrap_or(0).max(last_number);
    let titled_below = numbered.is_some() && title_follows(&lines[last + 1..]);
    // `…文件` in red stands above the number; so does the name alone where the title stands below.
    for line in &mut lines[..last] {
        // Spaced out over the width of the page: 某 某 省 财 政 厅 文 件.
        let letters: Vec<char> =
            line.chars.iter().copied().filter(|c| !c.is_whitespace()).collect();
        let name = letters.strip_suffix(&['文', '件']);
        let above = titled_below && (roles::names_body(&letters) || in_brackets(&letters));
        if line.role == Role::Text && (name.is_some_and(roles::names_body) || above) {
            line.role = Role::Head;
            line.heading = false;
        }
    }
    // The red line under the number.
    let end = numbered.map_or(0, |at| lines.len().min(at + 3));
    for line in lines[..end].iter_mut().filter(|line| is_rule(&line.chars)) {
        line.role = Role::Head;
        line.heading = false;
    }
}

/// Marks what stands above a Chinese title in letters of another script: the numbers of a standard
/// (`ICS 65.020.40`, `DB15/T 37—2025`), the issuer's name in Mongolian.
fn mark_other_scripts(lines: &mut [Block]) {
    let first =
        lines.iter().take(LONGEST_HEAD).position(|l| l.chars.iter().any(|c| text::is_han(*c)));
    // Behind a line that stays, others would stand within the title.
    let named =
        |line: &&mut Block| line.role == Role::Text && line.chars.iter().any(|c| c.is_alphabetic());
    for line in lines[..first.unwrap_or(0)].iter_mut().take_while(named) {
        line.role = Role::Head;
        line.heading = false;
    }
}

/// The value of what is told above a title has at most so many characters: `类别标记：A`.
const LONGEST_VALUE: usize = 12;

/// Marks short facts that are told line by line above the title.
fn mark_facts_above(lines: &mut [Block]) {
    let tells = |line: &Block| {
        let colon = line.chars.iter().position(|c| matches!(c, '：' | ':'));
        line.role == Role::Text
            && line.hashes == 0
            && tells_key(&line.chars)
            && !line.finished()
            && colon.is_some_and(|colon| line.chars.len() - colon <= LONGEST_VALUE)
            && !names_document(line)
    };
    let count = lines.iter().take(LONGEST_HEAD).take_while(|line| tells(line)).count();
    if title_follows(&lines[count..]) {
        for line in &mut lines[..count] {
            line.role = Role::Head;
            line.heading = false;
        }
    }
}

/// A title stands in at most so many lines.
const MOST_TITLE_LINES: usize = 3;

/// Whether the title is the next line of text, or stands in the next ones.
fn title_follows(lines: &[Block]) -> bool {
    let mut title = Block::default();
    let text = lines.iter().skip_while(|line| line.role != Role::Text);
    text.take(MOST_TITLE_LINES).take_while(|line| line.role == Role::Text).any(|line| {
        title.chars.extend_from_slice(&line.chars);
        names_document(&title)
    })
}

/// Whether a line says who issued the text and, behind a gap, when: 某区人民政府办公室　　2026年3月18日.
fn is_issuer_with_date(chars: &[char]) -> bool {
    let Some(gap) = chars.windows(2).position(|two| two.iter().all(|c| c.is_whitespace())) else {
        return false;
    };
    roles::names_body(&chars[..gap]) && roles::is_date(&chars[gap..])
}

/// Whether a line is drawn, not written: `────────`, `━━━★━━━`.
fn is_rule(chars: &[char]) -> bool {
    chars.len() >= 3 && chars.iter().all(|c| "─━—―-_＿=★☆*".contains(*c) || c.is_whitespace())
}
