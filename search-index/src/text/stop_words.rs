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
    咋申请 咋申报 咋办理 咋报名 怎么申报 怎么报名 如何申请 如何申报 如何办理 如何报名 去哪办 去哪办理 在哪办 在哪儿办 在哪办理 \
    上哪办 上哪儿办 去哪申请 在哪申请 上哪申请 去哪报名 在哪报名 上哪报名 去哪领 在哪领 上哪领 在哪个窗口办 哪个窗口 \
    什么手续 啥手续 什么材料 啥材料 什么电话 啥电话 打什么电话 打啥电话 哪天 哪一天 从哪天 几号 几月 几月份 哪年 啥时间 什么时间 \
    多少元 多少块 几块 几块钱 几元 几万 几千 几百 几成 几个点 百分之几 百分之多少 一户 一头 一只 一亩 一吨 一天 每户 每头 每只 每亩 每吨 每天 \
    村里 村上 屯里 东西 事情 办法 越来越 特别 非常 一直 老是 总是 快要 已经 告诉 \
    咱村 咱们村 俺村 我爸 我妈 我爹 我娘 我爷 我奶 我媳妇 我闺女 啥情况 为何 需不需要 算不算 打算 根本 完全 其实 反正 \
    差不多 大概 马上 赶紧 整天 第一次 原先 原来 当初 旁边 出去 过去 据说 觉得 感觉 认为 希望 盼着 指望 担心 害怕 发愁 \
    帮忙 帮帮 轮上 轮到 轮得上 轮不上 收拾 拾掇 太差 方便 麻烦 容易 厉害 旧的 别处 其他 整个 连着 接着 一起 一个 四个 \
    不许 清楚 四处 到处 好处 \
    起来 出来 回来 回去 下来 下去 上来 上去 过来 进来 进去 自个儿 早先 这事 这事儿 那种 这种 日子 几家";

/// Characters of everyday verbs, adjectives and adverbs, and of places and times: beside a subject
/// that the texts have, one of them that they lack is no other subject.
const COMMON_CHARACTERS: &str = "太多少大小老新好坏快慢高低长短早晚远近轻重冷热硬软满空全半真假难上下左右里外前后中间边头面\
    吃喝住穿用玩看听说讲问想知道叫走跑来去进出回到过开关起坐站放拿给送带拉推打抓弄搞做干活买卖花借还欠换修改盖装拆死伤疼累怕愁急等完够剩缺丢倒塌烂掉断破堵乱脏遇\
    自我你他她它咱俺人谁这那哪某每各年月日天时候冬夏春秋今明昨个只匹条块件次些点家户群不没别无着了的地得和跟同与或但而因为所以如果要是就才都也还又再很最更\
    能会可以应该必须愿肯敢行成一二三四五六七八九十百千万几两让被把对从往向比靠按照先另刚已正在总常经事儿子么什怎咋啥国政府公管理题话样法见快寻瞅受呗\
    嫌躲藏扔捡摘挑背抱扛搬洗擦扫挡拦赶追逃收摆挂挤压撞碰砸切剪绑拴牵领派排队招呼喊骂吵忘记懂嫁娶养种稀稠薄厚窄宽胖瘦香臭甜苦酸辣响静亮黑\
    白红绿黄蓝圆方尖平直弯歪斜碎裂裹圈挖埋刨翻捞捆铺垫搭架插拔撒喂哄教陪替顶凑熬催瞎胡净光湿潮穷富忙闲懒勤您瞧眼手脚嘴脸身心气劲啦嘛呀哩\
    挨挣接算帮值连批报当口";

