//! The accents of a site's own theme, in place of those in `1-tokens.css`. What a seed says never
//! reaches a style sheet: a colour is read into three numbers and written anew, and one that could
//! not be read on our paper is not taken.

use corpus::publication::Theme;
use corpus::{Bilingual, Position, Problem, ProblemKind, Severity, bilingual};

use crate::portal::{self, LEAST, Paper, least, ratio, rgb};

/// The accents of the tokens with those for hovering: on light and on dark paper, and the same in
/// elder mode.
const STANDING: [[&str; 2]; 4] = [
    ["#9b2c1f", "#7a2218"],
    ["#f0a08f", "#f5b8aa"],
    ["#7a1509", "#5c0e05"],
    ["#ffc4b8", "#ffd9d1"],
];

/// The contrast of enlarged text in elder mode (WCAG 2.2, 1.4.6).
const ELDER: f64 = 7.0;

/// The accent on light paper: the theme's, or our own.
pub fn accent(theme: &Theme) -> String {
    accents(theme)[0][0].clone()
}

/// The tokens with the accents of the theme.
pub fn themed(tokens: &str, theme: &Theme) -> String {
    let mut text = tokens.to_owned();
    for (standing, own) in STANDING.iter().zip(accents(theme)) {
        for ((name, old), new) in ["--accent", "--accent-2"].iter().zip(standing).zip(own) {
            text = text.replace(&format!("{name}: {old};"), &format!("{name}: {new};"));
        }
    }
    text
}

/// A picture, whose colours are those of the tokens, in the colours of the theme.
pub fn painted(svg: &str, theme: &Theme) -> String {
    svg.replace(&format!("\"{}\"", STANDING[0][0]), &format!("\"{}\"", accent(theme)))
}

/// The colours of the theme that are not taken, and why.
pub fn problems(theme: &Theme) -> Vec<Problem> {
    portal::contrast(theme, Paper::default())
        .into_iter()
        .map(|missing| {
            let why = Bilingual { zh: missing.message_zh, en: missing.message_en };
            let message = bilingual!(
                "{why}在此之前用程序自己的颜色。",
                "{why} Until then the program's own colour is used."; why
            );
            let at = Position { line: 1, column: 1 };
            Problem::new(ProblemKind::Metadata, Severity::Warning, at, message).in_file("site.toml")
        })
        .collect()
}

fn accents(theme: &Theme) -> [[String; 2]; 4] {
    let paper = Paper::default();
    let light = taken(&theme.accent, &paper.light);
    // Whoever chose one colour only shall not see ours at night.
    let dark = taken(&theme.accent_dark, &paper.dark).or_else(|| {
        light.map(|light| towards(light, 255, |c| least(c, &paper.dark) >= Some(ELDER)))
    });
    let elder_light = light.map(|c| towards(c, 0, |c| ratio(c, "#ffffff") >= Some(ELDER)));
    let elder_dark = dark.map(|c| towards(c, 255, |c| ratio(c, "#000000") >= Some(ELDER)));
    let own = [(light, 0), (dark, 255), (elder_light, 0), (elder_dark, 255)];
    let mut all = STANDING.map(|pair| pair.map(str::to_owned));
    for (pair, (colour, end)) in all.iter_mut().zip(own) {
        if let Some(colour) = colour {
            *pair = [hex(colour), hex(step(step(colour, end), end))];
        }
    }
    all
}

/// A colour that can be read on these papers.
fn taken(colour: &str, papers: &[&str]) -> Option<[u8; 3]> {
    rgb(colour).filter(|_| least(colour, papers) >= Some(LEAST))
}

/// The colour, moved towards black (0) or white (255) until it is enough.
fn towards(mut colour: [u8; 3], end: u8, enough: impl Fn(&str) -> bool) -> [u8; 3] {
    while colour != [end; 3] && !enough(&hex(colour)) {
        colour = step(colour, end);
    }
    colour
}

/// An eighth of the way to black or white, at least by one.
fn step(colour: [u8; 3], end: u8) -> [u8; 3] {
    colour.map(|channel| {
        let away = channel.abs_diff(end).div_ceil(8);
        if end > channel { channel + away } else { channel - away }
    })
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = crate::style::SHEETS[0].1;

    fn theme(accent: &str, dark: &str) -> Theme {
        Theme { accent: accent.into(), accent_dark: dark.into(), logo: String::new() }
    }

    #[test]
    fn the_accents_of_the_tokens_are_known() {
        for (pair, times) in STANDING.iter().zip([1, 2, 1, 2]) {
            for (name, colour) in ["--accent", "--accent-2"].iter().zip(pair) {
                let found = TOKENS.matches(&format!("{name}: {colour};")).count();
                assert_eq!(found, times, "{name}: {colour}");
            }
        }
        assert_eq!(TOKENS.matches("--accent: ").count(), 6, "an accent that no theme replaces");
    }

    #[test]
    fn a_theme_replaces_all_of_them() {
        let text = themed(TOKENS, &theme("#1d5a3c", "#8fd0ae"));
        assert!(text.contains("--accent: #1d5a3c;") && text.contains("--accent: #8fd0ae;"));
        for colour in STANDING.iter().flatten() {
            assert!(!text.contains(&format!("accent: {colour}")), "{colour} is left");
        }
    }

    #[test]
    fn every_accent_can_be_read_on_its_paper() {
        let paper = Paper::default();
        for (accent, dark) in [("#1d5a3c", "#8fd0ae"), ("#1D5A3C", ""), ("#0000ff", "#ffff00")] {
            let [light, dark, elder, elder_dark] = accents(&theme(accent, dark));
            for (pair, papers, wanted) in [
                (light, &paper.light[..], 4.5),
                (dark, &paper.dark[..], 4.5),
                (elder, &["#ffffff"], 7.0),
                (elder_dark, &["#000000"], 7.0),
            ] {
                for colour in pair {
                    assert!(least(&colour, papers) >= Some(wanted), "{colour} of {accent}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_colour_or_too_faint_is_not_taken() {
        let hostile = ["red", "#8a1c1c;}body{display:none", "#+1+2+3", "url(//x)", "#12345"];
        for (accent, dark) in
            hostile.map(|text| (text, text)).into_iter().chain([("#ffd700", "#333333")])
        {
            let theme = theme(accent, dark);
            assert!(themed(TOKENS, &theme) == TOKENS, "{accent} was taken");
            assert_eq!(problems(&theme).len(), 2, "{accent}");
        }
        assert!(themed(TOKENS, &Theme::default()) == TOKENS);
        assert_eq!(problems(&Theme::default()), []);
    }
}
