//! What happens when after an assessment (domain.md 6.6): the fixed days, the plan's actions, each goal's deadline.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rust_i18n::t;
use sha2::{Digest, Sha256};

use super::{Calendar, Entry, Weekly};
use crate::assessment::{Assessment, Goal, GoalStatus, Status};
use crate::display::{Display, sentence_start};
use crate::evaluation::Evaluation;
use crate::questionnaire::Selection;

/// The calendar of an assessment; only what its client may read, in its own language.
pub fn dates(selection: &Selection, assessment: &Assessment, evaluation: &Evaluation) -> Calendar {
    let page =
        Page { selection, assessment, display: Display { locale: &assessment.locale, currency: &assessment.currency } };
    let mut entries = page.fixed();
    entries.extend(page.months());
    entries.extend(page.plan(evaluation));
    entries.extend(page.deadlines());
    entries.extend(page.next_step());
    entries.sort_by(|one, other| one.date.cmp(&other.date).then_with(|| one.key.cmp(&other.key)));
    Calendar { identity: identity(assessment), stamp: stamp(assessment), entries }
}

/// The same for one assessment however often it is changed; nobody can read the client's name from it.
fn identity(assessment: &Assessment) -> String {
    let name = format!("{}\n{}\n{}", assessment.client.name, assessment.date, assessment.questionnaires.join(" "));
    let digest = Sha256::digest(name.as_bytes());
    digest.iter().take(10).map(|byte| format!("{byte:02x}")).collect()
}

/// When anything in the assessment was last answered or noted; its own date when nothing says.
fn stamp(assessment: &Assessment) -> Timestamp {
    let answers = assessment.answers.values().filter_map(|answer| answer.at);
    let latest = answers.chain(assessment.notes.iter().filter_map(|note| note.at)).max();
    let day = || assessment.date.to_zoned(jiff::tz::TimeZone::UTC).map(|zoned| zoned.timestamp());
    latest.or_else(|| day().ok()).unwrap_or(Timestamp::UNIX_EPOCH)
}

struct Page<'a> {
    selection: &'a Selection,
    assessment: &'a Assessment,
    display: Display<'a>,
}

impl Page<'_> {
    fn word(&self, key: &str) -> String {
        t!(format!("record.calendar.{key}"), locale = self.display.locale).into_owned()
    }

    /// A title with the client's name before it, so that it is known among others.
    fn titled(&self, text: &str) -> String {
        let client = self.assessment.client.name.trim();
        if client.is_empty() { sentence_start(text) } else { format!("{client}: {text}") }
    }

    fn entry(&self, key: &str, date: Date, title: &str, description: String) -> Entry {
        Entry { key: key.to_owned(), date, weekly: None, summary: self.titled(title), description }
    }

    fn day(&self, days: u16) -> Date {
        self.assessment.date.saturating_add(i64::from(days).days())
    }

    fn fixed(&self) -> Vec<Entry> {
        let days = self.selection.assumptions.follow_up;
        let plain =
            |key: &str, day: u16| self.entry(key, self.day(day), &self.word(key), self.word(&format!("{key}_what")));
        let mut email = plain("email", days.email);
        for owed in self.owed() {
            email.description.push_str(&format!("\n- {owed}"));
        }
        let mut weekly = plain("weekly", days.setup);
        weekly.weekly = Some(Weekly {
            hour: days.weekly_hour,
            minutes: days.weekly_minutes,
            times: (days.reassess.saturating_sub(days.setup) / 7 + 1).max(1),
        });
        vec![
            email,
            plain("setup", days.setup),
            weekly,
            plain("baseline", days.baseline),
            plain("midway", days.midway),
            plain("reassess", days.reassess),
        ]
    }

    /// What the client was going to send: what, who, by when.
    fn owed(&self) -> Vec<String> {
        let owed =
            self.selection.questions().filter_map(|question| match &self.assessment.answer(&question.id)?.status {
                Status::Owed { who, by } => Some((question, who, by)),
                _ => None,
            });
        let line = |(question, who, by): (&crate::questionnaire::Question, &String, &Option<Date>)| {
            let by = by.map(|by| self.display.date(by)).unwrap_or_default();
            let parts = [question.label.get(self.display.locale).to_owned(), who.clone(), by];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        owed.map(line).collect()
    }

    /// The look at the outcome every month, until the last deadline or the re-assessment.
    fn months(&self) -> Vec<Entry> {
        const MOST: i32 = 24;
        let last = self.agreed().filter_map(|(_, goal)| goal.deadline).max();
        let last = last.unwrap_or_else(|| self.day(self.selection.assumptions.follow_up.reassess));
        let month = |number: i32| (number, self.assessment.date.saturating_add(number.months()));
        let months = (1..=MOST).map(month).take_while(|(_, date)| *date <= last);
        months
            .map(|(number, date)| {
                self.entry(&format!("month-{number}"), date, &self.word("monthly"), self.word("monthly_what"))
            })
            .collect()
    }

    /// The actions of the 90-day plan, each on the first day of its week.
    fn plan(&self, evaluation: &Evaluation) -> Vec<Entry> {
        let actions = evaluation.plan.months.iter().flat_map(|month| &month.actions);
        let begun = actions.filter(|action| !action.continued && action.week > 0);
        let entry = |action: &crate::evaluation::PlannedAction| {
            let finding = self.selection.finding(&action.finding)?;
            let weeks = u16::from(action.week - 1) * 7;
            let role = self.selection.questionnaires.iter().find(|one| one.finding(&action.finding).is_some());
            let owner = role.map_or(finding.owner.as_str(), |one| one.role_title(&finding.owner, self.display.locale));
            let about = t!(
                "record.calendar.action_what",
                locale = self.display.locale,
                week = action.week,
                hours = self.display.hours(action.hours),
                owner = owner
            );
            let text = finding.action.get(self.display.locale).replace("{names}", "…");
            Some(self.entry(&format!("plan-{}", action.finding), self.day(weeks), &text, about.into_owned()))
        };
        begun.filter_map(entry).collect()
    }

    /// Goals that are being worked for, by their place in the file.
    fn agreed(&self) -> impl Iterator<Item = (usize, &Goal)> {
        let goals = self.assessment.goals.iter().enumerate();
        goals.filter(|(_, goal)| goal.status == GoalStatus::Agreed)
    }

    fn deadlines(&self) -> Vec<Entry> {
        let entry = |(at, goal): (usize, &Goal)| {
            let date = goal.deadline?;
            let label = self.selection.goal_metric(&goal.metric).map(|one| one.label.get(self.display.locale));
            let title =
                t!("record.calendar.deadline", locale = self.display.locale, goal = label.unwrap_or(&goal.metric));
            let what = t!("record.calendar.deadline_what", locale = self.display.locale, owner = goal.owner);
            Some(self.entry(&format!("goal-{}-{}", goal_key(&goal.metric), at + 1), date, &title, what.into_owned()))
        };
        self.agreed().filter_map(entry).collect()
    }

    fn next_step(&self) -> Option<Entry> {
        let step = self.assessment.next_step.as_ref()?;
        Some(self.entry("next-step", step.date?, &step.text, step.who.clone()))
    }
}

/// A goal metric's id as part of an identifier: what a file may say there is anybody's guess.
fn goal_key(metric: &str) -> String {
    metric.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_').take(40).collect()
}
