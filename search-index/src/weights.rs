//! Every weight of the search, in one place. Nothing else in the engine holds a number that decides
//! which hit comes first or how a query is understood.
//!
//! How the values were found stands in `docs/decisions/0005-search-ranking.md`. `cargo xtask
//! evaluate` prints what a change does. A factor without a unit multiplies a score; the score of one
//! rare word in one place of a provision of mean length is about 5.

/// All weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// How Chinese is cut into words.
    pub segmentation: Segmentation,
    /// What a match counts by the way in which it was found.
    pub matches: Matches,
    /// How much of a query a part of it is.
    pub clauses: Clauses,
    /// How units are ordered.
    pub ranking: Ranking,
    /// What is listed, and what is called an answer.
    pub listing: Listing,
}

/// How Chinese is cut: the cut with the highest sum is taken. Each value is the worth of one
/// segment; what a stretch that the texts have is worth follows from its length alone, see
/// [`crate::lexicon::segmentation::known_worth`].
#[derive(Clone, Debug, PartialEq)]
pub struct Segmentation {
    /// 0 to 1. Higher: single characters that the texts have are left over more often.
    pub single: f32,
    /// 0 to `single`. The same for characters that no text has.
    pub unknown_single: f32,
    /// 0 to 1. Higher: any word of asking wins more easily.
    pub filler: f32,
    /// 1 to 2, for each of its characters. Higher: longer words of asking win more easily.
    pub filler_character: f32,
    /// 0 to 1, over a stretch of the texts. Higher: the thesaurus wins more easily.
    pub synonym: f32,
    /// 0 to 2, for each character in the gap of a synonym. Higher: wider gaps are taken.
    pub gap_character: f32,
    /// 0 to 5. Higher: fewer typing errors in two or three characters are assumed.
    pub short_homophone_doubt: f32,
    /// 0 to 5. The same for longer stretches.
    pub long_homophone_doubt: f32,
    /// 0 to 5. The same where the characters do not even sound alike.
    pub other_error_doubt: f32,
}

impl Default for Segmentation {
    fn default() -> Self {
        Self {
            single: 0.8,
            unknown_single: 0.2,
            filler: 0.1,
            filler_character: 1.45,
            synonym: 0.3,
            gap_character: 1.3,
            short_homophone_doubt: 0.9,
            long_homophone_doubt: 1.6,
            other_error_doubt: 3.4,
        }
    }
}

/// What a match counts by the way in which it was found, against 1 for the words as typed. Higher:
/// hits of that kind come earlier among those that fit as well.
#[derive(Clone, Debug, PartialEq)]
pub struct Matches {
    /// 0 to 1: Traditional characters.
    pub traditional: f32,
    /// 0 to 1: pinyin, written out.
    pub pinyin: f32,
    /// 0 to 1: initials of pinyin, by the rank of the reading.
    pub initials: [f32; 4],
    /// 0 to 1: a related word of the thesaurus.
    pub synonym: f32,
    /// 0 to 1: a typing error in Chinese.
    pub chinese_correction: f32,
    /// 0 to 1: a typing error in English.
    pub english_correction: f32,
    /// 0 to 1: a plain-language line of the topics; also what one place in it counts against one in
    /// the text.
    pub plain_language: f32,
    /// 0 to 1: the same amount in another unit, or the same number of something else.
    pub near_amount: f32,
    /// 0 to 1: a day without its year.
    pub day_without_year: f32,
    /// 1 to 4: the unit with the number that was asked for.
    pub numbered: f32,
    /// 0 to 1: the digits of such a number in the text.
    pub number_in_text: f32,
    /// 0 to 1: what punctuation cuts in two, read as one word of pinyin.
    pub separated_reading: f32,
    /// 0 to 5, in logarithms: how much likelier a term of the editors is than a chance reading.
    pub known_term: f32,
    /// 0 to 5, in logarithms: a reading that is less likely by this is left out.
    pub reading_range: f32,
}

impl Default for Matches {
    fn default() -> Self {
        Self {
            traditional: 0.98,
            pinyin: 0.95,
            initials: [0.9, 0.7, 0.6, 0.5],
            synonym: 0.75,
            chinese_correction: 0.7,
            english_correction: 0.75,
            plain_language: 0.7,
            near_amount: 0.6,
            day_without_year: 0.8,
            numbered: 2.0,
            number_in_text: 0.9,
            separated_reading: 0.1,
            known_term: 2.0,
            reading_range: 2.5,
        }
    }
}

