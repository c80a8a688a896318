//! One short thing to be typed, under the question.

use ratatui::text::Span;
use rust_i18n::t;

use super::boxed;
use super::said::refusal;
use crate::interview::{Line, Prompt, PromptKind};
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// The prompt that has the keyboard.
pub fn prompt(pen: &mut Pen<'_>, look: &Look<'_>, prompt: &Prompt) {
    let locale = look.locale();
    let (title, hint) = match prompt.kind {
        PromptKind::Reason => ("tui.prompt.reason", ""),
        PromptKind::OwedWho if look.interview.is_self() => ("tui.prompt.self_owed_who", ""),
        PromptKind::OwedWho => ("tui.prompt.owed_who", ""),
        PromptKind::OwedBy { .. } => ("tui.prompt.owed_by", "tui.prompt.owed_by_hint"),
        PromptKind::Quote => ("tui.prompt.quote", ""),
        PromptKind::Shareable => ("tui.prompt.shareable", "tui.prompt.yes_no"),
        PromptKind::Note => ("tui.prompt.note", ""),
        PromptKind::Todo => ("nav.prompt.todo", ""),
    };
    pen.line(Span::styled(t!(title, locale = locale).into_owned(), look.theme.accent()));
    if prompt.kind == PromptKind::Shareable && look.interview.is_shared() {
        pen.gap();
    } else if prompt.kind == PromptKind::Shareable {
        let answer = match &prompt.about {
            Some(id) => look.interview.assessment().answer(id),
            None => look.interview.answer(),
        };
        let quote = answer.and_then(|answer| answer.quote.clone()).unwrap_or_default();
        pen.text_at_most(&format!("“{quote}”"), look.theme.ink(), 3);
    } else if look.interview.is_shared() && !may_be_seen(&prompt.kind) {
        boxed::line(pen, look, pen.area.width, &masked(&prompt.line), true);
    } else {
        boxed::line(pen, look, pen.area.width, &prompt.line, look.interview.scratch().is_none());
    }
    if let Some(reason) = &prompt.refused {
        pen.line(Span::styled(refusal(reason, locale), look.theme.accent()));
    } else if !hint.is_empty() {
        pen.line(Span::styled(t!(hint, locale = locale).into_owned(), look.theme.quiet()));
    }
}

/// Whether what is typed there may be read on a shared screen.
fn may_be_seen(kind: &PromptKind) -> bool {
    matches!(kind, PromptKind::Reason | PromptKind::OwedWho | PromptKind::OwedBy { .. } | PromptKind::Shareable)
}

/// As many dots as characters, the cursor among them: one types and is not read.
fn masked(line: &Line) -> Line {
    use unicode_segmentation::UnicodeSegmentation;
    let dots = |text: &str| "•".repeat(text.graphemes(true).count());
    let mut shown = Line::new(dots(line.text()));
    for _ in 0..line.text()[line.cursor()..].graphemes(true).count() {
        shown.edit(&crate::interview::Edit::Left);
    }
    shown
}
