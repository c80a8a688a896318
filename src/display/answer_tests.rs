//! Tables of cases for answers and cells.

use std::collections::BTreeMap;

use super::{EN, english};
use crate::assessment::{Cell, Row, Value};
use crate::questionnaire::{
    CellKind, Choice, Column, FixedRow, Flags, Kind, LocalText, NumberKind, NumberSpec, Per, Question, Wording,
};

fn question(kind: Kind, period: &str) -> Question {
    Question {
        id: "ga_some".into(),
        area: "audience".into(),
        kind,
        label: english("Some"),
        wording: Wording::default(),
        variants: Vec::new(),
        probe: LocalText::default(),
        listen: LocalText::default(),
        help: LocalText::default(),
        period: english(period),
        when: None,
        flags: Flags::default(),
        score: None,
        unknown_text: LocalText::default(),
        pointer: None,
        computed: Vec::new(),
        funnel: None,
        report: true,
        span: 0..0,
    }
}

fn choices() -> Vec<Choice> {
    let choice =
        |id: &str, label: &str| Choice { id: id.into(), label: english(label), points: None, help: english("") };
    vec![choice("paid", "Paid for"), choice("earned", "Earned, such as articles"), choice("person", "Person to person")]
}

fn scale() -> Vec<LocalText> {
    ["Does not exist", "Only in heads", "Written"].into_iter().map(english).collect()
}

fn number(kind: NumberKind, unit: &str, per: Option<Per>) -> NumberSpec {
    NumberSpec { kind, unit: english(unit), per, bounds: (0.0, 1e9), at_most: None, whole: false }
}

fn fixed_rows() -> Vec<FixedRow> {
    let row = |id: &str| FixedRow { id: id.into(), label: english(id), help: english("") };
    vec![row("product"), row("price"), row("place")]
}

fn column(kind: CellKind) -> Column {
    Column {
        id: "value".into(),
        label: english("Value"),
        ask: english(""),
        kind,
        required: false,
        suggest_from: None,
        only_for: None,
    }
}

fn texts(texts: &[&str]) -> Value {
    Value::Texts(texts.iter().map(|&text| text.into()).collect())
}

fn row(cells: &[(&str, Cell)]) -> Row {
    cells.iter().map(|(column, cell)| ((*column).into(), cell.clone())).collect()
}

fn cells() -> Value {
    Value::Cells(BTreeMap::from([
        ("product".into(), row(&[("cafés", Cell::Number(2.0)), ("offices", Cell::Unknown)])),
        ("price".into(), row(&[("cafés", Cell::Number(0.0)), ("offices", Cell::NotApplicable)])),
        ("place".into(), Row::new()),
    ]))
}

#[test]
fn answers_read_in_one_line() {
    let many = || Kind::Many { choices: choices(), exclusive: None };
    let list = || Kind::List { least: 0, most: 5 };
    let table = || Kind::Table { columns: Vec::new(), least: 0, most: 9, quadrants: None };
    let grid = || Kind::Grid { rows: fixed_rows(), columns_from: "ga_audiences".into(), points: scale() };
    let contacts = || Kind::Number(number(NumberKind::Count, "people", None));
    for (kind, period, value, shown) in [
        (Kind::One(choices()), "", Value::Text("paid".into()), "Paid for"),
        (Kind::One(choices()), "", Value::Text("gone".into()), "gone"),
        (many(), "", texts(&["paid", "person"]), "Paid for and Person to person"),
        (many(), "", texts(&["paid", "earned"]), "Paid for; and Earned, such as articles"),
        (many(), "", texts(&[]), "none"),
        (list(), "", texts(&["cafés", "offices", "hotels"]), "cafés, offices and hotels"),
        (list(), "", texts(&[]), "none"),
        (Kind::Rating(scale()), "", Value::Number(1.0), "1: only in heads"),
        (Kind::Rating(scale()), "", Value::Number(9.0), "9"),
        (Kind::Rating(scale()), "", Value::Number(1.5), "1.5"),
        (contacts(), "", Value::Number(4_000.0), "4,000 people"),
        (contacts(), "in the last twelve months", Value::Number(300.0), "300 people in the last twelve months"),
        (Kind::Text { long: false }, "", Value::Text("  as typed, \"so\"".into()), "  as typed, \"so\""),
        (Kind::Text { long: true }, "", Value::Text("first line\nsecond".into()), "first line"),
        (Kind::Text { long: true }, "", Value::Text(String::new()), ""),
        (Kind::Date, "", Value::Date(jiff::civil::date(2026, 11, 22)), "22 November 2026"),
        (table(), "", Value::Table(vec![Row::new(); 6]), "6 rows"),
        (table(), "", Value::Table(vec![Row::new()]), "1 row"),
        (table(), "", Value::Table(Vec::new()), "none"),
        (Kind::Rows { rows: fixed_rows(), columns: Vec::new() }, "", cells(), "2 of 3 rows"),
        (grid(), "", cells(), "2 cells"),
    ] {
        let question = question(kind, period);
        assert_eq!(EN.answer(&question, &value).replace('\u{a0}', " "), shown, "{value:?}");
    }
}

#[test]
fn grids_say_how_many_of_the_cells_that_apply_are_known() {
    let kind = Kind::Grid { rows: fixed_rows(), columns_from: "ga_audiences".into(), points: scale() };
    let question = question(kind, "");
    for (columns, shown) in [
        (vec!["cafés", "offices"], "2 of 5 cells"),
        (vec!["cafés", "offices", "hotels"], "2 of 8 cells"),
        (vec!["hotels"], "0 of 3 cells"),
    ] {
        let columns: Vec<_> = columns.into_iter().map(str::to_owned).collect();
        assert_eq!(EN.grid_answer(&question, &cells(), &columns).replace('\u{a0}', " "), shown);
    }
}

#[test]
fn cells_read_in_one_line() {
    let cost = || CellKind::Number(number(NumberKind::Money, "", Some(Per::Month)));
    for (kind, cell, shown) in [
        (CellKind::Text, Cell::Text("SEO agency".into()), "SEO agency"),
        (CellKind::Text, Cell::Text(String::new()), "none"),
        (CellKind::Text, Cell::Text("one\ntwo".into()), "one"),
        (CellKind::One(choices()), Cell::Text("paid".into()), "Paid for"),
        (CellKind::One(choices()), Cell::Text("gone".into()), "gone"),
        (cost(), Cell::Number(900.0), "€900 a month"),
        (CellKind::Rating(scale()), Cell::Number(0.0), "0: does not exist"),
        (CellKind::YesNo, Cell::Flag(true), "yes"),
        (CellKind::YesNo, Cell::Flag(false), "no"),
        (CellKind::YesNo, Cell::Unknown, "not known"),
        (cost(), Cell::NotApplicable, "does not apply"),
    ] {
        assert_eq!(EN.cell(&column(kind), &cell), shown, "{cell:?}");
    }
    assert_eq!(EN.grid_cell(&scale(), &Cell::Number(2.0)), "2: written");
    assert_eq!(EN.grid_cell(&scale(), &Cell::Unknown), "not known");
}