/// How much of a query a part of it is, in Chinese characters. A clause under 1 may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Clauses {
    /// 0 to 1: one Chinese character that was left over.
    pub single: f32,
    /// 1 to 3: an English word.
    pub english_word: f32,
    /// 0 to 1: an everyday English word that names no subject.
    pub english_common: f32,
    /// 1 to 5: a quantity or a date.
    pub quantity: f32,
    /// 1 to 5: the number of a unit.
    pub numbered: f32,
}

impl Default for Clauses {
    fn default() -> Self {
        Self { single: 0.5, english_word: 1.5, english_common: 0.5, quantity: 3.0, numbered: 4.0 }
    }
}

/// How units are ordered.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// BM25's `k1`, 0 to 3. Higher: more places of a term count for more.
    pub saturation: f32,
    /// BM25's `b`, 0 to 1. Higher: long units lose against short ones.
    pub length: f32,
    /// 0 to 5: how much more a place in the heading counts than one in the text.
    pub heading: f32,
    /// 0 to 2: how much a place in a heading above (of a part, of the document) counts.
    pub context: f32,
    /// 0 to 2: a pair of neighbouring characters.
    pub pair: f32,
    /// 0 to 1: a single character.
    pub single: f32,
    /// 0 to 2: two English words close to each other.
    pub english_pair: f32,
    /// 0 to 1: one English word of a phrase, the name of a month.
    pub english_single: f32,
    /// 0 to 2: a clause against a pair of characters.
    pub clause: f32,
    /// 0 to 2: the same for a segment of a longer question, whose pairs say most of it already.
    pub segment: f32,
    /// 0 to 1: how much what the document has to say counts for each of its provisions.
    pub document: f32,
    /// 0 to 1: the same for a division.
    pub division: f32,
    /// 1 to 10: the mean of this many best provisions stands for a document or division.
    pub companions: usize,
    /// 0 to 1, by the force of the text in law, as [`corpus::Force`] lists them: unstated,
    /// constitution, law, regulation, judicial, rule, local.
    pub force: [f32; 7],
    /// 0 to 1: a text that is out of force is a poorer answer than one that says the same and is in
    /// force.
    pub expired: f32,
    /// 0 to 2: what a text gains at most by being named in others of the library.
    pub cited: f32,
    /// 1 to 100: so many others that name it give it half of that.
    pub cited_half: f32,
    /// 0 to 1: a unit that has less than this share of what was asked only comes near.
    pub enough: f32,
    /// 0 to 1: a heading is a poorer answer than a provision that says the same.
    pub heading_unit: f32,
    /// 0 to 1: a unit that has a part is a poorer answer than one that has all.
    pub partial: f32,
    /// 0 to 2: terms that stand close together, against the score so far.
    pub closeness: f32,
    /// 10 to 1000: closeness is looked at for this many units.
    pub closest: usize,
    /// 5 to 100: how many characters "close" is.
    pub window: u32,
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            saturation: 1.2,
            length: 0.7,
            heading: 1.0,
            context: 0.8,
            pair: 1.0,
            single: 0.6,
            english_pair: 1.2,
            english_single: 0.6,
            clause: 1.0,
            segment: 0.25,
            document: 0.5,
            division: 0.3,
            companions: 5,
            force: [1.0, 1.0, 1.0, 0.7, 0.7, 0.7, 0.5],
            expired: 0.5,
            cited: 0.5,
            cited_half: 10.0,
            enough: 0.7,
            heading_unit: 0.4,
            partial: 0.7,
            closeness: 0.5,
            closest: 100,
            window: 40,
        }
    }
}

/// What is listed, and what is called an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// 0 to 1: hits that only come near must have this share of the best one's score.
    pub near: f32,
    /// 0 to 1: the same beside an answer.
    pub near_answer: f32,
    /// 10 to 1000: at most this many of them are listed.
    pub most_near: usize,
    /// 0 to 1: below this share of the query, the best hit is no answer.
    pub answer: f32,
    /// 0 to 1: how much of a missing word one character is that was left over alone and that the
    /// hit has not.
    pub lone_character: f32,
    /// 0 to 1: how much of a missing word one is that the texts have, but the hit has not.
    pub elsewhere: f32,
    /// 0 to 1: a hit that may state what is asked has this share of the best one's score.
    pub stating: f32,
    /// 0 to 1: how much of a query a word is that tells what is asked of its subject (补贴, price).
    pub attribute: f32,
}

impl Default for Listing {
    fn default() -> Self {
        Self {
            near: 0.15,
            near_answer: 0.18,
            most_near: 100,
            answer: 0.5,
            lone_character: 0.6,
            elsewhere: 0.5,
            stating: 0.5,
            attribute: 0.3,
        }
    }
}
