import { describe, expect, it } from 'vitest'
import { operations, permits, type OperationName } from '../../../src-main/contract/operations'
import { statementKindNames, statementKinds } from '../../../src-main/contract/ledger'
import { roles, type Role } from '../../../src-main/contract/people'
import { combinations } from '../support/combinations'

const names = Object.keys(operations) as OperationName[]

/** Roles that may ask for the operation. */
function allowed(name: OperationName): Role[] {
  return roles.filter((role) => permits(name, [role]))
}

/**
 * What the contract says. That it is held to, and what each role sees, is proved where somebody asks: the walk through
 * every screen (tests/unit/renderer/app/links.test.ts), contents (tests/unit/jobs/contents.test.ts), the gateway.
 */
describe('who may ask for what, by the contract', () => {
  it.each([
    'people.appoint',
    'people.choosePassphrase',
    'people.revoke',
    'people.replaceKey',
    'sanctions.decide',
    'sanctions.decideLift',
    'flags.ask',
    'flags.answer',
    'orders.give',
    'orders.withdraw',
    'standingOrders.list',
    'standingOrders.order',
    'standingOrders.prepare',
    'standingOrders.give',
    'standingOrders.withdraw',
    'notices.give',
    'notices.postpone'
  ] as const)('%s is for the leadership alone', (name) => {
    expect(allowed(name)).toEqual(['leadership'])
    expect(permits(name, ['administrator', 'evaluator', 'teacher', 'dpo'])).toBe(false)
  })

  it.each(['sanctions.open', 'sanctions.propose', 'sanctions.withdraw'] as const)(
    '%s is for those who do not decide',
    (name) => {
      expect(allowed(name)).toEqual(['administrator', 'evaluator'])
    }
  )

  it('a teacher looks at accounts and resets passwords, and nothing else is theirs alone', () => {
    const own = names.filter((name) => permits(name, ['teacher']) && !permits(name, null))
    const forAll = own.filter((name) => allowed(name).length === roles.length)
    expect(own.filter((name) => !forAll.includes(name))).toEqual([
      'accounts.query',
      'accounts.refresh',
      'accounts.detail',
      'accounts.groups',
      'accounts.resetPassword',
      'slips.pending',
      'slips.save'
    ])
  })

  it('the DPO reads the procedure in ledger and appointments, and changes nothing', () => {
    // What of it is content they do not get by any of these: tests/unit/jobs/contents.test.ts.
    const own = names.filter((name) => permits(name, ['dpo']) && allowed(name).length < roles.length)
    expect(own).toEqual([
      'people.appointments',
      'people.saveDocument',
      'ledger.query',
      'ledger.entry',
      'ledger.verify',
      'ledger.export'
    ])
  })

  it('nobody at all gets what stands before the sign-in and no more', () => {
    const open = [
      'application.state',
      'application.setPreferences',
      'setup.enterPassword',
      'session.signIn',
      'session.signOut',
      'session.active',
      'caseFile.join',
      'caseFile.retry',
      'backup.restore'
    ]
    expect(names.filter((name) => permits(name, null)).toSorted()).toEqual(open.toSorted())
  })
})

