//! The marketing hourglass (domain.md 2.4, 3, 4.2 and 5).

use gapwise::assessment::FileOrder;
use gapwise::assessment::{MapProblem, ProcessMap, Value, fit, read, update};
use gapwise::evaluation::computed_cells;
use gapwise::problem::Source;

use crate::shared::assert_close;
use crate::systems::{Case, assert_cases, assert_metrics, assert_scores, fired, given, judged, selection};

pub const EXAMPLE: &str = r#"
answers.hg_offer.value = "Service contracts"
answers.hg_ideal.value = 2
answers.hg_diff.value = 1
answers.hg_lose.status = "unknown"
answers.hg_onboard.value = 1
answers.hg_pair.value = "none"
answers.hg_no.value = 1
answers.hg_standin.value = "no"
answers.hg_steps.value = { mapped = 2, automated = 1, documented = 1, metrics = 1, owners = 2, weekly_review = 0, quarterly_planning = 0 }
answers.hg_channels.value = [
  { name = "search ads", family = "paid", hours = 80, cost = 900 },
  { name = "newsletter", family = "earned", hours = 20, cost = 100 },
]
answers.hg_tasks.value = [
  { task = "writing offers", hours = 3, rule_based = true, setup_hours = 30 },
  { task = "calling back", hours = 5, rule_based = false, setup_hours = 10 },
  { task = "year-end letter", hours = 0.5, rule_based = true, setup_hours = 2 },
]
[answers.hg_stages.value]
know = { activity = "search", owner = "Ada", metric = "visits", works = 3 }
like = { activity = "newsletter", owner = "Ada", metric = "", works = 2 }
trust = { activity = "", owner = "", metric = "", works = 0 }
try = { activity = "a sample", owner = "Ben", metric = "requests", works = 2 }
buy = { activity = "welcome call", owner = "", metric = "", works = 1 }
repeat = { activity = "", owner = "", metric = "", works = 0 }
refer = { activity = "asking", owner = "Ben", metric = "", works = 1 }
[[answers.hg_map.value]]
system = "Webinar"
half = "marketing"
nodes = [
  { id = "start", kind = "start", text = "Visitor signs up", next = "mail" },
  { id = "mail", kind = "task", text = "Reminder mail", owner = "MKT", metric = "open seats", next = "booked" },
  { id = "booked", kind = "decision", text = "Booked a call?", yes = "call", no = "nurture" },
  { id = "call", kind = "task", text = "Call", next = "end" },
  { id = "nurture", kind = "task", text = "Letters" },
  { id = "end", kind = "end", text = "Offer sent" },
]
"#;

#[test]
fn the_worked_example() {
    let evaluation = judged("hourglass", EXAMPLE);
    let of = &evaluation.questionnaires[0];
    assert_metrics(
        of,
        &[
            // know 50 + 37.5; like 33.3333 + 25; trust 0; try 50 + 25: 220.8333 ÷ 4
            ("upper_ready", 55.2083),
            // buy 16.6667 + 12.5; repeat 0; refer 33.3333 + 12.5: 75 ÷ 3
            ("lower_ready", 25.0),
            // trust, buy, repeat
            ("stages_without_owner", 3.0),
            // 80, 20 and 0 hours: −(0.8 ln 0.8 + 0.2 ln 0.2) ÷ ln 3
            ("pep_balance", 0.4555),
            // (2 + 1 + 1 + 1 + 2 + 0 + 0) ÷ 7 × 25
            ("system_index", 25.0),
            ("weekly_step", 0.0),
            // Writing offers: 30 ÷ 3 = 10 weeks. The letter takes less than an hour a week, the calls follow no rule.
            ("auto_candidates", 1.0),
            // (3 + 0.5) × 52
            ("auto_gain", 182.0),
            // 2 ÷ 0.5 = 4 weeks, the letter
            ("auto_payback", 4.0),
            ("map_dead_ends", 1.0),
        ],
    );
    let areas = [
        ("clarity", 37.5),
        ("upper", 55.2083),
        // (3 × 25 + 2 × 25) ÷ 5
        ("lower", 25.0),
        // (2 × 0 + 2 × 25) ÷ 4
        ("flow", 12.5),
        ("channels", 45.5486),
        // (3 × 25 + 2 × 0) ÷ 5
        ("system", 15.0),
    ];
    // 5.625 + 11.0417 + 5 + 1.875 + 4.5549 + 3
    assert_scores(of, &areas, 31.0965, "building");
    let expected = ["DK_hg_lose", "H01", "H03", "H04", "H05", "H06", "H07", "H08", "H09", "H10", "H11", "H12"];
    assert_eq!(fired(&evaluation), expected);
    assert_eq!(of.finding("H06").expect("it fired").names, ["writing offers"]);
    assert_eq!(of.finding("H08").expect("it fired").names, ["Trust", "Buy", "Repeat"]);
}

