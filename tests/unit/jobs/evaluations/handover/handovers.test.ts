import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../../../src-main/contract/ledger'
import type { Result } from '../../../../../src-main/contract/result'
import { bodyOf } from '../../../../../src-main/core/ledger'
import { HandoverSchool, sealedText } from '../../../support/handoverSchool'
import { valueOf } from '../../../support/sanctionsSchool'
import { verifyInApp, verifyStandingAlone } from '../../../support/verifiers'
import { unzipped } from '../../../support/unzipped'

const ends: (() => Promise<void>)[] = []
let school: HandoverSchool
let identity: string
let recipient: string

beforeAll(async () => {
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
})
beforeEach(async () => {
  school = await HandoverSchool.open((end) => void ends.push(end))
}, 60_000)
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

function codeOf(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.failure.code
}

async function decrypted(bytes: Uint8Array, secret = identity): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(secret)
  return decrypter.decrypt(bytes)
}

const bundle = (): Uint8Array => school.written.get('Uebergabe.zip.age') ?? new Uint8Array()
const said = (): string[] => school.stage.said.filter((kind) => kind.startsWith('handover.'))

describe('P23, P26: the leadership decides to whom evidence is handed over', () => {
  it('signs authority, reference, reason and the keys', async () => {
    const decided = valueOf(await school.decide([recipient]))
    expect(decided).toMatchObject({
      state: 'decided',
      decision: {
        ...{ authority: 'Polizeiinspektion Musterstadt', reference: '1234/26', recipients: [recipient] },
        reason: 'Eine Straftat ist angezeigt.'
      },
      may: { decide: true, make: false }
    })
    expect(said()).toEqual(['handover.decided'])
  })

  it('encrypts to nobody by no way, and to nothing that is no key', async () => {
    expect(codeOf(await school.decide([]))).toBe('handovers.recipientMissing')
    const mistyped = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`
    for (const wrong of ['polizei@example.org', mistyped, recipient.slice(0, -1), recipient.toUpperCase()])
      expect(codeOf(await school.decide([wrong]))).toBe('handovers.recipientUnknown')
    expect(codeOf(await school.decide([recipient, 'age1x']))).toBe('handovers.recipientUnknown')
    expect(said()).toEqual([])
  })

  it('takes no secret key, and does not say it again', async () => {
    const refused = await school.decide([identity])
    expect(codeOf(refused)).toBe('handovers.recipientSecret')
    expect(JSON.stringify(refused)).not.toContain(identity)
  })

  it('is for nobody who evaluates, and not for a wrong passphrase', async () => {
    const { first } = school.stage
    expect(codeOf(await school.decide([recipient], {}, first))).not.toBe('ok')
    expect(codeOf(await school.decide([recipient], { passphrase: 'falsch' }))).toBe('people.wrongPassphrase')
    expect(said()).toEqual([])
  })

  it('needs the conclusion that it is to be handed over', async () => {
    const other = await HandoverSchool.open((end) => void ends.push(end), 'violation')
    expect(codeOf(await other.decide([recipient]))).toBe('handovers.notConcluded')
    expect(valueOf(await other.state())).toMatchObject({ state: 'notConcluded', may: { make: false } })
  }, 60_000)

  it('is over when the evidence is destroyed', async () => {
    await school.destroy()
    expect(codeOf(await school.decide([recipient]))).toBe('handovers.destroyed')
    expect(valueOf(await school.state(school.leader))).toMatchObject({ state: 'destroyed' })
  })
})

describe('P21: two of the evaluators make the bundle', () => {
  it('which waits for them, and for nobody else, from the decision until it is made', async () => {
    const { first, second } = school.stage
    const waiting = () => [first, second, school.leader].map((one) => school.waiting(one))
    expect(waiting()).toEqual([[], [], []])
    valueOf(await school.decide([recipient]))
    expect(waiting()).toEqual([['handoverToMake'], ['handoverToMake'], []])
    valueOf(await school.both())
    expect(waiting()).toEqual([[], [], []])
    // Another decision asks for another bundle.
    valueOf(await school.decide([recipient]))
    expect(school.waiting(first)).toEqual(['handoverToMake'])
  })

  it('none of them alone, and nobody before the leadership has decided', async () => {
    expect(codeOf(await school.both())).toBe('handovers.notDecided')
    valueOf(await school.decide([recipient]))
    const alone = valueOf(await school.step(school.stage.first))
    expect(alone).toMatchObject({ file: null, state: { waiting: { person: {} }, state: 'decided' } })
    expect(codeOf(await school.step(school.stage.first))).toBe('evaluations.samePerson')
    expect([school.written.size, said()]).toEqual([0, ['handover.decided']])
  })

  it('not the leadership, and nobody with a wrong passphrase', async () => {
    valueOf(await school.decide([recipient]))
    expect(codeOf(await school.step(school.leader))).toBe('evaluations.notEvaluator')
    expect(codeOf(await school.step(school.stage.first, {}, school.leader))).toBe('orders.notFound')
    valueOf(await school.step(school.stage.first))
    const wrong = await school.step(school.stage.second, { passphrase: 'falsch' })
    expect(codeOf(wrong)).toBe('people.wrongPassphrase')
    expect(school.written.size).toBe(0)
  })

  it('not on a decision that has changed meanwhile', async () => {
    valueOf(await school.decide([recipient]))
    const { decision } = valueOf(await school.state())
    valueOf(await school.step(school.stage.first))
    const other = await identityToRecipient(await generateX25519Identity())
    valueOf(await school.decide([other]))
    const late = await school.step(school.stage.second, { handover: decision?.handover ?? '' })
    expect(codeOf(late)).toBe('handovers.changed')
    expect(codeOf(await school.step(school.stage.second))).toBe('ok')
    expect(school.written.size).toBe(0)
  })

  it('not when the evidence is destroyed while one waits', async () => {
    valueOf(await school.decide([recipient]))
    valueOf(await school.step(school.stage.first))
    await school.destroy()
    expect(codeOf(await school.step(school.stage.second))).toBe('handovers.destroyed')
    expect(said()).toEqual(['handover.decided'])
  })

  it('says and writes nothing when no place is chosen', async () => {
    valueOf(await school.decide([recipient]))
    school.choosePlace = () => null
    expect(valueOf(await school.both())).toMatchObject({ file: null, state: { waiting: null } })
    expect(said()).toEqual(['handover.decided'])
  })

  it('both sign what was made before it is written, each copy anew', async () => {
    valueOf(await school.decide([recipient]))
    const made = valueOf(await school.both())
    expect(made.file).toBe('Uebergabe.zip.age')
    expect(made.state).toMatchObject({
      state: 'made',
      made: [{ digest: createHash('sha256').update(bundle()).digest('hex'), bytes: bundle().length }]
    })
    valueOf(await school.both())
    expect(said()).toEqual(['handover.decided', ...Array.from({ length: 4 }, () => 'handover.made')])
    expect(valueOf(await school.state()).made).toHaveLength(2)
  })
})

describe('P22, P23: the bundle', () => {
  let files: Map<string, Buffer>

  beforeEach(async () => {
    const second = await generateX25519Identity()
    valueOf(await school.decide([recipient, await identityToRecipient(second)]))
    valueOf(await school.both())
    files = await unzipped(await decrypted(bundle()))
    expect(await decrypted(bundle(), second)).toHaveLength((await decrypted(bundle())).length)
  })

  it('opens for its recipients alone', async () => {
    const stranger = await generateX25519Identity()
    await expect(decrypted(bundle(), stranger)).rejects.toThrow(/no identity matched/)
    expect(Buffer.from(bundle()).toString('latin1')).not.toMatch(/kanarie|Protokoll|hashes/)
  })

  it('holds evidence, protocol, transfer record, journal, how to open it, and the hash of each', async () => {
    expect([...files.keys()].sort()).toEqual([
      ...['LIESMICH.txt', 'auswertungsprotokoll.pdf', 'beweismittel.jsonl.gz', 'hashes.txt'],
      ...['journal.json', 'uebergabeprotokoll.pdf']
    ])
    expect(gunzipSync(files.get('beweismittel.jsonl.gz') ?? '').toString()).toBe(sealedText)
    const lines = (files.get('hashes.txt') ?? '').toString().split('\n')
    const hashes = lines.filter((line) => /^[0-9a-f]{64} {2}/.test(line))
    expect(hashes).toHaveLength(5)
    for (const line of hashes) {
      const [hash, name] = line.split('  ')
      expect(
        createHash('sha256')
          .update(files.get(name ?? '') ?? '')
          .digest('hex')
      ).toBe(hash)
    }
    const { ledger } = school.stage.school
    const sealed = ledger.ofKind('evidence.sealed')[0]
    if (sealed === undefined) throw new Error('nothing was sealed')
    expect(lines.join('\n')).toContain(bodyOf(sealed.statement, 'evidence.sealed').digest)
  })

  it('has what both have signed of each file', () => {
    const { ledger } = school.stage.school
    const [made] = ledger.ofKind('handover.made')
    const told = made === undefined ? null : ledger.payloadOf(made)
    expect(told?.['files']).toHaveLength(6)
    for (const { name, sha256 } of told?.['files'] as { name: string; sha256: string }[])
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex')
      ).toBe(sha256)
  })

  it('has a journal that both verifiers find sound, with contents of this order alone', () => {
    const journal = JSON.parse((files.get('journal.json') ?? '').toString()) as LedgerExport
    const verdict = verifyInApp(journal)
    expect(verifyStandingAlone(journal)).toEqual(verdict)
    expect(verdict.problems).toEqual([])
    expect(journal.withheld?.payloads).toBeGreaterThan(0)
    const about = journal.statements.map(({ text }) => JSON.parse(text) as Record<string, string>)
    const open = new Set(journal.payloads.map(({ hash }) => hash))
    const read = about.filter((one) => open.has(one['payload'] ?? ''))
    const elsewhere = read.filter(({ subject }) => subject !== `order:${school.order}`)
    expect([...new Set(elsewhere.map(({ kind }) => kind))]).toEqual(['founding', 'appointment.made'])
  })

  it('has lines for both to sign on', () => {
    const record = (files.get('uebergabeprotokoll.pdf') ?? '').toString()
    expect(record).toContain('Empfangen: Name, Dienststelle')
    expect(record.match(/Übergeben\s*</g)).toHaveLength(2)
    expect(record).toContain(recipient)
  })
})
