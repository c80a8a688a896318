//! Every change can be taken back and made again; what an answer sets aside is said.

use gapwise::assessment::{Assessment, Mode, NoteKind, Status, Value};
use gapwise::interview::Message;

use super::journey::{driven, empty, play, play_at};
use super::shared::brightwater;

#[test]
fn a_branch_says_what_it_sets_aside_and_which_score_it_moves() {
    let closed = play(brightwater(), "/ga_repeat_fit<enter>3");
    assert!(closed.screen.contains("5 answers set aside, "), "{}", closed.screen);
    let driven_there = driven(brightwater(), "/ga_repeat_fit<enter>3");
    let Some(Message::Branch(branch)) = driven_there.message() else { panic!("{:?}", driven_there.message()) };
    assert_eq!((branch.hidden, branch.set_aside, branch.shown), (5, 5, 0));
    let (area, before, after) = branch.moved.clone().expect("the score of its area moved");
    assert_eq!(area, "retention");
    let was = super::shared::evaluated(&brightwater());
    assert_eq!(was.questionnaires[0].area("retention").and_then(|area| area.score), Some(before));
    assert_eq!(
        closed.interview.evaluation().questionnaires[0].area("retention").and_then(|area| area.score),
        Some(after)
    );
    let back = play(brightwater(), "/ga_repeat_fit<enter>3z");
    assert!(back.screen.contains("taken back"), "{}", back.screen);
    assert!(back.screen.contains("5 answers are back"), "{}", back.screen);
    assert_eq!(back.interview.assessment().answers, brightwater().answers);
    let again = play(brightwater(), "/ga_repeat_fit<enter>3zZ");
    assert!(again.screen.contains("5 answers set aside"), "{}", again.screen);
}

#[test]
fn an_owner_alone_reads_no_scores_in_it() {
    let own = Assessment { mode: Mode::SelfAssessment, ..brightwater() };
    let screen = play(own, "/ga_repeat_fit<enter>3").screen;
    assert!(screen.contains("5 of your answers are not needed now; they are kept"), "{screen}");
    assert!(!screen.contains('→'), "{screen}");
}

/// One change of every kind, each at its question.
const CHANGES: &[&str] = &[
    "/ga_contacts<enter>4k<enter>",
    "/ga_contacts<enter>e",
    "/ga_contacts<enter>\"four thousand<enter>y",
    "/ga_contacts<enter>!",
    "/ga_contacts<enter>nprivate<enter>",
    "/ga_customers<enter>l",
    "/ga_customers<enter>u",
    "/ga_active<enter>xnone<enter>",
    "/ga_aov<enter>oAnn<enter>+7<enter>",
    "/ga_aov<enter>c",
    "/ga_vision<enter>iTwice as many<enter>",
    "/ga_tactics<enter>iads<tab>p<tab>enquiries<esc><esc>",
    "/ga_audiences<enter>ioffices<enter>finance<enter><esc>",
    "/ga_mix<enter>32",
    "/ga_wanted<enter>3",
    "/ga_products<enter>0",
    "sthree things at once<enter>",
    "Tsend the plan<enter>",
    "Sd",
];

#[test]
fn everything_since_the_sitting_began_can_be_taken_back_and_made_again() {
    let keys = CHANGES.concat();
    let whole = play(empty(Mode::Consultant), &keys).interview;
    let (answers, notes) = (&whole.assessment().answers, &whole.assessment().notes);
    assert_eq!((answers.len(), notes.len()), (9, 1), "{:?} {notes:?}", answers.keys());
    let all = "z".repeat(80);
    let undone = play(empty(Mode::Consultant), &format!("{keys}<esc>{all}"));
    assert!(undone.interview.assessment().answers.is_empty(), "{:#?}", undone.interview.assessment().answers);
    assert!(undone.interview.assessment().notes.is_empty());
    assert_eq!(undone.saved.last().map(|saved| saved.answers.len()), Some(0), "what is taken back is saved");
    assert!(undone.screen.contains("nothing to take back"), "{}", undone.screen);
    let again = play(empty(Mode::Consultant), &format!("{keys}<esc>{all}{}", "Z".repeat(80)));
    assert_eq!(again.interview.assessment(), whole.assessment());
}

#[test]
fn there_is_no_end_of_the_ledger_before_the_start() {
    let keys = format!("/ga_contacts<enter>4k<enter><bs>{}", "!".repeat(220));
    let answer = |undo: usize| {
        let interview = driven(empty(Mode::Consultant), &format!("{keys}{}", "z".repeat(undo)));
        interview.assessment().answer("ga_contacts").cloned()
    };
    assert_eq!(answer(221), None);
    assert_eq!(answer(220).map(|answer| answer.pain), Some(false));
    assert_eq!(answer(219).map(|answer| answer.pain), Some(true));
}

#[test]
fn a_new_change_ends_what_could_be_made_again() {
    let played = play(empty(Mode::Consultant), "/ga_contacts<enter>4k<enter>z5k<enter>Z");
    assert_eq!(played.interview.assessment().value("ga_contacts"), Some(&Value::Number(5000.0)));
    assert!(played.screen.contains("nothing to make again"), "{}", played.screen);
}

#[test]
fn cells_are_taken_back_one_by_one_without_leaving_the_table() {
    let played = play(empty(Mode::Consultant), "/ga_tactics<enter>iads<tab>p<tab>enquiries<tab><c-z>");
    let rows = played.interview.assessment().value("ga_tactics").map(|value| value.rows().to_vec()).unwrap_or_default();
    assert!(rows[0].contains_key("family") && !rows[0].contains_key("purpose"), "{rows:?}");
    let typed = play(empty(Mode::Consultant), "/ga_tactics<enter>iads<tab>p<tab>enquiries<c-z>x<tab>").interview;
    let rows = typed.assessment().value("ga_tactics").map(|value| value.rows().to_vec()).unwrap_or_default();
    assert_eq!(rows[0]["purpose"].as_text(), Some("x"), "while a cell is typed its own typing is taken back");
}

#[test]
fn a_put_off_question_is_settled_as_one_change() {
    let played = play(empty(Mode::Consultant), "/ga_contacts<enter>l/ga_contacts<enter>4k<enter>z");
    let answer = played.interview.assessment().answer("ga_contacts").cloned().unwrap_or_default();
    assert_eq!((answer.status, answer.later), (Status::Open, true));
}

#[test]
fn the_ledger_looks_right_at_every_size() {
    for (width, height) in [(60, 15), (80, 24), (120, 40), (200, 60)] {
        let screen = play_at(brightwater(), "/ga_repeat_fit<enter>3", (width, height)).screen;
        insta::assert_snapshot!(format!("branch_{width}"), screen);
    }
    let notes = play(empty(Mode::Consultant), "sone<enter>Sn").interview.assessment().notes.clone();
    assert_eq!(notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [NoteKind::Note]);
}
