import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { accountQuerySchema } from '../../../../src-main/contract/accounts'
import { stepQuerySchema } from '../../../../src-main/contract/plan'
import { succeed } from '../../../../src-main/contract/result'
import { defaultSettings } from '../../../../src-main/contract/settings'
import { exportFileName, exportOf } from '../../../../src-main/jobs/accounts/export'
import { slipsFileName } from '../../../../src-main/jobs/accounts/slips/fileName'
import { hashPlan } from '../../../../src-main/core/plan'
import { localFiles } from '../../../../src-main/world/files/local'
import { type JobAtWork, nothingDue, startJob, valueOf } from '../../support/accountsJob'
import { MemoryDirectory } from '../../support/memoryDirectory'

const verified = { verification: 'schoolIdCard', note: 'nach dem Unterricht' } as const

/** A roster of class 7b, one line for each person: id;last name;first name;birth date;class. */
async function writeRoster(work: JobAtWork, lines: readonly string[]): Promise<string> {
  const file = join(work.folder, 'roster.csv')
  const text = ['ID;Nachname;Vorname;Geburtsdatum;Klasse', ...lines].join('\r\n')
  valueOf(await localFiles.writePrivately(file, new TextEncoder().encode(text)))
  return file
}

async function planRoster(work: JobAtWork, lines: readonly string[]) {
  const preview = valueOf(await work.job.rosters.open([await writeRoster(work, lines)], 'roster.csv'))
  return valueOf(await work.job.rosters.plan(preview.roster, {}, {}))
}

const seven = ['1;Muster;Mia;01.02.2012;7b', '2;Ärger;Özil;03.04.2012;7b']

