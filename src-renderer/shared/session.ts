import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { operations, type OperationName } from '../../src-main/contract/operations'
import type { Role, SessionState } from '../../src-main/contract/people'
import { useApplication } from './application'

/** Before the founding whoever opens the app administers; afterwards a person's roles come from main. */
export function rolesOf(session: SessionState | null): readonly Role[] {
  if (session?.founded !== true) return ['administrator']
  return session.person?.roles ?? []
}

/** Whether one of the roles is among those that are needed. `needed` undefined: everybody may. */
export function isOneOf(roles: readonly Role[], needed: readonly Role[] | undefined): boolean {
  return needed === undefined || needed.some((role) => roles.includes(role))
}

/**
 * Who sits at the window and what they may be shown. Main decides again at each question; this keeps screens from
 * offering or asking what would be refused.
 */
export const useSession = defineStore('session', () => {
  const application = useApplication()
  const session = computed(() => application.state?.session ?? null)
  const roles = computed(() => rolesOf(session.value))
  const person = computed(() => session.value?.person ?? null)
  const lastPerson = ref<string | null>(null)
  watch(
    person,
    (now) => {
      if (now !== null) lastPerson.value = now.person
    },
    { immediate: true, flush: 'sync' }
  )

  return {
    founded: computed(() => session.value?.founded === true),
    /** null: nobody has signed in. */
    person,
    /** Id of who signed in last; stays while the window is locked, so that unfinished work can wait for them. */
    lastPerson: computed(() => lastPerson.value),
    lockedLogin: computed(() => session.value?.lockedLogin ?? null),
    idleMinutes: computed(() => session.value?.idleMinutes ?? 0),
    demoPeople: computed(() => session.value?.demoPeople ?? []),
    may: (needed: readonly Role[] | undefined) => isOneOf(roles.value, needed),
    /** Whether main would hear the person out on this operation. */
    mayAsk(name: OperationName): boolean {
      const { role } = operations[name]
      if (role === 'anyone') return true
      return isOneOf(roles.value, typeof role === 'string' ? [role] : role)
    }
  }
})
