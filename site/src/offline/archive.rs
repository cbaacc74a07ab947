//! Archives of pages, in which whatever stood in a page before is told as a copy of it.
//!
//! Pages of one site repeat each other: style, navigation, footer. gzip alone looks back 32 kB, less
//! than a page, and sees none of that; a long look back first and gzip after it make the 92 pages
//! of a language (6.25 MB) about 150 kB, where LZMA, which browsers can't unpack, makes 116.
//!
//! The format, unpacked by `expand` in `public/js/sw/archive.js`: four bytes, little endian, with
//! the length of the steps; the steps, each three numbers (how many bytes come from the rest, how
//! many are a copy, from how many bytes back), the last without a copy; then the rest. Numbers are
//! LEB128. A copy never reaches into itself.

use std::collections::BTreeMap;

use anyhow::Result;
use corpus::DocumentId;
use search_index::cores::on_all_cores;

use super::digest;
use crate::assets::Asset;
use crate::pages::Body;

/// The most bytes that the pages of one archive have, unpacked: a worker on a phone holds them.
const ARCHIVE: usize = 8_000_000;
/// The shortest run that is told as a copy: shorter ones gzip tells better (16 to 64 were tried).
const SHORTEST: usize = 24;
/// Bits of the largest table of places by the hash of the run that starts there; a later run takes
/// the place of an earlier one.
const TABLE_BITS: u32 = 21;

/// Some pages, as archives for each language.
#[derive(Debug, Default)]
pub(super) struct Packed {
    /// The files, by language.
    pub(super) files: BTreeMap<&'static str, Vec<Asset>>,
    /// The place of each page, see `visited` of the list.
    pub(super) visited: BTreeMap<String, (String, usize, usize)>,
}

/// All pages but the first of each language, as archives.
#[derive(Debug, Default)]
pub struct Archives {
    /// Those that belong together: all, or those that are of no document that is kept by itself.
    pub(super) shared: Packed,
    /// The pages of each document that is kept by itself.
    pub(super) documents: BTreeMap<DocumentId, Packed>,
}

