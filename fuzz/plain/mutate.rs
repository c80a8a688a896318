//! Changes inputs a little, at random: bytes, ranges, lines, words of the formats, and parts of one another.

use fastrand::Rng;

/// What the formats are made of, and what has broken readers before.
const WORDS: [&str; 58] = [
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "(",
    ")",
    "\"",
    "'",
    "\"\"\"",
    "=",
    ".",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "#",
    "\\u001b",
    "\\",
    "nan",
    "inf",
    "-0",
    "1e308",
    "-1e308",
    "9223372036854775807",
    "99999999999999999999",
    "0.0000000001",
    "true",
    "false",
    "null",
    "1979-05-27T07:32:00Z",
    "9999-12-31",
    "\u{feff}",
    "\u{202e}",
    "\u{200d}",
    "\0",
    "\u{10ffff}",
    "é",
    "漢",
    "value",
    "id",
    "status",
    "unknown",
    "na",
    "owed",
    "&&",
    "||",
    "!",
    "?",
    ":",
    " > ",
    ".filter(x, x)",
    ".map(x, x)",
    "~",
    "k",
    "%",
];

/// An input of the corpus after a few changes.
pub fn mutated(corpus: &[Vec<u8>], random: &mut Rng, largest: usize) -> Vec<u8> {
    let mut input = corpus[random.usize(..corpus.len())].clone();
    for _ in 0..1 + random.usize(..6) {
        change(&mut input, corpus, random);
        if input.len() > largest {
            input.truncate(largest);
        }
    }
    input
}

fn change(input: &mut Vec<u8>, corpus: &[Vec<u8>], random: &mut Rng) {
    let at = random.usize(..=input.len());
    let end = (at + random.usize(1..=64)).min(input.len());
    match random.u32(..11) {
        0 if at < input.len() => input[at] ^= 1 << random.u32(..8),
        1 if at < input.len() => input[at] = random.u8(..),
        2 => drop(input.drain(at..end)),
        3 => {
            let part = input[at..end].to_vec();
            let times = if random.u32(..20) == 0 { random.usize(..2_000) } else { random.usize(1..4) };
            input.splice(at..at, part.repeat(times));
        }
        4 | 5 => {
            let word = WORDS[random.usize(..WORDS.len())].as_bytes();
            let times = if random.u32(..30) == 0 { random.usize(..3_000) } else { 1 };
            input.splice(at..at, word.repeat(times));
        }
        6 => {
            let word = WORDS[random.usize(..WORDS.len())].as_bytes();
            input.splice(at..end, word.iter().copied());
        }
        7 => {
            let other = &corpus[random.usize(..corpus.len())];
            let from = random.usize(..=other.len());
            let to = (from + random.usize(1..=512)).min(other.len());
            input.splice(at..at, other[from..to].iter().copied());
        }
        8 => digits(input, random),
        9 => lines(input, random),
        _ => input.truncate(at.max(1)),
    }
}

/// Puts another number in the place of one.
fn digits(input: &mut Vec<u8>, random: &mut Rng) {
    let starts: Vec<usize> = (0..input.len())
        .filter(|at| input[*at].is_ascii_digit() && (*at == 0 || !input[at - 1].is_ascii_digit()))
        .collect();
    if starts.is_empty() {
        return;
    }
    let at = starts[random.usize(..starts.len())];
    let end = (at..input.len()).find(|end| !input[*end].is_ascii_digit()).unwrap_or(input.len());
    let number = match random.u32(..6) {
        0 => "0".to_owned(),
        1 => "-1".to_owned(),
        2 => "1e999".to_owned(),
        3 => u64::MAX.to_string(),
        4 => format!("{}.5", random.u16(..)),
        _ => random.u32(..).to_string(),
    };
    input.splice(at..end, number.bytes());
}

/// Takes a line out, doubles it, or moves it elsewhere.
fn lines(input: &mut Vec<u8>, random: &mut Rng) {
    let mut lines: Vec<Vec<u8>> = input.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return;
    }
    let line = lines.remove(random.usize(..lines.len()));
    let times = random.usize(..3);
    for _ in 0..times {
        lines.insert(random.usize(..=lines.len()), line.clone());
    }
    *input = lines.concat();
}
