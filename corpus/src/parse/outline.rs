//! From blocks to divisions and provisions.

use super::blocks::Block;
use super::close::is_colophon;
use super::levels::provision_levels;
use super::numbers;
use super::paragraphs::{LONGEST_RUN_IN_TITLE, asks, ends, sentence, title_end};
use super::patterns::is_preamble;
use super::roles::Role;
use crate::address::DocumentId;
use crate::bilingual;
use crate::metadata::DocumentKind;
use crate::model::{Division, Document, Provision, Sentence};
use crate::numbering::{Label, LabelKind};
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::text;

/// Builds the document from its blocks.
pub fn outline(
    id: &DocumentId,
    kind: DocumentKind,
    blocks: &[Block],
    problems: &mut Vec<Problem>,
) -> Document {
    let levels = provision_levels(blocks);
    let mut outline = Outline {
        document: Document {
            id: id.clone(),
            kind,
            title: Vec::new(),
            divisions: Vec::new(),
            provisions: Vec::new(),
            tables: Vec::new(),
        },
        level: None,
        open: Vec::new(),
        counted: Vec::new(),
        ordinals: Vec::new(),
        heads: 0,
        hashes: Vec::new(),
        annexes: 0,
        main: None,
        closing: false,
        problems,
    };
    for (block, level) in blocks.iter().zip(levels) {
        outline.level = level;
        outline.add(block);
    }
    outline.finish()
}

pub(super) struct Outline<'p> {
    pub(super) document: Document,
    /// The series that numbers the provisions here.
    level: Option<LabelKind>,
    /// Divisions that enclose what comes next, as (kind, index).
    pub(super) open: Vec<(Option<LabelKind>, usize)>,
    /// How many children each open depth has had, for unnumbered headings.
    counted: Vec<u32>,
    /// For each provision: its label's number text, or `None` for unnumbered text.
    pub(super) ordinals: Vec<Option<String>>,
    /// How many `#` mark the heading of each division.
    hashes: Vec<usize>,
    /// How many provisions are the head.
    pub(super) heads: usize,
    /// How many annexes have begun.
    pub(super) annexes: u32,
    /// How many provisions stand before the first annex; `None` before it is known.
    main: Option<usize>,
    /// Whether the last provision is the close.
    pub(super) closing: bool,
    problems: &'p mut Vec<Problem>,
}

