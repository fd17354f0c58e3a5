import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import { fail, succeed, type Result } from '../contract/result'

/** How long the start screen may take until a person could use it, milliseconds. */
const limit = 60_000

/**
 * Answers when the screen is usable: it has its main part, nothing in it says that it is still busy, the
 * fonts are there and the last frame is drawn.
 */
const untilUsable = `(async () => {
  const settled = () =>
    document.querySelector('main') !== null &&
    document.querySelector('[aria-busy="true"]') === null &&
    document.getAnimations().every((animation) => animation.playState !== 'running' ||
      animation.effect?.getComputedTiming().endTime === Infinity)
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const end = performance.now() + ${String(limit)}
  for (let calm = 0; calm < 10; calm = settled() ? calm + 1 : 0) {
    if (performance.now() > end) return false
    await frame()
  }
  await document.fonts.ready
  await frame()
  return true
})()`

/**
 * Writes a picture (PNG) of the start screen once it is usable.
 *
 * @returns `application.fileNotWritable` when the file cannot be written
 * @throws when the screen does not become usable in time
 */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<Result<undefined>> {
  const usable: unknown = await window.webContents.executeJavaScript(untilUsable)
  if (usable !== true) throw new Error('the start screen did not become usable in time')
  const picture = await window.webContents.capturePage()
  try {
    await writeFile(file, picture.toPNG())
    return succeed()
  } catch {
    return fail('application.fileNotWritable', { file })
  }
}
