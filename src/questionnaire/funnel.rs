//! Fixed rows that follow one another as stages: how many reach each, drawn as a funnel.

/// Which columns of fixed rows, and which metrics, a funnel is drawn from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Funnel {
    /// The column of how many reached a stage.
    pub count: String,
    /// The column of how many did in the period before.
    pub previous: Option<String>,
    /// The computed share of the stage before, in percent.
    pub rate: Option<String>,
    /// The same share in the period before.
    pub rate_before: Option<String>,
    /// The computed cost of one at a stage.
    pub cost: Option<String>,
    /// The column of days to the next stage.
    pub days: Option<String>,
    /// The text metric that names the row of the weakest step.
    pub weakest: Option<String>,
    /// The text metric that says how that step was found.
    pub found_by: Option<String>,
    /// The text metric that says whether the same people were followed.
    pub basis: Option<String>,
}
