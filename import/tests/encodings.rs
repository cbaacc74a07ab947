//! Text in the encodings that Chinese official texts come in, and in broken ones.

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

use corpus::Severity;
use encoding_rs::{BIG5, GB18030};
use import::{Options, read};

const TEXT: &str =
    "某某市人民政府\n\n一、总体要求\n\n（一）建设目标。到2026年建成公路100公里，落实县级责任。\n";

#[track_caller]
fn same(bytes: &[u8]) {
    let imported = sample::read(bytes, "a.txt");
    assert_eq!(imported.text, TEXT);
    assert!(imported.problems.iter().all(|problem| problem.severity == Severity::Notice));
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn marks_and_line_ends() {
    same(TEXT.as_bytes());
    same(format!("\u{feff}{TEXT}").as_bytes());
    same(format!("\u{feff}\u{feff}{TEXT}").as_bytes());
    same(TEXT.replace('\n', "\r\n").as_bytes());
    same(TEXT.replace('\n', "\r").as_bytes());
}

#[test]
fn wide_encodings_with_and_without_mark() {
    same(&wide(TEXT, u16::to_le_bytes));
    same(&wide(TEXT, u16::to_be_bytes));
    same(&wide(&format!("\u{feff}{TEXT}"), u16::to_le_bytes));
    same(&wide(&format!("\u{feff}{TEXT}"), u16::to_be_bytes));
    let words = std::iter::once('\u{feff}').chain(TEXT.chars());
    same(&words.flat_map(|c| (c as u32).to_le_bytes()).collect::<Vec<u8>>());
}

#[test]
fn legacy_encodings() {
    same(&GB18030.encode(TEXT).0);
    let traditional = "某某市人民政府\n一、總體要求。到2026年建成公路100公里，落實縣級責任。\n";
    let big5 = BIG5.encode(traditional).0;
    assert_eq!(sample::read(&big5, "a.txt").text, traditional);
    let rare = GB18030.encode("某某县𬭊村的公路建设目标。\n").0.into_owned();
    assert_eq!(sample::read(&rare, "a.txt").text, "某某县𬭊村的公路建设目标。\n");
}

#[test]
fn one_bad_byte_is_named_and_nothing_becomes_mojibake() {
    let mut bytes = TEXT.as_bytes().to_vec();
    let at = TEXT.find("责任").expect("there");
    bytes[at + 1] = 0xff;
    let imported = sample::read(&bytes, "a.txt");
    assert!(imported.text.contains("建成公路100公里"));
    let error = imported.problems.iter().find(|p| p.severity == Severity::Error).expect("told");
    assert_eq!((error.at.line, error.at.column), (5, 29), "{error}");
    assert!(error.message.contains("UTF-8") && error.message.contains("E8 FF A3"), "{error}");
    assert_eq!(imported.problems.len(), 1);
}

#[test]
fn a_text_that_ends_in_the_middle_of_a_character() {
    let imported = sample::read(&TEXT.trim_end().as_bytes()[..TEXT.len() - 2], "a.txt");
    assert!(imported.problems.iter().any(|p| p.severity == Severity::Error));
}

#[test]
fn doubt_asks_and_the_answer_is_taken() {
    sample::refused(b"\xb1\xb2\xb3\xb4\x81\x40\xfe\xa1", "a.txt", "--encoding");
    let options = |name: &str| Options { encoding: Some(name.to_owned()) };
    let bytes = GB18030.encode(TEXT).0;
    assert_eq!(read(&bytes, "a.txt", &options("gbk")).text, TEXT);
    let wrong = read(&bytes, "a.txt", &options("klingon"));
    assert!(wrong.problems[0].message.contains("gb18030"), "{}", wrong.problems[0]);
}

#[test]
fn earlier_mojibake_is_an_error() {
    for words in ["关于锟斤拷建设。\n", "ÖÐ»ªÈËÃñ¹²ºÍ¹úÖÐ»ªÈËÃñ¹²ºÍ¹ú\n"]
    {
        let problems = sample::read(words.as_bytes(), "a.txt").problems;
        assert!(problems.iter().any(|p| p.severity == Severity::Error), "{words}");
    }
}

#[test]
fn odd_characters_are_told() {
    for (words, told) in
        [("甲\u{e123}。", "private-use"), ("甲\u{202e}乙。", "direction"), ("甲\u{1}。", "control")]
    {
        let problems = sample::read(words.as_bytes(), "a.txt").problems;
        assert!(problems.iter().any(|p| p.message.contains(told)), "{told}: {problems:?}");
    }
}
