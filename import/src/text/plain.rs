//! A file of plain text or Markdown: every character is kept, line ends become `\n`.

use corpus::{Bilingual, Position, Problem, Severity, bilingual};

use super::{encoding, tabs};
use crate::flow::{Imported, problem};
use crate::limits::{
    ImportError, LARGEST_TEXT_FILE, LONGEST_PARAGRAPH, MOST_CHARACTERS, MOST_PARAGRAPHS,
};
use crate::notes;
use crate::read::Options;

/// As many odd characters of one kind as are told one by one.
const MOST_OF_A_KIND: usize = 50;

/// Reads a file of text.
pub fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    if bytes.len() > LARGEST_TEXT_FILE {
        return Err(ImportError::bound(
            bilingual!("文件", "the file has"),
            LARGEST_TEXT_FILE as u64,
            bilingual!("字节", "bytes"),
        ));
    }
    let decoded = encoding::decode(bytes, options.encoding.as_deref())?;
    let text = decoded.text.replace("\r\n", "\n").replace('\r', "\n");
    within(&text)?;
    let mut problems = decoded.problems;
    let text = tabs::tables(&text, &mut problems).unwrap_or(text);
    let broken = problems.iter().any(|problem| problem.severity == Severity::Error);
    odd_characters(&text, broken, &mut problems);
    let text = notes::place(&text, &mut problems).unwrap_or(text);
    Ok(Imported { text, problems, ..Imported::default() })
}

fn within(text: &str) -> Result<(), ImportError> {
    let (mut characters, mut lines) = (0, 0);
    for line in text.lines() {
        let length = line.chars().count();
        if length > LONGEST_PARAGRAPH {
            return Err(ImportError::bound(
                bilingual!("一段文字", "a paragraph has"),
                LONGEST_PARAGRAPH as u64,
                bilingual!("个字符", "characters"),
            ));
        }
        characters += length;
        lines += 1;
    }
    if characters > MOST_CHARACTERS {
        return Err(ImportError::bound(
            bilingual!("正文", "the text has"),
            MOST_CHARACTERS as u64,
            bilingual!("个字符", "characters"),
        ));
    }
    if lines > 2 * MOST_PARAGRAPHS {
        return Err(ImportError::bound(
            bilingual!("正文", "the text has"),
            2 * MOST_PARAGRAPHS as u64,
            bilingual!("行", "lines"),
        ));
    }
    Ok(())
}

/// Tells characters that most devices can't show or that show nothing.
fn odd_characters(text: &str, broken: bool, problems: &mut Vec<Problem>) {
    let mut told = [0usize; 4];
    for (line, number) in text.lines().zip(1..) {
        for (c, column) in line.chars().zip(1..) {
            // What could not be decoded just now is told with its bytes already.
            let known = broken && c == '\u{fffd}';
            let Some((kind, what)) = odd(c).filter(|_| !known) else { continue };
            told[kind] += 1;
            if told[kind] <= MOST_OF_A_KIND {
                let at = Position { line: number, column };
                problems.push(problem(Severity::Warning, at, what));
            }
        }
    }
    for more in told.iter().filter(|count| **count > MOST_OF_A_KIND) {
        let rest = more - MOST_OF_A_KIND;
        let message =
            bilingual!("这样的字符还有 {rest} 个", "and {rest} more characters of this kind");
        problems.push(problem(Severity::Warning, Position { line: 1, column: 1 }, message));
    }
}

/// What is odd about a character. Line and page breaks of other systems are breaks to the parser.
fn odd(c: char) -> Option<(usize, Bilingual)> {
    Some(match c {
        '\t' | '\u{b}' | '\u{c}' | '\u{85}' => return None,
        '\u{fffd}' => {
            let what = bilingual!(
                "有一个没能解码的字符；请照原件改正",
                "a character that could not be decoded; correct it from the original"
            );
            (0, what)
        }
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => {
            let what = bilingual!(
                "有一个自造字符，多数设备显示不了；请换成真正的字",
                "a private-use character, which most devices can't show; replace it with the real \
                 character"
            );
            (1, what)
        }
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => {
            let what = bilingual!(
                "有一个改变文字方向的字符；请删去",
                "a character that changes the direction of the text; remove it"
            );
            (2, what)
        }
        c if c.is_control() => {
            (3, bilingual!("有一个控制字符；请删去", "a control character; remove it"))
        }
        _ => return None,
    })
}
