use super::*;
use crate::text::fold::words;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let mut found: Vec<String> = in_chinese(&glyphs(text)).iter().map(Quantity::term).collect();
    if found.is_empty() {
        found = in_english(&words(text)).iter().map(Quantity::term).collect();
    }
    assert_eq!(found, expected, "{text}");
}

#[test]
fn one_quantity_in_every_way_of_writing() {
    for text in ["1000万亩", "一千万亩", "１０００万亩", "1,000万亩"] {
        check(text, &["#10000000亩"]);
    }
    let english = |text: &str| in_english(&words(text))[0].term();
    assert_eq!(english("10 million mu"), "#10000000亩");
    assert_eq!(english("1.45 million tonnes"), "#1450000吨");
    assert_eq!(english("ten billion yuan"), "#10000000000元");
    assert_eq!(english("5 million square metres"), "#5000000平方米");
    assert_eq!(english("10m mu"), "#10000000亩");
    assert_eq!(english("35bn yuan"), "#35000000000元");
    assert_eq!(english("RMB 35 billion"), "#35000000000元");
    assert_eq!(english("twenty-four households"), "#24户");
    assert_eq!(english("six hundred thousand mu"), "#600000亩");
    assert_eq!(english("10 per cent"), "#10%");
    assert_eq!(english("35kg"), "#35公斤");
}

#[test]
fn a_number_may_mean_other_things_and_no_other_sort_of_thing() {
    let of = |text: &str| in_chinese(&glyphs(text))[0].clone();
    assert!(of("60岁").may_mean(&of("60周岁")));
    assert!(of("三千块").may_mean(&of("3000元")));
    assert!(of("120㎡").may_mean(&of("120平方米")));
    assert!(of("600万头").may_mean(&of("600万亩")));
    assert!(of("15亩").may_mean(&of("1公顷")));
    for (asked, other) in [("60岁", "60%"), ("6个月", "6个"), ("50元", "50户"), ("30日", "30亩")]
    {
        assert!(!of(asked).may_mean(&of(other)), "{asked}");
    }
}

#[test]
fn formal_numerals_are_no_ends_of_words() {
    check("罚款伍万元", &["#50000元"]);
    check("人民币壹佰贰拾万元整", &["#1200000元"]);
    check("队伍万余人", &[]);
    check("在大陆亿万人中", &[]);
}

#[test]
fn ordinals() {
    let of = |text: &str| ordinal(&words(text), 0);
    assert_eq!(of("13th measure"), Some((13, 1)));
    assert_eq!(of("twenty-fourth measure"), Some((24, 2)));
    assert_eq!(of("twelfth"), Some((12, 1)));
    assert_eq!(of("13 measures"), None);
    assert_eq!(whole(&words("thirty-one"), 0), Some((31, 2)));
}

#[test]
fn units_of_the_same_kind() {
    let of = |text: &str| in_chinese(&glyphs(text)).remove(0);
    assert!(of("66.7万公顷").converts_to(&of("1000万亩")));
    assert!(of("4200万吨").converts_to(&of("840亿斤")));
    assert!(!of("60万公顷").converts_to(&of("1000万亩")));
    assert!(!of("1000万亩").converts_to(&of("1000万亩")));
}

#[test]
fn chinese_numbers() {
    check("145万吨", &["#1450000吨"]);
    check("八百四十亿斤", &["#84000000000斤"]);
    check("一亿二千万元", &["#120000000元"]);
    check("三万亿元", &["#3000000000000元"]);
    check("百万头", &["#1000000头"]);
    check("二十二连丰", &["#22连"]);
    check("二〇二六年", &["#2026年"]);
    check("1.5%", &["#1500m%"]);
    check("百分之十以下", &["#10%"]);
    check("百分之1.5", &["#1500m%"]);
    check("百分之", &[]);
    check("一是三农十分", &[]);
    check("第十三条", &["#13条"]);
    check("十四五规划", &[]);
    check("三四十个县", &[]);
    check("一千萬畝", &["#10000000亩"]);
    check("145萬噸", &["#1450000吨"]);
    check("600w亩", &["#6000000亩"]);
    check("二○二六年", &["#2026年"]);
}

#[test]
fn punctuation_ends_a_number() {
    check("租金 | 360 | 0.2", &["#360", "#200m"]);
    check("10—20万亩", &["#10", "#200000亩"]);
}
