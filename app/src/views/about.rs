//! About the site: sources, gaps, methods, errors of the source, rights, verification,
//! accessibility.

mod methods;
mod source;

use corpus::Erratum;
use corpus::errata::Certainty;
use maud::{Markup, html};

use super::{quoted, sentence};
use crate::reader::Reader;
use crate::ui::fill;
use crate::words::about::words;

/// The about page.
pub fn about(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        article.about {
            h1 tabindex="-1" { (reader.texts().about) }
            p.lead { (words.lead) }
            (source::source(reader))
            (source::unknown(reader))
            (methods::methods(reader))
            (methods::translation(reader))
            (errata(reader))
            (methods::rights(reader))
            (methods::offline(reader))
            (methods::verify(reader))
            (methods::accessibility(reader))
        }
    }
}

/// All errata of all documents; nothing where there are none.
fn errata(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let all: Vec<&Erratum> =
        reader.library().editions.iter().flat_map(|edition| &edition.errata).collect();
    let certainty = |erratum: &Erratum| match erratum.certainty {
        Certainty::Certain => words.certain,
        Certainty::Likely => words.likely,
    };
    html! {
        @if !all.is_empty() {
            section aria-labelledby="errata" {
                h2 #errata { (words.errata) }
                p { (fill(words.errata_lead, &all.len().to_string())) }
                ol.errata-list {
                    @for erratum in all {
                        li {
                            p { (sentence::note(reader, erratum)) " " span.tag { (certainty(erratum)) } }
                            p.source { (quoted::source(reader, &erratum.at)) }
                        }
                    }
                }
            }
        }
    }
}
