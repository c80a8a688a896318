//! Columns that are asked with some choices of another one.

use super::fixture::{BODY, HEAD, compare, told, with};

const TABLE: &str = "[[question]]\nid = \"t\"\narea = \"profile\"\ntype = \"table\"\nlabel = \"T\"\ntext.consultant = \"T?\"\ncolumns = [\n\
    { id = \"name\", label = \"N\", type = \"text\" },\n\
    { id = \"kind\", label = \"K\", type = \"one\", choices = [{ id = \"a\", label = \"A\" }, { id = \"b\", label = \"B\" }] },\n";

#[test]
fn a_column_goes_with_choices_that_are_there() {
    let cases: &[(&str, &[&str])] = &[
        ("only_for = { kind = [\"a\"] }", &[]),
        ("only_for = { kind = [\"c\"] }", &["10:56 'kind' has no choice 'c' | Known here: a, b"]),
        (
            "only_for = { knd = [\"a\"] }",
            &[
                "10:48 'only_for' of column 'x' of question 't' names 'knd', which is no column of choices before it | Did you mean 'kind'?",
            ],
        ),
        (
            "only_for = \"kind\"",
            &["10:46 'only_for' of column 'x' of question 't' names no column | Write { column = [\"choice\"] }"],
        ),
    ];
    let found = |only: &str| {
        let question = format!("{TABLE}{{ id = \"x\", label = \"X\", type = \"text\", {only} }},\n]\n");
        told(&with(&question), &format!("{HEAD}{BODY}"))
    };
    compare(cases, found);
}
