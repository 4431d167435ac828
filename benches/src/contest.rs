//! Measuring in turns: every round runs every entrant once, so that a machine that slows down or speeds up does so for
//! all of them. Knows nothing of what is measured.

use crate::Result;

/// One of several ways to do the same.
pub(crate) struct Entrant<'a> {
    /// What the table calls it.
    pub(crate) name: String,
    sample: Box<dyn FnMut() -> Result<f64> + 'a>,
    samples: Vec<f64>,
    failure: Option<String>,
}

impl<'a> Entrant<'a> {
    /// An entrant that measures itself; a call gives one figure, which may be a median of several tries.
    pub(crate) fn new(name: &str, sample: impl FnMut() -> Result<f64> + 'a) -> Self {
        Self { name: name.to_owned(), sample: Box::new(sample), samples: Vec::new(), failure: None }
    }

    /// The median of the rounds, or why there is none.
    pub(crate) fn median(&self) -> Result<f64> {
        match &self.failure {
            Some(reason) => Err(reason.clone()),
            None => median(&self.samples).ok_or_else(|| "not measured".into()),
        }
    }

    fn turn(&mut self) {
        eprint!(".");
        if self.failure.is_none() {
            match (self.sample)() {
                Ok(figure) => self.samples.push(figure),
                Err(reason) => self.failure = Some(reason),
            }
        }
    }
}

/// Runs the rounds; each begins with another entrant.
pub(crate) fn hold(entrants: &mut [Entrant<'_>], rounds: usize) {
    let count = entrants.len();
    for round in 0..rounds {
        for turn in 0..count {
            entrants[(turn + round) % count].turn();
        }
    }
}

/// The middle of some figures.
pub(crate) fn median(figures: &[f64]) -> Option<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}

/// The median time of several tries, in milliseconds. A try measures itself, so that it can prepare unseen.
pub(crate) fn tries(count: usize, mut one: impl FnMut() -> Result<f64>) -> Result<f64> {
    let times = (0..count).map(|_| one()).collect::<Result<Vec<f64>>>()?;
    median(&times).ok_or_else(|| "nothing was tried".into())
}

/// How long something takes, in milliseconds.
pub(crate) fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<f64> {
    let start = std::time::Instant::now();
    let result = work()?;
    let elapsed = start.elapsed().as_secs_f64() * 1000.0;
    drop(std::hint::black_box(result));
    Ok(elapsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entrant_has_its_turn_in_every_round_until_it_fails() {
        let order = std::cell::RefCell::new(Vec::new());
        let mut entrants = [
            Entrant::new("a", || {
                order.borrow_mut().push('a');
                Ok(2.0)
            }),
            Entrant::new("b", || {
                order.borrow_mut().push('b');
                Err("broken".into())
            }),
        ];
        hold(&mut entrants, 3);
        assert_eq!(*order.borrow(), ['a', 'b', 'a', 'a']);
        assert_eq!(entrants[0].median(), Ok(2.0));
        assert_eq!(entrants[1].median(), Err("broken".into()));
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&[3.0, 1.0, 9.0]), Some(3.0));
        assert_eq!(median(&[]), None);
    }
}
