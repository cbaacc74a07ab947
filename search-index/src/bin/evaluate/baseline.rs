//! Plain BM25 over character bigrams, what Chinese search engines do by default, and over
//! characters and bigrams; k1 1.2, b 0.75.

use std::collections::HashMap;

use search_index::text::fold;

/// An index in memory.
pub struct Baseline {
    postings: HashMap<[char; 2], Vec<(u32, u32)>>,
    lengths: Vec<f32>,
    mean: f32,
    characters: bool,
}

/// Neighbouring characters; with `characters`, each by itself as well.
fn terms(text: &str, characters: bool) -> Vec<[char; 2]> {
    let folded = fold::folded(text);
    let pairs = folded.windows(2).map(|two| [two[0], two[1]]);
    pairs.chain(folded.iter().filter(|_| characters).map(|one| [*one, ' '])).collect()
}

impl Baseline {
    /// Indexes the texts by bigrams, or by `characters` and bigrams.
    pub fn new(texts: &[String], characters: bool) -> Self {
        let mut postings: HashMap<[char; 2], Vec<(u32, u32)>> = HashMap::new();
        let mut lengths = Vec::new();
        for (text, at) in texts.iter().zip(0u32..) {
            let terms = terms(text, characters);
            lengths.push(terms.len() as f32);
            for term in terms {
                let list = postings.entry(term).or_default();
                match list.last_mut().filter(|(doc, _)| *doc == at) {
                    Some((_, count)) => *count += 1,
                    None => list.push((at, 1)),
                }
            }
        }
        let mean = lengths.iter().sum::<f32>() / lengths.len().max(1) as f32;
        Self { postings, lengths, mean, characters }
    }

    /// The best texts for a query.
    pub fn search(&self, query: &str, limit: usize) -> Vec<usize> {
        let mut scores = vec![0.0f32; self.lengths.len()];
        for term in terms(query, self.characters) {
            let Some(list) = self.postings.get(&term) else { continue };
            let found = list.len() as f32;
            let idf = (1.0 + (scores.len() as f32 - found + 0.5) / (found + 0.5)).ln();
            for (doc, count) in list {
                let (count, length) = (*count as f32, self.lengths[*doc as usize] / self.mean);
                scores[*doc as usize] += idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length));
            }
        }
        let mut best: Vec<usize> = (0..scores.len()).filter(|doc| scores[*doc] > 0.0).collect();
        best.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
        best.truncate(limit);
        best
    }
}
