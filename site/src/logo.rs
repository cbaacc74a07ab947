//! The site's logo: a picture from `seeds/` that every page shows beside the site's name. Its type
//! and size are read from its bytes, never from its name, so that nothing moves when it comes.

use std::path::{Component, Path};

use anyhow::{Result, anyhow};
use corpus::publication::{Logo, Publication, Theme};
use corpus::{Position, Problem, ProblemKind, Severity};

use crate::assets::Asset;
use crate::import::docx::tree::{self, Element};

/// No logo needs more, and every first visit loads it.
const LARGEST: usize = 100_000;

/// A picture's file extension, width and height.
type Kind = (&'static str, u32, u32);

/// Gives the publication its logo, and returns the file; nothing where there is none that could be
/// shown, which [`problem`] tells.
pub fn take(publication: &mut Publication, seeds: &Path) -> Option<Asset> {
    let (bytes, (extension, width, height)) = read(&publication.theme, seeds)?.ok()?;
    let asset = Asset::plain("logo", extension, bytes);
    publication.logo = Some(Logo { path: asset.path.clone(), width, height });
    Some(asset)
}

/// Why the logo is not shown.
pub fn problem(theme: &Theme, seeds: &Path) -> Option<Problem> {
    let error = read(theme, seeds)?.err()?;
    let message = format!("theme.logo “{}”: {error}; until then there is none", theme.logo);
    let at = Position { line: 1, column: 1 };
    let problem = Problem::new(ProblemKind::Metadata, Severity::Warning, at, message);
    Some(problem.in_file("site.toml"))
}

fn read(theme: &Theme, seeds: &Path) -> Option<Result<(Vec<u8>, Kind)>> {
    (!theme.logo.is_empty()).then(|| {
        let path = Path::new(&theme.logo);
        if path.components().any(|part| !matches!(part, Component::Normal(_))) {
            return Err(anyhow!("name a file in seeds/"));
        }
        let bytes = std::fs::read(seeds.join(path))
            .map_err(|_| anyhow!("there is no such file in seeds/; copy it there"))?;
        if bytes.len() > LARGEST {
            let size = bytes.len() / 1000;
            return Err(anyhow!("it has {size} kB; make it smaller than {} kB", LARGEST / 1000));
        }
        let kind = kind(&bytes)?;
        Ok((bytes, kind))
    })
}

fn kind(bytes: &[u8]) -> Result<Kind> {
    let (extension, size) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        ("png", png(bytes))
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        ("jpg", jpeg(bytes))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        ("webp", webp(bytes))
    } else {
        ("svg", svg(bytes)?)
    };
    match size {
        Some((width, height)) if width > 0 && height > 0 => Ok((extension, width, height)),
        _ => Err(anyhow!("its size can't be read; save it anew, an SVG with width and height")),
    }
}

fn number(bytes: &[u8], at: usize, length: usize, little: bool) -> Option<u32> {
    let bytes = bytes.get(at..at + length)?;
    let add = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
    Some(if little { bytes.iter().rev().fold(0, add) } else { bytes.iter().fold(0, add) })
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    Some((number(bytes, 16, 4, false)?, number(bytes, 20, 4, false)?))
}

/// The frame header (SOF0 to SOF15 without DHT, JPG and DAC) tells the size.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = number(bytes, at, 2, false)?;
        if matches!(marker, 0xffc0..=0xffcf) && !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc) {
            return Some((number(bytes, at + 7, 2, false)?, number(bytes, at + 5, 2, false)?));
        }
        at += 2 + number(bytes, at + 2, 2, false)? as usize;
    }
}

