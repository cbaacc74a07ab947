//! The latest question, what is known of its answer, and when a list may take the place of another.

use search_index::fallback;
use search_index::protocol::{Filters, Results};

use super::super::{App, browser};
use crate::search::asked::{Asked, PAGE};
use crate::search::list::{List, lead_with_english};
use crate::search::state::State;

/// The latest question and its list, of which the page may still show the ones before.
#[derive(Default)]
pub struct Session {
    /// What was asked, and which language leads.
    pub(super) asked: Asked,
    pub(super) english: bool,
    pub(super) list: List,
    /// The query that the list answers, which the links of its hits carry.
    pub(super) list_query: String,
    /// The question that the list answers: until the latest is answered, that of the one before.
    pub(super) list_id: u32,
    /// How the engine is doing.
    pub state: State,
    /// Whether the filters were left out, as nothing passed them.
    pub(super) unfiltered: bool,
    /// The number of the latest question; answers to others are dropped.
    pub(super) id: u32,
    /// How often in a row the engine stopped.
    pub(super) crashes: u32,
    /// Whether the reader has touched a hit since the list appeared.
    pub touched: bool,
    /// How far the page was scrolled when the list appeared.
    pub(super) scrolled: f64,
    /// What was noted in the history when the reader left the list: how many hits it had, and how
    /// far the page was scrolled.
    pub(super) left: Option<(u32, f64)>,
    /// Where to scroll once that list is there again.
    pub(super) place: Option<f64>,
}

/// Whether the question is in a further language: translations answer it, whatever the engine does.
#[cfg(feature = "full-search")]
pub(super) fn is_without_engine(app: &App) -> bool {
    app.without_engine.get()
}

/// Whether the question is answered without the engine: none is.
#[cfg(not(feature = "full-search"))]
pub(super) fn is_without_engine(_app: &App) -> bool {
    false
}

impl Session {
    /// How what answers the question is doing.
    pub(super) fn answering(&self, app: &App) -> State {
        if is_without_engine(app) { State::Ready } else { self.state }
    }

    /// The question as it is sent: without filters that nothing passes.
    pub(super) fn sent(&self) -> Asked {
        let mut asked = self.asked.clone();
        if self.unfiltered {
            asked.filters = Filters::default();
        }
        asked
    }

    /// Whether the list on the page answers this question already.
    pub(super) fn shows(&self, asked: &Asked, english: bool) -> bool {
        self.list_id == self.id
            && self.asked == *asked
            && self.english == english
            && (asked.is_empty() || !self.list.shown.is_empty())
    }

    /// Whether the reader works with the list: it must not move. The list of another question is
    /// never kept, whatever the reader did with it.
    pub(super) fn in_use(&self) -> bool {
        let inside = |element: web_sys::Element| {
            element.closest("#found-list").is_ok_and(|list| list.is_some())
        };
        self.list_id == self.id
            && !self.list.shown.is_empty()
            && (self.touched
                || (browser::scrolled() - self.scrolled).abs() > 8.0
                || browser::focused().is_some_and(inside))
    }

    pub(super) fn new_list(&mut self, answer: Results) {
        self.list.replace(answer, self.list_query == self.asked.query);
        self.list_query.clone_from(&self.asked.query);
        self.list_id = self.id;
        self.touched = false;
        self.scrolled = browser::scrolled();
    }

    /// Searches the texts at hand.
    pub(super) fn fall_back(&mut self, app: &App) {
        if app.by_need.is_some() {
            // The texts are not at hand: that nothing is found in them says nothing.
            self.unfiltered = false;
            self.new_list(Results { at_least: true, ..Results::default() });
            return;
        }
        let request = |asked: Asked| asked.request(self.id, 0, PAGE, self.english);
        let search = |asked| fallback::search(&app.texts, app.related.get(), &request(asked));
        let mut answer = search(self.asked.clone());
        self.unfiltered = answer.total == 0 && self.asked.is_filtered();
        if self.unfiltered {
            answer = search(self.sent());
        }
        if self.english {
            lead_with_english(&mut answer.hits);
        }
        self.new_list(answer);
    }
}
