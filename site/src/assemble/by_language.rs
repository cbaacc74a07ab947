//! What a site has for each language of its interface beside the pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::Result;
use app::page_context::LibraryIndex;
use corpus::Locale;
use corpus::publication::Theme;

use crate::assets::{Asset, Assets};
use crate::head::{Inline, Sheet};
use crate::interface::{self, FurtherLanguage};
use crate::kit::Kit;
use crate::style::{self, Needs};
use crate::terms;

/// The languages that are written somewhere on the site, beside Chinese and English.
pub(super) fn written<'a>(
    further: &[&'a Locale],
    interface: &'a [FurtherLanguage],
) -> Vec<&'a Locale> {
    let all: BTreeSet<&Locale> =
        further.iter().copied().chain(interface.iter().map(|own| own.tag())).collect();
    all.into_iter().collect()
}

/// The style sheet, and, where a language needs it, that of pages that begin on the right.
pub(super) fn styles(
    assets: &mut Assets,
    theme: &Theme,
    needs: Needs<'_>,
) -> Result<(Sheet, Option<Sheet>)> {
    let style = sheet("style", style::sheet(theme, needs)?, needs.many, assets);
    if !needs.interface.iter().any(|further| further.interface.is_rtl()) {
        return Ok((style, None));
    }
    let text = style::sheet(theme, Needs { mirrored: true, ..needs })?;
    Ok((style, Some(sheet("style-mirrored", text, needs.many, assets))))
}

/// A style sheet: in every page, or, for `many` pages, a file of its own.
fn sheet(name: &'static str, text: String, many: bool, assets: &mut Assets) -> Sheet {
    let shared = many.then(|| {
        let asset = Asset::uncompressed("style", "css", text.clone().into_bytes());
        let path = asset.path.clone();
        assets.add(name, asset);
        path
    });
    Sheet { inline: Inline::new(text), shared }
}

/// What pop-ups on terms show, and the words of further languages.
pub(super) fn words(
    assets: &mut Assets,
    library_index: &Arc<LibraryIndex>,
    interface: &[FurtherLanguage],
    kit: &Kit,
) -> Result<()> {
    let mut add = |name: String, text: String| {
        let name: &'static str = name.leak();
        assets.add(name, Asset::uncompressed(name, "js", text.into_bytes()));
    };
    for locale in library_index.locales() {
        if let Some(terms) = terms::data(library_index, locale)? {
            add(["terms-", locale.short()].concat(), terms);
        }
    }
    for further in interface {
        add(["words-", further.interface.tag].concat(), interface::script(*further, kit)?);
    }
    Ok(())
}
