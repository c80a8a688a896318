//! Keys and values of the file itself.

use super::fixture::{BODY, HEAD, compare, told, with};

fn added(addition: &str) -> Vec<String> {
    told(&with(addition), &format!("{HEAD}{BODY}"))
}

#[test]
fn what_is_wrong_with_keys_and_values_is_told_with_its_place() {
    let question = "[[question]]\nid = \"q\"\narea = \"profile\"\nlabel = \"Q\"\ntext.consultant = \"Q?\"\n";
    let cases: &[(&str, &[&str])] = &[
        (
            "lable = 1\n",
            &[
                "1:1 question 'q' has no 'type' | Add 'type = …'",
                "6:1 unknown key 'lable' in question 'q' | Did you mean 'label'?",
            ],
        ),
        ("type = \"txet\"\n", &["6:8 'type' of question 'q' is 'txet', which is not known | Did you mean 'text'?"]),
        (
            "type = \"text\"\nchoices = []\nflags = { requird = true }\n",
            &[
                "7:1 unknown key 'choices' in question 'q' | Known here: id, area, label, type, computed, funnel, text, variant, internal, help, period, when, flags, score, unknown_text, report, points_to",
                "8:11 unknown key 'requird' in 'flags' of question 'q' | Did you mean 'required'?",
            ],
        ),
        (
            "type = \"text\"\nhelp = 3\nreport = \"yes\"\n",
            &[
                "7:8 'help' of question 'q' must be text in quotes, or a table with one text a language, but is a number",
                "8:10 'report' of question 'q' must be true or false, but is text",
            ],
        ),
        (
            "type = \"text\"\ntext.slef = \"x\"\ninternal.prob = \"x\"\n",
            &[
                "7:6 unknown key 'slef' in 'text' of question 'q' | Did you mean 'self'?",
                "8:10 unknown key 'prob' in 'internal' of question 'q' | Did you mean 'probe'?",
            ],
        ),
        (
            "type = \"one\"\nchoices = [{ id = \"a\", label = \"A\", points = 1 }, { id = \"b\", label = \"B\" }]\n",
            &["7:11 question 'q' gives points to some choices, but not to 'b' | Give points to all choices or to none"],
        ),
        (
            "type = \"one\"\nchoices = [{ id = \"a\", label = \"A\" }, { id = \"a\", label = \"\" }]\n",
            &[
                "7:46 the id 'a' is given twice, first on line 136 | Rename one of the two",
                "7:59 'label' of choice 'a' of question 'q' is empty | Write what a person is to read",
            ],
        ),
        ("type = \"one\"\n", &["1:1 question 'q' has no 'choices' | Add 'choices = …'"]),
        (
            "type = \"many\"\nexclusive = \"non\"\nchoices = [{ id = \"a\", label = \"A\" }, { id = \"none\", label = \"B\" }]\n",
            &["7:13 question 'q' has no choice 'non' that could stand alone | Did you mean 'none'?"],
        ),
        (
            "type = \"number\"\nbounds = [10, 0]\n",
            &["7:10 'bounds' of question 'q' must ascend, but 10 is more than 0 | Write [0, 10]"],
        ),
        (
            "type = \"number\"\nbounds = [0, nan]\n",
            &["7:14 'bounds' of question 'q' is not a number one can compute with | Write an ordinary number"],
        ),
        (
            "type = \"number\"\nbounds = [0, inf]\n",
            &["7:14 'bounds' of question 'q' is not a number one can compute with | Write an ordinary number"],
        ),
        (
            "type = \"number\"\nbounds = [0]\nper = \"fortnight\"\n",
            &[
                "7:10 'bounds' of question 'q' must be two numbers, but has 1 | Write [from, to]",
                "8:7 'per' of question 'q' is 'fortnight', which is not known | Known here: day, week, month, quarter, year",
            ],
        ),
        (
            "type = \"number\"\nat_most = \"q_model\"\n",
            &[
                "7:11 'at_most' of question 'q' names 'q_model', which is not answered with a number | Name a numeric question",
            ],
        ),
        (
            "type = \"number\"\nat_most = \"q_contact\"\n",
            &["7:11 'at_most' of question 'q' names 'q_contact', which is no question | Did you mean 'q_contacts'?"],
        ),
        (
            "type = \"number\"\nat_most = \"tactic_cost\"\n",
            &[
                "7:11 'at_most' of question 'q' names 'tactic_cost', which is a metric, not a question | Did you mean 'q_tactics'?",
            ],
        ),
        ("type = \"rating\"\nscale = \"DOK\"\n", &["7:9 there is no scale 'DOK' | Did you mean 'DOC'?"]),
        (
            "type = \"rating\"\npoints = [\"a\", \"b\"]\n",
            &["7:10 question 'q' is rated from 0 to 4, but has 2 labels | Give five labels, 0 first"],
        ),
        (
            "type = \"rating\"\n",
            &[
                "1:1 question 'q' has neither 'scale' nor 'points' | Name a scale of [[scale]], or give the label of every point",
            ],
        ),
        (
            "type = \"list\"\nbounds = [0.5, 3]\n",
            &[
                "7:10 'bounds' of question 'q' counts entries, but is [0.5, 3] | Write the fewest and the most as whole numbers, such as [0, 15]",
            ],
        ),
        (
            "type = \"table\"\nlayout = \"quadrants\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"text\" }]\n",
            &[
                "7:10 question 'q' is laid out in quadrants, but does not say by which column | Add 'quadrants' with the id of a column of four choices",
            ],
        ),
        (
            "type = \"table\"\nquadrants = \"a\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"text\" }]\n",
            &[
                "7:13 question 'q' has no column 'a' of four choices to lay it out by | Name a column of type \"one\" with four choices",
            ],
        ),
        (
            "type = \"table\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"list\" }]\n",
            &[
                "7:44 'type' of column 'a' of question 'q' is 'list', which is not known | Known here: text, number, percent, money, hours, days, one, yes_no, rating",
            ],
        ),
        (
            "type = \"table\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"text\", suggest_from = \"q_tactics.nam\" }]\n",
            &["7:67 'q_tactics' has no column 'nam' | Did you mean 'name'?"],
        ),
        (
            "type = \"rows\"\nrows = [{ id = \"a\", label = \"A\" }]\n",
            &[
                "1:1 question 'q' has neither 'cell' nor 'columns' | Say what each row holds, such as cell = { type = \"number\" }",
            ],
        ),
        (
            "type = \"grid\"\nrows = []\ncolumns_from = \"q_model\"\npoints = [\"a\", \"b\"]\n",
            &[
                "7:8 question 'q' has no rows | Give at least one",
                "8:16 'columns_from' of question 'q' names 'q_model', which is not a list | Name a question of type \"list\"",
            ],
        ),
        (
            "type = \"text\"\nscore = { weight = 1 }\n",
            &[
                "7:9 question 'q' is scored, but its area 'profile' has no weight | Give the area a weight, or leave the score out",
                "7:9 an answer of the type of question 'q' cannot be scored itself | Score a metric made from it instead",
            ],
        ),
        ("type = \"text\"\nwhen = 3\n", &["7:8 'when' of question 'q' must be text in quotes, but is a number"]),
        (
            "type = \"text\"\nwhen = \"\"\n",
            &["7:8 'when' of question 'q' is empty | Write a condition or formula, or leave the key out"],
        ),
    ];
    compare(cases, |case| added(&format!("{question}{case}")));
}

