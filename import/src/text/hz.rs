//! HZ (RFC 1843): Chinese in seven bits, `~{` … `~}` around pairs of GB 2312. No browser reads it
//! any more, so no crate does.

use encoding_rs::GBK;

/// The text, if these are the bytes of HZ: seven-bit, with at least one pair of shifts, and each
/// pair a character.
pub fn decode(bytes: &[u8]) -> Option<String> {
    if !bytes.is_ascii() || !bytes.windows(2).any(|pair| pair == b"~{") {
        return None;
    }
    let mut out = String::new();
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        match (first, after.first()) {
            (b'~', Some(b'~')) => {
                out.push('~');
                rest = &after[1..];
            }
            (b'~', Some(b'\n')) => rest = &after[1..],
            (b'~', Some(b'{')) => {
                let inner = &after[1..];
                let end = inner.windows(2).position(|pair| pair == b"~}");
                let end = end.filter(|end| end % 2 == 0 && *end > 0)?;
                let high: Vec<u8> = inner[..end].iter().map(|b| b | 0x80).collect();
                let (text, broken) = GBK.decode_without_bom_handling(&high);
                if broken {
                    return None;
                }
                out.push_str(&text);
                rest = &inner[end + 2..];
            }
            _ => {
                out.push(char::from(*first));
                rest = after;
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn shifts_and_tildes() {
        assert_eq!(decode(b"~{VPND~} a~~b").as_deref(), Some("中文 a~b"));
        assert_eq!(decode(b"plain ~ text"), None);
        assert_eq!(decode(b"code ~{ x"), None);
        assert_eq!(decode(b"odd ~{abc~}"), None);
    }
}
