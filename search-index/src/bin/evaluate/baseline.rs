//! Plain BM25 over character bigrams, what Chinese search engines do by default; k1 1.2, b 0.75.

use std::collections::HashMap;

use search_index::text::fold;

/// An index in memory.
pub struct Baseline {
    postings: HashMap<[char; 2], Vec<(u32, u32)>>,
    lengths: Vec<f32>,
    mean: f32,
}

fn bigrams(text: &str) -> Vec<[char; 2]> {
    fold::folded(text).windows(2).map(|two| [two[0], two[1]]).collect()
}

impl Baseline {
    /// Indexes the texts.
    pub fn new(texts: &[String]) -> Self {
        let mut postings: HashMap<[char; 2], Vec<(u32, u32)>> = HashMap::new();
        let mut lengths = Vec::new();
        for (text, at) in texts.iter().zip(0u32..) {
            let bigrams = bigrams(text);
            lengths.push(bigrams.len() as f32);
            for bigram in bigrams {
                let list = postings.entry(bigram).or_default();
                match list.last_mut().filter(|(doc, _)| *doc == at) {
                    Some((_, count)) => *count += 1,
                    None => list.push((at, 1)),
                }
            }
        }
        let mean = lengths.iter().sum::<f32>() / lengths.len().max(1) as f32;
        Self { postings, lengths, mean }
    }

    /// The best texts for a query.
    pub fn search(&self, query: &str, limit: usize) -> Vec<usize> {
        let mut scores = vec![0.0f32; self.lengths.len()];
        for bigram in bigrams(query) {
            let Some(list) = self.postings.get(&bigram) else { continue };
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
