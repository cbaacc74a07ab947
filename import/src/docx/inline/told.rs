//! What a paragraph has beside its plain text, told to whoever brought the file.

use corpus::{Bilingual, Severity, bilingual};

use super::Inline;
use crate::docx::reader::Reader;

impl Reader<'_> {
    /// Tells what was met in a paragraph, once for each kind.
    pub(in crate::docx) fn tell_of(&mut self, inline: &Inline<'_>) {
        let changes = bilingual!(
            "请先在 Word 里接受或拒绝修订",
            "accept or reject the changes in Word first"
        );
        if !inline.deleted.trim().is_empty() {
            self.leave_out_deleted(&inline.deleted);
        }
        let mut tell = |words: &str, message: Bilingual| {
            if !words.trim().is_empty() {
                self.flow.tell(Severity::Warning, message);
            }
        };
        let inserted = crate::flow::shortened(&inline.inserted, 40);
        tell(
            &inserted,
            bilingual!(
                "修订中插入的文字“{inserted}”已经带进来；{changes}",
                "text inserted with tracked changes “{inserted}” is taken over; {changes}"; changes
            ),
        );
        let struck = crate::flow::shortened(&inline.struck, 40);
        tell(
            &struck,
            bilingual!(
                "“{struck}”有删除线，已经带进来；如果是删去的文字，请删去",
                "“{struck}” is struck through and taken over; remove it if it was deleted"
            ),
        );
        let unraised = crate::flow::shortened(&inline.unraised, 40);
        tell(
            &unraised,
            bilingual!(
                "“{unraised}”是上标或下标，现在与正文排在同一行；请核对",
                "“{unraised}” is superscript or subscript in the file and is now on the line; \
                 check it"
            ),
        );
        let formulas = crate::flow::shortened(&inline.formulas.join("; "), 80);
        tell(
            &formulas,
            bilingual!(
                "公式 {formulas} 写成了一行；请与原件核对",
                "the formula {formulas} is written on one line; compare it with the original"
            ),
        );
        if !inline.hidden.trim().is_empty() {
            let advice = bilingual!(
                "请在 Word 里显示隐藏文字，把它删去或改为可见",
                "show hidden text in Word, and remove it or make it visible"
            );
            self.flow.leave_out(
                Severity::Warning,
                bilingual!("隐藏文字", "hidden text"),
                &inline.hidden,
                Some(advice),
            );
        }
    }
}
