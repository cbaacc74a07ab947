//! Whether the theme's accent colours can be read on the paper (WCAG 2.2, 1.4.3: 4.5 to 1).

use corpus::publication::Theme;

use super::check::Missing;

/// The least contrast of text.
pub const LEAST: f64 = 4.5;

/// The colours that accents stand on: paper, header and footer, the sentence that was linked to.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// By day, `#rrggbb`.
    pub light: [&'a str; 3],
    /// By night, `#rrggbb`.
    pub dark: [&'a str; 3],
}

impl Default for Paper<'_> {
    /// `--paper`, `--paper-2` and `--target` of `1-tokens.css`.
    fn default() -> Self {
        Self { light: ["#fdfcf9", "#f5f2ea", "#fff3d1"], dark: ["#171614", "#211f1c", "#332c1a"] }
    }
}

/// The contrast ratio of two colours `#rrggbb`, from 1 to 21; `None` if one is not a colour.
pub fn ratio(one: &str, other: &str) -> Option<f64> {
    let (a, b) = (luminance(one)?, luminance(other)?);
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

/// The contrast on that of the papers where it is least.
pub fn least(colour: &str, papers: &[&str]) -> Option<f64> {
    papers.iter().filter_map(|paper| ratio(colour, paper)).min_by(f64::total_cmp)
}

/// What is wrong with a theme's colours on this paper.
pub fn contrast(theme: &Theme, paper: Paper<'_>) -> Vec<Missing> {
    [
        ("theme.accent", theme.accent.as_str(), paper.light, ["深", "darker"]),
        ("theme.accent_dark", theme.accent_dark.as_str(), paper.dark, ["浅", "lighter"]),
    ]
    .into_iter()
    .filter(|(_, accent, ..)| !accent.is_empty())
    .filter_map(|(field, accent, papers, [zh, en])| {
        let (zh, en) = match least(accent, &papers) {
            None => (
                format!("{field} 的值“{accent}”不是颜色，请写成 #8a1c1c 的形式。"),
                format!("“{accent}” in {field} is not a colour; write it like #8a1c1c."),
            ),
            Some(ratio) if ratio < LEAST => (
                format!("{field} 的颜色 {accent} 与底色的对比度只有 {ratio:.2}:1，要有 4.5:1 以上，请换一种更{zh}的颜色。"),
                format!("{accent} in {field} has a contrast of only {ratio:.2}:1 on the page background; it must be at least 4.5:1: choose a {en} colour."),
            ),
            Some(_) => return None,
        };
        Some(Missing { page: "*".to_owned(), field, required: true, message_zh: zh, message_en: en })
    })
    .collect()
}

/// The channels of a colour `#rrggbb`.
pub fn rgb(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Relative luminance (WCAG 2.2) of a colour `#rrggbb`.
fn luminance(colour: &str) -> Option<f64> {
    let [red, green, blue] = rgb(colour)?.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    Some(0.2126 * red + 0.7152 * green + 0.0722 * blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|one| (one - other).abs() < 0.01)
    }

    #[test]
    fn ratios_are_those_of_the_standard() {
        assert!(close(ratio("#000000", "#ffffff"), 21.0));
        assert!(close(ratio("#777777", "#ffffff"), 4.48));
        assert!(close(ratio("#8a1c1c", "#ffffff"), 9.28));
        assert_eq!(ratio("red", "#ffffff"), None);
        assert_eq!(ratio("#ééé", "#ffffff"), None);
        assert_eq!(ratio("#+1+2+3", "#ffffff"), None);
    }

    #[test]
    fn the_papers_are_those_of_the_style_sheet() {
        let (_, tokens) = crate::style::SHEETS[0];
        let Paper { light, dark } = Paper::default();
        for (papers, times) in [(light, 1), (dark, 2)] {
            for (name, colour) in ["--paper", "--paper-2", "--target"].iter().zip(papers) {
                let found = tokens.matches(&format!("{name}: {colour};")).count();
                assert_eq!(found, times, "{name}: {colour}");
            }
        }
    }

    #[test]
    fn faint_accents_and_wrong_colours_are_told() {
        let theme = |accent: &str, dark: &str| Theme {
            accent: accent.into(),
            accent_dark: dark.into(),
            logo: String::new(),
        };
        assert_eq!(contrast(&theme("#8a1c1c", "#f0a58f"), Paper::default()), []);
        assert_eq!(contrast(&theme("", ""), Paper::default()), []);
        let found = contrast(&theme("#ffd700", "#333333"), Paper::default());
        assert_eq!(found.len(), 2);
        assert!(found[0].message_en.contains("darker") && found[1].message_zh.contains("更浅"));
        assert!(
            contrast(&theme("gold", ""), Paper::default())[0].message_en.contains("not a colour")
        );
    }
}
