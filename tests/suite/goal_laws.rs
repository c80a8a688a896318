//! Laws that hold for goals, options and the plan, whatever the client's figures are (domain.md 6).

use gapwise::assessment::{Assessment, Goal, GoalStatus, PlanPlace, Status, Value};
use gapwise::evaluation::{
    Capacity, Case, Evaluation, GoalEvaluation, TrackRecord, Verdict, calibrate, evaluate, evaluate_with, from_ratios,
};
use gapwise::questionnaire::{GoalClass, GoalNumbers, NumberKind};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::select;

use crate::shared::{Change, brightwater, core};

/// Slack for sums.
const SLACK: f64 = 1e-6;

fn numbers() -> GoalNumbers {
    core().assumptions.goals.clone()
}

/// Brightwater with figures of other sizes, some of them unknown, some impossible.
fn clients() -> impl Strategy<Value = Assessment> {
    let figures = (0.0..5_000.0_f64, 0.0..1.0_f64, 0.0..200.0_f64, 0.0..20_000.0_f64, 0.0..100.0_f64);
    let words = (
        select(vec!["yes", "partly", "no"]),
        select(vec!["yes", "partly", "no"]),
        select(vec!["", "focused", "balanced", "many"]),
    );
    let limits = proptest::sample::subsequence(
        vec!["peak_season", "launch", "leadership_change", "budget_freeze", "hiring_freeze"],
        0..=2,
    );
    let gone = proptest::sample::subsequence(
        vec!["ga_leads", "ga_won", "ga_spare_hours", "ga_aov", "ga_margin", "ga_tactics"],
        0..=1,
    );
    (figures, words, limits, gone).prop_map(
        |((leads, won, hours, extra, margin), (deliver, agreed, option), limits, gone)| {
            let texts = limits.into_iter().map(str::to_owned).collect();
            let client = brightwater()
                .number("ga_leads", leads.round())
                .number("ga_won", (leads * won).floor())
                .number("ga_spare_hours", hours.round())
                .number("ga_extra", extra.round())
                .number("ga_margin", margin.round())
                .choice("ga_deliver", deliver)
                .choice("ga_gap_agreed", agreed)
                .put("ga_limits", Status::Answered(Value::Texts(texts)));
            let client = if option.is_empty() { client } else { client.choice("ga_option", option) };
            gone.into_iter().fold(client, |client, id| client.unknown(id))
        },
    )
}

fn goals() -> impl Strategy<Value = Goal> {
    let metrics: Vec<String> = core().questionnaires[0].goals.metrics.iter().map(|one| one.id.clone()).collect();
    let wish = proptest::option::of(-50.0..2_000.0_f64);
    (select(metrics), wish, 0..40_i32, select(vec!["", "Head of sales"]), any::<(bool, bool)>()).prop_map(
        |(metric, wanted, months, owner, (owner_is_new, search_content))| Goal {
            metric,
            wanted,
            deadline: date(2026, 11, 22).checked_add(months.months()).ok(),
            owner: owner.to_owned(),
            owner_is_new,
            search_content,
            status: GoalStatus::Agreed,
            ..Goal::default()
        },
    )
}

fn cases() -> impl Strategy<Value = Case> {
    let capacity = select(vec![Capacity::Low, Capacity::Medium, Capacity::High]);
    (capacity, 0.0..50.0_f64, -40.0..80.0_f64, any::<(bool, bool)>()).prop_map(
        |(capacity, planned, actual, (hit, abandoned))| Case {
            class: GoalClass::Volume,
            model: "b2b".to_owned(),
            capacity,
            planned,
            actual,
            hit,
            abandoned,
        },
    )
}

fn of(client: &Assessment, goal: &Goal) -> Evaluation {
    let mut client = client.clone();
    client.set_goals(vec![goal.clone()]);
    evaluate(&core(), &client)
}

fn first(client: &Assessment, goal: &Goal) -> GoalEvaluation {
    of(client, goal).goals.remove(0)
}

