//! What one questionnaire shows so far, on one page.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::adding::suggestion;
use super::funnel::funnels;
use super::reading::scrolled;
use crate::evaluation::{Overall, band_of};
use crate::interview::{Low, Pictured};
use crate::questionnaire::{Metric, Questionnaire, ScoredBy};
use crate::tui::look::Look;
use crate::tui::pen::{Pen, fitted};

/// How wide the drawn scale is, at most.
const SCALE: usize = 50;

/// What a figure with its range takes, at most.
const FIGURES: usize = 34;

/// The page; gives how far it can be scrolled.
pub fn picture(pen: &mut Pen<'_>, look: &Look<'_>, scroll: usize) -> usize {
    let Some(pictured) = look.interview.pictured() else { return 0 };
    pen.area.width = pen.area.width.min(84);
    // What comes next is in sight however long the page is.
    let is_roomy = pen.left() >= 26;
    suggestion(pen, look, is_roomy);
    scrolled(pen, look.theme, look.locale(), scroll, |pen| {
        pen.line(Span::styled(look.text(&pictured.questionnaire.title).to_owned(), look.theme.quiet()));
        pen.gap();
        match pictured.overall {
            Some(overall) => score(pen, look, pictured.questionnaire, overall),
            None => pen.text(&t!("systems.hidden", locale = look.locale()), look.theme.quiet()),
        }
        pen.gap();
        funnels(pen, look, &pictured.questionnaire.questions);
        glance(pen, look, &pictured);
        lowest(pen, look, &pictured.lowest, if is_roomy { u16::MAX } else { 1 });
        unknown(pen, look, &pictured);
    })
}

/// The score with its band, how far it could move, and what it means.
fn score(pen: &mut Pen<'_>, look: &Look<'_>, questionnaire: &Questionnaire, overall: &Overall) {
    let locale = look.locale();
    let bands = &questionnaire.bands;
    let show = look.display;
    let range = overall.low.zip(overall.high);
    let Some(value) = overall.score else {
        pen.text(&t!("systems.no_score", locale = locale), look.theme.loud());
        let scoring = &look.interview.selection().assumptions.scoring;
        let needed = match questionnaire.scored_by {
            ScoredBy::Areas => scoring.overall_coverage,
            ScoredBy::Items => scoring.items_coverage,
        };
        let (coverage, needed) = (show.percent(100.0 * overall.coverage, 0), show.percent(needed, 0));
        let said = t!("systems.no_score_yet", locale = locale, coverage = coverage, needed = needed);
        pen.text(&said, look.theme.quiet());
        return;
    };
    let said = t!("systems.score", locale = locale, score = show.client_score(value, bands));
    let band = band_of(bands, value);
    let mut spans = vec![Span::styled(said.into_owned(), look.theme.loud())];
    if let Some(band) = band {
        spans.push(Span::styled(format!("   {}", look.text(&band.title)), look.theme.accent()));
    }
    if let Some((low, high)) = range {
        let range = t!("systems.range", locale = locale, range = show.client_score_range(low, high, bands));
        spans.push(Span::styled(format!("   {range}"), look.theme.quiet()));
    }
    pen.line(Line::from(spans));
    let (low, high) = range.unwrap_or((value, value));
    pen.line(Span::styled(scale(value, low, high, SCALE.min(usize::from(pen.area.width))), look.theme.accent()));
    if let Some(band) = band {
        pen.text(look.text(&band.caption), look.theme.ink());
    }
    let note = look.text(&questionnaire.note);
    if !note.is_empty() {
        let note = t!("systems.note", locale = look.locale(), note = crate::display::sentence_start(note));
        pen.text(&note, look.theme.quiet());
    }
}

/// Solid up to the score, a line over what is uncertain, dots over the rest: `████──····`.
fn scale(value: f64, low: f64, high: f64, width: usize) -> String {
    // 0 to 100 over a short line.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let place = |score: f64| (score.clamp(0.0, 100.0) / 100.0 * width as f64).round() as usize;
    let sign = |at: usize| match at {
        at if at < place(low).min(place(value)) => '█',
        at if at < place(value) => '▓',
        at if at < place(high) => '─',
        _ => '·',
    };
    (0..width).map(sign).collect()
}

