//! Which document of the library a name means, and which edition of it.

use std::collections::HashMap;

use crate::citing::kinds::GENERIC;
use crate::library::{Edition, Library};
use crate::metadata::Validity;

/// What every full title of a national law begins with, and no short one.
const STATE: &str = "中华人民共和国";

/// A document that a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Its index in the library.
    pub edition: usize,
    /// Whether its articles are those that the citing text means. They may not be where the edition
    /// at hand is younger than that text: articles are numbered anew.
    pub articles: bool,
}

/// The names of all documents.
pub(super) struct Names<'a> {
    library: &'a Library,
    documents: HashMap<String, Vec<usize>>,
    /// The longest name, in characters.
    pub longest: usize,
}

impl<'a> Names<'a> {
    /// The full title of each document, its short title, and the full title without the state's
    /// name.
    pub fn new(library: &'a Library) -> Self {
        let mut documents: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, edition) in library.editions.iter().enumerate() {
            let metadata = &edition.metadata;
            let names = [&metadata.title.zh, &metadata.short_title.zh].map(|name| key(name).0);
            for name in names.into_iter().filter(|name| !name.is_empty() && !is_generic(name)) {
                let known = documents.entry(name).or_default();
                if !known.contains(&index) {
                    known.push(index);
                }
            }
        }
        let longest = documents.keys().map(|name| name.chars().count()).max().unwrap_or(0);
        Self { library, documents, longest: longest + STATE.chars().count() }
    }

    /// Whether a document has this name.
    pub fn knows(&self, name: &str) -> bool {
        self.documents.contains_key(&key(name).0)
    }

    /// The document that `name` means in the document `citing`; `note` is what stands in brackets
    /// behind it, which may name the year of an edition.
    pub fn find(&self, name: &str, note: &str, citing: usize) -> Option<Named> {
        let (key, own_year) = key(name);
        let year = own_year.or_else(|| year(note));
        let Some(known) = self.documents.get(&key) else { return self.among_related(name, citing) };
        let known = &self.in_full(name, known);
        if known.contains(&citing) && year.is_none() {
            return Some(Named { edition: citing, articles: true });
        }
        self.edition(known, year, citing)
    }

    /// Of the documents that share a short name those that have this full one, if any does: a law of
    /// the state and a local one may be called the same.
    fn in_full(&self, name: &str, known: &[usize]) -> Vec<usize> {
        let full =
            |index: &&usize| self.library.editions[**index].metadata.title.zh.starts_with(STATE);
        let exact: Vec<usize> = known.iter().filter(full).copied().collect();
        if name.starts_with(STATE) && !exact.is_empty() { exact } else { known.to_vec() }
    }

    /// One of several editions: that of the year, or the one in force on the day of the citing
    /// text, or, where that is not known, the only one still in force.
    fn edition(&self, known: &[usize], year: Option<&str>, citing: usize) -> Option<Named> {
        let date = |index: usize| date(&self.library.editions[index]);
        if let Some(year) = year {
            let edition =
                only(known.iter().copied().filter(|index| date(*index).starts_with(year)))?;
            return Some(Named { edition, articles: true });
        }
        let day = date(citing);
        let younger = |index: usize| !day.is_empty() && date(index) > day;
        if let [edition] = *known {
            return Some(Named { edition, articles: !younger(edition) });
        }
        let dated = !day.is_empty() && known.iter().all(|index| !date(*index).is_empty());
        if !dated {
            let edition = only(known.iter().copied().filter(|index| self.is_current(*index)))?;
            return Some(Named { edition, articles: false });
        }
        let latest =
            known.iter().copied().filter(|index| !younger(*index)).max_by_key(|i| date(*i));
        latest.map(|edition| Named { edition, articles: true })
    }

    /// Whether nothing in the library says that the document is out of force.
    fn is_current(&self, index: usize) -> bool {
        let metadata = &self.library.editions[index].metadata;
        let replaced = |other: &Edition| other.metadata.replaces.as_ref() == Some(&metadata.id);
        metadata.validity != Some(Validity::Expired) && !self.library.editions.iter().any(replaced)
    }

    /// A document that the citing one explains, follows or carries out may be called by what it is
    /// (《实施意见》), and by its title without those who issued it (《关于…的实施意见》).
    fn among_related(&self, name: &str, citing: usize) -> Option<Named> {
        let metadata = &self.library.editions[citing].metadata;
        let name = key(name).0;
        let told = |title: &str| {
            let title = key(title).0;
            let generic = GENERIC.iter().filter(|word| title.ends_with(**word));
            let about = title.find("关于").map(|at| &title[at..]);
            about == Some(&*name)
                || generic.max_by_key(|word| word.len()).is_some_and(|word| *word == name)
        };
        let related = metadata
            .explains
            .iter()
            .chain(&metadata.replaces)
            .chain(&metadata.follows)
            .chain(&metadata.based_on);
        let related = related.filter_map(|id| {
            self.library.editions.iter().position(|edition| &edition.metadata.id == id)
        });
        let edition =
            only(related.filter(|index| told(&self.library.editions[*index].metadata.title.zh)))?;
        Some(Named { edition, articles: true })
    }
}

