//! The values of numerals: tokens by the grammar of 十百千 within sections of 万 and 亿.

/// A part of a numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token {
    /// `34.5`: its value and how many digits it has.
    Number(f64, usize),
    /// `三`
    Digit(f64),
    /// `十`, `万`
    Power(f64),
    /// `廿`, `卅`
    Tens(f64),
}

/// Whether one digit is the next after another.
fn follows(a: f64, b: f64) -> bool {
    (b - a - 1.0).abs() < f64::EPSILON
}

/// The value, or both values of a pair of neighbours: `三四十` is 30 to 40.
pub(super) fn values(tokens: &[Token]) -> Option<(f64, Option<f64>)> {
    let pairs: Vec<usize> = (1..tokens.len())
        .filter(|at| matches!((tokens[at - 1], tokens[*at]), (Token::Digit(_), Token::Digit(b)) if b > 0.0))
        .collect();
    let row_of_digits = tokens.iter().all(|token| matches!(token, Token::Digit(_)));
    if row_of_digits && (tokens.len() > 2 || tokens[0] == Token::Digit(0.0)) {
        let value = tokens.iter().fold(0.0, |v, token| v * 10.0 + number_in(token));
        let counting =
            tokens.windows(2).all(|pair| follows(number_in(&pair[0]), number_in(&pair[1])));
        return (!counting && tokens.len() > 1 || tokens.len() == 1).then_some((value, None));
    }
    let pair = match pairs.as_slice() {
        [] => return value_of(tokens).map(|value| (value, None)),
        [at] => *at,
        _ => return None,
    };
    let (a, b) = (number_in(&tokens[pair - 1]), number_in(&tokens[pair]));
    if a == 0.0 {
        return value_of(tokens).map(|value| (value, None));
    }
    let neighbours = follows(a, b) || (a, b) == (3.0, 5.0);
    let without = |at: usize| {
        let rest = tokens.iter().enumerate().filter(|(index, _)| *index != at);
        value_of(&rest.map(|(_, token)| *token).collect::<Vec<_>>())
    };
    neighbours.then(|| Some((without(pair)?, Some(without(pair - 1)?))))?
}

fn number_in(token: &Token) -> f64 {
    match token {
        Token::Number(value, _)
        | Token::Digit(value)
        | Token::Power(value)
        | Token::Tens(value) => *value,
    }
}

/// The value of a row of tokens; `None` where they don't make one number.
fn value_of(tokens: &[Token]) -> Option<f64> {
    let (mut total, mut section, mut pending) = (0.0, 0.0, None);
    let mut zero = false;
    for (index, token) in tokens.iter().enumerate() {
        match *token {
            Token::Digit(0.0) => zero = true,
            Token::Power(1.0) => {}
            Token::Number(..) | Token::Digit(_) | Token::Tens(_) if pending.is_some() => {
                return None;
            }
            Token::Tens(value) => section += value,
            Token::Number(value, _) | Token::Digit(value) => pending = Some(value),
            Token::Power(power) if power >= 1e4 => {
                let doubled = index > 0 && tokens[index - 1] == Token::Power(power);
                let before = section + short(tokens, index, pending.take(), zero);
                // 三万五千亿: all that is smaller counts 亿; 三亿五千万: 亿 stays.
                // 万 alone is one of them; 0.8万 and 零点五亿 are less than one.
                let alone = index == 0 || matches!(tokens[index - 1], Token::Power(p) if p > power);
                let before = if alone { 1.0 } else { before };
                total = match total {
                    _ if doubled => return None,
                    lower if lower < power => (lower + before) * power,
                    higher => higher + before * power,
                };
                (section, zero) = (0.0, false);
            }
            Token::Power(power) => {
                let bare = pending.is_none()
                    && index > 0
                    && matches!(tokens[index - 1], Token::Power(p) if p < 1e4 && p > 1.0);
                if bare {
                    return None;
                }
                section += pending.take().unwrap_or(1.0) * power;
                zero = false;
            }
        }
    }
    if !ends_well(tokens) {
        return None;
    }
    Some(round(total + section + short(tokens, tokens.len(), pending, zero)))
}

/// What a last number counts: in 两万五 and 一百二 the next smaller power is left out.
fn short(tokens: &[Token], end: usize, last: Option<f64>, zero: bool) -> f64 {
    let Some(value) = last else { return 0.0 };
    match end.checked_sub(2).map(|at| tokens[at]) {
        Some(Token::Power(power)) if power >= 100.0 && !zero && value < 10.0 => {
            value * power / 10.0
        }
        _ => value,
    }
}

/// 3万4000 goes on with as many digits as 万 has; 3万400 can't be told.
fn ends_well(tokens: &[Token]) -> bool {
    match tokens {
        [.., Token::Power(power), Token::Number(value, digits)] if *power > 1.0 => {
            let width = i32::try_from(*digits).unwrap_or(i32::MAX);
            *digits == 1 && *value < 10.0 || (10f64.powi(width) - *power).abs() < 0.5
        }
        _ => true,
    }
}

/// Takes away the rounding error of multiplying decimals: `1.52亿` is 152,000,000 exactly.
pub(super) fn round(value: f64) -> f64 {
    let rounded = value.round();
    if (value - rounded).abs() < 1e-9 * value.abs().max(1.0) && value.abs() >= 1.0 {
        rounded
    } else {
        (value * 1e9).round() / 1e9
    }
}
