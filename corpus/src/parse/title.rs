//! The title of a text, and what stands under it.

use super::blocks::{Block, LONGEST_HEADING, in_brackets, is_dated};
use super::document_types::is_policy_title;
use super::head::order_number;
use super::interpretations::is_interpretation_title;
use super::roles::{self, Role};
use crate::text;

/// Marks the title, and as a part of the head what stands under it and tells of it: who, when, where
/// from.
pub fn mark(lines: &mut [Block]) {
    mark_history(lines);
    let shown: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].role != Role::Head).collect();
    let titled = if shown.first().is_some_and(|first| lines[*first].heading) {
        let marked = |at: &&usize| lines[**at].heading && lines[**at].label().is_none();
        shown.iter().take_while(marked).count()
    } else {
        mark_title(lines, &shown)
    };
    for nth in titled..shown.len() {
        // Above a heading it can't stand under the title: the heading would go on with it.
        let next = shown.get(nth + 1).map(|next| &lines[*next]);
        let headed = next.is_some_and(|next| next.heading && next.label().is_none());
        if titled == 0 || headed || !tells_of_document(lines, &shown[nth..]) {
            break;
        }
        lines[shown[nth]].role = Role::Head;
    }
}

/// What a bracket under the title says of a text stands in at most so many lines.
const LONGEST_HISTORY: usize = 12;

/// Marks as a part of the head a bracket of several lines that says who passed the text and when, who
/// approved and who changed it.
fn mark_history(lines: &mut [Block]) {
    let opens = |line: &Block| line.role == Role::Text && line.chars.first() == Some(&'（');
    let Some(first) = lines.iter().take(LONGEST_HISTORY).position(opens) else { return };
    let mut whole = Vec::new();
    for at in first..lines.len().min(first + LONGEST_HISTORY) {
        whole.extend_from_slice(&lines[at].chars);
        if lines[at].chars.last() != Some(&'）') {
            continue;
        }
        if at > first && tells_history(&whole) {
            for line in &mut lines[first..=at] {
                line.role = Role::Head;
                line.heading = false;
            }
        }
        return;
    }
}

/// Without heading marks, the title is the short lines without an end mark before all else; how many.
fn mark_title(lines: &mut [Block], shown: &[usize]) -> usize {
    let mut titled = 0;
    while let Some(at) = shown.get(titled) {
        let line = &lines[*at];
        let first = titled == 0;
        let above = &shown[..titled];
        let calls = first && shown.len() > 1 && calls_out(line);
        let title = calls
            || first && names_document(line)
            || may_be_title(line)
                && (first
                    || !tells_of_document(lines, &shown[titled..])
                        && !is_whole(lines, above, line));
        if !title {
            break;
        }
        lines[*at].heading = true;
        titled += 1;
    }
    titled
}

/// What a title ends with that no longer title goes on behind.
const CLOSING_TYPES: [&str; 7] = ["公告", "通知", "通告", "公示", "通报", "批复", "答复"];

/// Whether the title above is whole and this line is none of it: no bracket, no second title.
fn is_whole(lines: &[Block], above: &[usize], line: &Block) -> bool {
    let last: String = above.last().map(|at| lines[*at].chars.iter().collect()).unwrap_or_default();
    if last.ends_with(CALLS) {
        return true;
    }
    CLOSING_TYPES.iter().any(|end| last.ends_with(end))
        && !names_document(line)
        && !matches!(line.chars.first(), Some('（' | '(' | '的' | '—'))
}

/// Marks of sentences with which the titles of articles end: 补贴新办法来了！
const CALLS: [char; 4] = ['！', '？', '!', '?'];

/// What stands before the title of an article, 政策解读｜, has at most this many characters.
const LONGEST_RUBRIC: usize = 10;

/// Whether the first line of an article can only be its title: it calls out or asks, or a rubric stands
/// before it (`一问一答｜网约车补贴，新办法来了`).
fn calls_out(line: &Block) -> bool {
    let chars = &line.chars;
    let stroke = chars.iter().position(|c| matches!(c, '丨' | '｜' | '|'));
    let rubric = stroke.is_some_and(|at| {
        (2..=LONGEST_RUBRIC).contains(&at)
            && chars[..at].iter().all(|c| text::is_han(*c) || matches!(c, '“' | '”' | '·'))
    });
    let calls = chars.last().is_some_and(|c| CALLS.contains(c));
    line.role == Role::Text
        && line.label().is_none()
        && chars.len() <= LONGEST_HEADING
        && !chars.iter().any(|c| matches!(c, '。' | '；'))
        && (calls || rubric && !line.finished())
}

fn may_be_title(block: &Block) -> bool {
    block.chars.len() <= LONGEST_HEADING
        && !block.finished()
        && block.label().is_none()
        && block.role == Role::Text
        && !block.chars.contains(&'，')
        && !is_dated(&block.chars)
        && !tells_history(&block.chars)
}

/// Whether the first of these lines tells of the document above it: `来源：某某日报`, a date, the body
/// above a date, a speaker.
fn tells_of_document(lines: &[Block], shown: &[usize]) -> bool {
    let [at, rest @ ..] = shown else { return false };
    let above = at.checked_sub(1).map(|above| &lines[above]);
    let titled = above.is_some_and(|above| names_document(above) || in_brackets(&above.chars));
    let line = &lines[*at];
    let dated = |at: &usize| is_day_or_month(&lines[*at].chars);
    line.role == Role::Text
        && !line.finished()
        && (tells_key(&line.chars)
            || dated(at)
            || is_of_feed(&line.chars)
            || names_bodies(&line.chars) && (titled || rest.first().is_some_and(dated))
            || names_maker(&line.chars)
            || order_number(&line.chars.iter().collect::<String>()).is_some()
            || is_foreign(&line.chars)
            || is_draft(&line.chars)
            || tells_occasion(&line.chars)
            || names_speaker(&line.chars))
}

