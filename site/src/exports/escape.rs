//! How text becomes safe in each format. Text is never trusted: it may hold markup, script or
//! characters that a format has no room for.

use std::borrow::Cow;

/// The one way in which text gets into XML, XHTML and HTML that is not made by views.
pub use corpus::text::xml;

/// Text for Markdown: characters that would be read as markup are escaped, raw HTML included.
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for (index, c) in text.chars().enumerate() {
        let at_start = index == 0 && matches!(c, '#' | '+' | '-' | '=' | '~' | '>' | '|');
        let anywhere =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~');
        match c {
            '\n' | '\r' => escaped.push(' '),
            c => {
                if at_start || anywhere {
                    escaped.push('\\');
                }
                escaped.push(c);
            }
        }
    }
    // `1.` or `1)` at the start of a line would begin a list.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && escaped[digits..].starts_with(['.', ')']) {
        escaped.insert(digits, '\\');
    }
    escaped
}

/// JSON for a `<script type="application/ld+json">`: nothing in it can end the element or begin a
/// comment.
pub fn json_in_html(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// A link's address: only web addresses, mail, telephone and relative ones; anything else, such
/// as `javascript:`, is refused.
pub fn href(address: &str) -> Option<Cow<'_, str>> {
    corpus::text::web_address(address).map(xml)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_stays_text() {
        assert_eq!(xml("<b>&\"'"), "&lt;b&gt;&amp;&quot;&#39;");
        assert_eq!(xml("甲\u{1}乙"), "甲\u{fffd}乙");
        assert!(matches!(xml("甲，乙"), Cow::Borrowed(_)));
        assert_eq!(
            markdown("<script>*a*_b_[c](d)`e`"),
            "\\<script\\>\\*a\\*\\_b\\_\\[c\\](d)\\`e\\`"
        );
        assert_eq!(markdown("# 甲"), "\\# 甲");
        assert_eq!(markdown("1.甲"), "1\\.甲");
        assert_eq!(markdown("12) 甲"), "12\\) 甲");
    }

    #[test]
    fn scripts_cannot_be_ended() {
        assert_eq!(json_in_html("\"</script><!--\""), "\"\\u003c/script\\u003e\\u003c!--\"");
    }

    #[test]
    fn only_ordinary_addresses_are_linked() {
        for fine in ["https://a.gov.cn/?x=1", "mailto:a@b.cn", "../a/#s1", "a/b:c", "tel:12345"] {
            assert!(href(fine).is_some(), "{fine}");
        }
        for refused in ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", ""] {
            assert!(href(refused).is_none(), "{refused}");
        }
    }
}
