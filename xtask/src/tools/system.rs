//! Programs that come as packages of the operating system.

use super::tool::{Tool, Way};
use crate::line::CommandLine;
use crate::workspace::Workspace;
use std::path::PathBuf;

/// The ways to install Debian packages, and, elsewhere, what to type.
pub fn packages(workspace: &Workspace, debian: &[&str], homebrew: &str) -> Vec<Way> {
    if cfg!(target_os = "macos") {
        return vec![Way::only_by_hand(
            &format!("brew install {homebrew}"),
            "software outside the project's cache is yours to install",
        )];
    }
    let by_hand = format!("sudo apt-get install -y {}", debian.join(" "));
    if workspace.find("apt-get").is_none() {
        return vec![Way::only_by_hand(&by_hand, "this system has no apt-get")];
    }
    if !is_root() {
        return vec![Way::only_by_hand(&by_hand, "only root can install packages")];
    }
    let apt = || workspace.line("apt-get").with("DEBIAN_FRONTEND", "noninteractive");
    let install = apt().args(["-qq", "install", "-y", "--no-install-recommends"]).args(debian);
    // The list of packages may be missing or old; fetching it first every time is slow.
    let refreshed = vec![apt().args(["-qq", "update"]), install.clone()];
    vec![
        Way { lines: vec![install], by_hand: by_hand.clone(), obstacle: None },
        Way { lines: refreshed, by_hand, obstacle: None },
    ]
}

/// A program that the tests run.
pub fn program<'a>(
    workspace: &'a Workspace,
    name: &'a str,
    purpose: &'static str,
    debian: &'a [&str],
) -> Tool<'a, PathBuf> {
    let homebrew = debian.first().copied().unwrap_or(name);
    Tool {
        name: name.to_owned(),
        purpose,
        duration: "under a minute",
        find: Box::new(move || workspace.find(name)),
        ways: packages(workspace, debian, homebrew.trim_end_matches("-utils")),
    }
}

fn is_root() -> bool {
    CommandLine::new("id").arg("-u").read().is_ok_and(|id| id.trim() == "0")
}
