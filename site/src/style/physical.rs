//! Logical properties (`margin-inline-start`) as physical ones (`margin-left`), for WebViews from
//! before 2020. The sources stay logical, so that a language written vertically needs only a build
//! without this step; for languages that are written from
//! right to left, left and right change places.
//!
//! lightningcss does the same with selectors for both directions, which made the style sheet three
//! times as large.

/// Logical names and the physical ones that stand for them; two names take two values.
const NAMES: [(&str, &[&str]); 26] = [
    ("min-inline-size", &["min-width"]),
    ("max-inline-size", &["max-width"]),
    ("inline-size", &["width"]),
    ("min-block-size", &["min-height"]),
    ("max-block-size", &["max-height"]),
    ("block-size", &["height"]),
    ("margin-inline-start", &["margin-left"]),
    ("margin-inline-end", &["margin-right"]),
    ("margin-inline", &["margin-left", "margin-right"]),
    ("margin-block-start", &["margin-top"]),
    ("margin-block-end", &["margin-bottom"]),
    ("margin-block", &["margin-top", "margin-bottom"]),
    ("padding-inline-start", &["padding-left"]),
    ("padding-inline-end", &["padding-right"]),
    ("padding-inline", &["padding-left", "padding-right"]),
    ("padding-block-start", &["padding-top"]),
    ("padding-block-end", &["padding-bottom"]),
    ("padding-block", &["padding-top", "padding-bottom"]),
    ("border-inline-start", &["border-left"]),
    ("border-inline-end", &["border-right"]),
    ("border-block-start", &["border-top"]),
    ("border-block-end", &["border-bottom"]),
    ("inset-inline-start", &["left"]),
    ("inset-inline-end", &["right"]),
    ("inset-block-start", &["top"]),
    ("inset-block-end", &["bottom"]),
];

/// The style sheet with physical properties, `mirrored` for lines that begin on the right. It must have
/// one declaration on a line, as ours do.
pub fn physical(sheet: &str, mirrored: bool) -> String {
    sheet.lines().map(|line| one(line, mirrored)).collect::<Vec<_>>().join("\n")
}

fn one(line: &str, mirrored: bool) -> String {
    let Some((name, value)) = line.trim().split_once(':') else { return line.to_owned() };
    if mirrored && matches!(name, "margin" | "padding") {
        let values = split(value.trim().trim_end_matches(';'));
        if let [top, right, bottom, left] = values[..] {
            return format!("{name}: {top} {left} {bottom} {right};");
        }
    }
    let Some((_, names)) = NAMES.iter().find(|(logical, _)| *logical == name) else {
        return line.replace("scroll-padding-block-start:", "scroll-padding-top:");
    };
    let value = value.trim().trim_end_matches(';');
    let values = split(value);
    let declarations = names.iter().enumerate().map(|(index, name)| {
        let value = if names.len() == 1 { value } else { values[index.min(values.len() - 1)] };
        format!("{}: {value};", side(name, mirrored))
    });
    declarations.collect()
}

/// The name of a property, on the other side where that is `mirrored`.
fn side(name: &str, mirrored: bool) -> String {
    match name {
        _ if !mirrored => name.to_owned(),
        _ if name.contains("left") => name.replace("left", "right"),
        _ => name.replace("right", "left"),
    }
}

/// The values of a shorthand; blanks inside brackets (`calc(1em + 2px)`) don't part them.
fn split(value: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = value.split(|c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c.is_whitespace() && depth == 0
    });
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logical_properties_become_physical() {
        let cases = [
            ("  margin-block: 0 1em;", "margin-top: 0;margin-bottom: 1em;"),
            ("padding-inline: 2px;", "padding-left: 2px;padding-right: 2px;"),
            (
                "margin-inline: calc(1em + 2px);",
                "margin-left: calc(1em + 2px);margin-right: calc(1em + 2px);",
            ),
            ("border-block-end: 1px solid red;", "border-bottom: 1px solid red;"),
            ("  color: red;", "  color: red;"),
            ("a:hover {", "a:hover {"),
        ];
        for (logical, expected) in cases {
            assert_eq!(one(logical, false), expected);
        }
    }

    #[test]
    fn left_and_right_change_places_where_lines_begin_on_the_right() {
        let cases = [
            ("margin-inline-start: 1em;", "margin-right: 1em;"),
            ("padding-inline: 1px 2px;", "padding-right: 1px;padding-left: 2px;"),
            ("inset-inline-end: 0;", "left: 0;"),
            ("margin-block-start: 1em;", "margin-top: 1em;"),
            ("  padding: 0 0 1rem 1.25rem;", "padding: 0 1.25rem 1rem 0;"),
            ("  padding: 0 1rem;", "  padding: 0 1rem;"),
        ];
        for (logical, expected) in cases {
            assert_eq!(one(logical, true), expected);
        }
    }

    #[test]
    fn no_logical_property_is_left() {
        let sheet = physical(
            &super::super::SHEETS.iter().map(|(_, text)| *text).collect::<String>(),
            false,
        );
        for (name, _) in NAMES {
            assert!(!sheet.contains(&format!(" {name}:")), "{name}");
        }
    }
}
