//! The signs of the query language: names of fields, quotation marks, brackets.

pub(super) const FIELDS: [(&str, Field); 9] = [
    ("title", Field::Title),
    ("标题", Field::Title),
    ("part", Field::Part),
    ("部分", Field::Part),
    ("document", Field::Document),
    ("doc", Field::Document),
    ("文件", Field::Document),
    ("lang", Field::Language),
    ("语言", Field::Language),
];

#[derive(Clone, Copy)]
pub(super) enum Field {
    Title,
    Part,
    Document,
    Language,
}

pub(super) fn opens_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '“' | '”' | '„' | '「' | '『' | '«')
}

pub(super) fn closes_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '”' | '“' | '」' | '』' | '»')
}

pub(super) fn opens_group(c: char) -> bool {
    matches!(c, '(' | '（')
}

pub(super) fn closes_group(c: char) -> bool {
    matches!(c, ')' | '）')
}
