use jiff::civil::date;

use super::*;
use crate::questionnaire::{LocalText, NumberKind, NumberSpec, Per};

fn spec(kind: NumberKind) -> NumberSpec {
    let bounds = if kind == NumberKind::Percent { (0.0, 100.0) } else { (0.0, 1e7) };
    NumberSpec { kind, unit: LocalText::default(), per: None, bounds, at_most: None, whole: false }
}

fn whole() -> NumberSpec {
    NumberSpec { whole: true, ..spec(NumberKind::Count) }
}

#[test]
fn numbers_as_people_type_them() {
    let cases = [
        (NumberKind::Count, "4000", 4000.0),
        (NumberKind::Count, " 4k ", 4000.0),
        (NumberKind::Count, "4 K", 4000.0),
        (NumberKind::Count, "1.2m", 1_200_000.0),
        (NumberKind::Count, "4,000", 4000.0),
        (NumberKind::Count, "1,200,000", 1_200_000.0),
        (NumberKind::Count, "1,5", 1.5),
        (NumberKind::Count, "1,50", 1.5),
        (NumberKind::Count, "4.000", 4.0),
        (NumberKind::Count, "4,000.5", 4000.5),
        (NumberKind::Count, "4 000", 4000.0),
        (NumberKind::Count, "4\u{202f}000", 4000.0),
        (NumberKind::Count, "4'000", 4000.0),
        (NumberKind::Count, ".5", 0.5),
        (NumberKind::Percent, "30%", 30.0),
        (NumberKind::Percent, "30 %", 30.0),
        (NumberKind::Percent, "12,5", 12.5),
        (NumberKind::Money, "€4k", 4000.0),
        (NumberKind::Money, "1,200 €", 1200.0),
        (NumberKind::Money, "$1.5m", 1_500_000.0),
        (NumberKind::Money, "£90", 90.0),
        (NumberKind::Hours, "30h", 30.0),
        (NumberKind::Hours, "2 days", 48.0),
        (NumberKind::Hours, "30 min", 0.5),
        (NumberKind::Days, "3 weeks", 21.0),
        (NumberKind::Interval, "30", 30.0),
        (NumberKind::Interval, "3 weeks", 21.0),
        (NumberKind::Interval, "2 months", 61.0),
        (NumberKind::Interval, "12 months", 365.0),
        (NumberKind::Interval, "1y", 365.0),
        (NumberKind::Interval, "90d", 90.0),
    ];
    for (kind, text, value) in cases {
        let wanted = Entered { value, low: None, high: None, guess: false };
        assert_eq!(parse_number(text, &spec(kind)), Ok(wanted), "{text}");
    }
}

#[test]
fn guesses_and_ranges() {
    let range = |value, low, high| Entered { value, low: Some(low), high: Some(high), guess: true };
    let cases = [
        ("~400", Entered { value: 400.0, low: None, high: None, guess: true }),
        ("~ 4k", Entered { value: 4000.0, low: None, high: None, guess: true }),
        ("4-5k", range(4500.0, 4000.0, 5000.0)),
        ("4 to 5k", range(4500.0, 4000.0, 5000.0)),
        ("4k-5k", range(4500.0, 4000.0, 5000.0)),
        ("4k–5", range(4500.0, 4000.0, 5000.0)),
        ("~4–5k", range(4500.0, 4000.0, 5000.0)),
        ("500-1k", range(750.0, 500.0, 1000.0)),
        ("4,000 - 5,000", range(4500.0, 4000.0, 5000.0)),
    ];
    for (text, wanted) in cases {
        assert_eq!(parse_number(text, &spec(NumberKind::Count)), Ok(wanted), "{text}");
    }
    assert_eq!(parse_number("25-30%", &spec(NumberKind::Percent)), Ok(range(27.5, 25.0, 30.0)));
    assert_eq!(parse_number("2-3 weeks", &spec(NumberKind::Interval)), Ok(range(17.5, 14.0, 21.0)));
    assert_eq!(parse_number("4-5", &whole()), Ok(range(5.0, 4.0, 5.0)), "the middle of a count is a count");
}

#[test]
fn a_minus_sign_belongs_to_the_number() {
    let below = NumberSpec { bounds: (-100.0, 100.0), ..spec(NumberKind::Count) };
    assert_eq!(parse_number("-5", &below).map(|it| it.value), Ok(-5.0));
    assert_eq!(parse_number("-10 - -5", &below).map(|it| it.value), Ok(-7.5));
}

#[test]
fn what_does_not_fit_is_refused_with_a_reason() {
    let kind = |kind| spec(kind);
    let month = NumberSpec { per: Some(Per::Month), ..spec(NumberKind::Hours) };
    let cases = [
        (kind(NumberKind::Count), "", "Type a number"),
        (kind(NumberKind::Count), "many", "'many' is not a number"),
        (kind(NumberKind::Count), "4 5", "in more than one way"),
        (kind(NumberKind::Count), "1.234,56", "in more than one way"),
        (kind(NumberKind::Count), "30%", "percentage"),
        (kind(NumberKind::Count), "€30", "money"),
        (kind(NumberKind::Count), "4 weeks", "'weeks' does not fit"),
        (kind(NumberKind::Percent), "4k", "'k' does not fit"),
        (kind(NumberKind::Percent), "101", "101 is too large: the most possible is 100"),
        (kind(NumberKind::Count), "20m", "20,000,000 is too large: the most possible is 10,000,000"),
        (kind(NumberKind::Count), "-1", "-1 is too small: the least possible is 0"),
        (kind(NumberKind::Count), "5-4", "runs backwards"),
        (kind(NumberKind::Count), "5-", "is not a number"),
        (kind(NumberKind::Count), "1e5", "is not a number"),
        (kind(NumberKind::Count), "nan", "is not a number"),
        (month, "2 days", "'days' does not fit"),
        (whole(), "1.5", "1.5 is not one"),
    ];
    for (spec, text, wanted) in cases {
        let error = parse_number(text, &spec).unwrap_err().to_string();
        assert!(error.contains(wanted), "{text}: {error}");
    }
    let long = "9".repeat(10_000);
    assert!(parse_number(&long, &spec(NumberKind::Count)).unwrap_err().to_string().len() < 200);
}

#[test]
fn dates() {
    for text in
        ["2026-11-22", "22.11.2026", "22. 11. 2026", "22 Nov 2026", "22 november 2026", "Nov 22, 2026", "22. Nov. 2026"]
    {
        assert_eq!(parse_date(text), Ok(date(2026, 11, 22)), "{text}");
    }
    for text in ["", "tomorrow", "11/12/2026", "22.11.26", "22 Nox 2026", "+2026-11-22", "9999999-1-1"] {
        assert!(matches!(parse_date(text), Err(EntryError::NotADate(_))), "{text}");
    }
    assert_eq!(parse_date("2026-02-30"), Err(EntryError::NoSuchDay("2026-02-30".into())));
}

proptest::proptest! {
    #[test]
    fn no_entry_panics_or_gives_an_impossible_number(text in "[-~0-9., kmto%€'d]{0,12}|\\PC{0,20}") {
        for kind in [NumberKind::Count, NumberKind::Percent, NumberKind::Money, NumberKind::Interval, NumberKind::Hours] {
            if let Ok(entered) = parse_number(&text, &spec(kind)) {
                proptest::prop_assert!(check_bounds(entered.value, &spec(kind)).is_ok());
                proptest::prop_assert!(entered.low.is_none_or(|low| low <= entered.value));
            }
        }
        let _ = parse_date(&text);
    }
}
