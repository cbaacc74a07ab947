//! The words of what stands there in further languages.

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of translations;

    choice: "并列显示的其他译文", "Further translations shown beside the text";
    whole: "{}译文：全部 {} 句。", "Translation into {}: all {} sentences.";
    converted: "{}：由程序转换，未经人工校对，以简体原文为准。", "{}: converted by program and not proofread; the source in Simplified characters counts.";
    part: "{}译文：{} 句中已译 {} 句。", "Translation into {}: of {} sentences, {} are translated.";
}
