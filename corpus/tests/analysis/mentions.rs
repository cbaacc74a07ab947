//! What an interpretation names without repeating it: measures by their numbers, other documents,
//! quoted words; and what it says of other documents' articles.

use corpus::coverage::{Coverage, Status};
use corpus::{Document, DocumentKind, Link, LinkKind, coverage, links, parse};

const POLICY: &str = "山口市人民政府文件\n\n山政发〔2026〕9号\n\n山口市人民政府关于印发山口市集市管理若干规定的通知\n\n\
    现印发给你们，请执行。\n\n山口市人民政府\n\n2026年4月2日\n\n（此件公开发布）\n\n山口市集市管理若干规定\n\n\
    为了方便群众赶集，制定本规定。\n\n\
    （一）摊位。流动摊贩可以在划定的区域摆摊，不收摊位费。\n\n\
    （二）时间。早市到上午十点为止。\n\n\
    （三）卫生。收摊以后清扫干净，垃圾装袋。\n\n\
    （四）安全。集市每季度检查一次用电安全隐患。\n\n\
    （五）名称。办好“山口老街赶大集”活动。\n\n\
    （六）施行。本规定自六月一日起施行，《山口市集贸市场收费办法》同时废止。\n\n附件：1.区域表\n";

fn pair(told: &str) -> (Document, Document, Vec<Link>) {
    let text = format!("《山口市集市管理若干规定》解读\n\n{told}\n");
    let policy = parse(&"p".into(), DocumentKind::Policy, POLICY, 1).0;
    let interpretation = parse(&"i".into(), DocumentKind::Interpretation, &text, 1).0;
    let links = links::link(&policy, &interpretation);
    (policy, interpretation, links)
}

fn covered(told: &str) -> Coverage {
    let (policy, interpretation, links) = pair(told);
    coverage::coverage(&policy, &interpretation, &links, &[])
}

/// The measures that are spoken of, with how.
fn spoken_of(told: &str) -> Vec<(String, Status)> {
    let covered = covered(told);
    let spoken = covered.measures().filter(|measure| !measure.is_passed_over());
    spoken.map(|measure| (measure.unit.to_string(), measure.status)).collect()
}

fn named(numbers: &[&str]) -> Vec<(String, Status)> {
    numbers.iter().map(|number| ((*number).to_owned(), Status::Named)).collect()
}

#[test]
fn a_measure_named_by_its_number_is_not_passed_over() {
    assert_eq!(spoken_of("《若干规定》第二条是为上班族考虑的。"), named(&["2"]));
    assert_eq!(spoken_of("第二条至第四条是对摆摊人的要求。"), named(&["2", "3", "4"]));
    assert_eq!(spoken_of("大家关心的几点，见第1条、第3条。"), named(&["1", "3"]));
    assert_eq!(spoken_of("《治安法》第二条和第三条也说过。"), []);
}

#[test]
fn what_names_a_measure_explains_it_by_fewer_words_than_others_need() {
    let (_, _, links) = pair("第三条说，地上的垃圾带走。");
    let found: Vec<_> = links.iter().map(|link| (link.to.to_string(), link.kind)).collect();
    assert_eq!(found, [("p/3#s1".to_owned(), LinkKind::Paraphrase)]);
}

#[test]
fn an_article_of_another_document_explains_nothing_by_a_shared_word() {
    assert_eq!(spoken_of("《电力条例》第十条也提到安全隐患。"), []);
    let explained = spoken_of("根据《电力条例》第十条，集市每季度检查一次用电安全隐患。");
    assert_eq!(explained, [("4".to_owned(), Status::Explained)]);
}

#[test]
fn what_the_policy_has_word_for_word_is_not_without_ground() {
    for told in ["去年起《山口市集贸市场收费办法》不再适应需要。", "“山口老街赶大集”很热闹。"]
    {
        let (_, _, links) = pair(told);
        assert!(links.iter().any(|link| !link.evidence.is_empty()), "{told}");
        assert!(covered(told).ungrounded.is_empty(), "{told}");
    }
    let told = covered("《若干规定》第三条提出，收摊以后清扫干净，大家都高兴高兴。").ungrounded;
    assert_eq!(told.len(), 1, "only the last clause: {told:?}");
    assert_eq!(covered("《山口市旅游办法》另有说法。").ungrounded.len(), 1);
}

#[test]
fn only_measures_are_counted_and_what_stands_around_them_is_not_missed() {
    let covered = covered("第二条是为上班族考虑的。");
    assert_eq!(covered.measures().count(), 6);
    assert_eq!(covered.measures().filter(|measure| measure.is_passed_over()).count(), 5);
    let shown = covered.parts.iter().flat_map(|part| &part.provisions).count();
    assert_eq!(shown, 6, "neither letterhead nor opening, signature or list of annexes");
}
