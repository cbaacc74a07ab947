//! Whole folders, as they are assembled.
#![expect(clippy::expect_used, reason = "a test stops where a folder can't be made")]

mod folders;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use folders::{assembled, assembled_into, check_links, fixture, pages, target, values, workspace};
use site::files::Files;

#[test]
fn two_builds_give_the_same_bytes() {
    let seeds = workspace().join("seeds");
    let (one, other) = (assembled(&seeds, "one"), assembled(&seeds, "other"));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(bytes == &other[path], "{path} differs between two builds");
    }
    check_links(&one);
}

#[test]
fn no_document_can_lie_over_a_page_or_file_of_the_site() {
    let files = assembled(&workspace().join("seeds"), "reserved");
    let documents = ["opinions-2026", "interpretation-2026"];
    for name in files.keys().filter_map(|path| path.split_once('/')).map(|(first, _)| first) {
        let ours = corpus::names::check_document_id(name).is_err();
        assert!(ours || documents.contains(&name), "{name} can be the id of a document");
    }
}

#[test]
fn a_policy_with_nothing_but_its_text_has_no_empty_panels_and_no_dead_links() {
    let files = assembled(&fixture("eight-parts"), "eight-parts");
    check_links(&files);
    for missing in ["topics/index.html", "coverage/index.html", "glossary/index.html"] {
        assert!(!files.contains_key(missing), "{missing} has nothing to show");
    }
    for (path, html) in pages(&files) {
        assert!(!html.contains("class=\"beside\""), "{path} has a panel for passages");
        assert!(!html.contains("class=\"en-line\""), "{path} has an empty translation");
    }
}

#[test]
fn a_large_collection_lists_its_pages_by_document() {
    let files = assembled(&fixture("two-laws"), "two-laws");
    check_links(&files);
    let list = |name: &str| {
        let path = files.keys().find(|path| {
            path.strip_prefix("assets/").is_some_and(|file| file.starts_with(&format!("{name}.")))
        });
        String::from_utf8_lossy(&files[path.expect("a list")]).into_owned()
    };
    let all = list("offline");
    for (own, other) in [("river-rules", "road-rules"), ("road-rules", "river-rules")] {
        assert!(!all.contains(&format!("{own}/")), "the list of the release has pages of {own}");
        let document = list(&format!("offline-{own}"));
        for page in ["", "1/", "160/", "part-2/"] {
            assert!(document.contains(&format!("\"{own}/{page}index.html\"")), "{own}/{page}");
            assert!(document.contains(&format!("\"en/{own}/{page}index.html\"")), "{own}/{page}");
        }
        assert!(!document.contains(other));
        assert!(all.contains(&format!("assets/offline-{own}.")));
    }
    let saved = String::from_utf8_lossy(&files["saved/index.html"]).into_owned();
    assert!(!saved.contains("river-rules/"), "the page of saved measures names none of them");
}

#[test]
fn a_site_is_the_same_in_memory_and_in_a_folder() {
    for seeds in ["eight-parts", "two-laws"] {
        let seeds = fixture(seeds);
        let folder = tempfile::tempdir().expect("a folder");
        let in_memory = assembled(&seeds, "in-memory");
        let files = Files::in_folder(folder.path());
        let in_folder = assembled_into(files, &seeds, "in-folder");
        let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&in_folder), names(&in_memory));
        let other = in_memory.iter().find(|(path, bytes)| in_folder[*path] != **bytes);
        assert_eq!(other.map(|(path, _)| path), None, "the first that differs");
        let mut written = 0;
        let mut folders = vec![folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() { folders.push(path) } else { written += 1 }
            }
        }
        assert_eq!(written, in_memory.len(), "nothing else is left in the folder");
    }
}

