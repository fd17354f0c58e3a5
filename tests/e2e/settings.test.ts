import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Settings } from '../../src-main/contract/settings'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import {
  answerOpenDialog,
  answerSaveDialog,
  ask,
  launch,
  signIn,
  type RunningApplication
} from './support/application'
import { Screens } from './support/screens'

const passphrase = 'Schrank Nebel Kupfer Ziege'
let running: RunningApplication
let screens: Screens
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-settings-'))
  running = await launch({ demo: true })
  screens = new Screens(running)
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

async function section(name: string): Promise<void> {
  await screens.menu('Einstellungen').click()
  await running.window
    .getByRole('navigation', { name: 'Bereiche' })
    .getByRole('link', { name, exact: true })
    .click()
  await running.window.getByRole('heading', { name, exact: true, level: 2 }).waitFor()
}

async function save(): Promise<void> {
  await screens.dismissToasts()
  await screens.button('Speichern').click()
  await screens.text('Gespeichert').first().waitFor()
  // The notice itself, which may come later than the word: it can be closed from here on.
  await screens.button('Schließen').first().waitFor()
}

async function inspect(on: RunningApplication, name: string): Promise<void> {
  await new Screens(on).dismissToasts()
  expect(await accessibilityProblems(on.window)).toEqual([])
  await pictures(on, name)
}

describe('settings of the school', () => {
  it('keep the letterhead and show it while one types', async () => {
    await section('Briefkopf')
    await running.window.getByLabel('Ort vor dem Datum').fill('Neulindenhain')
    await running.window
      .getByRole('region', { name: 'So sieht der Kopf aus' })
      .getByText(/^Neulindenhain, den \d\d\.\d\d\.\d{4}$/)
      .waitFor()
    await save()
    expect((await ask(running.window, 'settings.read')).letterhead.place).toBe('Neulindenhain')
    await inspect(running, 'settings-letterhead')
  })

  it('P15: say which devices are the school’s, and keep nothing that is half entered', async () => {
    const { window } = running
    await section('Geräte')
    await screens.text('Noch keine Geräte').waitFor()
    await inspect(running, 'settings-devices-none')
    await screens.button('Geräte eintragen').click()
    const [first, second] = [window.getByRole('group').nth(0), window.getByRole('group').nth(1)]
    await first.getByLabel('Name').fill('Computerraum 2')
    await expect.poll(() => screens.button('Speichern').isDisabled()).toBe(true)
    await first.getByLabel(/^Woran man sie/).fill('PC2-*\n\n  10.20.2.0/24\n')
    await screens.button('Geräte eintragen').click()
    await second.getByLabel('Name').fill('Lehrerzimmer')
    await second.getByLabel(/^Woran man sie/).fill('LZ-01')
    await second.getByRole('combobox').click()
    await window.getByRole('option', { name: 'Geräte der Schule für das Personal' }).click()
    await inspect(running, 'settings-devices')
    await save()
    expect((await ask(window, 'settings.read')).devices).toEqual([
      { name: 'Computerraum 2', kind: 'school', usedBy: 'pupils', places: ['PC2-*', '10.20.2.0/24'] },
      { name: 'Lehrerzimmer', kind: 'school', usedBy: 'staff', places: ['LZ-01'] }
    ])
    await screens.button('Computerraum 2 entfernen').click()
    await save()
    expect((await ask(window, 'settings.read')).devices.map(({ name }) => name)).toEqual(['Lehrerzimmer'])
  })

  it('P10, P11: map a module to a group of the directory and let go of it again', async () => {
    await section('Module')
    const wlan = running.window.getByLabel(/^WLAN:/)
    await wlan.click()
    await running.window.getByRole('option', { name: 'keine Gruppe' }).click()
    await save()
    await expect
      .poll(async () => (await ask(running.window, 'settings.read')).modules.wlan ?? 'none')
      .toBe('none')
    await wlan.click()
    await running.window.getByPlaceholder('Gruppe suchen').fill('wlan')
    await running.window.getByRole('option', { name: 'modul-wlan' }).click()
    await save()
    await expect
      .poll(async () => (await ask(running.window, 'settings.read')).modules.wlan)
      .toBe('modul-wlan')
    await inspect(running, 'settings-modules')
  })

  it('P9: say how services must ask, and name a RADIUS server to test', async () => {
    await section('Dienste')
    await screens.text('Kein RADIUS-Server genannt').waitFor()
    await inspect(running, 'settings-services-empty')
    await running.window.getByLabel('Name oder Adresse').fill('127.0.0.1')
    await running.window.getByLabel('UDP-Port').fill('70000')
    await screens.text('Bitte geben Sie eine Zahl von 1 bis 65535 ein.').waitFor()
    await running.window.getByLabel('UDP-Port').fill('9')
    await screens.text('Speichern Sie die Änderungen, bevor Sie prüfen.').waitFor()
    await save()
    await running.window.getByLabel('Gemeinsames Geheimnis (Shared Secret)').fill('nur-zum-Test')
    await screens.button('RADIUS prüfen').click()
    // Nobody listens on the discard port of this PC.
    await screens.text(/antwortet auf UDP-Port 9 nicht/).waitFor()
    await inspect(running, 'settings-services')
    await running.window.getByLabel('Name oder Adresse').fill('')
    await running.window.getByLabel('UDP-Port').fill('1812')
    await save()
  })

  it('P19, P22: say how long evidence is kept beyond its source’s period, and why', async () => {
    const { window } = running
    await window.getByRole('link', { name: 'Beweismittel' }).click()
    const days = window.getByRole('spinbutton', { name: 'Nach einem Verstoß oder einer Übergabe' })
    await days.fill('120')
    const why = window.getByRole('textbox', { name: /Nach einem Verstoß oder einer Übergabe: / })
    await why.fill('Die Konferenz tagt nur alle drei Monate.')
    await inspect(running, 'settings-evidence')
    await window.getByRole('button', { name: 'Speichern' }).click()
    await expect
      .poll(async () => (await ask(window, 'settings.read')).evidence.found)
      .toEqual({ days: 120, reason: 'Die Konferenz tagt nur alle drei Monate.' })
  })

  it('do not keep a window that has locked from signing in, whatever was not saved', async () => {
    const { window } = running
    await window.getByRole('link', { name: 'Beweismittel' }).click()
    await window.getByRole('spinbutton', { name: 'Solange ein Fall daraus läuft' }).fill('400')
    await screens.text('Es gibt ungespeicherte Änderungen.').waitFor()
    await ask(window, 'session.signOut')
    await window.getByRole('heading', { name: 'Anmelden' }).waitFor()
    await signIn(window, 'administrator')
    await section('Beweismittel')
    expect(await window.getByRole('spinbutton', { name: 'Solange ein Fall daraus läuft' }).inputValue()).toBe(
      '365'
    )
  })

  it('set after how long the window locks', async () => {
    await section('Bildschirmsperre')
    await running.window.getByLabel('Sperren nach').fill('61')
    await screens.text('Bitte geben Sie eine Zahl von 1 bis 60 ein.').waitFor()
    await running.window.getByLabel('Sperren nach').fill('20')
    await save()
    await expect
      .poll(async () => (await ask(running.window, 'application.state')).session.idleMinutes)
      .toBe(20)
    await inspect(running, 'settings-lock')
  })
})

