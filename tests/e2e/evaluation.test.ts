import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import { accessibilityProblems } from './support/accessibility'
import { ask, demoPerson, launch, signIn, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

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
})
