//! What is wrong with single values, in words: dates and addresses.

use corpus::text::web_address;
use corpus::{Bilingual, bilingual};

/// A date that does not exist, and the form in which it is written.
pub(super) fn no_date(field: &str, value: &str, form: &str) -> Bilingual {
    bilingual!(
        "{field}“{value}”不是这种写法的日期，或者没有这一天；请写成 {form} 的形式；在此之前不显示",
        "{field} “{value}” is not a real date, or not written so; write it as {form}; until then it \
         is left out"
    )
}

/// What is wrong with an address that can be no link.
pub(super) fn dropped(field: &str, address: &str) -> Option<Bilingual> {
    let refused = !address.is_empty() && web_address(address).is_none();
    refused.then(|| {
        bilingual!(
            "{field}“{address}”不能作链接；请写以 https://、http://、mailto: 或 tel: 开头的地址；\
             在此之前没有链接",
            "{field} “{address}” can't be linked; write an address that begins with https://, \
             http://, mailto: or tel:; until then there is no link"
        )
    })
}

/// What is wrong with `portal.report_error`: it stands on every page, so that a relative address
/// would lead to another place from each; bare mail addresses and numbers are what people write.
pub(super) fn unlinked(address: &str) -> Option<Bilingual> {
    let whole = ["https://", "http://", "mailto:", "tel:"];
    if address.is_empty() || whole.iter().any(|scheme| address.starts_with(scheme)) {
        return None;
    }
    let number = |c: char| c.is_ascii_digit() || "+- ".contains(c);
    let meant = if address.contains('@') && !address.contains([':', '/', ' ']) {
        Bilingual::same(format!("mailto:{address}"))
    } else if address.chars().all(number) {
        Bilingual::same(format!("tel:{}", address.replace(' ', "")))
    } else {
        bilingual!("https://…、mailto:… 或 tel:…", "https://…, mailto:… or tel:…")
    };
    Some(bilingual!(
        "report_error“{address}”不是完整的地址；请写 {meant}；在此之前没有链接",
        "report_error “{address}” is not a complete address; write {meant}; until then there is no \
         link";
        meant
    ))
}
