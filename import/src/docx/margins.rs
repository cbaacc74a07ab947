//! Page headers and footers: running words are told; a page number alone is no text.

use corpus::Severity;

use super::inline::Inline;
use super::reader::{Reader, words};
use crate::xml::Element;

impl Reader<'_> {
    /// Tells what stands in a header or footer, unless it is only a page number.
    pub fn margin(&mut self, part: &Element) {
        let what = if &*part.name == "ftr" { "the page footer" } else { "the page header" };
        let mut text = String::new();
        for element in part.descendants() {
            if &*element.name == "p" {
                let mut inline = Inline::new(None);
                self.inline(element, &mut inline);
                text.push_str(inline.text.trim());
                text.push(' ');
            }
        }
        self.end();
        let drawn: Vec<&str> =
            part.descendants().iter().filter_map(|shape| watermark(shape)).collect();
        for words in drawn {
            let advice = "make sure that this is the version to publish";
            self.flow.leave_out(Severity::Warning, "the watermark", words, advice);
        }
        let text = text.trim();
        if text.chars().any(char::is_alphanumeric) && !is_page_number(text) {
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            let told = squeeze(text);
            let repeated =
                self.flow.blocks().iter().any(|block| squeeze(&block.words()).contains(&told));
            let (severity, advice) = if repeated {
                (Severity::Notice, "it repeats the text")
            } else {
                (Severity::Warning, "put it into the text or document.toml if readers need it")
            };
            self.flow.leave_out(severity, what, text, advice);
        } else if !words(part).is_empty() {
            self.flow.leave_out(Severity::Notice, what, &words(part), "it is a page number");
        }
    }
}

fn watermark(shape: &Element) -> Option<&str> {
    (&*shape.name == "textpath").then(|| shape.attribute("string"))?.filter(|s| !s.is_empty())
}

/// Whether the words only number a page: `— 3 —`, `第 3 页 共 9 页`, `3 / 9`.
pub fn is_page_number(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_numeric()
            || c.is_whitespace()
            || "第页共頁—–-－─·.,/|page of".contains(c.to_ascii_lowercase())
    })
}
