//! The words of a command line: options with a value, switches, and the rest.

use anyhow::{Context, Result, bail};

/// The words of a command: options with a value, switches, and the rest.
pub struct Words {
    options: Vec<(String, String)>,
    switches: Vec<String>,
    rest: Vec<String>,
}

impl Words {
    /// Sorts the words; those beginning with `--` have to be among the known.
    ///
    /// # Errors
    /// Says which word is not known or has no value.
    pub fn new(arguments: &[String], options: &[&str], switches: &[&str]) -> Result<Self> {
        let mut words = Self { options: Vec::new(), switches: Vec::new(), rest: Vec::new() };
        let mut arguments = arguments.iter();
        while let Some(word) = arguments.next() {
            if options.contains(&word.as_str()) {
                let value = arguments.next().with_context(|| format!("{word} needs a value"))?;
                words.options.push((word.clone(), value.clone()));
            } else if switches.contains(&word.as_str()) {
                words.switches.push(word.clone());
            } else if word.starts_with("--") {
                bail!("{word} is not known; --help lists what is");
            } else {
                words.rest.push(word.clone());
            }
        }
        Ok(words)
    }

    /// Takes the value of an option.
    pub fn option(&mut self, name: &str) -> Option<String> {
        let at = self.options.iter().position(|(option, _)| option == name)?;
        Some(self.options.remove(at).1)
    }

    /// Whether a switch was given.
    pub fn switch(&self, name: &str) -> bool {
        self.switches.iter().any(|switch| switch == name)
    }

    /// The only word that is neither; `what` says what it should be.
    ///
    /// # Errors
    /// Says that there is none or more than one.
    pub fn only(&self, what: &str) -> Result<String> {
        match &self.rest[..] {
            [one] => Ok(one.clone()),
            [] => bail!("name {what}"),
            [_, more, ..] => bail!("“{more}” is one word too many; quote names with spaces"),
        }
    }
}
