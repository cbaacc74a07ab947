//! How links, facts and translation are made, under which terms all this may be used, how to
//! verify it, and for whom it works.

use corpus::Edition;
use corpus::downloads::Format;
use maud::{Markup, html};

use crate::reader::Reader;
use crate::words::about::words;

/// How links and facts are made, and what editors add. Nothing about what the library lacks.
pub fn methods(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let library = reader.library();
    let any = |has: fn(&Edition) -> bool| library.editions.iter().any(has);
    let editorial = !library.topics.is_empty() || !library.terms.is_empty();
    html! {
        @if !library.links.is_empty() { (section("links", words.links, &[words.links_how])) }
        @if any(|edition| !edition.facts.is_empty()) {
            (section("figures", words.facts, &[words.facts_how]))
        }
        @if editorial || any(|edition| !edition.errata.is_empty()) {
            (section("editorial", words.editorial, &[words.editorial_how]))
        }
    }
}

fn section(anchor: &str, title: &str, paragraphs: &[&str]) -> Markup {
    html! {
        section aria-labelledby=(anchor) {
            h2 id=(anchor) { (title) }
            @for text in paragraphs { p { (text) } }
        }
    }
}

/// The status of the translation.
pub fn translation(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let told = if reader.shelf.translated_at_all() {
        &[words.translation_status, words.translation_checks][..]
    } else {
        &[words.translation_none][..]
    };
    section("translation", words.translation, told)
}

/// Who may use what.
pub fn rights(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        section aria-labelledby="rights" {
            h2 #rights { (words.rights) }
            ul.plain-list {
                li { (words.rights_official) }
                @if reader.shelf.translated_at_all() {
                    li {
                        a href="https://creativecommons.org/licenses/by/4.0/" rel="license" {
                            (words.rights_translation)
                        }
                    }
                }
                li { (words.rights_code) }
                li { a href={ (reader.route.root()) "licences.txt" } { (words.third_party) } }
            }
        }
    }
}

/// Reading without a network: each document as one file. Where the browser can keep the whole site,
/// a script offers that instead (`public/js/tools/offline.js`).
pub fn offline(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        section aria-labelledby="offline" {
            h2 #offline { (words.offline) }
            div data-keep {
                p { (words.offline_files) }
                ul.plain-list {
                    @for edition in &reader.library().editions {
                        li {
                            a href={ (reader.route.root()) (Format::Html.path(&edition.document.id, None)) }
                                download { (edition.metadata.name(reader.english())) }
                        }
                    }
                }
            }
        }
    }
}

/// Checksums to verify the site with; a script may fill `#verify`.
pub fn verify(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let root = reader.route.root();
    html! {
        section aria-labelledby="verification" {
            h2 #verification { (words.verify) }
            p { (words.verify_how) }
            div #verify data-root=(root) data-release="release.json" data-sums="SHA256SUMS" {}
            p {
                a.button href={ (root) "SHA256SUMS" } { (words.sums) } " "
                a.button href={ (root) "release.json" } { (words.release) }
            }
        }
    }
}

/// The accessibility statement.
pub fn accessibility(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let told = [words.accessibility_how, words.accessibility_limits];
    section("accessibility", words.accessibility, &told)
}
