//! The browser that tests drive, and a font for what they look at.

use super::system;
use super::tool::Tool;
use crate::workspace::{Workspace, find_program};
use std::env;
use std::path::PathBuf;

const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Chromium or Chrome, wherever it comes from; `CHROME_PATH` goes first.
pub fn chromium(workspace: &Workspace) -> Tool<'_, PathBuf> {
    Tool {
        name: "Chromium".to_owned(),
        purpose: "runs the site in the browser tests",
        duration: "about a minute",
        find: Box::new(move || {
            let chosen = env::var("CHROME_PATH").ok();
            let folders = workspace.search_path();
            let names = chosen.as_deref().into_iter().chain(NAMES);
            names.into_iter().find_map(|name| find_program(name, &folders))
        }),
        ways: system::packages(workspace, &["chromium", "fonts-noto-cjk"], "--cask chromium"),
    }
}

/// A font with Chinese characters; without one, lines break elsewhere and prints have no text.
pub fn chinese_font(workspace: &Workspace) -> Tool<'_, ()> {
    Tool {
        name: "a Chinese font".to_owned(),
        purpose: "shows the texts in the browser tests",
        duration: "under a minute",
        find: Box::new(move || {
            if !cfg!(target_os = "linux") {
                // macOS and Windows come with one.
                return Some(());
            }
            let fonts = workspace.line("fc-list").args([":lang=zh", "family"]).read().ok()?;
            (!fonts.trim().is_empty()).then_some(())
        }),
        ways: system::packages(workspace, &["fontconfig", "fonts-noto-cjk"], "fontconfig"),
    }
}
