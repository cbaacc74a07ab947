//! What programs say on standard output.

use std::fmt::Display;
use std::io::{self, Write};

/// Prints something as it is. Whoever reads it may have seen enough: a closed pipe is no error.
///
/// # Errors
/// Where it can't be written for another reason.
pub fn print(text: impl Display) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match write!(output, "{text}").and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Prints something and ends the line, likewise.
///
/// # Errors
/// As [`print`].
pub fn line(text: impl Display) -> io::Result<()> {
    print(format_args!("{text}\n"))
}
