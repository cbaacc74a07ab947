//! Words that say nothing about what is looked for.

/// Chinese words that ask, and words that every text has, parted by white space.
pub const CHINESE: &str = "吗 呢 吧 啊 呀 嘛 么 呗 哇 的 了 着 是 有 在 和 与 及 或 被 把 给 让 对 就 都 也 还 又 再 很 \
    才 只 最 更 挺 那么 这么 弄 搞 办 去 来 拿 说 看 找 到 从 往 跟 做 得 过 点 些 我 你 他 她 咱 俺 我们 你们 他们 咱们 俺们 我家 俺家 我们家 我们村 我们这 \
    我们这儿 我们这里 我们这边 我们这地方 这地方 这边 那边 自己 别人 人家 老百姓 怎么 怎样 怎么办 怎么样 怎么弄 怎么搞 \
    怎么回事 怎么说 怎么算 怎么领 怎么办理 怎么处理 怎么申请 咋 咋办 咋整 咋弄 咋样 咋搞 咋回事 咋说 咋算 咋领 咋处理 \
    如何 是否 什么 啥 有啥 有什么 干啥 干什么 为什么 为啥 什么时候 啥时候 哪 哪里 哪儿 哪些 哪个 去哪 去哪里 去哪儿 \
    到哪 到哪里 上哪 上哪儿 在哪 在哪里 在哪儿 哪里有 哪有 谁 谁来 找谁 问谁 几 几个 多少 有多少 多少钱 给多少 多久 何时 多大 \
    多长 多长时间 能否 可否 能不能 可不可以 可以 能 要 会 会不会 想 想要 请问 请教 应该 应当 需要 有没有 是不是 \
    要不要 给不给 管不管 行不行 好不好 让不让 一下 一个月 每个月 一年 每年 这 那 这个 那个 这些 那些 现在 目前 最近 以前 以后 今后 当年 当时 后来 从前 今年 明年 \
    将来 时候 到底 究竟 真的 的话 如果 要是 但是 因为 所以 不 没 没有 还能 还给 还会 还要 还有 国家管 政府管 \
    国家有 政府有 有人管 谁管 国家能 政府能 国家给 政府给 国家补 政府补 国家支持 政府支持 \
    啦 哩 咧 哈 哦 嘞 多会 多会儿 几时 啥样 什么样 往后 一块 一块儿 咋知道 怎么知道 怎么才能 咋才能 有没 该 叫 这儿 那儿 \
    村里 村上 屯里 东西 事情 办法 越来越 特别 非常 一直 老是 总是 快要 已经 告诉";

/// English words of the same kind.
const ENGLISH: &str = "a an the of for to in on at by with and or is are was were be been do does did how \
    what who whom which when where why can could will would shall should may might must i you he she we they \
    it my your our their this that these those there from as any some about into if not no yes has have had \
    s get me us last next now";

/// The most frequent of them, a third of all places in English: the index does without.
const UNINDEXED: &str =
    "a an the of for to in on at by with and or is are was were be been as from that this";

/// Whether the English word says nothing about what is looked for.
pub fn is_english(word: &str) -> bool {
    ENGLISH.split_whitespace().any(|own| own == word)
}

/// Whether the index has places of the English word.
pub fn is_indexed(word: &str) -> bool {
    !UNINDEXED.split(' ').any(|own| own == word)
}
