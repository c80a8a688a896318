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
        ("q_modle == 'b2b'", &[]),
        ("zzz == 3", &[]),
        ("q_model == 'b2x'", &[]),
        ("'b2b' == q_model || q_model == 'other'", &[]),
        ("q_model in ['b2b', 'c2c']", &[]),
        ("'tme' in q_causes", &[]),
        ("'time' in q_model", &[]),
        ("q_model == 3", &[]),
        ("q_contacts == 'a'", &[]),
        ("q_icp == 7", &[]),
        ("q_icp > 4 || q_icp >= -1", &[]),
        ("q_contacts > 5000", &[]),
        ("true || (q_model > 3)", &[]),
        ("q_contacts", &[]),
        ("q_contacts && q_icp > 1", &[]),
        ("!q_note", &[]),
        ("q_contacts / 2 > 1", &[]),
        ("q_contacts % 2 == 0", &[]),
        ("q_contacts > 3u", &[]),
        ("q_note == null", &[]),
        ("size(q_causes) > 1", &[]),
        ("q_causes.size() > 1", &[]),
        ("coutn(q_causes) > 1", &[]),
        ("percent(q_contacts) > 1", &[]),
        ("cell(q_mix) > 1", &[]),
        ("q_tactics.fliter(r, r.cost > 1) == []", &[]),
        ("q_tactics.filter(r) == []", &[]),
        ("q_tactics.exists(r, r.csot > 1)", &[]),
        ("q_tactics.exists(r, r.measured == 'yes')", &[]),
        ("q_tactics.cost > 1", &[]),
        ("q_note.length > 1", &[]),
        ("sum_of(q_tactics, csot) > 1", &[]),
        ("sum_of(q_tactics, name) > 1", &[]),
        ("sum_of(q_contacts, cost) > 1", &[]),
        ("sum_of(q_cover, value) > 1", &[]),
        ("count_of(q_tactics, measured, 'rslt') > 1", &[]),
        ("count_of(q_tactics, live, 'yes') > 1", &[]),
        ("sum_known(q_tactics) > 1", &[]),
        ("cell(q_mix, 'prise') > 1", &[]),
        ("sum_rows(q_cover, ['buy', 'used']) > 1", &[]),
        ("sum_rows(q_tactics, ['buy']) > 1", &[]),
        ("unknown(tactic_cost)", &[]),
        ("unknown(q_contcats)", &[]),
        ("score_of(audiense) < 45", &[]),
        ("score_of(profile) < 45", &[]),
        ("mode == 'fwe'", &[]),
        ("count(q_contacts) > 1", &[]),
        ("count(q_causes) > 4", &[]),
        ("curve(q_contacts, [[10, 0], [5, 100]]) > 1", &[]),
        ("curve(q_contacts, 3) > 1", &[]),
        ("sum(['a']) > 1", &[]),
        ("q_contacts + 'a' == 'b'", &[]),
        ("q_causes == 'time'", &[]),
        ("[1, 'a'] == []", &[]),
        ("q_contacts.exists(r, r > 1)", &[]),
        ("q_groups.exists(q_note, q_note == 'a')", &[]),
        ("q_contacts > ", &[]),
        ("q_contacts > 1 && unknown(q_modl) && q_icpp < 2", &[]),
        ("{'a': 1} == {'a': 1}", &[]),
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
