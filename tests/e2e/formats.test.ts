import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from './support/appearance'
import { answerOpenDialog, launch, type RunningApplication } from './support/application'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens

beforeAll(async () => {
  running = await launch({ demo: true })
  screens = new Screens(running)
  await screens.heading('Übersicht').waitFor()
})

afterAll(() => running.close())

/** Exports of each program, and what they say: see the unit test of the same files. */
const folder = join(import.meta.dirname, '../unit/jobs/accounts/roster/golden')
const entries = readdirSync(folder).filter((name) => !name.endsWith('.json'))

function filesOf(entry: string): string[] {
  const path = join(folder, entry)
  return statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]
}

/** How many persons the file names, and how many columns of it are not read. */
function expectedOf(entry: string): { persons: number; columnsNotRead: string } {
  const isFolder = statSync(join(folder, entry)).isDirectory()
  const name = isFolder ? entry : basename(entry, extname(entry))
  const { persons, columnsNotRead } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
    persons: { kind: string }[]
    columnsNotRead: string
  }
  // Guardians get no accounts here (P1): a file of theirs is named and not read.
  return { persons: persons.filter(({ kind }) => kind !== 'guardian').length, columnsNotRead }
}

describe('P3: the export of each program is opened as it is', () => {
  it.each(entries)('%s', async (entry) => {
    const { window } = running
    await answerOpenDialog(running.electron, filesOf(entry))
    await window.evaluate(() => (location.hash = '#/plans/new'))
    await screens.button('Datei wählen …').click()
    await screens.heading('Wurde die Liste richtig gelesen?').waitFor()
    const { persons, columnsNotRead } = expectedOf(entry)
    const label = window.getByText('Übernommen', { exact: true })
    const taken = window.locator('dl > div').filter({ has: label }).locator('dd')
    expect(await taken.innerText()).toBe(String(persons))
    if (columnsNotRead !== '')
      await screens
        .text(columnsNotRead.split(', ')[0] ?? '')
        .first()
        .waitFor()
    await picture(window, `format-${entry}`)
    await screens.button('Andere Datei').click()
    await screens.button('Datei wählen …').waitFor()
  })
})
