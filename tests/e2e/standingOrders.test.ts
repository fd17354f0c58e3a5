import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import { ask, demoPerson, launch, signIn, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens

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

const field = (name: string | RegExp) => running.window.getByRole('textbox', { name })
const tick = (name: string | RegExp) => running.window.getByRole('checkbox', { name })
const page = () => running.window.getByRole('main')

describe('P19: rules that run by themselves', () => {
  it('have found something in the demo school, which waits for the leadership without a name', async () => {
    const { passphrase } = await become('leadership')
    await screens.text('Eine Daueranordnung hat etwas gefunden').waitFor()
    const { rows } = await ask(running.window, 'flags.query', {})
    const found = rows.filter((row) => row.found !== null)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      ...{ state: 'open', reporter: null, content: null },
      found: { matter: { count: 3, pseudonyms: [expect.stringMatching(/^person:/)] } }
    })
    await go('#/flags')
    await page().getByText('Tunnel zu einem bekannten Server').waitFor()
    await inspect('flags-with-found')
    await go(`#/flags/${found[0]!.id}`)
    await screens.heading('Was gefunden wurde').waitFor()
    await page().getByText('3 Ereignisse').waitFor()
    await screens.heading('Harmlose Erklärungen').waitFor()
    await inspect('flag-found')
    await running.window.getByRole('link', { name: 'Auswertung anordnen' }).click()
    await screens.text(/Vorbereitet aus Hinweis/).waitFor()
    await screens.button('Weiter').click()
    await screens.heading('Was darf gelesen werden?').waitFor()
    expect(await running.window.getByRole('radio', { name: 'Wen der Hinweis meint' }).isChecked()).toBe(true)
    expect(await tick('Webfilter').isChecked()).toBe(true)
    await inspect('order-new-scope-pseudonyms')
    await screens.button('Weiter').click()
    await screens.heading('Wer wertet aus, und bis wann?').waitFor()
    const evaluators = page()
      .getByRole('group', { name: /Auswertung durch/ })
      .getByRole('checkbox')
    await evaluators.first().waitFor()
    for (const one of await evaluators.all()) await one.check()
    await screens.button('Weiter').click()
    await screens.heading('Prüfen und unterschreiben').waitFor()
    await field(/Passphrase/).fill(passphrase)
    await screens.button('Anordnen und unterschreiben').click()
    await screens.heading(/^Anordnung 20/).waitFor()
    await page()
      .getByText(/^Person [0-9A-Z]{5}-[0-9A-Z]{5}$/)
      .waitFor()
    await inspect('order-by-pseudonym')
  })

  it('P21: under the order only the lines are gathered of whom the pseudonym means', async () => {
    const { rows } = await ask(running.window, 'orders.query', {})
    const order = rows.find(({ content }) => (content?.pseudonyms.length ?? 0) > 0)!
    await become('evaluator')
    const state = await ask(running.window, 'evidence.gather', { order: order.id })
    const [evidence] = state.evidence
    expect(evidence?.events).toBeGreaterThanOrEqual(3)
    expect(evidence?.events).toBeLessThan(400)
  })

  it('are listed, and shown with what they have found', async () => {
    await become('leadership')
    await go('#/standing-orders')
    await screens.heading('Daueranordnungen').waitFor()
    await page().getByText('Daueranordnung').first().waitFor()
    await inspect('standing-orders')
    await running.window.getByRole('link', { name: /^Daueranordnung 20/ }).click()
    await screens.heading('Was sie gefunden hat').waitFor()
    await inspect('standing-order')
  })

  it('are switched on and off by signature', async () => {
    const { passphrase } = await demoPerson(running.window, 'leadership')
    await go('#/standing-orders/new')
    await tick(/Tunnel zu einer bloßen Adresse|Tunnel zu einem bekannten Server/)
      .first()
      .check()
    await tick('Webfilter').check()
    await field('Warum ist das nötig?').fill('Im Unterricht wurde der Filter mehrmals umgangen.')
    await field('Warum so lange?').fill('Bis zu den Sommerferien.')
    await inspect('standing-order-new')
    await field(/Passphrase/).fill(passphrase)
    await screens.button('Unterschreiben und einschalten').click()
    await screens.heading('Was eingeschaltet ist').waitFor()
    await field('Begründung').fill('Die Gespräche haben geholfen.')
    await field(/Passphrase/).fill(passphrase)
    await screens.button('Unterschreiben und abschalten').click()
    await screens.heading('Abgeschaltet').waitFor()
    await inspect('standing-order-off')
  })

  it('P25: administrators, evaluators, teachers and the DPO open none of it', async () => {
    for (const person of ['administrator', 'evaluator', 'dpo', 'teacher'] as const) {
      await become(person)
      expect(await running.window.getByRole('link', { name: 'Daueranordnungen' }).count()).toBe(0)
      await expect(ask(running.window, 'standingOrders.list', undefined)).rejects.toThrow(/notAllowed/)
    }
  })
})
