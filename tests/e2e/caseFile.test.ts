import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../src-main/contract/settings'
import { own, passphrases, startSchool, type School } from '../integration/caseFile/sharedSchool'
import { connectionTo } from '../integration/directory/openldapServer'
import { startPostgres, type PostgresServer, type TestDatabase } from '../integration/servers/postgres'
import { ldapWhoAmI } from '../integration/servers/slapd'
import { accessibilityProblems } from './support/accessibility'
import { appearances, picture, show } from './support/appearance'
import {
  answerOpenDialog,
  answerSaveDialog,
  ask,
  launch,
  type RunningApplication
} from './support/application'
import { Screens, textOfPdf } from './support/screens'

let school: School
let postgres: PostgresServer
let database: TestDatabase
let folder: string
let certificate: string
let office: RunningApplication
let staffRoom: RunningApplication | null = null
let screens: Screens

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-case-file-'))
  school = await startSchool()
  postgres = await startPostgres()
  database = await postgres.makeDatabase()
  certificate = join(folder, 'postgres-ca.pem')
  await writeFile(certificate, postgres.caCertificate)
  office = await launch({
    data: join(folder, 'office'),
    environment: { NETZWART_BIND_PASSWORD: school.server.bindPassword }
  })
  screens = new Screens(office)
})

afterAll(async () => {
  await staffRoom?.close()
  await office.close()
  await postgres.stop()
  await school.stop()
  await rm(folder, { recursive: true, force: true })
})

async function fillFounder(step: string, login: string, passphrase: string): Promise<void> {
  const { window } = screens
  await screens.heading(step).waitFor()
  await window.getByLabel('Anmeldename in der Schule').fill(login)
  await window.getByLabel('Passwort in der Schule').fill(own)
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await window.getByLabel('Passphrase wiederholen').fill(passphrase)
  await screens.button('Weiter').click()
}

async function signIn(on: Screens, login: string): Promise<void> {
  await ask(on.window, 'session.signOut')
  await on.heading('Anmelden').waitFor()
  await on.window.getByLabel('Anmeldename').fill(login)
  await on.window.getByLabel('Passwort', { exact: true }).fill(own)
  await on.button('Anmelden').click()
  await on.heading('Anmelden').waitFor({ state: 'detached' })
}

async function fillServer(on: Screens): Promise<void> {
  const { window } = on
  const { location, password } = database
  await window.getByLabel('Server', { exact: true }).fill(location.host)
  await window.getByLabel('Port').fill(String(location.port))
  await window.getByLabel('Datenbank', { exact: true }).fill(location.database)
  await window.getByLabel('Rolle der App').fill(location.role)
  await window.getByLabel('Passwort der Rolle').fill(password)
  await answerOpenDialog(on.running.electron, [certificate])
  await on.button('Datei wählen …').click()
  await on.button('Andere Datei …').waitFor()
}

