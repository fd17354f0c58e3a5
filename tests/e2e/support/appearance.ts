import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { Bridge } from '../../../src-main/contract/bridge'
import type { Language } from '../../../src-main/contract/language'
import { root, type RunningApplication } from './application'

export interface Appearance {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly height: number
}

/** Both languages, both themes, a teacher's laptop and an office screen. */
export const appearances: readonly Appearance[] = (['de', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [
    { language, theme, width: 1280, height: 800 },
    { language, theme, width: 1920, height: 1080 }
  ])
)

/** Puts the window into this language, theme and size and waits until it shows them. */
export async function show(running: RunningApplication, appearance: Appearance): Promise<void> {
  const { language, theme, width, height } = appearance
  await running.electron.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
    },
    { width, height }
  )
  await running.window.evaluate(
    (preferences) =>
      (window as unknown as { netzwart: Bridge }).netzwart.call('application.setPreferences', preferences),
    { language, theme }
  )
  await running.window.waitForFunction(
    (wanted) =>
      innerWidth === wanted.width &&
      innerHeight === wanted.height &&
      document.documentElement.lang === wanted.language &&
      matchMedia('(prefers-color-scheme: dark)').matches === (wanted.theme === 'dark'),
    { language, theme, width, height }
  )
  await settle(running.window)
}

/** Waits until nothing moves, nothing is being loaded and the fonts are there. */
export async function settle(window: Page): Promise<void> {
  await window.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      document
        .getAnimations()
        .every(
          (animation) =>
            animation.playState !== 'running' || animation.effect?.getComputedTiming().endTime === Infinity
        )
  )
  await window.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Nobody looks at pictures in a checkout that is gone after the tests; there they would take time and prove nothing. */
const someoneLooks = !process.env['CI']

/** A picture of the window as it is, `tests/screenshots/NAME.png`, for people to look at; git ignores it. */
export async function picture(window: Page, name: string): Promise<void> {
  if (!someoneLooks) return
  const folder = join(root, 'tests', 'screenshots')
  await mkdir(folder, { recursive: true })
  await settle(window)
  await window.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Pictures of the present screen in every appearance; the last step gives German, light, 1280 x 800 back. */
export async function pictures(running: RunningApplication, name: string): Promise<void> {
  for (const appearance of someoneLooks ? appearances : []) {
    const { language, theme, width } = appearance
    await show(running, appearance)
    await picture(running.window, `${name}-${language}-${theme}-${width}`)
  }
  await show(running, { language: 'de', theme: 'light', width: 1280, height: 800 })
}
