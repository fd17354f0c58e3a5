import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../src-main/contract/bridge'
import type { OperationInput, OperationName, OperationOutput } from '../../src-main/contract/operations'
import type { Result } from '../../src-main/contract/result'
import { accessibilityProblems } from './support/accessibility'
import { appearances, picture, show } from './support/appearance'
import {
  answerOpenDialog,
  answerSaveDialog,
  demoPerson,
  launch,
  signIn,
  watchOpenedDocuments,
  type RunningApplication
} from './support/application'

const execute = promisify(execFile)

let running: RunningApplication
let folder: string
/** The administrator's passphrase. */
let passphrase: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-plans-'))
  running = await launch()
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const link = (name: string | RegExp): Locator => running.window.getByRole('link', { name })
const button = (name: string | RegExp): Locator => running.window.getByRole('button', { name })
const heading = (name: string | RegExp): Locator => running.window.getByRole('heading', { name })
const dialog = (): Locator => running.window.getByRole('dialog')
const steps = (): Locator => running.window.getByRole('grid', { name: 'Schritte der Vorschau' })
const text = (content: string | RegExp): Locator => running.window.getByText(content)

/** No problem in either theme and language, nothing wider than the window, and pictures to look at. */
async function inspect(name: string): Promise<void> {
  await running.window.mouse.move(640, 2)
  for (const appearance of appearances) {
    const { language, theme, width } = appearance
    await show(running, appearance)
    await picture(running.window, `${name}-${language}-${theme}-${width}`)
    if (width !== 1280) continue
    expect({ ...appearance, problems: await accessibilityProblems(running.window) }).toEqual({
      ...appearance,
      problems: []
    })
    const overflow = await running.window.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth
    )
    expect(overflow).toBe(false)
  }
  await show(running, { language: 'de', theme: 'light', width: 1280, height: 800 })
}

/** Asks main as another window or a colleague would. */
async function ask<Name extends OperationName>(
  name: Name,
  input: OperationInput<Name>
): Promise<OperationOutput<Name>> {
  const answer = (await running.window.evaluate(
    ([operation, value]) => (window as unknown as { netzwart: Bridge }).netzwart.call(operation, value),
    [name, input] as const
  )) as Result<OperationOutput<Name>>
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value
}

/** The number on the tile of a kind of step; 0: there is no such tile. */
async function tile(name: string): Promise<number> {
  const found = running.window.getByRole('button', { name: new RegExp(`^[\\d.]+ ${name}$`) })
  if ((await found.count()) === 0) return 0
  return Number(((await found.textContent()) ?? '').replaceAll(/\D/g, ''))
}

/** Chooses in a select by its label. */
async function choose(label: string, option: string): Promise<void> {
  await running.window.getByRole('combobox', { name: label }).click()
  await running.window.getByRole('option', { name: option, exact: true }).click()
}

/** P25: a plan of several steps carries the administrator's signature. */
async function sign(place: Page | Locator = running.window): Promise<void> {
  await place.getByLabel('Ihre Passphrase').fill(passphrase)
}

async function finished(title: string): Promise<void> {
  await heading(title).waitFor({ timeout: 100_000 })
}

