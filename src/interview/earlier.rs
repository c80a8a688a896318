//! What was said last time: a hint beside the question, never a value.

use jiff::civil::Date;

use super::{Interview, Message};
use crate::assessment::{Answer, Assessment, GoalStatus, Status, fit};
use crate::evaluation::{Case, Evaluation, TrackRecord, cases_since, evaluate_with};
use crate::questionnaire::Question;

/// An earlier answer to the current question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EarlierAnswer<'a> {
    /// The date of the earlier assessment.
    pub date: Date,
    /// The answer; of it only value, status and evidence are for anybody's eyes.
    pub answer: &'a Answer,
    /// Whether another version of the questionnaire asked for it.
    pub other_version: bool,
}

impl Interview {
    /// The same sitting with what came before it: the past goals of other assessments, and the one it follows up on.
    ///
    /// Its own closed goals are added as they stand. Earlier answers that no longer suit their question give no hint; nothing
    /// of them is ever written to the new file.
    #[must_use]
    pub fn with_past(mut self, record: TrackRecord, earlier: Option<Assessment>) -> Self {
        let changes_nothing = record.cases.is_empty() && earlier.is_none();
        self.record = record;
        self.earlier = earlier.map(|mut earlier| {
            fit(&self.selection, &mut earlier);
            earlier
        });
        if !changes_nothing {
            self.evaluation = self.evaluated();
        }
        self
    }

    /// What follows from the assessment as it stands, calibrated by all past goals.
    pub(super) fn evaluated(&self) -> Evaluation {
        self.evaluated_as(&self.assessment)
    }

    /// What would follow from the assessment in another state, calibrated by the same past goals.
    pub(super) fn evaluated_as(&self, assessment: &Assessment) -> Evaluation {
        let own = cases_since(&self.selection, assessment, self.earlier.as_ref());
        let cases = self.record.cases.iter().cloned().chain(own).collect();
        evaluate_with(&self.selection, assessment, &TrackRecord { cases })
    }

    /// What is said when a sitting begins with goals whose deadline has come.
    pub(super) fn due(&self) -> Option<Message> {
        let due = self.goals_due();
        (due > 0).then_some(Message::GoalsDue(due))
    }

    /// The assessment this one follows up on.
    pub fn earlier(&self) -> Option<&Assessment> {
        self.earlier.as_ref()
    }

    /// What was said to the current question last time; nothing where it was not asked then.
    pub fn earlier_answer(&self) -> Option<EarlierAnswer<'_>> {
        let earlier = self.earlier.as_ref()?;
        let id = &self.question().id;
        let answer = earlier.answer(id).filter(|answer| answer.status != Status::Open)?;
        let reference = self.selection.questionnaire_of(id)?.reference();
        Some(EarlierAnswer { date: earlier.date, answer, other_version: !earlier.questionnaires.contains(&reference) })
    }

    /// What was answered in this assessment to simpler questions that point to the current one, as the quick check's do.
    pub fn asked_before(&self) -> Vec<(&Question, &Answer)> {
        let id = &self.question().id;
        let points_here = |one: &&Question| one.pointer.as_ref().is_some_and(|pointer| pointer.questions.contains(id));
        let pointing = self.selection.questions().filter(points_here);
        let with_answers = pointing.filter_map(|one| Some((one, self.assessment.answer(&one.id)?)));
        with_answers.filter(|(_, answer)| answer.status != Status::Open).collect()
    }

    /// How many agreed goals have reached their deadline: they are closed first, with the value that was reached.
    pub fn goals_due(&self) -> usize {
        let today = self.today.max(self.assessment.date);
        let is_due = |deadline: Option<Date>| deadline.is_some_and(|deadline| deadline <= today);
        self.assessment.goals.iter().filter(|goal| goal.status == GoalStatus::Agreed && is_due(goal.deadline)).count()
    }

    /// The cases this assessment itself adds to the record of past goals.
    pub fn own_cases(&self) -> Vec<Case> {
        cases_since(&self.selection, &self.assessment, self.earlier.as_ref())
    }
}
