//! Other ways of writing a character: its syllables in pinyin and its Traditional forms.
//!
//! The tables hold only characters that occur in the texts; the writer makes them
//! (`crate::index::writer::variants`) and the bundle carries them.

use serde::{Deserialize, Serialize};

/// The tables.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variants {
    /// Every Han character that occurs in the texts, sorted.
    pub characters: String,
    /// The syllables that occur, without tones, sorted, parted by spaces; `ü` is `v`.
    pub syllables: String,
    /// For each character its syllables, as indices; a character with several is listed by its
    /// first ones, parted from the next character by the high bit of the last.
    pub readings: Vec<u16>,
    /// Other common characters, which may be typed in the place of one that sounds alike: those of
    /// each syllable, parted by spaces.
    pub others: String,
    /// Traditional characters, sorted by what they stand for in the texts.
    pub traditional: String,
    /// For each Traditional character the index of its simplified one in `characters`, as the
    /// difference from the one before.
    pub simplified: Vec<u16>,
}

/// Marks the last reading of a character in [`Variants::readings`].
pub const LAST: u16 = 0x8000;

/// The tables, unpacked for looking up.
#[derive(Debug, Default)]
pub struct Lookup {
    /// Characters with their syllables.
    pub characters: Vec<(char, Vec<u16>)>,
    /// Syllables.
    pub syllables: Vec<String>,
    /// Other characters with their syllable.
    others: Vec<(char, [u16; 1])>,
    /// Traditional characters with their simplified ones, sorted.
    traditional: Vec<(char, char)>,
}

impl From<&Variants> for Lookup {
    fn from(variants: &Variants) -> Self {
        let mut readings = variants.readings.iter();
        let characters: Vec<(char, Vec<u16>)> = variants
            .characters
            .chars()
            .map(|c| {
                let mut own = Vec::new();
                for reading in readings.by_ref() {
                    own.push(reading & !LAST);
                    if reading & LAST != 0 {
                        break;
                    }
                }
                (c, own)
            })
            .collect();
        let mut index = 0;
        let mut traditional: Vec<(char, char)> = variants
            .traditional
            .chars()
            .zip(&variants.simplified)
            .filter_map(|(c, step)| {
                index += usize::from(*step);
                characters.get(index).map(|(simplified, _)| (c, *simplified))
            })
            .collect();
        traditional.sort_unstable();
        let of_syllable = |(group, syllable): (&str, u16)| -> Vec<_> {
            group.chars().map(|c| (c, [syllable])).collect()
        };
        let others = variants.others.split(' ').zip(0..).flat_map(of_syllable).collect();
        let syllables = variants.syllables.split(' ').map(str::to_owned).collect();
        Self { characters, syllables, others, traditional }
    }
}

impl Lookup {
    /// Whether the character occurs in the texts.
    pub fn occurs(&self, c: char) -> bool {
        self.characters.binary_search_by_key(&c, |(known, _)| *known).is_ok()
    }

    /// Whether a character of the texts is read so.
    pub fn is_syllable(&self, text: &str) -> bool {
        self.syllables.binary_search_by(|known| known.as_str().cmp(text)).is_ok()
    }

    /// Whether a character of the texts is read in a way that begins so.
    pub fn begins_syllable(&self, text: &str) -> bool {
        let at = self.syllables.partition_point(|known| known.as_str() < text);
        self.syllables.get(at).is_some_and(|known| known.starts_with(text))
    }

    /// The simplified characters of the texts that this Traditional character may stand for.
    pub fn simplified(&self, c: char) -> impl Iterator<Item = char> {
        let from = self.traditional.partition_point(|(known, _)| *known < c);
        self.traditional[from..].iter().take_while(move |(known, _)| *known == c).map(|(_, s)| *s)
    }

    /// The syllables of a character, as indices.
    pub fn readings(&self, c: char) -> &[u16] {
        if let Ok(at) = self.characters.binary_search_by_key(&c, |(known, _)| *known) {
            return &self.characters[at].1;
        }
        self.others.iter().find(|(known, _)| *known == c).map_or(&[], |(_, own)| own)
    }

    /// The same as letters.
    pub fn sounds(&self, c: char) -> impl Iterator<Item = &str> {
        let syllable = |reading: &u16| self.syllables.get(usize::from(*reading));
        self.readings(c).iter().filter_map(syllable).map(String::as_str)
    }

    /// Whether two characters may sound alike (toneless).
    pub fn alike(&self, a: char, b: char) -> bool {
        let own = self.readings(a);
        self.readings(b).iter().any(|reading| own.contains(reading))
    }

    /// The characters that have a syllable for which the test holds.
    pub fn read_as(&self, test: impl Fn(&str) -> bool) -> Vec<char> {
        let fits: Vec<bool> = self.syllables.iter().map(|syllable| test(syllable)).collect();
        let fit = |reading: &u16| fits.get(usize::from(*reading)).copied().unwrap_or(false);
        self.characters.iter().filter(|(_, own)| own.iter().any(fit)).map(|(c, _)| *c).collect()
    }

    /// The characters of the texts that sound like this one (toneless), itself left out.
    pub fn homophones(&self, c: char) -> Vec<char> {
        let own = self.readings(c);
        self.characters
            .iter()
            .filter(|(other, readings)| *other != c && readings.iter().any(|r| own.contains(r)))
            .map(|(other, _)| *other)
            .collect()
    }
}
