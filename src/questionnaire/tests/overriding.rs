//! Own files beside the built-in ones.

use super::fixture::{BODY, HEAD};
use crate::problem::{Problem, Source};
use crate::questionnaire::{AssumedValue, Library, Loaded};

fn loaded(files: &[(&str, &str)]) -> Loaded {
    Library::with_sources(files.iter().map(|(name, text)| Source::new(*name, *text)).collect())
}

fn told(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().filter(|one| one.is_error()).map(Problem::to_string).collect()
}

fn small() -> String {
    format!("{HEAD}{BODY}")
}

#[test]
fn own_questionnaires_add_to_the_built_in_ones() {
    let loaded = loaded(&[("own/small.toml", &small())]);
    assert_eq!(told(&loaded), Vec::<String>::new());
    let origin = loaded.origins.last().expect("one");
    assert_eq!((origin.reference.as_str(), &*origin.file, origin.builtin), ("small@1.0.0", "own/small.toml", false));
    assert!(loaded.library.newest("gap-analysis").is_some());
}

#[test]
fn an_own_questionnaire_may_replace_a_built_in_one_or_stand_beside_it() {
    let replacing = small().replace("id = \"small\"", "id = \"closed-loop\"");
    let loaded_one = loaded(&[("own.toml", &replacing)]);
    let found: Vec<_> = loaded_one.library.questionnaires.iter().filter(|one| one.id == "closed-loop").collect();
    assert_eq!((found.len(), found[0].title.get("en")), (1, "Small"), "{:?}", told(&loaded_one));
    assert!(loaded_one.origins.iter().any(|origin| origin.overrides));

    let older = replacing.replace("version = \"1.0.0\"", "version = \"0.9\"");
    let newer = replacing.replace("version = \"1.0.0\"", "version = \"1.10.0\"");
    let loaded_three = loaded(&[("a.toml", &newer), ("b.toml", &older)]);
    let versions: Vec<&str> = loaded_three
        .library
        .questionnaires
        .iter()
        .filter(|one| one.id == "closed-loop")
        .map(|one| one.version.as_str())
        .collect();
    assert_eq!(versions, ["0.9", "1.0.0", "1.10.0"]);
    assert_eq!(loaded_three.library.newest("closed-loop").expect("there").version, "1.10.0");
}

#[test]
fn a_clash_of_names_is_told_and_the_own_questionnaire_left_out() {
    let clashing = small().replace("q_model", "ga_model");
    let loaded = loaded(&[("own.toml", &clashing)]);
    let told = told(&loaded);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("'ga_model' is already a question or metric of the questionnaire 'gap-analysis'"),
        "{told:?}"
    );
    assert!(loaded.library.newest("small").is_none());
}

#[test]
fn findings_of_two_questionnaires_must_not_have_the_same_id() {
    let finding = "[[finding]]\nid = \"G01\"\nwhen = \"q_icp <= 1\"\nseverity = 1\nstatement = \"S\"\naction = \"A\"\n\
                   owner = \"MKT\"\nhours = [1, 2]\ndays = 1\np = \"all\"\n";
    let loaded = loaded(&[("own.toml", &format!("{}{finding}", small()))]);
    assert!(told(&loaded)[0].contains("'G01' is already a finding of the questionnaire 'gap-analysis'"));
}

#[test]
fn a_broken_own_questionnaire_is_left_out_and_whoever_rests_on_it_says_so() {
    let broken = small().replace("label = \"Contacts\"\n", "");
    let resting = small()
        .replace("\"small\"", "\"second\"")
        .replace("q_", "s_")
        .replace("tactic_cost", "s_cost")
        .replace("\"mode\"", "\"s_mode\"")
        + "[[next]]\nwhen = \"q_contacts > 3\"\nquestionnaire = \"small\"\nreason = \"R\"\n";
    let loaded = loaded(&[("a.toml", &broken), ("b.toml", &resting)]);
    assert!(loaded.library.newest("small").is_none() && loaded.library.newest("second").is_none());
    let told = told(&loaded).join("\n");
    assert!(told.contains("question 'q_contacts' has no 'label'"), "{told}");
    assert!(
        told.contains("'q_contacts' belongs to the questionnaire 'small', which cannot be used as it is"),
        "{told}"
    );
}

#[test]
fn two_own_files_with_the_same_questionnaire() {
    let loaded = loaded(&[("a.toml", &small()), ("b.toml", &small())]);
    assert_eq!(
        told(&loaded),
        ["b.toml:2:1: the questionnaire small@1.0.0 is also in a.toml. Give it another version or id"]
    );
    assert_eq!(loaded.library.questionnaires.iter().filter(|one| one.id == "small").count(), 1);
}

#[test]
fn assumptions_and_benchmarks_are_overridden_by_id() {
    let assumption = |id: &str, value: &str| {
        format!("[[assumption]]\nid = \"{id}\"\nvalue = {value}\nunit = \"points\"\nnote = \"N\"\n")
    };
    let own = format!(
        "format = 1\n{}{}",
        assumption("gap.default_wanted", "70"),
        assumption("own.extra", "{ low = 1, base = 2, high = 3 }")
    );
    let figures = "format = 1\n[[benchmark]]\nid = \"B1\"\nfigure = \"F\"\nscope = \"S\"\nsource = \"X\"\nyear = \"2026\"\nread_at = \"Y\"\n";
    let loaded_one = loaded(&[("assumptions.toml", &own), ("benchmarks.toml", figures)]);
    assert_eq!(told(&loaded_one), Vec::<String>::new());
    let assumptions = &loaded_one.library.assumptions;
    assert_eq!(assumptions.scoring.default_wanted, 70.0);
    assert_eq!(
        assumptions.get("own.extra").map(|one| &one.value),
        Some(&AssumedValue::Cases { low: 1.0, base: 2.0, high: 3.0 })
    );
    assert_eq!(
        loaded_one.library.benchmarks.iter().find(|one| one.id == "B1").map(|one| one.figure.get("en")),
        Some("F")
    );

    let wrong = format!(
        "format = 1\n{}{}",
        assumption("gap.default_wanted", "[1, 2]"),
        assumption("print.area_coverage", "500")
    );
    assert_eq!(
        told(&loaded(&[("own/assumptions.toml", &wrong)])),
        [
            "own/assumptions.toml:4:9: 'value' of assumption 'gap.default_wanted' must be a number. The built-in value is used until then",
            "own/assumptions.toml:9:9: 'value' of assumption 'print.area_coverage' must be a number between 0 and 100",
        ]
    );
}
