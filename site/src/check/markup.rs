//! Just enough of HTML to look at a page of ours: its tags with their attributes, and what stands
//! in scripts and style sheets. Well-formedness is tested elsewhere, with a full parser.

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name in small letters.
    pub name: String,
    /// Names and values, entities as written.
    pub attributes: Vec<(String, &'a str)>,
    /// What stands in it, for `script`, `style` and `title`.
    pub raw: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| *value)
    }
}

/// The start tags of a page in their order.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (mut tag, after) = start_tag(rest);
            rest = after;
            if matches!(tag.name.as_str(), "script" | "style" | "title") {
                let end = rest.find(&format!("</{}", tag.name)).unwrap_or(rest.len());
                tag.raw = &rest[..end];
                rest = &rest[end..];
            }
            tags.push(tag);
        }
    }
    tags
}

/// Reads a tag from behind its `<`; gives the rest behind its `>`.
fn start_tag(text: &str) -> (Tag<'_>, &str) {
    let ends = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
    let length = text.find(ends).unwrap_or(text.len());
    let name = text[..length].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut rest = &text[length..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let length = rest.find(|c: char| ends(c) || c == '=').unwrap_or(rest.len()).max(1);
        let key = rest.get(..length).unwrap_or(rest).to_ascii_lowercase();
        rest = rest.get(length..).unwrap_or("");
        let mut value = "";
        if let Some(after) = rest.trim_start().strip_prefix('=') {
            (value, rest) = attribute_value(after.trim_start());
        }
        attributes.push((key, value));
    }
    (Tag { name, attributes, raw: "" }, rest.strip_prefix('>').unwrap_or(rest))
}

fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_with_attributes_and_raw_content() {
        let html = "<!doctype html><!-- <b> --><p class=\"a > b\" hidden>x<br/>\
                    <script src=x.js defer></script><style>p > a {}</style></p>";
        let tags = tags(html);
        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["p", "br", "script", "style"]);
        assert_eq!(tags[0].attribute("class"), Some("a > b"));
        assert_eq!(tags[0].attribute("hidden"), Some(""));
        assert_eq!(tags[2].attribute("src"), Some("x.js"));
        assert_eq!(tags[3].raw, "p > a {}");
    }

    #[test]
    fn broken_markup_ends() {
        for html in ["<", "<a", "<a b=\"", "<script>", "<a =>", "<é", "<a é", "<!--", "<a/é=\"\">"]
        {
            let _ = tags(html);
        }
    }
}
