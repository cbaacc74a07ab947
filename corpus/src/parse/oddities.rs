//! What is odd in a source text. Nothing is changed: each oddity is reported with its place.

mod doubled;

use super::blocks::Block;
use super::roles::Role;
use crate::bilingual;
use crate::locale::Bilingual;
use crate::problem::{Problem, ProblemKind, Severity};
use crate::text::{ends_word, is_han};

/// Reports the oddities of one block.
pub fn report(block: &Block, problems: &mut Vec<Problem>) {
    half_width(block, problems);
    latin_words(block, problems);
    doubled::report(block, problems);
    dangling(block, problems);
    look_alikes(block, problems);
    footnote_marks(block, problems);
}

fn push(
    block: &Block,
    at: usize,
    kind: ProblemKind,
    severity: Severity,
    message: Bilingual,
    problems: &mut Vec<Problem>,
) {
    problems.push(Problem::new(kind, severity, block.places[at], message));
}

fn half_width(block: &Block, problems: &mut Vec<Problem>) {
    let chars = &block.chars;
    let odd = |at: &usize| {
        let beside_han =
            |i: Option<&char>| i.is_some_and(|c| is_han(*c) || matches!(c, '”' | '》'));
        matches!(chars[*at], ',' | ';' | ':' | '(' | ')' | '!' | '?')
            && (beside_han(at.checked_sub(1).and_then(|i| chars.get(i)))
                || beside_han(chars.get(at + 1)))
    };
    let found: Vec<usize> = (0..chars.len()).filter(odd).collect();
    if let Some(first) = found.first() {
        let (count, mark) = (found.len(), chars[*first]);
        let message = bilingual!(
            "中文里有 {count} 个半角标点，第一个是“{mark}”；照原样保留",
            "{count} half-width punctuation mark(s) in Chinese text, the first is “{mark}”; kept as \
             printed"
        );
        let kind = ProblemKind::HalfWidthPunctuation;
        push(block, *first, kind, Severity::Notice, message, problems);
    }
}

/// Whether a run of Latin characters is an address of the web or of mail: `a@example.com`, `www.gov.cn`.
fn is_address(run: &[char]) -> bool {
    let word: String = run.iter().collect();
    let domain = word.split('.').all(|label| label.len() > 1 && label.is_ascii());
    word.contains('@') || word.contains("://") || word.contains('.') && domain
}

/// How the names of files end that texts list: 申请表.docx.
const FILES: [&str; 10] = ["doc", "docx", "wps", "pdf", "ofd", "xls", "xlsx", "zip", "rar", "jpg"];

fn latin_words(block: &Block, problems: &mut Vec<Problem>) {
    let mut at = 0;
    let (mut run_end, mut address) = (0, false);
    while at < block.chars.len() {
        if at >= run_end {
            let run = block.chars[at..].iter().take_while(|c| c.is_ascii_graphic()).count();
            (run_end, address) = (at + run, is_address(&block.chars[at..at + run]));
        }
        let word: String =
            block.chars[at..].iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        let file = at > 0 && block.chars[at - 1] == '.' && FILES.contains(&word.as_str());
        if word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()) && !address && !file {
            let message = bilingual!(
                "中文里有拉丁字母的词“{word}”；如果是错字，请写进 errata.toml",
                "the Latin word “{word}” in Chinese text; if it is an error, add it to errata.toml"
            );
            push(block, at, ProblemKind::LatinWord, Severity::Warning, message, problems);
        }
        at += word.len().max(1);
    }
}

/// Reports brackets and quotation marks without a partner. The lines of a title are one text.
pub fn report_pairs(blocks: &[Block], problems: &mut Vec<Problem>) {
    let is_title = |block: &&Block| block.heading && block.label().is_none();
    let (head, text): (Vec<&Block>, Vec<&Block>) =
        blocks.iter().partition(|block| block.role == Role::Head);
    let lines = text.iter().copied().take_while(is_title).count();
    let mut title = Block::default();
    for line in &text[..lines] {
        title.chars.extend(&line.chars);
        title.places.extend(&line.places);
    }
    for block in head.into_iter().chain([&title]).chain(text[lines..].iter().copied()) {
        unmatched(block, problems);
    }
}

