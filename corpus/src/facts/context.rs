//! What a figure means in its sentence: bound, kind, what it is about, when due and where.

use std::ops::Range;

use super::scan::Figure;
use super::tense::Tense;
use super::{Bound, Fact, FactKind};
use super::{bounds, places};
use crate::address::Address;
use crate::chars::{Chars, ends_clause};
use crate::figures::units::{Measure, is_streak};
use crate::model::Span;
use crate::text::is_han;

/// A sentence with its figures.
pub struct Context<'a> {
    /// The sentence.
    pub text: &'a Chars,
    /// All its figures in reading order.
    pub figures: &'a [Figure],
    /// Whether it tells what has been achieved.
    pub tense: Tense,
    /// Forms of places.
    pub places: &'a [String],
}

const AIMS: [&str; 5] = ["力争", "力求", "努力", "争取", "确保"];

const STABLE: [&str; 5] = ["稳定在", "保持在", "维持在", "稳定保持", "稳定到"];

impl Context<'_> {
    /// The fact that the figure states.
    pub fn fact(&self, at: &Address, figure: &Figure) -> Fact {
        let clause = self.text.clause(figure.range.start);
        let kind = self.kind(figure, &clause);
        let plain = matches!(kind, FactKind::Name | FactKind::Ordinal) || figure.date.is_some();
        let (due, due_at) = self.due(figure);
        Fact {
            at: at.clone(),
            span: self.text.span(figure.range.clone()),
            kind,
            value: figure.value,
            upper: figure.upper,
            unit: match (&figure.date, figure.unit) {
                (Some(date), _) => date.unit.to_string(),
                (None, unit) => unit.map_or_else(String::new, |unit| unit.name.to_owned()),
            },
            bound: if plain { Bound::Exact } else { self.bound(figure) },
            aimed: !plain && self.aimed(figure),
            stable: !plain && self.text.any_before(figure.range.start, &STABLE).is_some(),
            about: self.text.span(self.about(figure, &clause)),
            date: figure.date.as_ref().map_or_else(String::new, |date| date.iso.clone()),
            due,
            due_at,
            place: self.place(figure, &clause),
        }
    }

    fn bound(&self, figure: &Figure) -> Bound {
        let before = || bounds::before(self.text, figure.range.start);
        figure.bound.or_else(before).unwrap_or(Bound::Exact)
    }

    /// Whether 力争 or the like governs the figure: it stands before it in the same stretch
    /// between semicolons.
    fn aimed(&self, figure: &Figure) -> bool {
        let all = self.text.all();
        let from = all[..figure.range.start]
            .iter()
            .rposition(|c| matches!(c, '；' | ';' | '。'))
            .map_or(0, |before| before + 1);
        self.tense == Tense::Ahead
            && (from..figure.range.start).any(|at| {
                self.text.any_at(at, &AIMS[..4]).is_some() && !self.text.has(at + 2, "方向")
            })
    }

    fn kind(&self, figure: &Figure, clause: &Range<usize>) -> FactKind {
        if let Some(kind) = figure.kind {
            return kind;
        }
        let Some(unit) = figure.unit else { return FactKind::Count };
        let bound = self.bound(figure);
        let attributive = self.before_noun(figure);
        let condition = attributive && bound != Bound::Exact
            || unit.form == "吨级"
            || unit.form.ends_with('岁')
            || self.text.get(figure.range.end) == Some('的') && bound != Bound::Exact;
        match (self.tense, unit.measure) {
            _ if condition => FactKind::Threshold,
            (_, Measure::Time) if bound == Bound::Exact => FactKind::Date,
            _ if is_streak(&unit) => FactKind::Result,
            (_, Measure::Group) => FactKind::Count,
            (Tense::Past, Measure::Amount | Measure::Share) => FactKind::Result,
            (Tense::Ahead, Measure::Amount | Measure::Share) => FactKind::Target,
            // 泊位4个 promises four berths; 4个泊位 only counts them. A large round number does
            // not count things one by one.
            (Tense::Ahead, _) if bound != Bound::Exact || self.aimed(figure) => FactKind::Target,
            (_, _) if attributive && figure.value < 1e4 || figure.range.start == clause.start => {
                FactKind::Count
            }
            (Tense::Past, _) => FactKind::Result,
            (Tense::Ahead, _) => FactKind::Target,
        }
    }

    /// Whether a noun follows that the figure belongs to: 3处中型灌区, 1000人以上行政村.
    fn before_noun(&self, figure: &Figure) -> bool {
        self.text.get(figure.range.end).is_some_and(is_han)
    }

    /// A deadline stands for itself and for the figures behind it in the sentence.
    fn due(&self, figure: &Figure) -> (String, Option<Span>) {
        let deadline = self.figures.iter().rev().find_map(|other| {
            let date = other.date.as_ref().filter(|date| date.deadline)?;
            let same = other.range == figure.range;
            let governs = other.range.end <= figure.range.start
                && !matches!(figure.kind, Some(FactKind::Name | FactKind::Ordinal))
                && figure.date.is_none();
            (same || governs).then_some(date)
        });
        deadline.map_or((String::new(), None), |date| {
            (date.iso.clone(), Some(self.text.span(date.range.clone())))
        })
    }

    /// What the figure is about: the words before it in its clause, or those after it where it
    /// stands before its noun, or those of a neighbouring clause.
    fn about(&self, figure: &Figure, clause: &Range<usize>) -> Range<usize> {
        let before = self.trim(clause.start..figure.range.start);
        let after = self.trim(figure.range.end..clause.end.max(figure.range.end));
        let choices =
            if self.speaks_of_what_follows(figure) { [after, before] } else { [before, after] };
        // A single word such as 行动 says less than the words on the other side.
        let told = |range: &&Range<usize>| range.len() > 2;
        let choice = choices.iter().find(told).or(choices.iter().find(|range| range.len() == 2));
        if let Some(choice) = choice {
            return choice.clone();
        }
        if figure.date.is_some() || figure.kind == Some(FactKind::Ordinal) || is_time(figure) {
            let next = self.trim(self.text.clause((clause.end + 1).min(self.text.len())));
            if next.len() >= 2 {
                return next;
            }
        }
        self.earlier_subject(clause.start).unwrap_or(figure.range.clone())
    }

    fn speaks_of_what_follows(&self, figure: &Figure) -> bool {
        match (figure.kind, figure.unit.map(|unit| unit.measure)) {
            (Some(FactKind::Date | FactKind::Ordinal | FactKind::Name), _)
            | (None, Some(Measure::Group)) => true,
            (None, Some(Measure::Count)) => {
                self.before_noun(figure) && self.bound(figure) == Bound::Exact
            }
            _ => false,
        }
    }

    /// “粮食总产量达到840亿斤，居全国第五位”: the subject stands clauses before.
    fn earlier_subject(&self, mut start: usize) -> Option<Range<usize>> {
        while start > 1 {
            let clause = self.text.clause(start - 1);
            let figure = self.figures.iter().find(|figure| clause.contains(&figure.range.start));
            let end = figure.map_or(clause.end, |figure| figure.range.start);
            let subject = self.trim(clause.start..end);
            if subject.len() >= 2 {
                return Some(subject);
            }
            start = clause.start;
        }
        None
    }

    /// The stretch without verbs of change, aims and dates at its ends, and without punctuation.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        const LEADING: [&str; 22] = [
            "力争", "力求", "争取", "努力", "要", "将", "开展", "建设", "推动", "推进", "实现",
            "完成", "启动", "加快", "继续", "持续", "深入", "实施", "完善", "支持", "强化", "等",
        ];
        const TRAILING: [&str; 45] = [
            "力争",
            "达到",
            "达",
            "实现",
            "完成",
            "突破",
            "不超过",
            "超过",
            "稳定在",
            "保持在",
            "控制在",
            "不得低于",
            "不得少于",
            "不低于",
            "不少于",
            "不高于",
            "不足",
            "低于",
            "高于",
            "大约",
            "约",
            "接近",
            "增长",
            "提高到",
            "提高至",
            "增加到",
            "扩大到",
            "压缩至",
            "压缩到",
            "分别",
            "双双",
            "均稳居",
            "稳居",
            "位居",
            "居",
            "列",
            "为",
            "等",
            "至",
            "到",
            "的",
            "均",
            "都",
            "了",
            "最高",
        ];
        let mut range = range;
        loop {
            let before = range.clone();
            let edge = |c: Option<char>| {
                c.is_some_and(|c| ends_clause(c) || "、“”‘’《》（）() ".contains(c))
            };
            if let Some(date) = self.figures.iter().find(|f| {
                f.range.start == range.start && f.range.end <= range.end && f.date.is_some()
            }) {
                range.start = date.range.end;
            }
            if edge(self.text.get(range.start)) && !range.is_empty() {
                range.start += 1;
            }
            if edge(range.end.checked_sub(1).and_then(|i| self.text.get(i))) && !range.is_empty() {
                range.end -= 1;
            }
            if let Some((_, length)) = self.text.any_at(range.start, &LEADING)
                && range.len() > length + 1
            {
                range.start += length;
            }
            if let Some((_, length)) = self.text.any_before(range.end, &TRAILING)
                && range.len() >= length
            {
                range.end -= length;
            }
            if range == before || range.is_empty() {
                return range;
            }
        }
    }

    /// The places named in the figure's clause: those next before it, otherwise the first after it.
    fn place(&self, figure: &Figure, clause: &Range<usize>) -> Option<Span> {
        let found = places::named(self.text, clause, self.places);
        let before = found.iter().rfind(|place| place.end <= figure.range.start);
        let nearest = before.or(found.first())?;
        Some(self.text.span(nearest.clone()))
    }
}

fn is_time(figure: &Figure) -> bool {
    figure.unit.is_some_and(|unit| unit.measure == Measure::Time)
}
