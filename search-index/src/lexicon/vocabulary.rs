//! The words of the translations, and which of them a misspelt word may mean.

use corpus::Library;

use crate::text::fold;
use crate::text::stem::stem;
use crate::text::units::UnitInfo;

/// A word as readers know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownWord {
    /// The folded word; a hyphenated one in one piece (`ecommerce`).
    pub word: String,
    /// Its stems: several for a hyphenated word.
    pub stems: Vec<String>,
    /// How often it stands in the texts.
    pub count: u32,
}

/// The words of the translations.
#[derive(Debug, Default)]
pub struct Vocabulary(Vec<KnownWord>);

impl Vocabulary {
    /// Reads all translations; `everyday` words of the thesaurus are known as well.
    pub fn new<'w>(
        library: &Library,
        units: &[UnitInfo],
        everyday: impl Iterator<Item = &'w str>,
    ) -> Self {
        let mut words: Vec<(String, Vec<String>)> = Vec::new();
        for word in everyday.flat_map(fold::words) {
            if word.text.len() > 3 && word.text.is_ascii() {
                words.push((word.text, Vec::new()));
            }
        }
        for unit in units {
            for piece in unit.translation(library) {
                let own = fold::words(piece.text);
                for (at, word) in own.iter().enumerate() {
                    if word.text.len() > 1 {
                        words.push((word.text.clone(), Vec::new()));
                    }
                    let Some(next) = own.get(at + 1) else { continue };
                    if piece.text.get(word.end as usize..next.start as usize) == Some("-") {
                        let parts = vec![word.text.clone(), next.text.clone()];
                        words.push((parts.concat(), parts));
                    }
                }
            }
        }
        words.sort_unstable();
        let mut known: Vec<KnownWord> = Vec::new();
        for (word, parts) in words {
            match known.last_mut() {
                Some(last) if last.word == word => last.count += 1,
                _ => {
                    let stems = if parts.is_empty() { vec![word.clone()] } else { parts };
                    let stems = stems.iter().map(|part| stem(part)).collect();
                    known.push(KnownWord { word, stems, count: 1 });
                }
            }
        }
        Self(known)
    }

    /// The known word itself.
    pub fn get(&self, word: &str) -> Option<&KnownWord> {
        let at = self.0.binary_search_by(|known| known.word.as_str().cmp(word)).ok()?;
        self.0.get(at)
    }

    /// The known words nearest to a misspelt one, the nearest and most frequent first. Short
    /// words may have one error, longer ones two.
    pub fn near(&self, word: &str, most: usize) -> Vec<&KnownWord> {
        let chars: Vec<char> = word.chars().collect();
        let allowed = match chars.len() {
            0..=3 => return Vec::new(),
            4..=6 => 1,
            _ => 2,
        };
        let mut near: Vec<(usize, bool, std::cmp::Reverse<u32>, &KnownWord)> = Vec::new();
        for known in &self.0 {
            let length = known.word.len().abs_diff(chars.len()) <= allowed;
            // An error in the first letter and another one on top is too much to guess.
            let first = known.word.starts_with(chars[0]) || allowed == 1 || {
                chars.get(1).is_some_and(|second| known.word.starts_with(*second))
            };
            if length && first {
                let other: Vec<char> = known.word.chars().collect();
                let errors = distance(&chars, &other);
                if errors <= allowed {
                    // People rarely get the first letter wrong.
                    let first = other.first() != chars.first();
                    near.push((errors, first, std::cmp::Reverse(known.count), known));
                }
            }
        }
        near.sort_by_key(|(errors, first, count, _)| (*errors, *first, *count));
        let best = near.first().map_or(0, |first| first.0);
        near.retain(|(errors, ..)| *errors == best);
        near.truncate(most);
        near.into_iter().map(|(.., known)| known).collect()
    }

    /// Two known words that were written as one.
    pub fn split(&self, word: &str) -> Option<[&KnownWord; 2]> {
        (3..word.len().saturating_sub(2))
            .filter(|at| word.is_char_boundary(*at))
            .find_map(|at| Some([self.get(&word[..at])?, self.get(&word[at..])?]))
    }
}

/// Edits from one word to the other: letters added, left out, replaced, or two swapped
/// (optimal string alignment, a restricted Damerau-Levenshtein distance).
pub fn distance(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut table = vec![0; (a.len() + 1) * width];
    for (at, cell) in table.iter_mut().enumerate().take(width) {
        *cell = at;
    }
    for i in 1..=a.len() {
        table[i * width] = i;
        for j in 1..=b.len() {
            let replaced = table[(i - 1) * width + j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best =
                replaced.min(table[(i - 1) * width + j] + 1).min(table[i * width + j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(table[(i - 2) * width + j - 2] + 1);
            }
            table[i * width + j] = best;
        }
    }
    table[a.len() * width + b.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distances() {
        let of = |a: &str, b: &str| {
            distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert_eq!(of("farmland", "farmland"), 0);
        assert_eq!(of("farmlnad", "farmland"), 1);
        assert_eq!(of("hihg", "high"), 1);
        assert_eq!(of("wheather", "weather"), 1);
        assert_eq!(of("", "abc"), 3);
    }
}
