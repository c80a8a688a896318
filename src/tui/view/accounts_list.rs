//! The ranked list: one account a line, what comes next below.

use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use super::boxed;
use crate::accounts::{Account, RankedList, Standing, called, reasons};
use crate::display::printed_fit;
use crate::interview::{AccountAct, Action, Browse, Edit, Filter};
use crate::tui::Hit;
use crate::tui::look::Look;
use crate::tui::mouse::steps;
use crate::tui::pen::{Pen, cut, fitted};

const FIT: usize = 5;
const SPACE: usize = 11;
/// Columns from which on the next step has one of its own.
const ROOM_FOR_STEP: usize = 88;
const STEP: usize = 34;

/// The accounts that are shown, and what to do with the one under the cursor.
pub fn list(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, browse: &Browse) {
    heading(pen, look, ranked);
    tabs(pen, look, ranked, browse);
    if browse.searching || !browse.search.is_empty() {
        let row = pen.take(1);
        let label = format!("{} ", t!("accounts.list.search", locale = look.locale()));
        pen.buffer.set_span(row.x, row.y, &Span::styled(&label, look.theme.quiet()), row.width);
        let wide = (label.width() as u16).min(row.width);
        let field = ratatui::layout::Rect { x: row.x + wide, width: row.width - wide, ..row };
        let has_keyboard = browse.searching && look.interview.scratch().is_none();
        boxed::typed(pen, look, field, &browse.search, has_keyboard);
    } else if pen.left() >= 14 {
        pen.gap();
    }
    if browse.shown.is_empty() {
        return pen.text(&t!(empty(ranked, browse), locale = look.locale()), look.theme.quiet());
    }
    let widths = Widths::of(pen, ranked);
    heads(pen, look, &widths);
    let roomy = pen.left() >= 12;
    let below = if roomy { 3 } else { 2 };
    let room = usize::from(pen.left().saturating_sub(below)).max(1);
    let first = (browse.cursor + 1).saturating_sub(room);
    for (at, place) in browse.shown.iter().enumerate().skip(first).take(room) {
        let Some(account) = ranked.ranking.accounts.get(*place) else { continue };
        let is_here = at == browse.cursor;
        pen.clickable(1, steps(browse.cursor, at).into_iter().chain([Action::Edit(Edit::Enter)]).collect());
        one(pen, look, ranked, &widths, (*place, account), is_here);
    }
    if roomy {
        pen.gap();
    }
    if let Some(account) = browse.place().and_then(|place| ranked.ranking.accounts.get(place)) {
        let said = t!(
            "accounts.list.next",
            locale = look.locale(),
            name = called(account, look.locale()),
            what = next(look, ranked, account)
        );
        pen.text_at_most(&said, look.theme.accent(), 2);
    }
}

/// How many there are, and whether the ranking is still that of the answers.
fn heading(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList) {
    let locale = look.locale();
    let counts = &ranked.ranking.counts;
    let number = |count: u64| look.display.number(count as f64, 0);
    let said = if look.interview.is_ranking_old() {
        Span::styled(t!("accounts.list.old", locale = locale).into_owned(), look.theme.accent())
    } else {
        let key = match ranked.profile.slots {
            Some(_) => "accounts.list.suited",
            None => "accounts.list.no_slots",
        };
        let slots = number(ranked.profile.slots.unwrap_or_default());
        let said = t!(key, locale = locale, count = number(counts.suited), slots = slots).into_owned();
        Span::styled(said, look.theme.quiet())
    };
    let title = t!("accounts.title.list", locale = locale, count = number(counts.accounts)).into_owned();
    let left = usize::from(pen.area.width).saturating_sub(title.width() + 3);
    let said = Span::styled(cut(&said.content, left), said.style);
    pen.line_and_right(Line::from(Span::styled(title, look.theme.loud())), said);
}

/// The kinds of accounts with their numbers; the one that is shown stands out.
fn tabs(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, browse: &Browse) {
    let counts = &ranked.ranking.counts;
    let texts: Vec<(Filter, String)> = Filter::ALL
        .into_iter()
        .map(|filter| {
            let name = t!(format!("accounts.tab.{}", filter.id()), locale = look.locale());
            (filter, format!(" {name} {} ", look.display.number(filter.count(counts) as f64, 0)))
        })
        .collect();
    let row = pen.take(1);
    let here = texts.iter().position(|(filter, _)| *filter == browse.filter).unwrap_or(0);
    let width = |from: usize, to: usize| texts[from..=to].iter().map(|(_, text)| text.width()).sum::<usize>();
    let first = (0..=here).find(|&from| width(from, here) <= usize::from(row.width)).unwrap_or(here);
    let mut x = row.x;
    for (filter, text) in &texts[first..] {
        let wide = text.width() as u16;
        if x + wide > row.right() {
            pen.buffer.set_span(row.right() - 1, row.y, &Span::styled("›", look.theme.quiet()), 1);
            break;
        }
        let style = if *filter == browse.filter { look.theme.focus() } else { look.theme.quiet() };
        pen.buffer.set_span(x, row.y, &Span::styled(text.as_str(), style), wide);
        let area = ratatui::layout::Rect { x, width: wide, ..row };
        pen.hits.push(Hit { area, actions: vec![Action::Account(AccountAct::Show(*filter))] });
        x += wide;
    }
}

