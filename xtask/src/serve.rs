//! `cargo xtask serve`: the site on this computer, anew with every change of a text. Shown by the
//! program for portals, with the programs of the browser as they are now.

use crate::programs;
use crate::timeline::Timeline;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::net::{IpAddr, Ipv4Addr, TcpListener};

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
    let kit = programs::kit(workspace, &mut timeline)?;
    timeline.step("server", "compiling the program that shows the site", || {
        workspace.line("cargo").args(["build", "--quiet", "--package", "policy-explorer"]).run()
    })?;
    println!("{}\n", timeline.table());
    let server = workspace.line("cargo").args(["run", "--quiet", "--package", "policy-explorer"]);
    let server = server.args(["--", "serve", "--worker", "--seeds", "seeds", "--kit"]).arg(&kit);
    let server = server.args(["--host", &options.host.to_string()]);
    let port = options.port.map(|port| ["--port".to_owned(), port.to_string()]);
    server.args(port.iter().flatten()).interactive().run()
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
