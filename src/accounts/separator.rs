//! Which sign separates the columns.

/// The separators there are; the first of equals wins.
const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];

/// How many lines are looked at.
const LINES: usize = 50;

/// What the beginning of a list says about its separator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Separated {
    pub(super) by: char,
    /// Whether the first line is nothing but `sep=;`, as some spreadsheets write it.
    pub(super) declared: bool,
}

/// Finds the separator: one that splits the heading, and then most lines into as many cells.
pub(super) fn separator(sample: &str) -> Separated {
    let first = sample.lines().next().unwrap_or_default().trim().trim_matches('"');
    if let Some(by) = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))
        && let (Some(by), 1) = (if by.is_empty() { Some('\t') } else { by.chars().next() }, by.chars().count().max(1))
        && by.is_ascii()
    {
        return Separated { by, declared: true };
    }
    let mut best = (0, 0, ',');
    for by in SEPARATORS {
        let counts = cells(sample, by);
        let Some((&heading, rows)) = counts.split_first() else { break };
        if heading < 2 {
            continue;
        }
        let agreeing = 1 + rows.iter().filter(|count| **count == heading).count();
        if (agreeing, heading) > (best.0, best.1) {
            best = (agreeing, heading, by);
        }
    }
    Separated { by: best.2, declared: false }
}

/// How many cells the first lines have, quotation marks respected; a line the sample cuts off is left out.
fn cells(sample: &str, by: char) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut count, mut quoted, mut empty) = (1, false, true);
    for letter in sample.chars() {
        match letter {
            '"' => (quoted, empty) = (!quoted, false),
            '\n' if !quoted => {
                if !empty {
                    counts.push(count);
                }
                (count, empty) = (1, true);
                if counts.len() == LINES {
                    break;
                }
            }
            letter if letter == by && !quoted => (count, empty) = (count + 1, false),
            _ => empty = false,
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_by_what_they_split() {
        for (sample, by) in [
            ("a,b\n1,2\n", ','),
            ("a;b\n1,5;2,5\n", ';'),
            ("Name;Turnover, net;Place\nA;1,5;B\n", ';'),
            ("a\tb, c\n1\t2\n", '\t'),
            ("a|b\n1|2\n", '|'),
            ("\"a;b\",c\n\"1;2\",3\n", ','),
            ("one\n1\n", ','),
            ("", ','),
            ("name,city\n\"a; b; c\",x\n", ','),
        ] {
            assert_eq!(separator(sample), Separated { by, declared: false }, "{sample:?}");
        }
        assert_eq!(separator("sep=;\na,b;c\n"), Separated { by: ';', declared: true });
        assert_eq!(separator("sep=\t\na\tb\n"), Separated { by: '\t', declared: true });
    }
}