describe('a roster', () => {
  it('P3: plans nothing while its encoding is not certain', async () => {
    const work = await startJob()
    const file = join(work.folder, 'mac.csv')
    const bytes = Buffer.concat([Buffer.from('ID;Nachname;Vorname;Klasse\r\n1;J'), Buffer.from([0x8a])])
    valueOf(await localFiles.writePrivately(file, Buffer.concat([bytes, Buffer.from('ger;Mia;7b\r\n')])))
    const { roster, reading } = valueOf(await work.job.rosters.open([file], 'mac.csv'))
    expect(await work.job.rosters.plan(roster, {}, {})).toMatchObject({
      failure: { code: 'roster.encodingDoubtful', parameters: { encoding: 'Mac Roman', example: 'Jäger' } }
    })
    const chosen = valueOf(await work.job.rosters.plan(roster, { encoding: reading.encoding }, {}))
    expect(chosen.counts).toMatchObject({ create: 1 })
  })

  it('P1, P3: becomes accounts, and is taken back as if it had never been', async () => {
    const work = await startJob()
    const planned = await planRoster(work, seven)
    expect(planned.counts).toMatchObject({ create: 2, leave: 0 })
    const plan = planned.plan!.hash
    expect(work.directory.writes).toEqual([])
    valueOf(await work.job.handlers['plans.apply']({ plan, leavers: null, passphrase: null }))
    const page = valueOf(await work.job.handlers['accounts.query'](accountQuerySchema.parse({})))
    expect(page.rows.map(({ login, classes }) => [login, classes])).toEqual([
      ['o.aerger', ['7b']],
      ['m.muster', ['7b']]
    ])
    expect((await work.store.usedLogins()).map(({ login }) => login)).toEqual(['m.muster', 'o.aerger'])
    expect([...(await work.store.birthDates()).values()].sort()).toEqual(['2012-02-01', '2012-04-03'])

    expect(valueOf(await work.job.handlers['plans.undo']({ plan, passphrase: null }))).toMatchObject({
      failed: 0
    })
    expect(work.directory.accounts.size).toBe(0)
    // Nobody has used these logins, so they are free for the same persons.
    expect(await work.store.usedLogins()).toEqual([])
    const again = await planRoster(work, seven)
    expect(again.plan!.hash).not.toBe(plan)
    valueOf(
      await work.job.handlers['plans.apply']({ plan: again.plan!.hash, leavers: null, passphrase: null })
    )
    expect([...work.directory.accounts.values()].map(({ login }) => login).sort()).toEqual([
      'm.muster',
      'o.aerger'
    ])
  })

  it('P8, P9: who comes back after leaving is suspended again where a sanction was in force', async () => {
    const work = await startJob()
    const { handlers } = work.job
    const apply = async (lines: readonly string[], leavers: number | null) => {
      const { plan } = await planRoster(work, lines)
      const progress = valueOf(await handlers['plans.apply']({ plan: plan!.hash, leavers, passphrase: null }))
      expect(progress).toMatchObject({ state: 'finished', failed: 0 })
    }
    const others = Array.from(
      { length: 12 },
      (_, index) => `${index + 10};Bleibt;Person ${'abcdefghijkl'[index]};;7b`
    )
    await apply([...seven, ...others], null)
    const idOf = (login: string) =>
      [...work.directory.accounts.values()].find((one) => one.login === login)!.id
    const [sanctioned, other] = [idOf('m.muster'), idOf('o.aerger')]
    valueOf(await handlers['accounts.suspend']({ account: sanctioned, until: null, reason: 'Verstoß' }))
    await apply(others, 2)
    expect(work.directory.accounts.get(sanctioned)).toMatchObject({ leaverSince: '2026-11-22' })
    await apply([...seven, ...others], null)
    expect(work.directory.accounts.get(sanctioned)).toMatchObject({
      leaverSince: null,
      suspension: { kind: 'forever' }
    })
    expect(work.directory.accounts.get(other)).toMatchObject({
      leaverSince: null,
      suspension: { kind: 'none' }
    })
  })

  it('P8, P9: the same where the answer to the leaving was lost and nobody went on with it', async () => {
    const work = await startJob()
    const { handlers } = work.job
    const others = Array.from(
      { length: 12 },
      (_, index) => `${index + 10};Bleibt;Person ${'abcdefghijkl'[index]};;7b`
    )
    const apply = async (lines: readonly string[], leavers: number | null) => {
      const { plan } = await planRoster(work, lines)
      return valueOf(await handlers['plans.apply']({ plan: plan!.hash, leavers, passphrase: null }))
    }
    await apply([...seven, ...others], null)
    const { id } = [...work.directory.accounts.values()].find(({ login }) => login === 'm.muster')!
    valueOf(await handlers['accounts.suspend']({ account: id, until: null, reason: 'Verstoß' }))
    work.directory.loses = (write, moment) => write === 'change' && moment === 'after'
    expect(await apply(others, 2)).toMatchObject({ state: 'interrupted', done: 0 })
    work.directory.loses = () => false
    expect(work.directory.accounts.get(id)).toMatchObject({ leaverSince: '2026-11-22' })
    valueOf(await handlers['accounts.refresh'](undefined))
    await apply([...seven, ...others], null)
    expect(work.directory.accounts.get(id)).toMatchObject({
      leaverSince: null,
      suspension: { kind: 'forever' }
    })
  })

  it('P9: no made-up leaving takes the suspension from who comes back, nor what hides the real one', async () => {
    const work = await startJob()
    const { handlers } = work.job
    const others = Array.from(
      { length: 12 },
      (_, index) => `${index + 10};Bleibt;Person ${'abcdefghijkl'[index]};;7b`
    )
    const apply = async (lines: readonly string[], leavers: number | null) => {
      const { plan } = await planRoster(work, lines)
      valueOf(await handlers['plans.apply']({ plan: plan!.hash, leavers, passphrase: null }))
      return plan!.hash
    }
    await apply([...seven, ...others], null)
    const { id } = [...work.directory.accounts.values()].find(({ login }) => login === 'm.muster')!
    valueOf(await handlers['accounts.suspend']({ account: id, until: null, reason: 'Verstoß' }))
    const left = await apply(others, 2)
    const real = (await work.store.findPlan(left))!.plan
    const step = real.steps.find(({ target }) => target.id === id)!
    // Whoever can write to the store: a later leaving without a suspension, and words that the real one never was.
    const planted = {
      ...real,
      basis: { planted: 'yes' },
      steps: [{ ...step, before: { ...step.before, suspension: { kind: 'none' } } }]
    }
    const hash = hashPlan(planted)
    const record = { step: step.id, failure: null, targetId: id, at: '2026-11-23T09:00:00.000Z' }
    await work.store.addPlan(planted, hash, null, record.at)
    await work.store.record(hash, [{ ...record, outcome: 'done' }])
    const other = real.steps.find((one) => one.kind === 'leave' && one.target.id !== id)!
    await work.store.record(left, [
      { ...record, outcome: 'undone' },
      { ...record, step: other.id, outcome: 'done' }
    ])
    work.vouched.answer = (plan) => plan !== hash
    work.vouched.undone = () => false
    await apply([...seven, ...others], null)
    expect(work.directory.accounts.get(id)).toMatchObject({
      leaverSince: null,
      suspension: { kind: 'forever' }
    })
  })

  it('needs the number of leavers typed in before it runs, once', async () => {
    const work = await startJob()
    const lines = Array.from(
      { length: 20 },
      (_, index) => `${index};Muster${'abcdefghijklmnopqrst'.charAt(index)};Mia;01.02.2012;7b`
    )
    const first = await planRoster(work, lines)
    valueOf(
      await work.job.handlers['plans.apply']({ plan: first.plan!.hash, leavers: null, passphrase: null })
    )
    const second = await planRoster(work, lines.slice(0, 15))
    expect(second.plan!.confirmation).toEqual({ leavers: 5, governed: 20 })
    const plan = second.plan!.hash
    for (const leavers of [null, 4, 20]) {
      expect(await work.job.handlers['plans.apply']({ plan, leavers, passphrase: null })).toMatchObject({
        failure: { code: 'plan.confirmationNeeded', parameters: { leavers: 5, governed: 20 } }
      })
    }
    expect(
      valueOf(await work.job.handlers['plans.apply']({ plan, leavers: 5, passphrase: null }))
    ).toMatchObject({ done: 5 })
    // P8: leavers are suspended first, never deleted by a roster.
    const left = [...work.directory.accounts.values()].filter(({ leaverSince }) => leaverSince !== null)
    expect(left.map(({ suspension }) => suspension.kind)).toEqual(Array(5).fill('forever'))
    expect(work.directory.accounts.size).toBe(20)
    expect(valueOf(await work.job.handlers['plans.summary']({ plan })).confirmation).toBeNull()
  })

  it('is not carried out on another directory than it was computed for', async () => {
    const work = await startJob()
    const { plan } = await planRoster(work, seven)
    Object.assign(work.directory.connection, { baseDn: 'dc=other' })
    const refused = await work.job.handlers['plans.apply']({
      plan: plan!.hash,
      leavers: null,
      passphrase: null
    })
    Object.assign(work.directory.connection, { baseDn: 'dc=school' })
    expect(refused).toMatchObject({
      failure: { code: 'plan.otherDirectory', parameters: { directory: 'dc=school' } }
    })
  })

  it('are found however many plans of other jobs are newer, page by page and by words', async () => {
    const work = await startJob()
    const { plan } = await planRoster(work, seven)
    const hash = plan!.hash
    valueOf(await work.job.handlers['plans.apply']({ plan: hash, leavers: null, passphrase: null }))
    const theirs = (await work.store.findPlan(hash))!.plan
    for (let day = 1; day <= 210; day += 1) {
      const at = `2027-01-01T00:${String(day % 60).padStart(2, '0')}:00.000Z`
      await work.store.addPlan({ ...theirs, job: 'sanctions' }, String(day).padStart(64, '0'), null, at)
    }
    const { handlers } = work.job
    const listed = valueOf(await handlers['plans.list'](undefined))
    expect(listed.map((one) => one.hash)).toEqual([hash])
    expect(listed[0]).toEqual(valueOf(await handlers['plans.summary']({ plan: hash })))
    const found = async (text: string): Promise<number> =>
      valueOf(await handlers['plans.query']({ text, offset: 0, limit: 50 })).total
    expect([await found(''), await found('muster 7b'), await found('muster 8c')]).toEqual([1, 1, 0])
    expect(valueOf(await handlers['plans.query']({ text: '', offset: 1, limit: 50 }))).toEqual({
      total: 1,
      rows: []
    })
  })

  it('finds plans by the beginning of their hash and steps by words and outcome', async () => {
    const work = await startJob()
    const { plan } = await planRoster(work, seven)
    const hash = plan!.hash
    expect(await work.job.findPlan(hash.slice(0, 8))).toEqual({ ok: true, value: hash })
    expect(await work.job.findPlan('ffff')).toMatchObject({ failure: { code: 'plan.notFound' } })
    const query = stepQuerySchema.parse({ plan: hash, text: 'arger', outcome: 'open', schoolClass: '7b' })
    const steps = valueOf(await work.job.handlers['plans.steps'](query))
    expect(steps).toMatchObject({
      total: 1,
      rows: [{ outcome: 'open', step: { target: { name: 'o.aerger' } } }]
    })
  })
})

