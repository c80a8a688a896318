//! Names, calls and types in conditions and formulas.

use super::fixture::{BODY, HEAD, compare, told, with};

/// What is wrong with a condition; columns are counted from its first character.
fn condition(text: &str) -> Vec<String> {
    let addition = format!("[[next]]\nquestionnaire = \"small\"\nreason = \"Because.\"\nwhen = '''{text}'''\n");
    told(&with(&addition), &format!("{HEAD}{BODY}"))
        .into_iter()
        .map(|line| {
            let (place, rest) = line.split_once(' ').unwrap_or((&line, ""));
            let column: usize = place.split(':').nth(1).and_then(|column| column.parse().ok()).unwrap_or(0);
            let rest = rest.replace("'when' of next 'small'", "it");
            format!("{} {rest}", column.saturating_sub("when = '''".len()))
        })
        .collect()
}

#[test]
fn what_is_wrong_in_a_condition_is_told_with_its_place() {
    let cases: &[(&str, &[&str])] = &[
        (
            "q_modle == 'b2b'",
            &["1 it: 'q_modle' is no question or metric of any installed questionnaire | Did you mean 'q_model'?"],
        ),
        (
            "zzz == 3",
            &[
                "1 it: 'zzz' is no question or metric of any installed questionnaire | Names are ids of questions and metrics; texts stand in quotes",
            ],
        ),
        ("q_model == 'b2x'", &["12 it: question 'q_model' has no choice 'b2x' | Did you mean 'b2c'?"]),
        (
            "'b2b' == q_model || q_model == 'other'",
            &["32 it: question 'q_model' has no choice 'other' | It can be b2b, b2c"],
        ),
        ("q_model in ['b2b', 'c2c']", &["20 it: question 'q_model' has no choice 'c2c' | It can be b2b, b2c"]),
        ("'tme' in q_causes", &["1 it: question 'q_causes' has no choice 'tme' | Did you mean 'time'?"]),
        ("'time' in q_model", &["11 it: 'in' looks into a list, but this is a text | Compare single values with =="]),
        (
            "q_model == 3",
            &["9 it: a text is compared with a number | Texts and choices stand in quotes, numbers without"],
        ),
        (
            "q_contacts == 'a'",
            &["12 it: a number is compared with a text | Texts and choices stand in quotes, numbers without"],
        ),
        ("q_icp == 7", &["10 it: 7 is out of reach: 'q_icp' goes from 0 to 4 | Compare with a value it can have"]),
        (
            "q_icp > 4 || q_icp >= -1",
            &["24 it: -1 is out of reach: 'q_icp' goes from 0 to 4 | Compare with a value it can have"],
        ),
        (
            "q_contacts > 5000",
            &["14 it: 5000 is out of reach: 'q_contacts' goes from 0 to 1000 | Compare with a value it can have"],
        ),
        (
            "true || (q_model > 3)",
            &["10 it: this must be a number, but is a text | Texts are compared with == and != alone"],
        ),
        ("q_contacts", &["1 it must give true or false, but gives a number | Compare it with something"]),
        ("q_contacts && q_icp > 1", &["1 it: this must be true or false, but is a number | Compare it with something"]),
        ("!q_note", &["2 it: this must be true or false, but is a text | Compare it with something"]),
        (
            "q_contacts / 2 > 1",
            &[
                "12 it: a condition does not divide, since dividing by nothing would make it true | Make the quotient a metric, and compare that",
            ],
        ),
        ("q_contacts % 2 == 0", &["12 it: '%' is not used here | For a share, write percent(part, whole)"]),
        ("q_contacts > 3u", &["14 it: '3u' is an unsigned number | Write 3"]),
        ("q_note == null", &["11 it: 'null' is not used here | Ask answered(…) or unknown(…) instead"]),
        ("size(q_causes) > 1", &["1 it: 'size' is not used here | Write count(…)"]),
        ("q_causes.size() > 1", &["10 it: 'size' is not used here | Write count(…)"]),
        ("coutn(q_causes) > 1", &["1 it: there is no function 'coutn' | Did you mean 'count'?"]),
        ("percent(q_contacts) > 1", &["1 it: percent takes 2 arguments, but has 1 | Write percent(number, number)"]),
        ("cell(q_mix) > 1", &["1 it: cell takes 2 or 3 arguments, but has 1 | Write cell(table, 'row', column)"]),
        ("q_tactics.fliter(r, r.cost > 1) == []", &["11 it: there is no function 'fliter' | Did you mean 'filter'?"]),
        ("q_tactics.filter(r) == []", &["11 it: filter takes a variable and an expression | Write list.filter(r, …)"]),
        ("q_tactics.exists(r, r.csot > 1)", &["23 it: 'q_tactics' has no column 'csot' | Did you mean 'cost'?"]),
        (
            "q_tactics.exists(r, r.measured == 'yes')",
            &["35 it: column 'measured' of 'q_tactics' has no choice 'yes' | It can be no, result"],
        ),
        (
            "q_tactics.cost > 1",
            &["11 it: a whole table has no part 'cost' | Take its rows with filter or map, such as map(r, r.cost)"],
        ),
        (
            "q_note.length > 1",
            &["8 it: 'length' is asked of a text, which has no parts | Only rows of tables have parts"],
        ),
        ("sum_of(q_tactics, csot) > 1", &["19 it: 'q_tactics' has no column 'csot' | Did you mean 'cost'?"]),
        (
            "sum_of(q_tactics, name) > 1",
            &["19 it: sum_of needs numbers, but column 'name' of 'q_tactics' holds a text | Name a column of numbers"],
        ),
        (
            "sum_of(q_contacts, cost) > 1",
            &["8 it: sum_of takes a table, but 'q_contacts' is none | Write sum_of(table, column)"],
        ),
        (
            "sum_of(q_cover, value) > 1",
            &["8 it: sum_of needs columns, but 'q_cover' is a grid | Write sum_of(table, column)"],
        ),
        (
            "count_of(q_tactics, measured, 'rslt') > 1",
            &["31 it: column 'measured' of 'q_tactics' has no choice 'rslt' | Did you mean 'result'?"],
        ),
        ("count_of(q_tactics, live, 'yes') > 1", &["27 it: this is a text, where true or false is wanted"]),
        (
            "sum_known(q_tactics) > 1",
            &[
                "11 it: sum_known needs numbers in every cell, but 'q_tactics' holds other things too | Write sum_known(table)",
            ],
        ),
        ("cell(q_mix, 'prise') > 1", &["13 it: 'q_mix' has no row 'prise' | Did you mean 'price'?"]),
        ("sum_rows(q_cover, ['buy', 'used']) > 1", &["27 it: 'q_cover' has no row 'used' | Did you mean 'use'?"]),
        (
            "sum_rows(q_tactics, ['buy']) > 1",
            &["10 it: sum_rows needs fixed rows, but 'q_tactics' has none | Write sum_rows(table, ['row', …])"],
        ),
        (
            "unknown(tactic_cost)",
            &[
                "9 it: unknown takes the name of a question, but 'tactic_cost' is a metric | Name the questions the metric rests on",
            ],
        ),
        (
            "unknown(q_contcats)",
            &[
                "9 it: 'q_contcats' is no question or metric of any installed questionnaire | Did you mean 'q_contacts'?",
            ],
        ),
        ("score_of(audiense) < 45", &["10 it: there is no scored area 'audiense' | Did you mean 'audience'?"]),
        ("score_of(profile) < 45", &["10 it: there is no scored area 'profile' | Name an area with a weight"]),
        ("mode == 'fwe'", &["9 it: metric 'mode' is never 'fwe' | It can be few, many"]),
        (
            "count(q_contacts) > 1",
            &[
                "7 it: count takes a list or table, but this is a number | Name a table, a list or a question with several choices",
            ],
        ),
        (
            "count(q_causes) > 4",
            &["19 it: 4 is out of reach: the other side goes from 0 to 3 | Compare with a value it can have"],
        ),
        (
            "curve(q_contacts, [[10, 0], [5, 100]]) > 1",
            &[
                "19 it: the curve does not increase: 5 comes after 10 | Put the points in ascending order of x, each x once",
            ],
        ),
        (
            "curve(q_contacts, 3) > 1",
            &["19 it: a curve is a list of at least two points | Write [[x, y], [x, y]] with numbers"],
        ),
        (
            "sum(['a']) > 1",
            &[
                "5 it: this must be a list of numbers, but holds a text | Take a column with map, such as table.map(r, r.cost)",
            ],
        ),
        ("q_contacts + 'a' == 'b'", &["12 it: '+' stands between a number and a text"]),
        (
            "q_causes == 'time'",
            &["10 it: a list is compared with a text | 'x' in list asks whether a list holds something"],
        ),
        ("[1, 'a'] == []", &["5 it: a list holds a number and a text | Let all entries be of one type"]),
        (
            "q_contacts.exists(r, r > 1)",
            &[
                "1 it: filter, map, exists and all go over tables and lists, but this is a number | Name a table or a list",
            ],
        ),
        (
            "q_groups.exists(q_note, q_note == 'a')",
            &["17 it: the variable 'q_note' has the name of a question or metric | Call it something short, such as r"],
        ),
        (
            "q_contacts > ",
            &[
                "14 'when' of next 1: Syntax error: mismatched input '<EOF>' expecting expression | Conditions are written in CEL: comparisons joined by && and ||, texts in single quotes",
            ],
        ),
        (
            "q_contacts > 1 && unknown(q_modl) && q_icpp < 2",
            &[
                "27 it: 'q_modl' is no question or metric of any installed questionnaire | Did you mean 'q_model'?",
                "38 it: 'q_icpp' is no question or metric of any installed questionnaire | Did you mean 'q_icp'?",
            ],
        ),
        ("{'a': 1} == {'a': 1}", &["1 it: maps and structures are not used here | Compare answers, metrics and texts"]),
        // Nothing is wrong with these.
        ("q_tactics.filter(r, r.measured != 'result').map(r, r.cost) == [3]", &[]),
        ("q_mix.exists(r, has(r.value) && r.value == 4 && r.row == 'price')", &[]),
        ("q_cover.exists(r, r.row == 'buy' && r.column == 'x' && r.value == 2)", &[]),
        ("count(q_tactics) - count_of(q_tactics, 'name', '') > 1", &[]),
        ("unknown(q_contacts) || 'time' in q_causes", &[]),
        ("min_known(q_mix) == 0 && cell(q_mix, 'price') == 4", &[]),
        ("score_of(audience) < 45 && mode == 'few'", &[]),
        ("(q_contacts > 5 ? q_icp : 2) >= 3", &[]),
    ];
    compare(cases, condition);
}

