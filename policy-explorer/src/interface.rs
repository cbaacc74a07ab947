//! `interface`: the file with the words of the interface in a further language.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::ArgMatches;
use search_index::seeds::Folder;
use site::output;

use crate::language::Language;

/// Writes the file for a translator to fill in; what it has already stays.
pub fn interface(options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let text = |name: &str| options.get_one::<String>(name).cloned().unwrap_or_default();
    let seeds = PathBuf::from(text("seeds"));
    let folder = Folder::new(&seeds);
    let (written, file) = site::interface::write(&folder, &text("tag"))?;
    let (path, added, all) = (folder.shown(&written.path), written.added, written.all);
    if added == 0 {
        output::line(language.pick(
            format!("{path} 里全部 {all} 条都有了，没有改动。"),
            format!("{path} has all {all} words; it was not changed."),
        ))?;
        return Ok(ExitCode::SUCCESS);
    }
    // A step that is a symbolic link would lead out of the folder.
    folder.place(&written.path)?;
    site::folder::replace_file(&seeds, &written.path, file.as_bytes())?;
    output::line(language.pick(
        format!("{path}：共 {all} 条，新写入 {added} 条。译好后去掉行首的“# ”，再运行 check。"),
        format!(
            "{path}: {added} of {all} words were added. Remove the “# ” before a line that you \
             have translated, then run check."
        ),
    ))?;
    Ok(ExitCode::SUCCESS)
}
