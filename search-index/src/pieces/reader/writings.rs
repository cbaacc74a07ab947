//! The query in the writing of the texts, from the pieces that are there; and what is told of it.

use std::collections::BTreeSet;

use super::PieceReader;
use crate::fallback::RelatedWords;
use crate::lexicon::variants::Lookup;
use crate::pieces::forms::Form;
use crate::pieces::lists::TermList;
use crate::pieces::manifest::Piece;
use crate::pieces::rewriting::{Change, Known, Writing, rewrite};
use crate::pieces::terms::of_query;
use crate::protocol::{Fit, Reason, Results};
use crate::query::{self, Ast};

impl PieceReader {
    /// The list of a term; none where no provision has it.
    pub(super) fn list(&self, term: &str) -> Result<Option<&TermList>, Piece> {
        let piece = self.manifest.list_of(term);
        let own = match piece {
            Piece::List(number) => self.lists.get(&number),
            _ => None,
        };
        Ok(entry(own.ok_or(piece)?, term, |list| &list.term))
    }

    /// The query as the texts write it, and what was changed for that.
    pub(super) fn in_the_writing_of_the_texts(
        &self,
        query: &str,
        related: Option<&RelatedWords>,
    ) -> Result<(String, Vec<Change>), Vec<Piece>> {
        let mut changes = Vec::new();
        let mut written = query.to_owned();
        if let Some(simplified) = self.manifest.simplified(query) {
            let how = Writing::Traditional;
            changes.push(Change { asked: query.to_owned(), found: simplified.clone(), how });
            written = simplified;
        }
        // What has signs of the query language is meant as it is.
        if let Ast::Words(run) = query::parse(&written).ast {
            let also = |lacking| self.with_lists(lacking, &written, related);
            let (run, more) = rewrite(self, related, &run).map_err(also)?;
            if !more.is_empty() {
                written = run;
                changes.extend(more);
            }
        }
        Ok((written, changes))
    }

    /// Pieces that are lacking, and with them the lists of a query, so that they come in one round.
    fn with_lists(
        &self,
        lacking: Vec<Piece>,
        query: &str,
        related: Option<&RelatedWords>,
    ) -> Vec<Piece> {
        let asked = of_query(query, related, self.weights.matches.synonym).terms;
        let lists = asked.iter().filter_map(|one| self.stands(&one.term).err());
        lacking.into_iter().chain(lists).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What was found in another writing does not stand there as it was asked.
pub fn tell_changes(results: &mut Results, changes: &[Change]) {
    if changes.is_empty() {
        return;
    }
    (results.exact, results.places) = (0, 0);
    for hit in &mut results.hits {
        if hit.fit == Fit::Exact {
            hit.fit = Fit::Related;
        }
        hit.places = 0;
        // A part of the query may be there as it was typed.
        if hit.fit != Fit::Partial {
            let as_typed = hit.reasons.iter().position(|reason| *reason == Reason::Words);
            if let Some(at) = as_typed {
                hit.reasons.splice(at..=at, changes.iter().map(Change::reason));
            }
        }
    }
    results.notices.splice(0..0, changes.iter().filter_map(Change::notice));
}

/// The entry of a piece with this name; they stand in the order of their names.
fn entry<'p, T>(piece: &'p [T], name: &str, of: impl Fn(&T) -> &str) -> Option<&'p T> {
    piece.binary_search_by(|own| of(own).cmp(name)).ok().and_then(|at| piece.get(at))
}

impl Known for PieceReader {
    fn stands(&self, term: &str) -> Result<bool, Piece> {
        self.list(term).map(|list| list.is_some())
    }

    fn forms(&self, key: &str) -> Result<&[Form], Piece> {
        let piece = self.manifest.forms_of(key);
        let own = match piece {
            Piece::Forms(number) => self.forms.get(&number),
            _ => None,
        };
        Ok(entry(own.ok_or(piece)?, key, |list| &list.key).map_or(&[], |list| &list.forms))
    }

    fn lookup(&self) -> Result<&Lookup, Piece> {
        self.readings.as_ref().ok_or(Piece::Readings)
    }
}
