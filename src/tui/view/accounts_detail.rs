//! One account with its sums, and what is worth knowing about the file.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_i18n::t;

use super::accounts::title;
use super::accounts_list::next;
use super::reading::scrolled;
use crate::accounts::{Account, Detail, FIT_SHARE, RankedList, Trait, Verdict, called};
use crate::display::printed_fit;
use crate::tui::look::Look;
use crate::tui::pen::{Pen, cut, fitted};

const NAME: usize = 20;
const CELL: usize = 18;

/// One account: what the list says of it, what that counts, and what follows; gives how far it can be scrolled.
pub fn detail(
    pen: &mut Pen<'_>,
    look: &Look<'_>,
    ranked: &RankedList,
    place: usize,
    told: Option<&Detail>,
    scroll: usize,
) -> usize {
    let Some(account) = ranked.ranking.accounts.get(place) else { return 0 };
    scrolled(pen, look.theme, look.locale(), scroll, |pen| {
        let locale = look.locale();
        let width = usize::from(pen.area.width);
        pen.line(Span::styled(cut(&called(account, locale), width), look.theme.loud()));
        pen.line(Span::styled(standing(look, account, place), look.theme.quiet()));
        pen.text(&next(look, ranked, account), look.theme.accent());
        pen.gap();
        let Some(told) = told else {
            return pen
                .line(Span::styled(t!("accounts.detail.waits", locale = locale).into_owned(), look.theme.quiet()));
        };
        traits(pen, look, ranked, told);
        fit_sum(pen, look, ranked, account, told);
        gates(pen, look, ranked, told);
        spending(pen, look, ranked, account, told);
        score(pen, look, ranked, account);
    })
}

/// Rank, list and line.
fn standing(look: &Look<'_>, account: &Account, place: usize) -> String {
    let locale = look.locale();
    match account.class() {
        Some(class) => t!(
            "accounts.detail.ranked",
            locale = locale,
            rank = look.display.number((place + 1) as f64, 0),
            class = class.letter(),
            line = account.line
        )
        .into_owned(),
        None => t!("accounts.detail.unranked", locale = locale, line = account.line).into_owned(),
    }
}

/// Each trait: what the list says, its points, its weight, and what both make.
fn traits(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, told: &Detail) {
    let head = |key: &str| t!(format!("accounts.detail.{key}"), locale = look.locale()).into_owned();
    let line = |cells: [&str; 4]| {
        format!(
            "{}{}{}{}",
            fitted(cells[0], NAME, false),
            fitted(cells[1], CELL, false),
            fitted(cells[2], 8, true),
            fitted(cells[3], 8, true)
        )
    };
    let heads = [head("trait"), head("says"), head("points"), head("weight")];
    pen.line(Span::styled(line([&heads[0], &heads[1], &heads[2], &heads[3]]), look.theme.quiet()));
    for (criterion, judged) in ranked.profile.criteria.iter().zip(&told.criteria) {
        let name = if criterion.name.is_empty() { &criterion.column } else { &criterion.name };
        let cell = if judged.cell.is_empty() { head("nothing") } else { judged.cell.clone() };
        let points = judged.points.map_or_else(|| head("unknown"), |points| look.display.number(points, 1));
        let weight = look.display.plain(criterion.weight);
        let style = if judged.points.is_some() { look.theme.ink() } else { look.theme.quiet() };
        let how = how(look, &criterion.kind);
        let text = line([name, &cell, &points, &weight]);
        let room = usize::from(pen.area.width).saturating_sub(NAME + CELL + 19);
        let mut spans = vec![Span::styled(text, style)];
        if room >= 16 {
            spans.push(Span::styled(format!("   {}", cut(&how, room)), look.theme.quiet()));
        }
        pen.line(Line::from(spans));
    }
}

/// How a trait gives its points.
fn how(look: &Look<'_>, kind: &Trait) -> String {
    match kind {
        Trait::Number { worst, best } => t!(
            "accounts.detail.from_to",
            locale = look.locale(),
            worst = look.display.plain(*worst),
            best = look.display.plain(*best)
        )
        .into_owned(),
        Trait::Map(map) => {
            let entries: Vec<String> =
                map.iter().map(|(word, points)| format!("{word} {}", look.display.plain(*points))).collect();
            entries.join(", ")
        }
        Trait::YesNo => t!("accounts.detail.yes_no", locale = look.locale()).into_owned(),
    }
}

