//! Parts and their measures as a field of squares: darker where more is explained, hatched where
//! nothing is said, plain with a question mark where the text at hand can't tell. Each square also carries its number and its percentage, and is a link.

use corpus::coverage::{PartCoverage, ProvisionCoverage, Status};
use corpus::{Coverage, Edition};
use maud::{Markup, html};

use super::{address, part_name, status};
use crate::reader::Reader;
use crate::words::words;

/// The lower ends of the shades, in percent.
const SHADES: [u8; 4] = [1, 25, 50, 75];

/// The picture with its legend.
pub fn picture(reader: &Reader, policy: &Edition, covered: &Coverage) -> Markup {
    let words = words(reader.route.locale);
    html! {
        h3 #picture { (words.picture_of_coverage) }
        div.field role="group" aria-labelledby="picture" {
            @for part in &covered.parts { (row(reader, policy, part)) }
        }
        (legend(reader, covered))
    }
}

fn row(reader: &Reader, policy: &Edition, part: &PartCoverage) -> Markup {
    html! {
        div.field-row {
            p {
                (part_name(reader, policy, part, reader.route.locale)) " "
                span.muted { (part.percent) "%" }
            }
            ul { @for provision in &part.provisions { (square(reader, policy, provision)) } }
        }
    }
}

/// The shade's class and the sign that says the same without colour.
fn shade(reader: &Reader, status: Status, percent: u8) -> (String, String) {
    let words = words(reader.route.locale);
    match status {
        Status::Explained => {
            let level = SHADES.iter().filter(|from| percent.max(1) >= **from).count();
            (format!("square shade-{level}"), format!("{percent}%"))
        }
        Status::Named => ("square shade-named".to_owned(), words.letter_named.to_owned()),
        Status::Silent => ("square shade-0".to_owned(), words.letter_silent.to_owned()),
        Status::Unknown => ("square shade-unknown".to_owned(), words.letter_unknown.to_owned()),
    }
}

fn square(reader: &Reader, policy: &Edition, provision: &ProvisionCoverage) -> Markup {
    let (class, sign) = shade(reader, provision.status, provision.percent);
    let name = reader.unit_name(&policy.document, &provision.unit, reader.route.locale);
    let said = status(reader, provision.status);
    let number = match provision.unit.to_string() {
        opening if opening == "0" => words(reader.route.locale).letter_opening.to_owned(),
        number => number,
    };
    html! {
        li {
            a class=(class) href=(reader.link_to(&address(policy, provision))) title=(name)
                aria-label={ (name) ": " (said) ", " (provision.percent) "%" } {
                b { (number) } " " span { (sign) }
            }
        }
    }
}

fn legend(reader: &Reader, covered: &Coverage) -> Markup {
    let words = words(reader.route.locale);
    let mut provisions = covered.parts.iter().flat_map(|part| &part.provisions);
    // A text is whole or it isn't: silence and what can't be known never stand side by side.
    let unknown = provisions.any(|provision| provision.status == Status::Unknown);
    let nothing = if unknown { Status::Unknown } else { Status::Silent };
    let silent = (shade(reader, nothing, 0), status(reader, nothing).to_owned());
    let named = (shade(reader, Status::Named, 0), words.named.to_owned());
    let shades = SHADES.iter().enumerate().map(|(index, from)| {
        let to = SHADES.get(index + 1).map_or(100, |next| next - 1);
        ((format!("square shade-{}", index + 1), String::new()), format!("{from}–{to}%"))
    });
    html! {
        ul.legend aria-label=(words.legend) {
            @for ((class, sign), meaning) in [silent, named].into_iter().chain(shades) {
                li { span class=(class) aria-hidden="true" { span { (sign) } } " " (meaning) }
            }
        }
    }
}
