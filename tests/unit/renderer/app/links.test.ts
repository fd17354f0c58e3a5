import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RouteLocationRaw } from 'vue-router'
import { createMemoryHistory, createRouter } from 'vue-router'
import { permits, type OperationName } from '../../../../src-main/contract/operations'
import type { Role } from '../../../../src-main/contract/people'
import { features } from '../../../../src-renderer/app/features'
import { WindowGuard } from '../../../../src-renderer/app/guard'
import { targetOf } from '../../../../src-renderer/features/journal/subjects'
import { tasksOf } from '../../../../src-renderer/features/overview/tasks'
import { combinations } from '../../support/combinations'
import { applicationState, signedIn } from '../applicationState'

const router = createRouter({
  history: createMemoryHistory(),
  routes: features.flatMap((feature) => feature.routes)
})
const people = combinations
  .filter((held) => held.length > 0)
  .map((held) => ({ held, name: held.join(' + ') }))

/** Whether the window goes where the link leads. */
function enters(to: RouteLocationRaw, held: readonly Role[]): boolean {
  const place = router.resolve(to)
  expect(place.matched).toHaveLength(1)
  return new WindowGuard().detour(place, applicationState({ person: signedIn(held) })) === null
}

/** The start page of each role, and whose software is in the app. */
const forEverybody = ['/', '/licences']

beforeEach(() => {
  setActivePinia(createPinia())
})

describe.each(people)('what is offered to $name', ({ held }) => {
  const mayAsk = (name: OperationName): boolean => permits(name, held)

  it('leads to screens that they may enter', () => {
    const navigation = features
      .flatMap((feature) => feature.navigation)
      .filter(({ asks }) => asks === undefined || mayAsk(asks))
      .map(({ to }) => to)
    const tasks = tasksOf({ is: (role) => held.includes(role), mayAsk }).map(({ to }) => to)
    const targets = ['case:1', 'plan:ff'].flatMap((subject) => targetOf(subject, mayAsk)?.to ?? [])
    for (const to of [...navigation, ...tasks, ...targets]) expect([to, enters(to, held)]).toEqual([to, true])
  })

  it('are commands whose screens they may enter', () => {
    for (const { id, asks, run } of features.flatMap((feature) => feature.commands)) {
      if (id === 'signOut' || (asks !== undefined && !mayAsk(asks))) continue
      const location = { hash: '' }
      vi.stubGlobal('window', { location })
      void run()
      vi.unstubAllGlobals()
      expect([id, enters(location.hash.slice(1), held)]).toEqual([id, true])
    }
  })

  it('shows of every screen what main would answer, and takes them away from all others', () => {
    for (const route of router.getRoutes()) {
      const { asks, stage } = route.meta
      if (stage !== undefined) continue
      const to = route.path.replace(':sequence(\\d+)', '1').replaceAll(/:\w+/g, 'x')
      expect([to, enters(to, held)]).toEqual([to, asks === undefined || mayAsk(asks)])
      expect([to, asks !== undefined || forEverybody.includes(to)]).toEqual([to, true])
    }
  })
})

describe('D4: the leadership', () => {
  it('opens a plan from the journal where it stands', () => {
    const target = targetOf('plan:ff', (name) => permits(name, ['leadership']))
    expect(target).toEqual({ label: 'Ausführung öffnen', to: '/plans/ff' })
    expect(enters('/plans/ff', ['leadership'])).toBe(true)
    expect(enters('/plans/new', ['leadership'])).toBe(false)
  })
})
