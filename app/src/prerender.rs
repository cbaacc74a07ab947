//! Renders a page to HTML natively, with the same views that the browser mounts.

use leptos::prelude::*;

use crate::reader::Reader;
use crate::views;

/// The HTML of a page's body.
pub fn body(reader: &Reader) -> String {
    // Views may create effects; natively they never run, but they need an owner and an executor.
    let _ = any_spawner::Executor::init_futures_executor();
    let owner = Owner::new();
    let html = owner.with(|| views::page(reader.clone()).to_html());
    owner.unset_with_forced_cleanup();
    // Markers for hydration, which the client does not do.
    html.replace("<!>", "")
}
