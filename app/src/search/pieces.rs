//! Terms and corrections cut a match into several marked elements. Which of them begin a match?

/// For elements with these many bytes of text and matches of these many bytes, both in order: the
/// index of the first element of each match.
pub fn beginnings(elements: &[usize], matches: &[usize]) -> Vec<usize> {
    let mut firsts = Vec::new();
    let mut matches = matches.iter();
    let mut left = 0;
    for (index, bytes) in elements.iter().enumerate() {
        if left == 0 {
            let Some(length) = matches.next() else { break };
            firsts.push(index);
            left = *length;
        }
        left = left.saturating_sub(*bytes);
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_begins_where_the_one_before_it_is_used_up() {
        assert_eq!(beginnings(&[6, 3, 6, 9], &[9, 6, 9]), [0, 2, 3]);
        assert_eq!(beginnings(&[6], &[6, 6]), [0]);
        assert_eq!(beginnings(&[6, 6], &[]), [0; 0]);
    }
}
