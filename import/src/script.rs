//! Raised and lowered characters. Unicode has digits, signs and a few letters for both; what it
//! has no character for can't be told from what stands on the line.

const ON_LINE: &str = "0123456789+-−=()（）niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVW";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ";
const LOW_ON_LINE: &str = "0123456789+-−=()（）aehijklmnoprstuvx";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

/// Where text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// On the line.
    #[default]
    Plain,
    /// Above it.
    Raised,
    /// Below it.
    Lowered,
}

impl Script {
    /// The text in raised or lowered characters; `None` where one of them does not exist.
    pub fn write(self, text: &str) -> Option<String> {
        let (from, to) = match self {
            Self::Plain => return Some(text.to_owned()),
            Self::Raised => (ON_LINE, RAISED),
            Self::Lowered => (LOW_ON_LINE, LOWERED),
        };
        let moved = |c: char| {
            if c.is_whitespace() || to.contains(c) {
                return Some(c);
            }
            from.chars().position(|one| one == c).and_then(|at| to.chars().nth(at))
        };
        text.chars().map(moved).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_and_formulas_have_characters_of_their_own() {
        assert_eq!(ON_LINE.chars().count(), RAISED.chars().count());
        assert_eq!(LOW_ON_LINE.chars().count(), LOWERED.chars().count());
        assert_eq!(Script::Raised.write("-8").as_deref(), Some("⁻⁸"));
        assert_eq!(Script::Lowered.write("2").as_deref(), Some("₂"));
        assert_eq!(Script::Raised.write("注"), None);
    }
}
