//! How much what a document says counts against what others say: its force in law, whether it is in
//! force, and how many others build on it. Measured in `docs/decisions/0005-search-ranking.md`.

use corpus::{Library, Validity, references};

use crate::weights::Ranking;

/// The weight of each document, in the order of the library, in thousandths.
#[expect(clippy::cast_sign_loss, reason = "no weight is below 0")]
pub fn document_weights(library: &Library, weights: &Ranking) -> Vec<u16> {
    let times = references::times_cited(library);
    let weight = |(edition, times): (&corpus::Edition, u32)| {
        let metadata = &edition.metadata;
        let expired = metadata.validity == Some(Validity::Expired);
        let force = weights.force[metadata.force as usize];
        let force = force * if expired { weights.expired } else { 1.0 };
        let cited = weights.cited * times as f32 / (times as f32 + weights.cited_half);
        (force * (1.0 + cited) * 1000.0).round() as u16
    };
    library.editions.iter().zip(times).map(weight).collect()
}
