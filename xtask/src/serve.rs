//! `cargo xtask serve`: the site on this computer, anew with every change of a text. Shown by the
//! program for portals, with the programs of the browser as they are now. Compiling these takes as
//! long as all else together: until they are there, the pages are shown without, and their search is
//! the plain one.

use crate::line::CommandLine;
use crate::programs;
use crate::timeline::Timeline;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread;

/// The kit that is shown while another is made.
const SHOWN: &str = "target/xtask/shown-kit.bin";

#[derive(Debug, PartialEq, Eq)]
struct Options {
    host: IpAddr,
    port: Option<u16>,
}

/// Makes what is missing, then serves until it is stopped.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    // The port first: to learn after five minutes that it is taken would be late.
    if let Some(port) = options.port {
        TcpListener::bind((options.host, port)).with_context(|| {
            format!("failed to listen on {}:{port}; try another --port", options.host)
        })?;
    }
    let mut timeline = Timeline::start();
    let whole = programs::stamp(workspace)?.holds();
    timeline.step("server", "compiling the program that makes pages and shows them", || {
        let line = workspace.line("cargo").args(["build", "--package", "policy-explorer"]);
        line.args(["--package", "site"]).run()
    })?;
    if whole {
        println!("{}\n", timeline.table());
        let kit = workspace.path(programs::KIT);
        return server(workspace, &options, &kit).interactive().run();
    }
    let kit = workspace.path(SHOWN);
    timeline.step("scripts", "collecting what pages need beside their texts", || {
        fs::create_dir_all(workspace.path("target/xtask"))?;
        let kit_of_scripts = workspace.line("cargo").args(["run", "--quiet", "--package", "site"]);
        kit_of_scripts.args(["--", "kit", "--without-programs"]).arg(&kit).run()
    })?;
    show_while_compiling(workspace, &options, &kit, timeline)
}

/// Shows the pages, and the search with them as soon as its programs are compiled.
fn show_while_compiling(
    workspace: &Workspace,
    options: &Options,
    kit: &Path,
    mut timeline: Timeline,
) -> Result<()> {
    println!(
        "\nThe pages come now; until the programs of the search are compiled, it finds exact words only."
    );
    thread::scope(|scope| {
        let server = scope.spawn(|| server(workspace, options, kit).interactive().run());
        let made = programs::kit(workspace, &mut timeline).and_then(|made| replace(kit, &made));
        match &made {
            Ok(()) => println!("\nThe search is there.\n{}", timeline.table()),
            Err(error) => {
                eprintln!(
                    "\nerror: {error:#}\nThe pages are shown without the programs of the search."
                );
            }
        }
        let shown = server.join().unwrap_or_else(|_| bail!("the server was broken off"));
        made.and(shown)
    })
}

/// Puts one kit in the place of another, whole at every moment: the server reads it as it changes.
fn replace(kit: &Path, with: &Path) -> Result<()> {
    let fresh = kit.with_extension("new");
    fs::copy(with, &fresh)
        .and_then(|_| fs::rename(&fresh, kit))
        .with_context(|| format!("failed to write {}", kit.display()))
}

fn server(workspace: &Workspace, options: &Options, kit: &Path) -> CommandLine {
    let server = workspace.line("cargo").args(["run", "--quiet", "--package", "policy-explorer"]);
    let server = server.args(["--", "serve", "--worker", "--seeds", "seeds", "--kit"]).arg(kit);
    let server = server.args(["--host", &options.host.to_string()]);
    let port = options.port.map(|port| ["--port".to_owned(), port.to_string()]);
    server.args(port.iter().flatten())
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options = Options { host: Ipv4Addr::LOCALHOST.into(), port: None };
    let mut words = arguments.iter().flat_map(|word| word.splitn(2, '='));
    while let Some(word) = words.next() {
        let mut value = || words.next().with_context(|| format!("{word} needs a value"));
        match word {
            "--port" => {
                let number = value()?;
                let port: u16 =
                    number.parse().with_context(|| format!("`{number}` is not a port"))?;
                options.port = Some(port).filter(|port| *port != 0);
            }
            "--host" => {
                let address = value()?;
                options.host = address
                    .parse()
                    .with_context(|| format!("`{address}` is not an address like 0.0.0.0"))?;
            }
            other => bail!("`serve` knows --port and --host, not `{other}`"),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], host: &str, port: Option<u16>) {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let expected = Options { host: host.parse().expect("an address"), port };
        assert_eq!(options(&arguments).expect("good options"), expected);
    }

    #[test]
    fn options_come_in_both_spellings() {
        check(&[], "127.0.0.1", None);
        check(&["--port", "3000"], "127.0.0.1", Some(3000));
        check(&["--port=0", "--host=0.0.0.0"], "0.0.0.0", None);
        check(&["--host", "::1"], "::1", None);
    }

    #[test]
    fn wrong_options_are_named() {
        let message = |word: &str| options(&[word.to_owned()]).expect_err("wrong").to_string();
        assert_eq!(message("--port"), "--port needs a value");
        assert_eq!(message("--port=x"), "`x` is not a port");
        assert_eq!(message("--open"), "`serve` knows --port and --host, not `--open`");
    }
}
