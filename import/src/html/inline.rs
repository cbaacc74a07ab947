//! Text within a paragraph: white space as a browser shows it.

use corpus::text::is_han;

/// Elements whose text is no text of the page.
pub fn skipped(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "noscript" | "template" | "head" | "title" | "meta" | "link"
    )
}

/// Elements that begin and end a paragraph.
pub fn parts_paragraphs(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "center"
            | "address"
            | "figure"
            | "figcaption"
            | "form"
            | "fieldset"
            | "legend"
            | "hr"
            | "details"
            | "summary"
            | "caption"
            | "body"
            | "html"
            | "tr"
            | "td"
            | "th"
            | "tbody"
            | "thead"
            | "tfoot"
            | "ucapcontent"
            | "founder-content"
    )
}

/// Adds a text node to a paragraph. White space becomes one space, and none where a line of the
/// source ends between two Chinese characters, as browsers show it.
pub fn add(paragraph: &mut String, text: &str, preformatted: bool) {
    if preformatted {
        paragraph.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
        return;
    }
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !is_space(c) {
            paragraph.push(c);
            continue;
        }
        let mut line_end = c == '\n' || c == '\r';
        while let Some(next) = chars.peek().copied().filter(|next| is_space(*next)) {
            line_end |= next == '\n' || next == '\r';
            chars.next();
        }
        let wide = |c: char| is_han(c) || "，。、；：？！（）《》“”‘’【】〔〕—".contains(c);
        let between = paragraph.chars().next_back().is_some_and(wide)
            && chars.peek().is_none_or(|next| wide(*next));
        let starts = paragraph.is_empty() || paragraph.ends_with([' ', '\n']);
        if !(starts || line_end && between) {
            paragraph.push(' ');
        }
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// The paragraphs of what stood between two borders. `\n` is a forced line break: two of them, or
/// one before an indent, part paragraphs, as pages without `p` do it.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.split('\n') {
        let indented = line.starts_with(['\u{3000}', '\u{a0}', '\u{2003}']);
        let words = line.trim();
        if words.is_empty() {
            open = false;
        } else if open && !indented {
            if let Some(last) = paragraphs.last_mut() {
                last.push('\n');
                last.push_str(words);
            }
        } else {
            paragraphs.push(words.to_owned());
            open = true;
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_source_are_no_spaces_in_chinese() {
        let mut out = String::new();
        add(&mut out, "  新建\n   公路 100\n公里，\n  改建 ", false);
        assert_eq!(out, "新建公路 100 公里，改建 ");
    }

    #[test]
    fn forced_breaks_with_an_indent_are_paragraphs() {
        assert_eq!(paragraphs("甲。\n　　乙。\n丙。\n\n丁。"), ["甲。", "乙。\n丙。", "丁。"]);
    }
}
