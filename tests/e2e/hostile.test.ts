import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ldapSearchAsRoot, startSlapd, type SlapdServer } from '../integration/servers/slapd'
import { answerSaveDialog, ask, launch, type RunningApplication } from './support/application'
import { Screens, textOfPdf } from './support/screens'

/** Names that attack filters, names, markup, spreadsheets and eyes; all of them could stand in a roster. */
const hostileNames = [
  '*)(uid=*',
  '<img src=x onerror=alert(1)>',
  'O’Hara, uid=admin+cn=x',
  '"; DROP TABLE x',
  '=HYPERLINK(1)',
  '😀 Smiley',
  'ب عربي',
  'N'.repeat(200)
]
/** What people and attackers type into a field. */
const hostileWords = [...hostileNames, 'x'.repeat(10_000), 'a\u0000b', '\u202Eabc\u200F']

let server: SlapdServer
let folder: string
let running: RunningApplication
let screens: Screens
const pageDialogs: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-hostile-'))
  server = await startSlapd()
  running = await launch({ data: join(folder, 'data') })
  running.window.on('dialog', (dialog) => {
    pageDialogs.push(dialog.message())
    void dialog.dismiss()
  })
  screens = new Screens(running)
})

afterAll(async () => {
  await running.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Nothing that was typed has become markup or a script, and no bug was logged. */
async function expectHarmless(): Promise<void> {
  expect(await screens.window.locator('img[src="x"]').count()).toBe(0)
  expect(pageDialogs).toEqual([])
  expect(running.complaints).toEqual([])
  expect(await screens.text(/unerwarteter Fehler/i).count()).toBe(0)
}

describe('hostile words', () => {
  it('in the connection wizard get a sentence or nothing, and the wizard goes on', async () => {
    await screens.beginConnecting({ profile: 'OpenLDAP', url: server.url })
    await screens.trustFile(server.caFile)
    for (const words of hostileWords) {
      await screens.fillAccount({
        profile: 'OpenLDAP',
        url: server.url,
        bindDn: words,
        bindPassword: words,
        baseDn: words
      })
      await screens.button('Erneut versuchen').waitFor()
      await expectHarmless()
      await screens.button('Zurück').click()
    }
    await screens.fillAccount({ profile: 'OpenLDAP', ...server })
    await screens.finishConnecting()
  })

  it('in a roster become accounts or rejected rows, and nothing else', async () => {
    const file = join(folder, 'Liste.csv')
    const rows = hostileNames.map((name, place) => `H${place};"${name.replaceAll('"', '""')}";Kim;5a`)
    await writeFile(
      file,
      [
        'Schülernummer;Nachname;Vorname;Klasse',
        ...rows,
        'H90;Nul\u0000l;Kim;5a',
        'H91;Kehrt\u202Eum;Kim;5a',
        ''
      ].join('\n')
    )
    await screens.chooseRoster(file)
    await screens.comparePlan()
    await expectHarmless()
    const planned = await screens.tile('Konten anlegen')
    await screens.apply()
    const found = await ldapSearchAsRoot(server, '(employeeNumber=H*)', 'uid')
    const logins = [...found.matchAll(/^uid: (.*)$/gm)].map((match) => match[1] ?? '')
    expect(logins).toHaveLength(planned)
    expect(planned).toBeGreaterThanOrEqual(4)
    for (const login of logins) expect(login).toMatch(/^[a-z][a-z0-9.]{0,19}$/)
    await expectHarmless()
  })

  it('stand on slips as they are', async () => {
    const file = join(folder, 'Passwortzettel.pdf')
    await answerSaveDialog(running.electron, file)
    await screens.window.getByRole('link', { name: 'Passwortzettel drucken' }).click()
    await screens.button('Alle wählen').click()
    await screens.button('Als PDF speichern …').dblclick()
    await screens.text('Keine Zettel warten').waitFor({ timeout: 60_000 })
    expect(await textOfPdf(file)).toContain('Klasse 5a')
    await expectHarmless()
  })

  it('in the searches find nobody and break nothing', async () => {
    await screens.menu('Konten').click()
    const search = screens.window.getByRole('textbox', { name: 'Konten durchsuchen' })
    for (const words of [
      '*)(uid=*)(x',
      '<img src=x onerror=alert(2)>',
      'x'.repeat(10_000),
      'a\u0000b\u202E'
    ]) {
      await search.fill(words)
      await screens.text('Kein Konto passt dazu').waitFor()
      await expectHarmless()
    }
    await search.fill('')
  })

  it('as a reason are kept as they are, and a double click suspends once', async () => {
    const [first] = (await ask(screens.window, 'accounts.query', { kind: 'pupil', limit: 1 })).rows
    await screens.openPerson(first?.login ?? '')
    await screens.button('Sperren').click()
    await screens.dialog().getByText('Auf Dauer').click()
    await screens
      .dialog()
      .getByLabel('Grund')
      .fill(`<img src=x onerror=alert(3)>${'y'.repeat(10_000)}`)
    await screens.dialog().getByRole('button', { name: 'Sperren' }).dblclick()
    await screens.personIs('Gesperrt')
    const { history } = await ask(screens.window, 'accounts.detail', { account: first?.id ?? '' })
    expect(history.filter(({ kind }) => kind === 'suspend')).toHaveLength(1)
    expect(history[0]?.reason.length).toBeLessThanOrEqual(500)
    await expectHarmless()
  })

  it('leave no bug in the log', async () => {
    const log = await readFile(join(folder, 'data', 'log', 'errors.jsonl'), 'utf8').catch(() => '')
    expect(log).toBe('')
  })
})
