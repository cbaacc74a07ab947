//! `cargo xtask serve`: `dist/` on a local address, answered the way plain static hosts do.

mod media_type;
mod reply;
mod target;

use crate::build;
use crate::timeline::Timeline;
use crate::workspace::Workspace;
use anyhow::{Context, Result, anyhow, bail};
use reply::Reply;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use tiny_http::{Request, Server};

/// Where a free port is looked for when none is asked for.
const USUAL_PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// A browser opens six connections; more threads would only wait.
const THREADS: usize = 8;

#[derive(Debug, PartialEq, Eq)]
struct Options {
    host: IpAddr,
    port: Option<u16>,
}

/// Builds if needed, then serves until it is stopped.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    // The port first: to learn after ten minutes that it is taken would be late.
    let server = listen(&options)?;
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

fn listen(options: &Options) -> Result<Server> {
    let open = |port: u16| Server::http(SocketAddr::new(options.host, port));
    if let Some(port) = options.port {
        return open(port).map_err(|error| {
            anyhow!("failed to listen on {}:{port}: {error}; try another --port", options.host)
        });
    }
    let any = USUAL_PORTS.chain([0]).find_map(|port| open(port).ok());
    any.with_context(|| format!("failed to listen on any port of {}", options.host))
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

/// This computer's address in the local network. Choosing a route sends nothing.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

fn answer(server: &Arc<Server>, dist: &Path) -> Result<()> {
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, dist) = (Arc::clone(server), dist.to_path_buf());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    respond(request, &dist);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().map_err(|_| anyhow!("a thread of the server has stopped"))?;
    }
    Ok(())
}

fn respond(request: Request, dist: &Path) {
    let known = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("If-None-Match"))
        .map(|header| header.value.as_str().to_owned());
    let reply = Reply::to(request.method(), request.url(), known.as_deref(), dist);
    // A browser that left before the answer is no fault of ours.
    let _ = request.respond(reply.into_response());
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
