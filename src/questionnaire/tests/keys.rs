//! Keys and values of the file itself.

use super::fixture::{BODY, HEAD, compare, load, told, with};

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
                "7:1 unknown key 'choices' in question 'q' | Known here: id, area, label, type, text, variant, internal, help, period, when, flags, score, unknown_text, report, draws_quotes",
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

#[test]
fn other_elements() {
    let cases: &[(&str, &[&str])] = &[
        (
            "[[question]]\nid = \"q_model\"\n",
            &[
                "1:1 question 'q_model' has no 'area' | Add 'area = …'",
                "1:1 question 'q_model' has no 'label' | Add 'label = …'",
                "1:1 question 'q_model' has no 'type' | Add 'type = …'",
                "1:1 question 'q_model' has no 'text' | Add 'text = …'",
                "2:6 the id 'q_model' is given twice, first on line 33 | Rename one of the two",
            ],
        ),
        (
            "[[question]]\nid = \"9 lives\"\narea = \"profil\"\ntype = \"text\"\nlabel = \"L\"\ntext.consultant = \"T\"\n",
            &[
                "2:6 '9 lives' cannot be an id | Use letters, digits and underscores, a letter first, and no word that expressions reserve",
                "3:8 there is no area 'profil' | Did you mean 'profile'?",
            ],
        ),
        (
            "[[metric]]\nid = \"m\"\nlabel = \"M\"\nunit = \"text\"\nexplain = \"E\"\nformula = \"1 + 1\"\nscore = { area = \"audience\", weight = 1 }\n",
            &[
                "6:12 'formula' of metric 'm' must give a text, but gives a number | Change the formula, or the metric's unit",
                "7:9 metric 'm' is scored, but is not a number | Leave the score out, or score a number made from it",
            ],
        ),
        (
            "[[metric]]\nid = \"m\"\nlabel = \"M\"\nunit = \"number\"\nexplain = \"E\"\nformula = \"q_contacts\"\nneeds = \"q_contacts > 1\"\nscore = { area = \"profile\", weight = 1, covers = \"q_model\" }\n",
            &[
                "1:1 metric 'm' has no 'needs_text' | Add 'needs_text = …'",
                "8:18 'score' of metric 'm' counts in the area 'profile', which has no weight | Give the area a weight, or leave the score out",
                "8:50 'covers' of 'score' of metric 'm' names 'q_model', which is not a table | Name a table, rows or a grid",
            ],
        ),
        (
            "[[metric]]\nid = \"m\"\nlabel = \"M\"\nunit = \"text\"\nexplain = \"E\"\nformula = \"q_contacts > 1 ? 'a' : 'b'\"\ntexts = { a = \"A\", c = \"C\" }\n",
            &[
                "6:12 metric 'm' can be 'b', but 'texts' does not say what a person then reads | Add b = \"…\" to 'texts'",
                "6:12 metric 'm' has a text for 'c', which its formula never gives | It gives a, b",
            ],
        ),
        (
            "[[finding]]\nid = \"F\"\nwhen = \"q_icp <= 1\"\n",
            &[
                "1:1 finding 'F' has no 'severity' | Add 'severity = …'",
                "1:1 finding 'F' has no 'statement' | Add 'statement = …'",
                "1:1 finding 'F' has no 'action' | Add 'action = …'",
                "1:1 finding 'F' has no 'owner' | Add 'owner = …'",
                "1:1 finding 'F' has no 'hours' | Add 'hours = …'",
                "1:1 finding 'F' has no 'days' | Add 'days = …'",
                "1:1 finding 'F' has no 'p' | Add 'p = …'",
            ],
        ),
        (
            "[[finding]]\nid = \"F\"\nwhen = \"q_icp <= 1\"\nseverity = 5\nstatement = \"S\"\naction = \"A\"\nowner = \"MTK\"\nhours = [8, 4]\ndays = -1\np = \"pries\"\ncontext = [\"B99\", \"B2\"]\n",
            &[
                "4:12 'severity' of finding 'F' is 5, but must lie between 1 and 4",
                "7:9 there is no role 'MTK' | Known here: MKT",
                "8:9 'hours' of finding 'F' must ascend, but 8 is more than 4 | Write [4, 8]",
                "9:8 'days' of finding 'F' must be a whole number from 0, but is -1",
                "10:5 'p' of finding 'F' is 'pries', which is neither a P, a row, nor a text metric | Did you mean 'price'?",
                "11:12 'context' of finding 'F' names 'B99', which is no benchmark | Did you mean 'B9'?",
                "11:19 'context' of finding 'F' names the benchmark 'B2', which no client may read | Move it to 'context_internal'",
            ],
        ),
        (
            "[[route]]\nid = \"r\"\ntitle = \"R\"\nminutes = 5\nmode = \"alone\"\n[[route.part]]\ntitle = \"P\"\nfrom = 5\nto = 5\nask = [\"q_modle\", { id = \"q_tactics\", columns = [\"name\", \"cost\"] }, { id = \"q_model\", rows = \"first\", need = \"may\" }, 3]\n",
            &[
                "5:8 'mode' of route 'r' is 'alone', which is not known | Known here: consultant, self",
                "9:6 part 1 of route 'r' starts at minute 5 and ends at minute 5 | Let it end after it starts",
                "10:8 a step of part 1 of route 'r' names 'q_modle', which is no question | Did you mean 'q_model'?",
                "10:76 a step of part 1 of route 'r' names 'q_model', which is not a table | Name a table, rows or a grid",
                "10:110 'need' of a step of part 1 of route 'r' is 'may', which is not known | Known here: must, if_time, if_blank",
                "10:119 a step of part 1 of route 'r' must be a table of keys, but is a number",
            ],
        ),
        (
            "[uses]\nwanted = \"q_mix\"\npain = \"nothing\"\naudiences = \"q_model\"\ngoals = \"x\"\n",
            &[
                "2:10 'wanted' of 'uses' of the questionnaire names 'q_mix', which has a row 'product', which is no area | Let every row have the id of an area",
                "3:8 'pain' of 'uses' of the questionnaire names 'nothing', which is no question | Name a question that is installed",
                "4:13 'audiences' of 'uses' of the questionnaire names 'q_model', which is not a list | Name a question of type \"list\"",
                "5:1 unknown key 'goals' in 'uses' of the questionnaire | Did you mean 'goal_metric'?",
            ],
        ),
        (
            "[[worth]]\nid = \"w\"\nlabel = \"W\"\nformula = \"q_contacts\"\nshares = \"worth.repat\"\ntext = \"T\"\n",
            &["5:10 'shares' of worth 'w' is 'worth.repat', which is no assumption | Did you mean 'worth.repeat'?"],
        ),
        (
            "[[worth]]\nid = \"w\"\nlabel = \"W\"\nformula = \"q_model\"\nshares = \"evidence.stated\"\ntext = \"T\"\n",
            &[
                "4:12 'formula' of worth 'w' must give a number, but gives a text | Change the formula",
                "5:10 'shares' of worth 'w' is 'evidence.stated', an assumption without low, base and high | Name an assumption with three cases",
            ],
        ),
        (
            "[[next]]\nwhen = \"q_icp > 1\"\nquestionnaire = \"other\"\nreason = \"R\"\n",
            &["3:17 warning: the questionnaire 'other' is not installed | It is not suggested until it is"],
        ),
        ("[[findings]]\nid = \"x\"\n", &["1:3 unknown key 'findings' in the questionnaire | Did you mean 'finding'?"]),
        ("[question]\nid = \"x\"\n", &["1:2 this key or table is given twice | Leave one of the two out"]),
    ];
    compare(cases, added);
}