#[test]
fn a_stage_without_a_number_that_works_half_the_time() {
    // Activity and owner are two of three thirds of 50, works 2 adds 25.
    let answers = "answers.hg_stages.value.try = { activity = \"a\", owner = \"b\", metric = \"\", works = 2 }";
    let selection = selection(&["hourglass"]);
    let assessment = given("hourglass", answers);
    let question = selection.question("hg_stages").expect("it is asked");
    let rows = computed_cells(question, assessment.value("hg_stages").expect("it is answered"));
    assert_close(rows[3]["ready"], 58.33, 0.006, "try");
    assert!(rows[0].is_empty(), "nothing was said of the first stage");
}

#[test]
fn the_four_stages_are_needed_for_their_mean() {
    let answers = "answers.hg_stages.value.know = { activity = \"a\", owner = \"b\", metric = \"c\", works = 4 }";
    let evaluation = judged("hourglass", answers);
    let upper = evaluation.questionnaires[0].metric("upper_ready").expect("it is there");
    assert_eq!(upper.value, None);
    assert_eq!(upper.missing, ["hg_stages"]);
}

#[test]
fn steps_that_are_partly_rated() {
    let of =
        |answers: &str| judged("hourglass", answers).questionnaires[0].metric("system_index").cloned().expect("it");
    assert_eq!(of("answers.hg_steps.value = { mapped = 4, owners = 2, metrics = 0 }").value, None, "three of seven");
    let four = of("answers.hg_steps.value = { mapped = 4, owners = 2, metrics = 0, automated = 2 }");
    assert_close(four.number().expect("four of seven"), 50.0, 1e-9, "mean of 4, 2, 0 and 2");
}

#[test]
fn maps_are_read_written_and_read_again() {
    let selection = selection(&["hourglass"]);
    let mut assessment = given("hourglass", EXAMPLE);
    assert!(fit(&selection, &mut assessment).is_empty(), "the map suits its question");
    let mut document = toml_edit::DocumentMut::new();
    update(&mut document, None, &assessment, &FileOrder::of(&selection));
    let written = document.to_string();
    let again = read(&Source::new("again.toml", written.as_str())).expect("it reads").assessment;
    assert_eq!(again.value("hg_map"), assessment.value("hg_map"), "{written}");
    assert!(written.contains("\n  { id = \"mail\", kind = \"task\", text = \"Reminder mail\""), "{written}");
}

/// The maps of an answer.
fn maps(answers: &str) -> Vec<ProcessMap> {
    given("hourglass", answers).value("hg_map").map(Value::maps).expect("a map").to_vec()
}

