//! A document as it was understood, on one page that needs nothing else: measures, tables, each
//! figure with what it was taken for, and each problem where it is, all of them listed above.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Result, bail};
use app::route::UiLocale;
use app::words::kinds::{bound, fact_kind};
use corpus::stated::{Stated, stated};
use corpus::{
    Block, Document, Fact, Problem, Sentence, Severity, Unit, UnitRef, bilingual, facts,
    is_annex_number, table,
};
use search_index::seeds::BilingualContext;

use super::kinds;
use crate::exports::escape::xml;
use crate::exports::unit_name;

const STYLE: &str = include_str!("preview.css");
/// By this a page of ours is known, so that the next look may take its place.
const GENERATOR: &str = "<meta name=\"generator\" content=\"policy-explorer preview\">";

/// Writes the page to a file: a new one, or one that an earlier preview wrote.
///
/// # Errors
/// Where another file has that name, or it can't be written.
pub fn write(page: &str, file: &Path) -> Result<()> {
    let ours = |there: String| there.contains(GENERATOR);
    if file.exists() && !std::fs::read_to_string(file).is_ok_and(ours) {
        let file = file.display();
        bail!(
            bilingual!(
                "{file} 不是本程序写的预览；请写一个还不存在的文件名",
                "{file} is not a preview made by this program; name a file that does not exist yet"
            )
            .error()
        );
    }
    std::fs::write(file, page).with_wording(|| {
        let file = file.display();
        bilingual!(
            "无法写入 {file}；请检查它的文件夹是否存在、能否写入",
            "{file} can't be written; check that its folder exists and can be written to"
        )
    })
}

/// The page.
pub fn preview(document: &Document, problems: &[Problem], file: &str) -> String {
    let facts = facts::facts(document, &[]);
    let mut page = Page { document, problems, facts, told: 0, out: String::new() };
    page.head(file);
    page.stated(&stated(document));
    page.contents();
    page.units();
    page.problems_until(u32::MAX);
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

/// What is counted only where a text has it.
const IF_ANY: [&str; 3] = ["部分", "附件", "附件里的条目"];

struct Page<'a> {
    document: &'a Document,
    /// In the order of their lines.
    problems: &'a [Problem],
    facts: Vec<Fact>,
    /// How many problems have been shown.
    told: usize,
    out: String,
}

