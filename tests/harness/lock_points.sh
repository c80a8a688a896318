#!/usr/bin/env bash
# Kills `gapwise lock`, a save of a locked assessment, and `gapwise unlock` at each of their file system calls in turn. Whatever
# is left is the whole file, open or locked; locking and saving never leave a byte of the answers in plain letters beside a locked
# one, not in a temporary file either; and what unlocking leaves goes when the file is opened next. The control, which writes an open copy
# first, must fail.
#
#   tests/harness/lock_points.sh PATH/TO/gapwise
set -euo pipefail
gapwise=$(realpath "${1:?the program to test}")
if ! command -v strace >/dev/null; then
    echo "skipped: strace is missing"
    exit 0
fi
if ! strace -qq -o /dev/null true 2>/dev/null; then
    echo "skipped: this machine does not let one process trace another"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GAPWISE_HOME=$work/home
calls="openat write fsync fdatasync rename renameat renameat2 link linkat unlink unlinkat ftruncate fchmod flock"
folder=$work/files
file=$folder/a.toml
key=$work/gapwise.key
mkdir -p "$folder" "$work/start"

"$gapwise" new --client "Wintry Bakery" --out "$work/start/open.toml" >/dev/null 2>&1
"$gapwise" set "$work/start/open.toml" ga_contacts=4000 >/dev/null 2>&1
cp "$work/start/open.toml" "$work/start/locked.toml"
"$gapwise" lock "$work/start/locked.toml" --key-file "$key" --new-key >/dev/null 2>&1

# good: the file is whole, open as it was or locked and opening.
whole() {
    cmp -s "$file" "$work/start/open.toml" && return 0
    [ "$(head -c 22 "$file")" = "This is an assessment " ] && "$gapwise" score "$file" --key-file "$key" >/dev/null 2>&1
}
# good: nothing in plain letters beside a locked file.
closed() {
    cmp -s "$file" "$work/start/open.toml" && return 0
    ! grep -rqs "Wintry\|ga_contacts" "$folder"
}

# A shell that lost its helper ends with another code; the program itself is killed or done.
# points START CHECK PROGRAM…: runs it once for each call, killed there; prints how many points there were and how many were bad.
points() {
    local start=$1 check=$2 total=0 bad=0 call at code
    shift 2
    for call in $calls; do
        strace -qq -o /dev/null -e trace="$call" true 2>/dev/null || continue # a call this machine does not have
        for ((at = 1; at <= 400; at++)); do
            rm -rf "$folder"
            mkdir -p "$folder"
            cp "$start" "$file"
            code=0
            strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=SIGKILL:when=$at" "$@" >/dev/null 2>&1 || code=$?
            [ "$code" -ne 0 ] || break # it came to its end: no such call is left
            [ "$code" -eq 137 ] || [ "$1" = sh ] || { echo "not killed, but ended with $code at $call $at" >&2; exit 1; }
            total=$((total + 1))
            whole && "$check" || bad=$((bad + 1))
        done
    done
    echo "$total $bad"
}
# good: opening it clears away what was left.
cleared() {
    "$gapwise" set "$file" ga_customers=300 --key-file "$key" >/dev/null 2>&1
    [ "$(find "$folder" -type f | wc -l)" -eq 1 ]
}

read -r total bad < <(points "$work/start/open.toml" closed "$gapwise" lock "$file" --key-file "$key")
echo "lock: $bad of $total points left something plain or broken"
read -r saves bad_saves < <(points "$work/start/locked.toml" closed "$gapwise" set "$file" ga_customers=300 --key-file "$key")
echo "save: $bad_saves of $saves points left something plain or broken"
read -r opens bad_opens < <(points "$work/start/locked.toml" cleared "$gapwise" unlock "$file" --key-file "$key")
echo "unlock: $bad_opens of $opens points left something broken, or something that stays"
read -r control bad_control < <(points "$work/start/locked.toml" closed \
    sh -c 'cp "$1" "$2/copy.toml"; cp "$3" "$4"; rm "$2/copy.toml"' control \
    "$work/start/open.toml" "$folder" "$work/start/locked.toml" "$file")
echo "control, with an open copy on the way: $bad_control of $control points left something plain or broken"
[ "$total" -gt 5 ] && [ "$bad" -eq 0 ] && [ "$saves" -gt 5 ] && [ "$bad_saves" -eq 0 ] && [ "$opens" -gt 5 ] && [ "$bad_opens" -eq 0 ] && [ "$bad_control" -gt 0 ]
