import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerExport, PrintedLedger } from '../../../../src-main/contract/ledger'
import { draft, type Draft } from '../../../../src-main/core/ledger'
import { readStatement } from '../../../../src-main/core/ledger/statement'
import { deviceSigner, fingerprintOf, type Signer } from '../../../../src-main/core/people/keys'
import {
  appointment,
  type BuiltPerson,
  forge,
  founding,
  LedgerBuilder,
  makePerson,
  planHash,
  rehash,
  said
} from '../../support/ledgerBuilder'
import { verifyInApp, verifyStandingAlone, type Verdict } from '../../support/verifiers'

/** Cases and plans of the ledger that is attacked. */
const [proposed, approved, inForce] = [randomUUID(), randomUUID(), randomUUID()]
const plan = planHash('approved')
const otherPlan = planHash('another')
const formerDeputysAppointment = randomUUID()

let built: LedgerBuilder
let original: LedgerExport
let stranger: BuiltPerson
let formerDeputy: BuiltPerson
let lostKey: BuiltPerson
let temporary: BuiltPerson
let proposal: number
let secondProposal: number
let approval: number

beforeAll(async () => {
  built = await LedgerBuilder.found()
  ;[stranger, formerDeputy, lostKey, temporary] = await Promise.all([
    makePerson('stranger'),
    makePerson('former deputy'),
    makePerson('lost key'),
    makePerson('temporary')
  ])
  const { signer } = built.leadership
  await built.say({
    signer,
    draft: appointment(formerDeputy, 'leadership', { deputy: true }, formerDeputysAppointment)
  })
  await built.say({ signer, draft: appointment(lostKey, 'administrator') })
  await built.say({ signer, draft: appointment(temporary, 'leadership', { until: '2026-09-30' }) })
  await built.say({ signer, draft: said.appointmentRevoked(formerDeputy.id, formerDeputysAppointment) })
  const from = built.sequence + 1
  await built.say({ signer, draft: said.keyRevoked('person:lost key', lostKey.signer.fingerprint, from) })
  proposal = await built.propose(proposed, plan)
  secondProposal = await built.propose(approved, plan)
  approval = await built.approve(approved, secondProposal, plan)
  await built.approve(inForce, await built.propose(inForce, plan), plan)
  await built.record(said.enforced(inForce, plan))
  original = await built.export()
}, 60_000)

/** Both verifiers' verdict, which must be the same. */
function verdictOf(document: LedgerExport, printed?: PrintedLedger): Verdict {
  const inApp = verifyInApp(document, printed)
  expect(verifyStandingAlone(document, printed)).toEqual(inApp)
  return inApp
}

/** What both find after the attack; `at`: the sequence number that the attack concerns. */
function attack(change: (document: LedgerExport) => unknown, printed?: PrintedLedger): readonly string[] {
  const document = structuredClone(original)
  change(document)
  return verdictOf(document, printed).problems
}

/** A statement put at the end, rightly chained: what both find at it. */
function forged(
  signer: () => Signer,
  what: () => Draft,
  fields?: { time?: string; ledger?: string; key?: string }
): readonly string[] {
  const document = structuredClone(original)
  const at = forge(document, signer(), what(), fields)
  const { problems } = verdictOf(document)
  expect(problems.every((problem) => problem.startsWith(`${at} `))).toBe(true)
  return problems.map((problem) => problem.replace(/^\d+ /, ''))
}

const leadership = (): Signer => built.leadership.signer
const administrator = (): Signer => built.administrator.signer
const device = (): Signer => built.device

describe('a ledger that nobody has touched', () => {
  it('is sound for both verifiers, and fits the head and the root on paper', () => {
    const { head } = built.ledger
    const root = built.leadership.signer.fingerprint
    const verdict = verdictOf(original, { head: { ...head!, hash: head!.hash.slice(0, 16) }, root })
    expect(verdict).toEqual({
      ...{ statements: built.sequence, head, root, problems: [] },
      ...{ clockNotices: [], unknownKinds: [], uncheckedGroups: [] },
      // The plans of this made-up ledger are nothing but hashes.
      uncheckedPlans: [13, 16, 19]
    })
  })

  it('stays sound when payloads have been erased', () => {
    expect(attack((document) => (document.payloads = []))).toEqual([])
  })
})

