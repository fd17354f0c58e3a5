import { afterAll, beforeAll, expect, it } from 'vitest'
import { permits } from '../../src-main/contract/operations'
import { roles, type Role } from '../../src-main/contract/people'
import { features } from '../../src-renderer/app/features'
import { accessibilityProblems } from './support/accessibility'
import { launch, signIn, type RunningApplication } from './support/application'

/**
 * Every screen of the frame that an address alone leads to, with somebody who may see it: nobody can forget to look at a
 * new one. What has no frame (first run, founding, sign-in) is there only while there is no school yet.
 */
const screens = features
  .flatMap(({ routes }) => routes)
  .filter(({ path, meta }) => meta?.stage === undefined && meta?.bare !== true && !path.includes(':'))
  .map(({ path, meta }) => ({ path, reader: readerOf(meta?.asks) }))

function readerOf(asks: Parameters<typeof permits>[0] | undefined): Role {
  const reader = roles.find((role) => asks === undefined || permits(asks, [role]))
  if (reader === undefined) throw new Error(`nobody may ask ${String(asks)}`)
  return reader
}

let running: RunningApplication
let present: Role | null = null
beforeAll(async () => {
  running = await launch({ demo: true, person: null })
})
afterAll(() => running.close())

it.each(screens)('$path can be used by everybody, and has a title', async ({ path, reader }) => {
  const { window } = running
  if (present !== reader) await signIn(window, reader)
  present = reader
  await window.evaluate((hash) => (location.hash = hash), `#${path}`)
  await window.waitForFunction((place) => location.hash.slice(1).split('?')[0] === place, path)
  await window.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await window.title()).toMatch(/^.+ – Netzwart$/)
  expect(await accessibilityProblems(window)).toEqual([])
  expect(running.complaints).toEqual([])
})

it('every screen has all of its head in the smallest window', async () => {
  const { electron, window } = running
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(1, 1)
  })
  await window.waitForFunction(() => innerWidth <= 800)
  // A screen without the frame comes first where nobody is signed in.
  if (present === null) await signIn(window, 'administrator')
  expect(await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0
  )
})
