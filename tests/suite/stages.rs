//! The stages of a pipeline: entered column by column, drawn as a funnel on screen and in the report.

use gapwise::assessment::{Assessment, Mode, Value};
use gapwise::evaluation::{evaluate, funnel};
use gapwise::report::{Audience, Format, ReportOptions, render};

use crate::adding::{SIZES, of, sit};
use crate::shared::assert_close;
use crate::systems::{given, judged, selection};

/// Down one column after the other: people, the period before, cost to win, upkeep, days.
const COLUMNS: [[&str; 6]; 5] = [
    ["4000", "1200", "600", "150", "40", "30"],
    ["3600", "1200", "650", "180", "45", "8"],
    ["800", "600", "400", "900", "1200", "100"],
    ["100", "100", "100", "100", "100", "20"],
    ["10", "12", "8", "20", "9", ""],
];

/// The keys that fill the table from its first cell.
fn entered() -> String {
    let cells = COLUMNS.iter().flatten().map(|cell| format!("{cell}<enter>")).collect::<String>();
    // The last Enter would lead on to the next question.
    format!("/pl_stages<enter>i{}", cells.trim_end_matches("<enter>"))
}

/// The same as it stands in a file.
const STAGES: &str = r#"
answers.pl_basis.value = "snapshot"
answers.pl_stages.value.contact = { count = 4000, previous = 3600, obtain = 800, upkeep = 100, days = 10 }
answers.pl_stages.value.connection = { count = 1200, previous = 1200, obtain = 600, upkeep = 100, days = 12 }
answers.pl_stages.value.conversation = { count = 600, previous = 650, obtain = 400, upkeep = 100, days = 8 }
answers.pl_stages.value.consideration = { count = 150, previous = 180, obtain = 900, upkeep = 100, days = 20 }
answers.pl_stages.value.consumption = { count = 40, previous = 45, obtain = 1200, upkeep = 100, days = 9 }
answers.pl_stages.value.community = { count = 30, previous = 8, obtain = 100, upkeep = 20 }
"#;

fn pipeline() -> Assessment {
    let mut assessment = given("pipeline", STAGES);
    assessment.client.name = "Kettle & Sons".to_owned();
    assessment
}

#[test]
fn the_table_is_filled_column_by_column() {
    let sat = sit(of("pipeline", Mode::Consultant), &entered(), (80, 24));
    let value = |assessment: &Assessment| assessment.value("pl_stages").cloned();
    assert_eq!(value(sat.interview.assessment()), value(&pipeline()), "each Enter goes down, then to the next column");
    assert_eq!(sat.saved.last().and_then(value), value(&pipeline()));
}

#[test]
fn the_stages_are_worked_out() {
    let evaluation = judged("pipeline", STAGES);
    let selection = selection(&["pipeline"]);
    let question = selection.question("pl_stages").expect("it is there");
    let drawn = funnel(question, pipeline().value("pl_stages").expect("answered"), &evaluation).expect("a funnel");
    assert_eq!(drawn.most, 4000.0);
    // 30 against 33.3 is a fall of a tenth; 25 against 27.7 is one of 9.7 percent; no other step fell as much.
    assert_eq!(drawn.weakest.as_deref(), Some("connection"));
    let of = |row: &str| drawn.stages.iter().find(|stage| stage.row == row).expect("a stage");
    // 1200 ÷ 4000, 1200 ÷ 3600, 700 ÷ 1200
    assert_close(of("connection").rate.expect("a rate"), 30.0, 1e-9, "rate");
    assert_close(of("connection").rate_before.expect("a rate"), 33.3333, 1e-3, "rate before");
    assert_close(of("connection").cost.expect("a cost"), 0.58333, 1e-4, "cost");
    assert_eq!((of("contact").rate, of("community").days), (None, None));
    assert!(!of("community").rises());
}

#[test]
fn a_funnel_needs_two_stages() {
    let selection = selection(&["pipeline"]);
    let question = selection.question("pl_stages").expect("it is there");
    for (answers, there) in [
        ("answers.pl_stages.value.contact = { count = 10 }", false),
        ("answers.pl_stages.value.contact = { count = 0 }\nanswers.pl_stages.value.community = { count = 0 }", false),
        ("answers.pl_stages.value.contact = { count = 10 }\nanswers.pl_stages.value.consumption = { count = 1 }", true),
    ] {
        let assessment = given("pipeline", answers);
        let evaluation = evaluate(&selection, &assessment);
        let value = assessment.value("pl_stages").cloned().unwrap_or(Value::Cells(Default::default()));
        assert_eq!(funnel(question, &value, &evaluation).is_some(), there, "{answers}");
    }
}

