//! A library may lack almost everything: no interpretation, no translation, no glossary, no
//! topics. Pages then say less; they have no empty panels and no links that lead nowhere.
#![cfg(feature = "ssr")]
#![expect(clippy::expect_used, reason = "a test stops where its sample is wrong")]

use std::sync::Arc;

use app::page_context::{LibraryIndex, PageContext};
use app::route::{Page, Route, UiLocale};
use app::{prerender, views};
use corpus::glossary::Term;
use corpus::{Bilingual, DocumentKind, Edition, Library, Metadata, Publication, parse};

const POLICY: &str = "# 关于修路的意见\n\n现提出如下意见。\n\n## 一、道路\n\n\
    (一)修好村路。新建农村公路500公里以上，力争到2027年完成投资3亿元。\n\n\
    (二)管好村路。落实管护责任。\n";

const INTERPRETATION: &str = "# 《意见》解读\n\n## 一、重点\n\n\
    一是修好村路。今年要新建农村公路600公里以上，确保群众满意。\n";

const LAW: &str = "# 村路法\n\n2017年9月1日 某会议通过\n\n2023年9月1日 某会议修正\n\n\
    ## 第一编 总则\n\n## 第一章 目的\n\n第一条 为了管好村路，保障群众出行安全和农村货物运输，制定本法。\n\n\
    第二条 有下列情形之一的，处二百元以下罚款：\n\n（一）损坏路面；\n\n（二）占用道路。\n";

