//! What surrounds every page: skip link, header with search and navigation, footer.

use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::Page;

/// What stands above the main part.
pub fn top(reader: &Reader) -> Markup {
    html! {
        a.skip href="#main" { (reader.texts().skip) }
        (header(reader))
    }
}

/// What stands below the main part.
pub fn bottom(reader: &Reader) -> Markup {
    html! {
        (footer(reader))
        div #announcer.visually-hidden aria-live="polite" {}
    }
}

fn header(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let other = reader.route.translated();
    html! {
        header.site {
            a.site-name href=(reader.link(Page::Overview)) { (site_name(reader)) }
            (reading(reader))
            (search_form(reader))
            nav.site-nav aria-label=(texts.menu) {
                @for (page, name) in navigation(reader) {
                    a.more[secondary(&page)] href=(reader.link(page.clone()))
                        aria-current=[(page == reader.route.page).then_some("page")] { (name) }
                }
                a.language href=(reader.route.link(&other)) lang=(other.locale.tag())
                    hreflang=(other.locale.tag()) { (texts.language) }
            }
        }
    }
}

/// The site's name, beside its logo if it has one: then the logo is what is read out.
fn site_name(reader: &Reader) -> Markup {
    let publication = &reader.library().publication;
    let title = publication.title.pick(reader.english());
    html! {
        @if let Some(logo) = &publication.logo {
            img src={ (reader.route.root()) (logo.path) } alt=(title) width=(logo.width)
                height=(logo.height);
        }
        span aria-hidden=[publication.logo.as_ref().map(|_| "true")] { (title) }
    }
}

/// Elder mode, by links that work without script too (see `1-tokens.css`), and the settings.
fn reading(reader: &Reader) -> Markup {
    let texts = reader.texts();
    html! {
        div.reading {
            a.enter-elder href="#elder" data-tool="elder" { (texts.elder) }
            a.leave-elder href="#main" data-tool="elder" { (texts.elder_off) }
            button.script-only type="button" data-tool="settings" aria-haspopup="dialog" {
                (texts.settings)
            }
        }
    }
}

fn search_form(reader: &Reader) -> Markup {
    let texts = reader.texts();
    html! {
        form.search role="search" action=(reader.link(Page::Search)) method="get" {
            input #q type="search" name="q" autocomplete="off" enterkeyhint="search"
                aria-label=(texts.search) placeholder=(texts.search_hint);
            button type="submit" { (texts.search) }
        }
    }
}

/// The pages that are there, in the order of the site map.
fn navigation(reader: &Reader) -> Vec<(Page, &'static str)> {
    let texts = reader.texts();
    let names = [
        (Page::Overview, texts.contents),
        (Page::Topics, texts.topics),
        (Page::Facts, texts.facts),
        (Page::Coverage, texts.coverage),
        (Page::Glossary, texts.glossary),
        (Page::Places, texts.places),
        (Page::About, texts.about),
    ];
    names.into_iter().filter(|(page, _)| reader.shelf.has(page)).collect()
}

/// What the simplified page of elder mode leaves out of the navigation.
fn secondary(page: &Page) -> bool {
    matches!(page, Page::Facts | Page::Coverage | Page::Glossary | Page::Places)
}

fn footer(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let english = reader.english();
    let publication = &reader.library().publication;
    let portal = &publication.portal;
    let lines = [
        portal.sponsor.pick(english),
        portal.operator.pick(english),
        portal.contact.pick(english),
        &portal.site_id_code,
        &portal.icp,
        &portal.police_record,
    ];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    html! {
        footer.site {
            @if reader.shelf.translated_at_all() { p { (texts.unofficial) } }
            p {
                (texts.data_note)
                @if reader.shelf.edited() { @if english { " " } (texts.editors_note) }
            }
            @if !lines.is_empty() { p { (lines.join(" · ")) } }
            @if !publication.footer_links.is_empty() {
                p.links {
                    @for link in &publication.footer_links {
                        @if let Some(href) = corpus::text::web_address(&link.href) {
                            a href=(href) { (link.text.pick(english)) }
                        }
                    }
                }
            }
        }
    }
}
