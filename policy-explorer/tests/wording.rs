//! What a clerk is told, in the clerk's language: every mistake, where it is and what to do, as a
//! Chinese line or an English one, never as one that is half of each.
#![expect(clippy::expect_used, reason = "a test stops where a file can't be written")]

#[expect(dead_code, reason = "nothing is served here")]
mod clerk;

use std::collections::HashSet;
use std::fs;

use clerk::Clerk;
use corpus::ProblemKind;
use corpus::text::is_han;

/// A text with as many oddities as fit.
const ODD: &str = "关于山路的意见\n\n一、修路\n\n（一）修好山路。每年修100公里,2026年2月30日完成。\n\n\
    （三）管好**山路**。矿矿相连，真nice，有人看护和。“有人看护。\n\n（四）修100[1]公里\n\n的村路。\n\n\
    （五）少修\u{200b}路。（六）多看护。\n";

/// What is wrong with everything beside the text.
const SPOILT: [(&str, &str); 9] = [
    (
        "site.toml",
        "documents = [\"roads\", \"roads\"]\ncolour = 1\nsecurity_expires = \"2026-02-30\"\n\
         licence = \"javascript:a\"\n[title]\nzh = \"山路\"\n[theme]\naccent = \"gold\"\n\
         logo = \"missing.svg\"\n[portal]\nreport_error = \"a@b.cn\"\n",
    ),
    (
        "roads/document.toml",
        "id = \"roads\"\nkind = \"policy\"\nsource = \"roads/source.txt\"\nsha256 = \"0\"\n\
         issued = \"2026-13-01\"\nexplains = \"raods\"\nnot_stated = [\"subject\", \"subject\"]\n\
         effective = \"2026-03-01\"\nexpires = \"2026-02-01\"\norigin = \"data:a\"\n\
         [title]\nzh = \"山路\"\n",
    ),
    (
        "roads/translation.en.md",
        "## 1\n\n> 修好山路。\n\nMend 山路 and 500 roads.\n\n> 每年修路。\n\nEvery year.\n\n\
         ## 99\n\n> 没有这一句。\n\nNone.\n",
    ),
    ("roads/translation.mn-Mong.md", "## 1\n\n> 修好山路。\n\nMend the roads.\n"),
    (
        "roads/errata.toml",
        "[[erratum]]\nat = \"99#s1\"\nprinted = \"路\"\nnote_zh = \"注\"\n\n\
         [[erratum]]\nat = \"1#s1\"\nprinted = \"没有\"\nnote_zh = \"注\"\n\n\
         [[erratum]]\nat = \"§\"\nprinted = \"路\"\nnote_zh = \"注\"\n",
    ),
    (
        "glossary.toml",
        "[[term]]\nid = \"Road\"\nzh = [\"山路\"]\nen = [\"upland road\"]\nbasis = \"roads/99#s1\"\n\n\
         [[term]]\nid = \"water\"\nzh = [\"水路\", \"山路\"]\n",
    ),
    (
        "topics.toml",
        "[[topic]]\nid = \"t\"\ntitle_zh = \"修路\"\n[[topic.measure]]\nat = \"roads/1\"\n\
         quote = \"没有这句\"\nplain_zh = \"修路\"\n",
    ),
    (
        "editorial.toml",
        "[[exception]]\nfile = \"topics.toml\"\nat = \"t roads/1\"\nword = \"路\"\nreason = \"无\"\n",
    ),
    ("erata.toml", ""),
];

/// What these seeds have wrong.
const KINDS: [ProblemKind; 24] = [
    ProblemKind::BrokenParagraph,
    ProblemKind::RunTogether,
    ProblemKind::HalfWidthPunctuation,
    ProblemKind::LatinWord,
    ProblemKind::DoubledCharacter,
    ProblemKind::UnmatchedMark,
    ProblemKind::UnclearFigure,
    ProblemKind::DanglingConjunction,
    ProblemKind::LookAlike,
    ProblemKind::FootnoteMark,
    ProblemKind::Numbering,
    ProblemKind::Markup,
    ProblemKind::Metadata,
    ProblemKind::Erratum,
    ProblemKind::TranslationMissing,
    ProblemKind::TranslationStale,
    ProblemKind::TranslationExtra,
    ProblemKind::TranslationChinese,
    ProblemKind::TranslationFigure,
    ProblemKind::TranslationScript,
    ProblemKind::TranslationTerm,
    ProblemKind::Glossary,
    ProblemKind::Topic,
    ProblemKind::Editorial,
];

