//! Gathers what the texts write for sounds and quantities.

use std::collections::{BTreeMap, HashMap};

use corpus::Library;
use corpus::text::is_han;

use crate::index::writer::variants::variants;
use crate::lexicon::variants::{Lookup, Variants};
use crate::pieces::forms::{Form, FormList, READINGS, sound_key, worth};
use crate::text::fold::{ends_clause, folded, glyphs};
use crate::text::quantities;
use crate::text::units::{UnitInfo, units};

/// As many forms of a pair of syllables are kept.
const MOST_PAIRS: usize = 8;
/// As many characters of a syllable alone, or writings of a quantity.
const MOST_SINGLE: usize = 4;
/// A number from here on, in thousandths, is known without its unit as well: 三百五十亿.
const LARGE: u64 = 10_000_000;

/// The readings of characters, and the forms of each key, in the order of their keys.
pub fn forms(library: &Library) -> (Variants, Vec<FormList>) {
    let units = units(library);
    let counts = Counts::of(library, &units);
    let everyday = std::iter::empty();
    let mut readings = variants(counts.characters.keys().copied(), everyday);
    // A query is turned into simplified characters by the manifest.
    (readings.traditional, readings.simplified) = (String::new(), Vec::new());
    let lookup = Lookup::from(&readings);
    let mut all: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    counts.sounds(&lookup, &mut all);
    printed_quantities(library, &units, &mut all);
    let sorted = |(key, mut forms): (String, Vec<Form>)| {
        forms.sort_by(|a, b| b.worth.cmp(&a.worth).then(a.text.cmp(&b.text)));
        forms.truncate(if key.contains(' ') { MOST_PAIRS } else { MOST_SINGLE });
        FormList { key, forms }
    };
    (readings, all.into_iter().map(sorted).collect())
}

/// How often Han characters and pairs of them stand in the sources.
#[derive(Debug, Default)]
struct Counts {
    characters: BTreeMap<char, u32>,
    pairs: BTreeMap<[char; 2], u32>,
}

impl Counts {
    fn of(library: &Library, units: &[UnitInfo]) -> Self {
        let mut counts = Self::default();
        for piece in units.iter().flat_map(|unit| unit.source(library)) {
            let glyphs = glyphs(piece.text);
            for glyph in glyphs.iter().filter(|glyph| is_han(glyph.c)) {
                *counts.characters.entry(glyph.c).or_default() += 1;
            }
            for [one, other] in glyphs.array_windows() {
                // What a comma parts is no word; what stands in quotation marks may be a part of one.
                if is_han(one.c) && is_han(other.c) && !ends_clause(other.parted) {
                    *counts.pairs.entry([one.c, other.c]).or_default() += 1;
                }
            }
        }
        counts
    }

    fn sounds(&self, lookup: &Lookup, all: &mut BTreeMap<String, Vec<Form>>) {
        let total = self.characters.values().sum();
        let count = |c: &char| self.characters.get(c).copied().unwrap_or_default();
        for ([first, second], both) in &self.pairs {
            let text: String = [*first, *second].iter().collect();
            let worth = worth(*both, count(first), count(second), total);
            for one in lookup.sounds(*first).take(READINGS) {
                for other in lookup.sounds(*second).take(READINGS) {
                    let form = Form { text: text.clone(), worth };
                    all.entry(sound_key(one, other)).or_default().push(form);
                }
            }
        }
        for (c, own) in &self.characters {
            for syllable in lookup.sounds(*c).take(READINGS) {
                let form = Form { text: c.to_string(), worth: worth(*own, *own, total, total) };
                all.entry(syllable.to_owned()).or_default().push(form);
            }
        }
    }
}

/// The quantities as they are printed, under their terms.
fn printed_quantities(
    library: &Library,
    units: &[UnitInfo],
    all: &mut BTreeMap<String, Vec<Form>>,
) {
    let mut printed: HashMap<(String, String), u32> = HashMap::new();
    for piece in units.iter().flat_map(|unit| unit.source(library)) {
        let glyphs = glyphs(piece.text);
        for quantity in quantities::in_chinese(&glyphs) {
            let mut print = |term: String, end: usize| {
                let first = glyphs.get(quantity.start).map(|glyph| glyph.start as usize);
                let last = end.checked_sub(1).and_then(|end| glyphs.get(end));
                let range = first.zip(last.map(|glyph| glyph.end as usize));
                if let Some(text) = range.and_then(|(from, to)| piece.text.get(from..to)) {
                    let folded: String = folded(text).into_iter().collect();
                    *printed.entry((term, folded)).or_default() += 1;
                }
            };
            if !quantity.unit.is_empty() {
                print(quantity.term(), quantity.end);
            }
            if quantity.milli >= LARGE {
                let number = quantity.end - quantity.unit.chars().count();
                print(quantity.value_term(), number);
            }
        }
    }
    for ((term, text), count) in printed {
        let form = Form { text, worth: count.min(255) as u8 };
        all.entry(term).or_default().push(form);
    }
}
