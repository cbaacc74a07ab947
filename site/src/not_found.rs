//! The page that hosts show for unknown addresses: `404.html`, at any depth, so that it carries
//! everything itself and finds the site's root by script, or from the configured address.

use app::page_context::LibraryIndex;
use app::prerender::told;
use app::route::{Page, Route, UiLocale};
use app::ui::texts;

use crate::assets::integrity;
use crate::exports::escape::xml;

/// The whole page, in all languages.
pub fn page(library_index: &LibraryIndex, style: &str, script: &str) -> String {
    let publication = &library_index.library.publication;
    let base = &publication.base_url;
    let hidden = if base.is_empty() { " hidden" } else { "" };
    let title = xml(publication.title.pick(false));
    let zh = texts(UiLocale::Zh);
    let others = library_index.locales().filter(|locale| *locale != UiLocale::Zh);
    let said: String = others.map(in_language).collect();
    let link = |locale: UiLocale, page: Page, words: &str| {
        let path = Route::new(locale, page).path();
        let href =
            if base.is_empty() { String::new() } else { format!(" href=\"{}{path}\"", xml(base)) };
        let link = element("a", &format!(" data-path=\"{path}\"{href}"), words, locale);
        format!("<li>{link}</li>")
    };
    let pages = |locale: UiLocale| {
        let texts = texts(locale);
        [(Page::Overview, texts.contents), (Page::Search, texts.search)]
            .map(|(page, words)| link(locale, page, words))
            .concat()
    };
    let links: String = library_index.locales().map(pages).collect();
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
         <h1>{}</h1>\n<p>{}</p>\n{said}\
         <nav aria-label=\"{}\"{hidden}><ul>{links}</ul></nav>\n</article>\n</main>\n\
         <script>{script}</script>\n</body>\n</html>\n",
        zh.not_found, zh.not_found_help, zh.not_found, zh.not_found_help, zh.menu
    )
}

/// What the page says, in a further language.
fn in_language(locale: UiLocale) -> String {
    let texts = texts(locale);
    ["h2", "p"]
        .into_iter()
        .zip([texts.not_found, texts.not_found_help])
        .map(|(name, words)| element(name, "", words, locale) + "\n")
        .collect()
}

/// An element with words in a language; Chinese ones in place of missing ones are told to be Chinese.
fn element(name: &str, attributes: &str, words: &str, locale: UiLocale) -> String {
    let (lang, words) = (locale.tag(), told(xml(words).into_owned(), locale));
    let dir = locale.direction().map_or_else(String::new, |dir| format!(" dir=\"{dir}\""));
    format!("<{name}{attributes} lang=\"{lang}\"{dir}>{words}</{name}>")
}