impl Outline<'_> {
    fn add(&mut self, block: &Block) {
        match block.role {
            Role::Annex => return self.start_annex(block),
            Role::Head => return self.head(block),
            Role::Close => return self.close(block),
            Role::Row | Role::ColumnNames => return self.row(block),
            Role::Text | Role::AnnexTitle | Role::IssuedTitle | Role::Contents => {}
        }
        let label = block.label();
        match &label {
            Some(label) if Some(label.kind) == self.level => self.start_provision(block, label),
            _ if block.heading => self.heading(block, label.as_ref()),
            Some(label) if label.kind == LabelKind::Part && !self.is_item(block, label) => {
                self.start_division(block, Some(label), true);
            }
            _ => self.paragraph(block, label.as_ref()),
        }
    }

    /// Whether `一、` numbers what an article lists, as laws in Traditional characters have it: a running
    /// text below an article that is the first such item or follows one, and no heading over others.
    fn is_item(&self, block: &Block, label: &Label) -> bool {
        let runs = block.finished() || matches!(block.chars.last(), Some('：' | ':' | '；'));
        let Some(article) = self.document.provisions.last().filter(|last| !last.label.is_empty())
        else {
            return false;
        };
        let items = article.paragraphs.iter().filter(|own| own.label.ends_with('、')).count();
        self.level == Some(LabelKind::Article) && runs && label.ordinal as usize == items + 1
    }

    /// Opens an annex: a division that no number of the text before it reaches into.
    fn start_annex(&mut self, block: &Block) {
        self.annexes += 1;
        self.main.get_or_insert(self.document.provisions.len());
        self.closing = false;
        self.open.clear();
        self.counted.truncate(1);
        let start = self.document.provisions.len() as u32;
        self.document.divisions.push(Division {
            number: format!("annex-{}", self.annexes),
            label: String::new(),
            title: sentence(block, 0..block.chars.len(), 1),
            depth: 0,
            provisions: start..start,
        });
        self.hashes.push(block.hashes);
        self.open.push((None, self.document.divisions.len() - 1));
    }

    /// Adds a line of the head: a provision of its own, before or behind the title.
    fn head(&mut self, block: &Block) {
        let begun = self.document.provisions.last().and_then(|head| head.sentences().next());
        let place = |line: &Sentence| (line.line, line.column);
        let title = self.document.title.first().map(place);
        if begun.is_some_and(|head| title.is_none_or(|title| title <= place(head))) {
            self.add_sentences(block, 0, "");
            return;
        }
        self.unnumbered(block, 0);
        if let Some(ordinal) = self.ordinals.last_mut() {
            *ordinal = Some("head".to_owned());
        }
        self.heads += 1;
    }

    /// Adds a line of the close, which belongs to no measure: a provision of its own, outside the
    /// parts of the text.
    fn close(&mut self, block: &Block) {
        // Who gets a copy and who printed it stands below all annexes, and is of the whole document.
        let colophon = self.annexes > 0 && is_colophon(&block.chars);
        let inner = usize::from(self.annexes > 0 && !colophon);
        if self.closing && (!colophon || self.open.is_empty()) {
            self.add_sentences(block, 0, "");
            return;
        }
        self.open.truncate(inner);
        self.unnumbered(block, 0);
        if let Some(ordinal) = self.ordinals.last_mut() {
            *ordinal = Some("close".to_owned());
        }
        self.closing = true;
    }

    /// A heading: a title line before everything else, otherwise a division. The name of a preamble
    /// is neither without a mark: it stands before its text in the introduction.
    fn heading(&mut self, block: &Block, label: Option<&Label>) {
        let nothing_yet =
            self.document.divisions.is_empty() && self.document.provisions.len() == self.heads;
        let titled = !self.document.title.is_empty();
        let preamble =
            nothing_yet && titled && label.is_none() && is_preamble(block.chars.iter().copied());
        if preamble && block.hashes == 0 {
            self.paragraph(block, None);
        } else if nothing_yet && label.is_none() && !preamble {
            let number = self.document.title.len() as u16 + 1;
            let sentence = sentence(block, 0..block.chars.len(), number);
            self.document.title.push(sentence);
        } else {
            self.start_division(block, label, false);
        }
    }

    /// Opens a division. `bare` means that the block is running text under a part's label
    /// (`五、本办法自…施行。`): the division has no title and the text is its introduction.
    fn start_division(&mut self, block: &Block, label: Option<&Label>, bare: bool) {
        let kind = label.map(|label| label.kind);
        let annex = usize::from(self.annexes > 0);
        self.closing = false;
        while self.open.len() > annex
            && self.open.last().is_some_and(|(open, at)| *open >= kind || self.ends(*at, block))
        {
            self.open.pop();
        }
        let depth = self.open.len();
        self.counted.truncate(depth + 1);
        self.counted.resize(depth + 1, 0);
        self.counted[depth] += 1;
        // A preamble takes no number from the chapters that follow it.
        let preamble =
            label.is_none() && self.counted[depth] == 1 && is_preamble(block.chars.iter().copied());
        self.counted[depth] -= u32::from(preamble);
        let own = label.map_or(self.counted[depth], |label| label.ordinal);
        let number = match self.open.last() {
            Some((_, parent)) => format!("{}.{own}", self.document.divisions[*parent].number),
            None => own.to_string(),
        };
        self.expect_ordinal(block, label, self.counted[depth]);
        let number = numbers::unused(number, |n| self.document.division(n).is_some());
        let length = label.map_or(0, |label| label.length);
        let end = if bare { length } else { block.chars.len() };
        let start = self.document.provisions.len() as u32;
        self.document.divisions.push(Division {
            number,
            label: block.chars[..length].iter().collect(),
            title: sentence(block, length..end, 1),
            depth: depth as u8,
            provisions: start..start,
        });
        self.hashes.push(block.hashes);
        self.open.push((kind, self.document.divisions.len() - 1));
        if bare {
            self.unnumbered(block, length);
        }
    }

    /// Whether the heading ends a division without a label: it is marked as no deeper, or the
    /// division is a preamble.
    fn ends(&self, division: usize, heading: &Block) -> bool {
        let open = &self.document.divisions[division];
        let deeper = self.hashes[division] < heading.hashes || heading.hashes == 0;
        open.label.is_empty() && (is_preamble(open.title.text.chars()) || !deeper)
    }

    fn expect_ordinal(&mut self, block: &Block, label: Option<&Label>, expected: u32) {
        let Some(label) = label.filter(|label| label.ordinal != expected) else { return };
        // Chapters may count on through the books of a law; numbers by levels count on over measures.
        if block.label_by_context.is_some()
            || label.kind.heads_division() && label.ordinal > expected
        {
            return;
        }
        self.numbering_problem(block, label.ordinal, expected);
    }

    fn numbering_problem(&mut self, block: &Block, found: u32, expected: u32) {
        self.problems.push(Problem::new(
            ProblemKind::Numbering,
            Severity::Warning,
            block.places.first().copied().unwrap_or_default(),
            bilingual!(
                "编号应当是 {expected}，却是 {found}；请看看是不是漏了文字",
                "number {found} where {expected} was expected; check whether text is missing"
            ),
        ));
    }

    fn start_provision(&mut self, block: &Block, label: &Label) {
        let label = &self.numbered(label);
        self.check_sequence(block, label);
        let text: String = block.chars[..label.length].iter().collect();
        let mut provision =
            Provision { number: String::new(), label: text, title: None, paragraphs: Vec::new() };
        let ends = ends(block, label.length);
        let titled = label.kind != LabelKind::Article
            && (block.heading
                || label.kind == LabelKind::Question
                || asks(block, &ends)
                || ends.len() > 1 && ends[0] - label.length <= LONGEST_RUN_IN_TITLE
                || ends.len() == 1 && !text::ends_paragraph(*block.chars.last().unwrap_or(&'。')));
        let mut start = label.length;
        if titled && !ends.is_empty() {
            let end = title_end(block, start, &ends);
            provision.title = Some(sentence(block, start..end, 0));
            start = end;
        }
        self.document.provisions.push(provision);
        self.closing = false;
        let suffix = label.suffix.map_or(String::new(), |suffix| format!("-{suffix}"));
        self.ordinals.push(Some(format!("{}{suffix}", label.ordinal)));
        self.add_sentences(block, start, "");
    }

    /// The label with a number: questions are mostly asked without one, and are counted.
    fn numbered(&self, label: &Label) -> Label {
        let mut label = label.clone();
        if label.kind == LabelKind::Question && label.ordinal == 0 {
            let number = |own: &String| own.parse::<u32>().ok();
            let last = self.ordinals.iter().flatten().rev().find_map(number);
            label.ordinal = last.map_or(1, |last| last + 1);
        }
        label
    }

    /// Numbers count on through the document, or begin again in each division.
    fn check_sequence(&mut self, block: &Block, label: &Label) {
        let first = self.open.last().map_or(0, |(_, division)| {
            self.document.divisions[*division].provisions.start as usize
        });
        if let Some(expected) = numbers::missed(&self.ordinals, first, label) {
            self.numbering_problem(block, label.ordinal, expected);
        }
    }

    /// Numbers the provisions, and tells of a document without any.
    fn finish(mut self) -> Document {
        let main = self.main.unwrap_or(self.ordinals.len());
        numbers::number_provisions(&mut self.document, &self.ordinals, main);
        if self.document.provisions.is_empty() {
            self.problems.push(Problem::new(
                ProblemKind::EmptyDocument,
                Severity::Error,
                Position { line: 1, column: 1 },
                bilingual!(
                    "文件没有正文；请检查正文文件，以及 document.toml 里写的行号",
                    "the document has no text; check the file and the lines given in document.toml"
                ),
            ));
        }
        self.document
    }
}
