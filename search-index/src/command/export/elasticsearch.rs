//! Elasticsearch (8 and later) and OpenSearch: the body that makes the index (`PUT /NAME`), and the
//! lines of bulk requests (`POST /NAME/_bulk`).
//!
//! <https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-indices-create>,
//! <https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk>.

use serde_json::{Value, json};

use super::units::Unit;

/// Settings and mapping. Chinese is searched by pairs of characters and by single ones, as on the
/// site; a field that is not named here is refused.
pub(super) fn index() -> Value {
    let chinese = json!({
        "type": "text",
        "analyzer": "han_pairs",
        "fields": { "characters": { "type": "text", "analyzer": "han_characters" } },
    });
    let english = json!({ "type": "text", "analyzer": "english" });
    let exact = json!({ "type": "keyword" });
    json!({
        "settings": {
            "analysis": {
                "analyzer": {
                    "han_pairs": {
                        "type": "custom",
                        "tokenizer": "standard",
                        "filter": ["cjk_width", "lowercase", "cjk_bigram"],
                    },
                    "han_characters": {
                        "type": "custom",
                        "tokenizer": "standard",
                        "filter": ["cjk_width", "lowercase"],
                    },
                },
            },
        },
        "mappings": {
            "dynamic": "strict",
            "properties": {
                "id": exact,
                "document": exact,
                "position": { "type": "integer" },
                "title": chinese,
                "title_en": english,
                "kind": exact,
                "force": exact,
                "validity": exact,
                "issued": { "type": "date", "format": "strict_date" },
                "issuers": exact,
                "subject": exact,
                "label": exact,
                "within": chinese,
                "text": chinese,
                "text_en": english,
                "sentences": { "type": "object", "enabled": false },
            },
        },
    })
}

/// The line before a document: it takes the place of an older one with the same address.
pub(super) fn action(unit: &Unit<'_>) -> Value {
    json!({ "index": { "_id": unit.id } })
}
