//! What the texts have, without an index: the longest stretch of a question that some text has, and
//! how long the texts are.

use super::texts::Texts;
use crate::lexicon::segmentation::LONGEST;
use crate::text::occurrences::UnitStreams;

/// How long the sources of the units are, against the mean of the provisions.
pub fn lengths(texts: &Texts<'_>) -> Vec<f32> {
    let length = |streams: &UnitStreams| streams.printed.chars.len() as f32;
    let provisions =
        texts.units().iter().zip(texts.all_streams()).filter(|(unit, _)| unit.is_provision());
    let (sum, count) =
        provisions.fold((0.0, 0.0), |(sum, count), (_, own)| (sum + length(own), count + 1.0));
    let mean = (sum / f32::max(count, 1.0)).max(1.0);
    texts.all_streams().map(|own| length(own) / mean).collect()
}

/// The length of the longest stretch from the first character on that some source has. What
/// punctuation cuts in two is no word.
pub fn longest(texts: &Texts<'_>, chars: &[char]) -> usize {
    let chars = &chars[..chars.len().min(LONGEST)];
    let sources =
        texts.all_streams().flat_map(|own| std::iter::once(&own.printed).chain(&own.corrected));
    let mut longest = 0;
    for stream in sources {
        let parted = |at: usize| stream.breaks.binary_search_by_key(&(at as u32), |b| b.0).is_ok();
        for start in 0..stream.chars.len() {
            let same = (0..chars.len())
                .take_while(|at| stream.chars.get(start + at) == Some(&chars[*at]))
                .take_while(|at| *at == 0 || !parted(start + at))
                .count();
            longest = longest.max(same);
        }
    }
    longest
}
