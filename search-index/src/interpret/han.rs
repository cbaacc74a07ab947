//! Reads Chinese characters that the texts don't have as a whole, in segments: words of the texts,
//! everyday words, fillers and typing errors.

use crate::interpret::clause::{Alternative, MatchKind};
use crate::interpret::interpreter::Interpreter;
use crate::interpret::segmentation::segments;
use crate::lexicon::plain_language::PlainPattern;
use crate::lexicon::segmentation::{Mended, Segment, SegmentKind};
use crate::protocol::Fit;
use crate::text::stream::Phrase;
use crate::text::{fold, stop_words};

impl Interpreter<'_> {
    /// Chinese characters alone, in segments.
    pub(crate) fn han(&mut self, typed: &[char]) {
        let chars: Vec<char> = typed
            .iter()
            .map(|c| {
                let mut simplified = self.engine.lookup.simplified(*c);
                let known = self.engine.lookup.occurs(*c);
                if known { *c } else { simplified.next().unwrap_or(*c) }
            })
            .collect();
        let segments = segments(self.engine, &chars);
        self.unknown(&chars, &segments);
        let mut corrected = chars.clone();
        let mut kept: Vec<char> = Vec::new();
        for Segment { start, length, kind } in &segments {
            let range = *start..start + length;
            let asked: String = typed[range.clone()].iter().collect();
            match kind {
                SegmentKind::Filler => self.pairs(&std::mem::take(&mut kept), 1.0),
                SegmentKind::Known => self.segment(&asked, &chars[range], &mut kept),
                SegmentKind::Mended(found) => {
                    if let Some(first) = found.first() {
                        corrected[range].copy_from_slice(&first.text);
                    }
                    self.pairs(&std::mem::take(&mut kept), 1.0);
                    self.misspelt(&asked, found);
                }
            }
        }
        self.pairs(&kept, 1.0);
        if corrected != chars {
            let text = |chars: &[char]| chars.iter().collect::<String>();
            self.corrected.push((text(typed), text(&corrected)));
        }
    }

    /// A segment that the texts or the thesaurus have. `kept` gathers characters that follow each
    /// other in such segments.
    fn segment(&mut self, asked: &str, own: &[char], kept: &mut Vec<char>) {
        let mut alternatives = Vec::new();
        let phrase = Phrase::from(own);
        let places = self.engine.exact(&phrase);
        if !places.is_empty() {
            alternatives.push(self.source(MatchKind::Words, 1.0, &phrase, &places));
        }
        let related = self.related(asked, own);
        if own.len() > 1 {
            alternatives
                .extend(self.in_plain_language(asked, PlainPattern::Characters(own.to_vec())));
        }
        // A single character may well be one of a word of the texts.
        let foreign = alternatives.is_empty() && (own.len() > 1 || !related.is_empty());
        let terms: Vec<String> = related.iter().map(|r| r.found.clone()).collect();
        alternatives.extend(related);
        // One character alone says little, and may be missing.
        let weight =
            if own.len() > 1 { own.len() as f32 } else { self.engine.weights.clauses.single };
        self.push(asked, alternatives, Fit::Related, weight);
        if foreign {
            // Characters of a word that the texts don't have would only mislead.
            self.pairs(&std::mem::take(kept), 1.0);
            for term in terms {
                self.pairs(&fold::folded(&term), self.engine.weights.matches.synonym);
            }
        } else {
            kept.extend(own);
        }
    }

    /// A segment with a typing error, with what may be meant.
    fn misspelt(&mut self, asked: &str, found: &[Mended]) {
        let mut alternatives: Vec<Alternative> = Vec::new();
        let mut meant: Vec<char> = Vec::new();
        for Mended { text, starts, .. } in found {
            let own = if starts.is_empty() {
                self.related(&text.iter().collect::<String>(), text)
            } else {
                vec![self.source(
                    MatchKind::Spelling,
                    self.engine.weights.matches.chinese_correction,
                    &text[..].into(),
                    starts,
                )]
            };
            if meant.is_empty() {
                meant.extend(own.iter().flat_map(|alternative| fold::folded(&alternative.found)));
            }
            alternatives.extend(own);
        }
        self.push(asked, alternatives, Fit::Related, asked.chars().count() as f32);
        self.pairs(&meant, self.engine.weights.matches.chinese_correction);
    }

    /// Counts the characters that stand in rows of single ones, which are words that no text has.
    /// One alone may be the end of such a word, or stand for a longer word of the texts. Those of
    /// everyday verbs and the like are none.
    fn unknown(&mut self, chars: &[char], segments: &[Segment]) {
        let numeral =
            |segment: &Segment| "一二三四五六七八九十百千万两".contains(chars[segment.start]);
        let single = |s: &Segment| s.length == 1 && s.kind == SegmentKind::Known && !numeral(s);
        for row in segments.chunk_by(|a, b| single(a) && single(b)) {
            let own = row.iter().filter(|s| single(s)).map(|s| chars[s.start]);
            let rare: Vec<char> = own.filter(|c| !stop_words::is_common_character(*c)).collect();
            if let [one] = rare[..] {
                self.lone.push(one);
            } else {
                self.unknown += rare.len() as f32;
            }
        }
    }
}
