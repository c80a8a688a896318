//! The end of a call: what is left, the next step, the report written, opened, copied, read.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;

use super::call::{Stays, letter};
use super::{
    Call, CallScreen, Edit, Effect, Finish, Interview, Line, Matter, Panel, Refusal, Review, Write, parse_date,
};
use crate::assessment::NextStep;

/// The form for what happens next.
#[derive(Debug, Clone)]
pub struct NextStepForm {
    /// What.
    pub text: Line,
    /// Who.
    pub who: Line,
    /// When, as typed.
    pub date: Line,
    /// The field that has the keyboard: 0 what, 1 who, 2 when.
    pub focus: usize,
    /// Why the date was not taken.
    pub refused: Option<Refusal>,
}

/// The report, to be read here.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// Its Markdown, once it is there.
    pub text: Option<String>,
    /// Whether it is the consultant's own version.
    pub internal: bool,
    /// Lines scrolled down.
    pub scroll: usize,
}

/// What is left at the end of a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Closing {
    /// How many questions there are of each matter worth another look.
    pub matters: Vec<(Matter, usize)>,
    /// What was agreed to happen next.
    pub next_step: Option<NextStep>,
}

impl NextStepForm {
    /// The form with what was agreed before.
    pub fn new(interview: &Interview) -> Self {
        let step = interview.assessment().next_step.clone();
        let (text, who, date) = step.map(|step| (step.text, step.who, step.date)).unwrap_or_default();
        let date = date.map(|date| date.to_string()).unwrap_or_default();
        Self { text: Line::new(text), who: Line::new(who), date: Line::new(date), focus: 0, refused: None }
    }

    /// The field that has the keyboard.
    pub fn field(&mut self) -> &mut Line {
        match self.focus {
            0 => &mut self.text,
            1 => &mut self.who,
            _ => &mut self.date,
        }
    }

    /// The step as typed; the date may be left empty.
    fn read(&self, today: Date) -> Result<Option<NextStep>, Refusal> {
        let text = self.text.text().trim().to_owned();
        let typed = self.date.text().trim();
        let date = match typed {
            "" => None,
            typed => Some(parse_date(typed, today).ok_or(Refusal::Date)?),
        };
        let who = self.who.text().trim().to_owned();
        let is_blank = text.is_empty() && who.is_empty() && date.is_none();
        Ok((!is_blank).then_some(NextStep { text, date, who }))
    }
}

impl Interview {
    /// What is left at the end of a call.
    pub fn closing(&self) -> Closing {
        let review = Review::new(self);
        let mut matters: Vec<(Matter, usize)> = Vec::new();
        for (matter, _) in &review.entries {
            match matters.iter_mut().find(|(one, _)| one == matter) {
                Some((_, count)) => *count += 1,
                None => matters.push((*matter, 1)),
            }
        }
        Closing { matters, next_step: self.assessment.next_step.clone() }
    }

    /// The question whether to finish, with what is open.
    pub(super) fn asked_to_finish(&self) -> Panel {
        let open = Review::new(self).entries.iter().filter(|(matter, _)| *matter == Matter::Required).count();
        Panel::Finish(Finish::Asked(open))
    }

    /// Follows one edit while the assessment is being finished.
    pub(super) fn edit_finish(&mut self, edit: &Edit) -> Vec<Effect> {
        let Some(Panel::Finish(finish)) = &self.panel else { return Vec::new() };
        let report = match finish {
            Finish::Rendered(paths) => paths.first().cloned(),
            _ => None,
        };
        match (finish, edit, letter(edit), report) {
            (Finish::Asked(_), Edit::Enter, ..) => return self.finish(),
            (Finish::Asked(_), _, Some("d"), _) => {
                self.lay_over(Panel::Call(Call::NextStep(Box::new(NextStepForm::new(self)))))
            }
            (Finish::Asked(_), _, Some("v"), _) => self.lay_over(Panel::Review(Review::new(self))),
            (Finish::Asked(_), _, Some("P"), _) => return self.preview(),
            (Finish::Asked(_), ..) | (Finish::Rendering, ..) => {}
            (Finish::Rendered(_), _, Some("o"), Some(path)) => return vec![Effect::OpenFile(path)],
            (Finish::Rendered(_), _, Some("y"), Some(path)) => return vec![Effect::Copy(said(&path))],
            (Finish::Rendered(_), _, Some("P"), _) => return self.preview(),
            (_, Edit::Enter, ..) => drop(self.close()),
            _ => {}
        }
        Vec::new()
    }

    fn preview(&mut self) -> Vec<Effect> {
        self.beneath.extend(self.panel.take());
        self.open_call(CallScreen::Preview, Timestamp::UNIX_EPOCH)
    }

    pub(super) fn edit_next_step(
        &mut self,
        form: &mut NextStepForm,
        edit: &Edit,
        now: Timestamp,
    ) -> (Stays, Vec<Effect>) {
        form.refused = None;
        match edit {
            Edit::Enter if form.focus == 2 => match form.read(self.today) {
                Ok(step) => {
                    if self.assessment.next_step == step {
                        return (Stays::Closed, Vec::new());
                    }
                    return (Stays::Closed, self.record_all(vec![Write::NextStep(step)], now));
                }
                Err(refusal) => form.refused = Some(refusal),
            },
            Edit::Enter | Edit::Tab | Edit::Down => form.focus = (form.focus + 1).min(2),
            Edit::BackTab | Edit::Up => form.focus = form.focus.saturating_sub(1),
            _ => {
                form.field().edit(edit);
            }
        }
        (Stays::Open, Vec::new())
    }

    /// Takes the report that was asked for, unless it is no longer wanted or may no longer be seen.
    pub(super) fn previewed(&mut self, internal: bool, text: String) {
        let may_be_seen = !internal || self.shows_private();
        if let Some(Panel::Call(Call::Preview(preview))) = &mut self.panel
            && preview.internal == internal
            && may_be_seen
        {
            preview.text = Some(text);
        }
    }

    pub(super) fn edit_preview(&mut self, preview: &mut Preview, edit: &Edit) -> (Stays, Vec<Effect>) {
        /// What a page is, roughly.
        const PAGE: usize = 15;
        let lines = preview.text.as_ref().map_or(0, |text| text.lines().count());
        match (edit, letter(edit)) {
            (Edit::Up, _) => preview.scroll = preview.scroll.saturating_sub(1),
            (Edit::Down, _) => preview.scroll = (preview.scroll + 1).min(lines),
            (_, Some(" ")) | (Edit::Tab, _) => preview.scroll = (preview.scroll + PAGE).min(lines),
            (_, Some("b")) | (Edit::BackTab, _) => preview.scroll = preview.scroll.saturating_sub(PAGE),
            (_, Some("i")) if self.shows_private() => {
                preview.internal = !preview.internal;
                preview.scroll = 0;
                preview.text = None;
                return (Stays::Open, vec![Effect::Preview { internal: preview.internal }]);
            }
            (Edit::Enter, _) => return (Stays::Closed, Vec::new()),
            _ => {}
        }
        (Stays::Open, Vec::new())
    }
}

/// A path as one pastes it.
fn said(path: &Path) -> String {
    path.display().to_string()
}
