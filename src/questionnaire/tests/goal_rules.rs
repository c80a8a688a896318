//! Goal rules with one thing wrong each: what is said, and where.

use super::fixture::{BODY, HEAD, compare, told, with};

fn added(addition: &str) -> Vec<String> {
    told(&with(addition), &format!("{HEAD}{BODY}"))
}

/// Rules that are sound; each case takes one line out of them or puts another in its place.
const METRIC: &str = r#"[[goal_metric]]
id = "g"
class = "volume"
label = "G"
definition = "D"
unit = "number"
baseline = "q_contacts"
leading = "L"
"#;

const CHECK: &str = r#"[[goal_check]]
id = "c"
order = 1
when = "q_icp <= 1"
classes = ["volume"]
instead = "handover"
text = "T"
goal = "G"
"#;

const OPTION: &str = r#"[[goal_option]]
id = "o"
letter = "A"
title = "T"
summary = "S"
tactics = 1
metrics = 1
first_signs = [30, 60]
cause = "C"
risk = "R"
otherwise = "O"
"#;

const SLOWDOWN: &str = r#"[[goal_slowdown]]
id = "s"
when = "q_icp <= 1"
factor = "goal.slow.season"
text = "T"
"#;

/// What is said when a line of sound rules is another.
fn compare_changed(sound: &str, cases: &[(&str, &str, &[&str])]) {
    assert_eq!(added(sound), Vec::<String>::new());
    let changed: Vec<(String, &[&str])> = cases
        .iter()
        .map(|(from, to, said)| {
            assert!(sound.contains(from), "{from}");
            (sound.replace(from, to), *said)
        })
        .collect();
    let changed: Vec<(&str, &[&str])> = changed.iter().map(|(text, said)| (text.as_str(), *said)).collect();
    compare(&changed, added);
}

#[test]
fn metrics() {
    compare_changed(
        METRIC,
        &[
            ("class = \"volume\"\n", "", &["1:1 goal metric 'g' has no 'class' | Add 'class = …'"]),
            ("label = \"G\"\n", "", &["1:1 goal metric 'g' has no 'label' | Add 'label = …'"]),
            ("leading = \"L\"\n", "", &["1:1 goal metric 'g' has no 'leading' | Add 'leading = …'"]),
            ("baseline = \"q_contacts\"\n", "", &["1:1 goal metric 'g' has no 'baseline' | Add 'baseline = …'"]),
            ("definition = \"D\"\n", "", &["1:1 goal metric 'g' has no 'definition' | Add 'definition = …'"]),
            ("\"volume\"", "\"standard\"", &["1:1 goal metric 'g' has no 'standard' | Add 'standard = …'"]),
            (
                "\"volume\"",
                "\"volumes\"",
                &["3:9 'class' of goal metric 'g' is 'volumes', which is not known | Did you mean 'volume'?"],
            ),
            (
                "q_contacts",
                "q_contatcs",
                &[
                    "7:13 'baseline' of goal metric 'g': 'q_contatcs' is no question or metric of any installed questionnaire | Did you mean 'q_contacts'?",
                ],
            ),
            (
                "\"number\"",
                "\"pieces\"",
                &[
                    "6:8 'unit' of goal metric 'g' is 'pieces', which is not known | Known here: number, points, percent, money, hours, days",
                ],
            ),
            (
                "leading",
                "better = \"lower\"\nleading",
                &[
                    "8:10 goal metric 'g' is forecast, so it can only get better by rising | Make it a standard, or aim at a number that rises",
                ],
            ),
            (
                "leading",
                "areas = [\"audiense\"]\nleading",
                &["8:10 there is no area 'audiense' | Did you mean 'audience'?"],
            ),
            ("leading", "through = \"h\"\nleading", &["8:11 there is no goal metric 'h' | Known here: g"]),
            ("leading", "finding = \"F\"\nleading", &["8:11 there is no finding 'F' | Leave it out"]),
            (
                "leading",
                "lag_unknown = 99\nleading",
                &["8:15 'lag_unknown' of goal metric 'g' is 99, but must lie between 0 and 40"],
            ),
            (
                "leading",
                "breakpoints = [90, 80]\nleading",
                &["8:15 'breakpoints' of goal metric 'g' must go from the easiest to the hardest | Reorder them"],
            ),
            (
                "leading",
                "laeding = \"M\"\nleading",
                &["8:1 unknown key 'laeding' in goal metric 'g' | Did you mean 'leading'?"],
            ),
            (
                "leading",
                "standard = \"At least {valeu}\"\nleading",
                &["8:12 'standard' of goal metric 'g' uses {valeu}, which stands for nothing | Did you mean 'value'?"],
            ),
        ],
    );
}

