//! Laws that hold for any assessment.

use std::sync::LazyLock;

use gapwise::assessment::{Answer, Assessment, Cell, Evidence, Mode, Row, Status, Value};
use gapwise::evaluation::{Evaluation, Standing, evaluate, overview};
use gapwise::questionnaire::{CellKind, Column, Kind, Library, Question, Selection};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::shared::core;

fn cell(column: &Column) -> BoxedStrategy<Cell> {
    let known = match &column.kind {
        CellKind::Text => "[a-c]{0,3}".prop_map(Cell::Text).boxed(),
        CellKind::Number(spec) => {
            (spec.bounds.0..=spec.bounds.1.min(1e6)).prop_map(|x| Cell::Number(x.round())).boxed()
        }
        CellKind::One(choices) => {
            select(choices.iter().map(|one| one.id.clone()).collect::<Vec<_>>()).prop_map(Cell::Text).boxed()
        }
        CellKind::YesNo => any::<bool>().prop_map(Cell::Flag).boxed(),
        CellKind::Rating(points) => (0..points.len()).prop_map(|x| Cell::Number(x as f64)).boxed(),
    };
    prop_oneof![8 => known, 1 => Just(Cell::Unknown), 1 => Just(Cell::NotApplicable)].boxed()
}

fn row(columns: &[Column]) -> BoxedStrategy<Row> {
    let cells: Vec<_> =
        columns.iter().map(|column| (Just(column.id.clone()), proptest::option::weighted(0.9, cell(column)))).collect();
    cells.prop_map(|cells| cells.into_iter().filter_map(|(id, cell)| Some((id, cell?))).collect()).boxed()
}

fn value(question: &Question) -> BoxedStrategy<Value> {
    match &question.kind {
        Kind::One(choices) => {
            select(choices.iter().map(|one| one.id.clone()).collect::<Vec<_>>()).prop_map(Value::Text).boxed()
        }
        Kind::Many { choices, .. } => {
            let ids: Vec<_> = choices.iter().map(|one| one.id.clone()).collect();
            let most = ids.len();
            subsequence(ids, 0..=most).prop_map(Value::Texts).boxed()
        }
        Kind::Number(spec) => (spec.bounds.0..=spec.bounds.1.min(1e4)).prop_map(|x| Value::Number(x.round())).boxed(),
        Kind::Rating(points) => (0..points.len()).prop_map(|x| Value::Number(x as f64)).boxed(),
        Kind::Text { .. } => ".{0,12}".prop_map(Value::Text).boxed(),
        Kind::List { .. } => proptest::collection::vec(select(vec!["a".to_owned(), "b".to_owned()]), 1..3)
            .prop_map(|mut texts| {
                texts.dedup();
                Value::Texts(texts)
            })
            .boxed(),
        Kind::Maps { .. } => Just(Value::Maps(Vec::new())).boxed(),
        Kind::Date => Just(Value::Date(date(2026, 11, 22))).boxed(),
        Kind::Table { columns, .. } => proptest::collection::vec(row(columns), 0..5).prop_map(Value::Table).boxed(),
        Kind::Rows { rows, columns, .. } => {
            let rows: Vec<_> = rows.iter().map(|one| (Just(one.id.clone()), row(columns))).collect();
            rows.prop_map(|rows| Value::Cells(rows.into_iter().collect())).boxed()
        }
        Kind::Grid { rows, points, .. } => {
            let most = points.len();
            let of_row =
                || proptest::collection::btree_map(select(vec!["a".to_owned(), "b".to_owned()]), 0..most, 1..3);
            let rows: Vec<_> = rows.iter().map(|one| (Just(one.id.clone()), of_row())).collect();
            rows.prop_map(|rows| {
                let cells = |row: std::collections::BTreeMap<String, usize>| {
                    row.into_iter().map(|(column, x)| (column, Cell::Number(x as f64))).collect::<Row>()
                };
                Value::Cells(rows.into_iter().map(|(id, row)| (id, cells(row))).collect())
            })
            .boxed()
        }
    }
}

fn answer(question: &Question) -> BoxedStrategy<Answer> {
    let status = prop_oneof![
        10 => value(question).prop_map(Status::Answered),
        1 => Just(Status::Unknown),
        1 => Just(Status::NotApplicable { reason: "so it is".to_owned() }),
        1 => Just(Status::Owed { who: "them".to_owned(), by: None }),
    ];
    (status, proptest::option::of(select(Evidence::ALL.to_vec())), any::<bool>())
        .prop_map(|(status, evidence, pain)| Answer { status, evidence, pain, ..Answer::default() })
        .boxed()
}

/// One other built-in questionnaire alone.
fn only(id: &str) -> Selection {
    Library::builtin().select(&[id.to_owned()]).expect("it is built in")
}

