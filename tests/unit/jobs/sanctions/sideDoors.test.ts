import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../../../../src-main/contract/sanctions'
import type { Plan } from '../../../../src-main/contract/plan'
import { draft } from '../../../../src-main/core/ledger'
import { deviceSigner } from '../../../../src-main/core/people/keys'
import { hashPlan } from '../../../../src-main/core/plan'
import { asked } from '../../support/asked'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { appointmentOf, type SchoolPerson } from '../../support/sanctionsPeople'
import { clockAt, codeOf, pupilIn, SanctionsSchool, valueOf } from '../../support/sanctionsSchool'

const forGood: Measure = { kind: 'suspension', until: null }
const noWlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: '2026-12-08' }

async function schoolWithPupil() {
  clockAt('2026-11-22T09:00:00')
  const directory = new MemoryDirectory()
  const account = pupilIn(directory)
  return { school: await SanctionsSchool.open(directory), directory, account }
}

describe('P21: who proposes never decides', () => {
  it('a deputy who was evaluator and proposed may not decide, before any passphrase is asked for', async () => {
    const { school, account, directory } = await schoolWithPupil()
    const { evaluator, leadership, deputy } = school.people
    const proposed = valueOf(await school.tryToPropose(evaluator, account, forGood))
    // The evaluator is made a deputy meanwhile; another one does decide.
    const asDeputy = {
      ...evaluator,
      passphrase: 'never asked for',
      actor: { ...evaluator.actor, roles: ['leadership' as const], deputy: true }
    }
    expect(codeOf(await school.approve(proposed, asDeputy))).toBe('sanctions.ownProposal')
    expect(valueOf(await school.as(asDeputy, 'sanctions.case', { case: proposed.id }))).toMatchObject({
      decideRefusedBecauseOwn: true,
      may: { decide: false }
    })
    expect(school.job.inboxItems(asDeputy.actor)).toEqual([])
    expect(directory.writes).toEqual([])
    expect(valueOf(await school.approve(proposed, deputy)).state).toBe('inForce')
    expect(leadership.actor.person).not.toBe(deputy.actor.person)
  })

  it('the ledger refuses it even where the job is gone around', async () => {
    const { school, account } = await schoolWithPupil()
    const proposed = await school.propose(account, forGood)
    const { leadership: root, administrator: official } = school.officials
    const appointment = appointmentOf(official, { role: 'leadership', appointment: randomUUID() })
    valueOf(await school.ledger.append([{ signer: root.signer, draft: appointment }]))
    const decision = draft(
      'case.decided',
      `case:${proposed.id}`,
      {
        ...{ case: proposed.id, proposal: proposed.version, outcome: 'approved' },
        ...{ plan: proposed.proposal?.plan ?? null, expires: '2026-12-01T00:00:00.000Z' }
      },
      { measures: [forGood], reasons: 'Selbst entschieden.' }
    )
    const signed = await school.ledger.append([{ signer: official.signer, draft: decision }])
    expect(signed).toMatchObject({
      failure: { code: 'ledger.refused', parameters: { problem: 'fourEyesBroken' } }
    })
  })
})

