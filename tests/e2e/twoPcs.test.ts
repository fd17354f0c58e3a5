import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canary, EvaluatingSchool, evaluators } from '../integration/caseFile/evaluatingSchool'
import { own } from '../integration/caseFile/sharedSchool'
import { ask, launch, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

let folder: string
let stage: EvaluatingSchool
let office: Screens
let staffRoom: Screens
let order: string
let environment: Record<string, string>
let folders: { readonly office: string; readonly staffRoom: string }

/** The window of a PC, with somebody signed in. */
async function start(data: string, login: string): Promise<Screens> {
  const screens = new Screens(await launch({ data, environment }))
  await signIn(screens, login)
  return screens
}

/** The PC loses its power. */
async function kill({ running: { electron } }: Screens): Promise<void> {
  const closed = electron.waitForEvent('close')
  electron.process().kill('SIGKILL')
  await closed
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-two-pcs-'))
  folders = { office: join(folder, 'office'), staffRoom: join(folder, 'staff-room') }
  stage = await EvaluatingSchool.open(folders)
  order = await stage.sealed()
  // The windows go on with what the two PCs have kept.
  await stage.office.close()
  await stage.staffRoom.close()
  environment = {
    NETZWART_BIND_PASSWORD: stage.school.server.bindPassword,
    NETZWART_DATABASE_PASSWORD: stage.database.password
  }
  office = await start(folders.office, 'eins')
  staffRoom = await start(folders.staffRoom, 'zwei')
}, 240_000)

