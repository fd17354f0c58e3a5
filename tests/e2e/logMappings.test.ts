import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, launch, signIn, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens
let folder: string

const canary = 'kanarienvogel'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-log-sources-'))
  const rows = Array.from(
    { length: 20 },
    (_, row) => `29.11.2026 08:00:${10 + row};${canary};10.1.2.3;Anmeldung`
  )
  await writeFile(join(folder, 'portal.csv'), `Zeitpunkt;Konto;IP;Was\n${rows.join('\n')}\n`)
  await writeFile(
    join(folder, 'access.log'),
    `1795928065.769 10.1.2.3 "${canary}" 200\n1795928066.000 10.1.2.3 "-" 407\n`
  )
  running = await launch({ demo: true, person: null })
  screens = new Screens(running)
  await signIn(running.window, 'administrator')
  await screens.heading('Übersicht').waitFor()
  await running.window.evaluate(() => (location.hash = '#/settings?section=logSources'))
  await running.window.getByRole('list', { name: 'Quellen' }).waitFor()
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const field = (name: string | RegExp): Locator => running.window.getByRole('textbox', { name })

async function begin(name: string, file: string, format: string): Promise<void> {
  await screens.button('Quelle eintragen').click()
  await field('Name').fill(name)
  await field('Datei, Ordner oder Muster').fill(join(folder, file))
  await running.window.getByRole('combobox', { name: 'Format' }).click()
  await running.window.getByRole('option', { name: format, exact: true }).click()
}

async function save(name: string): Promise<void> {
  await screens.dismissToasts()
  await screens.button('Speichern').click()
  await running.window.getByRole('list', { name: 'Quellen' }).getByText(name).waitFor()
}

async function shownText(): Promise<string> {
  return running.window.getByRole('main').innerText()
}

describe('P19: formats that the school writes in its own way', () => {
  it('a table is described with a preview that shows its structure and nothing of its content', async () => {
    await begin('Lernportal', 'portal.csv', 'csv')
    await screens.button('Am Anfang der Datei ausprobieren').click()
    await running.window.getByRole('rowheader', { name: 'Zeitpunkt' }).waitFor()
    expect(await shownText()).not.toContain(canary)
    await field(/^Zeit\b/).fill('Zeitpunkt')
    await field('Anmeldename').fill('Konto')
    await field('IP-Adresse').fill('IP')
    await field(/^Wie die Zeit/).fill('%d.%m.%Y %H:%M:%S')
    await screens.button('Am Anfang der Datei ausprobieren').click()
    await screens
      .text(/Von 21 Zeilen am Anfang sind 21 zu lesen. Ereignisse: 20, mit einem Namen: 20/)
      .waitFor()
    await inspectScreen(running, 'log-source-table')
    expect(await shownText()).not.toContain(canary)
    await save('Lernportal')
    const { sources } = await ask(running.window, 'logSources.read', undefined)
    expect(sources.find(({ name }) => name === 'Lernportal')?.mapping).toMatchObject({
      ...{ format: 'csv', delimiter: ';', header: true, time: '%d.%m.%Y %H:%M:%S' },
      columns: { time: 'Zeitpunkt', person: 'Konto', address: 'IP', act: null }
    })
  })

  it('Squid’s logformat is taken from squid.conf, and one without a time is refused with what to do', async () => {
    await begin('Eigener Proxy', 'access.log', 'squid-logformat')
    expect(await screens.button('Speichern').isDisabled()).toBe(true)
    await field(/^Zeile „logformat“/).fill('logformat eigen %>a "%"un" %>Hs')
    await screens.button('Speichern').click()
    await screens.text(/steht keine Zeit/).waitFor()
    await field(/^Zeile „logformat“/).fill('logformat eigen %ts.%03tu %>a "%"un" %>Hs')
    await screens.button('Am Anfang der Datei ausprobieren').click()
    await screens.text(/Von 2 Zeilen am Anfang sind 2 zu lesen. Ereignisse: 2, mit einem Namen: 1/).waitFor()
    await inspectScreen(running, 'log-source-squid')
    await save('Eigener Proxy')
  })

  it('linelog’s messages are entered with what each means', async () => {
    await begin('Funknetz', 'linelog', 'freeradius-linelog')
    await field('Meldung 1').fill('%S Accepted user: %{User-Name}')
    await screens.button('Weitere Meldung').click()
    await field('Meldung 2').fill('%S Rejected user: %{User-Name}')
    await screens.button('Am Anfang der Datei ausprobieren').click()
    await screens.text('Dort liegt keine Datei.').waitFor()
    await inspectScreen(running, 'log-source-linelog')
    await save('Funknetz')
    // What was entered is there again when it is changed.
    await running.window.getByRole('button', { name: 'Funknetz ändern' }).click()
    expect(await field('Meldung 2').inputValue()).toBe('%S Rejected user: %{User-Name}')
    await screens.button('Abbrechen').click()
  })
})
