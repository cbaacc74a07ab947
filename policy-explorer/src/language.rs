//! Chinese or English: what is said on the command line, or the language of the computer.

use std::ffi::OsString;

use corpus::Bilingual;

/// The language of help and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// 中文.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language of a command line: `--lang zh` or `--lang=en`, or else that of the environment
    /// (`LC_ALL`, `LC_MESSAGES`, `LANG`, in this order, the first that is set).
    pub fn of(words: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Self {
        let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
        let told =
            words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang") {
                Some("") => words.get(at + 1).copied(),
                Some(value) => value.strip_prefix('='),
                None => None,
            });
        let environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| variable(name).filter(|value| !value.is_empty()));
        let name = told.map(str::to_owned).or(environment).unwrap_or_default();
        if name.to_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// Whether it is English.
    pub fn is_english(self) -> bool {
        self == Self::English
    }

    /// What goes wrong with something, in this language.
    pub fn told(self, error: &anyhow::Error) -> String {
        let Bilingual { zh, en } = search_index::seeds::wording(error);
        self.pick(zh, en)
    }

    /// The one of two texts that is in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, variables: &[(&str, &str)], expected: Language) {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let variable = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Language::of(&words, variable), expected, "{line} {variables:?}");
    }

    #[test]
    fn the_command_line_comes_before_the_environment() {
        check("p build", &[], Language::English);
        check("p build", &[("LANG", "zh_CN.UTF-8")], Language::Chinese);
        check("p build", &[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], Language::English);
        check("p build", &[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")], Language::Chinese);
        check("p --lang zh build", &[("LANG", "en_US")], Language::Chinese);
        check("p build --lang=en", &[("LANG", "zh_CN")], Language::English);
    }
}
