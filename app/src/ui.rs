//! The words of the user interface, in Chinese and English: one typed table, so that a missing
//! word does not compile. (A translation framework was weighed; see ADR 0003.)

use crate::route::UiLocale;

/// A table of words, `function of section`: the function that gives them in a language, and what the
/// section is called in the files of further languages (see [`crate::interface`]).
macro_rules! table {
    ($words:ident of $section:ident; $($(#[$doc:meta])* $key:ident: $zh:literal, $en:literal;)*) => {
        /// The words of a table.
        #[expect(missing_docs, reason = "each key is named after its words")]
        #[derive(Debug)]
        pub struct Texts { $($(#[$doc])* pub $key: &'static str,)* }

        static ZH: Texts = Texts { $($key: $zh,)* };
        static EN: Texts = Texts { $($key: $en,)* };

        /// Every key with its words in both languages.
        #[cfg(any(test, feature = "ssr"))]
        pub(crate) const ALL: &[$crate::ui::Word] = &[$((stringify!($key), $zh, $en),)*];

        /// The words in a language.
        pub fn $words(locale: UiLocale) -> &'static Texts {
            match locale {
                UiLocale::Zh => &ZH,
                UiLocale::En => &EN,
                #[cfg(any(feature = "ssr", feature = "full-search"))]
                UiLocale::Further(interface) => &interface.tables.$section,
            }
        }

        #[cfg(any(feature = "ssr", feature = "full-search"))]
        impl Texts {
            /// A table of these words, in the order of its keys; in place of an empty one the Chinese.
            pub(crate) fn in_order(next: &mut dyn FnMut() -> &'static str) -> Self {
                let mut word = |own: &'static str| match next() {
                    "" => own,
                    word => word,
                };
                Self { $($key: word($zh),)* }
            }
        }
    };
}

/// A key with its words in Chinese and English.
#[cfg(any(test, feature = "ssr"))]
pub type Word = (&'static str, &'static str, &'static str);

#[cfg(feature = "ssr")]
pub(crate) use table;

pub mod found;
pub mod search;

table! {
    texts of page;

    skip: "跳到正文", "Skip to the text";
    contents: "目录", "Contents";
    topics: "与我有关", "What's in it for me";
    facts: "数字与期限", "Figures and deadlines";
    coverage: "解读情况", "What is explained";
    glossary: "词语解释", "Glossary";
    places: "地名与机构", "Places and organisations";
    saved: "我的收藏", "Saved measures";
    save: "收藏", "Save";
    about: "关于", "About";
    menu: "网站导航", "Site";
    menu_button: "菜单", "Menu";
    to_top: "回到顶部", "Back to the top";
    search: "搜索", "Search";
    search_hint: "用平常的话搜", "Use everyday words";
    search_lead: "可以用平常的话、拼音、繁体字、数字或英语来找。按 / 键回到搜索框。", "Use everyday words, pinyin, Traditional characters, numbers or English. The / key leads to the search box.";
    part: "第{}部分", "Part {}";
    measure: "措施", "Measure";
    preamble: "开头", "Preamble";
    introduction: "引言", "Introduction";
    head: "文头", "Head";
    close: "落款", "Signature and date";
    annex_list: "附件目录", "List of annexes";
    annex: "附件", "Annex ";
    previous: "上一条", "Previous";
    next: "下一条", "Next";
    you_are_here: "当前位置", "You are here";
    text_choice: "显示文字", "Text shown";
    both: "中英对照", "Both";
    chinese: "中文", "Chinese";
    english: "英文", "English";
    explained: "官方解读", "Official interpretation";
    explains: "说明的措施", "Explains";
    passages: "官方解读中的相关段落", "Passages of the official interpretation";
    no_passages: "官方解读没有谈到这一条。", "The official interpretation does not mention this measure.";
    none_at_hand: "手头的官方解读文本没有提到这一条。这份文本可能不完整，不能说解读没有谈到。", "The text of the official interpretation at hand does not mention this measure. That text may not be whole, so this does not mean that the measure was passed over.";
    no_ground: "政策原文中没有对应的内容。", "Nothing in the policy corresponds to this.";
    no_ground_at_hand: "手头的政策文本中没有对应的内容。这份文本可能不完整。", "Nothing in the policy's text at hand corresponds to this. That text may not be whole.";
    quote: "相同文字", "Shared wording";
    paraphrase: "换一种说法", "In other words";
    mention: "提到", "Mention";
    shared_note: "标色的文字两份文件共有；划线的文字只有一份文件有，或两份说法不同。", "Marked words stand in both documents; underlined words stand in one only, or differ.";
    more_sentences: "……另有 {} 句", "… more sentences: {}";
    unofficial: "英文是本站的非官方译文，以中文原文为准。", "The English is our unofficial translation; the Chinese text is authoritative.";
    untranslated: "这一句还没有译文。", "This sentence is not translated yet.";
    translated_part: "英文译文：{} 句中已译 {} 句，其余显示中文原文。", "Of {} sentences, {} are translated into English; the others are shown in Chinese.";
    permalink: "这一句的地址", "Address of this sentence";
    sentence_link: "第 {} 句：转发、复制", "Sentence {}: share, copy";
    interpreted_by: "官方解读", "Official interpretation";
    interprets: "所解读的文件", "The document it interprets";
    downloads: "下载", "Downloads";
    info: "文件信息", "About this document";
    search_needs_script: "搜索需要脚本。没有脚本时，可以打开全文，用浏览器的“页内查找”。", "Searching needs JavaScript. Without it, open the whole text and use your browser's find-in-page.";
    search_lost: "搜索没有载入，请刷新这一页。也可以打开全文，用浏览器的“页内查找”。", "The search could not be loaded: reload this page. You can also open the whole text and use your browser's find-in-page.";
    not_found: "没有这个页面", "There is no such page";
    not_found_help: "地址可能有误，或者页面已经搬走。可以从目录开始，或者搜索。", "The address may be wrong, or the page has moved. Start from the contents, or search.";
    not_kept: "这一页不在这台设备上", "This page is not on this device";
    not_kept_help: "现在没有网络。已经存在这台设备上的页面仍可阅读，请从目录开始；联网后再看这一页。", "You are offline. You can still read the pages stored on this device: start from the contents. Open this page again when you are online.";
    settings: "设置", "Settings";
    read_aloud: "朗读", "Read aloud";
    pass_on: "转发", "Share";
    print: "打印", "Print";
    tools: "阅读工具", "Reading tools";
    elder: "长者模式", "Large type";
    elder_off: "退出长者模式", "Turn off large type";
    in_force: "现行有效", "In force";
    not_yet_in_force: "尚未施行", "Not yet in force";
    expired: "已失效", "No longer in force";
    effective_from: "自 {} 起施行", "In force from {}";
    in_force_until: "有效期至 {}", "In force until {}";
    original: "官方原文", "Official original";
    original_pdf: "官方原文（PDF）", "Official original (PDF)";
    updated: "本站最后更新：{}", "Last updated here: {}";
    sponsor: "主办单位：", "Sponsor: ";
    operator: "承办单位：", "Operator: ";
    contact: "联系方式：", "Contact: ";
    contact_for_errors: "联系、报告错误：", "Contact or report an error: ";
    site_code: "网站标识码：", "Site code: ";
    official_site: "党政机关网站标识", "Official Party or government site";
    data_note: "文件的文字和数字都照原文。", "Chinese text and figures are from the source.";
    editors_note: "浅显的说明是编者写的。", "Plain-language lines are by the editors.";
}

/// A text with its `{}` filled in.
pub fn fill(text: &str, value: &str) -> String {
    let Some(at) = corpus::text::find(text, "{}") else { return text.to_owned() };
    [&text[..at], value, &text[at + 2..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_one_after_the_other() {
        assert_eq!(fill(&fill("{}（{}）", "甲"), "乙"), "甲（乙）");
        assert_eq!(fill("甲", "乙"), "甲");
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        for (key, zh, en) in ALL.iter().chain(found::ALL).chain(search::ALL) {
            assert!(!zh.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{key}");
        }
    }
}
