import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import { ask, demoPerson, launch, signIn, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

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
