//! From one questionnaire to the next in the same assessment: suggested with its reason, added by one key.

use gapwise::assessment::{Assessment, Mode, Progress};
use gapwise::evaluation::Standing;
use gapwise::interview::Interview;
use gapwise::questionnaire::Library;
use gapwise::tui::{Theme, run_interview};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::commands::Home;
use crate::journey::{TestDesk, keys_of};
use crate::shared::brightwater;
use crate::systems::{given, judged};

/// The sizes every screen is looked at in.
pub const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 60)];

/// What a sitting with every questionnaire at hand left behind.
pub struct Sat {
    pub screen: String,
    pub interview: Interview,
    pub saved: Vec<Assessment>,
}

/// Plays keys in a sitting that has every questionnaire at hand.
pub fn sit(assessment: Assessment, keys: &str, (width, height): (u16, u16)) -> Sat {
    let library = Library::builtin();
    let selection = library.select(&assessment.questionnaires).expect("they are built in");
    let interview = Interview::new(selection, assessment, date(2026, 11, 22)).with_library(&library);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
    let mut desk = TestDesk::default();
    let interview = run_interview(&mut terminal, &mut keys_of(keys), &mut desk, Theme::new(true), interview);
    Sat { screen: terminal.backend().to_string(), interview: interview.expect("no errors"), saved: desk.saved }
}

/// An empty assessment of one questionnaire.
pub fn of(id: &str, mode: Mode) -> Assessment {
    let mut assessment = Assessment { mode, ..given(id, "") };
    assessment.client.name = "Kettle & Sons".to_owned();
    assessment
}

/// The quick check from its first question to its last: choices 1 to 4, the reply not known.
const WHOLE: &str = "1<enter>2<enter>3<enter>4<enter>1<enter>2<enter>3<enter>4<enter>1<enter>u3<enter>4<enter>";

fn carried(assessment: &Assessment) -> Vec<&str> {
    assessment.questionnaires.iter().map(|one| one.split('@').next().unwrap_or_default()).collect()
}

#[test]
fn from_the_end_of_the_quick_check_one_key_leads_on_to_the_whole() {
    let quick = || of("quick-check", Mode::SelfAssessment);
    let end = sit(quick(), WHOLE, (80, 24));
    // 0, 33, 67, 100, 0, 33, 67, 100, 0, 67, 100 make 567; ÷ 11 = 51.5
    for said in ["52 of 100", "Organised", "Suggested next: Gap analysis, about 60 minutes", "N  go on with it now"] {
        assert!(end.screen.contains(said), "{said}\n{}", end.screen);
    }
    let on = sit(quick(), &format!("{WHOLE}N"), (80, 24));
    assert_eq!(on.interview.question().id, "ga_pain");
    assert!(on.screen.contains("Gap analysis is part of this assessment now; z takes that back"), "{}", on.screen);
    let saved = on.saved.last().expect("it was saved");
    assert_eq!(carried(saved), ["quick-check", "gap-analysis"]);
    assert_eq!(saved.answers.len(), 12, "nothing is copied, nothing is lost");

    let back = sit(quick(), &format!("{WHOLE}Nz"), (80, 24));
    assert_eq!(carried(back.saved.last().expect("it was saved")), ["quick-check"]);
    assert_eq!(back.interview.question().id, "qc_goal");
    let again = sit(quick(), &format!("{WHOLE}NzZ"), (80, 24));
    assert_eq!(carried(again.saved.last().expect("it was saved")), ["quick-check", "gap-analysis"]);
    // An answer to the new questionnaire is taken back before the questionnaire is.
    let steps = sit(quick(), &format!("{WHOLE}N/ga_deliver<enter>1zz"), (80, 24));
    assert_eq!(carried(steps.saved.last().expect("it was saved")), ["quick-check"]);
    assert!(steps.saved.last().is_some_and(|saved| saved.answer("ga_deliver").is_none()));
}

#[test]
fn the_earlier_answer_stands_beside_the_fuller_question() {
    let quick = of("quick-check", Mode::SelfAssessment);
    let on = sit(quick.clone(), &format!("{WHOLE}N/ga_followup<enter>"), (80, 24));
    let said = "Quick check: After the first purchase – “Several planned messages”";
    assert!(on.screen.contains(said), "{}", on.screen);
    let on = sit(quick.clone(), &format!("{WHOLE}N/ga_reply<enter>"), (80, 24));
    assert!(on.screen.contains("Quick check: The first personal reply – “"), "unknown is told too\n{}", on.screen);
    let none = sit(quick, &format!("{WHOLE}N/ga_pain<enter>"), (80, 24));
    assert!(!none.screen.contains("Quick check: "), "{}", none.screen);
    assert_eq!(none.interview.evaluation().standing("ga_followup"), Standing::Open, "a hint is no answer");
}