/// The three kinds of WebP: lossy, lossless, extended.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => {
            Some((number(bytes, 26, 2, true)? & 0x3fff, number(bytes, 28, 2, true)? & 0x3fff))
        }
        b"VP8L" => {
            let sizes = number(bytes, 21, 4, true)?;
            Some(((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((number(bytes, 24, 3, true)? + 1, number(bytes, 27, 3, true)? + 1)),
        _ => None,
    }
}

/// An SVG is shown as a picture, where its scripts don't run; but it has an address of its own as
/// well, where they would.
fn svg(bytes: &[u8]) -> Result<Option<(u32, u32)>> {
    let other = || anyhow!("it is no SVG, PNG, WebP or JPEG; save it as one of these");
    let text = std::str::from_utf8(bytes).map_err(|_| other())?;
    let root = tree::parse(text).map_err(|_| other())?;
    if root.name != "svg" {
        return Err(other());
    }
    if runs_script(&root) {
        return Err(anyhow!("the SVG holds script; save it as a plain SVG, or as PNG"));
    }
    let length = |name: &str| {
        let value = root.attribute(name)?.trim();
        value.strip_suffix("px").unwrap_or(value).parse::<f64>().ok()
    };
    let drawn = || {
        let sides: Vec<f64> = root
            .attribute("viewBox")?
            .split([' ', ','])
            .filter_map(|side| side.parse().ok())
            .collect();
        Some((*sides.get(2)?, *sides.get(3)?))
    };
    let size = length("width").zip(length("height")).or_else(drawn);
    // A negative or endless length is no number of this kind.
    let whole = |length: f64| format!("{:.0}", length.ceil()).parse::<u32>().ok();
    Ok(size.and_then(|(width, height)| whole(width).zip(whole(height))))
}

fn runs_script(element: &Element) -> bool {
    let name = element.name.to_ascii_lowercase();
    let link = element.attribute("href").unwrap_or_default().trim_start().to_ascii_lowercase();
    matches!(name.as_str(), "script" | "foreignobject" | "iframe" | "handler" | "set" | "animate")
        || element.names().any(|name| name.to_ascii_lowercase().starts_with("on"))
        || (!link.is_empty() && !link.starts_with('#') && !link.starts_with("data:image/"))
        || element.elements().any(runs_script)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> String {
        kind(bytes).expect_err("it must not be taken").to_string()
    }

    #[test]
    fn sizes_come_from_the_bytes() {
        let icon = include_bytes!("../../public/icons/icon-192.png");
        assert_eq!(kind(icon).expect("a PNG"), ("png", 192, 192));
        let drawing = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120.5 40'/>";
        assert_eq!(kind(drawing).expect("an SVG"), ("svg", 121, 40));
        let sized = b"<?xml version='1.0'?><svg width='30px' height='20' viewBox='0 0 3 2'/>";
        assert_eq!(kind(sized).expect("an SVG"), ("svg", 30, 20));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x0b\x08\0\x28\0\x50\x03";
        assert_eq!(kind(jpeg).expect("a JPEG"), ("jpg", 80, 40));
        let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x4f\xc0\x09\0";
        assert_eq!(kind(lossless).expect("a WebP"), ("webp", 80, 40));
        let extended = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x4f\0\0\x27\0\0";
        assert_eq!(kind(extended).expect("a WebP"), ("webp", 80, 40));
    }

    #[test]
    fn what_is_no_picture_or_runs_script_is_not_taken() {
        for hostile in [
            "<svg width='1' height='1'><script>alert(1)</script></svg>",
            "<svg width='1' height='1' onload='alert(1)'/>",
            "<svg width='1' height='1'><a href='javascript:alert(1)'/></svg>",
            "<svg width='1' height='1'><a xlink:href=' JavaScript:alert(1)'/></svg>",
            "<svg width='1' height='1'><image href='https://elsewhere.invalid/x.png'/></svg>",
            "<svg width='1' height='1'><foreignObject/></svg>",
        ] {
            assert!(told(hostile.as_bytes()).contains("script"), "{hostile}");
        }
        for other in ["", "text", "<html/>", "<svg", "GIF89a"] {
            assert!(told(other.as_bytes()).contains("no SVG"), "{other}");
        }
        assert!(told(b"<svg/>").contains("size"));
        assert!(told(b"<svg width='-1' height='1e99'/>").contains("size"));
        assert!(told(b"\x89PNG\r\n\x1a\n").contains("size"));
        assert!(told(b"\xff\xd8\xff").contains("size"));
    }

    #[test]
    fn only_files_of_the_seeds_are_read() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for (path, said) in [
            ("../Cargo.toml", "name a file"),
            ("/etc/passwd", "name a file"),
            ("missing.svg", "no such file"),
            ("lib.rs", "no SVG"),
        ] {
            let theme = Theme { logo: path.to_owned(), ..Theme::default() };
            let problem = problem(&theme, &seeds).expect(path).to_string();
            assert!(problem.contains(said) && problem.contains("site.toml"), "{problem}");
        }
    }
}
