import { randomUUID } from 'node:crypto'
import { approvalDays, type Measure } from '../../../contract/sanctions'
import { dayOf, germanDayOf } from '../../../core/calendar'
import { draft } from '../../../core/ledger'
import type { DemoPupil, DemoStory } from '../../../desks/demoStory'
import { newestPlanning } from '../measures'
import { sanctionPlan } from '../sanctionPlan'
import { demoCases, measureOf, type DemoCase, type DemoEnd } from './cases'
import { liftingPlan, snapshotBefore } from './plans'

/** Cases in every state. */
export function tellDemoCases(story: DemoStory): void {
  for (const one of demoCases) tell(story, one)
}

interface ToldCase {
  readonly id: string
  readonly subject: string
  readonly measures: readonly Measure[]
  readonly proposal: () => number
  readonly plan: () => string
  readonly pupil: DemoPupil
}

function tell(story: DemoStory, one: DemoCase): void {
  const id = randomUUID()
  const subject = `case:${id}`
  const pupil = story.pupils[one.pupil]
  if (pupil === undefined) throw new Error('a pupil of the demo school is missing')
  const measures = one.measures.map((measure) => measureOf(measure, (days) => story.dayIn(days)))
  const opened = story.at(one.day - 1, 10, 15)
  let proposal = 0
  let planHash = ''
  story.happens(opened, () => {
    const plan = sanctionPlan({
      case: id,
      day: dayOf(opened),
      proposal: 1,
      // What has come into force did so before suspensions took the modules, too.
      planning: one.end.kind === 'waiting' ? newestPlanning : 1,
      measures,
      snapshot: snapshotBefore(story, pupil)
    })
    planHash = story.keep(plan, opened, isCarriedOut(one.end))
    const { id: person, names, schoolClass } = pupil
    story.say(
      opened,
      story.cast[one.by].signer,
      draft(
        'case.opened',
        subject,
        { case: id, rule: one.rule },
        {
          person,
          names,
          schoolClass,
          happenedOn: germanDayOf(story.at(one.day, 9, 0).toISOString()),
          facts: one.facts,
          evidence: one.evidence.map((reference) => ({ reference }))
        }
      )
    )
    proposal = story.say(
      opened,
      story.cast[one.by].signer,
      draft('case.proposed', subject, { case: id, plan: planHash }, { measures, reasons: one.reasons })
    )
  })
  one.hearings.forEach(([party, event, note], index) => {
    const at = story.at(Math.max(one.day - 2, 1), 11 + index, 20)
    story.happens(at, () => {
      const body = { case: id, party, event, on: germanDayOf(at.toISOString()) }
      story.say(at, story.cast[one.by].signer, draft('case.hearing', subject, body, { note }))
    })
  })
  finish(story, one, { id, subject, measures, proposal: () => proposal, plan: () => planHash, pupil })
}

function finish(story: DemoStory, one: DemoCase, told: ToldCase): void {
  const { end } = one
  const { id, subject, measures } = told
  const { device } = story
  const decided = story.at(Math.max(one.day - 3, 1), 15, 30)
  if (end.kind === 'waiting') return
  if (end.kind === 'withdrawn') {
    story.happens(decided, () => {
      const said = draft('case.withdrawn', subject, { case: id }, { reason: end.reason })
      story.say(decided, story.cast[one.by].signer, said)
    })
    return
  }
  const refused = end.kind === 'refused'
  story.happens(decided, () => {
    const body = {
      case: id,
      proposal: told.proposal(),
      outcome: refused ? ('refused' as const) : ('approved' as const),
      plan: refused ? null : told.plan(),
      expires: refused ? null : new Date(decided.getTime() + approvalDays * 86_400_000).toISOString()
    }
    const payload = { measures: refused ? [] : [...measures], reasons: end.reasons }
    story.say(decided, story.cast[end.by].signer, draft('case.decided', subject, body, payload))
    if (refused) return
    const enforced = { case: id, plan: told.plan() }
    story.say(new Date(decided.getTime() + 2_000), device, draft('case.enforced', subject, enforced, null))
  })
  if (end.kind === 'ended') {
    const over = story.at(6, 5, 0)
    story.happens(over, () => {
      story.say(over, device, draft('case.ended', subject, { case: id }, null))
    })
  }
  if (end.kind === 'lifted') lift(story, end, told)
}

function lift(story: DemoStory, end: DemoEnd & { kind: 'lifted' }, { id, subject, pupil }: ToldCase): void {
  const at = story.at(5, 14, 10)
  story.happens(at, () => {
    const plan = liftingPlan(story, id, pupil, dayOf(at))
    const hash = story.keep(plan, at, true)
    const expires = new Date(at.getTime() + approvalDays * 86_400_000).toISOString()
    const said = draft(
      'case.liftDecided',
      subject,
      { case: id, plan: hash, expires },
      { reasons: end.liftReasons }
    )
    story.say(at, story.cast[end.by].signer, said)
    const lifted = draft('case.lifted', subject, { case: id, plan: hash }, null)
    story.say(new Date(at.getTime() + 2_000), story.device, lifted)
  })
}

function isCarriedOut({ kind }: DemoEnd): boolean {
  return kind === 'inForce' || kind === 'lifted' || kind === 'ended'
}
