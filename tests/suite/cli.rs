//! The commands as a person or script meets them: output, exit codes, and files left as they were.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::commands::{Home, text};

#[test]
fn every_command_explains_itself_with_an_example() {
    let home = Home::new();
    let commands = [
        "demo",
        "new",
        "interview",
        "set",
        "import",
        "score",
        "report",
        "list",
        "check",
        "questionnaires",
        "templates",
        "completions",
        "man",
    ];
    for command in commands {
        let run = home.run(&[command, "--help"]).done();
        assert!(run.out.contains("Example") && run.out.contains(&format!("gapwise {command}")), "{}", run.out);
    }
    assert!(home.run(&["--version"]).done().out.starts_with("gapwise "));
    home.run(&["intervew"]).failed(2, &["interview"]);
    home.run(&["score"]).failed(2, &["FILE"]);
    assert!(home.run(&["completions", "bash"]).done().out.contains("interview"));
    assert!(home.run(&["man"]).done().out.contains(".TH gapwise"));
}

#[test]
fn without_a_terminal_nothing_is_drawn_and_nothing_made() {
    let home = Home::new();
    for args in [&[][..], &["demo"]] {
        let run = home.run(args).failed(1, &["not a terminal", "Hint:"]);
        assert_eq!(run.out, "");
    }
    assert!(!home.path("assessments").exists());
}