#[test]
fn heads_bands_areas_and_languages() {
    let cases: &[(&str, &[&str])] = &[
        (
            "format = 2\n",
            &["1:10 the file is written in format 2; this Gapwise reads format 1 | Install a newer Gapwise to use it"],
        ),
        (
            "",
            &[
                "1:1 the questionnaire has no 'format' | Add 'format = …'",
                "1:1 the questionnaire has no 'id' | Add 'id = …'",
                "1:1 the questionnaire has no 'version' | Add 'version = …'",
                "1:1 the questionnaire has no 'locales' | Add 'locales = …'",
                "1:1 the questionnaire has no 'title' | Add 'title = …'",
                "1:1 the questionnaire has no 'summary' | Add 'summary = …'",
            ],
        ),
        (
            "format = 1\nid = \"a b\"\nversion = \"one\"\nlocales = [\"en\", \"en\", \"\"]\ntitle = \"T\"\nsummary = \"\"\n",
            &[
                "2:6 'a b' cannot be an id | Use letters, digits, underscores, hyphens and points",
                "3:11 the version 'one' is not made of numbers with points between | Write a version such as \"1.0.0\"",
                "4:18 the language 'en' is listed twice | Leave one out",
                "4:24 '' is not a language tag | Write a tag such as \"en\" or \"de\"",
                "6:11 'summary' of the questionnaire is empty | Write what a person is to read",
            ],
        ),
        (
            "format = 1\nid = \"a\"\nversion = \"1\"\nlocales = [\"en\", \"de\"]\ntitle = { en = \"T\", fr = \"T\" }\nsummary = { en = \"T\", de = \"T\" }\nnote = \"N\"\n",
            &[
                "5:9 'title' of the questionnaire has no text in 'de' | Write a table with one text a language, such as { en = \"…\", de = \"…\" }",
                "5:21 'title' of the questionnaire is given in 'fr', which `locales` does not list | Add the language to `locales`, or leave it out here",
                "7:8 warning: 'note' of the questionnaire has no text in 'de' | Write a table with one text a language, such as { en = \"…\", de = \"…\" }",
            ],
        ),
        (
            "format = 1\nid = \"a\"\nversion = \"1\"\nlocales = [\"en\"]\ntitle = \"T\"\nsummary = \"S\"\n[[band]]\nid = \"a\"\nfrom = 10\ntitle = \"T\"\ncaption = \"C\"\n[[band]]\nid = \"b\"\nfrom = 10\ntitle = \"T\"\ncaption = \"C\"\n",
            &[
                "9:8 no band covers the points from 0 to 10 | Let the first band start from 0",
                "14:8 bands must ascend, but band 'b' starts at 10 and 'a' before it at 10 | Put the bands in ascending order, each starting where the one before ends",
            ],
        ),
        (
            "format = 1\nid = \"a\"\nversion = \"1\"\nlocales = [\"en\"]\ntitle = \"T\"\nsummary = \"S\"\n[[area]]\nid = \"a\"\ntitle = \"A\"\nweight = 50\ncaption = \"C\"\n[[area]]\nid = \"b\"\ntitle = \"A\"\nweight = 49\n",
            &[
                "10:10 area 'a' has a weight, but nothing in it is scored | Score a question or metric in it, or leave the weight out",
                "12:1 area 'b' has no 'caption' | Add 'caption = …'",
                "15:10 the weights of the areas add up to 99, not to 100 | Change the weights so that they do",
                "15:10 area 'b' has a weight, but nothing in it is scored | Score a question or metric in it, or leave the weight out",
            ],
        ),
        (
            "format = 1\nid = \"a\nversion = \"1\"\nlocales = [\"en\"]\ntitle = \"T\"\nsummary = \"S\"\nminuts = 4\n",
            &[
                "2:8 this is not TOML: invalid basic string, expected `\"` | Mend the line; the rest was read as far as possible",
                "7:1 unknown key 'minuts' in the questionnaire | Did you mean 'minutes'?",
            ],
        ),
        (
            "\u{0}",
            &[
                "1:2 this is not TOML: key with no value, expected `=` | Mend the line; the rest was read as far as possible",
            ],
        ),
    ];

    compare(cases, |case| told(&load(case), ""));
}
