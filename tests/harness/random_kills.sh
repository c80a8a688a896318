#!/usr/bin/env bash
# The control of the kills at random moments (tests/suite/safe_keeping.rs): a program that writes in place must lose something,
# or the moments are not random enough to find anything.
#
#   tests/harness/random_kills.sh [KILLS]
set -euo pipefail
kills=${1:-40}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for number in $(seq 2000); do echo "value_$number = $number"; done >"$work/whole"
lost=0
for ((round = 1; round <= kills; round++)); do
    cp "$work/whole" "$work/file"
    # by the shell itself: a helper of its own would outlive it and finish the file
    (while :; do while read -r line; do echo "$line"; done <"$work/whole" >"$work/file"; done) &
    writer=$!
    sleep "0.0$((RANDOM % 90 + 10))"
    kill -KILL "$writer"
    wait "$writer" 2>/dev/null || true
    cmp -s "$work/whole" "$work/file" || lost=$((lost + 1))
done
echo "control, writing in place: $lost of $kills kills at random moments left a bad file"
[ "$lost" -gt 0 ]
