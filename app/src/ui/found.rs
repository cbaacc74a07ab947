//! The words of what a search finds, does and misses.

use crate::route::UiLocale;

table! {
    words of found;

    // The state of the search.
    found: "找到 {} 条", "{} results";
    found_places: "，原词出现 {} 次", "; the exact words appear {} times";
    found_at_least: "至少找到 {} 条", "At least {} results";
    found_places_at_least: "，原词至少出现 {} 次", "; the exact words appear at least {} times";
    one_found: "找到 1 条", "1 result";
    stop: "。", ".";
    loading: "（完整搜索正在载入，先列出逐字相同和说法相关的）", " (full search still loading; exact and related matches first)";
    unreachable: "完整搜索没有载入，可能是网络中断。下面只列出与所输文字完全相同的地方；阅读不受影响。", "The full search could not be loaded; the network may be down. Below are only exact matches. Reading is not affected.";
    unreachable_pieces: "搜索数据没有取到，可能是网络中断；阅读不受影响。请再试一次。", "The search data could not be fetched; the network may be down. Reading is not affected. Try again.";
    damaged_pieces: "搜索数据不完整或已损坏，没有使用；阅读不受影响。请再试一次；仍不行请告知网站管理员。", "The search data is incomplete or damaged and is not used. Reading is not affected. Try again; if it persists, tell the site's staff.";
    damaged: "搜索数据不完整或已损坏，没有使用。下面只列出与所输文字完全相同的地方，这些结果可靠。请重试；仍不行请告知网站管理员。", "The search data is incomplete or damaged and is not used. Below are only exact matches, which can be trusted. Try again; if it persists, tell the site's staff.";
    other_release: "搜索数据与本页不是同一版本（网站可能刚更新），没有使用。请刷新页面；下面是与所输文字完全相同的地方。", "The search data belongs to another version of the site (it may just have been updated) and is not used. Reload the page; below are exact matches.";
    crashed: "搜索程序意外停止，已重新启动，但这次搜索仍未完成。下面只列出与所输文字完全相同的地方。可换一种说法，或再试一次。", "The search stopped unexpectedly; it was started again, but could not answer this. Below are only exact matches. Put it differently, or try again.";
    retry: "再试一次", "Try again";

    // How the query was read.
    read_as_words: "搜索写法有一处没看懂，已当作普通文字搜索。", "Part of the query could not be read as written; it was taken as plain words.";
    shortened: "输入太长，只搜索了开头部分。", "The query is too long; only its beginning was searched.";
    relaxed: "没有一条同时包含所有的词，下面是包含其中一部分的。", "Nothing has all the words; these have some of them.";
    nothing_found: "没有找到“{}”。", "Nothing was found for “{}”.";
    only_near: "没有直接的答案，下面的只是相近。", "There is no direct answer. These are the closest matches.";
    no_amount: "原文讲到了这件事，但没有写具体数额。", "The texts mention this but give no amount.";
    no_time: "原文讲到了这件事，但没有写具体时间。", "The texts mention this but give no time.";
    no_way: "原文讲到了这件事，但没有写怎么办、去哪里办。", "The texts mention this but do not say how or where to apply.";
    searched_everywhere: "限定的范围内没有，已改为搜索全部文字。", "Nothing within these limits; all texts were searched instead.";
    corrected: "没有“{}”，已改为搜索“{}”。", "No results for “{}”; searched for “{}” instead.";
    did_you_mean: "您要找的是不是：", "Did you mean: ";
    read_as: "“{}”读作：{}", "“{}” read as: {}";
    also_searched: "也搜索了相关的说法：", "Related words searched as well: ";
    semicolon: "；", "; ";
    without_filters: "没有符合筛选条件的。下面是不加筛选的结果。", "Nothing matches the filters. These are the results without them.";

    // Groups and reasons.
    exact: "文字完全相同", "Exactly as typed";
    related: "意思相关或写法不同", "By related words or other ways of writing";
    partial: "只包含一部分", "Only some of the words";
    more_partial: "另有 {} 条只包含一部分", "{} more with only some of the words";
    near: "相近的结果", "Close matches";
    added: "完整搜索补充的结果", "Added by the full search";
    by_title: "在标题中", "in the title";
    by_translation: "在译文中", "in the translation";
    by_correction: "按勘误后的文字", "in the corrected reading";
    by_related: "相关说法：{} → {}", "related words: {} → {}";
    by_plain: "编者的话里有“{}”", "in the editors' words: “{}”";
    by_pinyin: "按拼音：{} → {}", "by pinyin: {} → {}";
    by_traditional: "繁体：{} → {}", "Traditional characters: {} → {}";
    by_spelling: "按拼写更正：{} → {}", "spelling: {} → {}";
    by_number: "数字：{}", "number: {}";
    by_numbered: "按条号", "by its number";
    places: "{} 处", "{} places";

    // Narrowing and order.
    by_document: "文件", "Document";
    by_part: "部分", "Part";
    by_topic: "与我有关", "What's in it for me";
    order: "排序", "Sort by";
    by_relevance: "最相关的在前", "Most relevant first";
    in_order: "按原文顺序", "In the order of the text";
    only: "只看：", "Only: ";
    remove: "去掉“{}”", "Remove “{}”";
    clear_filters: "取消筛选", "Clear filters";
    more: "看更多", "Show more";
    remaining: "还有 {} 条", "{} more";

    // Taking the hits away.
    take_note: "每个找到的句子一行：原文、译文、条号、第几句、网址和可以照抄的出处。", "One row for each sentence found: text, translation, measure and sentence numbers, address, and a citation to copy.";
    copy_note: "如果没有开始下载（微信里常常如此），请全选下面的文字复制：", "If no download starts (often so in WeChat), copy the text below:";
    export_file: "搜索 {}", "Search {}";
    export_title: "搜索：{}", "Search: {}";
    export_release: "网站版本：{}", "Version of the site: {}";

    // Citations.
    cited_issuer: "{}：", "{}, ";
    cited_issuers_between: "、", "; ";
    cited_title: "《{}》", "“{}”";
    cited_sentence: "第{}句", "sentence {}";
    cited_access: "{}查阅", "accessed {}";
    cited_comma: "，", ", ";

    // On the page of a provision.
    matches: "“{}”：{} 处", "Matches for “{}”: {}";
    match_of: "第 {} 处，共 {} 处", "match {} of {}";
    previous_match: "上一处", "Previous match";
    next_match: "下一处", "Next match";
    clear_matches: "清除标记", "Clear the marks";
    back_to_results: "返回搜索结果", "Back to the results";

    // Completions.
    completions: "搜索建议", "Suggestions";
    completions_count: "{} 条建议，用上下键选择", "Suggestions: {}; choose with the arrow keys";
    kind_title: "标题", "heading";
    kind_term: "词语", "term";
    kind_number: "条号", "number";
}
