//! The files of a book that are not text: container, package, contents.

use std::fmt::Write as _;

use corpus::{Edition, Locale};
use sha2::{Digest, Sha256};

use crate::exports::escape::xml;
use crate::exports::reading::AnnotatedEdition;
use crate::release::hex;

/// What every EPUB says first.
pub const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles>\n<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n\
    </rootfiles>\n</container>\n";

/// EPUB wants to know when a book was changed. Where the document states no date, this one says
/// that no clock was asked.
const NO_CLOCK: &str = "1980-01-01T00:00:00Z";

/// A text file of the book, as the contents show it.
pub struct Entry {
    /// The file's name.
    pub file: String,
    /// Its title in the table of contents.
    pub title: String,
    /// Its markup.
    pub markup: String,
}

/// The package document: metadata, manifest and reading order.
pub fn package(reading: &AnnotatedEdition<'_>, entries: &[Entry]) -> String {
    let edition = reading.edition;
    let metadata = &edition.metadata;
    let id = book_id(edition);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"book-id\" \
         xml:lang=\"zh-Hans\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"book-id\">{id}</dc:identifier>\n<dc:title>{}</dc:title>\n\
         <dc:language>zh-Hans</dc:language>\n",
        xml(metadata.title.pick(false)),
    );
    for translation in reading.translations() {
        let _ = writeln!(out, "<dc:language>{}</dc:language>", xml(&language(&translation.locale)));
    }
    for issuer in metadata.issuers.iter().filter(|issuer| !issuer.is_empty()) {
        let _ = writeln!(out, "<dc:creator>{}</dc:creator>", xml(issuer.pick(false)));
    }
    if is_day(&metadata.issued) {
        let _ = writeln!(out, "<dc:date>{}</dc:date>", metadata.issued);
    }
    let modified = if is_day(&metadata.issued) {
        format!("{}T00:00:00Z", metadata.issued)
    } else {
        NO_CLOCK.to_owned()
    };
    let _ = write!(
        out,
        "<meta property=\"dcterms:modified\">{modified}</meta>\n</metadata>\n<manifest>\n\
         <item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>\n\
         <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n"
    );
    for (index, entry) in entries.iter().enumerate() {
        let _ = writeln!(
            out,
            "<item id=\"text-{index}\" href=\"{}\" media-type=\"application/xhtml+xml\"/>",
            entry.file
        );
    }
    out.push_str("</manifest>\n<spine toc=\"ncx\">\n");
    for index in 0..entries.len() {
        let _ = writeln!(out, "<itemref idref=\"text-{index}\"/>");
    }
    out.push_str("</spine>\n</package>\n");
    out
}

/// The table of contents of EPUB 3.
pub fn navigation(entries: &[Entry]) -> String {
    let mut items = String::new();
    for entry in entries {
        let _ = writeln!(items, "<li><a href=\"{}\">{}</a></li>", entry.file, xml(&entry.title));
    }
    let markup = format!(
        "<nav epub:type=\"toc\" id=\"toc\">\n<h1>目录 <span lang=\"en\">Contents</span></h1>\n\
         <ol>\n{items}</ol>\n</nav>\n"
    );
    text_file("目录", &markup)
}

/// The table of contents for devices that know only EPUB 2.
pub fn ncx(reading: &AnnotatedEdition<'_>, entries: &[Entry]) -> String {
    let mut points = String::new();
    for (entry, order) in entries.iter().zip(1..) {
        let _ = writeln!(
            points,
            "<navPoint id=\"point-{order}\" playOrder=\"{order}\"><navLabel><text>{}</text></navLabel>\
             <content src=\"{}\"/></navPoint>",
            xml(&entry.title),
            entry.file
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"zh-Hans\">\n\
         <head><meta name=\"dtb:uid\" content=\"{}\"/></head>\n\
         <docTitle><text>{}</text></docTitle>\n<navMap>\n{points}</navMap>\n</ncx>\n",
        book_id(reading.edition),
        xml(reading.edition.metadata.title.pick(false)),
    )
}

/// A text file of the book around this markup.
pub fn text_file(title: &str, markup: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         lang=\"zh-Hans\" xml:lang=\"zh-Hans\">\n<head>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n{markup}\
         </body>\n</html>\n",
        xml(title)
    )
}

/// A UUID (version 8, RFC 9562) that follows from the document's id and title.
fn book_id(edition: &Edition) -> String {
    let mut hash = Sha256::new();
    hash.update(b"policy-explorer epub ");
    hash.update(edition.metadata.id.0.as_bytes());
    hash.update([0]);
    hash.update(edition.metadata.title.zh.as_bytes());
    let mut bytes = hash.finalize();
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = hex(&bytes[..16]);
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

fn language(locale: &Locale) -> String {
    locale.0.clone()
}

fn is_day(text: &str) -> bool {
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split('-');
    parts.next().is_some_and(|year| digits(year, 4))
        && parts.next().is_some_and(|month| digits(month, 2))
        && parts.next().is_some_and(|day| digits(day, 2))
        && parts.next().is_none()
}
