import { randomUUID } from 'node:crypto'
import { dayAfter, germanDayOf } from '../../../src-main/core/calendar'
import { draft, type Draft } from '../../../src-main/core/ledger'
import { appointment, LedgerBuilder, makePerson, planHash, said } from './ledgerBuilder'

/** A school year of a made-up school: every kind of statement, every course of a case, at least 200 statements. */
export async function buildYear(): Promise<LedgerBuilder> {
  const built = await LedgerBuilder.found()
  await sayEverythingElse(built)
  await sayFlags(built)
  await sayOrders(built)
  await sayStandingOrders(built)
  for (let place = 0; built.sequence < 205; place += 1) await sayCase(built, place)
  return built
}

async function sayEverythingElse(built: LedgerBuilder): Promise<void> {
  const { leadership, administrator } = built
  const by = administrator.id
  const plan = planHash('new school year')
  const digest = planHash('a document')
  const second = await makePerson('second administrator')
  const secondAgain = await makePerson(second.id)
  const [auditor, dpo] = [await makePerson('former evaluator'), await makePerson('dpo')]
  const appointed = randomUUID()
  const { signer } = leadership
  await built.record(
    draft(
      'session.signedIn',
      `person:${by}`,
      { person: by, roles: ['administrator', 'teacher'], kind: 'window' },
      { names: { login: 'a.muster', givenName: 'Ada', familyName: 'Muster' }, computer: 'PC-Büro' }
    )
  )
  await built.say({
    signer: administrator.signer,
    draft: draft(
      'plan.begun',
      `plan:${plan}`,
      { plan, job: 'accounts', steps: 120, kinds: { create: 100, leave: 20 }, undoes: null, by },
      { subject: '', reason: '' }
    )
  })
  await built.record(
    draft(
      'plan.ended',
      `plan:${plan}`,
      { plan, state: 'finished', done: 119, failed: 1, remaining: 0 },
      null
    ),
    draft('settings.changed', 'ledger', { document: 'modules', digest, by }, null),
    draft('backup.made', 'ledger', { statements: built.sequence, head: digest, by: null }, null),
    draft('store.moved', 'ledger', { from: 'sqlite', to: 'postgres', by }, null),
    draft('copy.made', 'ledger', { what: 'procedure', count: built.sequence, by: dpo.id }, null)
  )
  await built.say({ signer: administrator.signer, draft: said.connection(digest) })
  await built.say({ signer, draft: appointment(second, 'administrator', { until: '2027-07-31' }) })
  await built.say({ signer, draft: appointment(auditor, 'evaluator', {}, appointed) })
  await built.say({ signer, draft: appointment(dpo, 'dpo') })
  await built.say({ signer, draft: said.appointmentRevoked(auditor.id, appointed) })
  const from = built.sequence + 1
  await built.say(
    { signer, draft: said.keyRevoked(`person:${second.id}`, second.signer.fingerprint, from) },
    { signer, draft: appointment(secondAgain, 'administrator') }
  )
  built.wait(-30)
  await built.record(said.settings())
  built.wait(60)
}

/** Flags on both of their courses. */
async function sayFlags(built: LedgerBuilder): Promise<void> {
  const { leadership, deputy, administrator } = built
  const [asked, handed, opened] = [randomUUID(), randomUUID(), randomUUID()]
  await built.record(said.flagReported(asked, 'teacher'))
  await built.say({ signer: deputy.signer, draft: said.flagAsked(asked) })
  await built.record(said.flagReplied(asked, 'teacher'))
  await built.say({ signer: deputy.signer, draft: said.flagAnswered(asked, 'closed') })
  await built.record(said.flagReported(handed, administrator.id, null))
  await built.say({ signer: leadership.signer, draft: said.flagAnswered(handed, 'handedOver') })
  await built.propose(opened, planHash('from a flag'))
  await built.say({ signer: administrator.signer, draft: said.flagPursued(handed, opened) })
}

