//! What stands in the files: what is not filled in, what editors add, what is only begun, what
//! documents say of each other.

use corpus::{Field, Severity, State};

use crate::{SOURCE, read, site, told, write};

#[test]
fn what_the_source_does_not_state_is_told_apart_from_what_is_not_filled_in() {
    let folder = site("unstated");
    let about = |rest: &str| {
        format!(
            "id = \"roads\"\nkind = \"policy\"\nsource = \"roads/source.txt\"\n{rest}\n\n[title]\nzh = \"山路\"\n"
        )
    };
    write(&folder, "roads/source.txt", &format!("{SOURCE}\n某某县人民政府\n\n2025年4月9日\n"));
    write(&folder, "roads/document.toml", &about(""));
    let (library, problems) = read(&folder);
    let metadata = &library.editions[0].metadata;
    assert_eq!(metadata.from_text, [Field::Issued, Field::Issuers]);
    assert_eq!(metadata.state(Field::Published), State::NotFilledIn);
    let open =
        "not filled in: index_number, subject, document_number, published, keywords, origin;";
    told(&problems, Severity::Notice, "roads/document.toml:1", open);

    let all = "[\"index_number\", \"subject\", \"published\", \"keywords\", \"origin\", \"document_number\"";
    write(&folder, "roads/document.toml", &about(&format!("not_stated = {all}]")));
    let (library, problems) = read(&folder);
    assert_eq!(library.editions[0].metadata.state(Field::Published), State::NotStated);
    let of_fields = problems.iter().filter(|problem| problem.file == "roads/document.toml");
    assert_eq!(of_fields.count(), 0, "{problems:?}");

    let more =
        format!("published = \"2025-04-10\"\nnot_stated = {all}, \"issued\",\n  \"subject\"]");
    write(&folder, "roads/document.toml", &about(&more));
    let (library, problems) = read(&folder);
    let place = "roads/document.toml:5";
    told(&problems, Severity::Warning, place, "published is filled in, and not_stated says");
    told(&problems, Severity::Warning, place, "but the text says “2025-04-09” in line 11");
    told(&problems, Severity::Warning, "roads/document.toml:6", "“subject” stands here twice");
    assert_eq!(library.editions[0].metadata.state(Field::Issued), State::FromText);

    write(&folder, "roads/document.toml", &about("not_stated = [\"titel\"]"));
    let error = search_index::seeds::read(&folder).unwrap_err().to_string();
    assert!(error.contains("roads/document.toml:4:") && error.contains("titel"), "{error}");
}

#[test]
fn what_editors_add_is_told_with_its_line() {
    let folder = site("editors");
    write(
        &folder,
        "glossary.toml",
        "[[term]]\nid = \"a\"\nzh = [\"山路\"]\nen = []\nexplain_zh = \"\"\nexplain_en = \"\"\n\
         basis = \"roads/9#s1\"\n\n[[term]]\nid = \"b\"\nzh = [\n  \"山路\",\n  \"水路\",\n]\nen = []\n\
         explain_zh = \"\"\nexplain_en = \"\"\nbasis = \"editors\"\n",
    );
    write(
        &folder,
        "topics.toml",
        "[[topic]]\nid = \"t\"\ntitle_zh = \"甲\"\ntitle_en = \"A\"\n\n[[topic.measure]]\n\
         at = \"roads/1\"\nquote = \"每年修一百公里\"\nplain_zh = \"修路\"\n\n[[topic.measure]]\n\
         at = \"roads/1\"\nquote = \"每年修二百公里\"\nplain_zh = \"修路\"\n",
    );
    let erratum = "[[erratum]]\nat = \"1#s1\"\nprinted = \"一百\"\nnote_zh = \"注\"\n";
    let wrong = "[[erratum]]\nat = \"7#s1\"\nprinted = \"一百\"\nnote_zh = \"注\"\n";
    write(&folder, "roads/errata.toml", &format!("{erratum}\n{erratum}\n{wrong}"));
    let (library, problems) = read(&folder);
    told(&problems, Severity::Warning, "glossary.toml:7", "nor the address of a sentence");
    told(&problems, Severity::Warning, "glossary.toml:12", "stands in line 3 already");
    told(&problems, Severity::Warning, "glossary.toml:13", "occurs in no text");
    told(&problems, Severity::Error, "topics.toml:13", "quote the exact characters");
    told(&problems, Severity::Error, "roads/errata.toml:7", "have an erratum already");
    told(&problems, Severity::Error, "roads/errata.toml:12", "7#s1");
    assert_eq!(library.editions[0].errata.len(), 1);
}

