//! Whether a name or a number begins where it seems to. 保险法第十条 in 社会保险法第十条 does not,
//! and neither does 第十条 in 该公约第十条, which is not an article of the text that says so.

/// Words behind which a reference begins: they govern it, or join it to what stands before.
const GOVERNING: &[&str] = &[
    "依照",
    "按照",
    "根据",
    "依据",
    "遵照",
    "违反",
    "适用",
    "参照",
    "比照",
    "符合",
    "构成",
    "属于",
    "认定为",
    "视为",
    "触犯",
    "援用",
    "援引",
    "引用",
    "实施",
    "执行",
    "履行",
    "遵守",
    "采取",
    "具有",
    "享有",
    "存在",
    "没有",
    "不受",
    "除",
    "对",
    "在",
    "由",
    "以",
    "按",
    "依",
    "与",
    "和",
    "或者",
    "或",
    "以及",
    "及",
    "是",
    "即",
    "指",
    "将",
    "犯",
    "因",
    "经",
    "有",
];

/// Words that may also end the name of a longer title that the library does not know: no name of a
/// document begins behind them.
const ALSO_IN_NAMES: &[&str] = &["有", "经"];

/// Whether a number that belongs to this text may begin behind these characters.
pub(crate) fn begins_number(before: &[char]) -> bool {
    at_begin(before) || GOVERNING.iter().any(|word| ends_with(before, word))
}

/// Whether the name of a document may begin behind these characters.
pub(crate) fn begins_name(before: &[char]) -> bool {
    let governing = GOVERNING.iter().filter(|word| !ALSO_IN_NAMES.contains(word));
    at_begin(before)
        || governing.into_iter().any(|word| ends_with(before, word))
        || before.last().is_some_and(|c| matches!(c, '条' | '款' | '项' | '》'))
}

/// Whether nothing, or punctuation, stands before.
fn at_begin(before: &[char]) -> bool {
    before.last().is_none_or(|c| c.is_whitespace() || "，、；：。（(“”,;:".contains(*c))
}

/// Whether the characters end with these words.
pub(crate) fn ends_with(chars: &[char], words: &str) -> bool {
    let mut rest = chars.iter().rev();
    words.chars().rev().all(|c| rest.next() == Some(&c))
}

/// Whether nothing but a word that counts on stands between two numbers: 第十条、第十一条和第十二条.
pub(crate) fn counts_on(between: &[char]) -> bool {
    const WORDS: [&str; 9] = ["、", "和", "及", "以及", "或", "或者", "与", "至", "到"];
    let between: String = between.iter().collect();
    WORDS.contains(&between.trim())
}

/// Whether nothing, or a note in brackets such as （2018年修正） and （以下简称刑法）, stands between a
/// name and a number.
pub(crate) fn only_noted(between: &[char]) -> bool {
    let open = between.first().is_some_and(|c| matches!(c, '（' | '('));
    let closed = between.last().is_some_and(|c| matches!(c, '）' | ')'));
    let inner = between.iter().filter(|c| matches!(c, '（' | '(' | '）' | ')')).count();
    between.is_empty() || (open && closed && inner == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_name_begins_behind_what_governs_it_and_in_no_longer_name() {
        for before in ["", "依照", "，", "条和", "第二款、", "认定为"] {
            assert!(begins_name(&chars(before)), "{before}");
        }
        for before in ["社会", "治安管理处罚", "国有"] {
            assert!(!begins_name(&chars(before)), "{before}");
        }
    }

    #[test]
    fn a_number_of_this_text_stands_behind_no_noun() {
        assert!(begins_number(&chars("有")) && begins_number(&chars("（")));
        for before in ["该公约", "企业所得税法", "合同", "附件"] {
            assert!(!begins_number(&chars(before)), "{before}");
        }
    }

    #[test]
    fn what_stands_between_two_numbers() {
        assert!(counts_on(&chars("、")) && counts_on(&chars("以及")));
        assert!(!counts_on(&chars("，")) && !counts_on(&chars("规定的")));
        assert!(only_noted(&chars("（2018年修正）")) && only_noted(&[]));
        assert!(!only_noted(&chars("（甲）和（乙）")) && !only_noted(&chars("的")));
    }
}