#[test]
fn checks() {
    compare_changed(
        CHECK,
        &[
            ("id = \"c\"\n", "", &["1:1 goal check 1 has no 'id' | Add 'id = …'"]),
            ("order = 1\n", "", &["1:1 goal check 'c' has no 'order' | Add 'order = …'"]),
            ("classes = [\"volume\"]\n", "", &["1:1 goal check 'c' has no 'classes' | Add 'classes = …'"]),
            ("instead = \"handover\"\n", "", &["1:1 goal check 'c' has no 'instead' | Add 'instead = …'"]),
            ("text = \"T\"\n", "", &["1:1 goal check 'c' has no 'text' | Add 'text = …'"]),
            ("goal = \"G\"\n", "", &["1:1 goal check 'c' has no 'goal' | Add 'goal = …'"]),
            ("order = 1", "order = \"first\"", &["3:9 'order' of goal check 'c' must be a number, but is text"]),
            (
                "when = \"q_icp <= 1\"\n",
                "",
                &[
                    "1:1 goal check 'c' never applies | Add 'when', or 'looks_at' with \"baseline\", \"events\", \"hours\" or \"owner\"",
                ],
            ),
            (
                "when = \"q_icp <= 1\"",
                "when = \"q_icp <= 1\"\nlooks_at = \"owner\"",
                &["4:8 goal check 'c' has both 'when' and 'looks_at' | Keep one of the two"],
            ),
            (
                "when = \"q_icp <= 1\"",
                "looks_at = \"onwer\"",
                &["4:12 'looks_at' of goal check 'c' is 'onwer', which is not known | Did you mean 'owner'?"],
            ),
            (
                "q_icp",
                "q_icpp",
                &[
                    "4:9 'when' of goal check 'c': 'q_icpp' is no question or metric of any installed questionnaire | Did you mean 'q_icp'?",
                ],
            ),
            ("[\"volume\"]", "[\"volume\", \"rates\"]", &["5:22 'rates' is no class of goals | Did you mean 'rate'?"]),
            (
                "\"handover\"",
                "\"hand_over\"",
                &["6:11 'instead' of goal check 'c' is 'hand_over', which is not known | Did you mean 'handover'?"],
            ),
            (
                "\"G\"",
                "\"G {onwer}\"",
                &["8:8 'goal' of goal check 'c' uses {onwer}, which stands for nothing | Did you mean 'owner'?"],
            ),
        ],
    );
}

#[test]
fn options() {
    compare_changed(
        OPTION,
        &[
            ("letter = \"A\"\n", "", &["1:1 goal option 'o' has no 'letter' | Add 'letter = …'"]),
            ("tactics = 1\n", "", &["1:1 goal option 'o' has no 'tactics' | Add 'tactics = …'"]),
            ("tactics = 1", "tactics = 0", &["6:11 'tactics' of goal option 'o' is 0, but must lie between 1 and 100"]),
            (
                "[30, 60]",
                "[30.5, 60]",
                &["8:15 'first_signs' of goal option 'o' must be whole days | Write for example [30, 60]"],
            ),
            (
                "otherwise = \"O\"\n",
                "",
                &[
                    "2:6 no option is recommended when no condition of any is true | Give one option 'otherwise' with the reason that is then printed",
                ],
            ),
        ],
    );
}

#[test]
fn slowdowns() {
    compare_changed(
        SLOWDOWN,
        &[
            ("when = \"q_icp <= 1\"\n", "", &["1:1 goal slowdown 's' has no 'when' | Add 'when = …'"]),
            ("factor = \"goal.slow.season\"\n", "", &["1:1 goal slowdown 's' has no 'factor' | Add 'factor = …'"]),
            (
                "goal.slow.season",
                "goal.slow.saison",
                &[
                    "4:10 'factor' of goal slowdown 's' is 'goal.slow.saison', which is no assumption | Did you mean 'goal.slow.season'?",
                ],
            ),
        ],
    );
}
