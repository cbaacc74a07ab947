//! The words of the page with the measures that a reader saved.

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of saved;

    own: "共 {} 条，只存在这台设备的这个浏览器里。清除浏览器数据，收藏会一并清除。", "Saved measures: {}. They are stored only in this browser on this device; if you clear the browser's data, they are deleted too.";
    sent: "这是别人发来的清单，共 {} 条。", "Someone sent you this list. Measures on it: {}.";
    empty: "还没有收藏。读到想留着的一条，点“收藏”。", "Nothing is saved yet. On a measure that you want to come back to, select “Save”.";
    refused: "这个浏览器不让网站在设备上存东西（无痕窗口常常这样），收藏不了。可以打开想留的那一条，转发给自己。", "This browser does not let sites store anything on the device (private windows often don't), so nothing can be saved. You can open a measure and send it to yourself instead.";
    gone: "清单里另有 {} 条，本站现在没有。", "On the list, but not on this site now: {}.";
    unread: "有 {} 条的标题没有读到；联网后再打开这一页。", "Titles that could not be read: {}. Open this page again when you are online.";
    pass_on: "转发清单", "Share the list";
    save_all: "全部收藏", "Save all";
    see_own: "看我的收藏", "See my own";
    only_with_script: "收藏需要脚本。", "Saving needs JavaScript.";
    without_script: "收藏需要脚本。下面是全部条目。", "Saving needs JavaScript. All measures are listed below.";
}
