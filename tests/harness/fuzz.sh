#!/usr/bin/env bash
# Hands hostile bytes to every reader for a minute each, as many at a time as there are processors, and says how many runs
# that made. The same bodies run under cargo-fuzz, which finds its way by what is executed, where it and a nightly compiler are
# installed.
#
#   tests/harness/fuzz.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}

GAPWISE_FUZZ_SECONDS=$seconds cargo test --locked --quiet --test fuzz

if ! command -v cargo-fuzz >/dev/null || ! cargo +nightly --version >/dev/null 2>&1; then
    echo "cargo-fuzz or a nightly compiler is missing: the plain driver alone was run"
    exit 0
fi
# inputs that are found go to a folder that is thrown away: the corpus in the repository is kept small by hand
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
cargo +nightly fuzz build
total=0
for target in $(cargo +nightly fuzz list); do
    mkdir -p "$found/$target"
    log=$found/$target.log
    if ! cargo +nightly fuzz run "$target" "$found/$target" "fuzz/corpus/$target" -- \
        -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        exit 1
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$target: $runs runs by cargo-fuzz, no crash"
    total=$((total + runs))
done
echo "$total runs by cargo-fuzz in all"
