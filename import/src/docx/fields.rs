//! Fields: an instruction, and the result that Word last computed. The result is text.

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A table of contents or of figures.
    Contents,
    /// A number of the page that it stands on, or of all pages.
    Page,
    /// Its result is text.
    Text,
}

/// The kind of field with this instruction.
pub fn kind(instruction: &str) -> FieldKind {
    match instruction.split_whitespace().next().unwrap_or_default().to_uppercase().as_str() {
        "TOC" | "TOA" | "INDEX" => FieldKind::Contents,
        "PAGE" | "NUMPAGES" | "SECTIONPAGES" => FieldKind::Page,
        _ => FieldKind::Text,
    }
}

/// The words of a field that has no result but draws its instruction: `EQ \o\ac(○,1)` is ①.
/// `None` where it draws nothing that could be told.
pub fn drawn(instruction: &str) -> Option<String> {
    let instruction = instruction.trim();
    let name = instruction.get(..2)?;
    if !name.eq_ignore_ascii_case("eq") {
        return None;
    }
    let start = instruction.find('(')?;
    let inner = instruction[start + 1..].trim_end().strip_suffix(')')?;
    let (ring, number) = inner.split_once([',', '，', ';'])?;
    let circled = matches!(ring.trim(), "○" | "〇" | "◯");
    match number.trim().parse::<u32>() {
        Ok(number @ 1..=20) if circled => char::from_u32('①' as u32 + number - 1).map(String::from),
        _ => None,
    }
}

/// The fields that are open, innermost last.
#[derive(Debug, Default)]
pub struct Fields {
    open: Vec<Field>,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    result: bool,
}

impl Fields {
    /// A field begins.
    pub fn begin(&mut self) {
        self.open.push(Field::default());
    }

    /// Its result begins.
    pub fn separate(&mut self) {
        if let Some(field) = self.open.last_mut() {
            field.result = true;
        }
    }

    /// It ends. The instruction, if there was no result.
    pub fn end(&mut self) -> Option<String> {
        self.open.pop().filter(|field| !field.result).map(|field| field.instruction)
    }

    /// More of the instruction.
    pub fn instruction(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            field.instruction.push_str(text);
        }
    }

    /// Whether a contents list is being shown.
    pub fn in_contents(&self) -> bool {
        self.open.iter().any(|field| kind(&field.instruction) == FieldKind::Contents)
    }

    /// Whether text here is text of the document: not within an instruction, not a page number.
    pub fn shows_text(&self) -> bool {
        self.open.iter().all(|field| field.result && kind(&field.instruction) != FieldKind::Page)
    }

    /// Ends fields that were left in their instruction, as no field is at the end of a paragraph
    /// unless the file is damaged. Their instructions.
    pub fn end_broken(&mut self) -> Vec<String> {
        let mut broken = Vec::new();
        while self.open.last().is_some_and(|field| !field.result) {
            broken.extend(self.end());
        }
        broken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circled_numbers_are_drawn_by_a_field() {
        assert_eq!(drawn(" eq \\o\\ac(○,3)").as_deref(), Some("③"));
        assert_eq!(drawn("EQ \\f(1,2)"), None);
        assert_eq!(drawn("PAGE"), None);
        assert_eq!(kind(" TOC \\o \"1-3\""), FieldKind::Contents);
    }
}
