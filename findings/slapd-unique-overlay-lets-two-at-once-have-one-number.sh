#!/usr/bin/env bash
# Packages: Debian slapd 2.5.13+dfsg-5, libldap-2.5-0 2.5.13+dfsg-5 (libltdl7 2.4.7-7~deb12u1 beside them;
#           the other shared libraries are the system's own); npm ldapts 8.2.0 as the client.
# Behaviour: the overlay `unique` (slapo-unique(5)) looks for the value before a write and holds nothing
#   until that write is committed. Writes that come one after the other are refused with 19 as the manual
#   says. Two connections that add two entries with one uidNumber at the same moment usually both get
#   success, and the directory then holds the number twice for good; the same for two modifies. Requests
#   sent together on ONE connection never do that: the second is always refused, so a test over one
#   connection finds nothing. A directory with the overlay is a directory where two administrators who
#   work at once, or one tool with two connections, can still give one number to two people: whoever
#   needs it once has to look after the write.
# Exit: 0 as described, 1 changed, 2 could not be run.
set -euo pipefail
export LC_ALL=C

VERSION='2.5.13+dfsg-5'
LTDL='2.4.7-7~deb12u1'
LDAPTS='8.2.0'

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

# --- the pinned packages, in the temp folder only ----------------------------------------------
mkdir "$TMP/deb" "$TMP/tree" "$TMP/db" "$TMP/client"
chmod 755 "$TMP" "$TMP/deb"
(
  cd "$TMP/deb"
  apt-get -qq -o APT::Sandbox::User=root download "slapd=$VERSION" "libldap-2.5-0=$VERSION" \
    "libltdl7=$LTDL" >"$TMP/fetch.log" 2>&1
) || { cat "$TMP/fetch.log" >&2; cannot 'the packages could not be fetched'; }
for deb in "$TMP"/deb/*.deb; do dpkg -x "$deb" "$TMP/tree" || cannot 'a package could not be unpacked'; done
LIBDIR=$(dirname "$(find "$TMP/tree/usr/lib" -name 'libldap-2.5.so.0' | head -n 1)")
SLAPD="$TMP/tree/usr/sbin/slapd"
missing=$(LD_LIBRARY_PATH="$LIBDIR" ldd "$SLAPD" | grep 'not found' || true)
[ -z "$missing" ] || { echo "$missing" >&2; cannot 'shared libraries are missing'; }
npm install --prefix "$TMP/client" --no-audit --no-fund --ignore-scripts "ldapts@$LDAPTS" \
  >"$TMP/fetch.log" 2>&1 || { cat "$TMP/fetch.log" >&2; cannot 'the client could not be fetched'; }

# --- a directory that watches over uidNumber ---------------------------------------------------
cat >"$TMP/slapd.conf" <<CONF
include $TMP/tree/etc/ldap/schema/core.schema
include $TMP/tree/etc/ldap/schema/cosine.schema
include $TMP/tree/etc/ldap/schema/nis.schema
pidfile $TMP/slapd.pid
moduleload $TMP/tree/usr/lib/ldap/back_mdb.so
moduleload $TMP/tree/usr/lib/ldap/unique.so
database mdb
suffix "dc=example,dc=org"
rootdn "cn=admin,dc=example,dc=org"
rootpw admin-secret
directory $TMP/db
maxsize 104857600
index objectClass,uidNumber eq
overlay unique
unique_uri "ldap:///?uidNumber?sub"
CONF

for try in 1 2 3 4 5; do
  PORT=$((20000 + RANDOM % 12000))
  LD_LIBRARY_PATH="$LIBDIR:$TMP/tree/usr/lib/ldap" \
    "$SLAPD" -f "$TMP/slapd.conf" -h "ldap://127.0.0.1:$PORT" -d 0 >"$TMP/slapd.log" 2>&1 &
  PID=$!
  sleep 1
  kill -0 "$PID" 2>/dev/null && break
  wait "$PID" 2>/dev/null || true
  PID=''
done
[ -n "$PID" ] || { cat "$TMP/slapd.log" >&2; cannot 'slapd did not start'; }

cat >"$TMP/client/pairs.mjs" <<'JS'
import { Attribute, Change, Client } from 'ldapts'

const base = 'dc=example,dc=org'
const rounds = 200
const connect = async () => {
  const client = new Client({ url: `ldap://127.0.0.1:${process.argv[2]}` })
  await client.bind(`cn=admin,${base}`, 'admin-secret')
  return client
}
const [left, right] = [await connect(), await connect()]
const code = (request) => request.then(() => 0, (error) => error.code)
const dn = (uid) => `uid=${uid},${base}`
const add = (client, uid, number) =>
  client.add(dn(uid), {
    objectClass: ['account', 'posixAccount'],
    uid, cn: uid, uidNumber: String(number), gidNumber: '100', homeDirectory: `/home/${uid}`
  })
const renumber = (client, uid, number) =>
  client.modify(dn(uid), new Change({
    operation: 'replace',
    modification: new Attribute({ type: 'uidNumber', values: [String(number)] })
  }))
const holders = async (number) =>
  (await left.search(base, { filter: `(uidNumber=${number})`, attributes: ['uid'] })).searchEntries.length

/** How often both, one or none of two writes got through, and how often a number stands twice afterwards. */
async function pairs(first, write) {
  const seen = { both: 0, one: 0, none: 0, twice: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const codes = await write(round, first + round)
    const done = codes.filter((one) => one === 0).length
    seen[done === 2 ? 'both' : done === 1 ? 'one' : 'none'] += 1
    if (codes.some((one) => one !== 0 && one !== 19)) throw new Error(`unexpected codes ${codes}`)
    if ((await holders(first + round)) > 1) seen.twice += 1
  }
  return seen
}

await left.add(base, { objectClass: ['dcObject', 'organization'], o: 'Example', dc: 'example' })
const both = (one, other) => Promise.all([code(one), code(other)])
const result = {
  after: await pairs(10_000, async (round, number) => [
    await code(add(left, `a${round}`, number)), await code(add(right, `b${round}`, number))
  ]),
  together: await pairs(20_000, (round, number) =>
    both(add(left, `c${round}`, number), add(left, `d${round}`, number))),
  apart: await pairs(30_000, (round, number) =>
    both(add(left, `e${round}`, number), add(right, `f${round}`, number))),
  modified: await pairs(40_000, (round, number) =>
    both(renumber(left, `a${round}`, number), renumber(right, `e${round}`, number)))
}
for (const [name, seen] of Object.entries(result)) console.log([name, ...Object.values(seen)].join(' '))
await left.unbind()
await right.unbind()
JS
node "$TMP/client/pairs.mjs" "$PORT" >"$TMP/seen" || cannot 'the client failed'

echo "slapd $VERSION, overlay unique on uidNumber, 200 pairs of writes each"
FAILED=0
check() { # label, name of the row, expectation in terms of both, one, none, twice
  local name both one none twice
  read -r name both one none twice < <(grep "^$2 " "$TMP/seen")
  printf '  %-52s both done %3d, one refused %3d, number held twice %3d' "$1" "$both" "$one" "$twice"
  if (( $3 )); then echo; else echo '   <-- CHANGED'; FAILED=1; fi
}
check 'adds one after the other (two connections)' after 'both == 0 && one == 200 && twice == 0'
check 'adds sent together on one connection' together 'both == 0 && one == 200 && twice == 0'
check 'adds at once on two connections' apart 'both > 0 && twice == both'
check 'modifies at once on two connections' modified 'both > 0 && twice == both'
exit "$FAILED"
