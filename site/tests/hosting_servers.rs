//! The samples for nginx, Apache and Caddy, each in the server itself: a small site is asked for,
//! and types, headers and the page for unknown addresses are looked at. A server that is not
//! installed is named. (IIS runs on Windows alone: its sample is only read, in `hosting.rs`.)
#![expect(clippy::expect_used, reason = "a test stops where a server can't be started")]
#![expect(clippy::print_stderr, reason = "what is not installed is told")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A site of few files, and a place for what a server writes.
struct Place {
    root: PathBuf,
    port: u16,
}

/// A server that ends with its test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Place {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("policy-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        for (path, content) in [
            ("policy/index.html", "first page"),
            ("policy/404.html", "no such page"),
            ("policy/roads/1/index.html", "修路"),
            ("policy/sw.js", "1"),
            ("policy/manifest.webmanifest", "{}"),
            ("policy/assets/engine.0123456789.js", "2"),
            ("policy/assets/index.0123456789.bin", "\u{1}\u{2}"),
        ] {
            let file = root.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, content).expect("written");
        }
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("its address").port();
        Self { root, port }
    }

    /// The sample, with this place's folder in the place of the one that it names.
    fn sample(&self, name: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/hosting");
        let sample = fs::read_to_string(folder.join(name)).expect(name);
        sample.replace("/var/www/policy", &self.root.join("policy").display().to_string())
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let file = self.root.join(name);
        fs::write(&file, text).expect("written");
        file
    }

    /// Starts a server and waits until it answers.
    fn start(&self, command: &mut Command) -> Running {
        let log = self.root.join("said");
        let out = fs::File::create(&log).expect("a log");
        let again = out.try_clone().expect("a log");
        let child = command.stdin(Stdio::null()).stdout(out).stderr(again).spawn();
        let running = Running(child.expect("the server starts"));
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let said = fs::read_to_string(&log).unwrap_or_default();
            assert!(start.elapsed() < Duration::from_secs(30), "no answer: {said}");
            std::thread::sleep(Duration::from_millis(50));
        }
        running
    }

    /// Head, with names in lower case, and body of an answer.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        (head.to_lowercase(), body.to_owned())
    }

    /// What every host must do.
    fn check(&self) {
        let type_of = |path: &str| {
            let (head, _) = self.get(path);
            let line = head.lines().find_map(|line| line.strip_prefix("content-type: "));
            line.unwrap_or_default().to_owned()
        };
        assert_eq!(type_of("/policy/"), "text/html; charset=utf-8");
        assert!(type_of("/policy/sw.js").starts_with("text/javascript"));
        assert_eq!(type_of("/policy/assets/index.0123456789.bin"), "application/octet-stream");
        let manifest = type_of("/policy/manifest.webmanifest");
        assert!(manifest.starts_with("application/manifest+json"), "{manifest}");
        for path in ["/policy/roads/1/", "/policy/sw.js", "/policy/assets/engine.0123456789.js"] {
            let (head, _) = self.get(path);
            assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
            for header in [
                "content-security-policy: frame-ancestors 'self'",
                "x-content-type-options: nosniff",
                "referrer-policy: no-referrer",
                "cross-origin-opener-policy: same-origin",
                "permissions-policy: ",
            ] {
                assert_eq!(head.matches(header).count(), 1, "{path}: {header} in {head}");
            }
            let kept = if path.contains("/assets/") {
                "cache-control: public, max-age=31536000, immutable"
            } else {
                "cache-control: no-cache"
            };
            assert!(head.contains(kept), "{path}: {head}");
            assert_eq!(head.matches("cache-control:").count(), 1, "{path}: {head}");
        }
        let (head, body) = self.get("/policy/nothing/here/");
        assert!(head.starts_with("http/1.1 404"), "{head}");
        assert!(body.contains("no such page"), "{body}");
        let (head, _) = self.get("/policy/roads/1");
        assert!(head.starts_with("http/1.1 30"), "a folder without its slash: {head}");
        assert!(self.get("/policy/roads/1/").1.contains("修路"));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// The server's program; where there is none, that is told with what installs it.
fn program(names: &[&str], package: &str) -> Option<PathBuf> {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    let found = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| Path::new(folder).join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        eprintln!("NOT TRIED: {} is not installed (Debian: apt install {package})", names[0]);
    }
    found
}

