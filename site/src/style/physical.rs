//! Logical properties (`margin-inline-start`) as physical ones (`margin-left`), for WebViews from
//! before 2020. The sources stay logical, so that a language written vertically needs only a build
//! without this step; every language at hand is written from left to right.
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

/// The style sheet with physical properties. It must have one declaration on a line, as ours do.
pub fn physical(sheet: &str) -> String {
    sheet.lines().map(one).collect::<Vec<_>>().join("\n")
}

fn one(line: &str) -> String {
    let Some((name, value)) = line.trim().split_once(':') else { return line.to_owned() };
    let Some((_, names)) = NAMES.iter().find(|(logical, _)| *logical == name) else {
        return line.replace("scroll-padding-block-start:", "scroll-padding-top:");
    };
    let value = value.trim().trim_end_matches(';');
    let values = split(value);
    let declarations = names.iter().enumerate().map(|(index, name)| {
        let value = if names.len() == 1 { value } else { values[index.min(values.len() - 1)] };
        format!("{name}: {value};")
    });
    declarations.collect()
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
            assert_eq!(one(logical), expected);
        }
    }

    #[test]
    fn no_logical_property_is_left() {
        let sheet =
            physical(&super::super::SHEETS.iter().map(|(_, text)| *text).collect::<String>());
        for (name, _) in NAMES {
            assert!(!sheet.contains(&format!(" {name}:")), "{name}");
        }
    }
}