describe('provisional passwords', () => {
  it('P4: are as long as the directory asks for, and never shorter than the school wants', async () => {
    const lengthsWith = async (minimum: number, selfEndingSuspension: boolean) => {
      const work = await startJob(new MemoryDirectory({ selfEndingSuspension }))
      work.directory.minimumPasswordLength = minimum
      const { plan } = await planRoster(work, seven)
      valueOf(await work.job.handlers['plans.apply']({ plan: plan!.hash, leavers: null, passphrase: null }))
      return [...work.directory.passwords.values()].map((password) => password.length)
    }
    // Active Directory does not end suspensions by itself and is spoken for by a wrapper.
    for (const selfEnding of [true, false]) {
      expect(await lengthsWith(8, selfEnding)).toEqual([12, 12])
      expect(await lengthsWith(16, selfEnding)).toEqual([16, 16])
    }
  })
})

describe('everyday actions', () => {
  it('P5: a reset says how the person was recognised, leaves a slip, and cannot be undone', async () => {
    const work = await startJob()
    const { id: account } = work.directory.seed({ login: 'm.muster' })
    const { plan } = valueOf(await work.job.handlers['accounts.resetPassword']({ account, ...verified }))
    const detail = valueOf(await work.job.handlers['accounts.detail']({ account }))
    expect(detail).toMatchObject({
      slipPending: true,
      account: { mustChangePassword: true },
      history: [{ kind: 'resetPassword', reason: 'schoolIdCard: nach dem Unterricht', undoable: false }]
    })
    expect(await work.job.handlers['plans.undo']({ plan, passphrase: null })).toMatchObject({
      failure: { code: 'plan.nothingToUndo' }
    })
  })

  it('P9: suspends for good or until a day, lifts, and takes each back', async () => {
    const work = await startJob()
    const { id: account } = work.directory.seed({ login: 'm.muster' })
    const { handlers } = work.job
    const state = () => work.directory.accounts.get(account)!.suspension
    const { plan } = valueOf(await handlers['accounts.suspend']({ account, until: null, reason: 'Verstoß' }))
    expect(state()).toEqual({ kind: 'forever' })
    expect(await handlers['accounts.suspend']({ account, until: null, reason: 'Verstoß' })).toMatchObject({
      failure: { code: 'accounts.nothingToChange' }
    })
    const history = async () => valueOf(await handlers['accounts.detail']({ account })).history
    expect(await history()).toMatchObject([{ kind: 'suspend', undoable: true, undone: false }])
    valueOf(await handlers['plans.undo']({ plan, passphrase: null }))
    expect((await history()).find(({ kind }) => kind === 'suspend')).toMatchObject({
      undoable: false,
      undone: true
    })
    expect(state()).toEqual({ kind: 'none' })
    valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-01', reason: 'Verstoß' }))
    expect(state()).toEqual({ kind: 'until', until: new Date('2026-12-01T00:00:00').toISOString() })
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(state()).toEqual({ kind: 'none' })
    expect(
      await handlers['accounts.suspend']({ account, until: '2026-11-22', reason: 'Verstoß' })
    ).toMatchObject({
      failure: { code: 'accounts.dayInPast' }
    })
  })

  it('P9: ends a suspension on its day where the directory does not', async () => {
    const work = await startJob(new MemoryDirectory({ selfEndingSuspension: false }))
    const { id: account } = work.directory.seed({ login: 'm.muster' })
    const { handlers } = work.job
    valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-01', reason: 'Verstoß' }))
    expect(work.directory.accounts.get(account)!.suspension).toEqual({ kind: 'forever' })
    const shown = valueOf(await handlers['accounts.detail']({ account })).account
    expect(shown).toMatchObject({ state: 'suspendedUntil', suspension: { kind: 'until' } })
    expect(await work.job.liftDue()).toEqual(nothingDue)
    work.clock.time = new Date('2026-12-01T00:00:01')
    expect(valueOf(await work.job.liftDue())).toMatchObject({ run: { done: 1, failed: 0 } })
    expect(work.directory.accounts.get(account)!.suspension).toEqual({ kind: 'none' })
    expect(await work.job.liftDue()).toEqual(nothingDue)
  })

  it('P9: an account that cannot be read waits, is named, and holds up no other', async () => {
    const directory = new MemoryDirectory({ selfEndingSuspension: false })
    const work = await startJob(directory)
    const people = ['a.muster', 'b.muster', 'c.muster'].map((login) => directory.seed({ login }).id)
    const { handlers } = work.job
    for (const account of people)
      valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-01', reason: 'Verstoß' }))
    work.clock.time = new Date('2026-12-01T01:00:00')
    const [first, broken, last] = [...(await work.store.dueSuspensions()).keys()]
    const failure = { code: 'directory.refused', parameters: { reason: 'Fehler 80' } } as const
    const readAccount = directory.readAccount.bind(directory)
    vi.spyOn(directory, 'readAccount').mockImplementation(async (id) =>
      id === broken ? { ok: false, failure } : readAccount(id)
    )
    const stateOf = (id: string | undefined) => directory.accounts.get(id!)!.suspension.kind
    const lifted = valueOf(await work.job.liftDue())
    expect(lifted).toMatchObject({ run: { done: 2 }, waiting: [{ account: broken, failure }] })
    expect([first, broken, last].map(stateOf)).toEqual(['none', 'forever', 'none'])
    vi.restoreAllMocks()
    expect(valueOf(await work.job.liftDue())).toMatchObject({ run: { done: 1 }, waiting: [] })
    expect(stateOf(broken)).toBe('none')
  })

  it.each([
    ['by who may', 'suspended again, not: it was lifted', true, 'none'],
    ['by a made-up history', 'suspended again', false, 'forever']
  ] as const)(
    'P9: a reset that was interrupted and is gone on with after a lifting %s: %s',
    async (_by, _then, isVouchedFor, kind) => {
      const work = await startJob()
      const { handlers } = work.job
      work.directory.passwordLiftsSuspension = true
      const { id: account } = work.directory.seed({ login: 'm.muster' })
      valueOf(await handlers['accounts.suspend']({ account, until: null, reason: 'Verstoß' }))
      // The request never arrives, so that the suspension is still there to be lifted.
      work.directory.loses = (write, moment) => write === 'password' && moment === 'before'
      expect(await handlers['accounts.resetPassword']({ account, ...verified })).toMatchObject({ ok: false })
      work.directory.loses = () => false
      valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
      const [lifting, reset] = valueOf(await handlers['plans.list'](undefined))
      expect(reset).toMatchObject({ progress: { state: 'interrupted' } })
      work.vouched.answer = (plan) => isVouchedFor || plan !== lifting!.hash
      // Interrupted once more, so that its newest record is younger than the lifting.
      work.directory.loses = (write, moment) => write === 'password' && moment === 'before'
      const apply = () => handlers['plans.apply']({ plan: reset!.hash, leavers: null, passphrase: null })
      expect(valueOf(await apply())).toMatchObject({ state: 'interrupted' })
      work.directory.loses = () => false
      expect(valueOf(await apply())).toMatchObject({ done: 1, failed: 0 })
      expect(work.directory.accounts.get(account)!.suspension.kind).toBe(kind)
    }
  )

  it('P5, P9: while a server has lifted a suspension with a new password, nobody has a password that opens it', async () => {
    const work = await startJob()
    const { handlers } = work.job
    work.directory.passwordLiftsSuspension = true
    const { id: account } = work.directory.seed({ login: 'm.muster' })
    work.directory.passwords.set(account, 'das-eigene')
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason: 'Verstoß' }))
    work.directory.loses = (write, moment) => write === 'password' && moment === 'after'
    expect(await handlers['accounts.resetPassword']({ account, ...verified })).toMatchObject({ ok: false })
    expect(work.directory.accounts.get(account)!.suspension).toEqual({ kind: 'none' })
    expect(work.directory.receives('m.muster', 'das-eigene')).toBe('refused')
    expect(valueOf(await handlers['slips.pending'](undefined))).toEqual([])
    work.directory.loses = () => false
    const [reset] = valueOf(await handlers['plans.list'](undefined))
    const goingOn = { plan: reset!.hash, leavers: null, passphrase: null }
    expect(valueOf(await handlers['plans.apply'](goingOn))).toMatchObject({ done: 1 })
    expect(work.directory.accounts.get(account)!.suspension).toEqual({ kind: 'forever' })
    expect(valueOf(await handlers['slips.pending'](undefined))).toHaveLength(1)
  })

  it('P9: never lifts a suspension that someone has made permanent in the meantime', async () => {
    const work = await startJob(new MemoryDirectory({ selfEndingSuspension: false }))
    const { id: account } = work.directory.seed({ login: 'm.muster' })
    const { handlers } = work.job
    valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-01', reason: 'Verstoß' }))
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason: 'Wiederholung' }))
    work.clock.time = new Date('2026-12-02T00:00:01')
    expect(await work.job.liftDue()).toEqual(nothingDue)
    expect(work.directory.accounts.get(account)!.suspension).toEqual({ kind: 'forever' })
  })

  it('P12: changes classes and groups that exist, and no others', async () => {
    const work = await startJob()
    work.directory.seedGroup('7b', true)
    work.directory.seedGroup('chor', false)
    const { id: account } = work.directory.seed({ login: 'm.muster', classes: [] })
    const { handlers } = work.job
    const reason = 'Wechsel'
    valueOf(await handlers['accounts.setClasses']({ account, classes: ['7b'], reason }))
    valueOf(await handlers['accounts.setGroups']({ account, groups: ['chor'], reason }))
    expect(work.directory.accounts.get(account)).toMatchObject({ classes: ['7b'], groups: ['chor'] })
    expect(await handlers['accounts.setClasses']({ account, classes: ['9x'], reason })).toMatchObject({
      failure: { code: 'accounts.unknownClass' }
    })
    expect(await handlers['accounts.setGroups']({ account, groups: ['7b'], reason })).toMatchObject({
      failure: { code: 'accounts.unknownGroup' }
    })
  })

  it("tells the failure of an action's only step as the failure of the action", async () => {
    const work = await startJob()
    const { id: account } = work.directory.seed({ login: 'm.muster' })
    work.directory.loses = () => true
    expect(await work.job.handlers['accounts.resetPassword']({ account, ...verified })).toMatchObject({
      failure: { code: 'directory.connectionLost' }
    })
    expect(await work.job.handlers['accounts.detail']({ account: 'gone' })).toMatchObject({
      failure: { code: 'accounts.notFound' }
    })
  })
})

