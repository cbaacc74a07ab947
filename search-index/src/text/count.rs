//! How often something stands in a unit, and what that says.

/// How often something stands in a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The unit.
    pub unit: u32,
    /// Places in its text.
    pub body: u32,
    /// Places in its heading.
    pub heading: u32,
    /// Places in its plain-language lines.
    pub plain_language: u32,
}

impl Count {
    /// All places.
    pub fn all(&self) -> u32 {
        self.body + self.heading
    }
}

/// The inverse document frequency of what `found` of `units` have, in natural logarithms. Never
/// negative: the form of section 3.3 of Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework", 2009, with 1 added, as Lucene has it.
pub fn inverse_document_frequency(found: usize, units: usize) -> f32 {
    let (found, units) = (found as f32, units as f32);
    (1.0 + (units - found + 0.5) / (found + 0.5)).ln()
}

/// What a term counts in a unit that has it `frequency` times: BM25's saturation, by the unit's
/// length against the mean.
pub fn saturated(frequency: f32, length: f32, weights: &crate::weights::Ranking) -> f32 {
    let (k1, b) = (weights.saturation, weights.length);
    frequency * (k1 + 1.0) / (frequency + k1 * (1.0 - b + b * length))
}
