//! The `<head>` of a page.

use app::page_context::PageContext;
use app::route::{Page, Route};
use corpus::{DocumentId, Unit};

use crate::assets::{Asset, integrity};
use crate::exports::escape::xml;
use crate::languages::Font;
use crate::portal::{self, PageInfo, PageKind};

/// The colours of the header on light and on dark paper (`--paper-2` in `1-tokens.css`), for the
/// browser's own bars.
pub const LIGHT: &str = "#f5f2ea";
const DARK: &str = "#211f1c";

/// What every page's head needs beside its own words.
#[derive(Debug)]
pub struct Frame {
    /// The style sheet.
    pub style: Sheet,
    /// The same for pages whose lines begin on the right, where there are such.
    pub mirrored: Option<Sheet>,
    /// The script that applies kept settings before anything is painted.
    pub early: Inline,
    /// The loader, `boot.js`.
    pub boot: Checked,
    /// The plain search and its data, for the search page where the loader fails.
    pub plain: [Checked; 2],
    /// Fonts for scripts that few devices have.
    pub fonts: Vec<Font>,
    /// The release's id.
    pub release: String,
    /// What further stands in the head, where the site is not to be published.
    pub further: String,
}

/// What stands in the page itself, and runs or counts there for its digest.
#[derive(Debug)]
pub struct Inline {
    /// Its text.
    pub text: String,
    /// Its digest, as the policy names it: reckoned once, and not for every page.
    digest: String,
}

impl Inline {
    /// A script or a style sheet.
    pub fn new(text: String) -> Self {
        let digest = integrity(text.as_bytes());
        Self { text, digest }
    }
}

/// A style sheet, which stands in the page.
#[derive(Debug)]
pub struct Sheet {
    /// Its text.
    pub inline: Inline,
    /// Its path where it is a file of its own, and stands in no page: in a library of many documents,
    /// whose readers open many pages, and whose pages are many.
    pub shared: Option<String>,
}

/// The place of the release's id, as long as it is not known: it follows from all pages.
pub const RELEASE: &str = "POLICY_RELEASE";

/// A script that the browser runs only if it is what was built.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Its path from the root.
    pub path: String,
    /// Its digest, as the `integrity` of a request.
    pub integrity: String,
}

impl Checked {
    /// An asset's path and digest.
    pub fn of(asset: &Asset) -> Self {
        Self { path: asset.path.clone(), integrity: asset.integrity() }
    }
}

impl Frame {
    /// The content security policy, by meta tag: hosts are not asked for headers. Inline are the
    /// style sheet and the settings script alone, both by hash.
    ///
    /// `'unsafe-eval'` is what allows WebAssembly before Chrome 97 and Safari 16. Where a browser
    /// knows `'wasm-unsafe-eval'`, the settings script adds a second policy with that instead, and
    /// as both must be met, strings are not run as program there (docs/decisions/0008).
    pub fn policy(&self, style: &Sheet) -> String {
        format!(
            "default-src 'none'; script-src 'self' 'unsafe-eval' '{}'; style-src 'self' '{}'; \
             img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; \
             manifest-src 'self'; worker-src 'self'; media-src 'self'; base-uri 'none'; \
             form-action 'self'",
            self.early.digest, style.inline.digest
        )
    }

    /// The whole page around its body.
    pub fn page(&self, page_context: &PageContext, body: &str) -> String {
        let root = page_context.route.root();
        let root = if root.is_empty() { "./" } else { &root };
        let title = app::views::title(page_context);
        let (title, description) = (xml(&title), description(page_context));
        let portal = portal_head(page_context);
        let locale = page_context.route.locale;
        let (lang, dir) = (locale.tag(), locale.direction());
        let sheet = self.mirrored.as_ref().filter(|_| dir.is_some()).unwrap_or(&self.style);
        let dir = dir.map_or_else(String::new, |dir| format!(" dir=\"{dir}\""));
        let style = sheet.element(root);
        let Self { boot: Checked { path: boot, integrity }, release, further, .. } = self;
        let early = &self.early.text;
        // What the search page needs where the loader fails (see early.js).
        let plain = if page_context.route.page == Page::Search {
            self.plain_search()
        } else {
            String::new()
        };
        let policy = self.policy(sheet);
        let fonts: String = self.fonts.iter().map(|font| font.links(root, lang, body)).collect();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"{dir} id=\"elder\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n{description}\
             <meta name=\"release\" content=\"{release}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <script>{early}</script>\n{style}\n{fonts}\
             <link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"apple-touch-icon\" href=\"{root}icons/apple-touch-icon.png\">\n\
             <link rel=\"manifest\" href=\"{root}manifest.webmanifest\">\n\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"{LIGHT}\">\n\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"{DARK}\">\n\
             {portal}\
             <script defer src=\"{root}{boot}\" integrity=\"{integrity}\" data-root=\"{root}\"{plain}></script>\n{further}</head>\n\
             <body>\n<div id=\"app\">{body}</div>\n</body>\n</html>\n"
        )
    }
}

impl Sheet {
    fn element(&self, root: &str) -> String {
        self.shared.as_ref().map_or_else(
            || format!("<style>{}</style>", self.inline.text),
            |path| format!("<link rel=\"stylesheet\" href=\"{root}{path}\">"),
        )
    }
}

impl Frame {
    fn plain_search(&self) -> String {
        let files = self.plain.each_ref().map(|file| format!("{} {}", file.path, file.integrity));
        format!(" data-plain=\"{}\"", files.join(" "))
    }
}

/// What the page is about; nothing where it stands for another one.
fn description(page_context: &PageContext) -> String {
    if page_context.route.page == Page::NotKept {
        return String::new();
    }
    let words = app::views::description(page_context);
    format!("<meta name=\"description\" content=\"{}\">\n", xml(&words))
}

/// What portals, search engines and shared links read.
fn portal_head(page_context: &PageContext) -> String {
    let Route { page, .. } = &page_context.route;
    let edition = |id: &DocumentId| page_context.edition(id);
    let unit;
    let kind = match page {
        Page::Document(id) => edition(id).map(PageKind::Document),
        Page::Division(id, number) => {
            unit = Unit::Division(number.clone());
            edition(id).map(|edition| PageKind::Unit(edition, &unit))
        }
        Page::Provision(id, number) => {
            unit = Unit::Provision(number.clone());
            edition(id).map(|edition| PageKind::Unit(edition, &unit))
        }
        Page::NotKept => Some(PageKind::Unlisted),
        _ => None,
    };
    let route = &page_context.route;
    let alternates: Vec<(&str, String)> = page_context
        .library_index
        .locales()
        .map(|locale| (locale.tag(), route.translated(locale).path()))
        .collect();
    portal::head(
        page_context.library(),
        &PageInfo {
            path: &route.path(),
            language: route.locale.tag(),
            english: page_context.english(),
            alternates: &alternates,
            title: &app::views::title(page_context),
            description: &app::views::description(page_context),
            image: None,
            kind: kind.unwrap_or(PageKind::Site),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_have_the_colours_of_the_header() {
        let (_, tokens) = crate::style::SHEETS[0];
        for colour in [LIGHT, DARK] {
            assert!(tokens.contains(&format!("--paper-2: {colour};")), "{colour}");
        }
    }
}
