//! Whether a translation uses the terms of the glossary.

use super::{Translation, place::Places};
use crate::bilingual;
use crate::glossary::Term;
use crate::locale::Bilingual;
use crate::model::Document;
use crate::problem::{Problem, ProblemKind, Severity};
use crate::quantities::is_numeric;
use crate::text::typewritten;

/// Reports every sentence whose Chinese has a term of the glossary and whose translation has none
/// of that term's forms in its language. Letter case, the shape of quotation marks and dashes don't matter. Where a
/// longer term covers a shorter one (盟市, 盟), only the longer one counts; magnitudes within a
/// number (350亿) are left to the check of figures.
pub fn check_terms(
    document: &Document,
    translation: &Translation,
    terms: &[Term],
    file: &str,
) -> Vec<Problem> {
    let mut forms: Vec<(&str, &Term)> = terms
        .iter()
        .flat_map(|term| term.zh.iter().map(move |form| (form.as_str(), term)))
        .collect();
    // A term without a form in the language yet asks nothing of the translation.
    let locale = &translation.locale;
    forms.retain(|(form, term)| !form.is_empty() && !term.forms(locale).is_empty());
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let mut problems = Vec::new();
    let mut places = Places::new(file);
    for ((unit, sentence), english) in document.sentences().zip(&translation.sentences) {
        let position = places.of(&sentence.text);
        if english.is_empty() {
            continue;
        }
        let english = typewritten(english).to_lowercase();
        for (form, term) in used(&sentence.text, &forms) {
            let known = term.forms(locale);
            if known.iter().any(|known| english.contains(&typewritten(known).to_lowercase())) {
                continue;
            }
            let known = Bilingual { zh: known.join("”或“"), en: known.join("” or “") };
            let message = bilingual!(
                "词语解释把“{form}”译作“{known}”；请用其中一种译法，或者把这里的译法加进词语解释",
                "“{form}” is in the glossary as “{known}”; use one of its forms in that language \
                 or add the one used here to the glossary"; known
            );
            let at = format_args!("{}/{unit}#s{}", document.id, sentence.number);
            let message = message.after(at);
            let kind = ProblemKind::TranslationTerm;
            problems.push(Problem::new(kind, Severity::Warning, position, message));
        }
    }
    problems
}

/// The terms that a sentence uses, each once; longer forms claim their characters first.
fn used<'t>(text: &str, forms: &[(&'t str, &'t Term)]) -> Vec<(&'t str, &'t Term)> {
    let mut taken = vec![false; text.len()];
    let mut found: Vec<(&str, &Term)> = Vec::new();
    for (form, term) in forms {
        for (start, _) in text.match_indices(form) {
            let range = start..start + form.len();
            if taken[range.clone()].contains(&true) || inside_number(text, start) {
                continue;
            }
            taken[range].fill(true);
            if !found.iter().any(|(_, other)| other.id == term.id) {
                found.push((form, term));
            }
        }
    }
    found
}

/// Whether the form goes on with a number, as 亿 in 350亿: figures are checked by their values.
fn inside_number(text: &str, start: usize) -> bool {
    let numeric = |c: Option<char>| c.is_some_and(is_numeric);
    numeric(text[..start].chars().next_back()) && numeric(text[start..].chars().next())
}
