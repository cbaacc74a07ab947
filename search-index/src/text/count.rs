//! How often something stands in a unit.

/// How often something stands in a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The unit.
    pub unit: u32,
    /// Places in its text.
    pub body: u32,
    /// Places in its heading.
    pub heading: u32,
    /// Places in its plain-language lines.
    pub plain: u32,
}

impl Count {
    /// All places.
    pub fn all(&self) -> u32 {
        self.body + self.heading
    }
}
