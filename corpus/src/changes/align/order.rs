//! Where a provision is to be expected: revisions mostly keep the order.

/// Provisions that are each other's best match are anchors from this likeness on.
const ANCHOR: f64 = 0.3;

/// What standing at the expected place adds to likeness, at most.
const IN_PLACE: f64 = 0.05;

/// How far from the expected place the bonus ends, as a share of the new document.
const REACH: f64 = 0.25;

/// What nearness to the expected place adds to likeness.
pub struct Nearness {
    expected: Vec<f64>,
    new: f64,
}

impl Nearness {
    /// For an earlier and a new provision, by index.
    pub fn of(&self, i: usize, j: usize) -> f64 {
        let distance = (self.expected[i] - j as f64).abs() / self.new;
        IN_PLACE * (1.0 - distance / REACH).max(0.0)
    }
}

/// Computed from how alike the earlier (`old` of them) and the new provisions are.
pub fn nearness(old: usize, new: usize, alike: &dyn Fn(usize, usize) -> f64) -> Nearness {
    let mut anchors = Vec::new();
    for i in 0..old {
        let Some(j) = first_best(new, &|j| alike(i, j)) else { continue };
        if alike(i, j) >= ANCHOR && first_best(old, &|other| alike(other, j)) == Some(i) {
            anchors.push((i, j));
        }
    }
    let mut points: Vec<(f64, f64)> = vec![(-1.0, -1.0)];
    points.extend(in_order(&anchors).iter().map(|(i, j)| (*i as f64, *j as f64)));
    points.push((old as f64, new as f64));
    // Between two points of the chain the expected place moves evenly.
    let at = |i: f64| {
        let after = points.partition_point(|point| point.0 < i).max(1);
        let ((x0, y0), (x1, y1)) = (points[after - 1], points[after]);
        y0 + (y1 - y0) * (i - x0) / (x1 - x0)
    };
    Nearness { expected: (0..old).map(|i| at(i as f64)).collect(), new: new as f64 }
}

fn first_best(count: usize, score: &dyn Fn(usize) -> f64) -> Option<usize> {
    (0..count).max_by(|a, b| score(*a).total_cmp(&score(*b)).then(b.cmp(a)))
}

/// The longest chain of pairs, sorted, that stand in the same order on both sides; pairs of one
/// provision with several others may follow one another.
pub fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // best[i]: pairs in the longest chain that ends with pair i, and the pair before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (i, pair) in pairs.iter().enumerate() {
        let fits = |j: &usize| pairs[*j].0 <= pair.0 && pairs[*j].1 <= pair.1;
        let before = (0..i).filter(fits).max_by_key(|j| best[*j].0);
        best.push((1 + before.map_or(0, |j| best[j].0), before));
    }
    let mut chain = Vec::new();
    let mut next = (0..pairs.len()).max_by_key(|i| best[*i].0);
    while let Some(i) = next {
        chain.push(pairs[i]);
        next = best[i].1;
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_places_is_not_in_the_chain() {
        assert_eq!(in_order(&[(0, 0), (1, 3), (2, 1), (3, 2)]), [(0, 0), (2, 1), (3, 2)]);
        let split = [(0, 0), (0, 1), (1, 1)];
        assert_eq!(in_order(&split), split);
        assert_eq!(in_order(&[]), []);
    }
}
