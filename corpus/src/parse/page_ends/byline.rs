//! Who published an article of an account, when and from where: one line under its title, or several
//! short ones where it was copied piece by piece.

use std::collections::HashSet;

use crate::text::is_han;

/// A line that tells it has at most this many characters.
const LONGEST: usize = 60;

/// Names before the minute stand on at most so many lines of their own.
const MOST_NAMES: usize = 3;

/// Where accounts publish from, as they print it.
const PLACES: [&str; 35] = [
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "台湾",
    "中国",
];

/// What a line tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The minute, and who or where: 某区发布 2026-03-15 18:30 发表于山东.
    All,
    /// The minute alone.
    Minute,
    /// 原创, alone or with names.
    Original,
}

/// Which of the lines at the beginning of a text tell it.
pub fn lines(top: &[&str]) -> HashSet<usize> {
    let mut found = HashSet::new();
    for (at, line) in top.iter().enumerate() {
        let place = top.get(at + 1).is_some_and(|next| is_place(next));
        let original = (at.saturating_sub(MOST_NAMES + 1)..at)
            .rev()
            .take_while(|above| is_name(top[*above]))
            .find(|above| told(top[*above]) == Some(Told::Original));
        match told(line) {
            Some(Told::All) => {}
            Some(Told::Original) if line.chars().any(char::is_whitespace) => {}
            Some(Told::Minute) if place || original.is_some() => {
                found.extend(original.unwrap_or(at)..at);
            }
            _ => continue,
        }
        found.insert(at);
        if place && told(line) != Some(Told::Original) {
            found.insert(at + 1);
        }
    }
    found
}

fn told(line: &str) -> Option<Told> {
    if line.chars().count() > LONGEST || line.contains(['：', '，', '。', '；', '、']) {
        return None;
    }
    let original = line
        .strip_prefix("原创")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    match minute(line) {
        Some((before, after)) => {
            let place = after.trim_start_matches("发表于");
            let placed = is_place(place) || place.len() < after.len() && place.chars().count() <= 6;
            let named = !before.is_empty() && before.chars().any(is_han);
            if !(after.is_empty() || placed) {
                None
            } else if named || placed {
                Some(Told::All)
            } else {
                Some(Told::Minute)
            }
        }
        None => original.then_some(Told::Original),
    }
}

/// What stands before the day and behind the minute of a line.
fn minute(line: &str) -> Option<(&str, &str)> {
    let colon = line.find(':')?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = line[..colon].bytes().rev().take_while(u8::is_ascii_digit).count();
    let minutes = digits(&line[colon + 1..]);
    if !(1..=2).contains(&hour) || minutes != 2 {
        return None;
    }
    let after = line[colon + 3..].trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    let before = line[..colon - hour].trim_end();
    let word = ["昨天", "今天", "前天"].iter().find_map(|day| before.strip_suffix(day));
    let undated = before.trim_end_matches(|c: char| c.is_ascii_digit() || "-/.年月日".contains(c));
    let dated = before.len() > undated.len()
        && before[undated.len()..].chars().filter(char::is_ascii_digit).count() >= 2;
    let names = word.or(dated.then_some(undated))?;
    Some((names.trim(), after.trim()))
}

fn is_place(line: &str) -> bool {
    PLACES.contains(&line.trim())
}

/// Whether a line can be the name of who wrote or published.
fn is_name(line: &str) -> bool {
    line.chars().count() <= 20 && !line.contains(['：', '，', '。', '；', '！', '？', '《'])
}

#[cfg(test)]
mod tests {
    #[test]
    fn who_published_when_is_told_in_a_line_or_in_several() {
        let found = |lines: &[&str]| {
            let mut found: Vec<usize> = super::lines(lines).into_iter().collect();
            found.sort_unstable();
            found
        };
        for line in [
            "某区发布 2026-03-15 18:30 发表于山东",
            "2026-03-01 18:30 内蒙古",
            "原创 赤草交通 赤草交通发布 2026年4月15日 18:30 内蒙古",
            "草原发布 昨天 18:30",
            "原创 某某融媒 草原发布",
            "草原发布 3月1日 08:05",
        ] {
            assert_eq!(found(&[line]), [0], "{line}");
        }
        let apart = ["新办法来了", "原创", "小李", "草原发布", "2026年3月1日 18:30", "内蒙古"];
        assert_eq!(found(&apart), [1, 2, 3, 4, 5]);
        assert_eq!(found(&["新办法来了", "2026-03-01 18:30", "内蒙古"]), [1, 2]);
        for line in [
            "会议时间：2026年3月1日 18:30",
            "2026-03-25 10:12",
            "比例为6:4",
            "开放时间 9:00至17:00",
            "原创作品奖励办法",
            "内蒙古",
            "2026年3月1日 18:30 在市政府会议室召开",
        ] {
            assert!(found(&[line]).is_empty(), "{line}");
        }
    }
}