/// The fit as a sum: points times weight over what is known.
fn fit_sum(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, account: &Account, told: &Detail) {
    let locale = look.locale();
    let known: Vec<(f64, f64)> = (ranked.profile.criteria.iter().zip(&told.criteria))
        .filter_map(|(criterion, judged)| Some((judged.points?, criterion.weight)))
        .collect();
    if let Some(fit) = account.fit {
        let products: Vec<String> = known
            .iter()
            .map(|(points, weight)| format!("{} × {}", look.display.number(*points, 1), look.display.plain(*weight)))
            .collect();
        let weight: f64 = known.iter().map(|(_, weight)| weight).sum();
        let sum = format!("({}) ÷ {}", products.join(" + "), look.display.plain(weight));
        let fit = look.display.number(printed_fit(fit, 1), 1);
        pen.text(&t!("accounts.detail.fit", locale = locale, sum = sum, fit = fit), look.theme.loud());
    }
    let known = look.display.percent(account.known * 100.0, 0);
    pen.text(&t!("accounts.detail.known", locale = locale, known = known), look.theme.quiet());
    pen.gap();
}

/// Each condition, and whether it is met.
fn gates(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, told: &Detail) {
    for (gate, (cell, verdict)) in ranked.profile.gates.iter().zip(&told.gates) {
        let (key, style): (_, Style) = match verdict {
            Verdict::Passed => ("passed", look.theme.ink()),
            Verdict::Failed => ("failed", look.theme.accent()),
            Verdict::Missing => ("missing", look.theme.quiet()),
        };
        let said = t!(format!("accounts.detail.{key}"), locale = look.locale(), column = gate.column, cell = cell);
        pen.text(&said, style);
    }
    if !told.gates.is_empty() {
        pen.gap();
    }
}

/// What it spends, could spend, and who supplies it.
fn spending(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, account: &Account, told: &Detail) {
    let locale = look.locale();
    let number = |value: f64| look.display.plain(value);
    if ranked.list.has_spending {
        let said = match (told.current, told.potential, account.white_space) {
            (Some(current), Some(potential), Some(space)) => t!(
                "accounts.detail.space",
                locale = locale,
                potential = number(potential),
                current = number(current),
                space = number(space)
            ),
            _ => t!("accounts.detail.no_space", locale = locale),
        };
        pen.text(&said, look.theme.ink());
    }
    if ranked.list.has_suppliers && !told.supplier.is_empty() {
        let key = if account.rival { "accounts.detail.rival" } else { "accounts.detail.supplier" };
        pen.text(&t!(key, locale = locale, name = told.supplier), look.theme.ink());
    }
}

/// What the rank comes from; how numbers come about is the consultant's own while others look on.
fn score(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, account: &Account) {
    let (Some(score), Some(fit), true) = (account.score(), account.fit, look.interview.shows_private()) else { return };
    let number = |value: f64| look.display.number(value, 1);
    let said = match ranked.ranking.percentile(account) {
        Some(percentile) => t!(
            "accounts.detail.score",
            locale = look.locale(),
            share = look.display.plain(FIT_SHARE),
            fit = number(printed_fit(fit, 1)),
            rest = look.display.plain(((1.0 - FIT_SHARE) * 10.0).round() / 10.0),
            percentile = number(percentile),
            score = number(score)
        ),
        None => t!("accounts.detail.score_of_fit", locale = look.locale(), score = number(score)),
    };
    pen.text(&said, look.theme.quiet());
}

/// What is worth knowing about the file; gives how far it can be scrolled.
pub fn remarks(pen: &mut Pen<'_>, look: &Look<'_>, ranked: &RankedList, scroll: usize) -> usize {
    scrolled(pen, look.theme, look.locale(), scroll, |pen| {
        title(pen, look, "remarks");
        pen.gap();
        let unused = ranked.profile.unused.iter().map(|row| {
            t!(
                "accounts.remark.unused",
                locale = look.locale(),
                row = row.row,
                question = look.label(&row.question),
                why = row.why
            )
            .into_owned()
        });
        let all: Vec<String> = unused.chain(crate::accounts::remarks(&ranked.list, look.locale())).collect();
        if all.is_empty() {
            pen.text(&t!("accounts.list.no_remarks", locale = look.locale()), look.theme.quiet());
        }
        for remark in all {
            pen.text(&remark, look.theme.ink());
        }
    })
}
