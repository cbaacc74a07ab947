//! Akoma Ntoso 1.0 (OASIS `LegalDocML`, namespace `…/akn/3.0`): a law as `act`, other texts as `doc`.
//!
//! eIds follow from our addresses and lead back to them:
//!
//! | address | element | eId |
//! |---|---|---|
//! | `title#s1` | `docTitle` | `title__s_1` |
//! | `part-3`, `part-3.2` | `part` | `part_3`, `part_3.2` |
//! | `13` in a policy or interpretation | `paragraph` | `para_13` |
//! | `38` in a law | `article` | `art_38` |
//! | `13#s2` | `inline name="sentence"` | `para_13__s_2` |

mod body;
mod eid;
mod meta;

pub use body::document;
