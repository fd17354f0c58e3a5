import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccountRow } from '../../src-main/contract/accounts'
import { accessibilityProblems } from './support/accessibility'
import { appearances, pictures, show } from './support/appearance'
import { ask, launch, type RunningApplication } from './support/application'
import { numberIn, Screens } from './support/screens'

let running: RunningApplication
let screens: Screens
let folder: string
let pupils: AccountRow[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-adoption-'))
  running = await launch({ demo: true })
  screens = new Screens(running)
  await screens.heading('Übersicht').waitFor()
  pupils = await pupilsOfDemoSchool()
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

/** Everybody whom a roster would name. */
async function pupilsOfDemoSchool(): Promise<AccountRow[]> {
  const found: AccountRow[] = []
  for (let total = 1; found.length < total;) {
    const page = await ask(screens.window, 'accounts.query', {
      kind: 'pupil',
      offset: found.length,
      limit: 1000
    })
    total = page.total
    found.push(...page.rows)
  }
  return found.filter(({ leaverSince }) => leaverSince === null)
}

/** As school programs write it, without any number that would prove who is who. */
async function writeRosterWithoutIds(file: string): Promise<void> {
  const rows = pupils.map(({ familyName, givenName, classes }) =>
    [familyName, givenName, classes[0] ?? ''].join(';')
  )
  await writeFile(file, ['Nachname;Vorname;Klasse', ...rows, ''].join('\r\n'))
}

it('adopts a whole school whose rows prove nothing: same names at once, the rest by hand', async () => {
  const file = join(folder, 'Ohne Nummern.csv')
  await writeRosterWithoutIds(file)
  await screens.chooseRoster(file)
  await screens.button('Mit dem Verzeichnis vergleichen').click()
  await screens.heading('Ist das dieselbe Person?').waitFor({ timeout: 60_000 })
  const bulk = screens.button(/^Alle eindeutigen Namensgleichen übernehmen/)
  const count = numberIn(await bulk.textContent())
  expect(count).toBeGreaterThan(pupils.length / 2)
  const before = numberIn(await screens.window.locator('p.font-medium', { hasText: 'offen' }).textContent())
  expect(before).toBeGreaterThan(800)

  await bulk.click()
  await screens
    .dialog()
    .getByText(/Zeilen gelten dann als dieselbe Person/)
    .waitFor()
  for (const appearance of appearances.filter(({ width }) => width === 1280)) {
    await show(running, appearance)
    expect(await accessibilityProblems(screens.window)).toEqual([])
  }
  await pictures(running, 'roster-same-names')
  await screens
    .dialog()
    .getByRole('button', { name: /Zeilen übernehmen$/ })
    .click()
  await screens.dialog().waitFor({ state: 'hidden' })

  await screens
    .text(`Noch ${(before - count).toLocaleString('de')} Zeilen offen`)
    .first()
    .waitFor()
  expect(await bulk.isDisabled()).toBe(true)
  // What is left to decide stands first.
  const first = screens.window
    .getByRole('group')
    .filter({ has: screens.window.getByRole('radio') })
    .first()
  expect(await first.getByRole('radio', { checked: true }).count()).toBe(0)
  await pictures(running, 'roster-adopted')

  await screens.button('Alle offenen auslassen').click()
  await screens.button('Vorschau berechnen').click()
  await screens.heading(/Noch ist nichts geändert\.|Es ist nichts geplant/).waitFor({ timeout: 60_000 })
  expect(await screens.tile('Konten anlegen')).toBe(0)
  expect(await screens.tile('Als Abgänger sperren')).toBe(0)
})
