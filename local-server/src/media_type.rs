//! What kind of content a file name promises.

use std::path::Path;

use mime_guess::mime;

/// The media type of a file, by its ending; texts of ours are UTF-8. Browsers insist on the right
/// one for WebAssembly, scripts and styles.
pub fn media_type(path: &Path) -> String {
    // Compressed assets are unpacked by the page, so `gz` travels as what it is, and not as an
    // encoding of something else.
    let guessed = mime_guess::from_path(path).first_or_octet_stream();
    if guessed.type_() == mime::TEXT {
        format!("{guessed}; charset=utf-8")
    } else {
        guessed.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_insist_on_is_right() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("app.0123.js", "text/javascript; charset=utf-8"),
            ("app_bg.wasm", "application/wasm"),
            ("style.CSS", "text/css; charset=utf-8"),
            ("data.json", "application/json"),
            ("site.webmanifest", "application/manifest+json"),
            ("icon.svg", "image/svg+xml"),
            ("mongolian.woff2", "font/woff2"),
            ("library.gz", "application/gzip"),
            ("index.bin", "application/octet-stream"),
            ("_headers", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), expected, "{name}");
        }
    }
}
