//! The list of assessments: searched, sorted, filtered.

use ratatui::layout::Position;
use ratatui::text::{Line, Span};
use rust_i18n::t;
use unicode_width::UnicodeWidthStr;

use crate::display::Display;
use crate::interview::{Action, Home, HomeAction, Opens, Over, Passphrase, PassphraseSaid, Recent, Sort};
use crate::tui::pen::{Pen, cut, fitted};
use crate::tui::theme::Theme;

/// The line that says what is shown, then the assessments.
pub(super) fn draw(pen: &mut Pen<'_>, home: &Home, theme: Theme, locale: &str) {
    let shown = home.shown();
    heading(pen, home, shown.len(), theme, locale);
    match &home.over {
        Some(Over::Search) => typed(pen, &t!("comfort.search", locale = locale), &home.search, theme),
        Some(Over::Rename(line)) => {
            typed(pen, &t!("comfort.rename", locale = locale), line, theme);
            pen.line(Span::styled(t!("comfort.rename_keeps_file", locale = locale).into_owned(), theme.quiet()));
        }
        Some(Over::Passphrase(asked, line)) => passphrase(pen, home, asked, line, theme, locale),
        _ if !home.search.is_empty() => {
            let said = format!("{} {}", t!("comfort.search", locale = locale), home.search.text());
            pen.line(Span::styled(cut(&said, usize::from(pen.area.width)), theme.accent()));
        }
        _ => pen.gap(),
    }
    if shown.is_empty() {
        let key = match (home.entries.is_empty(), home.archive) {
            (true, _) => "tui.home.none",
            (false, true) => "comfort.none_archived",
            (false, false) => "comfort.none_found",
        };
        return pen.text(&t!(key, locale = locale), theme.quiet());
    }
    let room = usize::from(pen.left());
    let first = (home.cursor + 1).saturating_sub(room);
    let width = usize::from(pen.area.width);
    for (at, recent) in shown.into_iter().enumerate().skip(first).take(room) {
        let (name, about) = recent_line(recent, home.shared, width, locale);
        pen.clickable(1, vec![Action::Home(HomeAction::Line(at))]);
        if at == home.cursor {
            pen.bar(Line::from(format!("▸{name}  {about}")), theme.focus());
        } else {
            pen.line(Line::from(vec![
                Span::styled(format!(" {name}  "), theme.ink()),
                Span::styled(about, theme.quiet()),
            ]));
        }
    }
}

/// What is shown and in which order; the usual is not said.
fn heading(pen: &mut Pen<'_>, home: &Home, count: usize, theme: Theme, locale: &str) {
    let title = if home.archive { "comfort.archive" } else { "tui.home.recent" };
    let mut said: Vec<String> = Vec::new();
    match home.completed {
        Some(true) => said.push(t!("comfort.only_completed", locale = locale).into_owned()),
        Some(false) => said.push(t!("comfort.only_begun", locale = locale).into_owned()),
        None => {}
    }
    said.extend(home.questionnaire.clone());
    match home.sort {
        Sort::Changed => {}
        Sort::Date => said.push(t!("comfort.by_date", locale = locale).into_owned()),
        Sort::Client => said.push(t!("comfort.by_client", locale = locale).into_owned()),
        Sort::Score => said.push(t!("comfort.by_score", locale = locale).into_owned()),
    }
    if !said.is_empty() || !home.search.is_empty() {
        said.push(t!("comfort.of", locale = locale, count = count, all = home.entries.len()).into_owned());
    }
    let said = cut(&said.join(" · "), usize::from(pen.area.width).saturating_sub(20));
    pen.line(Line::from(vec![
        Span::styled(t!(title, locale = locale).into_owned(), theme.loud()),
        Span::styled(format!("   {said}"), theme.quiet()),
    ]));
}

/// A passphrase that is being typed: as many dots as characters.
fn passphrase(
    pen: &mut Pen<'_>,
    home: &Home,
    asked: &Passphrase,
    line: &crate::interview::Line,
    theme: Theme,
    locale: &str,
) {
    let what = match &asked.opens {
        Opens::File(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let name = if home.shared { t!("call.share.name", locale = locale).into_owned() } else { name };
            t!("crypt.asks", locale = locale, file = name)
        }
        Opens::New(None) => t!("crypt.asks_new", locale = locale),
        Opens::New(Some(_)) => t!("crypt.asks_again", locale = locale),
    };
    let dots = crate::interview::Line::new("•".repeat(line.text().chars().count()));
    typed(pen, &what, &dots, theme);
    let said = match &asked.said {
        Some(PassphraseSaid::Wrong) => t!("crypt.wrong", locale = locale),
        Some(PassphraseSaid::Short(count)) => t!("crypt.short", locale = locale, count = count),
        Some(PassphraseSaid::Again) => t!("crypt.again", locale = locale),
        Some(PassphraseSaid::Different) => t!("crypt.different", locale = locale),
        None if matches!(asked.opens, Opens::New(_)) => t!("crypt.final", locale = locale),
        None => t!("crypt.opening", locale = locale),
    };
    pen.line(Span::styled(cut(&said, usize::from(pen.area.width)), theme.quiet()));
}

/// A line that is being typed, with the terminal's cursor in it.
fn typed(pen: &mut Pen<'_>, what: &str, line: &crate::interview::Line, theme: Theme) {
    let area = pen.take(1);
    if area.height == 0 {
        return;
    }
    let head = format!("{what} ");
    let before = head.width() + crate::tui::safe(&line.text()[..line.cursor()]).width();
    let text = cut(&format!("{head}{}", line.text()), usize::from(area.width));
    pen.buffer.set_stringn(area.x, area.y, &text, usize::from(area.width), theme.accent());
    let column = (before as u16).min(area.width.saturating_sub(1));
    pen.cursor = Some(Position::new(area.x + column, area.y));
}

fn recent_line(recent: &Recent, shared: bool, width: usize, locale: &str) -> (String, String) {
    let display = Display { locale, currency: "" };
    let (done, of) = recent.progress;
    let progress = match (&recent.problem, recent.completed) {
        (Some(_), _) if shared => t!("call.share.problem", locale = locale).into_owned(),
        (Some(problem), _) => problem.clone(),
        (None, _) if recent.locked => t!("crypt.locked", locale = locale).into_owned(),
        (None, true) => t!("tui.home.completed", locale = locale).into_owned(),
        (None, false) => t!("tui.home.progress", locale = locale, done = done, of = of).into_owned(),
    };
    // A score is nobody's business while others look on.
    let score = recent.score.filter(|_| !shared).map(|score| display.internal_score(score)).unwrap_or_default();
    let of_questionnaire = if width < 90 { 14 } else { 26 };
    let client = if shared { t!("call.share.name", locale = locale).into_owned() } else { recent.client.clone() };
    let name = fitted(&client, width.saturating_sub(of_questionnaire + 41).max(16), false);
    let left = width.saturating_sub(name.width() + 3);
    let questionnaire = fitted(&recent.questionnaires.join(", "), of_questionnaire, false);
    let date = fitted(&display.date(recent.date), 16, true);
    let about = format!("{questionnaire}  {date}  {}  {progress}", fitted(&score, 5, true));
    (name, cut(&about, left))
}
