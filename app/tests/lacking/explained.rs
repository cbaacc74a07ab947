//! What pages say of what an interpretation explains: one count everywhere, of measures alone, and
//! names that readers know.

use corpus::{DocumentKind, Library};

use super::samples::*;

const NOTICE: &str = "某某县人民政府文件\n\n某政发〔2026〕7号\n\n某某县人民政府关于印发种树管理办法的通知\n\n\
    各乡镇：\n\n现印发给你们，请执行。\n\n某某县人民政府\n\n2026年3月1日\n\n（此件公开发布）\n\n种树管理办法\n\n\
    第一章　总则\n\n第一条　春天每户种三棵杨树苗。\n\n第二条　每月浇水两次以上。\n\n第二章　附则\n\n\
    第三条　本办法自四月一日起施行。\n\n附件：1.树种表\n\n附件1\n\n树种表\n\n\
    | 树种 | 株数 |\n| --- | --- |\n| 杨树 | 30 |\n";

const TOLD: &str = "《种树管理办法》解读\n\n一、内容\n\n第一条鼓励大家动手。\n";

fn trees(interpretations: usize) -> Library {
    let mut editions = vec![edition("roads", DocumentKind::Policy, NOTICE)];
    for number in 1..=interpretations {
        let mut told = edition(&format!("told-{number}"), DocumentKind::Interpretation, TOLD);
        told.metadata.title.zh = format!("第{number}份解读");
        editions.push(told);
    }
    library(editions)
}

#[test]
fn silence_is_counted_alike_on_all_pages_and_only_of_measures() {
    let library = trees(1);
    assert!(page(&library, "about/").contains("3 条中，有 2 条在官方解读里没有谈到"));
    let coverage = page(&library, "coverage/");
    assert!(coverage.contains("没有谈到的措施 <span class=\"muted\">2</span>"), "{coverage}");
    assert!(page(&library, "roads/2/").contains("官方解读没有谈到这一条。"));
    assert!(!page(&library, "roads/1/").contains("官方解读没有谈到这一条。"));
    for around in ["head", "0", "close", "close-2", "annex-1.0"] {
        let html = page(&library, &format!("roads/{around}/"));
        assert!(!html.contains("没有谈到这一条"), "{around}");
    }
}

#[test]
fn of_two_interpretations_each_is_named_with_what_it_passes_over() {
    let about = page(&trees(2), "about/");
    for name in ["第1份解读", "第2份解读"] {
        assert!(about.contains(&format!("3 条中，有 2 条在“{name}”里没有谈到")), "{about}");
        assert!(page(&trees(2), "coverage/").contains(name));
    }
}

#[test]
fn rows_are_told_cell_by_cell_and_annexes_by_their_names() {
    let policy = NOTICE.replace("| 杨树 | 30 |", "| 杨树 | 补助30万元 |");
    let told = [TOLD, "\n| 奖补事项 | 标准 |\n| --- | --- |\n| 扩岗补助 | 每人1500元 |\n"].concat();
    let library = library(vec![
        edition("roads", DocumentKind::Policy, &policy),
        edition("told", DocumentKind::Interpretation, &told),
    ]);
    let words = |path: &str| {
        let html = page(&library, path);
        html.split('<').filter_map(|part| part.split_once('>').map(|(_, t)| t)).collect::<String>()
    };
    let coverage = words("coverage/");
    assert!(coverage.contains("扩岗补助 · 每人1500元"), "{coverage}");
    let facts = words("facts/");
    assert!(facts.contains("30万元") && facts.contains("附件1"), "{facts}");
    assert!(!facts.contains("annex-"), "{facts}");
}

#[test]
fn no_page_names_a_unit_by_its_address() {
    let library = trees(1);
    let heading = |path: &str| {
        let html = page(&library, path);
        let (_, rest) = html.split_once("<h1").expect("a heading");
        let (heading, _) = rest.split_once("</h1>").expect("its end");
        let text = heading.split('<').filter_map(|part| part.split_once('>').map(|(_, t)| t));
        text.collect::<String>()
    };
    assert!(heading("roads/close/").ends_with("落款"));
    assert!(heading("roads/close-2/").ends_with("附件目录"));
    assert!(heading("roads/annex-1.0/").ends_with("附件1 树种表"));
    assert!(heading("en/roads/close-2/").ends_with("List of annexes"));
    for path in ["coverage/", "en/coverage/"] {
        let html = page(&library, path);
        for raw in [">head<", ">close<", ">close-2<", ">annex-1.0<", ">1.0<"] {
            assert!(!html.contains(raw), "{path}: {raw}");
        }
    }
}
