import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from './support/accessibility'
import { appearances, pictures, show } from './support/appearance'
import { answerSaveDialog, launch, type RunningApplication } from './support/application'
import { Screens } from './support/screens'

let running: RunningApplication
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-slips-'))
  running = await launch({ demo: true })
  await running.window.getByRole('heading', { name: 'Übersicht' }).waitFor()
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const link = (name: string): Locator =>
  running.window.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name })
const section = (name: string): Locator =>
  running.window.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name })
const button = (name: string): Locator => running.window.getByRole('button', { name, exact: true })
const dialog = (): Locator => running.window.getByRole('dialog')
const grid = (): Locator => running.window.getByRole('grid', { name: 'Liste der Konten' })
const searchField = (): Locator => running.window.getByRole('textbox', { name: 'Konten durchsuchen' })

/** No problem in either theme and language, nothing wider than the window, and pictures to look at. */
async function inspect(name: string): Promise<void> {
  await new Screens(running).dismissToasts()
  for (const appearance of appearances.filter(({ width }) => width === 1280)) {
    await show(running, appearance)
    expect({ ...appearance, problems: await accessibilityProblems(running.window) }).toEqual({
      ...appearance,
      problems: []
    })
    const overflow = await running.window.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth
    )
    expect(overflow).toBe(false)
  }
  await pictures(running, name)
}

/** No problem in what lies over the page, in either theme. */
async function inspectOverlay(): Promise<void> {
  const themes = appearances.filter(({ language, width }) => language === 'de' && width === 1280)
  for (const appearance of [...themes].reverse()) {
    await show(running, appearance)
    const problems = await accessibilityProblems(running.window)
    expect({ theme: appearance.theme, problems }).toEqual({ theme: appearance.theme, problems: [] })
  }
}

/** The list, with the only person that the words find. */
async function openPerson(words: string, login: string): Promise<void> {
  await link('Konten').click()
  await searchField().fill(words)
  await running.window.getByText(/^1 Treffer$/).waitFor()
  await grid().getByText(login, { exact: true }).click()
  await running.window.getByRole('heading', { name: 'Angaben' }).waitFor()
}

describe('overview', () => {
  it('shows what waits and the accounts by state', async () => {
    await running.window.getByRole('heading', { name: 'Was auf Sie wartet' }).waitFor()
    await running.window.getByRole('link', { name: /Aktiv/ }).waitFor()
    await inspect('overview')
  })
})

describe('list of accounts', () => {
  it('finds people while one types, and opens the chosen one by keyboard alone', async () => {
    await link('Konten').click()
    await grid().getByRole('row').nth(5).waitFor()
    await inspect('accounts')
    await searchField().fill('huber 5a')
    await running.window.getByText(/^1 Treffer$/).waitFor()
    await grid().focus()
    await running.window.keyboard.press('Enter')
    await running.window.getByRole('heading', { name: 'Anastasiia Huber' }).waitFor()
    await inspect('person')
  })

  it('filters by state, and keeps the filter when one comes back from a person', async () => {
    await link('Konten').click()
    await running.window.getByRole('button', { name: /^Zustand:/ }).click()
    await running.window.getByRole('option', { name: /^Gesperrt/ }).click()
    await running.window.getByText('Filter zurücksetzen').waitFor()
    const matches = await running.window.getByText(/^\d+ Treffer$/).textContent()
    await grid().getByRole('row').nth(1).click()
    await running.window.getByRole('heading', { name: 'Angaben' }).waitFor()
    await button('Alle Konten').click()
    await running.window.getByText(matches ?? '').waitFor()
    await running.window.getByRole('button', { name: 'Zustand: Gesperrt' }).waitFor()
    await button('Filter zurücksetzen').click()
  })

  it('says so when nobody matches', async () => {
    await link('Konten').click()
    await searchField().fill('niemand heißt so')
    await running.window.getByText('Kein Konto passt dazu').waitFor()
    await running.window.getByRole('button', { name: 'Filter zurücksetzen' }).first().click()
    await grid().getByRole('row').nth(5).waitFor()
  })
})

