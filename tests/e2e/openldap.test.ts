import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ldapPasswd,
  ldapSearchAsRoot,
  ldapWhoAmI,
  startSlapd,
  type SlapdServer
} from '../integration/servers/slapd'
import { answerSaveDialog, launch, type RunningApplication } from './support/application'
import { brokenRowCount, nextYear, pupilsOfSchool, writeRoster } from './support/roster'
import { passwordsOf, Screens, textOfPdf } from './support/screens'

const execute = promisify(execFile)
const pupils = pupilsOfSchool()
const ownPassword = 'Mein!eigenes-Wort7'

let server: SlapdServer
let folder: string
let data: string
let running: RunningApplication
let screens: Screens
/** Provisional passwords on the slips of the first plan, by login. */
let slips: Map<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-openldap-'))
  data = join(folder, 'data')
  server = await startSlapd()
  await start()
})

afterAll(async () => {
  await running.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  running = await launch({ data })
  screens = new Screens(running)
}

function tomorrow(): string {
  const now = new Date()
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 12)
  return day.toISOString().slice(0, 10)
}

describe('a school with OpenLDAP, from the first start on', () => {
  it('shows the fingerprint of the school’s own CA, pins it, tests and connects', async () => {
    await screens.beginConnecting({ profile: 'OpenLDAP', url: server.url })
    await screens.text('Vom Server vorgelegt').waitFor()
    const { stdout } = await execute('openssl', [
      ...['x509', '-in', server.caFile, '-noout', '-fingerprint', '-sha256']
    ])
    const fingerprint = stdout.trim().split('=')[1] ?? ''
    expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    await screens.text(fingerprint).waitFor()
    await screens.window.getByLabel('Ich habe den Fingerabdruck verglichen, er stimmt überein.').check()
    await screens.button('Weiter').click()
    await screens.fillAccount({ profile: 'OpenLDAP', ...server })
    await screens.finishConnecting()
    await screens.menu('Konten').click()
    await screens.text('Noch keine Konten').waitFor()
  })

  it('lists what it does not take over from a Windows-1252 roster', async () => {
    const file = join(folder, 'Schuljahr 2026.csv')
    await writeRoster(file, pupils, { broken: true })
    await screens.chooseRoster(file)
    await screens.window
      .getByRole('combobox', { name: 'Zeichencodierung' })
      .getByText('Windows-1252')
      .waitFor()
    await screens.window.getByRole('tab', { name: /Nicht übernommene Zeilen/ }).click()
    const rejected = screens.window.getByRole('table').filter({ hasText: 'Steht in der Datei' })
    await expect.poll(() => rejected.locator('tbody tr').count()).toBe(brokenRowCount + 1)
  })

  it('P3: shows a login before it exists', async () => {
    await screens.comparePlan()
    // The number that occurs twice: neither of its two rows is taken.
    expect(await screens.tile('Konten anlegen')).toBe(pupils.length - 1)
    await screens.window.getByRole('textbox', { name: 'Schritte durchsuchen' }).fill('Öztürk Anna-Lena')
    await screens.text(/^1 Schritt$/).waitFor()
    await screens.window
      .getByRole('grid', { name: 'Schritte der Vorschau' })
      .getByText(/Öztürk/)
      .first()
      .click()
    await screens.dialog().getByText('a.oeztuerk', { exact: true }).waitFor()
    expect(await ldapSearchAsRoot(server, '(uid=a.oeztuerk)', 'uid')).toBe('')
    await screens.window.keyboard.press('Escape')
    await screens.dialog().waitFor({ state: 'hidden' })
    await screens.button('Filter zurücksetzen').first().click()
  })

  it('applies, and prints slips whose passwords really work and must be changed (P3, P4)', async () => {
    await screens.apply()
    expect(await ldapSearchAsRoot(server, '(employeeNumber=20005)', 'uid')).toContain('uid: a.oeztuerk')
    const file = join(folder, 'Passwortzettel.pdf')
    await answerSaveDialog(running.electron, file)
    await screens.window.getByRole('link', { name: 'Passwortzettel drucken' }).click()
    await screens.button('Alle wählen').click()
    await screens.button('Als PDF speichern …').click()
    await screens.text('Die Zettel sind gespeichert.').waitFor({ timeout: 60_000 })
    slips = await passwordsOf(file)
    expect(slips.size).toBe(pupils.length - 1)
    const text = await textOfPdf(file)
    for (const name of ['Öztürk', 'Étienne', 'Šimon', 'Klasse 10b']) expect(text).toContain(name)

    const password = slips.get('a.oeztuerk') ?? ''
    expect(await ldapWhoAmI(server, 'a.oeztuerk', password)).toBe('mustChange')
    expect(await ldapPasswd(server, 'a.oeztuerk', password, ownPassword)).toBe(true)
    expect(await ldapWhoAmI(server, 'a.oeztuerk', ownPassword)).toBe('accepted')
    expect(await ldapWhoAmI(server, 'a.oeztuerk', password)).toBe('refused')
  })
})

