//! Numerals: `1000万`, `1,571`, `一万五千亿`, `两万五`, `三四十`, `数百万`, `3万4000`, `三点五亿`.
//!
//! A numeral is a row of tokens: numbers in digits, Chinese digits and powers of ten. Values follow
//! the grammar of 十百千 within sections of 万 and 亿. What can be read in more than one way
//! (`840 2`, `3. 5`, `12·5`) is a numeral that is not `clear`: it is no figure, but is reported.

use std::ops::Range;

use super::digits::{self, Atom};
use super::units;
use super::values::{Token, round, values};
use crate::chars::Chars;

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// `1000万`
    Arabic,
    /// `二十二`
    Chinese,
    /// `百万`, `万`: powers of ten alone.
    Power,
}

/// How far a numeral commits itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// The value itself.
    None,
    /// 多, 余: a little more.
    More,
    /// 数, 几: some, of this size.
    Several,
    /// 上: so much or more.
    AtLeast,
    /// 近, 来: about so much.
    Near,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Where it stands, in characters.
    pub range: Range<usize>,
    /// Its value; the lower one of `三四十`.
    pub value: f64,
    /// The higher one of `三四十`.
    pub upper: Option<f64>,
    /// How it is written.
    pub script: Script,
    /// How far it commits itself.
    pub hedge: Hedge,
    /// Whether it can be read in one way only.
    pub clear: bool,
}

impl Numeral {
    /// The value where it is a whole number that is small enough for dates and the like.
    pub fn small(&self) -> Option<u32> {
        let whole = self.clear && self.upper.is_none() && self.value.fract() == 0.0;
        let fits = whole && (0.0..1e9).contains(&self.value);
        #[expect(clippy::cast_sign_loss, reason = "not negative by the line above")]
        fits.then_some(self.value as u32)
    }
}

/// The value of a Chinese digit.
pub(super) fn digit(c: char) -> Option<f64> {
    let c = match c {
        '两' => '二',
        '〇' => '零',
        _ => c,
    };
    let value = "零一二三四五六七八九".chars().position(|d| d == c)?;
    Some(value as f64)
}