describe('a changed chain', () => {
  it('edit: an edited text is found, also with a hash that fits', () => {
    const edit = (document: LedgerExport): void => {
      const kept = document.statements[proposal - 1]!
      kept.text = kept.text.replace(plan, otherPlan)
    }
    expect(attack(edit)).toContain(`${proposal} wrongHash`)
    expect(attack(edit)).toContain(`${proposal} wrongSignature`)
    const withHash = attack((document) => {
      edit(document)
      rehash(document.statements[proposal - 1]!)
    })
    expect(withHash).toContain(`${proposal} wrongSignature`)
    expect(withHash).toContain(`${proposal + 1} chainBroken`)
    expect(withHash).not.toContain(`${proposal} wrongHash`)
  })

  it('edit: a text that is no canonical statement is found', () => {
    const edits = [
      (text: string) => text.replace('{', '{ '),
      (text: string) => text.replace(/^\{/, '{"format":1,'),
      (text: string) => text.replace('"P18"', '"P18","note":"x"'),
      () => 'nothing'
    ]
    for (const edit of edits) {
      const opened = proposal - 1
      const found = attack((document) => {
        const kept = document.statements[opened - 1]!
        kept.text = edit(kept.text)
        rehash(kept)
      })
      expect(found).toContain(`${opened} notReadable`)
    }
  })

  it('deletion: what is missing is named by its number', () => {
    const found = attack((document) => document.statements.splice(proposal - 1, 1))
    expect(found).toContain(`${proposal} missing`)
    expect(found).toContain(`${proposal + 1} chainBroken`)
  })

  it('insertion: what was put in between is found', () => {
    const found = attack((document) => {
      const short = structuredClone(document)
      short.statements.length = proposal
      forge(short, stranger.signer, said.withdrawn(proposed))
      document.statements.splice(proposal, 0, short.statements.at(-1)!)
    })
    expect(found).toContain(`${proposal + 1} unknownKey`)
    expect(found).toContain(`${proposal + 1} wrongOrder`)
    expect(found.filter((problem) => problem.endsWith('missing'))).toEqual([])
  })

  it('reordering: two statements that changed places are found', () => {
    const found = attack(({ statements }) => {
      const [first, second] = [statements[proposal - 1]!, statements[proposal]!]
      statements.splice(proposal - 1, 2, second, first)
    })
    expect(found).toContain(`${proposal} wrongOrder`)
    expect(found).toContain(`${proposal + 1} chainBroken`)
  })

  it('truncation: found against a printed head and by nothing else', () => {
    const cut = (document: LedgerExport): void => void (document.statements.length -= 3)
    expect(attack(cut)).toEqual([])
    const { sequence, hash } = built.ledger.head!
    expect(attack(cut, { head: { sequence, hash: hash.slice(0, 16) }, root: null })).toEqual([
      `${sequence} truncated`
    ])
  })

  it('truncation: what was said instead is found against a printed head', () => {
    const { sequence, hash } = built.ledger.head!
    const found = attack(
      (document) => {
        document.statements.length -= 1
        forge(document, device(), said.settings())
      },
      { head: { sequence, hash }, root: null }
    )
    expect(found).toEqual([`${sequence} chainBroken`])
  })

  it('a whole ledger made anew is sound in itself and found against the founding document', async () => {
    const fake = await LedgerBuilder.found()
    const root = built.leadership.signer.fingerprint
    const document = await fake.export()
    expect(verdictOf(document).problems).toEqual([])
    expect(verdictOf(document, { head: null, root }).problems).toEqual(['2 unknownKey'])
    expect(verdictOf({ ...document, statements: [], payloads: [] }, { head: null, root }).problems).toEqual([
      '1 unknownKey'
    ])
  })

  it('a payload that was changed or exchanged is found', () => {
    const payloadOf = (document: LedgerExport, sequence: number): LedgerExport['payloads'][number] => {
      const hash = readStatement({ sequence, ...document.statements[sequence - 1]! })!.payload
      return document.payloads.find((payload) => payload.hash === hash)!
    }
    expect(
      attack((document) => {
        const payload = payloadOf(document, approval)
        payload.text = payload.text.replace('Nach Anhörung', 'Ohne Anhörung')
      })
    ).toEqual([`${approval} payloadChanged`])
    expect(
      attack((document) => {
        const { salt, text } = payloadOf(document, proposal)
        Object.assign(payloadOf(document, approval), { salt, text })
      })
    ).toEqual([`${approval} payloadChanged`])
  })
})

describe('a forged signature', () => {
  it('forged key: somebody whom nobody appointed is found', () => {
    expect(
      forged(
        () => stranger.signer,
        () => said.withdrawn(proposed)
      )
    ).toEqual(['unknownKey'])
  })

  it('forged key: another key under the name of the leadership is found', () => {
    const key = built.leadership.signer.fingerprint
    const decision = (): Draft => said.decided(proposed, proposal, 'refused', null, null)
    expect(forged(() => stranger.signer, decision, { key })).toEqual(['wrongSignature'])
  })

  it('revoked key: signs nothing any more', () => {
    expect(
      forged(
        () => lostKey.signer,
        () => said.withdrawn(proposed)
      )
    ).toEqual(['revokedKey'])
  })

  it('revoked key: does not come back for the same person, nor with another sealing key beside it (P20)', () => {
    const { keys } = lostKey
    const other = { ...keys, seal: stranger.keys.seal }
    for (const again of [keys, other]) {
      expect(forged(leadership, () => appointment({ id: 'lost key', keys: again }, 'administrator'))).toEqual(
        ['wrongTransition']
      )
    }
  })

  it("another person's key, or this PC's, is no key for a new person", () => {
    const { seal } = stranger.keys
    for (const sign of [built.administrator.keys.sign, built.device.publicKey]) {
      expect(forged(leadership, () => appointment({ id: 'new', keys: { sign, seal } }, 'evaluator'))).toEqual(
        ['wrongTransition']
      )
    }
  })

  it('revoked appointment: signs nothing any more, and approves nothing (P20)', () => {
    const decision = (): Draft => said.decided(proposed, proposal, 'approved', plan, built.inDays(14))
    expect(forged(() => formerDeputy.signer, decision)).toEqual(['notAppointed'])
  })

  it('ended appointment: its last day counts in Germany, the day after does not (P20)', () => {
    const decision = (): Draft => said.decided(proposed, proposal, 'refused', null, null)
    // Midnight in Germany is 22:00 UTC in summer.
    expect(forged(() => temporary.signer, decision, { time: '2026-09-30T21:59:59.999Z' })).toEqual([])
    expect(forged(() => temporary.signer, decision, { time: '2026-09-30T22:00:00.000Z' })).toEqual([
      'notAppointed'
    ])
  })

  it('wrong signer: each kind is signed by those whom it is for (P20, P26)', () => {
    const decision = (): Draft => said.decided(proposed, proposal, 'refused', null, null)
    expect(forged(administrator, decision)).toEqual(['wrongSigner'])
    expect(forged(device, decision)).toEqual(['wrongSigner'])
    expect(forged(administrator, () => appointment(stranger, 'evaluator'))).toEqual(['wrongSigner'])
    expect(forged(leadership, () => said.opened(randomUUID()))).toEqual(['wrongSigner'])
    expect(forged(leadership, () => said.settings())).toEqual(['wrongSigner'])
  })

  it('replay: a statement that was said before is found wherever it is put', () => {
    const end = original.statements.length
    const copied = attack(({ statements }) => statements.push(structuredClone(statements[approval - 1]!)))
    expect(copied).toContain(`${approval} wrongOrder`)
    expect(copied).toContain(`${approval} chainBroken`)
    const renumbered = attack(({ statements }) => {
      const kept = structuredClone(statements[approval - 1]!)
      kept.text = kept.text
        .replace(`"sequence":${approval}`, `"sequence":${end + 1}`)
        .replace(/"previous":"\w+"/, `"previous":"${statements.at(-1)!.hash}"`)
      rehash(kept)
      statements.push(kept)
    })
    expect(renumbered).toEqual([`${end + 1} timeBackwards`, `${end + 1} wrongSignature`])
  })

  it('replay: a statement of another ledger of the same people is found', () => {
    expect(forged(leadership, () => said.heard(proposed), { ledger: randomUUID() })).toEqual(['wrongLedger'])
  })

  it('self-appointment: nobody appoints, revokes or replaces themselves (P20)', () => {
    const { deputy } = built
    const own = (): Draft => appointment(deputy, 'administrator')
    expect(forged(() => deputy.signer, own)).toEqual(['fourEyesBroken'])
    const last = original.statements.length
    expect(
      forged(
        () => deputy.signer,
        () => said.appointmentRevoked(deputy.id, built.deputysAppointment)
      )
    ).toEqual(['fourEyesBroken'])
    expect(
      forged(
        () => deputy.signer,
        () => said.keyRevoked(`person:${deputy.id}`, deputy.signer.fingerprint, last + 1)
      )
    ).toEqual(['fourEyesBroken'])
  })

  it('a second founding is found', () => {
    const { id, keys, signer } = stranger
    expect(
      forged(
        () => signer,
        () => founding(id, keys, [])
      )
    ).toEqual(['wrongTransition'])
  })

  it('an appointment or a key is revoked once, from the statement on that says so', () => {
    const { id } = formerDeputy
    expect(forged(leadership, () => said.appointmentRevoked(id, formerDeputysAppointment))).toEqual([
      'wrongTransition'
    ])
    const key = built.administrator.signer.fingerprint
    expect(forged(leadership, () => said.keyRevoked('ledger', key, 1))).toEqual(['wrongTransition'])
  })
})

describe('PCs', () => {
  const admission = ({ publicKey, fingerprint }: Pick<Signer, 'publicKey' | 'fingerprint'>): Draft =>
    draft('device.registered', `device:${fingerprint}`, { key: publicKey, fingerprint }, { computer: 'Neu' })

  it('enter themselves before the founding only; a PC never brings in another one', () => {
    const fresh = deviceSigner(randomBytes(32))
    expect(
      forged(
        () => fresh,
        () => admission(fresh)
      )
    ).toEqual(['notAppointed'])
    expect(forged(device, () => admission(fresh))).toEqual(['wrongSigner'])
    expect(forged(administrator, () => admission(fresh))).toEqual([])
  })

  it('that the founding does not name count no more after it', async () => {
    const [known, hidden] = [deviceSigner(randomBytes(32)), deviceSigner(randomBytes(32))]
    const leader = await makePerson('leader')
    const document: LedgerExport = { ...original, statements: [], payloads: [] }
    document.statements = []
    forge(document, known, admission(known))
    forge(document, hidden, admission(hidden))
    forge(document, leader.signer, founding(leader.id, leader.keys, [known.fingerprint]))
    forge(document, known, said.settings())
    expect(verdictOf(document).problems).toEqual([])
    forge(document, hidden, said.settings())
    expect(verdictOf(document).problems).toEqual(['5 unknownKey'])
  })

  it('that are lost are turned out like a key, and never come back', () => {
    const document = structuredClone(original)
    const { fingerprint } = built.device
    forge(document, leadership(), said.keyRevoked(`device:${fingerprint}`, fingerprint, built.sequence + 1))
    expect(verdictOf(document).problems).toEqual([])
    const after = forge(document, device(), said.settings())
    expect(verdictOf(document).problems).toEqual([`${after} revokedKey`])
    const again = forge(document, administrator(), admission(built.device))
    expect(verdictOf(document).problems).toContain(`${again} wrongTransition`)
  })

  it("never have a fingerprint that is a person's: it would shut the person out", () => {
    const { sign, seal } = built.leadership.keys
    const both = Buffer.concat([Buffer.from(sign, 'base64url'), Buffer.from(seal, 'base64url')])
    const publicKey = both.toString('base64url')
    const fingerprint = fingerprintOf({ sign: publicKey })
    expect(fingerprint).toBe(built.leadership.signer.fingerprint)
    expect(() => forged(administrator, () => admission({ publicKey, fingerprint }))).toThrow()
    const own = built.administrator.keys.sign
    const fingerprintOfOwn = fingerprintOf({ sign: own })
    expect(forged(administrator, () => admission({ publicKey: own, fingerprint: fingerprintOfOwn }))).toEqual(
      ['wrongTransition']
    )
  })
})

describe('cases', () => {
  const approve = (id: string, decided: number, what: string): Draft =>
    said.decided(id, decided, 'approved', what, built.inDays(14))

  it('four eyes: who proposed does not approve, though they lead the school by now (P21)', () => {
    const document = structuredClone(original)
    forge(document, leadership(), appointment(built.administrator, 'leadership', { deputy: true }))
    const at = forge(document, administrator(), approve(proposed, proposal, plan))
    expect(verdictOf(document).problems).toEqual([`${at} fourEyesBroken`])
  })

  it('a second decision on the same proposal is found (P26)', () => {
    expect(forged(leadership, () => approve(approved, secondProposal, plan))).toEqual(['wrongTransition'])
  })

  it('a decision on another proposal, or for longer than an approval holds, is found (P26)', () => {
    expect(forged(leadership, () => approve(proposed, secondProposal, plan))).toEqual(['wrongTransition'])
    const long = (): Draft => said.decided(proposed, proposal, 'approved', plan, built.inDays(30))
    expect(forged(leadership, long)).toEqual(['wrongTransition'])
  })

  it('changed plan: what was carried out is not what was approved (P26)', () => {
    expect(forged(device, () => said.enforced(approved, otherPlan))).toEqual(['planChanged'])
    expect(forged(device, () => said.enforced(inForce, otherPlan))).toEqual(['planChanged'])
  })

  it('carried out without an approval, or after it has expired, is found (P26)', () => {
    expect(forged(device, () => said.enforced(proposed, plan))).toEqual(['wrongTransition'])
    const late = { time: built.inDays(16) }
    expect(forged(device, () => said.enforced(approved, plan), late)).toEqual(['wrongTransition'])
    expect(forged(device, () => said.expired(approved), late)).toEqual([])
    expect(forged(device, () => said.expired(approved))).toEqual(['wrongTransition'])
  })

  it('lifted without a decision is found', () => {
    expect(forged(device, () => said.lifted(inForce, plan))).toEqual(['wrongTransition'])
  })

  it('a decision that is filed under another case, where nobody looks for it, is found', () => {
    const hidden = { ...said.decided(proposed, proposal, 'refused', null, null), subject: `case:${approved}` }
    expect(forged(leadership, () => hidden)).toEqual(['notReadable'])
  })

  it('a decision that never had its content is found: it would look like an erased one', () => {
    const empty = { ...said.decided(proposed, proposal, 'refused', null, null), payload: null }
    expect(forged(leadership, () => empty as Draft)).toEqual(['notReadable'])
  })
})

describe('time', () => {
  it('backwards is found; that the clock went back may be said, with the time it fell behind', () => {
    const { time } = built.ledger.items.at(-1)!.statement!
    const earlier = { time: '2026-08-03T06:00:00.000Z' }
    const wentBack = (last: string): Draft => draft('clock.wentBack', 'ledger', { last }, null)
    expect(forged(device, () => said.settings(), earlier)).toEqual(['timeBackwards'])
    expect(forged(device, () => wentBack(time), earlier)).toEqual([])
    expect(forged(device, () => wentBack('2026-08-03T06:00:00.000Z'), earlier)).toEqual(['timeBackwards'])
    expect(forged(device, () => wentBack(time))).toEqual(['timeBackwards'])
  })

  it('has one spelling, so that it can be compared', () => {
    expect(forged(device, () => said.settings(), { time: '2026-12-01T07:00:00Z' })).toEqual(['notReadable'])
    expect(forged(device, () => said.settings(), { time: '2026-12-01T07:00:00.0001Z' })).toEqual([
      'notReadable'
    ])
  })
})

describe('a damaged chain', () => {
  it('does not give a revoked person their rights back', () => {
    const document = structuredClone(original)
    const revocation = document.statements.findIndex(({ text }) =>
      text.includes('"kind":"appointment.revoked"')
    )
    // The statement before the revocation goes, so that the revocation no longer fits the chain.
    document.statements.splice(revocation - 1, 1)
    const end = forge(document, formerDeputy.signer, said.heard(proposed))
    const { problems } = verdictOf(document)
    expect(problems).toContain(`${end} notAppointed`)
  })
})
