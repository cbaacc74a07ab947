//! What seeds say about the site and about documents, held against what can be: names, dates,
//! addresses, and things that stand there twice.

use std::collections::HashMap;

use corpus::calendar::{is_day, is_minute};
use corpus::glossary::Term;
use corpus::publication::FooterLink;
use corpus::{
    Address, Document, Field, Metadata, Position, Problem, ProblemKind, Publication, Severity,
    State, names,
};

use super::parsed::{Parsed, problem};
use super::series;
use super::values::{dropped, no_date, unlinked};

/// Checks `site.toml`, and takes out the documents that can't be published.
pub(super) fn site(site: &mut Parsed<Publication>, problems: &mut Vec<Problem>) {
    let mut found = Vec::new();
    let publication = &site.value;
    let mut usable = Vec::new();
    for (index, id) in publication.documents.iter().enumerate() {
        let at = site.at(&format!("documents.{index}"));
        if let Err(error) = names::check_document_id(&id.0) {
            found.push(problem(Severity::Error, at, error.to_string()));
        } else if usable.contains(id) {
            let message = format!("“{id}” stands here twice; remove one");
            found.push(problem(Severity::Error, at, message));
        } else {
            usable.push(id.clone());
        }
    }
    let expires = &publication.security_expires;
    let day = expires.is_empty() || is_day(expires);
    if !day {
        let message = no_date("security_expires", expires, "2026-02-10");
        found.push(problem(Severity::Warning, site.at("security_expires"), message));
    }
    let mut address = |path: &str, address: &str| {
        found.extend(
            dropped(path, address).map(|told| problem(Severity::Warning, site.at(path), told)),
        );
    };
    address("licence", &publication.licence);
    address("security_contact", &publication.security_contact);
    address("portal.party_government_link", &publication.portal.party_government_link);
    for (index, link) in publication.footer_links.iter().enumerate() {
        address(&format!("footer_links.{index}.href"), &link.href);
    }
    let mut report = publication.portal.report_error.trim();
    if let Some(told) = unlinked(report) {
        found.push(problem(Severity::Warning, site.at("portal.report_error"), told));
        report = "";
    }
    let report = (!report.is_empty()).then(|| FooterLink::report_error(report));
    let base = publication.base_url.trim();
    if !base.is_empty() && !["https://", "http://"].iter().any(|scheme| base.starts_with(scheme)) {
        let message = format!(
            "base_url “{base}” is no address of a site; write it whole, such as \
             https://www.example.gov.cn/policy/"
        );
        found.push(problem(Severity::Error, site.at("base_url"), message));
    }
    site.value.documents = usable;
    site.value.footer_links.splice(0..0, report);
    if !day {
        site.value.security_expires.clear();
    }
    problems.extend(found.into_iter().map(|problem| problem.in_file("site.toml")));
}

/// Checks `document.toml`. A date that does not exist is taken out: no page shows it.
pub(super) fn document(described: &mut Parsed<Metadata>, site: &Publication) -> Vec<Problem> {
    let mut found = Vec::new();
    let Metadata { issued, published, origin, origin_pdf, .. } = &described.value;
    let day = issued.is_empty() || is_day(issued);
    if !day {
        let message = no_date("issued", issued, "2026-02-10");
        found.push(problem(Severity::Warning, described.at("issued"), message));
    }
    let minute = published.is_empty() || is_day(published) || is_minute(published);
    if !minute {
        let message = no_date("published", published, "2026-02-10 09:30");
        found.push(problem(Severity::Warning, described.at("published"), message));
    }
    for (field, address) in [("origin", origin), ("origin_pdf", origin_pdf)] {
        if let Some(message) = dropped(field, address) {
            found.push(problem(Severity::Warning, described.at(field), message));
        }
    }
    found.extend(series::named(described, site));
    if !day {
        described.value.issued.clear();
    }
    if !minute {
        described.value.published.clear();
    }
    found.extend(stated_and_not(described));
    found.extend(undated(described));
    found
}

/// Days that don't exist, which are taken out, and a document that would end before it begins.
fn undated(described: &mut Parsed<Metadata>) -> Vec<Problem> {
    let mut found = Vec::new();
    for field in ["effective", "expires", "updated"] {
        let at = described.at(field);
        let metadata = &mut described.value;
        let day = match field {
            "effective" => &mut metadata.effective,
            "expires" => &mut metadata.expires,
            _ => &mut metadata.updated,
        };
        if !day.is_empty() && !is_day(day) {
            found.push(problem(Severity::Warning, at, no_date(field, day, "2026-02-10")));
            day.clear();
        }
    }
    let Metadata { effective, expires, .. } = &described.value;
    if !effective.is_empty() && !expires.is_empty() && expires < effective {
        let message = format!("expires {expires} is before effective {effective}; correct one");
        found.push(problem(Severity::Warning, described.at("expires"), message));
    }
    found
}

/// What is filled in, and named as not stated as well; and, once for each field, names that stand
/// twice.
fn stated_and_not(described: &Parsed<Metadata>) -> Vec<Problem> {
    let metadata = &described.value;
    let mut found = Vec::new();
    for (index, field) in metadata.not_stated.iter().enumerate() {
        let at = || described.at(&format!("not_stated.{index}"));
        let key = field.key();
        if !metadata.lacks(*field) {
            let message = format!(
                "{key} is filled in, and not_stated says that the source does not state it; \
                 remove one of the two"
            );
            found.push(problem(Severity::Warning, at(), message));
        } else if metadata.not_stated[..index].contains(field) {
            let message = format!("“{key}” stands here twice; remove one");
            found.push(problem(Severity::Warning, at(), message));
        }
    }
    found
}