/// The value of a Chinese power of ten.
pub(super) fn power(c: char) -> Option<f64> {
    Some(match c {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

fn tens(c: char) -> Option<f64> {
    Some(match c {
        '廿' => 20.0,
        '卅' => 30.0,
        _ => return None,
    })
}

/// Whether the character may be part of a number.
pub fn is_numeric(c: char) -> bool {
    c.is_ascii_digit()
        || ('０'..='９').contains(&c)
        || digit(c).is_some()
        || power(c).is_some()
        || tens(c).is_some()
}

/// Words that end in 数 count something: 人数百余 is no “some hundreds of”.
const NOUNS_WITH_NUMBER: &str = "人户件次总个多少指倍函基系常岁天字位代度分头额";

/// Words that end in 上: 以上百, 网上百.
const WORDS_WITH_UP: &str = "以网线路马晚早街岸海陆船车地身手会如之";

/// Reads the numeral that begins at this index, as long as it goes.
pub fn numeral(text: &Chars, at: usize) -> Option<Numeral> {
    let before = at.checked_sub(1).and_then(|i| text.get(i)).unwrap_or(' ');
    let powered = |at: usize| text.get(at).and_then(power).is_some() && !is_share(text, at);
    let (start, hedge) = match text.get(at)? {
        '数' if powered(at + 1)
            && (!NOUNS_WITH_NUMBER.contains(before) || counts_noun(text, at, before)) =>
        {
            (at + 1, Hedge::Several)
        }
        '上' if powered(at + 1) && !WORDS_WITH_UP.contains(before) => (at + 1, Hedge::AtLeast),
        '近' if powered(at + 1) && !"最附临邻亲就将靠远".contains(before) => {
            (at + 1, Hedge::Near)
        }
        _ => (at, Hedge::None),
    };
    let mut row = Row { text, end: start, tokens: Vec::new(), hedge, clear: true };
    row.read();
    let (tokens, end) = (row.tokens, row.end);
    if tokens.is_empty() {
        return None;
    }
    let script = script(&tokens);
    let (value, upper) = if row.clear { values(&tokens)? } else { (0.0, None) };
    let range = at..end;
    Some(Numeral { range, value, upper, script, hedge: row.hedge, clear: row.clear })
}

/// 农户数十万户: the noun before 数 is the unit as well, so that these may be some hundred thousand,
/// or a number of a hundred thousand; about so many is true of both.
fn counts_noun(text: &Chars, at: usize, noun: char) -> bool {
    let powers = text.all()[at + 1..].iter().take_while(|c| power(**c).is_some()).count();
    text.get(at + 1 + powers) == Some(noun)
}

/// 百分之, 千分之, 万分之 are no powers; in 十分之一 a tenth is counted.
pub(super) fn is_share(text: &Chars, at: usize) -> bool {
    text.get(at) != Some('十') && (text.has(at + 1, "分之") || text.has(at + 1, "分点"))
}

fn script(tokens: &[Token]) -> Script {
    let powers = tokens.iter().all(|token| matches!(token, Token::Power(_)));
    match tokens[0] {
        Token::Number(..) => Script::Arabic,
        _ if powers && tokens != [Token::Power(10.0)] => Script::Power,
        _ => Script::Chinese,
    }
}

struct Row<'a> {
    text: &'a Chars,
    end: usize,
    tokens: Vec<Token>,
    hedge: Hedge,
    clear: bool,
}

impl Row<'_> {
    fn read(&mut self) {
        while self.clear && self.token() {}
        if self.tokens.is_empty() || !self.clear {
            return;
        }
        self.decimals();
    }

    /// Takes the next token; `false` where there is none.
    fn token(&mut self) -> bool {
        let Some(c) = self.text.get(self.end) else { return false };
        let last = self.tokens.last().copied();
        // 3亿零500万
        let zero = self.tokens.len() > 1 && last == Some(Token::Digit(0.0));
        let after_power = zero || matches!(last, Some(Token::Power(_)) | None);
        if c.is_ascii_digit() {
            return after_power && self.number();
        }
        let spaced = self.text.gap(self.end) && last.is_some();
        if c == '十' && self.tokens == [Token::Power(100.0)] {
            // 百十个: about a hundred.
            self.hedge = Hedge::Near;
            self.end += 1;
            return true;
        }
        if let Some(value) = power(c) {
            let begins_unit = last.is_some()
                && !self.goes_on_below()
                && units::begins_longer_unit(self.text, self.end);
            return !begins_unit
                && !is_share(self.text, self.end)
                && self.push(Token::Power(value));
        }
        if let Some(value) = digit(c) {
            let fits = !spaced && !matches!(last, Some(Token::Number(..)));
            return fits && self.push(Token::Digit(value));
        }
        if let Some(value) = tens(c) {
            return last.is_none() && self.push(Token::Tens(value));
        }
        self.hedged(c)
    }

    fn push(&mut self, token: Token) -> bool {
        self.tokens.push(token);
        self.end += 1;
        true
    }

    /// 1万2千米: behind 万 and one digit 千 counts thousands of metres, and no kilometres.
    fn goes_on_below(&self) -> bool {
        let digit = |token: &Token| match token {
            Token::Digit(value) => *value > 0.0,
            Token::Number(value, digits) => *digits == 1 && *value > 0.0,
            _ => false,
        };
        let behind = matches!(self.tokens.as_slice(),
            [.., Token::Power(before), last] if *before > 1e3 && digit(last));
        behind && self.text.has(self.end, "千")
    }

    fn number(&mut self) -> bool {
        let Atom { value, end, digits, clear } = digits::atom(self.text, self.end);
        // 3万 4000元 may be two cells of a table.
        self.clear = clear && (self.tokens.is_empty() || !self.text.gap(self.end));
        self.tokens.push(Token::Number(value, digits));
        self.end = end;
        true
    }

    /// 多, 余 and 来 inside or behind, 几 for a digit.
    fn hedged(&mut self, c: char) -> bool {
        let next = self.text.get(self.end + 1);
        let powered = next.and_then(power).is_some() && !is_share(self.text, self.end + 1);
        match c {
            '多' | '余' if !self.tokens.is_empty() && self.hedge == Hedge::None => {
                let counted = powered || units::unit_at(self.text, self.end + 1).is_some();
                if counted {
                    self.hedge = Hedge::More;
                    self.end += 1;
                }
                counted
            }
            '来' if matches!(self.tokens.last(), Some(Token::Power(power)) if *power > 1.0)
                && (powered || units::unit_at(self.text, self.end + 1).is_some()) =>
            {
                self.hedge = Hedge::Near;
                self.end += 1;
                true
            }
            '几' if powered && self.may_count() => {
                self.hedge = Hedge::Several;
                self.push(Token::Digit(1.0))
            }
            '几' if matches!(self.tokens.last(), Some(Token::Power(_) | Token::Tens(_))) => {
                self.hedge = Hedge::Several;
                self.end += 1;
                true
            }
            _ => false,
        }
    }

    /// Whether 几 here stands for a digit before a power (几十), not behind one (十几万).
    fn may_count(&self) -> bool {
        let smaller = |power: f64| {
            self.text.get(self.end + 1).and_then(self::power).is_some_and(|next| next < power)
        };
        match self.tokens.last() {
            None => true,
            Some(Token::Power(power)) => smaller(*power),
            Some(_) => false,
        }
    }

    /// 三点五, 零点零五亿.
    fn decimals(&mut self) {
        let chinese = !matches!(self.tokens[0], Token::Number(..));
        if !chinese || self.text.get(self.end) != Some('点') {
            return;
        }
        let tail: Vec<f64> =
            self.text.all()[self.end + 1..].iter().map_while(|c| digit(*c)).collect();
        let Some((whole, None)) = values(&self.tokens).filter(|_| !tail.is_empty()) else { return };
        let mut place = 1.0;
        let fraction: f64 = tail
            .iter()
            .map(|digit| {
                place /= 10.0;
                digit * place
            })
            .sum();
        self.tokens = vec![Token::Number(round(whole + fraction), 0)];
        self.end += 1 + tail.len();
        while self.text.get(self.end).and_then(power).is_some() && self.token() {}
        if self.tokens.len() == 1 {
            // Keeps the script of the words.
            let Token::Number(value, _) = self.tokens[0] else { return };
            self.tokens = vec![Token::Digit(value)];
        } else {
            self.tokens.insert(0, Token::Power(1.0));
        }
    }
}
