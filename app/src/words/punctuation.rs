//! What stands between words and around them. A further language that gives none of its own has that
//! of English, as Chinese punctuation is wrong in any other script.

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of punctuation;

    between: "、", ", ";
    comma: "，", ", ";
    semicolon: "；", "; ";
    colon: "：", ": ";
    stop: "。", ". ";
    bracketed: "（{}）", " ({})";
}

/// What parts words from each other: a space, but in Chinese, and in languages that have none, nothing.
pub fn space(locale: UiLocale) -> &'static str {
    match locale {
        UiLocale::Zh => "",
        UiLocale::Further(interface) if interface.language.is_unspaced() => "",
        UiLocale::En | UiLocale::Further(_) => " ",
    }
}
