//! How official texts name each other and their places: what [`references`](crate::references) and
//! [`links`](crate::links) both read.
//!
//! | module | what it does |
//! |---|---|
//! | `tokens` | names in 《》 and numbers such as 第三十条 in a sentence |
//! | `boundary` | whether a name or a number begins where it seems to |
//! | `kinds` | what documents are called where it is clear which one is meant |

pub(crate) mod boundary;
pub(crate) mod kinds;
pub(crate) mod tokens;
