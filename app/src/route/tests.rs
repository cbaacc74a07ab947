//! Addresses are written and read back.

use super::*;

#[test]
fn links_are_relative_to_the_page() {
    let overview = Route::new(UiLocale::Zh, Page::Overview);
    let measure = Route::new(UiLocale::En, Page::Provision("a".into(), "13".into()));
    assert_eq!(overview.link(&measure), "en/a/13/");
    assert_eq!(measure.link(&overview), "../../../");
    assert_eq!(overview.link(&overview), "./");
    let address: Address = "a/13#s2".parse().expect("an address");
    assert_eq!(measure.link_to(&address), "#s2");
    assert_eq!(overview.link_to(&address), "a/13/#s2");
}

#[test]
fn pages_of_lists_read_back_as_they_are_written() {
    let library = Library::default();
    for page in [
        Page::Documents(String::new(), 1),
        Page::Documents(String::new(), 2),
        Page::Documents("year-2023".into(), 1),
        Page::Documents("year-2023".into(), 12),
        Page::DocumentFacts("a".into(), 1),
        Page::DocumentFacts("a".into(), 3),
    ] {
        let route = Route::new(UiLocale::En, page);
        assert_eq!(Route::parse(&route.path(), &[], &library), route, "{}", route.path());
    }
}

#[test]
fn unknown_paths_are_not_found() {
    let library = Library::default();
    for path in ["nowhere/", "en/nowhere/1/", "topics/none/", "enough/"] {
        assert_eq!(Route::parse(path, &[], &library).page, Page::NotFound, "{path}");
    }
    assert_eq!(Route::parse("en/about/index.html", &[], &library).page, Page::About);
}

#[test]
fn addresses_outside_the_site_have_no_route() {
    let library = Library::default();
    let at = |href| Route::at(href, "https://example.org/p/", &[], &library).map(|r| r.page);
    assert_eq!(at("https://example.org/p/search/?q=a/b#c"), Some(Page::Search));
    assert_eq!(at("https://example.org/p/#s1"), Some(Page::Overview));
    assert_eq!(at("https://example.org/"), None);
}
