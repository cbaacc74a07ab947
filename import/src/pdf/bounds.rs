//! Refuses what unpacks to too much before it is unpacked: the streams of a file are packed, and a
//! few kilobytes can stand for gigabytes.

use corpus::bilingual;
use std::io::{Read, Write};

use flate2::read::ZlibDecoder;

use crate::limits::{ImportError, LARGEST_PACKAGE, LARGEST_PART};

/// As much of a stream's description as is looked at.
const DESCRIPTION: usize = 2048;

/// Measures every stream that is unpacked for its text; pictures aren't.
pub fn check(bytes: &[u8]) -> Result<(), ImportError> {
    let mut all = 0;
    for from in streams(bytes) {
        let head = description(bytes, from);
        let has = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
        if has(b"/Image") && !has(b"/ObjStm") {
            continue;
        }
        let packed = has(b"/LZW") || has(b"/RunLength");
        let twice = head.windows(6).filter(|window| window == b"/Flate").count() > 1;
        let data = &bytes[from..];
        let length = measure(data, LARGEST_PART);
        all += length;
        if length > LARGEST_PART || (packed || twice) && length * 100 > LARGEST_PART {
            let what = bilingual!("PDF 的一部分解开后", "a part of the PDF unpacks to");
            return Err(ImportError::bound(what, LARGEST_PART, bilingual!("字节", "bytes")));
        }
        if all > LARGEST_PACKAGE {
            return Err(ImportError::bound(
                bilingual!("PDF 解开后", "the PDF unpacks to"),
                LARGEST_PACKAGE,
                bilingual!("字节", "bytes"),
            ));
        }
    }
    Ok(())
}

/// Where the data of streams begin.
fn streams(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let starts = memchr::memmem::find_iter(bytes, b"stream");
    starts.filter_map(move |at| {
        if bytes[..at].ends_with(b"end") {
            return None;
        }
        match bytes.get(at + 6..)? {
            [b'\r', b'\n', ..] => Some(at + 8),
            [b'\n' | b'\r', ..] => Some(at + 7),
            _ => None,
        }
    })
}

fn description(bytes: &[u8], from: usize) -> &[u8] {
    let before = &bytes[from.saturating_sub(DESCRIPTION)..from];
    let object = memchr::memmem::rfind(before, b" obj");
    &before[object.unwrap_or(0)..]
}

/// How much these bytes unpack to, up to one more than the bound.
fn measure(packed: &[u8], bound: u64) -> u64 {
    let mut unpacked = ZlibDecoder::new(packed).take(bound + 1);
    let mut counted = Counter(0);
    // A stream that breaks off or isn't packed has been measured as far as it goes.
    drop(std::io::copy(&mut unpacked, &mut counted));
    counted.0
}

struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(data).and_then(|()| packed.try_finish()).expect("memory");
        let packed = packed.finish().expect("memory");
        let head = format!("%PDF-1.7\n1 0 obj\n<<{dictionary}>>\nstream\n");
        [head.as_bytes(), &packed, b"\nendstream\nendobj"].concat()
    }

    #[test]
    fn streams_are_measured_before_they_are_unpacked() {
        let large = vec![b' '; LARGEST_PART as usize + 1];
        let error = check(&pdf("/Filter/FlateDecode", &large)).expect_err("a bound");
        assert!(error.to_string().contains("67108864 bytes"), "{error}");
        assert!(check(&pdf("/Filter/FlateDecode", &large[..1000])).is_ok());
        assert!(check(&pdf("/Subtype/Image/Filter/FlateDecode", &large)).is_ok());
        let twice = "/Filter[/FlateDecode/FlateDecode]";
        assert!(check(&pdf(twice, &large[..2_000_000])).is_err());
    }
}
