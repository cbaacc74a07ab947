//! Places and bodies in translations: what a sentence names, its translation names, and no other
//! place.

use super::exceptions::Exceptions;
use super::{Files, sentences};
use crate::bilingual;
use crate::glossary::Place;
use crate::library::Library;
use crate::locale::Bilingual;
use crate::problem::Problem;
use crate::text::typewritten;

/// Words that say what kind of place it is; an English text may put them in other ways.
const KINDS_OF_PLACES: [&str; 12] = [
    "autonomous",
    "region",
    "province",
    "league",
    "prefecture",
    "city",
    "county",
    "banner",
    "district",
    "zone",
    "river",
    "town",
];

pub fn check(
    library: &Library,
    files: &Files<'_>,
    exceptions: &mut Exceptions<'_>,
) -> Vec<Problem> {
    sentences::check(library, files, exceptions, |_, sentence, english| {
        findings(&sentence.text, english, library)
    })
}

/// Names that are missing in the English, and places that only the English has: the name, and what
/// to do.
fn findings(chinese: &str, english: &str, library: &Library) -> Vec<(String, Bilingual)> {
    let text = typewritten(english);
    let mut findings = Vec::new();
    let places = places_in(chinese, &library.places);
    // What has no English yet is told elsewhere.
    for place in places.iter().filter(|place| !place.en.is_empty()) {
        if !has(&text, &typewritten(&own_name(&place.en))) {
            findings.push(missing(&place.zh[0], &place.en));
        }
    }
    let bodies = named(chinese, &library.bodies, |body| &body.zh);
    for body in bodies.iter().filter(|body| !body.en.is_empty()) {
        // A shorter form may have a shorter rendering; the glossary may know others.
        let term = library.terms.iter().filter(|term| term.zh.contains(&body.zh[0]));
        let mut forms = term.flat_map(|term| &term.en).chain([&body.en]);
        let lower = text.to_lowercase();
        if chinese.contains(&body.zh[0])
            && !forms.any(|form| lower.contains(&typewritten(form).to_lowercase()))
        {
            findings.push(missing(&body.zh[0], &body.en));
        }
    }
    // Names within other names that the Chinese has are no places of their own.
    let terms = library.terms.iter().filter(|t| t.zh.iter().any(|form| chinese.contains(form)));
    let mut covers: Vec<String> =
        terms.flat_map(|term| &term.en).map(|en| typewritten(en)).collect();
    covers.extend(bodies.iter().map(|body| typewritten(&body.en)));
    covers.extend(places.iter().flat_map(|p| [typewritten(&p.en), typewritten(&own_name(&p.en))]));
    covers.retain(|cover| !cover.is_empty());
    covers.sort_by_key(|cover| std::cmp::Reverse(cover.len()));
    let rest = covers.iter().fold(text, |text, cover| text.replace(cover.as_str(), " "));
    for place in &library.places {
        let own = typewritten(&own_name(&place.en));
        let proper = own.chars().next().is_some_and(char::is_uppercase);
        if proper && !places.iter().any(|p| p.id == place.id) && has(&rest, &own) {
            let message = bilingual!(
                "英文里有地名“{own}”，中文没有；请改正英文，或者在 editorial.toml 里写一条例外",
                "the English names “{own}”, the Chinese does not; correct the English, or name an \
                 exception in editorial.toml"
            );
            findings.push((own, message));
        }
    }
    findings
}

fn missing(name: &str, english: &str) -> (String, Bilingual) {
    let message = bilingual!(
        "中文写了“{name}”，英文里没有“{english}”；请改正英文，或者在 editorial.toml 里写一条例外",
        "“{name}” is named, but the English has no “{english}”; correct the English, or name an \
         exception in editorial.toml"
    );
    (name.to_owned(), message)
}

/// The name without the kind of place behind it: “Hinggan” of “Hinggan League”.
pub fn own_name(english: &str) -> String {
    let kind = |word: &&str| KINDS_OF_PLACES.contains(&word.to_lowercase().as_str());
    let own: Vec<&str> = english.split(' ').take_while(|word| !kind(word)).collect();
    if own.is_empty() { english.to_owned() } else { own.join(" ") }
}

/// The English without the English of terms and bodies that the Chinese names and that have none of
/// the `words`: the “supporting enterprises” of 配套企业 support nothing.
pub fn without_names(
    chinese: &str,
    english: &str,
    library: &Library,
    words: impl Fn(&str) -> bool,
) -> String {
    let here = |forms: &[String]| {
        let mut found = forms.iter().filter(|form| chinese.contains(form.as_str())).peekable();
        found.peek().is_some() && !found.any(|form| words(form))
    };
    let terms = library.terms.iter().filter(|term| here(&term.zh)).flat_map(|term| &term.en);
    let bodies = library.bodies.iter().filter(|body| here(&body.zh)).map(|body| &body.en);
    let mut names: Vec<String> = terms.chain(bodies).map(|name| name.to_lowercase()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.retain(|name| !name.is_empty());
    names.iter().fold(english.to_lowercase(), |text, name| text.replace(name.as_str(), " "))
}

/// The places that the Chinese text names; a place within the name of another does not count.
pub fn places_in<'p>(text: &str, places: &'p [Place]) -> Vec<&'p Place> {
    named(text, places, |place| &place.zh)
}

/// What the text names, each once; longer names claim their characters first.
fn named<'p, T>(text: &str, all: &'p [T], forms_of: impl Fn(&'p T) -> &'p [String]) -> Vec<&'p T> {
    let mut forms: Vec<(&str, usize)> = all
        .iter()
        .enumerate()
        .flat_map(|(index, one)| forms_of(one).iter().map(move |form| (form.as_str(), index)))
        .filter(|(form, _)| !form.is_empty())
        .collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let mut text = text.to_owned();
    let mut found: Vec<usize> = Vec::new();
    for (form, index) in forms {
        if text.contains(form) {
            text = text.replace(form, "\n");
            if !found.contains(&index) {
                found.push(index);
            }
        }
    }
    found.into_iter().map(|index| &all[index]).collect()
}

/// Whether the text has the name as whole words.
fn has(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, found)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = text[..start].chars().next_back();
        !letter(before) && !letter(text[start + found.len()..].chars().next())
    })
}
