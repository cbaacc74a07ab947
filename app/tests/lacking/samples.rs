//! Libraries that lack one thing or another, and their pages.

use std::sync::Arc;

use app::page_context::{LibraryIndex, PageContext};
use app::prerender;
use app::route::{Route, UiLocale};
use corpus::{Bilingual, DocumentKind, Edition, Library, Metadata, Publication, parse};

pub const POLICY: &str = "# 关于修路的意见\n\n现提出如下意见。\n\n## 一、道路\n\n\
    (一)修好村路。新建农村公路500公里以上，力争到2027年完成投资3亿元。\n\n\
    (二)管好村路。落实管护责任。\n";

pub const INTERPRETATION: &str = "# 《意见》解读\n\n## 一、重点\n\n\
    一是修好村路。今年要新建农村公路600公里以上，确保群众满意。\n";

pub const LAW: &str = "# 村路法\n\n2017年9月1日 某会议通过\n\n2023年9月1日 某会议修正\n\n\
    ## 第一编 总则\n\n## 第一章 目的\n\n第一条 为了管好村路，保障群众出行安全和农村货物运输，制定本法。\n\n\
    第二条 有下列情形之一的，处二百元以下罚款：\n\n（一）损坏路面；\n\n（二）占用道路。\n";

pub fn edition(id: &str, kind: DocumentKind, text: &str) -> Edition {
    let (document, _) = parse(&id.into(), kind, text, 1);
    let explains = (kind == DocumentKind::Interpretation).then(|| "roads".into());
    let metadata = Metadata {
        id: id.into(),
        kind,
        source: format!("{id}.txt"),
        explains,
        title: Bilingual { zh: id.to_owned(), en: String::new() },
        ..Metadata::default()
    };
    let facts = corpus::facts::facts(&document, &[]);
    Edition { metadata, document, translations: Vec::new(), errata: Vec::new(), facts }
}

pub fn library(editions: Vec<Edition>) -> Library {
    let publication = Publication {
        title: Bilingual { zh: "政策".into(), en: "Policies".into() },
        documents: editions.iter().map(|edition| edition.document.id.clone()).collect(),
        ..Publication::default()
    };
    let mut library = Library { publication, editions, ..Library::default() };
    let pairs = library.editions.iter().filter_map(|interpretation| {
        Some((library.edition(interpretation.metadata.explains.as_ref()?)?, interpretation))
    });
    library.links = pairs
        .flat_map(|(policy, interpretation)| {
            corpus::links::link(&policy.document, &interpretation.document)
        })
        .collect();
    library.contents = library.contents();
    library
}

pub fn lone() -> Library {
    library(vec![edition("roads", DocumentKind::Policy, POLICY)])
}

pub fn pair() -> Library {
    let interpretation = edition("roads-explained", DocumentKind::Interpretation, INTERPRETATION);
    library(vec![edition("roads", DocumentKind::Policy, POLICY), interpretation])
}

/// A policy, and an interpretation that speaks of nothing in it.
pub fn unlinked() -> Library {
    let text = "# 《意见》解读\n\n## 一、背景\n\n一是感谢大家。\n";
    let interpretation = edition("roads-explained", DocumentKind::Interpretation, text);
    let library = library(vec![edition("roads", DocumentKind::Policy, POLICY), interpretation]);
    assert!(library.links.is_empty(), "the sample has links");
    library
}

pub fn law() -> Library {
    let mut edition = edition("road-law", DocumentKind::Law, LAW);
    edition.metadata.title.zh = "村路法".into();
    library(vec![edition])
}

/// Laws that have nothing to do with each other, with a policy and what explains it: more than one
/// page of them, and one of them long.
pub fn collection() -> Library {
    let mut editions: Vec<Edition> = (1..=105)
        .map(|number| {
            let id = format!("law-{number}");
            let mut edition = edition(&id, DocumentKind::Law, LAW);
            edition.metadata.issued = format!("{}-01-01", 2000 + number % 20);
            edition
        })
        .collect();
    let articles: Vec<String> = (1..=130)
        .map(|number| format!("第{}条 修路{number}公里。\n\n", in_chinese(number)))
        .collect();
    let long = articles.concat();
    let long = format!("# 长路法\n\n## 第一章 总则\n\n{long}");
    editions.push(edition("long", DocumentKind::Law, &long));
    editions.push(edition("roads", DocumentKind::Policy, POLICY));
    editions.push(edition("roads-explained", DocumentKind::Interpretation, INTERPRETATION));
    library(editions)
}

/// A number below 200 as labels have it.
pub fn in_chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let hundred = if hundreds > 0 { "一百" } else { "" };
    let ten = match (hundreds, tens) {
        (0, 0) => String::new(),
        (0, 1) => "十".to_owned(),
        (_, 0) => {
            if ones > 0 {
                "零".to_owned()
            } else {
                String::new()
            }
        }
        (_, tens) => format!("{}十", DIGITS[tens]),
    };
    format!("{hundred}{ten}{}", DIGITS[ones])
}

/// One page.
pub fn page(library: &Library, path: &str) -> String {
    let found = routes(library).find(|route| route.path() == path);
    let route = found.unwrap_or_else(|| panic!("no page {path}"));
    let library_index = Arc::new(LibraryIndex::new(library.clone()));
    prerender::body(&PageContext::new(&library_index, route))
}

/// Every page as (route, HTML).
pub fn pages(library: &Library) -> Vec<(Route, String)> {
    let library_index = Arc::new(LibraryIndex::new(library.clone()));
    let html = |route: &Route| prerender::body(&PageContext::new(&library_index, route.clone()));
    routes(library).map(|route| (route.clone(), html(&route))).collect()
}

pub fn routes(library: &Library) -> impl Iterator<Item = Route> {
    [UiLocale::Zh, UiLocale::En].into_iter().flat_map(|locale| Route::all(locale, library))
}

/// Targets of the page's relative links as paths from the root, fragments left out.
pub fn links(route: &Route, html: &str) -> Vec<String> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| {
            !href.starts_with("http") && !href.starts_with('#') && !href.starts_with('?')
        })
        .map(|href| {
            let href = href.split('#').next().unwrap_or_default();
            let mut folders: Vec<&str> = Vec::new();
            let path = route.path();
            folders.extend(path.split('/').filter(|part| !part.is_empty()));
            for part in href.split('/') {
                match part {
                    ".." => {
                        folders.pop().expect("links stay within the site");
                    }
                    "." | "" => {}
                    part => folders.push(part),
                }
            }
            let end = if href.ends_with('/') && !folders.is_empty() { "/" } else { "" };
            format!("{}{end}", folders.join("/"))
        })
        .collect()
}
