//! What seeds say about the site and about documents, held against what can be: names, dates,
//! addresses, and things that stand there twice.

use corpus::calendar::{is_day, is_minute};
use corpus::publication::FooterLink;
use corpus::{
    Bilingual, Field, Metadata, Position, Problem, ProblemKind, Publication, Severity, State,
    bilingual, names,
};

use super::parsed::{Parsed, listed, problem};
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
            found.push(problem(Severity::Error, at, error.wording()));
        } else if usable.contains(id) {
            let message = bilingual!(
                "“{id}”在这里写了两次；请删去一个",
                "“{id}” stands here twice; remove one"
            );
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
        let message = bilingual!(
            "base_url“{base}”不是网站的地址；请写完整，例如 https://www.example.gov.cn/policy/",
            "base_url “{base}” is not the address of a site; write it in full, such as \
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

/// A document without a name, neither in `document.toml` nor in its text.
pub(super) fn untitled(metadata: &Metadata, at: Position) -> Option<Problem> {
    metadata.title.zh.trim().is_empty().then(|| {
        let message = bilingual!(
            "title.zh 是空的，正文里也没有标题；请写上文件的名称",
            "title.zh is empty, and the text has no title; write the name of the document"
        );
        Problem::new(ProblemKind::Metadata, Severity::Error, at, message)
    })
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
        let message = bilingual!(
            "expires {expires} 早于 effective {effective}；请改正一个",
            "expires {expires} is before effective {effective}; correct one"
        );
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
            let message = bilingual!(
                "{key} 已经填写，而 not_stated 说原文没有写明；请删去其中一个",
                "{key} is filled in, and not_stated says that the source does not state it; \
                 remove one of the two"
            );
            found.push(problem(Severity::Warning, at(), message));
        } else if metadata.not_stated[..index].contains(field) {
            let message = bilingual!(
                "“{key}”在这里写了两次；请删去一个",
                "“{key}” stands here twice; remove one"
            );
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
        let (named, list) = (listed(&open), open.join("\", \""));
        let message = bilingual!(
            "还没有填写：{named}；请填写，原文没有写明的写进：not_stated = [\"{list}\"]",
            "not filled in: {named}; fill them in, or name those that the source does not state: \
             not_stated = [\"{list}\"]"; named
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
        let what = if names::is_direction(c) {
            bilingual!("会改变文字的方向", "changes the direction of the text")
        } else {
            bilingual!("不占位置", "has no width")
        };
        let more = match more {
            0 => Bilingual::default(),
            more => bilingual!("（这一行还有 {more} 个）", " (and {more} more in this line)"),
        };
        let code = format!("U+{:04X}", u32::from(c));
        let message = bilingual!(
            "{code} 是看不见的字符，{what}{more}；如果原件里没有，请删去",
            "{code} is invisible and {what}{more}; if the original does not have it, remove it";
            what, more
        );
        let at = Position { line: number, column };
        found.push(Problem::new(ProblemKind::LookAlike, Severity::Warning, at, message));
    }
    found
}
