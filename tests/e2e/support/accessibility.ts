import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { settle } from './appearance'

/** WCAG 2.2 AA, which EN 301 549 refers to. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong with the present screen, one line each; empty: nothing.
 * axe comes in through the debugger, so that the content security policy stays as it is.
 */
export async function accessibilityProblems(window: Page): Promise<string[]> {
  await settle(window)
  const loaded = await window.evaluate(() => 'axe' in window)
  if (!loaded) {
    const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
    await window.evaluate(await readFile(file, 'utf8'))
  }
  const results = await window.evaluate(async (tags): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    return await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  }, standards)
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} — ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join(' | ')}`
  )
}
