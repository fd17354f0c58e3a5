import { succeed, type Result } from '../contract/result'
import type { DemoDirectory } from '../world/directory/demo/demoDirectory'
import type { DemoSchool } from '../world/directory/port'

/** The embedded school of a data folder, loaded and started when first asked for: a real school never needs it. */
export function demoSchool(folder: string): DemoSchool {
  let running: Promise<Result<DemoDirectory>> | null = null
  return {
    async start() {
      running ??= import('../world/directory/demo/demoDirectory').then(({ startDemoDirectory }) =>
        startDemoDirectory({ folder })
      )
      const started = await running
      if (!started.ok) {
        running = null
        return started
      }
      return succeed({ connection: started.value.connection, password: started.value.password })
    },
    async roster() {
      const { demoRoster } = await import('../world/directory/demo/seed/roster')
      return succeed(demoRoster())
    },
    async stop() {
      const started = await running
      running = null
      if (started?.ok === true) await started.value.close()
    }
  }
}
