//! Process maps drawn by keys and by lines: branches, loops back, dead ends, forty steps, and files with faults.

use std::io::Cursor;

use gapwise::assessment::{Assessment, Branch, MapNode, MapProblem, NodeKind, ProcessMap, Value, update};
use gapwise::interview::Interview;
use gapwise::plain;
use jiff::civil::date;

use super::journey::{Played, TestDesk, play_in};
use super::systems::{given, selection};

/// Sign-up, reminder, booked? yes: call, end; no: nurture, back to the reminder.
pub const WEBINAR: &str = "/hg_map<enter><enter>Webinar<enter>1Visitor signs up<enter>Reminder mail<enter>Booked a call?<enter>\
    Call<enter><tab><tab><enter>Nurture mails<enter><up><up><up><up><enter>";

pub const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 60)];

fn drawn(answers: &str, keys: &str, size: (u16, u16)) -> Played {
    play_in(selection(&["hourglass"]), given("hourglass", answers), keys, size)
}

fn maps(played: &Played) -> Vec<ProcessMap> {
    maps_of(played.interview.assessment())
}

fn maps_of(assessment: &Assessment) -> Vec<ProcessMap> {
    assessment.value("hg_map").map(Value::maps).unwrap_or_default().to_vec()
}

/// A step in short: `mail task Reminder mail > booked`.
fn short(map: &ProcessMap) -> Vec<String> {
    let ways = |node: &MapNode| node.ways().map(|(branch, to)| format!(" {branch:?}>{to}")).collect::<String>();
    map.nodes.iter().map(|node| format!("{} {}{}", node.kind.id(), node.text, ways(node)).trim().to_owned()).collect()
}

const WEBINAR_STEPS: [&str; 6] = [
    "start Visitor signs up Next>reminder_mail",
    "task Reminder mail Next>booked_a_call",
    "decision Booked a call? Yes>call No>nurture_mails",
    "task Call Next>end",
    "end",
    "task Nurture mails Next>reminder_mail",
];

#[test]
fn a_map_is_drawn_by_keys() {
    let played = drawn("", WEBINAR, (80, 24));
    let maps = maps(&played);
    assert_eq!((maps[0].system.as_str(), maps[0].half.as_str()), ("Webinar", "marketing"));
    assert_eq!(short(&maps[0]), WEBINAR_STEPS, "{}", played.screen);
    assert_eq!(maps[0].problems(), []);
    assert!(played.screen.contains("Every way comes to an end."), "{}", played.screen);
    // The name, the half, six steps and the way back: each was saved as it was given.
    let counts: Vec<usize> =
        played.saved.iter().map(|one| maps_of(one).first().map_or(0, |map| map.nodes.len())).collect();
    assert!(counts.windows(2).all(|two| two[0] <= two[1]) && counts.len() >= 9, "{counts:?}");
}

#[test]
fn owners_and_metrics_are_named_down_the_map() {
    let keys =
        format!("{WEBINAR}<home>jjoMarketing<tab>open seats<tab>Sales<tab>calls booked<tab>S<right><enter><esc>");
    let played = drawn("", &keys, (120, 40));
    let maps = maps(&played);
    let who: Vec<(&str, &str)> = maps[0].nodes.iter().map(|node| (node.owner.as_str(), node.metric.as_str())).collect();
    assert_eq!(
        who,
        [("", ""), ("Marketing", "open seats"), ("Sales", "calls booked"), ("Sales", ""), ("", ""), ("", "")],
        "{}",
        played.screen
    );
    assert!(played.screen.contains("Marketing · open seats"), "{}", played.screen);
}

