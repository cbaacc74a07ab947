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
