//! One page to keep: `data/<id>.html` holds a document with its translations and, beneath each
//! provision, the passages that explain it. No script, no request, style within the page.

use std::fmt::Write as _;

use corpus::{DocumentId, UnitRef};

use super::chapters::chapters;
use super::escape::xml;
use super::explained::{Explained, unit_name};
use super::reading::AnnotatedEdition;
use super::xhtml::{Markup, anchor, vertical_style};
use crate::assets::integrity;

const STYLE: &str = include_str!("single_html.css");

/// The policy of a page whose only resource is its own style: by its hash, not `unsafe-inline`.
fn content_security_policy(style: &str) -> String {
    let style = integrity(style.as_bytes());
    format!("default-src 'none'; style-src '{style}'; base-uri 'none'; form-action 'none'")
}

/// The page of an edition.
pub fn page(reading: &AnnotatedEdition<'_>, explained: &Explained<'_>, site: &str) -> String {
    let edition = reading.edition;
    let style = [STYLE, vertical_style(edition)].concat();
    let markup = Markup {
        reading,
        explained,
        notes_file: "",
        other_page: |id: &DocumentId| Some(format!("{id}.html")),
    };
    let chapters = chapters(&edition.document);
    let mut contents = String::new();
    for chapter in &chapters {
        let Some(first @ UnitRef::Division(_)) = chapter.units.first() else { continue };
        let _ = writeln!(
            contents,
            "<li><a href=\"#{}\">{}</a></li>",
            anchor(&first.unit(), None),
            xml(&unit_name(first))
        );
    }
    let mut body = String::new();
    for unit in chapters.iter().flat_map(|chapter| &chapter.units) {
        body.push_str(&markup.unit(unit));
    }
    let navigation = if contents.is_empty() {
        String::new()
    } else {
        format!(
            "<nav aria-label=\"目录 Contents\">\n<h2>目录 <span lang=\"en\">Contents</span></h2>\n\
             <ol>\n{contents}</ol>\n</nav>\n"
        )
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n{}{}</header>\n\
         {navigation}<main>\n{body}</main>\n{}<footer>\n{}<p>{}</p>\n</footer>\n</body>\n</html>\n",
        content_security_policy(&style),
        xml(edition.metadata.name(false)),
        markup.title(),
        markup.info(),
        markup.errata(),
        markup.provenance(),
        xml(site),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn pages(library: &corpus::Library) -> Vec<String> {
        let explained = Explained::new(library);
        library
            .editions
            .iter()
            .map(|edition| {
                page(&AnnotatedEdition::new(edition), &explained, &library.publication.title.zh)
            })
            .collect()
    }

    #[test]
    fn the_page_is_as_reviewed() {
        let [policy, interpretation] = &pages(&sample::library())[..] else { panic!("two pages") };
        let constant =
            |page: &str| page.replace(STYLE, "…").replace(&content_security_policy(STYLE), "…");
        insta::assert_snapshot!("policy", constant(policy));
        insta::assert_snapshot!("interpretation", constant(interpretation));
    }

    #[test]
    fn hostile_text_stays_text() {
        for page in pages(&sample::hostile()) {
            assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
            assert!(!page.contains("href=\"javascript"), "{page}");
        }
    }
}
