//! What surrounds every page: skip link, header with search and navigation, footer.

use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::route::{Page, UiLocale};
use crate::ui::found;
use crate::views::standing::Standing;

/// What stands above the main part.
#[component]
pub fn Top() -> impl IntoView {
    view! {
        <a class="skip" href="#main">{page_context().texts().skip}</a>
        <Header/>
    }
}

/// What stands below the main part.
#[component]
pub fn Bottom() -> impl IntoView {
    view! {
        <Footer/>
        <div id="announcer" class="visually-hidden" aria-live="polite"></div>
    }
}

/// One row: name, search, and the menu with all ways. Where there is room the ways stand open in a
/// row of their own instead; the style shows one of the two.
#[component]
fn Header() -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let for_whom = page_context.library_index.has(&Page::Topics).then(|| {
        view! { <a class="for-whom" href=page_context.link(Page::Topics)>{texts.topics}</a> }
    });
    view! {
        <header class="site">
            <a class="site-name" href=page_context.link(Page::Overview)><SiteName/></a>
            <SearchForm/>
            <div class="wide"><Reading/></div>
            <nav class="site-nav wide" aria-label=texts.menu><Ways/></nav>
            {for_whom}
            <details class="menu">
                <summary>{texts.menu_button}</summary>
                <div class="ways">
                    <nav aria-label=texts.menu_button><Ways/></nav>
                    <Reading/>
                </div>
            </details>
        </header>
    }
}

/// The site's name, beside its logo if it has one: then the logo is what is read out.
#[component]
fn SiteName() -> impl IntoView {
    let page_context = page_context();
    let publication = &page_context.library().publication;
    let title = publication.title.pick(page_context.english());
    let logo = publication.logo.as_ref().map(|logo| {
        view! {
            <img src=[page_context.route.root(), logo.path.clone()].concat() alt=title
                width=logo.width height=logo.height/>
        }
    });
    let hidden = publication.logo.as_ref().map(|_| "true");
    view! {
        {logo}
        <span aria-hidden=hidden>{title}</span>
    }
}

/// Elder mode, by links that work without script too (see `1-tokens.css`), the settings, and the
/// same page in other languages.
#[component]
fn Reading() -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    view! {
        <div class="reading">
            <a class="enter-elder" href="#elder" data-tool="elder">{texts.elder}</a>
            <a class="leave-elder" href="#main" data-tool="elder">{texts.elder_off}</a>
            <a class="script-only" data-list href=page_context.link(Page::Saved)>{texts.saved}</a>
            <button class="script-only" type="button" data-tool="settings" aria-haspopup="dialog">
                {texts.settings}
            </button>
            <Languages/>
        </div>
    }
}

/// The same page in every other language of the interface, each by its own name.
#[component]
fn Languages() -> impl IntoView {
    let page_context = page_context();
    let own = page_context.route.locale;
    let link = |locale: UiLocale| {
        let href = page_context.route.link(&page_context.route.translated(locale));
        // A name in the direction of the page needs none of its own.
        let turned = locale.direction() != own.direction();
        let dir = turned.then(|| locale.direction().unwrap_or("ltr"));
        view! {
            <a class="language" href=href lang=locale.tag() dir=dir
                hreflang=locale.tag()>{locale.own_name()}</a>
        }
    };
    let others = page_context.library_index.locales().filter(|locale| *locale != own);
    others.map(link).collect_view()
}

#[component]
fn SearchForm() -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    view! {
        <form class="search" role="search" action=page_context.link(Page::Search) method="get">
            <input id="q" type="search" name="q" autocomplete="off" enterkeyhint="search"
                aria-label=texts.search placeholder=texts.search_hint/>
            <button type="submit" aria-label=texts.search>
                <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
                    <path d="M15.5 15.5 21 21M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z"></path>
                </svg>
                <span>{texts.search}</span>
            </button>
        </form>
    }
}

/// Links to all pages that are there.
#[component]
fn Ways() -> impl IntoView {
    let page_context = page_context();
    navigation(&page_context)
        .into_iter()
        .map(|(page, name)| {
            let current = (page == page_context.route.page).then_some("page");
            view! { <a href=page_context.link(page) aria-current=current>{name}</a> }
        })
        .collect_view()
}

