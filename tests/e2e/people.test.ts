import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DemoPersonCard, Role } from '../../src-main/contract/people'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  signIn,
  type RunningApplication
} from './support/application'
import { Screens, textOfPdf } from './support/screens'
import { secretsInMemory, secretsOnPage } from './support/secrets'

let running: RunningApplication
let screens: Screens
let folder: string
let people: readonly DemoPersonCard[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-people-'))
  running = await launch({ demo: true, person: null })
  screens = new Screens(running)
  await screens.heading('Anmelden').waitFor()
  people = (await ask(running.window, 'application.state')).session.demoPeople
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

function official(role: Role, deputy = false): DemoPersonCard {
  const person = people.find((card) => card.role === role && card.deputy === deputy)
  if (person === undefined) throw new Error(`nobody for ${role}`)
  return person
}

async function inspect(name: string): Promise<void> {
  await screens.dismissToasts()
  expect(await accessibilityProblems(running.window)).toEqual([])
  await pictures(running, name)
}

/** The number of the newest statement of the journal. */
async function newest(): Promise<number> {
  const { ledger } = await ask(running.window, 'application.state')
  return ledger?.head?.sequence ?? 0
}

const banner = () => running.window.getByRole('banner')
const login = () => running.window.getByLabel('Anmeldename')
const password = () => running.window.getByLabel('Passwort', { exact: true })

describe('the sign-in (P1, P7)', () => {
  beforeEach(async () => {
    await ask(running.window, 'session.signOut')
    await screens.heading('Anmelden').waitFor()
  })

  it('shows nothing else before, and the demo school’s persons with their secrets', async () => {
    for (const role of ['leadership', 'administrator', 'evaluator', 'teacher', 'dpo'] as const)
      await screens.text(official(role).name).waitFor()
    expect(await running.window.getByRole('navigation').count()).toBe(0)
    await running.window.evaluate(() => (location.hash = '#/settings'))
    await screens.heading('Anmelden').waitFor()
    await inspect('sign-in')
  })

  it('refuses a wrong password with a sentence and forgets what was typed', async () => {
    await login().fill(official('administrator').login)
    await password().fill('Falsch-Geraten-1')
    await screens.button('Anmelden').click()
    await screens.text(/Die Anmeldung wurde abgelehnt/).waitFor()
    expect(await password().inputValue()).toBe('')
    expect(await login().inputValue()).toBe(official('administrator').login)
    await inspect('sign-in-refused')
  })

  it('lets the administrator in by typing, says who they are, and lets them out again', async () => {
    const administrator = official('administrator')
    await login().fill(administrator.login)
    await password().fill(administrator.password)
    await password().press('Enter')
    await banner().getByText(administrator.name).waitFor()
    await banner()
      .getByText(/Administration/)
      .waitFor()
    await banner()
      .getByRole('button', { name: /^Angemeldet/ })
      .click()
    await screens.text('Fingerabdruck Ihres Schlüssels').waitFor()
    await screens.text(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).waitFor()
    await pictures(running, 'person-menu')
    await running.window.getByRole('menuitem', { name: 'Abmelden' }).click()
    await screens.heading('Anmelden').waitFor()
  })

  it('takes a teacher only to what is theirs', async () => {
    await signIn(running.window, 'teacher')
    await screens.menu('Konten').waitFor()
    for (const name of ['Vorschauen', 'Einstellungen', 'Benennungen', 'Journal'])
      expect(await screens.menu(name).count()).toBe(0)
    await running.window.evaluate(() => (location.hash = '#/settings'))
    await screens.heading('Übersicht').waitFor()
    await screens.menu('Konten').click()
    await running.window.getByRole('grid', { name: 'Liste der Konten' }).getByRole('row').nth(1).click()
    await screens.heading('Angaben').waitFor()
    await screens.button('Passwort zurücksetzen').waitFor()
    expect(await screens.button('Sperren').count()).toBe(0)
    await inspect('account-as-teacher')
  })
})

describe('the lock', () => {
  it('takes the screen away after the idle time and gives it back to the same person', async () => {
    const administrator = official('administrator')
    await signIn(running.window, 'administrator')
    const settings = await ask(running.window, 'settings.read')
    await ask(running.window, 'settings.write', { ...settings, idleMinutes: 1 })
    await running.window.evaluate(() => (location.hash = '#/accounts?text=7b'))
    await screens.heading('Konten').waitFor()
    await screens.text(/Gesperrt nach 1 Minute ohne Eingabe/).waitFor({ timeout: 90_000 })
    expect(await running.window.getByRole('grid').count()).toBe(0)
    expect(await login().inputValue()).toBe(administrator.login)
    await inspect('sign-in-locked')
    await password().fill(administrator.password)
    await password().press('Enter')
    await screens.heading('Konten').waitFor()
    expect(await running.window.evaluate(() => location.hash)).toContain('/accounts')
    await ask(running.window, 'settings.write', settings)
  })
})

describe('appointments (P20)', () => {
  let leadership: DemoPersonCard

  beforeAll(async () => {
    leadership = await demoPerson(running.window, 'leadership')
    await signIn(running.window, 'leadership')
    await screens.menu('Benennungen').click()
    await screens.heading('Auswertung').waitFor()
  })

  it('are shown by role with name, time and fingerprint', async () => {
    for (const role of ['leadership', 'administrator', 'evaluator', 'dpo'] as const)
      await running.window.getByRole('main').getByText(official(role).name).first().waitFor()
    await inspect('people')
  })

  it('are printed with the fingerprint of the key', async () => {
    const file = join(folder, 'founding.pdf')
    await answerSaveDialog(running.electron, file)
    await screens.button('Gründungsurkunde').click()
    await screens.text(file).first().waitFor()
    expect((await readFile(file)).subarray(0, 4).toString()).toBe('%PDF')
    const printed = (await textOfPdf(file)).replaceAll(/\s/g, '')
    const { root } = await ask(running.window, 'people.appointments')
    expect(printed).toContain(root)
  })

  it('are made only with the right passphrase, which is asked for each time', async () => {
    await running.window.getByRole('link', { name: 'Person benennen' }).click()
    const { rows } = await ask(running.window, 'accounts.query', { kind: 'staff', limit: 1 })
    const row = rows[0]!
    await running.window.getByRole('textbox', { name: 'Name oder Anmeldename' }).fill(row.login)
    await running.window
      .getByRole('main')
      .getByRole('button', { name: new RegExp(row.familyName) })
      .click()
    await running.window.getByRole('radio', { name: /^Auswertung/ }).click()
    await running.window.getByLabel('Umfang').fill('nur Protokolle des WLANs')
    await running.window.getByLabel('Passphrase', { exact: true }).fill('vier ganz neue wörter')
    await running.window.getByLabel('Passphrase wiederholen').fill('vier ganz neue wörter')
    await inspect('appoint-key')
    await screens.button('Passphrase festlegen').click()
    await screens.text(/hat eine Passphrase gewählt/).waitFor()
    const signature = running.window.getByLabel('Ihre Passphrase')
    await signature.fill('nicht die richtige')
    await inspect('appoint')
    await screens.button('Unterschreiben und benennen').click()
    await screens.text(/Die Passphrase stimmt nicht/).waitFor()
    expect(await signature.inputValue()).toBe('')
    // The leadership sits there again: nothing of what the new person typed is left for it.
    expect(await secretsOnPage(running.window, ['vier ganz neue wörter'])).toEqual([])
    expect(await secretsInMemory(running.window, ['vier ganz neue wörter'])).toEqual([])
    await signature.fill(leadership.passphrase)
    const before = await newest()
    await screens.button('Unterschreiben und benennen').dblclick()
    await screens.heading('Benennungen').waitFor()
    expect(await newest()).toBe(before + 1)
    await running.window.getByRole('main').getByText(row.login, { exact: true }).waitFor()
    const { appointments } = await ask(running.window, 'people.appointments')
    expect(appointments.find(({ person }) => person === row.id)).toMatchObject({
      role: 'evaluator',
      scope: 'nur Protokolle des WLANs',
      state: 'active'
    })
  })

  it('get a new key for a forgotten passphrase, chosen by the person before the leadership signs', async () => {
    const evaluator = official('evaluator')
    await screens.button(`Weitere Aktionen für ${evaluator.name}`).first().click()
    await running.window.getByRole('menuitem', { name: /Passphrase vergessen/ }).click()
    const dialog = screens.dialog()
    await dialog.getByLabel('Passphrase', { exact: true }).fill('ganz andere vier wörter')
    await dialog.getByLabel('Passphrase wiederholen').fill('ganz andere vier wörter')
    await dialog.getByLabel('Passphrase wiederholen').press('Enter')
    await dialog.getByText(/hat eine Passphrase gewählt/).waitFor()
    expect(await secretsOnPage(running.window, ['ganz andere vier wörter'])).toEqual([])
    expect(await accessibilityProblems(running.window)).toEqual([])
    await pictures(running, 'replace-key')
    await dialog.getByLabel('Ihre Passphrase').fill(leadership.passphrase)
    const before = await newest()
    await dialog.getByRole('button', { name: 'Unterschreiben und ersetzen' }).dblclick()
    await dialog.waitFor({ state: 'detached' })
    // The old key is revoked and the person appointed with the new one, once.
    expect(await newest()).toBe(before + 2)
    expect(await secretsInMemory(running.window, ['ganz andere vier wörter'])).toEqual([])
  })

  it('end the moment they are revoked, with a reason', async () => {
    const { appointments } = await ask(running.window, 'people.appointments')
    const last = appointments.toSorted((left, right) => right.sequence - left.sequence)[0]!
    const name = `${last.names?.givenName ?? ''} ${last.names?.familyName ?? ''}`
    await running.window
      .getByRole('button', { name: `Weitere Aktionen für ${name}`, exact: true })
      .first()
      .click()
    await running.window.getByRole('menuitem', { name: /Widerrufen/ }).click()
    await screens.dialog().getByLabel('Grund').fill('Nur zur Probe benannt')
    await screens.dialog().getByLabel('Ihre Passphrase').fill(leadership.passphrase)
    expect(await accessibilityProblems(running.window)).toEqual([])
    await pictures(running, 'revoke')
    const before = await newest()
    await screens.dialog().getByRole('button', { name: 'Unterschreiben und widerrufen' }).dblclick()
    await screens.dialog().waitFor({ state: 'detached' })
    expect(await newest()).toBe(before + 1)
    const after = await ask(running.window, 'people.appointments')
    expect(after.appointments.find(({ id }) => id === last.id)).toMatchObject({
      state: 'revoked',
      revocation: { reason: 'Nur zur Probe benannt' }
    })
    await screens.button(/frühere/).click()
    await screens.text(/Nur zur Probe benannt/).waitFor()
  })

  it('can be read by the data protection officer, but not changed', async () => {
    await signIn(running.window, 'dpo')
    await screens.menu('Benennungen').click()
    await screens.heading('Auswertung').waitFor()
    expect(await running.window.getByRole('link', { name: 'Person benennen' }).count()).toBe(0)
    expect(await running.window.getByRole('button', { name: /^Weitere Aktionen/ }).count()).toBe(0)
    await running.window.evaluate(() => (location.hash = '#/people/appoint'))
    await screens.heading('Übersicht').waitFor()
    await inspect('overview-as-dpo')
  })
})

it('nothing was complained about', () => {
  expect(running.complaints).toEqual([])
})
