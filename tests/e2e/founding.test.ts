import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { own, passphrases, startSchool, type School } from '../integration/caseFile/sharedSchool'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import { answerSaveDialog, ask, launch, type RunningApplication } from './support/application'
import { Screens, textOfPdf } from './support/screens'
import { secretsInMemory, secretsOnPage } from './support/secrets'

let school: School
let running: RunningApplication
let screens: Screens
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-founding-'))
  school = await startSchool()
  running = await launch()
  screens = new Screens(running)
  const { server } = school
  await screens.beginConnecting({ profile: 'OpenLDAP', url: server.url })
  await screens.trustFile(server.caFile)
  await screens.fillAccount({ profile: 'OpenLDAP', ...server })
  await screens.finishConnecting()
})

afterAll(async () => {
  await running.close()
  await school.stop()
  await rm(folder, { recursive: true, force: true })
})

async function inspect(name: string): Promise<void> {
  expect(await accessibilityProblems(running.window)).toEqual([])
  await pictures(running, name)
}

async function fillFounder(login: string, password: string, passphrase: string): Promise<void> {
  const { window } = running
  await window.getByLabel('Anmeldename in der Schule').fill(login)
  await window.getByLabel('Passwort in der Schule').fill(password)
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await window.getByLabel('Passphrase wiederholen').fill(passphrase)
}

/** Nothing lies over it, and nobody has to scroll to see it. */
const isInSight = (text: Locator): Promise<boolean> =>
  text.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })

it('says what founding means, and lets nobody go on without the school’s name', async () => {
  await running.window.getByRole('link', { name: 'Nicht gegründet' }).click()
  await screens.heading('Was die Gründung bedeutet').waitFor()
  await running.window.getByLabel('Name der Schule').fill('')
  expect(await screens.button('Jetzt gründen').isDisabled()).toBe(true)
  await running.window.getByLabel('Name der Schule').fill('Schule am Probenweg')
  await screens.button('Jetzt gründen').click()
})

it('P21: wants a passphrase of at least twelve characters and the right password, from each person alone', async () => {
  const next = screens.button('Weiter')
  await fillFounder('leitung', own, 'zu kurz')
  await running.window.getByLabel('Anmeldename in der Schule').focus()
  await screens.text(/Noch zu kurz/).waitFor()
  expect(await next.isDisabled()).toBe(true)
  await fillFounder('leitung', 'Falsch-Geraten-1', passphrases.leadership)
  await next.click()
  const refusal = screens.text(/Anmeldename oder Passwort von „leitung“ stimmt nicht/)
  await refusal.waitFor()
  expect(await isInSight(refusal)).toBe(true)
  expect(await running.window.getByLabel('Passwort in der Schule').inputValue()).toBe('')
  await inspect('found-refused')
  await running.window.getByLabel('Passwort in der Schule').fill(own)
  expect(await secretsInMemory(running.window, [passphrases.leadership])).toEqual([passphrases.leadership])
  await next.click()
  await screens.text('Änne Leitner hat sich ausgewiesen').waitFor()
})

it('P21: leaves nothing of what the leadership typed to the person who sits down next', async () => {
  const { window } = running
  const typed = ['Falsch-Geraten-1', passphrases.leadership]
  expect(await secretsOnPage(window, typed)).toEqual([])
  expect(await secretsInMemory(window, typed)).toEqual([])
  await inspect('found-administrator')
  await screens.button('Zurück').click()
  await screens.heading('Schulleitung').waitFor()
  const fields = window.getByRole('main').locator('input')
  expect(await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).toEqual([
    '',
    '',
    '',
    ''
  ])
  for (const eye of await window.getByRole('main').locator('button[aria-pressed]').all()) {
    await eye.click()
    expect(await secretsOnPage(window, typed)).toEqual([])
  }
  // Whoever goes back starts that person's step over.
  expect(await screens.button('Weiter').isDisabled()).toBe(true)
  await fillFounder('leitung', own, passphrases.leadership)
  await screens.button('Weiter').click()
  await screens.text('Änne Leitner hat sich ausgewiesen').waitFor()
})

