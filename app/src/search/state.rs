//! What the search shows and waits for, and what a reader does with it.

use search_index::protocol::Suggestion;

use super::asked::Asked;
use super::export::Form;
use super::list::List;

/// How the engine is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// It has not answered yet.
    #[default]
    Waiting,
    /// It answers.
    Ready,
    /// It could not be fetched.
    Unreachable,
    /// Its data did not arrive whole.
    Damaged,
    /// Its data is of another release.
    OtherRelease,
    /// It stopped on this query.
    Crashed,
}

/// What the search page shows. It changes as one: list, status, notices and filters always speak of
/// the same question.
#[derive(Clone, Debug, Default)]
pub struct ResultsState {
    /// The question.
    pub asked: Asked,
    /// The hits, and what is known about those that are not shown.
    pub list: List,
    /// How the engine is doing.
    pub state: State,
    /// Whether the filters were left out, as nothing passed them.
    pub unfiltered: bool,
    /// Whether the latest answer joined a list that stays as it is: how the query was read then
    /// stands below it, as above it would move the list.
    pub kept: bool,
    /// The question that the address asks already and whose answer is on its way.
    pub awaited: Option<Asked>,
}

/// The completions under the search box.
#[derive(Clone, Debug, Default)]
pub struct Offered {
    /// What is offered.
    pub suggestions: Vec<Suggestion>,
    /// Which of them the arrow keys have chosen.
    pub chosen: Option<usize>,
}

/// The bar on the page of a provision that leads from match to match.
#[derive(Clone, Debug, Default)]
pub struct MatchBar {
    /// How many matches there are, or which of them is shown; empty where there are none.
    pub text: String,
    /// The query, for the way back to its results.
    pub query: String,
}

/// What a reader does with the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Sets a filter or the order, or takes a filter away: its name in the address, its value.
    Toggle(&'static str, String),
    /// Takes all filters away.
    ClearFilters,
    /// Asks for the next page of hits.
    More,
    /// Starts the engine anew and asks again.
    Retry,
    /// Takes the hits away as a file.
    Download(Form),
    /// Goes where a completion leads, by its index.
    Complete(usize),
    /// Goes to the next match on the page, or to the one before.
    StepMatch {
        /// Whether it is the next.
        forward: bool,
    },
    /// Takes the marks of the matches away.
    ClearMatches,
}
