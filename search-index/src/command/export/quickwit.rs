//! Quickwit (0.8 and later): the configuration of the index (`quickwit index create`), whose
//! documents are one a line (`quickwit index ingest`).
//!
//! <https://quickwit.io/docs/configuration/index-config>.

use serde_json::{Value, json};

/// The configuration. Chinese is searched by single characters, whose order phrases keep; a field
/// that is not named here is refused.
pub(super) fn index() -> Value {
    let text = |name: &str, tokenizer: &str| {
        json!({
            "name": name,
            "type": "text",
            "tokenizer": tokenizer,
            "record": "position",
            "fieldnorms": true,
            "stored": true,
        })
    };
    let exact =
        |name: &str| json!({ "name": name, "type": "text", "tokenizer": "raw", "fast": true });
    let several = |name: &str, tokenizer: &str| {
        let mut field = text(name, tokenizer);
        field["type"] = json!("array<text>");
        field
    };
    let exact_several = |name: &str| {
        let mut field = exact(name);
        field["type"] = json!("array<text>");
        field
    };
    json!({
        "version": "0.8",
        "index_id": "policy-explorer",
        "doc_mapping": {
            "mode": "strict",
            "field_mappings": [
                exact("id"),
                exact("document"),
                { "name": "position", "type": "u64", "fast": true },
                text("title", "chinese_compatible"),
                text("title_en", "en_stem"),
                exact("kind"),
                exact("force"),
                exact("validity"),
                {
                    "name": "issued",
                    "type": "datetime",
                    "input_formats": ["%Y-%m-%d"],
                    "output_format": "%Y-%m-%d",
                    "fast": true,
                },
                exact_several("issuers"),
                exact("subject"),
                exact("label"),
                several("within", "chinese_compatible"),
                text("text", "chinese_compatible"),
                text("text_en", "en_stem"),
                { "name": "sentences", "type": "array<json>", "indexed": false, "stored": true },
            ],
        },
        "search_settings": {
            "default_search_fields": ["title", "within", "text", "title_en", "text_en"],
        },
    })
}
