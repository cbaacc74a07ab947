//! Cuts pinyin into syllables: `gaobiaozhun` is gao, biao, zhun.

use crate::lexicon::variants::Lookup;

/// At most this many ways of cutting a word are tried.
const MOST_CUTS: usize = 24;
/// No word has more syllables.
const MOST_SYLLABLES: usize = 24;
/// No syllable has more letters.
const LONGEST: usize = 6;

/// The ways to cut Latin letters into syllables of the texts; those with fewer syllables first. The
/// last syllable may be unfinished when `open`.
pub fn cuts<'w>(lookup: &Lookup, word: &'w str, open: bool) -> Vec<Vec<&'w str>> {
    let mut found = Vec::new();
    let mut dead = vec![false; word.len() + 1];
    cut(lookup, word, open, &mut Vec::new(), &mut found, &mut dead);
    found.sort_by_key(Vec::len);
    found
}

/// Whether the rest can be cut; `dead` are the lengths of rests that can't.
fn cut<'w>(
    lookup: &Lookup,
    rest: &'w str,
    open: bool,
    before: &mut Vec<&'w str>,
    found: &mut Vec<Vec<&'w str>>,
    dead: &mut [bool],
) -> bool {
    if found.len() >= MOST_CUTS || before.len() > MOST_SYLLABLES {
        return true;
    }
    if rest.is_empty() {
        found.extend((!before.is_empty()).then(|| before.clone()));
        return true;
    }
    if dead[rest.len()] {
        return false;
    }
    let mut whole = false;
    // Longer syllables first.
    for length in (1..=rest.len().min(LONGEST)).rev() {
        let Some((syllable, more)) = rest.split_at_checked(length) else { continue };
        let known = lookup.is_syllable(syllable);
        let begun =
            open && more.is_empty() && !before.is_empty() && lookup.begins_syllable(syllable);
        if known || begun {
            before.push(syllable);
            whole |= cut(lookup, more, open, before, found, dead);
            before.pop();
        }
    }
    dead[rest.len()] = !whole;
    whole
}