#[test]
fn what_is_open_is_told_and_found_by_one_key() {
    let keys = "/hg_map<enter><enter>Fair<enter>2Fair opens<enter>Talk?<enter>Offer<enter><esc><esc>";
    let played = drawn("", keys, (80, 24));
    assert!(
        played.screen.contains("no     … nothing follows yet") || played.screen.contains("└ no"),
        "{}",
        played.screen
    );
    let open = drawn("", &format!("{keys}i"), (80, 24));
    assert!(open.screen.contains("After \"Offer\" nothing follows yet."), "{}", open.screen);
    assert!(open.screen.contains("\"Talk?\" has no way for no yet."), "{}", open.screen);
    let mended = drawn("", &format!("{keys}ig<tab><tab>Order<enter>Letter<enter><up><up><enter>"), (80, 24));
    let maps = maps(&mended);
    assert_eq!(maps[0].problems(), [], "{}", mended.screen);
    assert_eq!(
        short(&maps[0]),
        [
            "start Fair opens Next>talk",
            "decision Talk? Yes>offer No>letter",
            "task Offer Next>order",
            "end Order",
            "task Letter Next>offer"
        ]
    );
}

#[test]
fn every_change_is_taken_back_and_made_again() {
    let steps = |keys: &str| {
        let played = drawn("", &format!("{WEBINAR}{keys}"), (80, 24));
        (maps(&played).first().map(short).unwrap_or_default(), played.screen.contains("enter next step"))
    };
    let whole = steps("").0;
    for change in ["<home>jjx", "<home>jjiOther words<enter>", "<home>jjt3", "<home>jjoMarketing<enter><esc>"] {
        let (changed, _) = steps(change);
        if !change.contains("Marketing") {
            assert_ne!(changed, whole, "{change}");
        }
        let (back, engaged) = steps(&format!("{change}z"));
        assert_eq!((back, engaged), (whole.clone(), true), "{change}");
        assert_eq!(steps(&format!("{change}zZ")).0, changed, "{change}");
    }
    // Ten undos lead through the way it came about.
    let (few, _) = steps("zzzz");
    assert_eq!(few.len(), 3, "{few:?}");
}

#[test]
fn steps_are_put_between_taken_out_and_led_elsewhere() {
    let steps = |keys: &str| short(&maps(&drawn("", &format!("{WEBINAR}{keys}"), (80, 24)))[0]);
    let between = steps("<home>jj<enter>Second mail<enter><esc>");
    assert_eq!(between[1], "task Reminder mail Next>second_mail");
    assert_eq!(between[6], "task Second mail Next>booked_a_call");
    let out = steps("<home>jjx");
    assert_eq!(out[0], "start Visitor signs up Next>booked_a_call");
    assert_eq!(out[4], "task Nurture mails Next>booked_a_call");
    // The last row is the way back; it is cut, then led to the call.
    assert_eq!(steps("<end>x")[5], "task Nurture mails");
    assert_eq!(steps("<end>x<enter><up><up><up><enter>")[5], "task Nurture mails Next>booked_a_call");
    assert_eq!(steps("<end>c<enter>")[5], "task Nurture mails Next>end");
    assert_eq!(steps("<home>jjjnWait<enter><esc>")[2], "decision Booked a call? Yes>call No>wait");
    // y, n and steps belong to steps: elsewhere they say so and change nothing.
    assert_eq!(steps("<home>yno"), WEBINAR_STEPS);
}

#[test]
fn several_maps_stand_beside_one_another() {
    let keys = format!("{WEBINAR}aDelivery<enter>2Order comes<enter>Install<enter><esc>");
    let played = drawn("", &keys, (80, 24));
    let two = maps(&played);
    assert_eq!(two.iter().map(|map| map.system.as_str()).collect::<Vec<_>>(), ["Webinar", "Delivery"]);
    assert_eq!(two[1].half, "operations");
    assert!(played.screen.contains("process 2 of 2"), "{}", played.screen);
    let first = drawn("", &format!("{keys}<tab>"), (80, 24));
    assert!(first.screen.contains("process 1 of 2"), "{}", first.screen);
    let removed = maps(&drawn("", &format!("{keys}<home>x"), (80, 24)));
    assert_eq!(removed.len(), 1);
    assert_eq!(maps(&drawn("", &format!("{keys}<home>xz"), (80, 24))), two);
    // Without its last map the question is open again.
    let none = drawn("", "/hg_map<enter><enter>Webinar<enter><esc><home>x", (80, 24));
    assert_eq!(none.interview.assessment().value("hg_map"), None);
}