describe('P21: in one’s own matter', () => {
  /** Somebody of the staff, with the account that the case is about. */
  const whose = (who: SchoolPerson, account: string): SchoolPerson => ({
    ...who,
    passphrase: 'never asked for',
    actor: { ...who.actor, person: account }
  })

  it('nobody decides, lifts, withdraws or proposes anew', async () => {
    const { school, account, directory } = await schoolWithPupil()
    const { leadership, administrator, deputy } = school.people
    const head = whose(leadership, account)
    const proposed = await school.propose(account, noWlan)
    const { passphrase } = head
    const reference = { case: proposed.id, version: proposed.version, passphrase }
    expect(codeOf(await school.approve(proposed, head))).toBe('sanctions.ownMatter')
    const concerned = whose(administrator, account)
    expect(codeOf(await school.as(concerned, 'sanctions.withdraw', { ...reference, reason: 'Nein.' }))).toBe(
      'sanctions.ownMatter'
    )
    const milder = { ...reference, measures: [{ kind: 'warning' as const }], reasons: 'Genügt.' }
    expect(codeOf(await school.as(concerned, 'sanctions.propose', milder))).toBe('sanctions.ownMatter')
    expect(valueOf(await school.as(head, 'sanctions.case', { case: proposed.id }))).toMatchObject({
      decideRefusedBecauseOwn: true,
      may: { decide: false, propose: false, withdraw: false, recordHearing: false }
    })
    expect(school.job.inboxItems(head.actor)).toEqual([])
    expect(directory.writes).toEqual([])
    const inForce = valueOf(await school.approve(proposed, deputy))
    expect(codeOf(await school.lift(inForce, head))).toBe('sanctions.ownMatter')
    expect((await school.look(inForce.id)).state).toBe('inForce')
  })

  it('what was signed past the window is not carried out, and found', async () => {
    const { school, directory } = await schoolWithPupil()
    const { leadership } = school.officials
    const own = directory.seed({ login: 'r.leitung', groups: ['modul-wlan'], kind: 'teacher' })
    directory.accounts.delete(own.id)
    const id = leadership.person.actor.person ?? ''
    directory.accounts.set(id, { ...own, id })
    const proposed = await school.propose(id, noWlan)
    const decision = draft(
      'case.decided',
      `case:${proposed.id}`,
      {
        ...{ case: proposed.id, proposal: proposed.version, outcome: 'approved' },
        ...{ plan: proposed.proposal?.plan ?? null, expires: '2026-12-01T00:00:00.000Z' }
      },
      { measures: [noWlan], reasons: 'In eigener Sache.' }
    )
    const signed = valueOf(await school.ledger.append([{ signer: leadership.signer, draft: decision }]))
    expect(valueOf(await school.job.due())).toMatchObject({
      enforced: [],
      waiting: [{ failure: { code: 'sanctions.ownMatter' } }]
    })
    expect(directory.writes).toEqual([])
    expect(await school.job.planProblems()).toEqual([
      { sequence: signed[0]?.statement.sequence, code: 'fourEyesBroken' }
    ])
  })
})