describe('settings', () => {
  it('that have become others since the person began are not written over', async () => {
    const { handlers } = (await startJob()).job
    const before = valueOf(await handlers['settings.read'](undefined))
    const mapped = { ...before, modules: { wlan: 'modul-wlan' } }
    valueOf(await handlers['settings.write']({ ...mapped, before }))
    const school = { ...before.school, name: 'Lindenschule' }
    expect(await handlers['settings.write']({ ...before, school, before })).toMatchObject({
      failure: { code: 'application.settingsChanged' }
    })
    expect(valueOf(await handlers['settings.read'](undefined))).toEqual(mapped)
    valueOf(await handlers['settings.write']({ ...mapped, school, before: mapped }))
  })
})

describe('password slips', () => {
  it('show the password that works, once, and are destroyed when the document lies on the disk', async () => {
    const work = await startJob()
    const { id: account } = work.directory.seed({
      login: 'm.muster',
      givenName: '<b>Mia</b>',
      familyName: 'O’Neil & Co'
    })
    const { handlers } = work.job
    const school = { name: 'Lindenschule', contact: 'Raum 12', signInHint: 'https://konto.schule.example' }
    valueOf(await handlers['settings.write']({ ...defaultSettings, school }))
    valueOf(await handlers['accounts.resetPassword']({ account, ...verified }))
    valueOf(await handlers['accounts.resetPassword']({ account, ...verified }))
    expect(valueOf(await handlers['slips.pending'](undefined))).toHaveLength(1)

    work.dialog.target = null
    expect(await handlers['slips.save']({ accounts: [account] })).toEqual({ ok: true, value: null })
    work.dialog.target = join(work.folder, 'missing', 'slips.pdf')
    expect(await handlers['slips.save']({ accounts: [account] })).toMatchObject({
      failure: { code: 'application.fileNotWritable' }
    })
    expect(valueOf(await handlers['slips.pending'](undefined))).toHaveLength(1)

    work.dialog.target = join(work.folder, 'slips.pdf')
    const saved = valueOf(await handlers['slips.save']({ accounts: [account] }))
    expect((await stat(saved!.file)).mode & 0o777).toBe(0o600)
    const page = work.printed.at(-1)!
    const password = work.directory.passwords.get(account)!
    const escaped = password.replaceAll('&', '&amp;')
    expect(page).toContain(`<dd>${escaped}</dd>`)
    expect(page).toContain('&lt;b&gt;Mia&lt;/b&gt; O’Neil &amp; Co')
    expect(page).not.toContain('<b>')
    for (const words of [
      'Lindenschule',
      'Raum 12',
      'https://konto.schule.example',
      'm.muster',
      'mindestens acht Zeichen'
    ]) {
      expect(page).toContain(words)
    }
    expect(page).not.toMatch(/<script|src=|url\(/)
    expect(await work.store.listSecrets()).toEqual([])
    expect(await handlers['slips.save']({ accounts: [account] })).toMatchObject({
      failure: { code: 'accounts.slipsGone' }
    })
  })

  it('never take the place of another file, and are suggested a name of their own', async () => {
    const work = await startJob()
    const { handlers } = work.job
    const people = ['5a', '5b'].map((schoolClass, place) =>
      work.directory.seed({ login: `m.muster${String(place)}`, classes: [schoolClass] })
    )
    for (const { id: account } of people)
      valueOf(await handlers['accounts.resetPassword']({ account, ...verified }))
    const [first, second] = people.map(({ id }) => id)
    valueOf(await handlers['slips.save']({ accounts: [first!] }))
    const before = await readFile(work.dialog.target!)
    expect(await handlers['slips.save']({ accounts: [second!] })).toMatchObject({
      failure: { code: 'accounts.slipsFileExists' }
    })
    expect(await readFile(work.dialog.target!)).toEqual(before)
    expect(valueOf(await handlers['slips.pending'](undefined)).map(({ account }) => account)).toEqual([
      second
    ])
    const at = new Date(2026, 10, 22, 9, 5, 7)
    expect(slipsFileName([{ schoolClass: '10b' }, { schoolClass: '5a' }, { schoolClass: '5a' }], at)).toEqual(
      {
        de: 'Passwortzettel-5a-10b-2026-11-22-090507.pdf',
        en: 'Password-slips-5a-10b-2026-11-22-090507.pdf'
      }
    )
    expect(slipsFileName([{ schoolClass: '5/../a' }, { schoolClass: '' }], at).de).toBe(
      'Passwortzettel-5____a-2026-11-22-090507.pdf'
    )
  })

  it('are written as CSV for the command line, readable only by this user', async () => {
    const work = await startJob()
    const { plan } = await planRoster(work, seven)
    valueOf(await work.job.handlers['plans.apply']({ plan: plan!.hash, leavers: null, passphrase: null }))
    const pending = await work.job.slips.pending()
    const file = join(work.folder, 'slips.csv')
    valueOf(
      await work.job.slips.saveCsv(
        pending.map(({ account }) => account),
        file
      )
    )
    const rows = (await readFile(file, 'utf8')).replace('\uFEFF', '').trim().split('\r\n')
    expect(rows[0]).toBe('name;class;login;password')
    for (const { id, login } of work.directory.accounts.values()) {
      expect(rows.some((row) => row.endsWith(`;7b;${login};${work.directory.passwords.get(id)!}`))).toBe(true)
    }
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await work.job.slips.pending()).toEqual([])
  })
})

