//! Curves from values to points.

use super::fields::Fields;
use super::reading::Reading;
use crate::questionnaire::Curve;

/// The curve of a score: x strictly increasing, y in points.
pub(super) fn curve(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<Curve> {
    let name = fields.name("curve");
    let node = fields.find("curve")?;
    let mut points: Vec<(f64, f64)> = Vec::new();
    let mut complete = true;
    for point in reading.list(node, &name)? {
        let pair = reading.list(point, &name).unwrap_or_default();
        let numbers: Vec<f64> = pair.iter().filter_map(|one| reading.number(one, &name)).collect();
        let &[x, y] = numbers.as_slice() else {
            if numbers.len() == pair.len() && !pair.is_empty() {
                reading.error(
                    point.span(),
                    format!("a point of {name} must be two numbers, but is {}", pair.len()),
                    "Write each point as [x, points]",
                );
            }
            complete = false;
            continue;
        };
        if let Some(&(before, _)) = points.last()
            && x <= before
        {
            let message = format!("{name} does not increase: {x} comes after {before}");
            reading.error(point.span(), message, "Put the points in ascending order of x, each x once");
        }
        if !(0.0..=100.0).contains(&y) {
            let message = format!("{name} gives {y} points, but points go from 0 to 100");
            reading.error(point.span(), message, "Write points from 0 to 100 as the second number");
        }
        points.push((x, y));
    }
    if points.len() < 2 {
        if complete {
            reading.error(node.span(), format!("{name} needs at least two points"), "Write [[x, points], [x, points]]");
        }
        return None;
    }
    Some(Curve { points })
}
