//! The words of the search page itself, without those of its results, which come with the search.

use crate::route::UiLocale;

table! {
    words of search;

    // The state of the search.
    searching: "正在搜索…", "Searching…";

    // Narrowing and order.
    filters: "筛选和排序", "Filter and sort";

    // Taking the hits away.
    download: "下载这些结果", "Download these results";

    // Without a query, and help.
    help: "怎样搜索（点例子试试）", "How to search (select an example to try it)";
    help_words: "平常的话", "everyday words";
    help_exact: "引号里的字一字不差", "quotation marks: exactly these words";
    help_without: "减号：不要含这个词的", "minus: without this word";
    help_or: "OR：有一个就行", "OR: either of the two";
    help_title: "只在标题里找", "only in headings";
    help_part: "只在第三部分里找", "only in part three";
    help_document: "只在这份文件里找", "only in this document";
    help_language: "只在英文译文里找", "only in the English translation";
    help_pinyin: "拼音，或每个字的首字母", "pinyin, or the first letter of each syllable";
    help_traditional: "繁体字", "Traditional characters";
    help_number: "条号", "a measure by its number";
    help_quantity: "数字，怎么写都行", "a quantity, however it is written";
    elsewhere: "也可以这样找", "Other ways to find it";
}
