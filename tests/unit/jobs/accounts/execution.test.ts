import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountImage } from '../../../../src-main/contract/accounts'
import type { Plan, Step } from '../../../../src-main/contract/plan'
import { PlanEngine } from '../../../../src-main/core/plan'
import { AccountExecutor, secretContext } from '../../../../src-main/jobs/accounts/execution'
import { provisionalPassword } from '../../../../src-main/jobs/accounts/planning'
import type { SecretBox } from '../../../../src-main/world/secrets/port'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { MemoryJournal } from '../../support/memoryJournal'

/** Seals by writing plainly: what a test must be able to read. */
const glassBox: SecretBox = {
  seal: (secret, context) => new TextEncoder().encode(JSON.stringify([secret, context])),
  derive: () => new Uint8Array(32),
  open: (sealed, context) => {
    const [secret, sealedFor] = JSON.parse(new TextDecoder().decode(sealed)) as [string, string[]]
    return JSON.stringify(sealedFor) === JSON.stringify(context) ? secret : null
  }
}

function image(login: string, schoolId: string): AccountImage & { mail: string | null } {
  return {
    login,
    givenName: 'Mia',
    familyName: 'Muster',
    displayName: 'Mia Muster',
    schoolId,
    kind: 'pupil',
    classes: ['7b'],
    groups: [],
    suspension: { kind: 'none' },
    leaverSince: null,
    mustChangePassword: true,
    mail: null
  }
}

function step(id: string, part: Partial<Step> & { name: string; targetId?: string }): Step {
  const { name, targetId, ...rest } = part
  return {
    id,
    kind: 'create',
    target: { type: 'account', id: targetId ?? null, name, label: 'Mia Muster', schoolClass: '7b' },
    before: null,
    after: null,
    reason: { code: 'test', parameters: {} },
    needs: [],
    ...rest
  }
}

function planOf(steps: Step[]): Plan {
  return { format: 1, job: 'accounts', day: '2026-11-22', basis: {}, undoes: null, steps }
}

function setUp(directory = new MemoryDirectory()) {
  const journal = new MemoryJournal()
  let tick = 0
  const newEngine = (): PlanEngine =>
    new PlanEngine({
      journal,
      now: () => new Date(Date.UTC(2026, 10, 22) + (tick += 1)).toISOString(),
      onProgress: () => undefined
    })
  const executor = new AccountExecutor({
    directory,
    secretBox: glassBox,
    guard: async () => ({ ok: true, value: undefined }),
    suspensionAfterReset: async (_account, _reset, found) => found,
    generatePassword: (avoid) => provisionalPassword(12, avoid)
  })
  /** The password that a slip would show. */
  const slipOf = (plan: string, id: string): string | null => {
    const secret = journal.secrets.get(`${plan} ${id}`)
    return secret === undefined ? null : glassBox.open(secret.sealed, secretContext(secret))
  }
  return { directory, journal, newEngine, engine: newEngine(), executor, slipOf }
}

