//! Characters of Chinese official texts: what ends a sentence, what belongs together, and how a
//! text stands in markup.

use std::borrow::Cow;

/// Whether the character ends a sentence. `；` does not: sentences are what people cite.
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '｡' | '！' | '？' | '!' | '?')
}

/// Whether the character is a closing quotation mark or bracket, which stays with its sentence.
pub fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '》' | '）' | ')' | '】' | '"')
}

/// Whether a paragraph may end with this character; otherwise the line was broken off.
pub fn ends_paragraph(c: char) -> bool {
    ends_sentence(c) || matches!(c, '；' | ';' | '：' | ':' | '…' | '.' | '．')
}

/// Whether the character is a Chinese character (CJK unified ideographs, extensions, 〇).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a character shows nothing and takes no room: zero-width spaces and joiners, byte order
/// marks, soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The text with the quotation marks, dashes and spaces that a typewriter has, to compare words
/// whose marks two editors may set in two ways.
pub fn typewritten(text: &str) -> String {
    let mark = |c| match c {
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '–' | '—' | '‑' => '-',
        '\u{a0}' => ' ',
        _ => c,
    };
    text.chars().map(mark).collect()
}

/// Where the words stand in the text, if they do. For programs in browsers: the search of the
/// standard library is faster in long texts and weighs twenty times as much.
pub fn find(text: &str, words: &str) -> Option<usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    (0..=text.len().checked_sub(words.len())?).find(|at| text[*at..].starts_with(words))
}

/// The text cut where Chinese characters begin and end, each piece with whether it is Chinese.
pub fn by_script(text: &str) -> Vec<(&str, bool)> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some(first) = rest.chars().next() {
        let chinese = is_han(first);
        let end = rest.find(|c| is_han(c) != chinese).unwrap_or(rest.len());
        pieces.push((&rest[..end], chinese));
        rest = &rest[end..];
    }
    pieces
}

/// An address that may stand in a link: a web address, mail, telephone, or a relative one. Anything
/// else, such as `javascript:`, is refused, because seeds are never trusted.
pub fn web_address(address: &str) -> Option<&str> {
    let address = address.trim();
    let end = address.find([':', '/', '?', '#']).unwrap_or(address.len());
    let scheme = address[end..].starts_with(':').then(|| &address[..end]);
    let fine = match scheme {
        None => !address.is_empty() && !address.contains(char::is_control),
        Some(scheme) => {
            ["http", "https", "mailto", "tel"].iter().any(|good| scheme.eq_ignore_ascii_case(good))
        }
    };
    fine.then_some(address)
}

/// Whether `．` stands here for a full stop: behind a Chinese character that is no numeral.
fn full_width_point_ends(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| chars[before]);
    chars[at] == '．'
        && before.is_some_and(|c| is_han(c) && !"〇零一二三四五六七八九十百千万".contains(c))
}

/// Splits characters into sentences: after `。！？` and the closing marks that follow directly.
/// Returns the end index of each sentence; the last one may be unfinished.
pub fn sentence_ends(chars: &[char]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut index = 0;
    while index < chars.len() {
        let ended = ends_sentence(chars[index]) && !is_typed_for_a_point(chars, index)
            || full_width_point_ends(chars, index);
        index += 1;
        if ended {
            while index < chars.len() && (ends_sentence(chars[index]) || closes(chars[index])) {
                index += 1;
            }
            ends.push(index);
        }
    }
    if ends.last() != Some(&chars.len()) && !chars.is_empty() {
        ends.push(chars.len());
    }
    ends
}

/// 3。5万元: a full stop in place of a decimal point. Before a year or the number of a list it ends a
/// sentence: 见附件3。2026年….
fn is_typed_for_a_point(chars: &[char], index: usize) -> bool {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let after = (index + 1..chars.len()).take_while(|at| digit(*at)).count();
    let listed = matches!(chars.get(index + 1 + after), Some('.' | '．' | '、' | '年'));
    chars[index] == '。' && index > 0 && digit(index - 1) && after > 0 && after != 4 && !listed
}

/// Text for XML, XHTML and HTML, as content or within a quoted attribute. Characters that XML has
/// no room for become U+FFFD.
pub fn xml(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\'') && allowed_in_xml(c);
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if allowed_in_xml(c) => escaped.push(c),
            _ => escaped.push('\u{fffd}'),
        }
    }
    Cow::Owned(escaped)
}

fn allowed_in_xml(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Conjunctions that are also the second half of words, with the first halves.
const WORD_ENDS: [(char, &str); 3] = [
    ('与', "参给授付干施赠赐"),
    ('和', "饱缓温平调总共谐柔祥亲中议讲求暖谦随附不"),
    ('及', "涉普波提触得不顾危殃遍累言论企埃推祸以"),
];

/// Whether the character ends a word with the one before it: 参与, 碳中和, 普及.
pub fn ends_word(before: char, last: char) -> bool {
    WORD_ENDS.iter().any(|(end, words)| *end == last && words.contains(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let mut start = 0;
        let sentences: Vec<String> = sentence_ends(&chars)
            .into_iter()
            .map(|end| chars[std::mem::replace(&mut start, end)..end].iter().collect())
            .collect();
        assert_eq!(sentences, expected);
    }

    #[test]
    fn words_are_found_where_the_standard_library_finds_them() {
        for (text, words) in [
            ("发展奶业", "奶业"),
            ("奶业", "奶业"),
            ("奶", "奶业"),
            ("", ""),
            ("a", ""),
            ("aab", "ab"),
        ] {
            assert_eq!(find(text, words), text.find(words), "{words} in {text}");
        }
    }

    #[test]
    fn pieces_by_script_give_back_the_text() {
        assert_eq!(by_script("1000万亩 ok"), [("1000", false), ("万亩", true), (" ok", false)]);
        assert_eq!(by_script(""), []);
    }

    #[test]
    fn only_harmless_addresses_become_links() {
        for good in ["https://example.cn/a", "mailto:a@b.cn", "TEL:12345", "../a/#s2", "a?b=c:d"] {
            assert_eq!(web_address(good), Some(good));
        }
        for bad in
            ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "", "java\nscript:x"]
        {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }

    #[test]
    fn sentences_end_at_full_stops_with_their_closing_marks() {
        check("甲。乙！”丙", &["甲。", "乙！”", "丙"]);
        check("甲；乙。", &["甲；乙。"]);
        check("甲｡乙．丙3．5", &["甲｡", "乙．", "丙3．5"]);
        check("真的吗？！好。", &["真的吗？！", "好。"]);
        check("", &[]);
    }
}
