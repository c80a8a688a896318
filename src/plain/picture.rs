//! How it looks so far, in words: the score and how far it could move, what tells most, what is lowest, what nobody knows.

use std::io;

use rust_i18n::t;

use super::{Next, Sitting};
use crate::display::{Display, sentence_start};
use crate::interview::Pictured;

impl Sitting<'_> {
    /// `/score`: the questionnaire of the current question as it stands.
    pub(super) fn say_picture(&mut self) -> io::Result<Next> {
        let currency = self.interview.assessment().currency.clone();
        let locale = self.talk.locale.clone();
        let display = Display { locale: &locale, currency: &currency };
        let lines = match self.interview.pictured() {
            Some(pictured) => self.picture_lines(display, &pictured),
            None => Vec::new(),
        };
        for line in lines {
            self.talk.say(&line)?;
        }
        Ok(Next::Again)
    }

    fn picture_lines(&self, display: Display<'_>, pictured: &Pictured<'_>) -> Vec<String> {
        let locale = display.locale;
        let mut lines = vec![pictured.questionnaire.title.get(locale).to_owned()];
        lines.extend(score(display, pictured));
        let evaluation = self.interview.evaluation();
        for metric in pictured.questionnaire.glance.iter().filter_map(|id| pictured.questionnaire.metric(id)) {
            let Some(result) = evaluation.metric(&metric.id) else { continue };
            let value = match &result.value {
                Some(value) => display.metric(metric, value),
                None => t!("systems.not_yet", locale = locale).into_owned(),
            };
            let range = result.low.zip(result.high).map(|(low, high)| {
                let range = display.metric_range(metric, low, high);
                format!(", {}", t!("systems.between", locale = locale, range = range))
            });
            lines.push(format!("{}: {value}{}", metric.label.get(locale), range.unwrap_or_default()));
        }
        if !pictured.lowest.is_empty() {
            lines.push(format!("{}:", t!("systems.lowest", locale = locale)));
        }
        for (at, low) in pictured.lowest.iter().enumerate() {
            let value = self.interview.assessment().value(&low.question.id);
            let answer = value.map(|value| display.answer(low.question, value)).unwrap_or_default();
            lines.push(format!("{}. {}: {answer}", at + 1, low.question.label.get(locale)));
            let action = low.pointer.map(|pointer| pointer.action.get(locale));
            lines.extend(action.map(|action| t!("systems.first_step", locale = locale, action = action).into_owned()));
        }
        if !pictured.unknown.is_empty() {
            let names: Vec<String> = pictured.unknown.iter().map(|one| display.inside(one.label.get(locale))).collect();
            lines.push(t!("systems.unknown", locale = locale, names = display.names(&names)).into_owned());
        }
        lines
    }
}

/// The score with its band, how far it could move, and what it means.
fn score(display: Display<'_>, pictured: &Pictured<'_>) -> Vec<String> {
    let locale = display.locale;
    let Some(overall) = pictured.overall else { return vec![t!("systems.hidden", locale = locale).into_owned()] };
    let Some(value) = overall.score else { return vec![t!("systems.no_score", locale = locale).into_owned()] };
    let bands = &pictured.questionnaire.bands;
    let band = overall.band.as_ref().and_then(|id| bands.iter().find(|band| band.id == *id));
    let mut first = t!("systems.score", locale = locale, score = display.client_score(value, bands)).into_owned();
    if let Some(band) = band {
        first = format!("{first}, {}", display.inside(band.title.get(locale)));
    }
    if let Some((low, high)) = overall.low.zip(overall.high) {
        let range = display.client_score_range(low, high, bands);
        first = format!("{first}, {}", t!("systems.range", locale = locale, range = range));
    }
    let note = pictured.questionnaire.note.get(locale);
    let note =
        (!note.is_empty()).then(|| t!("systems.note", locale = locale, note = sentence_start(note)).into_owned());
    [Some(format!("{first}.")), band.map(|band| band.caption.get(locale).to_owned()), note]
        .into_iter()
        .flatten()
        .collect()
}
