//! The words of the pages that the browser keeps as they were pre-rendered: topics, figures,
//! coverage, glossary, places. Apart from [`crate::ui`], so that they don't weigh on the program
//! that the browser loads.

pub mod about;
pub mod changes;
#[cfg(feature = "ssr")]
pub mod dates;
pub mod document;
pub mod errata;
pub mod kinds;
pub mod languages;
pub mod library;
pub mod punctuation;
pub mod saved;

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of lists;

    // Shared.
    filter: "筛选", "Filter";
    filter_text: "输入文字筛选", "Filter by words";
    all: "全部", "All";
    count: "显示 {} 项，共 {} 项", "{} of {} shown";
    no_match: "没有符合的。", "Nothing matches.";
    document: "文件", "Document";
    part: "部分", "Part";
    kind: "类型", "Kind";
    sort: "排序", "Sort by";
    reading_order: "原文顺序", "In the order of the text";
    more: "另有 {} 处", "{} more";
    occurs: "出处", "Occurs in";
    interpretation: "解读", "Interp.";
    nowhere: "未在文中出现", "in none of the texts";
    read_sentence: "看原句", "Read it in place";
    whole: "原文整句", "The whole sentence in Chinese";
    referring: "引用这一条的地方", "Where this is referred to";
    naming_document: "提到这份文件的地方", "Where this document is named";
    outside_parts: "各部分之前", "Before the parts";
    undivided: "全文", "The whole text";

    title: "标题", "Title";

    // The first page.
    ask: "可以这样问：", "Try asking:";
    own_figures: "这一条的数字", "Figures in this measure";
    targets: "数字目标", "Targets in figures";
    whole_part: "连着读这一部分", "Read this whole part";
    whole_text: "全文和下载", "Full text and downloads";

    // Topics.
    topics_lead: "按身份和关心的事，找到与自己有关的措施。每一条都引原文。", "Find the measures that concern you, by livelihood and by concern. Each quotes the official text.";
    plain: "编者的话", "In the editors' words";
    plain_note: "“编者的话”是本站编者写的浅显说明，不是官方文字；引文一字未改，以中文原文为准。", "Lines “in the editors' words” are ours, not official. Quotations are exact; the Chinese text is authoritative.";
    original: "原文", "The text says";
    sentence_english: "整句译文", "In English";
    topic_count: "{} 处引文", "Quotations: {}";
    other_topics: "其他话题", "Other topics";

    gaps: "文件没有写明的", "What the text does not say";
    no_amount: "给多少钱：本页引用的各条没有写明金额。", "How much: the measures on this page name no sum of money.";
    no_time: "什么时候：本页引用的各条没有写明日期或期限。", "When: the measures on this page name no date or deadline.";
    no_procedure: "怎么办理：本页引用的各条没有写明怎样申请、找谁办。", "How to apply: the measures on this page do not say how or where.";
    ask_locally: "这些请问当地政府或发文机关。", "For these, ask your local government or the body that issued the document.";
    ask_at: "这些请问：{}。", "For these, ask: {}.";

    // Facts.
    facts_lead: "文件里的数字、限度和期限，由程序逐句读出；数字照原样写出，换算只供参考。", "Every figure, bound and deadline in the documents, read sentence by sentence by a program. Figures stand as printed; conversions are only a help.";
    picture: "图解：数字目标", "Targets in figures";
    picture_pass_on: "转发这张图", "Share this picture";
    picture_open: "打开大图（可打印）", "Open the picture (to print)";
    picture_count: "共 {} 个目标", "targets: {}";
    picture_source: "数字和说明都照原文，以中文原文为准。", "Figures as printed, with unofficial English. The Chinese text is authoritative.";
    picture_of: "原文：{}", "Source: {}";
    due_dates: "什么时候完成", "What is due when";
    no_due: "另有 {} 个目标，原文没有写什么时候完成。", "Other targets, for which the text gives no date: {}.";
    table: "全部数字与期限", "All figures and deadlines";
    figure: "数字", "Figure";
    about: "内容", "About";
    due: "期限", "Due";
    place: "地方", "Where";
    sentence: "原句", "Sentence";
    aimed: "力争", "aimed for";
    stable: "保持稳定", "to be kept stable";
    figures_of: "{} 个数字和期限", "figures and deadlines: {}";
    names: "名称和序数中的数字", "Numbers in names and ordinals";
    names_note: "这些数字是名称、提法或次序的一部分，不是数量。", "These numbers are part of names, slogans or sequences; they are not quantities.";
    data: "下载数据", "Download the data";
    compared: "两份文件的数字对照", "Figures compared";
    compared_lead: "“{}”与“{}”说到同一件事时的数字；日期没有对照。", "Figures that “{}” and “{}” give for the same thing; dates are not compared.";
    in_policy: "政策原文", "Policy";
    in_interpretation: "官方解读", "Interpretation";
    agreement: "对照", "Comparison";
    not_there: "没有写", "not stated";
    only_at_hand: "手头的解读文本可能不完整，它没有写的数字，不能说解读没有提到。", "The text of the interpretation at hand may not be whole: a figure that is not in it may still have been given.";
    only_policy: "只在政策原文中出现的数字：{} 个", "Figures that only the policy states: {}";
    none_shared: "没有哪件事能确定是两份文件都写了数字的。", "Of nothing is it certain that both documents give a figure for it.";

    // Coverage.
    coverage_lead: "官方解读说明了哪些措施，各说明多少，哪些没有谈到。", "Which measures the official interpretation explains, how much of each, and which it passes over.";
    coverage_measure: "百分数是该条正文的字（不计标点）中，在解读里有相同或相近文字的份额，由程序算出；没有谈到不等于不重要。", "The percentage is the share of a measure's characters (without punctuation) that stand in quotations or paraphrases of the interpretation, computed by a program. Being passed over does not make a measure less important.";
    covered: "全文 {}% 有解读", "{}% of the text is explained";
    picture_of_coverage: "一览", "At a glance";
    legend: "图例", "Legend";
    part_named: "整体提到", "mentioned as a whole";
    explained: "有解读", "Explained";
    named: "只提到", "Only mentioned";
    silent: "没有谈到", "Passed over";
    unknown: "不知道：手头文本没有提到", "Not known: not in the text at hand";
    letter_unknown: "?", "?";
    as_far_as_known: "以上只按手头的解读文本计算。", "This counts only the text of the interpretation at hand.";
    unknown_list: "手头的解读文本没有提到的措施", "Measures that the text at hand does not mention";
    unknown_lead: "手头的解读文本可能不完整，不能说解读没有谈到这些措施。", "The text at hand may not be whole, so this does not mean that the interpretation passes over these measures.";
    letter_named: "提", "m";
    letter_silent: "无", "–";
    status: "状态", "Status";
    letter_opening: "开头", "Start";
    letter_introduction: "引言", "Intro";
    share: "有解读的份额", "Share explained";
    sentences_explained: "有解读的句子", "Sentences explained";
    as_table: "逐条列表", "Measure by measure";
    measure: "条目", "Measure";
    silent_list: "没有谈到的措施", "Measures passed over in silence";
    silent_none: "每一条措施都谈到了。", "No measure is passed over.";
    ungrounded: "解读中原文没有的内容", "Said only in the interpretation";
    ungrounded_lead: "标出的文字在政策原文里找不到相同或相近的说法。由程序比对得出，可能只是换了说法。", "The marked words have no counterpart in the policy's text. Found by a program: some may merely be said differently.";
    ungrounded_past: "讲过去情况和背景的内容", "Background and what has been achieved";
    ungrounded_none: "没有找到。", "None were found.";
    kind_sentence: "整句", "Sentence";
    kind_clause: "分句", "Clause";
    kind_member: "列举项", "Item of a list";
    kind_figure: "数字", "Figure";

    // Glossary, places.
    glossary_lead: "不常见的名词、提法和简称，用平常的话说明。", "Terms, set phrases and short forms that few outside government know, in plain words.";
    basis_editors: "编者注", "Editors' note";
    basis_text: "依据原文", "From the source text";
    places_lead: "文件里提到的地方和机构，以及在哪里提到。", "The places and organisations that the texts name, and where each is named.";
    no_map: "这里只列名称，不画地图。", "Names only; no map is drawn.";
    places: "地名", "Places";
    bodies: "机构和平台", "Organisations and platforms";
    inside: "区内", "Within the region";
    outside: "区外", "Elsewhere";
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_is_there_in_both_languages() {
        for (key, zh, en) in crate::interface::SECTIONS.iter().flat_map(|(_, all)| *all) {
            assert!(!zh.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{key}");
        }
    }
}