#[test]
fn half_a_translation_is_a_beginning_and_a_wrong_figure_in_it_an_error() {
    let folder = site("half");
    let path = "roads/translation.en.md";
    write(&folder, path, "## 1\n\n> 每年修一百公里。\n\nBuild 100 kilometers a year.\n");
    let (library, problems) = read(&folder);
    told(&problems, Severity::Warning, path, "1 of 5 sentences are translated");
    assert!(problems.iter().all(|problem| problem.severity < Severity::Error), "{problems:?}");
    let translation = &library.editions[0].translations[0];
    assert_eq!(translation.sentences.iter().filter(|text| !text.is_empty()).count(), 1);
    search_index::index::writer::build(&library, &[]).unwrap();

    write(&folder, path, "## 1\n\n> 每年修一百公里。\n\nBuild 200 kilometers a year.\n");
    told(&read(&folder).1, Severity::Error, "roads/translation.en.md:3", "200");

    // What `new --translation` writes: every sentence quoted, none translated.
    write(&folder, path, "## 1\n\n> 修好山路。\n\n> 每年修一百公里。\n");
    let (library, problems) = read(&folder);
    told(&problems, Severity::Warning, path, "0 of 5 sentences");
    assert!(library.editions[0].translations.is_empty());
}

#[test]
fn half_a_glossary_and_half_a_topic_are_published() {
    let folder = site("begun");
    let term = "[[term]]\nid = \"road\"\nzh = [\"山路\"]\n";
    write(&folder, "glossary.toml", term);
    let topic = "[[topic]]\nid = \"drivers\"\ntitle_zh = \"司机\"\n\n[[topic.measure]]\n\
                 at = \"roads/1\"\nquote = \"每年修一百公里\"\n";
    write(&folder, "topics.toml", topic);
    let (library, problems) = read(&folder);
    told(&problems, Severity::Warning, "glossary.toml:1", "0 of 1 [[term]] are filled in");
    told(&problems, Severity::Warning, "topics.toml:1", "title_en, plain_zh, plain_en is empty");
    assert!(problems.iter().all(|problem| problem.severity < Severity::Error), "{problems:?}");
    assert_eq!((library.terms.len(), library.topics.len()), (1, 1));
    assert_eq!(library.topics[0].topic.title(true), "司机");
}

#[test]
fn what_can_not_be_seen_is_told_and_stays() {
    let folder = site("unseen");
    let text = SOURCE.replace("每年", "每\u{200b}年").replace("管好", "\u{202e}管\u{202c}好");
    write(&folder, "roads/source.txt", &text);
    let (library, problems) = read(&folder);
    told(&problems, Severity::Warning, "roads/source.txt:5:10", "U+200B is invisible");
    told(&problems, Severity::Warning, "roads/source.txt:7:4", "changes the direction of the text");
    let told = problems.iter().find(|problem| problem.at.line == 7).unwrap();
    assert!(told.message.contains("and 1 more in this line"), "{}", told.message);
    let document = &library.editions[0].document;
    assert!(document.sentences().any(|(_, sentence)| sentence.text.contains('\u{200b}')));
}

#[test]
fn what_documents_say_of_each_other_is_checked() {
    let folder = site("series");
    let about = |id: &str, rest: &str| {
        let text = format!(
            "id = \"{id}\"\nkind = \"policy\"\nsource = \"roads/source.txt\"\n{rest}\n\n\
             [title]\nzh = \"山路\"\n"
        );
        write(&folder, &format!("{id}/document.toml"), &text);
    };
    let site = "documents = [\"roads\", \"roads-2025\"]\n\n[title]\nzh = \"山路\"\n";
    write(&folder, "site.toml", site);
    about("roads", "replaces = \"roads-2052\"\nbased_on = [\"roads-2025\", \"raods-2025\"]");
    about("roads-2025", "follows = \"roads-2025\"");
    let (library, problems) = read(&folder);
    told(&problems, Severity::Error, "roads/document.toml:4", "did you mean “roads-2025”?");
    told(&problems, Severity::Error, "roads/document.toml:5", "it is based on “raods-2025”");
    told(&problems, Severity::Error, "roads-2025/document.toml:4", "correct `follows`");
    assert!(library.changes(&"roads".into()).is_none());

    about("roads", "follows = \"roads-2025\"\nreplaces = \"roads-2025\"");
    about("roads-2025", "");
    told(&read(&folder).1, Severity::Error, "roads/document.toml:4", "not both");

    about("roads", "follows = \"roads-2025\"");
    about("roads-2025", "follows = \"roads\"");
    told(&read(&folder).1, Severity::Error, "roads-2025/document.toml:4", "comes before itself");

    about("roads", "replaces = \"roads-2025\"\nvalidity = \"in-force\"");
    about("roads-2025", "validity = \"in-force\"");
    let (library, problems) = read(&folder);
    told(&problems, Severity::Warning, "roads-2025/document.toml:4", "replaces it");
    let changes = library.changes(&"roads".into()).expect("they are compared");
    assert_eq!((&*changes.old.0, changes.list.len()), ("roads-2025", 2));
}
