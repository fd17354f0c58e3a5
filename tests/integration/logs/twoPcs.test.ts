import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EvaluationState } from '../../../src-main/contract/evaluations'
import type { Handlers } from '../../../src-main/contract/handlers'
import { canary, EvaluatingSchool, evaluators } from '../caseFile/evaluatingSchool'
import { own, passphrases } from '../caseFile/sharedSchool'
import { codeOf, until, valueOf } from '../directory/suiteTools'

let stage: EvaluatingSchool
let first: Handlers
let second: Handlers
let order: string

beforeAll(async () => {
  stage = await EvaluatingSchool.open()
}, 180_000)
afterAll(() => stage.close())

beforeEach(async () => {
  order = await stage.sealed()
  first = await stage.as(stage.office, 'eins')
  second = await stage.as(stage.staffRoom, 'zwei')
}, 60_000)

type Asked = NonNullable<EvaluationState['elsewhere']['asked']>

const step = () => ({
  ...{ order, person: stage.ids.eins, passphrase: evaluators.eins, elsewhere: stage.ids.zwei }
})
const stateOf = async (handlers: Handlers): Promise<EvaluationState> =>
  valueOf(await handlers['evaluations.state']({ order }))

/** What the second one sees that is asked of them. */
async function asked(): Promise<Asked> {
  const seen: { asked: Asked | null } = { asked: null }
  await until(async () => {
    seen.asked = (await stateOf(second)).elsewhere.asked
    return seen.asked !== null
  })
  if (seen.asked === null) throw new Error('nothing is asked')
  return seen.asked
}

const release = ({ ask, digest }: Asked, passphrase: string = evaluators.zwei) =>
  second['evaluations.release']({ order, ask, digest, passphrase })

/** Opened by both from their two PCs. */
async function openElsewhere(): Promise<void> {
  valueOf(await first['evaluations.open'](step()))
  valueOf(await release(await asked()))
  await until(async () => (await stateOf(first)).state === 'open')
}

const kindsOf = (): string[] =>
  (stage.office.services.caseFile()?.ledger.about(`order:${order}`) ?? []).map(
    ({ statement, signedBy }) => `${statement.kind} ${signedBy.person === stage.ids.zwei ? 'zwei' : 'eins'}`
  )

/** What a look at the whole ledger finds. */
const problems = async (): Promise<unknown> =>
  (await stage.office.services.caseFile()?.ledger.verify())?.problems

const pseudonym = { kind: 'person', number: 1 } as const
const reason = 'Der Verdacht richtet sich gegen kanarienwort.'
const conclusion = {
  judgment: 'noViolation',
  findings: 'Sechzig Aufrufe einer Spieleseite.',
  notFound: 'Kein Tunnel, keine gesperrten Seiten.',
  summary: 'Der Verdacht ist nicht bestätigt.'
} as const

