import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { MatchDecisions } from '../../../src-main/contract/roster'
import type { Failure } from '../../../src-main/contract/result'
import {
  typedFields,
  type PersonOutlook,
  type TypedField,
  type TypedPerson
} from '../../../src-main/contract/typedPerson'
import { call, on } from '../../shared/api'
import { useWaiting } from '../../shared/waiting'
import type { Decision } from './decisions'

/** Milliseconds of rest between a key and the question what it means. */
const pause = 150

/** What the form holds: an empty text where nothing was typed. */
type Typing = { [Field in keyof TypedPerson]-?: Exclude<TypedPerson[Field], undefined> }

const nobody: Typing = {
  kind: 'pupil',
  familyName: '',
  givenName: '',
  birthDate: '',
  schoolId: '',
  schoolClass: '',
  login: '',
  children: ''
}

/** One person being typed in, and what the planner says about them meanwhile. */
export function useTypedPerson() {
  const person = ref<Typing>({ ...nobody })
  const decisions = shallowRef<MatchDecisions>({})
  const outlook = shallowRef<PersonOutlook | null>(null)
  const failure = ref<Failure | null>(null)
  /** Fields that were left once: only of these anything is said. */
  const left = ref(new Set<TypedField>())
  const looking = ref(false)
  const planning = ref(false)
  let generation = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const asked = (): { person: TypedPerson; decisions: MatchDecisions } => ({
    person: { ...person.value },
    decisions: { ...decisions.value }
  })

  function look(): void {
    clearTimeout(timer)
    generation += 1
    looking.value = true
    timer = setTimeout(() => void ask(generation), pause)
  }

  async function ask(startedIn: number): Promise<void> {
    const answer = await call('rosters.lookAtPerson', asked())
    // Newer keys overtake older answers.
    if (startedIn !== generation) return
    looking.value = false
    failure.value = answer.ok ? null : answer.failure
    outlook.value = answer.ok ? answer.value : null
  }

  watch([person, decisions], look, { deep: true, immediate: true })
  const stop = on('accounts.changed', look)
  onBeforeUnmount(() => {
    clearTimeout(timer)
    generation += 1
    stop()
  })

  const problems = computed(() =>
    (outlook.value?.problems ?? []).filter(
      ({ field }) => field === 'login' || field === 'children' || left.value.has(field)
    )
  )
  const ready = computed(
    () =>
      !looking.value &&
      (outlook.value?.deed === 'create' || outlook.value?.deed === 'giveBack') &&
      outlook.value.problems.length === 0
  )

  /** The hash of the plan to review; null: there is none, and the outlook or the failure says why. */
  async function plan(): Promise<string | null> {
    for (const field of typedFields) left.value.add(field)
    if (planning.value) return null
    planning.value = true
    const answer = await call('rosters.planPerson', asked())
    planning.value = false
    failure.value = answer.ok ? null : answer.failure
    if (!answer.ok) return null
    outlook.value = answer.value.outlook
    if (answer.value.plan === null) return null
    await useWaiting().load()
    return answer.value.plan.hash
  }

  return {
    person,
    decisions: computed(() => decisions.value),
    outlook: computed(() => outlook.value),
    problems,
    failure: computed(() => failure.value),
    looking: computed(() => looking.value),
    planning: computed(() => planning.value),
    ready,
    leave: (field: TypedField) => left.value.add(field),
    decide: (row: string, decision: Decision) => {
      decisions.value = { ...decisions.value, [row]: decision }
    },
    plan
  }
}
