//! Ranking a list of accounts: the vector of domain.md 4.2, orders and classes by hand, and a plain reimplementation.

use std::path::Path;

use gapwise::accounts::{
    Account, Class, Counts, Criterion, Gate, List, Operator, Profile, Standing, Step, Trait, Words,
};
use gapwise::accounts::{list, rank};
use gapwise::assessment::AccountList;
use proptest::prelude::*;

/// What the worked vector is ranked by: employees, sector, growth.
pub fn profile() -> Profile {
    let of = |name: &str, kind, weight| Criterion { name: name.into(), column: name.into(), kind, weight };
    let sector = vec![("logistics".to_owned(), 100.0), ("retail".to_owned(), 60.0)];
    Profile {
        criteria: vec![
            of("employees", Trait::Number { worst: 20.0, best: 200.0 }, 3.0),
            of("sector", Trait::Map(sector), 5.0),
            of("growth", Trait::YesNo, 2.0),
        ],
        gates: vec![Gate {
            column: "country".into(),
            operator: Operator::OneOf(vec!["DE".into(), "AT".into()]),
            value: String::new(),
        }],
        slots: Some(2),
        current_spend: Some("spend".into()),
        potential_spend: Some("potential".into()),
        rival_column: Some("supplier".into()),
        rivals: vec!["globex".into()],
        unused: Vec::new(),
    }
}

pub fn read(bytes: impl AsRef<[u8]>, profile: &Profile) -> Result<List, list::ListError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    std::fs::write(&path, bytes).unwrap();
    read_at(&path, profile)
}

fn read_at(path: &Path, profile: &Profile) -> Result<List, list::ListError> {
    list::read(path, profile, &AccountList::default(), &Words::new("en"), None, &mut |_, _| {})
}

const HEAD: &str = "company,employees,sector,growth,country,spend,potential,supplier\n";

fn near(one: Option<f64>, other: f64) -> bool {
    one.is_some_and(|one| (one - other).abs() < 1e-9)
}

#[test]
fn the_vector_of_the_domain() {
    let list = read(format!("{HEAD}Acme,110,logistics,,DE,,,\n"), &profile()).unwrap();
    let account = &list.accounts[0];
    // employees (110 − 20) ÷ 180 = 50, weight 3; sector 100, weight 5; growth unknown: (150 + 500) ÷ 8
    assert!(near(account.fit, 81.25) && near(Some(account.known), 0.8), "{account:?}");
    assert!(matches!(account.standing, Standing::Ranked { .. }));
}

#[test]
fn order_classes_and_next_steps_by_hand() {
    let rows = "\
One,200,logistics,yes,DE,100,100,\n\
Two,200,logistics,yes,DE,100,400,\n\
Three,110,logistics,yes,AT,,,Globex\n\
Four,20,retail,yes,DE,0,300,\n\
Five,20,,no,DE,0,0,\n\
Six,20,retail,no,DE,,,\n\
Seven,200,logistics,yes,FR,100,900,\n\
Eight,200,logistics,yes,,100,900,\n";
    let list = read(format!("{HEAD}{rows}"), &profile()).unwrap();
    let ranking = rank(list.accounts, Some(2));
    // fits: One and Two 100; Three (150 + 500 + 200) ÷ 10 = 85; Four (0 + 300 + 200) ÷ 10 = 50; Six 300 ÷ 10 = 30;
    // Five is known by half of the weight, Seven fails, of Eight the country is not known.
    // White space of the ranked: One 0, Two 300, Four 300. Percentiles: One 0.5 ÷ 3 = 16.67; Two and Four (1 + 1) ÷ 3 = 66.67.
    // Scores: Two 70 + 20 = 90; Three 85; One 70 + 5 = 75; Four 35 + 20 = 55; Six 30.
    let wanted = [
        ("Two", Some(90.0), Some(Class::A), Some(Step::CrossSell)),
        ("Three", Some(85.0), Some(Class::A), Some(Step::RivalMessage)),
        ("One", Some(75.0), Some(Class::B), Some(Step::Entice)),
        ("Four", Some(55.0), Some(Class::B), Some(Step::Entice)),
        ("Six", Some(30.0), Some(Class::C), Some(Step::Entice)),
        ("Eight", None, None, None),
        ("Five", None, None, None),
        ("Seven", None, None, None),
    ];
    for (account, (name, score, class, step)) in ranking.accounts.iter().zip(wanted) {
        assert_eq!((account.name.as_str(), account.class(), account.step()), (name, class, step));
        assert!(score.is_none_or(|score| near(account.score(), score)), "{name}: {:?}", account.score());
    }
    let counts = Counts {
        accounts: 8,
        a: 2,
        b: 2,
        c: 1,
        below_minimum: 1,
        needs_data: 2,
        suited: 3,
        with_room: 1,
        of_rivals: 1,
    };
    assert_eq!(ranking.counts, counts);
    assert_eq!(ranking.counts.needs_data_share(), Some(25.0));
}