describe('a school’s case file, from its founding to two PCs', () => {
  it('P20, P25: leadership and administrator found it together in the window', async () => {
    await screens.beginConnecting({ profile: 'OpenLDAP', url: school.server.url })
    await screens.trustFile(school.server.caFile)
    await screens.fillAccount({ profile: 'OpenLDAP', ...school.server })
    await screens.heading('Was dieses Verzeichnis kann').waitFor()
    await screens.button('Verbinden').click()
    await screens.heading('Fallakte gründen').waitFor()
    await screens.window.getByLabel('Name der Schule').fill('Gesamtschule am Lindenhain')
    await screens.button('Jetzt gründen').click()
    await fillFounder('Schulleitung', 'leitung', passphrases.leadership)
    await fillFounder('Administration', 'netz', passphrases.administrator)
    await screens.window.getByRole('checkbox').check()
    await screens.button('Weiter').click()
    expect(await accessibilityProblems(screens.window)).toEqual([])
    await screens.button('Unterschreiben und gründen').click()
    await screens.heading('Die Fallakte ist gegründet').waitFor()
    await picture(screens.window, 'case-file-founded')
    const file = join(folder, 'Gründung.pdf')
    await answerSaveDialog(office.electron, file)
    // That a copy is made is itself a statement, after what the copy shows.
    const { ledger } = await ask(screens.window, 'application.state')
    await screens.button('Gründungsurkunde speichern').click()
    await screens.button('Öffnen und drucken').waitFor()
    const text = await textOfPdf(file)
    expect(text).toContain('Änne Leitner')
    expect(text).toContain('Änne Netzer')
    expect(text.replaceAll(/\s/g, '')).toContain(ledger?.head?.hash ?? 'no head')
    await screens.window.getByRole('link', { name: 'Weiter zu Netzwart' }).click()
    await screens.heading('Übersicht').waitFor()
  })

  it('moves to a PostgreSQL server by the wizard', async () => {
    await ask(screens.window, 'settings.write', { ...defaultSettings, modules: { wlan: 'modul-wlan' } })
    await screens.menu('Einstellungen').click()
    await screens.window.getByRole('link', { name: 'Fallakte', exact: true }).click()
    await screens.button('Auf einen Server umziehen …').click()
    await fillServer(screens)
    await screens.button('Verbinden und prüfen').click()
    await screens.heading('Datenbank vorbereiten').waitFor()
    await screens.window.getByLabel('Rolle, der die Datenbank gehört').fill(database.owner.role)
    await screens.window.getByLabel('Passwort dieser Rolle').fill(database.owner.password)
    await screens.button('Datenbank vorbereiten').click()
    await screens.button('Fallakte jetzt umziehen').click()
    await screens.text('Die Fallakte ist umgezogen').first().waitFor()
    const state = await ask(screens.window, 'application.state')
    expect(state.caseFile).toMatchObject({ kind: 'postgres', state: 'ready' })
    expect((await ask(screens.window, 'ledger.verify')).problems).toEqual([])
  })

  it('is joined by a second window, whose screens follow what the first one writes', async () => {
    staffRoom = await launch({
      data: join(folder, 'staff-room'),
      environment: { NETZWART_BIND_PASSWORD: school.server.bindPassword }
    })
    const second = new Screens(staffRoom)
    await second.button('Mit der Fallakte auf einem Server arbeiten').click()
    await fillServer(second)
    await second.dialog().getByRole('button', { name: 'Verbinden' }).click()
    await second.heading('Anmelden').waitFor()
    await signIn(second, 'netz')
    await second.window.getByLabel('Ihre Passphrase').fill(passphrases.administrator)
    await second.window.locator('button[type="submit"]').click()
    await second.heading('Übersicht').waitFor()
    await signIn(second, 'leitung')
    await second.heading('Übersicht').waitFor()

    const opened = await ask(screens.window, 'sanctions.open', {
      account: school.ids.pupil,
      rule: 'P18',
      happenedOn: new Date().toISOString().slice(0, 10),
      facts: 'Der Jugendschutzfilter wurde umgangen.',
      evidence: [],
      measures: [{ kind: 'suspension', until: null }],
      reasons: 'Wiederholt',
      passphrase: passphrases.administrator
    })
    await second.text(opened.number).first().waitFor()
    expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('accepted')
  })

  it('P21: refuses the second, stale decision and shows what the other did', async () => {
    const second = new Screens(staffRoom ?? office)
    const [row] = (await ask(second.window, 'sanctions.query', {})).rows
    const id = row?.id ?? ''
    await second.window.evaluate((path) => {
      location.hash = path
    }, `#/cases/${id}`)
    await second.heading(/^Ihre Entscheidung/).waitFor()
    await second.window.getByRole('radio', { name: /^Ablehnen/ }).check()
    await second.window.getByLabel('Ihre Begründung').fill('Nicht nachgewiesen.')

    // Meanwhile the proposal is changed at the other PC.
    const seen = await ask(screens.window, 'sanctions.case', { case: id })
    await second.running.electron.evaluate(({ BrowserWindow }) => {
      // The second window hears nothing for a while, as on a slow net.
      const window = BrowserWindow.getAllWindows()[0]
      if (window === undefined) return
      const { webContents } = window
      const send = webContents.send.bind(webContents)
      Object.assign(webContents, { send: () => undefined })
      Object.assign(globalThis, { hearAgain: () => Object.assign(webContents, { send }) })
    })
    await ask(screens.window, 'sanctions.propose', {
      case: id,
      version: seen.version,
      measures: [{ kind: 'warning' }],
      reasons: 'Nach dem Gespräch genügt eine Ermahnung.',
      passphrase: passphrases.administrator
    })
    await second.window.getByLabel('Ihre Passphrase').fill(passphrases.leadership)
    await second.button('Unterschreiben und ablehnen').click()
    await second
      .text(/Änne Netzer/)
      .first()
      .waitFor()
    await second.text('Nach dem Gespräch genügt eine Ermahnung.').first().waitFor()
    expect(await second.window.getByLabel('Ihre Begründung').inputValue()).toBe('Nicht nachgewiesen.')
    expect((await ask(second.window, 'sanctions.case', { case: id })).state).toBe('proposed')
    await picture(second.window, 'case-file-stale-decision')
    await second.running.electron.evaluate(() => {
      const hearAgain: unknown = Reflect.get(globalThis, 'hearAgain')
      if (typeof hearAgain === 'function') Reflect.apply(hearAgain, null, [])
    })
  })

  it('asks at the second PC, after the first has changed the connection, and shows what is different', async () => {
    const second = new Screens(staffRoom ?? office)
    await signIn(screens, 'netz')
    await signIn(second, 'netz')
    const url = school.server.url.replace('localhost', '127.0.0.1')
    await ask(screens.window, 'setup.connect', {
      connection: connectionTo(school.server, { url }),
      password: school.server.bindPassword,
      keepPassword: false,
      passphrase: passphrases.administrator
    })
    await second.dialog().getByText('Verbindung vergleichen').waitFor()
    await second.dialog().getByText(url, { exact: true }).waitFor()
    await second
      .dialog()
      .getByText(/Geändert von Änne Netzer/)
      .waitFor()
    expect(await accessibilityProblems(second.window)).toEqual([])
    for (const appearance of appearances) {
      await show(second.running, appearance)
      await picture(second.window, `connection-changed-${appearance.language}-${appearance.theme}`)
    }
    await ask(second.window, 'application.setPreferences', { language: 'de', theme: 'light' })
    await second.dialog().getByLabel('Passwort').fill(school.server.bindPassword)
    await second.dialog().getByRole('button', { name: 'Verbinden' }).click()
    await second.dialog().waitFor({ state: 'hidden' })
  })

  it('is red on the start page when settings were changed past the app, until an administrator saves them anew', async () => {
    await postgres.ask(
      database.location.database,
      `UPDATE netzwart.documents SET body = replace(body, 'modul-wlan', 'andere-gruppe') WHERE name LIKE 'settings %'`
    )
    await ask(screens.window, 'ledger.verify')
    await screens.text('Das Journal ist nicht in Ordnung.').first().waitFor()
    await screens.menu('Einstellungen').click()
    await screens.text('Am Journal vorbei geändert').waitFor()
    await screens.dismissToasts()
    expect(await accessibilityProblems(screens.window)).toEqual([])
    for (const appearance of appearances) {
      await show(screens.running, appearance)
      await picture(screens.window, `settings-changed-past-${appearance.language}-${appearance.theme}`)
    }
    await ask(screens.window, 'application.setPreferences', { language: 'de', theme: 'light' })
    await screens.button('Durchgesehen, neu speichern').click()
    await screens.text('Das Journal ist nicht in Ordnung.').waitFor({ state: 'detached' })
    expect((await ask(screens.window, 'ledger.verify')).problems).toEqual([])
  })
})
