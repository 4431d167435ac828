//! How properties are tried: as often as each asks for, with cases that are the same in every run, so that the same tree
//! gives the same answer. Who searches gives another seed and another number of cases. Holds no property.

use proptest::test_runner::{Config, RngSeed};

/// The first case of every property; as with the fuzzing and the generated estates, the suite begins at 0.
const SEED: u64 = 0;

/// A property with so many cases, or as many as `UC_SOAK_COUNT` says, from the seed that `UC_SOAK_SEED` says.
pub(crate) fn cases(usual: u32) -> Config {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect(name));
    let cases = number("UC_SOAK_COUNT").map_or(usual, |count| u32::try_from(count).expect("UC_SOAK_COUNT"));
    let rng_seed = RngSeed::Fixed(number("UC_SOAK_SEED").unwrap_or(SEED));
    // A failure needs no file: the shrunken case is in the message, and belongs in a test.
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}

#[cfg(test)]
mod tests {
    use super::cases;
    use proptest::prelude::any;
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;

    #[test]
    fn a_property_is_tried_with_the_same_cases_in_every_run() {
        let run = || {
            let mut runner = TestRunner::new(cases(1));
            let mut case = || any::<u64>().new_tree(&mut runner).unwrap().current();
            [case(), case(), case()]
        };
        assert_eq!(run(), run());
    }
}