/// The only one there is.
fn only(mut all: impl Iterator<Item = usize>) -> Option<usize> {
    all.next().filter(|_| all.next().is_none())
}

/// The day from which the text reads as it does, `YYYY-MM-DD`; empty where it is not known.
fn date(edition: &Edition) -> &str {
    let metadata = &edition.metadata;
    if metadata.issued.is_empty() { &metadata.effective } else { &metadata.issued }
}

/// Whether a name means one document here and another elsewhere.
fn is_generic(name: &str) -> bool {
    GENERIC.contains(&name)
}

/// What of a name tells documents apart, and the year of the edition that it names.
fn key(name: &str) -> (String, Option<&str>) {
    let (name, note) = match name.rfind(['（', '(']) {
        Some(at) if year(&name[at..]).is_some() => name.split_at(at),
        _ => (name, ""),
    };
    let mut key: String = name
        .chars()
        .filter(|c| !c.is_whitespace() && !"、，《》〈〉".contains(*c))
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            c => c,
        })
        .collect();
    if key.starts_with(STATE) && key.len() > STATE.len() {
        key.drain(..STATE.len());
    }
    (key, year(note))
}

/// The year that a note in brackets begins with: （2018年修正）, (2018-04-27).
fn year(note: &str) -> Option<&str> {
    let inner = note.trim_start().strip_prefix(['（', '('])?;
    let digits = inner.find(|c: char| !c.is_ascii_digit())?;
    (digits == 4 && inner[digits..].starts_with(['年', '-', '）', ')', '修'])).then(|| &inner[..4])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Bilingual;
    use crate::metadata::Metadata;

    fn library(of: &[(&str, &str)]) -> Library {
        let edition = |(index, (title, issued)): (usize, &(&str, &str))| Edition {
            metadata: Metadata {
                id: format!("d{index}").as_str().into(),
                title: Bilingual { zh: (*title).into(), en: String::new() },
                issued: (*issued).into(),
                ..Metadata::default()
            },
            ..Edition::default()
        };
        Library { editions: of.iter().enumerate().map(edition).collect(), ..Library::default() }
    }

    fn found(library: &Library, name: &str, note: &str) -> Option<(usize, bool)> {
        let citing = library.editions.len() - 1;
        Names::new(library).find(name, note, citing).map(|named| (named.edition, named.articles))
    }

    #[test]
    fn a_law_has_a_full_and_a_short_name() {
        let library = library(&[("中华人民共和国社会保险法", ""), ("某办法", "")]);
        assert_eq!(found(&library, "中华人民共和国社会保险法", ""), Some((0, true)));
        assert_eq!(found(&library, "社会保险法", ""), Some((0, true)));
        assert_eq!(found(&library, "保险法", ""), None);
    }

    #[test]
    fn of_several_editions_that_of_the_year_or_of_the_day_is_meant() {
        let of = [("国防法", "1997-03-14"), ("国防法", "2020-12-26"), ("某办法", "2010-01-01")];
        let mut library = library(&of);
        assert_eq!(found(&library, "国防法", ""), Some((0, true)));
        assert_eq!(found(&library, "国防法", "（2020年修订）"), Some((1, true)));
        assert_eq!(found(&library, "国防法", "（2009年修正）"), None);
        library.editions[2].metadata.issued.clear();
        assert_eq!(found(&library, "国防法", ""), None, "either may be meant");
        library.editions[1].metadata.replaces = Some("d0".into());
        assert_eq!(found(&library, "国防法", ""), Some((1, false)));
    }

    #[test]
    fn an_edition_younger_than_the_citing_text_may_number_its_articles_anew() {
        let library = library(&[("公司法", "2023-12-29"), ("某解释", "2014-02-20")]);
        assert_eq!(found(&library, "公司法", ""), Some((0, false)));
    }

    #[test]
    fn what_many_documents_are_called_names_only_a_related_one() {
        let mut library =
            library(&[("某某区 人民政府关于修路的实施意见", ""), ("意见", ""), ("解读", "")]);
        assert_eq!(found(&library, "实施意见", ""), None);
        assert_eq!(found(&library, "意见", ""), None);
        library.editions[2].metadata.explains = Some("d0".into());
        assert_eq!(found(&library, "实施意见", ""), Some((0, true)));
        assert_eq!(found(&library, "关于修路的实施意见", ""), Some((0, true)));
        assert_eq!(found(&library, "某某区、人民政府关于修路的实施意见", ""), Some((0, true)));
        assert_eq!(found(&library, "意见", ""), None, "it is no opinions but implementing ones");
    }
}
