//! A scratch line put into the field of the question it answers.

use super::{Context, Editor, Line, TextEditor, naming, parse_date, shown_columns};
use crate::assessment::parse_number;
use crate::questionnaire::{Kind, NumberSpec};

/// The most words of a line that are one figure: "4 to 5k", "10 working days".
const WORDS_OF_A_FIGURE: usize = 3;

impl Editor {
    /// Puts a text into the field, to be changed and stored; false where there is no field to put it.
    pub(crate) fn prefill(&mut self, text: &str, context: &Context<'_>) -> bool {
        match self {
            Self::Text(TextEditor { line }) => {
                let between = match (&context.question.kind, line.is_empty()) {
                    (_, true) => "",
                    (Kind::Text { long: true }, false) => "\n",
                    _ => " ",
                };
                *line = Line::new(format!("{}{between}{text}", line.text()));
            }
            Self::List(editor) => editor.line = Line::new(text),
            Self::Number(editor) => {
                let figure = context.question.number().and_then(|spec| figure_in(text, spec));
                editor.line = Some(Line::new(figure.unwrap_or(text)));
            }
            Self::Date(editor) => {
                let date = words(text).find(|words| parse_date(words, context.today).is_some());
                editor.line = Some(Line::new(date.unwrap_or(text)));
            }
            Self::Table(editor) => {
                let column = naming(&shown_columns(context.question));
                if matches!(context.question.kind, Kind::Table { .. }) && column != usize::MAX {
                    editor.at = editor.last(context.question);
                    editor.rest_in_column(column);
                    editor.typing = Some(Line::new(text));
                }
            }
            _ => return false,
        }
        true
    }
}

/// The first words of a text that read as the number that is asked.
fn figure_in<'a>(text: &'a str, spec: &NumberSpec) -> Option<&'a str> {
    words(text).find(|words| words.contains(|one: char| one.is_ascii_digit()) && parse_number(words, spec).is_ok())
}

/// Every run of up to three words, the first and longest first, without the marks around it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let starts = move |at: usize| at == 0 || text[..at].ends_with(char::is_whitespace);
    let begins = text.char_indices().map(|(at, _)| at).filter(move |at| starts(*at));
    begins.flat_map(move |begin| {
        let rest = &text[begin..];
        let mut ends: Vec<usize> =
            rest.char_indices().filter(|(_, one)| one.is_whitespace()).map(|(at, _)| at).collect();
        ends.push(rest.len());
        ends.truncate(WORDS_OF_A_FIGURE);
        ends.into_iter().rev().map(move |end| rest[..end].trim().trim_matches([',', ';', '.', '!', '?', '(', ')']))
    })
}
