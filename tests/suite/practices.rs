//! Practices with known true ratios, to hold calibration against; used by the bench and by the tests.

use gapwise::evaluation::{Calibration, Capacity, Case, TrackRecord, calibrate};
use gapwise::questionnaire::{GoalClass, GoalNumbers};

/// How the goals of a kind of practice turn out: outcome ÷ plan.
#[derive(Debug, Clone, Copy)]
pub struct Practice {
    pub name: &'static str,
    /// The mean over all such practices.
    pub mean: f64,
    /// How far practices differ from each other (standard deviation).
    pub between: f64,
    /// How far the goals of one practice differ.
    pub within: f64,
    /// The share of goals that are given up.
    pub given_up: f64,
}

/// The prior right, the prior wrong by half either way, and two departures from what it supposes.
pub const PRACTICES: &[Practice] = &[
    Practice { name: "prior right", mean: 0.7, between: 0.0, within: 0.35, given_up: 0.0 },
    Practice { name: "prior right, practices differ", mean: 0.7, between: 0.16, within: 0.31, given_up: 0.0 },
    Practice { name: "prior too high: truth 0.35", mean: 0.35, between: 0.0, within: 0.35, given_up: 0.0 },
    Practice { name: "prior too low: truth 1.05", mean: 1.05, between: 0.0, within: 0.35, given_up: 0.0 },
    Practice { name: "prior right, one in five given up", mean: 0.7, between: 0.0, within: 0.35, given_up: 0.2 },
];

/// How well intervals held.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Share of outcomes inside [low, high].
    pub inside: f64,
    /// Share of outcomes at or above base.
    pub at_base: f64,
    /// Mean width of the interval.
    pub width: f64,
}

/// Draws practices with `n` past goals each, and the next goal of each.
pub fn hold(numbers: &GoalNumbers, practice: &Practice, n: usize, trials: usize, seed: u64) -> Held {
    let mut chance = fastrand::Rng::with_seed(seed);
    let (mut inside, mut at_base, mut width) = (0, 0, 0.0);
    for _ in 0..trials {
        let mean = practice.mean + practice.between * normal(&mut chance);
        let cases = (0..n).map(|_| outcome(&mut chance, practice, mean)).collect();
        let Calibration { r_low, r, r_high, .. } =
            calibrate(numbers, &TrackRecord { cases }, GoalClass::Volume, "b2b", Capacity::Medium);
        let next = outcome(&mut chance, practice, mean).actual;
        inside += usize::from((r_low..=r_high).contains(&next));
        at_base += usize::from(next >= r);
        width += r_high - r_low;
    }
    let share = |count: usize| count as f64 / trials as f64;
    Held { inside: share(inside), at_base: share(at_base), width: width / trials as f64 }
}

/// One goal with a plan of 1, so that what it reaches is its ratio.
fn outcome(chance: &mut fastrand::Rng, practice: &Practice, mean: f64) -> Case {
    let actual = mean + practice.within * normal(chance);
    let abandoned = chance.f64() < practice.given_up;
    Case {
        class: GoalClass::Volume,
        model: "b2b".to_owned(),
        capacity: Capacity::Medium,
        planned: 1.0,
        actual: if abandoned { 0.0 } else { actual },
        hit: false,
        abandoned,
    }
}

/// A standard normal number (Box and Muller).
fn normal(chance: &mut fastrand::Rng) -> f64 {
    let (one, other) = (1.0 - chance.f64(), chance.f64());
    (-2.0 * one.ln()).sqrt() * (std::f64::consts::TAU * other).cos()
}
