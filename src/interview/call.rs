//! The screens of a live call: pace, opening, reveal, agreement, why, strengths and weaknesses, next step, preview.

use jiff::Timestamp;

use super::{
    Action, Adding, Agreeing, Drafting, Edit, Effect, Interview, Message, NextStepForm, Panel, Picture, Preview,
    Revealing, RouteChoice, Why,
};

/// A screen of the call.
#[derive(Debug, Clone)]
pub enum Call {
    /// How the time goes, part by part.
    Pace,
    /// The script, and whether notes may be taken.
    Opening,
    /// Which way through the call.
    Routes(RouteChoice),
    /// What the client has told, as facts, one at a time.
    Reveal(Revealing),
    /// What there is beside what is wanted.
    Agreement(Agreeing),
    /// How a number came about.
    Why(Why),
    /// Strengths, weaknesses, openings and threats drafted from what was said.
    Swot(Drafting),
    /// What happens next, when, and who.
    NextStep(Box<NextStepForm>),
    /// The report, to be read here.
    Preview(Preview),
    /// What one questionnaire shows so far.
    Picture(Picture),
    /// Which questionnaire to add.
    Adding(Adding),
}

/// Which screen of the call to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallScreen {
    /// Starts the clock or pauses it, and shows how the time goes.
    Clock,
    /// Chooses the way through the call.
    Routes,
    /// The facts.
    Reveal,
    /// Current beside wanted.
    Agreement,
    /// How a number came about.
    Why,
    /// The draft of strengths, weaknesses, openings and threats.
    Swot,
    /// The next step.
    NextStep,
    /// The report.
    Preview,
    /// What the questionnaire of the current question shows so far.
    Picture,
    /// Which questionnaire to add.
    Adding,
}

/// What a key means on a screen of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CallKeys {
    /// The clock.
    Pace,
    /// The opening.
    Opening,
    /// A list to choose from.
    Routes,
    /// Facts; letters are commands.
    Reveal,
    /// What the client says to a fact, or what is missing: letters are text.
    Words,
    /// Levels under the arrow keys.
    Agreement,
    /// A list of what can be explained.
    WhyList,
    /// One explanation.
    Why,
    /// Drafted lines.
    Swot,
    /// A form.
    NextStep,
    /// Something long to be read.
    Preview,
    /// What one questionnaire shows so far.
    Picture,
    /// A list to add from.
    Adding,
}

impl Call {
    /// What a key means here.
    pub fn keys(&self) -> CallKeys {
        match self {
            Self::Pace => CallKeys::Pace,
            Self::Opening => CallKeys::Opening,
            Self::Routes(_) => CallKeys::Routes,
            Self::Reveal(revealing) if revealing.typing.is_some() => CallKeys::Words,
            Self::Reveal(_) => CallKeys::Reveal,
            Self::Agreement(agreeing) if agreeing.missing.is_some() => CallKeys::Words,
            Self::Agreement(_) => CallKeys::Agreement,
            Self::Why(why) if why.explained.is_empty() => CallKeys::WhyList,
            Self::Why(_) => CallKeys::Why,
            Self::Swot(drafting) if drafting.changing.is_some() => CallKeys::Words,
            Self::Swot(_) => CallKeys::Swot,
            Self::NextStep(_) => CallKeys::NextStep,
            Self::Preview(_) => CallKeys::Preview,
            Self::Picture(_) => CallKeys::Picture,
            Self::Adding(_) => CallKeys::Adding,
        }
    }

    /// Whether a client must not see it at all.
    pub fn is_private(&self) -> bool {
        match self {
            Self::Why(_) | Self::Swot(_) => true,
            Self::Preview(preview) => preview.internal,
            _ => false,
        }
    }
}

impl CallScreen {
    /// Whether a client must not see it at all.
    pub fn is_private(self) -> bool {
        matches!(self, Self::Why | Self::Swot)
    }
}

impl Interview {
    /// Opens a screen of the call.
    pub(super) fn open_call(&mut self, screen: CallScreen, now: Timestamp) -> Vec<Effect> {
        let call = match screen {
            CallScreen::Clock => return self.press_clock(now),
            CallScreen::Routes => Call::Routes(RouteChoice::new(self, false)),
            CallScreen::Reveal => Call::Reveal(Revealing::new(self)),
            CallScreen::Agreement => Call::Agreement(Agreeing::new(self)),
            CallScreen::Why => Call::Why(Why::new(self)),
            CallScreen::Swot => Call::Swot(Drafting::new(self)),
            CallScreen::NextStep => Call::NextStep(Box::new(NextStepForm::new(self))),
            CallScreen::Picture => Call::Picture(Picture::default()),
            CallScreen::Adding => {
                self.open_adding();
                return Vec::new();
            }
            CallScreen::Preview => {
                self.panel = Some(Panel::Call(Call::Preview(Preview::default())));
                return vec![Effect::Preview { internal: false }];
            }
        };
        self.show(call);
        Vec::new()
    }

