//! What changed from one document to the next: `data/<id>.changes.json` (see
//! `schema/changes-1.json`) and `.changes.csv`.

use app::route::{Page, Route, UiLocale};
use corpus::changes::{FigureChange, Wording};
use corpus::{Address, Change, ChangeKind, Changes, DocumentId, Edition, Fact, Library, Unit};
use serde::Serialize;

use super::cited::Cited;
use super::csv::Table;
use super::facts::number;
use super::json::{FORMAT, SpanData, pretty, stated};

#[derive(Serialize)]
struct ChangesFile<'a> {
    format: &'static str,
    content: &'static str,
    id: &'a DocumentId,
    earlier: &'a DocumentId,
    changes: Vec<ChangeData<'a>>,
}

#[derive(Serialize)]
struct ChangeData<'a> {
    kind: ChangeKind,
    moved: bool,
    /// Where the change is shown, from the site's root.
    page: String,
    before: Vec<String>,
    now: Option<String>,
    gone: Vec<WordingData<'a>>,
    fresh: Vec<WordingData<'a>>,
    figures: Vec<FigureData<'a>>,
}

#[derive(Serialize)]
struct WordingData<'a> {
    address: String,
    spans: Vec<SpanData<'a>>,
}

#[derive(Serialize)]
struct FigureData<'a> {
    before: Option<StatedData<'a>>,
    now: Option<StatedData<'a>>,
}

#[derive(Serialize)]
struct StatedData<'a> {
    address: String,
    span: SpanData<'a>,
    value: Option<serde_json::Number>,
    upper: Option<serde_json::Number>,
    unit: Option<&'a str>,
    date: Option<&'a str>,
    due: Option<&'a str>,
}

/// A document, the one before it, and what changed.
pub struct Compared<'a> {
    old: &'a Edition,
    new: &'a Edition,
    changes: &'a Changes,
}

impl<'a> Compared<'a> {
    /// `None` where nobody said that there is a document before this one.
    pub fn of(library: &'a Library, new: &'a Edition) -> Option<Self> {
        let changes = library.changes(&new.document.id)?;
        Some(Self { old: library.edition(&changes.old)?, new, changes })
    }

    /// The changes as JSON.
    pub fn json(&self) -> serde_json::Result<String> {
        pretty(&ChangesFile {
            format: FORMAT,
            content: "changes",
            id: &self.new.document.id,
            earlier: &self.old.document.id,
            changes: self.changes.list.iter().map(|change| self.data(change)).collect(),
        })
    }

