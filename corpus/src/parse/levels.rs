//! Which series of labels numbers the provisions.

use std::collections::HashSet;

use super::blocks::Block;
use super::roles::Role;
use crate::numbering::LabelKind;

/// For each block, the series whose labels number the provisions there: questions where there are
/// two or more; articles if there are any;
/// otherwise, under each heading, the outermost series that labels running paragraphs (one part of
/// an interpretation may count （一）（二）, the next 一是、二是).
///
/// An annex has series of its own, which say nothing of the text before it.
pub fn provision_levels(blocks: &[Block]) -> Vec<Option<LabelKind>> {
    blocks.chunk_by(|_, next| next.role != Role::Annex).flat_map(levels_within).collect()
}

fn levels_within(blocks: &[Block]) -> Vec<Option<LabelKind>> {
    let kinds = |blocks: &[Block], heading: bool| -> HashSet<LabelKind> {
        let these = blocks.iter().filter(|block| block.heading == heading);
        these.filter_map(Block::label).map(|label| label.kind).collect()
    };
    let headed = kinds(blocks, true);
    let asks = |block: &&Block| block.label().is_some_and(|l| l.kind == LabelKind::Question);
    if blocks.iter().filter(asks).count() > 1 {
        return vec![Some(LabelKind::Question); blocks.len()];
    }
    let outermost = |blocks: &[Block]| {
        let running = kinds(blocks, false);
        [
            LabelKind::Article,
            LabelKind::Part,
            LabelKind::Bracketed,
            LabelKind::Arabic,
            LabelKind::BracketedArabic,
            LabelKind::Circled,
            LabelKind::Enumerated,
        ]
        .into_iter()
        .find(|kind| running.contains(kind) && !headed.contains(kind))
    };
    match outermost(blocks) {
        level @ (None | Some(LabelKind::Article)) => vec![level; blocks.len()],
        // What a notice forwards under a heading of its own has numbers of its own.
        Some(LabelKind::Part) => blocks
            .chunk_by(|_, next| !next.heading || next.label().is_some())
            .flat_map(|part| vec![outermost(part); part.len()])
            .collect(),
        Some(_) => blocks
            .chunk_by(|_, next| !next.heading)
            .flat_map(|part| vec![outermost(part); part.len()])
            .collect(),
    }
}
