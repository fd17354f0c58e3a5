import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import { accessibilityProblems } from './support/accessibility'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  signIn,
  type RunningApplication
} from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens, textOfPdf } from './support/screens'

/** A login that nobody may see before both have revealed it. */
const canary = 'kanarienvogel.zwitscher'

let running: RunningApplication
let screens: Screens
let folder: string
let order: string
/** The one of the demo school itself. */
let demoOrder: string
let evaluators: readonly DemoPersonCard[]

/** The day before yesterday in Germany, so that the whole window is over. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(
  Date.now() - 2 * 86_400_000
)

function lines(): string {
  const begin = Date.parse(`${day}T09:00:00Z`) / 1000
  const line = (at: number, who: string, url: string): string =>
    `${at}.000    120 10.20.3.7 TCP_MISS/200 2048 GET ${url} ${who} HIER_DIRECT/192.0.2.7 text/html\n`
  return Array.from({ length: 60 }, (_, index) =>
    line(
      begin + index * 20,
      index % 4 === 0 ? canary : 'm.muster',
      `http://spiele.example/${canary}/${index}`
    )
  ).join('')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-evaluation-'))
  await writeFile(join(folder, 'access.log'), lines())
  running = await launch({ demo: true, person: null })
  screens = new Screens(running)
  const { session } = await ask(running.window, 'application.state')
  evaluators = session.demoPeople.filter(({ role }) => role === 'evaluator')
  await signIn(running.window, 'administrator')
  const { sources } = await ask(running.window, 'logSources.save', {
    ...{ id: null, name: 'Proxy im Test', path: join(folder, 'access.log'), format: 'squid' },
    ...{ contents: false, keptDays: 7, keptReason: 'Voreinstellung.' }
  })
  await signIn(running.window, 'leadership')
  const known = await ask(running.window, 'orders.query', {})
  demoOrder = known.rows[0]?.id ?? ''
  const given = await ask(running.window, 'orders.give', {
    ...{ flag: null, occasion: 'Eine Lehrkraft hat es gemeldet.', rule: 'P18' },
    suspicion: 'Im Unterricht wurde lange gespielt.',
    ...{ concerned: [], addresses: [], rules: [], contents: null },
    sources: sources.filter(({ name }) => name === 'Proxy im Test').map(({ id }) => id),
    ...{ from: { day, time: '08:00' }, until: { day, time: '13:00' } },
    evaluators: known.rows[0]?.evaluators.map(({ person }) => person) ?? [],
    expires: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(
      Date.now() + 5 * 86_400_000
    ),
    passphrase: (await demoPerson(running.window, 'leadership')).passphrase
  })
  order = given.id
  await signIn(running.window, 'evaluator')
  await running.window.evaluate((id) => (location.hash = `#/orders/${id}/evaluation`), order)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const page = () => running.window.getByRole('main')
const passphrase = () => running.window.getByLabel(/^Passphrase von/)

/** The words of the protocol that the button of this screen saves. */
async function savedProtocol(): Promise<string> {
  const file = join(folder, 'protocol.pdf')
  await rm(file, { force: true })
  await answerSaveDialog(running.electron, file)
  await screens.button('Protokoll speichern').click()
  await screens.text('Protokoll gespeichert').first().waitFor()
  return (await textOfPdf(file)).replaceAll(/\s+/g, ' ')
}

/** Both of them, each in their own step. */
async function together(last: string): Promise<void> {
  const [first, second] = evaluators
  await passphrase().fill(first?.passphrase ?? '')
  await screens.button('Weiter zur zweiten Person').click()
  await screens.text(/ist dabei\. Jetzt ist die zweite Person dran/).waitFor()
  await passphrase().fill(second?.passphrase ?? '')
  await screens.button(last).click()
}

