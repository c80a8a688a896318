//! A call as a consultant drives it: the review that leads to everything left, a route's share of a table, clicks.

use gapwise::assessment::{Assessment, FileOrder, Mode, NoteKind, Progress, Value, read, update};
use gapwise::interview::{Call, Interview, Panel};
use gapwise::problem::Source;

use super::calling::call;
use super::journey::empty;
use super::shared::{brightwater, core};

#[test]
fn the_review_leads_to_what_hurts_and_back() {
    let called = call(brightwater(), "ga_team", "v");
    assert!(called.screen.contains("Where it hurts  3"), "{}", called.screen);
    let called = call(brightwater(), "ga_team", "v<enter>");
    assert_eq!(called.interview.question().id, "ga_pain");
    assert!(called.interview.answer().is_some_and(|answer| answer.pain));
    let called = call(brightwater(), "ga_team", "v<down><enter><esc>");
    let Some(Panel::Review(review)) = called.interview.panel() else { panic!("{}", called.screen) };
    assert_eq!(review.cursor, 1, "where the list was left");
    // A flag that was taken away meanwhile is no longer listed.
    let called = call(brightwater(), "ga_team", "v<enter>!<esc>");
    assert!(called.screen.contains("Where it hurts  2"), "{}", called.screen);
}

#[test]
fn the_review_leads_to_scratch_lines_and_the_next_step() {
    let keys = "sthey use an old CRM<enter>v<up>";
    let called = call(brightwater(), "ga_team", keys);
    assert!(called.screen.contains("Lines to be sorted  1"), "{}", called.screen);
    let called = call(brightwater(), "ga_team", "sthey use an old CRM<enter>v<down><down><down><enter>");
    assert!(matches!(called.interview.panel(), Some(Panel::Tidy(_))), "{}", called.screen);
    let sorted = call(brightwater(), "ga_team", "sthey use an old CRM<enter>v<down><down><down><enter>n<esc>");
    assert!(matches!(sorted.interview.panel(), Some(Panel::Review(_))));
    assert!(!sorted.screen.contains("Lines to be sorted"), "{}", sorted.screen);
    assert!(sorted.interview.assessment().notes.iter().all(|note| note.kind != NoteKind::Scratch));

    let mut without = brightwater();
    without.next_step = None;
    let last = "<down>".repeat(12);
    let called = call(without.clone(), "ga_team", &format!("v{last}<enter>"));
    assert!(matches!(called.interview.panel(), Some(Panel::Call(Call::NextStep(_)))), "{}", called.screen);
    let called = call(without, "ga_team", &format!("v{last}<enter>Call again<enter>Tom<enter><enter>"));
    assert!(!called.screen.contains("No next step"), "{}", called.screen);
}

#[test]
fn what_is_private_leaves_the_review_when_the_screen_is_shared() {
    for keys in ["<c-p>v", "v<c-p>", "v?<c-p><esc>"] {
        let called = call(brightwater(), "ga_team", &format!("sprivate line<enter>{keys}"));
        assert!(matches!(called.interview.panel(), Some(Panel::Review(_))), "{keys}");
        for private in ["hurts", "private line"] {
            assert!(!called.screen.contains(private), "{keys}: {private}\n{}", called.screen);
        }
    }
    let own = call(empty(Mode::SelfAssessment), "ga_deliver", "v");
    assert!(!own.screen.contains("next step"), "{}", own.screen);
}

#[test]
fn a_route_asks_for_its_columns_and_leaves_the_rest() {
    // Name, claim, answered: Tab passes over the columns in between, and goes on to the next row.
    let typed = "r1/ga_rivals<enter><enter>Nordbrew<tab>Cheaper<tab>";
    let called = call(empty(Mode::Consultant), "ga_pain", typed);
    assert!(called.screen.contains("On this route: "), "{}", called.screen);
    let question = called.interview.question();
    let asked: Vec<_> = called.interview.step().map(|step| step.columns.clone()).unwrap_or_default();
    let cells = called.interview.assessment().value("ga_rivals").map(Value::rows).unwrap_or_default();
    assert_eq!(cells.len(), 1);
    assert!(cells[0].keys().all(|column| asked.contains(column)), "{cells:?}");
    assert!(question.columns().len() > asked.len());
    let free = call(empty(Mode::Consultant), "ga_pain", "/ga_rivals<enter>");
    assert!(!free.screen.contains("On this route"), "{}", free.screen);
}

#[test]
fn a_route_asks_for_the_first_audience_only() {
    let called = call(brightwater(), "ga_pain", "r1/ga_cover<enter>");
    assert!(called.screen.contains("only. The others can be homework"), "{}", called.screen);
    assert!(called.screen.contains('('), "{}", called.screen);
}

#[test]
fn the_clock_outlives_the_program() {
    let called = call(empty(Mode::Consultant), "ga_pain", "p1<enter>");
    let kept = called.saved.last().cloned().expect("it was saved");
    let clock = kept.call.clone().expect("the clock was kept");
    let route = called.interview.route().map(|route| route.id.clone());
    assert_eq!((Some(clock.route.clone()), clock.paused), (route.clone(), None));
    // It is in the file and comes back from it.
    let mut document = toml_edit::DocumentMut::new();
    update(&mut document, None, &kept, &FileOrder::of(&core()));
    let text = document.to_string();
    assert!(text.contains("[call]\nroute = \""), "{text}");
    let again = read(&Source { name: "a.toml".into(), text: text.into() }).expect("it reads");
    assert_eq!(again.assessment.call, kept.call);
    let open = |kept: &Assessment, hours: i64| {
        let now = (clock.began + jiff::SignedDuration::from_hours(hours)).to_zoned(jiff::tz::TimeZone::UTC);
        Interview::new(core(), kept.clone(), now.date()).going_on(&now)
    };
    let again = open(&kept, 1);
    assert_eq!(again.pace().map(|pace| (pace.route.id.clone(), pace.minute)), route.map(|route| (route, 60)));
    assert!(open(&kept, 24).pace().is_none(), "another day is another call");
    let mut over = kept.clone();
    over.progress = Progress::Completed;
    assert!(open(&over, 1).pace().is_none());
    // A pause is kept too, and the end of the call ends it.
    let paused =
        call(empty(Mode::Consultant), "ga_pain", "p1<enter>+5+<pgdn>pp").saved.last().cloned().expect("it was saved");
    assert!(paused.call.clone().is_some_and(|clock| clock.paused.is_some()));
    assert!(open(&paused, 1).pace().is_some_and(|pace| !pace.is_running && pace.minute < 60));
    assert_eq!(call(kept, "ga_pain", "f<enter>").interview.assessment().call, None);
}

#[test]
fn areas_are_drafted_as_strength_and_weakness() {
    let called = call(brightwater(), "ga_team", "W");
    let Some(Panel::Call(Call::Swot(drafting))) = called.interview.panel() else { panic!("{}", called.screen) };
    // Marketing mix has 43.8 and repeat purchase 19.2 of 100, the highest and the lowest.
    let of = |origin: &str| drafting.lines.iter().find(|line| line.origin == origin).expect(origin);
    assert_eq!(of("mix").text, "Further along than every other area: Marketing mix.");
    assert_eq!(of("retention").text, "Further to go than every other area: Repeat purchase.");
    assert_ne!(of("mix").quadrant, of("retention").quadrant);
    assert!(!drafting.lines.iter().any(|line| line.origin == "audience"));
    let empty = call(empty(Mode::Consultant), "ga_team", "W");
    assert!(!empty.screen.contains("further"), "{}", empty.screen);
}
