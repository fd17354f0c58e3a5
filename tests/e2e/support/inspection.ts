import { expect } from 'vitest'
import { accessibilityProblems } from './accessibility'
import { pictures, show } from './appearance'
import type { RunningApplication } from './application'
import { Screens } from './screens'

/** Pictures of the screen in every appearance; nothing that cannot be read by everybody, nothing wider than the window. */
export async function inspectScreen(running: RunningApplication, name: string): Promise<void> {
  await running.window.mouse.move(640, 2)
  // The library keeps focusable guards around a notice, which nobody meets but a tool.
  await new Screens(running).dismissToasts()
  await pictures(running, name)
  for (const [language, theme] of [
    ['de', 'light'],
    ['en', 'dark']
  ] as const) {
    await show(running, { language, theme, width: 1280, height: 800 })
    const problems = await accessibilityProblems(running.window)
    expect({ language, problems }).toEqual({ language, problems: [] })
    const overflow = await running.window.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth
    )
    expect(overflow).toBe(false)
  }
  await show(running, { language: 'de', theme: 'light', width: 1280, height: 800 })
}
