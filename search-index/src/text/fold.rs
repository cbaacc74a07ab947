//! Characters and words as search sees them, each with its place in the printed text.
//!
//! Index and query fold in the same way: full width becomes half width, capitals become small,
//! accents and pinyin tones fall away, punctuation and white space are left out. So a match goes
//! across line breaks and width, and still knows which printed bytes to mark. What punctuation
//! stood before a character or word is kept as its [`Break`], so that no match goes across it
//! unawares.

use corpus::text::is_han;

use crate::text::look_alikes;

/// The punctuation between a character or word and the one before it, as one number: the same
/// signs, in whatever width or style, give the same; 0 where there is none. White space is none.
/// The low half is a hash of all signs, the others are the first and the last of them.
pub type Break = u64;

/// A folded character with its printed bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The folded character.
    pub c: char,
    /// First byte in the printed text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What parts it from the character before it.
    pub parted: Break,
}

/// A folded word with its printed bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded characters.
    pub text: String,
    /// First byte in the printed text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What parts it from the word before it.
    pub parted: Break,
}

/// The character in half width, small and without accent. `ü` becomes `v`, as on a keyboard for
/// pinyin.
pub fn fold(c: char) -> char {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => look_alikes::usual(c),
    };
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'ǎ' | 'Ǎ' => 'a',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ě' | 'Ě' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'ǐ' | 'Ǐ' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' | 'ō' | 'Ō' | 'ǒ' | 'Ǒ' => 'o',
        'ù'..='û' | 'Ù'..='Û' | 'ū' | 'Ū' | 'ǔ' | 'Ǔ' => 'u',
        'ü' | 'Ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        'ç' | 'Ç' => 'c',
        // A zero as it is typed in years: 二○二六.
        '○' | '◯' => '〇',
        'ñ' | 'Ñ' | 'ń' | 'ň' | 'ǹ' => 'n',
        _ => c,
    }
}

/// Whether the folded character is one that search looks at.
fn counts(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_han(c) || matches!(c, '%' | '‰' | '℃') || {
        !c.is_ascii() && c.is_alphanumeric()
    }
}

/// Whether the character is an accent that stands on the letter before it.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A sign in the width and style in which it is compared.
fn sign(c: char) -> u64 {
    let c = match c {
        '“' | '”' | '„' | '「' | '」' | '『' | '』' | '«' | '»' | '‘' | '’' | '\'' => {
            '"'
        }
        '。' | '｡' => '.',
        '､' => '、',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '〜' | '∼' => '~',
        _ => c,
    };
    u64::from(c as u16)
}

/// The break with one more sign in it (FNV-1a, so that the order of signs counts).
fn with_sign(parted: Break, c: char) -> Break {
    let sign = sign(c);
    let (seed, first) =
        if parted == 0 { (0x811c_9dc5, sign) } else { (parted as u32, first_sign(parted)) };
    let hash = (seed ^ sign as u32).wrapping_mul(0x0100_0193);
    u64::from(hash) | first << 32 | sign << 48
}

/// The first sign of a break.
pub fn first_sign(parted: Break) -> u64 {
    parted >> 32 & 0xffff
}

/// The last sign of a break.
pub fn last_sign(parted: Break) -> u64 {
    parted >> 48
}

/// The signs right before the first character that counts and right behind the last; 0 where there
/// is none.
pub fn edges(text: &str) -> [u64; 2] {
    let mut parted = 0;
    let glyphs = glyphs_after(text, &mut parted);
    [glyphs.first().map_or(0, |glyph| last_sign(glyph.parted)), first_sign(parted)]
}

/// Whether these signs are a pair that encloses what stands between them: 〈〉, 《》, 【】 and 〔〕, of
/// which each second sign has the code point after the first.
pub fn is_pair([open, close]: [u64; 2]) -> bool {
    matches!(open, 0x3008 | 0x300a | 0x3010 | 0x3014) && close == open + 1
}

/// Whether a character that does not count is a sign between words, and not mere spacing.
fn parts(printed: char) -> bool {
    let spacing = printed.is_whitespace()
        || printed.is_control()
        || corpus::text::is_invisible(printed)
        || is_accent(printed)
        || matches!(printed, '\u{fe00}'..='\u{fe0f}' | '\u{200e}' | '\u{200f}');
    !spacing
}

/// The text's characters that count, one glyph each. A point between two digits counts.
pub fn glyphs(text: &str) -> Vec<Glyph> {
    glyphs_after(text, &mut 0)
}

/// Whether the break ends a clause: what stands on both sides of it is no word.
pub fn ends_clause(parted: Break) -> bool {
    [',', '.', ';', '?', '!', ':', '、'].iter().any(|sign| with_sign(0, *sign) == parted)
}

/// Whether the break stands between the figures of a range or a list: 1-5, 3、5.
pub fn is_range(parted: Break) -> bool {
    ['-', '~', '、'].iter().any(|sign| with_sign(0, *sign) == parted)
}