describe('an evaluation by two', () => {
  it('reads what the order covers without showing anything of it (P19)', async () => {
    await screens.button('Protokolle einlesen und versiegeln').waitFor()
    await inspectScreen(running, 'evaluation-gather')
    await screens.button('Protokolle einlesen und versiegeln').click()
    await screens.heading('Zu zweit öffnen').waitFor()
    expect(await page().textContent()).not.toContain(canary)
  })

  it('is opened by both and shows pseudonyms, times and how sure it is (P21)', async () => {
    await inspectScreen(running, 'evaluation-open')
    await together('Auswertung öffnen')
    await screens.text('60 Ereignisse').waitFor()
    expect(await page().textContent()).not.toMatch(/kanarienvogel|zwitscher|m\.muster|10\.20\.3\.7/)
    await screens.text('bewiesen').first().waitFor()
    await inspectScreen(running, 'evaluation-events')
  })

  it('shows findings, stays, sources and what is revealed on tabs', async () => {
    for (const tab of ['Funde der Regeln', 'Im Netz', 'Quellen und Lücken', 'Aufgedeckt']) {
      await running.window.getByRole('tab', { name: tab }).click()
      await inspectScreen(running, `evaluation-${tab.split(' ')[0]?.toLowerCase()}`)
    }
    await running.window.getByRole('tab', { name: 'Ereignisse' }).click()
  })

  it('is searched by what stands there alone', async () => {
    const search = running.window.getByRole('textbox', { name: 'Ereignisse suchen' })
    await search.fill(canary)
    await screens.text('Kein Ereignis passt dazu').waitFor()
    await search.fill('Person 1')
    await screens.text('60 Ereignisse').waitFor()
    await search.fill('')
  })

  it('reveals one pseudonym with both', async () => {
    await running.window.getByRole('row').nth(1).click()
    await running.window.getByRole('dialog').waitFor()
    // Putting notices away would close it.
    expect(await accessibilityProblems(running.window)).toEqual([])
    await screens.button('Person 1 aufdecken').click()
    await running.window
      .getByRole('textbox', { name: 'Grund' })
      .fill('Der Verdacht richtet sich gegen eine Person.')
    await together('Aufdecken')
    await screens.text(`(${canary})`).first().waitFor()
  })

  it('is concluded by both, and stands in a sound journal (P22)', async () => {
    await screens.button('Abschließen').click()
    await running.window.getByRole('radio', { name: 'Kein Verstoß' }).check()
    for (const name of [
      'Was Sie gefunden haben',
      'Was Sie gesucht und nicht gefunden haben',
      'Zusammenfassung'
    ])
      await running.window.getByRole('textbox', { name }).fill('Sechzig Aufrufe einer Spieleseite.')
    await inspectScreen(running, 'evaluation-conclude')
    await together('Abschließen und unterschreiben')
    await screens.heading('Abgeschlossen: Kein Verstoß').waitFor()
    await inspectScreen(running, 'evaluation-closed')
    const { ledger } = await ask(running.window, 'application.state')
    expect(ledger?.problems).toBe(0)
  })
})