#[test]
fn a_new_assessment_is_named_after_its_client_and_private() {
    let home = Home::new();
    let run = home.run(&["new", "--client", "Ölmühle & Söhne", "--currency", "chf"]).done();
    let path = PathBuf::from(run.out.trim());
    assert!(path.starts_with(home.path("assessments").canonicalize().unwrap()), "{}", run.out);
    assert!(path.file_name().unwrap().to_str().unwrap().starts_with("ölmühle-söhne-"), "{}", run.out);
    assert!(run.err.contains("gapwise interview"));
    let content = fs::read_to_string(&path).unwrap();
    assert!(content.contains("questionnaires = [\"gap-analysis@1.0.0\"]"), "{content}");
    assert!(content.contains("currency = \"CHF\""), "{content}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }
    let again = home.run(&["new", "--client", "Ölmühle & Söhne"]).done();
    assert_ne!(again.out, run.out);
    home.run(&["score", "söhne"]).failed(1, &["fits several", "Write more of the name"]);
    home.run(&["new", "--out", &text(&path)]).failed(1, &["exists already"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), content);
    home.run(&["new", "--questionnaire", "gap-analisys"])
        .failed(1, &["is not installed", "Did you mean 'gap-analysis'?"]);
    home.run(&["new", "--currency", "euro"]).failed(2, &["three letters"]);
    home.run(&["new", "--locale", "xx"]).failed(2, &["is not written in 'xx'"]);
}

#[test]
fn answers_from_a_script_are_written_all_or_none() {
    let home = Home::new();
    let path = text(&home.path("a.toml"));
    home.run(&["new", "--out", &path]).done();
    let run = home.run(&[
        "set", &path, "ga_contacts=4k", "ga_reply=~30", "ga_leads=100-140", "ga_model=b2b", "ga_causes=time, data", "ga_icp=1",
        "ga_pain=Too few = too few", "ga_enquiry_fit=?", "ga_meet=-", "ga_gap_days=3 weeks", "ga_audiences=finance,office",
        "ga_cover={\"buy\": {\"finance\": 2}}", "ga_mix={\"product\": 3}",
        "ga_tactics=[{\"name\": \"ads\", \"cost\": \"1,2k\", \"purpose\": \"\"}, {\"name\": \"fair\", \"cost\": null, \"hours\": {\"status\": \"unknown\"}}]",
    ]);
    run.done();
    let content = home.read("a.toml");
    for wanted in [
        "[answers.ga_contacts]\nvalue = 4000\n",
        "[answers.ga_reply]\nvalue = 30\nevidence = \"guess\"\n",
        "[answers.ga_leads]\nvalue = 120\nevidence = \"guess\"\nlow = 100\nhigh = 140\n",
        "value = [\"time\", \"data\"]",
        "value = \"Too few = too few\"",
        "[answers.ga_enquiry_fit]\nstatus = \"unknown\"\n",
        "[answers.ga_meet]\nstatus = \"na\"\n",
        "[answers.ga_gap_days]\nvalue = 21\n",
        "buy = { finance = 2 }",
        "product = 3",
        "name = \"ads\"\npurpose = \"\"\ncost = 1200\n",
        "name = \"fair\"\nhours = { status = \"unknown\" }\n",
    ] {
        assert!(content.contains(wanted), "{wanted}\n---\n{content}");
    }
    let answers: Vec<usize> = ["ga_pain", "ga_model", "ga_icp", "ga_tactics", "ga_leads", "ga_causes"]
        .iter()
        .map(|id| content.find(&format!("answers.{id}")).unwrap())
        .collect();
    assert!(answers.is_sorted(), "in the order of the questionnaire: {content}");

    let wrong = home.run(&[
        "set",
        &path,
        "ga_contacts=5000",
        "ga_modle=b2b",
        "ga_model=b2x",
        "ga_margin=130",
        "ga_icp=7",
        "ga_tactics=[{\"colour\": 1}]",
    ]);
    wrong.failed(
        1,
        &[
            "nothing was changed",
            "Did you mean 'ga_model'?",
            "'b2x' is not a choice",
            "the most possible is 100",
            "7 is not a rating",
            "no column 'colour'",
        ],
    );
    assert_eq!(home.read("a.toml"), content);
    home.run(&["set", &path, "ga_contacts"]).failed(2, &["is not ID=VALUE"]);
    home.run(&["set", &path, "ga_contacts=", "ga_reply=", "ga_leads="]).done();
    assert!(!home.read("a.toml").contains("ga_contacts"));
}

#[test]
fn an_owner_alone_guesses_unless_it_is_said_otherwise() {
    let home = Home::new();
    let path = text(&home.path("a.toml"));
    home.run(&["new", "--self", "--out", &path]).done();
    home.run(&["set", &path, "ga_contacts=4000", "ga_icp=2"]).done();
    let content = home.read("a.toml");
    assert!(content.contains("value = 4000\nevidence = \"guess\""), "{content}");
    assert_eq!(content.matches("evidence").count(), 1, "only for numbers: {content}");
    home.run(&["report", &path, "--audience", "internal"]).failed(2, &["self-assessment has no internal report"]);
    assert_eq!(home.read("a.toml"), content);
}

#[test]
fn answers_from_json_are_written_all_or_none() {
    let home = Home::new();
    let path = text(&home.path("a.toml"));
    home.run(&["new", "--out", &path]).done();
    let answers = home.write(
        "answers.json",
        r#"{"ga_contacts": 4000, "ga_model": "b2b", "ga_causes": ["time"], "ga_pain": "?", "ga_enquiry_fit": {"status": "unknown"},
            "ga_mix": [{"row": "product", "value": 3}], "ga_tactics": [{"name": "ads", "cost": 1200, "measured": "result"}],
            "ga_cover": [{"row": "buy", "column": "a", "value": 1}, {"row": "buy", "b": 2}], "ga_audiences": ["a", "b"], "ga_leads": null,
            "ga_rivals": []}"#,
    );
    home.run(&["import", &path, "--from", &text(&answers)]).done();
    let content = home.read("a.toml");
    for wanted in [
        "value = 4000",
        "value = \"?\"",
        "status = \"unknown\"",
        "product = 3",
        "measured = \"result\"",
        "buy = { a = 1, b = 2 }",
        "value = []",
    ] {
        assert!(content.contains(wanted), "{wanted}\n---\n{content}");
    }
    assert!(!content.contains("ga_leads"), "null is skipped");

    let wrong = home.write(
        "wrong.json",
        r#"{"ga_contacts": -1, "ga_modle": "b2b", "ga_icp": "one", "ga_tactics": [{"cost": true}]}"#,
    );
    let run = home.run(&["import", &path, "--from", &text(&wrong)]);
    run.failed(
        1,
        &["nothing was changed", "ga_contacts: ", "Did you mean 'ga_model'?", "ga_icp: a rating", "ga_tactics: "],
    );
    for (content, wanted) in [
        ("[1]", "an object of answers"),
        ("{", "cannot be read as answers"),
        ("{\"ga_icp\": 1, \"ga_icp\": 2}", "more than once"),
    ] {
        let bad = home.write("bad.json", content);
        home.run(&["import", &path, "--from", &text(&bad)]).failed(1, &[wanted]);
    }
    assert_eq!(home.read("a.toml"), content);
}

