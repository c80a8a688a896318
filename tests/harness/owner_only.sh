#!/usr/bin/env bash
# Files are their owner's alone whatever the umask, from the moment they are made, temporary ones too; and no system call goes to
# the network. The controls: what a shell writes under umask 000 is open to all, and a program that asks for an address is seen.
#
#   tests/harness/owner_only.sh PATH/TO/gapwise
set -euo pipefail
gapwise=$(realpath "${1:?the program to test}")
if ! strace -qq -o /dev/null true 2>/dev/null; then
    echo "skipped: strace is missing, or this machine does not let one process trace another"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for mask in 000 022 077 007; do
    rm -rf "$work/home"
    export GAPWISE_HOME=$work/home
    (
        umask "$mask"
        trace() { strace -f -qq -a0 -o "$work/trace.$RANDOM$RANDOM" -e trace=openat,open,creat,mkdir,mkdirat,socket,connect "$@"; }
        trace "$gapwise" new --client "Anna" >/dev/null 2>&1
        trace "$gapwise" set anna ga_contacts=4000 >/dev/null 2>&1
        printf 'Half\\\n a line\n/note private\n/finish\n' | trace "$gapwise" interview anna --plain --at ga_pain >/dev/null 2>&1
        trace "$gapwise" report anna >/dev/null 2>&1
        printf '\xff' >>"$GAPWISE_HOME"/assessments/*.toml
        trace "$gapwise" recover "$GAPWISE_HOME"/assessments/*.toml --yes >/dev/null 2>&1
    )
    open_files=$(find "$work/home" -type f ! -perm 600 ! -name '*-report.html' ! -name '*-internal.html' | wc -l)
    open_folders=$(find "$work/home" -type d ! -perm 700 | wc -l)
    # every file that is made, from the system calls themselves: temporary ones are gone by now
    made=$(cat "$work"/trace.* | grep -c "$work/home.*O_CREAT" || true)
    wide=$(cat "$work"/trace.* | grep "$work/home.*O_CREAT" | grep -vc ', 0600)' || true)
    network=$(cat "$work"/trace.* | grep -cE '(socket|connect)\(' || true)
    echo "umask $mask: $open_files files and $open_folders folders open to others, $wide of $made made with more than 0600, $network network calls"
    [ "$open_files" -eq 0 ] && [ "$open_folders" -eq 0 ] && [ "$wide" -eq 0 ] && [ "$made" -gt 5 ] && [ "$network" -eq 0 ] || exit 1
    rm -f "$work"/trace.*
done

(umask 000 && echo control >"$work/control")
strace -f -qq -o "$work/trace" -e trace=socket,connect bash -c 'exec 3<>/dev/udp/127.0.0.1/9' 2>/dev/null || true
seen=$(grep -cE 'socket\(' "$work/trace" || true)
echo "control: a shell's file has mode $(stat -c %a "$work/control"), a network call was seen $seen times"
[ "$(stat -c %a "$work/control")" = 666 ] && [ "$seen" -gt 0 ]