#[test]
fn a_stage_that_rises_is_asked_about_and_taken() {
    let rising = entered().replace("30<enter>", "60<enter>");
    for mode in [Mode::Consultant, Mode::SelfAssessment] {
        let sat = sit(of("pipeline", mode), &rising, (80, 24));
        assert!(sat.screen.contains("More people are at one stage than at the one before it."), "{}", sat.screen);
        let funnel = sit(of("pipeline", mode), &format!("{rising}<c-f>"), (120, 40));
        assert!(funnel.screen.contains("↑ 150%"), "{}", funnel.screen);
    }
    let quiet = sit(of("pipeline", Mode::Consultant), &entered(), (80, 24));
    assert!(!quiet.screen.contains("More people are at one stage"), "{}", quiet.screen);
}

#[test]
fn the_funnel_is_drawn_in_the_terminal() {
    for (at, size) in SIZES.into_iter().enumerate() {
        // From within the table and from the question; the page is the same.
        let within = sit(of("pipeline", Mode::Consultant), &format!("{}<c-f>", entered()), size).screen;
        let beside = sit(pipeline(), "/pl_stages<enter>F", size).screen;
        assert!(within.contains("The six stages") && beside.contains("The six stages"), "{within}\n{beside}");
        insta::assert_snapshot!(format!("funnel_{at}"), beside);
        insta::assert_snapshot!(format!("stages_{at}"), sit(pipeline(), "/pl_stages<enter>i", size).screen);
    }
}

fn reported(assessment: &Assessment, format: Format) -> String {
    let selection = selection(&["pipeline"]);
    let evaluation = evaluate(&selection, assessment);
    render(&selection, assessment, &evaluation, &ReportOptions::new(Audience::Client, format)).expect("it renders")
}

#[test]
fn the_report_draws_the_funnel_and_says_what_it_shows() {
    let html = reported(&pipeline(), Format::Html);
    for part in [
        // 30 of 100 of the width, centred; joined to the stage before, which is as wide as can be.
        "<polygon class=\"d-solid\" points=\"35.00,18 65.00,18 65.00,40 35.00,40\"/>",
        "<polygon class=\"d-join\" points=\"0.00,0 100.00,0 65.00,18 35.00,18\"/>",
        "Contact: 4,000; Connection: 1,200, 30% of the stage before",
        "The weakest step is from contact to connection: it fell most against the period before",
        "The shares show a snapshot: whoever was at each stage in that time.",
        "The table behind the picture",
        "€32.50",
    ] {
        assert!(html.contains(part), "{part}");
    }
    let markdown = reported(&pipeline(), Format::Markdown);
    let line = "| **Connection** (the weakest step) | `········████████········` | 1,200 | 30% | 33% | €0.58 | 12 |";
    assert!(markdown.contains(line), "{markdown}");
    // Both areas that can be scored have all of their points: neither is behind.
    assert!(markdown.contains("All parts with enough answers stand level"), "{markdown}");
}

#[test]
fn followed_people_and_a_lowest_share_are_said_to_be_so() {
    let followed = STAGES.replace("snapshot", "same_people");
    let markdown = reported(&given("pipeline", &followed), Format::Markdown);
    assert!(markdown.contains("The shares show the same people, followed from stage to stage."), "{markdown}");
    let only_now = "answers.pl_stages.value.contact = { count = 100 }\n\
        answers.pl_stages.value.connection = { count = 50 }\nanswers.pl_stages.value.conversation = { count = 10 }";
    let markdown = reported(&given("pipeline", only_now), Format::Markdown);
    let low = "from connection to conversation: it has the lowest share, which says little by itself";
    assert!(markdown.contains(low), "{markdown}");
}

#[test]
fn no_clear_difference_is_said_where_that_is_the_truth() {
    let wins = "\nanswers.pl_wins.value.marketing = { opportunities = 20, won = 6 }\n\
        answers.pl_wins.value.other = { opportunities = 20, won = 9 }";
    let assessment = given("pipeline", &format!("{STAGES}{wins}"));
    let screen = sit(assessment, "/pl_wins<enter>F", (120, 50)).screen;
    // Wilson: 6 of 20 is 14.5–51.9, 9 of 20 is 25.8–65.8: they overlap.
    for said in ["30%   somewhere in 14.5–51.9%", "45%   somewhere in 25.8–65.8%", "no clear difference"] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
}
