//! The lines that strengths, weaknesses, openings and threats are drafted from, as the questionnaire's rules say.

use super::Interview;
use super::swot::{DraftLine, DraftState};
use crate::evaluation::{FindingEvaluation, QuestionnaireEvaluation, StrengthEvaluation};
use crate::questionnaire::{Questionnaire, SwotRule, SwotSource};

/// What a line says, and the strength, finding or area it comes from.
type Said = (String, String);

impl Interview {
    /// The lines that follow from the answers as they stand, quadrant by quadrant.
    pub(super) fn draft(&self) -> Vec<DraftLine> {
        let Some((_, ids)) = self.quadrant_ids() else { return Vec::new() };
        let owner = self.selection.questionnaires.iter().find(|one| one.uses.swot.is_some());
        let mut lines: Vec<(&str, Said)> = Vec::new();
        for rule in owner.into_iter().flat_map(|one| &one.swot) {
            let pairs = self.selection.questionnaires.iter().zip(&self.evaluation.questionnaires);
            for (questionnaire, evaluated) in pairs {
                let said = self.by_rule(rule, questionnaire, evaluated);
                let most = rule.most.unwrap_or(said.len());
                lines.extend(said.into_iter().take(most).map(|said| (rule.quadrant.as_str(), said)));
            }
        }
        let place = |quadrant: &str| ids.iter().position(|id| id == quadrant).unwrap_or(ids.len());
        lines.sort_by_key(|(quadrant, _)| place(quadrant));
        let stands =
            |text: &str| self.swot_rows().iter().any(|row| row.values().any(|cell| cell.as_text() == Some(text)));
        let state = |text: &str| if stands(text) { DraftState::Taken } else { DraftState::Offered };
        let line = |(quadrant, (text, origin)): (&str, Said)| DraftLine {
            state: state(&text),
            quadrant: quadrant.to_owned(),
            text,
            origin,
        };
        lines.into_iter().map(line).collect()
    }

    fn by_rule(
        &self,
        rule: &SwotRule,
        questionnaire: &Questionnaire,
        evaluated: &QuestionnaireEvaluation,
    ) -> Vec<Said> {
        let of_area = |id: &str| {
            let name = questionnaire.area(id).map_or(id, |area| area.title.get(&self.assessment.locale));
            (rule.text.get(&self.assessment.locale).replace("{area}", name), id.to_owned())
        };
        match rule.source {
            SwotSource::Strengths => self.strengths_said(questionnaire, evaluated),
            SwotSource::Findings { severity } => {
                let wanted = |fired: &&FindingEvaluation| {
                    let named = questionnaire.finding(&fired.id).map(|finding| finding.swot.as_str());
                    match named {
                        Some("") => severity.is_some_and(|severity| fired.severity >= severity),
                        Some(quadrant) => quadrant == rule.quadrant,
                        None => false,
                    }
                };
                let fired = evaluated.findings.iter().filter(wanted);
                fired.flat_map(|fired| self.finding_said(questionnaire, fired)).collect()
            }
            SwotSource::BestAreas { from } => {
                let (mut areas, middle) = scored(evaluated);
                areas.retain(|(_, score)| *score > middle && *score >= from);
                areas.sort_by(|(_, one), (_, other)| other.total_cmp(one));
                areas.into_iter().map(|(id, _)| of_area(id)).collect()
            }
            SwotSource::LowestAreas { to } => {
                let (mut areas, middle) = scored(evaluated);
                areas.retain(|(_, score)| *score < middle && *score <= to);
                areas.sort_by(|(_, one), (_, other)| one.total_cmp(other));
                areas.into_iter().map(|(id, _)| of_area(id)).collect()
            }
        }
    }

    fn strengths_said(&self, questionnaire: &Questionnaire, evaluated: &QuestionnaireEvaluation) -> Vec<Said> {
        let display = self.display();
        let said = |held: &StrengthEvaluation| {
            let strength = questionnaire.strengths.iter().find(|one| one.id == held.id)?;
            Some((display.statement(&strength.statement, None, &held.names), held.id.clone()))
        };
        evaluated.strengths.iter().filter_map(said).collect()
    }

    /// One line a row reads better in a quadrant than all rows in one, where the finding has words for one.
    fn finding_said(&self, questionnaire: &Questionnaire, fired: &FindingEvaluation) -> Vec<Said> {
        let Some(finding) = questionnaire.finding(&fired.id) else { return Vec::new() };
        let display = self.display();
        let states =
            |names| (display.statement(&finding.statement, Some(&finding.statement_one), names), fired.id.clone());
        if !finding.swot.is_empty() && !finding.statement_one.get(&self.assessment.locale).is_empty() {
            return fired.names.chunks(1).map(states).collect();
        }
        vec![states(&fired.names)]
    }
}

/// The areas that have a score to print, and the points half-way between the best and the lowest of them.
///
/// What stands above the middle is never offered as the lowest, nor the other way round.
fn scored(evaluated: &QuestionnaireEvaluation) -> (Vec<(&str, f64)>, f64) {
    let printed = evaluated.areas.iter().filter(|area| area.printed);
    let areas: Vec<_> = printed.filter_map(|area| Some((area.id.as_str(), area.score?))).collect();
    let best = areas.iter().map(|(_, score)| *score).fold(f64::MIN, f64::max);
    let lowest = areas.iter().map(|(_, score)| *score).fold(f64::MAX, f64::min);
    (areas, f64::midpoint(best, lowest))
}
