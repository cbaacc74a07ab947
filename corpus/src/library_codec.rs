//! The library as the browser loads it: numbers and texts one after the other, read in one pass.
//!
//! It holds only what reading and searching need; figures, explanations of terms, places, bodies
//! and translations into further languages have static pages of their own and come back empty. Decoding
//! is straight-line code: with serde and postcard the same costs 34 kB of WebAssembly instead of 7.
//!
//! It is decoded by the program that was built with it: pages, program and texts are tied by the
//! digests in `boot.js`. [`FORMAT`] guards against any other mixture.

mod encoded;

use std::mem::ManuallyDrop;

use self::encoded::{Decoder, Encoded, encoded, encoded_as, encoded_enum};
use crate::address::{Address, DocumentId, Unit};
use crate::compare::{Difference, DifferenceKind};
use crate::errata::{Certainty, Erratum};
use crate::glossary::{Term, Topic};
use crate::library::{Edition, Library, LocatedTopic, SiteContents};
use crate::links::{Evidence, Link, LinkKind};
use crate::locale::{Bilingual, Locale};
use crate::metadata::{DocumentKind, Field, Force, Metadata, Validity};
use crate::model::{Division, Document, Paragraph, Provision, Sentence, Span};
use crate::publication::{FooterLink, Logo, Portal, Publication};
use crate::table::Table;
use crate::translation::Translation;

/// The first number of every encoded library; to be raised with every change of what it holds.
pub const FORMAT: u32 = 5;

/// A library as bytes.
pub fn write(library: &Library) -> Vec<u8> {
    let mut bytes = Vec::new();
    FORMAT.write(&mut bytes);
    // What stands on the pages in further languages stays there; their search has a file of its own.
    let mut library = library.clone();
    for edition in &mut library.editions {
        edition.translations.retain(|translation| translation.locale.is_english());
    }
    library.write(&mut bytes);
    bytes
}

/// A library from bytes; `None` where they are not one, whole and of this format.
pub fn read(bytes: &[u8]) -> Option<Library> {
    let mut input = Decoder { rest: bytes, broken: false };
    if u32::read(&mut input) != FORMAT {
        return None;
    }
    // What a broken input gave is never freed: browsers then need no code for that.
    let library = ManuallyDrop::new(Library::read(&mut input));
    (!input.broken && input.rest.is_empty()).then(|| ManuallyDrop::into_inner(library))
}

encoded_as! {
    bool as u32: |value| u32::from(*value), |value| value != 0;
    u16 as u32: |value| u32::from(*value), |value| value as u16;
    u8 as u32: |value| u32::from(*value), |value| value as u8;
    DocumentId as String: |id| id.0.clone(), DocumentId;
    Locale as String: |locale| locale.0.clone(), Locale;
    // A unit's name is its address; one that is none can't be in a library that we encoded.
    Unit as String: ToString::to_string, |name| name.parse().unwrap_or(Unit::Title);
}

encoded_enum! {
    Field [
        IndexNumber, Subject, Issuers, Issued, DocumentNumber, Published, Keywords, Addressee,
        Origin
    ]
    DocumentKind [Policy, Interpretation, Law]
    Force [Unstated, Constitution, Law, Regulation, Judicial, Rule, Local]
    LinkKind [Quote, Paraphrase, Mention]
    Validity [InForce, NotYet, Expired]
    DifferenceKind [Added, Dropped, Changed]
    Certainty [Certain, Likely]
}

encoded! {
    Library { publication, editions, links, terms, topics, contents; rest }
    Publication { title, logo, sign, portal, footer_links; rest }
    Logo { path, width, height }
    Portal { sponsor, operator, contact, site_id_code, icp, police_record, party_government_link; rest }
    FooterLink { text, href }
    SiteContents { topics, facts, places }
    Edition { metadata, document, translations, errata; rest }
    // All that the box and the footer of a document show.
    Metadata {
        id, kind, force, explains, title, short_title, summary, issuers, index_number, subject,
        document_number, addressee, issued, published, keywords, remarks, incomplete, not_stated,
        from_text, origin, origin_pdf, validity, effective, expires, updated; rest
    }
    Bilingual { zh, en }
    Document { id, kind, title, divisions, provisions, tables }
    Table { provision, first, rows, head }
    Provision { number, label, title, paragraphs }
    Paragraph { label, sentences }
    Sentence { number, text, line, column }
    Span { start, end }
    Translation { document, locale, sentences }
    Erratum { at, span, corrected, certainty, note }
    Address { document, unit, sentence }
    Link { from, to, kind, score, evidence, differences }
    Evidence { from, to }
    Difference { kind, from, to }
    Term { id, zh; rest }
    LocatedTopic { topic, sentences }
    Topic { id, title_zh, title_en; rest }
}

