#!/usr/bin/env bash
# Packages: Debian systemd-journal-remote, systemd, libsystemd-shared and libsystemd0, all
#           252.39-1~deb12u2, and libmicrohttpd12 0.9.75-6 (the other shared libraries are the
#           system's own).
# Behaviour: systemd-journal-gatewayd 252 has no filter by time, but takes a cursor that is
#   nothing but a time ("Range: entries=t=HEX:SKIP:COUNT", microseconds since 1970 in
#   hexadecimal; its manual page speaks of cursors as they come with entries), and answers from
#   there on. Where an entry has exactly that time, the skip counts as one would think: 0 is
#   that entry, 1 the next, -1 the one before. Where the time lies between two entries, 0 is
#   the next one and 1 the one behind it, but -1 is not the one before: it is the one before
#   that. So what lies directly before a time is reached by no skip: 0 begins behind it, -1
#   in front of it. Behind the last entry it is the same: 0 answers nothing, and -1 with a
#   count of 2 begins with the last but one. "The last entry until half past nine" asked as
#   t=...:-1:1 is another entry, with status 200 and no hint.
# Exit: 0 as described, 1 changed, 2 could not be run.
set -euo pipefail
export LC_ALL=C

VERSION='252.39-1~deb12u2'
MICROHTTPD='0.9.75-6'

TMP=$(mktemp -d)
PID=''
cleanup() {
  if [ -n "$PID" ]; then
    kill "$PID" 2>/dev/null || true
    wait "$PID" 2>/dev/null || true
  fi
  rm -rf -- "$TMP"
}
trap cleanup EXIT
trap 'exit 2' INT TERM
cannot() { echo "cannot run: $*" >&2; exit 2; }

# --- the pinned packages, unpacked into the temp folder only ---------------------------------
mkdir "$TMP/deb" "$TMP/tree" "$TMP/journal"
chmod 755 "$TMP" "$TMP/deb"
(
  cd "$TMP/deb"
  apt-get -qq -o APT::Sandbox::User=root download "systemd-journal-remote=$VERSION" \
    "systemd=$VERSION" "libsystemd-shared=$VERSION" "libsystemd0=$VERSION" \
    "libmicrohttpd12=$MICROHTTPD" >"$TMP/apt.log" 2>&1
) || { cat "$TMP/apt.log" >&2; cannot 'the packages could not be fetched'; }
for deb in "$TMP"/deb/*.deb; do dpkg -x "$deb" "$TMP/tree" || cannot 'a package could not be unpacked'; done
SHARED=$(dirname "$(find "$TMP/tree" -name 'libsystemd-shared-252.so' | head -n 1)")
LIBS=$(dirname "$(find "$TMP/tree" -name 'libmicrohttpd.so.12' | head -n 1)")
SYSTEMD=$(dirname "$(find "$TMP/tree" -name 'libsystemd.so.0' | head -n 1)")
export LD_LIBRARY_PATH="$SHARED:$LIBS:$SYSTEMD"
REMOTE="$TMP/tree/lib/systemd/systemd-journal-remote"
GATEWAYD="$TMP/tree/lib/systemd/systemd-journal-gatewayd"
ACTIVATE="$TMP/tree/usr/bin/systemd-socket-activate"
missing=$(ldd "$REMOTE" "$GATEWAYD" "$ACTIVATE" | grep 'not found' || true)
[ -z "$missing" ] || { echo "$missing" >&2; cannot 'shared libraries are missing'; }

# --- a journal of five entries, a minute apart ------------------------------------------------
BEGIN=1790000000000000
MINUTE=60000000
for number in 0 1 2 3 4; do
  printf '__REALTIME_TIMESTAMP=%d\n__MONOTONIC_TIMESTAMP=%d\n' \
    "$((BEGIN + number * MINUTE))" "$((1000000 + number * MINUTE))"
  printf '_BOOT_ID=0123456789abcdef0123456789abcdef\n_MACHINE_ID=fedcba9876543210fedcba9876543210\n'
  printf '_HOSTNAME=pc1\nPRIORITY=6\nMESSAGE=minute %d\n\n' "$number"
done >"$TMP/entries"
"$REMOTE" -o "$TMP/journal/pc1.journal" "$TMP/entries" >"$TMP/remote.log" 2>&1 \
  || { cat "$TMP/remote.log" >&2; cannot 'the journal could not be made'; }

for try in 1 2 3 4 5; do
  PORT=$((20000 + RANDOM % 12000))
  "$ACTIVATE" -l "127.0.0.1:$PORT" -E LD_LIBRARY_PATH "$GATEWAYD" -D "$TMP/journal" \
    >"$TMP/gatewayd.log" 2>&1 &
  PID=$!
  for i in $(seq 1 50); do
    kill -0 "$PID" 2>/dev/null || break
    if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then break 2; fi
    sleep 0.1
  done
  kill "$PID" 2>/dev/null || true
  wait "$PID" 2>/dev/null || true
  PID=''
done
[ -n "$PID" ] || { cat "$TMP/gatewayd.log" >&2; cannot 'the gateway did not start'; }

answer() { # a range: status line and messages
  exec 3<>"/dev/tcp/127.0.0.1/$PORT"
  printf 'GET /entries HTTP/1.0\r\nAccept: application/json\r\nRange: entries=%s\r\n\r\n' "$1" >&3
  timeout 20 cat <&3 >"$TMP/answer" || cannot 'the gateway did not answer'
  exec 3<&- 3>&-
}
messages() {
  answer "$1"
  sed -n 's/.*"MESSAGE" *: *"\([^"]*\)".*/\1/p' "$TMP/answer" | paste -sd, - | sed 's/,/, /g; s/^$/(nothing)/'
}
at() { printf 't=%x' "$((BEGIN + $1))"; }   # microseconds after the first entry

FAILED=0
check() { # label, seen, expected
  if [ "$2" = "$3" ]; then printf '  %-44s %s\n' "$1" "$2"
  else printf '  %-44s %s   <-- CHANGED, was %s\n' "$1" "$2" "$3"; FAILED=1; fi
}

echo "systemd-journal-gatewayd $VERSION, entries at minute 0, 1, 2, 3 and 4"
check 'all of them' "$(messages ':0:9')" 'minute 0, minute 1, minute 2, minute 3, minute 4'
echo 'a time at which there is an entry (minute 2)'
check '  skip 0' "$(messages "$(at $((2 * MINUTE))):0:2")" 'minute 2, minute 3'
check '  skip 1' "$(messages "$(at $((2 * MINUTE))):1:2")" 'minute 3, minute 4'
check '  skip -1' "$(messages "$(at $((2 * MINUTE))):-1:2")" 'minute 1, minute 2'
echo 'a time between two entries (half a minute after minute 2)'
check '  skip 0' "$(messages "$(at $((2 * MINUTE + MINUTE / 2))):0:2")" 'minute 3, minute 4'
check '  skip 1' "$(messages "$(at $((2 * MINUTE + MINUTE / 2))):1:2")" 'minute 4'
check '  skip -1: minute 2 would be the one before' \
  "$(messages "$(at $((2 * MINUTE + MINUTE / 2))):-1:1")" 'minute 1'
echo 'a time behind the last entry (minute 9)'
check '  skip 0' "$(messages "$(at $((9 * MINUTE))):0:2")" '(nothing)'
check '  skip -1: minute 4 would be the one before' "$(messages "$(at $((9 * MINUTE))):-1:1")" 'minute 3'
exit "$FAILED"
