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
    // The first row with a cell for each column says how wide they are at least.
    let widths = widths(all().map(|row| row.text.as_str()));
    let first = all().position(|row| cells(&row.text).len() == widths.len());
    let lines = all().enumerate().map(|(index, row)| {
        let head = head && index == 0;
        let widths = if first == Some(index) { widths.clone() } else { Vec::new() };
        view! {
            <SourceRow row at=here(row) head whole widths/>
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

/// For each column whether its cells have more than a word or two: on a narrow screen a column is as narrow
/// as one character where nothing says so.
fn widths<'t>(rows: impl Iterator<Item = &'t str>) -> Vec<Option<&'static str>> {
    let mut longest: Vec<usize> = Vec::new();
    for row in rows {
        let cells = cells(row);
        longest.resize(longest.len().max(cells.len()), 0);
        if only_first(row, &cells) {
            continue;
        }
        for (longest, cell) in longest.iter_mut().zip(cells) {
            // Letters and digits are half as wide.
            let width = |c: char| if c.is_ascii() { 1 } else { 2 };
            let line = |line: Vec<Span>| -> usize {
                line.iter().flat_map(|span| span.of(row).chars()).map(width).sum()
            };
            *longest = lines(row, cell).into_iter().map(line).fold(*longest, usize::max);
        }
    }
    longest.into_iter().map(|longest| (longest > 8).then_some("wide")).collect()
}

/// Whether a row is one text over all columns: a remark below a table.
fn only_first(row: &str, cells: &[Span]) -> bool {
    let empty = |cell: &Span| cell.of(row).trim().is_empty();
    cells.len() == 1
        || cells.len() > 1 && cells[1..].iter().all(empty) && cells[0].of(row).chars().count() > 10
}

/// A row as the source has it.
#[component]
fn SourceRow(
    row: &'static Sentence,
    at: Address,
    head: bool,
    whole: bool,
    /// The class of each column that needs one.
    widths: Vec<Option<&'static str>>,
) -> impl IntoView {
    let page_context = page_context();
    let mut marks = matches(&page_context, &at, false);
    if whole {
        marks.extend(page_context.standing_marks(&at, row));
    }
    let found = cells(&row.text);
    let over_all = (only_first(&row.text, &found) && found.len() > 1).then_some(found.len());
    let alone = found.len() == 1 || over_all.is_some();
    let shown = if alone { 1 } else { found.len() };
    let cells = found.into_iter().take(shown).enumerate().map(|(column, cell)| {
        let text = view! { <Cell row=&row.text cell marks=marks.clone()/> };
        let scope = if head { "col" } else { "row" };
        let width = widths.get(column).copied().flatten();
        if head || column == 0 && !alone {
            view! { <th scope=scope class=width lang=SOURCE>{text}</th> }.into_any()
        } else {
            view! { <td lang=SOURCE class=width colspan=over_all>{text}</td> }.into_any()
        }
    });
    view! {
        <tr id=whole.then(|| format!("s{}", row.number))>
            {whole.then(|| view! { <td class="row-number"><Permalink number=row.number/></td> })}
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
        let short = (alone.is_none() && columns > found.len())
            .then(|| view! { <td class="row-number"></td> });
        let cells = found.into_iter().map(|cell| {
            view! { <td colspan=alone><Cell row=text cell marks=marks.clone()/></td> }
        });
        view! { <tr class="en-line" lang="en">{short}{cells.collect_view()}</tr> }
    })
}

/// A row among sentences: its cells one after the other, those without words left out.
#[component]
pub fn RowInLine(
    /// The text of the row.
    row: &'static str,
    /// What of it is marked.
    marks: Vec<(Span, Mark)>,
) -> impl IntoView {
    let full = cells(row).into_iter().filter(|cell| cell.start < cell.end);
    let cells = full.enumerate().map(|(index, cell)| {
        let apart = (index > 0).then_some(" · ");
        view! { {apart} <Cell row cell marks=marks.clone()/> }
    });
    cells.collect_view()
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
    fn columns_with_text_are_told_and_a_remark_stands_over_all() {
        let rows = [
            "类别 | 指标名称 | 2025年 | 任务",
            "生产 | 优质饲草自给率 | 72 | 建设区域性饲草储备库",
            "注：数据为初步统计数，以最后公布为准。 | | |",
        ];
        let expected = [None, Some("wide"), None, Some("wide")];
        assert_eq!(widths(rows.into_iter()), expected);
        let remark = |row: &str| only_first(row, &cells(row));
        assert_eq!(rows.map(remark), [false, false, true]);
        assert!(!remark("合计 | |"), "a word has its column");
    }

    #[test]
    fn a_mark_is_cut_at_the_ends_of_a_cell() {
        let marks = [(Span::new(0, 6), Mark::Match), (Span::new(9, 12), Mark::Erratum(1))];
        assert_eq!(inside(Span::new(3, 9), &marks), [(Span::new(0, 3), Mark::Match)]);
        let both = [(Span::new(0, 1), Mark::Match), (Span::new(4, 7), Mark::Erratum(1))];
        assert_eq!(inside(Span::new(5, 20), &marks), both);
        assert_eq!(inside(Span::new(6, 9), &marks), []);
    }
}
