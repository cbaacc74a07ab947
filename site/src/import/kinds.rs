//! What a document is, by what it is called and how it is numbered, and what would have to be mended
//! before a site can show it.

use corpus::numbering::{LabelKind, label};
use corpus::parse::{is_interpretation_title, is_policy_title};
use corpus::{
    Bilingual, Document, DocumentId, DocumentKind, Position, Problem, ProblemKind, Severity,
    bilingual, parse,
};

/// So many articles make a law, so many questions an interpretation.
const FEWEST: usize = 2;

/// The document of a text: of this kind, or of the one that the text itself shows.
pub fn parse_as(
    id: &DocumentId,
    kind: Option<DocumentKind>,
    text: &str,
) -> (Document, Vec<Problem>) {
    let (mut document, problems) = parse(id, kind.unwrap_or_default(), text, 1);
    document.kind = kind.unwrap_or_else(|| guess(&document));
    (document, problems)
}

/// What is called an interpretation, or asks and answers, is one; a law has articles; all else is a policy.
fn guess(document: &Document) -> DocumentKind {
    let has = |kind: LabelKind| {
        let labels = document.provisions.iter().map(|own| own.label.chars().collect::<Vec<_>>());
        let found = labels.filter_map(|own| label(&own)).filter(|own| own.kind == kind);
        found.count() >= FEWEST
    };
    if is_interpretation_title(&title(document)) || has(LabelKind::Question) {
        DocumentKind::Interpretation
    } else if has(LabelKind::Article) {
        DocumentKind::Law
    } else {
        DocumentKind::Policy
    }
}

/// What people call a kind.
pub fn name(kind: DocumentKind) -> Bilingual {
    match kind {
        DocumentKind::Policy => bilingual!("政策", "policy"),
        DocumentKind::Interpretation => bilingual!("解读", "interpretation"),
        DocumentKind::Law => bilingual!("法律法规", "law"),
    }
}

fn title(document: &Document) -> String {
    document.title.iter().map(|line| line.text.as_str()).collect()
}

/// What no site can be made of, and what the title says against the kind that was given.
pub fn doubts(document: &Document, given: Option<DocumentKind>) -> Vec<Problem> {
    let title = title(document);
    let at = document.title.first().map_or(Position { line: 1, column: 1 }, |line| Position {
        line: line.line,
        column: line.column,
    });
    let told = |severity, message| Problem::new(ProblemKind::Metadata, severity, at, message);
    if title.trim().is_empty() {
        let message = bilingual!(
            "没有认出文件的标题，检查时会报错；请在正文第一行写上标题，或者填写 document.toml 的 title.zh",
            "no title was found, which a check refuses; write it as the first line of the text, or as \
             title.zh in document.toml"
        );
        return vec![told(Severity::Error, message)];
    }
    let explains = is_interpretation_title(&title);
    let message = match given {
        Some(DocumentKind::Policy | DocumentKind::Law) if explains => bilingual!(
            "标题像是一份解读，却指定为政策或者法律法规；请核对 --kind",
            "the title is that of an interpretation, but it was called a policy or a law; check --kind"
        ),
        Some(DocumentKind::Interpretation) if !explains && is_policy_title(&title) => bilingual!(
            "标题像是一份政策文件，却指定为解读；请核对 --kind 或者 --explains",
            "the title is that of a policy, but it was called an interpretation; check --kind or \
             --explains"
        ),
        _ => return Vec::new(),
    };
    vec![told(Severity::Warning, message)]
}

/// What is told of an interpretation of which nothing says what it explains.
pub fn explains_nothing(document: &Document, explains: Option<&str>) -> Option<Problem> {
    let untold = document.kind == DocumentKind::Interpretation && explains.is_none();
    untold.then(|| {
        let message = bilingual!(
            "这是一份解读，还没有写明解读哪份文件；请在 document.toml 里写 explains = \"那份文件的代号\"",
            "this is an interpretation, and nothing says of what; write explains = \"id of that \
             document\" in document.toml"
        );
        Problem::new(ProblemKind::Metadata, Severity::Warning, Position { line: 1, column: 1 }, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, given: Option<DocumentKind>) -> (DocumentKind, Vec<String>) {
        let document = parse_as(&"x".into(), given, text).0;
        let told = doubts(&document, given).into_iter().map(|problem| problem.message).collect();
        (document.kind, told)
    }

    #[test]
    fn titles_and_numbers_tell_what_a_document_is() {
        use DocumentKind::{Interpretation, Law, Policy};
        for (text, kind) in [
            ("《修路办法》政策解读\n\n一、背景\n\n为了修路。\n", Interpretation),
            ("一图读懂《修路办法》\n\n一、背景\n\n为了修路。\n", Interpretation),
            (
                "修路这些事\n\n问：怎么修？\n\n答：县里修。\n\n问：谁来修？\n\n答：县里。\n",
                Interpretation,
            ),
            ("修路办法\n\n第一条　修路。\n\n第二条　管路。\n", Law),
            ("关于修路的意见\n\n一、修路。新建公路。\n", Policy),
        ] {
            assert_eq!(read(text, None), (kind, Vec::new()), "{text}");
        }
    }

    #[test]
    fn what_a_check_refuses_and_what_contradicts_is_told() {
        let text = "《修路办法》解读\n\n一、背景\n\n为了修路。\n";
        let told = read(text, Some(DocumentKind::Policy)).1;
        assert!(told.len() == 1 && told[0].contains("check --kind"), "{told:?}");
        assert!(read(text, Some(DocumentKind::Interpretation)).1.is_empty());
        let told = read("修路办法\n\n一、背景\n\n修路。\n", Some(DocumentKind::Interpretation)).1;
        assert!(told.len() == 1 && told[0].contains("check --kind or"), "{told:?}");
        let told = read("为了修路，现就有关事项通知如下。\n\n一、修路。新建公路。\n", None).1;
        assert!(told.len() == 1 && told[0].contains("no title"), "{told:?}");
    }
}
