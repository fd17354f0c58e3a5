#!/usr/bin/env node
/**
 * Checks an exported journal of Netzwart (`netzwart-ledger-1`). Stands alone: this one file and Node.js 20 or newer, no
 * package, nothing of the app. It was written apart from the app, so that a fault in one shows itself in the other.
 *
 *     node verify-ledger.mjs EXPORT.json [--head SEQ:HASH] [--root FINGERPRINT] [--json]
 *
 * --head  a head from any printed document; of the hash the first 16 digits or more: finds what was cut off
 * --root  the leadership's fingerprint from the founding document: finds a journal that was made anew as a whole
 * Exit code 0: sound. 1: problems. 2: wrong usage. German, or English where LC_ALL or LANG begin with `en`.
 *
 * What is checked, statement by statement, in the order of the file:
 *   text        canonical JSON (RFC 8785), only what its kind declares
 *   hash        SHA-256 (FIPS 180-4) over text, line feed, signature; `previous` is the hash of the one before
 *   signature   Ed25519 (RFC 8032) over `netzwart-statement-1`, line feed, text
 *   rights      by the statements before it: device keys, appointments, revocations; the founding is the root
 *   cases       proposal, decision, carrying out, lifting in their order; nobody decides on their own case
 *   flags       report, question, answer, the case opened from it in their order; nobody answers their own report
 *   orders      given, withdrawn, expired; at least two different evaluators who are appointed, and none of them orders
 *   evidence    sealed under an order in force, for pairs of different keys, among them two of its evaluators; destroyed once
 *   evaluations opened, revealed and concluded by two different evaluators whom the order names, one right behind the other
 *   payload     SHA-256 over salt, line feed, text; one that is missing was erased or withheld, which is no fault
 *   plans       of proposals and decisions, where they are in the file: SHA-256 of their text, and that they follow from
 *               their case: its person, its measures, the groups that the settings map to modules
 * docs/case-file.md of Netzwart says all this in words.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// --- Shapes: each says whether a value read from JSON is of its kind -------------------------------------------------

const matching = (pattern) => (value) => typeof value === 'string' && pattern.test(value)
/** Length in code points (Unicode); a character outside the basic plane is two of JavaScript's units. */
const text =
  (least = 0, most = Infinity) =>
  (value) =>
    typeof value === 'string' &&
    value.length >= least &&
    (value.length <= most || (value.length <= 2 * most && [...value].length <= most))
/** Without control characters (Unicode, Cc). */
const line = (most) => (value) => text(0, most)(value) && !/\p{Cc}/u.test(value)
const oneOf =
  (...values) =>
  (value) =>
    values.includes(value)
const orNull = (shape) => (value) => value === null || shape(value)
const whole =
  (least = Number.MIN_SAFE_INTEGER) =>
  (value) =>
    Number.isSafeInteger(value) && value >= least
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (shape) => (value) => Array.isArray(value) && value.every(shape)
/** At least these fields: what a reader passes over that knows no others. */
const someFields = (shapes) => (value) =>
  isObject(value) &&
  Object.entries(shapes).every(([name, shape]) => Object.hasOwn(value, name) && shape(value[name]))
/** What goes through a value by calling itself comes to an end. */
const isShallow = (value, levels = 20) =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1)))
const mapOf = (shape) => (value) =>
  isObject(value) && !Object.hasOwn(value, '__proto__') && Object.values(value).every(shape)
/** Exactly these fields. */
const fields = (shapes) => (value) =>
  isObject(value) &&
  Object.keys(value).length === Object.keys(shapes).length &&
  Object.entries(shapes).every(([name, shape]) => Object.hasOwn(value, name) && shape(value[name]))
const nothing = oneOf(null)

