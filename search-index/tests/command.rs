//! The command line, as those who check the engine use it.
#![expect(clippy::unwrap_used, reason = "a test stops where something fails")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn run(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_search-index");
    Command::new(program).args(arguments).current_dir(workspace()).output().unwrap()
}

fn rows(arguments: &[&str]) -> Vec<Value> {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An empty folder of this test's own.
fn folder(name: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder.display().to_string()
}

fn built(name: &str) -> String {
    let index = folder(name);
    let output = run(&["build", "--seeds", "seeds", "--out", &index]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("2 documents, 43 provisions"), "{told}");
    index
}

#[test]
fn an_index_that_was_built_can_be_asked() {
    let index = built("asked");
    let found = rows(&["search", "--index", &index, "--json", "\"高标准农田\""]);
    assert!(found.len() > 2, "{found:?}");
    for row in &found {
        let text = row["text"].as_str().unwrap();
        assert!(text.contains("高标准农田"), "{row}");
        assert!(text.contains(row["snippet"].as_str().unwrap()), "{row}");
        assert!(row["score"].as_f64().unwrap() > 0.0, "{row}");
        assert!(row["sentence"].is_u64() && row["provision"].is_string(), "{row}");
    }
    let numbered = rows(&["search", "--index", &index, "--json", "--limit", "1", "第十三条"]);
    assert_eq!(numbered[0]["document"], "opinions-2026");
    assert_eq!(numbered[0]["provision"], "13");
}

#[test]
fn a_file_of_queries_is_answered_line_by_line() {
    let index = built("queries");
    let file = Path::new(&index).join("queries.tsv");
    std::fs::write(&file, "a\t奶业\n\nb\tmeasure 3\n").unwrap();
    let file = file.display().to_string();
    let found = rows(&["search", "--index", &index, "--queries", &file, "--limit", "1", "--json"]);
    let asked: Vec<_> = found.iter().map(|row| (&row["query"], &row["provision"])).collect();
    assert_eq!(asked, [(&"a".into(), &"3".into()), (&"b".into(), &"3".into())]);

    std::fs::write(&file, "a\t奶业\nno tab\n").unwrap();
    let output = run(&["search", "--index", &index, "--queries", &file]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("queries.tsv:2: no tab"));
}

#[test]
fn a_damaged_index_is_refused() {
    let index = built("damaged");
    let file = Path::new(&index).join("index.bin");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let output = run(&["search", "--index", &index, "奶业"]);
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("build it anew"), "{output:?}");
}

#[test]
fn links_and_facts_carry_the_words_they_rest_on() {
    let library = search_index::seeds::read(&workspace().join("seeds")).unwrap().0;
    let text = |end: &Value| {
        let at =
            format!("{}/{}", end["document"].as_str().unwrap(), end["provision"].as_str().unwrap());
        let at = format!("{at}#s{}", end["sentence"]).parse().unwrap();
        library.sentence(&at).unwrap().text.clone()
    };
    let links = rows(&["links", "--seeds", "seeds", "--json"]);
    assert_eq!(links.len(), library.links.len());
    for link in &links {
        assert!(["quote", "paraphrase", "mention"].contains(&link["kind"].as_str().unwrap()));
        for shared in link["evidence"].as_array().unwrap() {
            for end in ["from", "to"] {
                let (text, span) = (text(&link[end]), &shared[end]);
                let start = span["start"].as_u64().unwrap() as usize;
                let length = span["end"].as_u64().unwrap() as usize - start;
                let words: String = text.chars().skip(start).take(length).collect();
                assert_eq!(words, span["text"].as_str().unwrap());
            }
        }
    }
    let facts = rows(&["facts", "--seeds", "seeds", "--json"]);
    assert_eq!(facts.len(), library.editions.iter().map(|e| e.facts.len()).sum::<usize>());
    for fact in &facts {
        assert!(text(fact).contains(fact["span"].as_str().unwrap()), "{fact}");
    }
    assert!(facts.iter().any(|fact| fact["value"] == 10_000_000 && fact["unit"] == "亩"));
}