/// A notice for the fields of which nothing is said: neither what they are, nor that the source
/// does not state them, nor by the text itself.
pub(super) fn open_fields(metadata: &Metadata, at: Position) -> Option<Problem> {
    // Not every document addresses someone.
    let asked = Field::ALL.into_iter().filter(|field| *field != Field::Addressee);
    let open: Vec<&str> = asked
        .filter(|field| metadata.state(*field) == State::NotFilledIn)
        .map(Field::key)
        .collect();
    (!open.is_empty()).then(|| {
        let message = format!(
            "not filled in: {}; fill them in, or name those that the source does not state: \
             not_stated = [\"{}\"]",
            open.join(", "),
            open.join("\", \"")
        );
        problem(Severity::Notice, at, message)
    })
}

/// A warning for every line with characters that can't be seen: marks that turn the direction of
/// writing, and characters without width. They stay, as all of a text does, but readers and search
/// may see something else than stands there. Those that `belongs` knows are part of the spelling.
pub(super) fn unseen(text: &str, belongs: impl Fn(char) -> bool) -> Vec<Problem> {
    let mut found = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        // A mark of the byte order at the very beginning is no character of the text.
        let line = if number == 1 { line.trim_start_matches('\u{feff}') } else { line };
        let mut unseen =
            line.chars().zip(1..).filter(|(c, _)| names::is_invisible(*c) && !belongs(*c));
        let Some((c, column)) = unseen.next() else { continue };
        let more = unseen.count();
        let what =
            if names::is_direction(c) { "turns the direction of writing" } else { "takes no room" };
        let more =
            if more == 0 { String::new() } else { format!(" (and {more} more in this line)") };
        let message = format!(
            "U+{:04X} can't be seen and {what}{more}; if the original does not have it, remove it",
            u32::from(c)
        );
        let at = Position { line: number, column };
        found.push(Problem::new(ProblemKind::LookAlike, Severity::Warning, at, message));
    }
    found
}

/// Checks the ids of a list, the same in all files: the grammar, and that none stands there twice.
pub(super) fn ids<'a, T>(
    file: &Parsed<T>,
    table: &str,
    ids: impl Iterator<Item = &'a str>,
    problems: &mut Vec<Problem>,
) {
    let mut first: HashMap<&str, Position> = HashMap::new();
    for (index, id) in ids.enumerate() {
        let at = file.at(&format!("{table}.{index}.id"));
        if let Err(error) = names::check_id(id) {
            problems.push(problem(Severity::Error, at, error.to_string()));
        }
        if let Some(before) = first.insert(id, at) {
            let message = format!("the id “{id}” is that of line {} already", before.line);
            problems.push(problem(Severity::Error, at, message));
        }
    }
}

/// Checks that a list of forms is not empty, and that no form belongs to two entries.
pub(super) fn forms<'a, T>(
    file: &Parsed<T>,
    table: &str,
    entries: impl Iterator<Item = &'a [String]>,
    problems: &mut Vec<Problem>,
) {
    let mut first: HashMap<&str, Position> = HashMap::new();
    for (index, forms) in entries.enumerate() {
        if forms.iter().all(|form| form.trim().is_empty()) {
            let at = file.at(&format!("{table}.{index}.zh"));
            let message = "`zh` is empty; write how the texts name it, the headword first";
            problems.push(problem(Severity::Error, at, message));
        }
        for (number, form) in forms.iter().enumerate() {
            let at = file.at(&format!("{table}.{index}.zh.{number}"));
            if let Some(before) = first.insert(form, at) {
                let message = format!(
                    "“{form}” stands in line {} already; readers are shown one of the two",
                    before.line
                );
                problems.push(Problem::new(ProblemKind::Glossary, Severity::Warning, at, message));
            }
        }
    }
}

/// Checks what the explanations of terms rest on.
pub(super) fn bases(
    file: &Parsed<impl Sized>,
    terms: &[Term],
    documents: &[Document],
    problems: &mut Vec<Problem>,
) {
    let there = |basis: &str| {
        let address: Option<Address> = basis.parse().ok();
        address.is_some_and(|address| {
            let document = documents.iter().find(|document| document.id == address.document);
            document.is_some_and(|document| document.sentence(&address).is_some())
        })
    };
    for (index, term) in terms.iter().enumerate() {
        if !["editors", ""].contains(&term.basis.as_str()) && !there(&term.basis) {
            let at = file.at(&format!("term.{index}.basis"));
            let message = format!(
                "basis “{}” is neither “editors” nor the address of a sentence, such as \
                 roads-2026/13#s2; readers can't be led to it",
                term.basis
            );
            problems.push(Problem::new(ProblemKind::Glossary, Severity::Warning, at, message));
        }
    }
}

/// One warning for all entries of a list that are only begun: they are published as far as they go.
pub(super) fn halves<'a, T>(
    file: &Parsed<T>,
    table: &str,
    entries: impl ExactSizeIterator<Item = Vec<(&'a str, bool)>>,
    problems: &mut Vec<Problem>,
) {
    let total = entries.len();
    let mut first = None;
    let mut half = 0;
    for (index, fields) in entries.enumerate() {
        let missing: Vec<&str> =
            fields.into_iter().filter(|(_, there)| !there).map(|(field, _)| field).collect();
        if !missing.is_empty() {
            half += 1;
            first.get_or_insert((index, missing));
        }
    }
    let Some((index, missing)) = first else { return };
    let message = format!(
        "{} of {total} [[{table}]] are filled in; what is there is published; here {} is empty",
        total - half,
        missing.join(", ")
    );
    let at = file.at(&format!("{table}.{index}"));
    problems.push(Problem::new(ProblemKind::Glossary, Severity::Warning, at, message));
}
