//! Characters of symbol fonts (`w:sym`): those that official forms use, by font and code.

/// The character that the font draws at this code; `None` where it isn't known.
pub fn character(font: &str, code: u32) -> Option<char> {
    // Word adds 0xF000 to the codes of symbol fonts.
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let known: &[(u32, char)] = match font.to_lowercase().as_str() {
        "wingdings" => &[
            (0x6c, '●'),
            (0x6e, '■'),
            (0x6f, '□'),
            (0x71, '❑'),
            (0x74, '⧫'),
            (0x75, '◆'),
            (0x76, '❖'),
            (0x9f, '•'),
            (0xa1, '○'),
            (0xa7, '▪'),
            (0xa8, '◻'),
            (0xe0, '→'),
            (0xfb, '✗'),
            (0xfc, '✓'),
            (0xfd, '☒'),
            (0xfe, '☑'),
        ],
        "wingdings 2" => &[
            (0x4f, '✗'),
            (0x50, '✓'),
            (0x51, '☒'),
            (0x52, '☑'),
            (0x53, '☒'),
            (0x54, '☒'),
            (0x97, '●'),
            (0xa2, '■'),
            (0xa3, '□'),
        ],
        "symbol" => &[
            (0xa3, '≤'),
            (0xb0, '°'),
            (0xb1, '±'),
            (0xb2, '″'),
            (0xb3, '≥'),
            (0xb4, '×'),
            (0xb7, '•'),
            (0xb8, '÷'),
            (0xb9, '≠'),
            (0xbb, '≈'),
            (0xae, '→'),
            (0x6d, 'μ'),
            (0x57, 'Ω'),
        ],
        // A text font: the code is the character's own.
        _ if !(0xe000..=0xf8ff).contains(&code) && code > 0xff => {
            return char::from_u32(code);
        }
        _ => return None,
    };
    known.iter().find(|(known, _)| *known == code).map(|(_, c)| *c)
}
