//! Screen sharing: what is private stays off every screen until it is asked for again.
//!
//! Private are hints, scores, evidence, notes, pain flags, priorities, the swing of a question, and the client's words that may
//! not be printed. A view asks [`Interview::shows_private`] before it draws any of them.

use super::{Effect, Interview, Message, Open, Panel, Purpose};

impl Interview {
    /// The same sitting, begun with everything private hidden.
    pub fn begun_shared(mut self, shared: bool) -> Self {
        self.shared = shared;
        self
    }

    /// Whether the client can see this screen.
    pub fn is_shared(&self) -> bool {
        self.shared
    }

    /// A sitting with an assessment whose file is locked.
    #[must_use]
    pub fn kept_locked(mut self, locked: bool) -> Self {
        self.locked = locked;
        self
    }

    /// Whether the file is locked, and whoever makes something from it should hear that this is not.
    pub fn is_locked(&self) -> bool {
        self.locked
    }

    /// Whether what is private may be drawn: not where an owner answers alone, and not while the screen is shared.
    pub fn shows_private(&self) -> bool {
        !self.shared && !self.is_self()
    }

    /// Hides what is private, or shows it again; what is being typed and what is open stays as it is, unless it is private
    /// through and through.
    pub(super) fn share(&mut self) -> Vec<Effect> {
        self.shared = !self.shared;
        if self.shared {
            self.panel = self.panel.take().filter(|panel| !is_private(panel));
            self.aside = self.aside.take().filter(|panel| !is_private(panel));
            self.beneath.retain(|panel| !is_private(panel));
        }
        self.panel = self.panel.take().map(|panel| self.renewed(panel));
        self.message = Some(if self.shared { Message::Hidden } else { Message::Shown });
        Vec::new()
    }

    /// Whether something may not be opened just now; says so when it may not.
    pub(super) fn refuses(&mut self, open: Open) -> bool {
        let refused = match open {
            Open::Hints | Open::Tidy => self.shared,
            Open::Call(screen) => self.shared && screen.is_private(),
            Open::Accounts => self.shared && self.account_uses().is_some() && self.would_choose_list(),
            _ => false,
        };
        if refused {
            self.message = Some(Message::HiddenWhileShared);
        }
        refused
    }
}

/// Whether there would be nothing left of it without what is private.
fn is_private(panel: &Panel) -> bool {
    let of_a_line = |purpose| matches!(purpose, Purpose::Answer { .. } | Purpose::Quote { .. });
    match panel {
        Panel::Hints(_) | Panel::Tidy(_) => true,
        Panel::Picker(picker) => of_a_line(picker.purpose),
        Panel::Call(call) => call.is_private(),
        Panel::Accounts(open) => open.is_private(),
        _ => false,
    }
}
