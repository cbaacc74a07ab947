//! How telling two adjacent characters are: a pair that stands in one provision of the policy
//! points to it, a pair that stands in all of them is boilerplate.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::passage::{PreparedSentence, is_number};

/// Words so common in official Chinese that they point nowhere even where a short policy has them
/// once. A small policy says too little about frequency to find them by counting. The second half are
/// words of no subject that stand in at least one of a hundred articles of laws and regulations.
const COMMON: [&str; 206] = [
    "工作", "时间", "有关", "完成", "建立", "建设", "推进", "加强", "完善", "提升", "实施", "开展",
    "支持", "推动", "发展", "提高", "强化", "健全", "落实", "保障", "服务", "管理", "机制", "体系",
    "制度", "政策", "措施", "办法", "规定", "要求", "标准", "单位", "部门", "企业", "项目", "工程",
    "行动", "计划", "重点", "全面", "深入", "持续", "积极", "统筹", "加快", "加大", "力度", "水平",
    "质量", "能力", "作用", "情况", "问题", "方面", "基础", "资金", "进行", "组织", "引导", "鼓励",
    "通过", "利用", "使用", "用于", "优先", "按照", "根据", "以及", "我们", "可以", "一次", "每年",
    "今年", "明年", "同步", "同时", "做好", "抓好", "确保", "坚持", "巩固", "优化", "创新", "改革",
    "深化", "构建", "打造", "促进", "扩大", "增强", "相关", "各类", "各地", "具体", "安排", "部署",
    "明确", "制定", "结合", "实际", "精神", "意见", "通知", "任务", "责任", "主体", "规范", "稳定",
    "稳步", "特色", "应当", "或者", "人民", "政府", "行政", "主管", "其他", "机构", "国家", "依法",
    "以上", "以下", "人员", "机关", "监督", "社会", "行为", "不得", "活动", "负责", "下列", "及其",
    "个人", "提供", "符合", "处理", "采取", "公共", "及时", "依照", "执行", "需要", "给予", "职责",
    "范围", "条件", "地方", "提出", "报告", "决定", "办理", "予以", "方式", "确定", "作出", "情形",
    "实行", "事项", "公布", "期限", "内容", "年度", "本市", "全国", "全省", "全区", "全市", "印发",
    "近日", "此前", "目前", "当前", "主要", "包括", "继续", "进一", "一步", "涉及", "属于", "没有",
    "方案", "文件", "会议", "申请", "规划", "参与", "所有", "必须", "必要", "统一", "作为", "形式",
    "重要", "定期", "直接", "各级", "禁止", "研究", "协调", "有效", "纳入", "依据", "原则", "约定",
    "认定", "说明",
];

/// Words that only hold sentences together.
const FUNCTION: &str = "的了和与及或在是把被对从将为以于等也都就要不其这那一有";

/// What is left of the weight of a common word or of a pair with a function word.
const FAINT: f64 = 0.25;

/// Weights of character pairs, from 0 (in every provision) to 1 (in one or none).
#[derive(Clone, Debug)]
pub struct Weights {
    /// Weights of the pairs that the policy has.
    known: HashMap<[char; 2], f64>,
    common: HashSet<[char; 2]>,
}

impl Weights {
    /// Weighs the pairs of a policy by how many of its units (provisions, headings, title) have
    /// them. The annexes count for what they alone have: a table of who does what repeats every
    /// measure, and makes its words no less telling.
    pub fn of(policy: &[PreparedSentence]) -> Self {
        let count = |annexes: bool| {
            let mut frequency: HashMap<[char; 2], u32> = HashMap::new();
            let mut units = 0;
            for unit in policy.chunk_by(|a, b| a.at.unit == b.at.unit) {
                if unit[0].at.unit.is_in_annex() != annexes {
                    continue;
                }
                let own: HashSet<[char; 2]> = unit.iter().flat_map(|p| pairs(&p.folded)).collect();
                for pair in own {
                    *frequency.entry(pair).or_default() += 1;
                }
                units += 1;
            }
            (frequency, units)
        };
        let ((mut frequency, units), (annexed, more)) = (count(false), count(true));
        let units = units + more;
        for (pair, count) in annexed {
            frequency.entry(pair).or_insert(count);
        }
        let units = f64::from(units.max(2));
        let common = COMMON
            .iter()
            .flat_map(|word| pairs(&word.chars().collect::<Vec<_>>()).collect::<Vec<_>>())
            .collect();
        let mut weights = Self { known: HashMap::new(), common };
        for (pair, frequency) in frequency {
            // Inverse document frequency, ln(N/df) / ln N (Spärck Jones 1972).
            let weight = (units / f64::from(frequency)).ln() / units.ln() * weights.fainter(pair);
            weights.known.insert(pair, weight);
        }
        weights
    }

