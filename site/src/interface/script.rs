//! The words of a further language that the browser needs, as a script: a script can be loaded from a
//! disk as well, and is kept by its name, where words in each page would come with every page anew.

use std::collections::BTreeMap;

use anyhow::Result;
use corpus::languages::{self, Direction};

use super::FurtherLanguage;
use crate::kit::{self, Kit};
use crate::terms::script_text;

/// `policyWords={key: word, …}` for the tools, whose missing words are Chinese;
/// `policySearchWords="…"`, those of the search in the order of its tables; and what marks Chinese
/// among either (`public/js/told.js`), unless the language itself has Chinese characters.
///
/// # Errors
/// Where it can't be written.
pub fn script(further: FurtherLanguage, kit: &Kit) -> Result<String> {
    let tools: BTreeMap<&str, &str> =
        further.tools.iter().map(|(key, word)| (key.as_str(), *word)).collect();
    let tools = script_text(&tools)?;
    let search = script_text(&further.interface.in_the_browser())?;
    let told = if further.interface.language.han { String::new() } else { told(kit)? };
    Ok(format!("self.policyWords={tools};\nself.policySearchWords={search};\n{told}"))
}

/// The script that marks what is Chinese, with the languages whose lines begin on the right.
fn told(kit: &Kit) -> Result<String> {
    let all = languages::all().iter().filter(|language| language.direction == Direction::Rtl);
    let tags: Vec<&str> = all.map(|language| language.tag.0.as_str()).collect();
    kit.filled("told", &[(kit::RTL, &serde_json::to_string(&tags)?)])
}
