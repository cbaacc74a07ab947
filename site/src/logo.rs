//! The site's pictures from `seeds/`: the logo, which every page shows beside the site's name, and
//! the 党政机关 sign in the footer. Their type
//! and size are read from its bytes, never from its name, so that nothing moves when it comes.

mod svg;

use std::path::Path;

use anyhow::Result;
use corpus::publication::{Logo, Publication};
use corpus::{Position, Problem, ProblemKind, Severity, bilingual};
use imagesize::ImageType;
use search_index::seeds::{Folder, wording};

use crate::assets::Asset;

/// No logo needs more, and every first visit loads it.
const LARGEST: usize = 100_000;

/// A picture's file extension, width and height.
type Kind = (&'static str, u32, u32);

/// Gives the publication its logo and its 党政机关 sign, and returns their files by the names of
/// their assets; what could not be shown is left out, which [`problems`] tells.
pub fn take(publication: &mut Publication, seeds: &Path) -> Vec<(&'static str, Asset)> {
    let mut files = Vec::new();
    let mut take = |name: &'static str, file: &str| {
        let (bytes, (extension, width, height)) = read(file, seeds)?.ok()?;
        let asset = Asset::uncompressed(name, extension, bytes);
        let picture = Logo { path: asset.path.clone(), width, height };
        files.push((name, asset));
        Some(picture)
    };
    publication.logo = take("logo", &publication.theme.logo);
    publication.sign = take("sign", &publication.portal.party_government_sign);
    files
}

/// Why a picture is not shown.
pub fn problems(publication: &Publication, seeds: &Path) -> Vec<Problem> {
    let pictures = [
        ("theme.logo", &publication.theme.logo),
        ("portal.party_government_sign", &publication.portal.party_government_sign),
    ];
    let told = |(field, file): (&str, &String)| {
        let error = read(file, seeds)?.err()?;
        let why = wording(&error);
        let message = bilingual!(
            "{field}“{file}”：{why}；在此之前不显示",
            "{field} “{file}”: {why}; until then there is none"; why
        );
        let at = Position { line: 1, column: 1 };
        let problem = Problem::new(ProblemKind::Metadata, Severity::Warning, at, message);
        Some(problem.in_file("site.toml"))
    };
    pictures.into_iter().filter_map(told).collect()
}

fn read(file: &str, seeds: &Path) -> Option<Result<(Vec<u8>, Kind)>> {
    (!file.is_empty()).then(|| {
        let place = Folder::new(seeds).place(file)?;
        let bytes = std::fs::read(place).map_err(|_| {
            bilingual!(
                "seeds/ 里没有这个文件；请把它放进去",
                "there is no such file in seeds/; copy it there"
            )
            .error()
        })?;
        if bytes.len() > LARGEST {
            let (size, most) = (bytes.len() / 1000, LARGEST / 1000);
            let told = bilingual!(
                "它有 {size} kB；请缩小到 {most} kB 以下",
                "it is {size} kB; make it smaller than {most} kB"
            );
            return Err(told.error().into());
        }
        let kind = kind(&bytes)?;
        Ok((bytes, kind))
    })
}

fn kind(bytes: &[u8]) -> Result<Kind> {
    let (extension, size) = match imagesize::image_type(bytes) {
        Ok(ImageType::Png) => ("png", raster(bytes)),
        Ok(ImageType::Jpeg) => ("jpg", raster(bytes)),
        Ok(ImageType::Webp) => ("webp", raster(bytes)),
        _ => ("svg", drawing(bytes)?),
    };
    match size {
        Some((width, height)) if width > 0 && height > 0 => Ok((extension, width, height)),
        _ => Err(bilingual!(
            "读不出它的大小；请重新保存，SVG 要写明宽和高",
            "its size can't be read; save it again (an SVG must state its width and height)"
        )
        .error()
        .into()),
    }
}

fn raster(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some((size.width.try_into().ok()?, size.height.try_into().ok()?))
}

/// The size of an SVG that is nothing but drawing, by its width and height or else by its view box.
fn drawing(bytes: &[u8]) -> Result<Option<(u32, u32)>> {
    let other = || {
        bilingual!(
            "它不是 SVG、PNG、WebP 或 JPEG；请存为其中一种",
            "it is not an SVG, PNG, WebP or JPEG; save it as one of these"
        )
        .error()
    };
    let text = std::str::from_utf8(bytes).map_err(|_| other())?;
    let root = svg::checked(text)?.ok_or_else(other)?;
    let length = |value: &Option<String>| {
        let value = value.as_deref()?.trim();
        value.strip_suffix("px").unwrap_or(value).parse::<f64>().ok()
    };
    let drawn = || {
        let view_box = root.view_box.as_deref()?;
        let sides: Vec<f64> =
            view_box.split([' ', ',']).filter_map(|side| side.parse().ok()).collect();
        Some((*sides.get(2)?, *sides.get(3)?))
    };
    let size = length(&root.width).zip(length(&root.height)).or_else(drawn);
    // A negative or endless length is no number of this kind.
    let whole = |length: f64| format!("{:.0}", length.ceil()).parse::<u32>().ok();
    Ok(size.and_then(|(width, height)| whole(width).zip(whole(height))))
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
    fn what_is_no_picture_is_not_taken() {
        for other in ["", "text", "<html/>", "<svg", "GIF89a"] {
            assert!(told(other.as_bytes()).contains("not an SVG"), "{other}");
        }
        assert!(told(b"<svg/>").contains("size"));
        assert!(told(b"<svg width='-1' height='1e99'/>").contains("size"));
        assert!(told(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR").contains("size"));
        assert!(told(b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01").contains("size"));
    }

    #[test]
    fn only_files_of_the_seeds_are_read() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for (path, said) in [
            ("../Cargo.toml", "can't be the path of a file"),
            ("/etc/passwd", "can't be the path of a file"),
            ("missing.svg", "no such file"),
            ("lib.rs", "not an SVG"),
        ] {
            let mut publication = Publication::default();
            publication.theme.logo = path.to_owned();
            publication.portal.party_government_sign = path.to_owned();
            let told: Vec<String> =
                problems(&publication, &seeds).iter().map(ToString::to_string).collect();
            assert_eq!(told.len(), 2, "{told:?}");
            assert!(told[0].contains("theme.logo") && told[1].contains("sign"), "{told:?}");
            assert!(told.iter().all(|told| told.contains(said) && told.contains("site.toml")));
        }
    }
}
