//! How units are named: by their labels and titles, and what has neither by what it is.

use corpus::{Around, Division, Document, Provision, notes};

use crate::route::UiLocale;
use crate::ui::texts;

/// How a provision is named: by its label and title, or as the introduction that it is.
pub fn provision_name(
    document: &Document,
    provision: &Provision,
    locale: UiLocale,
    english: &str,
) -> String {
    let texts = texts(locale);
    if provision.label.is_empty() {
        let name = match provision.around() {
            Some(Around::Head) => texts.head,
            Some(Around::Close) => texts.close,
            Some(Around::Annexes) => texts.annex_list,
            None if provision.number == "0" => texts.preamble,
            None => texts.introduction,
        };
        return match provision.number.strip_suffix(".0").and_then(|n| document.division(n)) {
            Some(division) if !locale.english() => [&division.label, name].concat(),
            Some(division) if division.label.is_empty() => name.to_owned(),
            Some(division) => [&shown_number(&division.number, locale), ". ", name].concat(),
            None => name.to_owned(),
        };
    }
    match (locale, english) {
        (UiLocale::En, "") if provision.title.is_none() => shown_number(&provision.number, locale),
        (UiLocale::En, title) if !title.is_empty() => {
            [&shown_number(&provision.number, locale), ". ", title.trim_end_matches('.')].concat()
        }
        _ => labelled(&provision.label, provision.heading()),
    }
}

/// The part whose whole text this unnumbered provision is: it has the part's name and introduces
/// nothing.
pub fn part_of_one<'d>(document: &'d Document, provision: &Provision) -> Option<&'d Division> {
    let part = document.division(provision.number.strip_suffix(".0")?)?;
    (part.provisions.len() == 1 && provision.label.is_empty()).then_some(part)
}

/// Whether an unnumbered provision is an annex, which has a name of its own: it begins with its
/// title, or is all that the annex has.
pub(super) fn is_annex_named_by_itself(document: &Document, provision: &Provision) -> bool {
    document.annex_beginning_with(provision).is_some_and(|annex| {
        annex.provisions.len() == 1 || document.annex_title(provision).is_some()
    })
}

/// A unit's number as readers know it: `annex-1.2` is that of an address.
pub fn shown_number(number: &str, locale: UiLocale) -> String {
    match number.strip_prefix("annex-") {
        Some(rest) => [texts(locale).annex, rest].concat(),
        None => number.to_owned(),
    }
}

/// A label with what it labels: `一、目标`, `（二）管护`, but `第一章 总则`.
pub(super) fn labelled(label: &str, title: &str) -> String {
    let title = notes::without_marks(title);
    let apart = matches!(label.chars().next_back(), Some('编' | '章' | '节' | '条' | '0'..='9'));
    [label, if apart && !title.is_empty() { " " } else { "" }, &title].concat()
}