#[test]
fn the_scores_as_json_have_their_promised_shape() {
    let home = Home::with_brightwater();
    let score = home.run(&["score", "bright", "--json"]).done().json();
    assert_eq!(score["format"], 1);
    let core = &score["questionnaires"][0];
    assert_eq!((&core["id"], &core["version"]), (&Json::from("gap-analysis"), &Json::from("1.0.0")));
    let near = |found: &Json, wanted: f64, tolerance: f64| {
        let found = found.as_f64().unwrap_or_else(|| panic!("{found} is a number"));
        assert!((found - wanted).abs() < tolerance, "{found} is not {wanted}");
    };
    near(&core["overall"]["score"], 34.143, 0.001);
    near(&core["overall"]["coverage"], 0.969, 0.001);
    assert_eq!(core["overall"]["band"], "building");
    assert_eq!(core["overall"]["confidence_word"], "medium");
    let by_id = |list: &Json, id: &str| list.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    let retention = by_id(&core["areas"], "retention");
    near(&retention["gap"], 55.83, 0.01);
    assert_eq!((&retention["wanted"], &retention["gap_class"]), (&Json::from(75.0), &Json::from("very_large")));
    assert_eq!(by_id(&core["areas"], "audience")["wanted"], Json::Null);
    let close_rate = by_id(&core["metrics"], "close_rate");
    near(&close_rate["value"], 20.0, 1e-9);
    near(&close_rate["low"], 13.8, 0.1);
    assert_eq!((&close_rate["unit"], &close_rate["reason"]), (&Json::from("percent"), &Json::Null));
    near(&by_id(&core["findings"], "G12")["priority"], 6.02, 0.005);
    assert_eq!(core["findings"][0]["label"], "quick_win");
    near(&score["worth"]["total"]["base"], 15_840.0, 1e-6);
    assert_eq!(score["worth"]["partial"], false);
    let goal = &score["goals"][0];
    assert_eq!(
        (&goal["metric"], &goal["kind"], &goal["verdict"]),
        (&Json::from("enquiries"), &Json::from("volume"), &Json::from("beyond_range"))
    );
    near(&goal["base"], 46.784, 0.001);
    assert_eq!(score["options"][0]["recommended"], true);
    assert_eq!((&score["plan"][0]["finding"], &score["plan"][0]["week"]), (&Json::from("G12"), &Json::from(1)));
    assert_eq!(score["next_questions"], Json::Array(vec![]), "nothing that counts is open");
    home.run(&["set", "bright", "ga_strategy="]).done();
    let next = home.run(&["score", "bright", "--json"]).done().json()["next_questions"][0].clone();
    assert_eq!(next["id"], "ga_strategy");
    near(&next["swing"], 100.0 * 0.16 * 3.0 / 9.0, 0.001);
}

#[test]
fn scores_are_readable_and_can_be_explained() {
    let home = Home::with_brightwater();
    let run = home.run(&["score", "brightwater"]).done();
    for wanted in ["Brightwater Coffee Systems", "34.1 Building", "28.7–40.9", "G12", "6.02"] {
        assert!(run.out.contains(wanted), "{wanted}:\n{}", run.out);
    }
    let run = home.run(&["score", "brightwater", "--explain", "content_coverage"]).done();
    assert!(run.out.contains("37.5") && run.out.contains("ga_cover"), "{}", run.out);
    home.run(&["score", "brightwater", "--explain", "content_covrage"])
        .failed(1, &["Did you mean 'content_coverage'?"]);
    home.run(&["score", "brightwater", "--explain", "G12", "--json"]).failed(2, &["cannot be used with"]);
}

#[test]
fn the_list_tells_how_far_each_has_come() {
    let home = Home::with_brightwater();
    home.write("assessments/broken.toml", "format = 1\n");
    home.write("assessments/elsewhere.toml", "format = 1\nquestionnaires = [\"their-own@3\"]\ndate = 2026-01-02\n");
    let run = home.run(&["list"]).done();
    assert!(run.out.contains("Brightwater Coffee Systems") && run.out.contains("2026-11-22"), "{}", run.out);
    assert!(run.err.contains("broken.toml"), "{}", run.err);
    let list = home.run(&["list", "--json"]).done().json();
    assert_eq!(list["format"], 1);
    let all = list["assessments"].as_array().unwrap();
    let bright = all.iter().find(|one| one["client"] == "Brightwater Coffee Systems").unwrap();
    assert!(
        bright["answered"].as_u64().unwrap() > 60 && bright["answered"].as_u64() < bright["total"].as_u64(),
        "{bright}"
    );
    assert_eq!((&bright["status"], &bright["mode"]), (&Json::from("in_progress"), &Json::from("consultant")));
    assert!(all.iter().any(|one| one["problem"].as_str().is_some_and(|it| it.contains("their-own"))), "{list}");
    assert_eq!(list["unreadable"].as_array().unwrap().len(), 1);
    let empty = Home::new();
    assert!(empty.run(&["list"]).done().err.contains("gapwise new"));
    assert_eq!(empty.run(&["list", "--json"]).done().json()["assessments"], Json::Array(vec![]));
}

#[test]
fn the_questionnaires_are_listed_with_their_origin() {
    let home = Home::new();
    let run = home.run(&["questionnaires"]).done();
    assert!(run.out.contains("gap-analysis@1.0.0") && run.out.contains("builtin/"), "{}", run.out);
    assert!(run.err.contains(home.path("questionnaires").to_str().unwrap()), "{}", run.err);
}
