//! What a paragraph is made of: runs of text, changes, notes, fields, symbols.

mod told;

use corpus::{Severity, bilingual};

use super::fields;
use super::math;
use super::reader::{Reader, alternative, words};
use super::styles::Look;
use super::symbols;
use crate::script::Script;
use crate::xml::Element;

/// What was read of a paragraph. A form feed in the text is a page break.
#[derive(Debug, Default)]
pub struct Inline<'e> {
    style: Option<&'e str>,
    /// Its text.
    pub text: String,
    /// Text boxes anchored in it.
    pub boxes: Vec<&'e Element>,
    /// Whether a table of contents was shown in it.
    pub contents: bool,
    deleted: String,
    inserted: String,
    hidden: String,
    struck: String,
    unraised: String,
    formulas: Vec<String>,
}

impl<'e> Inline<'e> {
    /// Nothing yet of a paragraph with this style.
    pub fn new(style: Option<&'e str>) -> Self {
        Self { style, ..Self::default() }
    }
}

impl Reader<'_> {
    /// Reads the content of a paragraph.
    pub(super) fn inline<'e>(&mut self, paragraph: &'e Element, inline: &mut Inline<'e>) {
        self.content(paragraph, inline);
        for instruction in self.fields.end_broken() {
            self.flow.leave_out(
                Severity::Warning,
                bilingual!("损坏的域", "a damaged field"),
                &instruction,
                None,
            );
        }
    }

    fn content<'e>(&mut self, element: &'e Element, inline: &mut Inline<'e>) {
        for child in element.elements() {
            match &*child.name {
                "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "smartTagPr" | "customXmlPr" => {}
                "r" => self.run(child, inline),
                "oMath" | "oMathPara" => Self::formula(child, inline),
                "del" | "moveFrom" => inline.deleted.push_str(&words(child)),
                "ins" | "moveTo" => {
                    let from = inline.text.len();
                    self.content(child, inline);
                    inline.inserted.push_str(&inline.text[from..]);
                }
                "fldSimple" => {
                    self.fields.begin();
                    self.fields.instruction(child.attribute("instr").unwrap_or_default());
                    self.fields.separate();
                    self.content(child, inline);
                    inline.contents |= self.fields.in_contents();
                    self.fields.end();
                }
                "hyperlink" => self.link(child, inline),
                "drawing" | "pict" | "object" => self.picture(child, &mut inline.boxes),
                "sdt" => self.inline_control(child, inline),
                "AlternateContent" => self.content(alternative(child), inline),
                _ if child.elements().next().is_some() => self.content(child, inline),
                _ => {}
            }
        }
    }

    fn link<'e>(&mut self, link: &'e Element, inline: &mut Inline<'e>) {
        self.content(link, inline);
        let target = link.attribute("id").and_then(|id| self.parts.relationships.get(id));
        if let Some(target) = target.filter(|target| target.external) {
            self.flow.leave_out(
                Severity::Notice,
                bilingual!("链接的地址", "the address of a link"),
                &target.target,
                None,
            );
        }
    }

    fn inline_control<'e>(&mut self, control: &'e Element, inline: &mut Inline<'e>) {
        let Some(content) = control.child("sdtContent") else { return };
        let properties = control.child("sdtPr");
        if properties.is_some_and(|properties| properties.switch("showingPlcHdr")) {
            let advice = bilingual!("请在 Word 里填写或删去", "fill it in or remove it in Word");
            let what = bilingual!(
                "没有填写的占位文字",
                "the placeholder of a field that was not filled in"
            );
            self.flow.leave_out(Severity::Warning, what, &words(content), Some(advice));
            return;
        }
        self.content(content, inline);
    }

    fn formula(formula: &Element, inline: &mut Inline<'_>) {
        let text = math::linear(formula);
        if !text.trim().is_empty() {
            inline.text.push_str(&text);
            inline.formulas.push(text);
        }
    }

    fn run<'e>(&mut self, run: &'e Element, inline: &mut Inline<'e>) {
        let properties = run.child("rPr");
        let style = properties.and_then(|properties| properties.value("rStyle"));
        let look = self.parts.styles.look(inline.style, style, Look::of(properties));
        let mut piece = Inline::new(inline.style);
        for child in run.elements() {
            self.run_content(child, &mut piece);
        }
        inline.contents |= piece.contents;
        if look.hidden == Some(true) {
            inline.hidden.push_str(&piece.text);
            return;
        }
        inline.boxes.append(&mut piece.boxes);
        inline.deleted.push_str(&piece.deleted);
        inline.formulas.append(&mut piece.formulas);
        if look.struck == Some(true) {
            inline.struck.push_str(&piece.text);
        }
        match look.script.unwrap_or_default() {
            Script::Plain => inline.text.push_str(&piece.text),
            // A mark that stands for a note is no raised text.
            _ if piece.text.starts_with("[^") => inline.text.push_str(&piece.text),
            script => {
                let moved = script.write(&piece.text);
                if moved.is_none() {
                    inline.unraised.push_str(&piece.text);
                }
                inline.text.push_str(&moved.unwrap_or(piece.text));
            }
        }
    }

    fn run_content<'e>(&mut self, child: &'e Element, piece: &mut Inline<'e>) {
        let shows = self.fields.shows_text();
        match &*child.name {
            "instrText" => self.fields.instruction(&child.text()),
            "fldChar" => self.field(child, piece),
            "delText" => piece.deleted.push_str(&child.text()),
            "t" if shows => piece.text.push_str(&child.text()),
            "tab" | "ptab" if shows => piece.text.push(' '),
            "br" if matches!(child.attribute("type"), Some("page" | "column")) => {
                piece.text.push('\u{c}');
            }
            "br" | "cr" => piece.text.push('\n'),
            "noBreakHyphen" => piece.text.push('\u{2011}'),
            "sym" => self.symbol(child, piece),
            "footnoteReference" | "endnoteReference" => self.note(child, piece),
            "commentReference" => self.comment(child),
            "ruby" => self.ruby(child, piece),
            "drawing" | "pict" | "object" => self.picture(child, &mut piece.boxes),
            "AlternateContent" => {
                for inner in alternative(child).elements() {
                    self.run_content(inner, piece);
                }
            }
            "oMath" | "oMathPara" => Self::formula(child, piece),
            "t"
            | "tab"
            | "ptab"
            | "rPr"
            | "delInstrText"
            | "fldData"
            | "lastRenderedPageBreak"
            | "softHyphen"
            | "footnoteRef"
            | "endnoteRef"
            | "annotationRef"
            | "separator"
            | "pgNum"
            | "continuationSeparator" => {}
            _ => self.unknown(child),
        }
    }

    fn field(&mut self, character: &Element, piece: &mut Inline<'_>) {
        match character.attribute("fldCharType") {
            Some("begin") => {
                self.fields.begin();
                if let Some(data) = character.child("ffData") {
                    Self::form_field(data, piece);
                }
            }
            Some("separate") => self.fields.separate(),
            _ => {
                if let Some(instruction) = self.fields.end() {
                    match fields::drawn(&instruction) {
                        Some(text) => piece.text.push_str(&text),
                        None if instruction.trim_start().to_uppercase().starts_with("EQ") => {
                            let what = bilingual!("公式域", "an equation field");
                            let advice = bilingual!("请把它显示的内容打出来", "type what it shows");
                            self.flow.leave_out(
                                Severity::Warning,
                                what,
                                &instruction,
                                Some(advice),
                            );
                        }
                        None => {}
                    }
                }
            }
        }
        piece.contents |= self.fields.in_contents();
    }

    /// Boxes to tick and lists to choose from in old forms have no result: their state is data.
    fn form_field(data: &Element, piece: &mut Inline<'_>) {
        if let Some(tick) = data.child("checkBox") {
            let ticked = tick.switched("checked").or(tick.switched("default")).unwrap_or(false);
            piece.text.push(if ticked { '☑' } else { '☐' });
        }
        if let Some(list) = data.child("ddList") {
            let chosen = list.number::<usize>("result").or(list.number("default")).unwrap_or(0);
            let mut entries = list.elements().filter(|entry| &*entry.name == "listEntry");
            let entry = entries.nth(chosen).and_then(|entry| entry.attribute("val"));
            piece.text.push_str(entry.unwrap_or_default());
        }
    }

    fn symbol(&mut self, symbol: &Element, piece: &mut Inline<'_>) {
        let font = symbol.attribute("font").unwrap_or_default();
        let code = symbol.attribute("char").unwrap_or_default();
        let found = u32::from_str_radix(code, 16).ok().and_then(|c| symbols::character(font, c));
        if let Some(character) = found {
            piece.text.push(character);
            let message = bilingual!(
                "字体 {font} 的符号 {code} 写成了“{character}”；请与原件核对",
                "the symbol {code} of the font {font} is taken over as “{character}”; compare it \
                 with the original"
            );
            self.flow.tell(Severity::Warning, message);
        } else {
            let what =
                bilingual!("字体 {font} 的符号（{code}）", "a symbol ({code} of the font {font})");
            self.flow.leave_out(
                Severity::Warning,
                what,
                "",
                Some(bilingual!("请在那里写上真正的字", "put the real character there")),
            );
        }
    }

    fn ruby<'e>(&mut self, ruby: &'e Element, piece: &mut Inline<'e>) {
        if let Some(base) = ruby.child("rubyBase") {
            self.content(base, piece);
        }
        let above = ruby.child("rt").map(words).unwrap_or_default();
        self.flow.leave_out(
            Severity::Notice,
            bilingual!("字上的注音", "the reading above a character"),
            &above,
            None,
        );
    }
}
