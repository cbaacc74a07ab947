//! The program as a portal's clerk has it: nothing else on the search path, and an empty
//! environment.
#![expect(clippy::expect_used, reason = "a test stops where a file can't be written")]
#![expect(clippy::print_stderr, reason = "what can't be tried is told")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

mod clerk;

use clerk::{Clerk, TEXT, get, served};
use site::kit::Kit;

/// A clerk who has imported the text.
fn imported(name: &str) -> Clerk {
    let clerk = Clerk::new(name);
    let told = clerk.done(&["import", "山路.txt", "--id", "roads"]);
    assert!(told.contains("seeds/roads/document.toml") && told.contains("修好山路"), "{told}");
    clerk
}

#[test]
fn from_a_file_to_a_site_without_any_tool() {
    let clerk = imported("site");
    clerk.done(&["check"]);
    clerk.done(&["build"]);
    let page = fs::read_to_string(clerk.0.join("dist/roads/1/index.html")).expect("a page");
    assert!(page.contains("每年修一百公里。"));
    let first = fs::read_to_string(clerk.0.join("dist/SHA256SUMS")).expect("sums");
    clerk.done(&["build"]);
    let again = fs::read_to_string(clerk.0.join("dist/SHA256SUMS")).expect("sums");
    assert_eq!(first, again, "two builds give the same bytes");
    let found = clerk.done(&["search", "--json", "山路"]);
    assert!(found.contains("\"roads\""), "{found}");
    assert!(clerk.done(&["facts", "--json"]).contains("一百公里"));
    clerk.done(&["links"]);
    assert!(clerk.done(&["export"]).contains("roads.json"));
    assert!(clerk.done(&["preview", "山路.txt"]).contains("管好山路"));
}

#[test]
fn a_file_with_the_words_of_the_interface_is_written_filled_in_and_gone_on_with() {
    let clerk = imported("interface");
    let told = clerk.done(&["--lang", "zh", "interface", "ug"]);
    assert!(told.contains("seeds/interface/ug.toml") && told.contains("新写入"), "{told}");
    let file = clerk.0.join("seeds/interface/ug.toml");
    let text = fs::read_to_string(&file).expect("the file");
    assert!(text.contains("# 目录\n# Contents\n# contents = \"\"\n"), "{text}");
    let own = text.replace("# contents = \"\"", "contents = \"مۇندەرىجە\"");
    fs::write(&file, &own).expect("written");
    assert!(clerk.done(&["--lang", "zh", "interface", "ug"]).contains("没有改动"));
    assert_eq!(fs::read_to_string(&file).expect("the file"), own);
    let told = clerk.done(&["--lang", "zh", "check"]);
    assert!(told.contains("已译 1 条") && told.contains("page.skip"), "{told}");
    clerk.done(&["build"]);
    let page = fs::read_to_string(clerk.0.join("dist/ug/roads/1/index.html")).expect("a page");
    assert!(page.contains("<html lang=\"ug\" dir=\"rtl\"") && page.contains("مۇندەرىجە"));
}

#[test]
fn a_site_is_made_where_there_is_no_network() {
    let unshare = ["/usr/bin/unshare", "/bin/unshare"].into_iter().find(|p| Path::new(p).exists());
    // A network of its own, in which there is nothing.
    let alone = |program: &Path| {
        let mut command = Command::new(unshare.unwrap_or("unshare"));
        command.args(["--map-root-user", "--net", "--"]).arg(program);
        command
    };
    if !alone(Path::new("/bin/true")).status().is_ok_and(|status| status.success()) {
        eprintln!("NOT TRIED: unshare --net is not there or not permitted (Debian: util-linux)");
        return;
    }
    let clerk = imported("network");
    let program = Path::new(env!("CARGO_BIN_EXE_policy-explorer"));
    let output = alone(program)
        .arg("build")
        .current_dir(&clerk.0)
        .env_clear()
        .env("PATH", clerk.0.join("nothing"))
        .env("POLICY_EXPLORER_KIT", clerk.0.join("kit.bin"))
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(clerk.0.join("dist/roads/1/index.html").exists());
}