const digest = matching(/^[0-9a-f]{64}$/)
const uuid = matching(
  /^(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/
)
const isDate = (day) => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day
const day = (value) => matching(/^\d{4}-\d\d-\d\d$/)(value) && isDate(value)
const instant = (value) =>
  matching(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/)(value) && isDate(value.slice(0, 10))
/** To the second or finer. */
const looseInstant = (value) =>
  matching(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/)(value) &&
  isDate(value.slice(0, 10))
/** 32 bytes in base64url (RFC 4648, section 5), in the one spelling without stray bits. */
const publicKey = matching(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)
const keyPair = fields({ sign: publicKey, seal: publicKey })
const personId = text(1, 100)
const names = fields({ login: text(0, 200), givenName: text(0, 200), familyName: text(0, 200) })
const roles = ['administrator', 'leadership', 'evaluator', 'teacher', 'dpo']
const modules = [
  ...['addressBook', 'tasks', 'files', 'mail', 'forum', 'calendar', 'messenger', 'office'],
  ...['videoConference', 'wlan', 'privateDevices', 'applications']
]
const module = oneOf(...modules)
const warning = fields({ kind: oneOf('warning') })
const suspension = fields({ kind: oneOf('suspension'), until: orNull(day) })
const refusal = fields({ kind: oneOf('moduleRefusal'), module, until: orNull(day) })
const measures = listOf((value) => warning(value) || suspension(value) || refusal(value))
const timeOfDay = matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const reference = (value) => text(1, 300)(value) && value.trim() === value
const plan = digest
/** Within these lengths, and nothing around it that trimming takes away. */
const trimmed = (least, most) => (value) => text(least, most)(value) && value.trim() === value
const atLeast = (least, most, shape) => (value) =>
  listOf(shape)(value) && value.length >= least && value.length <= most

const acts = oneOf(
  ...['webRequest', 'webRefused', 'signIn', 'signInRefused', 'signOut', 'access', 'directoryRead'],
  ...['directoryChange', 'groupChange', 'passwordChange', 'passwordChangeRefused', 'accountLocked'],
  ...['networkStart', 'networkUpdate', 'networkStop', 'fileAccess', 'fileRefused', 'processStart'],
  ...['print', 'mailSubmitted', 'mailDelivered']
)
const column = trimmed(1, 100)
/** What a format of the school's own looks like. */
const squidLogformat = fields({ format: oneOf('squid-logformat'), logformat: trimmed(1, 2000) })
const linelog = fields({
  format: oneOf('freeradius-linelog'),
  messages: atLeast(
    1,
    20,
    fields({
      act: oneOf('signIn', 'signInRefused', 'networkStart', 'networkUpdate', 'networkStop'),
      words: trimmed(1, 1000)
    })
  )
})
const table = fields({
  format: oneOf('csv'),
  delimiter: oneOf(';', ',', '\t', '|'),
  header: oneOf(true, false),
  columns: fields({
    ...{ time: column, person: orNull(column), address: orNull(column), device: orNull(column) },
    ...{ act: orNull(column), url: orNull(column), bytes: orNull(column), path: orNull(column) },
    status: orNull(column)
  }),
  time: trimmed(1, 100),
  acts: atLeast(0, 50, fields({ word: trimmed(1, 100), act: acts })),
  otherwise: orNull(acts)
})
const logMapping = (value) => squidLogformat(value) || linelog(value) || table(value)
/** Where logs lie, as the settings had it when an order was signed. */
const sourceShapes = {
  id: uuid,
  name: trimmed(1, 100),
  path: trimmed(1, 1000),
  format: orNull(text(1, 40)),
  contents: oneOf(true, false),
  keptDays: (value) => whole(1)(value) && value <= 3650,
  keptReason: trimmed(0, 500)
}
const plainSource = fields(sourceShapes)
const mappedSource = fields({ ...sourceShapes, mapping: logMapping })
const logSource = (value) => plainSource(value) || mappedSource(value)
const named = fields({ person: personId, names })
/** What stands for a person, an address or a device in a flag of a standing order. */
const keyedPseudonym = matching(/^(?:person|address|device):[0-9A-HJKMNP-TV-Z]{10}$/)
/** What an order allows to read. */
const scopeFields = {
  from: instant,
  until: instant,
  sources: atLeast(1, 20, logSource),
  concerned: atLeast(0, 50, named),
  addresses: atLeast(0, 50, trimmed(1, 100)),
  rules: atLeast(0, 100, uuid),
  contents: oneOf(true, false)
}
/** Orders on what a standing order has found name pseudonyms; others have no such field. */
const orderScope = (value) =>
  isObject(value) && Object.hasOwn(value, 'pseudonyms')
    ? fields({ ...scopeFields, pseudonyms: atLeast(1, 50, keyedPseudonym) })(value)
    : fields(scopeFields)(value)

/** One file of a log, as far as it was read. */
const readFile = fields({
  ...{ name: text(), from: whole(0), bytes: whole(0), sha256: digest },
  ...{ lines: whole(0), parsed: whole(0), rejected: mapOf(whole(0)) }
})
/** What is not known, and why. */
const gap = fields({
  ...{ code: text(1, 40), file: text(), names: listOf(text()), count: whole(0) },
  time: orNull((value) => typeof value === 'number')
})
/** What stands for a person or an address in an evaluation: `person:3`. */
const pseudonym = matching(/^(?:person|address|device|mail|name):[1-9]\d*$/)
const sureties = ['proved', 'claimed', 'address', 'device', 'unknown']
/** Public keys of age (X25519), to which a bundle is encrypted. */
const ageRecipients = atLeast(1, 10, matching(/^age1[02-9ac-hj-np-z]{58}$/))
/** What a rule of a standing order has found, by pseudonyms alone. */
const foundMatter = {
  ...{ rule: uuid, count: whole(1), from: instant, until: instant },
  ...{ pseudonyms: atLeast(0, 50, keyedPseudonym), matters: oneOf('one', 'many') }
}
/** A text in which names stand as pseudonyms. */
const isString = text()
const isPseudonym = fields({ pseudonym })
const maskedText = listOf((value) => isString(value) || isPseudonym(value))
/** An event that the two who evaluated have chosen. */
const notedEvent = fields({
  event: whole(0),
  at: Number.isFinite,
  timeKnown: oneOf('written', 'zoneAssumed', 'yearAssumed'),
  edge: oneOf('start', 'end', 'moment', 'received'),
  act: text(1, 40),
  surety: oneOf(...sureties),
  person: orNull(pseudonym),
  address: orNull(pseudonym),
  device: orNull(pseudonym),
  details: listOf(fields({ name: text(), text: maskedText })),
  source: text(),
  file: whole(0),
  offset: whole(0),
  marked: oneOf(true, false),
  note: text()
})

const layout = fields({
  containers: fields({ pupil: text(), teacher: text(), staff: text(), classes: text(), groups: text() }),
  classGroupPrefix: text(),
  homeDirectory: text(),
  mailAddress: text()
})
const connection = fields({
  profile: oneOf('openldap', 'active-directory', 'demo'),
  url: line(500),
  bindDn: line(500),
  baseDn: line(500),
  caCertificate: orNull(text(0, 200_000)),
  layout: orNull(layout)
})

/** Every kind of statement: its body, its payload, and who may sign it. */
const device = ['device']
const leadership = ['leadership']
const proposers = ['administrator', 'evaluator']
export const kinds = {
  'device.registered': [
    { key: publicKey, fingerprint: digest },
    { computer: text() },
    ['device', 'administrator', 'leadership']
  ],
  founding: [
    { school: text(), leadership: fields({ person: personId, keys: keyPair }), devices: listOf(digest) },
    { names },
    leadership
  ],
  'appointment.made': [
    {
      appointment: uuid,
      person: personId,
      role: oneOf('leadership', 'administrator', 'evaluator', 'dpo'),
      deputy: oneOf(true, false),
      from: day,
      until: orNull(day),
      keys: keyPair
    },
    { names, scope: text() },
    leadership
  ],
  'appointment.revoked': [{ appointment: uuid }, { reason: text() }, leadership],
  'key.revoked': [{ key: digest, from: whole(1) }, { reason: text() }, leadership],
  'agreement.signed': [{ agreement: oneOf('administrator'), text: digest }, null, ['administrator']],
  'session.signedIn': [
    { person: personId, roles: listOf(oneOf(...roles)), kind: oneOf('window', 'commandLine') },
    { names, computer: text() },
    device
  ],
  'plan.begun': [
    { plan, job: text(), steps: whole(), kinds: mapOf(whole()), undoes: orNull(plan), by: orNull(personId) },
    { subject: text(), reason: text() },
    ['device', 'administrator']
  ],
  'plan.ended': [{ plan, state: text(), done: whole(), failed: whole(), remaining: whole() }, null, device],
  'settings.changed': [{ document: text(), digest, by: orNull(personId) }, null, device],
  'connection.changed': [{ digest, former: orNull(digest) }, { connection }, ['administrator']],
  'case.opened': [
    { case: uuid, rule: text() },
    {
      person: personId,
      names,
      schoolClass: text(),
      happenedOn: day,
      facts: text(),
      evidence: listOf(fields({ reference }))
    },
    proposers
  ],
  'case.proposed': [{ case: uuid, plan }, { measures, reasons: text() }, proposers],
  'case.hearing': [
    { case: uuid, party: oneOf('pupil', 'guardians'), event: oneOf('invited', 'heard', 'declined'), on: day },
    { note: text() },
    [...proposers, 'leadership']
  ],
  'case.decided': [
    {
      case: uuid,
      proposal: whole(),
      outcome: oneOf('approved', 'changed', 'refused'),
      plan: orNull(plan),
      expires: orNull(instant)
    },
    { measures, reasons: text() },
    leadership
  ],
  'case.withdrawn': [{ case: uuid }, { reason: text() }, proposers],
  'case.enforced': [{ case: uuid, plan }, null, device],
  'case.enforcementFailed': [{ case: uuid, plan, code: text() }, null, device],
  'case.expired': [{ case: uuid }, null, device],
  'case.liftDecided': [{ case: uuid, plan, expires: instant }, { reasons: text() }, leadership],
  'case.lifted': [{ case: uuid, plan }, null, device],
  'case.ended': [{ case: uuid }, null, device],
  'clock.wentBack': [{ last: instant }, null, device],
  'backup.made': [{ statements: whole(), head: digest, by: orNull(personId) }, null, device],
  'store.moved': [
    { from: oneOf('sqlite', 'postgres'), to: oneOf('sqlite', 'postgres'), by: orNull(personId) },
    null,
    device
  ],
  'copy.made': [
    {
      what: oneOf('journal', 'procedure', 'names', 'slips', 'caseDocument', 'letter'),
      count: whole(),
      by: orNull(personId)
    },
    null,
    device
  ],
  'flag.reported': [
    { flag: uuid, by: personId },
    {
      person: orNull(personId),
      names: orNull(names),
      schoolClass: text(),
      seen: text(),
      happenedOn: day,
      from: orNull(timeOfDay),
      until: orNull(timeOfDay),
      areas: listOf(oneOf('wlan', 'web', 'mail', 'files', 'account', 'software', 'device')),
      rule: orNull(text()),
      certainty: oneOf('seen', 'heard', 'supposed'),
      contents: oneOf(true, false)
    },
    device
  ],
  'flag.asked': [{ flag: uuid }, { words: text() }, leadership],
  'flag.replied': [{ flag: uuid, by: personId }, { words: text() }, device],
  'flag.answered': [
    { flag: uuid, outcome: oneOf('closed', 'handedOver') },
    { reason: text(), message: text() },
    leadership
  ],
  'flag.pursued': [{ flag: uuid, case: uuid }, null, proposers],
  'order.given': [
    {
      order: uuid,
      evaluators: atLeast(2, 5, personId),
      contents: oneOf(true, false),
      expires: day,
      flag: orNull(uuid)
    },
    {
      occasion: text(),
      suspicion: text(),
      rule: text(),
      scope: orderScope,
      contentsReason: text(),
      evaluators: listOf(named)
    },
    leadership
  ],
  'order.withdrawn': [{ order: uuid }, { reason: text() }, leadership],
  'evidence.sealed': [
    {
      order: uuid,
      evidence: uuid,
      digest,
      recipients: atLeast(1, 100, (value) => listOf(digest)(value) && value.length === 2),
      sources: atLeast(
        0,
        20,
        fields({
          ...{ id: uuid, files: whole(0), lines: whole(0), parsed: whole(0), rejected: whole(0) },
          ...{ events: whole(0), sha256: digest }
        })
      )
    },
    { sources: listOf(fields({ id: uuid, name: text(), files: listOf(readFile), gaps: listOf(gap) })) },
    device
  ],
  'evidence.destroyed': [
    { order: uuid, evidence: uuid, reason: oneOf('keptLongEnough', 'withdrawn') },
    null,
    device
  ],
  'evaluation.opened': [{ order: uuid, evidence: uuid, session: uuid }, null, ['evaluator']],
  'evaluation.searched': [
    { order: uuid, session: uuid },
    {
      text: text(),
      pseudonym: orNull(pseudonym),
      groups: listOf(oneOf('signIn', 'network', 'web', 'files', 'programs', 'mail', 'print', 'directory')),
      sureties: listOf(oneOf(...sureties)),
      source: orNull(text()),
      from: orNull(Number.isFinite),
      until: orNull(Number.isFinite),
      onlyMarked: oneOf(true, false),
      onlyFound: oneOf(true, false),
      hits: Number.isSafeInteger
    },
    device
  ],
  'evaluation.revealed': [
    { order: uuid, session: uuid, pseudonym },
    { identity: text(), reason: text() },
    ['evaluator']
  ],
  'evaluation.marked': [
    { order: uuid, session: uuid },
    {
      event: Number.isSafeInteger,
      source: text(),
      file: Number.isSafeInteger,
      offset: Number.isSafeInteger,
      marked: oneOf(true, false),
      note: text()
    },
    device
  ],
  'evaluation.closed': [
    { order: uuid, judgment: oneOf('noViolation', 'violation', 'lawEnforcement') },
    { findings: text(), notFound: text(), summary: text() },
    ['evaluator']
  ],
  'evaluation.recorded': [
    { order: uuid, session: uuid, foundCount: whole(0), notedCount: whole(0) },
    {
      events: whole(0),
      applied: listOf(
        fields({
          id: text(),
          title: text(),
          sha256: orNull(text()),
          findings: whole(0),
          because: orNull(oneOf('noLog', 'notJoined', 'notKnown', 'nothingFound'))
        })
      ),
      found: listOf(
        fields({
          rule: text(),
          from: Number.isFinite,
          until: Number.isFinite,
          value: Number.isFinite,
          events: whole(0),
          sureties: fields(Object.fromEntries(sureties.map((name) => [name, whole(0)]))),
          group: listOf(maskedText)
        })
      ),
      noted: listOf(notedEvent),
      read: listOf(
        fields({
          id: text(),
          name: maskedText,
          format: orNull(text()),
          events: whole(0),
          outside: whole(0),
          files: listOf(
            fields({
              name: maskedText,
              from: whole(0),
              bytes: whole(0),
              sha256: text(),
              lines: whole(0),
              parsed: whole(0),
              rejected: whole(0)
            })
          ),
          gaps: listOf(
            fields({
              code: text(1, 40),
              file: maskedText,
              names: listOf(maskedText),
              count: whole(0),
              time: orNull(Number.isFinite)
            })
          )
        })
      )
    },
    ['evaluator']
  ],
  'order.pursued': [{ order: uuid, case: uuid }, null, ['evaluator']],
  'notice.given': [
    {
      order: uuid,
      named: whole(1),
      place: (value) => whole(0)(value) && value < 50,
      way: oneOf('inPerson', 'letter', 'mail'),
      on: day
    },
    { person: personId, names, guardians: oneOf(true, false) },
    leadership
  ],
  'notice.postponed': [{ order: uuid, until: day }, { reason: text() }, leadership],
  'handover.decided': [
    { order: uuid, evidence: uuid, handover: uuid, recipients: ageRecipients },
    { authority: text(), reference: text(), reason: text() },
    leadership
  ],
  'handover.made': [
    {
      ...{ order: uuid, evidence: uuid, handover: uuid, recipients: ageRecipients },
      ...{ digest, bytes: whole(0) }
    },
    {
      authority: text(),
      reference: text(),
      files: listOf(fields({ name: text(), bytes: whole(0), sha256: digest }))
    },
    ['evaluator']
  ],
  'standingOrder.given': [
    {
      standingOrder: uuid,
      rules: atLeast(1, 100, fields({ id: uuid, sha256: digest })),
      sources: atLeast(1, 20, uuid),
      until: day,
      flagDays: (value) => whole(1)(value) && value <= 90
    },
    { reason: text(), periodsReason: text(), sources: atLeast(1, 20, logSource) },
    leadership
  ],
  'standingOrder.withdrawn': [{ standingOrder: uuid }, { reason: text() }, leadership],
  'flag.found': [{ flag: uuid, standingOrder: uuid, run: uuid }, foundMatter, device],
  'flag.grown': [{ flag: uuid, run: uuid }, foundMatter, device],
  'flag.expired': [{ flag: uuid }, null, device],
  'disclosure.made': [
    {
      ...{ disclosure: uuid, format: oneOf('pdf', 'json'), digest, by: orNull(personId) },
      ...{ holdings: whole(0), omitted: whole(0), blackened: whole(0) }
    },
    { person: personId, names, reason: text() },
    device
  ]
}

// --- Reading -----------------------------------------------------------------------------------------------------------

const sha256 = (string) => createHash('sha256').update(string, 'utf8').digest('hex')

/** RFC 8785: names sorted by UTF-16 code units, no blanks; strings and numbers are written as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** The value of a canonical text of this shape; null: it is none. A name that stands twice is not canonical either. */
function readCanonical(string, shape) {
  try {
    const value = JSON.parse(string)
    return canonical(value) === string && shape(value) ? value : null
  } catch {
    return null
  }
}

const isStatement = fields({
  format: oneOf(1),
  ledger: uuid,
  sequence: whole(1),
  previous: digest,
  time: instant,
  key: digest,
  kind: matching(/^[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)?$/),
  subject: text(0, 200),
  body: isObject,
  payload: orNull(digest)
})
const isJson = (value) =>
  typeof value !== 'object' || value === null || listOf(isJson)(value) || mapOf(isJson)(value)

/**
 * A statement; null: not readable. It stands under the subject that its body names, so that nobody overlooks it. Of a kind
 * that only a newer version knows its place in the chain is read, and what it says is not.
 */
function readStatement(string) {
  const statement = readCanonical(string, isStatement)
  if (statement === null) return null
  const { kind, body, subject } = statement
  if (!Object.hasOwn(kinds, kind)) return isShallow(statement) && mapOf(isJson)(body) ? statement : null
  const [bodyFields, payloadFields] = kinds[kind]
  if (!fields(bodyFields)(body) || (payloadFields === null) !== (statement.payload === null)) return null
  let about = subject
  if (kind.startsWith('case.')) about = `case:${body.case}`
  if (kind.startsWith('flag.')) about = `flag:${body.flag}`
  if (kind.startsWith('standingOrder.')) about = `standingOrder:${body.standingOrder}`
  if (/^(?:order|evidence|evaluation|notice|handover)\./.test(kind)) about = `order:${body.order}`
  if (kind.startsWith('plan.')) about = `plan:${body.plan}`
  if (kind === 'device.registered') about = `device:${body.fingerprint}`
  if (kind === 'appointment.made' || kind === 'session.signedIn') about = `person:${body.person}`
  return about === subject ? statement : null
}

/**
 * The payload is the one that was signed.
 *
 * @param {any} statement
 * @param {{ hash: string, salt: string, text: string }} payload as in the export
 */
export function isPayloadOf({ kind, payload }, { hash, salt, text: string }) {
  if (hash !== payload || sha256(`${salt}\n${string}`) !== hash || !/^[0-9a-f]{32}$/.test(salt)) return false
  if (Object.hasOwn(kinds, kind)) return readCanonical(string, fields(kinds[kind][1])) !== null
  // What a newer version says stays unread; `null` alone is no details.
  return string === 'null' || readCanonical(string, isShallow) !== null
}

/** SHA-256 over the raw public keys, the signing key first; a PC has no sealing key. */
function fingerprintOf(sign, seal) {
  const hash = createHash('sha256').update(Buffer.from(sign, 'base64url'))
  return (seal === undefined ? hash : hash.update(Buffer.from(seal, 'base64url'))).digest('hex')
}

/**
 * Points of small order (without the sign bit). Under such a key anybody can make a signature for any text; OpenSSL does
 * not refuse them. Source: libsodium, ed25519_ref10.c; "Taming the many EdDSAs" (Chalkias and others, 2020), table 1.
 */
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'
])
function isSafePoint(point) {
  const bare = Buffer.from(point)
  bare[31] &= 0x7f
  // Coordinates of the field's prime (2^255 - 19) and above are second spellings.
  const isSecondSpelling =
    bare[31] === 0x7f && bare[0] >= 0xed && bare.subarray(1, 31).every((byte) => byte === 0xff)
  return !isSecondSpelling && !smallOrder.has(bare.toString('hex'))
}

