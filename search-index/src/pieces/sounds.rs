//! The likeliest characters for a row of syllables, out of the pairs that the texts have.

use super::forms::{Form, READINGS, STEPS, sound_key};
use crate::lexicon::variants::Lookup;

/// A place in what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A character.
    Character(char),
    /// A syllable without its tone.
    Syllable(String),
}

/// What a row may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelled {
    /// The characters.
    pub text: String,
    /// Out of how many stretches it is put together that never stand beside each other.
    pub parts: usize,
    /// How likely it is meant, for each pair; as [`Form::worth`].
    pub worth: f32,
}

/// Nobody types a longer row in pinyin.
const MOST_SLOTS: usize = 24;
/// What it costs to begin a new stretch.
const PART: f32 = 4.0 * STEPS;

/// A row that was read up to some place, ending with a character.
#[derive(Clone, Debug)]
struct Path {
    last: char,
    text: String,
    parts: usize,
    sum: f32,
}

/// The likeliest row of characters in which all neighbours stand together in the texts, but where a
/// new stretch of at least two begins (Viterbi). `forms` gives the characters for a key.
pub fn spell<'f>(
    slots: &[Slot],
    lookup: &Lookup,
    forms: &dyn Fn(&str) -> &'f [Form],
) -> Option<Spelled> {
    if slots.len() > MOST_SLOTS {
        return None;
    }
    if let [Slot::Syllable(only)] = slots {
        let best = forms(only).first()?;
        return Some(Spelled { text: best.text.clone(), parts: 1, worth: f32::from(best.worth) });
    }
    // By place: the best paths that end there.
    let mut paths: Vec<Vec<Path>> = vec![Vec::new()];
    for (at, two) in slots.windows(2).enumerate() {
        let mut own: Vec<Path> = Vec::new();
        for (first, last, worth) in pairs(two, lookup, forms) {
            let start = Path { last, text: [first, last].iter().collect(), parts: 1, sum: worth };
            let through = paths[at].iter().filter(|path| path.last == first).map(|path| Path {
                last,
                text: format!("{}{last}", path.text),
                parts: path.parts,
                sum: path.sum + worth,
            });
            let before = at.checked_sub(1).and_then(|at| best(&paths[at]));
            let anew = before.map(|path| Path {
                last,
                text: format!("{}{first}{last}", path.text),
                parts: path.parts + 1,
                sum: path.sum + worth - PART,
            });
            own.extend((at == 0).then_some(start));
            own.extend(through.chain(anew));
        }
        paths.push(likeliest(own));
    }
    let best = best(paths.last()?)?;
    let pairs = (slots.len() - best.parts).max(1) as f32;
    Some(Spelled { text: best.text.clone(), parts: best.parts, worth: best.sum / pairs })
}

/// Of the paths that end with the same character the best one: what follows looks at no more.
fn likeliest(mut paths: Vec<Path>) -> Vec<Path> {
    paths.sort_by(|a, b| {
        a.last.cmp(&b.last).then(b.sum.total_cmp(&a.sum)).then(a.text.cmp(&b.text))
    });
    paths.dedup_by_key(|path| path.last);
    paths
}

fn best(paths: &[Path]) -> Option<&Path> {
    paths.iter().max_by(|a, b| a.sum.total_cmp(&b.sum).then(b.text.cmp(&a.text)))
}

/// The pairs that two neighbouring places may mean.
fn pairs<'f>(
    two: &[Slot],
    lookup: &Lookup,
    forms: &dyn Fn(&str) -> &'f [Form],
) -> Vec<(char, char, f32)> {
    let [one, other] = two else { return Vec::new() };
    let pair = |form: &Form| {
        let mut chars = form.text.chars();
        let (a, b) = (chars.next()?, chars.next()?);
        (fits(one, a) && fits(other, b)).then_some((a, b, f32::from(form.worth)))
    };
    sounding_like(one, other, lookup, forms).into_iter().filter_map(pair).collect()
}

/// All that the texts have which sounds like these two places.
pub fn sounding_like<'f>(
    one: &Slot,
    other: &Slot,
    lookup: &Lookup,
    forms: &dyn Fn(&str) -> &'f [Form],
) -> Vec<&'f Form> {
    let mut found = Vec::new();
    for first in syllables(one, lookup) {
        for second in syllables(other, lookup) {
            found.extend(forms(&sound_key(first, second)));
        }
    }
    found
}

fn syllables<'s>(slot: &'s Slot, lookup: &'s Lookup) -> Vec<&'s str> {
    match slot {
        Slot::Character(c) => lookup.sounds(*c).take(READINGS).collect(),
        // Keyboards without ü write u or v.
        Slot::Syllable(own) if own == "lu" => vec!["lu", "lv"],
        Slot::Syllable(own) if own == "nu" => vec!["nu", "nv"],
        Slot::Syllable(own) => vec![own],
    }
}

fn fits(slot: &Slot, c: char) -> bool {
    !matches!(slot, Slot::Character(own) if *own != c)
}