#[test]
fn pasted_lines_are_steps() {
    let played = drawn("", "/hg_map<enter><enter>Fair<enter>1<paste:Doors open\nTalk\nCard given?\nLetter>", (80, 24));
    assert_eq!(
        short(&maps(&played)[0]),
        ["start Doors open Next>talk", "task Talk Next>card_given", "decision Card given? Yes>letter", "task Letter"],
        "{}",
        played.screen
    );
}

#[test]
fn what_is_typed_is_kept_when_the_field_is_left() {
    for leaving in ["<esc>", "<esc><esc>", "<pgdn>", "<c-c>"] {
        let keys = format!("/hg_map<enter><enter>Fair<enter>1Doors open<enter>Talk{leaving}");
        let steps = short(&maps(&drawn("", &keys, (80, 24)))[0]);
        assert_eq!(steps, ["start Doors open Next>talk", "task Talk"], "{leaving}");
    }
    // A step that was only looked at is no answer.
    let keys = format!("{WEBINAR}<end>c<esc>");
    assert_eq!(short(&maps(&drawn("", &keys, (80, 24)))[0]), WEBINAR_STEPS);
}

/// Forty steps, a loop back from each tenth, three decisions inside one another.
fn forty() -> String {
    let mut keys = "/hg_map<enter><enter>Delivery<enter>2Order comes in<enter>".to_owned();
    for at in 1..=35 {
        keys.push_str(&format!("Step number {at} of the delivery<enter>"));
    }
    keys.push_str("All there?<enter>Paid?<enter>Satisfied?<enter><tab><tab>Thank you<enter>");
    keys.push_str("<up><enter><up><up><enter><up><up><up><up><up><up><enter>");
    keys
}

#[test]
fn forty_steps_are_typed_and_walked() {
    let played = drawn("", &forty(), (80, 24));
    let maps = maps(&played);
    assert_eq!(maps[0].nodes.len(), 40, "{}", played.screen);
    assert_eq!(maps[0].problems(), [], "{}", played.screen);
    let walked = drawn("", &format!("{}<home>{}", forty(), "j".repeat(20)), (80, 24));
    assert!(walked.screen.contains("Step number 19 of the delivery"), "{}", walked.screen);
}

/// Everything a file can have wrong: two starts, an unreached step, a branch to nowhere, two steps of one id, no id.
const FAULTY: &str = r#"
[[answers.hg_map.value]]
system = "Fair"
half = "marketing"
nodes = [
  { id = "a", kind = "start", text = "Doors open", next = "q" },
  { id = "q", kind = "decision", text = "Talk?", yes = "attic" },
  { id = "b", kind = "start", text = "Somebody calls", next = "z" },
  { id = "z", kind = "end", text = "Order" },
  { id = "z", kind = "task", text = "Twin" },
  { id = "", kind = "task", text = "Nameless", next = "z" },
]
"#;

#[test]
fn a_file_with_faults_is_told_kept_and_mended() {
    let told = maps_of(&given("hourglass", FAULTY))[0].to_tell();
    let id = |id: &str| id.to_owned();
    assert_eq!(
        told,
        [
            MapProblem::SecondStart(id("b")),
            MapProblem::BranchToNowhere { from: id("q"), branch: Branch::Yes, to: id("attic") },
            MapProblem::DecisionWithoutNo(id("q")),
            MapProblem::SameId(id("z")),
            MapProblem::Unreachable(id("")),
        ]
    );
    let shown = drawn(FAULTY, "/hg_map<enter>i", (120, 40));
    for text in [
        "\"attic\" is not there",
        "( Somebody calls )",
        "[ Twin ]",
        "[ Nameless ]",
        "not reached yet",
        "\"Talk?\" (yes) the file names",
    ] {
        assert!(shown.screen.contains(text), "{text}\n{}", shown.screen);
    }
    // One change elsewhere loses nothing of it.
    let before = maps_of(&given("hourglass", FAULTY));
    let after = maps(&drawn(FAULTY, "/hg_map<enter>ijoSales<enter><esc>", (80, 24)));
    assert_eq!(short(&after[0]), short(&before[0]));
    // The way to nowhere is filled, the nameless step led to: it gets an id.
    let mended = drawn(FAULTY, "/hg_map<enter>ig<down><down><down><down><enter>", (80, 24));
    assert_eq!(maps(&mended)[0].nodes[5].id, "nameless", "{}", mended.screen);
}