#[test]
fn a_theme_colours_every_page_and_puts_its_logo_beside_the_name() {
    let files = assembled(&fixture("eight-parts"), "themed");
    let logo = files.keys().find(|path| path.starts_with("assets/logo.")).expect("a logo");
    assert_eq!(files[logo], fs::read(fixture("eight-parts/logo.svg")).expect("the source"));
    let stored =
        |path: &str| ["data/", "assets/", "404", "probe"].iter().any(|p| path.starts_with(p));
    for (path, html) in pages(&files).filter(|(path, _)| !stored(path)) {
        assert!(html.contains("--accent:#1d5a3c") && html.contains("--accent:#8fd0ae"), "{path}");
        assert!(!html.contains("#9b2c1f"), "{path} has our own accent");
        let image = html.split("<img ").nth(1).and_then(|rest| rest.split('>').next());
        let image = format!(" {}", image.expect("a logo"));
        assert_eq!(target(path, values(&image, "src")[0]), *logo, "{path}");
        assert_eq!(values(&image, "alt"), ["山乡公路政策"], "{path}");
        assert_eq!((values(&image, "width"), values(&image, "height")), (vec!["64"], vec!["48"]));
    }
    let picture = String::from_utf8_lossy(&files["facts/targets.svg"]);
    assert!(picture.contains("\"#1d5a3c\"") && !picture.contains("#9b2c1f"));
    let kept = files.iter().find(|(path, _)| path.starts_with("assets/offline.")).expect("a list");
    assert!(String::from_utf8_lossy(kept.1).contains(logo.as_str()), "the logo is kept offline");
}

#[test]
fn hostile_texts_stay_texts() {
    let files = assembled(&fixture("hostile"), "hostile");
    check_links(&files);
    assert!(!files.keys().any(|path| path.contains("logo")), "a logo with script is not taken");
    for (path, html) in pages(&files) {
        for attack in
            ["<script>alert", "<img src=x", "onerror=\"", "onclick=\"", "href=\"javascript:"]
        {
            assert!(!html.contains(attack), "{path} has “{attack}”");
        }
    }
}

#[test]
fn half_a_translation_is_published_and_filing_numbers_are_links() {
    let seeds = Path::new(env!("CARGO_TARGET_TMPDIR")).join("half-seeds");
    let _ = fs::remove_dir_all(&seeds);
    let document = seeds.join("upland-roads");
    fs::create_dir_all(&document).expect("a folder");
    for name in ["site.toml", "logo.svg", "upland-roads/document.toml", "upland-roads/source.txt"] {
        fs::copy(fixture("eight-parts").join(name), seeds.join(name)).expect("copied");
    }
    let site = fs::read_to_string(seeds.join("site.toml")).expect("a configuration");
    let numbers = "\n[portal]\nicp = \"蒙ICP备00000001号\"\npolice_record = \"蒙公网安备 15000002000001号\"\nparty_government_sign = \"logo.svg\"\n";
    fs::write(seeds.join("site.toml"), site + numbers).expect("written");
    let (library, _) = search_index::seeds::read(&seeds).expect("seeds");
    let provision = &library.editions[0].document.provisions[1];
    let sentence = provision.sentences().next().expect("a sentence");
    let begun = format!("## {}\n\n> {}\n\nOur own words.\n", provision.number, sentence.text);
    fs::write(document.join("translation.en.md"), begun).expect("written");

    let files = assembled(&seeds, "half");
    check_links(&files);
    let page = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let of_document = page("en/upland-roads/index.html");
    assert!(of_document.contains("sentences, 1 are translated"), "{of_document}");
    assert!(page("upland-roads/index.html").contains("句中已译 1 句"));
    let translated = page(&format!("en/upland-roads/{}/index.html", provision.number));
    assert!(translated.contains("Our own words."));
    let other = &library.editions[0].document.provisions[2].number;
    let missing = page(&format!("en/upland-roads/{other}/index.html"));
    assert!(missing.contains("This sentence is not translated yet."));
    assert!(missing.contains("class=\"sign\""));
    for link in [
        "src=\"../../../assets/sign.",
        "<a href=\"https://beian.miit.gov.cn/\">蒙ICP备00000001号</a>",
        "<a href=\"https://beian.mps.gov.cn/#/query/webSearch?code=15000002000001\">",
    ] {
        assert!(missing.contains(link), "{link}");
        assert!(of_document.contains(&link.replacen("../", "", 1)), "{link}");
    }
}

/// The stretch of a page from this text to the end of the element that closes with `end`.
fn part<'a>(html: &'a str, from: &str, end: &str) -> &'a str {
    let start = html.find(from).unwrap_or_else(|| panic!("no {from} in {html}"));
    let rest = &html[start..];
    &rest[..rest.find(end).unwrap_or(rest.len())]
}

