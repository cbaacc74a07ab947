//! Labels of questions, as interpretations that ask and answer have them.

use super::numerals::is_arabic;
use super::{Label, LabelKind, number, numeral_length, spaces};

/// With what the label of a question begins.
const NAMES: [&[char]; 6] = [&['问', '题'], &['提', '问'], &['问'], &['Q'], &['q'], &['\u{ff31}']];

/// `问：`, `问题2：`, `【问】`, `Q3：`, `Q3.`, `问1 `; its number is 0 where none is printed.
pub(super) fn question(chars: &[char]) -> Option<Label> {
    if chars.starts_with(&['【', '问', '】']) {
        return Some(label(0, 3));
    }
    let Some(name) = NAMES.into_iter().find(|name| chars.starts_with(name)) else {
        return interviewed(chars);
    };
    let rest = &chars[name.len()..];
    let gap = spaces(rest);
    let digits = numeral_length(&rest[gap..]);
    let numeral = &rest[gap..gap + digits];
    let behind = &rest[gap + digits..];
    let mark = spaces(behind);
    let colon = matches!(behind.get(mark), Some('：' | ':'));
    let ordinal = if digits > 0 { number(numeral)? } else { 0 };
    if colon {
        return Some(label(ordinal, name.len() + gap + digits + mark + 1));
    }
    // Q1.什么是…, but not Q1.5; 问一问 begins a sentence.
    let arabic = numeral.first().is_some_and(|c| is_arabic(*c));
    let point = matches!(behind.first(), Some('.' | '．' | '、'))
        && !behind.get(1).is_some_and(|c| is_arabic(*c));
    let asked = mark > 0 && matches!(chars.last(), Some('？' | '?'));
    let end = name.len() + gap + digits + usize::from(point);
    (arabic && (point || asked)).then(|| label(ordinal, end))
}

/// Who asks in an interview, before a colon and a sentence: 记者：参保人怎么申请？
fn interviewed(chars: &[char]) -> Option<Label> {
    const ASKING: [&str; 6] = ["记者", "记者问", "记者提问", "网友", "网友问", "主持人"];
    let colon = chars.iter().take(5).position(|c| matches!(c, '：' | ':'))?;
    let name: String = chars[..colon].iter().collect();
    let said = matches!(chars.last(), Some('。' | '？' | '?' | '！' | '”'));
    (said && ASKING.contains(&name.as_str())).then(|| label(0, colon + 1))
}

fn label(ordinal: u32, length: usize) -> Label {
    Label { kind: LabelKind::Question, ordinal, suffix: None, length }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_have_labels() {
        let read = |text: &str| {
            let found = question(&text.chars().collect::<Vec<_>>());
            found.map(|label| (label.ordinal, label.length))
        };
        for (text, expected) in [
            ("问：什么是《规划》？", Some((0, 2))),
            ("问题2：什么是《规划》？", Some((2, 4))),
            ("问题二：什么是《规划》？", Some((2, 4))),
            ("问 1 ：什么是《规划》？", Some((1, 5))),
            ("Q6：老人坐车有优惠吗？", Some((6, 3))),
            ("Q:老人坐车有优惠吗？", Some((0, 2))),
            ("Q1.老人坐车有优惠吗？", Some((1, 3))),
            ("Q 3、老人坐车有优惠吗？", Some((3, 4))),
            ("Q2 老人坐车有优惠吗？", Some((2, 2))),
            ("【问】老人坐车有优惠吗？", Some((0, 3))),
            ("记者：参保人怎么申请？", Some((0, 3))),
            ("记者：张三　通讯员：李四", None),
            ("Q1 增长5%。", None),
            ("Q1.5的指标", None),
            ("Q345钢材", None),
            ("问题3个方面", None),
            ("问一问大家", None),
            ("提问环节", None),
            ("问卷调查：", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