describe('decisions that do not count', () => {
  it('a stale one is refused and says what the other did', async () => {
    const { school, account, directory } = await schoolWithPupil()
    const { deputy, leadership } = school.people
    const proposed = await school.propose(account, forGood)
    const refused = await school.as(leadership, 'sanctions.decide', {
      ...{ case: proposed.id, version: proposed.version, outcome: 'refused' },
      ...{ measures: [], plan: null, reasons: 'Nicht erwiesen.', passphrase: leadership.passphrase }
    })
    expect(valueOf(refused).state).toBe('refused')
    expect(await school.approve(proposed, deputy)).toMatchObject({
      failure: { code: 'ledger.changedSince', parameters: { by: 'Rosa leadership', what: 'case.decided' } }
    })
    expect(directory.writes).toEqual([])
  })

  it('a new proposal meanwhile makes the decision on the old one stale', async () => {
    const { school, account } = await schoolWithPupil()
    const { administrator } = school.people
    const proposed = await school.propose(account, noWlan)
    const again = await school.as(administrator, 'sanctions.propose', {
      ...{ case: proposed.id, version: proposed.version, measures: [forGood], reasons: 'Es war schlimmer.' },
      passphrase: administrator.passphrase
    })
    expect(codeOf(await school.approve(proposed))).toBe('ledger.changedSince')
    expect(valueOf(await school.approve(valueOf(again))).measures).toEqual([forGood])
  })

  it('a wrong passphrase signs nothing', async () => {
    const { school, account } = await schoolWithPupil()
    const proposed = await school.propose(account, forGood)
    const guessing = { ...school.people.leadership, passphrase: 'geraten' }
    expect(codeOf(await school.approve(proposed, guessing))).toBe('people.wrongPassphrase')
    expect(school.kindsOf(proposed.id)).toEqual(['case.opened', 'case.proposed'])
  })

  it('an approval by a revoked person is refused by the ledger', async () => {
    const { school, account, directory } = await schoolWithPupil()
    const { deputy } = school.people
    const proposed = await school.propose(account, forGood)
    const { appointment } = deputy
    valueOf(
      await school.ledger.append([
        {
          signer: school.officials.leadership.signer,
          draft: draft(
            'appointment.revoked',
            `person:${deputy.actor.person ?? ''}`,
            { appointment },
            { reason: 'Versetzt.' }
          )
        }
      ])
    )
    expect(await school.approve(proposed, deputy)).toMatchObject({
      failure: { code: 'ledger.refused', parameters: { problem: 'notAppointed' } }
    })
    expect(directory.writes).toEqual([])
  })

  it('an approval that was written down again does not count again', async () => {
    const { school, account, directory } = await schoolWithPupil()
    const first = valueOf(await school.approve(await school.propose(account, forGood)))
    valueOf(await school.lift(first))
    const approved = school.ledger.about(`case:${first.id}`)[2]!
    const approval = (await school.ledger.rowOf(approved.sequence))!
    const next = String((school.ledger.head?.sequence ?? 0) + 1)
    await school.tamper(
      'insert into statements (sequence, hash, text, signature) values (?, ?, ?, ?)',
      ...[next, approval.hash.replace(/^./, 'x'), approval.text, approval.signature]
    )
    const { problems } = await school.ledger.verify()
    expect(problems.map(({ sequence, code }) => `${sequence} ${code}`)).toEqual(
      expect.arrayContaining([`${next} chainBroken`, `${next} wrongHash`])
    )
    const writes = directory.writes.length
    valueOf(await school.job.due())
    expect((await school.look(first.id)).state).toBe('lifted')
    expect(directory.writes.length).toBe(writes)
  })
})

describe('a plan that was changed after the approval', () => {
  const away = { code: 'directory.unreachable', parameters: { url: 'ldaps://school' } } as const

  async function approvedOnly(...measures: Measure[]) {
    const { school, directory, account } = await schoolWithPupil()
    const other = directory.seed({ login: 'u.unschuldig' }).id
    school.away = away
    school.away = null
    const proposed = await school.propose(account, ...measures)
    school.away = away
    const approved = valueOf(await school.approve(proposed))
    school.away = null
    return { school, directory, account, other, approved }
  }

  it.each([
    [
      'another account',
      (text: string, other: string) => text.replaceAll(/"id":"[0-9a-f]{32}"/g, `"id":"${other}"`)
    ],
    ['another measure', (text: string) => text.replaceAll('forever', 'none')],
    ['no plan at all', () => 'nonsense']
  ])('%s: is never carried out, and found', async (_, change) => {
    const { school, directory, other, approved } = await approvedOnly(forGood)
    const plan = approved.decision?.plan ?? ''
    const step = (await school.store.findPlan(plan))!.plan.steps[0]!
    await school.tamper(
      'update plan_steps set body = ? where plan = ?',
      change(JSON.stringify(step), other),
      plan
    )
    expect(valueOf(await school.job.due())).toMatchObject({
      enforced: [],
      waiting: [{ failure: { code: 'sanctions.planChangedAfterApproval' } }]
    })
    expect(codeOf(await school.ask('sanctions.enforce', { case: approved.id }))).toBe(
      'sanctions.planChangedAfterApproval'
    )
    expect((await school.look(approved.id)).obstacle?.code).toBe('sanctions.planChangedAfterApproval')
    expect(await school.job.planProblems()).toEqual([
      { sequence: approved.decision?.sequence, code: 'planChanged' }
    ])
    expect(directory.writes).toEqual([])
  })

  it('steps that the journal falsely calls done do not put a measure in force', async () => {
    const { school, directory, account, approved } = await approvedOnly(forGood)
    const plan = approved.decision?.plan ?? ''
    const step = {
      step: '1',
      outcome: 'done',
      failure: null,
      targetId: account,
      at: '2026-11-22T09:00:00.000Z'
    } as const
    await school.store.record(plan, [step])
    valueOf(await school.job.due())
    expect((await school.look(approved.id)).state).toBe('inForce')
    expect(directory.accounts.get(account)?.suspension).toEqual({ kind: 'forever' })
  })

  it('a directory that takes the change and does not show it is not believed', async () => {
    const { school, directory, approved } = await approvedOnly(forGood)
    directory.changeAccount = async () => ({ ok: true, value: undefined })
    valueOf(await school.job.due())
    expect(await school.look(approved.id)).toMatchObject({
      state: 'approved',
      obstacle: { code: 'sanctions.notReadBack' }
    })
    expect(school.kindsOf(approved.id).at(-1)).toBe('case.enforcementFailed')
  })

  it('a measure that was there at the proposal and is not any more does not put a case in force', async () => {
    const { school, directory, account } = await schoolWithPupil()
    await directory.changeAccount(account, { groups: [] })
    const proposed = await school.propose(account, noWlan)
    await directory.changeAccount(account, { groups: ['modul-wlan'] })
    const approved = valueOf(await school.approve(proposed))
    expect(approved).toMatchObject({ state: 'approved', obstacle: { code: 'directory.changedSince' } })
  })
})

