//! By what the title of an interpretation is known.

use super::document_types::is_policy_title;

/// What interpretations call themselves at the end of their titles.
const ENDS: [&str; 12] = [
    "解读",
    "解读材料",
    "解读稿",
    "答记者问",
    "答记者提问",
    "问答",
    "一问一答",
    "答问",
    "图解",
    "一图读懂",
    "一图看懂",
    "起草说明",
];

/// What they call themselves before the name of what they explain: 一图读懂《…》, 政策解读｜….
const BEGINNINGS: [&str; 16] = [
    "一图读懂",
    "一图看懂",
    "一图了解",
    "图解",
    "图说",
    "漫画解读",
    "动漫解读",
    "视频解读",
    "文字解读",
    "专家解读",
    "政策解读",
    "政策问答",
    "政策图解",
    "解读",
    "一问一答",
    "答记者问",
];

/// What may stand behind the words that end a title: 政策解读来了！
const AFTER: [&str; 4] = ["来了", "来啦", "上线", "发布"];

/// Whether words read as the title of an interpretation: 《…办法》解读, 一图读懂《…规划》,
/// 关于…的答记者问. A title that ends as those of policies do is none, 政策解读工作方案.
pub fn is_interpretation_title(title: &str) -> bool {
    let packed: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = packed.trim_end_matches(['！', '!', '？', '?', '。', '》', '”', '…']);
    // 《…》政策解读（一）
    let bare = match bare.strip_suffix(['）', ')']).and_then(|rest| rest.rsplit_once(['（', '(']))
    {
        Some((name, _)) if !name.is_empty() => name,
        _ => bare,
    };
    let bare = AFTER.iter().find_map(|after| bare.strip_suffix(after)).unwrap_or(bare);
    if ENDS.iter().any(|end| bare.ends_with(end)) {
        return true;
    }
    let begun = BEGINNINGS.iter().find_map(|begin| title.trim().strip_prefix(begin));
    begun.is_some_and(|rest| {
        let marked = rest.starts_with(|c: char| c.is_whitespace() || "｜丨|：:《“—".contains(c));
        marked || rest.contains('《') && !is_policy_title(&packed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interpretations_are_known_by_their_titles() {
        for title in [
            "《草原市关于支持返乡创业的若干措施》解读",
            "《“十五五”畜牧业发展规划》政策解读",
            "《节约用水条例》解读（二）",
            "市教育局有关负责人就《招生办法》答记者问",
            "养老保险政策问答",
            "一图读懂《养老服务条例》",
            "政策解读｜返乡创业补贴怎么领",
            "图解：2026年政府工作报告",
            "一问一答｜农村客运补贴新办法来了！",
            "《公积金提取办法》政策解读来了！",
            "一图读懂　某市促进消费若干措施（含《清单》）",
        ] {
            assert!(is_interpretation_title(title), "{title}");
        }
        for title in [
            "关于做好政策解读工作的通知",
            "政策解读工作方案",
            "关于解读《办法》有关事项的通知",
            "图解释义管理办法",
            "某市养老服务条例",
        ] {
            assert!(!is_interpretation_title(title), "{title}");
        }
    }
}
