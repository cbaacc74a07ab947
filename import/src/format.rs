//! Which format some bytes are. Their beginning decides, since names lie: portals hand out web
//! pages named `.doc` and Word files named `.wps`.

use crate::package::Package;
use corpus::{Bilingual, bilingual};

/// The formats that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text or Markdown.
    Text,
    /// A web page.
    Html,
    /// A Word file of 2007 and later.
    Docx,
    /// A PDF file.
    Pdf,
    /// An OFD file.
    Ofd,
    /// Anything that can't be read.
    Other(Refusal),
}

/// What can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Word or WPS files of before 2007, and their kin.
    OldOffice,
    /// A Word file with a password.
    Locked,
    /// Rich text, open document text, Word's XML of 2003.
    OtherWriter,
    /// A web page saved as one file (MHTML).
    Archive,
    /// Workbooks and slides.
    NotText,
    /// A picture.
    Picture,
    /// A zip that is no document.
    Zip,
    /// Nothing known.
    Unknown,
}

impl Refusal {
    /// What it is, and what to do.
    pub fn advice(self) -> Bilingual {
        match self {
            Self::OldOffice => bilingual!(
                "读不了这种格式（.doc、.wps）；请用 Word 或 WPS 打开，另存为 .docx",
                "this format (.doc, .wps) can't be read; open the file in Word or WPS and save it \
                 as .docx"
            ),
            Self::Locked => bilingual!(
                "文件有密码；请用 Word 或 WPS 打开，去掉密码，另存为 .docx",
                "the file is locked by a password; open it in Word or WPS, remove the password and \
                 save it as .docx"
            ),
            Self::OtherWriter => bilingual!(
                "读不了这种格式；请用 Word 或 WPS 打开，另存为 .docx",
                "this format can't be read; open the file in Word or WPS and save it as .docx"
            ),
            Self::Archive => bilingual!(
                "读不了存成单个文件的网页（.mht）；请另存为“网页，仅 HTML”（.html）",
                "a page saved as one file (.mht) can't be read; save it as “web page, HTML only” \
                 (.html)"
            ),
            Self::NotText => bilingual!(
                "读不了表格文件和幻灯片；请把文字复制到 Word 文件里，存为 .docx",
                "a workbook or slides can't be read; copy the text into a Word file and save it as \
                 .docx"
            ),
            Self::Picture => bilingual!(
                "图片里没有文字；请索取 .docx，或者把文字打出来，与图片逐页核对",
                "a picture has no text; ask for the document as .docx, or type it and compare it \
                 with the picture page by page"
            ),
            Self::Zip => bilingual!(
                "读不了压缩包；请解压，再导入里面的文件",
                "a folder packed as zip can't be read; unpack it and import its document"
            ),
            Self::Unknown => bilingual!(
                "不认得这种文件；请用 .docx、.pdf、.ofd、.html、.txt 或 .md",
                "this kind of file is not known; bring the text as .docx, .pdf, .ofd, .html, .txt \
                 or .md"
            ),
        }
    }
}

/// The format of these bytes; the name decides only where they don't.
pub fn of(bytes: &[u8], name: &str) -> Format {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    if let Some(format) = by_beginning(bytes) {
        return format;
    }
    if let Some(format) = by_markup(bytes, &extension) {
        return format;
    }
    match extension.as_str() {
        "txt" | "text" | "md" | "markdown" | "" => Format::Text,
        "html" | "htm" | "xhtml" | "shtml" | "shtm" => Format::Html,
        "docx" | "docm" | "dotx" | "dotm" => Format::Docx,
        "pdf" => Format::Pdf,
        "ofd" => Format::Ofd,
        "doc" | "wps" | "wpt" | "dot" => Format::Other(Refusal::OldOffice),
        "rtf" | "odt" | "fodt" | "uot" | "uof" | "pages" => Format::Other(Refusal::OtherWriter),
        "mht" | "mhtml" | "eml" => Format::Other(Refusal::Archive),
        "xls" | "xlsx" | "et" | "csv" | "ppt" | "pptx" | "dps" => Format::Other(Refusal::NotText),
        "png" | "jpg" | "jpeg" | "gif" | "bmp" | "tif" | "tiff" | "webp" => {
            Format::Other(Refusal::Picture)
        }
        "zip" | "rar" | "7z" => Format::Other(Refusal::Zip),
        _ => Format::Other(Refusal::Unknown),
    }
}

