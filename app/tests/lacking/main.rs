//! A library may lack almost everything: no interpretation, no translation, no glossary, no
//! topics. Pages then say less; they have no empty panels and no links that lead nowhere.
#![cfg(feature = "ssr")]
#![expect(clippy::expect_used, reason = "a test stops where its sample is wrong")]

mod collection;
mod explained;
mod samples;

use std::sync::Arc;

use app::page_context::{LibraryIndex, PageContext};
use app::route::{Page, Route, UiLocale};
use app::views;
use corpus::{Bilingual, DocumentKind};

use samples::*;

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
    let svg = views::picture::svg(&page_context).expect("targets");
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
fn a_law_sets_no_targets_and_its_history_is_no_deadline() {
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
    let words = "浅显的说明是编者写的";
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
        |english: bool| if english { "Contact or report an error" } else { "报告错误：" };
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
