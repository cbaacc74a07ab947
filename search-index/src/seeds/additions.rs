//! What editors add: glossary, topics, places and bodies, each an optional file that is a list of
//! tables.

use anyhow::Result;
use corpus::glossary::{self, Body, Place, Term, Topic};
use corpus::library::LocatedTopic;
use corpus::{Document, Library, Problem};
use serde::Deserialize;

use super::folder::Folder;
use super::{in_file, lists};

list!(Terms, "term", Term);
list!(Topics, "topic", Topic);
list!(Places, "place", Place);
list!(Bodies, "body", Body);

/// Glossary, topics, places, bodies: optional files, each a list of tables.
pub(super) fn add(
    folder: &Folder,
    library: &mut Library,
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let documents: Vec<Document> = library.documents().cloned().collect();
    macro_rules! named {
        ($file:literal, $list:ty, $table:literal) => {{
            let file = folder.optional::<$list>($file, problems)?;
            let mut found = Vec::new();
            let list = &file.value.list;
            lists::ids(&file, $table, list.iter().map(|one| one.id.as_str()), &mut found);
            lists::forms(&file, $table, list.iter().map(|one| &one.zh[..]), &mut found);
            for (index, one) in list.iter().enumerate() {
                for (number, form) in one.zh.iter().enumerate() {
                    let mut told = Vec::new();
                    let form = std::slice::from_ref(form);
                    glossary::check_forms(&one.id, form, &documents, &mut told);
                    let place = format!(concat!($table, ".{}.zh.{}"), index, number);
                    found.extend(
                        told.into_iter().map(|told| Problem { at: file.at(&place), ..told }),
                    );
                }
            }
            problems.extend(in_file(found, $file));
            file
        }};
    }
    let terms = named!("glossary.toml", Terms, "term");
    let mut found = Vec::new();
    lists::bases(&terms, &terms.value.list, &documents, &mut found);
    let fields = terms.value.list.iter().map(|term| {
        vec![
            ("en", !term.en.is_empty()),
            ("explain_zh", !term.explain_zh.is_empty()),
            ("explain_en", !term.explain_en.is_empty()),
            ("basis", !term.basis.is_empty()),
        ]
    });
    lists::halves(&terms, "term", fields, &mut found);
    problems.extend(in_file(found, "glossary.toml"));
    library.terms = terms.value.list;
    library.places = named!("places.toml", Places, "place").value.list;
    library.bodies = named!("bodies.toml", Bodies, "body").value.list;
    topics(folder, library, &documents, problems)
}

fn topics(
    folder: &Folder,
    library: &mut Library,
    documents: &[Document],
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let file = folder.optional::<Topics>("topics.toml", problems)?;
    let mut found = Vec::new();
    let ids = file.value.list.iter().map(|topic| topic.id.as_str());
    lists::ids(&file, "topic", ids, &mut found);
    let fields = file.value.list.iter().map(|topic| {
        let plain = |line: fn(&glossary::TopicMeasure) -> &String| {
            topic.measures.iter().all(|measure| !line(measure).is_empty())
        };
        vec![
            ("title_en", !topic.title_en.is_empty()),
            ("measure", !topic.measures.is_empty()),
            ("plain_zh", plain(|measure| &measure.plain_zh)),
            ("plain_en", plain(|measure| &measure.plain_en)),
        ]
    });
    lists::halves(&file, "topic", fields, &mut found);
    for (index, topic) in file.value.list.iter().enumerate() {
        let mut told = Vec::new();
        let sentences = glossary::locate(topic, documents, &mut told);
        let missing = sentences.iter().enumerate().filter(|(_, sentence)| sentence.is_none());
        found.extend(told.into_iter().zip(missing).map(|(told, (number, _))| Problem {
            at: file.at(&format!("topic.{index}.measure.{number}.quote")),
            ..told
        }));
        let sentences = sentences.into_iter().flatten().collect();
        library.topics.push(LocatedTopic { topic: topic.clone(), sentences });
    }
    problems.extend(in_file(found, "topics.toml"));
    Ok(())
}
