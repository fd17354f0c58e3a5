#!/usr/bin/env bash
# Packages: Debian slapd 2.5.13+dfsg-5, ldap-utils 2.5.13+dfsg-5, libldap-2.5-0 2.5.13+dfsg-5
#           (libltdl7 2.4.7-7~deb12u1 beside them; the other shared libraries are the
#           system's own).
# Behaviour: with the overlays ppolicy and auditlog on one database, a person who mistypes
#   their own password makes slapd write a change of their entry into the audit log
#   (pwdFailureTime), and that block says the ROOTDN has made it: the fourth field of
#   "# modify TIME SUFFIX WHO IP CONN" and modifiersName both name it, beside the address and
#   the connection of the person. The rootdn was not signed in at all. Their next correct
#   sign-in writes a second such block (the failure is deleted), again by the rootdn; who
#   really did it stands only there, in an extra comment "# realdn:", which the block of the
#   refused sign-in does not have. One more correct sign-in writes nothing. So "who changed
#   what, from where" in that file is wrong exactly for sign-ins: a reader who counts changes
#   by administrators counts typing errors of everybody, from everybody's computers.
# Exit: 0 as described, 1 changed, 2 could not be run.
set -euo pipefail
export LC_ALL=C

VERSION='2.5.13+dfsg-5'
LTDL='2.4.7-7~deb12u1'
BASE='dc=example,dc=org'
ANNA="uid=anna,ou=people,$BASE"
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
    "libldap-2.5-0=$VERSION" "libltdl7=$LTDL" >"$TMP/apt.log" 2>&1
) || { cat "$TMP/apt.log" >&2; cannot 'the packages could not be fetched'; }
for deb in "$TMP"/deb/*.deb; do dpkg -x "$deb" "$TMP/tree" || cannot 'a package could not be unpacked'; done
LIBDIR=$(dirname "$(find "$TMP/tree/usr/lib" -name 'libldap-2.5.so.0' | head -n 1)")
export LD_LIBRARY_PATH="$LIBDIR:$TMP/tree/usr/lib/ldap"
SLAPD="$TMP/tree/usr/sbin/slapd"
BIN="$TMP/tree/usr/bin"
missing=$(ldd "$SLAPD" "$BIN/ldapwhoami" | grep 'not found' || true)
[ -z "$missing" ] || { echo "$missing" >&2; cannot 'shared libraries are missing'; }
export LDAPNOINIT=1

# --- a directory with one person, ppolicy and auditlog ----------------------------------------
cat >"$TMP/slapd.conf" <<CONF
include $TMP/tree/etc/ldap/schema/core.schema
include $TMP/tree/etc/ldap/schema/cosine.schema
include $TMP/tree/etc/ldap/schema/inetorgperson.schema
pidfile $TMP/slapd.pid
moduleload $TMP/tree/usr/lib/ldap/back_mdb.so
moduleload $TMP/tree/usr/lib/ldap/ppolicy.so
moduleload $TMP/tree/usr/lib/ldap/auditlog.so
database mdb
suffix "$BASE"
rootdn "$ADMIN"
rootpw $ADMINPW
directory $TMP/db
maxsize 10485760
overlay ppolicy
ppolicy_default "cn=policy,$BASE"
overlay auditlog
auditlog $TMP/audit.ldif
CONF

start() {
  local try port i
  for try in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    "$SLAPD" -f "$TMP/slapd.conf" -h "ldap://127.0.0.1:$port" -d 0 >"$TMP/slapd.log" 2>&1 &
    PID=$!
    for i in $(seq 1 50); do
      kill -0 "$PID" 2>/dev/null || break
      URL="ldap://127.0.0.1:$port"
      if "$BIN/ldapsearch" -x -LLL -H "$URL" -b '' -s base 1.1 >/dev/null 2>&1 \
         && kill -0 "$PID" 2>/dev/null; then return 0; fi
      sleep 0.1
    done
    kill "$PID" 2>/dev/null || true
    wait "$PID" 2>/dev/null || true
    PID=''
  done
  cat "$TMP/slapd.log" >&2
  cannot 'slapd did not start'
}
start

"$BIN/ldapadd" -x -H "$URL" -D "$ADMIN" -w "$ADMINPW" >/dev/null <<LDIF || cannot 'the entries could not be added'
dn: $BASE
objectClass: dcObject
objectClass: organization
o: Example
dc: example

dn: cn=policy,$BASE
objectClass: organizationalRole
objectClass: pwdPolicy
cn: policy
pwdAttribute: userPassword
pwdLockout: TRUE
pwdMaxFailure: 5

dn: ou=people,$BASE
objectClass: organizationalUnit
ou: people

dn: $ANNA
objectClass: inetOrgPerson
uid: anna
cn: Anna Example
sn: Example
userPassword: first-secret
LDIF

FAILED=0
check() { # label, seen, expected
  if [ "$2" = "$3" ]; then printf '  %-62s %s\n' "$1" "$2"
  else printf '  %-62s %s   <-- CHANGED, was %s\n' "$1" "$2" "$3"; FAILED=1; fi
}
signs_in() { local r=0; "$BIN/ldapwhoami" -x -H "$URL" -D "$ANNA" -w "$1" >/dev/null 2>&1 || r=$?; echo "$r"; }
# What was written since the last look.
SEEN=0
fresh() {
  local size i
  for i in $(seq 1 20); do
    size=$(stat -c %s "$TMP/audit.ldif" 2>/dev/null || echo 0)
    [ "$size" -gt "$SEEN" ] && break
    sleep 0.1
  done
  tail -c "+$((SEEN + 1))" "$TMP/audit.ldif" >"$TMP/new"
  SEEN=$size
}
words() { grep -cE "$1" "$TMP/new" || true; }
by() { sed -n 's/^# modify [0-9]* [^ ]* \([^ ]*\) IP=127\.0\.0\.1:[0-9]* conn=[0-9]*$/\1/p' "$TMP/new"; }
realdn() { sed -n 's/^# realdn: //p' "$TMP/new"; }
modifier() { sed -n 's/^modifiersName: //p' "$TMP/new"; }
shown() { [ -n "$1" ] && echo "$1" || echo '(nothing)'; }
fresh

echo "slapd $VERSION, overlays ppolicy and auditlog; the rootdn has added the entries and is gone"
check 'anna mistypes her password: the bind ends with' "$(signs_in mistyped)" 49
fresh
check '  changes that the audit log tells' "$(words '^# modify ')" 1
check '  made by, as its first line says' "$(shown "$(by)")" "$ADMIN"
check '  made by, as modifiersName says' "$(shown "$(modifier)")" "$ADMIN"
check '  of the entry' "$(sed -n 's/^dn: //p' "$TMP/new")" "$ANNA"
check '  what' "$(sed -n 's/^add: //p' "$TMP/new")" pwdFailureTime
check '  # realdn' "$(shown "$(realdn)")" '(nothing)'
check 'anna types it right: the bind ends with' "$(signs_in first-secret)" 0
fresh
check '  changes that the audit log tells' "$(words '^# modify ')" 1
check '  made by, as its first line says' "$(shown "$(by)")" "$ADMIN"
check '  made by, as modifiersName says' "$(shown "$(modifier)")" "$ADMIN"
check '  what' "$(sed -n 's/^delete: //p' "$TMP/new")" pwdFailureTime
check '  # realdn' "$(shown "$(realdn)")" "$ANNA"
check 'anna signs in once more: the bind ends with' "$(signs_in first-secret)" 0
fresh
check '  changes that the audit log tells' "$(words '^# modify ')" 0
exit "$FAILED"