describe('a form that is older than what stands', () => {
  /** As another PC does while the form is open here. */
  async function elsewhere(change: (settings: Settings) => Settings): Promise<void> {
    await ask(running.window, 'settings.write', change(await ask(running.window, 'settings.read')))
  }

  it('writes over nothing, says so, shows what was entered in what stands now, and keeps it with the next click', async () => {
    await section('Briefkopf')
    const place = running.window.getByLabel('Ort vor dem Datum')
    await place.fill('Altlindenhain')
    await elsewhere((settings) => ({
      ...settings,
      idleMinutes: 33,
      letterhead: { ...settings.letterhead, signatory: 'Dr. Nora Neu, Schulleiterin' }
    }))
    await screens.dismissToasts()
    await screens.button('Speichern').click()
    await screens.text(/Die Einstellungen wurden inzwischen geändert/).waitFor()
    expect(await ask(running.window, 'settings.read')).toMatchObject({
      idleMinutes: 33,
      letterhead: { place: 'Neulindenhain', signatory: 'Dr. Nora Neu, Schulleiterin' }
    })
    expect(await place.inputValue()).toBe('Altlindenhain')
    expect(await running.window.getByLabel('Name und Amt unter der Unterschrift').inputValue()).toBe(
      'Dr. Nora Neu, Schulleiterin'
    )
    await inspect(running, 'settings-changed-elsewhere')
    await save()
    expect(await ask(running.window, 'settings.read')).toMatchObject({
      idleMinutes: 33,
      letterhead: { place: 'Altlindenhain', signatory: 'Dr. Nora Neu, Schulleiterin' }
    })
  })

  it('names what both have changed, and gives back what the other one has entered', async () => {
    await section('Briefkopf')
    const place = running.window.getByLabel('Ort vor dem Datum')
    await place.fill('Hierlindenhain')
    await elsewhere((settings) => ({
      ...settings,
      letterhead: { ...settings.letterhead, place: 'Dortlindenhain' }
    }))
    await screens.dismissToasts()
    await screens.button('Speichern').click()
    await screens.text(/Die Einstellungen wurden inzwischen geändert/).waitFor()
    await screens.text(/^Beide haben hier etwas geändert: Briefkopf\./).waitFor()
    expect(await place.inputValue()).toBe('Hierlindenhain')
    await inspect(running, 'settings-changed-by-both')
    await screens.button('Verwerfen').click()
    expect(await place.inputValue()).toBe('Dortlindenhain')
    expect((await ask(running.window, 'settings.read')).letterhead.place).toBe('Dortlindenhain')
    expect(await screens.text(/Die Einstellungen wurden inzwischen geändert/).count()).toBe(0)
  })
})

