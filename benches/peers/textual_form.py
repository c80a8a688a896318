"""The questions as a form in Textual: one at a time, a text field, Enter goes on.

Compared with `gapwise interview` by benches/start.rs. It neither saves nor evaluates anything.

    python3 textual_form.py QUESTIONS.json      (pip install textual)
"""

import json
import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Label

QUESTIONS = json.load(open(sys.argv[1], encoding="utf-8"))


class Form(App):
    def compose(self) -> ComposeResult:
        self.at = 0
        self.answers = [""] * len(QUESTIONS)
        yield Label(QUESTIONS[0]["text"], id="question")
        yield Input(id="answer")
        with_answers = [Label(f"  {question['label']}") for question in QUESTIONS[:50]]
        yield from with_answers

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.answers[self.at] = event.value
        self.at = (self.at + 1) % len(QUESTIONS)
        self.query_one("#question", Label).update(QUESTIONS[self.at]["text"])
        event.input.value = self.answers[self.at]


Form().run()