fn base(goal: &GoalEvaluation) -> Option<f64> {
    goal.unrounded.map(|range| range.base)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_range_ascends_from_today_and_is_rounded_against_optimism(client in clients(), goal in goals()) {
        let found = first(&client, &goal);
        let (Some(range), Some(exact), Some(today)) = (found.range, found.unrounded, found.baseline) else { return Ok(()) };
        prop_assert!(today - SLACK <= exact.low && exact.low <= exact.base && exact.base <= exact.high, "{found:?}");
        prop_assert!(found.planned.is_some_and(|planned| planned >= 0.0), "{found:?}");
        let core = core();
        let spec = &core.goal_metric(&goal.metric).expect("a metric").spec;
        let tenths = spec.kind == NumberKind::Percent || matches!(found.class, GoalClass::Practice | GoalClass::Coverage);
        let step = if tenths { 0.1 } else { 1.0 };
        for (printed, exact) in [(range.low, exact.low), (range.base, exact.base), (range.high, exact.high)] {
            prop_assert!(printed <= exact + SLACK && exact - printed < step + SLACK, "{printed} for {exact}");
            prop_assert!((printed / step - (printed / step).round()).abs() < 1e-6, "{printed} is not whole");
        }
        if spec.kind == NumberKind::Percent {
            prop_assert!(range.high <= 100.0, "{range:?}");
        }
    }

    #[test]
    fn a_target_never_goes_beyond_the_wish_and_the_verdict_is_that_of_the_printed_range(
        client in clients(), goal in goals(), place in -0.5..1.5_f64
    ) {
        let Some(range) = first(&client, &Goal { wanted: None, ..goal.clone() }).range else { return Ok(()) };
        let wish = range.low + place * (range.high - range.low + 1.0);
        let found = first(&client, &Goal { wanted: Some(wish), ..goal });
        // a share is never wished beyond the whole
        let wanted = found.wanted.unwrap_or(wish);
        prop_assert!(wanted == wish || wanted == 100.0);
        prop_assert_eq!(found.range, Some(range), "what is forecast does not depend on the wish");
        prop_assert_eq!(found.target, Some(range.base.min(wanted)));
        let expected = match wanted {
            wanted if wanted <= range.low => Verdict::Likely,
            wanted if wanted <= range.base => Verdict::WithinReach,
            wanted if wanted <= range.high => Verdict::Stretch,
            _ => Verdict::Beyond,
        };
        prop_assert_eq!(found.verdict, Some(expected));
        if found.quarters_needed.is_some() {
            prop_assert_eq!(found.verdict, Some(Verdict::Beyond));
        }
    }

    #[test]
    fn more_free_hours_never_lower_a_forecast(client in clients(), goal in goals(), hours in (0.0..120.0_f64, 0.0..120.0_f64)) {
        let (few, many) = (hours.0.min(hours.1).round(), hours.0.max(hours.1).round());
        let with = |hours: f64| base(&first(&client.clone().number("ga_spare_hours", hours), &goal));
        let (with_few, with_many) = (with(few), with(many));
        if let Some(with_few) = with_few {
            prop_assert!(with_many.is_some_and(|with_many| with_many >= with_few - SLACK), "{few} h: {with_few}, {many} h: {with_many:?}");
        }
    }

    #[test]
    fn more_time_never_lowers_a_forecast_and_what_slows_down_never_raises_it(client in clients(), goal in goals()) {
        let usual = base(&first(&client, &goal));
        let later = goal.deadline.and_then(|deadline| deadline.checked_add(3.months()).ok());
        let with_time = base(&first(&client, &Goal { deadline: later, ..goal.clone() }));
        if let Some(usual) = usual {
            prop_assert!(with_time.is_some_and(|with_time| with_time >= usual - SLACK), "{usual} and {with_time:?}");
        }
        let practised = base(&first(&client, &Goal { owner_is_new: false, search_content: false, ..goal.clone() }));
        if let (Some(usual), Some(practised)) = (usual, practised) {
            prop_assert!(usual <= practised + SLACK, "{usual} and {practised}");
        }
    }

    #[test]
    fn more_tactics_at_once_never_raise_what_each_comes_to(client in clients(), goal in goals()) {
        let options = of(&client, &goal).options;
        for pair in options.windows(2) {
            prop_assert!(pair[0].tactics < pair[1].tactics);
            let (Some(one), Some(other)) = (pair[0].rf, pair[1].rf) else { continue };
            prop_assert!((0.0..=1.0).contains(&one) && other <= one, "{pair:?}");
            let ends = |at: usize| pair[at].goal.as_ref().map(|(_, range)| [range.low, range.base, range.high]);
            let (Some(one), Some(other)) = (ends(0), ends(1)) else { continue };
            prop_assert!(one.iter().zip(other).all(|(one, other)| other <= *one), "{pair:?}");
        }
        prop_assert!(options.iter().filter(|option| option.recommended).count() <= 1);
    }

    #[test]
    fn a_goal_is_agreed_only_with_an_owner_a_gap_agreed_and_nothing_blank(client in clients(), goal in goals()) {
        let gap_agreed = client.value("ga_gap_agreed").and_then(|value| value.as_text()) == Some("yes");
        let found = first(&client, &goal);
        if found.status == GoalStatus::Agreed {
            prop_assert!(gap_agreed && !goal.owner.is_empty() && found.blanks.is_empty(), "{found:?}");
        }
        if found.owner.is_empty() {
            prop_assert_eq!(found.status, GoalStatus::Draft);
        }
        prop_assert!(found.replaced_by.is_none() || found.range.is_none(), "{found:?}");
    }

    #[test]
    fn a_plan_never_exceeds_the_hours_and_loses_no_action(
        client in clients(), goal in goals(), moved in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_u8), 0..6)
    ) {
        let usual = of(&client, &goal).plan;
        let order: Vec<String> = usual.order().map(|action| action.finding.clone()).collect();
        prop_assume!(!order.is_empty());
        let place = |month: u8| if month == 0 { PlanPlace::After } else { PlanPlace::Month(month) };
        let mut changed = client.clone();
        changed.set_moved(moved.iter().map(|(index, month)| (index.get(&order).clone(), place(*month))).collect());
        let plan = of(&changed, &goal).plan;
        let room = plan.hours.unwrap_or(0.0) - plan.reserved;
        for month in &plan.months {
            let sum: f64 = month.actions.iter().map(|action| action.hours).sum();
            prop_assert!((sum - month.hours).abs() < SLACK && sum <= room.max(0.0) + SLACK, "{sum} of {room}: {month:?}");
            for action in &month.actions {
                prop_assert!(action.week.div_ceil(4) == month.month && action.until >= action.week, "{action:?}");
            }
        }
        let (mut before, mut after): (Vec<_>, Vec<_>) = (order, plan.order().map(|one| one.finding.clone()).collect());
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn the_same_client_and_record_give_the_same_goals(client in clients(), goal in goals(), cases in proptest::collection::vec(cases(), 0..25)) {
        let mut client = client;
        client.set_goals(vec![goal]);
        let mut turned = cases.clone();
        turned.reverse();
        let with = |cases: Vec<Case>| evaluate_with(&core(), &client, &TrackRecord { cases });
        prop_assert_eq!(with(cases), with(turned));
    }
}