fn spoilt(name: &str) -> Clerk {
    let clerk = Clerk::new(name);
    clerk.done(&["import", "山路.txt", "--id", "roads"]);
    fs::write(clerk.0.join("seeds/roads/source.txt"), ODD).expect("written");
    for (path, text) in SPOILT {
        fs::write(clerk.0.join("seeds").join(path), text).expect("written");
    }
    clerk
}

/// What the program says in a language, on both outputs; the lines that are not empty.
fn said(clerk: &Clerk, words: &[&str], language: &str) -> Vec<String> {
    let output = clerk.run(&[words, &["--lang", language]].concat());
    let all = [output.stdout, output.stderr].concat();
    let all = String::from_utf8(all).expect("a text");
    all.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// A line without what it quotes.
fn unquoted(line: &str) -> String {
    let mut rest = line.split('“');
    let first = rest.next().unwrap_or_default().to_owned();
    rest.fold(first, |all, part| all + part.split_once('”').map_or("", |(_, after)| after))
}

fn has_han(line: &str) -> bool {
    unquoted(line).contains(is_han)
}

/// Two English words in a row, in small letters, that are no name of a key or a file.
fn has_prose(line: &str) -> bool {
    let letters = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    let words: Vec<bool> = unquoted(line).split(' ').map(letters).collect();
    words.windows(3).any(|three| three.iter().all(|word| *word))
}

#[track_caller]
fn chinese(lines: &[String]) {
    assert!(!lines.is_empty());
    for line in lines {
        assert!(has_han(line) && !has_prose(line), "not Chinese: {line}");
    }
}

#[track_caller]
fn english(lines: &[String]) {
    assert!(!lines.is_empty());
    for line in lines {
        // Sentences of the text may stand at the end of a message.
        let own = line.split(": > ").next().unwrap_or_default();
        let own = own.split("#s1: ").next().unwrap_or_default();
        assert!(!has_han(own), "not English: {line}");
    }
}

#[test]
fn all_problems_of_seeds_are_told_in_the_language_asked_for() {
    let clerk = spoilt("wording");
    let seeds = site::seeds::read(&clerk.0.join("seeds")).expect("readable");
    let found: HashSet<ProblemKind> = seeds.problems.iter().map(|problem| problem.kind).collect();
    let missing: Vec<&ProblemKind> = KINDS.iter().filter(|kind| !found.contains(kind)).collect();
    assert!(missing.is_empty(), "the seeds lack {missing:?}");
    let other: Vec<&ProblemKind> = found.iter().filter(|kind| !KINDS.contains(kind)).collect();
    assert!(other.is_empty(), "{other:?} are not in the list");

    let (zh, en) = (said(&clerk, &["check"], "zh"), said(&clerk, &["check"], "en"));
    assert_eq!(zh.len(), seeds.problems.len() + 1, "{zh:#?}");
    chinese(&zh);
    english(&en);
    for (zh, en) in zh.iter().zip(&en).take(seeds.problems.len()) {
        // File, line and column are the same in both.
        let (place, rest) = zh.split_once(": ").expect("a place");
        assert!(en.starts_with(&format!("{place}: ")), "{zh}\n{en}");
        assert!(["错误：", "警告：", "提示："].iter().any(|name| rest.starts_with(name)), "{zh}");
    }
    chinese(&said(&clerk, &["build"], "zh"));
    english(&said(&clerk, &["build"], "en"));
}

#[test]
fn what_stops_a_command_is_told_in_the_language_asked_for() {
    let clerk = spoilt("stopped");
    fs::write(clerk.0.join("旧.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").expect("written");
    fs::write(clerk.0.join("坏.pdf"), b"%PDF-1.7").expect("written");
    fs::write(clerk.0.join("坏.docx"), b"PK\x03\x04").expect("written");
    fs::write(clerk.0.join("空.txt"), "\n").expect("written");
    fs::write(clerk.0.join("乱.txt"), b"\xb9\xd8\xd3\xda\xff\xff\xff\x80\xff").expect("written");
    let commands: [&[&str]; 17] = [
        &["preview", "没有.docx"],
        &["preview", "旧.doc"],
        &["preview", "坏.pdf"],
        &["preview", "坏.docx"],
        &["preview", "空.txt"],
        &["preview", "乱.txt"],
        &["preview", "山路.txt", "--encoding", "latin"],
        &["import", "山路.txt", "--id", "roads"],
        &["import", "山路.txt", "--id", "../out"],
        &["import", "山路.txt", "--id", "other", "--explains", "raods"],
        &["build", "--out", "programs"],
        &["build", "--kit", "山路.txt"],
        &["build", "--kit", "missing.bin"],
        &["check", "--seeds", "nowhere"],
        &["export"],
        &["facts"],
        &["search", "路"],
    ];
    for words in commands {
        let output = clerk.run(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        chinese(&said(&clerk, words, "zh"));
        let mut en = said(&clerk, words, "en");
        // Names of files are theirs who gave them.
        for line in &mut en {
            for name in ["山路.txt", "没有.docx", "旧.doc", "坏.pdf", "坏.docx", "空.txt", "乱.txt"]
            {
                *line = line.replace(name, "file");
            }
        }
        english(&en);
    }
    for (path, text) in [
        ("roads/document.toml", "id = \"other\"\nkind = \"policy\"\nsource = \"a\"\ntitle = {}\n"),
        ("roads/document.toml", "id = \"roads\"\nkind = \"polity\"\nsource = \"a\"\ntitle = {}\n"),
        (
            "roads/document.toml",
            "id = \"roads\"\nkind = \"policy\"\nsource = \"../a\"\ntitle = {}\n",
        ),
        (
            "roads/document.toml",
            "id = \"roads\"\nkind = \"policy\"\nsource = \"a.txt\"\ntitle = {}\n",
        ),
        ("roads/document.toml", "id = 5\n"),
        ("roads/document.toml", "kind = \"policy\"\n"),
        ("site.toml", "documents = [\n"),
        ("site.toml", "documents = []\ndocuments = []\n"),
    ] {
        let file = clerk.0.join("seeds").join(path);
        let before = fs::read(&file).expect("a file");
        fs::write(&file, text).expect("written");
        let zh = said(&clerk, &["check"], "zh");
        chinese(&zh);
        assert!(zh.concat().contains(path), "{text}: {zh:?}");
        english(&said(&clerk, &["check"], "en"));
        fs::write(&file, before).expect("written");
    }
}

#[test]
fn a_preview_is_told_in_the_language_asked_for() {
    let clerk = Clerk::new("previewed");
    fs::write(clerk.0.join("a.txt"), ODD).expect("written");
    let told = |language: &str| -> Vec<String> {
        let lines = said(&clerk, &["preview", "a.txt"], language).into_iter();
        lines.filter(|line| line.starts_with("a.txt:") || line.contains("100")).collect()
    };
    chinese(&told("zh").into_iter().filter(|line| line.starts_with("a.txt")).collect::<Vec<_>>());
    english(&told("en").into_iter().filter(|line| line.starts_with("a.txt")).collect::<Vec<_>>());
    let zh = said(&clerk, &["preview", "a.txt"], "zh").concat();
    assert!(zh.contains("个部分") && zh.contains("个警告，") && !zh.contains("parts"), "{zh}");
    let en = said(&clerk, &["preview", "a.txt"], "en").concat();
    assert!(
        en.contains("parts: ") && en.contains(", warnings: ") && !en.contains("个部分"),
        "{en}"
    );
}

#[test]
fn a_command_line_that_is_not_understood_is_told_in_the_language_asked_for() {
    let clerk = Clerk::new("misused");
    let commands: [&[&str]; 6] = [
        &["bild"],
        &["build", "--ot", "a"],
        &["import", "山路.txt"],
        &["preview", "山路.txt", "--kind", "letter"],
        &["serve", "--port", "many"],
        &["build", "--out"],
    ];
    for words in commands {
        let output = clerk.run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        // The language first: the rest may be what is not understood.
        let output = clerk.run(&[&["--lang=zh"], words].concat());
        let lines: Vec<String> =
            String::from_utf8_lossy(&output.stderr).lines().map(str::to_owned).collect();
        assert_eq!(output.status.code(), Some(2), "{lines:?}");
        chinese(&lines);
    }
}
