//! `cargo xtask test`: every check there is. A failure is shown and the rest still runs, so that
//! one run tells all there is to mend.

use crate::audit;
use crate::build;
use crate::programs;
use crate::timeline::Timeline;
use crate::tools::{self, browser, other_browsers};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::fs;
use std::path::PathBuf;

/// The steps in their order: quick ones first, then those that need a built site.
const STEPS: [Step; 9] = [
    Step {
        name: "tools",
        why: "a browser and other programs that tests use",
        needs_site: false,
        run: |workspace, _| tools::for_testing(workspace),
    },
    Step {
        name: "format",
        why: "is the code formatted as agreed?",
        needs_site: false,
        run: |workspace, _| cargo(workspace, &["fmt", "--all", "--check"]),
    },
    Step {
        name: "lints",
        why: "clippy over all crates; the first time it checks their dependencies, which takes \
              minutes",
        needs_site: false,
        run: |workspace, _| lints(workspace),
    },
    Step {
        name: "rust",
        why: "unit tests and the examples in the documentation; the first time it compiles \
              Leptos and tantivy for tests, which takes minutes",
        needs_site: false,
        run: |workspace, word| {
            let test = workspace.line("cargo").args(["test", "--workspace"]);
            test.args(word).run()
        },
    },
    Step {
        name: "texts",
        why: "do the seeds say what they should?",
        needs_site: false,
        run: |workspace, _| {
            cargo(workspace, &["run", "--quiet", "--package", "site", "--", "check"])
        },
    },
    Step {
        name: "supply",
        why: "licences and sources of all crates",
        needs_site: false,
        run: |workspace, _| audit::supply(workspace, audit::Duplicates::Passed),
    },
    Step {
        name: "build",
        why: "the site as it would be published",
        needs_site: false,
        run: |workspace, _| build::ensure_fresh(workspace, &mut Timeline::start()).map(drop),
    },
    Step {
        name: "budgets",
        why: "is the built site whole, small enough, and readable to old browsers?",
        needs_site: true,
        run: |workspace, _| {
            let check = ["run", "--quiet", "--package", "site", "--", "check-dist", "dist"];
            cargo(workspace, &check)
        },
    },
    Step {
        name: "browser",
        why: "the built site in a real browser",
        needs_site: true,
        run: browser_tests,
    },
];

/// Milliseconds after which a file of browser tests has failed: a browser that dies at the wrong
/// moment can leave a test waiting for ever. The file with all browsers takes ten minutes on two free
/// cores, and more than twenty where others use them too.
const LONGEST_FILE: &str = "--test-timeout=2400000";

struct Step {
    name: &'static str,
    why: &'static str,
    /// Whether it looks at `dist/`, so that a failed build leaves it nothing to look at.
    needs_site: bool,
    /// The word narrows the tests down, where it is not a step's name.
    run: fn(&Workspace, Option<&str>) -> Result<()>,
}

/// Runs all checks, or those that a word names.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let word = match arguments {
        [] => None,
        [word] if !word.starts_with('-') => Some(word.as_str()),
        _ => bail!("`test` takes one word at most: {}, or part of a test's name", names()),
    };
    let narrowed = word.filter(|word| STEPS.iter().all(|step| step.name != *word));
    let mut timeline = Timeline::start();
    let mut site_failed = false;
    for step in STEPS.iter().filter(|step| is_chosen(step, word)) {
        if step.needs_site && site_failed {
            timeline.attempt(step.name, step.why, || bail!("there is no built site to look at"));
            continue;
        }
        let passed = timeline.attempt(step.name, step.why, || (step.run)(workspace, narrowed));
        site_failed |= step.name == "build" && !passed;
    }
    println!("\n{}", timeline.table());
    let failures = timeline.failures();
    ensure!(failures.is_empty(), "failed: {}", failures.join(", "));
    println!("All checks passed.");
    Ok(())
}

/// All without a word; with a step's name that step and what it stands on; with any other word
/// the steps that can be narrowed down by it.
fn is_chosen(step: &Step, word: Option<&str>) -> bool {
    let Some(word) = word else { return true };
    let Some(named) = STEPS.iter().find(|step| step.name == word) else {
        return ["tools", "rust", "build", "browser"].contains(&step.name);
    };
    step.name == word
        || (named.needs_site && step.name == "build")
        || (["browser", "budgets"].contains(&named.name) && step.name == "tools")
}

fn names() -> String {
    STEPS.map(|step| step.name).join(", ")
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    workspace.line("cargo").args(arguments).run()
}

