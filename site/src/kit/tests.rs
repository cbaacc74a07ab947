//! A kit as a file, and the scripts that it puts together of parts: their words, their names, what old
//! browsers know.

use super::*;

#[test]
fn a_kit_is_read_as_it_was_written() {
    let mut kit = Kit { lowered: true, ..Kit::default() };
    kit.scripts.insert("boot".into(), "var FILES=POLICY_FILES;".into());
    kit.files.insert("icon.svg".into(), b"<svg/>".to_vec());
    let again = Kit::from_bytes(&kit.to_bytes().expect("written")).expect("read");
    assert_eq!(again.files, kit.files);
    assert_eq!(again.filled("boot", &[(FILES, "{}")]).expect("filled"), "var FILES={};");
    assert!(again.filled("boot", &[(ACCENT, "1")]).is_err(), "no such place");
    assert!(Kit::from_bytes(b"something else").is_err());
    assert!(Kit::from_bytes(&kit.to_bytes().expect("written")[..40]).is_err(), "cut off");
}

fn part(folder: &str, name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/js").join(folder);
    fs::read_to_string(folder.join(format!("{name}.js"))).expect("a part of a script")
}

fn source(name: &str) -> String {
    part("tools", name)
}

#[test]
fn every_word_of_the_tools_is_there_in_both_languages() {
    let words = source("words");
    let mut keys = Vec::new();
    for line in words.lines().filter(|line| line.starts_with("  ")) {
        let (key, pair) = line.trim().split_once(": ").expect("a key");
        let pair: Vec<String> =
            serde_json::from_str(pair.trim_end_matches(',')).expect("a pair of texts");
        let [zh, en] = &pair[..] else { panic!("{key} has not two texts") };
        assert!(!zh.is_empty() && !en.is_empty(), "{key}");
        assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{key}");
        assert!(words.matches(&format!("\n  {key}: ")).count() == 1, "{key} twice");
        keys.push(key.to_owned());
    }
    let pictures = PICTURES.map(|name| (name, part("pictures", name)));
    for (name, text) in TOOLS.map(|name| (name, source(name))).into_iter().chain(pictures) {
        for opening in ["word(\"", "button(\""] {
            for call in text.split(opening).skip(1) {
                let key = call.split('"').next().unwrap_or_default();
                assert!(keys.iter().any(|known| known == key), "{name}.js asks for {key}");
            }
        }
    }
}

/// The parts of a script share one scope: of two functions of a name the later one would stand
/// for both.
#[test]
fn no_name_stands_twice_in_a_script() {
    let scripts: [(&str, &[&str]); 4] =
        [("boot", &BOOT), ("tools", &TOOLS), ("pictures", &PICTURES), ("sw", &SERVICE_WORKER)];
    for (folder, parts) in scripts {
        let mut known = std::collections::BTreeMap::new();
        for name in parts {
            for line in part(folder, name).lines() {
                let line = line.strip_prefix("async ").unwrap_or(line);
                let rest = line.strip_prefix("function ").or(line.strip_prefix("var "));
                let Some(rest) = rest else { continue };
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
                let declared = rest[..end.unwrap_or(rest.len())].to_owned();
                let before = known.insert(declared.clone(), *name);
                assert_eq!(before, None, "{declared} stands in {folder}/{name}.js again");
            }
        }
    }
}

#[test]
fn parts_of_loader_and_tools_are_short_and_made_for_old_browsers() {
    let boot = BOOT.map(|name| (name, part("boot", name)));
    let pictures = PICTURES.map(|name| (name, part("pictures", name)));
    let tools = TOOLS.map(|name| (name, source(name)));
    for (name, text) in boot.into_iter().chain(tools).chain(pictures) {
        assert!(text.lines().count() < 300, "{name}.js");
        for late in ["?.", "??", ".replaceAll(", "innerHTML", "eval("] {
            let found = text.lines().find(|line| line.contains(late));
            assert_eq!(found, None, "{name}.js has {late}");
        }
    }
}
