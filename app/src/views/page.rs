//! The whole body of a page: what surrounds it, and the main part by its route.

use leptos::prelude::*;

use super::about::AboutPage;
use super::changes::ChangesPage;
use super::coverage::CoveragePage;
use super::document::{DivisionPage, DocumentPage};
use super::facts::{DocumentFactsPage, FactsPage};
use super::glossary::GlossaryPage;
use super::home::Home;
use super::library::{DocumentsPage, LibraryHome};
use super::places::PlacesPage;
use super::provision::ProvisionPage;
use super::saved::SavedPage;
use super::search::{NotFound, NotKept, SearchPage};
use super::shell::{Bottom, Top};
use super::topics::{TopicPage, TopicsPage};
use crate::page_context::page_context;
use crate::route::Page;

/// A page in its three pieces.
#[component]
pub fn Body() -> impl IntoView {
    view! {
        <div><Top/></div>
        <main id="main" tabindex="-1"><div><Main/></div></main>
        <div><Bottom/></div>
    }
}

/// The main part of the page.
#[component]
fn Main() -> impl IntoView {
    match page_context().route.page.clone() {
        Page::Overview if page_context().library_index.is_collection() => {
            view! { <LibraryHome/> }.into_any()
        }
        Page::Overview => view! { <Home/> }.into_any(),
        Page::Documents(shelf, number) => view! { <DocumentsPage shelf number/> }.into_any(),
        Page::Document(id) => view! { <DocumentPage id/> }.into_any(),
        Page::Division(id, number) => view! { <DivisionPage id number/> }.into_any(),
        Page::Provision(id, number) => view! { <ProvisionPage id number/> }.into_any(),
        Page::Search => view! { <SearchPage/> }.into_any(),
        Page::Topics => view! { <TopicsPage/> }.into_any(),
        Page::Topic(id) => view! { <TopicPage id/> }.into_any(),
        Page::Facts => view! { <FactsPage/> }.into_any(),
        Page::DocumentFacts(id, number) => view! { <DocumentFactsPage id number/> }.into_any(),
        Page::Changes(id) => view! { <ChangesPage id/> }.into_any(),
        Page::Coverage => view! { <CoveragePage/> }.into_any(),
        Page::Places => view! { <PlacesPage/> }.into_any(),
        Page::Glossary => view! { <GlossaryPage/> }.into_any(),
        Page::Saved => view! { <SavedPage/> }.into_any(),
        Page::About => view! { <AboutPage/> }.into_any(),
        Page::NotFound => view! { <NotFound/> }.into_any(),
        Page::NotKept => view! { <NotKept/> }.into_any(),
    }
}
