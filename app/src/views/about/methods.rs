//! How links, facts and translation are made, under which terms all this may be used, how to
//! verify it, and for whom it works.

use corpus::Edition;
use corpus::downloads::Format;
use leptos::prelude::*;

use crate::page_context::page_context;
use crate::route::Page;
use crate::words::about::words;

/// How links and facts are made, and what editors add. Nothing about what the library lacks.
#[component]
pub fn Methods() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let library = page_context.library();
    let any = |has: fn(&Edition) -> bool| library.editions.iter().any(has);
    let edited = page_context.library_index.edited() || any(|edition| !edition.errata.is_empty());
    let sections = [
        ("links", words.links, words.links_how, !library.links.is_empty()),
        ("figures", words.facts, words.facts_how, any(|edition| !edition.facts.is_empty())),
        ("editorial", words.editorial, words.editorial_how, edited),
    ];
    let sections = sections.into_iter().filter(|(.., there)| *there);
    let sections = sections.map(|(anchor, title, how, _)| {
        view! { <Section anchor title paragraphs=vec![how]/> }
    });
    sections.collect_view()
}

/// A section of plain paragraphs.
#[component]
fn Section(
    anchor: &'static str,
    title: &'static str,
    paragraphs: Vec<&'static str>,
) -> impl IntoView {
    let paragraphs = paragraphs.into_iter().map(|text| view! { <p>{text}</p> });
    view! {
        <section aria-labelledby=anchor>
            <h2 id=anchor>{title}</h2>
            {paragraphs.collect_view()}
        </section>
    }
}

/// The status of the translation.
#[component]
pub fn Translation() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let paragraphs = if page_context.library_index.translated_at_all() {
        vec![words.translation_status, words.translation_checks]
    } else {
        vec![words.translation_none]
    };
    view! { <Section anchor="translation" title=words.translation paragraphs/> }
}

/// Who may use what.
#[component]
pub fn Rights() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let translation = page_context.library_index.translated_at_all().then(|| {
        view! {
            <li>
                <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
                    {words.rights_translation}
                </a>
            </li>
        }
    });
    let licences = [&*page_context.route.root(), "licences.txt"].concat();
    view! {
        <section aria-labelledby="rights">
            <h2 id="rights">{words.rights}</h2>
            <ul class="plain-list">
                <li>{words.rights_official}</li>
                {translation}
                <li>{words.rights_code}</li>
                <li><a href=licences>{words.third_party}</a></li>
            </ul>
        </section>
    }
}

/// Reading without a network: each document as one file. Where the browser can keep the whole site,
/// a script offers that instead (`public/js/tools/offline.js`).
#[component]
pub fn Offline() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let many = page_context.library_index.is_collection();
    let each = many.then(|| {
        let href = page_context.link(Page::Documents(String::new(), 1));
        view! { <li><a href=href>{words.offline_each}</a></li> }
    });
    let files = page_context.library().editions.iter().filter(|_| !many).map(|edition| {
        let file = Format::Html.path(&edition.document.id, None);
        let href = [page_context.route.root(), file].concat();
        view! { <li><a href=href download>{edition.metadata.name(page_context.english())}</a></li> }
    });
    view! {
        <section aria-labelledby="offline">
            <h2 id="offline">{words.offline}</h2>
            <div data-keep>
                <p>{words.offline_files}</p>
                <ul class="plain-list">{files.collect_view()}{each}</ul>
            </div>
        </section>
    }
}

/// Checksums to verify the site with; a script may fill `#verify`.
#[component]
pub fn Verify() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let root = page_context.route.root();
    let file = |name: &str| [&*root, name].concat();
    let (sums, release) = (file("SHA256SUMS"), file("release.json"));
    view! {
        <section aria-labelledby="verification">
            <h2 id="verification">{words.verify}</h2>
            <p>{words.verify_how}</p>
            <div id="verify" data-root=root data-release="release.json"
                data-sums="SHA256SUMS"></div>
            <p>
                <a class="button" href=sums>{words.sums}</a>
                " "
                <a class="button" href=release>{words.release}</a>
            </p>
        </section>
    }
}

/// The accessibility statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let words = words(page_context().route.locale);
    let paragraphs = vec![words.accessibility_how, words.accessibility_limits];
    view! { <Section anchor="accessibility" title=words.accessibility paragraphs/> }
}
