//! Lines that are rows of a table set with tabs or spaces, or are to be filled in.

/// A line to be filled in: `填报人：______`.
pub fn is_blank_form(chars: &[char]) -> bool {
    chars.windows(4).any(|four| four.iter().all(|c| matches!(c, '_' | '＿')))
}

/// Whether one of two lines is the row of a table: a caption goes on in no row, a row in nothing.
pub fn begins_columns(open: &[char], block: &[char]) -> bool {
    let (before, columns) = (in_columns(open), in_columns(block));
    columns > 0 && before == columns || columns > 1 || before > 1
}

/// How many gaps part a line into columns: a tab, or two spaces and more. Two lines with as many
/// are rows of a table.
fn in_columns(chars: &[char]) -> usize {
    let wide = |space: &[char]| space.len() > 1 || space.contains(&'\t');
    let runs = chars.chunk_by(|a, b| a.is_whitespace() == b.is_whitespace());
    runs.filter(|run| run[0].is_whitespace() && wide(run)).count()
}
