//! What readers ask of a topic and its measures do not say: how much, when, how to apply. Claimed
//! only where neither a figure nor a word of the measures could be an answer.

use corpus::glossary::TopicMeasure;
use corpus::{Address, Fact, FactKind};
use leptos::either::Either;
use leptos::prelude::*;

use super::sentence::Mixed;
use crate::page_context::{PageContext, page_context};
use crate::ui::fill;
use crate::words::words;

/// What measures leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Gaps {
    amount: bool,
    time: bool,
    procedure: bool,
}

/// The questions that stay open, for measures; nothing where all of them have an answer.
#[component]
pub fn TopicGaps(
    /// The sentences that the measures stand in.
    sentences: &'static [Address],
    /// The measures.
    measures: &'static [TopicMeasure],
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let units: Vec<Address> =
        sentences.iter().map(|at| Address { sentence: None, ..at.clone() }).collect();
    let found = found(&text(&page_context, &units), &facts(&page_context, &units));
    let said = [
        (found.amount, words.no_amount),
        (found.time, words.no_time),
        (found.procedure, words.no_procedure),
    ];
    let open = said.iter().filter(|(open, _)| *open);
    let open: Vec<_> = open.map(|(_, line)| view! { <li>{*line}</li> }).collect();
    (!measures.is_empty() && !open.is_empty()).then(|| {
        view! {
            <section class="gaps" aria-labelledby="gaps">
                <h2 id="gaps">{words.gaps}</h2>
                <ul class="plain-list">{open}</ul>
                <p><WhomToAsk/></p>
            </section>
        }
    })
}

/// Who can answer what the texts do not.
#[component]
fn WhomToAsk() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let contact = page_context.library().publication.portal.contact.pick(page_context.english());
    if contact.is_empty() {
        Either::Left(words.ask_locally)
    } else {
        Either::Right(view! { <Mixed text=fill(words.ask_at, contact)/> })
    }
}

fn text(page_context: &PageContext, units: &[Address]) -> String {
    let documents = units.iter().filter_map(|at| {
        Some(page_context.edition(&at.document)?.document.unit(&at.unit)?.sentences())
    });
    documents.flatten().map(|sentence| sentence.text.as_str()).collect()
}

fn facts<'a>(page_context: &'a PageContext, units: &[Address]) -> Vec<&'a Fact> {
    let editions = page_context.library().editions.iter();
    let here = |fact: &&Fact| {
        units.iter().any(|at| at.document == fact.at.document && at.unit == fact.at.unit)
    };
    editions.flat_map(|edition| edition.facts.iter()).filter(here).collect()
}

/// Words that tell where or how one applies.
const PROCEDURES: [&str; 7] = ["申请", "申报", "报名", "办理", "登记", "受理", "窗口"];

fn found(text: &str, facts: &[&Fact]) -> Gaps {
    // 多元 and 单元 are no money.
    let money = text.replace("多元", "").replace("单元", "").contains('元');
    let dated = text.char_indices().any(|(at, c)| {
        matches!(c, '年' | '月' | '日') && text[..at].ends_with(|c: char| c.is_numeric())
    });
    let timed = |fact: &&Fact| fact.kind == FactKind::Date || !fact.due.is_empty();
    Gaps {
        amount: !money && !facts.iter().any(|fact| fact.unit.contains('元')),
        time: !dated && !facts.iter().any(timed),
        procedure: !PROCEDURES.iter().any(|word| text.contains(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_missed_that_a_word_might_answer() {
        let gaps = |text| {
            let Gaps { amount, time, procedure } = found(text, &[]);
            (amount, time, procedure)
        };
        assert_eq!(gaps("支持修建圈舍。"), (true, true, true));
        assert_eq!(gaps("发展多元化经营，改造单元房。"), (true, true, true));
        assert_eq!(gaps("每户补贴二百元。"), (false, true, true));
        assert_eq!(gaps("2026年完成，9月底前验收。"), (true, false, true));
        assert_eq!(gaps("可向苏木申请。"), (true, true, false));
        assert_eq!(gaps("每年组织一次。"), (true, true, true));
    }
}