#[test]
fn limits_are_inclusive_and_ties_go_by_fit_space_and_name() {
    let profile =
        Profile { criteria: vec![profile().criteria[0].clone()], slots: None, gates: Vec::new(), ..profile() };
    // employees 146 → 70, 110 → 50, 109.999 → just under 50
    let rows = "b,146,,,,,,\na,146,,,,,,\nc,110,,,,,,\nd,109.999,,,,,,\n";
    let ranking = rank(read(format!("{HEAD}{rows}"), &profile).unwrap().accounts, None);
    let found: Vec<_> = ranking.accounts.iter().map(|one| (one.name.as_str(), one.class().unwrap())).collect();
    assert_eq!(found, [("a", Class::A), ("b", Class::A), ("c", Class::B), ("d", Class::C)]);
    let none = rank(read(format!("{HEAD}{rows}"), &profile).unwrap().accounts, Some(0));
    assert_eq!((none.counts.a, none.counts.b, none.counts.suited), (0, 3, 2));
}

#[test]
fn sixty_percent_of_the_weight_is_enough() {
    let of = |weight| Criterion { weight, ..profile().criteria[0].clone() };
    let other = |weight| Criterion { column: "growth".into(), kind: Trait::YesNo, ..of(weight) };
    for (known, unknown, ranked) in [(3.0, 2.0, true), (2.9, 2.0, false), (1.0, 0.0001, true)] {
        let profile = Profile { criteria: vec![of(known), other(unknown)], gates: Vec::new(), ..profile() };
        let list = read(format!("{HEAD}x,100,,,,,,\n"), &profile).unwrap();
        assert_eq!(matches!(list.accounts[0].standing, Standing::Ranked { .. }), ranked, "{known}");
    }
}

/// One generated row, in the words of the list.
#[derive(Debug, Clone)]
struct Made {
    employees: Option<u32>,
    sector: Option<&'static str>,
    growth: Option<bool>,
    country: Option<&'static str>,
    spend: Option<u32>,
    potential: Option<u32>,
    rival: bool,
}

fn made() -> impl Strategy<Value = Made> {
    use prop::option::of;
    let sector = prop::sample::select(vec!["logistics", "retail", "farming"]);
    let country = prop::sample::select(vec!["DE", "AT", "US"]);
    (of(0..300_u32), of(sector), of(any::<bool>()), of(country), of(0..5_u32), of(0..9_u32), any::<bool>()).prop_map(
        |(employees, sector, growth, country, spend, potential, rival)| Made {
            employees,
            sector,
            growth,
            country,
            spend,
            potential,
            rival,
        },
    )
}

