//! Stages as a funnel in words: how many are at each, how many of those before, and where most are lost.

use std::io;

use rust_i18n::t;

use super::{Next, Sitting};
use crate::display::Display;
use crate::evaluation::{Stage, funnel};
use crate::questionnaire::Question;

impl Sitting<'_> {
    /// `/funnel`: every table of stages of the questionnaires that are asked.
    pub(super) fn funnels(&mut self) -> io::Result<Next> {
        let all: Vec<Question> =
            self.interview.selection().questions().filter(|one| one.funnel.is_some()).cloned().collect();
        let shown: Vec<&Question> = all.iter().filter(|one| self.interview.evaluation().is_visible(&one.id)).collect();
        if shown.is_empty() {
            self.talk.say(&t!("systems.plain.no_funnel", locale = &self.talk.locale))?;
        }
        for question in shown {
            self.say_funnel(question)?;
        }
        Ok(Next::Again)
    }

    /// Says one table of stages as it stands; what is missing where it cannot be told yet.
    pub(super) fn say_funnel(&mut self, question: &Question) -> io::Result<()> {
        let lines = self.funnel_lines(question);
        let label = question.label.get(&self.talk.locale).to_owned();
        self.talk.say(&label)?;
        match lines {
            Some(lines) => self.talk.say(&lines.join("\n")),
            None => self.talk.say(&t!("systems.funnel.nothing", locale = &self.talk.locale)),
        }
    }

    fn funnel_lines(&self, question: &Question) -> Option<Vec<String>> {
        let locale = &self.talk.locale;
        let evaluation = self.interview.evaluation();
        let drawn = funnel(question, self.interview.assessment().value(&question.id)?, evaluation)?;
        let display = Display { locale, currency: &self.interview.assessment().currency };
        let rows = question.fixed_rows();
        let mut lines: Vec<String> = Vec::new();
        for (at, (stage, row)) in drawn.stages.iter().zip(rows).enumerate() {
            let days = at.checked_sub(1).and_then(|before| drawn.stages[before].days);
            let is_weakest = drawn.weakest.as_deref() == Some(stage.row.as_str());
            lines.push(format!("{}: {}.", row.label.get(locale), stage_in_words(display, stage, days, is_weakest)));
        }
        let said = |metric: &Option<String>| -> Option<String> {
            let id = metric.as_deref()?;
            let value = evaluation.metric(id)?.value.as_ref()?;
            Some(display.metric(self.interview.selection().metric(id)?, value))
        };
        let funnel = question.funnel.as_ref()?;
        if let Some(basis) = said(&funnel.basis) {
            lines.push(t!("systems.funnel.basis", locale = locale, basis = basis).into_owned());
        }
        if let (Some(step), Some(how)) = (said(&funnel.weakest), said(&funnel.found_by)) {
            lines.push(t!("systems.funnel.weakest_is", locale = locale, step = step, how = how).into_owned());
        }
        Some(lines)
    }
}

/// "1,200, 30% of the stage before, before 33.3%, 10 days after it, €0.58 each, the weakest step".
fn stage_in_words(display: Display<'_>, stage: &Stage, days: Option<f64>, is_weakest: bool) -> String {
    let locale = display.locale;
    let percent = |rate: f64| display.percent(rate, 1);
    let count = match stage.count {
        Some(count) => display.plain(count),
        None => t!("systems.funnel.uncounted", locale = locale).into_owned(),
    };
    let rises = stage.rises().then(|| t!("systems.funnel.rises", locale = locale));
    let weakest = is_weakest.then(|| t!("systems.plain.weakest", locale = locale));
    let parts = [
        Some(count.into()),
        stage.rate.map(|rate| t!("systems.plain.rate", locale = locale, rate = percent(rate))),
        rises,
        stage.rate_before.map(|rate| t!("systems.plain.rate_before", locale = locale, rate = percent(rate))),
        days.map(|days| t!("systems.plain.days", locale = locale, days = display.days(days))),
        stage.cost.map(|cost| t!("systems.funnel.each", locale = locale, cost = display.money(cost))),
        weakest,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
