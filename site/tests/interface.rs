//! Sites whose interface has further languages: their pages, what is told of their files, and what
//! other sites have of it (nothing).
#![expect(clippy::expect_used, reason = "a test stops where a folder can't be made")]

mod folders;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use corpus::{Problem, Severity};
use folders::{assembled, check_links, fixture, pages, values};

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// The asset whose name begins so.
fn asset<'a>(files: &'a BTreeMap<String, Vec<u8>>, start: &str) -> &'a str {
    let start = format!("assets/{start}.");
    let path = files.keys().find(|path| path.starts_with(&start));
    text(files, path.unwrap_or_else(|| panic!("no {start}")))
}

/// Seeds of one document, with a file of the interface.
fn seeds(folder: &str, name: &str, file: &str) -> PathBuf {
    let seeds = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&seeds);
    fs::create_dir_all(seeds.join("upland-roads")).expect("a folder");
    fs::create_dir_all(seeds.join("interface")).expect("a folder");
    for name in ["site.toml", "logo.svg", "upland-roads/document.toml", "upland-roads/source.txt"] {
        fs::copy(fixture("eight-parts").join(name), seeds.join(name)).expect("copied");
    }
    fs::write(seeds.join("interface").join(name), file).expect("written");
    seeds
}

fn problems(seeds: &Path) -> Vec<Problem> {
    let found = site::seeds::read(seeds).expect("seeds").problems;
    found.into_iter().filter(|problem| problem.file.starts_with("interface")).collect()
}

/// What is told as an error of a file, with its line.
#[track_caller]
fn errors(name: &str, file: &str, expected: &[(u32, &str)]) {
    let found = problems(&seeds(&format!("wrong-{}", file.len()), name, file));
    let errors: Vec<&Problem> =
        found.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert_eq!(errors.len(), expected.len(), "{errors:?}");
    for (problem, (line, words)) in errors.iter().zip(expected) {
        assert_eq!(problem.at.line, *line, "{problem}");
        assert!(problem.message.contains(words), "{problem}");
        assert!(problem.message_zh.contains(corpus::text::is_han), "{}", problem.message_zh);
    }
}

#[test]
fn every_page_is_there_in_every_language_and_names_the_others() {
    let files = assembled(&fixture("five-languages"), "interface-pages");
    check_links(&files);
    let own = |path: &str| {
        let stored = ["data/", "assets/", "404", "probe", "en/", "ug/", "mn/"];
        !stored.iter().any(|start| path.starts_with(start))
    };
    for (path, html) in pages(&files).filter(|(path, _)| own(path)) {
        for (prefix, tag, dir) in [
            ("", "zh-Hans", ""),
            ("en/", "en", ""),
            ("ug/", "ug", " dir=\"rtl\""),
            ("mn/", "mn", ""),
        ] {
            let page = text(&files, &format!("{prefix}{path}"));
            let start = format!("<html lang=\"{tag}\"{dir} id=");
            assert!(page.contains(&start), "{prefix}{path} lacks {start}");
            let mut others = vec!["zh-Hans", "en", "mn", "ug"];
            others.retain(|other| *other != tag);
            let mut named = values(page, "hreflang");
            named.truncate(3);
            assert_eq!(named, others, "{prefix}{path}");
        }
        assert!(!html.contains("dir=\"rtl\" id="), "{path}");
    }
}

