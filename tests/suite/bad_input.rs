//! Bad files and hostile texts: a reason, an exit code, and every file left as it was.

use std::fs;

use crate::commands::{BRIGHTWATER, HEAD, Home, text};

/// Files that cannot be used, and what is said about each.
fn bad_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let answers = |text: &str| format!("{HEAD}{text}").into_bytes();
    let mut enormous = HEAD.as_bytes().to_vec();
    enormous.resize(9 * 1024 * 1024, b'#');
    let mut latin = answers("[answers.ga_pain]\nvalue = \"");
    latin.extend(b"caf\xe9\"\n");
    vec![
        ("broken.toml", answers("[answers.ga_contacts\nvalue = 1\n"), "broken.toml:4:"),
        ("truncated.toml", BRIGHTWATER.as_bytes()[..BRIGHTWATER.len() / 2 - 3].to_vec(), "truncated.toml:"),
        ("foreign.toml", b"[package]\nname = \"x\"\n".to_vec(), "does not say which format"),
        ("empty.toml", Vec::new(), "does not say which format"),
        ("newer.toml", b"format = 2\nanything = { goes }\n".to_vec(), "this file has format 2"),
        ("enormous.toml", enormous, "8 MiB"),
        ("latin.toml", latin, "UTF-8"),
        ("binary.toml", vec![0, 159, 146, 150], "UTF-8"),
        ("nan.toml", answers("[answers.ga_contacts]\nvalue = nan\n"), "nan.toml:5:9"),
        ("twice.toml", answers("[answers.a]\nvalue = 1\n[answers.a]\nvalue = 2\n"), "twice.toml:6:"),
        ("status.toml", answers("[answers.a]\nstatus = \"unknwon\"\n"), "Did you mean \"unknown\"?"),
        (
            "nowhere.toml",
            b"format = 1\nquestionnaires = [\"gap-analisys@1.0.0\"]\ndate = 2026-11-22\n".to_vec(),
            "is not installed",
        ),
        (
            "version.toml",
            b"format = 1\nquestionnaires = [\"gap-analysis@9.9.9\"]\ndate = 2026-11-22\n".to_vec(),
            "wanted in version 9.9.9",
        ),
    ]
}

#[test]
fn bad_files_are_refused_with_a_reason_and_left_as_they_were() {
    let home = Home::new();
    let answers = text(&home.write("answers.json", "{\"ga_contacts\": 1}"));
    for (name, content, wanted) in bad_files() {
        let path = text(&home.write(name, &content));
        for args in [
            vec!["score", &path],
            vec!["score", &path, "--json"],
            vec!["set", &path, "ga_contacts=1"],
            vec!["import", &path, "--from", &answers],
            vec!["report", &path, "--out", "-"],
        ] {
            let run = home.run(&args).failed(1, &[wanted, "Error: ", "Hint: "]);
            assert_eq!(run.out, "", "{name} {args:?}");
        }
        let run = home.run(&["check", &path]);
        assert_eq!(run.code, 3, "{name}: {}{}", run.out, run.err);
        assert!(run.out.contains(wanted), "{name} should say {wanted}: {}", run.out);
        assert_eq!(fs::read(&path).unwrap(), content, "{name} was changed");
    }
    let left: Vec<_> = fs::read_dir(home.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "nothing is left behind: {left:?}");
}

#[cfg(unix)]
#[test]
fn devices_folders_and_missing_files_are_refused() {
    let home = Home::new();
    for (path, wanted) in [("/dev/zero", "a device or a pipe"), ("/", "is a folder"), ("no/such.toml", "was found")] {
        home.run(&["score", path]).failed(1, &[wanted, "Hint: "]);
    }
}

