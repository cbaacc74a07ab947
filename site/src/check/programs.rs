//! Is the WebAssembly what the first browsers with WebAssembly understand (the MVP of 2017)?

use std::io::{ErrorKind, Write as _};
use std::process::Command;

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use super::folder::Folder;

/// The names of the programs among the assets.
const PROGRAMS: [&str; 2] = ["search-program", "engine-program"];

/// Everything that came after the MVP, but for mutable globals: browsers have had them as long.
const NOT_IN_MVP: [&str; 6] = [
    "--disable-saturating-float-to-int",
    "--disable-sign-extension",
    "--disable-simd",
    "--disable-multi-value",
    "--disable-bulk-memory",
    "--disable-reference-types",
];

/// Programs that an old browser would refuse.
///
/// # Errors
/// Where `wasm-validate` is missing, or a program is.
pub fn problems(folder: &Folder) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for name in PROGRAMS {
        let (_, wasm) = folder.asset(name)?;
        problems.extend(validate(name, &wasm)?);
    }
    Ok(problems)
}

fn validate(name: &str, wasm: &[u8]) -> Result<Option<String>> {
    let mut file = NamedTempFile::new().context("there is no room for a temporary file")?;
    file.write_all(wasm).with_context(|| file.path().display().to_string())?;
    let output = Command::new("wasm-validate").args(NOT_IN_MVP).arg(file.path()).output();
    let output = match output {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "wasm-validate is missing, which proves that old browsers can run the programs; \
             install it: apt-get install -y wabt"
        ),
        output => output.context("wasm-validate can't be run")?,
    };
    if output.status.success() {
        return Ok(None);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or("no reason given");
    Ok(Some(format!("the WebAssembly of {name} is not MVP: {first}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function of the given type and body.
    fn module(types: &[u8], body: &[u8]) -> Vec<u8> {
        let section = |id: u8, content: &[u8]| [&[id, content.len() as u8], content].concat();
        let code = [&[1, body.len() as u8 + 2, 0], body, &[0x0b]].concat();
        [
            b"\0asm\x01\0\0\0".as_slice(),
            &section(1, &[&[1], types].concat()),
            &section(3, &[1, 0]),
            &section(10, &code),
        ]
        .concat()
    }

    #[test]
    fn later_instructions_are_found() {
        if Command::new("wasm-validate").arg("--version").output().is_err() {
            return; // Not on this machine; `check-dist` itself insists.
        }
        let constant = module(&[0x60, 0, 1, 0x7f], &[0x41, 0]);
        assert_eq!(validate("test-mvp", &constant).unwrap(), None);
        // i32.extend8_s came with Chrome 74.
        let extended = module(&[0x60, 0, 1, 0x7f], &[0x41, 0, 0xc0]);
        assert!(validate("test-later", &extended).unwrap().is_some());
    }
}
