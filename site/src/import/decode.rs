//! Bytes to text: UTF-8, UTF-16 with a byte order mark, or GB18030 (which includes GBK and GB2312).

use corpus::{Problem, Severity};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::problem;

/// The text, and what to look at where the encoding was not plain UTF-8.
pub fn text(bytes: &[u8]) -> (String, Vec<Problem>) {
    let mut problems = Vec::new();
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        None => (GB18030, bytes),
    };
    let (decoded, _) = encoding.decode_without_bom_handling(body);
    if encoding == GB18030 || encoding == UTF_16LE || encoding == UTF_16BE {
        let message = format!(
            "read as {}; look at the text, and save it as UTF-8 if it is right",
            encoding.name()
        );
        problems.push(problem(Severity::Notice, 1, 1, message));
    }
    let text = decoded.replace("\r\n", "\n").replace('\r', "\n");
    for (line, number) in text.lines().zip(1..) {
        for (c, column) in line.chars().zip(1..) {
            let what = match c {
                '\u{fffd}' => "a character that could not be decoded; correct it from the original",
                '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => {
                    "a private-use character, which most devices can't show; replace it with the \
                     real character"
                }
                '\t' => continue,
                c if c.is_control() => "a control character; remove it",
                _ => continue,
            };
            problems.push(problem(Severity::Warning, number, column, what));
        }
    }
    if text.trim().is_empty() {
        problems.push(problem(
            Severity::Error,
            1,
            1,
            "the file has no text; check that it is the right one",
        ));
    }
    (text, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "关于修路的意见\n\n一、道路〇㐂\n";

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let (text, problems) = text(bytes);
        assert_eq!(text, TEXT);
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.join("\n"), expected);
    }

    #[test]
    fn utf_8_with_and_without_mark() {
        check(TEXT.as_bytes(), "");
        check(format!("\u{feff}{TEXT}").as_bytes(), "");
        check(TEXT.replace('\n', "\r\n").as_bytes(), "");
    }

    #[test]
    fn gb18030_and_utf_16() {
        let notice = |name: &str| {
            format!(
                ":1:1: notice: read as {name}; look at the text, and save it as UTF-8 if it is right"
            )
        };
        check(&GB18030.encode(TEXT).0, &notice("gb18030"));
        let little: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(TEXT.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        check(&little, &notice("UTF-16LE"));
    }

    #[test]
    fn undecodable_bytes_are_told_with_their_place() {
        let (_, problems) = text(b"\xd6\xd0\n\xce\xc4\xff\n");
        assert!(problems.iter().any(|p| p.at.line == 2 && p.at.column == 2), "{problems:?}");
        assert_eq!(text(b" \n").1[0].severity, Severity::Error);
    }
}
