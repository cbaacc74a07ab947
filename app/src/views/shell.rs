//! What surrounds every page: skip link, header with search and navigation, footer.

use leptos::prelude::*;

use crate::reader::Reader;
use crate::route::Page;

/// The body of a page around its main part.
pub fn shell(reader: &Reader, main: AnyView) -> AnyView {
    view! {
        <a class="skip" href="#main">{reader.texts().skip}</a>
        {header(reader)}
        <main id="main" tabindex="-1">{main}</main>
        {footer(reader)}
        <div id="announcer" class="visually-hidden" aria-live="polite"></div>
    }
    .into_any()
}

fn header(reader: &Reader) -> AnyView {
    let texts = reader.texts();
    let other = reader.route.translated();
    let other_href = reader.route.link(&other);
    let site = reader.library().publication.title.pick(reader.english()).to_owned();
    view! {
        <header class="site">
            <a class="site-name" href=reader.link(Page::Overview)>{site}</a>
            {search_form(reader)}
            <nav class="site-nav" aria-label=texts.menu>
                {navigation(reader)}
                <a class="language" href=other_href lang=other.locale.tag() hreflang=other.locale.tag()>
                    {texts.language}
                </a>
            </nav>
        </header>
    }
    .into_any()
}

fn search_form(reader: &Reader) -> AnyView {
    let texts = reader.texts();
    view! {
        <form class="search" role="search" action=reader.link(Page::Search) method="get">
            <input
                type="search" name="q" id="q" autocomplete="off" enterkeyhint="search"
                aria-label=texts.search placeholder=texts.search_hint
            />
            <button type="submit">{texts.search}</button>
        </form>
    }
    .into_any()
}

/// The pages that are there, in the order of the site map.
fn navigation(reader: &Reader) -> Vec<AnyView> {
    let texts = reader.texts();
    let library = reader.library();
    let has_facts = library.editions.iter().any(|edition| !edition.facts.is_empty());
    let pages = [
        (Page::Overview, texts.contents, true),
        (Page::Topics, texts.topics, !library.topics.is_empty()),
        (Page::Facts, texts.facts, has_facts),
        (Page::Coverage, texts.coverage, !library.links.is_empty()),
        (Page::Glossary, texts.glossary, !library.terms.is_empty()),
        (Page::Places, texts.places, !library.places.is_empty() || !library.bodies.is_empty()),
        (Page::About, texts.about, true),
    ];
    pages
        .into_iter()
        .filter(|(_, _, there)| *there)
        .map(|(page, name, _)| {
            let current = (page == reader.route.page).then_some("page");
            view! { <a href=reader.link(page) aria-current=current>{name}</a> }.into_any()
        })
        .collect()
}

fn footer(reader: &Reader) -> AnyView {
    let texts = reader.texts();
    let english = reader.english();
    let publication = &reader.library().publication;
    let portal = &publication.portal;
    let lines: Vec<String> = [
        portal.sponsor.pick(english),
        portal.operator.pick(english),
        portal.contact.pick(english),
        &portal.site_id_code,
        &portal.icp,
        &portal.police_record,
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .map(str::to_owned)
    .collect();
    let links: Vec<AnyView> = publication
        .footer_links
        .iter()
        .map(|link| {
            let text = link.text.pick(english).to_owned();
            view! { <a href=link.href.clone()>{text}</a> }.into_any()
        })
        .collect();
    view! {
        <footer class="site">
            <p>{texts.unofficial}</p>
            <p>{texts.data_note}</p>
            {(!lines.is_empty()).then(|| view! { <p>{lines.join(" · ")}</p> })}
            {(!links.is_empty()).then(|| view! { <p class="links">{links}</p> })}
        </footer>
    }
    .into_any()
}
