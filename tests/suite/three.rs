//! Three assessments that every format has to hold up with: the example, five answers only, everything answered.

use gapwise::assessment::{Answer, Assessment, Cell, Evidence, NextStep, Note, NoteKind, Reveal, Row, Status, Value};
use gapwise::evaluation::evaluate;
use gapwise::questionnaire::{CellKind, Column, Kind, Question};
use gapwise::report::{Audience, Format, ReportOptions, render};

use crate::shared::{brightwater, core};

/// The report of an assessment of the core with the built-in templates.
pub fn report(assessment: &Assessment, audience: Audience, format: Format) -> String {
    let selection = core();
    let evaluation = evaluate(&selection, assessment);
    let options = ReportOptions::new(audience, format);
    render(&selection, assessment, &evaluation, &options).expect("the built-in templates render")
}

/// The example with all but five answers taken away.
pub fn five_answers() -> Assessment {
    let mut assessment = brightwater();
    let kept = ["ga_pain", "ga_enquiry_fit", "ga_icp", "ga_strategy", "ga_contacts"];
    assessment.answers.retain(|id, _| kept.contains(&id.as_str()));
    assessment.next_step = None;
    assessment.notes.clear();
    assessment.reveal.clear();
    assessment.goals.clear();
    assessment
}

/// Texts that a page has to hold without breaking: long, right to left, without spaces, hostile to every format.
pub const TEXTS: [&str; 6] = [
    "Wir haben das immer so gemacht: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "العملاء يشترون الآلة ثم يختفون، ولا نسمع منهم إلا عندما تتعطل",
    "客户买了机器之后就没有消息了，只有机器坏了才会再打电话给我们。我们不知道广告费花得值不值。",
    "</style><script>alert(1)</script><svg onload=alert(1)> ``` \n# no heading\n| a | b |\n{{ 7 * 7 }} %% [x](javascript:y)",
    "Everybody says quality and service, and so do we; what they mean by it is another matter, and nobody has asked the \
     customers about it since the second shop was opened, which must have been nine or ten years ago by now",
    "plain",
];

/// Every question of the core answered, with texts of all kinds, quotes, notes, reactions and things to do.
pub fn everything() -> Assessment {
    let mut assessment = brightwater();
    let selection = core();
    TEXTS[2].clone_into(&mut assessment.client.name);
    TEXTS[0].clone_into(&mut assessment.consultant.name);
    let audiences: Vec<String> = TEXTS[..3].iter().map(|text| (*text).to_owned()).collect();
    for (at, question) in selection.questions().enumerate() {
        let value = value(question, at, &audiences);
        let text = TEXTS[at % TEXTS.len()].to_owned();
        let evidence = Evidence::ALL[at % 4];
        let answer = Answer {
            status: Status::Answered(value),
            evidence: Some(evidence),
            quote: Some(text.clone()),
            shareable: at % 2 == 0,
            pain: at % 7 == 0,
            note: Some(text),
            later: at % 9 == 0,
            ..Answer::default()
        };
        assessment.answers.insert(question.id.clone(), answer);
    }
    let kinds = [NoteKind::Note, NoteKind::Todo, NoteKind::Scratch];
    assessment.notes = kinds
        .into_iter()
        .zip(TEXTS)
        .map(|(kind, text)| Note { at: None, area: "audience".to_owned(), kind, text: text.to_owned() })
        .collect();
    assessment.reveal = vec![
        Reveal { finding: "G12".to_owned(), reaction: TEXTS[3].to_owned(), disputed: false },
        Reveal { finding: "G25".to_owned(), reaction: TEXTS[1].to_owned(), disputed: true },
    ];
    assessment.next_step = Some(NextStep {
        text: TEXTS[3].to_owned(),
        date: Some(jiff::civil::date(2026, 12, 1)),
        who: TEXTS[1].to_owned(),
    });
    assessment
}

fn value(question: &Question, at: usize, audiences: &[String]) -> Value {
    let text = TEXTS[at % TEXTS.len()].to_owned();
    let number = |low: f64, high: f64| (low + 3.0).min(high);
    match &question.kind {
        Kind::One(choices) => Value::Text(choices[at % choices.len()].id.clone()),
        Kind::Many { choices, .. } => Value::Texts(choices.iter().map(|one| one.id.clone()).take(2).collect()),
        Kind::Rating(labels) => Value::Number(f64::from(u32::try_from(at % labels.len()).expect("small"))),
        Kind::Number(spec) => Value::Number(number(spec.bounds.0, spec.bounds.1)),
        Kind::Text { .. } => Value::Text(text),
        Kind::List { .. } => Value::Texts(audiences.to_vec()),
        Kind::Maps { .. } => Value::Maps(Vec::new()),
        Kind::Date => Value::Date(jiff::civil::date(2026, 6, 1)),
        // A drawn process has a test of its own.
        Kind::Table { columns, .. } => Value::Table((0..6).map(|row| cells(columns, row)).collect()),
        Kind::Rows { rows, columns } => {
            Value::Cells(rows.iter().enumerate().map(|(at, row)| (row.id.clone(), cells(columns, at))).collect())
        }
        Kind::Grid { rows, points, .. } => {
            let cell = |at: usize| Cell::Number(f64::from(u32::try_from(at % points.len()).expect("small")));
            let of_row = |row: usize| {
                audiences.iter().enumerate().map(|(column, name)| (name.clone(), cell(row + column))).collect::<Row>()
            };
            Value::Cells(rows.iter().enumerate().map(|(at, row)| (row.id.clone(), of_row(at))).collect())
        }
    }
}

fn cells(columns: &[Column], row: usize) -> Row {
    let cell = |(at, column): (usize, &Column)| {
        let value = match &column.kind {
            CellKind::One(choices) => Cell::Text(choices[(at + row) % choices.len()].id.clone()),
            CellKind::Number(spec) => {
                let amount = 10.0 * f64::from(u32::try_from(row).expect("small"));
                Cell::Number(amount.clamp(spec.bounds.0, spec.bounds.1))
            }
            CellKind::Rating(labels) => Cell::Number(f64::from(u32::try_from(row % labels.len()).expect("small"))),
            CellKind::YesNo => Cell::Flag(row.is_multiple_of(2)),
            // One goal is not stated.
            _ if row == 2 && at > 0 => Cell::Text(String::new()),
            _ => Cell::Text(TEXTS[(at + row) % TEXTS.len()].to_owned()),
        };
        (column.id.clone(), value)
    };
    columns.iter().enumerate().map(cell).collect()
}
