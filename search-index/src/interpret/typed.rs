//! How often the words of a query stand in the texts as they were typed: the counts that readers
//! are told, which are those of a plain scan of the printed text.

use crate::index::engine::Engine;
use crate::index::postings::IndexedText;
use crate::interpret::clause::{MatchKind, Pattern, count_stretches};
use crate::interpret::interpreter::InterpretedRun;
use crate::interpret::translations::translated;
use crate::protocol::Fit;
use crate::text::count::Count;
use crate::text::occurrences::Needle;
use crate::text::stream::Phrase;

/// How often each unit has the words of the leaf as typed, by unit: in the sources, where they stand
/// there; otherwise in the translations, or only there (`side`). Several words count where they
/// stand together. What stands nowhere as typed counts in the other way of writing in which it was
/// found (a figure, Traditional characters, pinyin), if it is all that was typed.
pub fn places(engine: &Engine, leaf: &InterpretedRun, side: Option<IndexedText>) -> Vec<Count> {
    let mut needle = leaf.typed.clone();
    needle.source.figures = !leaf.hard;
    let same = match &leaf.clauses[..] {
        [clause] if clause.best_fit == Fit::Exact => &clause.alternatives[..],
        _ => &[],
    };
    let in_source = side != Some(IndexedText::Translation);
    let starts = if in_source { engine.exact(&needle.source) } else { Vec::new() };
    if starts.is_empty() && side != Some(IndexedText::Source) {
        let exact = same.iter().find_map(|alternative| match &alternative.pattern {
            Pattern::Exact(needle) => Some(needle),
            _ => None,
        });
        let found = translated(engine, exact.unwrap_or(&needle));
        if !found.is_empty() || !in_source {
            return found;
        }
    }
    let length = needle.source.chars.len() as u32;
    if !starts.is_empty() {
        let stretches = starts.iter().map(|start| (*start, start + length)).collect();
        return union(engine, &[&needle.source], stretches);
    }
    let same =
        same.iter().filter(|a| a.fit() == Fit::Exact && a.how != MatchKind::Numbered && in_source);
    let (mut phrases, mut stretches) = (Vec::new(), Vec::new());
    for alternative in same {
        if let Pattern::Source(phrase) = &alternative.pattern {
            // Punctuation may part what was found by its sound: that is not the word.
            let length = phrase.chars.len() as u32;
            stretches.extend(engine.exact(phrase).iter().map(|start| (*start, start + length)));
            phrases.push(phrase);
        } else {
            // Of a figure, only the first position is known.
            stretches.extend(alternative.starts.iter().map(|start| (*start, start + 1)));
        }
    }
    union(engine, &phrases, stretches)
}

/// The stretches of the sources, in which these phrases stand, by unit, each place once.
fn union(engine: &Engine, phrases: &[&Phrase], mut stretches: Vec<(u32, u32)>) -> Vec<Count> {
    // The longest from each place on.
    stretches.sort_unstable_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut found = count_stretches(engine, IndexedText::Source, stretches.into_iter());
    // Where a misprint is corrected, both readings are looked at in the text itself.
    for count in &mut found {
        if engine.store.docs().iter().any(|doc| doc.corrects == Some(count.unit)) {
            let streams = engine.streams(count.unit as usize);
            let places = |phrase: &&Phrase| {
                streams.places(&Needle::source((*phrase).clone()), 0).len() as u32
            };
            let all = phrases.iter().map(places).sum::<u32>().max(count.all());
            count.body = all - count.heading;
        }
    }
    found
}
