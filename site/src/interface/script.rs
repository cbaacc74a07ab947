//! The words of a further language that the browser needs, as a script: a script can be loaded from a
//! disk as well, and is kept by its name, where words in each page would come with every page anew.

use std::collections::BTreeMap;

use anyhow::Result;

use super::FurtherLanguage;
use crate::terms::script_text;

/// `policyWords={key: word, …}` for the tools, whose missing words are Chinese; and
/// `policySearchWords="…"`, those of the search in the order of its tables.
///
/// # Errors
/// Where it can't be written.
pub fn script(further: FurtherLanguage) -> Result<String> {
    let tools: BTreeMap<&str, &str> =
        further.tools.iter().map(|(key, word)| (key.as_str(), *word)).collect();
    let tools = script_text(&tools)?;
    let search = script_text(&further.interface.in_the_browser())?;
    Ok(format!("self.policyWords={tools};\nself.policySearchWords={search};\n"))
}
