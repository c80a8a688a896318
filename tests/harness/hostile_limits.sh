#!/usr/bin/env bash
# Hostile questionnaires, expressions, templates, assessments and settings: each is answered with an error within 100 ms and
# 64 MiB, and in few words. Time is that of the clock or of the processor, whichever is less, the best of three: a machine that is
# busy elsewhere is not the program's fault. ALLOWANCE says how many times longer an answer may take on a slow machine or with a
# build for debugging, up to 40; there the memory may be a quarter more. The control, a template that loops without end, is stopped too, but
# after seconds: it must be found too slow.
#
#   tests/harness/hostile_limits.sh PATH/TO/gapwise [ALLOWANCE]
set -euo pipefail
gapwise=$(realpath "${1:?the program to test}")
allowance=${2:-1}
cd "$(dirname "$0")/../.."
if [ ! -x /usr/bin/time ]; then
    echo "skipped: /usr/bin/time is missing"
    exit 0
fi
most_ms=$((100 * allowance))
most_kib=$((64 * 1024))
# larger frames, and a heap for each of its threads
[ "$allowance" -eq 1 ] || most_kib=$((most_kib * 5 / 4))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# many COUNT TEXT: the text, as often as that; %d in it stands for the turn, and the next one for the turn after
many() { awk -v count="$1" -v text="$2" 'BEGIN { for (at = 0; at < count; at++) printf text, at, at + 1 }'; }

# the small questionnaire of FORMAT.md, and the standard input after it
after_small() {
    awk '/^## A whole one, small/ { found = 1 } found && /^```toml/ { inside = 1; next } inside && /^```/ { exit } inside' \
        questionnaires/FORMAT.md
    cat
}

