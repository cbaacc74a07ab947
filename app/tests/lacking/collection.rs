//! A library of many documents: its home, its lists, the figures and terms of each.

use corpus::Library;
use corpus::glossary::Term;

use crate::samples::*;

#[test]
fn a_library_of_many_has_a_home_of_its_own_and_one_document_has_none() {
    let home = page(&collection(), "");
    assert!(home.contains("href=\"documents/\"") && home.contains("href=\"documents/year-2005/\""));
    let explained = home.find("roads-explained/").expect("the interpretation stands by its policy");
    assert!(home.find("href=\"roads/\"").is_some_and(|policy| policy < explained));
    for library in [lone(), pair(), law()] {
        let all = pages(&library);
        assert!(all.iter().all(|(route, _)| !route.path().contains("documents")));
        assert!(all.iter().all(|(_, html)| !html.contains("documents/")));
    }
}

#[test]
fn lists_of_documents_are_cut_into_pages() {
    let library = collection();
    let first = page(&library, "documents/");
    assert_eq!(first.matches("data-row").count(), 100);
    assert!(first.contains("href=\"../documents/2/\""));
    assert_eq!(page(&library, "documents/2/").matches("data-row").count(), 8);
}

#[test]
fn the_figures_of_a_library_of_many_stand_with_each_document() {
    let library = collection();
    let all = page(&library, "facts/");
    assert!(!all.contains("<table") && all.contains("href=\"../long/facts/\""));
    let own = page(&library, "long/facts/");
    assert!(own.contains("<table") && !own.contains("data-document=\"law-1\""));
}

#[test]
fn terms_of_a_library_of_many_lead_to_documents() {
    let term =
        |id: &str, form: &str| Term { id: id.into(), zh: vec![form.into()], ..Term::default() };
    let mut library = collection();
    library.terms = vec![term("law", "制定本法"), term("road", "修路")];
    let glossary = page(&library, "glossary/");
    let entry = |id: &str| {
        let from = glossary.split(id).nth(1).and_then(|rest| rest.split("<h3>").nth(1));
        from.expect("the term has an entry").to_owned()
    };
    let law = entry("id=\"law\"");
    let occurs = law.split("class=\"occurs\"").nth(1).expect("it occurs");
    assert_eq!(occurs.split("</p>").next().unwrap_or_default().matches("<a ").count(), 5);
    assert!(law.contains("href=\"../law-1/1/#s1\"") && law.contains("另有 100 份文件"), "{law}");
    let road = entry("id=\"road\"");
    assert!(road.contains("href=\"../long/1/#s1\"") && road.contains(">130<"), "{road}");
    let mut library = lone();
    library.terms = vec![term("road", "村路")];
    let glossary = page(&library, "glossary/");
    assert!(glossary.contains("href=\"../roads/1/") && !glossary.contains("份文件"));
}

#[test]
fn the_contents_of_a_long_law_are_folded() {
    let library = collection();
    let long = page(&library, "long/");
    let folded = long.split("<details").skip(1).filter_map(|rest| rest.split('>').next());
    assert!(folded.into_iter().any(|tag| tag.contains("id=\"part-1\"")), "the part is folded");
    assert!(long.contains("data-find"));
    assert!(!page(&library, "law-1/").contains("data-find"), "a short one is open");
}

#[test]
fn nothing_is_called_the_latest_without_a_date() {
    let told = |library: &Library| [page(library, ""), page(library, "documents/")];
    let [home, list] = told(&collection());
    assert!(home.contains("最新文件") && list.contains("新的在前，没有填写日期的在后"), "{list}");
    let mut undated = collection();
    for edition in &mut undated.editions {
        edition.metadata.issued.clear();
    }
    let [home, list] = told(&undated);
    assert!(home.contains("部分文件") && !home.contains("最新文件"), "{home}");
    assert!(list.contains("份。") && !list.contains("新的在前"), "{list}");
}
