use super::*;

fn start(source: &str) -> Option<usize> {
    (0..source.lines().count()).find(|at| Around::of(source).has(*at))
}

#[test]
fn what_stands_below_an_article_begins_at_its_end() {
    let text = "一、标题\n\n正文到此为止。\n";
    for (below, from) in [
        ("END\n来源丨某区发改局\n编辑丨刘佳　责编丨高翔\n", Some(3)),
        ("来源｜某区发改局\n文字｜陈晨\n", Some(3)),
        ("某区人民政府\n2025年1月1日\n— END —\n", Some(5)),
        ("来源丨某区发改局\n往期推荐\n某区一季度经济运行情况发布\n", Some(3)),
        ("END\n往期推荐\n★ 社保缴费基数调整！\n分享\n", Some(3)),
        (
            "扫一扫在手机打开当前页\n【打印本页】【关闭窗口】\n相关文档：\n某区答记者问\n某ICP备050号\n",
            Some(3),
        ),
        ("【关闭窗口】\n", Some(3)),
        ("联系人：张三\n【关闭窗口】\n", None),
        ("办理网站ICP备案\n", None),
        ("各单位要在网站地图上标明入口\n另行通知\n", None),
        ("来源丨某区发改局\n", None),
        ("某区人民政府\n2025年1月1日\n", None),
        ("附件：1.推荐阅读书目\n", None),
        ("推荐阅读\n《水浒传》\n", None),
        ("相关阅读\n《某市养老服务条例》解读\n一图读懂｜养老服务条例\n", Some(3)),
        ("相关阅读：\n· 某市召开民政工作会议 2026-03-01\n[2026-02-11] 某市开展走访慰问\n", Some(3)),
        ("相关链接\n养老服务热线\n某市民政局\n", None),
        ("某市人民政府办公室\n【打印本页】【关闭窗口】\n", Some(4)),
        ("来源：某局\n编辑：小安\n审核：马宁\n监制：高峰\n往期推荐\n阅读 1.2万　在看 8\n", Some(3)),
        ("来源：某局\n审核：马宁\n", None),
        ("Copyright © 2026 某局 您是第 38201 位访客\n", Some(3)),
        ("应当在页面底部标明网站标识码、主办单位和联系方式。\n", None),
        ("应当以弹窗等方式提示用户阅读隐私声明。\n", None),
        ("应当提供“上一篇：”“下一篇：”链接，方便阅读。\n", None),
        ("网站地图\n隐私声明\n联系我们\n", None),
        ("网站地图：列出栏目\n返回顶部：一键返回\n", None),
        ("END\n附件1\n申请表\n姓名：____\n", None),
        ("来源丨某局\n编辑丨刘佳\n某区人民政府\n2025年1月1日\n", None),
        ("来源丨某局\n文字丨陈晨\n让我们携手共创美好未来！\n", None),
    ] {
        assert_eq!(start(&format!("{text}{below}")), from, "{below}");
    }
    assert_eq!(start("END\n正文还没有完。\n"), None);
    let above = "某区十条措施\n来源丨某区发改局\n文字丨陈晨\n一、支持创业\n每人5000元\n";
    assert_eq!(start(above), None);
}

#[test]
fn what_is_to_be_touched_stands_above_a_text() {
    for titled in [
        "扫码点餐服务规范",
        "扫码阅读城市书房建设实施方案",
        "长按式报警装置安装管理办法",
        "分享到户、服务到人，是本方案的目标",
    ] {
        let around = Around::of(&format!("{titled}\n\n第一条 餐馆应当提供菜单。\n"));
        assert!(!around.has(0), "{titled} is no line of a page");
    }
    let source =
        "点击蓝字 关注我们\n某区十条措施\n▼▼▼\n【字体：大 中 小】\n一、分享到各村。\n扫码办理\n";
    let around = Around::of(source);
    let out: Vec<usize> = (0..6).filter(|at| around.has(*at)).collect();
    assert_eq!(out, [0, 2, 3]);
}
