//! `glue FOLDER PROGRAM.wasm…`: writes for each program `NAME.js` and `NAME_bg.wasm` into the
//! folder, as `wasm-bindgen --target no-modules --no-typescript` would. A program of our own, as it
//! compiles in a third of the time of wasm-bindgen's command line, and `Cargo.lock` keeps it at the
//! version that the code is compiled with.
#![expect(clippy::print_stderr, reason = "this is a command line")]

use std::path::Path;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, programs)) = words.split_first() else {
        eprintln!("error: name the folder to write, and the programs");
        return ExitCode::FAILURE;
    };
    for program in programs {
        let mut bindgen = Bindgen::new();
        // Plain scripts, for browsers without modules.
        let made = bindgen
            .input_path(program)
            .no_modules(true)
            // As the command line has it, and so Trunk.
            .map(|bindgen| bindgen.omit_default_module_path(false))
            .and_then(|bindgen| bindgen.generate(Path::new(folder)));
        if let Err(error) = made {
            eprintln!("error: {program}: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
