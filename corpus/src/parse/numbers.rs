//! The numbers by which provisions are addressed.

use std::collections::HashSet;
use std::ops::Range;

use crate::model::Document;
use crate::numbering::Label;

/// Numbers the provisions: plainly where no number repeats, by division where one does.
///
/// `ordinals` has the number of each provision's label, `None` for unnumbered text; those from
/// `main` on belong to annexes.
pub fn number_provisions(document: &mut Document, ordinals: &[Option<String>], main: usize) {
    let mut seen = HashSet::new();
    let mut measures =
        ordinals[..main].iter().flatten().filter(|own| *own != "close" && *own != "head");
    let repeats = measures.any(|ordinal| !seen.insert(ordinal));
    let mut used: HashSet<String> = HashSet::new();
    for (index, ordinal) in ordinals.iter().enumerate() {
        let division = document.division_of(index).map(|division| &division.number);
        let number = match (ordinal, division) {
            (None, None) => "0".to_owned(),
            (None, Some(division)) => format!("{division}.0"),
            (Some(own), Some(division)) if repeats || index >= main => format!("{division}.{own}"),
            (Some(own), _) => own.clone(),
        };
        let number = unused(number, |n| used.contains(n));
        used.insert(number.clone());
        document.provisions[index].number = number;
    }
}

/// The number that was expected where the label doesn't go on. Numbers count on through the
/// document, or begin again in each division; the open one begins at provision `first`.
pub fn missed(ordinals: &[Option<String>], first: usize, label: &Label) -> Option<u32> {
    let number = |text: &String| text.split('-').next().and_then(|n| n.parse::<u32>().ok());
    let last = |range: Range<usize>| ordinals[range].iter().flatten().last().and_then(number);
    let through = last(0..ordinals.len()).map_or(1, |n| n + 1);
    let within = last(first.min(ordinals.len())..ordinals.len()).map_or(1, |n| n + 1);
    let fits = label.ordinal == through
        || label.ordinal == within
        || label.suffix.is_some() && label.ordinal + 1 == through;
    (!fits).then_some(through)
}

/// The number, or the first of `number-2`, `number-3` … that is not taken.
pub fn unused(number: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&number) {
        return number;
    }
    (2..=u32::MAX).map(|n| format!("{number}-{n}")).find(|n| !taken(n)).unwrap_or(number)
}
