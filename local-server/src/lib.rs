//! A site on a local address, answered the way plain static hosts do: for looking at it before it is
//! published. It comes from memory, so nothing else can be read; and no caching that lies.

mod media_type;
mod reply;
mod target;

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
pub use reply::Reply;
pub use tiny_http::Server;

/// Where a free port is looked for when none is asked for.
const USUAL_PORTS: RangeInclusive<u16> = 8080..=8099;

/// A browser opens six connections; more threads would only wait.
const THREADS: usize = 8;

/// The bytes of a site's file, by its path from the root.
pub type Lookup = dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync;

/// What answers before the site is asked: the address of a request, to an answer of its own.
pub type Before = dyn Fn(&str) -> Option<Reply> + Send + Sync;

/// Opens a port; without one, a usual one that is free.
///
/// # Errors
/// Where the port is taken, or none is free.
pub fn listen(host: IpAddr, port: Option<u16>) -> Result<Server> {
    let open = |port: u16| Server::http(SocketAddr::new(host, port));
    if let Some(port) = port {
        return open(port).map_err(|error| {
            anyhow!("failed to listen on {host}:{port}: {error}; try another --port")
        });
    }
    let any = USUAL_PORTS.chain([0]).find_map(|port| open(port).ok());
    any.with_context(|| format!("failed to listen on any port of {host}"))
}

/// This computer's address in the local network. Choosing a route sends nothing.
pub fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

/// Answers requests until the program is stopped: with what `before` has to say, else from `site`.
///
/// # Errors
/// Where a thread of the server has stopped.
pub fn answer(server: &Arc<Server>, before: &Arc<Before>, site: &Arc<Lookup>) -> Result<()> {
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, before, site) = (Arc::clone(server), Arc::clone(before), Arc::clone(site));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    let known = request
                        .headers()
                        .iter()
                        .find(|header| header.field.equiv("If-None-Match"))
                        .map(|header| header.value.as_str().to_owned());
                    let found = || {
                        let (method, url) = (request.method(), request.url());
                        Reply::to(method, url, known.as_deref(), &*site)
                    };
                    let reply = before(request.url()).unwrap_or_else(found);
                    // A browser that left before the answer is no fault of ours.
                    let _ = request.respond(reply.into_response());
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().map_err(|_| anyhow!("a thread of the server has stopped"))?;
    }
    Ok(())
}