proptest! {
    #[test]
    fn the_record_pulls_from_the_assumed_ratio_towards_its_own_and_no_further(
        ratios in proptest::collection::vec(-0.5..1.5_f64, 1..19), hits in 0..19_usize
    ) {
        let (mut ratios, numbers) = (ratios, numbers());
        ratios.sort_by(f64::total_cmp);
        let hits = hits.min(ratios.len());
        let found = from_ratios(&numbers, &ratios, hits);
        let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
        let prior = numbers.prior[1];
        prop_assert!(found.r >= prior.min(mean).max(0.0) - SLACK && found.r <= prior.max(mean) + SLACK, "{found:?}, mean {mean}");
        prop_assert!(0.0 <= found.r_low && found.r_low <= found.r && found.r <= found.r_high, "{found:?}");
        prop_assert!(found.hit_chance > 0.0 && found.hit_chance < 1.0);
        // the same experience twice pulls further
        let doubled: Vec<f64> = ratios.iter().flat_map(|ratio| [*ratio, *ratio]).collect();
        if doubled.len() < numbers.percentiles_from {
            let further = from_ratios(&numbers, &doubled, 2 * hits);
            prop_assert!((further.r - prior).abs() >= (found.r - prior).abs() - SLACK, "{found:?} {further:?}");
        }
    }

    #[test]
    fn any_record_gives_an_interval_that_ascends_from_nothing(cases in proptest::collection::vec(cases(), 0..40)) {
        let record = TrackRecord { cases };
        for capacity in [Capacity::Low, Capacity::Medium, Capacity::High] {
            let found = calibrate(&numbers(), &record, GoalClass::Volume, "b2b", capacity);
            prop_assert!(0.0 <= found.r_low && found.r_low <= found.r && found.r <= found.r_high, "{found:?}");
            prop_assert!(found.n <= record.cases.len());
            prop_assert!(found.hit_chance > 0.0 && found.hit_chance < 1.0, "{found:?}");
        }
    }
}