/// Programs that need a feature of their own are named. The second round is for the browser's
/// Leptos, which can't be compiled together with that of the pages.
fn lints(workspace: &Workspace) -> Result<()> {
    const FEATURES: &str = "search-index/worker,search-index/evaluate,glue/bindgen";
    for what in [
        ["--workspace", "--all-targets", "--features", FEATURES].as_slice(),
        &["--package", "app", "--features", "search", "--bin", "search"],
        &["--package", "app", "--features", "full-search", "--bin", "full-search"],
    ] {
        let clippy = workspace.line("cargo").arg("clippy").args(what);
        clippy.args(["--", "-D", "warnings"]).run()?;
    }
    Ok(())
}

fn browser_tests(workspace: &Workspace, word: Option<&str>) -> Result<()> {
    let files = test_files(workspace, word)?;
    if files.is_empty() && word.is_some() {
        println!("  no test file has this word in its name");
        return Ok(());
    }
    ensure!(!files.is_empty(), "there are no test files (tests/*.test.mjs)");
    let chromium = browser::chromium(workspace).ensure(workspace)?;
    fixture_site(workspace, "hostile")?;
    fixture_site(workspace, "eight-parts")?;
    fixture_site(workspace, "five-languages")?;
    fixture_site(workspace, "two-editions")?;
    fixture_site(workspace, "two-laws")?;
    // The project's own texts, as if they were a library too large to be loaded whole.
    site_from(workspace, "seeds", "by-need", &["--largest-whole", "0"])?;
    workspace
        .line("node")
        .args(["--test", "--test-reporter=spec", "--test-concurrency=2", LONGEST_FILE])
        .args(files)
        .with("DIST", workspace.path("dist"))
        .with("CHROME", chromium)
        .with("BROWSERS", browsers(workspace)?)
        .run()
}

/// The programs of all browsers, as the tests read them: a line `name=path` each. One that can't be
/// installed is named; continuous integration does not do without.
fn browsers(workspace: &Workspace) -> Result<String> {
    let mut programs = Vec::new();
    let mut missing = Vec::new();
    for browser in other_browsers::all(workspace) {
        match browser {
            Ok(browser) => {
                programs.push(format!("{}={}", browser.name, browser.program.display()));
            }
            Err(error) => missing.push(format!("{error:#}")),
        }
    }
    let told = missing.join("\n\n");
    ensure!(missing.is_empty() || env::var_os("CI").is_none(), "browsers are missing:\n{told}");
    if !missing.is_empty() {
        println!("  NOT TESTED, as these browsers are missing:\n{told}");
    }
    Ok(programs.join("\n"))
}

/// Builds a fixture with the real programs, for the browser to open.
fn fixture_site(workspace: &Workspace, name: &str) -> Result<()> {
    site_from(workspace, &format!("site/tests/fixtures/{name}"), name, &[])
}

/// Builds the site of seeds with the real programs into `target/NAME-dist`.
fn site_from(workspace: &Workspace, seeds: &str, name: &str, further: &[&str]) -> Result<()> {
    let kit = programs::kit(workspace, &mut Timeline::start())?;
    let site = workspace.line("cargo").args(["run", "--quiet", "--package", "site", "--"]);
    let folder = format!("target/{name}-dist");
    let site = site.args(["build", seeds]).arg(kit).args([folder.as_str(), "--quick"]);
    site.args(further).run()
}

/// The test files in alphabetical order, as paths inside the clone.
fn test_files(workspace: &Workspace, word: Option<&str>) -> Result<Vec<PathBuf>> {
    let folder = workspace.path("tests");
    let mut names = Vec::new();
    for entry in
        fs::read_dir(&folder).with_context(|| format!("failed to list {}", folder.display()))?
    {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| name.ends_with(".test.mjs") && word.is_none_or(|word| name.contains(word)));
    names.sort();
    Ok(names.iter().map(|name| PathBuf::from("tests").join(name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn chosen(word: Option<&str>, expected: &[&str]) {
        let chosen = STEPS.iter().filter(|step| is_chosen(step, word)).map(|step| step.name);
        assert_eq!(chosen.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_word_chooses_a_step_with_what_it_stands_on() {
        chosen(Some("format"), &["format"]);
        chosen(Some("rust"), &["rust"]);
        chosen(Some("browser"), &["tools", "build", "browser"]);
        chosen(Some("phrase"), &["tools", "rust", "build", "browser"]);
        assert_eq!(STEPS.iter().filter(|step| is_chosen(step, None)).count(), STEPS.len());
    }
}
