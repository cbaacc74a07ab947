//! The licences of what is shipped, and the texts that they ask to be passed on.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::shipped::Component;

/// One line per third-party component, for a list on a page: name, version, licence, repository.
pub fn listed(components: &[Component]) -> Vec<[String; 4]> {
    components
        .iter()
        .filter(|component| !component.own)
        .map(|c| [c.name.clone(), c.version.clone(), c.licence.clone(), c.repository.clone()])
        .collect()
}

/// `licences.txt`: the list, and then every licence text once, with those that it covers.
pub fn third_party(components: &[Component]) -> String {
    let mut out = String::from(
        "Third-party software in the programs of this site\n本站程序所含的第三方软件\n\n",
    );
    for [name, version, licence, repository] in listed(components) {
        let licence = if licence.is_empty() { "see the text below".to_owned() } else { licence };
        let _ = write!(out, "{name} {version} · {licence}");
        if !repository.is_empty() {
            let _ = write!(out, " · {repository}");
        }
        out.push('\n');
    }
    let mut texts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for component in components.iter().filter(|component| !component.own) {
        for (_, text) in &component.texts {
            let covered = texts.entry(text).or_default();
            let name = format!("{} {}", component.name, component.version);
            if covered.last() != Some(&name) {
                covered.push(name);
            }
        }
    }
    let mut texts: Vec<(Vec<String>, &str)> =
        texts.into_iter().map(|(text, covered)| (covered, text)).collect();
    texts.sort();
    for (covered, text) in texts {
        let _ = write!(out, "\n{}\n{}\n\n{text}\n", "=".repeat(72), covered.join(", "));
    }
    out.push_str(&without_text(components));
    out
}

/// Packages that state the MIT licence and bring no text of it: they are named with their authors
/// above the licence's standard text.
fn without_text(components: &[Component]) -> String {
    let bare: Vec<String> = components
        .iter()
        .filter(|c| !c.own && c.texts.is_empty())
        .map(|c| {
            let authors = if c.authors.is_empty() {
                String::new()
            } else {
                format!(" · {}", c.authors.join(", "))
            };
            format!("{} {} · {}{authors}\n", c.name, c.version, c.licence)
        })
        .collect();
    if bare.is_empty() {
        return String::new();
    }
    format!(
        "\n{}\nPackages that bring no licence file; what they state is this, and where it is MIT, the \
         text below applies.\n\n{}\n{MIT}",
        "=".repeat(72),
        bare.concat()
    )
}

const MIT: &str = include_str!("mit.txt");

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn component(name: &str, own: bool, text: &str) -> Component {
        Component {
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            repository: String::new(),
            authors: vec!["A. Uthor".into()],
            purl: String::new(),
            checksum: String::new(),
            own,
            texts: if text.is_empty() { Vec::new() } else { vec![("LICENSE".into(), text.into())] },
            needs: BTreeSet::new(),
        }
    }

    #[test]
    fn equal_texts_stand_once_and_our_own_crates_are_not_third_parties() {
        let components = [
            component("app", true, "x"),
            component("b", false, "MIT text"),
            component("c", false, "MIT text"),
        ];
        let text = third_party(&components);
        assert_eq!(text.matches("MIT text").count(), 1);
        assert!(text.contains("b 1.0.0, c 1.0.0"));
        assert!(!text.contains("app 1.0.0"));
        assert_eq!(listed(&components).len(), 2);
    }

    #[test]
    fn a_package_without_a_text_is_named_with_its_authors() {
        let text = third_party(&[component("d", false, "")]);
        assert!(text.contains("d 1.0.0 · MIT · A. Uthor\n"), "{text}");
        assert!(text.contains("Permission is hereby granted"));
    }
}
