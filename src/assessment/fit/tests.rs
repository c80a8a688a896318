use super::*;
use crate::problem::Source;
use crate::questionnaire::Library;

const HEAD: &str = "format = 1\nquestionnaires = [\"gap-analysis@1.0.0\"]\ndate = 2026-11-22\n";

fn core() -> Selection {
    Library::builtin().select(&["gap-analysis".to_owned()]).unwrap()
}

fn fitted(text: &str) -> (Assessment, Vec<String>) {
    let source = Source::new("a.toml", format!("{HEAD}{text}"));
    let mut assessment = crate::assessment::read(&source).unwrap_or_else(|it| panic!("{it:#?}")).assessment;
    let misfits = fit(&core(), &mut assessment);
    (assessment, misfits.iter().map(|it| it.problem(&source).to_string()).collect())
}

#[test]
fn the_example_fits() {
    let text = include_str!("../../cli/demo/brightwater.toml");
    let mut assessment = crate::assessment::read(&Source::new("b.toml", text)).unwrap().assessment;
    assert_eq!(fit(&core(), &mut assessment), []);
}

#[test]
fn what_does_not_fit_is_told_with_its_place_and_counts_as_open() {
    let cases = [
        ("[answers.ga_model]\nvalue = \"b2d\"", "a.toml:5:9: 'b2d' is not a choice of 'ga_model'. Did you mean"),
        ("[answers.ga_model]\nvalue = 3", "has the wrong type. It takes the id of a choice"),
        ("[answers.ga_causes]\nvalue = [\"time\", \"tme\"]", "a.toml:5:18: 'tme' is not a choice"),
        ("[answers.ga_causes]\nvalue = [\"time\", \"time\"]", "'time' is there twice"),
        ("[answers.ga_limits]\nvalue = [\"none\", \"launch\"]", "'none' stands beside other choices"),
        ("[answers.ga_active]\nvalue = 130", "130 is too large: the most possible is 100"),
        ("[answers.ga_contacts]\nvalue = -1", "-1 is too small"),
        ("[answers.ga_icp]\nvalue = 5", "5 is not a rating. It is a whole number from 0 to 4"),
        ("[answers.ga_icp]\nvalue = 1.5", "1.5 is not a rating"),
        ("[answers.ga_pain]\nvalue = [\"a\"]", "It takes a text"),
        ("[answers.ga_audiences]\nvalue = [\"a\", \"b\", \"c\", \"d\"]", "There can be at most 3"),
        ("[answers.ga_audiences]\nvalue = [\"a\", \"a\"]", "there twice"),
        ("[[answers.ga_tactics.value]]\nname = \"x\"\nmeasured = \"resutl\"", "a.toml:6:12: 'resutl' is not a choice"),
        (
            "[[answers.ga_tactics.value]]\ncost = \"much\"",
            "a.toml:5:8: the cell 'cost' has the wrong type. It takes a number",
        ),
        ("[[answers.ga_products.value]]\nrevenue = 101", "the cell 'revenue' is not possible"),
        ("[[answers.ga_products.value]]\npromoted = \"y\"", "It takes true or false"),
        ("[answers.ga_mix.value]\nproduct = 9", "a.toml:5:11: 9 is not a rating"),
        ("[answers.ga_mix.value]\nproduct = { status = \"maybe\" }", "the row 'product' has one cell"),
        ("[answers.ga_mix]\nvalue = 3", "It takes a table of rows"),
        ("[answers.ga_cover.value]\nuse = { finance = 3 }", "3 is not a rating. It is a whole number from 0 to 2"),
    ];
    for (text, wanted) in cases {
        let (assessment, told) = fitted(text);
        assert!(told.len() == 1 && told[0].contains(wanted), "{text}: {told:#?}");
        assert!(assessment.answers.values().all(|answer| answer.value().is_none()), "{text}");
    }
}

#[test]
fn what_is_merely_unknown_is_told_and_kept() {
    let cases = [
        ("[answers.ga_kontakts]\nvalue = 3", "Did you mean 'ga_contacts'?"),
        ("[answers.hg_offer]\nvalue = \"x\"", "no questionnaire of this assessment asks 'hg_offer'"),
        ("[[answers.ga_tactics.value]]\nname = \"x\"\ncolour = \"red\"", "'ga_tactics' has no column 'colour'"),
        ("[answers.ga_mix.value]\npromotoin = 3", "Did you mean 'promotion'?"),
        ("[answers.ga_model]\nvalue = \"b2b\"\nlow = 3", "'low' is for numbers"),
    ];
    for (text, wanted) in cases {
        let (assessment, told) = fitted(text);
        assert!(told.len() == 1 && told[0].contains(wanted), "{text}: {told:#?}");
        assert!(assessment.answers.values().all(|answer| answer.value().is_some()), "{text}");
    }
}

#[test]
fn what_may_be_said_in_two_ways_takes_the_question_s_shape() {
    let (it, told) = fitted(
        "[answers.ga_tactics]\nvalue = []\n[answers.ga_limits]\nvalue = []\n[answers.ga_audiences]\nvalue = [\"a\", \"b\"]\n\
         [answers.ga_cover.value]\nuse = { status = \"na\" }\nbuy = { a = 1, parked = 2 }\n[answers.ga_leads]\nvalue = 5\n[answers.ga_won]\nvalue = 9\n",
    );
    assert_eq!(told, [""; 0], "more won than asked is a contradiction, not a misfit");
    assert_eq!(it.value("ga_tactics"), Some(&Value::Table(vec![])));
    assert_eq!(it.value("ga_limits"), Some(&Value::Texts(vec![])));
    assert_eq!(it.value("ga_cover").unwrap().cell("use", "b"), Some(&crate::assessment::Cell::NotApplicable));
}
