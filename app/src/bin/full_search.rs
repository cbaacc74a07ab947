//! The same as `search`, for a library that comes in pieces. A program of its own: what it has more,
//! nobody loads whose library is loaded whole.

#[path = "search.rs"]
mod search;

fn main() {
    search::main();
}
