//! Routes through the call.

use super::fields::Fields;
use super::ids::{Ids, Spelling, elements};
use super::reading::{Node, Reading};
use super::reference::{Reference, Wanted};
use crate::questionnaire::{Need, PartScreen, Reply, Route, RoutePart, RouteStep};

const NEEDS: [(&str, Need); 3] = [("must", Need::Must), ("if_time", Need::IfTime), ("if_blank", Need::IfBlank)];

const SCREENS: [(&str, PartScreen); 3] =
    [("reveal", PartScreen::Reveal), ("agreement", PartScreen::Agreement), ("close", PartScreen::Close)];

/// The routes, in order.
pub(super) fn routes(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Route> {
    let mut ids = Ids::default();
    let mut routes = Vec::new();
    for mut one in elements(reading, fields, "route", "route", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let title = one.need_text(reading, "title");
        let minutes = one.need_whole(reading, "minutes").unwrap_or_default();
        one.need(reading, "mode");
        let for_self = one.word(reading, "mode", &[("consultant", false), ("self", true)]).unwrap_or_default();
        let parts = parts(reading, &mut one, minutes);
        let replies = replies(reading, &mut one);
        one.finish(reading);
        routes.extend(id.map(|id| Route { id, title, minutes, for_self, parts, replies }));
    }
    routes
}

fn replies(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Reply> {
    let owner = fields.what.clone();
    let mut replies = Vec::new();
    for mut one in elements(reading, fields, "reply", "reply", Some(&owner)) {
        let said = one.need_text(reading, "said");
        let answer = one.need_text(reading, "answer");
        one.finish(reading);
        replies.push(Reply { said, answer });
    }
    replies
}

fn parts(reading: &mut Reading<'_>, fields: &mut Fields<'_>, minutes: u32) -> Vec<RoutePart> {
    let owner = fields.what.clone();
    let mut parts: Vec<RoutePart> = Vec::new();
    for mut one in elements(reading, fields, "part", "part", Some(&owner)) {
        let title = one.need_text(reading, "title");
        let from = one.need_whole(reading, "from").unwrap_or_default();
        let to = one.need_whole(reading, "to").unwrap_or_default();
        if one.has("from") && one.has("to") && from >= to {
            let message = format!("{} starts at minute {from} and ends at minute {to}", one.what);
            reading.error(one.place("to"), message, "Let it end after it starts");
        } else if let Some(before) = parts.last().filter(|before| from < before.to && one.has("from")) {
            let message =
                format!("{} starts at minute {from}, before the part before it ends at {}", one.what, before.to);
            reading.error(one.place("from"), message, "Let each part start where the one before it ends");
        }
        if to > minutes && fields.has("minutes") {
            let message = format!("{} ends at minute {to}, but the route takes {minutes}", one.what);
            reading.error(one.place("to"), message, "Shorten the part, or lengthen the route");
        }
        let script = one.text(reading, "script");
        let show = one.word(reading, "show", &SCREENS);
        let noun = format!("a step of {}", one.what);
        let steps = one.list(reading, "ask").into_iter().filter_map(|node| step(reading, node, &noun)).collect();
        one.finish(reading);
        parts.push(RoutePart { title, from, to, script, show, steps });
    }
    parts
}

/// One step: a question's id, or a table that says more.
fn step(reading: &mut Reading<'_>, node: &Node<'_>, noun: &str) -> Option<RouteStep> {
    if let Some(id) = node.get_ref().as_str() {
        let wanted = Wanted::Question;
        reading.references.push(Reference { id: id.to_owned(), span: node.span(), what: noun.to_owned(), wanted });
        let question = id.to_owned();
        return Some(RouteStep { question, need: Need::Must, columns: Vec::new(), first_row_only: false });
    }
    let mut fields = Fields::of(reading, node, noun)?;
    let id = fields.need_string(reading, "id");
    let need = fields.word(reading, "need", &NEEDS).unwrap_or(Need::Must);
    let columns = fields.words(reading, "columns");
    let rows = fields.word(reading, "rows", &[("first", ())]);
    let place = fields.place("id");
    fields.finish(reading);
    let id = id?;
    let wanted = match (columns.is_empty(), rows) {
        (false, _) => Wanted::Columns(columns.clone()),
        (true, Some(())) => Wanted::Table,
        (true, None) => Wanted::Question,
    };
    reading.references.push(Reference { id: id.clone(), span: place, what: noun.to_owned(), wanted });
    let columns = columns.into_iter().map(|(column, _)| column).collect();
    Some(RouteStep { question: id, need, columns, first_row_only: rows.is_some() })
}
