//! The commands of the site builder, as they are called.
#![expect(clippy::expect_used, reason = "a test stops where a folder can't be made")]

mod folders;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use folders::fixture;

fn site(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site"))
        .args(arguments)
        .output()
        .expect("the site builder runs")
}

#[test]
fn a_site_of_other_seeds_is_made_with_programs_as_they_lie_in_a_folder() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-line");
    let _ = fs::remove_dir_all(&root);
    let (programs, folder) = (root.join("programs"), root.join("out"));
    fs::create_dir_all(&programs).expect("a folder");
    let seeds = fixture("eight-parts");
    let arguments = [Path::new("assemble-from"), &seeds, &programs, &folder];
    let refused = site(&arguments);
    assert!(!refused.status.success());
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("search_bg.wasm"), "{told}");
    assert!(!folder.exists(), "nothing half is written");
    folders::write_empty_programs(&programs);
    let made = site(&arguments);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert!(folder.join("index.html").is_file());
}