describe('what becomes of it', () => {
  it('stands at the order, for the leadership', async () => {
    await signIn(running.window, 'leadership')
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}`), order)
    await screens.heading('Abgeschlossen: Kein Verstoß').waitFor()
    await inspectScreen(running, 'order-concluded')
    expect(await screens.heading('Anordnung zurückziehen').count()).toBe(0)
  })

  it('P22: its protocol is a PDF, also for the leadership, and names whom both have revealed', async () => {
    const words = await savedProtocol()
    for (const part of [
      ...['Protokoll einer Auswertung von Protokollen', 'Kein Verstoß', 'Eine Lehrkraft hat es gemeldet.'],
      ...['Proxy im Test', '60 Zeilen, davon 60 gelesen und 0 nicht lesbar', 'SHA-256 des Gelesenen'],
      `Person 1: ${canary}, von beiden aufgedeckt`,
      ...['Der Verdacht richtet sich gegen eine Person.', 'Sechzig Aufrufe einer Spieleseite.'],
      ...evaluators.map(({ name }) => name),
      ...['Unterschriften im Journal', 'Auswertende Person', 'Seite 1 von', 'Journal ']
    ])
      expect(words).toContain(part)
    // The other one of them was not revealed.
    expect(words).not.toMatch(/m\.muster|10\.20\.3\.7/)
  })
})

describe('the order of the demo school', () => {
  it('P18: leads to what was planted in the logs of its made-up week', async () => {
    await signIn(running.window, 'evaluator')
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}/evaluation`), demoOrder)
    await screens.button('Protokolle einlesen und versiegeln').click()
    await screens.heading('Zu zweit öffnen').waitFor()
    await together('Auswertung öffnen')
    await running.window.getByRole('tab', { name: 'Funde der Regeln' }).click()
    const found = running.window.getByRole('article', { name: 'Tunnel zu einem bekannten Server' })
    await found.first().waitFor()
    expect(await found.count()).toBe(3)
    await inspectScreen(running, 'evaluation-demo-findings')
    await running.window.getByRole('tab', { name: 'Ereignisse' }).click()
    await inspectScreen(running, 'evaluation-demo-events')
  })

  it('P22: a marked event goes into the protocol of the violation, by its pseudonym', async () => {
    await running.window.getByRole('checkbox', { name: 'Nur gefundene' }).check()
    await screens
      .text(/^\d+ Ereignisse$/)
      .first()
      .waitFor()
    await running.window.getByRole('row').nth(1).click()
    await running.window.getByRole('checkbox', { name: 'Ist wichtig' }).check()
    await running.window.getByRole('textbox', { name: 'Notiz' }).fill('Der erste Tunnel.')
    await screens.button('Vermerken').click()
    await running.window.getByRole('dialog').waitFor({ state: 'hidden' })
    await running.window.getByRole('row').nth(1).click()
    await screens
      .button(/^Person \d+ aufdecken$/)
      .first()
      .click()
    await running.window.getByRole('textbox', { name: 'Grund' }).fill('Drei Funde zeigen auf diese Person.')
    await together('Aufdecken')
    await running.window.getByRole('tab', { name: 'Aufgedeckt' }).click()
    await screens.text('Drei Funde zeigen auf diese Person.').waitFor()
    await screens.button('Abschließen').click()
    await running.window.getByRole('radio', { name: 'Verstoß', exact: true }).check()
    for (const name of [
      'Was Sie gefunden haben',
      'Was Sie gesucht und nicht gefunden haben',
      'Zusammenfassung'
    ])
      await running.window.getByRole('textbox', { name }).fill('Der Filter wurde mit einem VPN umgangen.')
    await together('Abschließen und unterschreiben')
    await screens.heading('Abgeschlossen: Verstoß').waitFor()
    await inspectScreen(running, 'evaluation-violation')
    const words = await savedProtocol()
    for (const part of [
      ...['Ergebnis Verstoß', 'Tunnel zu einem bekannten Server: 3 Funde', 'Fassung der Regel (SHA-256)'],
      ...['nur von Regeln gefundene', 'Der erste Tunnel.', 'bewiesen', 'Drei Funde zeigen auf diese Person.'],
      'weil über das Ergebnis noch zu entscheiden ist'
    ])
      expect(words).toContain(part)
  })

  it('P26: a case is proposed from it, filled with what was concluded, and the leadership sees it', async () => {
    await screens.menu('Übersicht').click()
    await running.window
      .getByRole('region', { name: 'Was auf Sie wartet' })
      .getByRole('listitem')
      .filter({ hasText: 'Ein Verstoß wartet auf einen Vorschlag' })
      .waitFor()
    await inspectScreen(running, 'evaluation-waits')
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}/evaluation`), demoOrder)
    await running.window.getByRole('link', { name: 'Fall vorschlagen' }).click()
    await screens.text('Frühere Fälle').waitFor()
    await screens.button('Weiter').click()
    const field = (name: string) => running.window.getByLabel(name, { exact: true })
    expect(await field('Was ist geschehen?').inputValue()).toBe(
      ['', ''].map(() => 'Der Filter wurde mit einem VPN umgangen.').join('\n\n')
    )
    expect(await field('Beleg 1').inputValue()).toMatch(
      /^Protokoll der Auswertung .*, Beweismittel SHA-256 [0-9a-f]{64}$/
    )
    await inspectScreen(running, 'evaluation-case')
    await screens.button('Weiter').click()
    await running.window.getByRole('checkbox', { name: 'Verwarnung' }).check()
    await screens.button('Weiter').click()
    await field('Warum gerade diese Maßnahme?').fill('Zum ersten Mal.')
    await running.window
      .getByLabel('Ihre Passphrase')
      .fill((await demoPerson(running.window, 'evaluator')).passphrase)
    await screens.button('Unterschreiben und vorschlagen').click()
    await running.window.waitForFunction(() => /^#\/cases\/[0-9a-f-]{36}/.test(location.hash))

    await signIn(running.window, 'leadership')
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}`), demoOrder)
    await screens.heading('Daraus vorgeschlagen').waitFor()
    await inspectScreen(running, 'order-violation')
    await running.window.getByRole('link', { name: /^Fall \d{4}-\d{3}$/ }).click()
    await screens.text(/Protokoll der Auswertung/).waitFor()
    const { problems } = await ask(running.window, 'ledger.verify')
    expect(problems).toEqual([])
    expect(running.complaints).toEqual([])
  })
})

describe('what the demo school has beside it', () => {
  it('P21: evidence that waits for its two evaluators', async () => {
    await signIn(running.window, 'evaluator')
    const { rows } = await ask(running.window, 'orders.query', { text: 'Bibliothek' })
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}/evaluation`), rows[0]?.id ?? '')
    await screens.heading('Zu zweit öffnen').waitFor()
    await together('Auswertung öffnen')
    await screens.text('43 Ereignisse').waitFor()
    await running.window.getByRole('tab', { name: 'Funde der Regeln' }).click()
    await running.window.getByRole('article', { name: 'Ein Gerät probiert viele Konten durch' }).waitFor()
    await screens.button('Auswertung verlassen').click()
  })

  it('P22: an evaluation that is over, with its protocol', async () => {
    await signIn(running.window, 'leadership')
    const { rows } = await ask(running.window, 'orders.query', { text: 'Internetanschluss' })
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}`), rows[0]?.id ?? '')
    await screens.heading('Abgeschlossen: Kein Verstoß').waitFor()
    await inspectScreen(running, 'order-demo-concluded')
    const words = await savedProtocol()
    for (const part of [
      ...[
        'Sehr große Downloads: 1 Fund',
        '212 bewiesen',
        'Text „update“, Web, nur von Regeln gefundene: 212'
      ],
      ...['Größter einzelner Abruf', 'Aufgedeckte Pseudonyme Keines.', 'die Aufbewahrungsfrist war um']
    ])
      expect(words).toContain(part)
  })
})
