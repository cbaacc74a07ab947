//! By how many other documents of the library each document is named in 《》.

use std::collections::{BTreeSet, HashMap};

use super::names::Names;
use crate::citing::tokens::{What, note, tokens};
use crate::library::Library;

/// For each document, in the order of the library, how many others name it. A document counts once,
/// however often it names another; one that explains a document says nothing of its standing, and
/// neither does one that puts itself into its place. Editions that share a title share what names
/// any of them.
pub fn times_cited(library: &Library) -> Vec<u32> {
    let lookup = Names::new(library);
    let titles: Vec<&str> =
        library.editions.iter().map(|edition| edition.metadata.title.zh.as_str()).collect();
    let mut times: HashMap<&str, u32> = HashMap::new();
    for citing in 0..library.editions.len() {
        let cited = named_by(library, &lookup, citing);
        let cited: BTreeSet<&str> = cited.into_iter().map(|cited| titles[cited]).collect();
        for title in cited.into_iter().filter(|title| *title != titles[citing]) {
            *times.entry(title).or_default() += 1;
        }
    }
    titles.iter().map(|title| times.get(title).copied().unwrap_or(0)).collect()
}

/// The other documents that one names.
fn named_by(library: &Library, lookup: &Names<'_>, citing: usize) -> BTreeSet<usize> {
    let edition = &library.editions[citing];
    let mut found = BTreeSet::new();
    for (_, sentence) in edition.document.sentences() {
        if !sentence.text.contains('《') {
            continue;
        }
        let chars: Vec<char> = sentence.text.chars().collect();
        for token in tokens(&chars) {
            let What::Name(name) = &token.what else { continue };
            found.extend(lookup.find(name, &note(&chars[token.end..]), citing).map(|n| n.edition));
        }
    }
    let own = [&edition.metadata.explains, &edition.metadata.replaces];
    found.retain(|cited| {
        let id = Some(&library.editions[*cited].metadata.id);
        own.iter().all(|own| own.as_ref() != id)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Edition;
    use crate::locale::Bilingual;
    use crate::metadata::{DocumentKind, Metadata};
    use crate::parse::parse;

    fn edition(id: &str, title: &str, body: &str) -> Edition {
        let source = format!("# {title}\n\n{body}\n");
        let (document, _) = parse(&id.into(), DocumentKind::Law, &source, 1);
        let title = Bilingual { zh: title.into(), en: String::new() };
        let metadata = Metadata { id: id.into(), title, ..Metadata::default() };
        Edition { metadata, document, ..Edition::default() }
    }

    #[test]
    fn each_other_document_counts_once_and_one_that_explains_not_for_what_it_explains() {
        let law = "第一条 根据《中华人民共和国土地管理法》，制定本法。";
        let twice = "第一条 《水法》规定的，依照《中华人民共和国水法》和《土地管理法》执行。";
        let mut library = Library {
            editions: vec![
                edition("a", "中华人民共和国土地管理法", law),
                edition("b", "中华人民共和国水法", "第一条 依照《森林法》执行。"),
                edition("c", "取水条例", twice),
                edition("d", "取水条例解读", "第一条 《取水条例》根据《水法》制定。"),
            ],
            ..Library::default()
        };
        library.editions[3].metadata.explains = Some("c".into());
        assert_eq!(times_cited(&library), [1, 2, 0, 0]);
    }
}
