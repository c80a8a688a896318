//! Lists of accounts as they really come: every separator and encoding, and everything that can be wrong with them.

use gapwise::accounts::list::ListError;
use gapwise::accounts::{OddKind, Remark};

use crate::accounts::{profile, read};
use crate::commands::Home;

const ASSESSMENT: &str = r#"# my own remark
format = 1
questionnaires = ["accounts@1.0.0"]
date = 2026-11-22
client.name = "Acme"

[accounts]
of_mine = "kept"

[answers]
ic_criteria.value = [
  { name = "employees", csv_column = "employees", kind = "number", worst = 20, best = 200, weight = 3 },
  { name = "sector", csv_column = "sector", kind = "map", map = "logistics=100, retail=60", weight = 5 },
  { name = "growth", csv_column = "growth", kind = "yesno", weight = 2 },
]
ic_gates.value = [{ column = "country", operator = "one_of", value = "DE, AT" }]
ic_slots.value = 2
ic_space.value = { current_spend = "spend", potential_spend = "potential" }
ic_rival_column.value = "supplier"
ic_rival_names.value = ["Globex"]
"#;

const LIST: &str = "company,employees,sector,growth,country,spend,potential,supplier\n\
Two,200,logistics,yes,DE,100,400,\n\
Three,110,logistics,yes,AT,,,Globex\n\
=2+5,20,retail,no,DE,,,\n\
Five,20,,no,DE,0,0,\n\
Seven,200,logistics,yes,FR,100,900,\n";

fn home() -> Home {
    let home = Home::new();
    home.write("assessments/acme.toml", ASSESSMENT);
    home.write("assessments/list.csv", LIST);
    home
}

fn ranked(home: &Home, more: &[&str]) -> crate::commands::Run {
    let list = home.path("assessments/list.csv");
    let mut args = vec!["accounts", "acme", "--csv", list.to_str().unwrap()];
    args.extend(more);
    home.run(&args)
}

#[test]
fn a_list_is_ranked_and_what_it_comes_to_is_recorded() {
    let home = home();
    let run = ranked(&home, &[]).done();
    let first: Vec<&str> = run.out.lines().skip(1).map(|line| line.split_whitespace().nth(2).unwrap()).collect();
    assert_eq!(first, ["Two", "Three", "=2+5"], "{}", run.out);
    let file = home.read("assessments/acme.toml");
    for wanted in [
        "# my own remark",
        "of_mine = \"kept\"",
        "[accounts.ranked]",
        "needs_data = 1",
        "{ class = \"A\", fit = 100, name = \"Two\", space = 300, step = \"cross_sell\" }",
        "[answers.ic_csv]\nvalue = \"list.csv\"",
        "[answers.ic_a_accounts]\nvalue = 2\nevidence = \"record\"",
        "[answers.ic_space_accounts]\nvalue = 1\n",
        "[answers.ic_rival_accounts]\nvalue = 1\n",
        "[answers.ic_needs_data]\nvalue = 20\n",
    ] {
        assert!(file.contains(wanted), "{wanted}:\n{file}");
    }
    // from now on the assessment knows its list, and the same list gives the same figures
    let again = home.run(&["accounts", "acme"]).done();
    assert_eq!(again.out, run.out);
    home.run(&["check", home.path("assessments/acme.toml").to_str().unwrap()]).done();
}

#[test]
fn what_is_handed_over_holds_no_formula() {
    let home = home();
    let out = home.path("ranked.csv");
    ranked(&home, &["--out", out.to_str().unwrap()]).done();
    let text = home.read("ranked.csv");
    assert!(text.contains("\r\n3,C,'=2+5,30,"), "{text}");
    assert!(text.contains(",Below the minimum,country is not DE or AT,6\r\n"), "{text}");
    assert_eq!(text.lines().count(), 6);
    let again = ranked(&home, &["--out", out.to_str().unwrap()]);
    assert!(again.code == 1 && again.err.contains("exists already"), "{}", again.err);
    let json: serde_json::Value = serde_json::from_str(&ranked(&home, &["--json"]).done().out).unwrap();
    assert_eq!(json["counts"]["a"], 2);
    assert_eq!(json["accounts"][3]["reasons"][0], "sector");
}

