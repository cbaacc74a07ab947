//! The sample configurations: they agree with each other, and nginx takes its own.
#![expect(clippy::expect_used, reason = "a test stops where a sample can't be read")]
#![expect(clippy::print_stderr, reason = "what is not installed is told")]

use std::path::{Path, PathBuf};
use std::process::Command;

const SAMPLES: [&str; 4] = ["nginx.conf", "apache.htaccess", "Caddyfile", "web.config"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/hosting")
}

fn read(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).expect(name)
}

#[test]
fn all_samples_send_the_same_headers_and_types() {
    let wanted = [
        "frame-ancestors 'self'",
        "geolocation=()",
        "no-referrer",
        "nosniff",
        "same-origin",
        "immutable",
        "application/wasm",
        "application/octet-stream",
        "application/manifest+json",
        "application/epub+zip",
        "404.html",
    ];
    for sample in SAMPLES {
        let text = read(sample);
        for words in wanted {
            assert!(text.contains(words), "{sample} lacks {words}");
        }
        assert!(!text.contains("unsafe-inline") && !text.contains("unsafe-eval"), "{sample}");
    }
}

#[test]
fn nginx_repeats_every_header_where_the_worker_lies() {
    let sample = read("nginx.conf");
    let (outer, inner) = sample.split_once("location /policy/assets/").expect("a nested block");
    let headers = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| line.starts_with("add_header"));
        lines.filter(|line| !line.contains("Cache-Control")).map(str::to_owned).collect()
    };
    let mut inner = headers(inner);
    let mut outer = headers(outer);
    inner.sort();
    outer.sort();
    assert!(outer.len() >= 5, "{outer:?}");
    assert_eq!(outer, inner, "nginx forgets headers where a nested block adds its own");
}

#[test]
fn nginx_takes_its_sample() {
    let Ok(version) = Command::new("nginx").arg("-v").output() else {
        eprintln!("NOT TRIED: nginx is not on the search path (Debian: apt install nginx)");
        return;
    };
    assert!(version.status.success());
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path();
    let sample = super_path("nginx.conf");
    let main = format!(
        "pid {0}/pid;\nerror_log {0}/log;\nevents {{}}\nhttp {{\naccess_log off;\n\
         client_body_temp_path {0}/a;\nproxy_temp_path {0}/b;\nfastcgi_temp_path {0}/c;\n\
         uwsgi_temp_path {0}/d;\nscgi_temp_path {0}/e;\n\
         server {{ listen 127.0.0.1:18089; include {sample}; }}\n}}\n",
        folder.display()
    );
    let file = folder.join("nginx.conf");
    std::fs::write(&file, main).expect("written");
    let output = Command::new("nginx").arg("-t").arg("-c").arg(&file).output().expect("nginx runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
}

fn super_path(name: &str) -> String {
    folder().join(name).canonicalize().expect(name).display().to_string()
}
