//! Bytes to text. Marks decide first, then UTF-8, then what `guess` is sure of. UTF-8 with a bad
//! byte stays UTF-8, with the place of the byte: read as anything else it would become mojibake.

use corpus::{Bilingual, Position, Severity, bilingual};
use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8};

use super::{guess, hz};
use crate::flow::problem;
use crate::limits::ImportError;

/// A text and what was found while it was decoded.
#[derive(Debug)]
pub struct Decoded {
    /// The text, byte order marks left out.
    pub text: String,
    /// What to look at: which encoding it was, where it is broken.
    pub problems: Vec<corpus::Problem>,
}

/// As many broken places as are told.
const MOST_BROKEN: usize = 20;

/// The names that `--encoding` takes.
pub fn encoding_names() -> &'static str {
    "utf-8, gb18030, big5, utf-16le, utf-16be, hz"
}

/// Decodes the bytes, in this encoding if it is known.
pub fn decode(bytes: &[u8], wanted: Option<&str>) -> Result<Decoded, ImportError> {
    if let Some(name) = wanted {
        return decode_as(bytes, name);
    }
    if let Some(decoded) = utf_32(bytes) {
        return Ok(decoded);
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok(strict(&bytes[length..], length, encoding, encoding != UTF_8));
    }
    if let Some(text) = hz::decode(bytes) {
        return Ok(Decoded { text, problems: vec![read_as("HZ")] });
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !bytes.contains(&0)
    {
        return Ok(Decoded { text: without_marks(text), problems: damaged_before(text) });
    }
    if mostly_utf_8(bytes) {
        return Ok(strict(bytes, 0, UTF_8, false));
    }
    match guess::encoding(bytes) {
        Ok(encoding) => Ok(strict(bytes, 0, encoding, true)),
        Err(names) => Err(ImportError::Refused(in_doubt(&names))),
    }
}

/// The text as well as it can be had, for what is only told and not published.
pub fn lossy(bytes: &[u8]) -> (String, bool) {
    match decode(bytes, None) {
        Ok(decoded) => (decoded.text, true),
        Err(_) => (String::from_utf8_lossy(bytes).into_owned(), false),
    }
}

/// That the encoding can't be told, with those that it may be.
fn in_doubt(names: &[&str]) -> Bilingual {
    let known = encoding_names();
    let maybe = if names.is_empty() {
        Bilingual::default()
    } else {
        let (zh, en) = (names.join(" 或 "), names.join(" or "));
        Bilingual { zh: format!("（可能是 {zh}）"), en: format!(": {en}") }
    };
    bilingual!(
        "文字编码无法确定{maybe}；请用原来的程序打开，存为 UTF-8，或者写明编码：--encoding（{known}）",
        "the encoding is in doubt{maybe}; open the file where it was made and save it as UTF-8, or \
         name the encoding: --encoding ({known})"; maybe
    )
}

fn decode_as(bytes: &[u8], name: &str) -> Result<Decoded, ImportError> {
    if name.eq_ignore_ascii_case("hz") {
        return hz::decode(bytes).map(|text| Decoded { text, problems: Vec::new() }).ok_or_else(
            || {
                ImportError::Refused(bilingual!(
                    "文件不是 HZ 编码；请换一个 --encoding",
                    "the file is not in HZ; name another --encoding"
                ))
            },
        );
    }
    let Some(encoding) = Encoding::for_label(name.as_bytes()) else {
        let known = encoding_names();
        return Err(ImportError::Refused(bilingual!(
            "--encoding 不能是“{name}”；可以用的有：{known}",
            "--encoding can't be “{name}”; it is one of {known}"
        )));
    };
    // What was called GB2312 or GBK when it was written is today's GB18030.
    let encoding = if encoding.name() == "GBK" { GB18030 } else { encoding };
    Ok(strict(bytes, 0, encoding, false))
}

/// A stretch of bytes that are no characters.
struct Broken {
    at: Position,
    start: usize,
    end: usize,
}

/// Decodes and tells every stretch of bytes that are no characters.
fn strict(bytes: &[u8], offset: usize, encoding: &'static Encoding, tell: bool) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 16);
    let mut broken: Vec<Broken> = Vec::new();
    let (mut rest, mut at, mut placed) = (bytes, Position { line: 1, column: 1 }, 0);
    loop {
        text.reserve(rest.len() + 16);
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, pushed_back) => {
                let end = bytes.len() - rest.len() - usize::from(pushed_back);
                let start = end.saturating_sub(usize::from(length));
                advance(&mut at, &text[placed..]);
                placed = text.len();
                text.push('\u{fffd}');
                match broken.last_mut().filter(|before| before.end == start) {
                    Some(before) => before.end = end,
                    None => broken.push(Broken { at, start, end }),
                }
            }
        }
    }
    let mut problems = if tell { vec![read_as(encoding.name())] } else { Vec::new() };
    problems.extend(broken.iter().take(MOST_BROKEN).map(|one| {
        let bad: Vec<String> =
            bytes[one.start..one.end].iter().take(8).map(|b| format!("{b:02X}")).collect();
        let (bad, first, name) = (bad.join(" "), offset + one.start + 1, encoding.name());
        let message = bilingual!(
            "字节 {bad}（文件的第 {first} 个字节起）不是 {name} 字符；请查看原件，改成正确的字，\
             并把文件存为 UTF-8",
            "the bytes {bad} (from number {first} of the file) are not a {name} character; look it \
             up in the original, type the right character and save the file as UTF-8"
        );
        problem(Severity::Error, one.at, message)
    }));
    if let Some(more) = broken.get(MOST_BROKEN) {
        let rest = broken.len() - MOST_BROKEN;
        let message = bilingual!("这样的地方还有 {rest} 处", "and {rest} more such places");
        problems.push(problem(Severity::Error, more.at, message));
    }
    Decoded { text: without_marks(&text), problems }
}

