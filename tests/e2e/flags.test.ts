import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import { ask, demoPerson, launch, signIn, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

const hostile = '<img src=x onerror="document.title=1"> „Proxy“ & \u202e'
const seen = `In Raum 204 lief in der fünften Stunde ein fremdes Programm. ${hostile}`
const message = 'Danke, die Auswertung sieht sich das an.'
const reason = 'Dasselbe Programm war schon im September aufgefallen.'

let running: RunningApplication
let screens: Screens
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

const field = (name: string) => running.window.getByRole('textbox', { name })
const passphrase = () => running.window.getByLabel('Ihre Passphrase')
const page = () => running.window.getByRole('main')
const waits = (title: string) =>
  running.window
    .getByRole('region', { name: 'Was auf Sie wartet' })
    .getByRole('listitem')
    .filter({ hasText: title })
    .filter({ hasText: number })

describe('from what a teacher has seen to a case', () => {
  it('a teacher reports it on one page that says who reads it and that nothing is searched (P19)', async () => {
    await become('teacher')
    await running.window.getByRole('link', { name: /^Hinweis melden/ }).click()
    await screens.text(/Wegen eines Hinweises wird nichts durchsucht/).waitFor()
    expect(await screens.button('Hinweis melden').isDisabled()).toBe(true)
    await screens.text(/^Es fehlt noch: was Sie beobachtet haben/).waitFor()
    await inspect('flag-report-empty')
    await field('Was haben Sie beobachtet?').fill(seen)
    await running.window.getByLabel('Von (falls bekannt)').fill('12:15')
    await running.window.getByLabel('Bis (falls bekannt)').fill('11:30')
    await screens.text('Das Ende liegt vor dem Anfang.').waitFor()
    await running.window.getByLabel('Bis (falls bekannt)').fill('12:40')
    await running.window.getByRole('checkbox', { name: 'Fremde Software' }).check()
    await running.window.getByRole('checkbox', { name: 'Gerät' }).check()
    await running.window.getByRole('radio', { name: 'Eine bestimmte Person' }).check()
    // Of another class: whoever reports finds everybody, and no more of them than name and class.
    await field('Person suchen').fill('huber 9')
    const found = page().getByRole('list').last().getByRole('button')
    await found.first().waitFor()
    expect(await found.first().textContent()).not.toContain('a.huber')
    await found.first().click()
    await running.window.getByRole('button', { name: 'Andere Person' }).waitFor()
    await running.window.getByRole('radio', { name: 'Selbst gesehen' }).check()
    // Nothing that was typed goes while one looks elsewhere.
    await screens.menu('Hinweise').click()
    await running.window.getByRole('link', { name: 'Hinweis melden' }).first().click()
    expect(await field('Was haben Sie beobachtet?').inputValue()).toBe(seen)
    await inspect('flag-report')
    const before = (await ask(running.window, 'flags.query', {})).all
    await screens.button('Hinweis melden').dblclick()
    await running.window.waitForFunction(() => /^#\/flags\/[0-9a-f-]{36}$/.test(location.hash))
    await screens.text('Ihr Hinweis liegt bei der Schulleitung').waitFor()
    address = await running.window.evaluate(() => location.hash)
    const after = await ask(running.window, 'flags.query', {})
    expect(after.all).toBe(before + 1)
    number = after.rows[0]!.number
    await inspect('flag-own')
    expect(await running.window.title()).toBe('Hinweis – Netzwart')
  })

  it('their list has their own flags with state and answer, and nobody else’s', async () => {
    await screens.menu('Hinweise').click()
    const grid = running.window.getByRole('grid', { name: 'Liste der Hinweise' })
    await grid.getByText(number).waitFor()
    const { rows } = await ask(running.window, 'flags.query', {})
    const { name } = await demoPerson(running.window, 'teacher')
    expect(new Set(rows.map(({ reporter }) => reporter?.name))).toEqual(new Set([name]))
    await grid.getByText('Nicht weiter verfolgt').first().waitFor()
    await inspect('flags-own')
  })

  it('P25: an administrator sees none of it: not in the list, by its address, in the search or the journal', async () => {
    await become('administrator')
    await screens.menu('Hinweise').click()
    await screens.text('Noch keine Hinweise').waitFor()
    await inspect('flags-none')
    await running.window.evaluate((hash) => (location.hash = hash), address)
    await screens.text('Diesen Hinweis gibt es für Sie nicht').waitFor()
    await inspect('flag-gone')
    const { rows } = await ask(running.window, 'ledger.query', { text: 'Raum 204' })
    expect(rows.filter(({ kind }) => kind.startsWith('flag.'))).toEqual([])
    const entries = await ask(running.window, 'ledger.query', { kinds: ['flag.reported'] })
    expect(entries.rows.map(({ withheld, payload }) => [withheld, payload])).toEqual(
      entries.rows.map(() => [true, null])
    )
  })

  it('the leadership finds it on the start page and by Strg+K, asks once more, and gets the reply', async () => {
    const { passphrase: words } = await become('leadership')
    await waits('Ein Hinweis wartet auf Ihre Antwort').waitFor()
    await screens.menu('Hinweise').click()
    await inspect('flags')
    await running.window.keyboard.press('Control+k')
    await running.window.getByRole('dialog').getByRole('textbox').fill(number)
    await running.window.getByRole('option', { name: new RegExp(`Hinweis ${number}`) }).click()
    await page().getByText(seen.slice(0, 50)).waitFor()
    expect(await running.window.locator('main img').count()).toBe(0)
    await running.window.getByRole('radio', { name: 'Noch einmal nachfragen' }).check()
    await field('Ihre Rückfrage').fill('War das ein Schulrechner oder ein eigener?')
    await inspect('flag-ask')
    await passphrase().fill(words)
    await screens.button('Unterschreiben und fragen').click()
    await screens.text('Rückfrage gestellt').first().waitFor()

    await become('teacher')
    await waits('Die Schulleitung fragt zu Ihrem Hinweis nach').getByRole('link').click()
    await field('Ihre Antwort').fill('Ein Schulrechner.')
    await inspect('flag-reply')
    await screens.button('Antwort senden').dblclick()
    await screens.text('Antwort auf die Rückfrage').waitFor()
    expect(await screens.button('Antwort senden').count()).toBe(0)
  })

  it('answers by signature: a wrong passphrase keeps every word, the right one hands it over', async () => {
    const { passphrase: words } = await become('leadership')
    await waits('Ein Hinweis wartet auf Ihre Antwort').getByRole('link').click()
    await running.window.getByRole('radio', { name: 'Als Fall vorschlagen lassen' }).check()
    await field('Was die Vorschlagenden wissen sollen').fill(reason)
    await field('Ein Satz an die meldende Person').fill(message)
    await passphrase().fill('ganz falsche Worte hier')
    await screens.button('Unterschreiben und weitergeben').click()
    await page()
      .getByRole('alert')
      .getByText(/Passphrase/)
      .first()
      .waitFor()
    expect(await field('Was die Vorschlagenden wissen sollen').inputValue()).toBe(reason)
    await inspect('flag-answer')
    await passphrase().fill(words)
    await screens.button('Unterschreiben und weitergeben').click()
    await screens.text('Liegt bei denen, die vorschlagen').waitFor()
    await inspect('flag-handed-over')
  })

  it('the evaluator proposes a case from it; the form is filled, and the case names the flag', async () => {
    const { passphrase: words } = await become('evaluator')
    await waits('Die Schulleitung hat einen Hinweis weitergegeben').getByRole('link').click()
    await page().getByText(reason).waitFor()
    expect(await page().getByText(message).count()).toBe(0)
    await inspect('flag-propose')
    await running.window.getByRole('link', { name: 'Fall vorschlagen' }).click()
    await page().getByText('Frühere Fälle').waitFor()
    await page().getByText(/Huber/).first().waitFor()
    await screens.button('Weiter').click()
    expect(await field('Was ist geschehen?').inputValue()).toBe(`${seen}\n\nEin Schulrechner.`)
    expect(await field('Beleg 1').inputValue()).toContain(`Hinweis ${number} vom `)
    await running.window.getByRole('combobox', { name: 'Welche Regel wurde verletzt?' }).click()
    await running.window.getByRole('option', { name: /^P17/ }).click()
    await screens.button('Weiter').click()
    await running.window.getByRole('checkbox', { name: 'Verwarnung' }).check()
    await screens.button('Weiter').click()
    await field('Warum gerade diese Maßnahme?').fill('Zum zweiten Mal.')
    await passphrase().fill(words)
    await screens.button('Unterschreiben und vorschlagen').click()
    await running.window.waitForFunction(() => /^#\/cases\/[0-9a-f-]{36}/.test(location.hash))
    await page()
      .getByText(new RegExp(`Hinweis ${number} vom`))
      .waitFor()
    const flag = await ask(running.window, 'flags.flag', { flag: address.slice('#/flags/'.length) })
    expect(flag.state).toBe('pursued')
    await running.window.evaluate((hash) => (location.hash = hash), address)
    await running.window.getByRole('link', { name: /^Fall .* öffnen$/ }).click()
    await running.window.waitForFunction(() => location.hash.startsWith('#/cases/'))
  })

  it('the reporter reads the answer and nothing of the case; the journal is sound', async () => {
    await become('teacher')
    await waits('Ihr Hinweis ist beantwortet').getByRole('link').click()
    await page().getByText(message).waitFor()
    expect(await page().getByText(reason).count()).toBe(0)
    expect(await page().getByRole('link', { name: /^Fall/ }).count()).toBe(0)
    await inspect('flag-answered')
    await become('leadership')
    const { problems } = await ask(running.window, 'ledger.verify')
    expect(problems).toEqual([])
    expect(running.complaints).toEqual([])
  })

  it('the deputy closes one that waits', async () => {
    const { passphrase: words } = await become('deputy')
    await screens.menu('Hinweise').click()
    await running.window.getByRole('button', { name: /^Stand:/ }).click()
    await running.window.getByRole('option', { name: /^Offen/ }).click()
    const grid = running.window.getByRole('grid', { name: 'Liste der Hinweise' })
    await grid.getByText('Person nicht bekannt').click()
    await running.window.getByRole('radio', { name: 'Nicht weiter verfolgen' }).check()
    await field('Begründung für die Akte').fill('Ohne weitere Angaben nicht zu klären.')
    await field('Ein Satz an die meldende Person').fill('Danke, wir sehen uns die Rechner an.')
    await passphrase().fill(words)
    await screens.button('Unterschreiben und antworten').click()
    await page().locator('header').getByText('Nicht weiter verfolgt').waitFor()
    expect(await passphrase().count()).toBe(0)
  })
})
