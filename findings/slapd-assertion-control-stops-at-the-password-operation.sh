#!/usr/bin/env bash
# Packages: Debian slapd 2.5.13+dfsg-5, ldap-utils 2.5.13+dfsg-5, libldap-2.5-0 2.5.13+dfsg-5
#           (libltdl7 2.4.7-7~deb12u1 beside them; the other shared libraries are the
#           system's own).
# Behaviour: slapd lists the assertion control (RFC 4528, 1.3.6.1.1.12) in supportedControl of
#   its root DSE, and honours it, marked critical, on modify and delete: a true assertion lets
#   the operation through, a false one ends with 122 assertionFailed and changes nothing. The
#   Password Modify extended operation (RFC 3062), which the same root DSE lists in
#   supportedExtension, is refused with 12 unavailableCriticalExtension as soon as the critical
#   assertion is attached - also when the assertion is TRUE - and the password stays as it was.
#   supportedControl says nothing about which operations a control is good for. "Set this
#   password only if the entry is still the same one" is not to be had from that operation; the
#   modify of userPassword does take the assertion (shown here too, but a modify stores the
#   value as it is sent: without ppolicy and its hashing option the server does not hash it).
# Exit: 0 as described, 1 changed, 2 could not be run.
set -euo pipefail
export LC_ALL=C

VERSION='2.5.13+dfsg-5'
LTDL='2.4.7-7~deb12u1'
BASE='dc=example,dc=org'
ANNA="uid=anna,ou=people,$BASE"
ADMIN="cn=admin,$BASE"
ADMINPW='admin-secret'
ASSERT_OID='1.3.6.1.1.12'
PASSWD_OID='1.3.6.1.4.1.4203.1.11.1'

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
missing=$(ldd "$SLAPD" "$BIN/ldapmodify" | grep 'not found' || true)
[ -z "$missing" ] || { echo "$missing" >&2; cannot 'shared libraries are missing'; }
export LDAPNOINIT=1

# --- a directory with one person --------------------------------------------------------------
cat >"$TMP/slapd.conf" <<CONF
include $TMP/tree/etc/ldap/schema/core.schema
include $TMP/tree/etc/ldap/schema/cosine.schema
include $TMP/tree/etc/ldap/schema/inetorgperson.schema
pidfile $TMP/slapd.pid
moduleload $TMP/tree/usr/lib/ldap/back_mdb.so
database mdb
suffix "$BASE"
rootdn "$ADMIN"
rootpw $ADMINPW
directory $TMP/db
maxsize 10485760
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
AUTH=(-x -H "$URL" -D "$ADMIN" -w "$ADMINPW")

"$BIN/ldapadd" "${AUTH[@]}" >/dev/null <<LDIF || cannot 'the entries could not be added'
dn: $BASE
objectClass: dcObject
objectClass: organization
o: Example
dc: example

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

UUID=$("$BIN/ldapsearch" "${AUTH[@]}" -LLL -o ldif-wrap=no -b "$ANNA" -s base entryUUID \
  | sed -n 's/^entryUUID: //p')
[ -n "$UUID" ] || cannot 'the entry has no entryUUID'
TRUE_="!assert=(entryUUID=$UUID)"
FALSE_='!assert=(entryUUID=00000000-0000-4000-8000-000000000000)'

