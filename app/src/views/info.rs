//! The box that portals show with a document, and the files that can be taken away.

use corpus::downloads::Format;
use corpus::translation::Progress;
use corpus::{Edition, Locale, Translation, info_box};
use maud::{Markup, html};

use crate::reader::Reader;
use crate::ui::fill;

/// What is known about a document: always all rows; why one is empty is said in it.
pub fn info(reader: &Reader, edition: &Edition) -> Markup {
    let english = reader.english();
    html! {
        section.info-box aria-labelledby="info" {
            h2 #info { (reader.texts().info) }
            dl.rows {
                @for row in info_box::info_box(&edition.metadata, english) {
                    div {
                        dt { (row.label) }
                        dd.unstated[row.is_empty()] {
                            (row.shown(english))
                            @if let Some(remark) = info_box::remark(row.state, english) {
                                " " small { (remark) }
                            }
                        }
                    }
                }
            }
            @if let Some(progress) = unfinished(edition) {
                p.hint { (translated_part(reader, progress)) }
            }
            @for remark in edition.metadata.gaps() { p.hint { (remark.pick(english)) } }
        }
    }
}

fn unfinished(edition: &Edition) -> Option<Progress> {
    edition.translations.iter().map(Translation::progress).find(|progress| !progress.is_whole())
}

fn translated_part(reader: &Reader, progress: Progress) -> String {
    let text = fill(reader.texts().translated_part, &progress.total.to_string());
    fill(&text, &progress.translated.to_string())
}

/// Links to the document's files, those for readers first.
pub fn downloads(reader: &Reader, edition: &Edition) -> Markup {
    let of_facts = |format: &Format| matches!(format, Format::FactsJson | Format::FactsCsv);
    let there = |format: &Format| !of_facts(format) || reader.library().contents.facts;
    html! {
        section.downloads aria-labelledby="downloads" {
            h2 #downloads { (reader.texts().downloads) }
            ul {
                @for format in Format::ALL.into_iter().filter(there) {
                    (file(reader, edition, format, None))
                    @if format.per_language() {
                        @for translation in &edition.translations {
                            (file(reader, edition, format, Some(&translation.locale)))
                        }
                    }
                }
            }
        }
    }
}

fn file(reader: &Reader, edition: &Edition, format: Format, into: Option<&Locale>) -> Markup {
    html! {
        li {
            a href={ (reader.route.root()) (format.path(&edition.document.id, into)) } {
                (format.label(reader.english()))
                @if let Some(locale) = into { " " span.tag { (locale.0) } }
            }
        }
    }
}