describe('AccountExecutor', () => {
  it('P3, P4: creates accounts whose slip shows the password that the directory has', async () => {
    const { directory, engine, executor, slipOf } = setUp()
    const hash = await engine.add(
      planOf([step('1', { name: 'm.muster', after: image('m.muster', '1') })]),
      null
    )
    await engine.apply(hash, executor)
    const [account] = directory.accounts.values()
    expect(account).toMatchObject({ login: 'm.muster', mustChangePassword: true, classes: ['7b'] })
    expect(slipOf(hash, '1')).toBe(directory.passwords.get(account!.id))
    expect(slipOf(hash, '1')).toMatch(/.{12}/)
  })

  it('never writes a password into plan, records or failures', async () => {
    const { directory, engine, executor, journal } = setUp()
    directory.seed({ login: 'taken' })
    const hash = await engine.add(
      planOf([
        step('1', { name: 'm.muster', after: image('m.muster', '1') }),
        step('2', { name: 'taken', after: image('taken', '2') })
      ]),
      null
    )
    await engine.apply(hash, executor)
    const [password] = directory.passwords.values()
    expect(password).toBeDefined()
    expect(JSON.stringify([...journal.plans.values(), journal.records])).not.toContain(password)
  })

  it('refuses to create a login that someone else has, and keeps no password for it', async () => {
    const { directory, engine, executor, journal, slipOf } = setUp()
    const other = directory.seed({ login: 'm.muster', schoolId: '999' })
    const hash = await engine.add(
      planOf([step('1', { name: 'm.muster', after: image('m.muster', '1') })]),
      null
    )
    await engine.apply(hash, executor)
    expect((await journal.readSteps(hash)).get('1')?.failure?.code).toBe('directory.alreadyExists')
    expect(slipOf(hash, '1')).toBeNull()
    expect(directory.passwords.has(other.id)).toBe(false)
  })

  it('reads back a creation whose answer was lost and gives the account a password that is known', async () => {
    const { directory, engine, executor, slipOf } = setUp()
    const hash = await engine.add(
      planOf([step('1', { name: 'm.muster', after: image('m.muster', '1') })]),
      null
    )
    directory.loses = (_, moment) => moment === 'after'
    expect(await engine.apply(hash, executor)).toMatchObject({ value: { state: 'interrupted' } })
    directory.loses = () => false
    expect(await engine.apply(hash, executor)).toMatchObject({ value: { done: 1, failed: 0 } })
    expect(directory.writes.filter((write) => write.startsWith('create'))).toHaveLength(1)
    const [account] = directory.accounts.values()
    expect(slipOf(hash, '1')).toBe(directory.passwords.get(account!.id))
  })

  it('does not take over an account that another person got while the answer was lost', async () => {
    const { directory, engine, executor, journal } = setUp()
    const hash = await engine.add(
      planOf([step('1', { name: 'm.muster', after: image('m.muster', '1') })]),
      null
    )
    directory.loses = () => true
    await engine.apply(hash, executor)
    directory.loses = () => false
    const other = directory.seed({ login: 'm.muster', schoolId: '999' })
    await engine.apply(hash, executor)
    expect((await journal.readSteps(hash)).get('1')?.failure?.code).toBe('directory.alreadyExists')
    expect(directory.passwords.has(other.id)).toBe(false)
  })

  it('changes only what the step is about, and names the field that someone has changed since', async () => {
    const { directory, engine, executor, journal } = setUp()
    const account = directory.seed({ login: 'm.muster', classes: ['6b'], groups: ['chor'] })
    const change = step('1', {
      name: 'm.muster',
      targetId: account.id,
      kind: 'changeClass',
      before: { classes: ['6b'] },
      after: { classes: ['7b'] }
    })
    const hash = await engine.add(planOf([change]), null)
    await engine.apply(hash, executor)
    expect(directory.accounts.get(account.id)).toMatchObject({ classes: ['7b'], groups: ['chor'] })

    const again = await engine.add({ ...planOf([change]), day: '2026-11-23' }, null)
    await engine.apply(again, executor)
    expect((await journal.readSteps(again)).get('1')?.outcome).toBe('done')
    expect(directory.writes).toHaveLength(1)

    await directory.changeAccount(account.id, { classes: ['9c'] })
    const third = await engine.add({ ...planOf([change]), day: '2026-11-24' }, null)
    await engine.apply(third, executor)
    expect((await journal.readSteps(third)).get('1')?.failure).toEqual({
      code: 'directory.changedSince',
      parameters: { field: 'classes' }
    })
  })

  it('P5, P9: a reset sets a password, demands a new one, and never lifts a suspension', async () => {
    const { directory, engine, executor } = setUp()
    directory.passwordLiftsSuspension = true
    const account = directory.seed({ login: 'm.muster', suspension: { kind: 'forever' } })
    const reset = step('1', {
      name: 'm.muster',
      targetId: account.id,
      kind: 'resetPassword',
      before: { mustChangePassword: false },
      after: { mustChangePassword: true }
    })
    const hash = await engine.add(planOf([reset]), null)
    await engine.apply(hash, executor)
    expect(directory.accounts.get(account.id)).toMatchObject({
      mustChangePassword: true,
      suspension: { kind: 'forever' }
    })
    expect(await engine.undo(hash, executor)).toMatchObject({ failure: { code: 'plan.nothingToUndo' } })
  })

  it('P9: a reset whose answers were lost puts a suspension back that the server has lifted', async () => {
    const { directory, engine, executor } = setUp()
    directory.passwordLiftsSuspension = true
    directory.loses = (write, moment) => write === 'password' && moment === 'after'
    const suspension = { kind: 'forever' } as const
    const account = directory.seed({ login: 'm.muster', suspension })
    const reset = step('1', {
      name: 'm.muster',
      targetId: account.id,
      kind: 'resetPassword',
      before: { mustChangePassword: false, suspension },
      after: { mustChangePassword: true, suspension }
    })
    const hash = await engine.add(planOf([reset]), null)
    await engine.apply(hash, executor)
    expect(directory.accounts.get(account.id)?.suspension).toEqual({ kind: 'none' })
    directory.loses = () => false
    await engine.apply(hash, executor)
    expect(directory.accounts.get(account.id)?.suspension).toEqual(suspension)
  })

  it('takes back a creation only while the account is as it was made', async () => {
    const { directory, engine, executor, journal } = setUp()
    const hash = await engine.add(
      planOf([
        step('1', { name: 'm.muster', after: image('m.muster', '1') }),
        step('2', { name: 'n.muster', after: image('n.muster', '2') })
      ]),
      null
    )
    await engine.apply(hash, executor)
    const used = [...directory.accounts.values()].find(({ login }) => login === 'm.muster')!
    // The person has signed in and set a password of their own.
    await directory.changeAccount(used.id, { mustChangePassword: false })
    await engine.undo(hash, executor)
    expect([...directory.accounts.values()].map(({ login }) => login)).toEqual(['m.muster'])
    const undo = await journal.findUndo(hash)
    const failures = [...(await journal.readSteps(undo!)).values()].map(({ failure }) => failure?.parameters)
    expect(failures).toContainEqual({ field: 'mustChangePassword' })
    expect(journal.secrets.has(`${hash} 2`)).toBe(false)
  })

  it('goes on with memberships that a crash has left half done, and only then', async () => {
    const { directory, engine, executor, journal } = setUp()
    const account = directory.seed({ login: 'm.muster', classes: ['6b'] })
    const move = step('1', {
      name: 'm.muster',
      targetId: account.id,
      kind: 'changeClass',
      before: { classes: ['6b', 'ag1'] },
      after: { classes: ['7b', 'ag2'] }
    })
    for (const [classes, outcome] of [
      [['7b', 'ag1'], 'done'],
      [[], 'done'],
      [['7b', 'foreign'], 'failed']
    ] as const) {
      await directory.changeAccount(account.id, { classes: [...classes] })
      const hash = await engine.add({ ...planOf([move]), basis: { case: classes.join() } }, null)
      await journal.record(hash, [{ step: '1', outcome: 'started', failure: null, targetId: null, at: '' }])
      await engine.apply(hash, executor)
      expect((await journal.readSteps(hash)).get('1')?.outcome).toBe(outcome)
    }
    await directory.changeAccount(account.id, { classes: ['7b', 'ag1'] })
    const certain = await engine.add(planOf([move]), null)
    await engine.apply(certain, executor)
    expect((await journal.readSteps(certain)).get('1')?.outcome).toBe('failed')
  })

  it('goes on with a change of the kind that was cut off between container and mark', async () => {
    const { directory, engine, executor, journal } = setUp()
    const account = directory.seed({ login: 'm.muster' })
    const change = step('1', {
      name: 'm.muster',
      targetId: account.id,
      kind: 'rename',
      before: { kind: 'pupil' },
      after: { kind: 'staff' }
    })
    directory.move(account.dn, directory.layout.containers.staff)
    expect(directory.accounts.get(account.id)?.kind).toBe('other')
    const hash = await engine.add(planOf([change]), null)
    await engine.apply(hash, executor)
    expect((await journal.readSteps(hash)).get('1')).toMatchObject({ outcome: 'done' })
    expect(directory.accounts.get(account.id)?.kind).toBe('staff')

    await directory.changeAccount(account.id, { kind: 'teacher' })
    const again = await engine.add({ ...planOf([change]), day: '2026-11-23' }, null)
    await engine.apply(again, executor)
    expect((await journal.readSteps(again)).get('1')).toMatchObject({
      failure: { code: 'directory.changedSince', parameters: { field: 'kind' } }
    })
  })

  it.each([
    ['P9: suspended', 'suspension', { suspension: { kind: 'forever' } }],
    ['P8: marked as having left', 'leaverSince', { leaverSince: '2026-11-21' }],
    ['P5: used', 'lastSignIn', { lastSignIn: '2026-11-21T08:00:00.000Z' }]
  ] as const)('goes on with no creation whose account was %s meanwhile', async (_name, field, lived) => {
    const { directory, engine, executor, journal } = setUp()
    directory.loses = (_write, moment) => moment === 'after'
    const hash = await engine.add(
      planOf([step('1', { name: 'm.muster', after: image('m.muster', '1') })]),
      null
    )
    await engine.apply(hash, executor)
    directory.loses = () => false
    const [made] = [...directory.accounts.values()]
    const account = { ...made!, ...lived }
    directory.accounts.set(account.id, account)
    directory.passwords.set(account.id, 'own')
    await engine.apply(hash, executor)
    expect((await journal.readSteps(hash)).get('1')).toMatchObject({
      outcome: 'failed',
      failure: { code: 'directory.changedSince', parameters: { field } }
    })
    expect(directory.accounts.get(account.id)).toEqual(account)
    expect(directory.passwords.get(account.id)).toBe('own')
    expect(journal.secrets.size).toBe(0)
  })

  it('makes containers and classes before the accounts and removes them after', async () => {
    const { directory, engine, executor } = setUp()
    const container = step('1', { name: 'ou=pupils,dc=school', after: { dn: 'ou=pupils,dc=school' } })
    container.target.type = 'container'
    const schoolClass = step('2', { name: '7b', after: { name: '7b' }, needs: ['1'] })
    schoolClass.target.type = 'group'
    const account = step('3', { name: 'm.muster', after: image('m.muster', '1'), needs: ['1', '2'] })
    const hash = await engine.add(planOf([container, schoolClass, account]), null)
    await engine.apply(hash, executor)
    expect([directory.containers.size, directory.groups.size, directory.accounts.size]).toEqual([1, 1, 1])
    expect(await engine.undo(hash, executor)).toMatchObject({ value: { done: 3, failed: 0 } })
    expect([directory.containers.size, directory.groups.size, directory.accounts.size]).toEqual([0, 0, 0])
  })

  it('loses, doubles and forgets nothing, whatever gets lost on the way; undo gives everything back', async () => {
    const moments = fc.constantFrom('before', 'after', 'write')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 25 }),
        fc.array(fc.tuple(fc.nat(30), moments), { maxLength: 6 }),
        async (count, troubles) => {
          const { directory, journal, newEngine, executor, slipOf } = setUp()
          const steps: Step[] = []
          for (let index = 0; index < count; index += 1) {
            const account = directory.seed({ login: `old${index}`, classes: ['6b'], schoolId: `a${index}` })
            steps.push(
              step(String(steps.length + 1), {
                name: account.login,
                targetId: account.id,
                kind: 'leave',
                before: { suspension: { kind: 'none' }, leaverSince: null, classes: ['6b'] },
                after: { suspension: { kind: 'forever' }, leaverSince: '2026-11-22', classes: [] }
              }),
              step(String(steps.length + 2), {
                name: `new${index}`,
                after: image(`new${index}`, `b${index}`)
              })
            )
          }
          const original = structuredClone([...directory.accounts.values()])
          const hash = await newEngine().add(planOf(steps), null)
          const go = async (work: 'apply' | 'undo'): Promise<void> => {
            for (const [after, kind] of [...troubles, [Infinity, 'after'] as const]) {
              let left = after
              directory.loses = (_, moment) => kind === moment && left-- === 0
              journal.beforeWrite = () => {
                if (kind === 'write' && left-- === 0) throw new Error('power cut')
              }
              await newEngine()
                [work](hash, executor)
                .catch(() => null)
            }
          }
          await go('apply')
          expect(await newEngine().progress(hash)).toMatchObject({
            value: { done: count * 2, state: 'finished' }
          })
          const logins = [...directory.accounts.values()].map(({ login }) => login)
          expect(logins.length).toBe(count * 2)
          expect(new Set(logins).size).toBe(count * 2)
          for (const { id, target } of steps.filter(({ before }) => before === null)) {
            const made = [...directory.accounts.values()].find(({ login }) => login === target.name)!
            expect(slipOf(hash, id)).toBe(directory.passwords.get(made.id))
          }
          await go('undo')
          expect([...directory.accounts.values()]).toEqual(original)
          expect(journal.secrets.size).toBe(0)
        }
      ),
      { numRuns: 100 }
    )
  })
})
