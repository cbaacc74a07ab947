//! Work on all cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// What `work` makes of each item, in their order.
pub fn on_all_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(cores).max(1);
    let work = &work;
    thread::scope(|scope| {
        // Begun all together, and collected in their order.
        let begun: Vec<_> = items
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<R>>()))
            .collect();
        let joined = begun
            .into_iter()
            .map(|part| part.join().unwrap_or_else(|stopped| resume_unwind(stopped)));
        joined.flatten().collect()
    })
}

/// Both results, made at the same time.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|stopped| resume_unwind(stopped)), other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for length in [0, 1, 2, 3, 100] {
            let items: Vec<usize> = (0..length).collect();
            let doubled: Vec<usize> = (0..length).map(|item| item * 2).collect();
            assert_eq!(on_all_cores(&items, |item| item * 2), doubled);
        }
        assert_eq!(both(|| 1, || "a"), (1, "a"));
    }
}
