#!/usr/bin/env bash
# Cuts the power at random moments: a file system in an image is copied while answers are being saved, and the copy is mounted
# as a machine would after a cut. Whatever was acknowledged before the copy began must be in it. The control saves in the same way
# without syncing the folder, and must lose something.
#
#   tests/harness/power_cut.sh PATH/TO/gapwise [CUTS] [CUTS OF THE CONTROL]
set -euo pipefail
# each job in a process group of its own, so that all of it can be stopped
set -m
gapwise=$(realpath "${1:?the program to test}")
cuts=${2:-10}
control_cuts=${3:-$cuts}
if [ "$(id -u)" -ne 0 ] || ! command -v mkfs.ext4 >/dev/null; then
    echo "skipped: cutting the power needs root and mkfs.ext4"
    exit 0
fi
work=$(mktemp -d)
mkdir "$work/disk" "$work/after"
finish() {
    umount -l "$work/disk" "$work/after" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
export GAPWISE_HOME=$work/home

# A disk that writes out what is not synced only after a while, as disks do.
fresh_disk() {
    umount -l "$work/disk" 2>/dev/null || true
    rm -f "$work/image"
    truncate -s 16M "$work/image"
    mkfs.ext4 -q -E lazy_itable_init=0,lazy_journal_init=0 "$work/image"
    mount -o loop,commit=300 "$work/image" "$work/disk"
}
fresh_disk 2>/dev/null || { echo "skipped: no image can be mounted here"; exit 0; }

# save_ours NUMBER, save_control NUMBER: come back when the answer is acknowledged.
save_ours() { "$gapwise" set "$work/disk/a.toml" ga_contacts="$1" >/dev/null 2>&1; }
save_control() {
    sed "s/^value = .*/value = $1/" "$work/start.toml" >"$work/disk/.next"
    sync "$work/disk/.next" # the file, and not the folder
    mv "$work/disk/.next" "$work/disk/a.toml"
}

# cut KIND COUNT: counts in `lost` how many cuts lost an acknowledged answer.
cut() {
    local kind=$1 round saver acknowledged found
    lost=0
    for ((round = 1; round <= $2; round++)); do
        fresh_disk
        cp "$work/start.toml" "$work/disk/a.toml"
        sync
        echo 0 >"$work/acknowledged"
        (
            number=1
            while "save_$kind" "$number"; do
                echo "$number" >"$work/acknowledged.next" && mv "$work/acknowledged.next" "$work/acknowledged"
                number=$((number + 1))
                # whoever answers thinks between two answers
                sleep 0.1
            done
        ) &
        saver=$!
        sleep "0.$((RANDOM % 40 + 10))"
        # Everything stands still while the copy is made, wherever it just was, so that it is the disk of one moment.
        kill -STOP -- "-$saver"
        sleep 0.02
        acknowledged=$(cat "$work/acknowledged")
        cp "$work/image" "$work/cut"
        kill -KILL -- "-$saver"
        wait "$saver" 2>/dev/null || true
        mount -o loop "$work/cut" "$work/after"
        found=$(sed -n 's/^value = \([0-9]*\)$/\1/p' "$work/after/a.toml" 2>/dev/null | head -1)
        umount "$work/after"
        [ "${found:-0}" -ge "$acknowledged" ] || lost=$((lost + 1))
    done 2>/dev/null # the shell tells of every job that is killed
}

"$gapwise" new --client "Anna" --out "$work/start.toml" >/dev/null 2>&1
"$gapwise" set "$work/start.toml" ga_contacts=0 >/dev/null 2>&1
cut ours "$cuts"
ours=$lost
echo "gapwise: $ours of $cuts power cuts lost an acknowledged answer"
cut control "$control_cuts"
echo "control, the folder not synced: $lost of $control_cuts lost one"
[ "$ours" -eq 0 ] && [ $((lost * 2)) -ge "$control_cuts" ]
