//! What changed from one edition to the next: a made-up policy of two years, which the tests of the
//! pages use too.

use corpus::changes::{Change, ChangeKind, Changes, changes};
use corpus::{Document, DocumentKind, Fact, facts, parse};

fn edition(year: u32) -> (Document, Vec<Fact>) {
    let fixture = format!("../site/tests/fixtures/two-editions/lake-{year}/source.txt");
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture);
    let text = std::fs::read_to_string(path).expect("the fixture");
    of(&format!("lake-{year}"), &text)
}

fn of(id: &str, text: &str) -> (Document, Vec<Fact>) {
    let (document, _) = parse(&id.into(), DocumentKind::Policy, text, 1);
    let facts = facts::facts(&document, &[]);
    (document, facts)
}

fn compared(old: &(Document, Vec<Fact>), new: &(Document, Vec<Fact>)) -> Changes {
    changes((&old.0, &old.1), (&new.0, &new.1))
}

/// `kind old>new`, `~` in front of what moved.
fn told(change: &Change) -> String {
    let moved = if change.moved { "~" } else { "" };
    let new = change.new.as_deref().unwrap_or("-");
    format!("{moved}{} {}>{new}", change.kind.key(), change.old.join("+"))
}

#[test]
fn each_provision_is_told_by_what_became_of_it() {
    let changes = compared(&edition(2025), &edition(2026));
    let told: Vec<String> = changes.list.iter().map(told).collect();
    assert_eq!(
        told,
        [
            "changed 1>1",
            "unchanged 2>2",
            "split 3>3",
            "split 3>4",
            "added >5",
            "~changed 7>6",
            "dropped 8>-",
            "merged 4+5>7",
            "unchanged 6>8",
        ]
    );
    assert_eq!(changes.count(ChangeKind::Split), 2);
    let anchors: Vec<String> = changes.list.iter().map(Change::anchor).collect();
    assert_eq!(anchors[6], "before-8");
    let mut sorted = anchors.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), anchors.len(), "each change has an address of its own");
}

/// The words of the changes of a document that the other does not have, `|` between stretches.
fn words(document: &Document, wordings: &[corpus::changes::Wording]) -> String {
    let mut all = Vec::new();
    for wording in wordings {
        let provision = document.provision(&wording.provision).expect("a provision");
        let sentence = provision.sentence(wording.sentence).expect("a sentence");
        all.extend(wording.spans.iter().map(|span| span.of(&sentence.text)));
    }
    all.join("|")
}

#[test]
fn words_that_differ_are_marked_and_no_others() {
    let (old, new) = (edition(2025), edition(2026));
    let changes = compared(&old, &new);
    let of = |number: &str| {
        let change = changes.list.iter().find(|change| change.new.as_deref() == Some(number));
        let change = change.expect("a change");
        (words(&old.0, &change.gone), words(&new.0, &change.fresh))
    };
    assert_eq!(of("1"), ("2025|10".into(), "2026|12".into()));
    assert_eq!(of("2"), (String::new(), String::new()));
    assert_eq!(of("4").1, "垃圾清理", "the rest stood in the measure that was split");
    let (gone, fresh) = of("7");
    assert!(gone.contains("95") && fresh.contains("98"), "{gone} {fresh}");
    assert!(!fresh.contains("口蹄疫") && !fresh.contains("路途"), "{fresh}");
}

/// `old > new` of all figures that changed, as printed.
fn figures(old: &Document, new: &Document, change: &Change) -> Vec<String> {
    let printed = |document: &Document, fact: &Option<Fact>| {
        let Some(fact) = fact else { return "-".to_owned() };
        let sentence = document.sentence(&fact.at).expect("a sentence");
        let due = if fact.due.is_empty() { String::new() } else { format!(" by {}", fact.due) };
        format!("{}{due}", fact.span.of(&sentence.text))
    };
    let one = |change: &corpus::changes::FigureChange| {
        format!("{} > {}", printed(old, &change.old), printed(new, &change.new))
    };
    change.figures.iter().map(one).collect()
}

#[test]
fn figures_and_deadlines_are_compared() {
    let (old, new) = (edition(2025), edition(2026));
    let changes = compared(&old, &new);
    let of = |number: &str| {
        let change = changes.list.iter().find(|change| change.new.as_deref() == Some(number));
        figures(&old.0, &new.0, change.expect("a change"))
    };
    let first = of("1");
    assert!(first.contains(&"10万亩 by 2025 > 12万亩 by 2026".to_owned()), "{first:?}");
    assert_eq!(of("2"), Vec::<String>::new());
    assert_eq!(of("3"), ["2名 > 3名"]);
    assert_eq!(of("7"), ["95%以上 > 98%以上"]);
    assert_eq!(of("6"), ["三成 > 五成"]);
}

#[test]
fn figures_of_other_things_are_not_set_side_by_side() {
    let title = "关于牧场的意见\n\n一、总则\n\n";
    let old = of("a", &format!("{title}（一）补助牧户。给轮牧的牧户每年补助300元，草场统一登记。"));
    let new = of(
        "b",
        &format!("{title}（一）补助牧户。给轮牧的牧户发补助，草场统一登记，登记工本费5元。"),
    );
    let changes = compared(&old, &new);
    assert_eq!(figures(&old.0, &new.0, &changes.list[0]), ["- > 5元", "300元 > -"]);
}

#[test]
fn days_of_signatures_and_ends_of_years_are_set_side_by_side() {
    let text = |year: u32, day: &str| {
        format!(
            "关于牧场的意见\n\n一、总则\n\n（一）保护牧场。到{year}年底，草场实行轮牧。\n\n\
             某某县人民政府\n\n{day}\n"
        )
    };
    let old = of("a", &text(2024, "2024年4月8日"));
    let new = of("b", &text(2025, "2025年2月27日"));
    let changes = compared(&old, &new);
    let all: Vec<String> =
        changes.list.iter().flat_map(|change| figures(&old.0, &new.0, change)).collect();
    assert_eq!(all, ["2024年底 by 2024 > 2025年底 by 2025", "2024年4月8日 > 2025年2月27日"]);
}

#[test]
fn a_document_beside_itself_is_unchanged_and_beside_another_is_all_new() {
    let edition = edition(2025);
    let same = compared(&edition, &edition);
    assert_eq!(same.count(ChangeKind::Unchanged), edition.0.provisions.len());
    assert!(same.list.iter().all(|change| !change.moved));
    let other = of("x", "关于港口的办法\n\n一、码头\n\n（一）泊位。轮船靠泊须凭引水员指令。");
    let changes = compared(&edition, &other);
    assert_eq!(changes.count(ChangeKind::Added), other.0.provisions.len());
    assert_eq!(changes.count(ChangeKind::Dropped), edition.0.provisions.len());
    let nothing = of("y", "");
    assert_eq!(compared(&nothing, &edition).count(ChangeKind::Added), edition.0.provisions.len());
    assert_eq!(compared(&edition, &nothing).count(ChangeKind::Dropped), edition.0.provisions.len());
}
