//! Words for what the model only names: evidence, confidence, gaps, labels, statuses.

use super::Display;
use crate::assessment::{Evidence, Status};
use crate::evaluation::{ConfidenceWord, GapClass, Label, Standing};

impl Display<'_> {
    /// How an answer's evidence is said: measured, observed, stated, guessed.
    pub fn evidence(&self, evidence: Evidence) -> String {
        self.word(&format!("evidence.{}", evidence.id()))
    }

    /// What stands in the place of evidence where a number was computed.
    pub fn calculated(&self) -> String {
        self.word("evidence.calculated")
    }

    /// How confidence is said: high, medium, low.
    pub fn confidence(&self, word: ConfidenceWord) -> String {
        self.word(&format!("confidence.{}", word.id()))
    }

    /// How large a gap is: small, moderate, large, very large.
    pub fn gap_class(&self, class: GapClass) -> String {
        self.word(&format!("gap.{}", class.id()))
    }

    /// What kind of work a finding is: quick win, big bet, later.
    pub fn label(&self, label: Label) -> String {
        self.word(&format!("label.{}", label.id()))
    }

    /// What the file says of a question: answered, not known, does not apply, to be sent, open.
    pub fn status(&self, status: &Status) -> String {
        self.standing(match status {
            Status::Open => Standing::Open,
            Status::Answered(_) => Standing::Answered,
            Status::Unknown => Standing::Unknown,
            Status::NotApplicable { .. } => Standing::NotApplicable,
            Status::Owed { .. } => Standing::Owed,
        })
    }

    /// Where a question stands: as [`Display::status`], or set aside when it is hidden.
    pub fn standing(&self, standing: Standing) -> String {
        self.word(match standing {
            Standing::Answered => "status.answered",
            Standing::Unknown => "status.unknown",
            Standing::NotApplicable => "status.not_applicable",
            Standing::Owed => "status.owed",
            Standing::Open => "status.open",
            Standing::Hidden => "status.hidden",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::EN;
    use super::*;
    use crate::assessment::Value;

    #[test]
    fn everything_has_its_word() {
        for (shown, wanted) in [
            (EN.evidence(Evidence::Record), "measured"),
            (EN.evidence(Evidence::Observed), "observed"),
            (EN.evidence(Evidence::Stated), "stated"),
            (EN.evidence(Evidence::Guess), "guessed"),
            (EN.calculated(), "calculated"),
            (EN.confidence(ConfidenceWord::High), "high"),
            (EN.confidence(ConfidenceWord::Medium), "medium"),
            (EN.confidence(ConfidenceWord::Low), "low"),
            (EN.gap_class(GapClass::Small), "small"),
            (EN.gap_class(GapClass::Moderate), "moderate"),
            (EN.gap_class(GapClass::Large), "large"),
            (EN.gap_class(GapClass::VeryLarge), "very large"),
            (EN.label(Label::QuickWin), "quick win"),
            (EN.label(Label::BigBet), "big bet"),
            (EN.label(Label::Later), "later"),
            (EN.status(&Status::Answered(Value::Number(1.0))), "answered"),
            (EN.status(&Status::Unknown), "not known"),
            (EN.status(&Status::NotApplicable { reason: String::new() }), "does not apply"),
            (EN.status(&Status::Owed { who: String::new(), by: None }), "to be sent"),
            (EN.status(&Status::Open), "open"),
            (EN.standing(Standing::Hidden), "set aside"),
        ] {
            assert_eq!(shown, wanted);
        }
    }
}