/// The rules of domain.md once more, as plainly as they are written there: name, score, class, next step.
fn plainly(rows: &[Made], slots: usize) -> Vec<(String, Option<f64>, &'static str, &'static str)> {
    let mut ranked: Vec<(f64, f64, Option<u32>, String, bool, bool)> = Vec::new();
    let mut rest = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let name = format!("n{at:03}");
        let (mut sum, mut known) = (0.0, 0.0);
        if let Some(employees) = row.employees {
            sum += 3.0 * ((f64::from(employees) - 20.0) / 180.0 * 100.0).clamp(0.0, 100.0);
            known += 3.0;
        }
        match row.sector {
            Some("logistics") => (sum, known) = (sum + 500.0, known + 5.0),
            Some("retail") => (sum, known) = (sum + 300.0, known + 5.0),
            _ => {}
        }
        if let Some(growth) = row.growth {
            (sum, known) = (sum + if growth { 200.0 } else { 0.0 }, known + 2.0);
        }
        match row.country {
            Some("US") => rest.1.push(name),
            None => rest.0.push(name),
            _ if known < 6.0 => rest.0.push(name),
            _ => {
                let space = row.spend.zip(row.potential).map(|(spend, potential)| potential.saturating_sub(spend));
                ranked.push((0.0, sum / known, space, name, row.spend.is_some_and(|spend| spend > 0), row.rival));
            }
        }
    }
    let spaces: Vec<u32> = ranked.iter().filter_map(|one| one.2).collect();
    for one in &mut ranked {
        one.0 = one.2.map_or(one.1, |space| {
            let below = spaces.iter().filter(|other| **other < space).count();
            let equal = spaces.iter().filter(|other| **other == space).count();
            0.7 * one.1 + 0.3 * 100.0 * (below as f64 + equal as f64 / 2.0) / spaces.len() as f64
        });
    }
    let key = |value: f64| (value * 1e9).round();
    ranked.sort_by(|one, other| {
        (key(other.0).total_cmp(&key(one.0)))
            .then(key(other.1).total_cmp(&key(one.1)))
            .then(other.2.cmp(&one.2))
            .then(one.3.cmp(&other.3))
    });
    let mut room = slots;
    let mut all = Vec::new();
    for (score, fit, space, name, customer, rival) in ranked {
        let class = if fit >= 70.0 - 1e-9 && room > 0 {
            room -= 1;
            "A"
        } else if fit >= 50.0 - 1e-9 {
            "B"
        } else {
            "C"
        };
        let step = match (customer && space > Some(0), rival) {
            (true, _) => "cross_sell",
            (false, true) => "rival_message",
            _ => "entice",
        };
        all.push((name, Some(score), class, step));
    }
    all.extend(rest.0.into_iter().chain(rest.1).map(|name| (name, None, "", "")));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_same_row_by_row_as_the_plain_rules(rows in prop::collection::vec(made(), 1..60), slots in 0..6_u64) {
        let mut text = HEAD.to_owned();
        let word = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
        for (at, row) in rows.iter().enumerate() {
            text.push_str(&format!(
                "n{at:03},{},{},{},{},{},{},{}\n",
                word(row.employees), row.sector.unwrap_or_default(),
                row.growth.map_or("", |growth| if growth { "yes" } else { "no" }), row.country.unwrap_or_default(),
                word(row.spend), word(row.potential), if row.rival { "Globex" } else { "" },
            ));
        }
        let ranking = rank(read(text, &profile()).unwrap().accounts, Some(slots));
        let wanted = plainly(&rows, usize::try_from(slots).unwrap());
        prop_assert_eq!(ranking.accounts.len(), wanted.len());
        for (account, (name, score, class, step)) in ranking.accounts.iter().zip(wanted) {
            let Account { name: found, .. } = account;
            prop_assert_eq!(found, &name);
            prop_assert_eq!(account.class().map_or("", Class::letter), class);
            prop_assert_eq!(account.step().map_or("", Step::id), step);
            match score {
                Some(score) => prop_assert!(near(account.score(), score)),
                None => prop_assert!(account.score().is_none()),
            }
        }
    }
}