#[test]
fn scores_and_curves() {
    let question = "[[question]]\nid = \"q\"\narea = \"audience\"\nlabel = \"Q\"\ntext.consultant = \"Q?\"\n";
    let cases: &[(&str, &[&str])] = &[
        (
            "type = \"number\"\nscore = { weight = 1, curve = [[0, 0], [10, 50], [10, 100]] }\n",
            &[
                "7:50 'curve' of 'score' of question 'q' does not increase: 10 comes after 10 | Put the points in ascending order of x, each x once",
            ],
        ),
        (
            "type = \"number\"\nscore = { weight = 1, curve = [[0, 0], [10, 150]] }\n",
            &[
                "7:40 'curve' of 'score' of question 'q' gives 150 points, but points go from 0 to 100 | Write points from 0 to 100 as the second number",
            ],
        ),
        (
            "type = \"number\"\nscore = { weight = 1, curve = [[0, 0]] }\n",
            &["7:31 'curve' of 'score' of question 'q' needs at least two points | Write [[x, points], [x, points]]"],
        ),
        (
            "type = \"number\"\nscore = { weight = 1, curve = [[0, 0, 1], [1]] }\n",
            &[
                "7:32 a point of 'curve' of 'score' of question 'q' must be two numbers, but is 3 | Write each point as [x, points]",
                "7:43 a point of 'curve' of 'score' of question 'q' must be two numbers, but is 1 | Write each point as [x, points]",
            ],
        ),
        (
            "type = \"number\"\nscore = { weight = 0 }\n",
            &[
                "7:9 question 'q' is scored, but has no curve | Add curve = [[x, points], …]",
                "7:20 'weight' of 'score' of question 'q' is 0, but must be more than 0",
            ],
        ),
        (
            "type = \"rating\"\nscale = \"DOC\"\nscore = { weight = 1, curve = [[0, 0], [4, 100]] }\n",
            &[
                "8:9 question 'q' is a rating and needs no curve | A rating scores 25 points a step; leave the curve out",
            ],
        ),
        (
            "type = \"one\"\nscore = { weight = 1 }\nchoices = [{ id = \"a\", label = \"A\" }, { id = \"b\", label = \"B\" }]\n",
            &["7:9 question 'q' is scored, but its choices have no points | Give every choice its points"],
        ),
    ];
    compare(cases, |case| added(&format!("{question}{case}")));
}
