//! QR codes, for pictures that lead back to the page.

use qrcodegen::{QrCode, QrCodeEcc};

/// The modules of the code of a text: its side first, then row by row, 1 for dark. `None` for
/// texts that are too long for any code (about 2,300 bytes).
pub fn modules(text: &str) -> Option<Vec<u8>> {
    // Medium correction: the picture is sent on and photographed, but never torn.
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size();
    let mut modules = vec![u8::try_from(side).ok()?];
    for y in 0..side {
        modules.extend((0..side).map(|x| u8::from(code.get_module(x, y))));
    }
    Some(modules)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the code as a card does, with the quiet zone, and reads it.
    fn read(modules: &[u8]) -> String {
        const UNIT: usize = 4;
        const QUIET: usize = 4;
        let side = usize::from(modules[0]);
        let width = (side + 2 * QUIET) * UNIT;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| {
            let inside = |at: usize| (at / UNIT).checked_sub(QUIET).filter(|at| *at < side);
            match (inside(x), inside(y)) {
                (Some(x), Some(y)) if modules[1 + y * side + x] == 1 => 0,
                _ => 255,
            }
        });
        let grids = image.detect_grids();
        grids[0].decode().expect("a readable code").1
    }

    #[test]
    fn a_reader_finds_the_address_in_the_code() {
        let long = format!("https://portal.example.gov.cn/{}/13/#s2", "policy/".repeat(20));
        for text in ["https://example.gov.cn/opinions-2026/13/#s2", "政策导读 （十三）", &long]
        {
            assert_eq!(read(&modules(text).expect("a code")), text);
        }
        assert_eq!(modules(&"x".repeat(3000)), None);
    }
}