#[test]
fn maps_with_faults_are_told_and_kept() {
    let map = |nodes: &str| {
        maps(&format!("[[answers.hg_map.value]]\nsystem = \"Fair\"\nhalf = \"marketing\"\nnodes = [{nodes}]\n"))
    };
    let two = map(
        r#"{ id = "a", kind = "start", text = "A", next = "z" }, { id = "b", kind = "start", text = "B", next = "z" },
           { id = "z", kind = "end", text = "Z" }"#,
    );
    let problems = two[0].problems();
    assert_eq!(problems, [MapProblem::SecondStart("b".into()), MapProblem::Unreachable("b".into())]);
    assert!(two[0].dead_ends().is_empty());
    let nowhere = map(r#"{ id = "a", kind = "start", text = "A", next = "attic" }"#);
    assert_eq!(nowhere[0].dead_ends().len(), 1);
    let unanswered = map(
        r#"{ id = "a", kind = "start", text = "A", next = "q" }, { id = "q", kind = "decision", text = "Q?", yes = "z" },
           { id = "z", kind = "end", text = "Z" }"#,
    );
    assert_eq!(unanswered[0].problems(), [MapProblem::DecisionWithoutNo("q".into())]);
}

#[test]
fn forty_steps_and_a_way_back() {
    let step =
        |at: usize| format!("{{ id = \"s{at}\", kind = \"task\", text = \"Step {at}\", next = \"s{}\" }}", at + 1);
    let steps: Vec<String> = (1..=38).map(step).collect();
    let nodes = format!(
        "{{ id = \"s0\", kind = \"start\", text = \"Start\", next = \"s1\" }}, {}, \
         {{ id = \"s39\", kind = \"decision\", text = \"Done?\", yes = \"s40\", no = \"s1\" }}, \
         {{ id = \"s40\", kind = \"end\", text = \"End\" }}",
        steps.join(", ")
    );
    let long =
        maps(&format!("[[answers.hg_map.value]]\nsystem = \"Long\"\nhalf = \"operations\"\nnodes = [{nodes}]\n"));
    assert_eq!(long[0].nodes.len(), 41);
    assert_eq!(long[0].problems(), []);
}

/// All seven stages alike.
macro_rules! stages {
    ($upper:literal, $lower:literal) => {
        concat!(
            "answers.hg_stages.value = { know = ",
            $upper,
            ", like = ",
            $upper,
            ", trust = ",
            $upper,
            ", try = ",
            $upper,
            ", buy = ",
            $lower,
            ", repeat = ",
            $lower,
            ", refer = ",
            $lower,
            " }"
        )
    };
}

const CASES: [Case; 12] = [
    (
        "H01",
        // 100 against 50
        stages!(
            "{ activity = 'a', owner = 'b', metric = 'c', works = 4 }",
            "{ activity = 'a', owner = 'b', metric = 'c', works = 0 }"
        ),
        stages!(
            "{ activity = 'a', owner = 'b', metric = 'c', works = 4 }",
            "{ activity = 'a', owner = 'b', metric = 'c', works = 4 }"
        ),
    ),
    (
        "H02",
        stages!(
            "{ activity = '', owner = '', metric = '', works = 3 }",
            "{ activity = '', owner = '', metric = '', works = 3 }"
        ),
        stages!(
            "{ activity = 'a', owner = 'b', metric = 'c', works = 0 }",
            "{ activity = 'a', owner = 'b', metric = 'c', works = 0 }"
        ),
    ),
    (
        "H03",
        "answers.hg_channels.value = [{ name = 'ads', family = 'paid', hours = 10 }]",
        "answers.hg_channels.value = [{ name = 'ads', family = 'paid', hours = 10 }, { name = 'talks', family = 'person', hours = 10 }]",
    ),
    ("H04", "answers.hg_no.value = 1", "answers.hg_no.value = 2"),
    ("H05", "answers.hg_onboard.value = 1", "answers.hg_onboard.value = 2"),
    (
        "H06",
        "answers.hg_tasks.value = [{ task = 'a', hours = 1, rule_based = true, setup_hours = 26 }]",
        "answers.hg_tasks.value = [{ task = 'a', hours = 1, rule_based = true, setup_hours = 27 }]",
    ),
    ("H07", "answers.hg_standin.value = 'no'", "answers.hg_standin.value = 'partly'"),
    (
        "H08",
        stages!(
            "{ activity = 'a', owner = 'b', metric = 'c', works = 4 }",
            "{ activity = 'a', owner = '', metric = 'c', works = 4 }"
        ),
        stages!(
            "{ activity = 'a', owner = 'b', metric = 'c', works = 4 }",
            "{ activity = 'a', owner = 'b', metric = 'c', works = 4 }"
        ),
    ),
    ("H09", "answers.hg_steps.value = { weekly_review = 1 }", "answers.hg_steps.value = { weekly_review = 2 }"),
    ("H10", "answers.hg_pair.value = 'none'", "answers.hg_pair.value = 'some'"),
    ("H11", "answers.hg_ideal.value = 1", "answers.hg_ideal.value = 2\nanswers.hg_diff.value = 2"),
    (
        "H12",
        "answers.hg_map.value = [{ system = 'A', half = 'marketing', nodes = [{ id = 'a', kind = 'start', text = 'A' }] }]",
        "answers.hg_map.value = [{ system = 'A', half = 'marketing', nodes = [{ id = 'a', kind = 'start', text = 'A', next = 'z' }, \
         { id = 'z', kind = 'end', text = 'Z' }] }]",
    ),
];

#[test]
fn every_finding_fires_and_stays_silent() {
    assert_cases("hourglass", &CASES);
}
