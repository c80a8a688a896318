//! Process maps as text: one row a step, branches as a tree, what is asked below.

use ratatui::text::Span;
use rust_i18n::t;

use super::maps_rows::{Room, row};
use super::{maps_asked, maps_told};
use crate::assessment::{MapPlace, ProcessMap};
use crate::interview::MapsEditor;
use crate::questionnaire::Kind;
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut, wrapped};

/// The maps as they are, one below the other, as far as there is room.
pub fn maps(pen: &mut Pen<'_>, look: &Look<'_>, editor: &MapsEditor, below: u16) {
    if editor.maps.is_empty() {
        pen.text(&t!("maps.none", locale = look.locale()), look.theme.quiet());
        return;
    }
    for (at, map) in editor.maps.iter().enumerate() {
        if pen.left() <= below + 1 {
            return;
        }
        if at > 0 {
            pen.gap();
        }
        pen.line(Span::styled(cut(&title(look, map), usize::from(pen.area.width)), look.theme.loud()));
        let rows = map.rows();
        let room = Room::of(pen.area.width, &rows, None, look.locale());
        let shown = usize::from(pen.left().saturating_sub(below));
        let left_out = rows.len() > shown;
        for one in rows.iter().take(if left_out { shown.saturating_sub(1) } else { shown }) {
            pen.line(row(look, map, one, &room, None));
        }
        if left_out {
            let count = rows.len() - shown.saturating_sub(1);
            pen.line(Span::styled(
                t!("maps.more_rows", locale = look.locale(), count = count).into_owned(),
                look.theme.quiet(),
            ));
            return;
        }
    }
}

/// The map that is being drawn, over the whole part of the screen.
pub fn drawing(pen: &mut Pen<'_>, look: &Look<'_>, editor: &MapsEditor) {
    let question = look.interview.question();
    let width = pen.area.width;
    // The words of the question, as many as leave the map its room.
    let roomy = pen.left() >= 18;
    if roomy {
        pen.area.width = width.min(76);
        super::wording(pen, look);
        pen.gap();
        pen.area.width = width;
    }
    let foot = maps_asked::lines(look, editor, pen.left());
    let bottom = pen.area.bottom();
    // What is asked stands right below the map, as if one wrote on; below a long map at the foot.
    pen.area.height = pen.area.height.saturating_sub(foot + 1);
    match editor.map() {
        Some(map) => rows(pen, look, editor, map),
        None if pen.left() > 2 => {
            let intro = if roomy { look.text(&question.help) } else { "" };
            let said = wrapped(intro, pen.area.width);
            for line in said.into_iter().filter(|line| !line.is_empty()) {
                pen.line(Span::styled(line, look.theme.quiet()));
            }
        }
        None => {}
    }
    pen.area.height = bottom.saturating_sub(pen.area.y);
    pen.gap();
    maps_asked::asked(pen, look, editor);
}

/// The rows around the cursor, the map's name above them.
fn rows(pen: &mut Pen<'_>, look: &Look<'_>, editor: &MapsEditor, map: &ProcessMap) {
    let count = editor.maps.len();
    let is_here = editor.row == 0 && editor.asked.is_none();
    let head = Span::styled(title(look, map), if is_here { look.theme.focus() } else { look.theme.loud() });
    let place = if count > 1 {
        t!("maps.place", locale = look.locale(), at = editor.at + 1, of = count).into_owned()
    } else {
        String::new()
    };
    if editor.asked.is_none() {
        pen.clickable(1, steps(editor.row, 0));
    }
    let right = Span::styled(place, look.theme.quiet());
    match is_here {
        true => {
            let area = pen.take(1);
            pen.buffer.set_style(area, look.theme.focus());
            let mut line = Pen::new(pen.buffer, area);
            line.line_and_right(head, right);
        }
        false => pen.line_and_right(head, right),
    }
    let rows = map.rows();
    let at = editor.row.saturating_sub(1);
    let room = Room::of(pen.area.width, &rows, rows.get(at), look.locale());
    let visible = usize::from(pen.left()).max(1);
    // A few rows stay in sight below the cursor.
    let ahead = visible / 3;
    let first = (at + 1 + ahead).saturating_sub(visible).min(rows.len().saturating_sub(visible));
    let written = maps_asked::written(editor);
    for (index, one) in rows.iter().enumerate().skip(first).take(visible) {
        let is_here = match maps_asked::target(editor) {
            Some(to) => one.place == MapPlace::Step(to),
            None => editor.row == index + 1,
        };
        if editor.asked.is_none() {
            pen.clickable(1, steps(editor.row, index + 1));
        }
        let filled = written.as_ref().filter(|written| one.place.way() == Some(written.way));
        let line = row(look, map, one, &room, filled.map(|written| (written.kind, written.text)));
        if is_here && (editor.asked.is_none() || maps_asked::target(editor).is_some()) {
            let style = look.theme.focus();
            let plain: String = line.spans.iter().map(|span| span.content.as_ref()).collect();
            pen.bar(Span::styled(plain, style), style);
        } else if is_here && filled.is_none() {
            pen.bar(line, look.theme.accent());
        } else {
            pen.line(line);
        }
    }
}

fn title(look: &Look<'_>, map: &ProcessMap) -> String {
    let half = match &look.interview.question().kind {
        Kind::Maps { halves, .. } => halves.iter().find(|choice| choice.id == map.half),
        _ => None,
    };
    let half = half.map_or(map.half.as_str(), |choice| look.text(&choice.label));
    let parts: Vec<&str> = [map.system.as_str(), half].into_iter().filter(|part| !part.is_empty()).collect();
    crate::tui::safe(&parts.join(" · ")).into_owned()
}

/// What is said of a map at rest, a line each.
pub(super) fn told(look: &Look<'_>, map: &ProcessMap) -> Vec<String> {
    let problems = map.to_tell();
    if map.nodes.is_empty() {
        return vec![t!("maps.empty", locale = look.locale()).into_owned()];
    }
    if problems.is_empty() {
        return vec![t!("maps.whole", locale = look.locale()).into_owned()];
    }
    problems.iter().map(|problem| maps_told::told(map, problem, look.locale())).collect()
}
