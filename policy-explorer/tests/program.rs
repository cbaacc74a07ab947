//! The program as a portal's clerk has it: nothing else on the search path, and an empty
//! environment.
#![expect(clippy::expect_used, reason = "a test stops where a file can't be written")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use site::kit::Kit;

/// The bytes of a WebAssembly program that does nothing.
const EMPTY_PROGRAM: &[u8] = b"\0asm\x01\0\0\0";

const TEXT: &str = "关于山路的意见\n\n一、修路\n\n（一）修好山路。每年修一百公里。\n\n（二）管好山路。有人看护。\n";

/// A folder of its own for each test, with a kit and a text.
struct Clerk(PathBuf);

impl Clerk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clerk").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("nothing")).expect("a folder");
        let programs = folder.join("programs");
        fs::create_dir_all(&programs).expect("a folder");
        for program in ["app", "search", "worker"] {
            fs::write(programs.join(format!("{program}.js")), "").expect("glue");
            fs::write(programs.join(format!("{program}_bg.wasm")), EMPTY_PROGRAM)
                .expect("a program");
        }
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
        let kit = Kit::collect(&public, &programs, false).expect("a kit");
        fs::write(folder.join("kit.bin"), kit.to_bytes().expect("bytes")).expect("written");
        fs::write(folder.join("山路.txt"), TEXT).expect("written");
        Self(folder)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_policy-explorer"));
        command
            .args(words)
            .current_dir(&self.0)
            .env_clear()
            .env("PATH", self.0.join("nothing"))
            .env("POLICY_EXPLORER_KIT", self.0.join("kit.bin"));
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program runs")
    }

    /// Runs and returns what was printed; the program must succeed.
    fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {said}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn imported(name: &str) -> Self {
        let clerk = Self::new(name);
        let told = clerk.done(&["import", "山路.txt", "--id", "roads"]);
        assert!(told.contains("seeds/roads/document.toml") && told.contains("修好山路"), "{told}");
        clerk
    }
}

#[test]
fn from_a_file_to_a_site_without_any_tool() {
    let clerk = Clerk::imported("site");
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
fn mistakes_are_named_and_nothing_of_others_is_touched() {
    let clerk = Clerk::imported("mistakes");
    fs::write(clerk.0.join("seeds/topics.toml"), "[[topics]]\nid = \"a\"\n").expect("written");
    let output = clerk.run(&["build", "--lang", "zh"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("seeds/topics.toml:1:3: error: nothing reads “topics”"), "{said}");
    assert!(said.contains("资料里有 1 个错误"), "{said}");
    assert!(!clerk.0.join("dist").exists());
    fs::remove_file(clerk.0.join("seeds/topics.toml")).expect("removed");
    let output = clerk.run(&["build", "--out", "programs"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(clerk.0.join("programs/app.js").exists());
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

/// A server that is stopped with the test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the server says to a request.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n").expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_change_of_a_text_is_on_the_page_while_serving() {
    let clerk = Clerk::imported("serve");
    let mut command = clerk.command(&["serve", "--port", "0"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut served = Served(child);
    let lines = BufReader::new(served.0.stdout.take().expect("its output")).lines();
    let address = lines
        .map(|line| line.expect("a line"))
        .find_map(|line| Some(line.split_once("http://")?.1.trim_end_matches('/').to_owned()))
        .expect("an address");
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
}
