//! Assembles dist.
fn main() {}
