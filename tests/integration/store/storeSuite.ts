import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src-main/contract/plan'
import { fail, succeed } from '../../../src-main/contract/result'
import { hashPlan } from '../../../src-main/core/plan'
import type {
  CopiedRow,
  Exchange,
  KeptEvidence,
  StatementRow,
  StepRecord,
  Store
} from '../../../src-main/world/store/port'
import {
  appendOne,
  at,
  samplePayload,
  samplePlan,
  sampleRecord,
  sampleStatement,
  valueOf
} from '../../unit/support/storeSamples'

/** An empty place for a store. */
export interface StorePlace {
  readonly kind: Store['kind']
  open(): Promise<Store>
  remove(): Promise<void>
}

/** What every store must do, whatever lies under it. */
export function storeSuite(makePlace: () => Promise<StorePlace>): void {
  let place: StorePlace
  let store: Store

  beforeEach(async () => {
    place = await makePlace()
    store = await place.open()
  })

  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  async function reopen(): Promise<void> {
    await store.close()
    store = await place.open()
  }

  describe('the plan journal', () => {
    it('keeps plans as they are, so that their hash still fits', async () => {
      const kept = samplePlan(['m.muster', 'a.ärger\u0000😀'])
      const hash = hashPlan(kept)
      await store.addPlan(kept, hash, { leavers: 3, governed: 20 }, at)
      await store.addPlan(kept, hash, null, at)
      await reopen()
      const found = await store.findPlan(hash)
      expect(found).toEqual({
        hash,
        plan: kept,
        createdAt: at,
        state: 'planned',
        stoppedBy: null,
        confirmation: { leavers: 3, governed: 20 }
      })
      expect(hashPlan(found!.plan)).toBe(hash)
      expect(await store.findHashes(hash.slice(0, 6))).toEqual([hash])
      expect(await store.findHashes(hash.slice(0, 3))).toEqual([])
      expect(await store.findHashes("' or 1=1")).toEqual([])
      expect(await store.findPlan('0'.repeat(64))).toBeNull()
      const stoppedBy = { code: 'directory.timeout', parameters: {} } as const
      await store.setPlanState(hash, 'interrupted', stoppedBy)
      const listed = await store.listPlans({ jobs: ['accounts'], words: [], offset: 0, limit: 5 })
      expect(listed).toMatchObject({ total: 1, plans: [{ hash, state: 'interrupted', stoppedBy }] })
    })

    it('lists the plans of one job, by page and by words, with their steps counted', async () => {
      const timeOf = (minute: number): string => `2026-11-22T08:${String(minute).padStart(2, '0')}:00.000Z`
      const oldest = samplePlan(['m.älteste', 'a.100%_neu', 'n.NUL\u0000\ud800'])
      await store.addPlan(oldest, hashPlan(oldest), null, timeOf(0))
      for (let minute = 1; minute <= 30; minute += 1) {
        const theirs: Plan = { ...samplePlan([`fall-${minute}`]), job: 'sanctions' }
        await store.addPlan(theirs, hashPlan(theirs), null, timeOf(minute))
      }
      const newest = samplePlan(['n.neueste'])
      await store.addPlan(newest, hashPlan(newest), null, timeOf(31))
      const hash = hashPlan(oldest)
      await store.record(hash, [sampleRecord('1', 'started'), sampleRecord('2', 'started')])
      await store.record(hash, [sampleRecord('1', 'done', 'id-1')])

      const list = (words: readonly string[], offset = 0, limit = 10): ReturnType<Store['listPlans']> =>
        store.listPlans({ jobs: ['accounts'], words, offset, limit })
      const { total, plans } = await list([])
      expect([total, plans.map((one) => one.hash)]).toEqual([2, [hashPlan(newest), hash]])
      expect(plans[0]).toMatchObject({ subject: 'n.neueste', outcomes: {} })
      expect(plans[1]).toEqual({
        hash,
        head: { format: 1, job: 'accounts', day: '2026-11-22', basis: { rows: 1 }, undoes: null },
        createdAt: timeOf(0),
        state: 'planned',
        stoppedBy: null,
        confirmation: null,
        tallies: [{ kind: 'create', schoolClass: '7b', count: 3 }],
        subject: null,
        outcomes: { done: 1, started: 1 }
      })
      expect((await list([], 1, 1)).plans.map((one) => one.hash)).toEqual([hash])
      const found = async (...words: string[]): Promise<number> => (await list(words)).total
      expect(await found('Neueste')).toBe(1)
      expect(await found('neu')).toBe(2)
      expect(await found('100%_', '7b')).toBe(1)
      expect(await found('älteste', 'neueste')).toBe(0)
      for (const written of ['ÄLTESTE', 'aelteste', 'alteste'])
        expect([written, await found(written)]).toEqual([written, 1])
      expect([await found('%'), await found('fall'), await found("'"), await found('!')]).toEqual([
        1, 0, 0, 0
      ])
    })

    it('finds names in every way of writing them', async () => {
      const names = [
        'Groß',
        'Müller',
        'Mueller',
        'José',
        'Şahin',
        'Yıldırım',
        'Łukasz',
        'Æbeltoft',
        'O’Neill'
      ]
      for (const [minute, name] of names.entries()) {
        const plan = samplePlan([name])
        await store.addPlan(plan, hashPlan(plan), null, `2026-11-22T08:0${minute}:00.000Z`)
      }
      const found = async (word: string): Promise<readonly (string | null)[]> => {
        const { plans } = await store.listPlans({ jobs: ['accounts'], words: [word], offset: 0, limit: 20 })
        return plans.map(({ subject }) => subject).toReversed()
      }
      for (const word of ['Groß', 'gross', 'GROSS', 'GROẞ', 'roß'])
        expect(await found(word)).toEqual(['Groß'])
      for (const word of ['Müller', 'mueller', 'MUELLER'])
        expect(await found(word)).toEqual(['Müller', 'Mueller'])
      expect(await found('Muller')).toEqual(['Müller'])
      for (const word of ['José', 'jose', 'JOSE\u0301']) expect(await found(word)).toEqual(['José'])
      for (const word of ['Şahin', 'sahin', 'ŞAHİN']) expect(await found(word)).toEqual(['Şahin'])
      for (const word of ['yildirim', 'YILDIRIM']) expect(await found(word)).toEqual(['Yıldırım'])
      for (const word of ['lukasz', 'ŁUKASZ']) expect(await found(word)).toEqual(['Łukasz'])
      for (const word of ['aebel', "o'neill"]) expect(await found(word)).toHaveLength(1)
    })

    it('answers the latest record of each step and the history of a target', async () => {
      const kept = samplePlan(['m.muster', 'a.alt'])
      const hash = hashPlan(kept)
      await store.addPlan(kept, hash, null, at)
      await store.record(hash, [sampleRecord('1', 'started'), sampleRecord('2', 'started')])
      await store.record(hash, [
        sampleRecord('1', 'done', 'id-1'),
        {
          ...sampleRecord('2', 'failed'),
          failure: { code: 'directory.noRights', parameters: { reason: 'x' } }
        }
      ])
      const steps = await store.readSteps(hash)
      expect(steps.get('1')).toEqual(sampleRecord('1', 'done', 'id-1'))
      expect(steps.get('2')?.failure).toEqual({ code: 'directory.noRights', parameters: { reason: 'x' } })
      expect(await store.historyOf('id-1')).toEqual([
        { plan: hash, step: kept.steps[0], record: sampleRecord('1', 'done', 'id-1') }
      ])
      expect(await store.historyOf('id-2')).toEqual([])
    })

    it('tells what was done to a target since a step was first begun, whatever the clocks say', async () => {
      const begin = async (day: string, outcome: StepRecord['outcome']): Promise<string> => {
        const plan = { ...samplePlan(['m.muster']), day }
        const hash = hashPlan(plan)
        await store.addPlan(plan, hash, null, at)
        await store.record(hash, [sampleRecord('1', outcome, 'id-3')])
        return hash
      }
      await begin('2026-01-01', 'done')
      const open = await begin('2026-01-02', 'started')
      const later = await begin('2026-01-03', 'done')
      // Gone on with: begun again, after the other.
      await store.record(open, [sampleRecord('1', 'started', 'id-3')])
      const since = await store.historyOf('id-3', { plan: open, step: '1' })
      expect(since.map(({ plan }) => plan)).toEqual([later])
    })

    it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
      ['a head that is no JSON', { head: '{' }, []],
      ['a head that is none', { head: '{"job":"accounts"}' }, []],
      ['a head that is a list', { head: '["accounts"]' }, []],
      ['a head that goes too deep', { head: headOf({ basis: tooDeep }) }, []],
      ['a state that there is not', { state: 'gone' }, []],
      ['a reason to stop that is no JSON', { stopped_by: 'x' }, []],
      ['a confirmation that is none', { confirmation: '{"leavers":"all"}' }, []],
      ['a step that is no JSON', {}, ['neueste']],
      ['a step that is a word', {}, ['"neueste"']],
      ['a step without a target', {}, ['{"id":"1","kind":"create"}']],
      ['a step whose kind is none', {}, [bodyOf({ kind: null })]],
      ['a step whose class is none', {}, [bodyOf({ target: { schoolClass: null } })]],
      ['a step whose label is none', {}, [bodyOf({ target: { label: null } })]],
      ['a step that goes too deep', {}, [`{"kind":"create","target":${tooDeep}}`]]
    ])('is listed without what is damaged: %s', async (_name, head, bodies) => {
      const sound = ['neueste', 'neu'].map((name) => samplePlan([name]))
      for (const plan of sound) await store.addPlan(plan, hashPlan(plan), null, at)
      const rows = await copyOf(store)
      const damagedHash = '0'.repeat(64)
      const rest = { undoes: null, state: 'planned', stopped_by: null, confirmation: null, ...head }
      const created = '2099-01-01T00:00:00.000Z'
      const damaged: CopiedRow[] = [
        { table: 'plans', row: { hash: damagedHash, head: headOf({}), created_at: created, ...rest } },
        ...bodies.map((body, place): CopiedRow => {
          return { table: 'plan_steps', row: { plan: damagedHash, place, step: '1', body } }
        })
      ]
      const second = await makePlace()
      const target = await second.open()
      try {
        const ofTable = (table: string): CopiedRow[] =>
          [...rows, ...damaged].filter((copied) => copied.table === table)
        const others = rows.filter(({ table }) => table !== 'plans' && table !== 'plan_steps')
        const all = [...ofTable('plans'), ...ofTable('plan_steps'), ...others]
        expect(await target.copyIn(streamOf(all))).toEqual(succeed(undefined))
        const query = { jobs: ['accounts'], words: [], offset: 0 }
        const { total, plans } = await target.listPlans({ ...query, limit: 10 })
        expect(plans.map(({ hash }) => hash).sort()).toEqual(sound.map(hashPlan).sort())
        expect(total).toBe(2)
        expect(plans[0]).toMatchObject({ tallies: [{ kind: 'create', schoolClass: '7b', count: 1 }] })
        // It takes nobody's place on a page, either.
        expect((await target.listPlans({ ...query, limit: 1 })).plans).toHaveLength(1)
        const found = await target.listPlans({ ...query, words: ['neueste'], limit: 10 })
        expect(found.plans.map(({ hash }) => hash)).toEqual([hashPlan(samplePlan(['neueste']))])
        expect(await target.findPlan(damagedHash)).toBeNull()
      } finally {
        await target.close()
        await second.remove()
      }
    })

    it('knows one undo for a plan and no second one', async () => {
      const original = samplePlan(['x'])
      const hash = hashPlan(original)
      const undo = samplePlan(['x'], hash)
      await store.addPlan(original, hash, null, at)
      expect(await store.findUndo(hash)).toBeNull()
      await store.addPlan(undo, hashPlan(undo), null, at)
      expect(await store.findUndo(hash)).toBe(hashPlan(undo))
      const second = { ...undo, day: '2026-11-23' }
      await expect(store.addPlan(second, hashPlan(second), null, at)).rejects.toThrow()
    })

    it('refuses records of steps that the plan does not have, whole transaction', async () => {
      const kept = samplePlan(['x'])
      const hash = hashPlan(kept)
      await store.addPlan(kept, hash, null, at)
      const records = [sampleRecord('1', 'started'), sampleRecord('9', 'started')]
      await expect(store.record(hash, records)).rejects.toThrow()
      expect((await store.readSteps(hash)).size).toBe(0)
    })

    it('writes thousands of steps at once', async () => {
      const kept = samplePlan(Array.from({ length: 4_500 }, (_, index) => `login${index}`))
      const hash = hashPlan(kept)
      await store.addPlan(kept, hash, null, at)
      await store.record(
        hash,
        kept.steps.map((step) => sampleRecord(step.id, 'done'))
      )
      expect((await store.findPlan(hash))?.plan.steps).toEqual(kept.steps)
      expect((await store.readSteps(hash)).size).toBe(4_500)
    })

    it('keeps sealed secrets until they are destroyed or their step opens nothing', async () => {
      const kept = samplePlan(['x', 'y', 'z'])
      const hash = hashPlan(kept)
      const sealed = new Uint8Array([0, 255, 10, 13, 92, 39, 128])
      await store.addPlan(kept, hash, null, at)
      const secrets = ['1', '2', '3'].map((step) => ({ plan: hash, step, login: `login-${step}`, sealed }))
      await store.record(
        hash,
        secrets.map(({ step }) => sampleRecord(step, 'started')),
        secrets
      )
      await reopen()
      const found = await store.listSecrets()
      expect(found).toEqual(secrets.map((secret) => ({ ...secret, at })))
      await store.record(hash, [sampleRecord('1', 'done'), sampleRecord('2', 'failed')])
      expect((await store.listSecrets()).map(({ step }) => step)).toEqual(['1', '3'])
      await store.destroySecrets([{ plan: hash, step: '3' }])
      expect((await store.listSecrets()).map(({ step }) => step)).toEqual(['1'])
    })
  })

  describe('register and documents', () => {
    it('blocks logins by the last day they were seen, and forgets those that were never used', async () => {
      await store.rememberLogins(['b', 'a'], '2026-01-02')
      await store.rememberLogins(['a'], '2026-01-03')
      await store.rememberLogins(['b'], '2025-01-01')
      expect(await store.usedLogins()).toEqual([
        { login: 'a', lastSeen: '2026-01-03' },
        { login: 'b', lastSeen: '2026-01-02' }
      ])
      await store.forgetLogins(['a'])
      expect((await store.usedLogins()).map(({ login }) => login)).toEqual(['b'])
      await store.rememberLogins([], '2026-01-03')
      await store.forgetLogins([])
    })

    it('remembers birth dates and due suspensions by account', async () => {
      await store.rememberBirthDates(new Map([['id', '2012-03-04']]))
      await store.rememberBirthDates(new Map([['id', '2012-03-05']]))
      await store.rememberBirthDates(new Map())
      expect(await store.birthDates()).toEqual(new Map([['id', '2012-03-05']]))
      await store.rememberSuspension('id', at)
      expect(await store.dueSuspensions()).toEqual(new Map([['id', at]]))
      await store.forgetSuspension('id')
      expect(await store.dueSuspensions()).toEqual(new Map())
    })

    it('keeps documents', async () => {
      expect(await store.readDocument('settings')).toEqual(succeed(undefined))
      await store.writeDocument('settings', { a: 1 })
      await store.writeDocument('settings', { a: [null, 'ü\u0000'] })
      expect(await store.readDocument('settings')).toEqual(succeed({ a: [null, 'ü\u0000'] }))
      await store.deleteDocument('settings')
      expect(await store.readDocument('settings')).toEqual(succeed(undefined))
    })
  })

  describe('the ledger', () => {
    it('gives statements back byte for byte and in order, by stretches', async () => {
      expect(await store.readStatements(0, 10)).toEqual([])
      const words = '{"a":"ü 😀 \\u0000 \\" \' \\\\"}'
      const rows = [1, 2, 3, 4].map((sequence) => sampleStatement(sequence, words))
      const payloads = [samplePayload('eins'), samplePayload('zwei')]
      const appended = await store.append(0, () =>
        succeed({ appendix: { statements: rows, payloads }, value: 'written' })
      )
      expect(appended).toEqual(succeed('written'))
      await reopen()
      expect(await store.readStatements(0, 10)).toEqual(rows)
      expect(await store.readStatements(1, 2)).toEqual(rows.slice(1, 3))
      expect(await store.readStatements(4, 2)).toEqual([])
      const hashes = [...payloads.map(({ hash }) => hash), 'f'.repeat(64)]
      const found = await store.readPayloads(hashes)
      expect(found.toSorted(byText)).toEqual(payloads.toSorted(byText))
      expect(await store.readPayloads([])).toEqual([])
    })

    it('hands over what is above the known statements, and the time of the store', async () => {
      for (const words of ['eins', 'zwei', 'drei']) await appendOne(store, words)
      const seen: { fresh: readonly StatementRow[]; time: string }[] = []
      const before = Date.now()
      valueOf(
        await store.append(1, (fresh, time) => {
          seen.push({ fresh, time })
          return succeed({ appendix: { statements: [], payloads: [] }, value: null })
        })
      )
      expect(seen.map(({ fresh }) => fresh.map(({ sequence }) => sequence))).toEqual([[2, 3]])
      expect(seen[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      expect(Math.abs(Date.parse(seen[0]!.time) - before)).toBeLessThan(5_000)
    })

    it('writes nothing when composing fails or throws, or a row does not fit', async () => {
      await appendOne(store, 'eins')
      expect(await store.append(0, () => fail('application.busy'))).toEqual(fail('application.busy'))
      const bug = store.append(0, () => {
        throw new Error('bug')
      })
      await expect(bug).rejects.toThrow('bug')
      const twice = store.append(0, () => {
        const statements = [sampleStatement(2), sampleStatement(1)]
        return succeed({ appendix: { statements, payloads: [samplePayload('x')] }, value: null })
      })
      await expect(twice).rejects.toThrow()
      expect((await store.readStatements(0, 10)).map(({ sequence }) => sequence)).toEqual([1])
      expect(await store.readPayloads([samplePayload('x').hash])).toEqual([])
      expect(valueOf(await appendOne(store, 'zwei')).sequence).toBe(2)
    })

    it('lets appends at the same time come one after the other', async () => {
      const words = Array.from({ length: 25 }, (_, index) => `Satz ${index}`)
      const appended = await Promise.all(words.map((text) => appendOne(store, text)))
      const numbers = appended.map((result) => valueOf(result).sequence)
      expect(numbers.toSorted((left, right) => left - right)).toEqual(words.map((_, index) => index + 1))
      expect(await store.readStatements(0, 100)).toHaveLength(25)
    })

    it('keeps sealed keys by fingerprint and person, the newest first', async () => {
      const key = {
        fingerprint: 'a'.repeat(64),
        person: 'person-1',
        description: '{"kdf":"argon2id"}',
        sealed: new Uint8Array([0, 1, 254, 255]),
        createdAt: at
      }
      const newer = { ...key, fingerprint: 'b'.repeat(64), createdAt: '2026-11-23T08:00:00.000Z' }
      const other = { ...key, fingerprint: 'c'.repeat(64), person: 'person-2' }
      for (const kept of [key, newer, other]) await store.keepKey(kept)
      await reopen()
      expect(await store.findKey(key.fingerprint)).toEqual(key)
      expect(await store.findKey('d'.repeat(64))).toBeNull()
      expect(await store.keysOf('person-1')).toEqual([newer, key])
      expect(await store.keysOf('person-3')).toEqual([])
      await expect(store.keepKey({ ...key, person: 'person-3' })).rejects.toThrow()
    })
  })

  describe('sealed evidence', () => {
    it('is kept whole, listed and found again', async () => {
      const kept = sampleEvidence(1)
      await store.keepEvidence(kept)
      await store.keepEvidence({ ...sampleEvidence(2), parts: [] })
      await expect(store.keepEvidence({ ...sampleEvidence(1), head: 'x' })).rejects.toThrow()
      await reopen()
      expect(await store.listEvidence()).toEqual([
        { id: 'evidence-1', order: 'order-1', createdAt: at },
        { id: 'evidence-2', order: 'order-2', createdAt: at }
      ])
      const found = await store.findEvidence('evidence-1')
      expect({ ...found, parts: [] }).toEqual({ ...kept, parts: [] })
      expect(found?.parts.map((part) => Buffer.from(part).equals(kept.parts[0]!))).toEqual([
        true,
        false,
        false
      ])
      expect(found?.parts.map(({ length }) => length)).toEqual([262_144, 262_144, 5])
      expect((await store.findEvidence('evidence-2'))?.parts).toEqual([])
      expect(await store.findEvidence('evidence-3')).toBeNull()
    })

    it('leaves nothing when it is destroyed, and nothing of others', async () => {
      await store.keepEvidence(sampleEvidence(1))
      await store.keepEvidence(sampleEvidence(2))
      expect(await store.destroyEvidence('evidence-1')).toBe(true)
      expect(await store.destroyEvidence('evidence-1')).toBe(false)
      expect(await store.findEvidence('evidence-1')).toBeNull()
      expect((await store.findEvidence('evidence-2'))?.parts).toHaveLength(3)
      const tables = (await copyOf(store)).flatMap(({ table, row }) =>
        table === 'evidence_parts' ? [row['evidence']] : []
      )
      expect(new Set(tables)).toEqual(new Set(['evidence-2']))
    })
  })

  describe('what is said in passing', () => {
    const soon = '2026-11-22T08:05:00.000Z'
    const later = '2026-11-22T08:10:00.000Z'
    const said = (id: string, told: Partial<Exchange> = {}): Exchange => ({
      ...{ id, thread: 'thread-1', kind: 'ask', content: '{}', until: soon, ...told }
    })

    it('is found until it ends, and is deleted then', async () => {
      await store.postExchange(said('b', { until: later }))
      await store.postExchange(said('a'))
      await expect(store.postExchange(said('a', { content: 'x' }))).rejects.toThrow()
      await reopen()
      expect(await store.listExchanges(at)).toEqual([said('a'), said('b', { until: later })])
      expect(await store.listExchanges(soon)).toEqual([said('b', { until: later })])
      expect(await store.listExchanges(at)).toHaveLength(1)
    })

    it('is taken once, whoever asks at the same time', async () => {
      await store.postExchange(said('a'))
      await store.postExchange(said('b', { kind: 'answer' }))
      await store.postExchange(said('c', { kind: 'answer', thread: 'thread-2' }))
      expect(await store.takeExchange('thread-2', 'ask')).toBeNull()
      const taken = await Promise.all([1, 2, 3].map(() => store.takeExchange('thread-1', 'answer')))
      expect(taken.filter((one) => one !== null)).toEqual([said('b', { kind: 'answer' })])
      expect((await store.listExchanges(at)).map(({ id }) => id)).toEqual(['a', 'c'])
    })

    it('is prolonged while it is there, and removed', async () => {
      for (const id of ['a', 'b']) await store.postExchange(said(id))
      expect(await store.prolongExchange('a', later)).toBe(true)
      expect(await store.listExchanges(soon)).toEqual([said('a', { until: later })])
      expect(await store.prolongExchange('b', later)).toBe(false)
      expect(await store.removeExchange('a')).toBe(true)
      expect(await store.removeExchange('a')).toBe(false)
      expect(await store.listExchanges(at)).toEqual([])
    })

    it('is in no copy', async () => {
      await store.postExchange(said('a', { content: 'Kanarienvogel' }))
      expect(JSON.stringify(await copyOf(store))).not.toContain('Kanarienvogel')
    })
  })

  describe('a lock', () => {
    it('is had by one at a time, waited for, and given back once', async () => {
      const first = releaseOf(await store.lock('plans', 0))
      expect(await store.lock('plans', 0)).toBe('thisApp')
      const other = releaseOf(await store.lock('another name', 0))
      const waiting = store.lock('plans', 10_000)
      await delay(50)
      await first()
      const second = releaseOf(await waiting)
      await first()
      expect(await store.lock('plans', 30)).toBe('thisApp')
      await second()
      await other()
      releaseOf(await store.lock('plans', 0))
      // Left held: closing gives it back.
    })
  })

  describe('a copy', () => {
    it('holds every row and fills an empty store with it', async () => {
      await fillStore(store)
      const rows = await copyOf(store)
      expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
      const second = await makePlace()
      const target = await second.open()
      try {
        await target.writeDocument('settings', 'of the fresh store')
        await target.rememberSuspension('fresh', at)
        expect(await target.copyIn(streamOf(rows))).toEqual(succeed(undefined))
        expect(await copyOf(target)).toEqual(rows)
        // Numbers are counted on from what was copied.
        const hash = hashPlan(copiedPlan)
        await target.record(hash, [sampleRecord('2', 'done', 'id-2')])
        expect((await target.readSteps(hash)).get('2')?.outcome).toBe('done')
        expect(valueOf(await appendOne(target, 'danach')).sequence).toBe(601)
        expect(await target.copyIn(streamOf(rows))).toEqual(fail('store.notEmpty'))
      } finally {
        await target.close()
        await second.remove()
      }
    })

    it.each<[string, CopiedRow[]]>([
      ['a table that is none of ours', [{ table: 'schema_migrations', row: { number: 9 } }]],
      ['a table that only sounds like one', [{ table: 'plans"; drop table plans; --', row: {} }]],
      ['a missing column', [{ table: 'documents', row: { name: 'x' } }]],
      ['a column that is none of ours', [{ table: 'documents', row: { name: 'x', body: '1', '1=1': 2 } }]],
      ['a value of another kind', [{ table: 'documents', row: { name: 'x', body: 1 } }]],
      ['no value where one must be', [{ table: 'documents', row: { name: 'x', body: null } }]],
      ['bytes that are none', [{ table: 'sealed_keys', row: keyRow('not base64!') }]],
      ['half a number', [{ table: 'statements', row: { ...sampleStatement(1), sequence: 1.5 } }]],
      ['a row twice', [statementRow(1), statementRow(1)]],
      ['a step of no plan', [{ table: 'plan_steps', row: { plan: 'x', place: 0, step: '1', body: '{}' } }]]
    ])('with %s is refused whole', async (_name, rows) => {
      await store.writeDocument('settings', 'before')
      const result = await store.copyIn(streamOf([statementRow(7), ...rows]))
      expect(result).toMatchObject({ ok: false, failure: { code: 'store.copyUnreadable' } })
      expect(await store.readStatements(0, 10)).toEqual([])
      expect(await store.readDocument('settings')).toEqual(succeed('before'))
    })

    it('of a move does not count before it is said, and the next attempt brings it up to date', async () => {
      await fillStore(store)
      const second = await makePlace()
      const target = await second.open()
      try {
        expect(await target.receive(streamOf(await copyOf(store)), 'move')).toEqual(succeed(undefined))
        expect(await target.incomingMove()).toBe('move')
        expect(await appendOne(target, 'fremd')).toEqual(fail('caseFile.incoming'))
        expect(await target.receive(streamOf([]), 'other')).toEqual(fail('caseFile.incoming'))
        // The old place goes on; another case file does not fit.
        valueOf(await appendOne(store, 'danach', samplePayload('danach')))
        await store.writeDocument('settings', 'newer')
        const rows = await copyOf(store)
        const changed = rows.map((copied) =>
          copied.table === 'statements' ? { ...copied, row: { ...copied.row, signature: 'x' } } : copied
        )
        expect(await target.receive(streamOf(changed), 'move')).toEqual(fail('store.notEmpty'))
        expect(await target.receive(streamOf([]), 'move')).toEqual(fail('store.notEmpty'))
        expect(await target.receive(streamOf(rows), 'move')).toEqual(succeed(undefined))
        await target.countFromNow('move')
        expect(await target.incomingMove()).toBeNull()
        expect(await copyOf(target)).toEqual(rows)
        expect(valueOf(await appendOne(target, 'hier')).sequence).toBe(602)
        expect(await target.receive(streamOf(rows), 'move')).toEqual(fail('store.notEmpty'))
      } finally {
        await target.close()
        await second.remove()
      }
    })

    it('that breaks off in the middle leaves nothing', async () => {
      async function* broken(): AsyncGenerator<CopiedRow> {
        yield statementRow(1)
        throw new Error('torn')
      }
      await expect(store.copyIn(broken())).rejects.toThrow('torn')
      expect(await store.readStatements(0, 10)).toEqual([])
      expect(valueOf(await appendOne(store, 'eins')).sequence).toBe(1)
    })

    it('may be broken off by whoever takes it', async () => {
      await fillStore(store)
      for await (const { table } of store.copyOut()) if (table === 'plan_steps') break
      expect(valueOf(await appendOne(store, 'danach')).sequence).toBe(601)
    })
  })
}

/** JSON that is nested deeper than anybody reads. */
const tooDeep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`

/** The head of a sample plan as it is kept. `basis`: as JSON. */
function headOf({ basis = '{"rows":1}' }: { readonly basis?: string }): string {
  return `{"format":1,"job":"accounts","day":"2026-11-22","basis":${basis},"undoes":null}`
}

/** A step's body in which somebody has put other values. */
function bodyOf({ target, ...fields }: { readonly kind?: unknown; readonly target?: object }): string {
  const [step] = samplePlan(['neueste']).steps
  return JSON.stringify({ ...step, ...fields, target: { ...step?.target, ...target } })
}

const copiedPlan = samplePlan(Array.from({ length: 1_200 }, (_, index) => `login${index}`))

/** Something in every table, more than fits into one stretch, and an undo whose hash sorts before its original's. */
export async function fillStore(store: Store): Promise<void> {
  const hash = hashPlan(copiedPlan)
  await store.addPlan(copiedPlan, hash, { leavers: 1, governed: 2 }, at)
  for (let index = 0; index < 6; index += 1) {
    const original = samplePlan([`original ${index}`])
    const undo = samplePlan([`undo ${index}`], hashPlan(original))
    await store.addPlan(original, hashPlan(original), null, at)
    await store.addPlan(undo, hashPlan(undo), null, at)
  }
  const sealed = new Uint8Array([1, 2, 0, 255])
  await store.record(
    hash,
    [sampleRecord('1', 'started'), sampleRecord('2', 'started')],
    [{ plan: hash, step: '1', login: 'x', sealed }]
  )
  await store.record(hash, [sampleRecord('1', 'done', 'id-1')])
  await store.setPlanState(hash, 'interrupted', { code: 'directory.timeout', parameters: {} })
  await store.rememberLogins(['Ä', 'a', 'B', 'ß'], '2026-01-02')
  await store.rememberBirthDates(new Map([['id-1', '2012-03-04']]))
  await store.rememberSuspension('id-1', at)
  await store.writeDocument('settings', { words: 'ü\u0000😀' })
  const statements = Array.from({ length: 600 }, (_, index) => sampleStatement(index + 1))
  const payloads = [samplePayload('eins'), samplePayload('zwei')]
  valueOf(await store.append(0, () => succeed({ appendix: { statements, payloads }, value: null })))
  await store.keepKey({ fingerprint: 'f', person: 'p', description: '{}', sealed, createdAt: at })
  const parts = Array.from({ length: 20 }, (_, place) => new Uint8Array([place, 0, 255]))
  await store.keepEvidence({ ...sampleEvidence(1), parts })
}

/** Sealed evidence with three parts. */
function sampleEvidence(number: number): KeptEvidence {
  const parts = [1, 2].map((part) => new Uint8Array(262_144).fill(part * number))
  return {
    ...{ id: `evidence-${number}`, order: `order-${number}`, createdAt: at, head: '{}', recipients: '[]' },
    parts: [...parts, new Uint8Array([0, 1, 2, 254, 255])]
  }
}

/** All rows of a store. */
export async function copyOf(store: Store): Promise<CopiedRow[]> {
  const rows: CopiedRow[] = []
  for await (const row of store.copyOut()) rows.push(row)
  return rows
}

export async function* streamOf(rows: readonly CopiedRow[]): AsyncGenerator<CopiedRow> {
  for (const row of rows) yield row
}

function statementRow(sequence: number): CopiedRow {
  return { table: 'statements', row: { ...sampleStatement(sequence) } }
}

function keyRow(sealed: string): CopiedRow['row'] {
  return { fingerprint: 'f', person: 'p', description: '{}', sealed, created_at: at }
}

function byText(left: { text: string }, right: { text: string }): number {
  return left.text < right.text ? -1 : 1
}

/** The release of a lock that must have been taken. */
export function releaseOf(taken: Awaited<ReturnType<Store['lock']>>): () => Promise<void> {
  if (typeof taken === 'string') throw new Error(`the lock is held by ${taken}`)
  return taken
}
