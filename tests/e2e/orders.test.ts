import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  signIn,
  type RunningApplication
} from './support/application'
import { accessibilityProblems } from './support/accessibility'
import { pictures, show } from './support/appearance'
import { inspectScreen } from './support/inspection'
import { Screens, textOfPdf } from './support/screens'

let running: RunningApplication
let screens: Screens
let flag: { id: string; pupil: string }
let deputy: DemoPersonCard
let number: string
let address: string

beforeAll(async () => {
  running = await launch({ demo: true, person: null })
  screens = new Screens(running)
})
afterAll(() => running.close())

async function become(person: Parameters<typeof signIn>[1]): Promise<DemoPersonCard> {
  await signIn(running.window, person)
  await screens.heading('Übersicht').waitFor()
  return demoPerson(running.window, person)
}

async function inspect(name: string): Promise<void> {
  await screens.dismissToasts()
  await inspectScreen(running, name)
}

/** Not as `inspect`, which closes dialogs along with what slides in. */
async function inspectDialog(name: string): Promise<void> {
  await pictures(running, name)
  for (const [language, theme] of [
    ['en', 'dark'],
    ['de', 'light']
  ] as const) {
    await show(running, { language, theme, width: 1280, height: 800 })
    expect(await accessibilityProblems(running.window)).toEqual([])
  }
}

async function go(hash: string): Promise<void> {
  await running.window.evaluate((place) => (location.hash = place), hash)
}

const field = (name: string) => running.window.getByRole('textbox', { name })
const tick = (name: string) => running.window.getByRole('checkbox', { name })
const page = () => running.window.getByRole('main')