# measure ARGUMENTS…: runs the program up to three times; sets ms, kib and code, and clock for the last run
measure() {
    local begun user system
    ms=1000000
    kib=0
    for _ in 1 2 3; do
        begun=${EPOCHREALTIME/./}
        GAPWISE_HOME=$work/home /usr/bin/time -q -o "$work/used" -f '%M %x %U %S' "$gapwise" "$@" >"$work/out" 2>"$work/err" || true
        clock=$(((${EPOCHREALTIME/./} - begun) / 1000))
        read -r used code user system < <(tail -n 1 "$work/used")
        # counted in hundredths of a second: one more, for what was cut off
        user=$((10#${user/./} * 10 + 10#${system/./} * 10 + 10))
        ms=$(printf '%s\n' "$ms" "$clock" "$user" | sort -n | head -n 1)
        [ "$used" -le "$kib" ] || kib=$used
        [ "$ms" -gt "$most_ms" ] || break
    done
}

# refused NAME ARGUMENTS…: an error, soon, with little memory, and in few words
refused() {
    local name=$1 said verdict=
    shift
    measure "$@"
    said=$(cat "$work/out" "$work/err" | wc -c)
    [ "$code" -eq 1 ] || [ "$code" -eq 3 ] || verdict="$verdict exit code $code;"
    [ "$ms" -le "$most_ms" ] || verdict="$verdict too slow;"
    [ "$kib" -le "$most_kib" ] || verdict="$verdict too much memory;"
    [ "$said" -gt 0 ] && [ "$said" -le 100000 ] || verdict="$verdict $said bytes said;"
    # most of these run in a pipeline, and so apart from the script
    printf '%s\t%s\t%s\t%s\n' "$ms" "$((kib / 1024))" "${verdict:--}" "$name" >>"$work/results"
    [ -z "$verdict" ] || echo "FAILED:$verdict $ms ms, $((kib / 1024)) MiB: $name" >&2
}

# questionnaire NAME: the standard input, checked
questionnaire() {
    cat >"$work/q.toml"
    refused "questionnaire, $1" check "$work/q.toml"
}

# expression NAME TEXT: as a formula and as a condition
expression() {
    printf '[[metric]]\nid = "m_1"\nlabel = "M"\nunit = "number"\nexplain = "E."\nformula = """%s"""\n' "$2" \
        | after_small | questionnaire "formula: $1"
    printf '[[question]]\nid = "x_1"\narea = "proof"\ntype = "text"\nlabel = "L"\ntext.consultant = "T"\nwhen = """%s"""\n' "$2" \
        | after_small | questionnaire "condition: $1"
}

# template NAME: the standard input as a person's own template
template() {
    mkdir -p "$work/home/report-templates"
    cat >"$work/home/report-templates/client.md"
    refused "template, $1" report "$work/ours.toml" --format md --out -
    rm -rf "$work/home/report-templates"
}

# assessment NAME: the standard input after a sound beginning, scored
assessment() {
    { printf '%s\n' 'format = 1' 'questionnaires = ["gap-analysis@1.0.0"]' 'date = 2026-11-22'; cat; } >"$work/a.toml"
    refused "assessment, $1" score "$work/a.toml"
}

GAPWISE_HOME=$work/home "$gapwise" new --client Ours --out "$work/ours.toml" >/dev/null 2>&1
question='[[question]]\nid = "x_%d"\narea = "proof"\ntype = "number"\nlabel = "L"\ntext.consultant = "T"\nbounds = [0, 9]\n'
metric='[[metric]]\nid = "m_%d"\nlabel = "M"\nunit = "number"\nexplain = "E."\nformula = "m_%d + 1"\n'
terms=$(many 10000 'tr_reviews + ')1

many 9000000 '#' | after_small | questionnaire "too large"
many 10001 "$question" | after_small | questionnaire "too many questions"
many 100000 '[' | after_small | questionnaire "nested and never closed"
{ printf 'x = '; many 50000 '['; many 50000 ']'; } | after_small | questionnaire "nested and closed"
{ printf 'x = '; many 50000 '{ a = '; } | after_small | questionnaire "nested tables"
{ printf '['; many 20000 'a.'; printf 'b]\nc = 1\n'; } | after_small | questionnaire "a deep name"
many 200000 '=' | questionnaire "one broken line"
many 124000 '=' | questionnaire "as many broken keys as may be"
{ printf 'x = ['; many 124000 ','; } | questionnaire "as many commas as may be"
many 124000 'k\n' | questionnaire "as many keys without values as may be"
many 40000 'k%d = 1\n' | questionnaire "as many keys as may be"
{ printf 'x = ['; many 14000 '{a=1},'; } | questionnaire "as many tables as may be"
{ printf 'x = ['; many 31000 '[],'; } | questionnaire "as many lists as may be"
many 8000000 '=' | questionnaire "one very long broken line"
many 200000 '= =\n' | questionnaire "two hundred thousand broken lines"
many 20000 'k%d = 1\n' | after_small | questionnaire "unknown keys"
many 400000 'k%d = 1\n' | after_small | questionnaire "four hundred thousand unknown keys"
many 20000 '[s%d]\n' | after_small | questionnaire "unknown sections"
many 3000 "$question"'when = "x_%d > 1"\n' | after_small | questionnaire "a chain of conditions"
many 2000 "$metric" | after_small | questionnaire "a chain of metrics whose last is missing"
{ printf '[curve.c]\npoints = ['; many 200000 '[%d, 1], '; printf ']\n'; } | after_small | questionnaire "a curve of 200,000 points"
{ printf '[curve.c]\npoints = ['; many 1600000 '[],'; printf ']\n'; } | after_small | questionnaire "1.6 million empty lists"
{ printf 'x = ['; many 2000000 '1, '; printf ']\n'; } | after_small | questionnaire "two million numbers"
{ printf 'x = ['; many 1500000 '"", '; printf ']\n'; } | after_small | questionnaire "1.5 million texts"
{ printf 'x = ['; many 700000 '{a=1}, '; printf ']\n'; } | after_small | questionnaire "700,000 tables"
{ printf 'x = """'; many 7000000 'x'; printf '"""\n'; } | after_small | questionnaire "a text of seven million letters"
{ printf 'x = "'; many 1000000 '\\u001b'; printf '"\n'; } | after_small | questionnaire "a million escapes"
{ printf 'x = %s' ; many 1000000 '9'; printf '\n'; } | after_small | questionnaire "a number of a million digits"
many 1000000 '\\0' | after_small | questionnaire "zero bytes"
printf 'x = \xff\n' | after_small | questionnaire "not UTF-8"

expression "ten thousand terms" "$terms"
expression "deep brackets" "$(many 1900 '(')"
expression "closed brackets" "$(many 900 '(')nobody$(many 900 ')')"
expression "nothing but minus" "$(many 1990 '-')nobody"
expression "nothing but not" "$(many 1990 '!')nobody"
expression "nested comprehensions" "count(tr_cases.map(a, tr_cases.map(b, tr_cases.map(c, tr_cases.map(d, 1)))))"
expression "an endless list" "[$(many 600 '1,')1]"
expression "nested questions" "$(many 400 'true?')1$(many 400 ':1')"
expression "a text that never ends" "'$(many 1900 'x')"
expression "bytes and escapes" "b'\\\\xff\\\\377' + r'\\\\' + '$(many 200 '\\\\u001b')'"
expression "long names" "$(many 1900 'x')"
expression "long fields" "a$(many 900 '.b')"
expression "indexes" "a$(many 600 '[0]')"
expression "the largest numbers" "nobody + 9223372036854775808 + 1e999 + 0xffffffffffffffffff"

many 100000 '{%% if a %%}' | template "nested and never closed"
many 3000 '{%% if client %%}' | template "three thousand conditions"
{ printf '{{ '; many 100000 '('; } | template "deep brackets"
{ printf '{{ 1'; many 20000 ' + 1'; printf ' + nothing }}'; } | template "twenty thousand terms"
{ printf '{{ '; many 20000 'not '; printf 'client }}'; } | template "nothing but not"
{ printf '{{ a'; many 20000 '.b'; printf ' }}'; } | template "long fields"
{ printf '{{ client'; many 20000 ' | upper'; printf ' | nothing }}'; } | template "twenty thousand filters"
printf '{%% include "client.md" %%}' | template "including itself"
printf '{%% include "../../../../etc/passwd" %%}' | template "including another's file"
printf '{%% extends "client.md" %%}' | template "extending itself"
many 400000 '{{ x' | template "never closed"
many 9000000 'x' | template "too large"
many 200000 '{{ nothing }}' | template "two hundred thousand unknown names"
printf '\xff' | template "not UTF-8"

many 9000000 '#' | assessment "too large"
{ printf 'x = '; many 100000 '['; } | assessment "nested"
many 200000 '= =\n' | assessment "broken lines"
{ printf 'x = ['; many 1600000 '[],'; printf '\n'; } | assessment "1.6 million empty lists"
{ printf '[answers.ga_audiences]\nvalue = ['; many 1500000 '"",'; printf ']\nx = \n'; } | assessment "1.5 million texts"
many 100000 '[answers.a%d]\nvalue = nan\n' | assessment "a hundred thousand wrong answers"

slowest=$(sort -n "$work/results" | tail -n 1 | cut -f 1,4 --output-delimiter=' ms (')
largest=$(cut -f 2,4 "$work/results" | sort -n | tail -n 1 | sed 's/\t/ MiB (/')
echo "$(wc -l <"$work/results") hostile files: an error within $slowest) and $largest) at most"

mkdir -p "$work/home/report-templates"
printf '{%% for a in range(end=30000) %%}{%% for b in range(end=30000) %%}{%% endfor %%}{%% endfor %%}' \
    | sed 's/{%/{% for z in range(end=30000) %}{%/; s/$/{% endfor %}/' >"$work/home/report-templates/client.md"
measure report "$work/ours.toml" --format md --out -
echo "control: a template that loops without end is stopped with code $code after $clock ms"
[ "$clock" -gt "$most_ms" ] && [ "$code" -eq 1 ] || { echo "the control did not fail" >&2; exit 1; }
! cut -f 3 "$work/results" | grep -qv "^-$"
