//! A funnel in characters: a bar for each stage, between the bars what goes on from one to the next.

use ratatui::text::{Line, Span};
use rust_i18n::t;

use crate::evaluation::{FunnelEvaluation, Stage, funnel};
use crate::questionnaire::{LocalText, Question};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted};

/// The longest bar.
const BAR: usize = 40;

/// The funnels of a questionnaire that can be drawn from what is known.
pub fn funnels(pen: &mut Pen<'_>, look: &Look<'_>, questions: &[Question]) {
    for question in questions.iter().filter(|one| one.funnel.is_some()) {
        let interview = look.interview;
        if !interview.evaluation().is_visible(&question.id) {
            continue;
        }
        pen.line(Span::styled(look.text(&question.label).to_owned(), look.theme.loud()));
        let value = interview.assessment().value(&question.id);
        match value.and_then(|value| funnel(question, value, interview.evaluation())) {
            Some(drawn) => draw(pen, look, question, &drawn),
            None => pen.text(&t!("systems.funnel.nothing", locale = look.locale()), look.theme.quiet()),
        }
        pen.gap();
    }
}

fn draw(pen: &mut Pen<'_>, look: &Look<'_>, question: &Question, drawn: &FunnelEvaluation) {
    let rows = question.fixed_rows();
    let names = rows.iter().map(|row| look.text(&row.label));
    let width = names.clone().map(|name| name.chars().count()).max().unwrap_or(0).min(16);
    let room = usize::from(pen.area.width).saturating_sub(width + 26).clamp(8, BAR);
    for (at, (stage, name)) in drawn.stages.iter().zip(names).enumerate() {
        let is_weakest = drawn.weakest.as_deref() == Some(stage.row.as_str());
        if at > 0 {
            between(pen, look, stage, drawn.stages.get(at - 1), is_weakest, width);
        }
        let name = fitted(name, width, false);
        let bar = match stage.count {
            Some(count) => Span::styled(bar(count / drawn.most, room), look.theme.accent()),
            None => Span::styled("┄".repeat(room.min(8)), look.theme.quiet()),
        };
        let count = match stage.count {
            Some(count) => look.display.plain(count),
            None => t!("systems.funnel.uncounted", locale = look.locale()).into_owned(),
        };
        let cost = stage.cost.map(|cost| {
            let cost = look.display.money(cost);
            format!("   {}", t!("systems.funnel.each", locale = look.locale(), cost = cost))
        });
        pen.line(Line::from(vec![
            Span::styled(format!("{name}  "), if is_weakest { look.theme.accent() } else { look.theme.ink() }),
            bar,
            Span::styled(format!("  {count}"), look.theme.loud()),
            Span::styled(cost.unwrap_or_default(), look.theme.quiet()),
        ]));
    }
    basis(pen, look, question);
}

/// `↓ 30%   before 33%   12 days   the weakest step`
fn between(pen: &mut Pen<'_>, look: &Look<'_>, stage: &Stage, before: Option<&Stage>, is_weakest: bool, width: usize) {
    let locale = look.locale();
    let percent = |value: f64| look.display.percent(value, 1);
    let mut said = Vec::new();
    if let Some(rate) = stage.rate {
        said.push(percent(rate));
    }
    if let Some(rate) = stage.rate_before {
        said.push(t!("systems.funnel.before", locale = locale, rate = percent(rate)).into_owned());
    }
    if let Some(days) = before.and_then(|before| before.days) {
        said.push(look.display.days(days));
    }
    if stage.rises() {
        said.push(t!("systems.funnel.rises", locale = locale).into_owned());
    }
    if is_weakest {
        said.push(t!("systems.funnel.weakest", locale = locale).into_owned());
    }
    let arrow = if stage.rises() { "↑" } else { "↓" };
    let text = format!("{}  {arrow} {}", " ".repeat(width), said.join("   "));
    let style = if is_weakest { look.theme.accent() } else { look.theme.quiet() };
    pen.line(Span::styled(cut(&text, usize::from(pen.area.width)), style));
}

/// What the shares say, and how the weakest step was found.
fn basis(pen: &mut Pen<'_>, look: &Look<'_>, question: &Question) {
    let Some(drawn) = &question.funnel else { return };
    let said = |metric: &Option<String>| -> Option<String> {
        let id = metric.as_deref()?;
        let value = look.interview.evaluation().metric(id)?.value.as_ref()?;
        Some(look.display.metric(look.interview.selection().metric(id)?, value))
    };
    if let Some(basis) = said(&drawn.basis) {
        pen.text(&t!("systems.funnel.basis", locale = look.locale(), basis = basis), look.theme.quiet());
    }
    if let (Some(step), Some(how)) = (said(&drawn.weakest), said(&drawn.found_by)) {
        let text = t!("systems.funnel.weakest_is", locale = look.locale(), step = step, how = how);
        pen.text(&text, look.theme.ink());
    }
}

/// A bar of a share of the longest one; somebody at a stage shows at least once.
fn bar(share: f64, width: usize) -> String {
    // a share of 0 to 1 over a short line
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let halves = (share.clamp(0.0, 1.0) * width as f64 * 2.0).round() as usize;
    let halves = if share > 0.0 { halves.max(1) } else { halves };
    format!("{}{}", "█".repeat(halves / 2), if halves % 2 == 1 { "▌" } else { "" })
}

/// What is asked at once of answers that do not seem to agree, at the questions they were given to.
pub fn asked_at_once<'a>(look: &Look<'a>) -> Vec<&'a LocalText> {
    let interview = look.interview;
    let here = &interview.question().id;
    let judged = interview.selection().questionnaires.iter().zip(&interview.evaluation().questionnaires);
    let held = judged.flat_map(|(questionnaire, judged)| {
        questionnaire.consistency.iter().filter(|note| judged.consistency.contains(&note.id))
    });
    held.filter(|note| note.when.names.contains(here) && !note.ask.texts.is_empty()).map(|note| &note.ask).collect()
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn whoever_is_there_shows() {
        for (share, width, drawn) in
            [(1.0, 4, "████"), (0.5, 4, "██"), (0.375, 4, "█▌"), (0.0001, 4, "▌"), (0.0, 4, ""), (2.0, 2, "██")]
        {
            assert_eq!(bar(share, width), drawn, "{share}");
        }
    }
}
