//! `glue FOLDER PROGRAM.wasm…`: writes for each program `NAME.js` and `NAME_bg.wasm` into the
//! folder, as `wasm-bindgen --target no-modules --no-typescript` would, but for the names by which the
//! program asks for its JavaScript, which are short ([`names`]). A program of our own, as it
//! compiles in a third of the time of wasm-bindgen's command line, and `Cargo.lock` keeps it at the
//! version that the code is compiled with.
#![expect(clippy::print_stderr, reason = "this is a command line")]

mod names;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, programs)) = words.split_first() else {
        eprintln!("error: name the folder to write, and the programs");
        return ExitCode::FAILURE;
    };
    for program in programs {
        if let Err(error) = join(Path::new(program), Path::new(folder)) {
            eprintln!("error: {program}: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn join(program: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(program)
        // Plain scripts, for browsers without modules.
        .no_modules(true)?
        // As the command line has it, and so Trunk.
        .omit_default_module_path(false)
        .generate(folder)?;
    let name = program.file_stem().unwrap_or_default().to_string_lossy();
    names::shorten(&folder.join(format!("{name}.js")), &folder.join(format!("{name}_bg.wasm")))
}
