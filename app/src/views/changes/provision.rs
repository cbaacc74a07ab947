//! One provision before and now: what happened to it, and its words with the differences marked.

use corpus::changes::Wording;
use corpus::{Address, Change, Edition, Provision, Span, Unit};
use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::Pair;
use crate::marks::{Mark, stretches};
use crate::page_context::page_context;
use crate::route::Page;
use crate::views::listing::OneName;
use crate::views::sentence::{English, SOURCE};
use crate::words::changes::words;
use crate::words::{kinds, punctuation};

/// One change: what happened, its words before and now.
#[component]
pub(super) fn ChangedProvision(pair: Pair, change: &'static Change) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let before = change.old.iter().filter_map(|number| pair.old.document.provision(number));
    let before = before.map(|provision| {
        view! {
            <Side edition=pair.old provision side=words.before wordings=&change.gone
                mark=Mark::Dropped/>
        }
    });
    let now = change.new.as_ref().and_then(|number| pair.new.document.provision(number));
    let sources = now.map(|_| view! { <Sources old=pair.old change/> });
    let now = now.map(|provision| {
        view! {
            <Side edition=pair.new provision side=words.now wordings=&change.fresh
                mark=Mark::Added/>
        }
    });
    let address = ["#", &change.anchor()].concat();
    view! {
        <section class="provision-in-part" id=change.anchor()>
            <h3><Heading pair change/></h3>
            <p>
                <span class="tag">{kinds::change(change.kind, page_context.route.locale)}</span>
                <Moved change/>
                " "
                <a href=address aria-label=words.address>"#"</a>
            </p>
            {sources}
            {before.collect_view()}
            {now}
        </section>
    }
}

/// A provision with the same words, with its address as well.
#[component]
pub(super) fn UnchangedProvision(pair: Pair, change: &'static Change) -> impl IntoView {
    let renumbered = change.old.first() != change.new.as_ref();
    view! {
        <li id=change.anchor()>
            <Heading pair change/>
            <Moved change/>
            {renumbered.then(|| view! { <Sources old=pair.old change/> })}
        </li>
    }
}

/// That a provision stands elsewhere than before.
#[component]
fn Moved(change: &'static Change) -> impl IntoView {
    change.moved.then(|| {
        view! {
            " "
            <span class="tag">{words(page_context().route.locale).moved}</span>
        }
    })
}

/// The name of the provision, which leads to it: in the new document where it is there.
#[component]
fn Heading(pair: Pair, change: &'static Change) -> impl IntoView {
    let (edition, number) = match (&change.new, change.old.first()) {
        (Some(number), _) => (pair.new, number),
        (None, Some(number)) => (pair.old, number),
        (None, None) => return None,
    };
    Some(view! { <ProvisionLink edition number=number.as_str()/> })
}

/// A link to a provision, by its name.
#[component]
fn ProvisionLink(edition: &'static Edition, number: &'static str) -> impl IntoView {
    let document = &edition.document;
    let page = Page::Provision(document.id.clone(), number.to_owned());
    let unit = Unit::Provision(number.to_owned());
    view! { <a href=page_context().link(page)><OneName document unit/></a> }
}

/// Links to the provisions that it was before.
#[component]
fn Sources(old: &'static Edition, change: &'static Change) -> impl IntoView {
    let page_context = page_context();
    let separator = punctuation::words(page_context.route.locale).between;
    (!change.old.is_empty()).then(|| {
        let links = change.old.iter().enumerate().map(|(index, number)| {
            view! {
                {(index > 0).then_some(separator)}
                <ProvisionLink edition=old number=number.as_str()/>
            }
        });
        view! { <p class="hint">{words(page_context.route.locale).was}{links.collect_view()}</p> }
    })
}

/// A provision's sentences with the words that only this side has, each above its translation.
#[component]
fn Side(
    edition: &'static Edition,
    provision: &'static Provision,
    side: &'static str,
    wordings: &'static [Wording],
    mark: Mark,
) -> impl IntoView {
    let at = move |number| Address {
        document: edition.document.id.clone(),
        unit: Unit::Provision(provision.number.clone()),
        sentence: Some(number),
    };
    let spans = move |number: u16| -> Vec<(Span, Mark)> {
        let here = |wording: &&Wording| {
            wording.provision == provision.number && wording.sentence == number
        };
        let spans = wordings.iter().filter(here).flat_map(|wording| &wording.spans);
        spans.map(|span| (*span, mark)).collect()
    };
    let sentences = provision.sentences().map(|sentence| {
        let text = sentence.text.as_str();
        view! {
            <div class="sentence">
                <p class="zh-line">
                    <span class="zh" lang=SOURCE><Differing text spans=spans(sentence.number)/></span>
                </p>
                <English at=at(sentence.number)/>
            </div>
        }
    });
    view! {
        <div>
            <p><b>{side}</b></p>
            {sentences.collect_view()}
        </div>
    }
}

/// Words that are gone struck out, new ones underlined: as elements that say so without style.
#[component]
fn Differing(text: &'static str, spans: Vec<(Span, Mark)>) -> impl IntoView {
    let pieces = stretches(text, &spans).into_iter().map(|stretch| match stretch.marks.first() {
        Some(Mark::Dropped) => EitherOf3::A(view! { <del>{stretch.text}</del> }),
        Some(_) => EitherOf3::B(view! { <ins>{stretch.text}</ins> }),
        None => EitherOf3::C(stretch.text),
    });
    pieces.collect_view()
}
