//! A small library for unit tests: a policy and its interpretation, with an erratum, a link, a
//! fact and a translation; and one whose every text is hostile.
#![expect(clippy::expect_used, reason = "a test stops where its sample is wrong")]

use std::sync::Arc;

use app::page_context::LibraryIndex;
use corpus::errata::Certainty;
use corpus::{
    Address, Bilingual, Bound, Document, DocumentId, DocumentKind, Edition, Erratum, Evidence,
    Fact, FactKind, Library, Link, LinkKind, Locale, Metadata, Publication, Span, Translation,
    parse,
};

use crate::exports::Cited;

const POLICY: &str = "# 关于修路的意见\n\n现提出如下意见。\n\n## 一、道路\n\n\
    (一)修好村路。新建农村公路500公里以上。完善排水设设施。\n\n\
    (二)管好村路。落实管护责任。\n\n## 二、附则\n\n(三)施行。自公布之日起施行。\n";

const INTERPRETATION: &str = "# 《意见》解读\n\n## 一、背景\n\n道路关系民生。\n\n## 二、重点\n\n\
    一是修好村路。今年要新建农村公路500公里以上。\n\n\
    ## 三、保障\n\n一是落实责任。各地要落实。\n";

/// Citations of a library that name no release.
pub fn cited(library: &Library) -> Cited {
    Cited::new(&Arc::new(LibraryIndex::new(library.clone())), "")
}

/// The addresses, texts and overlays of a policy and its interpretation.
pub fn library() -> Library {
    let policy = edition("roads", DocumentKind::Policy, POLICY);
    let interpretation = edition("roads-explained", DocumentKind::Interpretation, INTERPRETATION);
    let mut library = Library {
        publication: Publication {
            title: Bilingual { zh: "政策导读".into(), en: "Policy Explorer".into() },
            description: Bilingual { zh: "逐条阅读。".into(), en: "Read it.".into() },
            documents: vec!["roads".into(), "roads-explained".into()],
            ..Publication::default()
        },
        editions: vec![policy, interpretation],
        ..Library::default()
    };
    overlay(&mut library);
    library
}

fn overlay(library: &mut Library) {
    let policy = &mut library.editions[0];
    let drains = at("roads/1#s2");
    policy.errata.push(Erratum {
        span: span(&policy.document, &drains, "设设"),
        at: drains,
        corrected: Some("设".into()),
        certainty: Certainty::Certain,
        note: Bilingual { zh: "字重复。".into(), en: "Doubled character.".into() },
    });
    let roads = at("roads/1#s1");
    let figure = span(&policy.document, &roads, "500公里以上");
    policy.facts.push(Fact {
        about: span(&policy.document, &roads, "农村公路"),
        at: roads.clone(),
        span: figure,
        kind: FactKind::Target,
        value: 500.0,
        upper: None,
        unit: "公里".into(),
        bound: Bound::AtLeast,
        aimed: false,
        stable: false,
        date: String::new(),
        due: String::new(),
        due_at: None,
        place: None,
    });
    policy.translations.push(Translation {
        document: policy.document.id.clone(),
        locale: Locale::en(),
        sentences: policy
            .document
            .sentences()
            .map(|(unit, s)| format!("{unit}#s{}.", s.number))
            .collect(),
    });
    let explaining = &mut library.editions[1];
    explaining.metadata.explains = Some("roads".into());
    let from = at("roads-explained/2.1#s1");
    let quoted = "新建农村公路500公里以上";
    let evidence = Evidence {
        from: span(&explaining.document, &from, quoted),
        to: span(&library.editions[0].document, &roads, quoted),
    };
    let link = |to, kind, score, evidence| Link {
        from: from.clone(),
        to,
        kind,
        score,
        evidence,
        differences: Vec::new(),
    };
    library.links = vec![
        link(at("roads/part-1#s1"), LinkKind::Mention, 20, Vec::new()),
        link(roads, LinkKind::Quote, 95, vec![evidence]),
    ];
}

/// The same library with markup and script in every text, and quotation marks in every name.
pub fn hostile() -> Library {
    const NASTY: &str =
        "</title></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&]]>";
    let mut library = library();
    let nasty = || Bilingual { zh: NASTY.into(), en: NASTY.into() };
    library.publication.title = nasty();
    library.publication.description = nasty();
    for edition in &mut library.editions {
        edition.metadata.title = nasty();
        edition.metadata.short_title = nasty();
        edition.metadata.summary = vec![nasty()];
        edition.metadata.issuers = vec![nasty()];
        edition.metadata.keywords = vec![nasty()];
        edition.metadata.origin = "javascript:alert(3)".into();
        edition.metadata.document_number = NASTY.into();
        for line in &mut edition.document.title {
            line.text.push_str(NASTY);
        }
        for division in &mut edition.document.divisions {
            division.title.text.push_str(NASTY);
        }
        for provision in &mut edition.document.provisions {
            provision.label.push_str(NASTY);
            for paragraph in &mut provision.paragraphs {
                for sentence in &mut paragraph.sentences {
                    sentence.text.push_str(NASTY);
                }
            }
        }
        for translation in &mut edition.translations {
            translation.sentences.iter_mut().for_each(|text| text.push_str(NASTY));
        }
        for erratum in &mut edition.errata {
            erratum.note = nasty();
            erratum.corrected = Some(NASTY.into());
        }
    }
    library
}

/// An address.
pub fn at(text: &str) -> Address {
    text.parse().expect("an address")
}

fn span(document: &Document, at: &Address, words: &str) -> Span {
    let text = &document.sentence(at).expect("a sentence").text;
    let start = text.find(words).expect("the words");
    Span::new(start, start + words.len())
}

/// A parsed text with no more metadata than it needs.
pub fn edition(id: &str, kind: DocumentKind, text: &str) -> Edition {
    let id = DocumentId::from(id);
    let (document, _) = parse(&id, kind, text, 1);
    let title: String = document.title.iter().map(|line| line.text.as_str()).collect();
    Edition {
        metadata: Metadata {
            id,
            kind,
            source: "roads.txt".into(),
            title: Bilingual { zh: title, en: String::new() },
            ..Metadata::default()
        },
        document,
        translations: Vec::new(),
        errata: Vec::new(),
        facts: Vec::new(),
    }
}
