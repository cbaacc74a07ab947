//! By what the title of an official document is known.

/// What official documents call themselves at the end of their titles.
const DOCUMENT_TYPES: [&str; 25] = [
    "意见",
    "通知",
    "办法",
    "规定",
    "条例",
    "方案",
    "规划",
    "决定",
    "公告",
    "批复",
    "函",
    "细则",
    "计划",
    "措施",
    "通报",
    "纲要",
    "公报",
    "纪要",
    "章程",
    "预案",
    "答复",
    "公示",
    "指南",
    "白皮书",
    "导则",
];

/// Whether words read as the title of an official document and of no interpretation: they end in the
/// name of its type, 公告, 通知, `（试行）` and the like left aside.
pub fn is_policy_title(text: &str) -> bool {
    let name = match text.strip_suffix('）').and_then(|inner| inner.rsplit_once('（')) {
        Some((name, _)) => name,
        None => text,
    };
    DOCUMENT_TYPES.iter().any(|end| name.ends_with(end))
        && !["如下", "以下"].iter().any(|words| text.contains(words))
}
