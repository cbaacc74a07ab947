//! The words of the page that tells what changed from one document to the next.

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of changes;

    title: "有哪些变化", "What changed";
    lead: "与“{}”逐条比较。", "Compared with “{}”, measure by measure.";
    how: "哪一条变成了哪一条，由程序按文字的相同程度判断，可能有误；原文一字未改，以原文为准。", "A program works out which measure became which from the words they share; it may be wrong. The texts stand as printed; they are authoritative.";
    marks: "划去的字是以前有、现在没有的；带下划线的字是现在新有的。", "Struck-out words are gone; underlined words are new.";
    see: "看有哪些变化", "See what changed";

    replaces: "所替代的文件", "The document it replaces";
    replaced_by: "已被这份文件替代", "Replaced by";
    follows: "上一份文件", "The document before it";
    followed_by: "下一份文件", "The document after it";
    based_on: "所依据的文件", "The document it is based on";
    basis_of: "依据这份文件制定的文件", "A document based on this one";

    summary: "一览", "At a glance";
    figures: "变了的数字和期限", "Figures and deadlines that changed";
    no_figures: "前后都有的条目里，没有找到变了的数字和期限。", "In the measures that both documents have, no figure or deadline was found to have changed.";
    figures_note: "只有说的是同一件事，才把前后两个数字并列；说不准的，各自列出。", "Two figures stand side by side only where they speak of the same thing; where that is not certain, each is listed by itself.";
    measure: "条目", "Measure";
    before: "以前", "Before";
    now: "现在", "Now";
    not_stated: "没有对应的数字", "no matching figure";
    due: "期限 {}", "due {}";

    list: "逐条变化", "Measure by measure";
    moved: "位置变了", "Moved";
    was: "以前是：", "Was: ";
    address: "这处变化的地址", "Address of this change";
    unchanged_list: "文字相同的条目：{} 条", "Measures with the same words: {}";
    data: "下载数据", "Download the data";
}
