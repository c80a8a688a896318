//! Every number that is a judgement, and every figure that is quoted, as the data files give them.

use super::following::{Comparing, FollowUpDays};
use super::model::LocalText;

/// One editable number.
#[derive(Debug, Clone)]
pub struct Assumption {
    /// Its id, for example `evidence.stated`.
    pub id: String,
    /// Its value.
    pub value: AssumedValue,
    /// What it counts.
    pub unit: String,
    /// What it is and what changing it does; internal.
    pub note: String,
    /// A benchmark it rests on; may be empty.
    pub source: String,
    /// How it is said to a client, with `{low}` `{base}` `{high}` `{value}`; may be empty.
    pub client_text: LocalText,
    /// Who changed it last.
    pub edited_by: String,
}

/// The value of an assumption.
#[derive(Debug, Clone, PartialEq)]
pub enum AssumedValue {
    /// One number.
    Number(f64),
    /// A careful, a middle and a hopeful case.
    Cases {
        /// The careful case.
        low: f64,
        /// The middle case.
        base: f64,
        /// The hopeful case.
        high: f64,
    },
    /// Several numbers, ascending.
    Numbers(Vec<f64>),
}

/// Every editable number: the list for people, and the ones the program computes with.
#[derive(Debug, Clone)]
pub struct Assumptions {
    /// All of them, in the order of the file.
    pub list: Vec<Assumption>,
    /// Those the scoring uses.
    pub scoring: Scoring,
    /// Those a comparison uses.
    pub comparing: Comparing,
    /// The dates of a follow-up.
    pub follow_up: FollowUpDays,
    /// Those the goals use.
    pub goals: GoalNumbers,
}

impl Assumptions {
    /// The assumption of that id.
    pub fn get(&self, id: &str) -> Option<&Assumption> {
        self.list.iter().find(|one| one.id == id)
    }
}

/// The numbers scoring computes with (domain.md 0.1 and 4), read once when the file is loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Scoring {
    /// Weight of evidence 0 to 1, in the order of [`Evidence::ALL`](crate::assessment::Evidence::ALL).
    pub evidence: [f64; 4],
    /// Half width of an answer's own uncertainty in points, in the same order.
    pub spread: [f64; 4],
    /// Coverage from which an area's score is printed, in percent.
    pub area_coverage: f64,
    /// Coverage from which the overall score is printed, in percent.
    pub overall_coverage: f64,
    /// Coverage from which the overall score is printed where items make it rather than areas, in percent.
    pub items_coverage: f64,
    /// Confidence from which it is called high, in percent.
    pub confidence_high: f64,
    /// Confidence from which it is called medium, in percent.
    pub confidence_medium: f64,
    /// The wish that orders priorities where none was stated, in points.
    pub default_wanted: f64,
    /// Points a step of the wanted level stands for.
    pub wanted_step: f64,
    /// Gap from which it is moderate, large, very large, in points.
    pub gap_limits: [f64; 3],
    /// What a pain flag multiplies a priority by.
    pub pain_factor: f64,
    /// Weight of findings that belong to no area.
    pub goal_weight: f64,
    /// Confidence of findings whose area has none.
    pub default_confidence: f64,
    /// Area weight that counts as 1 in a priority.
    pub weight_unit: f64,
    /// Midpoint hours up to which effort class 1, 2 and 3 hold.
    pub effort_limits: [f64; 3],
    /// Highest effort class and lowest severity of a quick win.
    pub quick_win: (u8, u8),
    /// Lowest effort class and severity of a big bet.
    pub big_bet: (u8, u8),
    /// How many foundations, findings in full, findings in one line, strengths and quotes a report prints.
    pub print: PrintLimits,
}

/// The numbers goals are forecast with (domain.md 6), read once when the file is loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalNumbers {
    /// Points a quarter an area's score can gain, for low, medium and high capacity.
    pub cap_practice: [f64; 3],
    /// The same for shares of things done.
    pub cap_coverage: [f64; 3],
    /// Percent a quarter an amount can grow, likewise.
    pub cap_volume: [f64; 3],
    /// Percent of itself a rate can gain in a quarter, likewise.
    pub cap_rate: [f64; 3],
    /// Points a rate can gain in a quarter at most.
    pub rate_step: f64,
    /// From this rate on, in percent, its cap is halved.
    pub rate_halved_from: f64,
    /// Hours a month from which capacity is medium, and high.
    pub capacity: [f64; 2],
    /// Quarters before an amount moves.
    pub lag_volume: f64,
    /// Quarters before a rate moves.
    pub lag_rate: f64,
    /// Quarters before an amount moves that rests on search content.
    pub lag_search: f64,
    /// Quarters added where buying takes long.
    pub lag_slow_sales: f64,
    /// What the cap is multiplied by when the owner does it for the first time.
    pub new_owner: f64,
    /// The largest share of the baseline that money alone can add.
    pub paid_share: f64,
    /// How much dearer additional enquiries are.
    pub paid_dearer: f64,
    /// How far two sources of a baseline may differ, as a share of it.
    pub source_difference: f64,
    /// Events in three months below which a rate is not forecast.
    pub few_events: f64,
    /// Events in three months from which confidence can be high.
    pub many_events: f64,
    /// Past cases from which confidence can be high.
    pub many_cases: usize,
    /// Free hours a month below which hours come first.
    pub least_hours: f64,
    /// Hours a month one tactic takes.
    pub hours_per_tactic: f64,
    /// The largest share of the spare hours an option reserves.
    pub reserved_share: f64,
    /// In how many of ten cases a standard is kept.
    pub standard_kept: f64,
    /// Days until a standard holds that no finding speaks of.
    pub standard_day: u32,
    /// What past outcomes ÷ plans are taken to be before there are any: weight in cases, middle, spread.
    pub prior: [f64; 3],
    /// The least and the most one case can count.
    pub clip: [f64; 2],
    /// Standard deviations of the middle 60%.
    pub middle_width: f64,
    /// Cases from which percentiles are used.
    pub percentiles_from: usize,
    /// Those percentiles.
    pub percentiles: [f64; 3],
    /// Hits and cases assumed before there are any.
    pub hit_prior: [f64; 2],
    /// Quarters beyond which no date is named.
    pub longest_inverse: f64,
    /// Days after which a goal is looked at again.
    pub reviews: Vec<f64>,
    /// The difference two versions are tested for, in points.
    pub test_difference: f64,
    /// Coverage in percent below which an owner alone is recommended no option.
    pub self_coverage: f64,
}

/// How much of each a client's report prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintLimits {
    /// Foundations printed first.
    pub foundations: usize,
    /// Findings in full, foundations included.
    pub findings_in_full: usize,
    /// Further findings in one line each.
    pub findings_in_line: usize,
    /// Strengths.
    pub strengths: usize,
    /// Quotes.
    pub quotes: usize,
    /// Lowest items of a questionnaire that is scored by items.
    pub lowest_items: usize,
}

/// A cited figure: context for readers, never a pass mark.
#[derive(Debug, Clone)]
pub struct Benchmark {
    /// Its id, for example `B1`.
    pub id: String,
    /// The figure, in one sentence.
    pub figure: LocalText,
    /// Who was counted, when, how far it holds.
    pub scope: LocalText,
    /// Who published it.
    pub source: String,
    /// When.
    pub year: String,
    /// Where it was read.
    pub read_at: String,
    /// Never in a client's report.
    pub internal: bool,
}
