//! Page headers and footers: running words are told; a page number alone is no text.

use corpus::{Severity, bilingual};

use super::inline::Inline;
use super::reader::{Reader, words};
use crate::xml::Element;

impl Reader<'_> {
    /// Tells what stands in a header or footer, unless it is only a page number.
    pub fn margin(&mut self, part: &Element) {
        let what = if &*part.name == "ftr" {
            bilingual!("页脚", "the page footer")
        } else {
            bilingual!("页眉", "the page header")
        };
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
            let advice = bilingual!(
                "请确认这是可以发布的版本",
                "make sure that this is the version to publish"
            );
            self.flow.leave_out(
                Severity::Warning,
                bilingual!("水印", "the watermark"),
                words,
                Some(advice),
            );
        }
        let text = text.trim();
        if text.chars().any(char::is_alphanumeric) && !is_page_number(text) {
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            let told = squeeze(text);
            let repeated =
                self.flow.blocks().iter().any(|block| squeeze(&block.words()).contains(&told));
            let (severity, advice) = if repeated {
                (Severity::Notice, bilingual!("它与正文重复", "it repeats the text"))
            } else {
                (
                    Severity::Warning,
                    bilingual!(
                        "如果读者需要，请写进正文或 document.toml",
                        "put it into the text or document.toml if readers need it"
                    ),
                )
            };
            self.flow.leave_out(severity, what, text, Some(advice));
        } else if !words(part).is_empty() {
            self.flow.leave_out(
                Severity::Notice,
                what,
                &words(part),
                Some(bilingual!("它是页码", "it is a page number")),
            );
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
