//! How to search, as examples that run when tapped; and the other ways to the texts.

use corpus::{Document, Edition, Provision, Unit};
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::route::Page;
use crate::search::asked::carry;
use crate::ui::search::{Texts, words};
use crate::views::sentence::Mixed;

/// An example: what is typed, the words or the number that the texts must have for it to find
/// something, what it shows.
type Tried = (&'static str, &'static str, fn(&Texts) -> &'static str);

const EXAMPLES: [Tried; 14] = [
    ("羊圈补贴", "牲畜圈舍", |w| w.help_words),
    ("\"高标准农田\"", "高标准农田", |w| w.help_exact),
    ("草原 -奶业", "草原", |w| w.help_without),
    ("玉米 OR 大豆", "大豆", |w| w.help_or),
    ("title:就业", "就业", |w| w.help_title),
    ("part:3 嘎查", "嘎查", |w| w.help_part),
    ("gaobiaozhun nongtian", "高标准农田", |w| w.help_pinyin),
    ("gbznt", "高标准农田", |w| w.help_pinyin),
    ("鄉村醫生", "乡村医生", |w| w.help_traditional),
    ("第十三条", "13", |w| w.help_number),
    ("measure 13", "13", |w| w.help_number),
    ("1000万亩", "1000万亩", |w| w.help_quantity),
    ("10 million mu", "1000万亩", |w| w.help_quantity),
    ("lang:en herders", "牧民", |w| w.help_language),
];

/// Questions as people ask them, in Chinese and English, with the words that answer them.
const QUESTIONS: [(&str, &str, &str); 5] = [
    ("羊圈补贴", "sheep shed subsidy", "牲畜圈舍"),
    ("返乡创业", "start a business back home", "返乡"),
    ("看病方便吗", "village doctors", "乡村医生"),
    ("农村修路", "rural roads", "农村公路"),
    ("第一条", "article 1", "第一条"),
];

/// How many of them stand on the first page.
const ASKED: usize = 3;

/// Some questions that these texts answer, as links to their answers; nothing where there are none.
#[component]
pub fn Questions() -> impl IntoView {
    let page_context = page_context();
    let answered = QUESTIONS.iter().filter(|(_, _, needs)| occurs(&page_context, needs));
    let answered: Vec<&str> = answered
        .take(ASKED)
        .map(|(zh, en, _)| if page_context.english() { *en } else { *zh })
        .collect();
    (!answered.is_empty()).then(|| {
        let questions = answered.into_iter().map(|question| {
            let href = [page_context.link(Page::Search), carry(question)].concat();
            view! {
                <a href=href>{question}</a>
                " "
            }
        });
        view! {
            <p class="questions">
                {crate::words::words(page_context.route.locale).ask}
                " "
                {questions.collect_view()}
            </p>
        }
    })
}

/// The panel. Only examples that these texts answer are shown.
#[component]
pub fn Help() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let examples = EXAMPLES.iter().filter(|(query, needs, _)| finds(&page_context, query, needs));
    let examples = examples.map(|(query, _, meaning)| {
        view! { <Example query=(*query).to_owned() meaning=meaning(words)/> }
    });
    let documents: Vec<&Document> = page_context.library().documents().collect();
    let of_document = match documents.as_slice() {
        [_, .., last] if stands(last, &|_| true, "2026") => {
            Some(["document:", last.id.0.as_str(), " 2026"].concat())
        }
        _ => None,
    };
    let of_document =
        of_document.map(|query| view! { <Example query meaning=words.help_document/> });
    view! {
        <details id="search-help" open>
            <summary>{words.help}</summary>
            <dl class="rows">
                {examples.collect_view()}
                {of_document}
            </dl>
        </details>
    }
}

/// What can be typed, as a link that does it, and what it is good for.
#[component]
fn Example(query: String, meaning: &'static str) -> impl IntoView {
    let href = [page_context().link(Page::Search), carry(&query)].concat();
    view! {
        <div>
            <dt><a href=href><code><Mixed text=query/></code></a></dt>
            <dd>{meaning}</dd>
        </div>
    }
}

