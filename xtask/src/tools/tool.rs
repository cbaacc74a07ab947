//! What a tool is: how it is found, the ways to install it, and what to tell a person when no
//! way works.

use crate::line::CommandLine;
use crate::timeline::clock;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::time::Instant;

/// Something the project needs on the machine.
pub struct Tool<'a, T> {
    /// Its name, with the version where that is fixed.
    pub name: String,
    /// What it is needed for; reads on after "it".
    pub purpose: &'static str,
    /// How long installing it takes, on two cores.
    pub duration: &'static str,
    /// Looks for a fitting version on this machine.
    pub find: Box<dyn Fn() -> Option<T> + 'a>,
    /// The ways to install it, the best first.
    pub ways: Vec<Way>,
}

/// One way to install a tool.
#[derive(Clone, Debug)]
pub struct Way {
    /// What to run, in order.
    pub lines: Vec<CommandLine>,
    /// The same for a person to type.
    pub by_hand: String,
    /// Why this program cannot do it here, though a person may.
    pub obstacle: Option<String>,
}

impl Way {
    /// Commands that this program runs as a person would.
    pub fn new(lines: Vec<CommandLine>) -> Self {
        let typed: Vec<_> = lines.iter().map(CommandLine::to_string).collect();
        Self { lines, by_hand: typed.join(" && "), obstacle: None }
    }

    /// Something that only a person can do.
    pub fn only_by_hand(what: &str, obstacle: &str) -> Self {
        Self { lines: Vec::new(), by_hand: what.to_owned(), obstacle: Some(obstacle.to_owned()) }
    }
}

impl<T> Tool<'_, T> {
    /// Finds the tool, or installs it and finds it then.
    pub fn ensure(&self, workspace: &Workspace) -> Result<T> {
        if let Some(found) = (self.find)() {
            return Ok(found);
        }
        let _lock = lock(workspace)?;
        // Another run may have installed it while this one waited for the lock.
        if let Some(found) = (self.find)() {
            return Ok(found);
        }
        let mut failures = Vec::new();
        for way in &self.ways {
            match self.install(way) {
                Ok(()) => match (self.find)() {
                    Some(found) => return Ok(found),
                    None => failures.push(format!(
                        "`{}` worked, but the version is still not the one needed",
                        way.by_hand
                    )),
                },
                Err(error) => failures.push(format!("{error:#}")),
            }
        }
        bail!(self.helpless(&failures))
    }

    fn install(&self, way: &Way) -> Result<()> {
        if let Some(obstacle) = &way.obstacle {
            bail!("not tried: {obstacle}");
        }
        println!("  installing {}: it {}; takes {}", self.name, self.purpose, self.duration);
        let begin = Instant::now();
        for line in &way.lines {
            println!("  $ {line}");
            line.run()?;
        }
        println!("  installed {} in {}", self.name, clock(begin.elapsed()));
        Ok(())
    }

    fn helpless(&self, failures: &[String]) -> String {
        let mut text = format!("{} is missing; it {}.", self.name, self.purpose);
        for failure in failures {
            text.push_str("\n  - ");
            text.push_str(failure);
        }
        text.push_str("\nRun this yourself, then start again:");
        let mut shown: Vec<&str> = Vec::new();
        for way in &self.ways {
            if !shown.contains(&way.by_hand.as_str()) {
                text.push_str(if shown.is_empty() { "\n    " } else { "\n  or\n    " });
                text.push_str(&way.by_hand);
                shown.push(&way.by_hand);
            }
        }
        text
    }
}

/// Keeps two runs from installing at the same time. Released when dropped, or when the run ends
/// in any other way.
fn lock(workspace: &Workspace) -> Result<File> {
    let path = workspace.cache("lock");
    fs::create_dir_all(workspace.cache(""))
        .with_context(|| format!("failed to create {}", workspace.cache("").display()))?;
    let file = File::create(&path).with_context(|| format!("failed to open {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("  waiting for another run that is installing tools ({})", path.display());
        file.lock().with_context(|| format!("failed to lock {}", path.display()))?;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helpless_tool_names_each_command_once() {
        let ways = vec![
            Way::new(vec![CommandLine::new("rustup").args(["component", "add", "rust-src"])]),
            Way::only_by_hand("sudo apt-get install -y x", "not root"),
            Way::only_by_hand("sudo apt-get install -y x", "not root"),
        ];
        let tool: Tool<'_, ()> = Tool {
            name: "the sources".to_owned(),
            purpose: "compiles the standard library",
            duration: "a moment",
            find: Box::new(|| None),
            ways,
        };
        let text = tool.helpless(&["`rustup component add rust-src` ended with status 1".into()]);
        assert_eq!(
            text,
            "the sources is missing; it compiles the standard library.\n  \
             - `rustup component add rust-src` ended with status 1\n\
             Run this yourself, then start again:\n    \
             rustup component add rust-src\n  or\n    sudo apt-get install -y x"
        );
    }
}