FAILED=0
check() { # label, seen, expected
  if [ "$2" = "$3" ]; then printf '  %-66s %s\n' "$1" "$2"
  else printf '  %-66s %s   <-- CHANGED, was %s\n' "$1" "$2" "$3"; FAILED=1; fi
}
OUT="$TMP/out"
rc() { local r=0; "$@" >"$OUT" 2>&1 || r=$?; RC=$r; }       # the tools exit with the result code
# The tools' own words for the result, so that an exit code of another cause is not taken for it.
said() { if grep -qiE "$1" "$OUT"; then echo yes; else echo no; fi; }
signs_in() { rc "$BIN/ldapwhoami" -x -H "$URL" -D "$ANNA" -w "$1"; echo "$RC"; }
value() { "$BIN/ldapsearch" "${AUTH[@]}" -LLL -b "$ANNA" -s base "$1" | sed -n "s/^$1: //p"; }
stored() { # a hash in the form {SCHEME}..., or the clear text
  case "$("$BIN/ldapsearch" "${AUTH[@]}" -LLL -o ldif-wrap=no -b "$ANNA" -s base userPassword \
    | sed -n 's/^userPassword:: //p' | base64 -d)" in
    '{SSHA}'*) echo hash ;; *-secret) echo clear ;; *) echo unknown ;;
  esac
}
replace() { # control, attribute, value
  printf 'dn: %s\nchangetype: modify\nreplace: %s\n%s: %s\n' "$ANNA" "$2" "$2" "$3" >"$TMP/mod"
  rc "$BIN/ldapmodify" "${AUTH[@]}" -e "$1" -f "$TMP/mod"
}

echo "slapd $VERSION"
echo 'What the root DSE announces'
"$BIN/ldapsearch" -x -LLL -H "$URL" -b '' -s base supportedControl supportedExtension >"$TMP/dse"
check "supportedControl $ASSERT_OID (assertion)" "$(grep -cx "supportedControl: $ASSERT_OID" "$TMP/dse" || true)" 1
check "supportedExtension $PASSWD_OID (password modify)" "$(grep -cx "supportedExtension: $PASSWD_OID" "$TMP/dse" || true)" 1

echo 'Modify with a critical assertion'
replace "$FALSE_" description one;  check 'false assertion: result' "$RC" 122
check 'description afterwards' "$(value description)" ''
replace "$TRUE_" description two;   check 'true assertion: result' "$RC" 0
check 'description afterwards' "$(value description)" two
replace "$TRUE_" userPassword second-secret; check 'true assertion, userPassword: result' "$RC" 0
check 'sign in with the second password' "$(signs_in second-secret)" 0
check 'stored as' "$(stored)" clear

echo 'Password modify operation'
rc "$BIN/ldappasswd" "${AUTH[@]}" -s third-secret "$ANNA"
check 'no control: result' "$RC" 0
check 'sign in with the third password' "$(signs_in third-secret)" 0
check 'stored as' "$(stored)" hash
before=$(value entryCSN)
rc "$BIN/ldappasswd" "${AUTH[@]}" -e "$TRUE_" -s fourth-secret "$ANNA"
sed 's/^/    | /' "$OUT"
check 'TRUE critical assertion: says "Critical extension is unavailable (12)"' "$(said 'critical extension is unavailable \(12\)')" yes
check 'sign in with the fourth password (49 = refused)' "$(signs_in fourth-secret)" 49
check 'sign in with the third password' "$(signs_in third-secret)" 0
rc "$BIN/ldappasswd" "${AUTH[@]}" -e "$FALSE_" -s fourth-secret "$ANNA"
check 'false critical assertion: also 12, not 122' "$(said 'critical extension is unavailable \(12\)')" yes
check 'entry untouched by both (entryCSN the same)' "$([ "$before" = "$(value entryCSN)" ] && echo yes || echo no)" yes

echo 'Delete with a critical assertion'
rc "$BIN/ldapdelete" "${AUTH[@]}" -e "$FALSE_" "$ANNA"; check 'false assertion: result' "$RC" 122
check 'entry is there' "$(value uid)" anna
rc "$BIN/ldapdelete" "${AUTH[@]}" -e "$TRUE_" "$ANNA";  check 'true assertion: result' "$RC" 0
rc "$BIN/ldapsearch" "${AUTH[@]}" -LLL -b "$ANNA" -s base 1.1; check 'search afterwards (32 = no such object)' "$RC" 32

if [ "$FAILED" = 0 ]; then echo 'AS DESCRIBED'; else echo 'CHANGED'; fi
exit "$FAILED"