describe('a plan that somebody has put into the store', () => {
  const unreachable = { code: 'directory.unreachable', parameters: {} } as const

  it('P26: as the taking back of an expired approval is never carried out', async () => {
    const { school, directory, account } = await schoolWithPupil()
    const other = directory.seed({ login: 'u.unschuldig', suspension: { kind: 'forever' } }).id
    const proposed = await school.propose(account, forGood)
    let writes = 0
    directory.loses = (_, moment) => moment === 'before' && writes++ >= 1
    const approved = valueOf(await school.approve(proposed))
    directory.loses = () => false
    const hash = approved.decision?.plan ?? ''
    const signed = (await school.store.findPlan(hash))!.plan
    const [step] = signed.steps
    // What looks like the undo frees somebody else.
    const planted: Plan = {
      ...signed,
      undoes: hash,
      steps: [
        {
          ...step!,
          kind: 'undo',
          target: { ...step!.target, id: other },
          before: { suspension: { kind: 'forever' } },
          after: { suspension: { kind: 'none' } },
          reason: { code: 'undo', parameters: { step: '1', kind: 'suspend' } }
        }
      ]
    }
    await school.store.addPlan(planted, hashPlan(planted), null, '2026-11-22T09:00:00.000Z')
    clockAt('2026-12-10T09:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({
      expired: [proposed.number],
      waiting: [{ failure: { code: 'plan.damaged' } }]
    })
    expect(directory.accounts.get(other)?.suspension).toEqual({ kind: 'forever' })
  })

  it('P26: takes back at the account that was signed, whatever the journal says that a step has made', async () => {
    const { school, directory, account } = await schoolWithPupil()
    const other = directory.seed({ login: 'u.unschuldig', suspension: { kind: 'forever' } }).id
    const proposed = await school.propose(account, forGood)
    let writes = 0
    directory.loses = (_, moment) => moment === 'before' && writes++ >= 1
    const approved = valueOf(await school.approve(proposed))
    directory.loses = () => false
    await school.tamper(
      'update step_records set target_id = ? where plan = ?',
      other,
      approved.decision?.plan ?? ''
    )
    clockAt('2026-12-10T09:00:00')
    valueOf(await school.job.due())
    expect(directory.accounts.get(other)?.suspension).toEqual({ kind: 'forever' })
    expect(directory.accounts.get(account)?.suspension).toEqual({ kind: 'none' })
  })

  it('P26: as a lifting that gives more than the case took is not carried out, and found', async () => {
    const { school, directory, account } = await schoolWithPupil()
    const { leadership } = school.officials
    const inForce = valueOf(await school.approve(await school.propose(account, noWlan)))
    directory.seedGroup('netz-admins', false)
    const honest = valueOf(await school.ask('sanctions.previewLift', { case: inForce.id }))
    school.away = unreachable
    const lifting = valueOf(await school.lift(inForce))
    expect(lifting.lift?.plan).toBe(honest.plan)
    expect(await school.job.planProblems()).toEqual([])
    const kept = (await school.store.findPlan(honest.plan))!.plan
    const planted: Plan = {
      ...kept,
      steps: kept.steps.map((step) => ({
        ...step,
        before: { membership: { group: 'netz-admins', member: false } },
        after: { membership: { group: 'netz-admins', member: true } }
      }))
    }
    await school.store.addPlan(planted, hashPlan(planted), null, '2026-11-22T09:00:00.000Z')
    // The lifting expires, and at a changed app another one is signed.
    clockAt('2026-12-07T09:00:00')
    valueOf(await school.job.due())
    const expires = '2026-12-20T09:00:00.000Z'
    const said = draft(
      'case.liftDecided',
      `case:${inForce.id}`,
      { case: inForce.id, plan: hashPlan(planted), expires },
      { reasons: 'Hat sich gebessert.' }
    )
    valueOf(await school.ledger.append([{ signer: leadership.signer, draft: said }]))
    school.away = null
    expect(valueOf(await school.job.due())).toMatchObject({
      lifted: [],
      waiting: [{ failure: { code: 'sanctions.planNotOfCase' } }]
    })
    expect(directory.accounts.get(account)?.groups).not.toContain('netz-admins')
    expect((await school.job.planProblems()).map(({ code }) => code)).toEqual(['planNotOfCase'])
  })
})