describe('everyday work on one person', () => {
  it('P9: suspends with a reason until a day and takes it back', async () => {
    await openPerson('huber 5a', 'a.huber')
    await button('Sperren').click()
    await expect.poll(() => dialog().getByRole('button', { name: 'Sperren' }).isDisabled()).toBe(true)
    await dialog()
      .getByText('Das Verzeichnis beendet die Sperre des Kontos an diesem Tag von selbst.')
      .waitFor()
    await dialog()
      .getByText(/Die Module gibt kein Verzeichnis zurück/)
      .waitFor()
    await dialog()
      .getByText(/Was schon läuft, endet damit nicht/)
      .waitFor()
    await dialog().getByLabel('Grund').fill('Verstoß im Computerraum')
    await dialog().getByRole('button', { name: 'Sperren' }).click()
    await running.window.getByText(/^Gesperrt, frei ab/).waitFor()
    await running.window.getByText('Verstoß im Computerraum').waitFor()
    await running.window.getByRole('button', { name: 'Rückgängig' }).first().click()
    await running.window.locator('header').getByText('Aktiv', { exact: true }).waitFor()
  })

  it('P9: suspends for good and lifts it with a reason', async () => {
    await openPerson('huber 5a', 'a.huber')
    await button('Sperren').click()
    await dialog().getByText('Auf Dauer').click()
    await dialog().getByLabel('Grund').fill('Wiederholter Verstoß')
    await dialog().getByRole('button', { name: 'Sperren' }).click()
    await button('Sperre aufheben').click()
    await dialog().getByLabel('Grund').fill('Gespräch geführt')
    await dialog().getByRole('button', { name: 'Sperre aufheben' }).click()
    await running.window.locator('header').getByText('Aktiv', { exact: true }).waitFor()
  })

  it('P5: resets the password only once it was said how the request was verified, and saves the slip', async () => {
    await openPerson('huber 5a', 'a.huber')
    const file = join(folder, 'slip.pdf')
    await answerSaveDialog(running.electron, file)
    await button('Passwort zurücksetzen').click()
    const confirm = dialog().getByRole('button', { name: 'Passwort zurücksetzen' })
    await expect.poll(() => confirm.isDisabled()).toBe(true)
    await dialog().getByText('Schülerausweis').click()
    await confirm.click()
    await running.window.getByText('Das neue Passwort steht nur auf dem Zettel.').waitFor()
    await link('Passwortzettel').click()
    await running.window.getByRole('heading', { name: '5a' }).waitFor()
    await running.window.getByRole('button', { name: 'Personen anzeigen' }).click()
    await inspect('slips')
    await running.window.getByRole('checkbox', { name: 'Alle Zettel von 5a wählen' }).click()
    await button('Als PDF speichern …').click()
    await running.window.getByText('Die Zettel sind gespeichert.').waitFor()
    expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    await running.window.getByText('Keine Zettel warten').waitFor()
  })

  it('P12: changes the groups, with before and after on the screen', async () => {
    await openPerson('huber 5a', 'a.huber')
    await button('Gruppen ändern').click()
    await dialog().getByRole('combobox').fill('big-band')
    await running.window.getByRole('option', { name: 'big-band' }).click()
    await running.window.keyboard.press('Escape')
    await dialog()
      .getByRole('cell', { name: /^big-band/ })
      .waitFor()
    await dialog().getByLabel('Grund').fill('Neu in der Big Band')
    await dialog().getByRole('button', { name: 'Gruppen ändern' }).click()
    await running.window.getByText('Neu in der Big Band').waitFor()
    await running.window.locator('dd').getByText('big-band', { exact: true }).waitFor()
  })
})