afterAll(async () => {
  await office.running.close()
  await staffRoom.running.close()
  await stage.stop()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(on: Screens, login: string): Promise<void> {
  await on.heading('Anmelden').waitFor()
  await on.window.getByLabel('Anmeldename').fill(login)
  await on.window.getByLabel('Passwort', { exact: true }).fill(own)
  await on.button('Anmelden').click()
  await on.heading('Anmelden').waitFor({ state: 'detached' })
}

const running = (on: Screens): RunningApplication => on.running
const goTo = (on: Screens, path: string) =>
  on.window.evaluate((hash) => {
    location.hash = hash
  }, path)

/** The first one asks the second one at the other PC. */
async function askElsewhere(): Promise<void> {
  await office.window.getByRole('radio', { name: 'An einem anderen Rechner' }).check()
  await office.window.getByLabel(/^Passphrase von/).fill(evaluators.eins)
  await office.button(/^.* anfragen$/).click()
  await office.text(/Netzwart wartet auf/).waitFor()
}

/** The number that stands on a screen. */
async function checkNumber(on: Screens): Promise<string> {
  const number = on.window.getByText(/^\d{4} \d{4}$/)
  await number.waitFor()
  return (await number.textContent()) ?? ''
}

async function release(label: string): Promise<void> {
  await staffRoom.window.getByLabel('Ihre Passphrase').fill(evaluators.zwei)
  await staffRoom.button(label).click()
}

describe('an evaluation between two PCs', () => {
  it('P21: the first one asks and waits, and the second one finds it at their PC', async () => {
    await goTo(office, `#/orders/${order}/evaluation`)
    await office.heading('Zu zweit öffnen').waitFor()
    await office.window.getByRole('radio', { name: 'An einem anderen Rechner' }).check()
    await inspectScreen(running(office), 'two-pcs-ask')
    await askElsewhere()
    await inspectScreen(running(office), 'two-pcs-waits')
    const item = staffRoom.window
      .getByRole('region', { name: 'Was auf Sie wartet' })
      .getByRole('listitem')
      .filter({ hasText: 'Jemand wartet an einem anderen Rechner auf Ihre Freigabe' })
    await item.waitFor()
    await inspectScreen(running(staffRoom), 'two-pcs-inbox')
    await item.getByRole('link', { name: 'Ansehen' }).click()
    await staffRoom.heading(/bittet um Ihre Hälfte$/).waitFor()
    expect(await checkNumber(staffRoom)).toBe(await checkNumber(office))
    await inspectScreen(running(staffRoom), 'two-pcs-asked')
  })

  it('says so when the second one declines', async () => {
    await staffRoom.button('Ablehnen').click()
    await staffRoom.heading(/bittet um Ihre Hälfte$/).waitFor({ state: 'detached' })
    await office.text(/Die zweite Person hat nicht freigegeben/).waitFor()
    await inspectScreen(running(office), 'two-pcs-declined')
  })

  it('P21: a first PC that is killed while it waits opens nothing, and the second one hears so', async () => {
    await askElsewhere()
    await staffRoom.heading(/bittet um Ihre Hälfte$/).waitFor()
    await kill(office)
    await release('Hälfte freigeben')
    await staffRoom.text(/Der andere Rechner hat nicht geantwortet/).waitFor({ timeout: 60_000 })
    expect(await stage.exchanges()).not.toContain('"kind":"answer"')
    office = await start(folders.office, 'eins')
    await goTo(office, `#/orders/${order}/evaluation`)
    await office.heading('Zu zweit öffnen').waitFor()
    await staffRoom.button('Ablehnen').click()
    await staffRoom.heading('Zu zweit öffnen').waitFor()
  })

  it('P21: whoever has released their half takes it back, also after their PC was killed', async () => {
    await askElsewhere()
    await staffRoom.heading(/bittet um Ihre Hälfte$/).waitFor()
    await release('Hälfte freigeben')
    await office.text('60 Ereignisse').waitFor()
    await kill(staffRoom)
    staffRoom = await start(folders.staffRoom, 'zwei')
    await goTo(staffRoom, `#/orders/${order}/evaluation`)
    await staffRoom.text(/Unterschreiben können Sie deshalb nur noch am Rechner von/).waitFor()
    await staffRoom.button('Freigabe zurücknehmen').click()
    await office.text(/Die zweite Person hat ihre Freigabe zurückgenommen/).waitFor()
    await inspectScreen(running(office), 'two-pcs-taken-back')
    await staffRoom.heading('Zu zweit öffnen').waitFor()
  })

  it('P21: opens at the first PC by the half that was released at the other one', async () => {
    await askElsewhere()
    await staffRoom.heading(/bittet um Ihre Hälfte$/).waitFor()
    await release('Hälfte freigeben')
    await office.text('60 Ereignisse').waitFor()
    await staffRoom.heading(/ist die Auswertung mit Ihrer Freigabe offen$/).waitFor()
    await inspectScreen(running(staffRoom), 'two-pcs-released')
    for (const on of [office, staffRoom])
      expect(await on.window.getByRole('main').textContent()).not.toContain(canary)
  })

  it('P21: reveals what the second one has read and signed', async () => {
    await office.window.getByRole('row').nth(1).click()
    await office.window.getByRole('dialog').waitFor()
    await office.button('Person 1 aufdecken').click()
    await office.window.getByRole('textbox', { name: 'Grund' }).fill('Der Verdacht gilt einer Person.')
    await askElsewhere()
    await staffRoom.heading(/möchte Person 1 mit Ihnen aufdecken$/).waitFor()
    await staffRoom.text('Der Verdacht gilt einer Person.').waitFor()
    expect(await checkNumber(staffRoom)).toBe(await checkNumber(office))
    expect(await staffRoom.window.getByRole('main').textContent()).not.toContain(canary)
    await inspectScreen(running(staffRoom), 'two-pcs-asked-reveal')
    await release('Unterschreiben und aufdecken')
    await office.text(`(${canary})`).first().waitFor()
    await staffRoom.heading(/möchte Person 1 mit Ihnen aufdecken$/).waitFor({ state: 'detached' })
  })

  it('P22: is concluded with both signatures, in a sound journal', async () => {
    await office.button('Abschließen').click()
    await office.window.getByRole('radio', { name: 'Kein Verstoß' }).check()
    for (const name of [
      'Was Sie gefunden haben',
      'Was Sie gesucht und nicht gefunden haben',
      'Zusammenfassung'
    ])
      await office.window.getByRole('textbox', { name }).fill('Sechzig Aufrufe einer Spieleseite.')
    await askElsewhere()
    await inspectScreen(running(office), 'two-pcs-conclude')
    await staffRoom.heading(/möchte mit Ihnen abschließen$/).waitFor()
    await inspectScreen(running(staffRoom), 'two-pcs-asked-close')
    await release('Unterschreiben und abschließen')
    await office.heading('Abgeschlossen: Kein Verstoß').waitFor()
    await staffRoom.heading('Abgeschlossen: Kein Verstoß').waitFor()
    const { ledger } = await ask(office.window, 'application.state')
    expect(ledger?.problems).toBe(0)
    expect([...office.running.complaints, ...staffRoom.running.complaints]).toEqual([])
  })
})