describe('who sees what', () => {
  it('evaluators see the cases that they opened or proposed, nobody signs out of their role', async () => {
    const { school, account } = await schoolWithPupil()
    const { evaluator, administrator, leadership } = school.people
    const own = valueOf(await school.tryToPropose(evaluator, account, noWlan))
    const other = await school.propose(account, forGood)
    const query = { text: 'beispiel KIM 7b', states: [], account: null, offset: 0, limit: 10 }
    const rows = async (who: typeof evaluator): Promise<string[]> =>
      valueOf(await school.as(who, 'sanctions.query', query)).rows.map(({ number }) => number)
    expect(await rows(evaluator)).toEqual([own.number])
    expect(await rows(administrator)).toEqual([other.number, own.number])
    expect(await rows(leadership)).toEqual([other.number, own.number])
    expect(codeOf(await school.as(evaluator, 'sanctions.case', { case: other.id }))).toBe(
      'sanctions.caseNotFound'
    )
    // The gateway asks for the role; the ledger does so, too.
    expect(codeOf(await school.approve(other, evaluator))).toBe('sanctions.caseNotFound')
    expect(await school.approve(own, administrator)).toMatchObject({
      failure: { code: 'ledger.refused', parameters: { problem: 'wrongSigner' } }
    })
    school.present = null
    expect(codeOf(await school.ask('sanctions.query', query))).toBe('people.notSignedIn')
  })

  it('a PC that is not admitted does nothing of its own', async () => {
    const { school, account, directory } = await schoolWithPupil()
    const proposed = await school.propose(account, forGood)
    const strange = await school.ledgerOf(school.store, deviceSigner(randomBytes(32)))
    const job = school.jobOn(school.store, strange)
    school.present = school.people.leadership
    const approved = await asked(job.handlers, () => school.present?.actor ?? null)['sanctions.decide']({
      ...{ case: proposed.id, version: proposed.version, outcome: 'approved', measures: [forGood] },
      ...{ plan: proposed.proposal?.plan ?? null, reasons: 'Ja.', passphrase: school.present.passphrase }
    })
    expect(valueOf(approved)).toMatchObject({ state: 'approved' })
    expect(codeOf(await job.due())).toBe('ledger.deviceUnknown')
    expect(directory.writes).toEqual([])
    // The PC that is admitted completes it.
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: ['2026-001'] })
  })
})