/// Moves a place over this text, in which any line end counts once.
fn advance(place: &mut Position, text: &str) {
    let mut before = '\0';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' => *place = Position { line: place.line + 1, column: 1 },
            _ => place.column += 1,
        }
        before = c;
    }
}

fn without_marks(text: &str) -> String {
    text.trim_start_matches('\u{feff}').to_owned()
}

fn read_as(name: &str) -> corpus::Problem {
    let message = bilingual!(
        "按 {name} 读取；请核对文字，没有问题就存为 UTF-8",
        "read as {name}; look at the text, and save it as UTF-8 if it is right"
    );
    problem(Severity::Notice, Position { line: 1, column: 1 }, message)
}

/// Whether the bytes are UTF-8 but for a few: far more whole characters than broken ones. Bytes of
/// another encoding hardly ever make characters of three bytes.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    if bytes.contains(&0) {
        return false;
    }
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let mut buffer = [0u8; 4096];
    let (mut rest, mut good, mut bad) = (bytes, 0usize, 0usize);
    loop {
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(rest, &mut buffer, true);
        good += buffer[..written].iter().filter(|b| **b >= 0xe0).count();
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => bad += 1,
        }
    }
    good >= 2 && good >= bad * 4
}

/// UTF-32 with its mark, which no browser reads any more.
fn utf_32(bytes: &[u8]) -> Option<Decoded> {
    let (name, little) = match bytes {
        [0xff, 0xfe, 0, 0, ..] => ("UTF-32LE", true),
        [0, 0, 0xfe, 0xff, ..] => ("UTF-32BE", false),
        _ => return None,
    };
    let mut problems = vec![read_as(name)];
    let mut text = String::new();
    for unit in bytes[4..].chunks(4) {
        let code = <[u8; 4]>::try_from(unit).ok();
        let code = code.map(|b| if little { u32::from_le_bytes(b) } else { u32::from_be_bytes(b) });
        text.push(code.and_then(char::from_u32).unwrap_or('\u{fffd}'));
    }
    if text.contains('\u{fffd}') {
        let at = Position { line: 1, column: 1 };
        let message = bilingual!(
            "有的字符已损坏；请用原来的程序存为 UTF-8",
            "some of its characters are broken; save it as UTF-8 where it was made"
        );
        problems.push(problem(Severity::Error, at, message));
    }
    Some(Decoded { text: without_marks(&text), problems })
}

/// What was already mojibake when the text was saved as UTF-8.
fn damaged_before(text: &str) -> Vec<corpus::Problem> {
    let found = |words: &str| {
        let at = text.find(words)?;
        let mut place = Position { line: 1, column: 1 };
        advance(&mut place, &text[..at]);
        Some(place)
    };
    let mut problems = Vec::new();
    for sign in ["锟斤拷", "烫烫烫", "ï»¿"] {
        if let Some(place) = found(sign) {
            let message = bilingual!(
                "“{sign}”是以前用错编码读取后留下的乱码；请重新从原件取文字",
                "“{sign}” is what is left of characters that were read in a wrong encoding before; \
                 take the text from the original again"
            );
            problems.push(problem(Severity::Error, place, message));
        }
    }
    let latin = text.chars().filter(|c| ('\u{80}'..='\u{ff}').contains(c)).count();
    let han = text.chars().filter(|c| corpus::text::is_han(*c)).count();
    if latin > 20 && latin > han * 4 {
        let place = Position { line: 1, column: 1 };
        let message = bilingual!(
            "文字好像在保存之前用错了编码（例如“中”成了“ÖÐ”）；请重新从原件取文字",
            "the text looks as if it had been read in a wrong encoding before it was saved (such \
             as “ÖÐ” for “中”); take it from the original again"
        );
        problems.push(problem(Severity::Error, place, message));
    }
    problems
}
