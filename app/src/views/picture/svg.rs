//! The few shapes that the picture needs, written as SVG.

use std::fmt::Write as _;

use corpus::text::xml;

use super::wrap::lines;

/// The style sheet's tokens: the one place that names colours and fonts.
const TOKENS: &str = include_str!("../../../style/1-tokens.css");

/// The value of a token for light paper.
fn token(name: &str) -> String {
    let declared = format!("--{name}:");
    let value = TOKENS.split_once(&declared).and_then(|(_, rest)| rest.split_once(';'));
    let words: Vec<&str> = value.map_or("", |(value, _)| value).split_whitespace().collect();
    words.join(" ")
}

/// What text is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The picture's title.
    Title,
    /// Ordinary text.
    Text,
    /// Secondary text.
    Soft,
    /// What stands out.
    Accent,
}

impl Ink {
    /// Class, colour token and weight.
    fn style(self) -> (&'static str, &'static str, u16) {
        match self {
            Self::Title => ("pic-text", "ink", 700),
            Self::Text => ("pic-text", "ink", 400),
            Self::Soft => ("pic-soft", "ink-2", 400),
            Self::Accent => ("pic-accent", "accent", 400),
        }
    }
}

/// A drawing from top to bottom.
pub struct Svg {
    body: String,
    x: f64,
    room: f64,
    y: f64,
}

impl Svg {
    /// An empty drawing whose text begins at `x` and is at most `room` wide.
    pub fn new(x: f64, room: f64) -> Self {
        Self { body: String::new(), x, room, y: x }
    }

    /// How far down the pen is.
    pub fn y(&self) -> f64 {
        self.y
    }

    /// Moves the pen down.
    pub fn skip(&mut self, distance: f64) {
        self.y += distance;
    }

    /// Text in as many lines as it needs.
    pub fn block(&mut self, text: &str, size: f64, ink: Ink) {
        for line in lines(text, size, self.room) {
            self.y += size * 1.4;
            self.line(self.x, self.y - size * 0.3, &line, size, ink);
        }
    }

    /// One line of text.
    pub fn line(&mut self, x: f64, y: f64, text: &str, size: f64, ink: Ink) {
        let (class, colour, weight) = ink.style();
        let (colour, text) = (token(colour), spoken(text));
        // A String takes every write.
        let _ = write!(
            self.body,
            "<text class=\"{class}\" x=\"{x:.0}\" y=\"{y:.0}\" font-size=\"{size:.0}\" \
             font-weight=\"{weight}\" fill=\"{colour}\">{text}</text>"
        );
    }

    /// A number with its unit in half its size.
    pub fn figure(&mut self, x: f64, y: f64, (number, unit): &(String, String), size: f64) {
        let half = size * 0.5;
        let (number, unit, colour) = (spoken(number), spoken(unit), token("accent"));
        let _ = write!(
            self.body,
            "<text class=\"pic-accent\" x=\"{x:.0}\" y=\"{y:.0}\" font-weight=\"700\" \
             font-size=\"{size:.0}\" fill=\"{colour}\" xml:space=\"preserve\">{number}\
             <tspan font-size=\"{half:.0}\">{unit}</tspan></text>"
        );
    }

    /// A card's ground with the stripe at its side.
    pub fn card(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let (paper, line, accent) = (token("paper"), token("line"), token("accent"));
        let _ = write!(
            self.body,
            "<rect class=\"pic-card\" x=\"{x:.0}\" y=\"{y:.0}\" width=\"{width:.0}\" \
             height=\"{height:.0}\" rx=\"6\" fill=\"{paper}\" stroke=\"{line}\"/>\
             <rect class=\"pic-accent\" x=\"{x:.0}\" y=\"{y:.0}\" width=\"5\" \
             height=\"{height:.0}\" rx=\"2\" fill=\"{accent}\"/>"
        );
    }

    /// All that is drawn until [`Svg::close_link`] links there.
    pub fn open_link(&mut self, href: &str) {
        let _ = write!(self.body, "<a href=\"{}\">", xml(href));
    }

    /// See [`Svg::open_link`].
    pub fn close_link(&mut self) {
        self.body.push_str("</a>");
    }

    /// The finished picture. As a file it is an image with a description; in a page its texts and
    /// links are there themselves.
    pub fn finish(
        self,
        name: &str,
        lang: &str,
        width: f64,
        title: &str,
        description: &str,
        inline: bool,
    ) -> String {
        let height = self.y;
        let paper = token("paper-2");
        let fonts = if lang == "en" {
            [token("en-font"), token("zh-font")].join(", ")
        } else {
            token("zh-font")
        };
        let fonts = fonts.replace('"', "'");
        let (title, description) = (xml(title), xml(description));
        let (role, size) = if inline {
            ("group", String::new())
        } else {
            ("img", format!(" width=\"{width:.0}\" height=\"{height:.0}\""))
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\"{size} \
             role=\"{role}\" lang=\"{lang}\" aria-labelledby=\"{name}-title\" \
             aria-describedby=\"{name}-desc\" font-family=\"{fonts}\">\
             <title id=\"{name}-title\">{title}</title><desc id=\"{name}-desc\">{description}</desc>\
             <rect class=\"pic-ground\" width=\"{width:.0}\" height=\"{height:.0}\" fill=\"{paper}\"/>\
             {}</svg>",
            self.body
        )
    }
}

/// Escaped text, its Chinese characters told to be Chinese, for voices on English pages.
fn spoken(text: &str) -> String {
    let piece = |(text, chinese): (&str, bool)| {
        if chinese {
            ["<tspan lang=\"zh-Hans\">", &xml(text), "</tspan>"].concat()
        } else {
            xml(text).into_owned()
        }
    };
    corpus::text::by_script(text).into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_those_of_light_paper() {
        assert!(token("accent").starts_with('#'), "{}", token("accent"));
        assert!(token("zh-font").ends_with("sans-serif"));
    }
}
