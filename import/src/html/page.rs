//! The whole page: its encoding, its bounds, its main text and title.

use corpus::{Severity, bilingual};
use ego_tree::NodeRef;
use encoding_rs::Encoding;
use scraper::{Html, Node};

use super::body;
use super::convert::Converter;
use super::details::Told;
use super::furniture;
use super::hidden::Hidden;
use super::title;
use crate::flow::{Block, Flow, Imported};
use crate::limits::{DEEPEST, ImportError, LARGEST_TEXT_FILE, MOST_NODES};
use crate::read::Options;
use crate::text::encoding::{self, Decoded};

/// The text of a saved page.
pub fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    if bytes.len() > LARGEST_TEXT_FILE {
        return Err(ImportError::bound(
            bilingual!("网页", "the page has"),
            LARGEST_TEXT_FILE as u64,
            bilingual!("字节", "bytes"),
        ));
    }
    let decoded = decode(bytes, options)?;
    let (flow, told) = flow(&decoded.text, true)?;
    let mut imported = flow.finish(true)?;
    imported.problems.splice(0..0, decoded.problems);
    told.take_over(&mut imported);
    Ok(imported)
}

/// The blocks of a piece of HTML embedded in another document.
pub fn blocks(text: &str) -> Result<Vec<Block>, ImportError> {
    Ok(flow(text, false)?.0.blocks().to_vec())
}

/// In what encoding a page is: its mark, then what it says of itself as long as the bytes agree,
/// then the bytes alone.
fn decode(bytes: &[u8], options: &Options) -> Result<Decoded, ImportError> {
    let wanted = options.encoding.as_deref();
    if wanted.is_some() || Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok()
    {
        return encoding::decode(bytes, wanted);
    }
    let Some(declared) = declared(bytes) else { return encoding::decode(bytes, None) };
    let as_declared = encoding::decode(bytes, Some(&declared))?;
    if as_declared.problems.is_empty() {
        return Ok(as_declared);
    }
    // A page that was saved anew may be in another encoding than it says.
    match encoding::decode(bytes, None) {
        Ok(other) if other.problems.len() <= as_declared.problems.len() => Ok(other),
        _ => Ok(as_declared),
    }
}

/// The name behind `charset=` in the first bytes, if it is one of ASCII's kin.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let after = &head[head.find("charset")? + "charset".len()..];
    let after = after.trim_start().strip_prefix('=')?.trim_start_matches(['"', '\'', ' ']);
    let name: String =
        after.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let encoding = Encoding::for_label(name.as_bytes())?;
    (!encoding.name().starts_with("UTF-16")).then(|| encoding.name().to_owned())
}

fn flow(text: &str, whole: bool) -> Result<(Flow, Told), ImportError> {
    if deep(text) {
        return Err(ImportError::bound(
            bilingual!("网页里元素的嵌套", "the page nests its elements"),
            DEEPEST as u64 * 4,
            bilingual!("层", "deep"),
        ));
    }
    let html = Html::parse_document(text);
    if html.tree.values().count() > MOST_NODES {
        return Err(ImportError::bound(
            bilingual!("网页", "the page has"),
            MOST_NODES as u64,
            bilingual!("个元素", "elements"),
        ));
    }
    let hidden = Hidden::of(&html);
    let mut converter = Converter::new(&hidden);
    let root = html.tree.root();
    if whole {
        let main = body::find(&html, &hidden);
        let number = body::number_around(&main);
        let mut untold = false;
        let mut leave_out = |converter: &mut Converter<'_>, around: &[NodeRef<'_, Node>]| {
            for node in around {
                if number.as_deref() == Some(body::words(*node).as_str()) {
                    untold = true;
                } else {
                    converter.leave_out_around(node);
                }
            }
        };
        leave_out(&mut converter, &main.around[..main.above]);
        converter.read(main.element);
        leave_out(&mut converter, &main.around[main.above..]);
        let title = title::title(&html, &hidden, &main);
        let told = Told::of(&html);
        let mut flow = converter.finish();
        told.leave_out(&mut flow);
        furniture::take_out(&mut flow);
        body::put_number(&mut flow, number, untold);
        body::put_title(&mut flow, title);
        return Ok((flow, told));
    }
    converter.read(root);
    let mut flow = converter.finish();
    if flow.blocks().is_empty() {
        flow.tell(
            Severity::Warning,
            bilingual!("嵌入的网页没有文字", "an embedded page has no text"),
        );
    }
    Ok((flow, Told::default()))
}

/// Whether elements are nested deeper than any page does it, which parsing would take long over.
/// Elements that end each other, such as `p` and `li`, don't count.
fn deep(text: &str) -> bool {
    const ENDED: [&str; 34] = [
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup",
        "br", "img", "hr", "input", "meta", "link", "col", "colgroup", "area", "base", "embed",
        "source", "track", "wbr", "param", "body", "html", "head", "script", "style", "rt", "rp",
    ];
    let (mut depth, mut rest) = (0usize, text);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let closing = rest.starts_with('/');
        let name = rest.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len()).min(12);
        let Some(name) = name.get(..end) else { continue };
        let counts = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if counts && !ENDED.contains(&name.to_ascii_lowercase().as_str()) {
            if closing {
                depth = depth.saturating_sub(1);
            } else {
                depth += 1;
                if depth > DEEPEST * 4 {
                    return true;
                }
            }
        }
    }
    false
}
