//! In place of `by_need` in the program of sites whose library is loaded whole: nothing of it is there.

use std::rc::Rc;

use search_index::protocol::Request;

use super::App;
use super::engine::Done;

/// There is none.
pub enum ByNeed {}

impl ByNeed {
    /// Pieces are another program's.
    pub fn open(_manifest: &[u8], _base: &[u8]) -> Option<Self> {
        None
    }
}

/// Nobody asks.
pub fn ask(_app: &Rc<App>, _request: Request, _done: Done) {}
