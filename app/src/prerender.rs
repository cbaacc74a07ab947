//! Renders views to HTML natively.

mod told;

use leptos::prelude::*;

use crate::page_context::PageContext;
use crate::route::UiLocale;
use crate::views::page::Body;

/// The HTML of a page's body.
pub fn body(page_context: &PageContext) -> String {
    let html = render(page_context, || view! { <Body/> });
    told(html, page_context.route.locale)
}

/// The HTML of our own, in a language of the interface, with what is in another one marked.
pub fn told(html: String, locale: UiLocale) -> String {
    match locale {
        // A language that is itself written with Chinese characters can't be told from Chinese.
        UiLocale::Further(interface) if !interface.language.han => {
            told::told(&html, interface.is_rtl())
        }
        _ => html,
    }
}

/// The HTML of a view that reads the page it is on from the context (see [`crate::page_context::page_context`]).
///
/// Nothing in the browser takes the markup over, so the empty comments by which Leptos would find
/// its places again are left out. No text can hold one: its `<` is written as an entity.
pub fn render<V: IntoView>(page_context: &PageContext, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(page_context.clone());
        view().to_html()
    });
    owner.cleanup();
    html.replace("<!>", "")
}
