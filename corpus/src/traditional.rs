//! A text in Traditional characters, for readers who grew up with them: converted by the data of the
//! project `OpenCC`, which looks at words first (发展 becomes 發展, 头发 becomes 頭髮). No one has
//! proofread it, so it is a view of the source beside it and never the source.

use std::sync::OnceLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use crate::languages;
use crate::locale::Locale;
use crate::model::Document;
use crate::translation::Translation;

/// The language of what is converted: Traditional characters transformed from Simplified ones, as
/// RFC 6497 writes it, so that no one takes it for a translation that somebody made.
pub fn locale() -> Option<&'static Locale> {
    languages::all().iter().find(|language| language.is_converted()).map(|language| &language.tag)
}

/// The document in Traditional characters, sentence by sentence; `None` where the data is missing.
pub fn converted(document: &Document) -> Option<Translation> {
    static CONVERTER: OnceLock<Option<OpenCC>> = OnceLock::new();
    let converter = CONVERTER.get_or_init(|| OpenCC::from_config(BuiltinConfig::S2t).ok());
    let converter = converter.as_ref()?;
    Some(Translation {
        document: document.id.clone(),
        locale: locale()?.clone(),
        sentences: document.sentences().map(|(_, own)| converter.convert(&own.text)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::DocumentKind;

    #[test]
    fn words_are_converted_as_words_and_all_else_stays() {
        let text = "关于头发和发展的意见\n\n（一）干部干活。后面有2处，皇后在里面。\n";
        let (document, _) = crate::parse(&"x".into(), DocumentKind::Policy, text, 1);
        let converted = converted(&document).expect("the data of OpenCC");
        let lines: Vec<&str> = converted.sentences.iter().map(String::as_str).collect();
        assert_eq!(lines, ["關於頭髮和發展的意見", "幹部幹活。", "後面有2處，皇后在裏面。"]);
        assert!(converted.progress().is_whole());
    }

    #[test]
    fn the_tag_says_that_it_is_converted() {
        assert_eq!(locale().map(|locale| locale.0.as_str()), Some("zh-Hant-t-zh-hans"));
    }
}
