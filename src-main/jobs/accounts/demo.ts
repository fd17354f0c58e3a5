import type { Plan } from '../../contract/plan'
import { dayOf } from '../../core/calendar'
import { draft } from '../../core/ledger'
import { fullName } from '../../core/people/actor'
import { pupilTarget, type DemoPupil, type DemoStory } from '../../desks/demoStory'
import { jobName } from './actions'

/** Forgotten passwords (P5): by the administrator, and for her own class by the class teacher. */
export function tellDemoResets(story: DemoStory): void {
  const { teacher, cast, foundedDays } = story
  const usual = story.pupils.filter(({ isUsual }) => isUsual)
  const others = usual.filter(({ schoolClass }) => schoolClass !== teacher.schoolClass)
  const ownClass = usual.filter(({ schoolClass }) => schoolClass === teacher.schoolClass)
  for (let index = 0; index < 40; index += 1) {
    const days = foundedDays - 2 - Math.floor(index * 1.05)
    const byTeacher = index % 4 === 3
    const pupil = byTeacher ? ownClass[index % ownClass.length] : others[(index * 37) % others.length]
    if (pupil === undefined || days < 1) continue
    const by = byTeacher ? teacher.id : cast.administrator.id
    reset(story, pupil, by, story.at(days, 9 + (index % 5), (index * 11) % 60))
  }
}

function reset(story: DemoStory, pupil: DemoPupil, by: string, at: Date): void {
  const { device } = story
  const plan = resetPlan(story, pupil, at)
  story.happens(at, () => {
    const hash = story.keep(plan, at, true)
    const begun = { plan: hash, job: plan.job, steps: 1, kinds: { resetPassword: 1 }, undoes: null, by }
    const subject = fullName(pupil.names)
    story.say(at, device, draft('plan.begun', `plan:${hash}`, begun, { subject, reason: '' }))
    const ended = { plan: hash, state: 'finished' as const, done: 1, failed: 0, remaining: 0 }
    story.say(new Date(at.getTime() + 900), device, draft('plan.ended', `plan:${hash}`, ended, null))
  })
}

function resetPlan({ directory }: DemoStory, pupil: DemoPupil, at: Date): Plan {
  return {
    format: 1,
    job: jobName,
    day: dayOf(at),
    basis: { at: at.toISOString(), directory },
    undoes: null,
    steps: [
      {
        id: '1',
        kind: 'resetPassword',
        target: pupilTarget(pupil),
        before: { mustChangePassword: false },
        after: { mustChangePassword: true },
        reason: { code: 'requestVerified', parameters: { verification: 'knownInPerson', text: '' } },
        needs: []
      }
    ]
  }
}
