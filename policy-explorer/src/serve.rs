//! `serve`: the site on this computer. When a file of the seeds is saved, or the file of programs for
//! the browser is another, the site is made anew and open pages load it by themselves; while
//! something is wrong in the seeds, the last good site
//! stays, and what is wrong is told on the page. The site lives in memory: nothing is written.

mod watch;

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use anyhow::Result;
use clap::ArgMatches;
use corpus::bilingual;
use local_server::{Before, Lookup, Reply};
use site::assemble::{Manner, Site};
use site::files::Files;
use site::kit::Kit;
use site::output;
use site::progress::Step;
use site::seeds::Seeds;

use crate::build;
use crate::language::Language;
use crate::progress::Progress;
use watch::Watched;

/// Addresses of our own, which no site has.
const VERSION: &str = "/-policy-explorer/version";
const SCRIPT: &str = "/-policy-explorer/reload.js";

const RELOAD: &str = include_str!("serve/reload.js");
const NO_WORKER: &str = include_str!("serve/worker.js");

/// What is shown, and what open pages are told.
#[derive(Default)]
struct State {
    /// The last good site.
    site: Option<Arc<Site>>,
    problem: String,
}

/// The state, for all threads of the server.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<State>>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A thread that failed left no half site: it is put there whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn site(&self) -> Option<Arc<Site>> {
        self.lock().site.clone()
    }
}

/// What makes the site anew.
struct Maker {
    seeds: PathBuf,
    kit_file: Option<PathBuf>,
    kit: Kit,
    head: String,
    language: Language,
    state: Shared,
}

/// Serves until it is stopped.
pub fn serve(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let host: IpAddr = options.get_one("host").copied().unwrap_or([127, 0, 0, 1].into());
    // The port first: to learn afterwards that it is taken would be late.
    let server = Arc::new(listen(host, options.get_one("port").copied())?);
    let state = Shared::default();
    let kit_file = build::kit_file(options);
    let mut maker = Maker {
        seeds: build::folder(options, "seeds"),
        kit: build::kit(kit_file.as_deref())?,
        kit_file,
        head: format!("<script defer src=\"{SCRIPT}\"></script>\n"),
        language,
        state: state.clone(),
    };
    let watched = maker.kit_file.iter().chain([&maker.seeds]).cloned().collect();
    let mut watched = Watched::new(watched);
    maker.renew();
    if let Some(address) = server.server_addr().to_ip() {
        announce(address.ip(), address.port(), language)?;
    }
    let (told, shown) = (state.clone(), state);
    let worker = options.get_flag("worker");
    let before: Arc<Before> = Arc::new(move |address| own_answer(address, &told, worker));
    let site: Arc<Lookup> =
        Arc::new(move |path| shown.site().and_then(|site| site.files.get(path)));
    std::thread::spawn(move || {
        loop {
            let changed = watched.wait();
            maker.follow(&changed);
        }
    });
    local_server::answer(&server, &before, &site)?;
    Ok(ExitCode::SUCCESS)
}

/// Opens the port.
fn listen(host: IpAddr, port: Option<u16>) -> Result<local_server::Server> {
    local_server::listen(host, port).map_err(|error| {
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        let told = bilingual!(
            "{host}{port} 打不开，端口可能已被占用；请用 --port 换一个端口",
            "{error:#}"
        );
        told.error().into()
    })
}

fn announce(host: IpAddr, port: u16, language: Language) -> Result<()> {
    output::line(format_args!(
        "{}http://{}:{port}/",
        language.pick("网站地址：", "The site is at "),
        if host.is_unspecified() { IpAddr::from([127, 0, 0, 1]) } else { host }
    ))?;
    if let Some(own) = local_server::own_address().filter(|_| host.is_unspecified()) {
        output::line(format_args!(
            "{}http://{own}:{port}/",
            language.pick("同一网络的手机：", "From a phone in the same network: ")
        ))?;
    }
    output::line(language.pick(
        "保存资料后网页自动更新。按 Ctrl-C 停止。",
        "Pages follow every change of the seeds. Stop with Ctrl-C.",
    ))?;
    Ok(())
}

/// `worker`: whether pages are kept for reading without a network, as on a host.
fn own_answer(address: &str, state: &Shared, worker: bool) -> Option<Reply> {
    let path = address.split('?').next().unwrap_or_default();
    match path {
        VERSION => {
            let State { site, problem } = &*state.lock();
            let release = site.as_ref().map_or("", |site| site.release.as_str());
            let told = format!("{{\"release\":\"{release}\",\"problem\":{}}}", json(problem));
            Some(Reply::own("application/json", told))
        }
        SCRIPT => Some(Reply::own("text/javascript; charset=utf-8", RELOAD)),
        "/sw.js" if !worker => Some(Reply::own("text/javascript; charset=utf-8", NO_WORKER)),
        _ => beginning(state),
    }
}

/// The page that stands for all others as long as the seeds have not made a site once.
fn beginning(state: &Shared) -> Option<Reply> {
    let State { site, problem } = &*state.lock();
    site.is_none().then(|| {
        let problem = site::exports::escape::xml(problem);
        let page = format!(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<title>policy-explorer</title>\n\
             <script defer src=\"{SCRIPT}\"></script>\n\
             <body><pre id=\"policy-explorer-problem\">{problem}</pre></body>\n"
        );
        Reply::own("text/html; charset=utf-8", page)
    })
}

/// A text as JSON.
fn json(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\n' => json.push_str("\\n"),
            c if c.is_control() => json.push(' '),
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

impl Maker {
    /// Makes the site anew after these files have changed.
    fn follow(&mut self, changed: &BTreeSet<PathBuf>) {
        if let Some(file) = self.kit_file.as_deref().filter(|file| changed.contains(*file)) {
            match build::kit(Some(file)) {
                Ok(kit) => self.kit = kit,
                Err(error) => return self.fail("", &error),
            }
        }
        self.renew();
    }

    /// Tells what went wrong; the last good site stays.
    fn fail(&self, errors: &str, error: &anyhow::Error) {
        let error = self.language.told(error);
        eprintln!("{}{error}", self.language.pick("错误：", "error: "));
        format!("{errors}\n{error}").trim().clone_into(&mut self.state.lock().problem);
    }

    /// Makes the site anew, and tells how that went.
    fn renew(&self) {
        let start = Instant::now();
        let progress = Progress::new(self.language);
        progress.tell(Step::Texts);
        let tell = |step| progress.tell(step);
        let read = site::seeds::read(&self.seeds);
        let errors = read.as_ref().map(|read| told(read, self.language)).unwrap_or_default();
        let made = read.and_then(|read| {
            build::ensure_faultless(&read, self.language)?;
            let manner = Manner { head: &self.head, tell: &tell, ..Manner::QUICK };
            site::assemble::assemble(&read, &self.kit, &manner, Files::default())
        });
        drop(progress);
        match made {
            Ok(site) => {
                *self.state.lock() = State { site: Some(Arc::new(site)), problem: String::new() };
                let seconds = start.elapsed().as_secs_f32();
                // A terminal that is full or gone is no reason to stop serving.
                let _ = output::line(self.language.pick(
                    format!("已更新（{seconds:.1} 秒）。"),
                    format!("Made in {seconds:.1} s."),
                ));
            }
            Err(error) => self.fail(&errors, &error),
        }
    }
}

/// The errors of the seeds, for the page.
fn told(read: &Seeds, language: Language) -> String {
    let all = read.told();
    let errors = all.iter().filter(|problem| problem.severity == corpus::Severity::Error);
    errors.map(|problem| problem.line(language.is_english())).collect::<Vec<_>>().join("\n")
}
