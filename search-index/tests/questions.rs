//! The questions of `tests/gold` as a test with a floor: what the engine has once reached, it
//! keeps. The floors lie a little under the measured values of each half; `evaluate` prints the
//! exact ones, by kind.

mod support;

use search_index::protocol::Notice;

struct Half {
    top: f64,
    among_ten: f64,
    /// Questions without an answer about which that was said.
    admitted: usize,
    /// Questions with an answer about which it was said that there is none.
    doubted: usize,
}

fn measure(split: &str) -> Half {
    let searcher = support::searcher();
    let (mut questions, mut top, mut among_ten) = (0.0, 0.0, 0.0);
    let (mut admitted, mut doubted) = (0, 0);
    for question in support::questions().iter().filter(|question| question.split == split) {
        let results = support::search(&searcher, &question.text, 10);
        let nothing = results.notices.contains(&Notice::NothingFound);
        let unstated = |notice: &Notice| matches!(notice, Notice::NotStated { .. });
        if matches!(question.kind.as_str(), "nothing" | "missing") {
            admitted += usize::from(nothing || results.notices.iter().any(unstated));
            continue;
        }
        doubted += usize::from(nothing);
        let found = support::units(&results);
        let rank = found.iter().position(|unit| question.gold.contains(unit));
        questions += 1.0;
        top += f64::from(u8::from(rank == Some(0)));
        among_ten += f64::from(u8::from(rank.is_some()));
    }
    Half { top: top / questions, among_ten: among_ten / questions, admitted, doubted }
}

#[test]
fn the_right_clause_is_on_top() {
    for (split, top, among_ten, admitted, doubted) in [
        ("tune", 0.98, 0.98, 6, 1),
        ("held", 0.95, 0.98, 5, 3),
        ("later-tune", 0.90, 0.96, 38, 7),
        ("later-held", 0.86, 0.94, 28, 8),
        ("blind-tune", 0.91, 0.97, 18, 2),
        ("blind-held", 0.89, 0.98, 22, 3),
    ] {
        let half = measure(split);
        assert!(half.top >= top, "{split}: {:.3} on top", half.top);
        assert!(half.among_ten >= among_ten, "{split}: {:.3} among ten", half.among_ten);
        assert!(half.admitted >= admitted, "{split}: {} admitted", half.admitted);
        assert!(half.doubted <= doubted, "{split}: {} doubted", half.doubted);
    }
}