impl Encoded for Division {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.number.write(bytes);
        self.label.write(bytes);
        self.title.write(bytes);
        self.depth.write(bytes);
        self.provisions.start.write(bytes);
        self.provisions.end.write(bytes);
    }

    fn read(input: &mut Decoder<'_>) -> Self {
        Self {
            number: Encoded::read(input),
            label: Encoded::read(input),
            title: Encoded::read(input),
            depth: Encoded::read(input),
            provisions: u32::read(input)..u32::read(input),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::info_box::info_box;

    fn library() -> Library {
        let text = "标题\n\n一、甲\n\n（一）乙。丙1000万亩。丁。\n\n（二）戊。己。";
        let (document, _) = crate::parse(&"x".into(), DocumentKind::Policy, text, 1);
        let toml = "id = \"x\"\nkind = \"policy\"\nsource = \"x.txt\"\ntitle = { zh = \"标题\" }";
        let metadata = toml::from_str(toml).expect("metadata");
        let translations = vec![Translation {
            document: document.id.clone(),
            locale: Locale::en(),
            sentences: document.sentences().map(|_| "text".to_owned()).collect(),
        }];
        let edition =
            Edition { metadata, document, translations, errata: Vec::new(), facts: Vec::new() };
        Library { editions: vec![edition], ..Library::default() }
    }

    #[test]
    fn an_encoded_library_gives_back_what_reading_needs() {
        let library = library();
        let back = read(&write(&library)).expect("a whole encoded library");
        assert_eq!(back.editions[0].document, library.editions[0].document);
        assert_eq!(back.editions[0].translations, library.editions[0].translations);
        assert_eq!(write(&back), write(&library));
    }

    #[test]
    fn further_translations_stay_on_the_pages() {
        let mut library = library();
        let mut further = library.editions[0].translations[0].clone();
        further.locale = Locale("mn-Mong".to_owned());
        library.editions[0].translations.insert(0, further);
        let back = read(&write(&library)).expect("a whole encoded library");
        let [english] = &back.editions[0].translations[..] else { panic!("one translation") };
        assert_eq!(Some(english), library.editions[0].english());
    }

    #[test]
    fn the_box_of_a_document_is_the_same_in_the_browser() {
        let mut library = library();
        let words = |text: &str| vec![Bilingual { zh: text.into(), en: format!("{text} en") }];
        let metadata = &mut library.editions[0].metadata;
        metadata.index_number = "A1".into();
        metadata.subject = words("农业").remove(0);
        metadata.issuers = words("市政府");
        metadata.document_number = "某政发〔2026〕1号".into();
        metadata.addressee = "各县".into();
        metadata.issued = "2026-02-10".into();
        metadata.published = "2026-02-12 09:30".into();
        metadata.keywords = words("乡村");
        metadata.remarks = words("缺一页");
        metadata.from_text = vec![Field::Issued];
        metadata.not_stated = vec![Field::Origin];
        metadata.validity = Some(Validity::Expired);
        metadata.expires = "2027-12-31".into();
        metadata.origin_pdf = "https://a.gov.cn/1.pdf".into();
        let back = read(&write(&library)).expect("a whole encoded library");
        for english in [false, true] {
            let of = |library: &Library| info_box(&library.editions[0].metadata, english);
            assert_eq!(of(&back), of(&library));
            assert!(of(&back).iter().all(|row| !row.is_empty()));
        }
        let kept = &back.editions[0].metadata;
        assert_eq!(kept.validity, Some(Validity::Expired));
        assert_eq!((&*kept.expires, &*kept.origin_pdf), ("2027-12-31", "https://a.gov.cn/1.pdf"));
        let gaps =
            |library: &Library| library.editions[0].metadata.gaps().cloned().collect::<Vec<_>>();
        assert_eq!(gaps(&back), gaps(&library));
        assert_eq!(back.editions[0].metadata.not_stated, [Field::Origin]);
        library.editions[0].metadata.keywords.clear();
        library.editions[0].metadata.not_stated.push(Field::Keywords);
        let back = read(&write(&library)).expect("a whole encoded library");
        assert_eq!(info_box(&back.editions[0].metadata, false)[7].shown(false), "原文没有写明");
    }

    #[test]
    fn a_broken_library_is_refused() {
        let whole = write(&library());
        for length in 0..whole.len() {
            assert_eq!(read(&whole[..length]), None, "{length} of {} bytes", whole.len());
        }
        let mut longer = whole.clone();
        longer.push(0);
        assert_eq!(read(&longer), None);
        let mut other = whole;
        other[0] = 99;
        assert_eq!(read(&other), None);
    }
}
