//! One field of a table for spreadsheets (RFC 4180). All tables of the site are written with it,
//! on the page and in the downloads, so that none is less guarded than another.

/// With these a spreadsheet begins a formula; the full-width signs too, in Excel for East Asian
/// languages, and what is behind a tab or a line break at the start (OWASP, "CSV injection").
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text as a field, always quoted. What a spreadsheet would run as a formula gets an
/// apostrophe in front, which spreadsheets take as "this is text".
///
/// ```
/// assert_eq!(corpus::csv::field("甲,\"乙\""), "\"甲,\"\"乙\"\"\"");
/// assert_eq!(corpus::csv::field("＝1"), "\"'＝1\"");
/// ```
pub fn field(text: &str) -> String {
    let guard = if text.starts_with(FORMULA_STARTS) { "'" } else { "" };
    ["\"", guard, &text.replace('"', "\"\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_run_no_formula() {
        for start in FORMULA_STARTS {
            let text = format!("{start}HYPERLINK(\"x\")");
            assert_eq!(field(&text), format!("\"'{start}HYPERLINK(\"\"x\"\")\""));
        }
        assert_eq!(field("5-10"), "\"5-10\"");
        assert_eq!(field(""), "\"\"");
    }
}