#[test]
fn a_drawn_map_reads_well_in_the_file() {
    let played = drawn("", WEBINAR, (80, 24));
    let mut document = toml_edit::DocumentMut::new();
    let order = gapwise::assessment::FileOrder::of(&selection(&["hourglass"]));
    update(&mut document, None, played.interview.assessment(), &order);
    let written = document.to_string();
    assert!(
        written.contains("\n  { id = \"booked_a_call\", kind = \"decision\", text = \"Booked a call?\", yes = \"call\", no = \"nurture_mails\" },\n"),
        "{written}"
    );
}

#[test]
fn the_screens_of_a_map() {
    let states = [
        ("growing", "", WEBINAR.strip_suffix("<up><up><up><up><enter>").expect("it ends so").to_owned()),
        ("leading_back", "", WEBINAR.strip_suffix("<enter>").expect("it ends so").to_owned()),
        ("forty", "", forty()),
        ("faulty", FAULTY, "/hg_map<enter>i".to_owned()),
        ("at_rest", FAULTY, "/hg_map<enter>".to_owned()),
        ("kind", "", format!("{WEBINAR}<home>jjt")),
        ("named", "", "/hg_map<enter><enter>".to_owned()),
    ];
    for (name, answers, keys) in &states {
        for (width, height) in SIZES {
            let played = drawn(answers, keys, (width, height));
            insta::assert_snapshot!(format!("map_{name}_{width}x{height}"), played.screen);
        }
    }
}

/// A sitting in lines at the map's question.
fn in_lines(answers: &str, lines: &str) -> (String, Assessment) {
    let mut desk = TestDesk::default();
    let mut output = Vec::new();
    let interview = Interview::new(selection(&["hourglass"]), given("hourglass", answers), date(2026, 11, 22));
    let interview = interview.begun_at("hg_map");
    let ended = plain::run(interview, &mut Cursor::new(lines.as_bytes()), &mut output, &mut desk).expect("no errors");
    (String::from_utf8(output).expect("text"), ended.assessment().clone())
}

#[test]
fn the_same_map_in_plain_lines() {
    let lines = "Webinar\n1\nVisitor signs up\nReminder mail\nBooked a call?\nCall\n/end\nNurture mails\n/to 2\n\
                 /owner 2 Marketing\n/metric 2 open seats\n/show\n/done\n/quit\n";
    let (said, assessment) = in_lines("", lines);
    let maps = maps_of(&assessment);
    assert_eq!(short(&maps[0]), WEBINAR_STEPS, "{said}");
    assert_eq!((maps[0].nodes[1].owner.as_str(), maps[0].nodes[1].metric.as_str()), ("Marketing", "open seats"));
    assert!(said.contains("3. Booked a call? (decision). yes: 4. no: 6"), "{said}");
    let (faulty, kept) = in_lines(FAULTY, "/map 1\n/done\n/quit\n");
    assert_eq!(maps_of(&kept), maps_of(&given("hourglass", FAULTY)), "{faulty}");
    let (changed, after) = in_lines(FAULTY, "/map 1\n/remove 3\n/kind 9 task\n/to 99\n/quit\n");
    assert_eq!(maps_of(&after)[0].nodes.len(), 5, "{changed}");
    assert!(changed.contains("There is no step of that number"), "{changed}");
}

#[test]
fn a_kind_is_named_for_every_node() {
    assert_eq!(NodeKind::ALL.map(NodeKind::id), ["start", "task", "decision", "end"]);
}
