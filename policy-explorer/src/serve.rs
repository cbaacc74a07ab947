//! `serve`: the site on this computer. When a file of the seeds is saved, the site is made anew and
//! open pages load it by themselves; while something is wrong in the seeds, the last good site
//! stays, and what is wrong is told on the page.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use anyhow::Result;
use clap::ArgMatches;
use local_server::{After, Before, Reply};
use site::kit::Kit;
use site::output;
use site::progress::Step;
use site::seeds::Seeds;

use crate::build;
use crate::language::Language;
use crate::progress::Progress;

/// How often the seeds are looked at. Asking for times and sizes of a few files costs nothing, and
/// works on network drives, where systems don't tell of changes.
const LOOK: Duration = Duration::from_millis(300);

/// Addresses of our own, which no site has.
const VERSION: &str = "/-policy-explorer/version";
const SCRIPT: &str = "/-policy-explorer/reload.js";

/// Loads the page anew when there is another version, and tells what is wrong.
const RELOAD: &str = "(function(){var own;function look(){fetch('/-policy-explorer/version',\
{cache:'no-store'}).then(function(r){return r.json()}).then(function(now){if(own===undefined)own=\
now.version;if(now.version!==own)location.reload();var box=document.getElementById(\
'policy-explorer-problem');if(now.problem&&!box){box=document.createElement('pre');box.id=\
'policy-explorer-problem';document.body.insertBefore(box,document.body.firstChild)}if(box){\
if(now.problem)box.textContent=now.problem;else box.remove()}}).catch(function(){}).then(function(){\
setTimeout(look,500)})}look()})();\n";

/// In the place of the site's service worker: one that takes back what another left on this port,
/// so that every page is the newest.
const NO_WORKER: &str = "self.addEventListener('install',function(){self.skipWaiting()});\
self.addEventListener('activate',function(event){event.waitUntil(caches.keys().then(function(keys){\
return Promise.all(keys.map(function(key){return caches.delete(key)}))}).then(function(){\
return self.registration.unregister()}))});\n";

/// What open pages are told.
#[derive(Debug, Default)]
struct State {
    version: u64,
    problem: String,
}

/// Serves until it is stopped.
pub fn serve(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let seeds = build::folder(options, "seeds");
    let host: IpAddr = options.get_one("host").copied().unwrap_or([127, 0, 0, 1].into());
    // The port first: to learn afterwards that it is taken would be late.
    let server = Arc::new(local_server::listen(host, options.get_one("port").copied())?);
    let kit = build::kit(options)?;
    let place = Place::new();
    let state = Arc::new(Mutex::new(State::default()));
    let seen = prints(&seeds);
    renew(&seeds, &kit, &place.0, &state, language);
    if let Some(address) = server.server_addr().to_ip() {
        let shown = if address.ip().is_unspecified() {
            local_server::own_address().unwrap_or(address.ip())
        } else {
            address.ip()
        };
        output::line(format_args!(
            "{}http://{shown}:{}/\n{}",
            language.pick("网站地址：", "The site is at "),
            address.port(),
            language.pick(
                "保存资料后网页自动更新。按 Ctrl-C 停止。",
                "Pages follow every change of the seeds. Stop with Ctrl-C."
            )
        ))?;
    }
    let told = Arc::clone(&state);
    let before: Arc<Before> = Arc::new(move |address| own_answer(address, &told));
    let markup = format!("<script defer src=\"{SCRIPT}\"></script>");
    let after: Arc<After> = Arc::new(move |reply| reply.with_in_head(&markup));
    let out = place.0.clone();
    std::thread::spawn(move || watch(&seeds, &kit, &out, &state, language, seen));
    local_server::answer_with(&server, &place.0, &before, &after)?;
    Ok(ExitCode::SUCCESS)
}

fn own_answer(address: &str, state: &Mutex<State>) -> Option<Reply> {
    let path = address.split('?').next().unwrap_or_default();
    match path {
        VERSION => {
            let state = state.lock().unwrap_or_else(PoisonError::into_inner);
            let State { version, problem } = &*state;
            let told = format!("{{\"version\":{version},\"problem\":{}}}", json(problem));
            Some(Reply::own("application/json", told))
        }
        SCRIPT => Some(Reply::own("text/javascript; charset=utf-8", RELOAD)),
        "/sw.js" => Some(Reply::own("text/javascript; charset=utf-8", NO_WORKER)),
        _ => beginning(state),
    }
}

/// The page that stands for all others as long as the seeds have not made a site once.
fn beginning(state: &Mutex<State>) -> Option<Reply> {
    let state = state.lock().unwrap_or_else(PoisonError::into_inner);
    (state.version == 0).then(|| {
        let problem = site::exports::escape::xml(&state.problem);
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

fn watch(
    seeds: &Path,
    kit: &Kit,
    out: &Path,
    state: &Mutex<State>,
    language: Language,
    mut seen: Vec<Print>,
) {
    loop {
        std::thread::sleep(LOOK);
        let now = prints(seeds);
        if now == seen {
            continue;
        }
        seen = now;
        renew(seeds, kit, out, state, language);
    }
}

/// Makes the site anew, and tells how that went.
fn renew(seeds: &Path, kit: &Kit, out: &Path, state: &Mutex<State>, language: Language) {
    let start = Instant::now();
    let progress = Progress::new(language);
    progress.tell(Step::Texts);
    let tell = |step| progress.tell(step);
    let read = site::seeds::read(seeds);
    let errors = read.as_ref().map(told).unwrap_or_default();
    let made = read.and_then(|read| {
        build::ensure_faultless(&read, language)?;
        site::folder::replace(out, |fresh| {
            site::assemble::assemble(&read, kit, fresh, false, &tell)
        })
    });
    drop(progress);
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    match made {
        Ok(_) => {
            state.version += 1;
            state.problem.clear();
            let seconds = start.elapsed().as_secs_f32();
            // A terminal that is full or gone is no reason to stop serving.
            let _ =
                output::line(language.pick(
                    format!("已更新（{seconds:.1} 秒）。"),
                    format!("Made in {seconds:.1} s."),
                ));
        }
        Err(error) => {
            state.problem = format!("{error:#}\n{errors}");
            eprintln!("{}{error:#}", language.pick("错误：", "error: "));
        }
    }
}

/// The errors of the seeds, for the page.
fn told(read: &Seeds) -> String {
    let all = read.told();
    let errors = all.iter().filter(|problem| problem.severity == corpus::Severity::Error);
    errors.map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Path, time of change and size of a file.
type Print = (PathBuf, Option<SystemTime>, u64);

fn prints(folder: &Path) -> Vec<Print> {
    let mut found = Vec::new();
    collect(folder, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<Print>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        // Links are not followed: seeds have none, and a circle of them has no end.
        let Ok(about) = entry.metadata() else { continue };
        if about.is_dir() {
            collect(&entry.path(), found);
        } else {
            found.push((entry.path(), about.modified().ok(), about.len()));
        }
    }
}

/// A folder among temporary files.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("policy-explorer-site-{}", std::process::id())))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // It lies among temporary files, where leaving it would do no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