fn edition(id: &str, kind: DocumentKind, text: &str) -> Edition {
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

fn library(editions: Vec<Edition>) -> Library {
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

fn lone() -> Library {
    library(vec![edition("roads", DocumentKind::Policy, POLICY)])
}

fn pair() -> Library {
    let interpretation = edition("roads-explained", DocumentKind::Interpretation, INTERPRETATION);
    library(vec![edition("roads", DocumentKind::Policy, POLICY), interpretation])
}

/// A policy, and an interpretation that speaks of nothing in it.
fn unlinked() -> Library {
    let text = "# 《意见》解读\n\n## 一、背景\n\n一是感谢大家。\n";
    let interpretation = edition("roads-explained", DocumentKind::Interpretation, text);
    let library = library(vec![edition("roads", DocumentKind::Policy, POLICY), interpretation]);
    assert!(library.links.is_empty(), "the sample has links");
    library
}

fn law() -> Library {
    let mut edition = edition("road-law", DocumentKind::Law, LAW);
    edition.metadata.title.zh = "村路法".into();
    library(vec![edition])
}

/// Laws that have nothing to do with each other, with a policy and what explains it: more than one
/// page of them, and one of them long.
fn collection() -> Library {
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
fn in_chinese(number: usize) -> String {
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
fn page(library: &Library, path: &str) -> String {
    let found = routes(library).find(|route| route.path() == path);
    let route = found.unwrap_or_else(|| panic!("no page {path}"));
    let library_index = Arc::new(LibraryIndex::new(library.clone()));
    prerender::body(&PageContext::new(&library_index, route))
}

/// Every page as (route, HTML).
fn pages(library: &Library) -> Vec<(Route, String)> {
    let library_index = Arc::new(LibraryIndex::new(library.clone()));
    let html = |route: &Route| prerender::body(&PageContext::new(&library_index, route.clone()));
    routes(library).map(|route| (route.clone(), html(&route))).collect()
}

fn routes(library: &Library) -> impl Iterator<Item = Route> {
    [UiLocale::Zh, UiLocale::En].into_iter().flat_map(|locale| Route::all(locale, library))
}

/// Targets of the page's relative links as paths from the root, fragments left out.
fn links(route: &Route, html: &str) -> Vec<String> {
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

#[test]
fn every_link_leads_to_a_page_or_a_file() {
    for library in [lone(), pair(), unlinked(), law(), collection()] {
        let known: Vec<String> = pages(&library).iter().map(|(route, _)| route.path()).collect();
        let files = ["SHA256SUMS", "release.json", "licences.txt"];
        for (route, html) in pages(&library) {
            for link in links(&route, &html) {
                let link = link.split('?').next().unwrap_or_default().to_owned();
                let file = files.contains(&link.as_str())
                    || link.starts_with("data/")
                    || link.ends_with(views::picture::FILE);
                assert!(file || known.contains(&link), "{}: {link}", route.path());
            }
        }
    }
}

#[test]
fn no_panel_is_empty() {
    for library in [lone(), pair(), unlinked(), law(), collection()] {
        for (route, html) in pages(&library) {
            for empty in
                ["<ul></ul>", "<ol></ol>", "<section></section>", "<table></table>", "<dd></dd>"]
            {
                assert!(!html.contains(empty), "{}: {empty}", route.path());
            }
            assert_eq!(html.matches("<h1").count(), 1, "{}", route.path());
        }
    }
}

#[test]
fn headings_are_in_order() {
    for (route, html) in pages(&pair()) {
        let mut last = 1;
        for rest in html.split("<h").skip(1) {
            let Some(level) = rest.chars().next().and_then(|c| c.to_digit(10)) else { continue };
            assert!(level <= last + 1, "{}: h{level} after h{last}", route.path());
            last = level;
        }
    }
}

#[test]
fn figures_that_differ_are_marked() {
    let library = pair();
    let facts = pages(&library)
        .into_iter()
        .find(|(route, _)| *route == Route::new(UiLocale::En, Page::Facts))
        .expect("a facts page");
    assert!(facts.1.contains("≠"), "{}", facts.1);
    assert!(facts.1.contains("500公里以上") && facts.1.contains("600公里以上"));
}

#[test]
fn the_picture_is_a_file_by_itself() {
    let library_index = Arc::new(LibraryIndex::new(lone()));
    let page_context = PageContext::new(&library_index, Route::new(UiLocale::Zh, Page::Facts));
    let svg = views::picture::svg(&page_context).expect("promises");
    assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>"), "{svg}");
    assert!(svg.contains("<title") && svg.contains("<desc") && svg.contains(">500<"), "{svg}");
    assert!(!svg.contains("<style") && !svg.contains("style=") && !svg.contains("<a "), "{svg}");
}

#[test]
fn the_contents_of_a_law_say_what_its_articles_are_about() {
    let contents = page(&law(), "");
    assert!(contents.contains("第一编 总则") && contents.contains("第一章 目的"), "{contents}");
    assert!(contents.contains("为了管好村路，保障群众出行安全和农村货物运输…"), "{contents}");
    assert!(
        contents.contains("<h3><a href=\"road-law/part-1.1/\">"),
        "chapters within books: {contents}"
    );
    let listed = page(&law(), "road-law/");
    assert!(listed.contains("<h2 aria-level=\"3\">"), "chapters stand below books: {listed}");
    let lone = page(&lone(), "");
    assert!(!lone.contains("class=\"begins\""), "measures have titles: {lone}");
}

#[test]
fn a_law_promises_nothing_and_its_history_is_no_deadline() {
    let facts = page(&law(), "facts/");
    assert!(facts.contains("二百元以下"), "{facts}");
    let main = facts.split_once("<main").expect("a main part").1;
    assert!(!main.contains("2017年9月1日") && !main.contains("<svg"), "{main}");
}

#[test]
fn a_title_is_told_once_and_numbers_of_paragraphs_are_never_lost() {
    let document = page(&law(), "road-law/");
    assert!(!document.contains("full-title"), "{document}");
    for path in ["road-law/part-1.1/", "road-law/2/"] {
        let html = page(&law(), path);
        assert!(
            html.contains(">（一）</span>") && html.contains(">（二）</span>"),
            "{path}: {html}"
        );
    }
}

#[test]
fn without_a_translation_english_pages_name_in_english_what_the_site_names() {
    for path in ["en/", "en/road-law/0/"] {
        let html = page(&law(), path);
        assert!(html.contains("Preamble") && !html.contains("开头"), "{path}: {html}");
    }
}

#[test]
fn editors_are_named_where_they_say_something() {
    let words = "浅显说明由编者撰写";
    assert!(!page(&law(), "").contains(words));
    let mut edited = law();
    edited.terms.push(corpus::glossary::Term { id: "road".into(), ..Default::default() });
    assert!(page(&edited, "").contains(words));
}

#[test]
fn every_page_tells_whether_its_document_is_in_force_and_where_the_original_is() {
    for (_, html) in pages(&pair()) {
        assert!(!html.contains("standing"), "nothing is known, and nothing is said");
    }
    let mut library = pair();
    let metadata = &mut library.editions[0].metadata;
    metadata.validity = Some(corpus::Validity::InForce);
    metadata.effective = "2026-03-01".into();
    metadata.expires = "2030-12-31".into();
    metadata.origin = "https://a.gov.cn/1.html".into();
    metadata.origin_pdf = "javascript:alert(1)".into();
    metadata.updated = "2026-04-01".into();
    library.publication.sign =
        Some(corpus::publication::Logo { path: "assets/sign.png".into(), width: 80, height: 100 });
    library.publication.portal.party_government_link = "https://bszs.conac.cn/x".into();
    library.publication.portal.sponsor.zh = "某某市人民政府".into();
    for (route, html) in pages(&library) {
        let path = route.path();
        let own = path.contains("roads-explained/");
        let words = match (own, path.starts_with("en/")) {
            (true, _) => [""; 5],
            (_, false) => [
                "现行有效",
                "自 2026-03-01 起施行",
                "有效期至 2030-12-31",
                "官方原文",
                "本站最后更新：2026-04-01",
            ],
            (_, true) => [
                "In force",
                "In force from 2026-03-01",
                "In force until 2030-12-31",
                "Official original",
                "Last updated here: 2026-04-01",
            ],
        };
        let standing = html.split("p class=\"links standing\"").nth(1);
        assert_eq!(
            standing.is_none(),
            own,
            "{path}: the interpretation has no standing of its own"
        );
        let standing = standing.unwrap_or_default().split("</p>").next().unwrap_or_default();
        for word in words {
            assert!(standing.contains(word), "{path}: {word} in {standing}");
        }
        assert!(!html.contains("javascript:"), "{path}");
        assert!(html.contains("src=\"") && html.contains("assets/sign.png\""), "{path}: the sign");
        assert!(html.contains("href=\"https://bszs.conac.cn/x\""), "{path}");
        let sponsor = if path.starts_with("en/") { "Sponsor: " } else { "主办单位：" };
        assert!(html.contains(&format!("{sponsor}某某市人民政府")), "{path}");
    }
}

#[test]
fn what_an_incomplete_text_does_not_mention_is_not_told_as_passed_over() {
    let whole = pair();
    assert!(page(&whole, "roads/2/").contains("官方解读没有谈到这一条。"));
    assert!(page(&whole, "coverage/").contains("class=\"square shade-0\"><b>"));
    let mut cut = pair();
    let reason = "来源文本缺最后一页。";
    cut.editions[1].metadata.incomplete = Bilingual { zh: reason.into(), en: String::new() };
    for path in ["roads/2/", "coverage/", "roads-explained/", "about/"] {
        let html = page(&cut, path);
        assert!(html.contains(reason), "{path} gives the reason");
        assert!(!html.contains("没有谈到这一条"), "{path}");
        assert!(!html.contains("class=\"square shade-0\""), "{path}");
    }
    assert!(page(&cut, "coverage/").contains("class=\"square shade-unknown\"><b>"));
    assert!(!page(&cut, "roads/1/").contains(reason), "where something is explained, all is well");
}

/// Contents on every page would grow with the square of a long law.
#[test]
fn the_contents_beside_an_article_of_a_long_law_name_what_is_near() {
    let articles: Vec<String> =
        (1..=300).map(|n| format!("第{n}条 本条规定第{n}事项。\n\n")).collect();
    let articles = articles.concat();
    let text = format!(
        "# 村路法\n\n## 第一章 总则\n\n{articles}## 第二章 附则\n\n第301条 自公布之日起施行。\n"
    );
    let library = library(vec![edition("long-law", DocumentKind::Law, &text)]);
    let page = page(&library, "long-law/150/");
    let (_, contents) = page.split_once("<details class=\"reach\">").expect("contents");
    let (contents, _) = contents.split_once("</details>").expect("their end");
    let names = |number: usize| contents.contains(&format!("href=\"../../long-law/{number}/\""));
    assert_eq!(
        (1..=301).filter(|n| names(*n)).collect::<Vec<_>>(),
        (130..=170).collect::<Vec<_>>()
    );
    assert!(contents.contains("part-2/"), "the other chapter is there: {contents}");
    assert_eq!(contents.matches("aria-current=\"page\"").count(), 1);
}

#[test]
fn every_page_says_where_to_report_an_error() {
    let mut library = pair();
    library.publication.portal.contact.zh = "0471-1234567".into();
    library.publication.portal.contact.en = "0471-1234567".into();
    let contact =
        |english: bool| if english { "also to report an error" } else { "报告错误：" };
    for (route, html) in pages(&library) {
        let path = route.path();
        let words = contact(path.starts_with("en/"));
        assert!(html.contains(words), "{path}: {words}");
    }
    let address = "https://a.gov.cn/zc";
    library.publication.footer_links.push(corpus::publication::FooterLink::report_error(address));
    for (route, html) in pages(&library) {
        let path = route.path();
        let english = path.starts_with("en/");
        let words = if english { "Report an error" } else { "报告错误" };
        assert!(html.contains(&format!("<a href=\"{address}\">{words}</a>")), "{path}");
        assert!(!html.contains(contact(english)), "{path}: one way is named, not two");
    }
}

#[test]
fn a_library_of_many_has_a_home_of_its_own_and_one_document_has_none() {
    let home = page(&collection(), "");
    assert!(home.contains("href=\"documents/\"") && home.contains("href=\"documents/year-2005/\""));
    let explained = home.find("roads-explained/").expect("the interpretation stands by its policy");
    assert!(home.find("href=\"roads/\"").is_some_and(|policy| policy < explained));
    for library in [lone(), pair(), law()] {
        let all = pages(&library);
        assert!(all.iter().all(|(route, _)| !route.path().contains("documents")));
        assert!(all.iter().all(|(_, html)| !html.contains("documents/")));
    }
}

#[test]
fn lists_of_documents_are_cut_into_pages() {
    let library = collection();
    let first = page(&library, "documents/");
    assert_eq!(first.matches("data-row").count(), 100);
    assert!(first.contains("href=\"../documents/2/\""));
    assert_eq!(page(&library, "documents/2/").matches("data-row").count(), 8);
}

#[test]
fn the_figures_of_a_library_of_many_stand_with_each_document() {
    let library = collection();
    let all = page(&library, "facts/");
    assert!(!all.contains("<table") && all.contains("href=\"../long/facts/\""));
    let own = page(&library, "long/facts/");
    assert!(own.contains("<table") && !own.contains("data-document=\"law-1\""));
}

#[test]
fn terms_of_a_library_of_many_lead_to_documents() {
    let term =
        |id: &str, form: &str| Term { id: id.into(), zh: vec![form.into()], ..Term::default() };
    let mut library = collection();
    library.terms = vec![term("law", "制定本法"), term("road", "修路")];
    let glossary = page(&library, "glossary/");
    let entry = |id: &str| {
        let from = glossary.split(id).nth(1).and_then(|rest| rest.split("<h3>").nth(1));
        from.expect("the term has an entry").to_owned()
    };
    let law = entry("id=\"law\"");
    let occurs = law.split("class=\"occurs\"").nth(1).expect("it occurs");
    assert_eq!(occurs.split("</p>").next().unwrap_or_default().matches("<a ").count(), 5);
    assert!(law.contains("href=\"../law-1/1/#s1\"") && law.contains("另有 100 份文件"), "{law}");
    let road = entry("id=\"road\"");
    assert!(road.contains("href=\"../long/1/#s1\"") && road.contains(">130<"), "{road}");
    let mut library = lone();
    library.terms = vec![term("road", "村路")];
    let glossary = page(&library, "glossary/");
    assert!(glossary.contains("href=\"../roads/1/") && !glossary.contains("份文件"));
}

#[test]
fn the_contents_of_a_long_law_are_folded() {
    let library = collection();
    let long = page(&library, "long/");
    let folded = long.split("<details").skip(1).filter_map(|rest| rest.split('>').next());
    assert!(folded.into_iter().any(|tag| tag.contains("id=\"part-1\"")), "the part is folded");
    assert!(long.contains("data-find"));
    assert!(!page(&library, "law-1/").contains("data-find"), "a short one is open");
}

#[test]
fn nothing_is_called_the_latest_without_a_date() {
    let told = |library: &Library| [page(library, ""), page(library, "documents/")];
    let [home, list] = told(&collection());
    assert!(home.contains("最新文件") && list.contains("新的在前，没有填写日期的在后"), "{list}");
    let mut undated = collection();
    for edition in &mut undated.editions {
        edition.metadata.issued.clear();
    }
    let [home, list] = told(&undated);
    assert!(home.contains("部分文件") && !home.contains("最新文件"), "{home}");
    assert!(list.contains("份。") && !list.contains("新的在前"), "{list}");
}
