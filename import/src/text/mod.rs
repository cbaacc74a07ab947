//! Plain text and Markdown, in any encoding that Chinese official texts come in.
//!
//! | module | what it does |
//! |---|---|
//! | `encoding` | bytes to text: which encoding, and where it is broken |
//! | `guess` | the encoding of bytes that don't say it |
//! | `hz` | HZ, the seven-bit encoding of old mail |
//! | `tabs` | tables whose columns are parted by tabs |
//! | `plain` | the whole file, with what is odd in it |

pub mod encoding;
mod guess;
mod hz;
pub mod plain;
mod tabs;