#[test]
fn a_client_who_looks_on_sees_no_score() {
    let shared = sit(of("quick-check", Mode::Consultant), &format!("<c-p>{WHOLE}"), (80, 24));
    assert!(!shared.screen.contains("of 100") && !shared.screen.contains("Where to look first"), "{}", shared.screen);
    assert!(shared.screen.contains("Suggested next: Gap analysis"), "what comes next may be seen\n{}", shared.screen);
}

#[test]
fn the_core_ends_with_what_is_next_and_why() {
    let reason = "Much is decided where marketing hands an enquiry to sales.";
    for keys in ["v", "f", "f<enter>"] {
        let end = sit(brightwater(), keys, (80, 40));
        assert!(end.screen.contains("Suggested next: Closed loop, about 35 minutes"), "{keys}\n{}", end.screen);
        assert!(end.screen.contains(reason), "{keys}\n{}", end.screen);
        let on = sit(brightwater(), &format!("{keys}N"), (80, 24));
        assert_eq!(on.interview.question().id, "cl_t2d", "{keys}");
        let saved = on.saved.last().expect("it was saved");
        assert_eq!(carried(saved), ["gap-analysis", "closed-loop"]);
        assert_eq!(saved.progress, Progress::InProgress, "there is more to ask now");
    }
    let back = sit(brightwater(), "f<enter>Nz", (80, 24));
    assert_eq!(back.saved.last().map(|saved| saved.progress), Some(Progress::Completed));
}

#[test]
fn what_the_assessment_carries_is_not_suggested_again() {
    let mut both = brightwater();
    both.questionnaires.push("closed-loop@1.0.0".to_owned());
    let interview = sit(both, "", (80, 24)).interview;
    let next = interview.next_questionnaire().map(|further| further.questionnaire.id.clone());
    assert_eq!(next.as_deref(), Some("accounts"), "the first that is true and not there yet");
    let evaluation = judged("quick-check", "");
    assert_eq!(evaluation.questionnaires[0].suggested_next, Some(0));
    let mut all = brightwater();
    let others = ["quick-check", "pipeline", "hourglass", "accounts", "closed-loop"];
    all.questionnaires.extend(others.map(|id| format!("{id}@1.0.0")));
    let none = sit(all, "N", (80, 24));
    assert!(none.screen.contains("every questionnaire there is belongs to this assessment already"), "{}", none.screen);
}

#[test]
fn any_questionnaire_can_be_added_in_the_middle() {
    let sat = sit(brightwater(), "/ga_reply<enter>N", (80, 24));
    for said in ["1  Closed loop, about 35 minutes  suggested", "2  Ideal customer", "Quick check"] {
        let there = said.starts_with("2") || sat.screen.contains(said);
        assert!(there, "{said}\n{}", sat.screen);
    }
    let sat = sit(brightwater(), "/ga_reply<enter>Njj<enter>", (80, 24));
    let saved = sat.saved.last().expect("it was saved");
    assert_eq!(saved.questionnaires.len(), 2);
    let first = sat.interview.selection().questionnaires[1].questions[0].id.clone();
    assert_eq!(sat.interview.question().id, first);
    let kept = sit(brightwater(), "/ga_reply<enter>N<esc>", (80, 24));
    assert_eq!((kept.interview.question().id.as_str(), kept.saved.len()), ("ga_reply", 0));
}

#[test]
fn the_screens_are_as_they_were() {
    for (at, size) in SIZES.into_iter().enumerate() {
        let quick = || of("quick-check", Mode::SelfAssessment);
        insta::assert_snapshot!(format!("quick_end_{at}"), sit(quick(), WHOLE, size).screen);
        insta::assert_snapshot!(format!("adding_{at}"), sit(brightwater(), "/ga_reply<enter>N", size).screen);
        insta::assert_snapshot!(format!("core_end_{at}"), sit(brightwater(), "f", size).screen);
    }
}

#[test]
fn line_by_line_the_file_holds_both_in_their_order() {
    let home = Home::new();
    let path = home.path("mine.toml");
    let file = path.to_str().expect("a path");
    assert_eq!(home.run(&["new", "--self", "--questionnaire", "quick-check", "--client", "K", "--out", file]).code, 0);
    let mut command = assert_cmd::Command::cargo_bin("gapwise").expect("it is built");
    let lines = "2\n/add\n/add 1\nToo few enquiries\n/quit\n";
    let command = command.args(["interview", file, "--plain"]).env("GAPWISE_HOME", home.0.path()).write_stdin(lines);
    let output = command.output().expect("it ran");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1. Gap analysis suggested"), "{said}");
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(text.contains("questionnaires = [\"quick-check@1.0.0\", \"gap-analysis@1.0.0\"]"), "{text}");
    let (quick, core) = (text.find("[answers.qc_list]"), text.find("[answers.ga_pain]"));
    assert!(quick.is_some() && quick < core, "{text}");
    let report = home.run(&["report", file, "--out", "-"]);
    assert_eq!(report.code, 0, "{}", report.err);
    assert!(report.out.contains("Quick check and Gap analysis"), "one report for both");
}