/// Words of offices and of everyday life that name a subject of their own, parted by white space:
/// where neither the texts nor the thesaurus have one, something else was asked. Words whose every
/// character is rare enough are counted without standing here.
pub const SUBJECTS: &str = "身份证 护照 驾照 行驶证 结婚证 营业执照 许可证 学生证 毕业证 公证 补办 挂失 摩托车 重卡 三轮车 自行车 上牌 牌照 \
    年检 年审 追尾 加油站 高速路 过路费 高铁 地铁 出租车 公积金 小区 装修 公租房 棚改 暖气 供热 燃气 天然气 煤气 \
    液化气 话费 抚养 收养 过继 产假 改名 改姓 难产 月子 核酸 新冠 高血压 血压 心脏病 近视 中医 偏方 挂号 个税 国债 \
    中奖 黄金 金子 人民币 比特币 信用卡 理财 法院 起诉 坐牢 军队 中考 研究生 作业 试用期 年假 失业金 网吧 明星 演唱会 \
    音乐会 小说 做饭 饺子 白酒 香烟 养狗 养猫 风力 光伏 太阳能 氢能 稀土 人口普查 航天 航空 天气预报 气温 软件 电脑 喇嘛 \
    剪羊毛 鞍子 蒙古袍 棉花 哈密瓜 香蕉 养蜂 洗澡 热水器 净水器 理发 美国 日本 韩国 蒙古国 新生儿 婚姻登记 结婚登记 \
    独生子女 高龄 五险一金 下水道 骆驼 眼镜 旅行社 总统 国籍 领证 社保卡 退休年龄 退休证 丧葬费 失业保险 普通话 限行 \
    过户 二手车 修车 打车 时刻表 注册公司 开公司 年报 招标 银行卡 抚养费 赡养费 上诉 开庭 法律援助 劳动合同 烟花 \
    关节炎 过敏 不孕 儿科 眼科 手机卡 空气质量 家政 月嫂 健身 跑步 马拉松 水电站 军事 联合国 二手房 红薯 大蒜 花卉 \
    鲜花 人参 拉稀 庙会 照片 打印 翻译 成绩 日历 年龄 海拔 车站 地址";

/// English words that say as little as those characters, and words that people put around their subject.
const COMMON_ENGLISH: &str = "get make need want stop start begin same thing things someone \
    something anyone anything everybody people worry happen keep let go going come coming put take give tell say \
    know find see look ask live living use used own each every other another both still ever never lot lots way down \
    fix fixing being run running away written grow bit getting making kept doing done stay \
    week month day night morning today tomorrow yesterday guy man person folks big little good bad \
    better best huge nice fine great real right wrong sure full hard easy fast slow fall falling \
    apart break breaking broke heading head anybody nobody somebody anywhere somewhere nothing whole \
    half kind sort type holds hold turn turning bring keeps sent send mine others always often soon \
    later early late ago yet around across between without within under against along near far \
    asking talk hear heard think guess hope wish believe remember forget understand explain mean \
    means allowed allow able possible expect year";

/// Words for what one may know of any subject: alone they are none.
const ATTRIBUTES: &str = "补贴 补助 政策 价格 条件 比例 费用 标准 规定 要求 材料 手续 奖励 补偿 price prices subsidy subsidies \
    policy benefit benefits permits permit quota cost costs fee fees support rules";

/// English words that ask or say nothing.
const ENGLISH: &str = "a an the of for to in on at by with and or is are was were be been do does did how \
    what who whom which when where why can could will would shall should may might must i you he she we they \
    it my your our their this that these those there from as any some about into if not no yes has have had \
    s get me us last next now much many t don won isn doesn didn m ll re ve than so too just also only even \
    very out up over off back again then here";

/// The most frequent of them, a third of all places in English: the index does without.
const UNINDEXED: &str =
    "a an the of for to in on at by with and or is are was were be been as from that this";

/// Whether the English word says nothing about what is looked for.
pub fn is_english(word: &str) -> bool {
    ENGLISH.split_whitespace().any(|own| own == word)
}

/// Whether the Chinese character, left over in a question, names no subject.
pub fn is_common_character(c: char) -> bool {
    COMMON_CHARACTERS.contains(c)
}

/// Whether the English word names no subject.
pub fn is_common_english(word: &str) -> bool {
    COMMON_ENGLISH.split_whitespace().any(|own| own == word)
}

/// Whether the word tells what is asked of a subject, and is none.
pub fn is_attribute(word: &str) -> bool {
    ATTRIBUTES.split_whitespace().any(|own| own == word)
}

/// Whether the index has places of the English word.
pub fn is_indexed(word: &str) -> bool {
    !UNINDEXED.split(' ').any(|own| own == word)
}