it('hides again what somebody looked at as soon as they turn to something else', async () => {
  const { window } = running
  const passphrase = window.getByLabel('Passphrase', { exact: true })
  await passphrase.fill(passphrases.administrator)
  await screens.button('Anzeigen').nth(1).click()
  expect(await passphrase.getAttribute('type')).toBe('text')
  await passphrase.focus()
  expect(await passphrase.getAttribute('type')).toBe('text')
  await window.getByLabel('Anmeldename in der Schule').focus()
  expect(await passphrase.getAttribute('type')).toBe('password')
})

it('P21: tells nobody whether they have guessed the other’s passphrase', async () => {
  const next = screens.button('Weiter')
  await fillFounder('LEITUNG', own, passphrases.leadership)
  await screens.text('Schulleitung und Administration müssen zwei verschiedene Personen sein.').waitFor()
  expect(await next.isDisabled()).toBe(true)
  for (const guess of [passphrases.leadership, passphrases.administrator]) {
    await fillFounder('netz', 'Falsch-Geraten-1', guess)
    await next.click()
    await screens.text(/Anmeldename oder Passwort von „netz“ stimmt nicht/).waitFor()
    expect(await running.window.getByRole('main').getByText('Passphrase hat schon').count()).toBe(0)
  }
  await fillFounder('netz', own, passphrases.administrator)
  await next.click()
})

it('P25: wants the written agreement read and signed', async () => {
  await screens.text(/^Die Administration nutzt ihre weitergehenden Rechte nicht/).waitFor()
  expect(await screens.button('Weiter').isDisabled()).toBe(true)
  await running.window.getByLabel(/habe die Vereinbarung gelesen/).check()
  await inspect('found-agreement')
  await screens.button('Weiter').click()
})

it('P20: founds, shows the fingerprint and prints the same on the founding document', async () => {
  await screens.heading('Was jetzt unterschrieben wird').waitFor()
  await inspect('found-signature')
  expect((await ask(running.window, 'application.state')).session.founded).toBe(false)
  const typed = Object.values(passphrases)
  expect(await secretsOnPage(running.window, typed)).toEqual([])
  expect(await secretsInMemory(running.window, typed)).toEqual([])
  await screens.button('Unterschreiben und gründen').click()
  await screens.heading('Die Fallakte ist gegründet').waitFor()
  const { root } = await ask(running.window, 'people.appointments')
  await screens.text((root.match(/.{4}/g) ?? []).join(' ')).waitFor()
  const file = join(folder, 'founding.pdf')
  await answerSaveDialog(running.electron, file)
  await screens.button('Gründungsurkunde speichern').click()
  await screens.text(`Gespeichert: ${file}`).waitFor()
  await inspect('founded')
  const printed = (await textOfPdf(file)).replaceAll(/\s/g, '')
  expect(printed).toContain(root)
  expect(printed).toContain('SchuleamProbenweg')
})

it('P1: has signed the administrator in; from now on everybody signs in', async () => {
  await running.window.getByRole('link', { name: 'Weiter zu Netzwart' }).click()
  await screens.heading('Übersicht').waitFor()
  await running.window.getByRole('banner').getByText('Änne Netzer').waitFor()
  await ask(running.window, 'session.signOut')
  await screens.heading('Anmelden').waitFor()
  expect(await running.window.getByText('Nur in der Demo-Schule').count()).toBe(0)
  await inspect('sign-in-school')
  await running.window.getByLabel('Anmeldename').fill('leitung')
  await running.window.getByLabel('Passwort', { exact: true }).fill(own)
  await running.window.getByLabel('Passwort', { exact: true }).press('Enter')
  await running.window.getByRole('banner').getByText('Änne Leitner').waitFor()
  await screens.menu('Benennungen').click()
  await screens.text(/Es gibt keine Stellvertretung/).waitFor()
  await inspect('people-just-founded')
  expect(running.complaints).toEqual([])
})