#[test]
fn words_come_from_the_file_and_what_is_missing_from_the_language_it_names() {
    let files = assembled(&fixture("five-languages"), "interface-words");
    let uyghur = text(&files, "ug/udhr/1/index.html");
    assert!(uyghur.contains(">تىزىملىك</summary>") && uyghur.contains(">تەڭشەك"), "{uyghur}");
    assert!(!uyghur.contains(">菜单</summary>"));
    let missing = "<span lang=\"zh-Hans\" dir=\"ltr\">跳到正文</span>";
    assert!(uyghur.contains(missing), "what is Chinese is told to be Chinese: {uyghur}");
    let mongolian = text(&files, "mn/udhr/1/index.html");
    assert!(mongolian.contains(">Цэс</summary>") && mongolian.contains(">Skip to the text<"));
    // The content is that of Chinese pages, each line with its language and direction.
    assert!(
        uyghur.contains("人人生而自由,在尊严和权利上一律平等。") || uyghur.contains("人人生而自由")
    );
    assert!(uyghur.contains("<div lang=\"ug\" dir=\"rtl\" class=\"more-line ug-line\">"));
    assert!(
        uyghur.contains("<div lang=\"bo\" class=\"more-line bo-line\" dir=\"ltr\">"),
        "{uyghur}"
    );
    assert!(uyghur.contains("data-text=\"zh\""), "the choice of languages is as on Chinese pages");
}

#[test]
fn the_page_for_unknown_addresses_tells_its_languages() {
    let files = assembled(&fixture("five-languages"), "interface-404");
    let page = text(&files, "404.html");
    for expected in [
        "<h2 lang=\"ug\" dir=\"rtl\">بۇ بەت يوق</h2>",
        "<p lang=\"ug\" dir=\"rtl\"><span lang=\"zh-Hans\" dir=\"ltr\">地址可能有误",
        "<a data-path=\"mn/search/\" lang=\"mn\">Хайх</a>",
        "<a data-path=\"ug/\" lang=\"ug\" dir=\"rtl\">مۇندەرىجە</a>",
    ] {
        assert!(page.contains(expected), "no {expected}: {page}");
    }
}

#[test]
fn punctuation_is_that_of_the_language_or_latin() {
    let files = assembled(&fixture("five-languages"), "interface-punctuation");
    // What the source does not state, one after the other.
    for (path, list) in [
        ("about/index.html", "索引号、主题分类、发文机关"),
        ("en/about/index.html", "Index number, Subject, Issued by"),
        ("ug/about/index.html", "索引号، 主题分类، 发文机关"),
    ] {
        assert!(text(&files, path).contains(list), "{path} lacks {list}");
    }
    // A file that gives no punctuation: not that of the words that stand for its own.
    let seeds = seeds("interface-latin", "ug.toml", "[page]\nsearch = \"甲\"\n");
    let files = assembled(&seeds, "interface-latin-out");
    let about = text(&files, "ug/about/index.html");
    let list = about.split("<ul class=\"plain-list\">").nth(1).expect("a list");
    let list = list.split("</ul>").next().expect("its end");
    assert!(list.contains(", ") && !list.contains('、'), "{list}");
}

