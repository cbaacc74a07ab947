//! Tables of a text. On a narrow screen they scroll sideways, and the page doesn't.

use corpus::table::{cells, lines};
use corpus::{Address, Paragraph, Sentence, Span};
use maud::{Markup, html};

use super::{passages, sentence};
use crate::marks::Mark;
use crate::reader::Reader;
use crate::ui::fill;

/// The rows of a table; with `head` the first of them names the columns. `at` is the unit that they
/// stand in. `whole`: each row has its number, its anchor and what explains it.
pub fn table(reader: &Reader, rows: &[Paragraph], head: bool, at: &Address, whole: bool) -> Markup {
    let here = |row: &Sentence| Address { sentence: Some(row.number), ..at.clone() };
    let all = || rows.iter().flat_map(|row| &row.sentences);
    let columns = all().map(|row| cells(&row.text).len()).max().unwrap_or(1);
    let document = reader.edition(&at.document).map(|edition| &edition.document);
    let name = document.map(|d| reader.unit_name(d, &at.unit, reader.route.locale));
    html! {
        div.scroll role="region" tabindex="0" aria-label=[name] {
            table.rows {
                @for (index, row) in all().enumerate() {
                    (source_row(reader, row, &here(row), (head && index == 0, whole)))
                    (translated_row(reader, &here(row), columns + usize::from(whole)))
                }
            }
        }
        @if whole { @for row in all() { (passages::beneath(reader, &here(row))) } }
    }
}

fn source_row(
    reader: &Reader,
    row: &Sentence,
    at: &Address,
    (head, whole): (bool, bool),
) -> Markup {
    let mut marks = sentence::matches(reader, at, false);
    if whole {
        marks.extend(reader.standing_marks(at, row));
    }
    let found = cells(&row.text);
    html! {
        tr id=[whole.then(|| format!("s{}", row.number))] {
            @if whole {
                td {
                    a.permalink href={ "#s" (row.number) } data-tool="share" title=(reader.texts().permalink)
                        aria-label=(fill(reader.texts().sentence_link, &row.number.to_string())) {
                        (row.number)
                    }
                }
            }
            @for (column, cell) in found.iter().enumerate() {
                @if head {
                    th scope="col" lang=(sentence::SOURCE) { (one_cell(reader, &row.text, *cell, &marks)) }
                } @else if column == 0 && found.len() > 1 {
                    th scope="row" lang=(sentence::SOURCE) { (one_cell(reader, &row.text, *cell, &marks)) }
                } @else {
                    td lang=(sentence::SOURCE) { (one_cell(reader, &row.text, *cell, &marks)) }
                }
            }
        }
    }
}

/// The translation of a row beneath it, cell under cell.
fn translated_row(reader: &Reader, at: &Address, columns: usize) -> Markup {
    let Some(text) = reader.shelf.translated(at) else { return html! {} };
    let marks = sentence::matches(reader, at, true);
    let found = cells(text);
    html! {
        tr.en-line lang="en" {
            @if found.len() == 1 {
                td colspan=(columns) { (one_cell(reader, text, found[0], &marks)) }
            } @else {
                @if columns > found.len() { td {} }
                @for cell in found { td { (one_cell(reader, text, cell, &marks)) } }
            }
        }
    }
}

/// The text of a cell with those marks that lie in it.
fn one_cell(reader: &Reader, row: &str, cell: Span, marks: &[(Span, Mark)]) -> Markup {
    html! {
        @for (index, line) in lines(row, cell).into_iter().enumerate() {
            @if index > 0 { br; }
            @for stretch in line {
                (sentence::marked(reader, stretch.of(row), &inside(stretch, marks)))
            }
        }
    }
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