describe('two PCs and one evaluation', () => {
  it('P21: opens when the second one releases their half at the other PC, with both signatures', async () => {
    const waits = valueOf(await first['evaluations.open'](step()))
    expect(waits).toMatchObject({ state: 'sealed', waiting: { act: 'open' }, session: null })
    const seen = await asked()
    expect(seen).toMatchObject({ by: { person: stage.ids.eins }, what: { act: 'open' } })
    expect(seen.checkNumber).toMatch(/^\d{4} \d{4}$/)
    expect(seen.checkNumber).toBe(waits.elsewhere.waitsFor?.checkNumber)
    const inbox = valueOf(await second['inbox.list'](undefined)).map(({ kind }) => kind)
    expect(inbox).toContain('evaluationAsked')
    const released = valueOf(await release(seen))
    expect(released.elsewhere).toMatchObject({ asked: null, released: { by: { person: stage.ids.eins } } })
    await until(async () => (await stateOf(first)).state === 'open')
    expect(kindsOf().slice(-2)).toEqual(['evaluation.opened eins', 'evaluation.opened zwei'])
    const events = valueOf(
      await first['evaluations.events']({ order, filter: emptyFilter, offset: 0, limit: 100 })
    )
    expect(events.total).toBe(60)
    // The half opens nothing at the PC of the one who has released it.
    expect(codeOf(await second['evaluations.overview']({ order }))).toBe('evaluations.notOpen')
    expect(await stage.exchanges()).not.toMatch(/"kind":"(?:ask|answer|sign|signed|end)"/)
    expect(await problems()).toEqual([])
    valueOf(await first['evaluations.leave']({ order }))
    await until(async () => (await stateOf(second)).elsewhere.released === null)
    expect(await stage.exchanges()).toBe('')
  })

  it('P21, P22: reveals and concludes with what the second one signs at the other PC', async () => {
    await openElsewhere()
    valueOf(await first['evaluations.reveal']({ ...step(), pseudonym, reason }))
    // Whoever owns the database reads neither reason nor name before both have signed.
    const lies = await stage.exchanges()
    expect(lies).not.toContain('kanarienwort')
    for (const form of [canary, Buffer.from(canary).toString('base64').slice(0, -4)])
      expect(lies).not.toContain(form)
    const seen = await asked()
    expect(seen.what).toEqual({ act: 'reveal', pseudonym, reason })
    expect(JSON.stringify(seen)).not.toContain(canary)
    valueOf(await release(seen))
    await until(async () => (await stateOf(first)).revealed.length === 1)
    expect((await stateOf(first)).revealed[0]?.identity).toMatch(/kanarienvogel|m\.muster/)
    expect(kindsOf().slice(-2)).toEqual(['evaluation.revealed eins', 'evaluation.revealed zwei'])

    valueOf(await first['evaluations.close']({ ...step(), ...conclusion }))
    const closing = await asked()
    expect(closing.what).toMatchObject({ act: 'close', ...conclusion })
    valueOf(await release(closing))
    await until(async () => (await stateOf(first)).state === 'closed')
    expect(kindsOf().slice(-4)).toEqual([
      ...['evaluation.recorded eins', 'evaluation.recorded zwei'],
      ...['evaluation.closed eins', 'evaluation.closed zwei']
    ])
    expect(await stateOf(second)).toMatchObject({ state: 'closed', elsewhere: { released: null } })
    expect(await problems()).toEqual([])
  })

  it('P21: lets the second one come and type at the first PC instead', async () => {
    await openElsewhere()
    valueOf(await first['evaluations.reveal']({ ...step(), pseudonym, reason }))
    await asked()
    const here = { order, person: stage.ids.zwei, passphrase: evaluators.zwei, elsewhere: null }
    const state = valueOf(await first['evaluations.reveal']({ ...here, pseudonym, reason }))
    expect(state.revealed).toHaveLength(1)
    await until(async () => (await stateOf(second)).elsewhere.asked === null)
  })

  it('P21: signs although others say something in the ledger all the time', async () => {
    const noise = { goes: true }
    const other = stage.staffRoom.services.caseFile()
    const talk = async (): Promise<void> => {
      while (noise.goes) {
        await other?.recordCopy({ what: 'letter', count: 1, by: stage.ids.zwei })
        await delay(250)
      }
    }
    const talking = talk()
    await openElsewhere().finally(() => (noise.goes = false))
    await talking
    expect(kindsOf().slice(-2)).toEqual(['evaluation.opened eins', 'evaluation.opened zwei'])
  })
})

const emptyFilter = {
  ...{ text: '', pseudonym: null, groups: [], sureties: [], source: null },
  ...{ from: null, until: null, onlyMarked: false, onlyFound: false }
}

