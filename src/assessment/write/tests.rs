use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::assessment::*;
use crate::problem::Source;
use crate::questionnaire::SINGLE_COLUMN;

fn parse(text: &str) -> Assessment {
    crate::assessment::read(&Source::new("a.toml", text)).unwrap_or_else(|it| panic!("{it:#?}\n{text}")).assessment
}

fn fresh(assessment: &Assessment, order: &FileOrder) -> String {
    let mut document = DocumentMut::new();
    update(&mut document, None, assessment, order);
    document.to_string()
}

/// Changes a text by way of the assessment it holds.
fn edit(text: &str, order: &FileOrder, change: impl FnOnce(&mut Assessment)) -> String {
    let (old, mut document) = (parse(text), text.parse::<DocumentMut>().unwrap());
    let mut new = old.clone();
    change(&mut new);
    update(&mut document, Some(&old), &new, order);
    let text = document.to_string();
    assert_eq!(parse(&text), new, "{text}");
    text
}

fn now() -> Timestamp {
    "2026-11-22T09:14:03Z".parse().unwrap()
}

#[test]
fn a_new_file_reads_well() {
    let mut it = Assessment::new(vec!["gap-analysis@1.0.0".into()], Mode::Consultant, date(2026, 11, 22));
    it.client.name = "Brightwater".into();
    let row = |name: &str, cost| {
        Row::from([
            ("name".into(), Cell::Text(name.into())),
            ("cost".into(), Cell::Number(cost)),
            ("owner".into(), Cell::Unknown),
        ])
    };
    it.record("b", Change::value(Value::Number(4000.0)), now());
    it.record("b", Change::Quote(Some("two\nlines".into())), now());
    it.record("a", Change::value(Value::Number(0.5)), now());
    it.answers.insert("t".into(), Answer::of(Value::Table(vec![row("ads", 1200.0), Row::new()])));
    let single = |number| Row::from([(SINGLE_COLUMN.to_owned(), Cell::Number(number))]);
    it.answers
        .insert("m".into(), Answer::of(Value::Cells([("y".into(), single(3.0)), ("x".into(), single(1.0))].into())));
    it.answers.insert("e".into(), Answer::of(Value::Table(vec![])));
    it.next_step = Some(NextStep { text: "call".into(), date: None, who: "Anna".into() });
    insta::assert_snapshot!(fresh(&it, &FileOrder::of_ids(["b", "a", "t"])), @r#"
    format = 1
    questionnaires = ["gap-analysis@1.0.0"]
    mode = "consultant"
    status = "in_progress"
    locale = "en"
    currency = "EUR"
    date = 2026-11-22

    [client]
    name = "Brightwater"

    [answers.b]
    value = 4000
    quote = """
    two
    lines"""
    at = 2026-11-22T09:14:03Z

    [answers.a]
    value = 0.5
    at = 2026-11-22T09:14:03Z

    [[answers.t.value]]
    cost = 1200
    name = "ads"
    owner = { status = "unknown" }

    [[answers.t.value]]

    [answers.e]
    value = []

    [answers.m.value]
    x = 1
    y = 3

    [next_step]
    text = "call"
    who = "Anna"
    "#);
}

const HAND_MADE: &str = r#"# Brightwater, first call

format = 1
questionnaires = ["gap-analysis@1.0.0"] # the core
date = 2026-11-22
colour = "unknown key"

[client]
name = "Brightwater"

# --- audience ---
[answers.a]
value = 4_000 # from Anna's list
evidence = "record"
mood = "unknown key too"

# doubtful
[answers.b]
value   =   0x10

[answers.m.value]
product = 3 # sure
price = 2

[[answers.t.value]]
name = "ads" # the big one
cost = 1200
# second
[[answers.t.value]]
name = "fair"

[[goals]]
metric = "enquiries"

# the end
"#;

#[test]
fn comments_unknown_keys_and_formatting_survive() {
    let order = FileOrder::of_ids(["a", "b", "m", "t"]);
    let unchanged = edit(HAND_MADE, &order, |_| {});
    assert_eq!(unchanged, HAND_MADE);

    let changed = edit(HAND_MADE, &order, |it| {
        it.record("a", Change::value(Value::Number(5000.0)), now());
        if let Status::Answered(Value::Table(rows)) = &mut it.answers.get_mut("t").unwrap().status {
            rows[1].insert("cost".into(), Cell::Number(900.0));
        }
    });
    let wanted = HAND_MADE
        .replace(
            "value = 4_000 # from Anna's list\nevidence = \"record\"\n",
            "value = 5000 # from Anna's list\nat = 2026-11-22T09:14:03Z\n",
        )
        .replace("name = \"fair\"\n", "cost = 900\nname = \"fair\"\n");
    assert_eq!(changed, wanted);
}

#[test]
fn clearing_an_answer_keeps_the_comment_above_it() {
    let order = FileOrder::of_ids(["a", "b", "m", "t"]);
    let text = edit(HAND_MADE, &order, |it| {
        it.answers.remove("a");
    });
    assert!(!text.contains("[answers.a]"));
    assert!(text.contains("# --- audience ---\n\n# doubtful\n[answers.b]"), "{text}");
}

#[test]
fn inline_and_dotted_spellings_can_be_changed() {
    let head = "format = 1\nquestionnaires = [\"g@1\"]\ndate = 2026-11-22\n";
    for body in [
        "answers = { a = { value = 1 } }\n",
        "answers.a.value = 1\n",
        "[answers]\na = { value = 1 }\n",
        "[answers]\na.value = 1\n",
    ] {
        let text = edit(&format!("{head}{body}"), &FileOrder::default(), |it| {
            it.record("a", Change::Pain(true), now());
            it.record("b", Change::Unknown, now());
        });
        assert!(text.contains("pain = true"), "{text}");
    }
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        "\\PC{0,6}|[\\n\"'\u{7f}\u{1}]{0,3}".prop_map(Cell::Text),
        number().prop_map(Cell::Number),
        any::<bool>().prop_map(Cell::Flag),
        Just(Cell::Unknown),
        Just(Cell::NotApplicable),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![(-1000i32..100_000).prop_map(f64::from), any::<f64>().prop_filter("finite", |it| it.is_finite())]
}

fn row() -> impl Strategy<Value = Row> {
    prop::collection::btree_map("[a-c]|\\PC{1,3}", cell(), 0..4)
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        "\\PC{0,12}".prop_map(Value::Text),
        number().prop_map(Value::Number),
        (0i16..9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Value::Date(date(y, m, d))),
        prop::collection::vec("\\PC{0,4}", 0..3).prop_map(Value::Texts),
        prop::collection::vec(row(), 1..4).prop_map(Value::Table),
        prop::collection::btree_map("[r-t]", row(), 0..3).prop_map(Value::Cells),
    ]
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        Just(Status::Open),
        value().prop_map(Status::Answered),
        Just(Status::Unknown),
        "\\PC{0,4}".prop_map(|reason| Status::NotApplicable { reason }),
        ("\\PC{0,4}", any::<bool>()).prop_map(|(who, by)| Status::Owed { who, by: by.then(|| date(2026, 1, 2)) }),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let evidence = prop::option::of(prop::sample::select(Evidence::ALL.to_vec()));
    let texts = (prop::option::of("\\PC{0,8}"), prop::option::of("[ -~\\n]{0,8}"));
    let at = prop::option::of(0i64..4_000_000_000);
    (status(), evidence, prop::option::of(number()), texts, flags, at).prop_map(
        |(status, evidence, low, texts, flags, at)| Answer {
            status,
            evidence,
            low,
            high: low,
            quote: texts.0,
            shareable: flags.0,
            pain: flags.1,
            note: texts.1,
            later: flags.2,
            at: at.map(|at| Timestamp::from_second(at).unwrap()),
        },
    )
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let answers =
        prop::collection::btree_map("[a-e]", answer().prop_filter("says something", |it| !it.is_blank()), 0..4);
    let notes = prop::collection::vec("\\PC{0,5}", 0..3);
    (answers, notes, prop::option::of("\\PC{0,5}"), "\\PC{0,5}", any::<bool>()).prop_map(
        |(answers, notes, step, name, done)| {
            let mut it = Assessment::new(vec!["g@1".into()], Mode::SelfAssessment, date(2026, 11, 22));
            it.answers = answers;
            it.client.name = name;
            it.notes = notes
                .into_iter()
                .map(|text| Note { at: None, area: String::new(), kind: NoteKind::Todo, text })
                .collect();
            it.next_step = step.map(|text| NextStep { text, date: None, who: String::new() });
            it.progress = if done { Progress::Completed } else { Progress::InProgress };
            it
        },
    )
}