/// Any assessment of these questionnaires in which each question has an entry with this probability.
fn assessments(selection: &Selection, probability: f64) -> impl Strategy<Value = Assessment> + use<> {
    let answers: Vec<_> = selection
        .questions()
        .map(|question| (Just(question.id.clone()), proptest::option::weighted(probability, answer(question))))
        .collect();
    answers.prop_map(|answers| {
        let mut assessment =
            Assessment::new(vec!["gap-analysis@1.0.0".to_owned()], Mode::Consultant, date(2026, 11, 22));
        assessment.answers = answers.into_iter().filter_map(|(id, answer)| Some((id, answer?))).collect();
        assessment
    })
}

fn check_ranges(evaluation: &Evaluation) -> Result<(), TestCaseError> {
    let inside = |low: Option<f64>, score: Option<f64>, high: Option<f64>| {
        let (Some(low), Some(high)) = (low, high) else { return score.is_none() };
        let scale = 0.0 <= low && low <= high && high <= 100.0 + 1e-9;
        scale && score.is_none_or(|score| low <= score + 1e-9 && score <= high + 1e-9)
    };
    for one in &evaluation.questionnaires {
        let overall = &one.overall;
        prop_assert!(inside(overall.low, overall.score, overall.high), "{overall:?}");
        for area in &one.areas {
            prop_assert!(inside(area.low, area.score, area.high), "{area:?}");
            for share in [area.coverage, area.confidence].into_iter().flatten() {
                prop_assert!((0.0..=1.0 + 1e-9).contains(&share), "{area:?}");
            }
        }
    }
    Ok(())
}

/// Questions that gate nothing, size no table, and are open.
fn plain_open<'s>(selection: &'s Selection, evaluation: &Evaluation, assessment: &Assessment) -> Vec<&'s Question> {
    let gates = |id: &str| {
        selection.questions().any(|one| {
            one.when.as_ref().is_some_and(|when| when.names.iter().any(|name| name == id))
                || matches!(&one.kind, Kind::Grid { columns_from, .. } if columns_from == id)
        })
    };
    selection
        .questions()
        .filter(|one| assessment.is_open(&one.id) && evaluation.is_visible(&one.id) && !gates(&one.id))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn scores_and_ranges_stay_within_bounds_and_the_score_inside_its_range(assessment in assessments(&core(), 0.7)) {
        check_ranges(&evaluate(&core(), &assessment))?;
    }

    #[test]
    fn the_same_answers_give_the_same_evaluation(assessment in assessments(&core(), 0.7)) {
        prop_assert_eq!(evaluate(&core(), &assessment), evaluate(&core(), &assessment));
    }

    #[test]
    fn a_list_says_the_figures_of_the_whole_evaluation(
        (of_core, of_quick) in (assessments(&core(), 0.7), assessments(&only("quick-check"), 0.9))
    ) {
        static QUICK: LazyLock<Selection> = LazyLock::new(|| only("quick-check"));
        for (selection, assessment) in [(core(), of_core), (QUICK.clone(), of_quick)] {
            let (evaluation, overview) = (evaluate(&selection, &assessment), overview(&selection, &assessment));
            let shown = evaluation.standings.values().filter(|one| **one != Standing::Hidden);
            prop_assert_eq!(overview.shown, shown.clone().count());
            prop_assert_eq!(overview.answered, shown.filter(|one| **one != Standing::Open).count());
            prop_assert_eq!(overview.score, evaluation.questionnaires[0].overall.score);
        }
    }
}

proptest! {
    // Each case answers some twenty questions, one at a time.
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn answering_what_gates_nothing_never_widens_a_range(
        (assessment, complete) in (assessments(&core(), 0.7), assessments(&core(), 0.999))
    ) {
        let selection = core();
        let before = evaluate(&selection, &assessment);
        for question in plain_open(&selection, &before, &assessment) {
            let Some(given) = complete.answer(&question.id) else { continue };
            let mut answered = assessment.clone();
            answered.answers.insert(question.id.clone(), given.clone());
            let after = evaluate(&selection, &answered);
            // A pair that contradicts each other takes a number away again: that is its own rule.
            if after.contradictions.len() > before.contradictions.len() {
                continue;
            }
            let width = |evaluation: &Evaluation| {
                let overall = &evaluation.questionnaires[0].overall;
                overall.high.zip(overall.low).map(|(high, low)| high - low)
            };
            if let (Some(before), Some(after)) = (width(&before), width(&after)) {
                prop_assert!(after <= before + 1e-9, "{} widened {before} to {after}", question.id);
            }
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(
        (assessment, order) in (assessments(&core(), 0.7), proptest::collection::vec(any::<u32>(), 100))
    ) {
        let mut shuffled: Vec<_> = assessment.answers.iter().collect();
        let mut keys = order.iter().cycle();
        shuffled.sort_by_cached_key(|_| keys.next().copied());
        let mut again = Assessment { answers: std::collections::BTreeMap::new(), ..assessment.clone() };
        for (id, answer) in shuffled {
            again.answers.insert(id.clone(), answer.clone());
        }
        prop_assert_eq!(evaluate(&core(), &again), evaluate(&core(), &assessment));
    }
}
