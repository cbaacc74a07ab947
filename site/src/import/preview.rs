//! A document as it was understood, on one page that needs nothing else: measures, tables, figures,
//! and each problem where it is.

use std::fmt::Write;

use corpus::stated::{Stated, stated};
use corpus::{Block, Document, Fact, Problem, Sentence, Severity, Unit, UnitRef, facts, table};

use crate::exports::escape::xml;
use crate::exports::unit_name;

const STYLE: &str = include_str!("preview.css");

/// The page.
pub fn preview(document: &Document, problems: &[Problem], file: &str) -> String {
    let facts = facts::facts(document, &[]);
    let mut page = Page { document, problems, facts, told: 0, out: String::new() };
    page.head(file);
    page.stated(&stated(document));
    page.units();
    page.problems_until(u32::MAX);
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

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
        let counts = [
            ("措施", self.document.provisions.iter().filter(|p| !p.label.is_empty()).count()),
            ("表格", self.document.tables.len()),
            ("数字与期限", self.facts.len()),
            ("错误", count(Severity::Error)),
            ("警告", count(Severity::Warning)),
            ("提示", count(Severity::Notice)),
        ];
        let told: Vec<String> =
            counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let _ = write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
             'unsafe-inline'\">\n<title>{0}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <main>\n<p class=\"about\">{0}：{1}</p>\n",
            xml(file),
            told.join("，"),
        );
    }

    fn stated(&mut self, stated: &Stated) {
        let text = |words: &Option<corpus::stated::Words>| {
            words.as_ref().map(|words| words.text.clone()).unwrap_or_default()
        };
        let issuers: Vec<&str> = stated.issuers.iter().map(|words| words.text.as_str()).collect();
        let rows = [
            ("发文字号", text(&stated.document_number)),
            ("成文日期", text(&stated.issued)),
            ("发文机关", issuers.join("、")),
            ("主送机关", text(&stated.addressee)),
        ];
        for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = writeln!(self.out, "<p class=\"stated\">{name}：{}</p>", xml(value));
        }
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
            let upper = fact.upper.map_or(String::new(), |upper| format!("—{upper}"));
            let meaning = format!(
                "{}{upper} {} {:?} {:?} {}{}",
                fact.value, fact.unit, fact.bound, fact.kind, fact.date, fact.due
            );
            let _ = write!(
                out,
                "{}<mark title=\"{}\">{}</mark>",
                xml(&sentence.text[from..first]),
                xml(meaning.trim()),
                xml(&sentence.text[first..last])
            );
            from = last;
        }
        out.push_str(&xml(&sentence.text[from..end]));
        out
    }

    /// The problems of the lines before this one that were not yet shown.
    fn problems_until(&mut self, line: u32) {
        while let Some(problem) = self.problems.get(self.told).filter(|p| p.at.line < line) {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Notice => "notice",
            };
            let _ = writeln!(
                self.out,
                "<p class=\"{severity}\">{}:{} {}</p>",
                problem.at.line,
                problem.at.column,
                xml(&problem.message)
            );
            self.told += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use corpus::{DocumentKind, parse};

    use super::*;

    #[test]
    fn measures_tables_figures_and_problems_stand_in_place() {
        let text = "某政发〔2025〕3号\n\n关于修路的通知\n\n一、道路\n\n（一）修路。新建公路100公里以上,\
                    <b>路面</b>宽5米。\n\n| 路 | 投资（万元） |\n| --- | --- |\n| 村路 | 120 |\n\n\
                    （三）管路。落实 road 责任。\n";
        let (document, problems) = parse(&"roads".into(), DocumentKind::Policy, text, 1);
        let page = preview(&document, &problems, "roads<1>.docx");
        let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
        assert!(page.contains("发文字号：某政发〔2025〕3号"));
        assert!(
            page.contains("<mark title=\"100 公里 AtLeast Target \">100公里以上</mark>")
                || page.contains("<mark title=\"100 公里 AtLeast Target\">100公里以上</mark>"),
            "{page}"
        );
        assert!(page.contains("<th>投资（万元）</th>"));
        assert!(page.contains("<mark title=\"1200000 元"), "{page}");
        assert!(page.contains("&lt;b&gt;路面") && !page.contains("<b>"));
        assert!(page.contains("roads&lt;1&gt;.docx"));
        let jumped = place("number 3 where 2 was expected");
        assert!(place("落实") < jumped || place("管路") < jumped);
        assert!(place("half-width") < place("<table>"), "{page}");
        assert_eq!(
            page.matches("class=\"warning\"").count(),
            problems.iter().filter(|p| p.severity == Severity::Warning).count()
        );
    }
}