/// The same for a text that goes on after another: `parted` is the punctuation that the other ends
/// with, and becomes that which this one ends with.
pub fn glyphs_after(text: &str, parted: &mut Break) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, printed)) = rest.next() {
        let c = fold(printed);
        let end = start + printed.len_utf8();
        let after_digit =
            glyphs.last().is_some_and(|g| g.c.is_ascii_digit() && g.end as usize == start);
        let point = c == '.'
            && after_digit
            && rest.peek().is_some_and(|(_, next)| fold(*next).is_ascii_digit());
        if counts(c) || point {
            let parted = std::mem::take(parted);
            glyphs.push(Glyph { c, start: start as u32, end: end as u32, parted });
        } else if parts(printed) {
            let next = rest.peek().map_or(' ', |(_, next)| fold(*next));
            // 1,000: the comma only groups.
            if !(c == ',' && after_digit && next.is_ascii_digit()) {
                *parted = with_sign(*parted, c);
            }
        }
    }
    glyphs
}

/// The folded characters alone.
pub fn folded(text: &str) -> Vec<char> {
    glyphs(text).into_iter().map(|glyph| glyph.c).collect()
}

/// The text's words: letters and digits; an apostrophe inside a word and a comma inside a number
/// are left out, a Chinese character is a word of its own.
pub fn words(text: &str) -> Vec<Word> {
    words_after(text, &mut 0)
}

/// The same for a text that goes on after another, as in [`glyphs_after`].
pub fn words_after(text: &str, parted: &mut Break) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut rest = text.char_indices().peekable();
    while let Some((start, printed)) = rest.next() {
        let c = fold(printed);
        let end = (start + printed.len_utf8()) as u32;
        let next = rest.peek().map_or(' ', |(_, next)| fold(*next));
        let counted = counts(c) && c != '%';
        if counted {
            match words.last_mut().filter(|_| open && !is_han(c)) {
                Some(word) => {
                    word.text.push(c);
                    word.end = end;
                }
                None => words.push(Word {
                    text: c.to_string(),
                    start: start as u32,
                    end,
                    parted: std::mem::take(parted),
                }),
            }
            open = !is_han(c);
            continue;
        }
        let last = words.last_mut().filter(|_| open);
        let digits = next.is_ascii_digit()
            && last.as_ref().is_some_and(|word| word.text.ends_with(|c: char| c.is_ascii_digit()));
        match c {
            _ if is_accent(printed) => continue,
            '.' if digits => {
                if let Some(word) = last {
                    word.text.push('.');
                }
                continue;
            }
            ',' if digits => continue,
            '\'' | '’' if open && next.is_alphabetic() => continue,
            // A hyphen between words is a space.
            '-' | '\u{2010}' | '\u{2011}' if open && next.is_ascii_alphabetic() => {}
            _ if parts(printed) => *parted = with_sign(*parted, c),
            _ => {}
        }
        open = false;
    }
    words
}

/// The word's characters; empty past the last.
pub fn word_at(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(folded(text).into_iter().collect::<String>(), expected);
    }

    #[test]
    fn width_case_accents_and_punctuation_fold_away() {
        check("１０００万亩", "1000万亩");
        check("“蒙”字标， ＴＭＲ", "蒙字标tmr");
        check("gāobiāozhǔn lǜsè", "gaobiaozhunlvse");
        check("1.45万吨。2", "1.45万吨2");
        check("1,000万", "1000万");
        check("１０％以下", "10%以下");
    }

    #[test]
    fn a_glyph_knows_its_printed_bytes() {
        let text = "（十）Ａ";
        let spans: Vec<&str> =
            glyphs(text).iter().map(|g| &text[g.start as usize..g.end as usize]).collect();
        assert_eq!(spans, ["十", "Ａ"]);
    }

    #[test]
    fn signs_part_and_spacing_does_not() {
        let parted = |text: &str| -> Vec<bool> {
            glyphs(text).iter().map(|glyph| glyph.parted != 0).collect()
        };
        assert_eq!(parted("牛肉、羊 \n肉"), [false, false, true, false]);
        assert_eq!(parted("1,000万\u{200b}亩"), [false; 6]);
        let second = |text: &str| glyphs(text)[1].parted;
        assert_eq!(second("蒙”字"), second("蒙\"字"));
        assert_eq!(second("肉，羊"), second("肉, 羊"));
        assert_ne!(second("肉，羊"), second("肉。羊"));
        let parted =
            |text: &str| -> Vec<bool> { words(text).iter().map(|word| word.parted != 0).collect() };
        assert_eq!(
            parted("high-standard farmland, farmers' rights"),
            [false, false, false, true, true]
        );
    }

    #[test]
    fn words_of_english() {
        let split = |text: &str| {
            words(text).into_iter().map(|word| word.text).collect::<Vec<_>>().join("|")
        };
        assert_eq!(
            split("High-standard farmland's 1,000.5 mu"),
            "high|standard|farmlands|1000.5|mu"
        );
        assert_eq!(split("chu'e a\u{304}b 农田."), "chue|ab|农|田");
    }
}
