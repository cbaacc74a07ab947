//! The page that hosts show for unknown addresses: `404.html`, at any depth, so that it carries
//! everything itself and finds the site's root by script, or from the configured address.

use corpus::Library;

use crate::assets::integrity;
use crate::exports::escape::xml;

/// The whole page, in both languages.
pub fn page(library: &Library, style: &str, script: &str) -> String {
    let publication = &library.publication;
    let base = &publication.base_url;
    let hidden = if base.is_empty() { " hidden" } else { "" };
    let title = xml(publication.title.pick(false));
    let texts =
        [app::ui::texts(app::route::UiLocale::Zh), app::ui::texts(app::route::UiLocale::En)];
    let [zh, en] = texts;
    let link = |path: &str, words: &str| {
        let href =
            if base.is_empty() { String::new() } else { format!(" href=\"{}{path}\"", xml(base)) };
        format!("<li><a data-path=\"{path}\"{href}>{}</a></li>", xml(words))
    };
    let links = [
        link("", zh.contents),
        link("search/", zh.search),
        link("en/", en.contents),
        link("en/search/", en.search),
    ]
    .concat();
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'",
        integrity(script.as_bytes()),
        integrity(style.as_bytes())
    );
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{} · {title}</title>\n\
         <meta name=\"description\" content=\"{}\">\n\
         <style>{style}</style>\n</head>\n<body>\n<main>\n<article class=\"not-found\">\n\
         <h1>{}</h1>\n<p>{}</p>\n<h2 lang=\"en\">{}</h2>\n<p lang=\"en\">{}</p>\n\
         <nav aria-label=\"{}\"{hidden}><ul>{links}</ul></nav>\n</article>\n</main>\n\
         <script>{script}</script>\n</body>\n</html>\n",
        zh.not_found,
        zh.not_found_help,
        zh.not_found,
        zh.not_found_help,
        en.not_found,
        en.not_found_help,
        zh.menu
    )
}
