//! The book: its text files, packed.

use std::io::{Cursor, Write};

use app::route::UiLocale;
use app::ui::texts;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::package::{CONTAINER, Entry, navigation, ncx, package, text_file};
use crate::exports::chapters::chapters;
use crate::exports::explained::Explained;
use crate::exports::reading::AnnotatedEdition;
use crate::exports::xhtml::{Markup, vertical_style};

const STYLE: &str = include_str!("book.css");

/// The book of an edition.
pub fn book(
    reading: &AnnotatedEdition<'_>,
    explained: &Explained<'_>,
) -> zip::result::ZipResult<Vec<u8>> {
    let entries = entries(reading, explained);
    let options = |method| {
        SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // First and uncompressed, so that a reader finds it at a fixed place.
    zip.start_file("mimetype", options(CompressionMethod::Stored))?;
    zip.write_all(b"application/epub+zip")?;
    let mut add = |name: &str, text: &str| -> zip::result::ZipResult<()> {
        zip.start_file(name, options(CompressionMethod::Deflated))?;
        Ok(zip.write_all(text.as_bytes())?)
    };
    add("META-INF/container.xml", CONTAINER)?;
    add("EPUB/package.opf", &package(reading, &entries))?;
    add("EPUB/nav.xhtml", &navigation(&entries))?;
    add("EPUB/toc.ncx", &ncx(reading, &entries))?;
    add("EPUB/style.css", &[STYLE, vertical_style(reading.edition)].concat())?;
    for entry in &entries {
        let text = text_file(&entry.title, &entry.markup);
        add(&format!("EPUB/{}", entry.file), &text)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn entries(reading: &AnnotatedEdition<'_>, explained: &Explained<'_>) -> Vec<Entry> {
    let markup = Markup { reading, explained, notes_file: "notes.xhtml", other_page: |_| None };
    let name = reading.edition.metadata.name(false);
    let mut entries = vec![Entry {
        file: "title.xhtml".to_owned(),
        title: name.to_owned(),
        markup: format!("{}{}{}", markup.title(), markup.info(), markup.provenance()),
    }];
    for (chapter, number) in chapters(&reading.edition.document).iter().zip(1..) {
        let text = chapter.units.iter().map(|unit| markup.unit(unit)).collect();
        let title = if chapter.name.is_empty() {
            texts(UiLocale::Zh).preamble.to_owned()
        } else {
            chapter.name.clone()
        };
        entries.push(Entry { file: format!("chapter-{number}.xhtml"), title, markup: text });
    }
    let errata = markup.errata();
    if !errata.is_empty() {
        let title = "原文勘误".to_owned();
        entries.push(Entry { file: "notes.xhtml".to_owned(), title, markup: errata });
    }
    entries
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::sample;

    #[test]
    fn the_same_texts_give_the_same_bytes() {
        let library = sample::library();
        let make = || {
            let explained = Explained::new(&library);
            book(&AnnotatedEdition::new(&library.editions[0]), &explained).expect("a book")
        };
        assert_eq!(make(), make());
    }

    #[test]
    fn the_type_comes_first_and_every_text_is_well_formed() {
        for library in [sample::library(), sample::hostile()] {
            let explained = Explained::new(&library);
            for edition in &library.editions {
                let bytes = book(&AnnotatedEdition::new(edition), &explained).expect("a book");
                assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
                let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
                for index in (1..zip.len()).filter(|index| *index != 5) {
                    let mut text = String::new();
                    let mut file = zip.by_index(index).expect("a file");
                    file.read_to_string(&mut text).expect("text");
                    assert!(!text.contains("<script") && !text.contains("<img"), "{text}");
                    let mut reader = quick_xml::Reader::from_str(&text);
                    while !matches!(
                        reader.read_event().expect("well-formed"),
                        quick_xml::events::Event::Eof
                    ) {}
                }
            }
        }
    }
}
