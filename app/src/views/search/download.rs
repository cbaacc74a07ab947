//! Taking the hits away.

use leptos::prelude::*;

use super::parts::Button;
use crate::page_context::page_context;
use crate::search::context::search;
use crate::search::export::Form;
use crate::search::state::Action;
use crate::ui::found::words;

/// Buttons for files of the hits, and room for their text where files can't be saved.
#[component]
pub fn Downloads() -> impl IntoView {
    let words = words(page_context().route.locale);
    let to_copy = search().to_copy;
    let buttons = Form::ALL.map(|form| {
        view! { <Button text=form.ending().to_ascii_uppercase() action=Action::Download(form)/> }
    });
    view! {
        <p class="hint">{words.take_note}</p>
        <p class="buttons">{Vec::from(buttons)}</p>
        <div id="copy-hits" hidden=move || to_copy.read().is_empty()>
            <label for="copy-hits-text">{words.copy_note}</label>
            <textarea id="copy-hits-text" readonly rows="8" prop:value=move || to_copy.get()></textarea>
        </div>
    }
}
