//! What people count of a text, and what stands around it: measures, parts and annexes on one side,
//! the letterhead, the signature and the list of annexes on the other.

use super::{Division, Document, Provision};
use crate::address::is_annex_number;
use crate::table::Block;

/// A line with more characters is text and no title.
const LONGEST_ANNEX_TITLE: usize = 50;

/// What unnumbered text is that stands around the text proper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// The red head, the document number, what is told under the title.
    Head,
    /// Who signs when, whom to ask, who gets a copy.
    Close,
    /// `附件：1.…`, the list of annexes in the close.
    Annexes,
}

impl Provision {
    /// What it is where it belongs to the head or the close.
    pub fn around(&self) -> Option<Around> {
        match self.number.split('-').next() {
            Some("head") => Some(Around::Head),
            Some("close") if self.lists_annexes() => Some(Around::Annexes),
            Some("close") => Some(Around::Close),
            _ => None,
        }
    }

    /// Whether a part of the close lists the annexes and says nothing else: no date is signed.
    fn lists_annexes(&self) -> bool {
        let date = |text: &str| text.contains('年') && text.trim_end().ends_with('日');
        let lists = |text: &str| {
            let rest = text.trim_start().strip_prefix("附件").or_else(|| text.strip_prefix('附'));
            let rest = rest.map(|rest| rest.trim_start_matches(char::is_whitespace));
            rest.is_some_and(|rest| rest.starts_with(['：', ':']))
        };
        let first = self.sentences().next();
        first.is_some_and(|first| lists(&first.text)) && !self.sentences().any(|s| date(&s.text))
    }

    /// Whether it has a number by which people cite it.
    pub fn is_numbered(&self) -> bool {
        !self.label.is_empty()
    }
}

impl Document {
    /// Whether the provision counts as a measure: it has a number, or nothing of the text has one
    /// and it stands in the text proper.
    pub fn is_measure(&self, provision: &Provision) -> bool {
        let any = || self.provisions.iter().any(Provision::is_numbered);
        provision.is_numbered() || provision.around().is_none() && !any()
    }

    /// Whether the provision is all the text of a numbered part, which has no measures in it: people
    /// cite it by the part's number, and a reader misses it as much as a measure.
    pub fn is_whole_part(&self, provision: &Provision) -> bool {
        let Some(number) = provision.number.strip_suffix(".0") else { return false };
        let Some(part) = self.division(number) else { return false };
        let only = self.provisions.get(part.provisions.start as usize);
        !is_annex_number(number)
            && !part.label.is_empty()
            && part.provisions.len() == 1
            && only.is_some_and(|only| only.number == provision.number)
            && !self.divisions.iter().any(|own| own.is_within(part))
    }

    /// What an annex is called by the line under its heading, where the provision begins with it.
    pub fn annex_title(&self, provision: &Provision) -> Option<&str> {
        self.annex_beginning_with(provision)?;
        let index = self.provisions.iter().position(|own| own.number == provision.number)?;
        let first = self.body(index).into_iter().next();
        let Some(Block::Paragraph(line)) = first else { return None };
        let [title] = line.sentences.as_slice() else { return None };
        let closed = title.text.trim_end().ends_with(['。', '：', '；', '，', ':', '.']);
        let long = title.text.chars().count() > LONGEST_ANNEX_TITLE;
        (line.label.is_empty() && !closed && !long).then_some(title.text.trim())
    }

    /// The annex that begins with this provision, which has no number itself.
    pub fn annex_beginning_with(&self, provision: &Provision) -> Option<&Division> {
        let number = provision.number.strip_suffix(".0").filter(|n| is_annex_number(n))?;
        self.division(number)
    }

    /// How many parts people count: those on the outermost level that is numbered, or that has a
    /// heading where none is. What a notice issues and annexes are none.
    pub fn count_parts(&self) -> usize {
        let main = || self.divisions.iter().filter(|part| !is_annex_number(&part.number));
        let wraps = |outer: &Division| main().any(|inner| inner.is_within(outer));
        let labelled = || main().filter(|part| !part.label.is_empty());
        let outermost = labelled().map(|part| part.depth).min();
        match outermost {
            Some(depth) => labelled().filter(|part| part.depth == depth).count(),
            None => main().filter(|part| !wraps(part)).count(),
        }
    }

    /// How many annexes the text has.
    pub fn count_annexes(&self) -> usize {
        let number = |part: &&Division| is_annex_number(&part.number) && part.depth == 0;
        self.divisions.iter().filter(number).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::DocumentKind;
    use crate::parse;

    const NOTICE: &str = "某某县文件\n\n某政发〔2026〕7号\n\n某某县关于印发种树管理办法的通知\n\n\
        各乡镇：\n\n现印发给你们，请执行。\n\n某某县人民政府\n\n2026年3月1日\n\n（此件公开发布）\n\n种树管理办法\n\n\
        第一章　总则\n\n第一条　为了种树，制定本办法。\n\n第二章　管护\n\n第二条　每月浇水。\n\n\
        第三条　本办法自印发之日起施行。\n\n附件：1.树种表\n\n附件1\n\n树种表\n\n\
        | 树种 | 株数 |\n| --- | --- |\n| 杨树 | 30 |\n";

    #[test]
    fn parts_measures_and_annexes_are_counted_as_people_do() {
        let document = parse(&"x".into(), DocumentKind::Policy, NOTICE, 1).0;
        let measures = document.provisions.iter().filter(|own| document.is_measure(own)).count();
        assert_eq!((document.count_parts(), measures, document.count_annexes()), (2, 3, 1));
        let around: Vec<Around> =
            document.provisions.iter().filter_map(Provision::around).collect();
        assert_eq!(around, [Around::Head, Around::Close, Around::Annexes]);
        let title = document.provisions.last().and_then(|own| document.annex_title(own));
        assert_eq!(title, Some("树种表"));
    }

    #[test]
    fn a_text_without_numbers_counts_its_paragraphs_and_not_its_signature() {
        let text =
            "致全县居民的一封信\n\n春天到了，请大家种树。\n\n某某县人民政府\n\n2026年3月1日\n";
        let document = parse(&"x".into(), DocumentKind::Policy, text, 1).0;
        let measures = document.provisions.iter().filter(|own| document.is_measure(own));
        assert_eq!(measures.map(|own| own.number.as_str()).collect::<Vec<_>>(), ["0"]);
    }
}
