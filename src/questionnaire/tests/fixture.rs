//! A small sound questionnaire, to which each case adds what is wrong.

use crate::problem::Source;
use crate::questionnaire::{Library, Loaded};

/// A head with one band and two languages less one.
pub const HEAD: &str = r#"format = 1
id = "small"
version = "1.0.0"
locales = ["en"]
title = "Small"
summary = "A small questionnaire."
"#;

/// Questions of most kinds, two metrics, an area, a role.
pub const BODY: &str = r#"
[[band]]
id = "low"
from = 0
title = "Low"
caption = "Low."

[[scale]]
id = "DOC"
points = ["a", "b", "c", "d", "e"]

[[area]]
id = "audience"
title = "Audience"
weight = 100
caption = "Whom you reach."

[[area]]
id = "profile"
title = "Profile"

[[role]]
id = "MKT"
title = "Marketing"

[[question]]
id = "q_model"
area = "profile"
type = "one"
label = "Model"
text.consultant = "Who buys?"
choices = [{ id = "b2b", label = "Companies" }, { id = "b2c", label = "People" }]

[[question]]
id = "q_causes"
area = "profile"
type = "many"
label = "Causes"
text.consultant = "Why?"
exclusive = "none"
choices = [{ id = "time", label = "Time" }, { id = "data", label = "Data" }, { id = "none", label = "None" }]

[[question]]
id = "q_contacts"
area = "audience"
type = "number"
label = "Contacts"
text.consultant = "How many?"
bounds = [0, 1000]
whole = true
score = { weight = 1, curve = [[0, 0], [1000, 100]] }

[[question]]
id = "q_icp"
area = "audience"
type = "rating"
scale = "DOC"
label = "Described"
text.consultant = "Is it described?"
score = { weight = 1 }

[[question]]
id = "q_note"
area = "profile"
type = "text"
label = "Note"
text.consultant = "What else?"

[[question]]
id = "q_groups"
area = "profile"
type = "list"
label = "Groups"
text.consultant = "Which groups?"
bounds = [0, 4]

[[question]]
id = "q_tactics"
area = "profile"
type = "table"
label = "Activities"
text.consultant = "What do you do?"
bounds = [0, 5]
columns = [
  { id = "name", label = "Name", type = "text" },
  { id = "cost", label = "Cost", type = "money" },
  { id = "measured", label = "Measured", type = "one", choices = [{ id = "no", label = "No" }, { id = "result", label = "Result" }] },
  { id = "live", label = "Live", type = "yes_no" },
]

[[question]]
id = "q_mix"
area = "profile"
type = "rows"
label = "Mix"
text.consultant = "How much?"
cell = { type = "rating", scale = "DOC" }
rows = [{ id = "product", label = "Product" }, { id = "price", label = "Price" }]

[[question]]
id = "q_cover"
area = "profile"
type = "grid"
label = "Cover"
text.consultant = "What is there?"
columns_from = "q_groups"
points = ["nothing", "something", "good"]
rows = [{ id = "buy", label = "Buy" }, { id = "use", label = "Use" }]

[[metric]]
id = "tactic_cost"
label = "Cost"
unit = "money"
formula = "sum_of(q_tactics, cost)"
explain = "All costs."

[[metric]]
id = "mode"
label = "Mode"
unit = "text"
formula = "q_contacts < 10 ? 'few' : 'many'"
explain = "Few or many."
texts = { few = "few people", many = "many people" }
"#;

/// Loads the small questionnaire with an addition at its end.
pub fn with(addition: &str) -> Loaded {
    load(&format!("{HEAD}{BODY}{addition}"))
}

/// Loads one file alone.
pub fn load(text: &str) -> Loaded {
    Library::from_sources(vec![Source::new("small.toml", text)])
}

/// Everything wrong, one problem a line; lines are counted from `after`, the lines before the addition.
pub fn told(loaded: &Loaded, after: &str) -> Vec<String> {
    let before = after.matches('\n').count();
    let one = |problem: &crate::problem::Problem| {
        let (line, column) = problem.source.line_and_column(problem.span.start);
        let kind = if problem.is_error() { "" } else { "warning: " };
        let remedy = if problem.remedy.is_empty() { String::new() } else { format!(" | {}", problem.remedy) };
        format!("{}:{column} {kind}{}{remedy}", line.saturating_sub(before), problem.message)
    };
    loaded.check().iter().map(one).collect()
}

/// Compares the problems of many cases at once, so that one run shows all that differs.
pub fn compare(cases: &[(&str, &[&str])], found: impl Fn(&str) -> Vec<String>) {
    let mut differing = String::new();
    for (case, expected) in cases {
        let found = found(case);
        if found != *expected {
            differing.push_str(&format!("\n{case}\n"));
            found.iter().for_each(|line| differing.push_str(&format!("  found    {line}\n")));
            expected.iter().for_each(|line| differing.push_str(&format!("  expected {line}\n")));
        }
    }
    assert!(differing.is_empty(), "{differing}");
}