describe('a new school year in the demo school', () => {
  let created = 0
  let total = 0
  const newcomers: { name: string; login: string }[] = []

  it('begins on the list of previews, once the administrator has signed in', async () => {
    await button('Demo-Schule ausprobieren').click()
    await heading('Anmelden').waitFor()
    passphrase = (await demoPerson(running.window, 'administrator')).passphrase
    await signIn(running.window, 'administrator')
    await heading('Übersicht').waitFor()
    await link(/^Vorschauen/).click()
    await heading('Vorschauen').waitFor()
  })

  it('takes the prepared roster and shows how it was read', async () => {
    await link('Neue Schülerliste einlesen').first().click()
    await heading('Woher kommt die Liste?').waitFor()
    await inspect('roster-choose')
    await button('Vorbereitete Liste nehmen').click()
    await heading('Wurde die Liste richtig gelesen?').waitFor()
    await running.window
      .getByRole('combobox', { name: 'Zeichencodierung' })
      .getByText('Windows-1252')
      .waitFor()
    await inspect('roster-reading')
  })

  it('lists every rejected row with its line and a sentence', async () => {
    await running.window.getByRole('tab', { name: /Nicht übernommene Zeilen/ }).click()
    await text('Der Nachname fehlt.').first().waitFor()
    await text('31.02.2017').first().waitFor()
    const rejected = Number(
      (await running.window.locator('dl div', { hasText: 'Nicht übernommen' }).locator('dd').textContent()) ??
        ''
    )
    const rows = running.window
      .getByRole('table')
      .filter({ hasText: 'Steht in der Datei' })
      .locator('tbody tr')
    expect(rejected).toBeGreaterThan(0)
    expect(await rows.count()).toBe(rejected)
    await inspect('roster-rejected')
  })

  it('previews another reading at once and comes back to the found one', async () => {
    await choose('Spalte Vorname', 'nicht übernehmen')
    await text('Keine Spalte ist dem Vornamen zugeordnet.').waitFor()
    expect(await button('Mit dem Verzeichnis vergleichen').isDisabled()).toBe(true)
    await choose('Spalte Vorname', 'Vorname')
    await text('Keine Spalte ist dem Vornamen zugeordnet.').waitFor({ state: 'hidden' })
    await choose('Zeichencodierung', 'UTF-8')
    await running.window.getByRole('tab', { name: /Personen/ }).click()
    await running.window.getByRole('cell', { name: '\uFFFD' }).first().waitFor()
    await choose('Zeichencodierung', 'Erkennen lassen: UTF-8')
    await running.window.getByRole('cell', { name: 'Étienne' }).first().waitFor()
  })

  it('keeps a reading under a name and deletes it again', async () => {
    await button('Gespeicherte Lesarten').click()
    await running.window.getByRole('menuitem', { name: 'Lesart speichern …' }).click()
    await dialog().getByLabel('Name').fill('Export der Demo-Schule')
    await inspect('roster-profile')
    await dialog().getByRole('button', { name: 'Lesart speichern' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await button('Gespeicherte Lesarten').click()
    await running.window.getByRole('menuitem', { name: 'Export der Demo-Schule', exact: true }).waitFor()
    await running.window.getByRole('menuitem', { name: /löschen/ }).click()
    await dialog().getByRole('button', { name: 'Löschen' }).click()
    await dialog().waitFor({ state: 'hidden' })
  })

  it('asks a person about the doubtful rows', async () => {
    await button('Mit dem Verzeichnis vergleichen').click()
    await heading('Ist das dieselbe Person?').waitFor({ timeout: 60_000 })
    const rows = running.window.getByRole('group').filter({ has: running.window.getByRole('radio') })
    const count = await rows.count()
    expect(count).toBeGreaterThanOrEqual(2)
    await text(new RegExp(`^Noch ${count} Zeilen offen$`))
      .first()
      .waitFor()
    await inspect('roster-matching')
    await rows.first().getByRole('radio').first().check()
    await rows
      .nth(1)
      .getByRole('radio', { name: /Neue Person/ })
      .check()
    await button('Alle offenen auslassen').click()
    await text('Alles entschieden').first().waitFor()
    await button('Vorschau berechnen').click()
    await heading('Noch ist nichts geändert.').waitFor({ timeout: 60_000 })
  })

  it('shows what would happen, by kind, by class and step by step', async () => {
    created = await tile('Konten anlegen')
    expect(created).toBeGreaterThan(100)
    expect(await tile('Klasse wechseln')).toBeGreaterThan(500)
    expect(await tile('Als Abgänger sperren')).toBeGreaterThan(50)
    const matches =
      (await text(/^[\d.]+ Schritte$/)
        .first()
        .textContent()) ?? ''
    total = Number(matches.replaceAll(/\D/g, ''))
    await inspect('plan-review')
    await running.window.getByRole('tab', { name: 'Nach Klassen' }).click()
    await running.window.getByRole('table').getByText('Konten anlegen').waitFor()
    await inspect('plan-classes')
    await button(/^5a, Konten anlegen: \d+ anzeigen$/).click()
    await steps().getByRole('row').nth(1).waitFor()
    await text(/^30 Schritte$/).waitFor()
  })

  it('P3: shows the login of every new account before it exists', async () => {
    const rows = await steps().getByRole('row').filter({ hasText: 'Anlegen' }).all()
    for (const row of rows.slice(0, 8)) {
      const cells = await row.getByRole('gridcell').allTextContents()
      const [name = '', , , login = ''] = cells.map((cell) => cell.trim())
      expect(login).toMatch(/^[a-z]\.[a-z]+\d*$/)
      newcomers.push({ name, login })
    }
    expect(newcomers.length).toBeGreaterThan(4)
    await steps().getByText(newcomers[0]!.name).click()
    await dialog().getByText('Anmeldename', { exact: true }).waitFor()
    await dialog().getByText(newcomers[0]!.login, { exact: true }).waitFor()
    await dialog().getByText('Die Person steht in der Liste und hat noch kein Konto.').waitFor()
    await inspect('plan-step')
    await running.window.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
  })

  it('filters by text, and says so when nothing matches', async () => {
    await button('Filter zurücksetzen').click()
    const search = running.window.getByRole('textbox', { name: 'Schritte durchsuchen' })
    await search.fill(newcomers[0]!.login)
    await text(/^1 Schritt$/).waitFor()
    await search.fill('niemand heißt so')
    await text('Kein Schritt passt zu diesen Filtern').waitFor()
    await button('Filter zurücksetzen').first().click()
    await text(new RegExp(`^${total.toLocaleString('de-DE')} Schritte$`)).waitFor()
  })

  it('does not apply before the number of leavers is typed in', async () => {
    const leavers = await tile('Als Abgänger sperren')
    const apply = button(/Schritte ausführen$/)
    expect(await apply.isDisabled()).toBe(true)
    await sign()
    await apply.click()
    await text('Die Zahl stimmt nicht.').waitFor()
    await running.window.getByLabel('Zahl der Abgänger').fill(String(leavers + 1))
    await apply.click()
    await text('Die Zahl stimmt nicht.').waitFor()
    await inspect('plan-guard')
    await running.window.getByLabel('Zahl der Abgänger').fill(String(leavers))
  })

  it('applies everything, shows progress also after one has looked elsewhere, and fails nowhere', async () => {
    await button(/Schritte ausführen$/).dblclick()
    await heading('Wird ausgeführt …').waitFor()
    await running.window.getByRole('progressbar', { name: 'Fortschritt des Laufs' }).waitFor()
    await button('Anhalten').click()
    await heading('Der Lauf ist unterbrochen.').waitFor()
    await inspect('plan-interrupted')
    await link(/^Vorschauen/).click()
    await text('Unterbrochen').waitFor()
    await inspect('plans-interrupted')
    await link('Fortsetzen').click()
    await running.window.getByLabel('Ihre Passphrase').fill('nicht die richtige')
    await button('Fortsetzen').click()
    await text(/Die Passphrase stimmt nicht/).waitFor()
    await sign()
    await button('Fortsetzen').click()
    await heading('Wird ausgeführt …').waitFor()
    await picture(running.window, 'plan-running-de-light-1280')
    await link('Übersicht').click()
    await heading('Übersicht').waitFor()
    await link(/^Vorschauen/).click()
    await link(/^Schülerliste/)
      .first()
      .click()
    await finished('Alles ausgeführt.')
    await text(
      `${total.toLocaleString('de-DE')} Schritte sind erledigt, nichts ist fehlgeschlagen.`
    ).waitFor()
    await inspect('plan-finished')
  })

  it('P3, P4: prints a slip with name, login and password for each new account, once', async () => {
    const file = join(folder, 'Passwortzettel.pdf')
    const opened = await watchOpenedDocuments(running.electron)
    await link('Passwortzettel drucken').click()
    await button('Alle wählen').click()
    await answerSaveDialog(running.electron, file)
    await button('Als PDF speichern …').click()
    await text('Die Zettel sind gespeichert.').waitFor({ timeout: 60_000 })
    await button('PDF öffnen').click()
    await expect.poll(opened).toEqual([file])

    const { stdout } = await execute('pdftotext', ['-layout', file, '-'], { maxBuffer: 64 * 1024 * 1024 })
    const column = (label: string): string[] =>
      [...stdout.matchAll(new RegExp(`^${label}\\s+(\\S+)`, 'gm'))].map((match) => match[1] ?? '')
    const passwords = column('Passwort')
    expect(passwords).toHaveLength(created)
    expect(new Set(column('Anmeldename')).size).toBe(created)
    expect(new Set(passwords).size).toBe(created)
    for (const { name, login } of newcomers) {
      for (const word of name.split(' ')) expect(stdout).toContain(word)
      expect(stdout).toContain(login)
    }
    await text('Keine Zettel warten').waitFor()
  })

  it('takes back what is unchanged, and says what it left alone and why', async () => {
    const { rows } = await ask('accounts.query', { text: newcomers[0]!.login, limit: 1 })
    await ask('accounts.setClasses', {
      account: rows[0]!.id,
      classes: ['6a'],
      reason: 'Wechselt in die Parallelklasse'
    })
    await link(/^Vorschauen/).click()
    await link(/^Schülerliste/)
      .first()
      .click()
    await finished('Alles ausgeführt.')
    await button('Rückgängig machen').click()
    await dialog().getByText('Passwörter kommen nicht zurück').waitFor()
    await inspect('plan-undo')
    await sign(dialog())
    await dialog().getByRole('button', { name: 'Rückgängig machen' }).click()
    await heading('Wird rückgängig gemacht …').waitFor()
    await finished('Teilweise rückgängig gemacht.')
    await inspect('plan-partly-undone')
    await link('Rücknahme ansehen').click()
    await finished('1 Schritt ist fehlgeschlagen.')
    await button('Nur fehlgeschlagene zeigen').click()
    await text(/^1 Schritt$/).waitFor()
    await steps().getByText(newcomers[0]!.name).click()
    await dialog()
      .getByText(/inzwischen geändert \(Klassen\)/)
      .waitFor()
    await inspect('plan-failed-step')
    await running.window.keyboard.press('Escape')
  })

  it('takes back the rest once the obstacle is gone, and the list says so', async () => {
    const [change] = (await ask('plans.list', undefined)).filter(({ basis }) => 'at' in basis)
    await ask('plans.undo', { plan: change!.hash })
    await sign()
    await button('Fehlgeschlagene wiederholen').click()
    await finished('Alles zurückgenommen.')
    await link('Ursprüngliche Vorschau ansehen').click()
    await finished('Rückgängig gemacht.')
    await inspect('plan-undone')
    await link('Alle Vorschauen').click()
    await text('Rücknahme: Schülerliste').waitFor()
    const original = running.window.getByRole('listitem').filter({ has: link(/^Schülerliste$/) })
    await original.getByText('Rückgängig gemacht').waitFor()
    await button(/^Einzelne Änderungen/).click()
    await text(`Rücknahme: Klasse wechseln: ${newcomers[0]!.name}`).waitFor()
    await inspect('plans-list')
    expect((await ask('accounts.query', { text: newcomers[1]!.login, limit: 1 })).total).toBe(0)
    expect(await ask('slips.pending', undefined)).toEqual([])
  })
})

describe('a roster of one’s own', () => {
  it('says what is wrong with a file that is none, and stays where it was', async () => {
    const file = join(folder, 'Bild.csv')
    await writeFile(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0, 0, 0]))
    await link('Neue Schülerliste einlesen').click()
    await answerOpenDialog(running.electron, [])
    await button('Datei wählen …').click()
    await answerOpenDialog(running.electron, [file])
    await button('Datei wählen …').click()
    await text(/ist keine Textdatei/).waitFor()
    await inspect('roster-failure')
  })

  it('never reads a short list as "all have left"', async () => {
    const file = join(folder, 'Wenige.csv')
    await writeFile(file, 'Nummer;Nachname;Vorname;Klasse\nX1;Tausendschön;Mira;5a\n')
    await answerOpenDialog(running.electron, [file])
    await button('Datei wählen …').click()
    await heading('Wurde die Liste richtig gelesen?').waitFor()
    await button('Mit dem Verzeichnis vergleichen').click()
    await text(/Es wurde nichts geplant|es wurde nichts geplant/).waitFor({ timeout: 60_000 })
  })
})
