#!/usr/bin/env bash
# Packages: Debian slapd 2.5.13+dfsg-5, ldap-utils 2.5.13+dfsg-5, libldap-2.5-0 2.5.13+dfsg-5
#           (libltdl7 2.4.7-7~deb12u1 beside them; the other shared libraries are the system's own).
# Behaviour: where the overlay `unique` (slapo-unique(5)) watches over an attribute, it takes the value of
#   a modify-increment (RFC 4525) for the new value. What it looks for is the step, not the sum: adding 1
#   to 5000 while somebody else has 5001 ends with success and the directory holds 5001 twice; adding 7 to
#   9000, which nobody would share, is refused with 19 since somebody has the number 7. The same new value
#   written as a replace is refused or let through as one expects. A counter that is kept by increments in
#   an attribute that the overlay watches over is neither protected nor sure to work.
# Exit: 0 as described, 1 changed, 2 could not be run.
set -euo pipefail
export LC_ALL=C

VERSION='2.5.13+dfsg-5'
LTDL='2.4.7-7~deb12u1'
BASE='dc=example,dc=org'
ADMIN="cn=admin,$BASE"
ADMINPW='admin-secret'

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
mkdir "$TMP/deb" "$TMP/tree" "$TMP/db"
chmod 755 "$TMP" "$TMP/deb"
(
  cd "$TMP/deb"
  apt-get -qq -o APT::Sandbox::User=root download "slapd=$VERSION" "ldap-utils=$VERSION" \
    "libldap-2.5-0=$VERSION" "libltdl7=$LTDL" >"$TMP/fetch.log" 2>&1
) || { cat "$TMP/fetch.log" >&2; cannot 'the packages could not be fetched'; }
for deb in "$TMP"/deb/*.deb; do dpkg -x "$deb" "$TMP/tree" || cannot 'a package could not be unpacked'; done
LIBDIR=$(dirname "$(find "$TMP/tree/usr/lib" -name 'libldap-2.5.so.0' | head -n 1)")
export LD_LIBRARY_PATH="$LIBDIR:$TMP/tree/usr/lib/ldap"
SLAPD="$TMP/tree/usr/sbin/slapd"
BIN="$TMP/tree/usr/bin"
missing=$(ldd "$SLAPD" "$BIN/ldapmodify" | grep 'not found' || true)
[ -z "$missing" ] || { echo "$missing" >&2; cannot 'shared libraries are missing'; }
export LDAPNOINIT=1

# --- a directory that watches over uidNumber ---------------------------------------------------
cat >"$TMP/slapd.conf" <<CONF
include $TMP/tree/etc/ldap/schema/core.schema
include $TMP/tree/etc/ldap/schema/cosine.schema
include $TMP/tree/etc/ldap/schema/nis.schema
pidfile $TMP/slapd.pid
moduleload $TMP/tree/usr/lib/ldap/back_mdb.so
moduleload $TMP/tree/usr/lib/ldap/unique.so
database mdb
suffix "$BASE"
rootdn "$ADMIN"
rootpw $ADMINPW
directory $TMP/db
maxsize 10485760
index objectClass,uidNumber eq
overlay unique
unique_uri "ldap:///?uidNumber?sub"
CONF

for try in 1 2 3 4 5; do
  URL="ldap://127.0.0.1:$((20000 + RANDOM % 12000))"
  "$SLAPD" -f "$TMP/slapd.conf" -h "$URL" -d 0 >"$TMP/slapd.log" 2>&1 &
  PID=$!
  for wait in $(seq 1 50); do
    kill -0 "$PID" 2>/dev/null || break
    "$BIN/ldapsearch" -x -LLL -H "$URL" -b '' -s base 1.1 >/dev/null 2>&1 && break 2
    sleep 0.1
  done
  kill "$PID" 2>/dev/null || true
  wait "$PID" 2>/dev/null || true
  PID=''
done
[ -n "$PID" ] || { cat "$TMP/slapd.log" >&2; cannot 'slapd did not start'; }
AUTH=(-x -H "$URL" -D "$ADMIN" -w "$ADMINPW")

person() { # login, number
  printf 'dn: uid=%s,%s\nobjectClass: account\nobjectClass: posixAccount\nuid: %s\ncn: %s\n' "$1" "$BASE" "$1" "$1"
  printf 'uidNumber: %s\ngidNumber: 100\nhomeDirectory: /home/%s\n\n' "$2" "$1"
}
{
  printf 'dn: %s\nobjectClass: dcObject\nobjectClass: organization\no: Example\ndc: example\n\n' "$BASE"
  person anna 5000
  person bert 5001
  person cora 9000
  person dora 7
} | "$BIN/ldapadd" "${AUTH[@]}" >/dev/null || cannot 'the entries could not be added'

change() { # operation, login, value; prints the result code
  local code=0
  printf 'dn: uid=%s,%s\nchangetype: modify\n%s: uidNumber\nuidNumber: %s\n' "$2" "$BASE" "$1" "$3" |
    "$BIN/ldapmodify" "${AUTH[@]}" >/dev/null 2>&1 || code=$?
  echo "$code"
}
holders() { "$BIN/ldapsearch" "${AUTH[@]}" -LLL -b "$BASE" "(uidNumber=$1)" 1.1 | grep -c '^dn:' || true; }

echo "slapd $VERSION, overlay unique on uidNumber: anna 5000, bert 5001, cora 9000, dora 7"
FAILED=0
check() { # label, seen, expected
  if [ "$2" = "$3" ]; then printf '  %-66s %s\n' "$1" "$2"
  else printf '  %-66s %s   <-- CHANGED, was %s\n' "$1" "$2" "$3"; FAILED=1; fi
}
check 'replace anna by 5001, which bert has: result' "$(change replace anna 5001)" 19
check 'increment anna by 1, the sum is 5001: result' "$(change increment anna 1)" 0
check 'people with the number 5001' "$(holders 5001)" 2
check 'increment cora by 7, the sum is 9007, which nobody has: result' "$(change increment cora 7)" 19
check 'increment cora by 8, the sum is 9008, which nobody has: result' "$(change increment cora 8)" 0
check 'replace cora by 9007, which nobody has: result' "$(change replace cora 9007)" 0
exit "$FAILED"