impl Archives {
    /// Packs pages, whose HTML `finished` makes: each once, and no more at a time than an archive
    /// holds.
    ///
    /// # Errors
    /// Where compressing or `finished` fails.
    pub fn of(pages: &[&Body], finished: Finished<'_>, packing: Packing) -> Result<Self> {
        let mut shares: BTreeMap<Share<'_>, Vec<(String, &Body)>> = BTreeMap::new();
        for body in pages {
            let document = body.route.page.document().filter(|_| packing.by_document);
            let share = shares.entry((document, body.route.locale.short())).or_default();
            share.push((body.path(), body));
        }
        let shares: Vec<(Share<'_>, Vec<(String, &Body)>)> = shares.into_iter().collect();
        let packed = on_all_cores(&shares, |((document, language), pages)| {
            let name = archive_name(*document, language);
            packed_of(&name, language, pages, finished, packing.thorough)
        });
        let mut archives = Self::default();
        for (((document, _), _), packed) in shares.iter().zip(packed) {
            let whole = match document {
                Some(document) => archives.documents.entry((*document).clone()).or_default(),
                None => &mut archives.shared,
            };
            let Packed { files, visited } = packed?;
            whole.files.extend(files);
            whole.visited.extend(visited);
        }
        Ok(archives)
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &Asset> {
        let all = std::iter::once(&self.shared).chain(self.documents.values());
        all.flat_map(|packed| packed.files.values().flatten())
    }
}

/// How pages are packed.
#[derive(Clone, Copy, Debug)]
pub struct Packing {
    /// Each document by itself.
    pub by_document: bool,
    /// As small as can be.
    pub thorough: bool,
}

/// Makes the HTML of a page.
pub type Finished<'a> = &'a (dyn Fn(&Body) -> Result<String> + Sync);

/// Pages that lie in archives together: of which document, in which language.
type Share<'a> = (Option<&'a DocumentId>, &'static str);

/// What the name of an archive begins with.
fn archive_name(document: Option<&DocumentId>, language: &str) -> String {
    document.map_or_else(
        || format!("pages-{language}"),
        |document| format!("pages-{language}-{}", document.0),
    )
}

/// The archives of pages of one language.
fn packed_of(
    name: &str,
    language: &'static str,
    pages: &[(String, &Body)],
    finished: Finished<'_>,
    thorough: bool,
) -> Result<Packed> {
    let mut packed = Packed::default();
    let mut pages: Vec<&(String, &Body)> = pages.iter().collect();
    pages.sort_unstable_by_key(|(path, _)| path);
    let mut files = Vec::new();
    let mut close = |number: usize, html: &str| -> Result<()> {
        let file = pack(html.as_bytes(), thorough);
        files.push(Asset::packed(&format!("{name}-{number}"), &file, thorough)?);
        Ok(())
    };
    let (mut number, mut archive) = (0, String::new());
    for (path, body) in pages {
        let html = finished(body)?;
        if archive.len() + html.len() > ARCHIVE && !archive.is_empty() {
            close(number, &archive)?;
            archive.clear();
            number += 1;
        }
        archive.push_str(&html);
        packed.visited.insert(path.clone(), (digest(html.as_bytes()), html.len(), number));
    }
    if !archive.is_empty() {
        close(number, &archive)?;
    }
    packed.files.insert(language, files);
    Ok(packed)
}

/// What pages stand for in an archive, still to be put through gzip. Where it is not to be
/// `thorough`, later copies are looked for in what stood there first alone: the archives are 4 %
/// larger, and a whole site is made in two thirds of the time.
fn pack(pages: &[u8], thorough: bool) -> Vec<u8> {
    let (mut steps, mut rest) = (Vec::new(), Vec::new());
    // As many places as bytes: a large table takes longer to make than a small document to pack.
    let bits = (usize::BITS - pages.len().leading_zeros()).clamp(8, TABLE_BITS);
    let slot = |at: usize| (hash(pages, at) >> (u64::BITS - bits)) as usize;
    let mut places = vec![u32::MAX; 1 << bits];
    let mut told = 0;
    let mut at = 0;
    while at + SHORTEST <= pages.len() {
        let found = std::mem::replace(&mut places[slot(at)], at as u32) as usize;
        let Some(copy) = Copy::at(pages, found, at, told) else {
            at += 1;
            continue;
        };
        number(&mut steps, copy.to - told);
        number(&mut steps, copy.length);
        number(&mut steps, copy.to - copy.from);
        rest.extend(&pages[told..copy.to]);
        told = copy.to + copy.length;
        if thorough {
            for inside in at + 1..told.min(pages.len() + 1 - SHORTEST) {
                places[slot(inside)] = inside as u32;
            }
        }
        at = told;
    }
    number(&mut steps, pages.len() - told);
    rest.extend(&pages[told..]);
    let length = (steps.len() as u32).to_le_bytes();
    [&length[..], &steps, &rest].concat()
}

/// A run that stands in the pages twice.
struct Copy {
    from: usize,
    to: usize,
    length: usize,
}

impl Copy {
    /// The longest run around two places, if they have one; what is `told` already stays as it is.
    fn at(pages: &[u8], from: usize, to: usize, told: usize) -> Option<Self> {
        if from >= to || pages.get(from..from + SHORTEST)? != &pages[to..to + SHORTEST] {
            return None;
        }
        let before = (0..(to - told).min(from))
            .take_while(|back| pages[from - back - 1] == pages[to - back - 1])
            .count();
        let (from, to) = (from - before, to - before);
        let alike = pages[to..].iter().zip(&pages[from..to]).take_while(|(a, b)| a == b);
        Some(Self { from, to, length: alike.count() })
    }
}

/// The hash of the run that starts here, whose first bits are its place in the table. The mixing is
/// that of FNV-1a over words.
fn hash(pages: &[u8], at: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in pages[at..at + SHORTEST].as_chunks().0 {
        hash = (hash ^ u64::from_be_bytes(*word)).wrapping_mul(0x0000_0100_0000_01b3);
        hash ^= hash >> 29;
    }
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Writes a number as LEB128.
fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Undoes [`pack`].
    fn unpack(packed: &[u8]) -> Vec<u8> {
        let end = 4 + u32::from_le_bytes(packed[..4].try_into().unwrap()) as usize;
        let (mut step, mut rest) = (4, end);
        let mut pages: Vec<u8> = Vec::new();
        let number = |step: &mut usize| {
            let mut number = 0;
            for shift in (0..).step_by(7) {
                let byte = packed[*step];
                *step += 1;
                number |= usize::from(byte & 0x7f) << shift;
                if byte < 0x80 {
                    break;
                }
            }
            number
        };
        while step < end {
            let fresh = number(&mut step);
            pages.extend(&packed[rest..rest + fresh]);
            rest += fresh;
            if step >= end {
                break;
            }
            let length = number(&mut step);
            let from = pages.len() - number(&mut step);
            assert!(from + length <= pages.len(), "a copy reaches into itself");
            pages.extend_from_within(from..from + length);
        }
        assert_eq!(rest, packed.len(), "nothing of the rest is left");
        pages
    }

    #[test]
    fn what_repeats_is_told_once() {
        let page = |text: &str| format!("<header>{}</header><p>{text}</p>", "导航 ".repeat(40));
        let pages = [page("甲"), page("乙"), page("丙")].concat();
        for thorough in [false, true] {
            let packed = pack(pages.as_bytes(), thorough);
            assert_eq!(unpack(&packed), pages.as_bytes());
            assert!(packed.len() < page("甲").len(), "{} bytes", packed.len());
        }
    }

    #[test]
    fn the_shortest_texts_are_kept() {
        for length in [0, 1, SHORTEST - 1, SHORTEST, SHORTEST + 1, 2 * SHORTEST] {
            let pages = vec![b'a'; length];
            assert_eq!(unpack(&pack(&pages, true)), pages, "{length}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(parts in prop::collection::vec("[ab]{1,60}|[导航文字]{1,20}", 0..40), order in prop::collection::vec(any::<prop::sample::Index>(), 0..60)) {
            let pages: String = if parts.is_empty() { String::new() } else {
                order.iter().map(|index| index.get(&parts).as_str()).collect()
            };
            for thorough in [false, true] {
                prop_assert_eq!(unpack(&pack(pages.as_bytes(), thorough)), pages.as_bytes());
            }
        }
    }
}
