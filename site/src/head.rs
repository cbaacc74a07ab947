//! The `<head>` of a page.

use app::reader::Reader;
use sha2::{Digest, Sha256};

use crate::assets::base64;

/// What every page's head needs beside its own words.
#[derive(Debug)]
pub struct Frame {
    /// The style sheet.
    pub style: String,
    /// The script that applies kept settings before anything is painted.
    pub early: String,
    /// The path of `boot.js` from the root.
    pub boot: String,
    /// The release's id.
    pub release: String,
}

impl Frame {
    /// The content security policy, by meta tag: hosts are not asked for headers. Inline are the
    /// style sheet and the settings script alone, both by hash.
    pub fn policy(&self) -> String {
        let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}; \
             img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; \
             manifest-src 'self'; worker-src 'self'; media-src 'self'; base-uri 'none'; \
             form-action 'self'",
            hash(&self.early),
            hash(&self.style)
        )
    }

    /// The whole page around its body.
    pub fn page(&self, reader: &Reader, body: &str) -> String {
        let root = reader.route.root();
        let root = if root.is_empty() { "./" } else { &root };
        let title = escape(&app::views::title(reader));
        let description = escape(&app::views::description(reader));
        let lang = reader.route.locale.tag();
        let Self { style, early, boot, release } = self;
        let policy = self.policy();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <meta name=\"release\" content=\"{release}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <script>{early}</script>\n<style>{style}</style>\n\
             <link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">\n\
             <script defer src=\"{root}{boot}\" data-root=\"{root}\"></script>\n</head>\n\
             <body>\n<div id=\"app\">{body}</div>\n</body>\n</html>\n"
        )
    }
}

/// Text as it stands in an attribute or element.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
