//! Where a term stands: places in their order, each with how much the term says about it. A list is
//! cut after the places about which it says most, so that no term costs more than [`LONGEST`] places
//! however large the library is; how many there are in truth is told.

use serde::{Deserialize, Serialize};

/// At most this many places of a term are listed.
pub const LONGEST: usize = 8192;

/// What a term says about a place is one of so many levels, from 1 on.
pub const LEVELS: u32 = 15;

/// How many bits a level takes.
const LEVEL_BITS: u32 = 4;

/// A term with its places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermList {
    /// The term.
    pub term: String,
    /// How many provisions have it.
    pub found: u32,
    /// Differences of places and levels, as LEB128.
    places: Vec<u8>,
}

impl TermList {
    /// The list of a term from its places, in their order, with their levels; `weights` says of each
    /// place how much its document counts.
    pub fn new(term: String, mut places: Vec<(u32, u32)>, weights: &[u16]) -> Self {
        let found = places.len() as u32;
        if places.len() > LONGEST {
            let worth = |place: u32, level: u32| level * u32::from(weights[place as usize]);
            places.sort_by_key(|(place, level)| (std::cmp::Reverse(worth(*place, *level)), *place));
            places.truncate(LONGEST);
            places.sort_unstable();
        }
        let (mut bytes, mut before) = (Vec::new(), 0);
        for (place, level) in places {
            let mut left = u64::from(place - before) << LEVEL_BITS | u64::from(level);
            before = place;
            while left >= 0x80 {
                bytes.push(left as u8 | 0x80);
                left >>= 7;
            }
            bytes.push(left as u8);
        }
        Self { term, found, places: bytes }
    }

    /// Whether places were left out.
    pub fn is_cut(&self) -> bool {
        self.found as usize > LONGEST
    }

    /// The places with their levels. Bytes that are no list end it.
    pub fn places(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let mut bytes = self.places.iter();
        let mut place = 0u32;
        std::iter::from_fn(move || {
            let (mut value, mut shift) = (0u64, 0);
            loop {
                let byte = *bytes.next()?;
                value |= u64::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    break;
                }
                shift += 7;
                if shift > 35 {
                    return None;
                }
            }
            place = place.checked_add(u32::try_from(value >> LEVEL_BITS).ok()?)?;
            Some((place, value as u32 & ((1 << LEVEL_BITS) - 1)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_gives_back_its_places() {
        let places = vec![(0, 1), (1, 15), (200, 3), (70_000, 7), (u32::MAX, 2)];
        let list = TermList::new("甲乙".to_owned(), places.clone(), &[]);
        assert_eq!(list.places().collect::<Vec<_>>(), places);
        assert_eq!((list.found, list.is_cut()), (5, false));
    }

    #[test]
    fn a_long_list_keeps_what_it_says_most_about() {
        let count = LONGEST as u32 + 100;
        let places: Vec<_> =
            (0..count).map(|place| (place, if place % 100 == 7 { 1 } else { 2 })).collect();
        let list = TermList::new("的".to_owned(), places, &vec![1000; count as usize]);
        assert!(list.is_cut());
        assert_eq!(list.found, count);
        let kept: Vec<_> = list.places().collect();
        assert_eq!(kept.len(), LONGEST);
        assert!(kept.is_sorted());
        assert!(kept.iter().filter(|(_, level)| *level == 1).count() < 10);
    }
}
