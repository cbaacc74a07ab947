//! `cargo xtask serve`: `dist/` on a local address, answered the way plain static hosts do.

use crate::build;
use crate::timeline::Timeline;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use local_server::{Server, answer, listen, own_address};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

#[derive(Debug, PartialEq, Eq)]
struct Options {
    host: IpAddr,
    port: Option<u16>,
}

/// Builds if needed, then serves until it is stopped.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    // The port first: to learn after ten minutes that it is taken would be late.
    let server = listen(options.host, options.port)?;
    let mut timeline = Timeline::start();
    if build::ensure_fresh(workspace, &mut timeline)? {
        println!("\nBuilt:\n{}", timeline.table());
    } else {
        println!("Nothing has changed since dist/ was built.");
    }
    announce(&server);
    answer(&Arc::new(server), &workspace.path("dist"))
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

fn announce(server: &Server) {
    let Some(address) = server.server_addr().to_ip() else { return };
    let port = address.port();
    if address.ip().is_unspecified() {
        println!("\nThe site is at http://127.0.0.1:{port}/");
        if let Some(own) = own_address() {
            println!("In the same network (a phone, say): http://{own}:{port}/");
            println!("There it works without being kept for offline use: browsers do that for");
            println!("https and for this computer only.");
        }
    } else {
        println!("\nThe site is at http://{address}/");
        if address.ip().is_loopback() {
            println!("To open it on a phone in the same network: --host 0.0.0.0");
        }
    }
    println!("Stop with Ctrl-C.");
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
