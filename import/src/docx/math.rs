//! Formulas (`m:oMath`) on one line: powers and indices raised and lowered, fractions with `/`.

use crate::script::Script;
use crate::xml::{Element, Node};

/// The formula as text.
pub fn linear(element: &Element) -> String {
    let mut out = String::new();
    add(element, &mut out);
    out
}

fn add(element: &Element, out: &mut String) {
    let part = |name: &str| element.child(name).map(linear).unwrap_or_default();
    match &*element.name {
        "t" => out.push_str(&element.text()),
        "sSup" => *out += &(part("e") + &moved(Script::Raised, &part("sup"))),
        "sSub" => *out += &(part("e") + &moved(Script::Lowered, &part("sub"))),
        "sSubSup" => {
            *out += &part("e");
            *out += &moved(Script::Lowered, &part("sub"));
            *out += &moved(Script::Raised, &part("sup"));
        }
        "f" => *out += &(grouped(&part("num")) + "/" + &grouped(&part("den"))),
        "rad" => *out += &(moved(Script::Raised, &part("deg")) + "√" + &grouped(&part("e"))),
        "d" => delimited(element, out),
        "nary" => {
            let properties = element.child("naryPr");
            *out += properties.and_then(|properties| properties.value("chr")).unwrap_or("∫");
            *out += &moved(Script::Lowered, &part("sub"));
            *out += &moved(Script::Raised, &part("sup"));
            *out += &part("e");
        }
        name if name.ends_with("Pr") => {}
        _ => {
            for child in &element.children {
                if let Node::Element(child) = child {
                    add(child, out);
                }
            }
        }
    }
}

fn delimited(element: &Element, out: &mut String) {
    let properties = element.child("dPr");
    let sign = |name: &str, usual: &str| {
        let given = properties.and_then(|properties| properties.value(name));
        given.unwrap_or(usual).to_owned()
    };
    let inner: Vec<String> =
        element.elements().filter(|child| &*child.name == "e").map(linear).collect();
    let parts = inner.join(&sign("sepChr", "|"));
    *out += &(sign("begChr", "(") + &parts + &sign("endChr", ")"));
}

fn moved(script: Script, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let sign = if script == Script::Raised { '^' } else { '_' };
    script.write(text).unwrap_or_else(|| format!("{sign}{}", grouped(text)))
}

/// In brackets unless it is one number or word.
fn grouped(text: &str) -> String {
    if text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '%')) {
        text.to_owned()
    } else {
        format!("({text})")
    }
}
