//! `probe.html`: tells a portal's staff what their host makes of the site's files.

use anyhow::{Result, ensure};

use crate::assets::Assets;
use crate::head::Frame;

/// The page, filled in: the site's style and policy, and the script of the checks.
///
/// # Errors
/// Where the template lacks a place that is filled in here.
pub fn page(template: &str, frame: &Frame, assets: &Assets) -> Result<String> {
    let mut page = template.to_owned();
    let values = [
        ("{{policy}}", frame.policy(&frame.style)),
        ("{{early}}", frame.early.text.clone()),
        ("{{style}}", frame.style.inline.text.clone()),
        ("{{script}}", assets.0["probe"].path.clone()),
    ];
    for (place, value) in values {
        ensure!(page.contains(place), "probe.html has no {place}");
        page = page.replace(place, &value);
    }
    Ok(page)
}