describe('settings of the case file', () => {
  it('say where it lies, and what a server that does not answer means', async () => {
    await section('Fallakte')
    await screens.text('Auf diesem PC').first().waitFor()
    await inspect(running, 'settings-case-file')
    await screens.button('Auf einen Server umziehen …').click()
    await running.window.getByLabel('Server', { exact: true }).fill('postgres://db')
    await running.window.getByLabel('Port').fill('5432')
    await screens.text('Nur der Name oder die Adresse, ohne „postgres://“ und ohne Port.').waitFor()
    expect(await screens.button('Verbinden und prüfen').isDisabled()).toBe(true)
    await inspect(running, 'settings-case-file-move')
    await screens.button('Umzug abbrechen').click()
  })

  it('write a scheduled task that does what is due', async () => {
    await section('Geplante Aufgabe')
    const file = join(folder, 'Netzwart-Aufgabe.xml')
    await answerSaveDialog(running.electron, file)
    await screens.button('Datei speichern … (Windows)').click()
    await screens.text(/^Gespeichert: .*Netzwart-Aufgabe\.xml$/).waitFor()
    expect((await readFile(file)).toString('utf16le')).toContain('due')
    await inspect(running, 'settings-schedule')
  })

  it('make a backup under a passphrase of its own; the demo school’s fills no real case file', async () => {
    await section('Sicherung')
    await running.window.getByLabel('Passphrase der Sicherung').fill(passphrase)
    await running.window.getByLabel('Passphrase wiederholen').fill(`${passphrase}?`)
    await running.window.getByLabel('Passphrase wiederholen').blur()
    await screens.text('Die beiden Eingaben sind verschieden.').waitFor()
    expect(await screens.button('Ordner wählen und sichern …').isDisabled()).toBe(true)
    await running.window.getByLabel('Passphrase wiederholen').fill(passphrase)
    await answerOpenDialog(running.electron, [folder])
    await screens.button('Ordner wählen und sichern …').click()
    await screens.text('Sicherung erstellt und zurückgelesen').waitFor()
    expect(await running.window.getByLabel('Passphrase der Sicherung').inputValue()).toBe('')
    const file = (await screens.text(/\.netzwart-backup$/).textContent()) ?? ''
    await inspect(running, 'settings-backup')

    const other = await launch()
    const restoring = new Screens(other)
    await inspect(other, 'first-run')
    await restoring.button('Aus einer Sicherung wiederherstellen').click()
    await restoring.dialog().getByLabel('Passphrase der Sicherung').fill('Nicht die richtige')
    await answerOpenDialog(other.electron, [file])
    await restoring.dialog().getByRole('button', { name: 'Datei wählen …' }).click()
    await restoring.text(/Die Passphrase passt nicht zu dieser Sicherung/).waitFor()
    await restoring.dialog().getByLabel('Passphrase der Sicherung').fill(passphrase)
    await restoring.dialog().getByRole('button', { name: 'Datei wählen …' }).click()
    await restoring
      .text(/Demo-Schule/)
      .first()
      .waitFor()
    // A real backup is restored in tests/integration/backup.
    const untouched = await ask(other.window, 'application.state')
    expect(untouched.session.founded).toBe(false)
    expect(untouched.ledger?.head ?? null).toBeNull()
    await other.close()
  })
})