/// What to look at first: what was said, and a first step.
fn lowest(pen: &mut Pen<'_>, look: &Look<'_>, lowest: &[Low<'_>], lines: u16) {
    if lowest.is_empty() {
        return;
    }
    let locale = look.locale();
    pen.line(Span::styled(t!("systems.lowest", locale = locale).into_owned(), look.theme.quiet()));
    for (at, low) in lowest.iter().enumerate() {
        let answer = look.answered(low.question).unwrap_or_default();
        let text = format!("{}  {}: {answer}", at + 1, look.text(&low.question.label));
        pen.text(&text, look.theme.ink());
        if let Some(pointer) = low.pointer {
            pen.area.x += 3;
            pen.area.width = pen.area.width.saturating_sub(3);
            let step = t!("systems.first_step", locale = locale, action = look.text(&pointer.action));
            pen.text_at_most(&step, look.theme.quiet(), lines);
            pen.area.x -= 3;
            pen.area.width += 3;
        }
    }
}

/// The metrics that tell most, each with the range small numbers leave it; what cannot be said yet is said to be so.
fn glance(pen: &mut Pen<'_>, look: &Look<'_>, pictured: &Pictured<'_>) {
    let metrics = || pictured.questionnaire.glance.iter().filter_map(|id| pictured.questionnaire.metric(id));
    // What stands beside the labels comes first: figures and how far they could be off.
    let longest = metrics().map(|metric| look.text(&metric.label).width()).max().unwrap_or(0);
    let width = longest.min(usize::from(pen.area.width).saturating_sub(FIGURES)).max(12);
    let mut drew = false;
    for metric in metrics() {
        let Some(result) = look.interview.evaluation().metric(&metric.id) else { continue };
        let label = fitted(look.text(&metric.label), width, false);
        let (text, style) = match &result.value {
            Some(value) => (look.display.metric(metric, value), look.theme.ink()),
            None => (t!("systems.not_yet", locale = look.locale()).into_owned(), look.theme.quiet()),
        };
        let range = match (result.low, result.high) {
            (Some(low), Some(high)) => {
                let range = look.display.metric_range(metric, low, high);
                format!("   {}", t!("systems.between", locale = look.locale(), range = range))
            }
            _ => String::new(),
        };
        pen.line(Line::from(vec![
            Span::styled(format!("{label}  "), look.theme.quiet()),
            Span::styled(text, style),
            Span::styled(range, look.theme.quiet()),
        ]));
        if result.value.is_some() {
            context(pen, look, metric);
        }
        drew = true;
    }
    if drew {
        pen.gap();
    }
}

/// What a consultant keeps in mind beside a figure: benchmarks, with whom they were counted.
fn context(pen: &mut Pen<'_>, look: &Look<'_>, metric: &Metric) {
    if !look.interview.shows_private() {
        return;
    }
    for one in metric.context_internal.iter().filter_map(|id| look.interview.selection().benchmark(id)) {
        let text = format!("{} {}", look.text(&one.figure), look.text(&one.scope));
        pen.text_at_most(text.trim(), look.theme.quiet(), 3);
    }
}

fn unknown(pen: &mut Pen<'_>, look: &Look<'_>, pictured: &Pictured<'_>) {
    if pictured.unknown.is_empty() {
        return;
    }
    let names: Vec<String> = pictured.unknown.iter().map(|one| look.text(&one.label).to_lowercase()).collect();
    pen.gap();
    let text = t!("systems.unknown", locale = look.locale(), names = look.display.names(&names));
    pen.text(&text, look.theme.quiet());
}

#[cfg(test)]
mod tests {
    use super::scale;

    #[test]
    fn the_scale_shows_the_score_and_how_far_it_could_move() {
        for (value, low, high, drawn) in [
            (50.0, 30.0, 70.0, "███▓▓──···"),
            (0.0, 0.0, 100.0, "──────────"),
            (100.0, 100.0, 100.0, "██████████"),
            (40.0, 40.0, 40.0, "████······"),
        ] {
            assert_eq!(scale(value, low, high, 10), drawn);
        }
    }
}
