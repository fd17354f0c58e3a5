import type { Locator } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSlapd, type SlapdServer } from '../integration/servers/slapd'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import { answerOpenDialog, launch, signIn, type RunningApplication } from './support/application'

let running: RunningApplication

beforeEach(async () => {
  running = await launch()
})

afterEach(async () => {
  await running.close()
})

const button = (name: string | RegExp): Locator =>
  running.window.getByRole('button', { name, exact: typeof name === 'string' })

async function openWizard(): Promise<void> {
  await running.window.getByRole('button', { name: /Mit einem Verzeichnis verbinden/ }).click()
  await running.window.getByLabel('Adresse des Servers').waitFor()
}

/** A person's whole accessibility check of the present step, with pictures. */
async function inspect(name: string): Promise<void> {
  expect(await accessibilityProblems(running.window)).toEqual([])
  await pictures(running, name)
}

describe('first run', () => {
  it('starts the demo school with one click', async () => {
    await running.window.getByRole('button', { name: /Demo-Schule ausprobieren/ }).click()
    await running.window.getByRole('heading', { name: 'Demo-Schule: Wer möchten Sie sein?' }).waitFor()
    await running.window.getByRole('button', { name: /Administration/ }).click()
    await running.window.getByRole('heading', { name: 'Übersicht' }).waitFor()
    await running.window.getByText('Demo-Schule').first().waitFor()
  })

  it('lets go of the demo school and finds it again as it was', async () => {
    await button(/Demo-Schule ausprobieren/).click()
    await running.window.getByRole('heading', { name: 'Anmelden' }).waitFor()
    await signIn(running.window, 'administrator')
    await running.window.getByRole('heading', { name: 'Übersicht' }).waitFor()
    const active = running.window.getByRole('link', { name: /Aktiv/ })
    const before = await active.textContent()
    await running.window
      .getByRole('navigation', { name: 'Hauptnavigation' })
      .getByRole('link', { name: 'Einstellungen' })
      .click()
    await running.window
      .getByRole('navigation', { name: 'Bereiche' })
      .getByRole('link', { name: 'Verzeichnis' })
      .click()
    await button('Verbindung trennen …').click()
    const dialog = running.window.getByRole('dialog')
    await dialog.getByText(/Das Verzeichnis und alle Konten bleiben/).waitFor()
    expect(await accessibilityProblems(running.window)).toEqual([])
    await dialog.getByRole('button', { name: 'Trennen' }).click()
    await running.window.getByRole('heading', { name: 'Willkommen bei Netzwart' }).waitFor()
    await button(/Demo-Schule ausprobieren/).click()
    await running.window.getByRole('heading', { name: /^(Anmelden|Übersicht)$/ }).waitFor()
    await signIn(running.window, 'administrator')
    await running.window.getByRole('heading', { name: 'Übersicht' }).waitFor()
    await expect.poll(() => active.textContent()).toBe(before)
  })

  it('refuses an address that would send passwords in plain text, and completes a bare name', async () => {
    await openWizard()
    const address = running.window.getByLabel('Adresse des Servers')
    await address.fill('ldap://server.schule.example')
    await address.blur()
    await running.window.getByText(/Unverschlüsselt \(ldap:\/\/\) geht nur zu diesem PC selbst/).waitFor()
    await expect.poll(() => button('Weiter').isDisabled()).toBe(true)
    await address.fill('server.schule.example')
    await address.blur()
    await expect.poll(() => address.inputValue()).toBe('ldaps://server.schule.example')
  })

  it('says what to do when no server answers', async () => {
    await openWizard()
    await running.window.getByLabel('Adresse des Servers').fill('ldaps://127.0.0.1:9')
    await button('Weiter').click()
    await running.window.getByText(/antwortet nicht/).waitFor()
    await expect.poll(() => button('Weiter').isDisabled()).toBe(true)
  })
})

describe('connecting to slapd over LDAPS', () => {
  let server: SlapdServer

  beforeAll(async () => {
    server = await startSlapd()
  })

  afterAll(async () => {
    await server.stop()
  })

  it('pins the CA, tests the bind account and connects', async () => {
    await openWizard()
    await inspect('connect-server')
    await running.window.getByLabel('Adresse des Servers').fill(server.url)
    await button('Weiter').click()
    await running.window.getByText('Vom Server vorgelegt').waitFor()
    await answerOpenDialog(running.electron, [server.caFile])
    await button('Datei wählen …').click()
    await running.window.getByText('Aus der Datei').waitFor()
    await expect.poll(() => button('Weiter').isDisabled()).toBe(true)
    await running.window.getByText('Ich habe den Fingerabdruck verglichen, er stimmt überein.').click()
    await inspect('connect-certificate')
    await button('Weiter').click()

    await running.window.getByLabel('Dienstkonto', { exact: false }).first().fill(server.bindDn)
    await running.window.getByLabel('Passwort des Dienstkontos').fill('falsch')
    await running.window.getByLabel('Basis').fill(server.baseDn)
    await inspect('connect-account')
    await button('Anmelden und prüfen').click()
    await running.window.getByText(/lehnt Name oder Passwort des Dienstkontos ab/).waitFor()
    await button('Zurück').click()
    await running.window.getByLabel('Passwort des Dienstkontos').fill(server.bindPassword)
    await button('Anmelden und prüfen').click()
    await running.window.getByRole('heading', { name: 'Was dieses Verzeichnis kann' }).waitFor()
    await inspect('connect-test')
    await button('Verbinden').click()
    await running.window.getByRole('heading', { name: 'Fallakte gründen' }).waitFor()
    await inspect('found-meaning')
    await button('Später').click()
    await running.window.getByRole('heading', { name: 'Übersicht' }).waitFor()
    await running.window.getByRole('link', { name: 'Nicht gegründet' }).waitFor()
    await running.window.getByText('Verbunden').first().waitFor()
    await running.window.getByRole('link', { name: /^Vorschauen/ }).click()
    await running.window.getByText('Noch keine Vorschau').waitFor()
    await inspect('plans-empty')
    await running.window.getByRole('link', { name: 'Benennungen' }).click()
    await running.window.getByText('Die Fallakte ist noch nicht gegründet').waitFor()
    await inspect('people-not-founded')
  })
})
