import { computed, ref } from 'vue'
import type { PostgresCheck } from '../../../src-main/contract/caseFile'
import type { Failure, Result } from '../../../src-main/contract/result'
import { call } from '../../shared/api'
import { useApplication } from '../../shared/application'
import { emptyPostgresDraft, isComplete, locationOf } from '../../shared/postgres'

export const moveSteps = ['server', 'prepare', 'move'] as const
export type MoveStep = (typeof moveSteps)[number]

/** Why the database has to be prepared by its owner. */
export type Preparation = 'empty' | 'older' | 'refused'

/** Failures of the look at the server that preparing it may mend: the role is missing or has no rights yet. */
const mendable: readonly Failure['code'][] = ['store.wrongCredentials', 'store.notPrepared', 'store.noRight']

/** Where a look at the server leads. */
export type Next =
  | { readonly step: 'prepare'; readonly why: Preparation }
  | { readonly step: 'move' }
  /** Somebody else's case file lies there. */
  | { readonly step: 'occupied'; readonly statements: number }
  | { readonly step: 'failed'; readonly failure: Failure }

export function nextAfter(answer: Result<PostgresCheck>): Next {
  if (!answer.ok) {
    return mendable.includes(answer.failure.code)
      ? { step: 'prepare', why: 'refused' }
      : { step: 'failed', failure: answer.failure }
  }
  const { schema, statements } = answer.value
  if (statements > 0) return { step: 'occupied', statements }
  return schema === 'ready' ? { step: 'move' } : { step: 'prepare', why: schema }
}

/** Moving the case file to a server, one question after the other. */
export function useMoveWizard() {
  const application = useApplication()
  const draft = ref(emptyPostgresDraft())
  const owner = ref({ role: 'postgres', password: '' })
  /** Of the role, once the server's step is left: the next one may be for somebody else, who must not see it. */
  let rolePassword = ''
  const step = ref<MoveStep>('server')
  const why = ref<Preparation>('empty')
  const found = ref<PostgresCheck | null>(null)
  const busy = ref(false)
  const failure = ref<Failure | null>(null)

  const occupied = computed(() => (found.value !== null && found.value.statements > 0 ? found.value : null))
  const ready = computed(() => {
    if (step.value === 'prepare') return owner.value.role.trim() !== '' && owner.value.password !== ''
    return step.value === 'server' ? isComplete(draft.value) : locationOf(draft.value) !== null
  })

  /** One answer of main after the other; a second click does nothing. */
  async function ask<Value>(question: () => Promise<Result<Value>>): Promise<Result<Value> | null> {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    const answer = await question()
    busy.value = false
    return answer
  }

  function follow(answer: Result<PostgresCheck>): void {
    found.value = answer.ok ? answer.value : null
    const next = nextAfter(answer)
    if (next.step === 'failed') failure.value = next.failure
    if (next.step === 'move') step.value = 'move'
    if (next.step === 'occupied') step.value = 'server'
    if (next.step !== 'prepare') return
    // What the owner has just prepared and still does not let the role in is told, not asked again.
    if (step.value === 'prepare' && !answer.ok) failure.value = answer.failure
    why.value = next.why
    step.value = 'prepare'
  }

  async function check(): Promise<void> {
    const location = locationOf(draft.value)
    if (location === null) return
    const { password } = draft.value
    const answer = await ask(() => call('caseFile.check', { location, password }))
    if (answer === null) return
    follow(answer)
    if (step.value === 'server') return
    rolePassword = password
    draft.value.password = ''
  }

  async function prepare(): Promise<void> {
    const location = locationOf(draft.value)
    if (location === null) return
    const { role, password } = owner.value
    const answer = await ask(() =>
      call('caseFile.prepare', { location, password: rolePassword, owner: { role, password } })
    )
    owner.value.password = ''
    if (answer !== null) follow(answer)
  }

  /** Whether the case file lies on the server now. */
  async function move(): Promise<boolean> {
    const location = locationOf(draft.value)
    if (location === null) return false
    const { keepPassword } = draft.value
    const answer = await ask(() =>
      call('caseFile.move', {
        location,
        password: rolePassword,
        keepPassword: keepPassword && application.state?.secretsKept === true
      })
    )
    if (answer === null) return false
    failure.value = application.adopt(answer)
    if (failure.value !== null) return false
    rolePassword = ''
    return true
  }

  function back(): void {
    rolePassword = ''
    failure.value = null
    found.value = null
    step.value = 'server'
  }

  return { draft, owner, step, why, found, occupied, busy, failure, ready, check, prepare, move, back }
}