impl<'a> Page<'a> {
    fn head(&mut self, file: &str) {
        let count = |severity| self.problems.iter().filter(|p| p.severity == severity).count();
        let kind = kinds::name(self.document.kind).zh;
        let counts = [
            ("部分", self.document.count_parts()),
            ("条目", self.numbered(false)),
            ("附件", self.document.count_annexes()),
            ("附件里的条目", self.numbered(true)),
            ("表格", self.document.tables.len()),
            ("数字与期限", self.facts.len()),
            ("错误", count(Severity::Error)),
            ("警告", count(Severity::Warning)),
            ("提示", count(Severity::Notice)),
        ];
        let shown = counts.iter().filter(|(name, count)| *count > 0 || !IF_ANY.contains(name));
        let told: Vec<String> = shown.map(|(name, count)| format!("{name} {count}")).collect();
        let _ = write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
             'unsafe-inline'\">\n{GENERATOR}\n<title>{0}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <main>\n<p class=\"about\">{0}：{kind}，{1}</p>\n<p class=\"about\">灰色的代号以后是网址的一部分；\
             黄色的是认出的数字和日期，后面绿色的是它的意思。</p>\n",
            xml(file),
            told.join("，"),
        );
    }

    /// How many measures the text has, or its annexes have.
    fn numbered(&self, annexed: bool) -> usize {
        let numbered = self.document.provisions.iter().filter(|own| own.is_numbered());
        numbered.filter(|own| is_annex_number(&own.number) == annexed).count()
    }

    fn stated(&mut self, stated: &Stated) {
        let text = |words: &Option<corpus::stated::Words>| {
            words.as_ref().map(|words| words.text.clone()).unwrap_or_default()
        };
        let issuers: Vec<&str> = stated.issuers.iter().map(|words| words.text.as_str()).collect();
        let rows = [
            ("索引号", text(&stated.index_number)),
            ("发文字号", text(&stated.document_number)),
            ("成文日期", text(&stated.issued)),
            ("发布日期", text(&stated.published)),
            ("发文机关", issuers.join("、")),
            ("主送机关", text(&stated.addressee)),
        ];
        for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = writeln!(self.out, "<p class=\"stated\">{name}：{}</p>", xml(value));
        }
    }

    /// All problems, each leading to its place: whoever brought the document looks at these first.
    fn contents(&mut self) {
        if self.problems.is_empty() {
            self.out.push_str("<p class=\"about\">没有发现问题。</p>\n");
            return;
        }
        self.out.push_str("<details open>\n<summary>请看一看这些地方</summary>\n<ol>\n");
        let mut worst_first: Vec<_> = self.problems.iter().enumerate().collect();
        worst_first.sort_by_key(|(_, problem)| std::cmp::Reverse(problem.severity));
        for (index, problem) in worst_first {
            let _ = writeln!(
                self.out,
                "<li class=\"{}\"><a href=\"#problem-{index}\">{}</a> {}</li>",
                problem.severity.name(true),
                problem.severity.name(false),
                xml(&problem.message_zh)
            );
        }
        self.out.push_str("</ol>\n</details>\n");
    }

    fn units(&mut self) {
        let document = self.document;
        let mut index = 0;
        for unit in document.units() {
            let address = unit.unit();
            match unit {
                UnitRef::Title(lines) => {
                    for line in lines {
                        self.sentence("h1", &address, line);
                    }
                }
                UnitRef::Division(division) => {
                    self.problems_until(division.title.line);
                    let level = 2 + division.depth.min(3);
                    let name = unit_name(&UnitRef::Division(division));
                    let _ = writeln!(
                        self.out,
                        "<h{level}><code>{address}</code> {}</h{level}>",
                        xml(&name)
                    );
                }
                UnitRef::Provision(provision) => {
                    let _ = writeln!(
                        self.out,
                        "<section>\n<p class=\"label\"><code>{address}</code> {}</p>",
                        xml(&provision.label)
                    );
                    if let Some(title) = &provision.title {
                        self.sentence("h6", &address, title);
                    }
                    for block in document.body(index) {
                        self.block(&address, block);
                    }
                    self.out.push_str("</section>\n");
                    index += 1;
                }
            }
        }
    }

    fn block(&mut self, unit: &Unit, block: Block<'a>) {
        match block {
            Block::Paragraph(paragraph) => {
                if !paragraph.label.is_empty() {
                    let label = xml(&paragraph.label);
                    let _ = writeln!(self.out, "<p class=\"label\">{label}</p>");
                }
                for sentence in &paragraph.sentences {
                    self.sentence("p", unit, sentence);
                }
            }
            Block::Table(rows, head) => {
                let mut markup = String::from("<div class=\"scroll\"><table>\n");
                for (index, row) in rows.iter().flat_map(|row| &row.sentences).enumerate() {
                    let tag = if head && index == 0 { "th" } else { "td" };
                    markup.push_str("<tr>");
                    for cell in table::cells(&row.text) {
                        let text = self.marked(unit, row, cell.start as usize, cell.end as usize);
                        let _ = write!(markup, "<{tag}>{text}</{tag}>");
                    }
                    markup.push_str("</tr>\n");
                }
                markup.push_str("</table></div>\n");
                self.out.push_str(&markup);
                let last = rows.last().and_then(|row| row.sentences.last());
                self.problems_until(last.map_or(0, |row| row.line + 1));
            }
        }
    }

    /// A sentence with its figures marked, and beneath it what is wrong up to its place.
    fn sentence(&mut self, tag: &str, unit: &Unit, sentence: &Sentence) {
        let text = self.marked(unit, sentence, 0, sentence.text.len());
        let _ = writeln!(self.out, "<{tag}>{text}</{tag}>");
        self.problems_until(sentence.line + 1);
    }

    fn marked(&self, unit: &Unit, sentence: &Sentence, start: usize, end: usize) -> String {
        let mut out = String::new();
        let mut from = start;
        let here = self
            .facts
            .iter()
            .filter(|fact| fact.at.unit == *unit && fact.at.sentence == Some(sentence.number));
        for fact in here {
            let (first, last) = (fact.span.start as usize, fact.span.end as usize);
            if first < from || last > end {
                continue;
            }
            let _ = write!(
                out,
                "{}<mark>{}</mark><small>{}</small>",
                xml(&sentence.text[from..first]),
                xml(&sentence.text[first..last]),
                xml(&meaning(fact))
            );
            from = last;
        }
        out.push_str(&xml(&sentence.text[from..end]));
        out
    }

    /// The problems of the lines before this one that were not yet shown.
    fn problems_until(&mut self, line: u32) {
        while let Some(problem) = self.problems.get(self.told).filter(|p| p.at.line < line) {
            let _ = writeln!(
                self.out,
                "<p id=\"problem-{}\" class=\"{}\">{} {}:{} {}<br><span lang=\"en\">{}</span></p>",
                self.told,
                problem.severity.name(true),
                problem.severity.name(false),
                problem.at.line,
                problem.at.column,
                xml(&problem.message_zh),
                xml(&problem.message)
            );
            self.told += 1;
        }
    }
}

/// What a figure was taken for, in words: `目标 不低于 1,000万 亩 期限 2026`.
fn meaning(fact: &Fact) -> String {
    let mut said = vec![fact_kind(fact.kind, UiLocale::Zh).to_owned()];
    said.extend(bound(fact.bound, UiLocale::Zh).map(str::to_owned));
    if !fact.date.is_empty() {
        said.push(fact.date.clone());
    } else if !fact.unit.is_empty() || fact.value != 0.0 {
        let upper = fact.upper.map_or(String::new(), |upper| format!("—{}", number(upper)));
        said.push(format!("{}{upper} {}", number(fact.value), fact.unit));
    }
    if !fact.due.is_empty() && fact.date.is_empty() {
        said.push(format!("期限 {}", fact.due));
    }
    said.join(" ").trim().to_owned()
}

/// A number as one counts in Chinese: in 亿 and 万 where nothing is lost by it.
fn number(value: f64) -> String {
    let shown = |value: f64, name: &str| format!("{value}{name}");
    let short = |divided: f64| (divided * 1e4).fract() == 0.0;
    match value.abs() {
        large if large >= 1e8 && short(value / 1e8) => shown(value / 1e8, "亿"),
        large if large >= 1e4 && short(value / 1e4) => shown(value / 1e4, "万"),
        _ => shown(value, ""),
    }
}

#[cfg(test)]
mod tests;