fn by_beginning(bytes: &[u8]) -> Option<Format> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let head = &bytes[..bytes.len().min(1024)];
    Some(if starts(b"PK\x03\x04") {
        container(bytes)
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let locked: Vec<u8> =
            "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let directory = &bytes[..bytes.len().min(1 << 20)];
        let found = directory.windows(locked.len()).any(|window| window == locked);
        Format::Other(if found { Refusal::Locked } else { Refusal::OldOffice })
    } else if head.windows(5).any(|window| window == b"%PDF-") {
        Format::Pdf
    } else if starts(b"{\\rtf") {
        Format::Other(Refusal::OtherWriter)
    } else if [&b"\x89PNG"[..], b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"]
        .iter()
        .any(|magic| starts(magic))
    {
        Format::Other(Refusal::Picture)
    } else if starts(b"Rar!") || starts(b"7z\xbc\xaf") {
        Format::Other(Refusal::Zip)
    } else {
        return None;
    })
}

/// What a zip holds.
fn container(bytes: &[u8]) -> Format {
    // A damaged container is told by whoever opens it as a document.
    let Ok(package) = Package::open(bytes) else { return Format::Docx };
    let names = package.names();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if names.iter().any(|name| name == "ofd.xml") {
        Format::Ofd
    } else if has("xl/") || has("ppt/") {
        Format::Other(Refusal::NotText)
    } else if has("word/") || has("_rels/") {
        Format::Docx
    } else if names.iter().any(|name| name == "mimetype") {
        Format::Other(Refusal::OtherWriter)
    } else {
        Format::Other(Refusal::Zip)
    }
}

/// Markup is told by its first words, as far as they are plain.
fn by_markup(bytes: &[u8], extension: &str) -> Option<Format> {
    let head: String = bytes
        .iter()
        .take(4096)
        .filter(|b| b.is_ascii() && **b != 0)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    let head = head.trim_start();
    let begins_page = head.starts_with("<!doctype html") || head.starts_with("<html");
    // Pages hold what Word brings along when a text is pasted into them.
    if !begins_page && (head.contains("<w:worddocument") || head.contains("<pkg:package")) {
        return Some(Format::Other(Refusal::OtherWriter));
    }
    if head.starts_with("mime-version:") || head.starts_with("from: <saved by") {
        return Some(Format::Other(Refusal::Archive));
    }
    // Words of another script before the first tag are the text of a file that speaks of tags.
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = plain.iter().find(|b| !b.is_ascii_whitespace());
    let begins = wide || first == Some(&b'<');
    let page = begins && begins_page
        || (!matches!(extension, "txt" | "md" | "markdown" | "text")
            && (head.contains("<html") || head.contains("<body")));
    page.then_some(Format::Html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_decide_before_names() {
        assert_eq!(of(b"%PDF-1.7", "a.docx"), Format::Pdf);
        assert_eq!(of(b"<html><body>x", "a.doc"), Format::Html);
        let pasted = b"<!DOCTYPE html><body><!--[if gte mso 9]><xml><w:WordDocument>";
        assert_eq!(of(pasted, "a.html"), Format::Html);
        assert_eq!(
            of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx"),
            Format::Other(Refusal::OldOffice)
        );
        assert_eq!(of(b"{\\rtf1", "a.doc"), Format::Other(Refusal::OtherWriter));
        assert_eq!(of(b"\x89PNG\r\n", "a.txt"), Format::Other(Refusal::Picture));
        assert_eq!(of("关于<html>".as_bytes(), "a.txt"), Format::Text);
        assert_eq!(of(b"x", "a.exe"), Format::Other(Refusal::Unknown));
    }
}
