import type { RouteLocationRaw, RouteMeta } from 'vue-router'
import type { ApplicationState } from '../../src-main/contract/application'
import type { Stage } from '../shared/feature'
import { opens, rolesOf } from '../shared/session'

/** What of a route decides whether it may be shown. */
export interface Destination {
  readonly fullPath: string
  readonly meta: RouteMeta
}

/** What has to happen first, before any other screen may be shown; null: nothing. */
export function pendingStage(state: ApplicationState): Stage | null {
  const { caseFile, directory, session } = state
  if (caseFile.state !== 'ready') return 'caseFile'
  if (directory === null) return 'setup'
  if (!session.founded) return null
  if (session.person === null) return 'signIn'
  return session.deviceAdmitted ? null : 'admission'
}

/**
 * Decides where the window goes. It remembers the screen that a lock or the start of the app has interrupted: the
 * same person comes back to it, another one starts at the overview.
 */
export class WindowGuard {
  private interrupted: { readonly path: string; readonly person: string | null } | null = null
  private lastPerson: string | null = null

  /** Where to go instead; null: the destination is right. */
  detour(to: Destination, state: ApplicationState): RouteLocationRaw | null {
    if (to.meta.stays?.() === true) return null
    const stage = pendingStage(state)
    const person = state.session.person?.person ?? null
    if (stage !== null) {
      if (to.meta.stage === stage) return null
      if (stage === 'signIn') this.remember(to)
      return { name: stage }
    }
    const back = this.comeBack(person)
    if (to.meta.stage !== undefined && to.meta.stage !== 'setup') return back ?? { name: 'overview' }
    return opens(to.meta.asks, rolesOf(state.session)) ? null : { name: 'overview' }
  }

  private remember(to: Destination): void {
    if (to.meta.bare !== true) this.interrupted = { path: to.fullPath, person: this.lastPerson }
  }

  private comeBack(person: string | null): string | null {
    const { interrupted } = this
    this.interrupted = null
    this.lastPerson = person
    if (interrupted === null) return null
    return interrupted.person === null || interrupted.person === person ? interrupted.path : null
  }
}
