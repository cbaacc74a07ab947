//! How a sentence is cited: the official title and its issuer, the numbered unit, the sentence,
//! its address, the release of the site, and the day it was read. The site's own short titles are
//! never given as if they were official.

use corpus::{Address, Document, Edition, Provision, Unit};

use crate::page_context::{PageContext, part_of_one};
use crate::route::{Route, UiLocale};
use crate::ui::fill;
use crate::ui::found::words;

/// What a citation says beside the place.
#[derive(Clone, Copy, Debug)]
pub struct Access<'a> {
    /// The absolute address of the site's root, with its `/`.
    pub root: &'a str,
    /// The release of the site; empty where that is not known.
    pub release: &'a str,
    /// The day of access, `YYYY-MM-DD`; empty in files that are read on any day.
    pub day: &'a str,
}

/// The citation of a place in the language of the interface; empty where the library has no such
/// document.
pub fn citation(page_context: &PageContext, at: &Address, access: &Access<'_>) -> String {
    let locale = page_context.route.locale;
    let Some(edition) = page_context.edition(&at.document) else { return String::new() };
    let words = words(locale);
    let mut parts: Vec<String> = Vec::new();
    let mut work = String::new();
    let issuers = issuers(edition, locale);
    if !issuers.is_empty() {
        work.push_str(&fill(words.cited_issuer, &issuers));
    }
    work.push_str(&official_title(edition, locale));
    parts.push(work);
    parts.extend(parts_around(page_context, &edition.document, &at.unit));
    let unit = page_context.unit_name(&edition.document, &at.unit, locale);
    if at.unit != Unit::Title && !unit.is_empty() {
        parts.push(unit);
    }
    // A heading is no sentence of the text below it, which may have the same name.
    let heading = matches!(at.unit, Unit::Division(_));
    if let Some(number) = at.sentence.filter(|number| *number > 0 && !heading) {
        parts.push(fill(words.cited_sentence, &number.to_string()));
    }
    parts.push(absolute(access.root, locale, at));
    for (sentence, value) in
        [(words.export_release, access.release), (words.cited_access, access.day)]
    {
        if !value.is_empty() {
            parts.push(fill(sentence, value));
        }
    }
    parts.join(words.cited_comma)
}

/// The names of the parts that a provision stands in, from the outermost, where its label alone does
/// not say which one it is.
pub fn parts_around(page_context: &PageContext, document: &Document, unit: &Unit) -> Vec<String> {
    let mut names = Vec::new();
    let mut part = part_around(document, unit);
    while let Some(number) = part {
        let unit = Unit::Division(number.to_owned());
        names.insert(0, page_context.unit_name(document, &unit, page_context.route.locale));
        part = around(number);
    }
    names
}

/// The part that a unit stands in: of a part within a part always, of a provision where its label alone
/// does not say which one it is, as each part of a plan may have its own （一）.
fn part_around<'d>(document: &'d Document, unit: &Unit) -> Option<&'d str> {
    let number = match unit {
        Unit::Title => return None,
        Unit::Division(number) => return around(&document.division(number)?.number),
        Unit::Provision(number) => number,
    };
    let index = document.provisions.iter().position(|provision| provision.number == *number)?;
    let own = &document.provisions[index];
    if let Some(part) = part_of_one(document, own) {
        return around(&part.number);
    }
    let again = |other: &Provision| other.label == own.label && other.number != own.number;
    let ambiguous = !own.label.is_empty() && document.provisions.iter().any(again);
    ambiguous.then(|| document.division_of(index)).flatten().map(|part| part.number.as_str())
}

/// The number of the part around this one.
fn around(part: &str) -> Option<&str> {
    part.rsplit_once('.').map(|(outer, _)| outer)
}

/// The bodies that issued the document; empty where the source does not state them.
pub fn issuers(edition: &Edition, locale: UiLocale) -> String {
    let names: Vec<&str> =
        edition.metadata.issuers.iter().map(|issuer| issuer.pick(locale.english())).collect();
    names.join(words(locale).cited_issuers_between)
}

/// The official title in the title marks of its language; as it is where it has marks of its own.
fn official_title(edition: &Edition, locale: UiLocale) -> String {
    let title = edition.metadata.title.pick(locale.english());
    let marked = title.contains(['《', '“']);
    if marked { title.to_owned() } else { fill(words(locale).cited_title, title) }
}

