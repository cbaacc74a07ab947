//! Marks over a sentence's text: where terms, corrections, shared wording and matches lie, cut
//! into stretches that carry the same marks. Plain functions, tested without a browser.

use corpus::Span;
#[cfg(feature = "ssr")]
use corpus::notes;

/// What a stretch of text is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Wording shared with the other document.
    Shared,
    /// Words that the other document has otherwise.
    Changed,
    /// Words of the interpretation that the policy does not have.
    Added,
    /// Words of the policy that the interpretation leaves out.
    Dropped,
    /// A match of the reader's query.
    Match,
    /// A figure or deadline.
    Figure,
    /// A printed error, with the index of its erratum.
    Erratum(usize),
    /// A term of the glossary, with its index.
    Term(usize),
    /// The label of a note, in the text or before the note itself; the search shows it as it is.
    #[cfg(feature = "ssr")]
    Note,
    /// What sets a note's label apart in the source (`[^`, `]`): not to be seen.
    #[cfg(feature = "ssr")]
    NoteBracket,
    /// The label of a note that stands in the same unit, as the sentence with this number.
    #[cfg(feature = "ssr")]
    NotePlace(u16),
    /// Words that name another place of the library, with the index of their reference; the search
    /// shows none.
    #[cfg(feature = "ssr")]
    Reference(usize),
}

/// A stretch of text with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The characters.
    pub text: &'a str,
    /// The marks on all of them.
    pub marks: Vec<Mark>,
}

/// Cuts the text at the borders of the spans. Spans that don't fit the text are ignored; the
/// stretches always give back the whole text.
pub fn stretches<'a>(text: &'a str, spans: &[(Span, Mark)]) -> Vec<Stretch<'a>> {
    let fits = |span: &Span| span.start < span.end && !span.of(text).is_empty();
    let spans: Vec<&(Span, Mark)> = spans.iter().filter(|(span, _)| fits(span)).collect();
    let mut borders = vec![0, text.len()];
    for (span, _) in &spans {
        borders.extend([span.start as usize, span.end as usize]);
    }
    borders.sort_unstable();
    borders.dedup();
    borders
        .windows(2)
        .map(|pair| Stretch {
            text: &text[pair[0]..pair[1]],
            marks: spans
                .iter()
                .filter(|(span, _)| span.start as usize <= pair[0] && pair[1] <= span.end as usize)
                .map(|(_, mark)| *mark)
                .collect(),
        })
        .collect()
}

/// None: what the search shows has its notes as they stand there.
#[cfg(not(feature = "ssr"))]
pub fn notes(_text: &str) -> Vec<(Span, Mark)> {
    Vec::new()
}

/// The marks of notes (`[^1]`, and `[^1]: ` before the note itself) as marks over the text.
#[cfg(feature = "ssr")]
pub fn notes(text: &str) -> Vec<(Span, Mark)> {
    let begins = notes::label(text).map_or(0, |(_, end)| end);
    notes::marks(text)
        .flat_map(|(_, range)| {
            let label = notes::label_in(&range);
            let end = if range.start == 0 { begins.max(range.end) } else { range.end };
            [
                (Span::new(range.start, label.start), Mark::NoteBracket),
                (Span::new(label.start, label.end), Mark::Note),
                (Span::new(label.end, end), Mark::NoteBracket),
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "ssr")]
    #[test]
    fn a_note_is_cut_into_its_label_and_what_sets_it_apart() {
        let cut = |text| {
            let found = stretches(text, &notes(text));
            found.into_iter().map(|stretch| stretch.text).collect::<Vec<_>>()
        };
        assert_eq!(cut("修路[^1]。"), ["修路", "[^", "1", "]", "。"]);
        assert_eq!(cut("[^a]: 见[^1]"), ["[^", "a", "]: ", "见", "[^", "1", "]"]);
        assert_eq!(cut("修路[1]。"), ["修路[1]。"]);
    }

    #[test]
    fn overlapping_spans_cut_the_text_and_lose_nothing() {
        let text = "建设高标准农田";
        let spans = [(Span::new(0, 12), Mark::Shared), (Span::new(6, 21), Mark::Match)];
        let found = stretches(text, &spans);
        let words: Vec<&str> = found.iter().map(|stretch| stretch.text).collect();
        assert_eq!(words, ["建设", "高标", "准农田"]);
        assert_eq!(found[1].marks, [Mark::Shared, Mark::Match]);
    }

    #[test]
    fn spans_inside_a_character_are_ignored() {
        let found = stretches("农田", &[(Span::new(1, 4), Mark::Match)]);
        assert_eq!(found, [Stretch { text: "农田", marks: vec![] }]);
    }
}
