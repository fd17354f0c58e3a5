import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import type { useApplication } from '../shared/application'
import { features } from './features'

/** Screens by path. Without a directory there is only the set-up; with one, the set-up stays reachable. */
export function createWindowRouter(application: ReturnType<typeof useApplication>): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      ...features.flatMap((feature) => feature.routes),
      { path: '/:unknown(.*)*', redirect: { name: 'overview' } }
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 }
  })
  router.beforeEach((to) => {
    if (application.directory === null && to.meta.bare !== true) return { name: 'setup' }
    return true
  })
  return router
}