describe('more on one person', () => {
  it('P12: changes the class, and takes it back from the toast', async () => {
    await openPerson('huber 5a', 'a.huber')
    await new Screens(running).dismissToasts()
    const classes = running.window.locator('dd').getByText('5b', { exact: true })
    await button('Klassen ändern').click()
    await dialog().getByRole('combobox').fill('5b')
    await running.window.getByRole('option', { name: '5b', exact: true }).click()
    await running.window.keyboard.press('Escape')
    await dialog().getByRole('cell', { name: '5a, 5b' }).waitFor()
    await dialog().getByLabel('Grund').fill('Wechselt für eine Probewoche')
    await dialog().getByRole('button', { name: 'Klassen ändern' }).click()
    await classes.waitFor()
    const toast = running.window.getByRole('listitem').filter({ hasText: 'Klassen von Anastasiia Huber' })
    await toast.getByRole('button', { name: 'Rückgängig' }).click()
    await classes.waitFor({ state: 'detached' })
    const past = running.window.getByRole('listitem').filter({ hasText: 'Wechselt für eine Probewoche' })
    await past.getByText(/^rückgängig gemacht: /).waitFor()
    expect(await past.getByRole('button').count()).toBe(0)
    await inspect('person-history')
  })

  it('copies the name in the directory', async () => {
    await openPerson('huber 5a', 'a.huber')
    await running.electron.evaluate(({ clipboard }) => clipboard.writeText('something else'))
    await button('Kopieren').click()
    await button('Kopiert').waitFor()
    const copied = await running.electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toMatch(/^uid=a\.huber,ou=/)
    await running.window.locator('code').getByText(copied, { exact: true }).waitFor()
  })

  it.each([
    ['Passwort zurücksetzen', 'Schülerausweis'],
    ['Sperren', 'Bis zu einem Tag'],
    ['Klassen ändern', 'Noch nichts geändert.'],
    ['Gruppen ändern', 'Noch nichts geändert.']
  ])('%s: the open dialog has no accessibility problem', async (action, content) => {
    await openPerson('huber 5a', 'a.huber')
    await new Screens(running).dismissToasts()
    await button(action).click()
    await dialog().getByText(content, { exact: true }).waitFor()
    await inspectOverlay()
    await dialog().getByRole('button', { name: 'Abbrechen' }).click()
    await dialog().waitFor({ state: 'hidden' })
  })

  it('lets in again whom the server has locked out', async () => {
    await link('Konten').click()
    await searchField().fill('')
    await running.window.getByRole('button', { name: /^Zustand:/ }).click()
    await running.window.getByRole('option', { name: /^Ausgesperrt/ }).click()
    await running.window.getByText(/^1 Treffer$/).waitFor()
    await grid().getByRole('row').nth(1).click()
    await running.window.locator('header').getByText('Ausgesperrt', { exact: true }).waitFor()
    await button('Aussperrung aufheben').click()
    await inspectOverlay()
    await dialog().getByRole('button', { name: 'Aussperrung aufheben' }).click()
    await running.window.locator('header').getByText('Aktiv', { exact: true }).waitFor()
    await button('Aussperrung aufheben').waitFor({ state: 'detached' })
    await button('Alle Konten').click()
    await running.window.getByText('Kein Konto passt dazu').waitFor()
    await running.window.getByRole('button', { name: 'Filter zurücksetzen' }).first().click()
  })
})

