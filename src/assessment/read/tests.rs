use super::*;
use crate::assessment::{Cell, Evidence, Status, Value};

const HEAD: &str = "format = 1\nquestionnaires = [\"gap-analysis@1.0.0\"]\ndate = 2026-11-22\n";

fn read_text(text: &str) -> Result<Reading, Vec<Problem>> {
    read(&Source::new("a.toml", text))
}

fn read_answers(text: &str) -> Reading {
    read_text(&format!("{HEAD}{text}")).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn the_whole_vocabulary_is_read() {
    let reading = read_answers(
        r#"
[client]
name = "Brightwater"
[answers.a]
value = 4000
evidence = "record"
low = 3900
high = 4100.5
quote = "four thousand"
shareable = true
pain = true
note = "n"
later = true
at = 2026-11-22T09:14:03Z
[answers.b]
status = "unknown"
[answers.c]
status = "na"
reason = "online only"
[answers.d]
status = "owed"
who = "bookkeeper"
by = 2026-11-29
[answers.e]
value = ["time", "data"]
[answers.f.value]
product = 3
price = { status = "unknown" }
[[answers.g.value]]
name = "ads"
cost = 1200
promoted = false
owner = { status = "na" }
[answers.h.value]
discover = { "office managers" = 2, finance = 1 }
[answers.i]
value = 2026-11-22
[answers.j]
value = []
[answers.k]
value = [{ name = "x" }]
[[notes]]
kind = "todo"
area = "audience"
text = "ask"
[next_step]
text = "call"
date = 2026-12-01
[[reveal]]
finding = "G12"
disputed = true
[[goals]]
metric = "enquiries"
[accounts]
anything = 1
"#,
    );
    assert_eq!(reading.warnings.len(), 0, "{:#?}", reading.warnings);
    let it = reading.assessment;
    assert_eq!(it.client.name, "Brightwater");
    let a = it.answer("a").unwrap();
    assert_eq!(
        (a.evidence, a.low, a.high, a.pain, a.later),
        (Some(Evidence::Record), Some(3900.0), Some(4100.5), true, true)
    );
    assert_eq!(a.at.unwrap().to_string(), "2026-11-22T09:14:03Z");
    assert_eq!(it.answer("b").unwrap().status, Status::Unknown);
    assert_eq!(it.answer("c").unwrap().status, Status::NotApplicable { reason: "online only".into() });
    assert!(matches!(&it.answer("d").unwrap().status, Status::Owed { who, by: Some(_) } if who == "bookkeeper"));
    assert_eq!(it.value("e").unwrap().texts().len(), 2);
    assert_eq!(it.value("f").unwrap().cell("product", "value"), Some(&Cell::Number(3.0)));
    assert_eq!(it.value("f").unwrap().cell("price", "value"), Some(&Cell::Unknown));
    let row = &it.value("g").unwrap().rows()[0];
    assert_eq!((row.get("promoted"), row.get("owner")), (Some(&Cell::Flag(false)), Some(&Cell::NotApplicable)));
    assert_eq!(it.value("h").unwrap().cell("discover", "office managers"), Some(&Cell::Number(2.0)));
    assert!(matches!(it.value("i"), Some(Value::Date(_))));
    assert_eq!(it.value("j"), Some(&Value::Texts(vec![])));
    assert_eq!(it.value("k").unwrap().rows().len(), 1);
    assert!(it.reveal[0].disputed);
}

#[test]
fn everything_wrong_is_told_at_once_in_order() {
    let text = r#"
mode = "advisor"
currency = "euro"
[answers.a]
value = nan
[answers.b]
status = "unknwon"
[answers.c]
value = true
[answers.d]
value = 1
status = "unknown"
[answers.e]
value = [1, "two"]
[answers.f]
value = 1
evidence = "recrod"
colour = "red"
[[answers.g.value]]
product = { status = "maybe" }
"#;
    let problems = read_text(&format!("{HEAD}{text}")).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let wanted = [
        "a.toml:5:8: 'advisor' is not a word for 'mode'",
        "a.toml:6:12: 'euro' is not the code of a currency",
        "a.toml:8:9: this is not a number anyone could count",
        "Did you mean \"unknown\"?",
        "the answer to 'c' holds true or false",
        "both a value and a status",
        "mixes kinds of entries",
        "Did you mean \"record\"?",
        "unknown key 'colour'",
        "a.toml:23:11: a cell of 'g' has a status that is not known",
    ];
    assert_eq!(told.len(), wanted.len(), "{told:#?}");
    for (told, wanted) in told.iter().zip(wanted) {
        assert!(told.contains(wanted), "{told} should say {wanted}");
    }
}

#[test]
fn files_of_another_kind_say_what_they_are() {
    let cases = [
        ("", "does not say which format"),
        ("[package]\nname = \"x\"\n", "does not say which format"),
        ("format = 2\n= broken", "this file has format 2"),
        ("format = \"1\"\n", "this format is not known"),
        ("format = 1\nid = \"x\"\n[[question]]\nid = \"q\"\n", "this is a questionnaire"),
        ("format = 1\n", "the questionnaires are missing"),
        ("format = 1\nquestionnaires = []\ndate = 2026-01-01\n", "not a list of names"),
    ];
    for (text, wanted) in cases {
        let problems = read_text(text).unwrap_err();
        assert!(problems.iter().any(|it| it.message.contains(wanted)), "{text}: {problems:#?}");
    }
    assert_eq!(read_text("format = 2\n= broken").unwrap_err().len(), 1);
}

#[test]
fn broken_and_truncated_toml_gives_places() {
    let problems = read_text(&format!("{HEAD}[answers.a]\nvalue = \n[answers.b]\nevidence = \"x\"\n")).unwrap_err();
    assert!(problems[0].to_string().starts_with("a.toml:5:"), "{problems:#?}");
    assert!(problems.iter().any(|it| it.message.contains("'x' is not a word for 'evidence'")));
    let truncated = format!("{HEAD}[answers.a]\nquote = \"four thou");
    assert!(read_text(&truncated).unwrap_err().iter().all(|it| it.span.start >= HEAD.len()));
    let twice = read_text(&format!("{HEAD}[answers.a]\nvalue = 1\n[answers.a]\nvalue = 2\n")).unwrap_err();
    assert!(twice[0].to_string().starts_with("a.toml:6:"), "{twice:#?}");
}

#[test]
fn what_cannot_be_used_is_kept_and_told() {
    let reading =
        read_answers("colour = \"red\"\n[[answers.hg_map.value]]\nsystem = \"x\"\nnodes = [{ id = \"start\" }]\n");
    assert_eq!(reading.warnings.len(), 1, "{:#?}", reading.warnings);
    assert_eq!(reading.assessment.answers.len(), 1, "a drawn process is an answer");
}

#[test]
fn places_lead_into_tables() {
    let text = format!("{HEAD}[[answers.a.value]]\nname = \"x\"\n[[answers.a.value]]\ncost = 7\n");
    let path = ["value", "1", "cost"].map(str::to_owned);
    assert_eq!(&text[locate(&text, "a", &path)], "7");
    let beyond = locate(&text, "a", &["value".to_owned(), "9".to_owned()]);
    assert!(beyond.start >= HEAD.len(), "the closest place that exists");
    assert_eq!(locate(&text, "nowhere", &[]), 0..0);
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "(\\[answers\\.a\\]|value = |\\[|\\{|\"|1|=|\\n|a|format = 1|\\PC){0,30}") {
        let _ = read_text(&text);
        let _ = read_text(&format!("{HEAD}{text}"));
    }
}
