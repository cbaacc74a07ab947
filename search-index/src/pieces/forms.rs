//! What the texts write where a query has another writing of it: the characters for pinyin, and a
//! quantity as printed. One list for each key, spread over pieces as the lists of terms are.

use serde::{Deserialize, Serialize};

/// What texts write for a key, what is likeliest meant first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormList {
    /// [`sound_key`], a syllable alone, or a quantity's term.
    pub key: String,
    /// The words as the texts have them.
    pub forms: Vec<Form>,
}

/// A way in which the texts write something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// As the texts have it, folded.
    pub text: String,
    /// How likely it is meant, see [`worth`].
    pub worth: u8,
}

/// Readings of a character beyond the commonest two bring noise for every pair that it is in: neither
/// the writer nor a reader looks at them.
pub const READINGS: usize = 2;

/// The key of two characters that are read so, without tones.
pub fn sound_key(first: &str, second: &str) -> String {
    [first, " ", second].concat()
}

/// Steps of [`Form::worth`] in one of a natural logarithm.
pub const STEPS: f32 = 8.0;

/// How likely a pair of characters is meant, in eighths of a natural logarithm: how often it stands
/// there, and how much its characters belong together (pointwise mutual information, discounted
/// where little is known: Pantel and Lin, "Discovering word senses from text", 2002). `both` is how
/// often they stand together, `one` and `other` how often each stands alone, of `all` characters.
#[cfg(any(feature = "writer", test))]
pub fn worth(both: u32, one: u32, other: u32, all: u32) -> u8 {
    let [both, one, other, all] = [both, one, other, all].map(|count| count.max(1) as f32);
    let information = (both * all / (one * other)).ln();
    let least = one.min(other);
    let discounted = information * both / (both + 1.0) * least / (least + 1.0);
    let steps = (both.ln() + discounted) * STEPS;
    (1..=u8::MAX).take_while(|own| f32::from(*own) <= steps).last().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_likelier_meant_than_a_chance_row() {
        // Of 100,000 characters: a word, a chance row of two common ones, and one that is there once.
        let [word, chance, once] =
            [(200, 300, 400), (20, 3000, 3000), (1, 1, 1)].map(|(b, o, t)| worth(b, o, t, 100_000));
        assert!(word > chance && word > once, "{word} {chance} {once}");
    }
}
