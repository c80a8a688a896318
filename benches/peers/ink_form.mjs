// The questions as a form in Ink: one at a time, a text field, Enter goes on.
//
// Compared with `gapwise interview` by benches/start.rs. It neither saves nor evaluates anything.
//
//     INK_FROM=DIR node ink_form.mjs QUESTIONS.json      (in DIR: npm install ink react)

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.env.INK_FROM ?? process.cwd()}/`));
const found = (name) => import(pathToFileURL(require.resolve(name)));
const { default: React, useState } = await found("react");
const { render, Box, Text, useInput } = await found("ink");

const questions = JSON.parse(readFileSync(process.argv[2], "utf8"));
const h = React.createElement;

function Form() {
  const [at, goTo] = useState(0);
  const [answers, change] = useState(questions.map(() => ""));
  useInput((input, key) => {
    if (key.return) {
      goTo((at + 1) % questions.length);
    } else if (key.backspace || key.delete) {
      change((all) => all.with(at, all[at].slice(0, -1)));
    } else {
      change((all) => all.with(at, all[at] + input));
    }
  });
  return h(
    Box,
    { flexDirection: "column" },
    h(Text, { bold: true }, questions[at].text),
    h(Text, null, `> ${answers[at]}_`),
    ...questions.slice(0, 50).map((question) => h(Text, { key: question.id }, `  ${question.label}`)),
  );
}

render(h(Form));