#[test]
fn answers_that_do_not_fit_count_as_open_and_stay_in_the_file() {
    let home = Home::new();
    let content = format!("{HEAD}[answers.ga_model]\nvalue = \"b2x\" # typo\n\n[answers.ga_icp]\nvalue = 2\n");
    let path = text(&home.write("a.toml", &content));
    let run = home.run(&["score", &path]).done();
    assert!(run.err.contains("'b2x' is not a choice of 'ga_model'") && run.err.contains("a.toml:5:9"), "{}", run.err);
    home.run(&["set", &path, "ga_icp=3"]).failed(1, &["do not fit", "ga_model"]);
    assert_eq!(home.read("a.toml"), content);
    home.run(&["set", &path, "ga_model=b2b"]).done();
    assert!(home.read("a.toml").contains("value = \"b2b\" # typo\n"), "{}", home.read("a.toml"));
    let run = home.run(&["check", &path]).done();
    assert_eq!(run.out, "");
}

#[test]
fn marks_and_line_ends_of_other_systems_are_accepted_and_kept() {
    let home = Home::new();
    let content = format!("\u{feff}{}", BRIGHTWATER.replace('\n', "\r\n"));
    let path = text(&home.write("a.toml", &content));
    home.run(&["check", &path]).done();
    home.run(&["set", &path, "ga_icp=2"]).done();
    let saved = home.read("a.toml");
    assert!(saved.starts_with("\u{feff}format = 1\r\n"));
    assert_eq!(saved.matches("\r\n").count(), saved.matches('\n').count());
}

#[test]
fn check_tells_everything_at_once_with_the_marked_source() {
    let home = Home::with_brightwater();
    home.run(&["check"]).done();
    let assessment = format!(
        "{HEAD}[answers.ga_model]\nvalue = \"b2x\"\n[answers.ga_icp]\nvalue = 9\n[answers.ga_contcts]\nvalue = 1\n"
    );
    home.write("all/a.toml", assessment);
    home.write("all/deeper/b.toml", "format = 1\n");
    home.write("all/notes.txt", "not looked at");
    let run = home.run(&["check", &text(&home.path("all"))]);
    assert_eq!(run.code, 3);
    for wanted in ["a.toml:5:9", "value = \"b2x\"", "9 is not a rating", "Did you mean 'ga_contacts'?", "b.toml"] {
        assert!(run.out.contains(wanted), "{wanted}:\n{}", run.out);
    }
    assert!(run.err.contains("2 files checked"), "{}", run.err);
    home.run(&["check", "no/such/place"]).failed(1, &["does not exist"]);
}

#[test]
fn hostile_text_cannot_reach_the_terminal() {
    let home = Home::new();
    let client = "Evil \\u001b[31m\\u202eName";
    let path = home.write(
        "assessments/a.toml",
        format!("{HEAD}[client]\nname = \"{client}\"\n[answers.ga_\u{9b}x]\nvalue = \"\\u001b\"\n"),
    );
    for args in
        [vec!["list"], vec!["score", "evil"], vec!["check", path.to_str().unwrap()], vec!["score", "nobody\u{1b}[31m"]]
    {
        let run = home.run(&args);
        for letter in format!("{}{}", run.out, run.err).chars() {
            assert!(letter == '\n' || !letter.is_control(), "{args:?}: {:?}", run.out);
            assert_ne!(letter, '\u{202e}');
        }
    }
}

#[test]
fn two_processes_cannot_write_one_file() {
    let home = Home::with_brightwater();
    let path = home.path("assessments/brightwater.toml");
    let open = gapwise::assessment::AssessmentFile::open(&path).unwrap();
    home.run(&["set", "bright", "ga_icp=3"]).failed(1, &["open for reading only", "another Gapwise (process"]);
    home.run(&["score", "bright"]).done();
    drop(open);
    home.run(&["set", "bright", "ga_icp=3"]).done();
}

