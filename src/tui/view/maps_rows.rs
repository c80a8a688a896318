//! One row of a process map: `( )` for starts and ends, `[ ]` for tasks, `< >` for decisions, box characters for branches.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::assessment::{Branch, MapNode, MapPlace, MapRow, NodeKind, ProcessMap};
use crate::tui::look::Look;
use crate::tui::pen::{cut, fitted};
use crate::tui::safe::safe;

/// The least columns a step's text keeps, however deep it lies.
const LEAST: usize = 26;
/// From this width on, who does a step and by what it is judged stand beside it.
const WITH_OWNERS: usize = 56;

/// How the columns are divided.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    width: usize,
    /// Columns of one level of branches.
    level: usize,
    /// Levels that do not fit and are left out at the left.
    hidden: usize,
    /// Columns of owners and metrics.
    owners: usize,
}

impl Room {
    /// Divides a width so that the row under the cursor, or the deepest one, can be read.
    pub fn of(width: u16, rows: &[MapRow], here: Option<&MapRow>, locale: &str) -> Self {
        let width = usize::from(width);
        let longest = [Branch::Yes, Branch::No, Branch::Next].map(|branch| word(branch, locale).width());
        let level = longest.into_iter().max().unwrap_or(0) + 4;
        let owners = if width >= WITH_OWNERS { width * 2 / 5 } else { 0 };
        let levels = (width - owners.min(width)).saturating_sub(LEAST) / level;
        let deepest = here.map(|row| row.rails.len()).unwrap_or(0);
        let all = rows.iter().map(|row| row.rails.len()).max().unwrap_or(0);
        let hidden = if all <= levels { 0 } else { deepest.saturating_sub(levels) };
        Self { width, level, hidden, owners }
    }
}

/// The word of a way.
pub fn word(branch: Branch, locale: &str) -> String {
    let key = match branch {
        Branch::Yes => "maps.yes",
        Branch::No => "maps.no",
        Branch::Next => "maps.next",
    };
    t!(key, locale = locale).into_owned()
}

/// A step in its shape.
pub fn step(node: &MapNode, locale: &str) -> String {
    shaped(node.kind, &named(node, locale))
}

/// What a step is called: an end may have no words of its own.
pub fn named(node: &MapNode, locale: &str) -> String {
    match node.text.trim() {
        "" if node.kind == NodeKind::End => t!("maps.end", locale = locale).into_owned(),
        "" => node.id.clone(),
        text => text.to_owned(),
    }
}

/// A text in the shape of a kind of step.
pub fn shaped(kind: NodeKind, text: &str) -> String {
    match kind {
        NodeKind::Start | NodeKind::End => format!("( {text} )"),
        NodeKind::Task => format!("[ {text} ]"),
        NodeKind::Decision => format!("< {text} >"),
    }
}

/// One row; `filled` is what is being typed into it.
pub fn row(
    look: &Look<'_>,
    map: &ProcessMap,
    row: &MapRow,
    room: &Room,
    filled: Option<(NodeKind, &str)>,
) -> Line<'static> {
    let locale = look.locale();
    let lead = lead(row, room, locale);
    let (text, style, aside) = match (filled, row.place) {
        (Some((kind, text)), _) => (shaped(kind, text), look.theme.accent(), String::new()),
        (None, MapPlace::Step(at)) => {
            let node = &map.nodes[at];
            let parts: Vec<&str> = [&node.owner, &node.metric].into_iter().map(|one| one.trim()).collect();
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let style = if node.kind == NodeKind::Decision { look.theme.loud() } else { look.theme.ink() };
            (step(node, locale), style, parts.join(" · "))
        }
        (None, MapPlace::To { to, back, .. }) => {
            let key = if back { "maps.back_to" } else { "maps.on_with" };
            let text = t!(key, locale = locale, step = step(&map.nodes[to], locale)).into_owned();
            (text, look.theme.quiet(), String::new())
        }
        (None, MapPlace::Open { .. }) => {
            (t!("maps.open", locale = locale).into_owned(), look.theme.accent(), String::new())
        }
        (None, MapPlace::Nowhere { from, branch }) => {
            let id = map.nodes[from].way(branch).unwrap_or_default();
            (t!("maps.nowhere", locale = locale, step = id).into_owned(), look.theme.accent(), String::new())
        }
        (None, MapPlace::NoStart) => {
            (t!("maps.no_start", locale = locale).into_owned(), look.theme.accent(), String::new())
        }
    };
    let aside = match row.apart && matches!(row.place, MapPlace::Step(_)) {
        true if aside.is_empty() => t!("maps.apart", locale = locale).into_owned(),
        _ => aside,
    };
    let lead_width = lead.width();
    let mut spans = vec![Span::styled(lead, look.theme.quiet())];
    let has_aside = room.owners > 0 && !aside.is_empty();
    let main = room.width.saturating_sub(lead_width + if has_aside { room.owners + 2 } else { 0 });
    match has_aside {
        true => {
            spans.push(Span::styled(fitted(&text, main, false), style));
            spans.push(Span::styled(format!("  {}", cut(&aside, room.owners)), look.theme.quiet()));
        }
        false => spans.push(Span::styled(cut(&text, main), style)),
    }
    Line::from(spans)
}

/// The branches a row lies in: `│` where a further way follows below, the way's own word in its first row.
fn lead(row: &MapRow, room: &Room, locale: &str) -> String {
    let mut lead = String::new();
    if room.hidden > 0 && row.rails.len() > room.hidden {
        lead.push('…');
    }
    let last = row.rails.len().checked_sub(1);
    for (at, goes_on) in row.rails.iter().enumerate().skip(room.hidden) {
        let piece = match row.way.filter(|_| Some(at) == last) {
            Some(branch) => format!("{} {}", if *goes_on { '├' } else { '└' }, word(branch, locale)),
            None => (if *goes_on { "│" } else { "" }).to_owned(),
        };
        lead.push_str(&fitted(&safe(&piece), room.level, false));
    }
    lead
}
