//! The words that English numbers are made of.

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const MAGNITUDES: [(&str, f64); 6] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("dozen", 12.0),
];

/// What a word counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// `350`, `5th`
    Digits(f64),
    /// `twenty`, `five`
    Spelled(f64),
    /// `third`: a rank, or behind a number a share.
    Ordinal(f64),
    /// `million`; whether in the plural, `dozens`.
    Magnitude(f64, bool),
    /// `thirds`, `quarter`, `half`: one of so many parts; whether in the plural.
    Share(f64, bool),
}

/// What a word counts; `None` for all other words.
pub(super) fn part(word: &str) -> Option<Part> {
    let lower = word.to_ascii_lowercase();
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        return digits(&lower).map(Part::Digits);
    }
    let position = |list: &[&str]| list.iter().position(|entry| *entry == lower);
    let tens = |word: &str| TENS.iter().position(|entry| *entry == word);
    if let Some(value) = position(&ONES).or_else(|| tens(&lower).map(|at| (at + 2) * 10)) {
        return Some(Part::Spelled(value as f64));
    }
    let tenth = tens(&lower.replace("ieth", "y")).map(|at| (at + 2) * 10);
    if let Some(value) = position(&ORDINALS).or(tenth) {
        return Some(Part::Ordinal(value as f64));
    }
    if let Some(value) = shares(&lower) {
        return Some(value);
    }
    match lower.as_str() {
        "both" | "twice" | "dual" | "double" => Some(Part::Spelled(2.0)),
        "once" | "single" => Some(Part::Spelled(1.0)),
        _ => MAGNITUDES.iter().find_map(|(name, factor)| match lower.strip_prefix(name)? {
            "" => Some(Part::Magnitude(*factor, false)),
            "s" => Some(Part::Magnitude(*factor, true)),
            _ => None,
        }),
    }
}

/// `350`, `3rd`, `1990s`, `350bn`.
fn digits(word: &str) -> Option<f64> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let factor = match &word[digits.len()..] {
        "" | "st" | "nd" | "rd" | "th" | "s" => 1.0,
        "bn" => 1e9,
        "tn" => 1e12,
        _ => return None,
    };
    digits.parse::<f64>().ok().map(|value| value * factor)
}

fn shares(word: &str) -> Option<Part> {
    Some(match word {
        "half" => Part::Share(2.0, false),
        "quarter" => Part::Share(4.0, false),
        "quarters" => Part::Share(4.0, true),
        _ => {
            let of = ORDINALS.iter().position(|entry| word.strip_suffix('s') == Some(entry))?;
            (of >= 3).then_some(Part::Share(of as f64, true))?
        }
    })
}

/// A word of a sentence, or a number in digits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub text: String,
    /// Whether only a space or a hyphen stands before it: numbers go on over it.
    pub joined: bool,
    /// Whether a minus sign stands right before it.
    pub negative: bool,
}

/// Words and numbers; hyphens and dashes part words, commas within digits don't.
pub(super) fn split(text: &str) -> Vec<Word> {
    let chars: Vec<char> = text.chars().collect();
    let mut words: Vec<Word> = Vec::new();
    let (mut open, mut joined) = (false, false);
    for (at, c) in chars.iter().enumerate() {
        if c.is_alphanumeric() || open && goes_on(&chars, at) {
            if !open {
                let negative = is_minus(&chars, at);
                words.push(Word { text: String::new(), joined, negative });
            }
            open = true;
            let word = words.last_mut().into_iter();
            word.filter(|_| *c != ',').for_each(|word| word.text.push(*c));
        } else {
            joined = (open || joined) && (c.is_whitespace() || *c == '-');
            open = false;
        }
    }
    words
}

/// The comma of 12,000 and the point of 3.5.
fn goes_on(chars: &[char], at: usize) -> bool {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let between = at > 0 && digit(at - 1) && digit(at + 1);
    match chars[at] {
        ',' => between && (1..=3).all(|i| digit(at + i)) && !digit(at + 4),
        '.' => between,
        _ => false,
    }
}

/// Whether a sign, and no hyphen of a range or of a word, stands before this digit.
fn is_minus(chars: &[char], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| chars.get(at)).copied();
    let free = before(2).is_none_or(|c| c.is_whitespace() || "(（~".contains(c));
    chars[at].is_ascii_digit()
        && matches!(before(1), Some('-' | '\u{2212}' | '\u{2013}'))
        && free
        && before(1).is_some()
}