/// Why nothing is shown.
fn empty(ranked: &RankedList, browse: &Browse) -> &'static str {
    match (browse.search.is_empty(), browse.filter) {
        (false, _) => "accounts.list.not_found",
        (true, Filter::A | Filter::B | Filter::C) if ranked.ranking.counts.ranked() == 0 => "accounts.list.none_ranked",
        (true, Filter::WithRoom) if !ranked.list.has_spending => "accounts.list.no_spending",
        (true, Filter::OfRivals) if !ranked.list.has_suppliers => "accounts.list.no_suppliers",
        _ => "accounts.list.none",
    }
}

/// How wide the columns are.
struct Widths {
    rank: usize,
    name: usize,
    /// 0 where the list does not say what they spend.
    space: usize,
    /// 0 where there is no room.
    step: usize,
}

impl Widths {
    fn of(pen: &Pen<'_>, ranked: &RankedList) -> Self {
        let width = usize::from(pen.area.width);
        let rank = ranked.ranking.counts.ranked().to_string().len().max(2);
        let space = if ranked.list.has_spending { SPACE + 2 } else { 0 };
        let step = if width >= ROOM_FOR_STEP { STEP + 2 } else { 0 };
        let name = width.saturating_sub(1 + rank + 2 + 3 + 2 + FIT + space + step + 1);
        Self { rank, name, space, step }
    }

    /// One line: rank, list, name, fit, white space, what is next.
    fn line(&self, cells: [&str; 6]) -> String {
        let [rank, class, name, fit, space, step] = cells;
        let mut line = format!(
            " {}  {}  {}{}",
            fitted(rank, self.rank, true),
            fitted(class, 1, false),
            fitted(name, self.name, false),
            fitted(fit, FIT + 2, true),
        );
        if self.space > 0 {
            line.push_str(&format!("  {}", fitted(space, SPACE, true)));
        }
        if self.step > 0 {
            line.push_str(&format!("  {}", fitted(step, STEP, false)));
        }
        line
    }
}

fn heads(pen: &mut Pen<'_>, look: &Look<'_>, widths: &Widths) {
    let head = |key: &str| t!(format!("accounts.head.{key}"), locale = look.locale()).into_owned();
    let (name, fit, space, step) = (head("company"), head("fit"), head("space"), head("step_or_reason"));
    pen.line(Span::styled(widths.line(["", "", &name, &fit, &space, &step]), look.theme.quiet()));
}

fn one(
    pen: &mut Pen<'_>,
    look: &Look<'_>,
    ranked: &RankedList,
    widths: &Widths,
    (place, account): (usize, &Account),
    here: bool,
) {
    let display = &look.display;
    let is_ranked = account.class().is_some();
    let rank = if is_ranked { (place + 1).to_string() } else { String::new() };
    let class = account.class().map_or("–", |class| class.letter());
    // a fit by little is no fit to show
    let fit = account.fit.filter(|_| is_ranked).map(|fit| display.number(printed_fit(fit, 1), 1));
    let space = account.white_space.map_or_else(|| "–".to_owned(), |space| display.number(space, 0));
    let step = if widths.step > 0 { next(look, ranked, account) } else { String::new() };
    let name = called(account, look.locale());
    let line = widths.line([&rank, class, &name, fit.as_deref().unwrap_or("–"), &space, &step]);
    match (here, is_ranked) {
        (true, _) => pen.bar(line, look.theme.focus()),
        (false, true) => pen.line(Span::styled(line, look.theme.ink())),
        (false, false) => pen.line(Span::styled(line, look.theme.quiet())),
    }
}

/// What to do with an account: the next step, what is missing, or why it is out of the question.
pub fn next(look: &Look<'_>, ranked: &RankedList, account: &Account) -> String {
    let locale = look.locale();
    let why = reasons(&ranked.profile, account, locale);
    match (&account.standing, account.step()) {
        (Standing::NeedsData, _) => {
            let what = look.display.names(&why);
            t!("accounts.list.needs", locale = locale, what = what).into_owned()
        }
        (Standing::BelowMinimum(_), _) => crate::display::sentence_start(&why.join("; ")),
        (Standing::Ranked { .. }, Some(step)) => {
            t!(format!("accounts.step.{}", step.id()), locale = locale).into_owned()
        }
        (Standing::Ranked { .. }, None) => String::new(),
    }
}
