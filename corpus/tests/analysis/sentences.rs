//! Facts of invented sentences, one grammar of figures at a time.

use crate::facts::line;
use corpus::facts::{self, tense};
use corpus::{Address, DocumentKind, FactKind, Sentence, parse};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let at: Address = "x/1#s1".parse().expect("an address");
    let sentence = Sentence { number: 1, text: text.to_owned(), line: 1, column: 1 };
    let places = ["南岸区".to_owned(), "北港".to_owned()];
    let found: Vec<String> =
        facts::of_sentence(&at, &sentence, &places).iter().map(|fact| line(fact, text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn bounds_and_ranges() {
    check("单个项目最高不超过2000万元。", &["2000万元 = 20000000 元 at_most limit"]);
    check("每年培训500人次以上。", &["500人次以上 = 500 人次 at_least target"]);
    check("降至20%—30%。", &["20%—30% = 20..30 % exact target"]);
    check("补助3至5万元。", &["3至5万元 = 30000..50000 元 exact standard"]);
    check("学生不足20人的教学点，", &["20人 = 20 人 less_than threshold"]);
    check("覆盖率稳定在95％左右。", &["95％左右 = 95 % stable_at+about target"]);
    check("惠及20余万户。", &["20余万户 = 200000 户 at_least target"]);
    check("下降百分之十五以上。", &["百分之十五以上 = 15 % at_least target"]);
}

#[test]
fn what_is_no_target() {
    check("潮位达到4.2米以上时关闭闸门。", &["4.2米以上 = 4.2 米 at_least threshold"]);
    check("每班每人补贴15元。", &["15元 = 15 元 exact standard"]);
    check("贷款年利率为3.1%。", &["3.1% = 3.1 % exact standard"]);
    check("按照购船款的20%给予补贴。", &["20% = 20 % exact standard"]);
    check("补贴资金达到300万元。", &["300万元 = 3000000 元 exact target"]);
    check("渔船贷款最高额度为80万元。", &["80万元 = 800000 元 at_most limit"]);
    check(
        "渔船贷款的最高额度为50万元和80万元。",
        &["50万元 = 500000 元 at_most limit", "80万元 = 800000 元 at_most limit"],
    );
    check("应当连续作业8个月以上。", &["8个月以上 = 8 个月 at_least threshold"]);
    check("本规定共四章30条。", &["四章 = 4 章 exact count", "30条 = 30 条 exact count"]);
    check("二套住房首付款提高。", &["二套 = 2 套 exact ordinal"]);
}

#[test]
fn whom_a_promise_serves_is_no_condition() {
    check("每年为不少于300户渔民改造渔船。", &["300户 = 300 户 at_least target"]);
    check("按照每户不少于6平方米的标准配建晒场。", &["6平方米 = 6 平方米 at_least target"]);
    check("不少于6平方米的晒场予以登记。", &["6平方米 = 6 平方米 at_least threshold"]);
}

#[test]
fn what_is_listed_as_a_case_is_a_condition() {
    let text = "港口预案\n\n一、响应\n\n（一）启动。有下列情况之一的，关闭港口：\n\n1.风速达到24米以上；\n\n\
                2.积水达到50厘米以上。\n\n（二）目标。泊位水深达到15米以上。";
    let (document, _) = parse(&"x".into(), DocumentKind::Policy, text, 1);
    let kinds: Vec<FactKind> = facts::facts(&document, &[])
        .iter()
        .filter(|fact| fact.unit.ends_with('米'))
        .map(|fact| fact.kind)
        .collect();
    assert_eq!(kinds, [FactKind::Threshold, FactKind::Threshold, FactKind::Target]);
}

#[test]
fn dates_and_deadlines() {
    check(
        "力争到2028年，全市港口货物吞吐量达到1.8亿吨，突破320万标箱。",
        &[
            "2028年 = 2028 年 exact date by 2028",
            "1.8亿吨 = 180000000 吨 aim target by 2028",
            "320万标箱 = 3200000 标箱 aim+more_than target by 2028",
        ],
    );
    check("2027年6月底前具备通航条件。", &["2027年6月底前 = 2027-06 月 exact date by 2027-06"]);
    check(
        "自2026年5月1日起施行，有效期三年。",
        &["2026年5月1日 = 2026-05-01 日 exact date", "三年 = 3 年 exact date"],
    );
    check(
        "2026—2030年，新建2条线路。",
        &["2026—2030年 = 2026..2030 年 exact date", "2条 = 2 条 exact count"],
    );
    check("2026年前置审批。", &["2026年 = 2026 年 exact date"]);
}

#[test]
fn units_before_and_around_numbers() {
    check(
        "合同价¥12,500.50，质保金￥3万。",
        &["¥12,500.50 = 12500.5 元 exact target", "￥3万 = 30000 元 exact target"],
    );
    check("航道里程3万5千米。", &["3万5千米 = 35000 米 exact target"]);
    check("总造价（万元）：420", &["420 = 4200000 元 exact target"]);
    check("养殖水面（亩）为75。", &["75 = 75 亩 exact target"]);
    check("新建码头一座（含栈桥）。", &["一座 = 1 座 exact target"]);
    check("这是第一座。这座码头建在北港的一座。", &["第一座 = 1 座 exact ordinal"]);
    check("2. 45艘渔船退出捕捞。", &["45艘 = 45 艘 exact count"]);
}

#[test]
fn times_of_seconds_and_weeks() {
    check("断电后15秒内切换。", &["15秒内 = 15 秒 at_most date"]);
    check("两次轮换间隔四周。", &["两次 = 2 次 exact count", "四周 = 4 周 exact date"]);
    check("码头四周设围栏。", &[]);
    check("每班供餐不少于两餐。", &["两餐 = 2 餐 at_least target"]);
    check("一年最多申请三次。", &["三次 = 3 次 at_most limit"]);
}

#[test]
fn what_a_date_is_due_for() {
    check(
        "2027年上半年开工、2029年上半年竣工。",
        &[
            "2027年上半年 = 2027-H1 年 exact date",
            "2029年上半年 = 2029-H1 年 exact date by 2029-H1",
        ],
    );
    check("至2031年，航道全部达标。", &["2031年 = 2031 年 exact date by 2031"]);
    check(
        "截至2024年末，泊位有9个。",
        &["2024年末 = 2024 年 exact date", "9个 = 9 个 exact result"],
    );
    check(
        "“十四五”期间累计疏浚航道60公里。",
        &[
            "“十四五”期间 = 2021..2025 年 exact date by 2021/2025",
            "60公里 = 60 公里 exact target by 2021/2025",
        ],
    );
    check(
        "“十五五”末，泊位完好率保持97%。",
        &["“十五五”末 = 2030 年 exact date by 2030", "97% = 97 % exact target by 2030"],
    );
    check("编制“十五五”规划。", &["十五五 =   exact name"]);
}

#[test]
fn what_is_no_quantity() {
    check("加快一体化建设，千家万户十分满意，统一标准。", &[]);
    check("一是加强领导；二是压实责任。", &[]);
    check("依据《2025年工作要点》办理。", &[]);
    check("建设一批工厂。", &[]);
    check(
        "县教育局等六部门印发第一部分。",
        &["六部门 = 6 部门 exact count", "第一部分 = 1 部分 exact ordinal"],
    );
    check("支持5G网络建设。", &["5G =   exact name"]);
    check("落实“六个一”机制。", &["六个一 =   exact name"]);
}

#[test]
fn places_of_facts() {
    check(
        "在南岸区、北港新建泊位4个，改造老旧泊位9个。",
        &["4个 = 4 个 exact target @南岸区、北港", "9个 = 9 个 exact target"],
    );
}

#[test]
fn tense_turns_with_words_of_time() {
    use corpus::chars::Chars;
    let past = tense::tense(&Chars::new("去年，吞吐量完成1.52亿吨。"), tense::Tense::Ahead);
    assert_eq!(past, tense::Tense::Past);
    let carried = tense::tense(&Chars::new("产量居首位。"), past);
    assert_eq!(carried, tense::Tense::Past);
    assert_eq!(tense::tense(&Chars::new("各地要抓好落实。"), carried), tense::Tense::Ahead);
}

#[test]
fn an_age_is_a_condition_and_no_deadline() {
    let text = "法\n\n第一条 本法所称未成年人是指未满十八周岁的公民。";
    let (document, _) = parse(&"x".into(), DocumentKind::Law, text, 1);
    let kinds: Vec<FactKind> = facts::facts(&document, &[]).iter().map(|fact| fact.kind).collect();
    assert_eq!(kinds, [FactKind::Threshold]);
}

#[test]
fn figures_are_about_things_and_not_about_words_between() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let at: Address = "x/1#s1".parse().expect("an address");
        let sentence = Sentence { number: 1, text: text.to_owned(), line: 1, column: 1 };
        let facts = facts::of_sentence(&at, &sentence, &[]);
        let found: Vec<(&str, &str)> = facts
            .iter()
            .filter(|fact| fact.date.is_empty())
            .map(|fact| (fact.span.of(text), fact.about.of(text)))
            .collect();
        assert_eq!(found, expected);
    };
    check(
        "渔港污水处理率均不得低于85%，不得高于98%。",
        &[("85%", "渔港污水处理率"), ("98%", "渔港污水处理率")],
    );
    check("2027年建成深水泊位6个，2029年达到9个。", &[("6个", "深水泊位"), ("9个", "深水泊位")]);
    check("登记渔船310艘、渔港码头12座。", &[("310艘", "登记渔船"), ("12座", "渔港码头")]);
    check("每月另有150元油料补贴。", &[("150元", "油料补贴")]);
    check("15公里。", &[("15公里", "")]);
    check(
        "船员月补贴由每人150元提高到200元。",
        &[("150元", "船员月补贴"), ("200元", "船员月补贴")],
    );
    check(
        "拖轮、驳船月租金分别按900元、400元收取。",
        &[("900元", "拖轮"), ("400元", "驳船月租金")],
    );
    check(
        "拖轮、驳船和渔船月租金分别为900元、400元。",
        &[("900元", "拖轮、驳船和渔船月租金"), ("400元", "拖轮、驳船和渔船月租金")],
    );
}