/// `时　间：2026年4月8日`, `主持人：某某`: a short name, a colon, and what it is.
pub(super) fn tells_key(chars: &[char]) -> bool {
    let Some(colon) = chars.iter().position(|c| matches!(c, '：' | ':')) else { return false };
    let name: String = chars[..colon].iter().filter(|c| !c.is_whitespace()).collect();
    // 甲方（购买方）：…
    let name = match name.split_once('（') {
        Some((name, rest)) if rest.ends_with('）') => name,
        _ => name.as_str(),
    };
    let count = name.chars().count();
    (2..=LONGEST_KEY).contains(&count)
        && name.chars().all(text::is_han)
        && colon + 1 < chars.len()
        && !["附件", "附表", "附录"].contains(&name)
}

/// The name of what is told of a document has at most this many characters: 环境影响评价机构.
const LONGEST_KEY: usize = 8;

/// What stands between the brackets of a line.
fn bracketed(chars: &[char]) -> Option<&[char]> {
    chars.strip_prefix(&['（'])?.strip_suffix(&['）'])
}

/// Whether the line tells the minute in which an account published the text.
fn is_of_feed(chars: &[char]) -> bool {
    let minute = |at: usize| {
        chars[at] == ':'
            && at > 0
            && chars[at - 1].is_ascii_digit()
            && chars.get(at + 1..at + 3).is_some_and(|two| two.iter().all(char::is_ascii_digit))
    };
    (0..chars.len()).any(minute) && chars.contains(&'月')
}

/// （征求意见稿）, （草案）: how far the text has come.
fn is_draft(chars: &[char]) -> bool {
    let inner: String = bracketed(chars).unwrap_or_default().iter().collect();
    inner.ends_with('稿') || inner.ends_with("草案")
}

/// The title once more in another language: letters, and no Chinese character.
fn is_foreign(chars: &[char]) -> bool {
    chars.iter().any(|c| c.is_alphabetic()) && !chars.iter().any(|c| text::is_han(*c))
}

/// 2026年1月, 2026年1月5日, （2026年1月5日）.
fn is_day_or_month(chars: &[char]) -> bool {
    let chars = bracketed(chars).unwrap_or(chars);
    let day: Vec<char> = chars.iter().copied().chain("1日".chars()).collect();
    roles::is_date(chars) || chars.ends_with(&['月']) && roles::is_date(&day)
}

/// One body or several with spaces between, in brackets with a date or without.
fn names_bodies(chars: &[char]) -> bool {
    let inner = bracketed(chars);
    let mut parts = inner.unwrap_or(chars).split(|c| c.is_whitespace()).filter(|p| !p.is_empty());
    let first = parts.next().is_some_and(roles::names_body);
    first && parts.all(|part| roles::names_body(part) || inner.is_some() && is_day_or_month(part))
}

/// ——2026年1月8日在某县第十八届人民代表大会第五次会议上, and 2026-04-10　来源….
fn tells_occasion(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    let numbers = text.get(..10).map(|day| day.split('-').map(str::len).collect::<Vec<_>>());
    let held = text.starts_with("——")
        && (text.ends_with("会议上") || text.contains('年') && text.ends_with("会上"));
    held || numbers.is_some_and(|lengths| lengths == [4, 2, 2])
}

/// 某市医疗保障局编印: the body that made a booklet.
fn names_maker(chars: &[char]) -> bool {
    let made =
        [&['编', '印'][..], &['编', '制'], &['印', '制'], &['编', '写'], &['发', '布'], &['制']];
    made.iter().any(|end| chars.strip_suffix(*end).is_some_and(roles::names_body))
}

/// 某县人民政府县长　某某: an office, a gap, and a name.
fn names_speaker(chars: &[char]) -> bool {
    let parts: Vec<&[char]> =
        chars.split(|c| c.is_whitespace()).filter(|part| !part.is_empty()).collect();
    let [.., office, name] = parts[..] else { return false };
    let held = office.len() > 1 && office.last().is_some_and(|c| "长任记席授员者".contains(*c));
    held && (2..=4).contains(&name.len()) && name.iter().all(|c| text::is_han(*c))
}

/// Whether a line with a comma in it is a title all the same: it ends in the name of a type of
/// document (`（试行）` and the like left aside) and introduces nothing (`提出如下意见`).
pub fn names_document(block: &Block) -> bool {
    let text: String = block.chars.iter().collect();
    block.role == Role::Text
        && block.label().is_none()
        && block.chars.len() <= LONGEST_HEADING
        && !block.chars.iter().any(|c| text::ends_sentence(*c) || matches!(c, '；' | '：'))
        && is_policy_title(&text)
}

/// Whether words read as the title of an official document or of an interpretation: they end in
/// the name of its type, 公告, 通知, 解读, `（试行）` and the like left aside.
pub fn is_document_title(text: &str) -> bool {
    is_policy_title(text) || is_interpretation_title(text)
}

/// Whether a line says in brackets who passed the text and when:
/// （2025年11月28日某市人民代表大会常务委员会通过）.
fn tells_history(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    let passed = ["通过", "公布", "发布", "公告", "修订", "修正", "批准", "施行", "印发"];
    // 中華民國115年3月20日…令公布 stands without brackets.
    let dated = ["中華民國", "中华民国"].iter().any(|state| text.starts_with(state))
        && ["公布", "發布", "发布", "修正", "訂定"].iter().any(|word| text.ends_with(word));
    dated
        || in_brackets(chars)
            && text.contains('年')
            && passed.iter().any(|word| text.contains(word))
}