/// The absolute address of a place.
pub fn absolute(root: &str, locale: UiLocale, at: &Address) -> String {
    let mut address = [root, &Route::of(locale, at).path()].concat();
    if let Some(number) = at.sentence {
        address.push_str("#s");
        address.push_str(&number.to_string());
    }
    address
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::page_context::LibraryIndex;
    use crate::route::Page;

    fn cited(title: &str, short: &str, locale: UiLocale) -> String {
        let mut library = crate::search::tests::library("（一）发展奶业。建设牧场。\n");
        let metadata = &mut library.editions[0].metadata;
        metadata.title = corpus::Bilingual { zh: title.into(), en: "Opinions".into() };
        metadata.short_title = corpus::Bilingual { zh: short.into(), en: short.into() };
        for name in ["甲委", "乙府"] {
            let name = corpus::Bilingual { zh: name.into(), en: String::new() };
            metadata.issuers.push(name);
        }
        let page_context = PageContext::new(
            &Arc::new(LibraryIndex::new(library)),
            Route::new(locale, Page::Search),
        );
        let access = Access { root: "https://example.org/", release: "abc", day: "2026-11-25" };
        citation(&page_context, &"a/1#s1".parse().expect("an address"), &access)
    }

    #[test]
    fn a_citation_names_the_official_title_and_all_that_leads_back() {
        assert_eq!(
            cited("甲乙实施意见", "意见速览", UiLocale::Zh),
            "甲委、乙府：《甲乙实施意见》，（一）发展奶业，第1句，https://example.org/a/1/#s1，\
             网站版本：abc，2026-11-25查阅"
        );
        assert_eq!(
            cited("甲乙实施意见", "Our short title", UiLocale::En),
            "甲委; 乙府, “Opinions”, （一）发展奶业, sentence 1, https://example.org/en/a/1/#s1, \
             Version of the site: abc, accessed 2026-11-25"
        );
    }

    #[test]
    fn a_label_that_comes_again_is_cited_with_its_part() {
        let text = "一、修路\n\n（一）村路。修好。\n\n二、造林\n\n（一）育苗。育好。\n（二）栽种。栽好。\n";
        let library = crate::search::tests::library(text);
        let route = Route::new(UiLocale::Zh, Page::Search);
        let page_context = PageContext::new(&Arc::new(LibraryIndex::new(library)), route);
        let access = Access { root: "https://example.org/", release: "", day: "" };
        let cited = |label: &str, part: usize| {
            let document = &page_context.library().editions[0].document;
            let of_label = document.provisions.iter().filter(|provision| provision.label == label);
            let number = of_label.map(|provision| provision.number.clone()).nth(part);
            let unit = Unit::Provision(number.expect("such a provision"));
            citation(
                &page_context,
                &Address { document: "a".into(), unit, sentence: None },
                &access,
            )
        };
        assert!(cited("（一）", 1).contains("，二、造林，（一）育苗，"), "{}", cited("（一）", 1));
        assert!(!cited("（二）", 0).contains("造林"), "{}", cited("（二）", 0));
    }

    #[test]
    fn a_part_that_is_one_text_has_its_own_name() {
        let text = "一、修路\n\n村路修好。\n\n二、造林\n\n今年造林。\n\n（一）育苗。育好。\n";
        let library = crate::search::tests::library(text);
        let route = Route::new(UiLocale::Zh, Page::Search);
        let page_context = PageContext::new(&Arc::new(LibraryIndex::new(library)), route);
        let access = Access { root: "https://example.org/", release: "", day: "" };
        let cited = |at: &str| citation(&page_context, &at.parse().expect("an address"), &access);
        assert!(cited("a/1.0#s1").contains("，一、修路，第1句，"), "{}", cited("a/1.0#s1"));
        // The heading itself is no sentence of the text.
        assert!(cited("a/part-1#s1").contains("，一、修路，https:"), "{}", cited("a/part-1#s1"));
        assert!(cited("a/2.0#s1").contains("，二、引言，第1句，"), "{}", cited("a/2.0#s1"));
    }

    #[test]
    fn a_part_whose_label_comes_again_is_cited_with_the_part_around_it() {
        let part = |name: &str| {
            format!(
                "{name}\n\n（一）甲类\n\n1.先办。办好。\n\n2.后办。办完。\n\n（二）乙类\n\n照办。\n\n"
            )
        };
        let text = [part("一、修路"), part("二、造林")].concat();
        let library = crate::search::tests::library(&text);
        let mut units: Vec<Unit> =
            library.editions[0].document.sentences().map(|(unit, _)| unit).collect();
        units.dedup();
        let route = Route::new(UiLocale::Zh, Page::Search);
        let page_context = PageContext::new(&Arc::new(LibraryIndex::new(library)), route);
        let access = Access { root: "", release: "", day: "" };
        let mut cited: Vec<String> = Vec::new();
        for unit in units {
            let at = Address { document: "a".into(), unit, sentence: Some(1) };
            let text = citation(&page_context, &at, &access);
            // Without the address, which is another for every place.
            cited.push(text.rsplit_once('，').map_or(text.clone(), |(text, _)| text.to_owned()));
        }
        let all = cited.len();
        cited.sort();
        cited.dedup();
        assert_eq!(cited.len(), all, "{cited:#?}");
        assert!(cited.iter().any(|one| one.contains("二、造林，（二）")), "{cited:#?}");
    }

    #[test]
    fn a_title_with_marks_of_its_own_gets_no_more() {
        let text = cited("《意见》解读", "解读", UiLocale::Zh);
        assert!(text.starts_with("甲委、乙府：《意见》解读，"), "{text}");
    }
}