#[test]
fn the_page_for_what_is_not_on_the_device_is_one_of_its_own() {
    let files = assembled(&fixture("five-languages"), "interface-not-kept");
    for (language, path, title) in [
        ("zh", "", "这一页不在这台设备上"),
        ("en", "en/", "This page is not on this device"),
        ("ug", "ug/", "بۇ بەت بۇ ئۈسكۈنىدە يوق"),
        ("mn", "mn/", "This page is not on this device"),
    ] {
        let page = asset(&files, &format!("not-kept-{language}"));
        assert!(page.contains(&format!("<h1 tabindex=\"-1\">{title}</h1>")), "{page}");
        assert!(page.contains(&format!("<title>{title} · ")), "{page}");
        assert!(!page.contains("没有这个页面") && !page.contains("There is no such page"));
        // It is shown at any address: the service worker puts the way to the root in.
        let links = values(page, "href").into_iter().chain(values(page, "src"));
        for link in links.chain(values(page, "action")).chain(values(page, "data-root")) {
            assert!(
                link.starts_with(['%', '#']) || link.starts_with("https:"),
                "{language}: {link}"
            );
        }
        assert!(page.contains(&format!("href=\"%ROOT%{path}about/\"")), "{page}");
        // Where else the reader could be is not known: other languages begin with their first page.
        let other = if language == "en" { "%ROOT%" } else { "%ROOT%en/" };
        assert!(page.contains(&format!("href=\"{other}\" lang=")), "{page}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
        for of_a_page in ["rel=\"canonical\"", "property=\"og:", "name=\"description\""] {
            assert!(!page.contains(of_a_page), "{language}: {of_a_page}");
        }
    }
}

#[test]
fn the_browser_gets_words_program_and_pages_of_every_language() {
    let files = assembled(&fixture("five-languages"), "interface-browser");
    let words = asset(&files, "words-ug");
    assert!(words.contains("\"close\":\"تاقاش\"") && words.contains("{} نەتىجە"), "{words}");
    assert!(!words.contains("\"larger\""), "the tools know what is Chinese");
    assert!(words.contains("\"comma\":\", \"") && words.contains("\"cited\":\"“{}”\""), "{words}");
    assert!(words.contains("[\"ug\",\"kk-Arab\",\"ar\"]"), "what begins on the right");
    assert!(
        asset(&files, "words-mn").contains("\"larger\":\"Larger\""),
        "what is missing is English"
    );
    let boot = asset(&files, "boot");
    assert!(boot.contains("\"words-ug\":") && boot.contains("\"words-mn\":"), "{boot}");
    let list: serde_json::Value = serde_json::from_str(asset(&files, "offline")).expect("JSON");
    for language in ["zh", "en", "mn", "ug"] {
        assert!(list["not_kept"][language].is_string(), "{language}");
        assert_eq!(list["archives"][language].as_array().map(Vec::len), Some(1), "{language}");
    }
    assert_eq!(list["archives"].as_object().map(serde_json::Map::len), Some(4));
    assert!(list["visited"]["ug/udhr/1/index.html"].is_array());
    assert!(
        text(&files, "sw.js").contains("^(en|mn|ug)"),
        "the worker knows the languages of paths"
    );
    assert!(asset(&files, "not-kept-ug").contains("بۇ بەت بۇ ئۈسكۈنىدە يوق"));
}

#[test]
fn the_style_of_pages_that_begin_on_the_right_is_mirrored_and_allowed() {
    let files = assembled(&fixture("five-languages"), "interface-style");
    let style = |path: &str| {
        let page = text(&files, path);
        let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
        let style = style.expect("a style").to_owned();
        let digest = site::assets::integrity(style.as_bytes());
        assert!(page.contains(&format!("style-src 'self' '{digest}'")), "{path}");
        style
    };
    let (left, right) = (style("mn/about/index.html"), style("ug/about/index.html"));
    assert_eq!(left, style("about/index.html"));
    assert_ne!(left, right);
    let count = |style: &str, name: &str| style.matches(name).count();
    assert_eq!(count(&left, "padding-left:"), count(&right, "padding-right:"));
}

#[test]
fn addresses_of_all_languages_are_told_where_the_site_knows_its_own() {
    let seeds = seeds("interface-alternates", "bo.toml", "[page]\nsearch = \"འཚོལ།\"\n");
    let site = seeds.join("site.toml");
    let known = "base_url = \"https://a.gov.cn/p\"\n".to_owned();
    let text_of = fs::read_to_string(&site).expect("site.toml");
    fs::write(&site, known + &text_of).expect("written");
    let files = assembled(&seeds, "interface-alternates-out");
    check_links(&files);
    let page = text(&files, "bo/upland-roads/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://a.gov.cn/p/bo/upland-roads/\">"));
    for (language, prefix) in [("zh-Hans", ""), ("en", "en/"), ("bo", "bo/"), ("x-default", "")] {
        let link = format!(
            "<link rel=\"alternate\" hreflang=\"{language}\" href=\"https://a.gov.cn/p/{prefix}upland-roads/\">"
        );
        assert!(page.contains(&link), "{link}");
    }
    let map = text(&files, "sitemap.xml");
    assert!(map.contains("<loc>https://a.gov.cn/p/bo/upland-roads/</loc>"), "{map}");
    assert_eq!(map.matches("hreflang=\"bo\"").count(), map.matches("<url>").count());
    // A site without translations has the program that knows the language all the same.
    let (plain, full) = ("assets/languages", asset(&files, "words-bo"));
    assert!(!files.keys().any(|path| path.starts_with(plain)) && full.contains("འཚོལ།"));
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_line() {
    errors("ug.toml", "[page]\nsearhc = \"甲\"\n", &[(2, "did you mean “search”?")]);
    errors("ug.toml", "[pages]\nsearch = \"甲\"\n\n", &[(1, "did you mean “page”?")]);
    errors(
        "ug.toml",
        "[page]\nsearch = \" \"\nskip = 3\n",
        &[(2, "is empty"), (3, "quotation marks")],
    );
    errors("ug.toml", "\n[found]\nfound = \"甲\"\n", &[(3, "has 0 of {}, and 1 are needed")]);
    errors("ug.toml", "[page]\nsearch = \"a\\nb\"\n", &[(2, "control character")]);
    errors("ug.toml", "fallback = \"fr\"\n", &[(1, "fallback must be \"zh\" or \"en\"")]);
    errors("ug.toml", "page = \"甲\"\n", &[(1, "“page” is a section")]);
    errors("en.toml", "", &[(1, "are in the program")]);
    errors("mn-mong.toml", "#\n#\n#", &[(1, "did you mean mn-Mong.toml?")]);
}

#[test]
fn how_many_words_there_are_is_a_notice() {
    let file = "[page]\nskip = \"甲\"\ntopics = \"乙\"\n";
    let found = problems(&seeds("interface-notice", "ug.toml", file));
    let [notice] = &found[..] else { panic!("{found:?}") };
    assert_eq!((notice.severity, notice.file.as_str()), (Severity::Notice, "interface/ug.toml"));
    let others = " 2 are there; the others are Chinese (punctuation is Latin): page.contents";
    assert!(notice.message.contains(others), "{}", notice.message);
    assert!(
        notice.message_zh.contains("已译 2 条；其余显示中文（标点为拉丁文标点）：page.contents")
    );
}

#[test]
fn a_document_can_not_lie_over_the_pages_of_a_language() {
    let seeds = seeds("interface-collision", "ug.toml", "");
    fs::rename(seeds.join("upland-roads"), seeds.join("ug")).expect("moved");
    for name in ["site.toml", "ug/document.toml"] {
        let text = fs::read_to_string(seeds.join(name)).expect("read");
        fs::write(seeds.join(name), text.replace("upland-roads", "ug")).expect("written");
    }
    let found = problems(&seeds);
    let told = found.iter().find(|problem| problem.severity == Severity::Error).expect("told");
    assert!(told.message.contains("give the document another id"), "{told}");
}

#[test]
fn a_file_that_nothing_reads_is_told() {
    let found = problems(&seeds("interface-stray", "ug.txt", ""));
    let [stray] = &found[..] else { panic!("{found:?}") };
    assert_eq!((stray.severity, stray.file.as_str()), (Severity::Warning, "interface/ug.txt"));
}

#[test]
fn hostile_words_stay_words() {
    let attack = "<script>alert(1)</script>";
    let file = format!(
        "[page]\nskip = \"{attack}\"\nnot_found = \"{attack}\"\n[tools]\nclose = \"{attack}\"\n"
    );
    let files = assembled(&seeds("interface-hostile", "mn.toml", &file), "interface-hostile-out");
    for (path, html) in pages(&files) {
        assert!(!html.contains(attack), "{path}");
    }
}

#[test]
fn a_site_without_such_a_file_has_nothing_of_it() {
    let files = assembled(&fixture("eight-parts"), "interface-none");
    assert!(!files.keys().any(|path| path.contains("words-") || path.contains("mirrored")));
    assert!(text(&files, "sw.js").contains("^(en)"));
    for (path, html) in pages(&files) {
        assert!(!html.contains("rtl") && !html.contains("policyWords"), "{path}");
    }
}
