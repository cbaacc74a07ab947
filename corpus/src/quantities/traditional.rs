//! Traditional characters as simplified ones, so that one grammar reads both: `不超過200平方米`.

use std::sync::OnceLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// The text with its Traditional characters simplified, by the data of the project `OpenCC`: as
/// many characters, each in its place. Words are looked at first, so that 乾隆 stays what it is.
pub fn simplified(text: &str) -> Vec<char> {
    static CONVERTER: OnceLock<Option<OpenCC>> = OnceLock::new();
    let own = || text.chars().collect();
    let converter = CONVERTER.get_or_init(|| OpenCC::from_config(BuiltinConfig::T2s).ok());
    let Some(converter) = converter else { return own() };
    let plain: Vec<char> = converter.convert(text).chars().collect();
    if plain.len() == text.chars().count() { plain } else { own() }
}