#[test]
fn a_second_edition_has_a_page_that_tells_what_changed() {
    let files = assembled(&fixture("two-editions"), "two-editions");
    check_links(&files);
    let page = |path: &str| std::str::from_utf8(&files[path]).expect("pages are UTF-8");
    assert!(!files.contains_key("lake-2025/changes/index.html"), "nothing is before the first");
    let (zh, en) = (page("lake-2026/changes/index.html"), page("en/lake-2026/changes/index.html"));
    for (html, words) in [
        (zh, ["新增", "不再有", "由几条合并", "从一条拆出", "位置变了"]),
        (
            en,
            [
                "New in this document",
                "Dropped",
                "Merged from several",
                "Split off from one",
                "Moved",
            ],
        ),
    ] {
        let list = &html[html.find("id=\"list\"").expect("a list")..];
        for word in words {
            assert!(list.contains(&format!("<span class=\"tag\">{word}</span>")), "{word}");
        }
        let first = part(list, "id=\"now-1\"", "</section>");
        assert!(first.contains("修复退化草原<del>10</del>万亩"), "{first}");
        assert!(first.contains("修复退化草原<ins>12</ins>万亩"), "{first}");
        let added = part(list, "id=\"now-5\"", "</section>");
        assert!(added.contains("太阳能") && !added.contains("<ins>") && !added.contains("<del>"));
        assert!(part(list, "id=\"before-8\"", "</section>").contains("老年牧民"));
        // What has the same words has an address too.
        assert!(part(list, "<details", "</details>").contains("<li id=\"now-2\">"));
        let figures = part(html, "<table", "</table>");
        // The deadline beside them, which names the figure as well, has a row of its own.
        let both = |row: &&str| row.contains("10万亩") && row.contains("12万亩");
        let row = figures.split("</tr>").find(both).expect("the figures side by side");
        assert!(row.contains("href=\"#now-1\""), "{row}");
    }
    for (path, link) in [
        ("lake-2026/index.html", "href=\"../lake-2026/changes/\""),
        ("lake-2026/index.html", "href=\"../lake-2025/\""),
        ("lake-2025/index.html", "href=\"../lake-2026/\""),
        ("lake-2026/5/index.html", "href=\"../../lake-2026/changes/#now-5\">新增</a>"),
        ("en/lake-2026/7/index.html", "lake-2026/changes/#now-7\">Merged from several</a>"),
    ] {
        assert!(page(path).contains(link), "{path} has no {link}");
    }
    for file in ["lake-2026.changes.csv", "lake-2026.changes.json"] {
        assert!(files.contains_key(&format!("data/{file}")), "{file}");
        assert!(page("data/index.json").contains(file), "the catalogue names {file}");
    }
    assert!(!files.contains_key("data/lake-2025.changes.csv"));
}

#[test]
fn documents_without_an_earlier_one_are_as_they_were() {
    let files = assembled(&workspace().join("seeds"), "no-series");
    for (path, html) in pages(&files) {
        assert!(!path.contains("/changes/") && !html.contains("/changes/"), "{path}");
    }
    assert!(!files.keys().any(|path| path.contains(".changes.")));
}

#[test]
fn pages_of_a_library_of_many_share_their_style_and_those_of_one_document_have_it() {
    let seeds = Path::new(env!("CARGO_TARGET_TMPDIR")).join("library-of-many");
    for name in ["site.toml", "lake-2025/document.toml", "lake-2025/source.txt"] {
        copy(&seeds, name, |text| text);
    }
    copy(&seeds, "lake-2026/source.txt", |text| text);
    // The two have nothing to do with each other any more.
    copy(&seeds, "lake-2026/document.toml", |text| text.replace("follows = \"lake-2025\"\n", ""));
    let files = assembled(&seeds, "many");
    check_links(&files);
    let style = files.keys().find(|path| path.starts_with("assets/style.")).expect("a style");
    let own =
        |path: &str| ["data/", "assets/", "404", "probe"].iter().all(|p| !path.starts_with(p));
    for (path, html) in pages(&files).filter(|(path, _)| own(path)) {
        let linked = part(html, "<link rel=\"stylesheet\"", ">");
        assert_eq!(target(path, values(linked, "href")[0]), *style, "{path}");
        assert!(!html.contains("<style>"), "{path}");
    }
    assert!(files.contains_key("documents/index.html"));
    let files = assembled(&fixture("two-editions"), "one-series");
    assert!(files.keys().all(|path| !path.starts_with("assets/style.")));
    for (path, html) in pages(&files).filter(|(path, _)| own(path)) {
        assert!(html.contains("<style>") && !html.contains("rel=\"stylesheet\""), "{path}");
    }
}

/// Copies a file of the policy of two years into seeds of a test's own.
fn copy(seeds: &Path, name: &str, change: impl Fn(String) -> String) {
    let text = fs::read_to_string(fixture("two-editions").join(name)).expect("the fixture");
    let path = seeds.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of the test");
    fs::write(path, change(text)).expect("a file of the test");
}
