//! `sbom.cdx.json`: the bill of materials in `CycloneDX` 1.6. Without serial number and time, which
//! the format allows, so that the same sources give the same bytes.

use serde_json::{Value, json};

use super::shipped::{Component, WORKSPACE_PROGRAMS};

/// The bill of materials of this version of the site's programs.
///
/// # Errors
/// Never in practice: the values are all strings.
pub fn bill_of_materials(components: &[Component], version: &str) -> serde_json::Result<String> {
    let root = format!("policy-explorer@{version}");
    let roots: Vec<String> = components
        .iter()
        .filter(|c| c.own && WORKSPACE_PROGRAMS.iter().any(|(program, _)| *program == c.name))
        .map(|component| reference(&component.id()))
        .collect();
    let mut dependencies = vec![json!({ "ref": root, "dependsOn": roots })];
    dependencies.extend(components.iter().map(|component| {
        let needs: Vec<String> = component.needs.iter().map(|id| reference(id)).collect();
        json!({ "ref": reference(&component.id()), "dependsOn": needs })
    }));
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "policy-explorer",
                "version": version,
            },
        },
        "components": components.iter().map(entry).collect::<Vec<Value>>(),
        "dependencies": dependencies,
    });
    serde_json::to_string_pretty(&bill).map(|json| json + "\n")
}

fn reference(id: &str) -> String {
    format!("component:{id}")
}

fn entry(component: &Component) -> Value {
    let mut entry = json!({
        "type": "library",
        "bom-ref": reference(&component.id()),
        "name": component.name,
        "version": component.version,
        "scope": "required",
    });
    if !component.purl.is_empty() {
        entry["purl"] = json!(component.purl);
    }
    if !component.licence.is_empty() {
        entry["licenses"] = json!([{ "expression": component.licence }]);
    }
    if !component.checksum.is_empty() {
        entry["hashes"] = json!([{ "alg": "SHA-256", "content": component.checksum }]);
    }
    if component.repository.starts_with("https://") {
        entry["externalReferences"] = json!([{ "type": "vcs", "url": component.repository }]);
    }
    entry
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_bill_is_as_reviewed() {
        let component = |name: &str, own: bool, needs: &[&str]| Component {
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT OR Apache-2.0".into(),
            repository: if own { String::new() } else { format!("https://example.org/{name}") },
            authors: Vec::new(),
            purl: if own { String::new() } else { format!("pkg:cargo/{name}@1.0.0") },
            checksum: if own { String::new() } else { "ab".repeat(32) },
            own,
            texts: Vec::new(),
            needs: needs.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>(),
        };
        let components = [component("app", true, &["serde@1.0.0"]), component("serde", false, &[])];
        insta::assert_snapshot!(bill_of_materials(&components, "0.1.0").expect("a bill"));
    }
}
