//! What is wrong with single values, in words: dates and addresses.

use corpus::text::web_address;

/// A date that does not exist, and the form in which it is written.
pub(super) fn no_date(field: &str, value: &str, form: &str) -> String {
    format!(
        "{field} “{value}” is no date that exists; write it as {form}; until then it is left out"
    )
}

/// What is wrong with an address that can be no link.
pub(super) fn dropped(field: &str, address: &str) -> Option<String> {
    let refused = !address.is_empty() && web_address(address).is_none();
    refused.then(|| {
        format!(
            "{field} “{address}” can't be linked; write an address that begins with https://, \
             http://, mailto: or tel:; until then there is no link"
        )
    })
}

/// What is wrong with `portal.report_error`: it stands on every page, so that a relative address
/// would lead to another place from each; bare mail addresses and numbers are what people write.
pub(super) fn unlinked(address: &str) -> Option<String> {
    let whole = ["https://", "http://", "mailto:", "tel:"];
    if address.is_empty() || whole.iter().any(|scheme| address.starts_with(scheme)) {
        return None;
    }
    let number = |c: char| c.is_ascii_digit() || "+- ".contains(c);
    let meant = if address.contains('@') && !address.contains([':', '/', ' ']) {
        format!("mailto:{address}")
    } else if address.chars().all(number) {
        format!("tel:{}", address.replace(' ', ""))
    } else {
        "https://…, mailto:… or tel:…".to_owned()
    };
    Some(format!(
        "report_error “{address}” is no whole address; write {meant}; until then there is no link"
    ))
}