#[test]
fn mistakes_are_named_and_nothing_of_others_is_touched() {
    let clerk = imported("mistakes");
    fs::write(clerk.0.join("seeds/topics.toml"), "[[topics]]\nid = \"a\"\n").expect("written");
    let output = clerk.run(&["build", "--lang", "zh"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("seeds/topics.toml:1:3: 错误：“topics”不会被读取；"), "{said}");
    assert!(said.contains("资料里有 1 个错误"), "{said}");
    assert!(!clerk.0.join("dist").exists());
    fs::remove_file(clerk.0.join("seeds/topics.toml")).expect("removed");
    let output = clerk.run(&["build", "--out", "programs"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(clerk.0.join("programs/search.js").exists());
    assert_eq!(clerk.run(&["bild"]).status.code(), Some(2));
    assert_eq!(clerk.run(&["build", "--kit", "山路.txt"]).status.code(), Some(1));
}

#[test]
fn help_is_in_the_language_of_the_computer() {
    let clerk = Clerk::new("help");
    assert!(clerk.done(&["--help"]).contains("Exit codes: 0 done"));
    let chinese = clerk.command(&["--help"]).env("LANG", "zh_CN.UTF-8").output().expect("runs");
    let chinese = String::from_utf8_lossy(&chinese.stdout).into_owned();
    assert!(chinese.contains("退出码：0 完成") && chinese.contains("生成网站"), "{chinese}");
}

#[test]
fn a_change_of_a_text_is_on_the_page_while_serving() {
    let clerk = imported("serve");
    let (_served, address) = served(clerk.command(&["serve", "--port", "0"]));
    let page = get(&address, "/roads/1/");
    assert!(
        page.contains("每年修一百公里。") && page.contains("/-policy-explorer/reload.js"),
        "{page}"
    );
    assert!(get(&address, "/sw.js").contains("unregister"));
    assert!(get(&address, "/../seeds/site.toml").starts_with("HTTP/1.0 404"));

    let source = clerk.0.join("seeds/roads/source.txt");
    let text = TEXT.replace("一百公里", "二百公里");
    fs::write(&source, &text).expect("written");
    let start = Instant::now();
    // The digest in document.toml no longer fits: the page stays, and is told why.
    let told = loop {
        let version = get(&address, "/-policy-explorer/version");
        if version.contains("sha256") {
            break version;
        }
        assert!(start.elapsed() < Duration::from_mins(1), "{version}");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(told.contains("seeds/roads/document.toml:"), "{told}");
    assert!(get(&address, "/roads/1/").contains("每年修一百公里。"));
    let file = clerk.0.join("seeds/roads/document.toml");
    let about = fs::read_to_string(&file).expect("a description");
    let kept: Vec<&str> = about.lines().filter(|line| !line.starts_with("sha256")).collect();
    fs::write(&file, kept.join("\n")).expect("written");
    let start = Instant::now();
    while !get(&address, "/roads/1/").contains("每年修二百公里。") {
        assert!(start.elapsed() < Duration::from_mins(1), "the change is not on the page");
        std::thread::sleep(Duration::from_millis(50));
    }
    // All that is served after a change is what a fresh start gives.
    let (_fresh, other) = served(clerk.command(&["serve", "--port", "0"]));
    let body = |address: &str, path: &str| {
        let answer = get(address, path);
        answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).expect("an answer")
    };
    let sums = body(&address, "/SHA256SUMS");
    assert!(sums.lines().count() > 50, "{sums}");
    assert_eq!(sums, body(&other, "/SHA256SUMS"));
    assert_eq!(body(&address, "/roads/1/"), body(&other, "/roads/1/"));
}

#[test]
fn programs_that_are_compiled_later_are_taken_up_while_serving() {
    let clerk = imported("kit");
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
    let bare = Kit::collect(&public, None, false).expect("a kit without programs");
    fs::write(clerk.0.join("served.bin"), bare.to_bytes().expect("bytes")).expect("written");
    let serve = ["serve", "--port", "0", "--kit", "served.bin"];
    let (_served, address) = served(clerk.command(&serve));
    assert!(get(&address, "/roads/1/").contains("每年修一百公里。"));
    // The script that starts the engine says that there is none yet.
    let engine = || {
        let sums = get(&address, "/SHA256SUMS");
        let script = |word: &&str| word.starts_with("assets/engine.") && word.ends_with(".js");
        let path = sums.split_whitespace().find(script);
        get(&address, &format!("/{}", path.expect("an engine")))
    };
    assert!(engine().contains("not compiled"));
    fs::copy(clerk.0.join("kit.bin"), clerk.0.join("served.bin")).expect("copied");
    let start = Instant::now();
    while engine().contains("not compiled") {
        assert!(start.elapsed() < Duration::from_mins(1), "the programs are not taken up");
        std::thread::sleep(Duration::from_millis(50));
    }
    // One that is damaged is told; what is there stays.
    fs::write(clerk.0.join("served.bin"), "no kit").expect("written");
    let start = Instant::now();
    while !get(&address, "/-policy-explorer/version").contains("served.bin") {
        assert!(start.elapsed() < Duration::from_mins(1), "the damaged file is not told");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(get(&address, "/roads/1/").contains("每年修一百公里。"));
}

#[test]
fn pages_are_kept_for_reading_without_a_network_where_that_is_asked_for() {
    let clerk = imported("worker");
    let (_served, address) = served(clerk.command(&["serve", "--port", "0", "--worker"]));
    let worker = get(&address, "/sw.js");
    assert!(worker.contains("caches.open") && !worker.contains("unregister"), "{worker}");
}
