//! Heads, bands, areas, metrics, findings, routes and the other elements of a file.

use super::fixture::{BODY, HEAD, compare, load, told, with};

fn added(addition: &str) -> Vec<String> {
    told(&with(addition), &format!("{HEAD}{BODY}"))
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
                "5:1 unknown key 'goals' in 'uses' of the questionnaire | Did you mean 'goal_value'?",
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
            &[
                "3:17 warning: the questionnaire 'other' is not installed | It can be suggested, but not begun, until it is",
            ],
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

    // None of them asks anything: that has a test of its own.
    let but_for_questions =
        |case: &str| told(&load(case), "").into_iter().filter(|line| !line.contains("asks nothing")).collect();
    compare(cases, but_for_questions);
}

#[test]
fn a_questionnaire_without_questions_cannot_be_used() {
    let loaded = load("format = 1\nid = \"a\"\nversion = \"1\"\nlocales = [\"en\"]\ntitle = \"T\"\nsummary = \"S\"\n");
    assert_eq!(told(&loaded, ""), ["1:1 the questionnaire asks nothing | Add a [[question]]"]);
    assert!(loaded.library.newest("a").is_none());
}