describe('list of names for a service provider', () => {
  it('P3: holds names and id numbers of the chosen class and nothing else', async () => {
    const file = join(folder, 'names.csv')
    await answerSaveDialog(running.electron, file)
    await link('Konten').click()
    await running.window.getByRole('button', { name: /^Klasse:/ }).click()
    await running.window.getByRole('option', { name: /^5a/ }).click()
    const matches = running.window.getByText(/^\d+ Treffer$/)
    await expect.poll(() => matches.textContent()).not.toMatch(/^\d{3,}/)
    const members = Number.parseInt((await matches.textContent()) ?? '', 10)
    await button('Namensliste ausgeben …').click()
    await running.window.getByText('Namensliste gespeichert').first().waitFor()
    const [header, ...rows] = (await readFile(file, 'utf8')).replace('\uFEFF', '').trim().split('\r\n')
    expect(header).toBe('Nachname;Vorname;ID-Nummer')
    expect(rows).toHaveLength(members)
    for (const row of rows) expect(row).toMatch(/^[^;]+;[^;]+;[SL]-\d+$/)
    // The class teacher is a member of the class, too.
    expect(rows.filter((row) => row.includes(';L-'))).toHaveLength(1)
    await button('Filter zurücksetzen').click()
  })
})

describe('search over everything', () => {
  it('has no accessibility problem while it is open', async () => {
    await running.window.keyboard.press('Control+k')
    await dialog().locator('input:focus').waitFor()
    await running.window.keyboard.type('huber')
    await dialog().locator('[role="option"][data-highlighted]').waitFor()
    await inspectOverlay()
    await running.window.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
  })

  it('finds screens and people with Ctrl+K', async () => {
    await running.window.keyboard.press('Control+k')
    await dialog().locator('input:focus').waitFor()
    await running.window.keyboard.type('huber 5a')
    // Enter takes the entry that is marked.
    await dialog().locator('[role="option"][data-highlighted]', { hasText: 'Huber, Anastasiia' }).waitFor()
    await running.window.keyboard.press('Enter')
    await running.window.getByRole('heading', { name: 'Anastasiia Huber' }).waitFor()
    await running.window.keyboard.press('Control+k')
    await dialog().locator('input:focus').waitFor()
    await running.window.keyboard.type('einstell')
    await dialog().locator('[role="option"][data-highlighted]', { hasText: 'Einstellungen' }).waitFor()
    await running.window.keyboard.press('Enter')
    await running.window.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  })
})

describe('settings', () => {
  it('keep the name of the school and refuse what is not possible', async () => {
    await link('Einstellungen').click()
    await running.window.getByLabel('Name der Schule').fill('Gesamtschule Lindenhain')
    await button('Speichern').click()
    await running.window
      .getByRole('navigation', { name: 'Hauptnavigation' })
      .getByText('Gesamtschule Lindenhain')
      .waitFor()
    await section('Abgänger und Fristen').click()
    await running.window.getByLabel('Rückfrage bei vielen Abgängern').fill('0')
    await running.window.getByText('Bitte geben Sie eine Zahl von 1 bis 100 ein.').waitFor()
    await expect.poll(() => button('Speichern').isDisabled()).toBe(true)
    await button('Verwerfen').click()
  })

  it('P3: show made-up logins that follow the pattern while one types', async () => {
    await section('Anmeldenamen').click()
    const preview = running.window.getByRole('region', { name: 'So sähen Anmeldenamen aus' })
    await preview.getByRole('cell').nth(1).waitFor()
    await running.window.getByLabel('Muster').fill('{family}_{given}')
    await preview
      .getByText(/^[a-z0-9]+_[a-z0-9]+$/)
      .first()
      .waitFor()
    await button('Verwerfen').click()
  })

  it.each([
    'Schule',
    'Anmeldenamen',
    'Passwörter',
    'Abgänger und Fristen',
    'Verzeichnis',
    'Sprache und Ansicht'
  ])('section %s has no accessibility problem and fits', async (name) => {
    await section(name).click()
    await inspect(`settings-${name.toLowerCase().replaceAll(' ', '-')}`)
  })

  it('run the self-test and list what the directory can do', async () => {
    await section('Verzeichnis').click()
    await button('Selbsttest ausführen').click()
    await running.window.getByRole('heading', { name: 'Was zu tun ist' }).waitFor()
    await running.window.getByText('Befristete Sperren von selbst beenden').waitFor()
  })
})
