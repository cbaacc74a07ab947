//! Words of a query to clauses: every way in which the texts may have what was typed, in Chinese,
//! English, numbers, pinyin, Traditional characters, with synonyms and typing errors.

pub mod clause;
pub mod interpreter;
pub mod typed;

mod chinese;
mod han;
mod latin;
mod numbers;
mod pinyin;
mod readings;
mod segmentation;
mod translations;