#[test]
fn own_questionnaires_that_cannot_be_used_are_left_out_and_told() {
    let home = Home::with_brightwater();
    home.write("questionnaires/broken.toml", "format = 1\nid = \"mine\"\n[[question]\n");
    let run = home.run(&["questionnaires"]).done();
    assert!(run.out.contains("gap-analysis@1.0.0") && !run.out.contains("mine"), "{}", run.out);
    assert!(run.err.contains("broken.toml:3:") && run.err.contains("left out"), "{}", run.err);
    home.run(&["score", "bright"]).done();
    let run = home.run(&["check"]);
    assert_eq!(run.code, 3, "{}", run.out);
    assert!(run.out.contains("broken.toml:3:"), "{}", run.out);
    home.run(&["new", "--questionnaire", "mine"]).failed(1, &["'mine' is not installed", "broken.toml:3:"]);
}

#[test]
fn an_own_questionnaire_that_clashes_with_a_built_in_one_is_refused() {
    let home = Home::with_brightwater();
    let own = "format = 1\nid = \"mine\"\nversion = \"1.0.0\"\nlocales = [\"en\"]\ntitle = \"Mine\"\nsummary = \"Mine.\"\nminutes = 1\nnote = \"n\"\n\
        [[band]]\nid = \"a\"\nfrom = 0\ntitle = \"A\"\ncaption = \"A.\"\n\
        [[area]]\nid = \"x\"\ntitle = \"X\"\n\
        [[question]]\nid = \"ga_contacts\"\narea = \"x\"\ntype = \"text\"\nlabel = \"L\"\ntext.consultant = \"Q?\"\n";
    let path = home.write("questionnaires/mine.toml", own);
    let run = home.run(&["check"]);
    assert_eq!(run.code, 3, "{}{}", run.out, run.err);
    assert!(run.out.contains("ga_contacts") && run.out.contains("mine.toml:"), "{}", run.out);
    assert_eq!(home.run(&["score", "bright", "--json"]).done().json()["questionnaires"][0]["id"], "gap-analysis");
    assert_eq!(fs::read_to_string(path).unwrap(), own);
}

#[test]
fn own_templates_are_checked_by_rendering_them() {
    let home = Home::with_brightwater();
    home.write("report-templates/client.html", "<p>\n{{ nothing_of_that_name }}</p>\n");
    let run = home.run(&["check"]);
    assert_eq!(run.code, 3, "{}{}", run.out, run.err);
    assert!(run.out.contains("client.html:2:") && run.out.contains("nothing_of_that_name"), "{}", run.out);
    let report = home.write("assessments/brightwater-report.html", "the old report");
    home.run(&["report", "bright"]).failed(1, &["client.html:2:"]);
    assert_eq!(fs::read_to_string(report).unwrap(), "the old report");
    home.run(&["report", "bright", "--format", "md", "--out", "-"]).done();
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/report-templates");
    assert!(Home::new().run(&["check", shipped]).done().err.contains("0 errors"));
    let run = home.run(&["templates"]).done();
    assert!(run.out.contains(home.path("report-templates/client.html").to_str().unwrap()), "{}", run.out);
}

#[test]
fn a_questionnaire_named_twice_is_refused() {
    let home = Home::new();
    let twice = "format = 1\nquestionnaires = [\"gap-analysis@1.0.0\", \"gap-analysis\"]\ndate = 2026-11-22\n";
    let path = home.write("assessments/twice.toml", twice);
    home.run(&["score", "twice"]).failed(1, &["'gap-analysis' is named twice", "Name it once"]);
    assert_eq!(home.run(&["check", &text(&path)]).code, 3);
    home.run(&["new", "--questionnaire", "gap-analysis", "--questionnaire", "gap-analysis"])
        .failed(1, &["named twice"]);
    assert_eq!(home.read("assessments/twice.toml"), twice);
}

#[test]
fn a_key_that_is_given_twice_is_named() {
    let home = Home::new();
    let path = text(&home.write("a.toml", format!("{HEAD}[answers.ga_contacts]\nvalue = 1\nvalue = 2\n")));
    home.run(&["score", &path]).failed(1, &["a.toml:6:1", "'value' is given twice", "Leave one of the two out"]);
}
