//! Points with names on two scales: effect against effort. Names are put where they cover nothing.

use serde::Serialize;

/// The drawing's own size; it is scaled as a whole.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 360.0;

/// Room for the scales.
const LEFT: f64 = 24.0;
const BOTTOM: f64 = 26.0;
const RIGHT: f64 = 46.0;
const TOP: f64 = 22.0;

/// Half the height of a name, and the width of one of its letters, as the style sheet sets them.
const HALF: f64 = 6.5;
const LETTER: f64 = 6.6;

/// A point before it has a place.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    /// Its name, short.
    pub(crate) name: String,
    /// How far right it stands.
    pub(crate) x: f64,
    /// How far up.
    pub(crate) y: f64,
    /// Whether it is filled.
    pub(crate) filled: bool,
}

/// The whole drawing.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Scatter {
    /// How wide the drawing is, in its own units, like all places in it.
    width: String,
    /// How high it is.
    height: String,
    /// Where the field of points begins, from the left.
    left: String,
    /// Where it ends, from the left.
    right: String,
    /// Where it begins, from the top.
    top: String,
    /// Where it ends, from the top.
    bottom: String,
    /// One point for each finding.
    points: Vec<Point>,
    /// The hours written along the foot.
    ticks: Vec<Tick>,
}

#[derive(Debug, Clone, Serialize)]
struct Point {
    /// What stands beside it: the finding's id.
    name: String,
    /// Its name in letters and digits alone, for a drawing's language.
    plain: String,
    /// Its place from the left.
    x: String,
    /// Its place from the top.
    y: String,
    /// How far right and up it stands, 0 to 1.
    across: String,
    /// How high up it stands, 0 to 1.
    along: String,
    /// Whether it is drawn filled: a foundation or a quick win.
    filled: bool,
    /// Where its name stands, from the left.
    name_x: String,
    /// Where its name stands, from the top.
    name_y: String,
    /// Which end of its name stands there: `start` or `end`.
    anchor: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct Tick {
    /// Its place from the left.
    x: String,
    /// What is written there, for example "8 h".
    text: String,
}

/// A rectangle that is taken.
#[derive(Debug, Clone, Copy)]
struct Taken {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Taken {
    fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Self {
        Self { left: x - half_width, right: x + half_width, top: y - half_height, bottom: y + half_height }
    }

    fn overlap(&self, other: &Self) -> f64 {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        wide.max(0.0) * high.max(0.0)
    }
}

impl Scatter {
    /// Places points on scales from zero to the largest of each; `ticks` are values of the lower scale with their words.
    pub(crate) fn of(spots: &[Spot], ticks: &[(f64, String)]) -> Self {
        let most = |of: fn(&Spot) -> f64| spots.iter().map(of).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        let (most_x, most_y) = (most(|one| one.x), most(|one| one.y));
        let across = |x: f64| LEFT + (WIDTH - LEFT - RIGHT) * (x / most_x).clamp(0.0, 1.0);
        let up = |y: f64| HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (y / most_y).clamp(0.0, 1.0);
        let mut taken: Vec<_> = spots.iter().map(|one| Taken::around(across(one.x), up(one.y), 5.5, 5.5)).collect();
        let mut points = Vec::with_capacity(spots.len());
        for spot in spots {
            let (x, y) = (across(spot.x), up(spot.y));
            let (name_x, name_y, anchor) = beside(&spot.name, x, y, &mut taken);
            points.push(Point {
                name: spot.name.clone(),
                plain: spot.name.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect(),
                across: format!("{:.2}", (spot.x / most_x).clamp(0.0, 1.0)),
                along: format!("{:.2}", (spot.y / most_y).clamp(0.0, 1.0)),
                x: place(x),
                y: place(y),
                filled: spot.filled,
                name_x: place(name_x),
                name_y: place(name_y + 4.0),
                anchor,
            });
        }
        let inside = ticks.iter().filter(|(value, _)| *value <= most_x);
        Self {
            width: place(WIDTH),
            height: place(HEIGHT),
            left: place(LEFT),
            right: place(WIDTH - RIGHT),
            top: place(TOP),
            bottom: place(HEIGHT - BOTTOM),
            points,
            ticks: inside.map(|(value, text)| Tick { x: place(across(*value)), text: text.clone() }).collect(),
        }
    }
}

/// Where a name covers least of what is there already: right, left, above, below, then further out.
fn beside(name: &str, x: f64, y: f64, taken: &mut Vec<Taken>) -> (f64, f64, &'static str) {
    let letters = u32::try_from(name.chars().count()).map_or(0.0, f64::from);
    let half = letters * LETTER / 2.0;
    let near = [(9.0, 0.0), (-9.0, 0.0), (0.0, -13.0), (0.0, 13.0)];
    let far =
        [(9.0, -12.0), (9.0, 12.0), (-9.0, -12.0), (-9.0, 12.0), (0.0, -26.0), (0.0, 26.0), (9.0, -24.0), (9.0, 24.0)];
    let boxed = |(dx, dy): (f64, f64)| {
        let middle = x
            + dx
            + if dx > 0.0 {
                half
            } else if dx < 0.0 {
                -half
            } else {
                0.0
            };
        Taken::around(middle, y + dy, half, HALF)
    };
    let outside = |one: &Taken| one.left < 0.0 || one.right > WIDTH || one.top < 0.0 || one.bottom > HEIGHT;
    let covered = |one: &Taken| taken.iter().map(|other| one.overlap(other)).sum::<f64>();
    let places = near.into_iter().chain(far).map(|shift| (shift, boxed(shift)));
    let best = places
        .filter(|(_, one)| !outside(one))
        .map(|(shift, one)| (shift, one, covered(&one)))
        .reduce(|best, other| if other.2 < best.2 { other } else { best });
    let (shift, one) = best.map_or(((9.0, 0.0), boxed((9.0, 0.0))), |(shift, one, _)| (shift, one));
    taken.push(one);
    let anchor = if shift.0 > 0.0 {
        "start"
    } else if shift.0 < 0.0 {
        "end"
    } else {
        "middle"
    };
    (x + shift.0, y + shift.1, anchor)
}

/// A place with one decimal, so that the same input gives the same bytes.
fn place(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_points_in_one_place_do_not_cover_each_other() {
        let spot = |name: &str| Spot { name: name.to_owned(), x: 6.0, y: 3.0, filled: true };
        let drawn = Scatter::of(&[spot("G01"), spot("G02"), spot("G03"), spot("G04")], &[(5.0, "5".to_owned())]);
        let mut places: Vec<_> = drawn.points.iter().map(|one| (&one.name_x, &one.name_y)).collect();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), 4);
        assert_eq!(drawn.ticks.len(), 1);
        assert!(Scatter::of(&[], &[]).points.is_empty());
    }
}
