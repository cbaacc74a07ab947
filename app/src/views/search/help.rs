//! How to search, as examples that run when tapped; and the other ways to the texts.

use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::{Page, Route};
use crate::search::asked::carry;
use crate::ui::search::{Texts, words};

/// An example: what is typed, the words or the number that the texts must have for it to find
/// something, what it shows.
type Example = (&'static str, &'static str, fn(&Texts) -> &'static str);

const EXAMPLES: [Example; 14] = [
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
#[cfg(feature = "ssr")]
const QUESTIONS: [(&str, &str, &str); 5] = [
    ("羊圈补贴", "sheep shed subsidy", "牲畜圈舍"),
    ("返乡创业", "start a business back home", "返乡"),
    ("看病方便吗", "village doctors", "乡村医生"),
    ("农村修路", "rural roads", "农村公路"),
    ("第一条", "article 1", "第一条"),
];

/// How many of them stand on the first page.
#[cfg(feature = "ssr")]
const ASKED: usize = 3;

/// Some questions that these texts answer, as links to their answers; nothing where there are none.
#[cfg(feature = "ssr")]
pub fn questions(reader: &Reader) -> Markup {
    let answered = QUESTIONS.iter().filter(|(_, _, needs)| occurs(reader, needs));
    let answered: Vec<&str> =
        answered.take(ASKED).map(|(zh, en, _)| if reader.english() { *en } else { *zh }).collect();
    html! {
        @if !answered.is_empty() {
            p.questions {
                (crate::words::words(reader.route.locale).ask) " "
                @for question in answered {
                    a href={ (reader.link(Page::Search)) (carry(question)) } { (question) } " "
                }
            }
        }
    }
}

/// The panel. Only examples that these texts answer are shown.
pub fn help(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let documents: Vec<&str> =
        reader.library().documents().map(|document| document.id.0.as_str()).collect();
    html! {
        details #search-help open {
            summary { (words.help) }
            dl.rows {
                @for (query, needs, meaning) in EXAMPLES {
                    @if occurs(reader, needs) { (example(reader, query, meaning(words))) }
                }
                @if let [_, .., last] = documents.as_slice() {
                    (example(reader, &["document:", last, " 2026"].concat(), words.help_document))
                }
            }
        }
    }
}

fn example(reader: &Reader, query: &str, meaning: &str) -> Markup {
    let href = [&reader.link(Page::Search), &*carry(query)].concat();
    html! {
        div {
            dt { a href=(href) { code { (crate::views::sentence::mixed(query)) } } }
            dd { (meaning) }
        }
    }
}

/// Whether the texts have these words, or a provision of this number.
fn occurs(reader: &Reader, words: &str) -> bool {
    reader.library().documents().any(|document| {
        document.provisions.iter().any(|provision| provision.number == words)
            || document
                .sentences()
                .any(|(_, sentence)| corpus::text::find(&sentence.text, words).is_some())
    })
}

/// Where to go when searching leads nowhere.
pub fn elsewhere(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let pages = [
        (Page::Overview, texts.contents),
        (Page::Topics, texts.topics),
        (Page::Facts, texts.facts),
        (Page::Glossary, texts.glossary),
    ];
    html! {
        nav #found-elsewhere aria-labelledby="elsewhere" {
            h2 #elsewhere { (words(reader.route.locale).elsewhere) }
            ul.chips {
                @for (page, name) in pages {
                    @if reader.shelf.has(&page) {
                        li { a href=(reader.link(page)) { (name) } }
                    }
                }
                @for located in &reader.library().topics {
                    @let page = Page::Topic(located.topic.id.clone());
                    @let name = located.topic.title(reader.english());
                    li { a href=(reader.route.link(&Route::new(reader.route.locale, page))) { (name) } }
                }
            }
        }
    }
}