/// Whether an example finds something where its words stand: in a heading, in a part, in English.
fn finds(page_context: &PageContext, query: &str, needs: &str) -> bool {
    let (field, asked) = query.split_once(':').unwrap_or_default();
    let place = asked.split(' ').next().unwrap_or_default();
    let library = page_context.library();
    match field {
        "title" => library.documents().any(|document| {
            let heading = |(unit, number): (&Unit, u16)| match unit {
                Unit::Provision(_) => number == 0,
                Unit::Title | Unit::Division(_) => true,
            };
            stands(document, &heading, needs)
        }),
        "part" => library.documents().any(|document| {
            let part = document.division(place).map(|part| part.provisions.clone());
            let within = part
                .map_or(&[][..], |own| &document.provisions[own.start as usize..own.end as usize]);
            let mut sentences = within.iter().flat_map(Provision::sentences);
            sentences.any(|sentence| corpus::text::find(&sentence.text, needs).is_some())
        }),
        "lang" => library.editions.iter().filter_map(Edition::english).any(|english| {
            let word = asked.split(' ').next_back().unwrap_or_default();
            english.sentences.iter().any(|text| corpus::text::find(text, word).is_some())
        }),
        _ => occurs(page_context, needs),
    }
}

/// Whether the texts have these words, or a provision of this number.
fn occurs(page_context: &PageContext, words: &str) -> bool {
    page_context.library().documents().any(|document| {
        document.provisions.iter().any(|provision| provision.number == words)
            || stands(document, &|_| true, words)
    })
}

/// Whether a sentence at one of these places has the words.
fn stands(document: &Document, place: &dyn Fn((&Unit, u16)) -> bool, words: &str) -> bool {
    let mut sentences = document.sentences();
    sentences.any(|(unit, sentence)| {
        corpus::text::find(&sentence.text, words).is_some() && place((&unit, sentence.number))
    })
}

/// Where to go when searching leads nowhere.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let pages = [
        (Page::Overview, texts.contents),
        (Page::Topics, texts.topics),
        (Page::Facts, texts.facts),
        (Page::Glossary, texts.glossary),
    ];
    let pages = pages.into_iter().filter(|(page, _)| page_context.library_index.has(page));
    let topics = page_context.library().topics.iter().map(|located| {
        (Page::Topic(located.topic.id.clone()), located.topic.title(page_context.english()))
    });
    let links = pages.chain(topics).map(|(page, name)| {
        view! { <li><a href=page_context.link(page)>{name}</a></li> }
    });
    view! {
        <nav id="found-elsewhere" aria-labelledby="elsewhere">
            <h2 id="elsewhere">{words(page_context.route.locale).elsewhere}</h2>
            <ul class="chips">{links.collect_view()}</ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::page_context::LibraryIndex;
    use crate::route::{Route, UiLocale};

    #[test]
    fn an_example_is_shown_where_its_words_stand_as_it_asks() {
        let finds_in = |text: &str, query: &str, needs: &str| {
            let library = crate::search::tests::library(text);
            let route = Route::new(UiLocale::Zh, Page::Search);
            finds(&PageContext::new(&Arc::new(LibraryIndex::new(library)), route), query, needs)
        };
        let text =
            "一、修路\n\n（一）扩大就业。建好嘎查道路。\n\n二、造林\n\n（一）育苗。保护草原。\n";
        assert!(finds_in(text, "草原 -奶业", "草原") && !finds_in(text, "第十三条", "13"));
        assert!(finds_in(text, "title:就业", "就业"));
        assert!(!finds_in(&text.replace("扩大就业。建好", "路。就业，建好"), "title:就业", "就业"));
        assert!(finds_in(text, "part:1 嘎查", "嘎查") && !finds_in(text, "part:2 嘎查", "嘎查"));
        assert!(!finds_in(text, "part:3 嘎查", "嘎查"));
        assert!(!finds_in(text, "lang:en herders", "草原"), "nothing is translated");
    }
}