describe('export', () => {
  it('P3: holds names and ids only, and nothing that a spreadsheet would carry out', async () => {
    const work = await startJob()
    work.directory.seed({
      login: 'm.muster',
      schoolId: '=1+1',
      familyName: 'Muster;"x"',
      givenName: '@Mia',
      classes: ['7b']
    })
    work.directory.seed({ login: 'guest', schoolId: null })
    work.directory.seed({ login: 'gone', schoolId: '3', leaverSince: '2026-01-01' })
    const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const deliver = async (bytes: Uint8Array) => succeed(text(bytes))
    expect(valueOf(await work.job.exportNames(null, deliver))).toBe(
      '\uFEFFNachname;Vorname;ID-Nummer\r\n"Muster;""x""";\'@Mia;\'=1+1\r\n'
    )
    expect(await work.job.exportNames('9c', deliver)).toMatchObject({
      failure: { code: 'accounts.unknownClass' }
    })
    // At the window the head line is in its language; scripts read the German one.
    expect(text(exportOf([], null, 'en').bytes)).toBe('\uFEFFLast name;First name;Id number\r\n')
    expect(exportFileName('7/b').en).toBe('Accounts-7_b.csv')
  })
})

describe('kept documents', () => {
  it('are read back, and unreadable ones are a failure, not a default', async () => {
    const work = await startJob()
    const { handlers } = work.job
    expect(valueOf(await handlers['settings.read'](undefined))).toEqual(defaultSettings)
    const profile = {
      name: 'Unsere Schule',
      reading: {
        format: 'csv',
        encoding: null,
        separator: null,
        hasHeader: null,
        columns: { schoolId: 2 },
        kind: 'pupil',
        school: null
      }
    } as const
    expect(valueOf(await handlers['rosters.saveProfile'](profile))).toEqual([profile])
    expect(valueOf(await handlers['rosters.deleteProfile']({ name: 'Unsere Schule' }))).toEqual([])
    await work.store.writeDocument('settings', { from: 'another version' })
    expect(await handlers['settings.read'](undefined)).toMatchObject({
      failure: { code: 'store.documentDamaged' }
    })
    const { id: account } = work.directory.seed({ login: 'm.muster' })
    expect(await handlers['accounts.resetPassword']({ account, ...verified })).toMatchObject({
      failure: { code: 'store.documentDamaged' }
    })
    expect(await work.store.readDocument('settings')).toEqual({
      ok: true,
      value: { from: 'another version' }
    })
  })

  it('previews logins under settings that are not kept yet', async () => {
    const work = await startJob()
    const logins = { ...defaultSettings.logins, pattern: '{given}.{family}' }
    const previews = valueOf(await work.job.handlers['settings.previewLogins'](logins))
    expect(previews[0]).toEqual({ givenName: 'Max', familyName: 'Mustermann', login: 'max.mustermann' })
    expect(await work.job.handlers['settings.previewLogins']({ ...logins, pattern: 'üüü' })).toMatchObject({
      ok: false
    })
  })
})
