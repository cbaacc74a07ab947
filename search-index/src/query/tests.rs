use super::*;

fn show(ast: &Ast) -> String {
    let list = |items: &[Ast]| items.iter().map(show).collect::<Vec<_>>().join(" ");
    match ast {
        Ast::Words(text) => text.clone(),
        Ast::Exact(text) => format!("={text}"),
        Ast::Title(inner) => format!("title[{}]", show(inner)),
        Ast::Part(text) => format!("part[{text}]"),
        Ast::Document(text) => format!("document[{text}]"),
        Ast::Language(english) => format!("english[{english}]"),
        Ast::Not(inner) => format!("not[{}]", show(inner)),
        Ast::And(items) => format!("and[{}]", list(items)),
        Ast::Or(items) => format!("or[{}]", list(items)),
    }
}

#[track_caller]
fn check(text: &str, expected: &str, has_syntax_error: bool) {
    let query = parse(text);
    assert_eq!(
        (show(&query.ast).as_str(), query.has_syntax_error),
        (expected, has_syntax_error),
        "{text}"
    );
}

#[test]
fn the_language() {
    check("草原 火灾", "草原 火灾", false);
    check("\"永久基本农田\" 保护", "and[=永久基本农田 保护]", false);
    check("「看禾选种」", "=看禾选种", false);
    check("保险 -农机", "and[保险 not[农机]]", false);
    check("厕所 OR 水厕 | 旱厕", "or[厕所 水厕 旱厕]", false);
    check("(a OR b) c", "and[or[a b] c]", false);
    check("title:奶业 part:3 lang:en", "and[title[奶业] part[3] english[true]]", false);
    check("标题：“奶业振兴”", "title[=奶业振兴]", false);
    check("document:opinions-2026 x", "and[document[opinions-2026] x]", false);
    check("part:(3) 部分：（三） 垃圾", "and[part[3] part[三] 垃圾]", false);
    check("（十三）", "（十三）", false);
    check("第(8)条 (a OR b)", "and[第(8)条 or[a b]]", false);
    check("“推动“蒙”字标”", "=推动“蒙”字标", false);
    check("“蒙”字标企业认证", "“蒙”字标企业认证", false);
    check("high-standard e-commerce", "high-standard e-commerce", false);
    check("a AND b", "a b", false);
}

#[test]
fn slips_are_words() {
    check("\"草原", "=草原", true);
    check("(a b", "a b", true);
    check("a) b", "a b", true);
    check("OR a", "a", true);
    check("a OR", "a", true);
    check("title: a", "title: a", true);
    check("lang:fr", "fr", true);
    check("- a", "- a", false);
    check("", "and[]", false);
    check("\"\"", "and[]", true);
}

#[test]
fn depth_and_length_are_bounded() {
    let query = parse(&"(".repeat(100_000));
    assert!(query.has_syntax_error && query.shortened);
    assert!(parse(&"a".repeat(1 << 20)).shortened);
}
