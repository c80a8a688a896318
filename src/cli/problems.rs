//! Shows problems with the marked place in their file.

use std::fmt;
use std::io::IsTerminal;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, SourceSpan};

use super::excerpt::Excerpt;
use super::printable::printable;
use crate::problem::{Problem, Severity};

/// Where the text will go; colours are for people only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// The standard output.
    Data,
    /// The standard error.
    Talk,
}

/// All problems, each with file, line, column, the marked source and the remedy.
pub(super) fn render(problems: &[Problem], stream: Stream) -> String {
    let terminal = match stream {
        Stream::Data => std::io::stdout().is_terminal(),
        Stream::Talk => std::io::stderr().is_terminal(),
    };
    let colours = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let theme = if colours { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    // long lines are left to the terminal: a path that is cut in two cannot be clicked
    let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_wrap_lines(false).with_width(120);
    let mut text = String::new();
    for problem in shown(problems) {
        // writing to a string cannot fail; a place that does not exist would, so the plain form stands by
        let mut one = String::new();
        if handler.render_report(&mut one, &Marked::new(problem)).is_err() {
            one = format!("{}\n", printable(&problem.to_string()));
        }
        text.push_str(one.trim_start_matches('\n'));
        if !text.ends_with("\n\n") {
            text.push('\n');
        }
    }
    if problems.len() > MOST_SHOWN {
        text.push_str(&format!("… and {} more like these\n\n", problems.len() - MOST_SHOWN));
    }
    text
}

/// The most problems that are shown: nobody reads more, and a hostile file has a hundred thousand.
const MOST_SHOWN: usize = 100;

/// All of them, or, when there are too many, errors before warnings.
fn shown(problems: &[Problem]) -> Vec<&Problem> {
    let mut shown: Vec<&Problem> = problems.iter().collect();
    if shown.len() > MOST_SHOWN {
        shown.sort_by_key(|problem| !problem.is_error());
        shown.truncate(MOST_SHOWN);
    }
    shown
}

/// A problem in the form miette wants.
#[derive(Debug)]
struct Marked {
    message: String,
    remedy: String,
    severity: Severity,
    source: Excerpt,
    span: Option<SourceSpan>,
}

impl Marked {
    fn new(problem: &Problem) -> Self {
        let (source, span) = Excerpt::around(&problem.source, problem.span.clone());
        let span = (!problem.source.text.is_empty()).then_some(span);
        let name = printable(&problem.source.name);
        let message = match span {
            Some(_) => printable(&problem.message),
            None => format!("{name}: {}", printable(&problem.message)),
        };
        Self { message, remedy: printable(&problem.remedy), severity: problem.severity, source, span }
    }
}

impl fmt::Display for Marked {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Marked {}

impl Diagnostic for Marked {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.remedy.is_empty()).then(|| Box::new(&self.remedy) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.span.map(|_| &self.source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.span?;
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(None, span))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Source;

    #[test]
    fn a_problem_shows_place_source_and_remedy() {
        let source = Source::new("a.toml", "format = 1\nmode = \"advisor\u{1b}\"\n");
        let text = render(&[Problem::error(&source, 18..28, "'advisor' is not a word", "Write self")], Stream::Data);
        for wanted in ["'advisor' is not a word", "a.toml:2:8", "mode = \"advisor?\"", "Write self"] {
            assert!(text.contains(wanted), "{wanted}:\n{text}");
        }
        assert!(!text.contains('\u{1b}'));
    }

    /// A line of over 65,535 letters made the library that draws the marks panic; and a line is not printed by the megabyte.
    #[test]
    fn of_a_line_without_end_only_the_place_is_shown() {
        let text = format!("first\n{}WRONG{}\nlast\n", "é".repeat(70_000), "x".repeat(70_000));
        let start = text.find("WRONG").unwrap();
        let shown =
            render(&[Problem::error(&Source::new("a.toml", text), start..start + 5, "wrong", "")], Stream::Data);
        assert!(shown.contains("a.toml:2:70001") && shown.contains("éWRONGx"), "{shown}");
        assert!(shown.len() < 2_000 && !shown.contains("first") && !shown.contains("last"), "{}", shown.len());
    }

    #[test]
    fn the_lines_beside_a_place_are_shown_with_their_numbers() {
        let lines: Vec<String> = (1..=30).map(|at| format!("line {at}")).collect();
        let text = lines.join("\n");
        let start = text.find("line 20").unwrap();
        let shown =
            render(&[Problem::error(&Source::new("a.toml", text), start + 5..start + 30, "wrong", "")], Stream::Data);
        for wanted in ["a.toml:20:6", "19 │ line 19\n", "20 │ line 20\n", "21 │ line 21\n"] {
            assert!(shown.contains(wanted), "{wanted}:\n{shown}");
        }
        assert!(!shown.contains("line 18") && !shown.contains("line 22"), "{shown}");
    }

    #[test]
    fn places_that_do_not_exist_do_no_harm() {
        for (text, span) in [("", 0..0), ("é", 1..9), ("a\nb", 3..3), ("a", std::ops::Range { start: 7, end: 3 })] {
            let shown = render(&[Problem::error(&Source::new("a.toml", text), span, "wrong", "")], Stream::Talk);
            assert!(shown.contains("wrong") && shown.contains("a.toml"), "{shown}");
        }
    }
}