#[test]
fn check_tells_every_problem_with_its_place_and_fails_on_errors() {
    let output = run(&["check", "--seeds", "seeds"]);
    assert!(output.status.success(), "{output:?}");
    let told = String::from_utf8(output.stdout).unwrap();
    let placed = |line: &str| {
        let mut parts = line.split(':');
        let file = parts.next().unwrap();
        workspace().join(file).exists()
            && parts.next().is_some_and(|n| n.parse::<u32>().is_ok())
            && parts.next().is_some_and(|n| n.parse::<u32>().is_ok())
    };
    assert!(told.lines().count() > 10);
    assert!(told.lines().all(placed), "{told}");

    let broken = folder("broken");
    let document = Path::new(&broken).join("rule");
    std::fs::create_dir_all(&document).unwrap();
    let about = "id = \"rule\"\nkind = \"policy\"\nsource = \"rule/source.txt\"\nsha256 = \"00\"\n\
                 [title]\nzh = \"规则\"\nen = \"Rule\"\n";
    std::fs::write(document.join("document.toml"), about).unwrap();
    std::fs::write(document.join("source.txt"), "规则\n\n一、总则\n\n（一）起步。做好开头。\n")
        .unwrap();
    let site = "documents = [\"rule\"]\n[title]\nzh = \"规则\"\nen = \"Rules\"\n";
    std::fs::write(Path::new(&broken).join("site.toml"), site).unwrap();
    let output = run(&["check", "--seeds", &broken]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(told.contains("rule/document.toml:4:1: error: the source's SHA-256"), "{told}");
}

/// What `export` writes for an engine: how the index is made, and the lines of the documents.
fn exported(engine: &str) -> (Value, Vec<Value>) {
    let out = folder(&format!("export-{engine}"));
    let output = run(&["export", "--seeds", "seeds", "--out", &out, "--engine", engine]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| std::fs::read_to_string(Path::new(&out).join(name)).unwrap();
    let lines = read("documents.ndjson");
    let lines = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (serde_json::from_str(&read("index.json")).unwrap(), lines)
}

/// Every field of every document is one that the index knows, since others are refused; and some
/// document has each of those that these texts can have.
#[track_caller]
fn assert_known(known: &[&str], documents: &[&Value]) {
    for document in documents {
        for (field, _) in document.as_object().unwrap() {
            assert!(known.contains(&field.as_str()), "{field} of {}", document["id"]);
        }
    }
    for field in ["id", "title", "title_en", "label", "within", "text", "text_en", "sentences"] {
        assert!(documents.iter().any(|document| !document[field].is_null()), "{field}");
    }
}

#[test]
fn what_is_exported_for_elasticsearch_fits_its_mapping() {
    let (index, lines) = exported("elasticsearch");
    assert_eq!(index["mappings"]["dynamic"], "strict");
    let known = index["mappings"]["properties"].as_object().unwrap();
    let known: Vec<&str> = known.keys().map(String::as_str).collect();
    let documents: Vec<&Value> = lines.iter().skip(1).step_by(2).collect();
    assert_known(&known, &documents);
    for (action, document) in lines.iter().step_by(2).zip(&documents) {
        assert_eq!(action["index"]["_id"], document["id"]);
    }
    let analyzers = &index["settings"]["analysis"]["analyzer"];
    for field in index["mappings"]["properties"].as_object().unwrap().values() {
        let analyzer = field["analyzer"].as_str().unwrap_or("english");
        assert!(analyzer == "english" || analyzers[analyzer].is_object(), "{field}");
    }
}

#[test]
fn what_is_exported_for_quickwit_fits_its_mapping() {
    let (index, lines) = exported("quickwit");
    assert_eq!(index["doc_mapping"]["mode"], "strict");
    let fields = index["doc_mapping"]["field_mappings"].as_array().unwrap();
    let known: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_known(&known, &lines.iter().collect::<Vec<_>>());
    for field in index["search_settings"]["default_search_fields"].as_array().unwrap() {
        assert!(known.contains(&field.as_str().unwrap()), "{field}");
    }
}

#[test]
fn every_unit_is_exported_with_all_its_addresses() {
    let (_, lines) = exported("quickwit");
    let ids: std::collections::BTreeSet<&str> =
        lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), lines.len(), "an address stands for one unit");
    let measure = lines.iter().find(|line| line["id"] == "opinions-2026/13").unwrap();
    let sentences = measure["sentences"].as_array().unwrap();
    let texts: String = sentences.iter().map(|own| own["text"].as_str().unwrap()).collect();
    assert_eq!(measure["text"], texts);
    assert_eq!(sentences[1]["at"], "opinions-2026/13#s1");
    assert_eq!(measure["document"], "opinions-2026");
}
