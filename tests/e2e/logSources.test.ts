import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startJournalGateway, type JournalGateway } from '../integration/servers/journalGateway'
import { answerOpenDialog, ask, launch, signIn, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens
let gateway: JournalGateway
const begin = Date.parse('2026-11-20T07:00:00.000Z')

beforeAll(async () => {
  gateway = await startJournalGateway()
  await gateway.write(
    'mail',
    Array.from({ length: 300 }, (_, place) => ({
      time: begin + place * 60_000,
      message:
        place % 10 === 0
          ? 'a line that the format does not know'
          : `imap-login: Info: Login: user=<kim${place}>, method=PLAIN, rip=10.1.2.3, lip=10.1.2.1, mpid=7, secured, session=<a>`,
      fields: {
        _SYSTEMD_UNIT: place % 10 === 0 ? 'cron.service' : 'dovecot.service',
        SYSLOG_IDENTIFIER: place % 10 === 0 ? 'cron' : 'dovecot'
      }
    }))
  )
  running = await launch({ demo: true, person: null })
  screens = new Screens(running)
  await signIn(running.window, 'administrator')
  await screens.heading('Übersicht').waitFor()
})
afterAll(async () => {
  await running.close()
  await gateway.stop()
})

const list = () => running.window.getByRole('list', { name: 'Quellen' })
const field = (name: string) => running.window.getByRole('textbox', { name })
const checked = (name: string) => running.window.getByRole('region', { name: `Prüfung von ${name}` })

describe('P19: whether a source can be read', () => {
  it('is looked at in files, which are counted and not shown', async () => {
    const folder = running.data
    await writeFile(
      join(folder, 'access.log'),
      [
        '1795826081.850      3 10.1.2.3 TCP_MISS/200 266 GET http://geheim.example/ kim HIER_DIRECT/192.0.2.1 text/plain',
        'broken',
        ''
      ].join('\n')
    )
    await ask(running.window, 'logSources.save', {
      ...{ id: null, name: 'Testfilter', path: join(folder, 'access.log'), format: null, contents: false },
      ...{ keptDays: 7, keptReason: 'Voreinstellung.' }
    })
    await running.window.evaluate(() => (location.hash = '#/settings?section=logSources'))
    await list().getByText('Testfilter').waitFor()
    await screens.button('Testfilter prüfen').click()
    const found = checked('Testfilter')
    await found.getByText('2 Zeilen gelesen: 1 verstanden, 1 verworfen').waitFor()
    await found.getByText(/^1: /).waitFor()
    expect(await found.innerText()).not.toContain('geheim')
    await screens.button('Webfilter prüfen').click()
    await checked('Webfilter').getByText('squid', { exact: true }).first().waitFor()
    await inspectScreen(running, 'log-sources-checked')
    await found.getByRole('button', { name: 'Ausblenden' }).click()
    await found.waitFor({ state: 'detached' })
  })

  it('is entered and looked at on a server, of which the CA is pinned', async () => {
    await screens.button('Quelle eintragen').click()
    await running.window.getByRole('radio', { name: 'Auf einem Server mit systemd-Journal' }).click()
    await field('Name').fill('Mailserver-Journal')
    await field('Adresse').fill(`${gateway.address}/`)
    await answerOpenDialog(running.electron, [gateway.authorityFile])
    await screens.button('CA-Zertifikat wählen').click()
    await screens.text(/Test-CA ca/).waitFor()
    await field('Dienste (Units)').fill('dovecot.service, ')
    await inspectScreen(running, 'log-source-server')
    await screens.button('Speichern').click()
    await list().getByText('Mailserver-Journal').waitFor()
    await screens.button('Mailserver-Journal prüfen').click()
    const found = checked('Mailserver-Journal')
    await found.getByText('journal-export').waitFor()
    await found.getByText('Von 20.11.2026, 08:01 bis 20.11.2026, 12:59').waitFor()
    await inspectScreen(running, 'log-source-server-checked')
  })

  it('says what to do where a server does not answer', async () => {
    await gateway.kill()
    const found = checked('Mailserver-Journal')
    await found.getByRole('button', { name: 'Noch einmal prüfen' }).click()
    await found.getByText(/antwortet nicht/).waitFor()
    await inspectScreen(running, 'log-source-server-gone')
  })
})
