//! The words of the about page.

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of about;

    lead: "本站有什么、从哪里来、怎样做成、还有什么不知道。", "What this site shows, where it comes from, how it is made, and what is not known.";

    source: "来源", "Source";
    source_lead: "正文逐字取自下列来源文件；本站不改动原文，勘误另行标出。", "The texts are taken from these source files character by character. They are never changed; corrections are shown separately.";
    file: "来源文件", "Source file";
    lines: "第 {} 至 {} 行", "lines {} to {}";
    source_each: "每份文件的页面写明它的来源", "The page of each document names its source";
    offline_each: "在每份文件的页面下载", "On the page of each document";
    origin: "首次发布", "First published at";
    sha256: "文件的 SHA-256 校验值", "SHA-256 of the file";

    unknown: "不知道的和缺少的", "What is not known, and what is missing";
    unknown_lead: "来源没有写明的，本站不补，也不推测。", "What the source does not state is neither filled in nor guessed.";
    unknown_rows: "原文没有写明：{}。", "Not stated in the source: {}.";
    open_rows: "本站尚未填写（原文里有没有，还没有核对）：{}。", "Not filled in yet (nobody has checked whether the source states it): {}.";
    silent: "“{}”的 {} 条中，有 {} 条在官方解读里没有谈到。", "“{}”: of its {} measures, the official interpretation passes over {}.";
    unmentioned: "“{}”的 {} 条中，有 {} 条在手头的官方解读文本里没有提到；这份文本可能不完整，不能说解读没有谈到。", "“{}”: of its {} measures, the text of the official interpretation at hand does not mention {}. That text may not be whole, so this does not mean that they were passed over.";
    silent_in: "“{}”的 {} 条中，有 {} 条在“{}”里没有谈到。", "“{}”: of its {} measures, {} are passed over in “{}”.";
    unmentioned_in: "“{}”的 {} 条中，有 {} 条在手头的“{}”文本里没有提到；这份文本可能不完整，不能说它没有谈到。", "“{}”: of its {} measures, {} are not mentioned in the text at hand of “{}”. That text may not be whole, so this does not mean that they were passed over.";
    see_coverage: "看解读情况", "See what is explained";

    links: "对应关系怎样得来", "How the links are made";
    links_how: "解读的每一句与政策的每一句由程序比对：越少见的相同文字，分量越重；据此分为“相同文字”“换一种说法”和“提到”。没有人工写定的对照表，每一处都标出所依据的文字；比对可能有遗漏或误判。", "A program compares every sentence of the interpretation with every sentence of the policy: the rarer the wording they share, the more it weighs. That makes a link “shared wording”, “in other words” or “mention”. No table of pairs is written by hand, and the words that a link rests on are marked. Links may be missed or wrong.";
    facts: "数字和期限怎样得来", "How figures and deadlines are read";
    facts_how: "数字、单位、限度（以上、以下、力争……）和期限由程序按规则从句子里读出，与名称、序数里的数字分开。换算只作参考：1亩＝1/15公顷；1斤＝0.5公斤；一个足球场按105米×68米计。", "A program reads figures, units, bounds and deadlines from the sentences by rules, and keeps numbers in names and ordinals apart. Conversions are only a help: 1 mu = 1/15 hectare; 1 jin = 0.5 kg; a football pitch is taken as 105 m × 68 m.";
    editorial: "本站所加", "What the site adds";
    editorial_how: "“编者的话”、词语解释和勘误说明由编者撰写；引文在制作时逐条核对，与原文不符就不能发布。", "Lines in the editors' words, explanations of terms and notes on errors are ours. Every quotation is checked against the text when the site is built; one that does not match stops the build.";

    translation: "译文", "Translation";
    translation_status: "英文是本站的非官方译文，逐句对应；以中文原文为准。", "The English is our own, unofficial translation, aligned sentence by sentence. The Chinese text is authoritative.";
    translation_none: "本站没有译文。", "There is no translation on this site.";
    translation_checks: "制作时核对：句数相同，原文的每个数字在译文中都有，不留汉字，用语一致。", "Checked when the site is built: the same number of sentences, every figure of the source present, no Chinese left over, terms used consistently.";

    errata: "勘误", "Errors in the source";
    errata_lead: "来源文本中疑似排印错误的地方，共 {} 处。原文未改动。排版造成的断行（一句话、一个词中间断开）和几条连排在一行的，按规则接上或分开，字一个不变，不算勘误。", "Places where the source seems to be misprinted: {}. The text itself is not changed. Lines that its layout breaks in the middle of a sentence or a word are joined, and numbered units that run together on one line are parted, by rule and without changing a character; these are not counted as errors.";
    certain: "肯定有误", "certainly an error";
    likely: "可能有误", "possibly an error";

    rights: "权利与许可", "Rights and licences";
    rights_official: "具有立法、行政、司法性质的官方文件不受著作权保护（《中华人民共和国著作权法》第五条），可以自由使用。", "Official documents of a legislative, administrative or judicial nature are not protected by copyright (Copyright Law of the People's Republic of China, Article 5).";
    rights_translation: "译文：知识共享 署名 4.0（CC BY 4.0）。", "Translation: Creative Commons Attribution 4.0 (CC BY 4.0).";
    rights_code: "程序：Apache-2.0 或 MIT，任选其一。", "Program code: Apache-2.0 or MIT, at your option.";
    third_party: "第三方组件的许可", "Licences of third-party components";

    offline: "离线阅读", "Read offline";
    offline_files: "每份全文可以下载成一个文件，断网也能打开：", "Each text can be downloaded whole, as one file that opens without a network:";

    verify: "核对本次发布", "Verify this release";
    verify_how: "每个文件的校验值都随站发布，可以自行核对。", "The checksums of all files are published with the site, so that anyone can check them.";
    sums: "全部文件的校验值（SHA256SUMS）", "Checksums of all files (SHA256SUMS)";
    release: "发布说明数据（release.json）", "Data about the release (release.json)";

    accessibility: "无障碍", "Accessibility";
    accessibility_how: "本站以《网页内容无障碍指南》（WCAG）2.2 AA 级为目标制作，没有经过第三方评测。没有脚本也能阅读全文、译文、对应关系和各个列表；全部功能可用键盘操作；可以放大，可用深色显示；不用颜色作唯一标记；不向第三方请求任何内容。", "The site is built towards WCAG 2.2, level AA; no third party has assessed it. Without JavaScript, the texts, the translation, the links and all lists can be read. Everything works with a keyboard, when zoomed in and in dark colours; colour is never the only sign; nothing is requested from third parties.";
    accessibility_limits: "搜索和筛选需要脚本；没有脚本时，可用浏览器的“页内查找”。", "Searching and filtering need JavaScript; without it, use the browser's find-in-page.";
}
