//! Which SVG drawings may be published. A page shows the logo as a picture, where nothing in it
//! runs; but the file has an address of its own as well, and opened there it would be a document
//! with every right of the site. So what is not known to be drawing is refused, with its name:
//! elements and attributes by a list of what SVG 1.1 draws with, references only within the file.

use anyhow::Result;
use corpus::{Bilingual, bilingual};
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// The namespace of all elements; a drawing that names none is read as SVG too.
const SVG: &str = "http://www.w3.org/2000/svg";

/// No drawing nests deeper; what does is made to exhaust a reader.
const DEEPEST: usize = 100;

/// Elements that draw, group, name or shade (SVG 1.1, chapters 5 to 15, without links, scripts,
/// animation, fonts and foreign content).
const ELEMENTS: &[&str] = &[
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
];

/// Pictures that can be embedded; an SVG within an SVG is not looked into, so it is not among them.
const EMBEDDED: [&str; 4] =
    ["data:image/png;", "data:image/jpeg;", "data:image/webp;", "data:image/gif;"];

/// The attributes of the root element that tell the drawing's size.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// `width`, as written.
    pub width: Option<String>,
    /// `height`, as written.
    pub height: Option<String>,
    /// `viewBox`, as written.
    pub view_box: Option<String>,
}

/// Reads a drawing's size; `None` where the text is no SVG at all.
///
/// # Errors
/// Where it holds anything but drawing: what that is, and what to do.
pub fn checked(text: &str) -> Result<Option<Root>> {
    let mut reader = NsReader::from_str(text);
    let mut root = None;
    let mut depth = 0usize;
    // What stands in a style so far: its pieces count as one text.
    let mut style: Option<String> = None;
    loop {
        let Ok((namespace, event)) = reader.read_resolved_event() else { return Ok(None) };
        if style.is_some() && matches!(event, Event::Start(_) | Event::Empty(_) | Event::Comment(_))
        {
            return Err(refused(&bilingual!(
                "SVG 的样式里不只有文字",
                "the SVG's style has more than text"
            )));
        }
        match event {
            Event::Start(ref element) | Event::Empty(ref element) => {
                let foreign = !matches!(&namespace, ResolveResult::Unbound)
                    && !matches!(&namespace, ResolveResult::Bound(bound) if bound.as_ref() == SVG);
                if root.is_none() {
                    if foreign || element.local_name().as_ref() != "svg" {
                        return Ok(None);
                    }
                    root = Some(size(element)?);
                }
                check_element(element, foreign)?;
                if matches!(event, Event::Start(_)) {
                    style = (element.local_name().as_ref() == "style").then(String::new);
                    depth += 1;
                }
                if depth > DEEPEST {
                    return Err(refused(&bilingual!(
                        "SVG 的元素嵌套超过 {DEEPEST} 层",
                        "the SVG nests deeper than {DEEPEST} elements"
                    )));
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if let Some(style) = style.take() {
                    check_style(&style)?;
                }
            }
            Event::Text(text) => {
                if let Some(all) = &mut style {
                    all.push_str(&text.xml10_content());
                }
            }
            Event::CData(text) => {
                if let Some(all) = &mut style {
                    all.push_str(&text.into_inner());
                }
            }
            // It could stand for a piece of a word that is refused.
            Event::GeneralRef(_) if style.is_some() => {
                return Err(refused(&bilingual!(
                    "SVG 的样式里有实体",
                    "the SVG's style has an entity"
                )));
            }
            Event::DocType(_) => {
                return Err(refused(&bilingual!(
                    "SVG 里有 DOCTYPE，可能引用别的文件",
                    "the SVG has a DOCTYPE, which can name other files"
                )));
            }
            Event::PI(_) => {
                return Err(refused(&bilingual!(
                    "SVG 里有处理指令，可能加载别的文件",
                    "the SVG has a processing instruction, which can load other files"
                )));
            }
            Event::Eof => return Ok(if depth == 0 { root } else { None }),
            _ => {}
        }
    }
}

/// Why the drawing is refused, with what to do.
fn refused(what: &Bilingual) -> anyhow::Error {
    bilingual!(
        "{what}；请另存为普通的 SVG，或者 PNG",
        "{what}; save it as a plain SVG, or as PNG"; what
    )
    .error()
    .into()
}

fn size(root: &BytesStart<'_>) -> Result<Root> {
    let mut found = Root::default();
    for attribute in root.attributes() {
        let attribute = attribute?;
        let value = || text_of(&attribute).map(Some);
        match attribute.key.as_ref() {
            "width" => found.width = value()?,
            "height" => found.height = value()?,
            "viewBox" => found.view_box = value()?,
            _ => {}
        }
    }
    Ok(found)
}

fn check_element(element: &BytesStart<'_>, foreign: bool) -> Result<()> {
    let name = element.name();
    let shown = name.as_ref().to_owned();
    let local = element.local_name();
    let known = ELEMENTS.contains(&local.as_ref());
    if foreign || !known {
        return Err(refused(&bilingual!(
            "SVG 里有元素 <{shown}>，它不是图形，可能运行脚本",
            "the SVG has the element <{shown}>, which is not part of a drawing and could run \
             scripts"
        )));
    }
    for attribute in element.attributes() {
        check_attribute(&attribute?, &shown)?;
    }
    Ok(())
}

fn check_attribute(attribute: &Attribute<'_>, element: &str) -> Result<()> {
    let name = attribute.key.local_name().as_ref().to_ascii_lowercase();
    let value = text_of(attribute)?;
    if name.starts_with("on") {
        return Err(refused(&bilingual!(
            "<{element}> 里有脚本“{name}”",
            "<{element}> has the script “{name}”"
        )));
    }
    // Addresses within the file would no longer be.
    if name == "base" {
        let base = short(&value);
        return Err(refused(&bilingual!(
            "<{element}> 里有 base“{base}”",
            "<{element}> has the base “{base}”"
        )));
    }
    if name == "href" || name == "src" {
        let address = value.trim().to_ascii_lowercase();
        let embedded = element == "image" && EMBEDDED.iter().any(|kind| address.starts_with(kind));
        if !address.starts_with('#') && !embedded {
            let outside = short(&value);
            return Err(refused(&bilingual!(
                "<{element}> 引用了“{outside}”，它不在文件里",
                "<{element}> refers to “{outside}”, which is not in the file"
            )));
        }
    }
    // Any attribute can hold a style or a reference: fill="url(…)", style="…".
    check_style(&value)
}

/// Style may refer to parts of the drawing, and to nothing else.
fn check_style(style: &str) -> Result<()> {
    let style: String =
        style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    // A backslash could spell any of the words below in another way.
    if [
        "@import",
        "@font-face",
        "expression(",
        "javascript:",
        "-moz-binding",
        "behavior:",
        "\\",
        "image-set(",
        "image(",
        "src(",
    ]
    .iter()
    .any(|refused| style.contains(refused))
    {
        let style = short(&style);
        return Err(refused(&bilingual!(
            "SVG 的样式不只是画图（“{style}”）",
            "the SVG's style does more than draw (“{style}”)"
        )));
    }
    let outside = style.split("url(").skip(1).find(|rest| {
        let address = rest.trim_start_matches(['"', '\'']);
        !address.starts_with('#')
    });
    match outside {
        Some(rest) => {
            let outside = short(rest);
            Err(refused(&bilingual!(
                "SVG 的样式引用了“{outside}”，它不在文件里",
                "the SVG's style refers to “{outside}”, which is not in the file"
            )))
        }
        None => Ok(()),
    }
}

fn text_of(attribute: &Attribute<'_>) -> Result<String> {
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| {
        refused(&bilingual!("SVG 里有自己的实体", "the SVG has an entity of its own"))
    })?;
    Ok(value.into_owned())
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests;
