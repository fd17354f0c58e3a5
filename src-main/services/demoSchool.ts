import { succeed, type Result } from '../contract/result'
import { startDemoDirectory, type DemoDirectory } from '../world/directory/demo/demoDirectory'
import { demoRoster } from '../world/directory/demo/seed/roster'
import type { DemoSchool } from '../world/directory/port'

/** The embedded school of a data folder, started when first asked for. */
export function demoSchool(folder: string): DemoSchool {
  let running: Promise<Result<DemoDirectory>> | null = null
  return {
    async start() {
      running ??= startDemoDirectory({ folder })
      const started = await running
      if (!started.ok) {
        running = null
        return started
      }
      return succeed({ connection: started.value.connection, password: started.value.password })
    },
    async roster() {
      return succeed(demoRoster())
    },
    async stop() {
      const started = await running
      running = null
      if (started?.ok === true) await started.value.close()
    }
  }
}
