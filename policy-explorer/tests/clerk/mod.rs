//! A clerk's folder: the program, a kit for it, and nothing else on the search path.
#![expect(clippy::expect_used, reason = "a test stops where a file can't be written")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use site::kit::Kit;

/// The bytes of a WebAssembly program that does nothing.
const EMPTY_PROGRAM: &[u8] = b"\0asm\x01\0\0\0";

/// A small policy.
pub const TEXT: &str = "关于山路的意见\n\n一、修路\n\n（一）修好山路。每年修一百公里。\n\n（二）管好山路。有人看护。\n";

/// A folder of its own for each test, with a kit and a text.
pub struct Clerk(pub PathBuf);

impl Clerk {
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clerk").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("nothing")).expect("a folder");
        let programs = folder.join("programs");
        fs::create_dir_all(&programs).expect("a folder");
        for program in ["search", "full-search", "worker"] {
            fs::write(programs.join(format!("{program}.js")), "").expect("glue");
            fs::write(programs.join(format!("{program}_bg.wasm")), EMPTY_PROGRAM)
                .expect("a program");
        }
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
        let kit = Kit::collect(&public, Some(&programs), false).expect("a kit");
        fs::write(folder.join("kit.bin"), kit.to_bytes().expect("bytes")).expect("written");
        fs::write(folder.join("山路.txt"), TEXT).expect("written");
        Self(folder)
    }

    /// The program with an empty environment.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_policy-explorer"));
        command
            .args(words)
            .current_dir(&self.0)
            .env_clear()
            .env("PATH", self.0.join("nothing"))
            .env("POLICY_EXPLORER_KIT", self.0.join("kit.bin"));
        command
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program runs")
    }

    /// Runs and returns what was printed; the program must succeed.
    pub fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {said}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// A server that is stopped with the test.
pub struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the server says to a request.
pub fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n").expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

/// Starts the program as a server, and waits until it names its address.
pub fn served(mut command: Command) -> (Served, String) {
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut served = Served(child);
    let lines = BufReader::new(served.0.stdout.take().expect("its output")).lines();
    let address = lines
        .map(|line| line.expect("a line"))
        .find_map(|line| Some(line.split_once("http://")?.1.trim_end_matches('/').to_owned()))
        .expect("an address");
    (served, address)
}