/// `row = { value = cell }` and `row = { status = "unknown" }` have a spelling of their own, which reads back the same;
/// only a column that is really called `status` and says `unknown` would not.
fn has_a_spelling(it: &Assessment) -> bool {
    let odd = |row: &Row| row.len() == 1 && row.contains_key("status");
    it.answers.values().all(|answer| !matches!(answer.value(), Some(Value::Cells(rows)) if rows.values().any(odd)))
}

proptest! {
    #[test]
    fn save_then_load_is_the_identity(it in assessment().prop_filter("spelling", has_a_spelling)) {
        let text = fresh(&it, &FileOrder::of_ids(["c", "a"]));
        prop_assert_eq!(&parse(&text), &it, "{}", text);
    }

    #[test]
    fn the_way_there_leaves_no_trace(one in assessment().prop_filter("spelling", has_a_spelling), other in assessment().prop_filter("spelling", has_a_spelling)) {
        let order = FileOrder::of_ids(["c", "a"]);
        let text = edit(&fresh(&one, &order), &order, |it| *it = other.clone());
        prop_assert_eq!(text, fresh(&other, &order));
    }
}

#[test]
fn an_entry_of_one_line_gets_a_header_and_keeps_its_comments() {
    let text = "format = 1\nquestionnaires = [\"a@1\"]\ndate = 2026-11-22\n\n[answers]\n# who counted\nb = { value = 1, colour = \"red\" } # roughly\nc = { value = 2 }\n";
    let after = edit(text, &FileOrder::of_ids(["b", "c"]), |it| {
        it.record("b", Change::value(Value::Number(3.0)), now());
    });
    let wanted = "[answers]\nc = { value = 2 }\n\n# who counted\n# roughly\n[answers.b]\nvalue = 3\n\
        at = 2026-11-22T09:14:03Z\ncolour = \"red\"\n";
    assert!(after.ends_with(wanted), "{after}");
}
