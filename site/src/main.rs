//! The command line of the site builder; people call it through `cargo xtask`.
#![expect(clippy::print_stderr, reason = "this is the command line")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use corpus::Severity;
use site::assemble::Manner;
use site::files::Files;
use site::kit::Kit;
use site::output;
use site::seeds::Seeds;

/// What can be asked for.
const COMMANDS: &str = "assemble, kit PROGRAMS FILE, build SEEDS KIT FOLDER [--quick] [--largest-whole N], assemble-from SEEDS PROGRAMS FOLDER [--largest-whole N], check [--portal], check-dist FOLDER, new, import";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("assemble") => assemble(),
        Some("kit") => kit(&arguments[1..]),
        Some("build") => build(&arguments[1..]),
        Some("assemble-from") => assemble_from(&arguments[1..]),
        Some("check") => check(&arguments[1..]),
        Some("check-dist") => check_dist(&arguments[1..]),
        Some("new") => {
            let seeds = workspace().join("seeds");
            Ok(output::print(site::import::command::new(&arguments[1..], &seeds)?)?)
        }
        Some("import") => {
            let audience = site::import::Audience::Developers;
            Ok(output::print(site::import::command::import(&arguments[1..], audience)?)?)
        }
        Some(other) => bail!("unknown command “{other}”; the commands are: {COMMANDS}"),
        None => bail!("name a command: {COMMANDS}"),
    }
}

/// Checks a built site: budgets, structure, programs.
fn check_dist(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else { bail!("`check-dist` takes the folder of a built site") };
    let report = site::check::check(Path::new(folder))?;
    output::line(&report)?;
    if !report.problems.is_empty() {
        bail!("{folder} is not fit to be published");
    }
    Ok(())
}

/// Checks the seeds, notices included; with `--portal` also what a government portal still needs.
fn check(arguments: &[String]) -> Result<()> {
    let seeds = site::seeds::read(&workspace().join("seeds"))?;
    let told = seeds.told();
    let notices = told.iter().filter(|problem| problem.severity == Severity::Notice);
    for problem in notices {
        output::line(problem)?;
    }
    tell(&seeds)?;
    if arguments.iter().any(|argument| argument == "--portal") {
        output::print(site::portal::table(&site::portal::check(&seeds.library)))?;
    }
    Ok(())
}

/// The project's folder.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The step after the compilation by Trunk: everything but the programs is made here.
fn assemble() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`assemble` is a step of Trunk's; run `cargo xtask build` or `trunk build`")?;
    let thorough = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let seeds = read(&workspace().join("seeds"))?;
    let kit = Kit::collect(&workspace().join("public"), Some(&staging), thorough)?;
    site::assemble::empty(&staging)?;
    let files = Files::in_folder(&staging);
    let site = site::assemble::assemble(&seeds, &kit, manner(thorough), files)?;
    eprint!("{}", site.report);
    Ok(())
}

/// Writes the kit of compiled programs as one file, packed as small as can be; or, for looking at
/// pages before anything is compiled for the browser, a kit without programs.
fn kit(arguments: &[String]) -> Result<()> {
    let (programs, file) = match arguments {
        [word, file] if word == "--without-programs" => (None, file),
        [programs, file] => (Some(Path::new(programs)), file),
        _ => bail!(
            "`kit` takes the folder of the programs, or --without-programs, and the file to write"
        ),
    };
    let kit = Kit::collect(&workspace().join("public"), programs, programs.is_some())?;
    std::fs::write(file, kit.to_bytes()?).with_context(|| format!("{file} can't be written"))
}

/// The site of seeds, with a kit that was made before; `--quick` packs its own files less well.
fn build(arguments: &[String]) -> Result<()> {
    let (arguments, largest_whole) = largest_whole(arguments)?;
    let (seeds, kit, folder, manner) = match arguments {
        [seeds, kit, folder] => (seeds, kit, folder, Manner::PUBLISHED),
        [seeds, kit, folder, word] if word == "--quick" => (seeds, kit, folder, Manner::QUICK),
        _ => bail!("`build` takes the seeds, the kit, the folder to write, and --quick or nothing"),
    };
    let seeds = read(Path::new(seeds))?;
    let bytes = std::fs::read(kit).with_context(|| format!("{kit} can't be read"))?;
    let kit = Kit::from_bytes(&bytes).with_context(|| kit.clone())?;
    write(&seeds, &kit, Path::new(folder), &Manner { largest_whole, ..manner })
}

/// The site of seeds, with programs as they lie in a folder and files that are packed less well: for
/// trying other texts while the programs are worked on.
fn assemble_from(arguments: &[String]) -> Result<()> {
    let (arguments, largest_whole) = largest_whole(arguments)?;
    let [seeds, programs, folder] = arguments else {
        bail!(
            "`assemble-from` takes the seeds, the folder of the programs, and the folder to write"
        );
    };
    let seeds = read(Path::new(seeds))?;
    let kit = Kit::collect(&workspace().join("public"), Some(Path::new(programs)), false)
        .context("the programs are not whole; run `cargo xtask build`")?;
    write(&seeds, &kit, Path::new(folder), &Manner { largest_whole, ..Manner::QUICK })
}

/// What stands before `--largest-whole N` at the end, and how many provisions are loaded whole at
/// most.
fn largest_whole(arguments: &[String]) -> Result<(&[String], usize)> {
    match arguments {
        [rest @ .., word, number] if word == "--largest-whole" => {
            Ok((rest, number.parse().context("--largest-whole takes a number")?))
        }
        all => Ok((all, site::by_need::LARGEST_WHOLE)),
    }
}

/// Writes a site into a folder, as a whole or not at all.
fn write(seeds: &Seeds, kit: &Kit, folder: &Path, manner: &Manner<'_>) -> Result<()> {
    let site = site::folder::replace(folder, |fresh| {
        site::assemble::assemble(seeds, kit, manner, Files::in_folder(fresh))
    })?;
    eprint!("{}", site.report);
    Ok(())
}

fn manner(thorough: bool) -> &'static Manner<'static> {
    if thorough { &Manner::PUBLISHED } else { &Manner::QUICK }
}

/// The seeds, once their problems are told; an error stops everything.
fn read(seeds: &Path) -> Result<Seeds> {
    let seeds = site::seeds::read(seeds)?;
    tell(&seeds)?;
    Ok(seeds)
}

/// Prints the problems; errors stop the build.
fn tell(seeds: &Seeds) -> Result<()> {
    for problem in seeds.told().iter().filter(|problem| problem.severity > Severity::Notice) {
        eprintln!("{problem}");
    }
    let errors = seeds.errors();
    if errors > 0 {
        bail!("{errors} error(s) in the seeds; correct them and build again");
    }
    Ok(())
}
