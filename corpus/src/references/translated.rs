//! Where a translation names what its original refers to: “paragraph 2 of Article 30 of this Law”.
//!
//! A translation is not read by itself: only what the original sentence refers to is sought in it,
//! by the same number or by the English name of the document. So it can't lead anywhere else.

use super::Reference;
use super::resolve::Found;
use crate::address::{Address, Unit};
use crate::library::Library;
use crate::model::Span;
use crate::translation::Translation;

/// The references of a translated sentence, given those of its original.
pub(super) fn in_translation(
    library: &Library,
    from: &Address,
    translation: &Translation,
    text: &str,
    original: &[Found],
) -> Vec<Reference> {
    if translation.locale.0 != "en" {
        return Vec::new();
    }
    let mut spans: Vec<(Span, Address)> = Vec::new();
    for (span, number) in articles(text) {
        let meant = original.iter().filter(|found| found.article == Some(number));
        spans.extend(common(meant.map(|found| &found.to)).map(|to| (span, to)));
    }
    for found in original.iter().filter(|found| found.to.unit == Unit::Title) {
        let span = name(library, &found.to, text).filter(|span| apart(&spans, *span));
        spans.extend(span.map(|span| (span, found.to.clone())));
    }
    spans.sort_by_key(|(span, _)| span.start);
    let reference = |(span, to)| Reference {
        from: from.clone(),
        language: Some(translation.locale.clone()),
        span,
        to,
    };
    spans.into_iter().map(reference).collect()
}

/// What all of these name: one address, or the article that holds them.
fn common<'a>(mut all: impl Iterator<Item = &'a Address>) -> Option<Address> {
    let first = all.next()?.clone();
    all.try_fold(first, |one, other| {
        let unit = one.document == other.document && one.unit == other.unit;
        unit.then(|| if one == *other { one } else { Address { sentence: None, ..one } })
    })
}

/// “Article 30”, and each number in “Articles 30, 31 and 32”.
fn articles(text: &str) -> Vec<(Span, u32)> {
    const WORDS: [&str; 4] = ["Articles ", "articles ", "Article ", "article "];
    let mut found: Vec<(Span, u32)> = Vec::new();
    for (at, _) in text.char_indices() {
        let Some(word) = WORDS.iter().find(|word| text[at..].starts_with(**word)) else { continue };
        let mut start = at;
        let mut next = at + word.len();
        loop {
            let digits = text[next..].len()
                - text[next..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let Ok(number) = text[next..next + digits].parse() else { break };
            let end = next + digits;
            // “Article 120-1”, “30.5%”: another number than this.
            let whole = !text[end..].starts_with(['-', '%'])
                && !text[end..].trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit());
            if whole {
                found.push((Span::new(start, end), number));
            }
            let Some(word) = joined(&text[end..]).filter(|_| word.ends_with("s ")) else { break };
            (start, next) = (end + word.len(), end + word.len());
        }
    }
    found
}

/// What joins the numbers of a list.
fn joined(rest: &str) -> Option<&'static str> {
    [", and ", ", or ", ", ", " and ", " or ", " to "]
        .into_iter()
        .find(|word| rest.starts_with(word))
}

/// Where the text has the English name of a document.
fn name(library: &Library, to: &Address, text: &str) -> Option<Span> {
    let metadata = &library.edition(&to.document)?.metadata;
    [&metadata.title.en, &metadata.short_title.en].into_iter().find_map(|name| {
        let start = text.find(name.as_str()).filter(|_| !name.is_empty())?;
        Some(Span::new(start, start + name.len()))
    })
}

fn apart(spans: &[(Span, Address)], span: Span) -> bool {
    spans.iter().all(|(other, _)| other.end <= span.start || span.end <= other.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_of_a_list_of_articles_is_read() {
        let text = "Articles 30, 31 and 32, paragraph 2 of Article 40, Article 120-1, 50 articles";
        let told: Vec<_> =
            articles(text).into_iter().map(|(span, number)| (span.of(text), number)).collect();
        assert_eq!(told, [("Articles 30", 30), ("31", 31), ("32", 32), ("Article 40", 40)]);
    }

    #[test]
    fn two_paragraphs_of_an_article_have_the_article_in_common() {
        let at = |text: &str| text.parse::<Address>().expect("an address");
        let [first, second, other] = ["a/3#s1", "a/3#s2", "a/4"].map(at);
        assert_eq!(common([&first, &second].into_iter()), Some(at("a/3")));
        assert_eq!(common([&first, &first].into_iter()), Some(first.clone()));
        assert_eq!(common([&first, &other].into_iter()), None);
    }
}
