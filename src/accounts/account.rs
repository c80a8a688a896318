//! One account, judged.

/// A company of the list, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Its name; empty when the list does not give one.
    pub name: String,
    /// The line of the list it begins in, from 1.
    pub line: u64,
    /// How well it suits, 0 to 100, over the weight that is known; nothing when none is.
    pub fit: Option<f64>,
    /// The share of the weight that is known, 0 to 1.
    pub known: f64,
    /// What it could spend and does not yet, 0 or more; nothing when that is not known.
    pub white_space: Option<f64>,
    /// Whether it spends anything today, as far as that is known.
    pub customer: bool,
    /// Whether a rival supplies it.
    pub rival: bool,
    /// What is not known of it.
    pub lacks: Vec<Lacking>,
    /// Where it stands.
    pub standing: Standing,
}

/// Something about an account that is not known; the number counts the profile's entries from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// The value of a criterion.
    Criterion(u16),
    /// What a gate asks for.
    Gate(u16),
}

/// Where an account stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Among the ranked.
    Ranked {
        /// 0.7 × fit + 0.3 × percentile of white space, 0 to 100; the fit alone when white space is not known.
        score: f64,
        /// A, B or C.
        class: Class,
    },
    /// Too little is known to rank it.
    NeedsData,
    /// It fails conditions that are never waived; the numbers count the profile's gates from 0.
    BelowMinimum(Vec<u16>),
}

/// The three lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Fit of 70 or more, and room for it this quarter.
    A,
    /// Fit of 50 or more, the A list's overflow included.
    B,
    /// The rest.
    C,
}

impl Class {
    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// What to do next with a ranked account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A customer that could spend more: offer more of it.
    CrossSell,
    /// A rival's customer: say why and when to change.
    RivalMessage,
    /// Neither: offer a first step.
    Entice,
}

impl Step {
    /// Its word in files, and in the locale files.
    pub fn id(self) -> &'static str {
        match self {
            Self::CrossSell => "cross_sell",
            Self::RivalMessage => "rival_message",
            Self::Entice => "entice",
        }
    }
}

impl Account {
    /// Whether it is a customer with white space.
    pub fn has_room(&self) -> bool {
        self.customer && self.white_space.is_some_and(|space| space > 0.0)
    }

    /// The next step with it; none for accounts that are not ranked.
    pub fn step(&self) -> Option<Step> {
        match (&self.standing, self.has_room(), self.rival) {
            (Standing::Ranked { .. }, true, _) => Some(Step::CrossSell),
            (Standing::Ranked { .. }, false, true) => Some(Step::RivalMessage),
            (Standing::Ranked { .. }, false, false) => Some(Step::Entice),
            _ => None,
        }
    }

    /// Its class, when it is ranked.
    pub fn class(&self) -> Option<Class> {
        match self.standing {
            Standing::Ranked { class, .. } => Some(class),
            _ => None,
        }
    }

    /// Its score, when it is ranked.
    pub fn score(&self) -> Option<f64> {
        match self.standing {
            Standing::Ranked { score, .. } => Some(score),
            _ => None,
        }
    }
}
