//! What makes a release one that can be verified: checksums of every file and source, the parts
//! that are shipped, and their licences.
//!
//! | module | what it makes |
//! |---|---|
//! | `checksums`, `hex` | `SHA256SUMS` and `release.json` |
//! | `shipped` | which crates are in the programs that a browser loads |
//! | `licences` | `licences.txt`: their licences, and the texts that these ask to be passed on |
//! | `bill_of_materials` | `sbom.cdx.json` (`CycloneDX`) |
//!
//! No clock: the only time that can appear is `SOURCE_DATE_EPOCH`, and only where it is set.

mod bill_of_materials;
mod checksums;
mod hex;
mod licences;
mod shipped;

pub use bill_of_materials::bill_of_materials;
pub use checksums::close;
pub use hex::{hex, sha256};
pub use licences::{listed, third_party};
pub use shipped::{Component, ShippedError, WORKSPACE_PROGRAMS, shipped};
