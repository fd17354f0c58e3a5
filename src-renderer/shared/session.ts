import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { permits, type OperationName } from '../../src-main/contract/operations'
import type { Role, SessionState } from '../../src-main/contract/people'
import { useApplication } from './application'

/**
 * Before the founding whoever opens the app administers; afterwards a person's roles come from main. null: nobody has one,
 * or main has not said yet.
 */
export function rolesOf(session: SessionState | null): readonly Role[] | null {
  if (session === null) return null
  return session.founded ? (session.person?.roles ?? null) : ['administrator']
}

/** Whether main would hear somebody out on what a screen or a link asks. `asks` undefined: everybody. */
export function opens(asks: OperationName | undefined, roles: readonly Role[] | null): boolean {
  return asks === undefined || permits(asks, roles)
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
    /** For what a page looks like; what it offers is a matter of `mayAsk`. */
    is: (role: Role) => roles.value?.includes(role) === true,
    /** Whether main would hear the person out on this operation. */
    mayAsk: (name: OperationName) => permits(name, roles.value),
    /** The same for what a link asks; undefined: everybody may follow it. */
    opens: (asks: OperationName | undefined) => opens(asks, roles.value)
  }
})
