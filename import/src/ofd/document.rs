//! The way from the container to its pages: `OFD.xml` names the document, that names its pages and
//! the templates that they are laid over.

use corpus::bilingual;
use std::collections::HashMap;

use super::objects::{Drawn, PageReader};
use crate::limits::{ImportError, MOST_CHARACTERS, MOST_PAGES};
use crate::package::Package;
use crate::xml::Element;

/// Millimetres, in which OFD measures, to points.
pub const POINTS: f64 = 72.0 / 25.4;

/// Everything on every page.
pub fn pages(package: &mut Package<'_>) -> Result<Vec<Drawn>, ImportError> {
    let top = part(package, "OFD.xml")?;
    let bodies: Vec<String> = top
        .elements()
        .filter(|element| &*element.name == "DocBody")
        .filter_map(|body| Some(body.child("DocRoot")?.text().trim().to_owned()))
        .collect();
    if bodies.is_empty() {
        return Err(ImportError::damaged(
            "OFD.xml",
            bilingual!("没有写明文件", "it names no document"),
        ));
    }
    let mut drawn = Vec::new();
    let mut characters = 0;
    for root in bodies {
        let document = part(package, &root)?;
        let folder = folder(&root);
        let common = document.child("CommonData");
        let size = common.and_then(|common| size(common.child("PageArea")?));
        let templates = templates(package, folder, common)?;
        let pages = document.child("Pages").ok_or_else(|| {
            ImportError::damaged(root.as_str(), bilingual!("没有写明页面", "it names no pages"))
        })?;
        for page in pages.elements().filter(|page| &*page.name == "Page") {
            let number = drawn.len() as u32 + 1;
            if drawn.len() >= MOST_PAGES {
                return Err(ImportError::bound(
                    bilingual!("OFD 文件", "the OFD file has"),
                    MOST_PAGES as u64,
                    bilingual!("页", "pages"),
                ));
            }
            let location = page.attribute("BaseLoc").unwrap_or_default();
            let content = part(package, &within(folder, location))?;
            let size = content.child("Area").and_then(self::size).or(size);
            let mut reader = PageReader::new(number, size.unwrap_or((210.0, 297.0)));
            for used in content.elements().filter(|element| &*element.name == "Template") {
                let template = used.attribute("TemplateID").and_then(|id| templates.get(id));
                if let Some(template) = template {
                    reader.read(template, true);
                }
            }
            reader.read(&content, false);
            let page = reader.finish();
            characters += page.page.glyphs.len();
            if characters > MOST_CHARACTERS {
                let bound = MOST_CHARACTERS as u64;
                return Err(ImportError::bound(
                    bilingual!("正文", "the text has"),
                    bound,
                    bilingual!("个字符", "characters"),
                ));
            }
            drawn.push(page);
        }
    }
    Ok(drawn)
}

/// The pages that others are laid over, by id.
fn templates(
    package: &mut Package<'_>,
    folder: &str,
    common: Option<&Element>,
) -> Result<HashMap<String, Element>, ImportError> {
    let mut templates = HashMap::new();
    let named = common.into_iter().flat_map(Element::elements);
    for template in named.filter(|element| &*element.name == "TemplatePage") {
        let (Some(id), Some(location)) = (template.attribute("ID"), template.attribute("BaseLoc"))
        else {
            continue;
        };
        templates.insert(id.to_owned(), part(package, &within(folder, location))?);
    }
    Ok(templates)
}

fn part(package: &mut Package<'_>, name: &str) -> Result<Element, ImportError> {
    package.xml(name)?.ok_or_else(|| {
        ImportError::damaged(name, bilingual!("文件里没有它", "it is not in the file"))
    })
}

fn folder(part: &str) -> &str {
    part.trim_start_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn within(folder: &str, location: &str) -> String {
    if location.starts_with('/') || folder.is_empty() {
        location.trim_start_matches('/').to_owned()
    } else {
        format!("{folder}/{location}")
    }
}

/// Width and height in millimetres.
fn size(area: &Element) -> Option<(f64, f64)> {
    let area = area.child("PhysicalBox")?;
    let numbers = numbers(&area.text());
    let [_, _, width, height] = numbers.as_slice() else { return None };
    (*width > 0.0 && *height > 0.0).then_some((*width, *height))
}

/// Numbers parted by spaces.
pub fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace()
        .filter_map(|word| word.parse().ok())
        .filter(|n: &f64| n.is_finite())
        .collect()
}
