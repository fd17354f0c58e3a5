import type { Plan } from '../contract/plan'
import type { LogSource } from '../contract/orders'
import type { Settings } from '../contract/settings'
import { dayOf } from '../core/calendar'
import type { LedgerRule } from '../core/ledger'
import type { NewPersonKeys, Signer } from '../core/people/keys'
import { hashPlan } from '../core/plan'
import type { DemoCharacter, DemoPart, DemoStory, TellDemoWeeks } from '../desks/demoStory'
import { settingsChanged } from '../desks/settings'
import { baseDn } from '../world/directory/demo/seed/school'
import { demoModuleGroups } from '../world/directory/demo/seed/modules'
import type { Appendix, KeptEvidence } from '../world/store/port'
import { Chronicle } from './chronicle'
import { demoPupils, demoTeacher, type DemoSignatory } from './people'

/** A person of the demo school with their new keys. */
export interface DemoKey {
  readonly signatory: DemoSignatory
  readonly made: NewPersonKeys
}

export interface DemoHistoryParts {
  readonly keys: Readonly<Record<DemoPart, DemoKey>>
  readonly device: Signer
  readonly computer: string
  readonly now: Date
  readonly rules: readonly (() => LedgerRule)[]
  /** What each job tells. */
  readonly weeks: readonly TellDemoWeeks[]
  /** The school's settings; they lie in the store already. */
  readonly settings: Settings
  /** SHA-256 of the file of each log rule, by its id. */
  readonly ruleDigests: ReadonlyMap<string, string>
  /** Where logs lie; in the store already, too. */
  readonly logSources: LogSource[]
}

export interface DemoHistory {
  readonly appendix: Appendix
  /** Plans that statements name, with the instant at which they were made. */
  readonly plans: readonly { readonly plan: Plan; readonly at: string; readonly done: boolean }[]
  /** Sealed evidence that statements name. */
  readonly evidence: readonly KeptEvidence[]
}

/** The case file was founded so many days ago. */
const foundedDays = 45

/**
 * Six weeks of a school's life, as the jobs tell them. `parts.weeks`: whoever founds the case file comes first.
 *
 * @throws when the ledger would not take what they tell
 */
export async function demoHistory(parts: DemoHistoryParts): Promise<DemoHistory> {
  const { now, device, computer, settings, logSources, ruleDigests } = parts
  const chronicle = new Chronicle(parts.rules)
  const happenings: { readonly at: Date; readonly tell: () => void | Promise<void> }[] = []
  const evidence: KeptEvidence[] = []
  const plans: { plan: Plan; at: string; done: boolean }[] = []
  const story: DemoStory = {
    ...{ now, device, computer, settings, logSources, ruleDigests, foundedDays },
    cast: castOf(parts.keys),
    teacher: demoTeacher(),
    pupils: demoPupils(),
    moduleGroups: demoModuleGroups,
    directory: baseDn,
    at(days, hour, minute) {
      const instant = new Date(now.getTime() - days * 86_400_000)
      instant.setHours(hour, minute, (hour * 7 + minute * 13) % 60, 0)
      return instant < now ? instant : new Date(now.getTime() - 1_000)
    },
    dayIn: (days) => dayOf(new Date(now.getTime() + days * 86_400_000)),
    happens: (at, tell) => void happenings.push({ at, tell }),
    say(at, signer, said) {
      chronicle.say(at, signer, said)
      return chronicle.sequence
    },
    keepEvidence: (kept) => void evidence.push(kept),
    keep(plan, at, done) {
      plans.push({ plan, at: at.toISOString(), done })
      return hashPlan(plan)
    }
  }
  for (const tell of parts.weeks) tell(story)
  const founded = story.at(foundedDays, 10, 5)
  story.happens(founded, () =>
    chronicle.say(founded, device, settingsChanged('settings', settings, story.cast.leadership.id))
  )
  const entered = story.at(foundedDays - 3, 14, 40)
  story.happens(entered, () =>
    chronicle.say(entered, device, settingsChanged('logSources', logSources, story.cast.administrator.id))
  )
  const inOrder = happenings.toSorted((left, right) => left.at.getTime() - right.at.getTime())
  for (const { tell } of inOrder) await tell()
  return { appendix: chronicle.appendix, plans, evidence }
}

function castOf(keys: DemoHistoryParts['keys']): DemoStory['cast'] {
  const character = ({ signatory, made }: DemoKey): DemoCharacter => ({
    ...signatory,
    keys: made.keys,
    signer: made.signer
  })
  return {
    leadership: character(keys.leadership),
    deputy: character(keys.deputy),
    administrator: character(keys.administrator),
    firstEvaluator: character(keys.firstEvaluator),
    secondEvaluator: character(keys.secondEvaluator),
    dpo: character(keys.dpo)
  }
}
