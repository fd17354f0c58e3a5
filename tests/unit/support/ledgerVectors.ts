import type { StatementKindName } from '../../../src-main/contract/ledger'
import type { Measure } from '../../../src-main/contract/sanctions'
import { defaultSettings } from '../../../src-main/contract/settings'
import { canonicalJson } from '../../../src-main/core/canonicalJson'
import { draft, noHash, sha256, writeStatement, type Draft } from '../../../src-main/core/ledger'
import { deviceSigner, fingerprintOf, toBase64, type Signer } from '../../../src-main/core/people/keys'
import { hashPlan } from '../../../src-main/core/plan'
import { sanctionPlan } from '../../../src-main/jobs/sanctions'
import type { PayloadRow } from '../../../src-main/world/store/port'
import { appointment, founding, said } from './ledgerBuilder'

/** One statement as it lies in a file of the vectors. */
export interface Vector {
  readonly kind: StatementKindName
  readonly text: string
  readonly signature: string
  readonly hash: string
  readonly payload: PayloadRow | null
}

/** A key that is the same in every run: nobody but these tests may ever use it. */
function keyOf(name: string) {
  const bytes = (use: string): Uint8Array => Buffer.from(sha256(`${use} ${name}`), 'hex')
  const bare = deviceSigner(bytes('sign'))
  const keys = { sign: bare.publicKey, seal: toBase64(bytes('seal')) }
  const fingerprint = fingerprintOf(keys)
  const signer: Signer = {
    ...{ fingerprint, publicKey: bare.publicKey },
    sign: (text) => bare.sign(text),
    wipe: () => undefined
  }
  return { id: name, keys, signer }
}

