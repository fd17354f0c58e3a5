import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** Where the window stood when it was closed, in screen pixels. */
const windowStateSchema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximized: z.boolean()
})
export type WindowState = z.infer<typeof windowStateSchema>

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const firstWindowState: WindowState = { width: 1280, height: 800, maximized: false }

const fileName = 'window.json'

/** What was kept last time; a file that is missing or damaged gives the first state. */
export function readWindowState(folder: string): WindowState {
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
    return parsed.success ? parsed.data : firstWindowState
  } catch {
    return firstWindowState
  }
}

export function writeWindowState(folder: string, state: WindowState): void {
  const file = join(folder, fileName)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // Where the window stood is no reason not to close: on a full disk it opens in its first place next time.
  }
}

/**
 * Drops a place on a screen that is no longer there (projector unplugged), since nobody could reach the window.
 */
export function fitToScreens(state: WindowState, screens: readonly Rectangle[]): WindowState {
  const { x, y, width, height, maximized } = state
  if (x === undefined || y === undefined) return { width, height, maximized }
  const reachable = screens.some(
    (screen) =>
      x + 100 <= screen.x + screen.width &&
      x + width - 100 >= screen.x &&
      y >= screen.y &&
      y + 50 <= screen.y + screen.height
  )
  return reachable ? state : { width, height, maximized }
}
