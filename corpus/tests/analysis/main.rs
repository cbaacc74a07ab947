//! Links, facts, comparison, coverage and checks of translations: measured against lists made by
//! hand, and tried on invented sentences.

mod changes;
mod compared;
mod editorial;
mod facts;
mod figured;
mod gold;
mod links;
mod mentions;
mod mutations;
mod quantities;
mod references;
mod scraps;
#[path = "../seeds/mod.rs"]
mod seeds;
mod sentences;
mod tables;
mod translation;
