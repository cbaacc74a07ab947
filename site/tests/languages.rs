//! A site with translations into five languages, one of them vertical, one from right to left.
#![expect(clippy::expect_used, reason = "a test stops where a folder can't be made")]

mod folders;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use corpus::{Locale, Problem, Severity};
use folders::{assembled, check_links, fixture, pages, workspace};

const FIXTURE: &str = "five-languages";

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    std::str::from_utf8(&files[path]).expect("UTF-8")
}

fn named<'a>(files: &'a BTreeMap<String, Vec<u8>>, start: &str, end: &str) -> Vec<&'a str> {
    let fits = |path: &&str| path.starts_with(start) && path.ends_with(end);
    files.keys().map(String::as_str).filter(fits).collect()
}

/// The fixture with one file more, as seeds of their own.
fn with_file(folder: &str, name: &str, content: &str) -> PathBuf {
    let seeds = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&seeds);
    fs::create_dir_all(seeds.join("udhr")).expect("a folder");
    for part in ["", "udhr"] {
        for entry in fs::read_dir(fixture(FIXTURE).join(part)).expect("the fixture") {
            let from = entry.expect("an entry").path();
            if from.is_file() {
                let name = from.file_name().expect("a name");
                fs::copy(&from, seeds.join(part).join(name)).expect("copied");
            }
        }
    }
    fs::write(seeds.join("udhr").join(name), content).expect("written");
    seeds
}

fn problems(seeds: &Path) -> Vec<Problem> {
    search_index::seeds::read(seeds).expect("seeds").1
}

#[test]
fn the_fixture_has_all_translations_and_nothing_to_complain_of() {
    let (library, problems) = search_index::seeds::read(&fixture(FIXTURE)).expect("seeds");
    let wrong: Vec<String> = problems
        .iter()
        .filter(|problem| problem.severity > Severity::Notice)
        .map(ToString::to_string)
        .filter(|told| !told.contains("sentences are translated"))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    let edition = &library.editions[0];
    let tags: Vec<&str> = edition.translations.iter().map(|one| one.locale.0.as_str()).collect();
    assert_eq!(tags, ["en", "mn-Mong", "mn", "bo", "ug", "zh-Hant-t-zh-hans"]);
    assert_eq!(edition.english().map(|one| &one.locale), Some(&Locale::en()));
}

#[test]
fn every_line_has_its_language_and_direction_and_all_its_characters() {
    let files = assembled(&fixture(FIXTURE), "five-languages");
    check_links(&files);
    let (library, _) = search_index::seeds::read(&fixture(FIXTURE)).expect("seeds");
    let edition = &library.editions[0];
    for english in ["", "en/"] {
        for (ordinal, (unit, _)) in edition.document.sentences().enumerate() {
            let path = match unit.to_string().as_str() {
                "title" => format!("{english}udhr/index.html"),
                number => format!("{english}udhr/{number}/index.html"),
            };
            let page = text(&files, &path);
            for translation in edition.further() {
                let sentence = &translation.sentences[ordinal];
                let tag = &translation.locale.0;
                let direction = if tag == "ug" { " dir=\"rtl\"" } else { "" };
                let vertical = if tag == "mn-Mong" { " vertical" } else { "" };
                let line = format!(
                    "<div lang=\"{tag}\"{direction} class=\"more-line {tag}-line{vertical}\">{sentence}</div>"
                );
                assert!(sentence.is_empty() || page.contains(&line), "{path} lacks {line}");
            }
        }
    }
    let first = text(&files, "udhr/1/index.html");
    assert!(first.contains("ᠨᠡᠷ\u{180e}ᠡ"), "the separator of a vowel stays");
    assert!(first.contains("class=\"more-line mn-Mong-line vertical"), "columns");
    assert!(first.contains("data-in=\"ug\"") && first.contains("data-in=\"mn-Mong\""), "switches");
}

#[test]
fn traditional_characters_are_marked_as_converted_and_made_only_where_they_are_asked_for() {
    let files = assembled(&fixture(FIXTURE), "converted");
    let page = text(&files, "udhr/1/index.html");
    assert!(
        page.contains("人人生而自由,在尊嚴和權利上一律平等。") && page.contains("繁體（轉換）")
    );
    assert!(page.contains("人人生而自由,在尊严和权利上一律平等。"), "the source stays");
    assert!(text(&files, "udhr/index.html").contains("由程序转换，未经人工校对"));
    assert!(text(&files, "en/udhr/index.html").contains("converted by program"));
    // No one can put in by hand what is converted.
    let seeds = with_file("by-hand", "translation.zh-Hant-t-zh-hans.md", "# udhr\n");
    let told = problems(&seeds).iter().any(|problem| problem.severity == Severity::Error);
    assert!(told, "a file with this tag is refused");
    let site = seeds.join("site.toml");
    let text = fs::read_to_string(&site).expect("site.toml");
    fs::write(&site, text.replace("traditional_characters = true", "")).expect("written");
    let (library, _) = search_index::seeds::read(&site.with_file_name("")).expect("seeds");
    assert!(library.editions[0].translations.iter().all(|one| !one.locale.0.contains("Hant")));
}

