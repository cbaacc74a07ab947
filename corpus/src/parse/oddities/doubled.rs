//! Doubled characters, which may be misprints (`加快建建设`), beside those that are ordinary Chinese.

use super::super::blocks::Block;
use super::push;
use crate::bilingual;
use crate::problem::{Problem, ProblemKind, Severity};
use crate::text::is_han;

/// Doubled characters that are ordinary Chinese: whatever each of something is counted by, how one does
/// something, relatives and children, what one does for a while.
const REDUPLICATIONS: &str = "双人家户年天层处步时代事常往渐仅刚白多大小好早慢轻深每种个点条件村乡镇\
     级省市岁月日夜星妈爸爷奶哥姐弟妹宝谢看想说试问谈讲走听等\
     公婆叔舅姑姨伯婶嫂太娃囡件次回张片座栋块颗粒样句页桩滴股阵辈声棵朵环株群丝\
     偏恰稍略悄默缓徐频屡孜兢勃蒸欣郁葱熊滔源莘翩历匆纷牢紧远满整足聊逛猩饽茫";

/// Two characters that end a word, of which the second one begins the next as well: 用水 before 水源,
/// 职业病 before 病人. They are those that stand so in 3,202 laws and rules in force, which are all but
/// free of such errors.
const DOUBLED: &str = include_str!("doubled.txt");

/// What follows two equal numerals that are a name or a word: 八八战略, 三三制, 五五普法.
const NAMED: [&str; 8] = ["战略", "普法", "制", "分成", "开", "工程", "行动", "规划"];

/// Tells of doubled characters that are no words.
pub fn report(block: &Block, problems: &mut Vec<Problem>) {
    let chars = &block.chars;
    for at in 0..chars.len().saturating_sub(1) {
        let c = chars[at];
        if chars[at + 1] != c || !is_han(c) || is_ordinary(chars, at) {
            continue;
        }
        let message = bilingual!(
            "“{c}{c}”：这个字重复了；如果是错字，请写进 errata.toml",
            "“{c}{c}”: the character is doubled; if that is an error, add it to errata.toml"
        );
        push(block, at, ProblemKind::DoubledCharacter, Severity::Notice, message, problems);
    }
}

/// Whether the two equal characters here are ordinary Chinese.
fn is_ordinary(chars: &[char], at: usize) -> bool {
    let c = chars[at];
    // 全校校长: the body, then its head.
    let head = chars.get(at + 2) == Some(&'长');
    let before = at.checked_sub(1).map(|at| chars[at]);
    let word = before.map(|before| [before, c].iter().collect::<String>());
    head || REDUPLICATIONS.contains(c)
        || word.is_some_and(|word| DOUBLED.split_whitespace().any(|known| known == word))
        || is_pair_of_pairs(chars, at)
        || is_numeral(chars, at)
}

/// Whether two doubled characters stand side by side, as words of four do: 干干净净, 实实在在.
fn is_pair_of_pairs(chars: &[char], at: usize) -> bool {
    let pair = |at: usize| {
        let two = (chars.get(at), chars.get(at + 1));
        matches!(two, (Some(a), Some(b)) if a == b && is_han(*a))
    };
    pair(at + 2) && chars[at] != chars[at + 2]
        || at.checked_sub(2).is_some_and(|before| pair(before) && chars[before] != chars[at])
}

/// Whether they are numerals that stand so in plans and names: 十五五, 一一落实, “八八战略”.
fn is_numeral(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| chars[at]);
    let behind: String = chars[at + 2..].iter().take(2).collect();
    match chars[at] {
        '一' => true,
        '五' if before == Some('十') => true,
        '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => {
            NAMED.iter().any(|name| behind.starts_with(name)) || behind.starts_with('”')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> usize {
        let mut problems = Vec::new();
        report(&Block::of_line(text), &mut problems);
        problems.len()
    }

    #[test]
    fn words_and_names_are_not_doubled() {
        for text in [
            "“十五五”时期",
            "“十五五”规划纲要",
            "1.2米以下的娃娃免费",
            "叔叔、婶婶、公公婆婆",
            "一件件、一桩桩办好",
            "干干净净的河道，实实在在的成效",
            "“八八战略”和“五五普法”",
            "一一落实到人",
        ] {
            assert_eq!(told(text), 0, "{text}");
        }
        for text in ["加快建建设", "由由财政局负责", "第五五条", "每年的的三月"]
        {
            assert_eq!(told(text), 1, "{text}");
        }
    }
}
