import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { own, passphrases, startSchool, type School } from '../integration/caseFile/sharedSchool'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import { answerSaveDialog, ask, launch, type RunningApplication } from './support/application'
import { Screens, textOfPdf } from './support/screens'

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

it('says what founding means, and lets nobody go on without the school’s name', async () => {
  await running.window.getByRole('link', { name: 'Nicht gegründet' }).click()
  await screens.heading('Was die Gründung bedeutet').waitFor()
  await running.window.getByLabel('Name der Schule').fill('')
  expect(await screens.button('Jetzt gründen').isDisabled()).toBe(true)
  await running.window.getByLabel('Name der Schule').fill('Schule am Probenweg')
  await screens.button('Jetzt gründen').click()
})

it('P21: wants two people with two passphrases of at least twelve characters', async () => {
  const next = screens.button('Weiter')
  await fillFounder('leitung', own, 'zu kurz')
  await running.window.getByLabel('Anmeldename in der Schule').focus()
  await screens.text(/Noch zu kurz/).waitFor()
  expect(await next.isDisabled()).toBe(true)
  await fillFounder('leitung', own, passphrases.leadership)
  await inspect('found-leadership')
  await next.click()
  await fillFounder('LEITUNG', own, passphrases.leadership)
  await screens.text('Schulleitung und Administration müssen zwei verschiedene Personen sein.').waitFor()
  expect(await next.isDisabled()).toBe(true)
  await fillFounder('netz', own, passphrases.leadership)
  await screens.text(/Diese Passphrase hat schon die Schulleitung gewählt/).waitFor()
  expect(await next.isDisabled()).toBe(true)
  await inspect('found-administrator')
  await fillFounder('netz', 'Falsch-Geraten-1', passphrases.administrator)
  await next.click()
})

it('P25: wants the written agreement read and signed', async () => {
  await screens.text(/^Die Administration nutzt ihre weitergehenden Rechte nicht/).waitFor()
  expect(await screens.button('Weiter').isDisabled()).toBe(true)
  await running.window.getByLabel(/habe die Vereinbarung gelesen/).check()
  await inspect('found-agreement')
  await screens.button('Weiter').click()
})

it('founds nothing with a wrong password, and says whose to look at', async () => {
  await screens.heading('Was jetzt unterschrieben wird').waitFor()
  await inspect('found-signature')
  await screens.button('Unterschreiben und gründen').click()
  await screens.text(/Anmeldename oder Passwort von „netz“ stimmt nicht/).waitFor()
  await inspect('found-refused')
  expect((await ask(running.window, 'application.state')).session.founded).toBe(false)
})

it('P20: founds, shows the fingerprint and prints the same on the founding document', async () => {
  await screens.button('Zurück').click()
  await screens.button('Zurück').click()
  await fillFounder('netz', own, passphrases.administrator)
  await screens.button('Weiter').click()
  await screens.button('Weiter').click()
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
