//! What only sites with translations into further languages have: fonts for scripts that few
//! devices have, each on those pages alone on which the script occurs.

use std::collections::BTreeSet;

use anyhow::Result;
use corpus::{Edition, Library, Locale};

use crate::assets::{Asset, Assets};
use crate::kit::Kit;

/// A script that few devices have a font for.
struct Script {
    /// The language that is written in it.
    tag: &'static str,
    /// The font's name in style sheets.
    family: &'static str,
    /// The names of its assets: font, style sheet, licence.
    assets: [&'static str; 3],
    /// Its file in the kit, without its ending; the licence lies beside it.
    file: &'static str,
    /// Which characters it is asked for: no others make a browser load it.
    range: &'static str,
    /// The same without punctuation that other scripts have as well.
    letters: &'static str,
}

const SCRIPTS: [Script; 1] = [Script {
    tag: "mn-Mong",
    family: "Noto Sans Mongolian",
    assets: ["mongolian", "mongolian-style", "mongolian-licence"],
    file: "noto-sans-mongolian",
    range: "U+1800-18AF,U+200C-200D,U+202F,U+2048-2049,U+3001-3002,U+3008-300F,U+11660-1166C",
    letters: "U+1800-18AF,U+11660-1166C",
}];

/// A font that a site has.
#[derive(Clone, Debug)]
pub struct Font {
    tag: &'static str,
    path: String,
    style: String,
}

/// The languages that a site has further translations into, in the order of their tags.
pub fn further(library: &Library) -> Vec<&Locale> {
    let all: BTreeSet<&Locale> =
        library.editions.iter().flat_map(Edition::further).map(|one| &one.locale).collect();
    all.into_iter().collect()
}

/// Adds the fonts of these languages, each with its style sheet and its licence.
///
/// # Errors
/// Where the kit lacks one.
pub fn add_fonts(assets: &mut Assets, further: &[&Locale], kit: &Kit) -> Result<Vec<Font>> {
    let mut fonts = Vec::new();
    for script in SCRIPTS.iter().filter(|script| further.iter().any(|one| one.0 == script.tag)) {
        let [font, style, licence] = script.assets;
        let file =
            Asset::uncompressed(script.file, "woff2", kit.font(&format!("{}.woff2", script.file))?);
        let words = kit.font(&format!("{}.LICENSE", script.file))?;
        let words = Asset::uncompressed(&format!("{}-licence", script.file), "txt", words);
        let sheet =
            Asset::uncompressed(script.file, "css", script.sheet(&file, &words).into_bytes());
        fonts.push(Font { tag: script.tag, path: file.path.clone(), style: sheet.path.clone() });
        for (name, asset) in [(font, file), (style, sheet), (licence, words)] {
            assets.add(name, asset);
        }
    }
    Ok(fonts)
}

impl Script {
    /// The style sheet that names the font, and the same as `… Letters` for its letters among those of
    /// other scripts; it lies beside it.
    fn sheet(&self, font: &Asset, licence: &Asset) -> String {
        let name = |asset: &Asset| asset.path.trim_start_matches("assets/").to_owned();
        let face = |more: &str, range: &str| {
            format!(
                "@font-face{{font-family:\"{}{more}\";src:url({}) format(\"woff2\");\
                 font-display:swap;unicode-range:{range}}}\n",
                self.family,
                name(font),
            )
        };
        let faces = face("", self.range) + &face(" Letters", self.letters);
        format!("/* Licence: {} */\n{faces}", name(licence))
    }
}

impl Font {
    /// The links to it for the head of a page, where the page has text in its script, or may get
    /// some as the answer to a question. Without a digest: from a disk browsers would refuse it, and
    /// a font runs nothing.
    pub fn links(&self, root: &str, lang: &str, body: &str) -> String {
        // The name of the language in the header is worth a font, but not to wait for it.
        let named = body.matches(&format!(" hreflang=\"{}\"", self.tag)).count();
        let all = body.matches(&format!(" lang=\"{}\"", self.tag)).count();
        let written = all > named || lang == self.tag;
        let sheet = format!("<link rel=\"stylesheet\" href=\"{root}{}\">\n", self.style);
        match (written, named > 0 || body.contains(" id=\"found-list\"")) {
            (true, _) => format!(
                "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" href=\"{root}{}\" crossorigin>\n{sheet}",
                self.path
            ),
            (false, true) => sheet,
            (false, false) => String::new(),
        }
    }
}