/** In front of a raw Ed25519 key this makes a SubjectPublicKeyInfo (RFC 8410, section 4). */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex')
function isSignedBy(sign, string, signature) {
  const key = Buffer.from(sign, 'base64url')
  const bytes = Buffer.from(signature, 'base64url')
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false
  if (!isSafePoint(key) || !isSafePoint(bytes.subarray(0, 32))) return false
  try {
    const der = Buffer.concat([keyPrefix, key])
    const object = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, Buffer.from(`netzwart-statement-1\n${string}`, 'utf8'), object, bytes)
  } catch {
    return false
  }
}

/** Appointments begin and end with the day in Germany. */
const clock = new Intl.DateTimeFormat('de-DE', {
  ...{ timeZone: 'Europe/Berlin', calendar: 'gregory', numberingSystem: 'latn' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' }
})
function germanDay(time) {
  const parts = Object.fromEntries(
    clock.formatToParts(new Date(time)).map(({ type, value }) => [type, value])
  )
  return `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}`
}

// --- Cases: what may follow what (rules P9, P10, P21, P26) -------------------------------------------------------------

/** State of a case before -> after. `none`: there is no such case yet. */
const course = {
  'case.opened': { none: 'open' },
  'case.proposed': { open: 'proposed', proposed: 'proposed' },
  'case.hearing': {
    open: 'open',
    proposed: 'proposed',
    approved: 'approved',
    inForce: 'inForce',
    lifting: 'lifting'
  },
  'case.withdrawn': { open: 'withdrawn', proposed: 'withdrawn' },
  'case.decided': { proposed: 'decided' },
  'case.enforced': { approved: 'inForce', inForce: 'inForce' },
  'case.enforcementFailed': { approved: 'approved', lifting: 'lifting' },
  'case.expired': { approved: 'expired', lifting: 'inForce' },
  'case.liftDecided': { inForce: 'lifting' },
  'case.lifted': { lifting: 'lifted' },
  'case.ended': { inForce: 'ended', lifting: 'ended' }
}
/** An approval holds for 14 days; one more is granted for a PC whose clock runs ahead of the server's. */
const longestApproval = 15 * 24 * 60 * 60 * 1000
const isShortEnough = (expires, time) => Date.parse(expires) - Date.parse(time) <= longestApproval

/** null: right. */
function judgeCase({ kind, body, time }, person, known) {
  const state = known?.state ?? 'none'
  if (course[kind][state] === undefined) return 'wrongTransition'
  if (known === undefined) return null
  const isDecision = kind === 'case.decided' || kind === 'case.liftDecided'
  if (isDecision && known.authors.includes(person)) return 'fourEyesBroken'
  // What was signed by the leadership, to be carried out now.
  const signed = state === 'lifting' ? known.lift : known.approval
  const isOver = signed === null || Date.parse(time) > Date.parse(signed.expires)
  switch (kind) {
    case 'case.decided':
      return judgeDecision(body, time, known.proposal)
    case 'case.liftDecided':
      return isShortEnough(body.expires, time) ? null : 'wrongTransition'
    case 'case.enforced':
    case 'case.enforcementFailed':
    case 'case.lifted':
      if (body.plan !== signed?.plan) return 'planChanged'
      // A measure in force may be put right again; a failure may be told at any time.
      return isOver && state !== 'inForce' && kind !== 'case.enforcementFailed' ? 'wrongTransition' : null
    case 'case.expired':
      return isOver ? null : 'wrongTransition'
    default:
      return null
  }
}

function judgeDecision({ proposal, outcome, plan: approved, expires }, time, proposed) {
  if (proposal !== proposed?.sequence) return 'wrongTransition'
  if (outcome === 'refused') return approved === null && expires === null ? null : 'wrongTransition'
  if (approved === null || expires === null || !isShortEnough(expires, time)) return 'wrongTransition'
  // "Approved" is what was proposed, "changed" is something else.
  return (outcome === 'approved') === (approved === proposed.plan) ? null : 'wrongTransition'
}

function caseAfter({ kind, sequence, body }, person, known) {
  const next = { authors: [], proposal: null, approval: null, lift: null, ...known }
  next.state = course[kind][known?.state ?? 'none']
  if (kind === 'case.opened' || kind === 'case.proposed') next.authors = [...next.authors, person]
  if (kind === 'case.proposed') next.proposal = { sequence, plan: body.plan }
  if (kind === 'case.decided') {
    next.state = body.outcome === 'refused' ? 'refused' : 'approved'
    next.approval = body.plan === null ? null : { plan: body.plan, expires: body.expires }
  }
  if (kind === 'case.liftDecided') next.lift = { plan: body.plan, expires: body.expires }
  return next
}

// --- Flags: what was reported, and what became of it (rules P19, P21) ------------------------------------------------

/** What may come after what; an answer is named by its outcome. */
const flagCourse = {
  'flag.found': { none: 'open' },
  'flag.grown': { open: 'open' },
  'flag.expired': { open: 'expired' },
  'flag.reported': { none: 'open' },
  'flag.asked': { open: 'asked' },
  'flag.replied': { asked: 'replied' },
  'flag.answered': { open: null, asked: null, replied: null, handedOver: null },
  'flag.pursued': { handedOver: 'pursued' }
}

/** What happens only to what a standing order has found. */
const ofFound = new Set(['flag.found', 'flag.grown', 'flag.expired'])

/** null: right. `openers`: who has opened each case from which nothing was pursued yet. */
function judgeFlag({ kind, body }, person, known, openers) {
  const state = known?.state ?? 'none'
  if (flagCourse[kind][state] === undefined) return 'wrongTransition'
  const isFound = known?.reporter === null
  const isClosed = kind === 'flag.answered' && body.outcome === 'closed'
  // What a standing order has found is closed, or an evaluation is ordered on it: there is nobody to ask or to accuse.
  if (isFound && !ofFound.has(kind) && !isClosed) return 'wrongTransition'
  if (!isFound && known !== undefined && ofFound.has(kind)) return 'wrongTransition'
  switch (kind) {
    case 'flag.asked':
      return person === known.reporter ? 'fourEyesBroken' : null
    case 'flag.answered':
      // What was handed over is not handed over once more.
      if (state === 'handedOver' && body.outcome === 'handedOver') return 'wrongTransition'
      return person === known.reporter ? 'fourEyesBroken' : null
    case 'flag.replied':
      return body.by === known.reporter ? null : 'wrongTransition'
    case 'flag.pursued':
      return openers.has(body.case) && openers.get(body.case) === person ? null : 'wrongTransition'
    default:
      return null
  }
}

/** `reporter` null: a standing order has found it. */
function flagAfter({ kind, time, body }, known) {
  const reporter = known === undefined ? (body.by ?? null) : known.reporter
  const state = kind === 'flag.answered' ? body.outcome : flagCourse[kind][known?.state ?? 'none']
  const grownAt = kind === 'flag.found' || kind === 'flag.grown' ? time : known?.grownAt
  return { reporter, state, grownAt, standingOrder: known?.standingOrder ?? body.standingOrder }
}

// --- Standing orders: which rules run over what, and until when (rule P19) ---------------------------------------------

const isStanding = (known, time) => known !== undefined && !known.withdrawn && germanDay(time) <= known.until
const areDifferent = (list) => new Set(list).size === list.length

/** null: right. `orders`: all standing orders. `flags`: all flags. */
function judgeStanding({ kind, time, body }, orders, flags) {
  const known = orders.get(body.standingOrder ?? flags.get(body.flag)?.standingOrder)
  switch (kind) {
    case 'standingOrder.given': {
      const isNew = known === undefined && germanDay(time) <= body.until
      const isPlain = areDifferent(body.rules.map(({ id }) => id)) && areDifferent(body.sources)
      return isNew && isPlain ? null : 'wrongTransition'
    }
    case 'flag.expired': {
      const grownAt = flags.get(body.flag)?.grownAt
      const isDue =
        known !== undefined && Date.parse(grownAt) + known.flagDays * 86_400_000 <= Date.parse(time)
      return isDue ? null : 'wrongTransition'
    }
    default:
      return isStanding(known, time) ? null : 'wrongTransition'
  }
}

/** Whom flags are about is personal, so that the rule above cannot know it: looked at where the contents are there. */
class ToldFlags {
  concerned = new Map()
  faulty = []

  /** `details`: its payload; null: none, erased, or not what was signed. */
  take({ kind, sequence, body }, details, person) {
    if (kind === 'flag.reported') this.concerned.set(body.flag, details?.person ?? null)
    if (kind !== 'flag.asked' && kind !== 'flag.answered') return
    const concerned = this.concerned.get(body.flag) ?? null
    if (concerned !== null && concerned === person)
      this.faulty.push({ seq: sequence, code: 'fourEyesBroken' })
  }
}

// --- Orders: who may evaluate logs, and until when (rules P19 to P21) -------------------------------------------------

/** An order in force: given, neither withdrawn nor concluded, and its last day is not over in Germany. */
const isInForce = (known, time) =>
  known !== undefined && !known.withdrawn && !known.closed && germanDay(time) <= known.expires

/**
 * null: right. `reporters`: who has reported each flag. `isEvaluator`: whether a person is appointed to evaluate just then.
 * `openers`: who has opened each case from which nothing was pursued yet.
 */
function judgeOrder({ kind, time, body }, person, known, reporters, isEvaluator, openers) {
  if (kind === 'order.pursued') {
    const mayBegin = known?.judgment === 'violation' && known.evaluators.includes(person)
    return mayBegin && openers.has(body.case) && openers.get(body.case) === person ? null : 'wrongTransition'
  }
  if (kind !== 'order.given') return isInForce(known, time) ? null : 'wrongTransition'
  const { evaluators, expires, flag } = body
  if (known !== undefined || germanDay(time) > expires) return 'wrongTransition'
  if (new Set(evaluators).size !== evaluators.length || evaluators.includes(person)) return 'fourEyesBroken'
  if (flag !== null && !reporters.has(flag)) return 'wrongTransition'
  if (flag !== null && reporters.get(flag).reporter === person) return 'fourEyesBroken'
  return evaluators.every((one) => isEvaluator(one, time)) ? null : 'notAppointed'
}

function orderAfter({ kind, sequence, body }, known) {
  if (kind === 'order.pursued') return known
  if (kind !== 'order.given') return { ...known, withdrawn: true }
  const { expires, evaluators, contents } = body
  return {
    ...{ expires, evaluators, withdrawn: false, closed: false, half: null, sessions: new Map() },
    ...{ contents, sequence, sealedOn: null, revealed: new Set(), told: new Set() }
  }
}

// --- Evidence: under which orders it is sealed, and for whom (rules P19, P21) ----------------------------------------

/** null: right. `holders`: which person of the order's evaluators each key belongs to, just then. */
function judgeEvidence({ kind, time, body }, order, known, holders) {
  if (kind === 'evidence.destroyed')
    return known?.order === body.order && !known.destroyed ? null : 'wrongTransition'
  if (!isInForce(order, time) || known !== undefined) return 'wrongTransition'
  let among = 0
  for (const [one, other] of body.recipients) {
    if (one >= other || holders.has(one) !== holders.has(other)) return 'fourEyesBroken'
    if (!holders.has(one)) continue
    if (holders.get(one) === holders.get(other)) return 'fourEyesBroken'
    among += 1
  }
  return among > 0 ? null : 'fourEyesBroken'
}

/** Whom orders are about is personal as well: they give none, withdraw none, evaluate under none and notify nobody. */
class ToldOrders {
  concerned = new Map()
  faulty = []

  /** `details`: its payload; null: none, erased, or not what was signed. */
  take({ kind, sequence, body }, details, person) {
    if (!kind.startsWith('order.') && !kind.startsWith('notice.')) return
    if (kind === 'order.given')
      this.concerned.set(body.order, details?.scope.concerned.map((one) => one.person) ?? [])
    const involved = kind === 'order.given' ? [person, ...body.evaluators] : [person]
    const concerned = this.concerned.get(body.order) ?? []
    if (involved.some((one) => concerned.includes(one)))
      this.faulty.push({ seq: sequence, code: 'fourEyesBroken' })
  }
}

// --- Evaluations: two open, reveal and conclude together (rules P20 to P22) ---------------------------------------------

/** Said by two, one right behind the other and word for word; before the second it has no effect. */
const joint = new Set([
  'evaluation.opened',
  'evaluation.revealed',
  'evaluation.recorded',
  'evaluation.closed'
])
const isSecondTo = (half, { kind, sequence, body }) =>
  half?.kind === kind && half.sequence + 1 === sequence && JSON.stringify(half.body) === JSON.stringify(body)

/** null: right. `known`: the order. */
function judgeEvaluation(statement, person, known) {
  const { kind, time, body } = statement
  if (!isInForce(known, time)) return 'wrongTransition'
  const session = known.sessions.get(body.session)
  if (!joint.has(kind)) return session === undefined ? 'wrongTransition' : null
  if (!known.evaluators.includes(person)) return 'fourEyesBroken'
  if (kind === 'evaluation.revealed' || kind === 'evaluation.recorded') {
    if (session === undefined) return 'wrongTransition'
    if (!session.includes(person)) return 'fourEyesBroken'
  }
  if (isSecondTo(known.half, statement)) return known.half.person === person ? 'fourEyesBroken' : null
  return kind === 'evaluation.opened' && session !== undefined ? 'wrongTransition' : null
}

/** The order after it. */
function afterEvaluation(statement, person, known) {
  const { kind, sequence, body } = statement
  if (!joint.has(kind)) return known
  const { half } = known
  if (!isSecondTo(half, statement)) return { ...known, half: { kind, sequence, body, person } }
  const sessions = new Map(known.sessions)
  if (kind === 'evaluation.opened') sessions.set(body.session, [half.person, person])
  const revealed = new Set(known.revealed)
  if (kind === 'evaluation.revealed') revealed.add(sequence)
  if (kind !== 'evaluation.closed') return { ...known, half: null, sessions, revealed }
  return { ...known, half: null, sessions, revealed, closed: true, judgment: body.judgment }
}

// --- Notices: whom it concerns is told that contents were read (rule P24) ----------------------------------------------

/** So many days one signature puts it off. */
const longestPostponement = 90
const told = ({ named: by, place }) => `${by} ${place}`

/** null: right. `known`: the order. */
function judgeNotice({ kind, time, body }, known) {
  if (known === undefined || !known.contents || known.sealedOn === null) return 'wrongTransition'
  const today = germanDay(time)
  if (kind === 'notice.postponed') {
    const days = (Date.parse(body.until) - Date.parse(today)) / 86_400_000
    return days > 0 && days <= longestPostponement ? null : 'wrongTransition'
  }
  const isNamed = body.named === known.sequence || (known.revealed.has(body.named) && body.place === 0)
  if (!isNamed || known.told.has(told(body))) return 'wrongTransition'
  return body.on >= known.sealedOn && body.on <= today ? null : 'wrongTransition'
}

// --- Hand-overs: the leadership decides, two of the evaluators make the bundle (rules P21, P23, P26) -------------------

/** null: right. `known`: the order. `evidence`: what is known of what the statement names. `isUsed`: of its `handover`. */
function judgeHandover(statement, person, known, evidence, isUsed) {
  const { kind, body } = statement
  const isThere = evidence?.order === body.order && !evidence.destroyed
  if (known?.judgment !== 'lawEnforcement' || !isThere) return 'wrongTransition'
  if (kind === 'handover.decided') {
    if (isUsed) return 'wrongTransition'
    return known.evaluators.includes(person) ? 'fourEyesBroken' : null
  }
  const { decided } = known
  const isDecided =
    decided?.handover === body.handover &&
    decided.evidence === body.evidence &&
    JSON.stringify(decided.recipients) === JSON.stringify(body.recipients)
  if (!isDecided) return 'wrongTransition'
  if (!known.evaluators.includes(person)) return 'fourEyesBroken'
  const { handing } = known
  return isSecondTo(handing, statement) && handing.person === person ? 'fourEyesBroken' : null
}

/** The order after it. */
function afterHandover(statement, person, known) {
  const { kind, sequence, body } = statement
  if (kind === 'handover.decided') return { ...known, decided: body, handing: null }
  return { ...known, handing: isSecondTo(known.handing, statement) ? null : { kind, sequence, body, person } }
}

// --- Plans: whether what was proposed and decided follows from its case (rules P9, P10, P26) ---------------------------

const suspended = (value) =>
  fields({ kind: oneOf('none', 'forever') })(value) ||
  fields({ kind: oneOf('until'), until: looseInstant })(value)
/** What the directory showed at the proposal. Of a plan this alone is believed. */
const isSnapshot = (value) =>
  fields({
    ...{ id: text(), login: text(), label: text(), schoolClass: text(), suspension: suspended },
    ...{ modules: mapOf(fields({ group: text(), member: oneOf(true, false) })), directory: text() },
    selfEnding: oneOf(true, false)
  })(value) && Object.keys(value.modules).every((name) => modules.includes(name))
const parameters = (value) =>
  isObject(value) &&
  Object.keys(value).every(
    (name) => name === '__proto__' || ['string', 'number'].includes(typeof value[name])
  )
const isPlan = someFields({
  ...{ format: oneOf(1), job: text(), day, basis: parameters, undoes: orNull(digest) },
  steps: listOf(
    someFields({
      ...{
        id: text(),
        kind: text(),
        before: orNull(isObject),
        after: orNull(isObject),
        needs: listOf(text())
      },
      target: someFields({ id: orNull(text()), name: text(), label: text(), schoolClass: text() }),
      reason: someFields({ code: text(), parameters })
    })
  )
})

const isSame = (one, other) => one.toLowerCase() === other.toLowerCase()
const keyOf = ({ kind, module: refused }) => (kind === 'moduleRefusal' ? refused : kind)
const order = ['warning', 'suspension', ...modules]
const ordered = (list) =>
  [...list].sort((one, other) => order.indexOf(keyOf(one)) - order.indexOf(keyOf(other)))
/** In seconds, to compare suspensions by; one for good is endless. */
function reachOf({ kind, until }) {
  if (kind !== 'until') return kind === 'forever' ? Infinity : 0
  return Math.max(0, Math.floor(Date.parse(until) / 1000))
}

/** A plan with what it says it was computed from; null: it is none about measures. */
function readMeasured(found) {
  if (!isPlan(found) || found.job !== 'sanctions') return null
  const { account, planning = 1 } = found.basis
  const snapshot = typeof account === 'string' ? readCanonical(account, isSnapshot) : null
  return snapshot === null || (planning !== 1 && planning !== 2)
    ? null
    : new Measured(found, snapshot, planning)
}

/** What carrying measures out means for an account as it was. */
class Measured {
  measures = []

  constructor(found, snapshot, planning) {
    Object.assign(this, { plan: found, snapshot, planning })
    // The plan names when its suspension ends: in which time zone it was computed is no difference.
    const told = found.steps.find(({ kind }) => kind === 'suspend')?.after?.suspension
    this.told = isObject(told) && typeof told.until === 'string' ? told.until : null
  }

  /** The instant at which a day begins where the plan was computed. Time zones lie within 14 hours of UTC. */
  startOf(date) {
    const { told } = this
    const isNear =
      told !== null && Math.abs(Date.parse(told) - Date.parse(`${date}T00:00:00Z`)) <= 14 * 60 * 60 * 1000
    return isNear ? told : new Date(`${date}T00:00:00`).toISOString()
  }

  suspensionOf({ until }) {
    return until === null ? { kind: 'forever' } : { kind: 'until', until: this.startOf(until) }
  }

  /** The groups that a measure keeps the person out of. A suspension takes all modules since the second planning. */
  groupsOf({ kind, module: refused }) {
    const isMeant = (name) =>
      kind === 'suspension' ? this.planning === 2 : kind === 'moduleRefusal' && name === refused
    const mapped = modules.filter((name) => Object.hasOwn(this.snapshot.modules, name) && isMeant(name))
    const groups = mapped.map((name) => this.snapshot.modules[name].group)
    return groups.filter((group, place) => groups.findIndex((one) => isSame(one, group)) === place)
  }

  /** The measure that keeps the person out of a group for longest: its step is over last. */
  holderOf(group) {
    const endOf = ({ kind, until }) => (kind === 'warning' ? '' : (until ?? '~'))
    let holder = null
    for (const measure of ordered(this.measures).reverse()) {
      const asks = this.groupsOf(measure).some((one) => isSame(one, group))
      if (asks && (holder === null || endOf(measure) > endOf(holder))) holder = measure
    }
    return holder
  }

  step(place, kind, measure, before, after) {
    const { id, login: name, label, schoolClass } = this.snapshot
    const target = { type: 'account', id, name, label, schoolClass }
    const told = { measure: keyOf(measure), until: measure.until ?? '' }
    const reason = { code: 'decidedMeasure', parameters: told }
    return { id: String(place), kind, target, before, after, reason, needs: [] }
  }

  /** The steps of the plan as it has to be. */
  steps() {
    const steps = []
    const add = (...words) => steps.push(this.step(steps.length + 1, ...words))
    for (const measure of ordered(this.measures)) {
      if (measure.kind === 'suspension') {
        const [before, after] = [this.snapshot.suspension, this.suspensionOf(measure)]
        if (reachOf(after) > reachOf(before))
          add('suspend', measure, { suspension: before }, { suspension: after })
      }
      for (const group of this.groupsOf(measure)) {
        const membership = Object.values(this.snapshot.modules).find((one) => one.group === group)
        const isTheirs = this.planning === 1 || keyOf(this.holderOf(group)) === keyOf(measure)
        if (membership.member && isTheirs) {
          add('refuseModule', measure, { membership }, { membership: { ...membership, member: false } })
        }
      }
    }
    return steps
  }

  /** The plan is the one that the case's own words lead to. `groups`: of the modules by the settings; null: not known. */
  follows({ id, account, names: told, schoolClass, proposals }, decided, groups) {
    const { plan: found, snapshot, planning } = this
    this.measures = decided
    if (snapshot.id !== account) return false
    const isNamed =
      snapshot.login === told.login &&
      snapshot.label === `${told.givenName} ${told.familyName}`.trim() &&
      snapshot.schoolClass === schoolClass
    // The first planning named a person who was proposed anew as the directory named them by then.
    if (!isNamed && (proposals === 1 || planning === 2)) return false
    const basis = {
      ...{ case: id, proposal: proposals, directory: snapshot.directory, account: canonical(snapshot) },
      ...{ measures: canonical(ordered(decided)), ...(planning === 1 ? {} : { planning }) }
    }
    const { day: computed } = found
    const wanted = { format: 1, job: 'sanctions', day: computed, basis, undoes: null, steps: this.steps() }
    if (canonical(wanted) !== canonical(found)) return false
    return groups === null || modules.every((name) => this.isMapped(name, groups))
  }

  isMapped(name, groups) {
    const mapped = Object.hasOwn(groups, name) ? groups[name] : ''
    if (Object.hasOwn(this.snapshot.modules, name)) return this.snapshot.modules[name].group === mapped
    return this.planning === 1 || mapped === ''
  }
}

/** The earlier case was in force when the later one was proposed, which then takes over what it has taken. */
const isTakenOver = (earlier, later) =>
  earlier.known.id !== later.known.id &&
  earlier.known.enforcedAt <= later.known.proposal.at &&
  (earlier.known.overAt === null || earlier.known.overAt >= later.known.proposal.at)

/** Whether the person would be in a group without this case and those that it has taken over from. */
function hasTaken(one, group, all) {
  const membership = Object.values(one.measured.snapshot.modules).find((known) => isSame(known.group, group))
  if (membership === undefined || membership.member) return membership !== undefined
  const others = all.filter((other) => other !== one)
  return others.some(
    (earlier) =>
      isTakenOver(earlier, one) &&
      earlier.measured.measures.some((measure) =>
        earlier.measured.groupsOf(measure).some((taken) => isSame(taken, group))
      ) &&
      hasTaken(earlier, group, others)
  )
}

const suspensionsIn = ({ measured }) =>
  measured.measures
    .filter(({ kind }) => kind === 'suspension')
    .map((measure) => measured.suspensionOf(measure))

/** The suspension that the account would have without this case and those that it has taken over from. */
function originalSuspension(one, all) {
  const { suspension } = one.measured.snapshot
  const others = all.filter((other) => other !== one)
  const source = others.find(
    (earlier) =>
      isTakenOver(earlier, one) &&
      suspensionsIn(earlier).some((asked) => reachOf(asked) === reachOf(suspension))
  )
  return source === undefined ? suspension : originalSuspension(source, others)
}

/** A plan of a lifting gives back what the case has taken from its person, and nothing else. */
function givesBack(found, one, all) {
  const { known, measured } = one
  if (!isPlan(found) || found.job !== 'sanctions' || found.undoes !== null) return false
  if (found.basis.case !== known.id || found.basis.directory !== measured.snapshot.directory) return false
  const left = [{ kind: 'none' }, originalSuspension(one, all), ...all.flatMap(suspensionsIn)]
  return found.steps.every((step, place) => {
    const { code, parameters: told } = step.reason
    const measure = measured.measures.find((each) => keyOf(each) === told.measure)
    if (measure === undefined || code !== 'decidedMeasure') return false
    const isStep = (...words) =>
      canonical({ ...measured.step(place + 1, ...words), reason: step.reason }) === canonical(step)
    if (step.kind === 'liftSuspension') {
      if (measure.kind !== 'suspension') return false
      const before = { suspension: measured.suspensionOf(measure) }
      return left.some((suspension) => isStep('liftSuspension', measure, before, { suspension }))
    }
    return measured
      .groupsOf(measure)
      .filter((group) => hasTaken(one, group, all))
      .some((group) => {
        const [before, after] = [false, true].map((member) => ({ membership: { group, member } }))
        return isStep('allowModule', measure, before, after)
      })
  })
}

/** What the statements without fault tell of cases and settings, to be compared with the plans that came along. */
class ToldCases {
  cases = new Map()
  settings = []

  /** `details`: its payload; null: none, erased, or not what was signed. */
  take({ kind, sequence, time, subject, body }, details, person) {
    const isAbout = subject === 'ledger' || subject === 'document:settings'
    if (kind === 'settings.changed' && isAbout && body.document === 'settings') {
      this.settings.push({ sequence, hash: body.digest })
    }
    if (kind === 'case.opened') {
      const { person: account = '', names: told = null, schoolClass = '' } = details ?? {}
      this.cases.set(body.case, {
        ...{ id: body.case, state: 'open', account, names: told, schoolClass, proposals: 0 },
        ...{ proposal: null, decision: null, lift: null, enforcedAt: null, overAt: null }
      })
    }
    const known = this.cases.get(body.case)
    if (!kind.startsWith('case.') || known === undefined) return
    const signed = { sequence, person, at: time, plan: body.plan, measures: details?.measures ?? [] }
    switch (kind) {
      case 'case.proposed':
        Object.assign(known, { state: 'proposed', proposal: signed, proposals: known.proposals + 1 })
        break
      case 'case.decided':
        Object.assign(known, { state: 'decided', decision: signed })
        break
      case 'case.liftDecided':
        Object.assign(known, { state: 'lifting', lift: signed })
        break
      case 'case.enforced':
        Object.assign(known, { state: 'inForce', enforcedAt: known.enforcedAt ?? time })
        break
      case 'case.expired':
        // A lifting that was not carried out in time is as good as never decided.
        Object.assign(
          known,
          known.state === 'lifting' ? { state: 'inForce', lift: null } : { state: 'expired' }
        )
        break
      case 'case.withdrawn':
        known.state = 'withdrawn'
        break
      case 'case.lifted':
      case 'case.ended':
        Object.assign(known, { state: 'over', overAt: time })
    }
  }

  /** @returns {{ faulty: { seq: number, code: string }[], uncheckedPlans: number[], uncheckedGroups: number[] }} */
  check(plans, settings) {
    const texts = new Map(plans.map(({ hash, text: string }) => [hash, string]))
    const mappings = new Map(settings.map(({ digest: hash, text: string }) => [hash, string]))
    const found = { faulty: [], uncheckedPlans: [], uncheckedGroups: [] }
    const planOf = (hash) => {
      const string = texts.get(hash)
      if (string === undefined) return null
      return readNamed(string, hash) ?? 'changed'
    }
    const groupsAt = (sequence) => {
      const hash = this.settings.findLast((said) => said.sequence <= sequence)?.hash
      const { modules: mapped = {} } = readNamed(mappings.get(hash) ?? '', hash) ?? { modules: null }
      return isMapping(mapped) ? mapped : null
    }
    const note = (seq, code) => found.faulty.push({ seq, code })

    /** The plan that a statement has signed, where it can be compared; null: that was noted. */
    const signedPlan = ({ account }, { sequence, plan: hash, measures: meant }) => {
      const signed = planOf(hash)
      if (signed === 'changed') note(sequence, 'planChanged')
      else if (signed !== null && account !== '' && meant.length > 0) return signed
      else found.uncheckedPlans.push(sequence)
      return null
    }
    const look = (known, signed) => {
      const one = signedPlan(known, signed)
      if (one === null) return
      const groups = groupsAt(known.proposal.sequence)
      if (groups === null) found.uncheckedGroups.push(signed.sequence)
      if (!readMeasured(one)?.follows(known, signed.measures, groups)) note(signed.sequence, 'planNotOfCase')
    }
    /** A case that is or was in force, with its plan. null: not, or by another plan. undefined: nobody can tell. */
    const enforced = (known) => {
      if (known.enforcedAt === null) return null
      const one = planOf(known.decision.plan)
      if (one === null || known.decision.measures.length === 0) return undefined
      const measured = one === 'changed' ? null : readMeasured(one)
      const groups = groupsAt(known.proposal.sequence)
      return measured?.follows(known, known.decision.measures, groups) ? { known, measured } : null
    }
    const byAccount = new Map()
    for (const known of this.cases.values()) {
      byAccount.set(known.account, [...(byAccount.get(known.account) ?? []), known])
    }
    for (const known of this.cases.values()) {
      const { state, proposal, decision, lift, account } = known
      // Whom a case is about is personal, so that the rule of four eyes above cannot know it.
      for (const signed of [decision, lift]) {
        if (signed !== null && signed.person === account) note(signed.sequence, 'fourEyesBroken')
      }
      if (state === 'proposed') look(known, proposal)
      if (decision === null || decision.plan === null) continue
      // What has expired is not carried out any more, whatever became of its plan.
      if (state !== 'expired' || planOf(decision.plan) !== 'changed') look(known, decision)
      const lifting = lift === null ? null : signedPlan(known, { ...lift, measures: decision.measures })
      if (lifting === null) continue
      const all = byAccount.get(account).map(enforced)
      const one = all.find((each) => each?.known === known)
      if (all.includes(undefined)) found.uncheckedPlans.push(lift.sequence)
      else if (one === undefined) note(lift.sequence, 'planChanged')
      else if (
        !givesBack(
          lifting,
          one,
          all.filter((each) => each !== null)
        )
      )
        note(lift.sequence, 'planNotOfCase')
    }
    return found
  }
}

/** The object that a canonical text of this SHA-256 says; null: it is another one. */
function readNamed(string, hash) {
  return sha256(string) === hash
    ? readCanonical(string, (value) => isObject(value) && isShallow(value))
    : null
}
const isMapping = (value) =>
  isObject(value) &&
  Object.keys(value).every((name) => name === '__proto__' || typeof value[name] === 'string')

// --- The check ---------------------------------------------------------------------------------------------------------

/** No ledger comes to so many statements. */
const farthest = 2 ** 30

/** Goes through the statements one by one: `judge` looks and changes nothing, `take` goes on. */
export class LedgerCheck {
  count = 0
  highest = 0
  lastNumber = 0
  lastHash = '0'.repeat(64)
  ledger = null
  /** Of the newest statement without fault. */
  time = ''
  root = null
  devices = new Map()
  revokedDevices = new Set()
  keys = new Map()
  appointments = new Map()
  cases = new Map()
  flags = new Map()
  /** Who has opened a case, until a flag or an order is pursued by it. */
  openers = new Map()
  orders = new Map()
  standingOrders = new Map()
  evidence = new Map()
  /** Ids of decisions to hand over. */
  handovers = new Set()

  /**
   * @param {{ text: string, signature: string, hash: string }} entry as in the export
   * @returns {{ sequence: number, hash: string, statement: any, person: string | null | undefined, problems: string[] }}
   *   `person`: who signed, null for a PC, undefined for nobody who may
   */
  judge({ text: string, signature, hash }) {
    const statement = readStatement(string)
    const sequence = statement?.sequence ?? this.highest + 1
    const found = []
    const stray = this.isStray(sequence)
    if (sequence > this.highest + 1 && !stray) found.push('missing')
    if (sequence <= this.highest || stray) found.push('wrongOrder')
    if (sha256(`${string}\n${signature}`) !== hash) found.push('wrongHash')
    if (statement === null)
      return { sequence, hash, statement, person: undefined, problems: [...found, 'notReadable'] }
    const isNewer = !Object.hasOwn(kinds, statement.kind)
    if (statement.previous !== this.lastHash) found.push('chainBroken')
    if (this.ledger !== null && statement.ledger !== this.ledger) found.push('wrongLedger')
    if (!this.isTimely(statement)) found.push('timeBackwards')
    const [problem, person] = isNewer
      ? [this.judgeNewer(statement, string, signature), null]
      : this.judgeSigner(statement, string, signature)
    if (problem !== null)
      return { sequence, hash, statement, person: undefined, problems: [...found, problem] }
    if (found.length === 0 && !isNewer && statement.kind.startsWith('case.')) {
      const wrong = judgeCase(statement, person, this.cases.get(statement.body.case))
      if (wrong !== null) found.push(wrong)
    }
    if (found.length === 0 && !isNewer && statement.kind.startsWith('flag.')) {
      const wrong = judgeFlag(statement, person, this.flags.get(statement.body.flag), this.openers)
      if (wrong !== null) found.push(wrong)
    }
    if (
      found.length === 0 &&
      !isNewer &&
      (statement.kind.startsWith('standingOrder.') || ofFound.has(statement.kind))
    ) {
      const wrong = judgeStanding(statement, this.standingOrders, this.flags)
      if (wrong !== null) found.push(wrong)
    }
    if (found.length === 0 && !isNewer && statement.kind.startsWith('order.')) {
      const known = this.orders.get(statement.body.order)
      const isEvaluator = (one, time) => this.isAppointed(one, 'evaluator', time)
      const wrong = judgeOrder(statement, person, known, this.flags, isEvaluator, this.openers)
      if (wrong !== null) found.push(wrong)
    }
    if (found.length === 0 && !isNewer && statement.kind.startsWith('evidence.')) {
      const { body, time } = statement
      const order = this.orders.get(body.order)
      const holders = this.holdersOf(order?.evaluators ?? [], 'evaluator', time)
      const wrong = judgeEvidence(statement, order, this.evidence.get(body.evidence), holders)
      if (wrong !== null) found.push(wrong)
    }
    if (found.length === 0 && !isNewer && statement.kind.startsWith('evaluation.')) {
      const wrong = judgeEvaluation(statement, person, this.orders.get(statement.body.order))
      if (wrong !== null) found.push(wrong)
    }
    if (found.length === 0 && !isNewer && statement.kind.startsWith('notice.')) {
      const wrong = judgeNotice(statement, this.orders.get(statement.body.order))
      if (wrong !== null) found.push(wrong)
    }
    if (found.length === 0 && !isNewer && statement.kind.startsWith('handover.')) {
      const { order, evidence, handover } = statement.body
      const kept = this.evidence.get(evidence)
      const isUsed = this.handovers.has(handover)
      const wrong = judgeHandover(statement, person, this.orders.get(order), kept, isUsed)
      if (wrong !== null) found.push(wrong)
    }
    return { sequence, hash, statement, person, problems: found }
  }

  /** A faulty statement has no effect, but what was rightly revoked stays so though the chain around it is damaged. */
  take({ sequence, hash, statement, person, problems }) {
    this.count += 1
    if (!this.isStray(sequence)) {
      this.highest = Math.max(this.highest, sequence)
      this.ledger ??= statement?.ledger ?? null
      // What is no hash cannot be named as `previous`: the chain goes on from the one before.
      if (digest(hash)) {
        this.lastNumber = sequence
        this.lastHash = hash
      }
    }
    if (statement === null) return
    const isRevocation = statement.kind === 'appointment.revoked' || statement.kind === 'key.revoked'
    if (problems.length === 0) this.time = statement.time
    // A kind that only a newer version knows counts for chain and time and has no other effect.
    if (!Object.hasOwn(kinds, statement.kind)) return
    if (problems.length > 0 && (person === undefined || !isRevocation)) return
    this.takeRights(statement)
    if (statement.kind.startsWith('case.')) {
      const { case: id } = statement.body
      this.cases.set(id, caseAfter(statement, person, this.cases.get(id)))
      if (statement.kind === 'case.opened') this.openers.set(id, person)
    }
    if (statement.kind.startsWith('flag.')) {
      const { flag: id } = statement.body
      this.flags.set(id, flagAfter(statement, this.flags.get(id)))
      if (statement.kind === 'flag.pursued') this.openers.delete(statement.body.case)
    }
    if (statement.kind === 'standingOrder.given') {
      const { standingOrder, until, flagDays } = statement.body
      this.standingOrders.set(standingOrder, { until, flagDays, withdrawn: false })
    }
    if (statement.kind === 'standingOrder.withdrawn')
      this.standingOrders.get(statement.body.standingOrder).withdrawn = true
    if (statement.kind.startsWith('order.')) {
      const { order: id } = statement.body
      this.orders.set(id, orderAfter(statement, this.orders.get(id)))
      if (statement.kind === 'order.pursued') this.openers.delete(statement.body.case)
    }
    if (statement.kind.startsWith('evidence.')) {
      const { order, evidence } = statement.body
      this.evidence.set(evidence, { order, destroyed: statement.kind === 'evidence.destroyed' })
      const known = this.orders.get(order)
      if (known !== undefined) known.sealedOn ??= germanDay(statement.time)
    }
    if (statement.kind.startsWith('evaluation.')) {
      const { order: id } = statement.body
      this.orders.set(id, afterEvaluation(statement, person, this.orders.get(id)))
    }
    if (statement.kind === 'notice.given')
      this.orders.get(statement.body.order)?.told.add(told(statement.body))
    if (statement.kind.startsWith('handover.')) {
      const { order: id, handover } = statement.body
      this.handovers.add(handover)
      this.orders.set(id, afterHandover(statement, person, this.orders.get(id)))
    }
  }

  /** A number far beyond the count is passed over: the count goes on as if it were not there. */
  isStray(sequence) {
    return sequence > farthest && sequence > this.highest + 1
  }

  /** Only that the clock went back may be said with an older time, and it names the time it fell behind. */
  isTimely({ kind, time, body }) {
    if (kind === 'clock.wentBack') return time < this.time && body.last === this.time
    return time >= this.time
  }

  /** [problem or null, the person who signed or null for a PC] */
  judgeSigner(statement, string, signature) {
    const { kind, key, time, body } = statement
    const signers = kinds[kind][2]
    const own = this.ownKey(statement)
    if (typeof own === 'string') return [own]
    const known = own ?? this.findKnown(key)
    if (known === undefined) return ['unknownKey']
    if (known === null || known.revoked) return ['revokedKey']
    if (!isSignedBy(known.sign, string, signature)) return ['wrongSignature']
    if (known.person === null) {
      // After the founding a PC is brought in by a person, never by another PC.
      const isAdmission = kind === 'device.registered' && this.root !== null
      if (!signers.includes('device') || isAdmission) return ['wrongSigner']
    } else if (kind !== 'founding') {
      const held = this.heldBy(key, time)
      if (held.length === 0) return ['notAppointed']
      if (!held.some(({ role }) => signers.includes(role))) return ['wrongSigner']
    }
    return [this.judgeRights(statement, known.person, body), known.person]
  }

  /** Signed by a key that may sign anything at all; the role that the kind asks for is not known here. */
  judgeNewer({ key, time }, string, signature) {
    const known = this.findKnown(key)
    if (known === undefined) return 'unknownKey'
    if (known === null || known.revoked) return 'revokedKey'
    if (!isSignedBy(known.sign, string, signature)) return 'wrongSignature'
    return known.person === null || this.heldBy(key, time).length > 0 ? null : 'notAppointed'
  }

  /** null: of a PC that was turned out. undefined: nobody's. */
  findKnown(key) {
    if (this.revokedDevices.has(key)) return null
    return this.devices.has(key) ? { sign: this.devices.get(key), person: null } : this.keys.get(key)
  }

  /** Appointments under which a key may sign on that day. */
  heldBy(key, time) {
    const today = germanDay(time)
    return [...this.appointments.values()].filter(
      ({ by, from, until, revoked }) =>
        by === key && !revoked && from <= today && (until === null || today <= until)
    )
  }

  /** Whether a person holds an appointment in this role on that day, under a key that may sign. */
  isAppointed(person, role, time) {
    return [...this.keys].some(
      ([key, known]) =>
        known.person === person &&
        !known.revoked &&
        this.heldBy(key, time).some((appointment) => appointment.role === role)
    )
  }

  /** Which of these persons each key belongs to, where it is appointed in this role on that day. */
  holdersOf(persons, role, time) {
    return new Map(
      [...this.keys]
        .filter(
          ([key, { person, revoked }]) =>
            !revoked &&
            persons.includes(person) &&
            this.heldBy(key, time).some((appointment) => appointment.role === role)
        )
        .map(([key, { person }]) => [key, person])
    )
  }

  /** The founding brings its own key, and before it each PC does; a problem, or null for all others. */
  ownKey({ kind, key, body }) {
    if (kind === 'founding') {
      if (this.root !== null) return 'wrongTransition'
      const { person, keys } = body.leadership
      return fingerprintOf(keys.sign, keys.seal) === key ? { sign: keys.sign, person } : 'unknownKey'
    }
    if (kind !== 'device.registered') return null
    if (fingerprintOf(body.key) !== body.fingerprint) return 'unknownKey'
    if (key !== body.fingerprint) return null
    return this.root === null ? { sign: body.key, person: null } : 'notAppointed'
  }

  /** Nobody appoints or revokes themselves; what is ended must hold; a key belongs to one person and never comes back. */
  judgeRights({ kind, sequence }, person, body) {
    switch (kind) {
      case 'device.registered': {
        const isPersons = [...this.keys.values()].some(({ sign }) => sign === body.key)
        return isPersons || this.revokedDevices.has(body.fingerprint) ? 'wrongTransition' : null
      }
      case 'appointment.made': {
        if (body.person === person) return 'fourEyesBroken'
        const { sign, seal } = body.keys
        const isTaken =
          [...this.devices.values()].includes(sign) ||
          [...this.keys.values()].some(
            (known) =>
              known.sign === sign && (known.seal !== seal || known.person !== body.person || known.revoked)
          )
        return isTaken || this.appointments.has(body.appointment) ? 'wrongTransition' : null
      }
      case 'appointment.revoked': {
        const held = this.appointments.get(body.appointment)
        if (held === undefined || held.revoked) return 'wrongTransition'
        return held.person === person ? 'fourEyesBroken' : null
      }
      case 'key.revoked': {
        if (body.from !== sequence) return 'wrongTransition'
        if (this.devices.has(body.key)) return null
        const known = this.keys.get(body.key)
        if (known === undefined || known.revoked) return 'wrongTransition'
        return known.person === person ? 'fourEyesBroken' : null
      }
      default:
        return null
    }
  }

  takeRights({ kind, ledger, time, body }) {
    if (kind === 'device.registered') this.devices.set(body.fingerprint, body.key)
    if (kind === 'founding') {
      // From now on those PCs count that the leadership has signed for.
      for (const known of this.devices.keys()) if (!body.devices.includes(known)) this.devices.delete(known)
      this.root = fingerprintOf(body.leadership.keys.sign, body.leadership.keys.seal)
      this.appoint(ledger, { ...body.leadership, role: 'leadership', from: germanDay(time), until: null })
    }
    if (kind === 'appointment.made') this.appoint(body.appointment, body)
    if (kind === 'appointment.revoked') this.appointments.get(body.appointment).revoked = true
    if (kind === 'key.revoked') {
      if (this.devices.delete(body.key)) this.revokedDevices.add(body.key)
      else this.keys.get(body.key).revoked = true
    }
  }

  appoint(id, { person, role, from, until, keys: { sign, seal } }) {
    const by = fingerprintOf(sign, seal)
    if (!this.keys.has(by)) this.keys.set(by, { sign, seal, person, revoked: false })
    this.appointments.set(id, { by, person, role, from, until, revoked: false })
  }
}

const isThere = (name, shape) => (value) => !Object.hasOwn(value, name) || shape(value[name])
const isExport = (value) =>
  someFields({
    format: oneOf('netzwart-ledger-1'),
    exportedAt: looseInstant,
    statements: listOf(someFields({ text: text(), signature: text(), hash: text() })),
    payloads: listOf(someFields({ hash: digest, salt: text(), text: text() }))
  })(value) &&
  isThere('withheld', someFields({ payloads: whole(), reader: text() }))(value) &&
  isThere('plans', listOf(someFields({ hash: digest, text: text() })))(value) &&
  isThere('settings', listOf(someFields({ digest, text: text() })))(value)

/**
 * Checks a parsed export; null: it is none.
 *
 * @param {any} document
 * @param {{ head?: { sequence: number, hash: string } | null, root?: string | null }} printed what stands on paper
 * @returns {{ statements: number, head: { sequence: number, hash: string } | null, root: string | null,
 *   problems: { seq: number, code: string }[], clockNotices: number[], unknownKinds: number[], erased: number[],
 *   uncheckedPlans: number[], uncheckedGroups: number[] } | null}
 */
export function verifyExport(document, { head = null, root = null } = {}) {
  if (!isExport(document)) return null
  const check = new LedgerCheck()
  const payloads = new Map(document.payloads.map((payload) => [payload.hash, payload]))
  const problems = []
  const hashes = new Map()
  const clockNotices = []
  const unknownKinds = []
  const erased = []
  const told = new ToldCases()
  const toldFlags = new ToldFlags()
  const toldOrders = new ToldOrders()
  let founding = 1
  for (const entry of document.statements) {
    const expected = check.highest + 1
    const finding = check.judge(entry)
    const { sequence, statement } = finding
    const stray = check.isStray(sequence)
    check.take(finding)
    if (!hashes.has(sequence) && !stray) hashes.set(sequence, entry.hash)
    for (const code of finding.problems)
      problems.push({ seq: code === 'missing' ? expected : sequence, code })
    if (statement?.kind === 'clock.wentBack') clockNotices.push(sequence)
    if (statement?.kind === 'founding' && finding.problems.length === 0) founding = sequence
    if (statement === null) continue
    const isSound = finding.problems.length === 0
    const isKnown = Object.hasOwn(kinds, statement.kind)
    if (isSound && !isKnown) unknownKinds.push(sequence)
    let details = null
    // Of a newer kind nobody looks after the details of one that is faulty.
    if (statement.payload !== null && (isKnown || isSound)) {
      const payload = payloads.get(statement.payload)
      if (payload === undefined) erased.push(sequence)
      else if (!isPayloadOf(statement, payload)) problems.push({ seq: sequence, code: 'payloadChanged' })
      else details = JSON.parse(payload.text)
    }
    if (!isSound || !isKnown) continue
    told.take(statement, details, finding.person)
    toldFlags.take(statement, details, finding.person)
    toldOrders.take(statement, details, finding.person)
  }
  const { uncheckedPlans, uncheckedGroups, faulty } = told.check(
    document.plans ?? [],
    document.settings ?? []
  )
  problems.push(...faulty, ...toldFlags.faulty, ...toldOrders.faulty)
  if (head !== null && !hashes.has(head.sequence)) problems.push({ seq: head.sequence, code: 'truncated' })
  else if (head !== null && !hashes.get(head.sequence).startsWith(head.hash)) {
    problems.push({ seq: head.sequence, code: 'chainBroken' })
  }
  if (root !== null && check.root !== root) problems.push({ seq: founding, code: 'unknownKey' })
  return {
    statements: check.count,
    head: check.lastNumber === 0 ? null : { sequence: check.lastNumber, hash: check.lastHash },
    root: check.root,
    problems: problems.sort((left, right) => left.seq - right.seq),
    clockNotices,
    unknownKinds,
    erased,
    uncheckedPlans,
    uncheckedGroups
  }
}

// --- The program -------------------------------------------------------------------------------------------------------

/** What each finding means, German and English. */
const meanings = {
  notReadable: ['Nicht lesbar: verändert oder beschädigt.', 'Not readable: changed or damaged.'],
  missing: [
    'Hier fehlt mindestens ein Eintrag; er wurde gelöscht.',
    'At least one entry is missing here; it was deleted.'
  ],
  wrongOrder: [
    'Steht nicht an seinem Platz: vertauscht, eingefügt oder kopiert.',
    'Not in its place: swapped, inserted or copied.'
  ],
  chainBroken: [
    'Passt nicht zum Eintrag davor oder nicht zum gedruckten Kopf; einer von beiden wurde ausgetauscht.',
    'Does not fit the entry before it, or the printed head; one of the two was replaced.'
  ],
  wrongHash: [
    'Inhalt und Prüfsumme passen nicht zusammen: verändert.',
    'Content and hash do not fit: changed.'
  ],
  wrongLedger: ['Gehört zu einer anderen Fallakte.', 'Belongs to another case file.'],
  wrongSignature: [
    'Die Unterschrift ist nicht echt oder der Inhalt verändert.',
    'The signature is forged or the content changed.'
  ],
  unknownKey: [
    'Mit einem Schlüssel unterschrieben, den hier niemand hat, oder die Gründung ist eine andere als die gedruckte.',
    'Signed with a key that nobody has here, or the founding is another one than the printed one.'
  ],
  revokedKey: ['Der Schlüssel war schon widerrufen.', 'The key had been revoked already.'],
  notAppointed: [
    'Nicht benannt: noch nicht, nicht mehr, oder die Benennung war widerrufen.',
    'Not appointed: not yet, not any more, or the appointment was revoked.'
  ],
  wrongSigner: [
    'Durfte das in dieser Aufgabe nicht unterschreiben.',
    'Was not permitted to sign this in their role.'
  ],
  timeBackwards: ['Älter als der Eintrag davor.', 'Older than the entry before it.'],
  payloadChanged: [
    'Die Angaben zum Eintrag sind nicht die unterschriebenen.',
    'The details are not those that were signed.'
  ],
  fourEyesBroken: [
    'Vier-Augen-Prinzip verletzt: in eigener Sache unterschrieben (P21).',
    'Four-eyes principle broken: signed in their own matter (P21).'
  ],
  wrongTransition: [
    'War beim damaligen Stand nicht möglich, zum Beispiel eine zweite Entscheidung oder eine verfallene Freigabe.',
    'Was not possible as things stood, for example a second decision or an expired approval.'
  ],
  planChanged: [
    'Ausgeführt wurde etwas anderes als freigegeben.',
    'Something else was carried out than was approved.'
  ],
  planNotOfCase: [
    'Der Plan betrifft jemand anderen oder etwas anderes als sein Fall.',
    'The plan is about somebody or something else than its case.'
  ],
  truncated: ['Das Journal endet vor diesem gedruckten Kopf.', 'The ledger ends before this printed head.']
}

/** The words of a report, German and English. */
const words = {
  entries: ['Einträge', 'Entries'],
  head: ['Kopf', 'Head'],
  root: ['Schlüssel der Schulleitung', 'Key of the leadership'],
  none: ['keiner', 'none'],
  number: ['Nr.', 'No.'],
  erased: [
    'Angaben gelöscht oder im Export weggelassen (kein Fehler) bei Nr.',
    'Details erased or left out of the export (no fault) at no.'
  ],
  unknown: [
    'Von einer neueren Fassung (kein Fehler; bitte mit dem Prüfprogramm der neueren Fassung prüfen): Nr.',
    'Of a newer version (no fault; please check with the verifier of the newer version): no.'
  ],
  unchecked: [
    'Nicht geprüft, ob der Plan zum Fall passt (Plan oder Angaben sind nicht im Export), bei Nr.',
    'Not checked whether the plan fits its case (plan or details are not in the export), at no.'
  ],
  ungrouped: [
    'Nicht geprüft, ob die Gruppen des Plans die der Einstellungen sind (nicht im Export), bei Nr.',
    'Not checked whether the groups of the plan are those of the settings (not in the export), at no.'
  ],
  clock: ['Uhr ging nach (bitte ansehen) bei Nr.', 'Clock went back (please look at it) at no.'],
  sound: ['Das Journal ist in sich in Ordnung.', 'The ledger is sound in itself.'],
  faulty: ['Das Journal ist NICHT in Ordnung.', 'The ledger is NOT sound.'],
  compare: ['Noch nicht mit Papier verglichen:', 'Not compared with paper yet:'],
  byHead: ['--head (Kopf von einem gedruckten Dokument)', '--head (from a printed document)'],
  byRoot: ['--root (Fingerabdruck von der Gründungsurkunde)', '--root (from the founding document)'],
  noExport: [
    'Das ist kein ausgeführtes Journal (netzwart-ledger-1):',
    'This is no exported ledger (netzwart-ledger-1):'
  ],
  unreadable: ['Die Datei lässt sich nicht lesen:', 'The file cannot be read:'],
  usage: [
    'Aufruf: node verify-ledger.mjs EXPORT.json [--head NR:PRÜFSUMME] [--root FINGERABDRUCK] [--json]',
    'Usage: node verify-ledger.mjs EXPORT.json [--head SEQ:HASH] [--root FINGERPRINT] [--json]'
  ]
}

/** The arguments; null: wrong usage. Blanks in hashes are allowed, as they are printed in groups. */
function readArguments(given) {
  const asked = { file: null, head: null, root: null, json: false }
  const rest = [...given]
  while (rest.length > 0) {
    const word = rest.shift()
    const bare = () => (rest.shift() ?? '').replace(/\s/g, '').toLowerCase()
    if (word === '--json') asked.json = true
    else if (word === '--head') {
      const found = /^(\d{1,15}):([0-9a-f]{16,64})$/.exec(bare())
      if (found === null) return null
      asked.head = { sequence: Number(found[1]), hash: found[2] }
    } else if (word === '--root') {
      asked.root = bare()
      if (!digest(asked.root)) return null
    } else if (word.startsWith('--') || asked.file !== null) return null
    else asked.file = word
  }
  return asked.file === null ? null : asked
}

/** The report for a person. */
function reportOf(result, asked, say) {
  const { statements, head, root, problems } = result
  const lines = [
    `${say(words.entries)}: ${statements}`,
    `${say(words.head)}: ${head === null ? say(words.none) : `${head.sequence}:${head.hash}`}`,
    `${say(words.root)}: ${root?.replace(/(.{4})(?=.)/g, '$1 ') ?? say(words.none)}`
  ]
  const lists = [
    [words.erased, result.erased],
    [words.clock, result.clockNotices],
    [words.unknown, result.unknownKinds],
    [words.unchecked, result.uncheckedPlans],
    [words.ungrouped, result.uncheckedGroups]
  ]
  for (const [name, numbers] of lists)
    if (numbers.length > 0) lines.push(`${say(name)} ${numbers.join(', ')}`)
  lines.push('', say(problems.length === 0 ? words.sound : words.faulty))
  for (const { seq, code } of problems)
    lines.push(`${say(words.number)} ${seq}  ${code}: ${say(meanings[code])}`)
  const paper = [asked.head === null && say(words.byHead), asked.root === null && say(words.byRoot)].filter(
    Boolean
  )
  if (paper.length > 0) lines.push('', `${say(words.compare)} ${paper.join(', ')}`)
  return lines.join('\n')
}

/** undefined: neither UTF-8 nor JSON. */
function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function main(given, environment) {
  const isEnglish = (environment.LC_ALL || environment.LANG || '').startsWith('en')
  const say = (pair) => pair[isEnglish ? 1 : 0]
  const asked = readArguments(given)
  if (asked === null) {
    console.error(say(words.usage))
    return 2
  }
  let bytes
  try {
    bytes = readFileSync(asked.file)
  } catch (error) {
    console.error(`${say(words.unreadable)} ${asked.file} (${error.code})`)
    return 2
  }
  const result = verifyExport(parse(bytes), asked)
  if (result === null) {
    console.error(`${say(words.noExport)} ${asked.file}`)
    return 1
  }
  const problems = result.problems.map((problem) => ({ ...problem, message: say(meanings[problem.code]) }))
  const answer = { ...result, problems }
  console.log(asked.json ? JSON.stringify(answer, null, 2) : reportOf(result, asked, say))
  return result.problems.length === 0 ? 0 : 1
}

const started = process.argv[1]
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2), process.env)
}
