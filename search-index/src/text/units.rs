//! The library as a list of units (titles, headings, provisions), and the text of each as a stream
//! of folded characters that knows its printed places: the one truth about what occurs where.

use corpus::{Address, Edition, Library, Sentence, Span, Unit, UnitRef};

use crate::text::fold::{self, Break, Glyph};
use crate::text::stream::{Origin, Stream};

/// Which unit of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Its title lines.
    Title,
    /// The division with this index.
    Division(u32),
    /// The provision with this index.
    Provision(u32),
}

/// A unit of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitInfo {
    /// Index of its edition.
    pub edition: usize,
    /// Which unit of that document.
    pub slot: Slot,
    /// Ordinal of its first sentence, for translations.
    pub first: usize,
    /// One past the last unit that it heads (itself + 1 for a provision).
    pub end: usize,
    /// The outermost division that it is or is in, as an index of the document's divisions.
    pub part: Option<u32>,
}

/// A stretch of printed text: a sentence, or a label such as `（十三）`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The sentence's number; `None` for a label.
    pub sentence: Option<u16>,
    /// The characters as printed.
    pub text: &'a str,
    /// Whether it is the heading, run-in title or label of the unit.
    pub heading: bool,
}

/// All units of the library in reading order. A unit's position here is its number in the index.
pub fn units(library: &Library) -> Vec<UnitInfo> {
    let mut all: Vec<UnitInfo> = Vec::new();
    for (edition, Edition { document, .. }) in library.editions.iter().enumerate() {
        let (base, mut first) = (all.len(), 0);
        // Divisions that are still open, as (depth, unit).
        let mut open: Vec<(u8, usize)> = Vec::new();
        let (mut divisions, mut provisions) = (0, 0);
        let mut part = None;
        for unit in document.units() {
            let here = all.len();
            let slot = match unit {
                UnitRef::Title(_) => Slot::Title,
                UnitRef::Division(division) => {
                    close(&mut open, division.depth, here, &mut all);
                    open.push((division.depth, here));
                    if division.depth == 0 {
                        part = Some(divisions);
                    }
                    divisions += 1;
                    Slot::Division(divisions - 1)
                }
                UnitRef::Provision(_) => {
                    provisions += 1;
                    Slot::Provision(provisions - 1)
                }
            };
            all.push(UnitInfo { edition, slot, first, end: here + 1, part });
            first += unit.sentences().count();
        }
        let end = all.len();
        close(&mut open, 0, end, &mut all);
        if let Some(title) = all.get_mut(base) {
            title.end = end;
        }
    }
    all
}

fn close(open: &mut Vec<(u8, usize)>, depth: u8, here: usize, all: &mut [UnitInfo]) {
    while let Some((_, unit)) = open.pop_if(|(other, _)| *other >= depth) {
        all[unit].end = here;
    }
}

/// Which of the units is at this address, its sentence left aside.
pub fn unit_at(library: &Library, units: &[UnitInfo], at: &Address) -> Option<usize> {
    units.iter().position(|unit| {
        let own = unit.address(library, None);
        own.document == at.document && own.unit == at.unit
    })
}

