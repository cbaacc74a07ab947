//! Pages in a further language of the interface: what is Chinese on them is told to be Chinese, and
//! what runs the other way is told to do so. Views mark the source wherever it stands; names of
//! documents, editors' words and words of the interface that nobody has translated yet are Chinese as
//! well, and stand everywhere. All of them are marked here, when the page is done.

use corpus::languages::{self, Direction};
use corpus::text::{by_script, is_han};

/// Elements without an end.
const EMPTY: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "wbr"];

/// An element around the place that is read.
struct Around<'h> {
    name: &'h str,
    /// Whether its content is in the language of the page.
    own: bool,
}

/// The HTML of a page with its Chinese marked; `rtl` where the page's lines begin on the right. Our
/// own renderer wrote it: every `<` begins a tag, and every element but the [`EMPTY`] ones ends.
pub(super) fn told(html: &str, rtl: bool) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut around: Vec<Around<'_>> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        words(text, &around, rtl, &mut out);
        let (tag, after) = tag.split_at(end_of(tag));
        rest = after;
        if tag.starts_with("</") {
            out.push_str(tag);
            around.pop();
            continue;
        }
        opening(tag, chinese_option(tag, rest), rtl, &mut out);
        let name = name(tag);
        if !EMPTY.contains(&name) && !tag.ends_with("/>") {
            let within = around.last().is_none_or(|around| around.own);
            around.push(Around { name, own: within && language(tag).is_none() });
        }
    }
    words(rest, &around, rtl, &mut out);
    out
}

/// How long a tag is; a `>` in a value does not end it.
fn end_of(tag: &str) -> usize {
    let mut quoted = false;
    let end = tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(tag.len(), |end| end + 1)
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<');
    &tag[..tag.find([' ', '>', '/']).unwrap_or(tag.len())]
}

/// Whether it is an option of a list, which can't have elements in it, with Chinese words.
fn chinese_option(tag: &str, after: &str) -> bool {
    name(tag) == "option" && after[..after.find('<').unwrap_or(after.len())].contains(is_han)
}

/// A tag; what has a language has its direction too where the page has the other one.
fn opening(tag: &str, chinese: bool, rtl: bool, out: &mut String) {
    let end = if tag.ends_with("/>") { 2 } else { 1 };
    out.push_str(&tag[..tag.len() - end]);
    if chinese {
        out.push_str(" lang=\"zh-Hans\"");
    }
    let own = if chinese { Some("zh-Hans") } else { language(tag) };
    if let Some(own) = own.filter(|_| !tag.contains(" dir=\"")) {
        match languages::direction(own) {
            Direction::Ltr if rtl => out.push_str(" dir=\"ltr\""),
            Direction::Rtl if !rtl => out.push_str(" dir=\"rtl\""),
            _ => {}
        }
    }
    out.push_str(&tag[tag.len() - end..]);
}

/// The language that a tag names.
fn language(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once(" lang=\"")?;
    value.split('"').next()
}

/// Text; what is Chinese in it is marked, where nothing around it says so already. Pictures say it
/// themselves.
fn words(text: &str, around: &[Around<'_>], rtl: bool, out: &mut String) {
    let plain = around.last().is_some_and(|around| !around.own || around.name == "option")
        || around.iter().any(|around| around.name == "svg")
        || !text.contains(is_han);
    if plain {
        out.push_str(text);
        return;
    }
    let start = text.find(chinese).unwrap_or(0);
    let end = text
        .rfind(chinese)
        .map_or(text.len(), |last| last + text[last..].chars().next().map_or(0, char::len_utf8));
    // A word or two of another script, figures and brackets belong to the Chinese around them.
    let inner = &text[start..end];
    out.push_str(&text[..start]);
    if mostly(inner) {
        mark(inner, rtl, out);
    } else {
        for (piece, chinese) in by_script(inner) {
            if chinese { mark(piece, rtl, out) } else { out.push_str(piece) }
        }
    }
    out.push_str(&text[end..]);
}

/// Whether a character is Chinese, or punctuation of Chinese.
fn chinese(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}')
}

/// Whether no letters of another language stand among the Chinese ones, but for a word of Latin.
fn mostly(text: &str) -> bool {
    let word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let words: Vec<bool> = text.split_whitespace().map(word).collect();
    !words.windows(2).any(|two| two == [true, true])
        && !text.chars().any(|c| c.is_alphabetic() && !is_han(c) && !c.is_ascii() && !chinese(c))
}

fn mark(text: &str, rtl: bool, out: &mut String) {
    let dir = if rtl { " dir=\"ltr\"" } else { "" };
    out.extend(["<span lang=\"zh-Hans\"", dir, ">"]);
    out.push_str(text);
    out.push_str("</span>");
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn chinese_is_told_where_nothing_around_it_says_so() {
        for (html, expected) in [
            ("<p>ئىزدەش</p>", "<p>ئىزدەش</p>"),
            ("<p>目录</p>", "<p><span lang=\"zh-Hans\">目录</span></p>"),
            ("<p> （第1条）甲 </p>", "<p> <span lang=\"zh-Hans\">（第1条）甲</span> </p>"),
            ("<p lang=\"zh-Hans\"><b>目录</b></p>", "<p lang=\"zh-Hans\"><b>目录</b></p>"),
            (
                "<p>Хайх: 甲 болон 乙<br/>丙</p>",
                "<p>Хайх: <span lang=\"zh-Hans\">甲</span> болон <span lang=\"zh-Hans\">乙</span>\
                 <br/><span lang=\"zh-Hans\">丙</span></p>",
            ),
            (
                "<p>甲 na neno la pili 乙</p>",
                "<p><span lang=\"zh-Hans\">甲</span> na neno la pili <span lang=\"zh-Hans\">乙</span></p>",
            ),
            ("<option value=\"a\">甲</option>", "<option value=\"a\" lang=\"zh-Hans\">甲</option>"),
            (
                "<a title=\"甲>乙\">丙</a>",
                "<a title=\"甲>乙\"><span lang=\"zh-Hans\">丙</span></a>",
            ),
            ("<svg><title>甲</title></svg>", "<svg><title>甲</title></svg>"),
        ] {
            assert_eq!(told(html, false), expected);
        }
    }

    #[test]
    fn what_runs_the_other_way_than_the_page_says_so() {
        for (html, expected) in [
            ("<p>目录</p>", "<p><span lang=\"zh-Hans\" dir=\"ltr\">目录</span></p>"),
            ("<p lang=\"en\">A</p>", "<p lang=\"en\" dir=\"ltr\">A</p>"),
            ("<p lang=\"ug\" dir=\"rtl\">ئ</p>", "<p lang=\"ug\" dir=\"rtl\">ئ</p>"),
            ("<option>甲</option>", "<option lang=\"zh-Hans\" dir=\"ltr\">甲</option>"),
            ("<a lang=\"kk-Arab\">ق</a>", "<a lang=\"kk-Arab\">ق</a>"),
            ("<a lang=\"kk\">Қ</a>", "<a lang=\"kk\" dir=\"ltr\">Қ</a>"),
        ] {
            assert_eq!(told(html, true), expected);
        }
        for (html, expected) in [
            ("<p lang=\"ug\">ئ</p>", "<p lang=\"ug\" dir=\"rtl\">ئ</p>"),
            ("<p lang=\"kk-Arab\" dir=\"rtl\">ق</p>", "<p lang=\"kk-Arab\" dir=\"rtl\">ق</p>"),
            ("<p lang=\"bo\">ཀ</p>", "<p lang=\"bo\">ཀ</p>"),
        ] {
            assert_eq!(told(html, false), expected);
        }
    }
}
