//! `check`, `build`, `export`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::ArgMatches;
use corpus::{Bilingual, Severity, bilingual};
use search_index::seeds::BilingualContext;
use site::assemble::Manner;
use site::files::Files;
use site::kit::Kit;
use site::output;
use site::progress::Step;
use site::seeds::Seeds;

use crate::language::Language;
use crate::progress::Progress;

/// What `cargo xtask package` embedded; empty in other builds.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/kit.bin"));

/// `check`: every problem, and with `--portal` what a portal still has to fill in.
pub fn check(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let seeds = site::seeds::read(&folder(options, "seeds"))?;
    for problem in seeds.told() {
        output::line(problem.line(language.is_english()))?;
    }
    if options.get_flag("portal") {
        output::print(site::portal::table(&site::portal::check(&seeds.library)))?;
    }
    let (errors, warnings) = (seeds.errors(), count(&seeds, Severity::Warning));
    eprintln!(
        "{}",
        language.pick(
            format!("错误 {errors} 个，警告 {warnings} 个。"),
            format!("Errors: {errors}, warnings: {warnings}.")
        )
    );
    Ok(if errors > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// `build`: the whole site.
pub fn build(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let start = Instant::now();
    let (seeds, out) = (folder(options, "seeds"), folder(options, "out"));
    let progress = Progress::new(language);
    progress.tell(Step::Texts);
    let kit = kit(kit_file(options).as_deref())?;
    let seeds = faultless(&seeds, language)?;
    let tell = |step| progress.tell(step);
    let manner = Manner { tell: &tell, ..Manner::PUBLISHED };
    site::folder::replace(&out, |fresh| {
        site::assemble::assemble(&seeds, &kit, &manner, Files::in_folder(fresh))
    })?;
    drop(progress);
    let seconds = start.elapsed().as_secs_f32();
    output::line(language.pick(
        format!("网站在 {}（用时 {seconds:.1} 秒）。把整个文件夹复制到服务器即可。", out.display()),
        format!(
            "The site is in {} ({seconds:.1} s). Copy the folder to any web host.",
            out.display()
        ),
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// `export`: the data of all documents.
pub fn export(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let out = folder(options, "out");
    let seeds = faultless(&folder(options, "seeds"), language)?;
    let files = site::publish::data_alone(seeds.library)?;
    // Written beside what is there: the folder is the user's own.
    for (path, bytes) in &files {
        site::folder::write(&out, path, bytes)?;
        output::line(out.join(path).display())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The seeds, where nothing in them is an error; what is wrong is printed.
///
/// # Errors
/// Where they can't be read, or have errors.
pub fn faultless(folder: &Path, language: Language) -> Result<Seeds> {
    let seeds = site::seeds::read(folder)?;
    ensure_faultless(&seeds, language)?;
    Ok(seeds)
}

/// Prints what is wrong in the seeds.
///
/// # Errors
/// Where something is an error.
pub fn ensure_faultless(seeds: &Seeds, language: Language) -> Result<()> {
    for problem in seeds.told().iter().filter(|problem| problem.severity > Severity::Notice) {
        eprintln!("{}", problem.line(language.is_english()));
    }
    let errors = seeds.errors();
    if errors > 0 {
        bail!(
            bilingual!(
                "资料里有 {errors} 个错误，请按上面的文件和行号改正。",
                "errors in the seeds: {errors}; correct them at the files and lines above"
            )
            .error()
        );
    }
    Ok(())
}

/// The file with the programs for the browser that `--kit` or `POLICY_EXPLORER_KIT` names.
pub fn kit_file(options: &ArgMatches) -> Option<PathBuf> {
    let named = options.get_one::<String>("kit").map(PathBuf::from);
    named.or_else(|| std::env::var_os("POLICY_EXPLORER_KIT").map(PathBuf::from))
}

/// The programs for the browser: those of a file, or else those built in.
///
/// # Errors
/// Where there are none, or they are of another version.
pub fn kit(file: Option<&Path>) -> Result<Kit> {
    if let Some(file) = file {
        let name = file.display();
        let bytes = std::fs::read(file)
            .with_wording(|| bilingual!("无法读取 {name}", "{name} can't be read"))?;
        return Kit::from_bytes(&bytes).with_wording(|| Bilingual::same(name.to_string()));
    }
    if EMBEDDED.is_empty() {
        bail!(
            bilingual!(
                "这个程序里没有浏览器程序；请用 `cargo xtask package` 做出来的程序，\
                 或者用 --kit 写明一份浏览器程序",
                "this program was compiled without the programs for the browser; use one made by \
                 `cargo xtask package`, or name a kit with --kit"
            )
            .error()
        );
    }
    Kit::from_bytes(EMBEDDED)
}

/// The value of an option that is a folder.
pub fn folder(options: &ArgMatches, name: &str) -> PathBuf {
    options.get_one::<String>(name).map(PathBuf::from).unwrap_or_default()
}

fn count(seeds: &Seeds, severity: Severity) -> usize {
    seeds.problems.iter().filter(|problem| problem.severity == severity).count()
}
