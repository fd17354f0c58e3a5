import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ldapSearchAsRoot, makeAuthority, startSlapd, type SlapdServer } from '../integration/servers/slapd'
import { ask, launch, type RunningApplication } from './support/application'
import { pupilsOfSchool, writeRoster } from './support/roster'
import { Screens } from './support/screens'

const pupils = pupilsOfSchool()

let server: SlapdServer
let folder: string
let running: RunningApplication
let screens: Screens

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-trouble-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function start(data: string): Promise<void> {
  running = await launch({ data })
  screens = new Screens(running)
}

describe('connecting to OpenLDAP in trouble', () => {
  beforeAll(async () => {
    server = await startSlapd()
    await start(join(folder, 'connecting'))
  })

  afterAll(async () => {
    await running.close()
    await server.stop()
  })

  it('refuses an address that would send passwords in plain text over the network', async () => {
    await screens.button(/Mit einem Verzeichnis verbinden/).click()
    const address = screens.window.getByLabel('Adresse des Servers')
    await address.fill('ldap://verzeichnis.schule.example')
    await address.blur()
    await screens.text(/Unverschlüsselt \(ldap:\/\/\) geht nur zu diesem PC selbst/).waitFor()
    expect(await screens.button('Weiter').isDisabled()).toBe(true)
    await screens.button('Zurück').click()
  })

  it('refuses a server whose certificate another CA has signed', async () => {
    await makeAuthority(folder, 'other')
    await screens.beginConnecting({ profile: 'OpenLDAP', url: server.url })
    await screens.trustFile(join(folder, 'other.pem'))
    await screens.fillAccount({ profile: 'OpenLDAP', ...server })
    await screens.window
      .getByRole('alert')
      .getByText(/Zertifikat/)
      .waitFor()
    expect(await screens.button('Verbinden').isDisabled()).toBe(true)
  })

  it('says that the password is wrong, and goes on once it is right', async () => {
    await screens.button('Zurück').click()
    await screens.button('Zurück').click()
    await screens.trustFile(server.caFile)
    await screens.fillAccount({ profile: 'OpenLDAP', ...server, bindPassword: 'falsch' })
    await screens.text(/lehnt Name oder Passwort des Dienstkontos ab/).waitFor()
    await screens.button('Zurück').click()
    await screens.window.getByLabel('Passwort des Dienstkontos').fill(server.bindPassword)
    await screens.button('Anmelden und prüfen').click()
    await screens.finishConnecting()
  })

  it('says so when the server is gone, and connects again when it is back', async () => {
    await server.kill()
    await screens.menu('Konten').click()
    await screens.button('Neu einlesen').click()
    await screens.text('Das Verzeichnis ist nicht erreichbar.').first().waitFor()
    await server.restart()
    await screens.button('Erneut verbinden').click()
    await screens.text('Das Verzeichnis ist nicht erreichbar.').first().waitFor({ state: 'hidden' })
    await screens.text('Verbunden').first().waitFor()
  })
})

describe('an apply in trouble', () => {
  let data: string
  let plan: string

  beforeEach(async () => {
    server = await startSlapd({ durable: true })
    data = await mkdtemp(join(folder, 'apply-'))
    await start(data)
    await screens.beginConnecting({ profile: 'OpenLDAP', url: server.url })
    await screens.trustFile(server.caFile)
    await screens.fillAccount({ profile: 'OpenLDAP', ...server })
    await screens.finishConnecting()
    const roster = join(folder, 'Liste.csv')
    await writeRoster(roster, pupils)
    await screens.chooseRoster(roster)
    await screens.comparePlan()
    plan = (await ask(screens.window, 'plans.list'))[0]?.hash ?? ''
  })

  afterEach(async () => {
    await running.close()
    await server.stop()
  })

  /** Starts the run; answers once some steps are done and many are not. */
  async function startApplying(): Promise<void> {
    await screens.button(/Schritte ausführen$/).click()
    await expect
      .poll(async () => (await ask(screens.window, 'plans.summary', { plan })).progress.done, {
        interval: 5,
        timeout: 30_000
      })
      .toBeGreaterThan(5)
  }

  /** Every pupil has exactly one account, and nothing else was made. */
  async function expectEveryoneOnce(): Promise<void> {
    const found = await ldapSearchAsRoot(server, '(employeeNumber=*)', 'employeeNumber')
    const numbers = [...found.matchAll(/^employeeNumber: (.*)$/gm)].map((match) => match[1])
    expect(numbers.sort()).toEqual(pupils.map(({ id }) => id).sort())
    const progress = (await ask(screens.window, 'plans.summary', { plan })).progress
    expect(progress).toMatchObject({ state: 'finished', done: progress.steps, failed: 0 })
    expect(await ask(screens.window, 'slips.pending')).toHaveLength(pupils.length)
  }

  it('stops with a sentence when the server dies, and goes on when it is back', async () => {
    await startApplying()
    await server.kill()
    await screens.heading('Der Lauf ist unterbrochen.').waitFor()
    await screens
      .text(/Verbindung zum Verzeichnis ist abgebrochen|antwortet nicht/)
      .first()
      .waitFor()
    await server.restart()
    await screens.button('Fortsetzen').click()
    await screens.heading('Alles ausgeführt.').waitFor({ timeout: 60_000 })
    await expectEveryoneOnce()
  })

  it('goes on after the app itself was killed', async () => {
    await startApplying()
    const process = running.electron.process()
    const gone = once(process, 'exit')
    process.kill('SIGKILL')
    await gone
    await start(data)
    await screens.dialog().getByLabel('Passwort').fill(server.bindPassword)
    await screens.dialog().getByRole('button', { name: 'Verbinden' }).click()
    await screens.dialog().waitFor({ state: 'hidden' })
    await screens.menu('Vorschauen').click()
    await screens.window.getByRole('link', { name: 'Fortsetzen' }).click()
    await screens.text('Netzwart wurde während des Laufs beendet.').waitFor()
    await screens.button('Fortsetzen').click()
    await screens.heading('Alles ausgeführt.').waitFor({ timeout: 60_000 })
    await expectEveryoneOnce()
  })
})