describe('nobody alone, and nobody else', () => {
  it('P21: takes no person twice, from whatever PC', async () => {
    const alone = { ...step(), elsewhere: stage.ids.eins }
    expect(codeOf(await first['evaluations.open'](alone))).toBe('evaluations.samePerson')
    // The same person at both PCs sees nothing that is asked of the other one, and cannot answer it.
    valueOf(await first['evaluations.open'](step()))
    const { ask, digest } = await asked()
    const sameAtBoth = await stage.as(stage.staffRoom, 'eins')
    expect((await stateOf(sameAtBoth)).elsewhere.asked).toBeNull()
    const input = { order, ask, digest, passphrase: evaluators.eins }
    expect(codeOf(await sameAtBoth['evaluations.release'](input))).toBe('evaluations.notAsked')
    expect((await stateOf(first)).session).toBeNull()
    valueOf(await first['evaluations.cancel']({ order }))
  })

  it('P20, P25: asks nobody whom the order does not name, and shows nothing to anybody else', async () => {
    const stranger = { ...step(), elsewhere: stage.ids.drei }
    expect(codeOf(await first['evaluations.open'](stranger))).toBe('evaluations.notEvaluator')
    valueOf(await first['evaluations.open'](step()))
    const { ask, digest } = await asked()
    for (const login of ['drei', 'netz', 'leitung']) {
      const other = await stage.as(stage.staffRoom, login)
      const input = { order, ask, digest, passphrase: passphrases.administrator }
      expect(codeOf(await other['evaluations.state']({ order }))).toMatch(
        /^(?:application\.notAllowed|evaluations\.notFound)$/
      )
      expect(codeOf(await other['evaluations.release'](input))).not.toBe('ok')
      const inbox = valueOf(await other['inbox.list'](undefined)).map(({ kind }) => kind)
      expect(inbox).not.toContain('evaluationAsked')
    }
    valueOf(await first['evaluations.cancel']({ order }))
  })

  it('asks for the passphrase at each PC, and for exactly what was shown', async () => {
    expect(codeOf(await first['evaluations.open']({ ...step(), passphrase: 'falsch' }))).toBe(
      'people.wrongPassphrase'
    )
    valueOf(await first['evaluations.open'](step()))
    const seen = await asked()
    expect(codeOf(await release(seen, 'falsch'))).toBe('people.wrongPassphrase')
    expect(codeOf(await release({ ...seen, digest: 'a'.repeat(64) }))).toBe('evaluations.otherAct')
    expect(kindsOf().filter((kind) => kind.startsWith('evaluation.'))).toEqual([])
    valueOf(await first['evaluations.cancel']({ order }))
    await until(async () => (await stateOf(second)).elsewhere.asked === null)
    expect(codeOf(await release(seen))).toBe('evaluations.notAsked')
  })

  it('hears that the second one declines', async () => {
    valueOf(await first['evaluations.open'](step()))
    const { ask } = await asked()
    const state = valueOf(await second['evaluations.decline']({ order, ask }))
    expect(state.elsewhere.asked).toBeNull()
    await until(async () => (await stateOf(first)).waiting === null)
    expect((await stateOf(first)).elsewhere.failure?.code).toBe('evaluations.declined')
  })

  it('closes at once when the second one takes back what they have released', async () => {
    await openElsewhere()
    valueOf(await second['evaluations.takeBack']({ order }))
    await until(async () => (await stateOf(first)).state === 'sealed')
    expect((await stateOf(first)).elsewhere.failure?.code).toBe('evaluations.takenBack')
    expect(codeOf(await first['evaluations.overview']({ order }))).toBe('evaluations.notOpen')
    expect(codeOf(await second['evaluations.takeBack']({ order }))).toBe('evaluations.notOpen')
  })

  it('ends what waits when whoever has asked signs out', async () => {
    valueOf(await first['evaluations.open'](step()))
    const seen = await asked()
    valueOf(await stage.office.services.handlers['session.signOut'](undefined))
    expect(codeOf(await release(seen))).toMatch(/evaluations\.(?:notAsked|otherPcSilent|nobodyWaits)/)
    valueOf(await stage.office.services.handlers['session.signIn']({ login: 'eins', password: own }))
    expect((await stateOf(first)).session).toBeNull()
  })

  it('P21: whoever can write to the database puts no key of their own into an ask', async () => {
    valueOf(await first['evaluations.open'](step()))
    const seen = await asked()
    const { database } = stage.database.location
    // The passing key of the asking PC, exchanged: the signature does not fit any more.
    await stage.postgres.ask(
      database,
      `update netzwart.exchanges set content = regexp_replace(content, 'publicKey\\\\":\\\\"[^\\\\]{43}', 'publicKey\\":\\"${'A'.repeat(43)}')`
    )
    expect(await stage.exchanges()).toContain('A'.repeat(43))
    expect((await stateOf(second)).elsewhere.asked).toBeNull()
    expect(codeOf(await release(seen))).toBe('evaluations.notAsked')
    valueOf(await first['evaluations.cancel']({ order }))
  })

  it('P21: an answer is taken once, and one of another thread opens nothing', async () => {
    const copies = 'copies_of_exchanges'
    const { database } = stage.database.location
    // Whoever owns the database keeps a copy of everything that is ever said.
    await stage.postgres.ask(
      database,
      `create table ${copies} as select * from netzwart.exchanges;
       create function keep_copy() returns trigger language plpgsql security definer as $$
       begin insert into public.${copies} select new.*; return new; end $$;
       create trigger copying after insert on netzwart.exchanges for each row execute function keep_copy()`
    )
    await openElsewhere()
    valueOf(await first['evaluations.leave']({ order }))
    const copied = JSON.stringify(await stage.postgres.ask(database, `select * from ${copies}`))
    for (const kind of ['ask', 'answer', 'sign', 'signed', 'end', 'session'])
      expect(copied).toContain(`"kind":"${kind}"`)
    for (const name of [canary, 'Änne', 'Auswerter']) expect(copied).not.toContain(name)
    const before = kindsOf()
    valueOf(await first['evaluations.open'](step()))
    await asked()
    await stage.postgres.ask(
      database,
      `insert into netzwart.exchanges select id || 'x', (select thread from netzwart.exchanges where kind = 'ask'), kind, content, '2999-01-01T00:00:00.000Z'
       from ${copies} where kind = 'answer'; notify netzwart, 'somebody exchanges'`
    )
    await until(async () => !(await stage.exchanges()).includes('"kind":"answer"'))
    expect(await stateOf(first)).toMatchObject({ state: 'sealed', session: null })
    expect(kindsOf()).toEqual(before)
    valueOf(await first['evaluations.cancel']({ order }))
    await stage.postgres.ask(database, `drop trigger copying on netzwart.exchanges`)
  })

  it('P20, P21: ends with the appointment of whoever is asked, and with the order', async () => {
    order = await stage.sealed('drei')
    first = await stage.as(stage.office, 'eins')
    const third = { ...step(), elsewhere: stage.ids.drei }
    valueOf(await first['evaluations.open'](third))
    second = await stage.as(stage.staffRoom, 'drei')
    const { ask, digest } = await asked()
    const leadership = await stage.as(stage.staffRoom, 'leitung')
    const { appointments } = valueOf(await leadership['people.appointments'](undefined))
    const appointment = appointments.find(({ person }) => person === stage.ids.drei)?.id ?? ''
    valueOf(
      await leadership['people.revoke']({
        ...{ appointment, reason: 'Wechselt die Schule.', passphrase: passphrases.leadership }
      })
    )
    const revoked = await stage.as(stage.staffRoom, 'drei')
    const input = { order, ask, digest, passphrase: evaluators.drei }
    expect(codeOf(await revoked['evaluations.release'](input))).toMatch(
      /^(?:application\.notAllowed|evaluations\.notFound)$/
    )
    expect(codeOf(await first['evaluations.open'](third))).toBe('evaluations.notEvaluator')
    valueOf(await first['evaluations.cancel']({ order }))

    order = await stage.sealed()
    first = await stage.as(stage.office, 'eins')
    second = await stage.as(stage.staffRoom, 'zwei')
    await openElsewhere()
    const leading = await stage.as(stage.staffRoom, 'leitung')
    const { version } = valueOf(await leading['orders.order']({ order }))
    valueOf(
      await leading['orders.withdraw']({
        ...{ order, version, reason: 'Der Verdacht hat sich erledigt.', passphrase: passphrases.leadership }
      })
    )
    await until(async () => (await stateOf(first)).state === 'ended')
    await until(async () => (await stage.exchanges()) === '')
  })
})