/** An id that is the same in every run. */
function idOf(words: string): string {
  const digits = sha256(words)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

const device = deviceSigner(Buffer.from(sha256('sign PC-Büro'), 'hex'))
const leadership = keyOf('leadership')
const administrator = keyOf('administrator')
const evaluator = keyOf('evaluator')
const evaluators = [keyOf('third evaluator'), keyOf('fourth evaluator')]
const begin = Date.parse('2026-09-01T06:00:00.000Z')
const minute = 60_000
const names = { login: 'p.beispiel', givenName: 'Pia', familyName: 'Beispiel' }
const measures: Measure[] = [{ kind: 'moduleRefusal', module: 'wlan', until: '2026-10-01' }]
/** As they were when the vectors were made: what settings have gained since stands in none of them. */
const { guardianAccounts: _later, devices: _latest, evidence: _newest, ...earlier } = defaultSettings
const settings = { ...earlier, modules: { wlan: 'modul-wlan' } }

function planOf(id: string) {
  return sanctionPlan({
    ...{ case: id, day: '2026-09-01', proposal: 1, planning: 2, measures },
    snapshot: {
      ...{ id: 'pupil-1', login: names.login, label: 'Pia Beispiel', schoolClass: '8b' },
      ...{ suspension: { kind: 'none' }, directory: 'dc=schule,dc=example', selfEnding: true },
      modules: { wlan: { group: 'modul-wlan', member: true } }
    }
  })
}

/** A plan that gives back what that one has taken. */
function liftOf(id: string) {
  const { steps, basis, ...plan } = planOf(id)
  return {
    ...plan,
    basis: { case: id, directory: basis['directory'] ?? '', lifts: hashPlan(planOf(id)) },
    steps: steps.map((step) => ({ ...step, kind: 'allowModule', before: step.after, after: step.before }))
  }
}

/** Every kind of statement in one sound ledger, always the same bytes, and what an export has beside them. */
export function makeVectors() {
  const vectors: Vector[] = []
  const ledger = idOf('ledger')
  let time = begin
  const say = (signer: Signer, what: Draft, after = minute): void => {
    time += after
    const last = vectors.at(-1)
    const sequence = vectors.length + 1
    const place = {
      ...{ ledger, sequence, previous: last?.hash ?? noHash },
      time: new Date(time).toISOString()
    }
    const { row, payload } = writeStatement(what, place, signer, sha256(`salt ${sequence}`).slice(0, 32))
    const { text, signature, hash } = row
    vectors.push({ kind: what.kind, text, signature, hash, payload })
  }
  const inDays = (days: number): string => new Date(time + days * 86_400_000).toISOString()
  const by = administrator.id

  const { fingerprint, publicKey: key } = device
  const registered = { key, fingerprint }
  say(device, draft('device.registered', `device:${fingerprint}`, registered, { computer: 'PC-Büro' }))
  say(leadership.signer, founding(leadership.id, leadership.keys, [fingerprint]))
  say(leadership.signer, appointment(administrator, 'administrator', {}, idOf('administrator')))
  const agreement = { agreement: 'administrator' as const, text: sha256('Vereinbarung') }
  say(administrator.signer, draft('agreement.signed', `person:${by}`, agreement, null))
  say(leadership.signer, appointment(evaluator, 'evaluator', { until: '2027-07-31' }, idOf('evaluator')))
  const session = { person: by, roles: ['administrator' as const], kind: 'window' as const }
  const signedIn = {
    names: { login: 'a.muster', givenName: 'Ada', familyName: 'Muster' },
    computer: 'PC-Büro'
  }
  say(device, draft('session.signedIn', `person:${by}`, session, signedIn))
  const changed = { document: 'settings', digest: sha256(canonicalJson(settings)), by }
  say(device, draft('settings.changed', 'document:settings', changed, null))
  say(administrator.signer, said.connection())
  const plan = sha256('everyday plan')
  const begun = { plan, job: 'accounts', steps: 1, kinds: { suspend: 1 }, undoes: null, by }
  say(device, draft('plan.begun', `plan:${plan}`, begun, { subject: 'Pia Beispiel', reason: 'Sofort' }))
  const ended = { plan, state: 'finished', done: 1, failed: 0, remaining: 0 }
  say(device, draft('plan.ended', `plan:${plan}`, ended, null))

  const plans = new Map<string, string>()
  const keep = (kept: ReturnType<typeof planOf>): string => {
    plans.set(hashPlan(kept), canonicalJson(kept))
    return hashPlan(kept)
  }
  const propose = (id: string): number => {
    say(administrator.signer, said.opened(id))
    say(administrator.signer, said.proposed(id, keep(planOf(id))))
    return vectors.length
  }
  const approve = (id: string, proposal: number, days: number): void => {
    const { body, payload } = said.decided(id, proposal, 'approved', keep(planOf(id)), inDays(days))
    const decided = draft(
      'case.decided',
      `case:${id}`,
      body as never,
      { ...(payload as object), measures } as never
    )
    say(leadership.signer, decided)
  }

  const [lifted, withdrawn, expired, over] = ['lifted', 'withdrawn', 'expired', 'ended'].map(idOf)
  const proposal = propose(lifted!)
  say(evaluator.signer, said.heard(lifted!))
  approve(lifted!, proposal, 14)
  say(device, said.failed(lifted!, hashPlan(planOf(lifted!))))
  say(device, said.enforced(lifted!, hashPlan(planOf(lifted!))))
  const lift = keep(liftOf(lifted!))
  say(leadership.signer, said.liftDecided(lifted!, lift, inDays(14)))
  say(device, said.lifted(lifted!, lift))
  propose(withdrawn!)
  say(administrator.signer, said.withdrawn(withdrawn!))
  approve(expired!, propose(expired!), 1)
  say(device, said.expired(expired!), 2 * 86_400_000)
  approve(over!, propose(over!), 14)
  say(device, said.enforced(over!, hashPlan(planOf(over!))))
  say(device, said.ended(over!))

  const place = { statements: vectors.length, head: vectors.at(-1)!.hash, by: null }
  say(device, draft('backup.made', 'ledger', place, null))
  say(device, draft('store.moved', 'ledger', { from: 'sqlite', to: 'postgres', by }, null))
  say(device, draft('copy.made', 'ledger', { what: 'procedure', count: vectors.length, by }, null))
  say(leadership.signer, said.appointmentRevoked(evaluator.id, idOf('evaluator')))
  const revoked = said.keyRevoked(`person:${evaluator.id}`, evaluator.signer.fingerprint, vectors.length + 1)
  say(leadership.signer, revoked)
  const last = new Date(time).toISOString()
  say(device, draft('clock.wentBack', 'ledger', { last }, null), -10 * minute)

  // Kinds of later versions follow, so that what was kept before keeps its place.
  const reporter = 'teacher-1'
  const [closedFlag, pursuedFlag, fromFlag] = ['closed flag', 'pursued flag', 'case from flag'].map(idOf)
  say(device, said.flagReported(closedFlag!, reporter, null))
  say(leadership.signer, said.flagAsked(closedFlag!))
  say(device, said.flagReplied(closedFlag!, reporter))
  say(leadership.signer, said.flagAnswered(closedFlag!, 'closed'))
  say(device, said.flagReported(pursuedFlag!, reporter))
  say(leadership.signer, said.flagAnswered(pursuedFlag!, 'handedOver'))
  propose(fromFlag!)
  say(administrator.signer, said.flagPursued(pursuedFlag!, fromFlag!))

  for (const one of evaluators)
    say(leadership.signer, appointment(one, 'evaluator', { until: '2027-07-31' }, idOf(one.id)))
  const persons = evaluators.map(({ id }) => id)
  const [withdrawnOrder, order] = ['withdrawn order', 'order'].map(idOf)
  say(leadership.signer, said.orderGiven(withdrawnOrder!, persons, { flag: pursuedFlag! }))
  say(leadership.signer, said.orderWithdrawn(withdrawnOrder!))
  say(leadership.signer, said.orderGiven(order!, persons, { contents: true }))

  const [one, other] = evaluators.map(({ signer }) => signer.fingerprint)
  say(device, said.evidenceSealed(order!, idOf('evidence'), [[one!, other!]]))
  say(device, said.evidenceDestroyed(order!, idOf('evidence')))
  const [opened, looking] = ['opened evidence', 'looking'].map(idOf)
  const bothSay = (one: Draft): void => evaluators.forEach(({ signer }) => say(signer, one))
  bothSay(said.evaluationOpened(order!, opened!, looking!))
  say(device, said.evaluationSearched(order!, looking!))
  bothSay(said.evaluationRevealed(order!, looking!))
  say(device, said.evaluationMarked(order!, looking!))
  bothSay(said.evaluationClosed(order!))
  const orderAt =
    vectors.findIndex(({ text }) => text.includes(`"kind":"order.given"`) && text.includes(order!)) + 1
  say(leadership.signer, said.noticePostponed(order!, inDays(30).slice(0, 10)))
  say(leadership.signer, said.noticeGiven(order!, orderAt, inDays(0).slice(0, 10)))

  const [violated, again, fromOrder] = ['violated order', 'looking again', 'case from order'].map(idOf)
  say(leadership.signer, said.orderGiven(violated!, persons))
  bothSay(said.evaluationOpened(violated!, opened!, again!))
  bothSay(said.evaluationRecorded(violated!, again!))
  bothSay(said.evaluationClosed(violated!))
  // Whoever evaluated proposes.
  const [proposer] = evaluators
  say(proposer!.signer, said.opened(fromOrder!))
  say(proposer!.signer, said.proposed(fromOrder!, keep(planOf(fromOrder!))))
  say(proposer!.signer, said.orderPursued(violated!, fromOrder!))

  const [punishable, given, handed] = ['punishable order', 'given evidence', 'hand-over'].map(idOf)
  say(leadership.signer, said.orderGiven(punishable!, persons))
  say(device, said.evidenceSealed(punishable!, given!, [[one!, other!]]))
  bothSay(said.evaluationOpened(punishable!, given!, idOf('looking for law enforcement')))
  bothSay(said.evaluationClosed(punishable!, 'lawEnforcement'))
  say(leadership.signer, said.handoverDecided(punishable!, given!, handed!))
  bothSay(said.handoverMade(punishable!, given!, handed!))
  say(device, said.disclosureMade(idOf('disclosure'), 'person-1'))

  const [standing, former] = ['standing order', 'former standing order'].map(idOf)
  const [closedFind, expiredFind] = ['closed find', 'expired find'].map(idOf)
  say(leadership.signer, said.standingOrderGiven(standing!))
  say(leadership.signer, said.standingOrderGiven(former!, '2027-07-31', 1))
  say(device, said.flagFound(closedFind!, standing!, idOf('first run')))
  say(device, said.flagGrown(closedFind!, idOf('second run')))
  say(leadership.signer, said.flagAnswered(closedFind!, 'closed'))
  say(device, said.flagFound(expiredFind!, former!, idOf('third run')))
  say(leadership.signer, said.standingOrderWithdrawn(former!))
  say(device, said.flagExpired(expiredFind!), 86_400_000)

  return {
    vectors,
    beside: {
      plans: [...plans].map(([hash, text]) => ({ hash, text })),
      settings: [{ digest: changed.digest, text: canonicalJson(settings) }]
    }
  }
}
