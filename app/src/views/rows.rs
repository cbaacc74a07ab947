//! Tables of a text. On a narrow screen they scroll sideways, and the page doesn't.

use corpus::table::{cells, lines};
use corpus::{Address, Paragraph, Sentence, Span};
use leptos::prelude::*;

use super::further::FurtherRows;
use super::passages::Beneath;
use super::sentence::{Marked, SOURCE, matches};
use crate::marks::Mark;
use crate::page_context::page_context;
use crate::ui::fill;

/// The rows of a table.
#[component]
pub fn Table(
    /// The paragraphs that are its rows.
    rows: &'static [Paragraph],
    /// Whether the first row names the columns.
    head: bool,
    /// The unit that the rows stand in.
    at: Address,
    /// Whether each row has its number, its anchor and what explains it.
    whole: bool,
) -> impl IntoView {
    let page_context = page_context();
    let here = |row: &Sentence| Address { sentence: Some(row.number), ..at.clone() };
    let all = || rows.iter().flat_map(|row| &row.sentences);
    let columns = all().map(|row| cells(&row.text).len()).max().unwrap_or(1);
    let columns = columns + usize::from(whole);
    let document = page_context.edition(&at.document).map(|edition| &edition.document);
    let name = document.map(|d| page_context.unit_name(d, &at.unit, page_context.route.locale));
    let lines = all().enumerate().map(|(index, row)| {
        let head = head && index == 0;
        view! {
            <SourceRow row at=here(row) head whole/>
            <TranslatedRow at=here(row) columns/>
            <FurtherRows at=here(row) columns/>
        }
    });
    let beneath = |row| view! { <Beneath at=here(row)/> };
    view! {
        <div class="scroll" role="region" tabindex="0" aria-label=name>
            <table class="rows">{lines.collect_view()}</table>
        </div>
        {whole.then(|| all().map(beneath).collect_view())}
    }
}

/// A row as the source has it.
#[component]
fn SourceRow(row: &'static Sentence, at: Address, head: bool, whole: bool) -> impl IntoView {
    let page_context = page_context();
    let mut marks = matches(&page_context, &at, false);
    if whole {
        marks.extend(page_context.standing_marks(&at, row));
    }
    let found = cells(&row.text);
    let alone = found.len() == 1;
    let cells = found.into_iter().enumerate().map(|(column, cell)| {
        let text = view! { <Cell row=&row.text cell marks=marks.clone()/> };
        let scope = if head { "col" } else { "row" };
        if head || column == 0 && !alone {
            view! { <th scope=scope lang=SOURCE>{text}</th> }.into_any()
        } else {
            view! { <td lang=SOURCE>{text}</td> }.into_any()
        }
    });
    view! {
        <tr id=whole.then(|| format!("s{}", row.number))>
            {whole.then(|| view! { <td><Permalink number=row.number/></td> })}
            {cells.collect_view()}
        </tr>
    }
}

/// The number of a row, which leads to it.
#[component]
fn Permalink(number: u16) -> impl IntoView {
    let texts = page_context().texts();
    view! {
        <a class="permalink" href=format!("#s{number}") data-tool="share" title=texts.permalink
            aria-label=fill(texts.sentence_link, &number.to_string())>{number}</a>
    }
}

/// The translation of a row beneath it, cell under cell.
#[component]
fn TranslatedRow(at: Address, columns: usize) -> impl IntoView {
    let page_context = page_context();
    page_context.library_index.translated(&at).map(|text| {
        let marks = matches(&page_context, &at, true);
        let found = cells(text);
        let alone = (found.len() == 1).then_some(columns);
        let short = (alone.is_none() && columns > found.len()).then(|| view! { <td></td> });
        let cells = found.into_iter().map(|cell| {
            view! { <td colspan=alone><Cell row=text cell marks=marks.clone()/></td> }
        });
        view! { <tr class="en-line" lang="en">{short}{cells.collect_view()}</tr> }
    })
}

/// The text of a cell with those marks that lie in it.
#[component]
fn Cell(row: &'static str, cell: Span, marks: Vec<(Span, Mark)>) -> impl IntoView {
    let stretch = |stretch: Span| {
        view! { <Marked text=stretch.of(row) marks=inside(stretch, &marks)/> }
    };
    let lines = lines(row, cell).into_iter().enumerate();
    let lines = lines.map(|(index, line)| {
        let apart = (index > 0).then(|| view! { <br/> });
        (apart, line.into_iter().map(stretch).collect_view())
    });
    lines.collect_view()
}

/// The marks as far as they lie in this stretch, counted from its start.
fn inside(stretch: Span, marks: &[(Span, Mark)]) -> Vec<(Span, Mark)> {
    let clipped = |(span, mark): &(Span, Mark)| {
        let start = span.start.clamp(stretch.start, stretch.end) - stretch.start;
        let end = span.end.clamp(stretch.start, stretch.end) - stretch.start;
        (start < end).then_some((Span { start, end }, *mark))
    };
    marks.iter().filter_map(clipped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_cut_at_the_ends_of_a_cell() {
        let marks = [(Span::new(0, 6), Mark::Match), (Span::new(9, 12), Mark::Erratum(1))];
        assert_eq!(inside(Span::new(3, 9), &marks), [(Span::new(0, 3), Mark::Match)]);
        let both = [(Span::new(0, 1), Mark::Match), (Span::new(4, 7), Mark::Erratum(1))];
        assert_eq!(inside(Span::new(5, 20), &marks), both);
        assert_eq!(inside(Span::new(6, 9), &marks), []);
    }
}
