//! PDF and OFD files made by hand, with each line of text at its place. Lengths are in points from
//! the top left corner of an A4 page.

use std::fmt::Write as _;

use crate::sample::zipped;

const HEIGHT: f64 = 842.0;

/// A page: lines of text and rules.
#[derive(Clone, Default)]
pub struct Page {
    /// Left end, baseline, size, words.
    pub lines: Vec<(f64, f64, f64, String)>,
    /// Both ends.
    pub rules: Vec<[f64; 4]>,
    /// Drawing commands of PDF.
    pub commands: String,
}

impl Page {
    /// Adds a line.
    pub fn line(mut self, left: f64, baseline: f64, size: f64, words: &str) -> Self {
        self.lines.push((left, baseline, size, words.to_owned()));
        self
    }

    /// Adds lines of 16 points below each other, as wide as the words make them.
    pub fn lines(mut self, left: f64, top: f64, lines: &[&str]) -> Self {
        for (index, words) in lines.iter().enumerate() {
            self = self.line(left, top + 28.0 * index as f64, 16.0, words);
        }
        self
    }

    /// Adds a grid of rules.
    pub fn grid(mut self, xs: &[f64], ys: &[f64]) -> Self {
        let (right, bottom) = (xs[xs.len() - 1], ys[ys.len() - 1]);
        self.rules.extend(ys.iter().map(|y| [xs[0], *y, right, *y]));
        self.rules.extend(xs.iter().map(|x| [*x, ys[0], *x, bottom]));
        self
    }

    fn content(&self) -> String {
        let mut out = self.commands.clone();
        for [x0, y0, x1, y1] in &self.rules {
            let _ = writeln!(out, "{x0} {} m {x1} {} l S", HEIGHT - y0, HEIGHT - y1);
        }
        for (left, baseline, size, words) in &self.lines {
            let code: Vec<String> =
                words.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            let code = code.concat();
            let down = HEIGHT - baseline;
            let _ = writeln!(out, "BT /F1 {size} Tf {left} {down} Td <{code}> Tj ET");
        }
        out
    }
}

/// A PDF file with these pages, its font not embedded, as many Chinese ones aren't.
pub fn pdf(pages: &[Page]) -> Vec<u8> {
    let font = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[\
                <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)\
                /Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor\
                /FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880\
                /Descent -120/CapHeight 880/StemV 93>>>>]>>";
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        font.to_owned(),
    ];
    for (at, page) in pages.iter().enumerate() {
        let content = page.content();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {HEIGHT}]/Resources<</Font<</F1 3 0 R>>>>\
             /Contents {} 0 R>>",
            5 + 2 * at
        ));
        objects.push(format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }
    let mut out = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(out.len());
        let _ = write!(out, "{number} 0 obj\n{object}\nendobj\n");
    }
    let table = out.len();
    let _ = write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(out, "{place:010} 00000 n ");
    }
    let _ = write!(
        out,
        "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    out.into_bytes()
}

/// An OFD file with these pages, each laid over a page with these words.
pub fn ofd(pages: &[Page], template: &str) -> Vec<u8> {
    let mm = |points: f64| points * 25.4 / 72.0;
    let text = |(left, baseline, size, words): &(f64, f64, f64, String)| {
        let steps: Vec<String> = words
            .chars()
            .map(|c| (mm(*size) * if c.is_ascii() { 0.5 } else { 1.0 }).to_string())
            .collect();
        let steps = steps.join(" ");
        format!(
            "<ofd:TextObject Boundary=\"{} {} 200 10\" Size=\"{}\"><ofd:TextCode X=\"0\" Y=\"0\" \
             DeltaX=\"{steps}\">{words}</ofd:TextCode></ofd:TextObject>",
            mm(*left),
            mm(*baseline),
            mm(*size)
        )
    };
    let content = |page: &Page, template: bool| {
        let mut body: String = page.lines.iter().map(text).collect();
        for [x0, y0, x1, y1] in page.rules.iter().map(|rule| rule.map(mm)) {
            let _ = write!(
                body,
                "<ofd:PathObject Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>M {x0} {y0} L {x1} \
                 {y1}</ofd:AbbreviatedData></ofd:PathObject>"
            );
        }
        let over = if template { "<ofd:Template TemplateID=\"1\"/>" } else { "" };
        format!(
            "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">{over}<ofd:Content><ofd:Layer>{body}\
             </ofd:Layer></ofd:Content></ofd:Page>"
        )
    };
    let listed: Vec<String> = (0..pages.len())
        .map(|at| format!("<ofd:Page ID=\"{}\" BaseLoc=\"Pages/Page_{at}/Content.xml\"/>", at + 10))
        .collect();
    let listed = listed.concat();
    let document = format!(
        "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData><ofd:PageArea>\
         <ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID=\"1\" \
         BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>\
         </ofd:Document>"
    );
    let top = "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>\
               Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let over = Page::default().line(200.0, 40.0, 9.0, template);
    let mut parts = vec![
        ("OFD.xml".to_owned(), top.to_owned()),
        ("Doc_0/Document.xml".to_owned(), document),
        ("Doc_0/Tpls/Tpl_0/Content.xml".to_owned(), content(&over, false)),
    ];
    for (at, page) in pages.iter().enumerate() {
        parts.push((format!("Doc_0/Pages/Page_{at}/Content.xml"), content(page, true)));
    }
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
    zipped(&parts)
}
