//! The style sheet: the files of `app/style` in their order, lowered for old WebViews and
//! minified. Every page carries it inline, which saves the first page a round trip.

mod physical;
pub mod theme;

use std::fmt::Write as _;

use anyhow::{Result, anyhow};
use corpus::Locale;
use corpus::publication::Theme;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

macro_rules! sheets {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../app/style/", $name)))),*]
    };
}

/// The style files by name, in the order in which they apply.
pub const SHEETS: &[(&str, &str)] = sheets![
    "1-tokens.css",
    "2-base.css",
    "3-shell.css",
    "4-text.css",
    "4-reach.css",
    "5-passages.css",
    "6-pages.css",
    "7-kept.css",
    "7-home.css",
    "7-saved.css",
    "8-search.css",
    "8-matches.css",
    "8-facts.css",
    "8-timeline.css",
    "9-coverage.css",
    "9-tools.css",
    "9-print.css",
];

/// Chrome 61 is the oldest WebView that we lower for.
const OLDEST: Browsers = Browsers {
    chrome: Some(61 << 16),
    android: Some(61 << 16),
    safari: Some(12 << 16),
    ios_saf: Some(12 << 16),
    firefox: Some(67 << 16),
    edge: None,
    ie: None,
    opera: None,
    samsung: None,
};

/// The style of what the reader's tools open; it is loaded with them.
const PANEL: &str = include_str!("../../app/style/panel.css");

/// The style of lines in further languages; only sites that have such lines have it.
const LANGUAGES: &str = include_str!("../../app/style/languages.css");

/// The style of lists of documents; only libraries of many have them.
const LIBRARY: &str = include_str!("../../app/style/library.css");

/// All style sheets of pages as one, in the colours of the theme, lowered and minified. `further`
/// are the languages beside Chinese and English that the site has translations into; `many` where it
/// has lists of documents.
///
/// # Errors
/// Where a style sheet is not valid CSS.
pub fn sheet(theme: &Theme, further: &[&Locale], many: bool) -> Result<String> {
    let mut all: String = SHEETS.iter().map(|(_, text)| *text).collect();
    if !further.is_empty() {
        all.push_str(LANGUAGES);
    }
    if many {
        all.push_str(LIBRARY);
    }
    for Locale(tag) in further {
        // The reader has chosen others.
        let _ = writeln!(
            all,
            ":root[data-beside]:not([data-beside~=\"{tag}\"]) .{tag}-line {{\n  display: none;\n}}"
        );
    }
    lowered(&theme::themed(&all, theme))
}

/// The style sheet of the tools, lowered and minified.
///
/// # Errors
/// Where it is not valid CSS.
pub fn panel() -> Result<String> {
    lowered(PANEL)
}

fn lowered(source: &str) -> Result<String> {
    let targets = Targets { browsers: Some(OLDEST), ..Targets::default() };
    let source = physical::physical(source);
    let mut sheet = StyleSheet::parse(&source, ParserOptions::default())
        .map_err(|error| anyhow!("style sheet: {error}"))?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("style sheet: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("style sheet: {error}"))?;
    Ok(printed.code)
}
