//! Renders a page to HTML natively, with the same views that the app shows without a network.

use crate::reader::Reader;
use crate::views;

/// The HTML of a page's body.
pub fn body(reader: &Reader) -> String {
    views::page(reader).into_string()
}