describe('P19 to P22: from a flag to an order', () => {
  it('an administrator enters where logs lie', async () => {
    await become('administrator')
    await go('#/settings?section=logSources')
    const list = running.window.getByRole('list', { name: 'Quellen' })
    await list.getByText('Webfilter').waitFor()
    await inspect('log-sources')
    await screens.button('Quelle eintragen').click()
    await field('Name').fill('Drucker')
    await field('Datei, Ordner oder Muster').fill('cups/page_log')
    await inspect('log-source-new')
    await screens.button('Speichern').click()
    await screens.text(/ist nicht vollständig/).waitFor()
    await field('Datei, Ordner oder Muster').fill('/var/log/cups/page_log*')
    await screens.button('Speichern').click()
    await list.getByText('Drucker').waitFor()
    await running.window.getByRole('button', { name: 'Drucker entfernen' }).click()
    await running.window.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click()
    await list.getByText('Drucker').waitFor({ state: 'detached' })
  })

  it('the leadership orders on a flag, step by step, and signs', async () => {
    const { passphrase } = await become('leadership')
    deputy = await demoPerson(running.window, 'deputy')
    const { rows } = await ask(running.window, 'flags.query', {})
    const found = rows.find(({ state, content }) => state === 'open' && content?.person != null)!
    flag = { id: found.id, pupil: found.content!.person!.names.familyName }
    await go(`#/flags/${flag.id}`)
    await running.window.getByRole('link', { name: 'Auswertung anordnen' }).click()
    await screens.text(new RegExp(`Vorbereitet aus Hinweis ${found.number}`)).waitFor()
    await inspect('order-new-reason')
    await screens.button('Weiter').click()
    await screens.heading('Was darf gelesen werden?').waitFor()
    expect(await running.window.getByRole('radio', { name: 'Bestimmte Personen' }).isChecked()).toBe(true)
    await page().getByText(flag.pupil).first().waitFor()
    // Somebody of the leadership is concerned as well, so that it can be seen that they do not see it.
    await field('Person suchen').fill(deputy.name)
    await page().getByRole('button', { name: deputy.name }).first().click()
    expect(await screens.button('Weiter').isDisabled()).toBe(true)
    expect(await tick('Mailserver').isDisabled()).toBe(true)
    await tick('Webfilter').check()
    await tick('Tunnel zu einem bekannten Server').check()
    await inspect('order-new-scope')
    await screens.button('Weiter').click()
    await screens.heading('Wer wertet aus, und bis wann?').waitFor()
    const evaluators = page()
      .getByRole('group', { name: /Auswertung durch/ })
      .getByRole('checkbox')
    expect(await evaluators.count()).toBe(2)
    await evaluators.nth(0).check()
    expect(await screens.button('Weiter').isDisabled()).toBe(true)
    await evaluators.nth(1).check()
    await inspect('order-new-people')
    await screens.button('Weiter').click()
    await screens.text(/Gelesen wird dadurch noch nichts/).waitFor()
    await running.window.getByLabel('Ihre Passphrase').fill('ganz falsche Worte hier')
    await screens.button('Anordnen und unterschreiben').click()
    await page()
      .getByRole('alert')
      .getByText(/Passphrase/)
      .first()
      .waitFor()
    await inspect('order-new-sign')
    await running.window.getByLabel('Ihre Passphrase').fill(passphrase)
    await screens.button('Anordnen und unterschreiben').click()
    await running.window.waitForFunction(() => /^#\/orders\/[0-9a-f-]{36}$/.test(location.hash))
    address = await running.window.evaluate(() => location.hash)
    number = (await ask(running.window, 'orders.query', {})).rows[0]!.number
    await screens.heading(`Anordnung ${number}`).waitFor()
    await page().getByText(flag.pupil).first().waitFor()
    await inspect('order')
    await screens.menu('Anordnungen').click()
    await running.window.getByRole('grid', { name: 'Liste der Anordnungen' }).getByText(number).waitFor()
    await inspect('orders')
  })

  it('an evaluator whom it names finds it on the start page, and cannot withdraw it', async () => {
    await become('evaluator')
    await running.window
      .getByRole('region', { name: 'Was auf Sie wartet' })
      .getByRole('listitem')
      .filter({ hasText: 'Sie sollen Protokolle auswerten' })
      .filter({ hasText: number })
      .getByRole('link')
      .click()
    await screens.heading(`Anordnung ${number}`).waitFor()
    await page().getByText(flag.pupil).first().waitFor()
    expect(await screens.button('Zurückziehen und unterschreiben').count()).toBe(0)
    await inspect('order-evaluator')
  })

  it('P25: whom it concerns and an administrator do not see it, by no way', async () => {
    await become('deputy')
    const { rows } = await ask(running.window, 'orders.query', {})
    expect(rows.map((row) => row.number)).not.toContain(number)
    await go(address)
    await screens.text('Diese Anordnung gibt es für Sie nicht').waitFor()
    await inspect('order-gone')
    await become('administrator')
    expect(await screens.menu('Anordnungen').count()).toBe(0)
    const entries = await ask(running.window, 'ledger.query', { kinds: ['order.given'] })
    expect(entries.rows.map(({ withheld, payload }) => [withheld, payload])).toEqual(
      entries.rows.map(() => [true, null])
    )
    expect(JSON.stringify(entries)).not.toContain(flag.pupil)
    expect(JSON.stringify(await ask(running.window, 'inbox.list'))).not.toContain(number)
  })

  it('the leadership finds it by Strg+K and takes it back; the journal has no fault', async () => {
    const { passphrase } = await become('leadership')
    await running.window.keyboard.press('Control+k')
    await running.window.getByRole('dialog').getByRole('textbox').fill(number)
    await running.window.getByRole('option', { name: new RegExp(`Anordnung ${number}`) }).click()
    await field('Warum?').fill('Die Sache hat sich geklärt.')
    await running.window.getByLabel('Ihre Passphrase').fill(passphrase)
    await screens.button('Zurückziehen und unterschreiben').click()
    await screens.text('Zurückgezogen').first().waitFor()
    await inspect('order-withdrawn')
    expect((await ask(running.window, 'ledger.verify')).problems).toEqual([])
    expect(running.complaints).toEqual([])
  })
})

describe('P24: those concerned are told that contents were read', () => {
  const waits = (title: string) =>
    running.window
      .getByRole('region', { name: 'Was auf Sie wartet' })
      .getByRole('listitem')
      .filter({ hasText: title })
  const germanDay = (days: number): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + days * 86_400_000)
  let folder: string
  let order: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netzwart-notices-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('waits for the leadership once something was read under an order with contents', async () => {
    const { passphrase } = await demoPerson(running.window, 'leadership')
    const { sources, evaluators } = await ask(running.window, 'orders.prepare', { flag: null })
    const { rows } = await ask(running.window, 'orders.query', {})
    const pupil = rows
      .flatMap(({ content }) => content?.concerned ?? [])
      .find(({ names }) => names.familyName === flag.pupil)
    const given = await ask(running.window, 'orders.give', {
      ...{ flag: null, occasion: 'Eine Drohung in einer E-Mail.', rule: 'P18' },
      ...{
        suspicion: 'Die Drohung kam aus dem Schulnetz.',
        contents: 'Die Nachricht selbst ist die Drohung.'
      },
      ...{ concerned: [pupil!.person], addresses: [], rules: [] },
      sources: sources.filter(({ contents }) => contents).map(({ id }) => id),
      ...{ from: { day: germanDay(-2), time: '08:00' }, until: { day: germanDay(-2), time: '13:00' } },
      evaluators: evaluators.map(({ person }) => person),
      ...{ expires: germanDay(5), passphrase }
    })
    order = given.id
    await go(`#/orders/${order}`)
    await screens.text(/gelesen ist noch nichts/).waitFor()
    await become('evaluator')
    await ask(running.window, 'evidence.gather', { order })
    await go(`#/orders/${order}`)
    await screens.heading(`Anordnung ${given.number}`).waitFor()
    expect(await screens.heading('Benachrichtigung der Betroffenen').count()).toBe(0)
    await become('leadership')
    await inspect('notice-inbox')
    await waits('Betroffene sind zu benachrichtigen').getByRole('link').click()
    await screens.heading('Benachrichtigung der Betroffenen').waitFor()
    await inspect('notices')
  })

  it('is put off with a reason, by signature', async () => {
    const { passphrase } = await demoPerson(running.window, 'leadership')
    await screens.button('Aufschieben').click()
    const dialog = running.window.getByRole('dialog')
    await dialog.getByLabel('Warum?').fill('Wer gewarnt ist, löscht Beweise.')
    await dialog.getByLabel('Bis einschließlich').fill(germanDay(20))
    await inspectDialog('notice-postpone')
    await dialog.getByLabel('Ihre Passphrase').fill(passphrase)
    await dialog.getByRole('button', { name: 'Aufschieben und unterschreiben' }).click()
    await screens.text(/Aufgeschoben bis .*Wer gewarnt ist/).waitFor()
  })

  it('has a letter that names nobody else and accuses nobody', async () => {
    const list = running.window.getByRole('list', { name: 'Wer zu benachrichtigen ist' })
    for (const [button, file] of [
      [/^Schreiben speichern: /, join(folder, 'person.pdf')],
      [/^Schreiben an die Erziehungsberechtigten/, join(folder, 'guardians.pdf')]
    ] as const) {
      await answerSaveDialog(running.electron, file)
      await list.getByRole('button', { name: button }).click()
      await screens.text('Schreiben gespeichert').first().waitFor()
      await screens.dismissToasts()
      const words = (await textOfPdf(file)).replaceAll(/\s+/g, ' ')
      for (const part of [flag.pupil, 'Mailserver', 'Auskunft', 'Aufsichtsbehörde', 'Seite 1 von', 'Journal'])
        expect(words).toContain(part)
      for (const part of ['Drohung', 'P18']) expect(words).not.toContain(part)
    }
  })

  it('is recorded by signature, and waits no more', async () => {
    const { passphrase } = await demoPerson(running.window, 'leadership')
    await running.window.getByRole('button', { name: /^Als gegeben festhalten: / }).click()
    const dialog = running.window.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Im Gespräch' }).check()
    await dialog.getByRole('checkbox', { name: /Erziehungsberechtigten/ }).check()
    await inspectDialog('notice-give')
    await dialog.getByLabel('Ihre Passphrase').fill(passphrase)
    await dialog.getByRole('button', { name: 'Festhalten und unterschreiben' }).click()
    await screens.text(/Im Gespräch am .*, auch die Erziehungsberechtigten/).waitFor()
    await inspect('notices-given')
    await go('#/')
    await screens.heading('Übersicht').waitFor()
    expect(await waits('Betroffene sind zu benachrichtigen').count()).toBe(0)
    const { rows } = await ask(running.window, 'ledger.query', { subject: `order:${order}` })
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['notice.given', 'notice.postponed']))
    expect((await ask(running.window, 'ledger.verify')).problems).toEqual([])
    expect(running.complaints).toEqual([])
  })
})
