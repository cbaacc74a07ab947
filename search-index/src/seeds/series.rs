//! What documents say of each other: which one explains, replaces, follows or carries out which.

use corpus::{
    Bilingual, DocumentId, Edition, Library, Metadata, Problem, Publication, Severity, Validity,
    bilingual,
};

use super::parsed::{Parsed, nearest, problem};

/// The other documents that a document names: each must be one of the site's.
pub(super) fn named(described: &Parsed<Metadata>, site: &Publication) -> Vec<Problem> {
    let Metadata { id, explains, replaces, follows, based_on, .. } = &described.value;
    let one = [
        ("explains", bilingual!("它解读的", "it explains"), explains),
        ("replaces", bilingual!("它替代的", "it replaces"), replaces),
        ("follows", bilingual!("它接续的", "it follows"), follows),
    ];
    let one = one
        .into_iter()
        .filter_map(|(field, told, other)| Some((field.to_owned(), field, told, other.as_ref()?)));
    let several = based_on.iter().enumerate().map(|(index, other)| {
        let told = bilingual!("它依据的", "it is based on");
        (format!("based_on.{index}"), "based_on", told, other)
    });
    let mut found = Vec::new();
    for (place, field, told, other) in one.chain(several) {
        if other != id && site.documents.contains(other) {
            continue;
        }
        let documents = site.documents.iter().filter(|other| *other != id);
        let meant = nearest(&other.0, documents.map(|id| id.0.as_str()));
        let meant = meant.map_or_else(Bilingual::default, |id| {
            bilingual!("（是不是要写“{id}”？）", " (did you mean “{id}”?)")
        });
        let message = bilingual!(
            "{told}“{other}”不是 site.toml 里的另一份文件{meant}；请把它加进去，或者改正 `{field}`",
            "{told} “{other}”, which is not another document in site.toml{meant}; add it there or \
             correct `{field}`"; told, meant
        );
        found.push(problem(Severity::Error, described.at(&place), message));
    }
    if replaces.is_some() && follows.is_some() {
        let message = bilingual!(
            "旧文件因为这一份而失效的，写 `replaces`；旧文件仍然有效的，写 `follows`；不要两个都写",
            "write `replaces` where the earlier document is out of force because of this one, \
             `follows` where it is not, not both"
        );
        found.push(problem(Severity::Error, described.at("follows"), message));
    }
    found
}

/// What a document in force replaces is out of force, where nobody says whether it is.
pub(super) fn settle(library: &mut Library) {
    let in_force = |metadata: &Metadata| {
        !matches!(metadata.validity, Some(Validity::NotYet)) && metadata.replaces.is_some()
    };
    let replaced: Vec<DocumentId> = library
        .editions
        .iter()
        .filter(|edition| in_force(&edition.metadata))
        .filter_map(|edition| edition.metadata.replaces.clone())
        .collect();
    for edition in &mut library.editions {
        if edition.metadata.validity.is_none() && replaced.contains(&edition.metadata.id) {
            edition.metadata.validity = Some(Validity::Expired);
        }
    }
}

/// What the documents of a series say of each other: none comes before itself, and what is replaced
/// by a document in force is not in force. `described` gives a document's file for the line.
pub(super) fn check(
    library: &Library,
    described: &dyn Fn(&DocumentId) -> Option<Parsed<Metadata>>,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut tell = |id: &DocumentId, field: &str, severity, message: Bilingual| {
        let at = described(id).map(|file| file.at(field)).unwrap_or_default();
        found.push(problem(severity, at, message).in_file(&format!("{id}/document.toml")));
    };
    for Edition { metadata, .. } in &library.editions {
        let before = |id: &DocumentId| library.edition(id)?.metadata.earlier();
        // One that names itself is told already.
        let mut next = metadata.earlier().filter(|id| **id != metadata.id);
        for _ in 0..library.editions.len() {
            if next == Some(&metadata.id) {
                let field = if metadata.replaces.is_some() { "replaces" } else { "follows" };
                let id = &metadata.id;
                let message = bilingual!(
                    "按 `replaces` 和 `follows` 所写，“{id}”成了自己的旧文件；请改正一处",
                    "by what `replaces` and `follows` say, “{id}” comes before itself; correct one"
                );
                tell(&metadata.id, field, Severity::Error, message);
                break;
            }
            next = next.and_then(before);
        }
        let replaced = metadata.replaces.as_ref().and_then(|id| library.edition(id));
        let in_force = |metadata: &Metadata| metadata.validity == Some(Validity::InForce);
        if let Some(Edition { metadata: replaced, .. }) = replaced
            && in_force(metadata)
            && in_force(replaced)
        {
            let id = &metadata.id;
            let message = bilingual!(
                "validity 说它有效，但它已被有效的“{id}”替代；请写 validity = \"expired\"，\
                 或者把那里的 `replaces` 改成 `follows`",
                "validity says that it is in force, but “{id}”, which is in force, replaces it; \
                 write validity = \"expired\", or `follows` instead of `replaces` there"
            );
            tell(&replaced.id, "validity", Severity::Warning, message);
        }
    }
    found
}