#[test]
fn a_font_is_only_on_pages_that_have_its_script() {
    let files = assembled(&fixture(FIXTURE), "with-font");
    let font = named(&files, "assets/noto-sans-mongolian.", ".woff2");
    let [font] = font[..] else { panic!("one font: {font:?}") };
    let original = workspace().join("public/fonts/noto-sans-mongolian.woff2");
    assert_eq!(files[font], fs::read(original).expect("the font"));
    let [licence] = named(&files, "assets/noto-sans-mongolian-licence.", ".txt")[..] else {
        panic!("the licence is there")
    };
    assert!(text(&files, licence).contains("SIL Open Font License"));
    let [style] = named(&files, "assets/noto-sans-mongolian.", ".css")[..] else {
        panic!("one style sheet")
    };
    let name = |path: &str| path.trim_start_matches("assets/").to_owned();
    assert!(
        text(&files, style).contains(&name(font)) && text(&files, style).contains(&name(licence))
    );
    let stored = |path: &str| ["data/", "assets/"].iter().any(|start| path.starts_with(start));
    for (path, html) in pages(&files).filter(|(path, _)| !stored(path)) {
        let script = html.contains(" lang=\"mn-Mong\"");
        assert_eq!(html.contains(font), script, "{path}");
        // The search page may get such lines as an answer; the font comes with the first.
        assert_eq!(html.contains(style), script || path.ends_with("search/index.html"), "{path}");
    }
    assert!(!text(&files, "search/index.html").contains(".woff2"));
}

#[test]
fn a_site_without_further_languages_has_nothing_of_them() {
    let files = assembled(&fixture("eight-parts"), "no-languages");
    assert_eq!(named(&files, "", ".woff2"), Vec::<&str>::new());
    for (path, html) in pages(&files) {
        for trace in ["more-line", "data-beside", "policy-languages", "vertical-lr", "with-more"] {
            assert!(!html.contains(trace), "{path} has {trace}");
        }
    }
}

#[test]
fn how_far_each_translation_has_come_is_told() {
    let files = assembled(&fixture(FIXTURE), "progress");
    let page = text(&files, "udhr/index.html");
    assert!(page.contains("蒙古文译文：6 句中已译 2 句"), "{page}");
    assert!(page.contains("藏文译文：全部 6 句"), "{page}");
    let english = text(&files, "en/udhr/index.html");
    assert!(english.contains("Translation into Uyghur: all 6 sentences"), "{english}");
}

#[test]
fn an_unknown_language_stops_the_build_and_says_which_was_meant() {
    let seeds = with_file("unknown-language", "translation.mn-mong.md", "## 1\n");
    let found = problems(&seeds);
    let unknown = found.iter().find(|problem| problem.file.ends_with("translation.mn-mong.md"));
    let unknown = unknown.expect("told");
    assert_eq!(unknown.severity, Severity::Error);
    assert_eq!(unknown.at.line, 1);
    assert!(unknown.message.contains("translation.mn-Mong.md"), "{unknown}");
}

#[test]
fn a_line_in_another_script_is_told() {
    let sentence = "人人有权享有生命、自由和人身安全。";
    let file = format!("## 3\n\n> {sentence}\n\nХүн бүр амьд явах эрхтэй.\n");
    let seeds = with_file("other-script", "translation.mn-Mong.md", &file);
    let found = problems(&seeds);
    let told = found.iter().find(|one| one.message.contains("no letter of Mongolian"));
    let told = told.expect("told");
    assert_eq!((told.severity, told.at.line), (Severity::Warning, 3));
}

#[test]
fn downloads_have_columns_and_directions_too() {
    let files = assembled(&fixture(FIXTURE), "downloads");
    let page = text(&files, "data/udhr.html");
    assert!(page.contains("<p class=\"translation vertical\" lang=\"mn-Mong\">ᠬᠦᠮᠦᠨ"), "{page}");
    assert!(page.contains("<p class=\"translation\" lang=\"ug\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("writing-mode: vertical-lr"), "{page}");
    let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
    let digest = site::assets::integrity(style.expect("a style").as_bytes());
    assert!(page.contains(&format!("style-src '{digest}'")), "the page allows its own style");
    assert!(text(&files, "data/udhr.mn-Mong.txt").contains("ᠨᠡᠷ\u{180e}ᠡ"));
}
