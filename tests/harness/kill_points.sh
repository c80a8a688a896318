#!/usr/bin/env bash
# Kills a save at each of its file system calls in turn and looks at what is left: the old file or the new one, never half of
# one, and never less than what had been acknowledged. The control writes in place and must fail somewhere.
#
#   tests/harness/kill_points.sh PATH/TO/gapwise
set -euo pipefail
gapwise=$(realpath "${1:?the program to test}")
if ! command -v strace >/dev/null; then
    echo "skipped: strace is missing"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GAPWISE_HOME=$work/home
calls="openat write fsync fdatasync rename renameat renameat2 link linkat unlink unlinkat ftruncate fchmod flock"

"$gapwise" new --client "Anna" --out "$work/start.toml" >/dev/null 2>&1
"$gapwise" set "$work/start.toml" ga_contacts=4000 >/dev/null 2>&1
file=$work/a.toml

# points PROGRAM…: runs it once for each call, killed there; prints how many points there were and how many left a bad file.
# strace counts every kind of call for itself, so each kind is walked on its own.
points() {
    local total=0 bad=0 call at code
    for call in $calls; do
        strace -qq -o /dev/null -e trace="$call" true 2>/dev/null || continue # a call this machine does not have
        for ((at = 1; at <= 400; at++)); do
            rm -f "$work"/.a.toml.* "$file"
            cp "$work/start.toml" "$file"
            code=0
            strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=SIGKILL:when=$at" "$@" >/dev/null 2>&1 || code=$?
            [ "$code" -ne 0 ] || break # it came to its end: no such call is left
            [ "$code" -eq 137 ] || { echo "not killed, but ended with $code at $call $at" >&2; exit 1; }
            total=$((total + 1))
            if ! "$gapwise" score "$file" >/dev/null 2>&1 || ! grep -q "^value = 4000$" "$file"; then
                bad=$((bad + 1))
            fi
        done
    done
    echo "$total $bad"
}

read -r total bad < <(points "$gapwise" set "$file" ga_customers=300)
echo "gapwise: $bad of $total points left a bad file"
read -r control_total control_bad < <(points sh -c 'while read -r line; do echo "$line"; done < "$1" > "$1.copy"; cat "$1.copy" > "$1"' control "$file")
echo "control, writing in place: $control_bad of $control_total points left a bad file"
[ "$total" -gt 5 ] && [ "$bad" -eq 0 ] && [ "$control_bad" -gt 0 ]
