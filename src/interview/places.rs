//! Where the conversation has been: back to where one was before a jump, and forth again.

/// Places left by jumping, as in a browser.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    back: Vec<usize>,
    forth: Vec<usize>,
}

impl Places {
    /// Remembers the place a jump starts from; what lay ahead is forgotten.
    pub(super) fn leave(&mut self, at: usize) {
        if self.back.last() != Some(&at) {
            self.back.push(at);
        }
        self.forth.clear();
    }

    /// The place before the last jump, or the one gone back from; places that may not be shown now are passed over.
    pub(super) fn step(&mut self, forth: bool, at: usize, may_show: impl Fn(usize) -> bool) -> Option<usize> {
        let (from, to) = if forth { (&mut self.forth, &mut self.back) } else { (&mut self.back, &mut self.forth) };
        while let Some(place) = from.pop() {
            if place != at && may_show(place) {
                to.push(at);
                return Some(place);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_the_way_one_went() {
        let mut places = Places::default();
        places.leave(1);
        places.leave(5);
        let all = |_| true;
        assert_eq!(places.step(false, 9, all), Some(5));
        assert_eq!(places.step(false, 5, all), Some(1));
        assert_eq!(places.step(false, 1, all), None);
        assert_eq!(places.step(true, 1, all), Some(5));
        assert_eq!(places.step(true, 5, all), Some(9));
        assert_eq!(places.step(true, 9, all), None);
        assert_eq!(places.step(false, 9, |place| place != 5), Some(1));
    }
}
