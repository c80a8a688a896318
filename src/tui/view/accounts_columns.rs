//! Which column of a list is which, beside its first rows.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::accounts::title;
use crate::accounts::{Wanted, remark};
use crate::interview::{Action, Mapping};
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut, fitted};

/// Columns of the names of what is wanted, and of the headings.
const WANTED: usize = 22;
const HEADING: usize = 24;
/// The widest a column of the preview becomes.
const WIDEST_CELL: usize = 18;

/// The wanted columns with the headings they are, and the first rows of the list.
pub fn columns(pen: &mut Pen<'_>, look: &Look<'_>, mapping: &Mapping) {
    let locale = look.locale();
    title(pen, look, "columns");
    let separator = match mapping.glimpse.encoded.separator {
        '\t' => t!("accounts.columns.tab", locale = locale).into_owned(),
        other => other.to_string(),
    };
    let encoding = mapping.glimpse.encoded.encoding;
    let file = mapping.at.path.rsplit(std::path::is_separator).next().unwrap_or_default();
    let written = t!("accounts.columns.written", locale = locale, encoding = encoding, separator = separator);
    pen.line(Span::styled(cut(&format!("{file} · {written}"), usize::from(pen.area.width)), look.theme.quiet()));
    let warning = warning(look, mapping);
    if let Some(warning) = &warning {
        pen.text_at_most(warning, look.theme.accent(), 2);
    }
    if pen.left() >= 16 {
        pen.gap();
    }
    // the rows of the list are worth seeing, once all that is wanted has its line
    let rows = mapping.glimpse.rows.len() + 1;
    let preview = usize::from(pen.left()).saturating_sub(mapping.wanted.len() + 3).min(rows);
    let preview = if preview >= 2 { preview } else { 0 };
    let below = if preview > 0 { preview + 1 } else { 0 } + 1;
    let room = usize::from(pen.left()).saturating_sub(below).max(1);
    let first = (mapping.cursor + 1).saturating_sub(room);
    for (at, wanted) in mapping.wanted.iter().enumerate().skip(first).take(room) {
        pen.clickable(1, steps(mapping.cursor, at).into_iter().collect::<Vec<Action>>());
        one(pen, look, mapping, wanted, at == mapping.cursor);
    }
    let missing = mapping.missing();
    let said = match missing {
        0 => t!("accounts.columns.all_there", locale = locale).into_owned(),
        _ => super::said::counted("accounts.columns.missing", missing, locale),
    };
    pen.line(Span::styled(cut(&said, usize::from(pen.area.width)), look.theme.quiet()));
    if preview > 0 {
        pen.gap();
        first_rows(pen, look, mapping);
    }
}

/// What is to be looked at before anything else: no headings, or characters that were not clear.
fn warning(look: &Look<'_>, mapping: &Mapping) -> Option<String> {
    if mapping.glimpse.headless {
        return Some(t!("accounts.columns.headless", locale = look.locale()).into_owned());
    }
    let first = mapping.glimpse.remarks.first()?;
    Some(remark(first, mapping.glimpse.encoded, look.locale()))
}

fn one(pen: &mut Pen<'_>, look: &Look<'_>, mapping: &Mapping, wanted: &Wanted, here: bool) {
    let locale = look.locale();
    let name = match &wanted.column {
        None => t!("accounts.columns.names", locale = locale).into_owned(),
        Some(column) => column.clone(),
    };
    let heading = match mapping.heading(wanted) {
        Some(heading) if wanted.is_guess => {
            t!("accounts.columns.guess", locale = locale, heading = heading).into_owned()
        }
        Some(heading) => heading.to_owned(),
        None => t!("accounts.columns.none", locale = locale).into_owned(),
    };
    let width = usize::from(pen.area.width);
    let heading_room = HEADING.min(width.saturating_sub(WANTED + 4));
    let beside = width.saturating_sub(WANTED + heading_room + 6);
    let sample = mapping.sample(wanted).join(" · ");
    let beside_said = if sample.is_empty() { purpose(look, wanted) } else { sample };
    let theme = look.theme;
    let texts = [fitted(&name, WANTED, false), fitted(&heading, heading_room, false), cut(&beside_said, beside)];
    if here {
        return pen.bar(
            format!(" {}  ‹ {} › {}", texts[0], texts[1].trim_end(), {
                let used = texts[1].trim_end().width();
                format!("{}{}", " ".repeat(heading_room.saturating_sub(used)), texts[2])
            }),
            theme.focus(),
        );
    }
    let style = if wanted.at.is_none() || wanted.is_guess { theme.accent() } else { theme.loud() };
    pen.line(Line::from(vec![
        Span::styled(format!(" {}  ", texts[0]), theme.ink()),
        Span::styled(format!("  {}   ", texts[1]), style),
        Span::styled(texts[2].clone(), theme.quiet()),
    ]));
}

/// What a column is wanted for.
fn purpose(look: &Look<'_>, wanted: &Wanted) -> String {
    let key = wanted.parts.first().map_or("name", |part| part.id());
    t!(format!("accounts.for.{key}"), locale = look.locale()).into_owned()
}

/// Headings and first rows; the column under the cursor is among them, the loudest.
fn first_rows(pen: &mut Pen<'_>, look: &Look<'_>, mapping: &Mapping) {
    let glimpse = &mapping.glimpse;
    let chosen = mapping.wanted.get(mapping.cursor).and_then(|wanted| wanted.at);
    let widths: Vec<usize> = (0..glimpse.headings.len())
        .map(|at| {
            let cells =
                glimpse.rows.iter().filter_map(|row| row.get(at)).map(|cell| cut(cell.trim(), WIDEST_CELL).width());
            cells.chain([glimpse.headings[at].width()]).max().unwrap_or(0).clamp(1, WIDEST_CELL)
        })
        .collect();
    let room = usize::from(pen.area.width).saturating_sub(1);
    let used = |from: usize, to: usize| widths[from..=to].iter().map(|width| width + 2).sum::<usize>();
    let first = chosen.map_or(0, |chosen| (0..=chosen).find(|&from| used(from, chosen) <= room).unwrap_or(chosen));
    let mut line = |cells: &dyn Fn(usize) -> String, is_head: bool| {
        let mut spans = vec![Span::raw(" ")];
        let mut left = room;
        for (at, &width) in widths.iter().enumerate().skip(first) {
            if width > left {
                break;
            }
            let style = match (Some(at) == chosen, is_head) {
                (true, _) => look.theme.accent(),
                (false, true) => look.theme.quiet(),
                (false, false) => look.theme.ink(),
            };
            spans.push(Span::styled(fitted(&cells(at), width, false), style));
            spans.push(Span::raw("  "));
            left = left.saturating_sub(width + 2);
        }
        pen.line(Line::from(spans));
    };
    line(&|at| glimpse.headings[at].clone(), true);
    for row in &glimpse.rows {
        line(&|at| row.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default(), false);
    }
}
