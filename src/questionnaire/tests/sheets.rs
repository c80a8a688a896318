//! Sheets of rules: what stands in braces, and where.

use super::fixture::{BODY, HEAD, compare, told, with};

fn added(addition: &str) -> Vec<String> {
    told(&with(addition), &format!("{HEAD}{BODY}"))
}

#[test]
fn braces_name_questions_and_have_two_halves() {
    let cases: &[(&str, &[&str])] = &[
        (
            "[[sheet]]\nid = \"s\"\ntitle = \"S\"\ncolumns = [\"A\", \"B\"]\nrows = [[\"x\", \"{q_contacts} and {q_icp}\"]]\n",
            &[],
        ),
        (
            "[[sheet]]\nid = \"s\"\ntitle = \"S\"\ncolumns = [\"A\", \"B\"]\nrows = [\n  [\"x\", \"Within {q_contact}, noted\"],\n]\n",
            &[
                "6:17 'rows' of sheet 's' uses {q_contact}, which is no question of this questionnaire | Did you mean {q_contacts}?",
            ],
        ),
        (
            "[[sheet]]\nid = \"s\"\ntitle = \"S\"\ncolumns = [\"A\"]\nrows = [[\"Within {q_contacts\"]]\n",
            &[
                "5:18 'rows' of sheet 's' has a brace without its other half | Write {id}, with the id of a question, or leave the brace out",
            ],
        ),
        (
            "[[sheet]]\nid = \"s\"\ntitle = \"For {q_icp}\"\ncolumns = [\"A\"]\nrows = [[\"a}\"]]\n",
            &[
                "3:14 'title' of sheet 's' uses {q_icp}, but answers are filled into 'rows' alone | Leave it out",
                "5:11 'rows' of sheet 's' has a brace without its other half | Write {id}, with the id of a question, or leave the brace out",
            ],
        ),
    ];
    compare(cases, added);
}
