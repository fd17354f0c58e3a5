import { fail, succeed, type Result } from '../../../contract/result'
import type { MatchDecisions } from '../../../contract/roster'
import { typedProblemText, type PersonOutlook, type TypedPerson } from '../../../contract/typedPerson'
import type { Answer, Context } from '../../../commandLine/context'
import type { CommandLineServices } from '../../../commandLine/surroundings'
import type { OwnServices } from './services'
import { texts } from './texts'

export interface AddOptions {
  readonly familyName: string
  readonly givenName: string
  readonly birthDate: string
  readonly schoolId: string
  readonly class: string
  readonly kind: TypedPerson['kind']
  readonly login: string
  /** School ids of a guardian's children. */
  readonly children: string
  /** The login of the account in doubt that is the person's. */
  readonly same?: string
  /** The person is none of those in doubt. */
  readonly new?: boolean
}

/** `accounts add`: one person as a list of one that only adds. Changes nothing; the plan is kept. */
export async function addPerson(context: Context<OwnServices>, options: AddOptions): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const { kind, familyName, givenName, birthDate, schoolId, login, children } = options
  const names = { familyName, givenName, birthDate, schoolId }
  const person = { kind, ...names, schoolClass: options.class, login, children }
  const decisions = await decide(services.value, person, options)
  if (!decisions.ok) return decisions
  const planned = await services.value.handlers['rosters.planPerson']({
    person,
    decisions: decisions.value
  })
  if (!planned.ok) return planned
  const { plan, outlook } = planned.value
  const problems = outlook.problems.map((problem) => ({
    ...problem,
    reason: typedProblemText(problem, context.language)
  }))
  return succeed({
    document: {
      plan: plan?.hash ?? null,
      hash: plan?.hash ?? null,
      steps: plan?.progress.steps ?? 0,
      ...outlook,
      problems
    },
    text: [
      ...problems.map(({ reason }) => reason),
      ...outlookLines(context, outlook),
      ...(plan === null
        ? []
        : [
            context.words(texts.planKept, {
              plan: plan.hash.slice(0, 12),
              steps: plan.progress.steps
            })
          ])
    ].join('\n'),
    complete: plan !== null || outlook.deed === 'known'
  })
}

async function decide(
  { handlers }: CommandLineServices<OwnServices>,
  person: TypedPerson,
  options: AddOptions
): Promise<Result<MatchDecisions>> {
  if (options.same === undefined && options.new !== true) return succeed({})
  const looked = await handlers['rosters.lookAtPerson']({ person, decisions: {} })
  if (!looked.ok) return looked
  const { doubtful } = looked.value
  if (doubtful === null) return succeed({})
  if (options.same === undefined) return succeed({ [doubtful.row]: 'new' })
  const wanted = options.same.toLowerCase()
  const candidate = doubtful.candidates.find(({ login }) => login.toLowerCase() === wanted)
  return candidate === undefined
    ? fail('accounts.loginNotFound', { login: options.same })
    : succeed({ [doubtful.row]: { account: candidate.account } })
}

function outlookLines(context: Context<OwnServices>, outlook: PersonOutlook): string[] {
  const { deed, login, newClass, differences, doubtful } = outlook
  const named = { login: login ?? '' }
  const deeds = {
    create: context.words(texts.addCreate, named),
    giveBack: context.words(texts.addGiveBack, named),
    known: context.words(texts.addKnown, named),
    doubtful: context.words(texts.addDoubtful),
    unfinished: null
  }
  return [
    ...(deeds[deed] === null ? [] : [deeds[deed]]),
    ...(newClass === null ? [] : [context.words(texts.addNewClass, { name: newClass })]),
    ...differences.map(({ from, to }) => `  ${from === '' ? '–' : from} → ${to}`),
    ...(doubtful?.candidates ?? []).map(
      ({ login: found, givenName, familyName, classes }) =>
        `  ${found}: ${givenName} ${familyName} ${classes.join(', ')}`
    )
  ]
}