fn unmatched(block: &Block, problems: &mut Vec<Problem>) {
    const PAIRS: [(&[char], &[char]); 4] =
        [(&['“'], &['”']), (&['‘'], &['’']), (&['《'], &['》']), (&['（', '('], &['）', ')'])];
    for (opening, closing) in PAIRS {
        let mut open = Vec::new();
        let labelled = block.label().map_or(0, |label| label.length);
        for (at, c) in block.chars.iter().enumerate().skip(labelled) {
            if opening.contains(c) {
                open.push(at);
            } else if closing.contains(c) && open.pop().is_none() {
                report_unmatched(block, at, problems);
            }
        }
        for at in open {
            report_unmatched(block, at, problems);
        }
    }
}

fn report_unmatched(block: &Block, at: usize, problems: &mut Vec<Problem>) {
    let mark = block.chars[at];
    let message = bilingual!(
        "“{mark}”在这一段里没有成对的另一半",
        "“{mark}” has no partner in this paragraph"
    );
    push(block, at, ProblemKind::UnmatchedMark, Severity::Warning, message, problems);
}

fn dangling(block: &Block, problems: &mut Vec<Problem>) {
    for (at, pair) in block.chars.windows(2).enumerate() {
        let before = at.checked_sub(1).and_then(|at| block.chars.get(at));
        let conjunction = matches!(pair[0], '和' | '与' | '及' | '或')
            && !before.is_some_and(|before| ends_word(*before, pair[0]));
        if conjunction && matches!(pair[1], '，' | ',' | '。' | '；' | '、') {
            let (word, mark) = (pair[0], pair[1]);
            let message = bilingual!(
                "“{word}”后面紧跟着“{mark}”，好像漏了字；如果是，请在 errata.toml 里写明",
                "“{word}” is followed by “{mark}”: words seem to be missing; if so, add a note to \
                 errata.toml"
            );
            push(block, at, ProblemKind::DanglingConjunction, Severity::Warning, message, problems);
        }
    }
}

/// Whether a character is of a kind, and what that kind is.
type OddKind = (fn(char) -> bool, fn() -> Bilingual);

/// Characters that a copy out of a PDF leaves in place of the real ones.
fn look_alikes(block: &Block, problems: &mut Vec<Problem>) {
    const KINDS: [OddKind; 3] = [
        (
            |c| matches!(c, '\u{2e80}'..='\u{2fdf}'),
            || bilingual!("占了汉字位置的部首", "radical(s) in place of characters"),
        ),
        (
            |c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}'),
            || {
                bilingual!(
                    "自造字符，在别的设备上会显示成别的字，或者不显示",
                    "character(s) of private use, which other devices show as something else or \
                     not at all"
                )
            },
        ),
        (
            |c| c == '\u{fffd}',
            || {
                bilingual!(
                    "读取文件时丢失的字符",
                    "character(s) that were lost when the file was decoded"
                )
            },
        ),
    ];
    for (is_odd, what) in KINDS {
        let found: Vec<usize> =
            (0..block.chars.len()).filter(|at| is_odd(block.chars[*at])).collect();
        if let Some(first) = found.first() {
            let (count, c, what) = (found.len(), block.chars[*first], what());
            let code = format!("U+{:04X}", c as u32);
            let message = bilingual!(
                "有 {count} 个{what}，第一个是“{c}”（{code}）；请从原件重新复制这段文字",
                "{count} {what}, the first is “{c}” ({code}); copy the text again from the original";
                what
            );
            push(block, *first, ProblemKind::LookAlike, Severity::Warning, message, problems);
        }
    }
}

/// Marks of footnotes inside a quantity: `100[1]公里`, `3000②万元`.
fn footnote_marks(block: &Block, problems: &mut Vec<Problem>) {
    let digit = |at: usize| block.chars.get(at).is_some_and(char::is_ascii_digit);
    for at in 1..block.chars.len() {
        let rest = &block.chars[at..];
        let inner = rest.iter().skip(1).take_while(|c| c.is_ascii_digit()).count();
        let mark = matches!(rest[0], '①'..='⑳')
            || rest[0] == '[' && inner > 0 && rest.get(inner + 1) == Some(&']');
        if mark && digit(at - 1) {
            let message = bilingual!(
                "数字中间好像有脚注的标记；如果不是脚注，请改正文字，如果是，请核对数字",
                "the mark of a footnote seems to stand inside a figure; if it is none, correct the \
                 text, otherwise check the figure"
            );
            push(block, at, ProblemKind::FootnoteMark, Severity::Warning, message, problems);
        }
    }
}