describe('the next school year', () => {
  const file = () => join(folder, 'Schuljahr 2027.csv')
  const [leaver] = pupils.filter(({ schoolClass }) => schoolClass === '10b')
  let leaverLogin = ''

  it('asks for the number of leavers and plans renames and changes of class', async () => {
    const after = nextYear(pupils).map((pupil) =>
      pupil.id === '20005' ? { ...pupil, familyName: 'Öztürk-Sauer' } : pupil
    )
    await writeRoster(file(), after)
    await screens.chooseRoster(file())
    await screens.comparePlan()
    expect(await screens.tile('Als Abgänger sperren')).toBe(20)
    expect(await screens.tile('Angaben berichtigen')).toBe(1)
    expect(await screens.tile('Klasse wechseln')).toBe(99)
    // Twelve newcomers, and the pupil whose number stood twice in the first roster.
    expect(await screens.tile('Konten anlegen')).toBe(13)
    await screens.button(/Schritte ausführen$/).click()
    await screens.text('Die Zahl stimmt nicht.').waitFor()
    await screens.window.getByLabel('Zahl der Abgänger').fill('20')
    await screens.apply()
  })

  it('P8: refuses a leaver’s real sign-in, and undo lets them in again', async () => {
    const found = await ldapSearchAsRoot(server, `(employeeNumber=${leaver?.id ?? ''})`, 'uid')
    leaverLogin = /^uid: (.*)$/m.exec(found)?.[1] ?? ''
    const password = slips.get(leaverLogin) ?? ''
    expect(await ldapWhoAmI(server, leaverLogin, password)).toBe('refused')
    expect(await ldapSearchAsRoot(server, '(employeeNumber=20005)', 'sn;x-none', 'displayName')).toContain(
      Buffer.from('Anna-Lena Öztürk-Sauer').toString('base64')
    )

    await screens.button('Rückgängig machen').click()
    await screens.dialog().getByRole('button', { name: 'Rückgängig machen' }).dblclick()
    await screens.heading('Rückgängig gemacht.').waitFor({ timeout: 60_000 })
    expect(await ldapWhoAmI(server, leaverLogin, password)).toBe('mustChange')
    expect(await ldapSearchAsRoot(server, '(employeeNumber=21001)', 'uid')).toBe('')
    expect(await ldapSearchAsRoot(server, '(employeeNumber=20005)', 'displayName')).toContain(
      Buffer.from('Anna-Lena Öztürk').toString('base64')
    )
  })
})

describe('everyday work', () => {
  it('P5: resets a password only after the question, and the slip’s password works', async () => {
    await screens.openPerson('20005')
    const file = join(folder, 'Zettel.pdf')
    await answerSaveDialog(running.electron, file)
    await screens.button('Passwort zurücksetzen').click()
    const confirm = screens.dialog().getByRole('button', { name: 'Passwort zurücksetzen' })
    expect(await confirm.isDisabled()).toBe(true)
    await screens.dialog().getByText('Schülerausweis').click()
    await confirm.click()
    await screens.button('Zettel speichern …').click()
    await screens.text('Das Passwort ist in Netzwart vernichtet.').first().waitFor({ timeout: 60_000 })
    const password = (await passwordsOf(file)).get('a.oeztuerk') ?? ''
    expect(await ldapWhoAmI(server, 'a.oeztuerk', ownPassword)).toBe('refused')
    expect(await ldapWhoAmI(server, 'a.oeztuerk', password)).toBe('mustChange')
    expect(await ldapPasswd(server, 'a.oeztuerk', password, ownPassword)).toBe(true)
  })

  it('P9: suspends until tomorrow, lifts, suspends for good and undoes it by its toast', async () => {
    await screens.suspend(tomorrow(), 'Verstoß gegen die Nutzungsordnung')
    expect(await ldapWhoAmI(server, 'a.oeztuerk', ownPassword)).toBe('refused')
    await screens.lift('Gespräch geführt')
    expect(await ldapWhoAmI(server, 'a.oeztuerk', ownPassword)).toBe('accepted')
    await screens.suspend(null, 'Wiederholter Verstoß')
    expect(await ldapWhoAmI(server, 'a.oeztuerk', ownPassword)).toBe('refused')
    const toast = screens.window.getByRole('listitem').filter({ hasText: 'gesperrt' })
    await toast.getByRole('button', { name: 'Rückgängig' }).first().click()
    await screens.personIs('Aktiv')
    expect(await ldapWhoAmI(server, 'a.oeztuerk', ownPassword)).toBe('accepted')
  })

  it('asks for the bind password after a restart, as this system cannot keep it', async () => {
    await running.close()
    await start()
    await screens.dialog().getByText('Passwort des Dienstkontos').waitFor()
    await screens.dialog().getByLabel('Passwort').fill('falsch')
    await screens.dialog().getByRole('button', { name: 'Verbinden' }).click()
    await screens
      .dialog()
      .getByText(/lehnt Name oder Passwort des Dienstkontos ab/)
      .waitFor()
    await screens.dialog().getByLabel('Passwort').fill(server.bindPassword)
    await screens.dialog().getByRole('button', { name: 'Verbinden' }).click()
    await screens.dialog().waitFor({ state: 'hidden' })
    await screens.openPerson('20005')
    await screens.text('Wiederholter Verstoß').first().waitFor()
  })
})