/** Who may do what, area by area, as the school's rules have it; written without a look at the contract. */
const areas: readonly { readonly may: readonly Role[] | 'anyone'; readonly ask: readonly OperationName[] }[] =
  [
    {
      may: 'anyone',
      ask: [
        'application.state',
        'application.setPreferences',
        'setup.enterPassword',
        'session.signIn',
        'session.signOut',
        'session.active',
        'caseFile.join',
        'caseFile.retry',
        'backup.restore'
      ]
    },
    { may: roles, ask: ['settings.read', 'documents.open', 'ledger.state', 'inbox.list'] },
    { may: roles, ask: ['flags.report', 'flags.query', 'flags.flag', 'flags.reply', 'accounts.find'] },
    {
      may: ['administrator'],
      ask: [
        'setup.fetchCertificates',
        'setup.chooseCertificate',
        'setup.test',
        'setup.connect',
        'setup.startDemo',
        'setup.check',
        'setup.disconnect',
        'setup.radiusState',
        'setup.checkRadius',
        'settings.write',
        'settings.previewLogins',
        'logSources.read',
        'logSources.save',
        'logSources.remove',
        'logSources.check',
        'logSources.cancelCheck',
        'logSources.preview',
        'logSources.choose',
        'caseFile.check',
        'caseFile.prepare',
        'caseFile.move',
        'backup.create',
        'schedule.save',
        'people.joinFounding',
        'people.leaveFounding',
        'people.found'
      ]
    },
    {
      may: ['administrator'],
      ask: [
        'accounts.suspend',
        'accounts.liftSuspension',
        'accounts.unlock',
        'accounts.setClasses',
        'accounts.setGroups',
        'accounts.export',
        'rosters.choose',
        'rosters.chooseDemo',
        'rosters.preview',
        'rosters.stopReading',
        'rosters.profiles',
        'rosters.saveProfile',
        'rosters.deleteProfile',
        'rosters.plan',
        'rosters.lookAtPerson',
        'rosters.planPerson',
        'plans.apply',
        'plans.cancel',
        'plans.undo',
        'plans.discard'
      ]
    },
    {
      may: ['administrator', 'leadership'],
      ask: ['plans.list', 'plans.query', 'plans.summary', 'plans.steps']
    },
    {
      may: ['administrator', 'leadership', 'evaluator', 'teacher'],
      ask: ['accounts.query', 'accounts.refresh', 'accounts.detail', 'accounts.groups']
    },
    { may: ['administrator', 'teacher'], ask: ['accounts.resetPassword', 'slips.pending', 'slips.save'] },
    {
      may: ['administrator', 'leadership', 'dpo'],
      ask: [
        'people.appointments',
        'people.saveDocument',
        'ledger.query',
        'ledger.entry',
        'ledger.verify',
        'ledger.export'
      ]
    },
    { may: ['administrator', 'leadership'], ask: ['people.admitDevice'] },
    {
      may: ['leadership'],
      ask: [
        'people.appoint',
        'people.choosePassphrase',
        'people.hasKey',
        'people.revoke',
        'people.replaceKey',
        'sanctions.previewLift',
        'sanctions.decide',
        'sanctions.decideLift',
        'flags.ask',
        'flags.answer',
        'orders.prepare',
        'orders.give',
        'orders.withdraw',
        'standingOrders.list',
        'standingOrders.order',
        'standingOrders.prepare',
        'standingOrders.give',
        'standingOrders.withdraw',
        'notices.state',
        'notices.give',
        'notices.postpone',
        'notices.saveLetter'
      ]
    },
    {
      may: ['leadership', 'evaluator'],
      ask: [
        'orders.query',
        'orders.order',
        'orders.saveDocument',
        'evidence.state',
        'evaluations.saveProtocol',
        'handovers.state'
      ]
    },
    { may: ['evaluator'], ask: ['evidence.gather', 'evidence.cancel'] },
    {
      may: ['evaluator'],
      ask: [
        'evaluations.state',
        'evaluations.open',
        'evaluations.reveal',
        'evaluations.close',
        'evaluations.cancel',
        'evaluations.release',
        'evaluations.decline',
        'evaluations.takeBack',
        'evaluations.leave',
        'evaluations.overview',
        'evaluations.events',
        'evaluations.timeline',
        'evaluations.mark'
      ]
    },
    { may: ['leadership'], ask: ['handovers.decide'] },
    { may: ['leadership'], ask: ['disclosures.gather', 'disclosures.save'] },
    { may: ['evaluator'], ask: ['handovers.make', 'handovers.cancel'] },
    {
      may: ['administrator', 'evaluator'],
      ask: [
        'sanctions.previewNew',
        'sanctions.beginning',
        'sanctions.open',
        'sanctions.propose',
        'sanctions.withdraw'
      ]
    },
    {
      may: ['administrator', 'evaluator', 'leadership'],
      ask: [
        'sanctions.query',
        'sanctions.case',
        'sanctions.preview',
        'sanctions.recordHearing',
        'sanctions.enforce',
        'sanctions.compare',
        'sanctions.saveDocument'
      ]
    }
  ]

describe('roles add up by area', () => {
  it('every operation belongs to one area', () => {
    expect(areas.flatMap(({ ask }) => ask).toSorted()).toEqual(names.toSorted())
  })

  it.each(combinations.map((held) => ({ held, name: held.join(' + ') || 'no role' })))(
    '$name may ask for what one of them may, and no more',
    ({ held }) => {
      const open = areas
        .filter(({ may }) => may === 'anyone' || held.some((role) => may.includes(role)))
        .flatMap(({ ask }) => ask)
      expect(names.filter((name) => permits(name, held)).toSorted()).toEqual(open.toSorted())
    }
  )

  it.each(statementKindNames)('%s says who reads its payload', (kind) => {
    const { payload, reading } = statementKinds[kind]
    const procedure = [
      'device.registered',
      'founding',
      'appointment.made',
      'appointment.revoked',
      'key.revoked',
      'session.signedIn',
      'connection.changed'
    ]
    const isEmpty = payload.safeParse(null).success
    const said = /^(?:flag|order|evidence|evaluation|notice|handover|standingOrder|disclosure)\./.test(kind)
      ? 'confidential'
      : 'content'
    expect(reading).toBe(isEmpty || procedure.includes(kind) ? 'procedure' : said)
  })
})
