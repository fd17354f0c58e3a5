import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOpenDialog, ask, launch, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-guardians-'))
  running = await launch({ demo: true })
  screens = new Screens(running)
  await screens.heading('Übersicht').waitFor()
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const go = (hash: string): Promise<unknown> =>
  running.window.evaluate((target) => (location.hash = target), hash)

describe('accounts for guardians', () => {
  it('P1: are off, and switched on in the settings', async () => {
    await go('#/settings?section=guardians')
    await screens.heading('Erziehungsberechtigte').waitFor()
    const toggle = running.window.getByRole('switch', { name: 'Konten für Erziehungsberechtigte' })
    expect(await toggle.isChecked()).toBe(false)
    await toggle.click()
    await inspectScreen(running, 'settings-guardians')
    await screens.button('Speichern').click()
    await screens.text('Gespeichert').first().waitFor()
  })

  it('P1: come from a list of their own, and their page shows whose they are', async () => {
    const { rows } = await ask(running.window, 'accounts.query', { kind: 'pupil', state: 'active', limit: 1 })
    const child = rows[0]!
    const file = join(folder, 'Eltern.csv')
    const lines = ['ID;Nachname;Vorname;Kinder', `E1;Sorgsam;Ida;${child.schoolId ?? ''}, 4711`]
    await writeFile(file, `${lines.join('\r\n')}\r\n`)
    await answerOpenDialog(running.electron, [file])
    await go('#/plans/new')
    await screens.button('Datei wählen …').click()
    await screens.heading('Wurde die Liste richtig gelesen?').waitFor()
    await running.window.getByRole('combobox', { name: 'Wen nennt die Liste?' }).click()
    await running.window.getByRole('option', { name: 'Erziehungsberechtigte', exact: true }).click()
    await running.window.getByRole('cell', { name: /^für / }).waitFor()
    await inspectScreen(running, 'roster-guardians')
    await screens.button('Mit dem Verzeichnis vergleichen').click()
    await screens.text(/Schul-ID eines Kindes/).waitFor({ timeout: 60_000 })
    await screens.button('Vorschau berechnen').click()
    await screens.heading('Noch ist nichts geändert.').waitFor({ timeout: 60_000 })
    await inspectScreen(running, 'plan-guardians')
    await screens.button(/^1 Schritt ausführen$/).click()
    await screens.heading('Alles ausgeführt.').waitFor({ timeout: 60_000 })
    const made = await ask(running.window, 'accounts.query', { kind: 'guardian', limit: 10 })
    expect(made.rows).toMatchObject([{ familyName: 'Sorgsam', classes: [] }])
    await go(`#/accounts/${made.rows[0]!.id}`)
    await screens.text('Schul-ID 4711 (kein Konto)').waitFor()
    await inspectScreen(running, 'account-guardian')
    await running.window.getByRole('link', { name: `${child.givenName} ${child.familyName}` }).click()
    await screens.heading(`${child.givenName} ${child.familyName}`).waitFor()
  })
})
