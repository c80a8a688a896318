//! Process maps: one step a line, from what sets the process off to its ends; steps are named by their number.

use std::collections::HashSet;
use std::io;

use rust_i18n::t;

use super::cell::place_of_choice;
use super::command::{Typed, read};
use super::{Next, Sitting};
use crate::assessment::{Branch, Change, MapPlace, NodeKind, ProcessMap, Value};
use crate::display::one_line;
use crate::interview::kind_of;
use crate::questionnaire::{Choice, Kind, Question};
use crate::tui::{map_told, named_step, word_of_way};

/// What is asked next about a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// What sets it off.
    Start,
    /// What follows a step.
    After(usize, Branch),
    /// Nothing: every way was spoken of.
    Nothing,
}

impl Sitting<'_> {
    /// Asks for a process, or for one to be gone on with.
    pub(super) fn ask_maps(&mut self, question: &Question) -> io::Result<Next> {
        let Kind::Maps { halves, most, .. } = &question.kind else { return Ok(Next::Go) };
        let mut maps = self.maps(question);
        for (at, map) in maps.iter().enumerate() {
            let said = t!("maps.plain.listed", locale = &self.talk.locale, number = at + 1, name = map.system);
            self.talk.say(&said)?;
        }
        let wanted = t!("maps.plain.name", locale = &self.talk.locale, number = maps.len() + 1);
        let Some(line) = self.talk.ask(&wanted)? else { return Ok(Next::End) };
        let map_of = |text: &str| text.parse::<usize>().ok().filter(|at| (1..=maps.len()).contains(at));
        match read(&line) {
            Typed::Nothing => Ok(Next::Go),
            Typed::Help => {
                self.explain(question)?;
                Ok(Next::Again)
            }
            Typed::Command(command, _) if command == "none" => {
                self.record(Change::value(Value::Maps(Vec::new())))?;
                Ok(Next::Go)
            }
            Typed::Command(command, rest) if command == "map" || command == "remove" => {
                match (map_of(&rest), command.as_str()) {
                    (None, _) => self.talk.say(&t!("maps.plain.no_map", locale = &self.talk.locale))?,
                    (Some(at), "map") => return self.draw_map(question, at - 1),
                    (Some(at), _) => {
                        maps.remove(at - 1);
                        self.record_maps(maps)?;
                    }
                }
                Ok(Next::Again)
            }
            Typed::Command(command, rest) => self.command(&command, &rest),
            Typed::Text(_) if maps.len() >= *most => {
                let said = t!("tui.message.too_many", locale = &self.talk.locale, most = most);
                self.talk.say(&said)?;
                Ok(Next::Again)
            }
            Typed::Text(name) => {
                maps.push(ProcessMap { system: one_line(&name), ..ProcessMap::default() });
                let at = maps.len() - 1;
                self.record_maps(maps)?;
                match self.ask_half(question, halves, at)? {
                    Next::Again => self.draw_map(question, at),
                    next => Ok(next),
                }
            }
        }
    }

    fn maps(&self, question: &Question) -> Vec<ProcessMap> {
        self.interview.assessment().value(&question.id).map(Value::maps).unwrap_or_default().to_vec()
    }

    fn record_maps(&mut self, maps: Vec<ProcessMap>) -> io::Result<()> {
        let change = if maps.is_empty() { Change::Clear } else { Change::value(Value::Maps(maps)) };
        self.record(change)
    }

    fn record_map(&mut self, question: &Question, at: usize, map: ProcessMap) -> io::Result<()> {
        let mut maps = self.maps(question);
        maps[at] = map;
        self.record_maps(maps)
    }

    fn ask_half(&mut self, question: &Question, halves: &[Choice], at: usize) -> io::Result<Next> {
        let locale = self.talk.locale.clone();
        if halves.is_empty() {
            return Ok(Next::Again);
        }
        self.talk.say(&t!("maps.ask.half", locale = &locale))?;
        for (number, half) in halves.iter().enumerate() {
            let text = format!("{}. {}. {}", number + 1, half.label.get(&locale), half.help.get(&locale));
            self.talk.say(text.trim_end())?;
        }
        loop {
            let Some(line) = self.talk.ask("")? else { return Ok(Next::End) };
            match read(&line) {
                Typed::Nothing => return Ok(Next::Again),
                Typed::Help => self.talk.say(&self.talk.words("how.choice"))?,
                Typed::Command(name, rest) => match self.command(&name, &rest)? {
                    Next::Again => {}
                    next => return Ok(next),
                },
                Typed::Text(text) if place_of_choice(halves, &text, &locale).is_some() => {
                    let taken = place_of_choice(halves, &text, &locale).unwrap_or_default();
                    let mut map = self.maps(question)[at].clone();
                    map.half = halves[taken].id.clone();
                    self.record_map(question, at, map)?;
                    return Ok(Next::Again);
                }
                _ => self.talk.say(&self.talk.words("no_choice"))?,
            }
        }
    }

    /// Asks step after step until every way was spoken of.
    fn draw_map(&mut self, question: &Question, at: usize) -> io::Result<Next> {
        let mut passed: HashSet<(usize, Branch)> = HashSet::new();
        let mut next: Option<(usize, Branch)> = None;
        self.talk.say(&t!("maps.plain.how", locale = &self.talk.locale))?;
        loop {
            let Some(map) = self.maps(question).get(at).cloned() else { return Ok(Next::Elsewhere) };
            let wanted = next.take().map_or_else(|| wanted(&map, &passed), |(from, way)| Wanted::After(from, way));
            if wanted == Wanted::Nothing {
                self.say_map(&map)?;
            }
            let Some(line) = self.talk.ask(&self.words_of(&map, wanted))? else { return Ok(Next::End) };
            match (read(&line), wanted) {
                (Typed::Nothing, Wanted::After(from, branch)) => {
                    passed.insert((from, branch));
                }
                (Typed::Nothing, _) => return Ok(Next::Again),
                (Typed::Help, _) => self.talk.say(&t!("maps.plain.help", locale = &self.talk.locale))?,
                (Typed::Text(text), _) => next = self.add_step(question, at, map, wanted, None, &text)?,
                (Typed::Command(name, rest), _) => match name.as_str() {
                    "done" => return Ok(Next::Again),
                    "show" => self.say_map(&map)?,
                    "end" => next = self.add_step(question, at, map, wanted, Some(NodeKind::End), &rest)?,
                    "to" | "after" | "words" | "owner" | "metric" | "kind" | "remove" => {
                        next = self.change_step(question, at, map, wanted, (&name, &rest))?;
                    }
                    _ => match self.command(&name, &rest)? {
                        Next::Again => {}
                        other => return Ok(other),
                    },
                },
            }
        }
    }

    fn words_of(&self, map: &ProcessMap, wanted: Wanted) -> String {
        let locale = &self.talk.locale;
        match wanted {
            Wanted::Start => t!("maps.ask.start", locale = locale).into_owned(),
            Wanted::Nothing => t!("maps.plain.whole", locale = locale).into_owned(),
            Wanted::After(from, branch) => {
                let step = named_step(&map.nodes[from], locale);
                match branch {
                    Branch::Next => t!("maps.ask.next", locale = locale, step = step).into_owned(),
                    _ => t!("maps.ask.branch", locale = locale, step = step, branch = word_of_way(branch, locale))
                        .into_owned(),
                }
            }
        }
    }

    /// Adds a step where one is wanted; gives the way that is asked about next.
    fn add_step(
        &mut self,
        question: &Question,
        at: usize,
        mut map: ProcessMap,
        wanted: Wanted,
        kind: Option<NodeKind>,
        text: &str,
    ) -> io::Result<Option<(usize, Branch)>> {
        let text = one_line(text);
        let added = match wanted {
            Wanted::Start => map.begin_with(&text),
            Wanted::After(from, branch) => map.add_after(from, branch, kind.unwrap_or_else(|| kind_of(&text)), &text),
            Wanted::Nothing => {
                self.talk.say(&t!("maps.plain.where", locale = &self.talk.locale))?;
                return Ok(None);
            }
        };
        let node = &map.nodes[added];
        let next = node.ways_out().into_iter().find(|branch| node.way(*branch).is_none());
        self.record_map(question, at, map)?;
        Ok(next.map(|branch| (added, branch)))
    }

    /// Follows a command about steps by their numbers; gives the way that is asked about next.
    fn change_step(
        &mut self,
        question: &Question,
        at: usize,
        mut map: ProcessMap,
        wanted: Wanted,
        (command, rest): (&str, &str),
    ) -> io::Result<Option<(usize, Branch)>> {
        let locale = self.talk.locale.clone();
        let stays = match wanted {
            Wanted::After(from, branch) => Some((from, branch)),
            _ => None,
        };
        let (number, text) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let step = number.parse::<usize>().ok().and_then(|number| order(&map).get(number.checked_sub(1)?).copied());
        let Some(step) = step else {
            self.talk.say(&t!("maps.plain.no_step", locale = &locale))?;
            return Ok(stays);
        };
        let text = one_line(text);
        match command {
            "to" => match stays {
                Some((from, branch)) if from != step => map.connect(from, branch, step),
                _ => {
                    self.talk.say(&t!("maps.plain.where", locale = &locale))?;
                    return Ok(stays);
                }
            },
            "after" => {
                let ways = map.nodes[step].ways_out();
                let yes_or_no = ways.iter().find(|branch| word_of_way(**branch, &locale) == text);
                return Ok(yes_or_no.or(ways.first()).map(|branch| (step, *branch)).or(stays));
            }
            "words" if text.is_empty() => return Ok(stays),
            "words" => map.nodes[step].text = text,
            "owner" => map.nodes[step].owner = text,
            "metric" => map.nodes[step].metric = text,
            "kind" => match NodeKind::ALL.into_iter().find(|kind| kind.id() == text.to_lowercase()) {
                Some(kind) => map.turn_into(step, kind),
                None => {
                    self.talk.say(&t!("maps.plain.kinds", locale = &locale))?;
                    return Ok(stays);
                }
            },
            _ => map.take_out(step),
        }
        // What is taken out or led on moves the places of the steps: what is asked next is looked for anew.
        let stays = stays.filter(|_| matches!(command, "words" | "owner" | "metric"));
        self.record_map(question, at, map)?;
        Ok(stays)
    }

    /// The steps in words, one a line, then what is still open.
    fn say_map(&mut self, map: &ProcessMap) -> io::Result<()> {
        let locale = self.talk.locale.clone();
        let order = order(map);
        let number = |at: usize| order.iter().position(|one| *one == at).map_or(0, |at| at + 1);
        for (index, at) in order.iter().enumerate() {
            let node = &map.nodes[*at];
            let who = [&node.owner, &node.metric].map(|one| one.trim());
            let who: Vec<&str> = who.into_iter().filter(|one| !one.is_empty()).collect();
            let mut said = format!("{}. {}", index + 1, named_step(node, &locale));
            said.push_str(&format!(" ({})", t!(format!("maps.plain.kind.{}", node.kind.id()), locale = &locale)));
            if !who.is_empty() {
                said.push_str(&format!(", {}", who.join(", ")));
            }
            for branch in node.ways_out() {
                let to = node.way(branch).and_then(|id| map.place_of(id)).map(|to| number(to).to_string());
                let to = to.unwrap_or_else(|| t!("maps.plain.open", locale = &locale).into_owned());
                said.push_str(&format!(". {}: {to}", word_of_way(branch, &locale)));
            }
            self.talk.say(&said)?;
        }
        for problem in map.to_tell() {
            self.talk.say(&map_told(map, &problem, &locale))?;
        }
        Ok(())
    }
}

/// The steps in the order in which they are read.
fn order(map: &ProcessMap) -> Vec<usize> {
    let steps = map.rows().into_iter().filter_map(|row| match row.place {
        MapPlace::Step(at) => Some(at),
        _ => None,
    });
    steps.collect()
}

/// What is asked next: the first way after which nothing follows and that was not passed over.
fn wanted(map: &ProcessMap, passed: &HashSet<(usize, Branch)>) -> Wanted {
    let rows = map.rows();
    let open = rows.iter().find_map(|row| match row.place {
        MapPlace::NoStart => Some(Wanted::Start),
        MapPlace::Open { from, branch } | MapPlace::Nowhere { from, branch } if !passed.contains(&(from, branch)) => {
            Some(Wanted::After(from, branch))
        }
        _ => None,
    });
    open.unwrap_or(Wanted::Nothing)
}
