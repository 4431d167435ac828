//! Fuzzing with fixed seeds: every target of `fuzz` gets each of its seeds, and a number of mutations of them that are
//! the same in every run, so that the same tree gives the same answer. Searching is `cargo xtask fuzz`. What is found
//! there becomes a seed or bytes in a test.

#[path = "../../fuzz/src/lib.rs"]
#[allow(dead_code, unreachable_pub, reason = "written for the programs that search")]
mod fuzz;

use crate::support;
use fuzz::targets;
use std::path::Path;

/// How many mutations a target gets, but for those that take longer.
const RUNS: u64 = 20_000;
const FEWER_RUNS: &[(&str, u64)] = &[("certificate_check", 4_000), ("estate_check", 1_500)];

/// `SplitMix64`: numbers that only depend on where they began.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap()
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// A range of at most 64 bytes.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..(start + self.below(65)).min(length)
    }
}

/// Bytes that mean something in a document, in JSON or in an encoding, or nothing anywhere.
const BYTES: &[u8] = b"\0\t\n\r \"&'<>=/!?-[]{},:\\;09aZ\x7f\x80\xc2\xe2\xf0\xfe\xff";

/// Changes bytes in up to four places.
fn mutate(random: &mut Random, seeds: &[Vec<u8>], words: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = random.one_of(seeds).clone();
    for _ in 0..=random.below(4) {
        let (length, place) = (bytes.len(), random.below(bytes.len() + 1));
        match random.below(7) {
            0 if length > 0 => bytes[random.below(length)] ^= 1 << random.below(8),
            1 if length > 0 => bytes[random.below(length)] = *random.one_of(BYTES),
            2 => bytes.insert(place, *random.one_of(BYTES)),
            3 => drop(bytes.drain(random.range(length))),
            4 => {
                let copied = bytes[random.range(length)].to_vec();
                drop(bytes.splice(place..place, copied));
            }
            5 => {
                let other = random.one_of(seeds);
                bytes.truncate(place);
                bytes.extend_from_slice(&other[random.below(other.len() + 1)..]);
            }
            _ => drop(bytes.splice(place..place, random.one_of(words).iter().copied())),
        }
    }
    bytes
}

/// The words of a dictionary of libFuzzer: one in quotes a line, with `\"`, `\\` and `\xNN`.
fn words(text: &str) -> Vec<Vec<u8>> {
    let quoted = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word;
    while let Some((plain, escape)) = rest.split_once('\\') {
        bytes.extend_from_slice(plain.as_bytes());
        let hex = escape.strip_prefix('x').and_then(|hex| u8::from_str_radix(hex.get(..2)?, 16).ok());
        bytes.push(hex.unwrap_or_else(|| escape.as_bytes()[0]));
        rest = &escape[if hex.is_some() { 3 } else { 1 }..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// The seeds of a target, in the order of their names: a folder of them, or the examples that the project comes with.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new("fuzz/seeds").join(name);
    let mut files = match std::fs::read_dir(&folder) {
        Ok(entries) => entries.map(|entry| entry.unwrap().path()).collect(),
        Err(_) => support::example_facts(),
    };
    files.sort();
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
}

fn play(name: &str, target: targets::Target) {
    let seeds = seeds(name);
    let words = words(&std::fs::read_to_string("fuzz/xml.dict").unwrap());
    let runs = FEWER_RUNS.iter().find(|(slow, _)| *slow == name).map_or(RUNS, |(_, runs)| *runs);
    let mut random = Random(name.bytes().fold(1, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte))));
    let mutated = (0..runs).map(|_| mutate(&mut random, &seeds, &words));
    for bytes in seeds.iter().cloned().chain(mutated) {
        let holds = std::panic::catch_unwind(|| target(&bytes)).is_ok();
        assert!(holds, "{name}: something does not hold for b\"{}\"", bytes.escape_ascii());
    }
}

macro_rules! played {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                play(stringify!($name), targets::$name);
            }
        )*

        #[test]
        fn every_target_is_played() {
            let played = [$(stringify!($name)),*];
            assert_eq!(targets::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>(), played);
            let programs = std::fs::read_dir("fuzz/fuzz_targets").unwrap().count();
            assert_eq!(programs, played.len());
        }
    };
}

played! {
    apply backup_list backup_prune backup_restore certificate_check config_apply config_read estate_check requests scan
    value_check
}

#[test]
fn a_dictionary_is_read_with_its_escapes() {
    assert_eq!(words("# x\n\"<a b=\\\"1\\\">\"\n\n\"\\xef\\\\x\"\n"), [b"<a b=\"1\">".to_vec(), b"\xef\\x".to_vec()]);
}

#[test]
fn mutations_are_the_same_in_every_run_and_differ_from_each_other() {
    let seeds = [b"<configuration/>".to_vec(), Vec::new()];
    let made = || {
        let mut random = Random(7);
        (0..50).map(|_| mutate(&mut random, &seeds, &[b"word".to_vec()])).collect::<Vec<_>>()
    };
    assert_eq!(made(), made());
    assert!(made().iter().collect::<std::collections::BTreeSet<_>>().len() > 30);
}
