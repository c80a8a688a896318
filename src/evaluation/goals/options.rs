//! The options: how thin each spreads the hours, and which is recommended (domain.md 6.4, rulings.md 18).

use super::setting::Setting;
use super::{OptionEvaluation, Recommendation};
use crate::evaluation::judge::Truth;
use crate::questionnaire::GoalOption;

/// The options, and the one forecasts are made with.
pub struct Options {
    /// All of them, in order; what the first goal would come to is filled in later.
    pub list: Vec<OptionEvaluation>,
    /// Which is recommended, or why none is.
    pub recommendation: Recommendation,
    /// The option forecasts are made with: the chosen one, else the one that would be recommended.
    pub assumed: Option<usize>,
}

/// Judges the options of all questionnaires.
pub fn options(setting: &Setting<'_, '_>) -> Options {
    let options: Vec<&GoalOption> =
        setting.selection.questionnaires.iter().flat_map(|one| &one.goals.options).collect();
    let chosen = setting.used_word(|uses| &uses.option);
    let known = setting.hours.is_some()
        && options.iter().flat_map(|option| &option.recommend).all(|(when, _)| setting.is_known(when));
    let reasons = |option: &GoalOption| -> Vec<usize> {
        let holds = |(_, (when, _)): &(usize, &(_, _))| setting.judge.truth(when) == Truth::True;
        option.recommend.iter().enumerate().filter(holds).map(|(index, _)| index).collect()
    };
    let usual = options.iter().position(|option| !option.otherwise.texts.is_empty());
    let best = options.iter().position(|option| !reasons(option).is_empty()).or(usual);
    let recommendation = match (known, setting.too_little_answered) {
        (false, _) => Recommendation::InputsMissing,
        (true, true) => Recommendation::CoverageTooLow,
        (true, false) => Recommendation::Given,
    };
    let list = options.iter().enumerate().map(|(index, option)| {
        let recommended = recommendation == Recommendation::Given && best == Some(index);
        OptionEvaluation {
            id: option.id.clone(),
            tactics: option.tactics,
            rf: setting.hours.map(|hours| dilution(hours, option.tactics, setting.numbers.hours_per_tactic)),
            goal: None,
            reasons: if recommended { reasons(option) } else { Vec::new() },
            recommended,
            chosen: chosen == Some(option.id.as_str()),
        }
    });
    let list: Vec<OptionEvaluation> = list.collect();
    let assumed = list.iter().position(|option| option.chosen).or(if known { best } else { usual });
    Options { list, recommendation, assumed }
}

/// Share of the planned improvement that the hours allow: min(1, hours ÷ (hours a tactic × tactics)).
pub fn dilution(hours: f64, tactics: u32, per_tactic: f64) -> f64 {
    (hours / (per_tactic * f64::from(tactics.max(1)))).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::dilution;

    #[test]
    fn many_tactics_thin_the_hours_out() {
        for (tactics, rf) in [(1, 1.0), (3, 0.7778), (6, 0.3889)] {
            assert!((dilution(28.0, tactics, 12.0) - rf).abs() < 1e-4);
        }
        assert_eq!(dilution(0.0, 1, 12.0), 0.0);
    }
}
