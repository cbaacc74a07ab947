//! What surrounds every page: skip link, header with search and navigation, footer.

use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::Page;
use crate::views::standing::standing;

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

/// One row: name, search, and the menu with all ways. Where there is room the ways stand open in a
/// row of their own instead; the style shows one of the two.
fn header(reader: &Reader) -> Markup {
    let texts = reader.texts();
    html! {
        header.site {
            a.site-name href=(reader.link(Page::Overview)) { (site_name(reader)) }
            (search_form(reader))
            div.wide { (reading(reader)) }
            nav.site-nav.wide aria-label=(texts.menu) { (ways(reader)) }
            @if reader.shelf.has(&Page::Topics) {
                a.for-whom href=(reader.link(Page::Topics)) { (texts.topics) }
            }
            details.menu {
                summary { (texts.menu_button) }
                div.ways {
                    nav aria-label=(texts.menu_button) { (ways(reader)) }
                    (reading(reader))
                }
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

/// Elder mode, by links that work without script too (see `1-tokens.css`), the settings, and the
/// same page in the other language.
fn reading(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let other = reader.route.translated();
    html! {
        div.reading {
            a.enter-elder href="#elder" data-tool="elder" { (texts.elder) }
            a.leave-elder href="#main" data-tool="elder" { (texts.elder_off) }
            button.script-only type="button" data-tool="settings" aria-haspopup="dialog" {
                (texts.settings)
            }
            a.language href=(reader.route.link(&other)) lang=(other.locale.tag())
                hreflang=(other.locale.tag()) { (texts.language) }
        }
    }
}

fn search_form(reader: &Reader) -> Markup {
    let texts = reader.texts();
    html! {
        form.search role="search" action=(reader.link(Page::Search)) method="get" {
            input #q type="search" name="q" autocomplete="off" enterkeyhint="search"
                aria-label=(texts.search) placeholder=(texts.search_hint);
            button type="submit" aria-label=(texts.search) {
                svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" {
                    path d="M15.5 15.5 21 21M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z" {}
                }
                span { (texts.search) }
            }
        }
    }
}

/// Links to all pages that are there.
fn ways(reader: &Reader) -> Markup {
    html! {
        @for (page, name) in navigation(reader) {
            a href=(reader.link(page.clone()))
                aria-current=[(page == reader.route.page).then_some("page")] { (name) }
        }
    }
}

/// The pages that are there: first what readers come for.
fn navigation(reader: &Reader) -> Vec<(Page, &'static str)> {
    let texts = reader.texts();
    let names = [
        (Page::Topics, texts.topics),
        (Page::Overview, texts.contents),
        (Page::Facts, texts.facts),
        (Page::Coverage, texts.coverage),
        (Page::Glossary, texts.glossary),
        (Page::Places, texts.places),
        (Page::About, texts.about),
    ];
    names.into_iter().filter(|(page, _)| reader.shelf.has(page)).collect()
}

fn footer(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let english = reader.english();
    let publication = &reader.library().publication;
    let portal = &publication.portal;
    // Readers are told at every page whom to tell of an error.
    let contact =
        if publication.has_report_link() { texts.contact } else { texts.contact_for_errors };
    let lines = [
        (texts.sponsor, portal.sponsor.pick(english)),
        (texts.operator, portal.operator.pick(english)),
        (contact, portal.contact.pick(english)),
        (texts.site_code, &portal.site_id_code),
    ];
    let lines = lines.into_iter().filter(|(_, line)| !line.is_empty());
    let lines: Vec<String> = lines.map(|(label, line)| [label, line].concat()).collect();
    html! {
        footer.site {
            p.to-top { a href="#app" { span aria-hidden="true" { "↑ " } (texts.to_top) } }
            @if reader.shelf.translated_at_all() { p { (texts.unofficial) } }
            p {
                (texts.data_note)
                @if reader.shelf.edited() { @if english { " " } (texts.editors_note) }
            }
            (standing(reader))
            @if !lines.is_empty() { p { (lines.join(" · ")) } }
            (sign(reader))
            (records(&portal.icp, &portal.police_record))
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

/// The sign of a Party or government site, which leads to its entry in the register.
fn sign(reader: &Reader) -> Markup {
    let publication = &reader.library().publication;
    let href = corpus::text::web_address(&publication.portal.party_government_link);
    html! {
        @if let Some(sign) = &publication.sign {
            @let picture = html! {
                img.sign src={ (reader.route.root()) (sign.path) }
                    alt=(reader.texts().official_site) width=(sign.width) height=(sign.height);
            };
            p {
                @if let Some(href) = href { a href=(href) { (picture) } } @else { (picture) }
            }
        }
    }
}

/// The filing numbers, as links to the registers, as the rules for Chinese sites ask.
fn records(icp: &str, police: &str) -> Markup {
    let mut code = String::new();
    code.extend(police.chars().filter(char::is_ascii_digit));
    html! {
        @if !icp.is_empty() || !police.is_empty() {
            p.links {
                @if !icp.is_empty() { a href="https://beian.miit.gov.cn/" { (icp) } }
                @if !police.is_empty() {
                    a href={ "https://beian.mps.gov.cn/#/query/webSearch?code=" (code) } { (police) }
                }
            }
        }
    }
}
