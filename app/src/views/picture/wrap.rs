//! Lines of text without a browser: how wide text is, and where it may break. Chinese breaks
//! between any two characters but not before closing or behind opening marks; Latin between words.

/// The width of a text in a size, estimated on the safe side.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| advance(c) * size).sum()
}

/// In ems, for common sans serif and CJK fonts.
fn advance(c: char) -> f64 {
    match c {
        ' ' => 0.3,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ';' | ':' | '\'' | '|' | '!' => 0.32,
        'm' | 'w' | 'M' | 'W' | '%' => 0.9,
        _ if c.is_ascii_uppercase() => 0.7,
        _ if c.is_ascii() => 0.58,
        '·' | '–' | '≈' => 0.6,
        _ if c < '\u{2e80}' && !matches!(c, '“' | '”' | '‘' | '’' | '—' | '…') => 0.62,
        _ => 1.0,
    }
}

fn is_wide(c: char) -> bool {
    c >= '\u{2e80}' || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…')
}

/// Marks that don't begin a line.
const CLOSING: &str = "，。、；：？！）》」』】”’%,.;:?!)…";
/// Marks that don't end a line.
const OPENING: &str = "（《「『【“‘(";

/// The pieces between which a line may break.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in text.chars() {
        let may_break = before.is_some_and(|before| {
            let latin = !is_wide(before) && !is_wide(c);
            !CLOSING.contains(c)
                && !OPENING.contains(before)
                && (before == ' ' || !latin)
                && c != ' '
        });
        match pieces.last_mut() {
            Some(piece) if !may_break => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(c);
    }
    pieces
}

/// The text in lines that are at most `room` wide; a single word that is wider stands alone.
pub fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(text) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line}{}", piece.trim_end()), size) <= room => {
                line.push_str(&piece);
            }
            _ => lines.push(piece),
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_anywhere_but_at_marks() {
        assert_eq!(lines("新建和改造，高标准农田", 10.0, 50.0), ["新建和改", "造，高标准", "农田"]);
        assert_eq!(lines("认证“蒙”字标", 10.0, 30.0), ["认证", "“蒙”", "字标"]);
    }

    #[test]
    fn latin_breaks_between_words() {
        assert_eq!(lines("one hundred thousand mu", 10.0, 70.0), ["one hundred", "thousand mu"]);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "支持100家“蒙”字标 enterprises，到2026年。";
        let joined: String = lines(text, 10.0, 40.0).concat();
        assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
    }
}
