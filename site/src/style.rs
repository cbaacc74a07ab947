//! The style sheet: the files of `app/style` in their order, lowered for old WebViews and
//! minified. Every page carries it inline, which saves the first page a round trip.

mod physical;
pub mod theme;

use std::fmt::Write as _;

use anyhow::{Result, anyhow};
use app::route::UiLocale;
use app::ui::texts;
use corpus::Locale;
use corpus::publication::Theme;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::interface::FurtherLanguage;

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
    "4-rows.css",
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

/// The style of pages in a further language of the interface.
const INTERFACE: &str = include_str!("../../app/style/interface.css");

/// What of the style a site needs that not every site has.
#[derive(Clone, Copy, Debug)]
pub struct Needs<'a> {
    /// The languages beside Chinese and English that it has translations into.
    pub further: &'a [&'a Locale],
    /// Whether it has lists of documents.
    pub many: bool,
    /// The further languages of its interface.
    pub interface: &'a [FurtherLanguage],
    /// Whether the style is for pages whose lines begin on the right.
    pub mirrored: bool,
}

/// All style sheets of pages as one, in the colours of the theme, lowered and minified.
///
/// # Errors
/// Where a style sheet is not valid CSS.
pub fn sheet(theme: &Theme, needs: Needs<'_>) -> Result<String> {
    let Needs { further, many, interface, mirrored } = needs;
    let mut all: String = SHEETS.iter().map(|(_, text)| *text).collect();
    if !further.is_empty() {
        all.push_str(LANGUAGES);
    }
    if many {
        all.push_str(LIBRARY);
    }
    if !interface.is_empty() {
        // What holds for pages with Chinese content holds for these.
        for root in [":root", "html"] {
            all = all.replace(&format!("{root}:lang(zh)"), &format!("{root}:not(:lang(en))"));
        }
        all.push_str(INTERFACE);
        all.extend(interface.iter().map(|further| menu(further.locale())));
    }
    for Locale(tag) in further {
        // The reader has chosen others.
        let _ = writeln!(
            all,
            ":root[data-beside]:not([data-beside~=\"{tag}\"]) .{tag}-line {{\n  display: none;\n}}"
        );
    }
    lowered(&theme::themed(&all, theme), mirrored)
}

/// The room that the search leaves the menu's button before its word has come, see `3-shell.css`: by
/// the word, whose Chinese letters are as wide as high, those of Arabic and Mongolian half as wide, and
/// others two thirds.
fn menu(locale: UiLocale) -> String {
    let word = texts(locale).menu_button;
    let width = |c: char| match c {
        '\u{0600}'..='\u{06ff}' | '\u{1800}'..='\u{18af}' => 0.5,
        '\u{2e80}'.. => 1.0,
        _ => 0.66,
    };
    let width: f64 = word.chars().map(width).sum();
    format!(
        "@media (max-width: 63.99rem) {{\n  header.site:lang({}) {{\n    --menu: calc({:.1}em + 1.4rem);\n  }}\n}}\n",
        locale.tag(),
        width.clamp(2.0, 7.0)
    )
}

/// The style sheet of the tools, lowered and minified.
///
/// # Errors
/// Where it is not valid CSS.
pub fn panel() -> Result<String> {
    lowered(PANEL, false)
}

fn lowered(source: &str, mirrored: bool) -> Result<String> {
    let targets = Targets { browsers: Some(OLDEST), ..Targets::default() };
    let source = physical::physical(source, mirrored);
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