/** Two orders, one of which is taken back. */
async function sayOrders(built: LedgerBuilder): Promise<void> {
  const { leadership, deputy, evaluator } = built
  const second = await makePerson('second evaluator')
  await built.say({ signer: leadership.signer, draft: appointment(second, 'evaluator') })
  const evaluators = [evaluator.id, second.id]
  const [kept, withdrawn] = [randomUUID(), randomUUID()]
  await built.say({ signer: leadership.signer, draft: said.orderGiven(kept, evaluators, { contents: true }) })
  await built.say({ signer: deputy.signer, draft: said.orderGiven(withdrawn, evaluators) })
  await built.say({ signer: leadership.signer, draft: said.orderWithdrawn(withdrawn) })
  const evidence = randomUUID()
  const pair = [evaluator.signer.fingerprint, second.signer.fingerprint] as const
  await built.record(said.evidenceSealed(kept, evidence, [pair]))
  await built.record(said.evidenceDestroyed(kept, evidence))
  const session = randomUUID()
  const bothSay = async (one: Draft): Promise<void> => {
    await built.say(...[evaluator, second].map(({ signer }) => ({ signer, draft: one })))
  }
  await bothSay(said.evaluationOpened(kept, randomUUID(), session))
  await built.record(said.evaluationSearched(kept, session))
  await bothSay(said.evaluationRevealed(kept, session))
  await built.record(said.evaluationMarked(kept, session))
  await bothSay(said.evaluationRecorded(kept, session))
  await bothSay(said.evaluationClosed(kept))
  const [signedOrder] = built.ledger.about(`order:${kept}`)
  if (signedOrder === undefined) throw new Error('the order is missing')
  const today = germanDayOf(signedOrder.statement.time)
  await built.say({ signer: leadership.signer, draft: said.noticePostponed(kept, dayAfter(today)) })
  await built.say({
    signer: leadership.signer,
    draft: said.noticeGiven(kept, signedOrder.statement.sequence, today)
  })
  const opened = randomUUID()
  await built.say(
    { signer: evaluator.signer, draft: said.opened(opened) },
    { signer: evaluator.signer, draft: said.proposed(opened, planHash('from an order')) },
    { signer: evaluator.signer, draft: said.orderPursued(kept, opened) }
  )
  const [punishable, given, handover] = [randomUUID(), randomUUID(), randomUUID()]
  await built.say({ signer: leadership.signer, draft: said.orderGiven(punishable, evaluators) })
  await built.record(said.evidenceSealed(punishable, given, [pair]))
  await bothSay(said.evaluationOpened(punishable, given, randomUUID()))
  await bothSay(said.evaluationClosed(punishable, 'lawEnforcement'))
  await built.say({ signer: deputy.signer, draft: said.handoverDecided(punishable, given, handover) })
  await bothSay(said.handoverMade(punishable, given, handover))
  await built.record(said.disclosureMade(randomUUID(), 'leadership-1'))
}

/** Two standing orders, one of which is taken back; a flag that the leadership closes and one that expires. */
async function sayStandingOrders(built: LedgerBuilder): Promise<void> {
  const { leadership, deputy } = built
  const [kept, withdrawn, closed, expired] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await built.say({ signer: leadership.signer, draft: said.standingOrderGiven(kept) })
  await built.say({ signer: deputy.signer, draft: said.standingOrderGiven(withdrawn, '2027-07-31', 1) })
  await built.record(said.flagFound(closed, kept, randomUUID()))
  await built.record(said.flagGrown(closed, randomUUID()))
  await built.say({ signer: leadership.signer, draft: said.flagAnswered(closed, 'closed') })
  await built.record(said.flagFound(expired, withdrawn, randomUUID()))
  await built.say({ signer: leadership.signer, draft: said.standingOrderWithdrawn(withdrawn) })
  built.wait(24 * 60)
  await built.record(said.flagExpired(expired))
}

/** One case on one of the courses that a case can take. */
async function sayCase(built: LedgerBuilder, place: number): Promise<void> {
  const { leadership, deputy, administrator, evaluator } = built
  const id = randomUUID()
  const plan = planHash(`case ${place}`)
  const other = planHash(`other ${place}`)
  const proposal = await built.propose(id, plan)
  if (place % 6 === 0) {
    await built.say({ signer: administrator.signer, draft: said.withdrawn(id) })
    return
  }
  await built.say({ signer: evaluator.signer, draft: said.heard(id) })
  if (place % 6 === 1) {
    await built.say({ signer: deputy.signer, draft: said.decided(id, proposal, 'refused', null, null) })
    return
  }
  if (place % 6 === 2) {
    await built.approve(id, proposal, plan, 1)
    await built.record(said.failed(id, plan))
    built.wait(2 * 24 * 60)
    await built.record(said.expired(id))
    return
  }
  const changed = said.decided(id, proposal, 'changed', other, built.inDays(14))
  const approved = said.decided(id, proposal, 'approved', plan, built.inDays(14))
  const carried = place % 6 === 3 ? other : plan
  await built.say({ signer: leadership.signer, draft: place % 6 === 3 ? changed : approved })
  await built.record(said.enforced(id, carried))
  if (place % 6 === 4) {
    await built.record(said.ended(id))
    return
  }
  const lifting = said.liftDecided(id, planHash(`lift ${place}`), built.inDays(14))
  await built.say({ signer: deputy.signer, draft: lifting })
  await built.record(said.lifted(id, planHash(`lift ${place}`)))
}