#[test]
fn hostile_conditions_are_errors_and_nothing_hangs_or_overflows() {
    let deep =
        |open: &str, close: &str, depth: usize| format!("{}q_model > 3{}", open.repeat(depth), close.repeat(depth));
    let hostile = [
        vec!["q_icp"; 10_000].join(" + ") + " > 1",
        vec!["q_icp > 1"; 150].join(" || ") + " || q_model > 1",
        deep("(", ")", 40),
        deep("(", ")", 900),
        deep("[", "]", 90),
        deep("[", "]", 900),
        deep("!", "", 500),
        deep("-", "", 500),
        "-".repeat(1_990),
        "q_tactics.map(a, q_tactics.map(b, q_tactics.map(c, q_tactics.map(d, 1)))) == []".to_owned(),
        "q_icp > 999999999999999999999999".to_owned(),
        "q_icp > 1e999".to_owned(),
        "q_note == '\u{0}\u{1f}'".to_owned(),
        "q_note.matches('(a+)+$')".to_owned(),
        "unknown".to_owned(),
        "\u{feff}q_icp > 1".to_owned(),
    ];
    let start = std::time::Instant::now();
    for text in hostile {
        let shown: String = text.chars().take(40).collect();
        let told = condition(&text);
        assert!(!told.is_empty() || shown.starts_with("q_note =="), "{shown}");
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
