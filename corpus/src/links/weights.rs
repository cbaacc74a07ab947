//! How telling two adjacent characters are: a pair that stands in one provision of the policy
//! points to it, a pair that stands in all of them is boilerplate.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::passage::PreparedSentence;

/// Words so common in official Chinese that they point nowhere even where a short policy has them
/// once. A small policy says too little about frequency to find them by counting.
const COMMON: [&str; 110] = [
    "工作", "时间", "有关", "完成", "建立", "建设", "推进", "加强", "完善", "提升", "实施", "开展",
    "支持", "推动", "发展", "提高", "强化", "健全", "落实", "保障", "服务", "管理", "机制", "体系",
    "制度", "政策", "措施", "办法", "规定", "要求", "标准", "单位", "部门", "企业", "项目", "工程",
    "行动", "计划", "重点", "全面", "深入", "持续", "积极", "统筹", "加快", "加大", "力度", "水平",
    "质量", "能力", "作用", "情况", "问题", "方面", "基础", "资金", "进行", "组织", "引导", "鼓励",
    "通过", "利用", "使用", "用于", "优先", "按照", "根据", "以及", "我们", "可以", "一次", "每年",
    "今年", "明年", "同步", "同时", "做好", "抓好", "确保", "坚持", "巩固", "优化", "创新", "改革",
    "深化", "构建", "打造", "促进", "扩大", "增强", "相关", "各类", "各地", "具体", "安排", "部署",
    "明确", "制定", "结合", "实际", "精神", "意见", "通知", "任务", "责任", "主体", "规范", "稳定",
    "稳步", "特色",
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
    /// them.
    pub fn of(policy: &[PreparedSentence]) -> Self {
        let mut frequency: HashMap<[char; 2], u32> = HashMap::new();
        let mut units = 0;
        for unit in policy.chunk_by(|a, b| a.at.unit == b.at.unit) {
            let pairs: HashSet<[char; 2]> = unit.iter().flat_map(|p| pairs(&p.folded)).collect();
            for pair in pairs {
                *frequency.entry(pair).or_default() += 1;
            }
            units += 1;
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
