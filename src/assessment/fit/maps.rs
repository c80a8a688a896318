//! Whether process maps can be drawn: what does not lead anywhere is no error here, see
//! [`ProcessMap::problems`].

use super::Found;
use crate::assessment::ProcessMap;
use crate::questionnaire::Choice;

impl Found<'_> {
    pub(super) fn maps(&mut self, halves: &[Choice], most: usize, maps: &[ProcessMap]) {
        if maps.len() > most {
            let message = format!("'{}' has {} process maps", self.question.id, maps.len());
            self.error(&["value"], message, format!("There can be at most {most}"));
        }
        for (at, map) in maps.iter().enumerate() {
            let index = at.to_string();
            if !map.half.is_empty() {
                self.choice(&["value", &index, "half"], &map.half, halves);
            }
            if let Some(step) = map.nodes.iter().position(|node| node.id.is_empty()) {
                let message = format!("step {} of the process '{}' has no id", step + 1, map.system);
                self.warn(
                    &["value", &index, "nodes"],
                    message,
                    "Give it an id of its own, so that others can lead to it",
                );
            }
        }
    }
}