#[test]
fn the_report_shows_the_ranked_list() {
    let home = home();
    ranked(&home, &[]).done();
    let report = |format: &str| home.run(&["report", "acme", "--format", format, "--out", "-"]).done().out;
    let markdown = report("md");
    assert!(
        markdown.contains("2 companies come first this quarter") || markdown.contains("Two companies"),
        "{markdown}"
    );
    assert!(markdown.contains("| 1 | Two | A | 100 | €300 | Talk about what else would help |"), "{markdown}");
    assert!(report("html").contains("1. Two"));
    assert_eq!(markdown, report("md"));
}

#[test]
fn every_way_of_writing_a_list_gives_the_same_ranking() {
    let wanted = read(LIST, &profile()).unwrap();
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(LIST.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let semicolons = LIST.replace(',', ";").replace("110", "\"110,0\"").replace(";900", ";900 €");
    let quoted = LIST.replace("Two", "\"Two\"").replace("200", "\"200.00\"").replace(",400", ",\"$400.00\"");
    let cases: [Vec<u8>; 7] = [
        format!("\u{feff}{}", LIST.replace('\n', "\r\n")).into_bytes(),
        utf16,
        semicolons.into_bytes(),
        LIST.replace(',', "\t").into_bytes(),
        quoted.into_bytes(),
        format!("sep=;\n{}", LIST.replace(',', ";")).into_bytes(),
        LIST.replace('\n', "\n\n,,,,,,,\n").into_bytes(),
    ];
    for (at, bytes) in cases.into_iter().enumerate() {
        let list = read(bytes, &profile()).unwrap();
        let without_lines = |list: &gapwise::accounts::List| {
            list.accounts.iter().map(|one| gapwise::accounts::Account { line: 0, ..one.clone() }).collect::<Vec<_>>()
        };
        assert_eq!(without_lines(&list), without_lines(&wanted), "case {at}");
    }
}

#[test]
fn decimal_signs_are_settled_by_the_column() {
    let list = |rows: &str| {
        read(format!("company;employees;sector;growth;country;spend;potential;supplier\n{rows}"), &profile())
    };
    // one cell with two decimals says what 1.500 is
    let found = list("a;100;retail;yes;DE;1.500;2.500,50;\n").unwrap();
    assert_eq!(found.accounts[0].white_space, Some(1000.5));
    let points = read(
        "company,employees,sector,growth,country,spend,potential,supplier\na,100,retail,yes,DE,1.500,2.25,\n",
        &profile(),
    );
    assert_eq!(points.unwrap().accounts[0].white_space, Some(0.75));
    let both = list("a;100;retail;yes;DE;1.5;9;\nb;100;retail;yes;DE;1,5;9;\n").unwrap();
    assert!(both.remarks.contains(&Remark::BothSigns("spend".into())));
    assert!(both.accounts.iter().all(|one| one.white_space == Some(7.5)));
    let unsure = read(
        "company,employees,sector,growth,country,spend,potential,supplier\na,\"1,500\",retail,yes,DE,,,\n",
        &profile(),
    );
    let unsure = unsure.unwrap();
    assert_eq!((unsure.oddities[0].kind, unsure.oddities[0].line), (OddKind::TwoWays, 2));
}

#[test]
fn missing_columns_are_named_with_the_nearest_and_remembered() {
    let home = home();
    home.write("assessments/list.csv", LIST.replace("employees", "Number of employees").replace("sector", "sektor"));
    let before = home.read("assessments/acme.toml");
    let run = ranked(&home, &[]);
    assert_eq!(run.code, 1);
    for wanted in [
        "'employees', for the trait",
        "Did you mean 'Number of employees'",
        "Did you mean 'sektor'",
        "--map 'sector=sektor'",
    ] {
        assert!(run.err.contains(wanted), "{wanted}: {}", run.err);
    }
    assert_eq!(home.read("assessments/acme.toml"), before, "nothing was written");
    ranked(&home, &["--map", "employees=Number of employees", "--map", "sector=sektor"]).done();
    assert!(
        home.read("assessments/acme.toml")
            .contains("columns = { employees = \"Number of employees\", sector = \"sektor\" }")
    );
    ranked(&home, &[]).done();
    // a newer list that calls its columns as the answers do needs no mapping any more
    home.write("assessments/list.csv", LIST);
    ranked(&home, &[]).done();
    let wrong = ranked(&home, &["--map", "employes=x"]);
    assert!(wrong.err.contains("Did you mean 'employees'?"), "{}", wrong.err);
    // a column the list does not have: unknown everywhere, and nothing is recorded of it
    home.write("assessments/list.csv", LIST.replace("supplier", "other"));
    home.write("assessments/acme.toml", ASSESSMENT);
    ranked(&home, &["--map", "supplier="]).done();
    assert!(!home.read("assessments/acme.toml").contains("ic_rival_accounts"));
}

#[test]
fn files_that_are_no_lists_say_why() {
    let error = |bytes: &[u8]| read(bytes, &profile()).unwrap_err();
    assert!(matches!(error(b"PK\x03\x04...."), ListError::Workbook { .. }));
    assert!(matches!(error(b"a,b\n\0,x,,,,,,,,,,,\n"), ListError::NotText { line: 2, .. }));
    assert!(matches!(error(LIST.lines().next().unwrap().as_bytes()), ListError::Empty { .. }));
    // What is empty has no columns to name.
    for empty in [&b""[..], b"\n\n", b";;;\n", b"\xef\xbb\xbf"] {
        assert!(matches!(error(empty), ListError::Empty { .. }), "{empty:?}");
    }
    let headless = LIST.split_once('\n').unwrap().1;
    assert!(matches!(error(headless.as_bytes()), ListError::MissingColumns { headless: true, .. }));
    let wide = "a,".repeat(1_000);
    assert!(matches!(error(format!("{wide}\n{wide}").as_bytes()), ListError::TooWide { columns: 1_001, .. }));
    let unclosed = format!("{LIST}\"never closed,1\n{}", "x,1,2,3\n".repeat(200_000));
    assert!(matches!(error(unclosed.as_bytes()), ListError::Unclosed { line: 7, .. }));
    let short = format!("{LIST}\"never closed,1\nx,1,2,3\n");
    assert!(matches!(error(short.as_bytes()), ListError::Unclosed { line: 7, .. }));
    let home = home();
    home.write("assessments/list.csv", headless);
    assert!(ranked(&home, &[]).err.contains("looks like an account"));
    assert!(ranked(&home, &["--encoding", "klingon"]).err.contains("not the name of an encoding"));
    assert!(home.run(&["accounts", "acme", "--csv", "nowhere.csv"]).err.contains("cannot read nowhere.csv"));
    home.write("assessments/acme.toml", ASSESSMENT.split("[answers]").next().unwrap());
    assert!(ranked(&home, &[]).err.contains("ic_criteria is not answered"));
    home.write("assessments/acme.toml", ASSESSMENT.replace("accounts@1.0.0", "pipeline@1.0.0"));
    assert!(ranked(&home, &[]).err.contains("asks what makes a company ideal"));
}

#[test]
fn oddities_are_told_with_their_lines_and_nothing_is_dropped() {
    let list = "company,employees,sector,growth,country,spend,potential,supplier,,Sector\n\
        M\u{fc}ller,many,farming,perhaps,DE,,,,,\n\
        \"two\nlines\",n/a,retail,yes,DE,,\n\
        m\u{fc}ller ,50,retail,yes,DE,,,,,\n\
        ,50,retail,yes,DE,,,,,\n";
    let windows: Vec<u8> = list.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let list = read(windows, &profile()).unwrap();
    assert_eq!(list.accounts.iter().map(|one| one.line).collect::<Vec<_>>(), [2, 3, 5, 6]);
    assert_eq!(list.accounts[1].name, "two lines");
    for wanted in [
        Remark::NotUtf8(2),
        Remark::HeadingTwice("Sector".into()),
        Remark::NoHeading(1),
        Remark::Uneven { line: 3, count: 1 },
        Remark::Twice { name: "Müller".into(), lines: vec![2, 5] },
        Remark::Nameless { line: 6, count: 1 },
    ] {
        assert!(list.remarks.contains(&wanted), "{wanted:?}: {:?}", list.remarks);
    }
    let told: Vec<_> = list.oddities.iter().map(|odd| (odd.kind, odd.line, odd.text.as_str())).collect();
    assert_eq!(
        told,
        [(OddKind::NoNumber, 2, "many"), (OddKind::UnnamedWord, 2, "farming"), (OddKind::NoYesOrNo, 2, "perhaps")]
    );
}

#[test]
fn a_list_with_nothing_above_the_conditions_says_so() {
    let home = home();
    home.write("assessments/list.csv", LIST.replace(",DE,", ",US,").replace(",AT,", ",US,"));
    let run = ranked(&home, &[]).done();
    assert!(run.out.contains("No account could be ranked: 0 need data, 5 are below the minimum"), "{}", run.out);
    assert!(home.read("assessments/acme.toml").contains("[answers.ic_a_accounts]\nvalue = 0"));
}

#[test]
fn rows_of_the_answers_that_cannot_be_used_are_told() {
    let home = home();
    let odd = ASSESSMENT.replace("worst = 20, best = 200", "worst = 20, best = 20").replace("retail=60", "retail=600");
    home.write("assessments/acme.toml", odd);
    let run = ranked(&home, &[]).done();
    assert!(run.err.contains("'employees' in ic_criteria: its worst and its best value are both 20"), "{}", run.err);
    assert!(run.err.contains("'retail=600' is not a word with points"), "{}", run.err);
}

#[test]
fn currencies_percent_signs_and_grouped_thousands_are_numbers_wherever_the_list_comes_from() {
    use gapwise::accounts::{Criterion, Profile, Trait};
    let of = |column: &str, best| Criterion {
        name: column.into(),
        column: column.into(),
        kind: Trait::Number { worst: 0.0, best },
        weight: 1.0,
    };
    let profile = Profile { criteria: vec![of("sales", 2e6), of("margin", 50.0)], ..Profile::default() };
    // 1,000,000 ÷ 2,000,000 = 50; 25 ÷ 50 = 50
    for list in [
        "company;sales;margin\na;1.000.000,00 €;25 %\nb;2;25,5\n",
        "company,sales,margin\na,\"$1,000,000.00\",25%\n",
        "company\tsales\tmargin\na\t1 000 000 CHF\t25\n",
        "company|sales|margin\na|1'000'000.00|25.0%\n",
    ] {
        let list = read(list, &profile).unwrap();
        assert_eq!(list.accounts[0].fit, Some(50.0), "{list:?}");
        assert!(list.oddities.is_empty(), "{:?}", list.oddities);
    }
}

#[test]
fn a_long_list_is_read_row_by_row_and_tells_how_far_it_is() {
    use gapwise::accounts::{Words, list};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    let (head, row) =
        ("company,employees,sector,growth,country,spend,potential,supplier\n", "x,110,logistics,,DE,1,2,\n");
    std::fs::write(&path, format!("{head}{}", row.repeat(30_000))).unwrap();
    let size = std::fs::metadata(&path).unwrap().len();
    let mut told: Vec<(u64, u64)> = Vec::new();
    let mapping = Default::default();
    let list =
        list::read(&path, &profile(), &mapping, &Words::new("en"), None, &mut |done, all| told.push((done, all)));
    assert_eq!(list.unwrap().accounts.len(), 30_000);
    assert!(told.len() > 10 && told.is_sorted(), "{told:?}");
    assert_eq!(told.last(), Some(&(2 * size, 2 * size)), "both passes through the rows count");
}