impl UnitInfo {
    /// The unit in its document.
    pub fn get<'a>(&self, library: &'a Library) -> UnitRef<'a> {
        let document = &library.editions[self.edition].document;
        match self.slot {
            Slot::Title => UnitRef::Title(&document.title),
            Slot::Division(index) => UnitRef::Division(&document.divisions[index as usize]),
            Slot::Provision(index) => UnitRef::Provision(&document.provisions[index as usize]),
        }
    }

    /// Whether it is a provision, not a heading or title.
    pub fn is_provision(&self) -> bool {
        matches!(self.slot, Slot::Provision(_))
    }

    /// Its address, or that of one of its sentences.
    pub fn address(&self, library: &Library, sentence: Option<u16>) -> Address {
        let document = library.editions[self.edition].document.id.clone();
        Address { document, unit: self.get(library).unit(), sentence }
    }

    /// The address of the outermost division that it is or is in.
    pub fn part_address(&self, library: &Library) -> Option<Address> {
        let document = &library.editions[self.edition].document;
        let division = document.divisions.get(self.part? as usize)?;
        let unit = Unit::Division(division.number.clone());
        Some(Address { document: document.id.clone(), unit, sentence: None })
    }

    /// Whether it is in the part with this number, in whatever way of writing.
    pub fn in_part(&self, library: &Library, number: &str) -> bool {
        let wanted = corpus::numbering::number(&number.chars().collect::<Vec<_>>());
        let wanted = wanted.map_or_else(|| number.to_owned(), |number| number.to_string());
        let part = self.part_address(library).map(|at| at.unit);
        matches!(part, Some(Unit::Division(own)) if own == wanted)
    }

    /// Whether it is in a document with this, folded, in its id or a name.
    pub fn in_document(&self, library: &Library, name: &str) -> bool {
        let edition = &library.editions[self.edition];
        let title = &edition.metadata.title;
        let short = &edition.metadata.short_title;
        let folded = |text: &str| text.chars().map(fold::fold).collect::<String>();
        [&edition.document.id.0, &title.zh, &title.en, &short.zh, &short.en]
            .into_iter()
            .any(|text| folded(text).contains(name))
    }

    /// The source text, labels included, in reading order.
    pub fn source<'a>(&self, library: &'a Library) -> Vec<Piece<'a>> {
        let label = |text: &'a str, heading| Piece { sentence: None, text, heading };
        let whole = |sentence: &'a Sentence, heading| Piece {
            sentence: Some(sentence.number),
            text: &sentence.text,
            heading,
        };
        match self.get(library) {
            UnitRef::Title(lines) => lines.iter().map(|line| whole(line, true)).collect(),
            UnitRef::Division(division) => {
                vec![label(&division.label, true), whole(&division.title, true)]
            }
            UnitRef::Provision(provision) => {
                let mut pieces = vec![label(&provision.label, true)];
                pieces.extend(provision.title.iter().map(|title| whole(title, true)));
                for paragraph in &provision.paragraphs {
                    pieces.push(label(&paragraph.label, false));
                    pieces.extend(paragraph.sentences.iter().map(|s| whole(s, false)));
                }
                pieces
            }
        }
    }

    /// The translation into English, in reading order; without labels.
    pub fn translation<'a>(&self, library: &'a Library) -> Vec<Piece<'a>> {
        let Some(translation) = library.editions[self.edition].english() else {
            return Vec::new();
        };
        let heading = |number: u16| !self.is_provision() || number == 0;
        self.get(library)
            .sentences()
            .zip(translation.sentences.get(self.first..).unwrap_or_default())
            .filter(|(_, text)| !text.is_empty())
            .map(|(sentence, text)| Piece {
                sentence: Some(sentence.number),
                text,
                heading: heading(sentence.number),
            })
            .collect()
    }

    /// The source as printed.
    pub fn printed_stream(&self, library: &Library) -> Stream {
        let (mut stream, mut parted) = (Stream::default(), 0);
        for (piece, index) in self.source(library).iter().zip(0..) {
            stream.extend(index, fold::glyphs_after(piece.text, &mut parted));
        }
        stream.part(parted);
        stream
    }

    /// The source in its corrected reading; `None` where nothing is corrected.
    pub fn corrected_stream(&self, library: &Library) -> Option<Stream> {
        let unit = self.get(library).unit();
        let errata: Vec<_> = library.editions[self.edition]
            .errata
            .iter()
            .filter(|erratum| erratum.at.unit == unit && erratum.corrected.is_some())
            .collect();
        if errata.is_empty() {
            return None;
        }
        let (mut stream, mut parted) = (Stream::default(), 0);
        for (piece, index) in self.source(library).iter().zip(0..) {
            let mut here: Vec<(Span, &str)> = errata
                .iter()
                .filter(|e| piece.sentence.is_some() && e.at.sentence == piece.sentence)
                .filter_map(|e| Some((e.span, e.corrected.as_deref()?)))
                .collect();
            here.sort_by_key(|(span, _)| *span);
            stream.extend(index, corrected(piece.text, &here, &mut parted));
        }
        stream.part(parted);
        Some(stream)
    }

    /// The translation's words, parted by spaces, with the words themselves.
    pub fn translation_stream(&self, library: &Library) -> Stream {
        let (mut stream, mut parted) = (Stream::default(), 0);
        for (piece, index) in self.translation(library).iter().zip(0..) {
            for word in fold::words_after(piece.text, &mut parted) {
                let span = Span { start: word.start, end: word.end };
                if !stream.chars.is_empty() {
                    stream
                        .push(' ', Origin { piece: index, span: Span { end: span.start, ..span } });
                    stream.part(word.parted);
                }
                word.text.chars().for_each(|c| stream.push(c, Origin { piece: index, span }));
            }
        }
        stream
    }
}

/// The glyphs of a text in its corrected reading, which is folded as a whole, so that punctuation
/// parts what it parts there. What printed and corrected words both begin or end with stays where it
/// is printed; other corrected characters are placed on the printed ones that they stand for, or on
/// all the words of the correction if they stand for none. `corrections` are in order.
fn corrected(text: &str, corrections: &[(Span, &str)], parted: &mut Break) -> Vec<Glyph> {
    let mut reading = String::new();
    // Where each stretch of the reading begins, and its place in print: all of the span, or, without
    // an end, byte by byte from there on.
    let mut stretches: Vec<(usize, usize, Option<usize>)> = Vec::new();
    let mut at = 0;
    for (span, words) in corrections {
        let (from, to) = (span.start as usize, span.end as usize);
        let Some((between, printed)) = text.get(at..from).zip(text.get(from..to)) else { continue };
        stretches.push((reading.len(), at, None));
        reading.push_str(between);
        let before = common(printed.chars().zip(words.chars()));
        let after = common(printed[before..].chars().rev().zip(words[before..].chars().rev()));
        let place = if before + after < printed.len() {
            (from + before, Some(to - after))
        } else {
            (from, Some(to))
        };
        stretches.push((reading.len(), from, None));
        stretches.push((reading.len() + before, place.0, place.1));
        reading.push_str(words);
        stretches.push((reading.len() - after, to - after, None));
        at = to;
    }
    stretches.push((reading.len(), at, None));
    reading.push_str(text.get(at..).unwrap_or_default());
    let mut glyphs = fold::glyphs_after(&reading, parted);
    for glyph in &mut glyphs {
        let own = stretches.partition_point(|(start, ..)| *start <= glyph.start as usize);
        let Some((start, printed, end)) = own.checked_sub(1).and_then(|own| stretches.get(own))
        else {
            continue;
        };
        let length = glyph.end - glyph.start;
        if let Some(end) = end {
            (glyph.start, glyph.end) = (*printed as u32, *end as u32);
        } else {
            glyph.start = (glyph.start as usize - start + printed) as u32;
            glyph.end = glyph.start + length;
        }
    }
    glyphs
}

/// How many bytes the characters take that are the same in both.
fn common(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
}
