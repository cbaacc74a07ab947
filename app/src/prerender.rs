//! Renders views to HTML natively.

use leptos::prelude::*;

use crate::page_context::PageContext;
use crate::views::page::Body;

/// The HTML of a page's body.
pub fn body(page_context: &PageContext) -> String {
    render(page_context, || view! { <Body/> })
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