/// The pages that are there: first what readers come for.
fn navigation(page_context: &PageContext) -> Vec<(Page, &'static str)> {
    let texts = page_context.texts();
    let library = crate::words::library::words(page_context.route.locale);
    let collection = page_context.library_index.is_collection();
    let names = [
        (Page::Topics, texts.topics),
        (Page::Overview, if collection { library.home } else { texts.contents }),
        (Page::Documents(String::new(), 1), library.documents),
        (Page::Facts, texts.facts),
        (Page::Coverage, texts.coverage),
        (Page::Glossary, texts.glossary),
        (Page::Places, texts.places),
        (Page::About, texts.about),
    ];
    names.into_iter().filter(|(page, _)| page_context.library_index.has(page)).collect()
}

#[component]
fn Footer() -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let english = page_context.english();
    let translated = page_context.library_index.translated_at_all();
    let edited = page_context.library_index.edited();
    let lines = portal_lines(&page_context);
    let name = page_context.library().publication.title.pick(english);
    let printed = [name, " · ", found::words(page_context.route.locale).export_release].concat();
    view! {
        <footer class="site" data-printed=printed>
            <p class="to-top"><a href="#app"><span aria-hidden="true">"↑ "</span>{texts.to_top}</a></p>
            {translated.then(|| view! { <p>{texts.unofficial}</p> })}
            <p>
                {texts.data_note}
                {(edited && english).then_some(" ")}
                {edited.then_some(texts.editors_note)}
            </p>
            <Standing/>
            {(!lines.is_empty()).then(|| view! { <p>{lines}</p> })}
            <Sign/>
            <Records/>
            <FooterLinks/>
        </footer>
    }
}

/// Who runs the portal, in one line.
fn portal_lines(page_context: &PageContext) -> String {
    let texts = page_context.texts();
    let english = page_context.english();
    let publication = &page_context.library().publication;
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
    lines.join(" · ")
}

/// Links that the portal wants at the foot of every page.
#[component]
fn FooterLinks() -> impl IntoView {
    let page_context = page_context();
    let english = page_context.english();
    let links = &page_context.library().publication.footer_links;
    (!links.is_empty()).then(|| {
        let links = links.iter().filter_map(|link| {
            let href = corpus::text::web_address(&link.href)?;
            Some(view! { <a href=href>{link.text.pick(english)}</a> })
        });
        view! { <p class="links">{links.collect_view()}</p> }
    })
}

/// The sign of a Party or government site, which leads to its entry in the register.
#[component]
fn Sign() -> impl IntoView {
    let page_context = page_context();
    let publication = &page_context.library().publication;
    publication.sign.as_ref().map(|sign| {
        let picture = view! {
            <img class="sign" src=[page_context.route.root(), sign.path.clone()].concat()
                alt=page_context.texts().official_site width=sign.width height=sign.height/>
        };
        let link = corpus::text::web_address(&publication.portal.party_government_link);
        let picture = match link {
            Some(href) => view! { <a href=href>{picture}</a> }.into_any(),
            None => picture.into_any(),
        };
        view! { <p>{picture}</p> }
    })
}

/// The filing numbers, as links to the registers, as the rules for Chinese sites ask.
#[component]
fn Records() -> impl IntoView {
    let page_context = page_context();
    let portal = &page_context.library().publication.portal;
    let (icp, police) = (&portal.icp, &portal.police_record);
    let mut code = String::new();
    code.extend(police.chars().filter(char::is_ascii_digit));
    let icp = (!icp.is_empty())
        .then(|| view! { <a href="https://beian.miit.gov.cn/">{icp.as_str()}</a> });
    let police = (!police.is_empty()).then(|| {
        let href = ["https://beian.mps.gov.cn/#/query/webSearch?code=", &code].concat();
        view! { <a href=href>{police.as_str()}</a> }
    });
    (icp.is_some() || police.is_some()).then(|| view! { <p class="links">{icp}{police}</p> })
}
