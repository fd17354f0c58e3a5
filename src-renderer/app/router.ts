import { watch } from 'vue'
import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import type { useApplication } from '../shared/application'
import { features } from './features'
import { WindowGuard, type Destination } from './guard'

/**
 * Screens by path. The guard is asked at each change of the screen and whenever main tells something new, so that a
 * lock takes the screen away at once.
 */
export function createWindowRouter(application: ReturnType<typeof useApplication>): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      ...features.flatMap((feature) => feature.routes),
      { path: '/:unknown(.*)*', redirect: { name: 'overview' } }
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 }
  })
  const guard = new WindowGuard()
  const detour = (to: Destination) =>
    application.state === null ? null : guard.detour(to, application.state)

  router.beforeEach((to) => detour(to) ?? true)
  // After the screen was taken away: what it has not saved must not keep the window there.
  watch(
    () => application.state,
    () => {
      const elsewhere = detour(router.currentRoute.value)
      if (elsewhere !== null) void router.replace(elsewhere)
    },
    { flush: 'post' }
  )
  return router
}
