"""Renders what Gapwise's report renders, with Jinja2: the same templates, the same context.

benches/report.rs hands both over as JSON on standard input, with what Tera made of them:
{"files": [[name, text], …], "root": name, "context": {…}, "rendered": text}.

Tera's templates of the Markdown report and of the e-mail are valid Jinja2 as they stand. Equal: every loop, condition,
include and printed value, and escaping for HTML on both sides (Jinja2's is MarkupSafe, in C). The texts are compared, but
for how each writes an escaped quotation mark. Not equal: Gapwise's whole report escapes for Markdown, and tidies up the
empty lines the tags leave.

Prints seconds for one rendering with the templates parsed anew, then parsed once, then 1 where the texts are the same.

    python3 report_jinja.py TIMES < job.json      (pip install jinja2)
"""

import html
import json
import sys
import time
from statistics import median

from jinja2 import DictLoader, Environment

job = json.load(sys.stdin)
times = int(sys.argv[1])
files = {name.removeprefix("builtin/"): text for name, text in job["files"]}
ending = "." + job["root"].rsplit(".", 1)[1]
files = {name: text for name, text in files.items() if name.endswith(ending)}


class EntriesFirst(Environment):
    """`x.items` means the entry of that name, as it does to Tera, before it means a method of the dictionary."""

    def getattr(self, obj, attribute):
        try:
            return obj[attribute]
        except (TypeError, LookupError):
            return super().getattr(obj, attribute)


def anew() -> str:
    environment = EntriesFirst(loader=DictLoader(files), autoescape=True)
    return environment.get_template(job["root"]).render(job["context"])


parsed = EntriesFirst(loader=DictLoader(files), autoescape=True).get_template(job["root"])


def once() -> str:
    return parsed.render(job["context"])


for render in (anew, once):
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        text = render()
        taken.append(time.perf_counter() - begun)
    print(median(taken))
print(int(html.unescape(text).split() == html.unescape(job["rendered"]).split()))