    /// Puts a screen of the call over the question.
    pub(super) fn show(&mut self, call: Call) {
        self.panel = Some(Panel::Call(call));
    }

    /// Follows one edit on a screen of the call.
    pub(super) fn edit_call(&mut self, edit: &Edit, now: Timestamp) -> Vec<Effect> {
        // The screen is taken out while it is followed, and put back unless something else took its place.
        let Some(Panel::Call(mut call)) = self.panel.take() else { return Vec::new() };
        let (stays, effects) = match &mut call {
            Call::Pace => self.edit_pace(edit, now),
            Call::Opening => self.edit_opening(edit, now),
            Call::Routes(choice) => self.edit_routes(choice, edit, now),
            Call::Reveal(revealing) => self.edit_reveal(revealing, edit, now),
            Call::Agreement(agreeing) => self.edit_agreement(agreeing, edit, now),
            Call::Why(why) => self.edit_why(why, edit, now),
            Call::Swot(drafting) => self.edit_swot(drafting, edit, now),
            Call::NextStep(form) => self.edit_next_step(form, edit, now),
            Call::Preview(preview) => self.edit_preview(preview, edit),
            Call::Picture(picture) => self.edit_picture(picture, edit),
            Call::Adding(adding) => self.edit_adding(adding, edit, now),
        };
        match (stays, &self.panel) {
            (Stays::Open, None) => self.panel = Some(Panel::Call(call)),
            (Stays::Aside(id), _) => self.go_from(call, &id, now),
            (Stays::Closed, None) => drop(self.close()),
            _ => {}
        }
        effects
    }

    /// Leaves a screen of the call for a question; Escape there comes back.
    fn go_from(&mut self, call: Call, id: &str, now: Timestamp) {
        let _ = self.go(&super::Go::To(id.to_owned()), false, now);
        self.aside = Some(Panel::Call(call));
        self.message = Some(Message::Aside);
    }

    /// Whether a screen of the call waits to be come back to.
    pub fn has_aside(&self) -> bool {
        self.aside.is_some() && self.panel.is_none()
    }

    /// Comes back to the screen that was left for a question; false when there is none.
    pub(super) fn come_back(&mut self) -> bool {
        match self.aside.take() {
            Some(panel) => {
                self.panel = Some(self.renewed(panel));
                true
            }
            None => false,
        }
    }

    /// What Escape does on a screen of the call: it leaves what is being typed before it leaves the screen.
    pub(super) fn leave_call(&mut self, now: Timestamp) -> Option<Vec<Effect>> {
        match &mut self.panel {
            Some(Panel::Call(Call::Reveal(revealing))) if revealing.typing.is_some() => {
                // What was typed is what the client said: it is kept.
                Some(self.edit_call(&Edit::Enter, now))
            }
            Some(Panel::Call(Call::Agreement(agreeing))) if agreeing.missing.is_some() => {
                agreeing.missing = None;
                Some(Vec::new())
            }
            Some(Panel::Call(Call::Swot(drafting))) if drafting.changing.is_some() => {
                drafting.changing = None;
                Some(Vec::new())
            }
            Some(Panel::Call(Call::Why(why))) if !why.explained.is_empty() => {
                why.explained.clear();
                Some(Vec::new())
            }
            _ => None,
        }
    }
}

/// What becomes of a screen after an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stays {
    /// It stays.
    Open,
    /// It closes.
    Closed,
    /// It steps aside for a question, to be come back to.
    Aside(String),
}

/// The letter typed, when an edit is one.
pub(super) fn letter(edit: &Edit) -> Option<&str> {
    match edit {
        Edit::Insert(typed) => Some(typed.as_str()),
        _ => None,
    }
}

impl Action {
    /// Whether it is the clock's, and nobody pressed a key.
    pub(super) fn is_of_nobody(&self) -> bool {
        matches!(self, Self::Room(_) | Self::Reach(_) | Self::Happened(_) | Self::Tick)
    }
}
