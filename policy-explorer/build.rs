//! Embeds the kit that `POLICY_EXPLORER_KIT` names; without it the program asks for one when a
//! site is built.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-env-changed=POLICY_EXPLORER_KIT");
    let out = std::env::var("OUT_DIR").expect("cargo names a folder");
    let kit = match std::env::var("POLICY_EXPLORER_KIT") {
        Ok(file) => {
            println!("cargo::rerun-if-changed={file}");
            std::fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
        }
        Err(_) => Vec::new(),
    };
    std::fs::write(Path::new(&out).join("kit.bin"), kit).expect("the kit is written");
}
