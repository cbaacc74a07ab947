//! The texts that are searched without the engine: each unit's are folded once, at the first search
//! that looks at them, and kept for the next key.

use std::cell::OnceCell;

use corpus::Library;

use crate::text::occurrences::UnitStreams;
use crate::text::units::{UnitInfo, units};

/// A library's units with their folded texts.
#[derive(Debug)]
pub struct Texts<'l> {
    library: &'l Library,
    units: Vec<UnitInfo>,
    /// By unit.
    streams: Vec<OnceCell<UnitStreams>>,
}

impl<'l> Texts<'l> {
    /// Lists the units; folds nothing yet.
    pub fn new(library: &'l Library) -> Self {
        let units = units(library);
        let streams = units.iter().map(|_| OnceCell::new()).collect();
        Self { library, units, streams }
    }

    /// The library.
    pub fn library(&self) -> &'l Library {
        self.library
    }

    /// All units, in the order of the documents.
    pub(crate) fn units(&self) -> &[UnitInfo] {
        &self.units
    }

    /// The folded texts of a unit.
    pub(crate) fn streams(&self, unit: usize) -> &UnitStreams {
        self.streams[unit].get_or_init(|| UnitStreams::new(self.library, &self.units[unit]))
    }

    /// The folded texts of all units, in their order.
    pub(crate) fn all_streams(&self) -> impl Iterator<Item = &UnitStreams> {
        (0..self.units.len()).map(|unit| self.streams(unit))
    }
}
