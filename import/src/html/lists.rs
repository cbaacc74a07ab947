//! Numbers of lists, which a browser counts: `<ol>` with its type, start and values.

use scraper::node::Element;

/// How a list marks its entries.
#[derive(Clone, Debug)]
pub enum Marks {
    /// With bullets or not at all.
    Bullets,
    /// With numbers in this style, the next one first.
    Numbers(Style, i64),
}

/// Number styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// 1, 2, 3
    Decimal,
    /// a, b, c
    Lower,
    /// A, B, C
    Upper,
    /// i, ii, iii
    Roman,
    /// 一、二、三
    Chinese,
}

impl Marks {
    /// Those of a list element.
    pub fn of(list: &Element) -> Self {
        let css = list.attr("style").unwrap_or_default().to_lowercase();
        if list.name() != "ol"
            || css.contains("list-style:none")
            || css.contains("list-style-type:none")
            || css.contains("list-style: none")
            || css.contains("list-style-type: none")
        {
            return Self::Bullets;
        }
        let style = match list.attr("type") {
            Some("a") => Style::Lower,
            Some("A") => Style::Upper,
            Some("i" | "I") => Style::Roman,
            _ if css.contains("cjk-") || css.contains("chinese") => Style::Chinese,
            _ if css.contains("lower-alpha") || css.contains("lower-latin") => Style::Lower,
            _ if css.contains("upper-alpha") || css.contains("upper-latin") => Style::Upper,
            _ if css.contains("roman") => Style::Roman,
            _ => Style::Decimal,
        };
        let start = list.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        Self::Numbers(style, start)
    }

    /// The mark of the next entry.
    pub fn next(&mut self, entry: &Element) -> Option<String> {
        let Self::Numbers(style, next) = self else { return None };
        let value = entry.attr("value").and_then(|value| value.trim().parse().ok());
        let number = value.unwrap_or(*next);
        *next = number.saturating_add(1);
        let format = match style {
            Style::Decimal => "decimal",
            Style::Lower => "lowerLetter",
            Style::Upper => "upperLetter",
            Style::Roman => "lowerRoman",
            Style::Chinese => "chineseCountingThousand",
        };
        let printed = u32::try_from(number).ok().and_then(|n| crate::docx::ordinal(format, n));
        let printed = printed.unwrap_or_else(|| number.to_string());
        Some(printed + if *style == Style::Chinese { "、" } else { ". " })
    }
}
