//! Which SVG drawings may be published. A page shows the logo as a picture, where nothing in it
//! runs; but the file has an address of its own as well, and opened there it would be a document
//! with every right of the site. So what is not known to be drawing is refused, with its name:
//! elements and attributes by a list of what SVG 1.1 draws with, references only within the file.

use anyhow::{Result, anyhow, bail};
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
            bail!("the SVG's style has more than text; {ADVICE}");
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
                    bail!("the SVG nests deeper than {DEEPEST} elements; {ADVICE}");
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
                bail!("the SVG's style has an entity; {ADVICE}")
            }
            Event::DocType(_) => {
                bail!("the SVG has a DOCTYPE, which can name other files; {ADVICE}")
            }
            Event::PI(_) => {
                bail!("the SVG has a processing instruction, which can load other files; {ADVICE}")
            }
            Event::Eof => return Ok(if depth == 0 { root } else { None }),
            _ => {}
        }
    }
}

const ADVICE: &str = "save it as a plain SVG, or as PNG";

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
        bail!(
            "the SVG has the element <{shown}>, which is no drawing and could run script; {ADVICE}"
        );
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
        bail!("<{element}> has the script “{name}”; {ADVICE}");
    }
    // Addresses within the file would no longer be.
    if name == "base" {
        bail!("<{element}> has the base “{}”; {ADVICE}", short(&value));
    }
    if name == "href" || name == "src" {
        let address = value.trim().to_ascii_lowercase();
        let embedded = element == "image" && EMBEDDED.iter().any(|kind| address.starts_with(kind));
        if !address.starts_with('#') && !embedded {
            bail!("<{element}> refers to “{}”, which is not in the file; {ADVICE}", short(&value));
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
        bail!("the SVG's style does more than draw (“{}”); {ADVICE}", short(&style));
    }
    let outside = style.split("url(").skip(1).find(|rest| {
        let address = rest.trim_start_matches(['"', '\'']);
        !address.starts_with('#')
    });
    match outside {
        Some(rest) => {
            bail!("the SVG's style refers to “{}”, which is not in the file; {ADVICE}", short(rest))
        }
        None => Ok(()),
    }
}

fn text_of(attribute: &Attribute<'_>) -> Result<String> {
    let value = attribute
        .normalized_value(XmlVersion::Implicit1_0)
        .map_err(|_| anyhow!("the SVG has an entity of its own; {ADVICE}"))?;
    Ok(value.into_owned())
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(body: &str, told: &str) {
        let drawing = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
             width='1' height='1'>{body}</svg>"
        );
        let error = checked(&drawing).expect_err(body).to_string();
        assert!(error.contains(told) && error.contains("PNG"), "{body}: {error}");
    }

    #[test]
    fn what_is_no_drawing_is_refused_with_its_name() {
        for (body, told) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<g onload='alert(1)'/>", "onload"),
            ("<a href='javascript:alert(1)'/>", "<a>"),
            ("<image href='https://elsewhere.invalid/x.png'/>", "elsewhere"),
            ("<image xlink:href=' javascript:alert(1)'/>", "javascript"),
            ("<image href='data:image/svg+xml;base64,AA'/>", "data:image/svg"),
            ("<use href='other.svg#a'/>", "other.svg"),
            ("<use href='data:image/png;base64,AA'/>", "data:"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<animate attributeName='href' to='javascript:alert(1)'/>", "<animate>"),
            ("<set/>", "<set>"),
            ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", "<h:script>"),
            ("<h:g xmlns:h='http://www.w3.org/1999/xhtml'/>", "<h:g>"),
            ("<style>@import 'x.css';</style>", "@import"),
            ("<style>@im\\70ort 'x.css';</style>", "\\"),
            ("<style>@im&#112;ort 'x.css';</style>", "entity"),
            ("<style>@im<!-- -->port 'x.css';</style>", "more than text"),
            ("<style><g></g>@import 'x.css';</style>", "more than text"),
            ("<style>@im<![CDATA[port]]> 'x.css';</style>", "@import"),
            ("<style>rect { fill: src('x.svg') }</style>", "src("),
            ("<g xml:base='https://elsewhere.invalid/'/>", "base"),
            ("<style><![CDATA[rect{fill:url(//elsewhere.invalid/a)}]]></style>", "elsewhere"),
            ("<rect fill='url( \"https://elsewhere.invalid/a#b\" )'/>", "elsewhere"),
            ("<rect style='background:url(x.png)'/>", "x.png"),
            ("<?xml-stylesheet href='x.css'?>", "processing instruction"),
        ] {
            refused(body, told);
        }
        let doctype = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg width='1' height='1'/>";
        assert!(checked(doctype).expect_err("a DOCTYPE").to_string().contains("DOCTYPE"));
        refused(&"<g>".repeat(DEEPEST + 1), "nests");
    }

    #[test]
    fn drawings_are_taken() {
        let drawing = "<?xml version='1.0' encoding='UTF-8'?>\n<!-- made by hand -->\n\
            <svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 4 2'>\
            <defs><linearGradient id='a'><stop offset='0' stop-color='#fff'/></linearGradient></defs>\
            <style>.b { fill: url(#a) }</style><rect class='b' width='4' height='2'/>\
            <use xlink:href='#c'/><image href='data:image/png;base64,iVBORw0KGgo='/><text>内蒙古 &amp; 盟</text></svg>";
        let root = checked(drawing).expect("nothing but drawing").expect("an SVG");
        assert_eq!(root, Root { view_box: Some("0 0 4 2".to_owned()), ..Root::default() });
    }

    #[test]
    fn other_texts_are_no_svg() {
        for other in ["", "text", "<html/>", "<svg", "<svg><g></svg>", "<a xmlns='b'/>"] {
            assert_eq!(checked(other).expect("nothing to refuse"), None, "{other}");
        }
    }
}
