//! What happens next, who does it, and when.

use ratatui::text::Span;
use rust_i18n::t;

use super::boxed;
use super::said::refusal;
use crate::interview::NextStepForm;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted};

/// The form, the field that has the keyboard in its box.
pub fn next_step(pen: &mut Pen<'_>, look: &Look<'_>, form: &NextStepForm) {
    let locale = look.locale();
    pen.line(Span::styled(t!("call.next_step.title", locale = locale).into_owned(), look.theme.loud()));
    pen.gap();
    let fields =
        [("call.next_step.text", &form.text), ("call.next_step.who", &form.who), ("call.next_step.date", &form.date)];
    for (at, (label, line)) in fields.into_iter().enumerate() {
        let label = t!(label, locale = locale).into_owned();
        if at == form.focus {
            pen.line(Span::styled(label, look.theme.accent()));
            boxed::line(pen, look, pen.area.width.min(72), line, true);
        } else {
            let shown = cut(line.text(), usize::from(pen.area.width).saturating_sub(16));
            pen.line(ratatui::text::Line::from(vec![
                Span::styled(fitted(&label, 14, false), look.theme.quiet()),
                Span::styled(format!("  {shown}"), look.theme.ink()),
            ]));
        }
    }
    match &form.refused {
        Some(reason) => pen.line(Span::styled(refusal(reason, locale), look.theme.accent())),
        None if form.focus == 2 => {
            pen.line(Span::styled(t!("tui.prompt.owed_by_hint", locale = locale).into_owned(), look.theme.quiet()));
        }
        None => {}
    }
}