    fn data(&self, change: &'a Change) -> ChangeData<'a> {
        let (old, new) = (self.old, self.new);
        ChangeData {
            kind: change.kind,
            moved: change.moved,
            page: self.page(change),
            before: change.old.iter().map(|number| provision(old, number).to_string()).collect(),
            now: change.new.as_ref().map(|number| provision(new, number).to_string()),
            gone: change.gone.iter().filter_map(|wording| words(old, wording)).collect(),
            fresh: change.fresh.iter().filter_map(|wording| words(new, wording)).collect(),
            figures: change.figures.iter().map(|figure| self.figure(figure)).collect(),
        }
    }

    fn figure(&self, figure: &'a FigureChange) -> FigureData<'a> {
        let side = |edition, fact: &'a Option<Fact>| fact.as_ref().and_then(|f| data(edition, f));
        FigureData { before: side(self.old, &figure.old), now: side(self.new, &figure.new) }
    }

    /// The changes as a table, one row for each.
    pub fn csv(&self, cited: &Cited) -> String {
        let mut table = Table::new(&[
            "kind",
            "moved",
            "before",
            "now",
            "text_before",
            "text_now",
            "gone",
            "fresh",
            "figures",
            "page",
            "citation_before",
            "citation",
        ]);
        for change in &self.changes.list {
            let data = self.data(change);
            let cite = |edition, number: &String| cited.of(&provision(edition, number), false);
            let before: Vec<String> = change.old.iter().map(|n| cite(self.old, n)).collect();
            let texts: Vec<String> = change.old.iter().map(|n| text(self.old, n)).collect();
            table.row(&[
                change.kind.key(),
                if change.moved { "true" } else { "false" },
                &data.before.join(" "),
                data.now.as_deref().unwrap_or_default(),
                &texts.join("\n"),
                &change.new.as_ref().map(|n| text(self.new, n)).unwrap_or_default(),
                &stretches(self.old, &change.gone),
                &stretches(self.new, &change.fresh),
                &self.figures(change),
                &data.page,
                &before.join("\n"),
                &change.new.as_ref().map(|n| cite(self.new, n)).unwrap_or_default(),
            ]);
        }
        table.finish()
    }

    /// `10万亩 → 12万亩`, one to a line; `–` where a side states nothing.
    fn figures(&self, change: &Change) -> String {
        let side = |edition: &Edition, fact: &Option<Fact>| {
            let found = fact.as_ref().and_then(|fact| {
                Some(fact.span.of(&edition.document.sentence(&fact.at)?.text).to_owned())
            });
            found.unwrap_or_else(|| "–".to_owned())
        };
        let one = |figure: &FigureChange| {
            format!("{} → {}", side(self.old, &figure.old), side(self.new, &figure.new))
        };
        change.figures.iter().map(one).collect::<Vec<_>>().join("\n")
    }

    fn page(&self, change: &Change) -> String {
        let page = Page::Changes(self.new.document.id.clone());
        format!("{}#{}", Route::new(UiLocale::Zh, page).path(), change.anchor())
    }
}

fn provision(edition: &Edition, number: &str) -> Address {
    let unit = Unit::Provision(number.to_owned());
    Address { document: edition.document.id.clone(), unit, sentence: None }
}

fn text(edition: &Edition, number: &str) -> String {
    let Some(provision) = edition.document.provision(number) else { return String::new() };
    let title = provision.title.as_ref().map(|title| title.text.clone());
    // Rows of a table, entries of a list and paragraphs each in a line of their own, so that no
    // number runs into the next.
    let paragraphs = provision.paragraphs.iter().map(|paragraph| {
        let words = paragraph.sentences.iter().map(|sentence| sentence.text.as_str());
        [paragraph.label.as_str()].into_iter().chain(words).collect::<String>()
    });
    title.into_iter().chain(paragraphs).collect::<Vec<_>>().join("\n")
}

/// The sentence whose wording differs.
fn address(edition: &Edition, wording: &Wording) -> Address {
    Address { sentence: Some(wording.sentence), ..provision(edition, &wording.provision) }
}

fn words<'a>(edition: &'a Edition, wording: &Wording) -> Option<WordingData<'a>> {
    let at = address(edition, wording);
    let text = &edition.document.sentence(&at)?.text;
    let spans = wording.spans.iter().map(|span| SpanData::of(text, *span)).collect();
    Some(WordingData { address: at.to_string(), spans })
}

fn stretches(edition: &Edition, wordings: &[Wording]) -> String {
    let mut all = Vec::new();
    for wording in wordings {
        if let Some(sentence) = edition.document.sentence(&address(edition, wording)) {
            all.extend(wording.spans.iter().map(|span| span.of(&sentence.text)));
        }
    }
    all.join("\n")
}

fn data<'a>(edition: &'a Edition, fact: &'a Fact) -> Option<StatedData<'a>> {
    let text = &edition.document.sentence(&fact.at)?.text;
    Some(StatedData {
        address: fact.at.to_string(),
        span: SpanData::of(text, fact.span),
        value: Some(fact.value).filter(|_| fact.has_value()).and_then(number),
        upper: fact.upper.and_then(number),
        unit: Some(fact.unit.as_str()).filter(|_| fact.has_value()),
        date: stated(&fact.date),
        due: stated(&fact.due),
    })
}
