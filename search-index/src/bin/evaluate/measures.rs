//! Measures of ranked lists: Manning, Raghavan and Schütze, "Introduction to Information
//! Retrieval", chapter 8.

/// Sums of measures over questions.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measures {
    questions: usize,
    top: f64,
    top_3: f64,
    reciprocal: f64,
    recall_10: f64,
    recall_100: f64,
    gain_10: f64,
}

impl Measures {
    /// Adds a question: for each rank which of the golds stands there, if any, and how many golds
    /// there are.
    pub fn add(&mut self, ranks: &[Option<usize>], golds: usize) {
        self.questions += 1;
        let first = ranks.iter().take(10).position(Option::is_some);
        self.top += f64::from(u8::from(first == Some(0)));
        self.top_3 += f64::from(u8::from(first.is_some_and(|rank| rank < 3)));
        self.reciprocal += first.map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0));
        self.recall_10 += recall(ranks, 10, golds);
        self.recall_100 += recall(ranks, 100, golds);
        let discount = |rank: usize| 1.0 / (rank as f64 + 2.0).log2();
        let mut seen = Vec::new();
        let mut gain = 0.0;
        for (rank, gold) in ranks.iter().take(10).enumerate() {
            // Another edition of the same article gains nothing.
            if let Some(gold) = gold.filter(|gold| !seen.contains(gold)) {
                seen.push(gold);
                gain += discount(rank);
            }
        }
        self.gain_10 += gain / (0..golds.clamp(1, 10)).map(discount).sum::<f64>();
    }

    /// How many questions.
    pub fn count(&self) -> usize {
        self.questions
    }

    fn mean(&self, sum: f64) -> f64 {
        sum / self.questions.max(1) as f64
    }

    /// Share of questions with a right answer on top.
    pub fn top(&self) -> f64 {
        self.mean(self.top)
    }

    /// Share of questions with a right answer among the first three.
    pub fn top_3(&self) -> f64 {
        self.mean(self.top_3)
    }

    /// Mean reciprocal rank of the first right answer among ten.
    pub fn mrr(&self) -> f64 {
        self.mean(self.reciprocal)
    }

    /// Mean share of the right answers among ten and a hundred.
    pub fn recall(&self) -> [f64; 2] {
        [self.recall_10, self.recall_100].map(|sum| self.mean(sum))
    }

    /// Normalised discounted cumulative gain of ten.
    pub fn ndcg(&self) -> f64 {
        self.mean(self.gain_10)
    }
}

fn recall(ranks: &[Option<usize>], depth: usize, golds: usize) -> f64 {
    let mut found: Vec<usize> = ranks.iter().take(depth).flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    found.len() as f64 / golds.max(1) as f64
}
