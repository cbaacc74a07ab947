//! Lines that stand under a text and are known by their own words: whom to ask, who signs, whether it
//! may be published.

use crate::text::is_han;

/// A signature has at most this many characters.
pub const LONGEST_SIGNATURE: usize = 40;

/// A line under a text, such as one that says whom to ask, has at most this many characters.
const LONGEST_IMPRINT: usize = 160;

/// Whether the line is a note on publication: `（此件公开发布）`.
pub fn is_note(chars: &[char]) -> bool {
    let text: String = chars.iter().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_matches(['（', '）', '(', ')']);
    let kinds = ["公开发布", "主动公开", "依申请公开", "不予公开"];
    let kind = kinds.iter().any(|kind| text.ends_with(kind));
    // （此件发至县团级）
    let reach = text.starts_with("此件") && text.contains("发至")
        // （本文有删减）
        || text.ends_with("有删减") && ["本文", "此文", "略", "内容"].iter().any(|it| text.starts_with(it));
    text.chars().count() <= 16
        && (reach
            || kind
                && (text.starts_with("此件")
                    || text.starts_with("公开方式")
                    || text.starts_with("信息公开")))
}

/// Whether the line is one of those that stand under a text: whom to ask, who was there, who gets a
/// copy, who printed it when (GB/T 9704-2012, 7.4 and 10.3).
pub fn is_imprint(chars: &[char]) -> bool {
    const NAMES: [&str; 28] = [
        "联系人",
        "联系单位",
        "联系电话",
        "联系方式",
        "咨询电话",
        "监督电话",
        "联系地址",
        "电子邮箱",
        "出席",
        "出席人员",
        "列席",
        "列席人员",
        "参加人员",
        "请假",
        "缺席",
        "记录",
        "记录人",
        "主题词",
        "抄送",
        "抄报",
        "主送",
        "主报",
        "打字",
        "分送",
        "发送",
        "发",
        "送",
        "报",
    ];
    let text: String = chars.iter().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_start_matches(['（', '(']);
    let named = NAMES.iter().any(|name| {
        text.strip_prefix(name).is_some_and(|rest| rest.starts_with(['：', ':', '及', '、']))
    });
    let printed = text.strip_suffix("日印发").is_some_and(|rest| rest.contains('年'));
    // （共印320份）
    let copies = text.trim_end_matches(['）', ')']).strip_suffix('份');
    let copies = copies.is_some_and(|rest| rest.starts_with("共印") || rest.starts_with("印"));
    (named || (printed || copies) && chars.len() <= LONGEST_SIGNATURE)
        && chars.len() <= LONGEST_IMPRINT
}

/// Whether the line is of the colophon with which the last page of a document ends: who gets a copy, who
/// printed it when (GB/T 9704-2012, 7.4).
pub fn is_colophon(chars: &[char]) -> bool {
    let text: String = chars.iter().filter(|c| !c.is_whitespace()).collect();
    let copied = ["抄送", "抄报", "分送", "主题词"]
        .iter()
        .any(|name| text.strip_prefix(name).is_some_and(|rest| rest.starts_with(['：', ':'])));
    let printed = text.strip_suffix("印发").is_some_and(|rest| {
        rest.ends_with('日') && rest.contains('年') && chars.len() <= LONGEST_SIGNATURE
    });
    copied || printed
}

/// 身份证号：　　　　身份证号：, names of what is to be filled in and nothing else.
fn is_empty_form(text: &str) -> bool {
    let name = |part: &str| (2..=6).contains(&part.chars().count()) && part.chars().all(is_han);
    text.strip_suffix('：').is_some_and(|names| names.split('：').all(name))
}

/// Whether the line is one to be signed or sealed: 甲方（盖章）：, 代表人（签字）：, 签订日期：….
pub fn is_to_be_signed(chars: &[char]) -> bool {
    let text: String = chars.iter().filter(|c| !c.is_whitespace()).collect();
    let places = ["（盖章）：", "（签字）：", "（签名）：", "（签章）：", "（公章）："];
    places.iter().any(|place| text.contains(place))
        || is_empty_form(&text)
        || ["签订日期：", "签字日期：", "签订时间：", "签订地点："]
            .iter()
            .any(|key| text.starts_with(key))
}