    fn fainter(&self, pair: [char; 2]) -> f64 {
        let function = pair.iter().any(|c| FUNCTION.contains(*c));
        if function || self.common.contains(&pair) { FAINT } else { 1.0 }
    }

    /// Whether the two characters are a common word.
    pub fn is_common(&self, pair: [char; 2]) -> bool {
        self.common.contains(&pair)
    }

    /// The weight of a pair; one that the policy does not have weighs like one that it has once.
    pub fn pair(&self, pair: [char; 2]) -> f64 {
        self.known.get(&pair).copied().unwrap_or_else(|| self.fainter(pair))
    }

    /// Weighs the characters of passages: each by the mean of the pairs that it is part of.
    pub fn weigh(&self, passages: &mut [PreparedSentence]) {
        for passage in passages {
            passage.weights = self.characters(&passage.folded);
        }
    }

    /// What a run of characters tells: the sum over its pairs.
    pub fn run(&self, chars: &[char]) -> f64 {
        pairs(chars).map(|pair| self.pair(pair)).sum()
    }

    /// What a run tells as the ground of a link: the name of an office, which has to do with much else,
    /// tells little.
    pub fn ground(&self, run: &[char]) -> f64 {
        self.run(run) * if names_office(run) { FAINT } else { 1.0 }
    }

    /// What a run tells by its words, numbers left out.
    pub fn words(&self, run: &[char]) -> f64 {
        run.split(|c| is_number(*c)).map(|words| self.run(words)).sum()
    }

    fn characters(&self, chars: &[char]) -> Vec<f64> {
        let pairs: Vec<f64> = pairs(chars).map(|pair| self.pair(pair)).collect();
        (0..chars.len())
            .map(|at| {
                let before = at.checked_sub(1).and_then(|i| pairs.get(i));
                let sides: Vec<f64> = before.into_iter().chain(pairs.get(at)).copied().collect();
                if sides.is_empty() { 1.0 } else { sides.iter().sum::<f64>() / sides.len() as f64 }
            })
            .collect()
    }
}

/// Endings of the names of offices.
const OFFICES: [&str; 9] = ["部门", "部", "局", "厅", "委", "委员会", "政府", "办公室", "法院"];

/// Words that end like the name of an office.
const NO_OFFICES: [&str; 12] = [
    "干部", "全部", "内部", "外部", "东部", "西部", "南部", "北部", "中部", "支部", "布局", "格局",
];

/// The name of an office is not longer: 国家林业和草原局, 旗县区交通运输部门.
const LONGEST_OFFICE: usize = 12;

/// Whether a run is no more than the name of an office.
fn names_office(run: &[char]) -> bool {
    let ends = |ending: &&str| {
        let mut last = run.iter().rev();
        ending.chars().rev().all(|c| last.next() == Some(&c))
    };
    run.len() <= LONGEST_OFFICE && OFFICES.iter().any(ends) && !NO_OFFICES.iter().any(ends)
}

/// The share of a stretch's weight that lies in the covered ranges.
pub fn covered(
    weights: &[f64],
    stretch: Range<usize>,
    ranges: impl Iterator<Item = Range<usize>>,
) -> f64 {
    let sum = |range: Range<usize>| weights.get(range).unwrap_or_default().iter().sum::<f64>();
    let total = sum(stretch.clone());
    let inside: f64 = ranges
        .map(|range| range.start.max(stretch.start)..range.end.min(stretch.end))
        .filter(|range| range.start < range.end)
        .map(sum)
        .sum();
    if total > 0.0 { inside / total } else { 0.0 }
}

/// Adjacent characters.
pub fn pairs(chars: &[char]) -> impl Iterator<Item = [char; 2]> + '_ {
    chars.windows(2).map(|pair| [pair[0], pair[1]])
}