fn root_runs() -> bool {
    let own = Command::new("id").arg("-u").output();
    own.is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

#[test]
fn nginx_serves_as_its_sample_says() {
    let Some(nginx) = program(&["nginx"], "nginx") else { return };
    let place = Place::new("nginx");
    let root = place.root.display().to_string();
    let sample = place.write("sample.conf", &place.sample("nginx.conf"));
    let own = format!(
        "daemon off;\nmaster_process off;\npid {root}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n\
         client_body_temp_path {root}/a;\nproxy_temp_path {root}/b;\nfastcgi_temp_path {root}/c;\n\
         uwsgi_temp_path {root}/d;\nscgi_temp_path {root}/e;\n\
         server {{ listen 127.0.0.1:{}; include {}; }}\n}}\n",
        place.port,
        sample.display()
    );
    let file = place.write("nginx.conf", &own);
    let _running = place.start(Command::new(nginx).arg("-c").arg(file));
    place.check();
}

#[test]
fn apache_serves_as_its_sample_says() {
    let Some(apache) = program(&["apache2", "httpd"], "apache2") else { return };
    let modules =
        ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
    let Some(modules) = modules.iter().find(|folder| Path::new(folder).is_dir()) else {
        eprintln!("NOT TRIED: Apache's modules are in none of {modules:?}");
        return;
    };
    let place = Place::new("apache");
    let root = place.root.display().to_string();
    place.write("policy/.htaccess", &place.sample("apache.htaccess"));
    let mut own = format!(
        "ServerRoot {root}\nServerName localhost\nListen 127.0.0.1:{}\nPidFile {root}/pid\n\
         ErrorLog {root}/errors\nDocumentRoot {root}\n",
        place.port
    );
    let wanted =
        ["mpm_event", "authz_core", "dir", "mime", "deflate", "headers", "filter", "unixd"];
    for name in wanted {
        let file = format!("{modules}/mod_{name}.so");
        // What is not there was compiled in.
        if Path::new(&file).exists() {
            let _ = writeln!(own, "LoadModule {name}_module {file}");
        }
    }
    // As every installation has it.
    let types = place.write("types", "text/html html\ntext/css css\nimage/svg+xml svg\n");
    // A worker of a server that root starts is somebody else.
    let user = if root_runs() { "User www-data\nGroup www-data\n" } else { "" };
    let _ = write!(
        own,
        "{user}TypesConfig {}\n<Directory {root}>\nRequire all granted\n\
         AllowOverride FileInfo Indexes Options=MultiViews,Indexes\n</Directory>\n",
        types.display()
    );
    let file = place.write("apache.conf", &own);
    let mut command = Command::new(apache);
    // A single process: workers of a server that is killed would go on for ever.
    let _running = place.start(command.args(["-X", "-f"]).arg(file));
    place.check();
}

#[test]
fn caddy_serves_as_its_sample_says() {
    let Some(caddy) = program(&["caddy"], "caddy") else { return };
    let place = Place::new("caddy");
    let sample = place.write("sample", &place.sample("Caddyfile"));
    let own = format!(
        "{{\n\tadmin off\n\tauto_https off\n}}\n\nhttp://localhost:{} {{\n\timport {}\n}}\n",
        place.port,
        sample.display()
    );
    let file = place.write("Caddyfile", &own);
    let mut command = Command::new(caddy);
    let home = ("HOME", &place.root);
    let command = command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    let _running = place.start(command.env(home.0, home.1));
    place.check();
}
